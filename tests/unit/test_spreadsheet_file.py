"""The workbook as a file: its sheets, names, numbers and texts, read with another library."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

import gevinst as gv
from gevinst.assemble.price import BY_RULE
from gevinst.cli import main
from gevinst.errors import ArgumentError, OutputError
from gevinst.loading import from_tables
from gevinst.schema import Project
from gevinst.schema.written import tables_of
from gevinst.spreadsheet.formula_text import formula
from gevinst.spreadsheet.inputs_page import format_of, validation
from gevinst.spreadsheet.placing import MOST_FORMULAS
from gevinst.spreadsheet.wording import COMMAND
from gevinst.spreadsheet.writing import content_of, workbook_bytes

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")

FIRST_SHEETS = ["Forside", "Innsikt og nøkkeltall", "Inndata", "Pasienter", "Arbeid", "Bemanning"]
MOST_IN_A_SHEET, FEWEST_IN_ALL = 20_000, 500


@pytest.fixture(scope="module")
def project() -> Project:
    """An example with every stage."""
    return gv.example("nord-troms")


@pytest.fixture(scope="module")
def content(project: Project) -> bytes:
    """The example's workbook."""
    return workbook_bytes(project)


@pytest.fixture(scope="module")
def book(content: bytes) -> Any:
    """The same with its formulas."""
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def values(content: bytes) -> Any:
    """The same with the cached values."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=True)


def formulas_in(sheet: object) -> int:
    """How many formulas a sheet has."""
    return sum(c.data_type == "f" for row in sheet.iter_rows() for c in row)  # type: ignore[attr-defined]


def test_sheets_stand_in_the_order_of_the_model(book: Any) -> None:
    """Front, answers, inputs, stages by year; months last; all of them to be seen."""
    names = book.sheetnames

    assert names[: len(FIRST_SHEETS)] == FIRST_SHEETS
    assert [" måned" in name for name in names] == sorted(" måned" in name for name in names)
    assert {sheet.sheet_state for sheet in book.worksheets} == {"visible"}
    for sheet in book.worksheets:
        assert not any(d.hidden for d in sheet.column_dimensions.values())
        assert not any(d.hidden for d in sheet.row_dimensions.values())


@pytest.mark.parametrize("example", ["nord-troms", "hallingdal", "mila"])
def test_a_person_can_open_it(example: str) -> None:
    """No sheet has too many formulas, and all of it is formulas."""
    read = openpyxl.load_workbook(io.BytesIO(workbook_bytes(gv.example(example))))

    counts = {sheet.title: formulas_in(sheet) for sheet in read.worksheets}

    assert max(counts.values()) <= MOST_IN_A_SHEET
    assert sum(counts.values()) >= FEWEST_IN_ALL
    assert MOST_FORMULAS < MOST_IN_A_SHEET


def test_every_formula_has_its_value(content: bytes) -> None:
    """Programs that do not recalculate show the numbers."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for part in parts.namelist():
            if part.startswith("xl/worksheets/sheet"):
                data = parts.read(part)
                assert len(re.findall(rb"<f>", data)) == len(re.findall(rb"</f><v>[^<]+</v>", data))


def test_an_input_keeps_its_number_exactly(project: Project, content: bytes, values: Any) -> None:
    """What stands in the file is the very float: written with the fewest digits that give it."""
    shown = {row.cell.name: row for row in content_of(project).stated if row.form == "number"}
    for name, row in shown.items():
        sheet, _, cell = values.defined_names[name].value.rpartition("!")
        assert values[sheet.strip("'")][cell.replace("$", "")].value == row.shown, name
    assert b"0.30000000000000004" not in content


def test_yellow_cells_are_open_and_formulas_are_locked(book: Any) -> None:
    """A formula is not changed by accident; there is no password."""
    sheet = book["Inndata"]
    unlocked = [c for row in sheet.iter_rows() for c in row if not c.protection.locked]
    helped = {str(v.sqref): v for v in sheet.data_validations.dataValidation}
    yellow = {c.coordinate for c in unlocked}

    assert all(s.protection.sheet and not s.protection.password for s in book.worksheets)
    assert {c.fill.start_color.rgb for c in unlocked} == {"FFFFF6C2"}
    assert yellow < helped.keys(), "a locked one says why it is locked"
    assert all(v.prompt for v in helped.values())
    assert all(helped[cell].error for cell in yellow)


def test_key_outputs_have_names(project: Project, values: Any) -> None:
    """The charge of a municipality is found by its code, and is what Python gives."""
    results = gv.run(project)
    name = f"resultat.charge_year.{results.names.codes[0]}"

    sheet, _, cells = values.defined_names[name].value.rpartition("!")
    row = values[sheet.strip("'")][cells.replace("$", "")]

    assert [c.value for c in row[0]] == list(results.ledger["charge_year"][0, 0, :, 0])


