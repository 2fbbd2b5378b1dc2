"""A template is the model: filled in, it gives what Python gives; empty, it gives nothing."""

from pathlib import Path

import numpy as np
import openpyxl
import pytest
from edited_workbooks import NOTHING, formula, number, text
from filled_template import CODES, PLACES, empty_template, filled_template
from recalculated import PROGRAM, Book, changed, read, recalculate

import gevinst as gv
from gevinst.errors import ProjectError
from gevinst.loading.workbooks import project_of
from gevinst.spreadsheet.template_page import MISSING
from gevinst.spreadsheet.template_writing import template_bytes

pytest.importorskip("xlsxwriter")

FIGURES = ("charge_year", "charge_per_inhabitant", "charge_per_patient_time")
CLOSE = 1e-9
MOST_FORMULAS_OF_A_SHEET = 20_000


@pytest.fixture(scope="module")
def empty() -> bytes:
    """The template."""
    return empty_template()


def problems_of(content: bytes) -> list[tuple[str, str]]:
    """Kind and path of all that is told of a workbook."""
    with pytest.raises(ProjectError) as caught:
        project_of(content, "mal.xlsx")
    assert all(p.sheet == "Inndata" and p.cell for p in caught.value.problems)
    return [(p.kind, p.path) for p in caught.value.problems]


def prices(path: Path, figure: str, code: str) -> list[float]:
    """What the page of key figures shows of a municipality, year by year."""
    book = openpyxl.load_workbook(path, data_only=True)
    sheet, cells = book.defined_names[f"resultat.{figure}.{code}"].value.split("!")
    return [cell.value for cell in book[sheet.strip("'")][cells.replace("$", "")][0]]


def errors(book: Book) -> list[object]:
    """Cells that show an error."""
    found = (v for cells in book.cells.values() for v in cells.values())
    return [v for v in found if isinstance(v, str) and v.startswith("#")]


def test_an_empty_template_tells_every_missing_cell_at_once(empty: bytes, tmp_path: Path) -> None:
    """As many as the workbook counts itself, in the order of the sheet; empty parts are none."""
    path = tmp_path / "mal.xlsx"
    path.write_bytes(empty)

    found = problems_of(empty)

    assert len(found) == read(path).named(MISSING) > 40
    assert {kind for kind, _ in found} == {"cell.empty"}
    assert [p for _, p in found if p.startswith("partners")] == [
        "partners[0].name", "partners[0].code", "partners[0].payroll_tax_zone",
        "partners[0].population", "partners[0].joins",
    ]  # fmt: skip


def test_an_empty_template_shows_no_results(empty: bytes, tmp_path: Path) -> None:
    """No price, no error, and the front page says how much is missing."""
    path = tmp_path / "mal.xlsx"
    path.write_bytes(empty)

    book = read(path)

    assert not errors(book)
    assert all(set(prices(path, figure, "0001")) <= {"", None} for figure in FIGURES)
    for sheet in ("Forside", "Innsikt og nøkkeltall", "Pris"):
        notices = [v for v in book.cells[sheet].values() if "mangler eller kan ikke" in str(v)]
        assert len(notices) == 1
        assert notices[0].startswith(f"{book.named(MISSING)} felt på arket Inndata mangler")


