"""Workbooks that cannot be read: what is told, in which cell; and foes, within time and memory."""

import io
import re
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from edited_workbooks import (
    NOTHING,
    filled_in,
    formula,
    number,
    text,
    where,
    with_cells,
    with_part,
)

import gevinst as gv
from gevinst.cli import main
from gevinst.errors import Problem, ProjectError
from gevinst.loading.limits import MOST_WORKBOOK_BYTES
from gevinst.loading.workbooks import project_of
from gevinst.schema import Project

pytest.importorskip("xlsxwriter")

PATIENCE, MOST_MEMORY = 20.0, 400_000_000
LIKELY, PLAIN, MONTH, LEAVES = (
    "inclusion_share.kols", "population.5546", "joining_time.5546", "leaving_time.5546",
)  # fmt: skip
CHOICE = "around_the_clock.varsler"
PARAMETER = "payroll_tax_rate"


@pytest.fixture(scope="module")
def project() -> Project:
    """A project with everything that people fill in."""
    return gv.example("nord-troms")


@pytest.fixture(scope="module")
def content(project: Project, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Its workbook."""
    path = tmp_path_factory.mktemp("workbook") / "model.xlsx"
    gv.workbook(project, path)
    return path.read_bytes()


def problems_of(content: bytes) -> tuple[Problem, ...]:
    """What is told of a workbook."""
    with pytest.raises(ProjectError) as caught:
        project_of(content, "model.xlsx")
    assert caught.value.text("nb") != caught.value.text("en")
    assert all(problem.line is None for problem in caught.value.problems)
    return caught.value.problems


def kind_of(content: bytes) -> str:
    """The only problem of a workbook, found within time and memory."""
    tracemalloc.start()
    started = time.process_time()
    (problem,) = problems_of(content)
    used, (_, peak) = time.process_time() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used < PATIENCE
    assert peak < MOST_MEMORY
    return problem.kind


# -------------------------------------------------------------------- what people fill in
def test_a_changed_cell_counts_in_its_unit_and_keeps_its_range_and_source(content: bytes) -> None:
    again = project_of(
        filled_in(
            content,
            {
                LIKELY: number(0.35), "ramp_time.kols": number(20), PLAIN: number(1200),
                MONTH: number(46844), LEAVES: number(47119.5), CHOICE: number(0),
            },
        ),
        "model.xlsx",
    )  # fmt: skip

    partner, group = again.paying_partners[0], again.groups[0]
    assert group.inclusion_share.likely == 0.35
    assert (group.inclusion_share.low, group.inclusion_share.high) == (0.15, 0.45)
    assert group.inclusion_share.note == "Antakelse."
    assert group.ramp_time.given["likely"] == "20.0 month"
    assert partner.population.given["value"] == 1200
    assert partner.population.source == "SSB tabell 07459, 1. januar 2026"
    assert (str(partner.joins), str(partner.leaves)) == ("2028-04", "2029-01")
    assert again.tasks[1].arrives == "opening_hours"


def test_all_that_is_wrong_is_told_at_once_with_sheet_and_cell(content: bytes) -> None:
    """In Norwegian for people; each with its own cell."""
    wrong = {
        "ramp_time.kols": (formula("9+9", 18.0), "cell.formula"),
        PLAIN: (text("ett tusen"), "cell.not_number"),
        "population.5544": (NOTHING, "cell.empty"),
        MONTH: (text("april"), "cell.not_month"),
        "joining_time.5544": (number(3.0), "cell.not_month"),
        "joining_time.5542": (NOTHING, "cell.empty"),
        CHOICE: (number(2.0), "cell.not_choice"),
        "opens.monday": (text("åtte"), "cell.not_clock"),
        "closes.tuesday": (number(15.5), "cell.not_clock"),
        "opens.wednesday": (number(0.35 + 1 / 3000), "cell.not_clock"),
        "opens.thursday": (NOTHING, "cell.empty"),
        "closes.friday": (number(7 / 24), "hours.backwards"),
        "first_year": (number(2028.0), "cell.locked"),
        LIKELY: (number(0.5), "range.high"),
        "dropout_rate.kols": (number(-1.0), "number.bound"),
        "ramp_time.kols.lav": (text("kort"), "cell.not_number"),
        "ramp_time.kols.hoy": (NOTHING, "cell.empty"),
        PARAMETER: (number(0.2), "cell.parameter"),
    }

    found = problems_of(filled_in(content, {name: inside for name, (inside, _) in wrong.items()}))

    told = {(p.sheet, p.cell): p.kind for p in found}
    assert told == {where(content, name): kind for name, (_, kind) in wrong.items()}
    sheet, cell = where(content, PLAIN)
    (one,) = [p for p in found if p.cell == cell]
    assert one.text("nb") == (
        f"model.xlsx, arket {sheet}, celle {cell}, partners[0].population.value:"
        " «ett tusen» er ikke et tall. Skriv bare tallet; enheten står ved siden av."
    )
    assert f"sheet {sheet}, cell {cell}" in one.text("en")


def test_a_tick_where_a_number_belongs_is_told_as_the_program_shows_it(content: bytes) -> None:
    (problem,) = problems_of(filled_in(content, {PLAIN: ' t="b"><v>1</v>'}))

    assert problem.kind == "cell.not_number"
    assert "«SANN» er ikke et tall" in problem.text("nb")
    assert '"TRUE" is not a number' in problem.text("en")


def test_a_value_outside_its_range_names_the_yellow_cell(content: bytes) -> None:
    (problem,) = problems_of(filled_in(content, {LIKELY: number(0.10)}))

    assert (problem.kind, problem.path) == ("range.low", "groups[0].inclusion_share.low")
    assert (problem.sheet, problem.cell) == where(content, LIKELY)


def test_the_ends_of_a_range_are_filled_in_too(content: bytes) -> None:
    """With the likely number, or alone, in the unit of the row."""
    new = {
        LIKELY: number(0.5), f"{LIKELY}.hoy": number(0.6), f"{LIKELY}.lav": number(0.05),
        "ramp_time.kols.hoy": number(48),
    }  # fmt: skip

    group = project_of(filled_in(content, new), "model.xlsx").groups[0]

    share, ramp = group.inclusion_share, group.ramp_time
    assert (share.low, share.likely, share.high) == (0.05, 0.5, 0.6)
    assert share.note == "Antakelse."
    assert ramp.given["high"] == "48.0 month"
    assert ramp.high == 4


@pytest.mark.parametrize(("end", "beyond"), [("lav", 0.4), ("hoy", 0.2)])
def test_an_end_beyond_the_likely_number_names_its_own_cell(
    content: bytes, end: str, beyond: float
) -> None:
    """The likely number is 0.3, and is not what was changed."""
    (problem,) = problems_of(filled_in(content, {f"{LIKELY}.{end}": number(beyond)}))

    assert problem.kind == {"lav": "range.low", "hoy": "range.high"}[end]
    assert (problem.sheet, problem.cell) == where(content, f"{LIKELY}.{end}")


def test_a_changed_parameter_is_refused_and_says_why(content: bytes) -> None:
    """Nothing that somebody types is left unread."""
    (problem,) = problems_of(filled_in(content, {PARAMETER: number(0.2)}))

    assert (problem.sheet, problem.cell) == where(content, PARAMETER)
    assert problem.sheet == "Forutsetninger"
    assert "følger med gevinst" in problem.text("nb")


def test_what_is_wrong_between_fields_is_told_too(content: bytes) -> None:
    """A partner that leaves before it joins: the workbook does not stop that, the project does."""
    (problem,) = problems_of(filled_in(content, {LEAVES: number(46000.0)}))

    assert (problem.sheet, problem.cell) == where(content, LEAVES)


def test_a_date_may_be_counted_from_1904_or_written_out(content: bytes, project: Project) -> None:
    def mac(part: str) -> str:
        return part.replace("<workbookPr ", '<workbookPr date1904="1" ')

    stated = {
        f"joining_time.{p.code}": f' t="d"><v>{p.joins}-01T00:00:00Z</v>'
        for p in project.paying_partners
    }
    months = {
        name: f' t="d"><v>{month}-01</v>'
        for name, month in (
            ("due_time.oppstart", project.cost_lines[3].month),
            *((f"funding_start.{f.id}", f.first_month) for f in project.funding),
            *((f"funding_end.{f.id}", f.last_month) for f in project.funding),
        )
    }
    names = {n: i for n, i in (stated | months).items() if _has(content, n)}
    written = with_part(filled_in(content, names), "xl/workbook.xml", mac)

    again = project_of(written, "model.xlsx")

    assert [p.joins for p in again.paying_partners] == [p.joins for p in project.paying_partners]


def _has(content: bytes, name: str) -> bool:
    try:
        return bool(where(content, name))
    except KeyError:
        return False


def test_the_command_line_runs_a_workbook_and_tells_its_cells(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, wrong = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    path.write_bytes(content)
    wrong.write_bytes(filled_in(content, {PLAIN: NOTHING}))

    assert main(["run", str(path)]) == 0
    assert main(["run", str(wrong)]) != 0
    assert f"celle {where(content, PLAIN)[1]}" in capsys.readouterr().err


# -------------------------------------------------------------------- what nobody should do
def test_sheets_rows_and_names_that_are_gone_are_told(content: bytes) -> None:
    def renamed(part: str) -> str:
        return part.replace('<sheet name="Prosjekt"', '<sheet name="Ark7"')

    def nameless(part: str) -> str:
        return part.replace(f'name="{PLAIN}"', 'name="noe_annet"')

    def broken(part: str) -> str:
        sheet, cell = where(content, PLAIN)
        return part.replace(f"{sheet}!${cell[0]}${cell[1:]}<", "Inndata!#REF!<")

    def elsewhere(part: str) -> str:
        return part.replace("Prosjekt!$A$6", "[1]Prosjekt!$A$6")

    assert kind_of(with_part(content, "xl/workbook.xml", renamed)) == "workbook.no_sheet"
    assert kind_of(with_part(content, "xl/workbook.xml", elsewhere)) == "workbook.no_sheet"
    assert kind_of(with_part(content, "xl/workbook.xml", nameless)) == "cell.no_name"
    assert kind_of(with_part(content, "xl/workbook.xml", broken)) == "cell.no_name"

    def without_inputs(part: str) -> str:
        return re.sub(r"(?<=>)Inndata!\$[A-Z]+\$\d+(?=<)", "#REF!", part)

    gone = problems_of(with_part(content, "xl/workbook.xml", without_inputs))
    assert [p.kind for p in gone] == ["workbook.no_fields"]
    heading = {("Prosjekt", "C5"): text("Verdi")}
    assert kind_of(with_cells(content, heading)) == "workbook.heading"
    far = {("Prosjekt", "A20"): text("partners[99999].name")}
    assert "workbook.path" in {p.kind for p in problems_of(with_cells(content, far))}
    live = {("Prosjekt", "C6"): formula("1", 1.0)}
    assert problems_of(with_cells(content, live))[0].kind == "cell.formula"


def test_a_sheet_renamed_with_its_names_is_still_read(content: bytes, project: Project) -> None:
    """As a spreadsheet program renames it."""

    def renamed(part: str) -> str:
        return part.replace('"Inndata"', '"Mine tall"').replace("Inndata!", "'Mine tall'!")

    assert project_of(with_part(content, "xl/workbook.xml", renamed), "model.xlsx") == project


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 100, b"a;b;c\n" * 9])
def test_what_is_no_workbook_says_so(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "model.xlsx"
    path.write_bytes(data)

    with pytest.raises(ProjectError) as caught:
        gv.load(path)

    assert [p.kind for p in caught.value.problems] == ["workbook.not_workbook"]


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "model.xlsx"
    with path.open("wb") as stream:
        stream.truncate(MOST_WORKBOOK_BYTES + 1)

    with pytest.raises(ProjectError) as caught:
        gv.load(path)

    assert [p.kind for p in caught.value.problems] == ["file.too_large"]


def test_bytes_cut_short_or_swapped_are_told_and_nothing_else(content: bytes) -> None:
    """Whatever is wrong with the bytes, the error is one of ours."""
    for at in range(100, len(content), len(content) // 12):
        for data in (content[:at], content[:at] + b"\xff\x00\xff\x00" + content[at + 4 :]):
            try:
                project_of(data, "model.xlsx")
            except ProjectError as error:
                assert error.problems  # noqa: PT017


def test_a_bomb_is_not_unpacked(content: bytes) -> None:
    """A hundred megabytes of blanks or of cells, packed to a few hundred kilobytes."""
    blanks, cells = " " * 100_000_000, '<c r="A1"/>' * 9_000_000

    for many in (blanks, cells):
        bomb = with_part(
            content, _part(content, "Prosjekt"), lambda part, many=many: part.replace(
                "<sheetData>", f"<sheetData>{many}", 1
            ),
        )  # fmt: skip
        assert len(bomb) < MOST_WORKBOOK_BYTES
        assert kind_of(bomb) == "workbook.too_large"


def _part(content: bytes, sheet: str) -> str:
    from gevinst.loading.sheets import Book

    return f"xl/worksheets/sheet{Book(content, '').sheets.index(sheet) + 1}.xml"


def test_entities_are_not_expanded(content: bytes) -> None:
    """Neither a billion laughs nor a file of this machine."""
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
    )
    for inside in (laughs, '<!ENTITY l9 SYSTEM "file:///etc/passwd">'):
        for part in ("xl/workbook.xml", _part(content, "Prosjekt"), "xl/sharedStrings.xml"):
            hostile = with_part(
                content, part, lambda text, inside=inside: text.replace(
                    "?>", f"?><!DOCTYPE x [{inside}]>", 1
                ),
            )  # fmt: skip
            assert kind_of(hostile) == "workbook.doctype"


def test_a_million_columns_sheets_and_parts_are_refused(content: bytes) -> None:
    part = _part(content, "Prosjekt")
    wide = "".join(f"<c><v>{n % 7}</v></c>" for n in range(1_000_000))
    cells = {
        f'<row r="1">{wide}</row>', '<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>',
        '<row r="1"><c r="A99999999"><v>1</v></c></row>', '<row r="9999999"><c><v>1</v></c></row>',
    }  # fmt: skip
    for more in cells:
        hostile = with_part(
            content, part, lambda t, more=more: t.replace("<sheetData>", f"<sheetData>{more}", 1)
        )
        assert kind_of(hostile) == "workbook.too_large"
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}"/>' for n in range(1000))
    many = with_part(
        content, "xl/workbook.xml", lambda t: t.replace("<sheets>", f"<sheets>{sheets}")
    )
    assert kind_of(many) == "workbook.too_large"
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a") as archive:
        for n in range(3000):
            archive.writestr(f"xl/{n}.xml", b"")
    assert kind_of(target.getvalue()) == "workbook.too_large"


def test_links_to_other_files_are_not_followed(content: bytes) -> None:
    part = "xl/_rels/workbook.xml.rels"
    name = _part(content, "Prosjekt").removeprefix("xl/")

    def linked(text: str) -> str:
        return text.replace(
            f'Target="{name}"', 'Target="http://127.0.0.1:9/a.xml" TargetMode="External"'
        )

    def outside(text: str) -> str:
        return text.replace(f'Target="{name}"', 'Target="../../../../etc/passwd"')

    for change in (linked, outside):
        assert kind_of(with_part(content, part, change)) == "workbook.damaged"