def test_what_is_no_formula_says_when_and_by_what_it_was_made(project: Project) -> None:
    """Shares by a rule on the cost of groups: the date, and the command, beside each."""
    tables = tables_of(project)
    tables["price_model"] = {"rule": "shapley"}
    ruled = content_of(from_tables(tables))

    remarks = [row.remark for row in ruled.stated if row.cell.origin.path == BY_RULE]

    assert len(remarks) >= len(project.paying_partners)
    assert all(ruled.results.date in remark and COMMAND in remark for remark in remarks)
    assert not ruled.ledger.frozen


def test_opening_hours_are_times_between_their_neighbours(project: Project) -> None:
    """Yellow, by the clock, two spans a day; the numbers of the week are formulas over them."""
    tables = tables_of(project)
    week = {"monday": "07:30-12:00, 13:00-15:00", "sunday": "00:00-24:00"}
    tables["centre"]["opening_hours"] = week
    content = content_of(from_tables(tables))

    rows = {row.cell.name: row for row in content.stated if row.form == "clock"}
    ends = {
        name: (rule["minimum"], rule["maximum"])
        for name, rule in ((name, validation(row)) for name, row in rows.items())
    }

    assert {name: round(row.shown * 24 * 60) for name, row in rows.items()} == {
        "opens.monday": 450, "closes.monday": 720, "opens.monday_2": 780,
        "closes.monday_2": 900, "opens.sunday": 0, "closes.sunday": 1440,
    }  # fmt: skip
    assert ends["opens.monday"] == (0, "=closes.monday")
    assert ends["closes.monday"] == ("=opens.monday", "=opens.monday_2")
    assert ends["closes.monday_2"] == ("=opens.monday_2", 1)
    assert "en stengt dag" in rows["opens.sunday"].remark
    assert format_of(rows["closes.sunday"]) == "[hh]:mm"
    for name in ("weekly_opening_hours", "longest_closure", "longest_night"):
        assert content.ledger.cells((name, "")).nodes[0, 0, 0, 0].args, name
    largest = content.ledger.cells(("longest_closure", "")).nodes[0, 0, 0, 0]
    assert formula(largest, "Bemanning").count("MAX(") == 1


HOSTILE = ("=2+2", "+1", "-1", "@SUM(A1)", "\t=1+1", "=HYPERLINK(1)", "{=1}", "https://x.no")


def test_text_of_a_project_never_becomes_a_formula_or_a_link(project: Project) -> None:
    """Names, notices and sources are text, whatever they begin with."""
    renamed = project.model_copy(
        update={
            "project": project.project.model_copy(update={"name": "=2+2", "notice": "=cmd|x!A1"}),
            "groups": tuple(
                g.model_copy(update={"name": text})
                for g, text in zip(project.groups, HOSTILE, strict=False)
            ),
            "cost_lines": tuple(
                line.model_copy(update={"name": text})
                for line, text in zip(project.cost_lines, HOSTILE[2:], strict=False)
            ),
        }
    )

    with zipfile.ZipFile(io.BytesIO(workbook_bytes(renamed))) as parts:
        names = parts.namelist()
        everything = b"".join(parts.read(name) for name in names)

    assert b"=cmd|x!A1" in everything
    assert b"<f>2+2" not in everything
    assert b"<f>cmd" not in everything
    assert b"HYPERLINK(1)</f>" not in everything
    assert not [name for name in names if "externalLink" in name or "vba" in name.lower()]
    assert b'TargetMode="External"' not in everything


def test_the_same_project_gives_the_same_file(project: Project, content: bytes) -> None:
    """No clock enters: two files can be compared."""
    with (
        zipfile.ZipFile(io.BytesIO(content)) as one,
        zipfile.ZipFile(io.BytesIO(workbook_bytes(project))) as other,
    ):
        assert one.namelist() == other.namelist()
        assert all(one.read(part) == other.read(part) for part in one.namelist())


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    """Results are not a project."""
    with pytest.raises(ArgumentError):
        gv.workbook("nord-troms", tmp_path / "model.xlsx")  # type: ignore[arg-type]


def test_a_file_that_cannot_be_written_is_said(project: Project, tmp_path: Path) -> None:
    """The path is a folder."""
    with pytest.raises(OutputError):
        gv.workbook(project, tmp_path)


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One command, in a folder that is made."""
    path = tmp_path / "ny" / "model.xlsx"

    code = main(["workbook", "nord-troms", "-o", str(path)])

    assert code == 0
    assert "Arbeidsboken er skrevet til" in capsys.readouterr().out
    assert zipfile.is_zipfile(path)


def test_the_command_says_what_a_workbook_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    """Another ending is no workbook."""
    assert main(["workbook", "nord-troms", "-o", "model.csv"]) == 2
    assert ".xlsx" in capsys.readouterr().err