def test_no_sheet_of_the_template_has_too_many_formulas(empty: bytes, tmp_path: Path) -> None:
    """So that it opens as others do; and nothing that people type stands in a formula."""
    path = tmp_path / "mal.xlsx"
    path.write_bytes(filled_template())

    for sheet in openpyxl.load_workbook(path).worksheets:
        formulas = [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
        assert len(formulas) <= MOST_FORMULAS_OF_A_SHEET
        assert not [f for f in formulas if "Kåfjord" in str(f) or "SUM(A1:A9)" in str(f)]
    assert empty == template_bytes()


def test_parts_that_are_left_empty_are_left_out() -> None:
    """Three of eight municipalities, two of three groups, one fee; names and codes as typed."""
    project = project_of(filled_template(), "mal.xlsx")

    assert [(p.name, p.code) for p in project.paying_partners] == [
        (name, code) for name, code, _, _ in PLACES.values()
    ]
    assert [group.name for group in project.groups] == ["Kols", "Hjertesvikt"]
    assert project.host.code == "5546"
    assert project.price_model.tariff is not None
    assert [fee.id for fee in project.price_model.tariff.fees] == ["pasientmaaned"]
    assert not project.funding
    assert len(project.tasks) == 8


def test_a_part_that_is_half_filled_in_tells_each_cell_that_it_lacks() -> None:
    """A municipality with a name alone, after an empty one: its other cells are told."""
    half = filled_template(navn__kommune_7=text("Lyngen"))

    assert problems_of(half) == [
        ("cell.empty_in_part", f"partners[6].{key}") for key in ("code", "population", "joins")
    ]


def test_what_is_filled_in_wrongly_is_told_with_its_cell() -> None:
    """A code as a number, two equal codes, a formula, a population below one, an emptied cell."""
    code = "kommunenummer__kommune_2"

    assert problems_of(filled_template(**{code: number(301.0)})) == [
        ("text.code_number", "partners[1].code")
    ]
    assert problems_of(filled_template(**{code: text("5546")}))[0][1] == "partners[1].code"
    assert problems_of(filled_template(closed_days=formula("1+1", 2.0))) == [
        ("cell.formula", "centre.closed_days")
    ]
    assert problems_of(filled_template(population__0005=number(0.0)))[0][1].startswith(
        "partners[2].population"
    )
    assert problems_of(filled_template(closed_days=NOTHING)) == [
        ("cell.empty", "centre.closed_days")
    ]


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not installed")
def test_a_template_filled_in_shows_the_prices_that_python_gives(tmp_path: Path) -> None:
    """Recalculated in LibreOffice, every cached value wrong before; the empty one stays empty."""
    filled, blank = tmp_path / "mal.xlsx", tmp_path / "tom.xlsx"
    assert changed(filled_template(), {}, filled) > 20_000
    changed(empty_template(), {}, blank)

    books = recalculate([filled, blank], tmp_path / "out")

    project = gv.load(tmp_path / "out" / filled.name)
    results = gv.run(project)
    assert project == gv.load(filled)
    assert books[filled].named(MISSING) == 0
    for figure in FIGURES:
        for m, place in enumerate(PLACES):
            shown = prices(tmp_path / "out" / filled.name, figure, CODES[place])
            python = results.ledger[figure, ""][0, m, :, 0]
            assert np.min(np.abs(python)) > 0
            np.testing.assert_allclose(np.array(shown, dtype=float), python, rtol=CLOSE, atol=0)
    assert not errors(books[filled])
    assert books[filled].at("Kontroll", 5, 3) == 0
    labels = books[filled].cells["Innsikt og nøkkeltall"].values()
    assert {"Kåfjord", "=1+1 er et navn", 'Nord"reisa'} <= {v for v in labels if isinstance(v, str)}
    assert not errors(books[blank])
    assert books[blank].named(MISSING) == len(problems_of(empty_template()))
    assert set(prices(tmp_path / "out" / blank.name, "charge_year", "0001")) <= {"", None}


def test_the_command_writes_a_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says where; another ending is refused; a file that is there is replaced."""
    from gevinst.cli import main

    path = tmp_path / "mal.xlsx"
    path.write_text("gammel", encoding="utf-8")

    assert main(["template", str(path)]) == 0
    assert "Malen er skrevet til" in capsys.readouterr().out
    gv.template(tmp_path / "igjen.xlsx")
    assert path.read_bytes() == (tmp_path / "igjen.xlsx").read_bytes() == empty_template()
    assert main(["template", str(tmp_path / "mal.csv")]) == 2
