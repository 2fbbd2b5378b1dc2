"""The structure of the examples' workbooks, stored as text, and what holds on every sheet.

``GOLDEN=write`` in the environment stores the texts anew; read the difference before it is kept.
"""

import io
import os
import re
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string
from workbook_structure import MAIN, Structure, structure_of

import gevinst as gv
from gevinst.explaining.names import Namer
from gevinst.spreadsheet.key_outputs import key_outputs
from gevinst.spreadsheet.printing import LEAST_SCALE, NOT_PRINTED
from gevinst.spreadsheet.styles import YELLOW
from gevinst.spreadsheet.writing import workbook_bytes

pytest.importorskip("xlsxwriter")

GOLDEN = Path(__file__).parents[1] / "golden" / "workbook"
EXAMPLES = ("nord-troms", "hallingdal", "mila")
MOST_IN_A_SHEET, FEWEST_IN_ALL = 20_000, 500
NUMERIC = {None, "n"}


@cache
def written(example: str) -> bytes:
    """The workbook of an example."""
    return workbook_bytes(gv.example(example))


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_structure_is_the_stored_one(example: str) -> None:
    """Sheets, headings, blocks, panes, print, formats, charts and names."""
    path = GOLDEN / f"{example}.txt"
    found = structure_of(written(example))
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")

    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("example", EXAMPLES)
def test_nothing_is_hidden_and_everything_prints_on_a4(example: str) -> None:
    """No sheet, row, column or name; a scale that people can read where pages break."""
    book = Structure(written(example))

    assert not [s for s in book.book.iter(f"{MAIN}sheet") if s.get("state")]
    assert not [n for n in book.book.iter(f"{MAIN}definedName") if n.get("hidden")]
    for name in book.sheets:
        sheet = book.sheet(name)
        assert not [e for e in sheet.iter() if e.get("hidden") == "1"], name
        setup = next(sheet.iter(f"{MAIN}pageSetup"))
        assert setup.get("paperSize") == "9"
        assert int(setup.get("scale", "100")) >= LEAST_SCALE, name
        assert next(sheet.iter(f"{MAIN}oddFooter")).text


@pytest.mark.parametrize("example", EXAMPLES)
def test_formulas_are_locked_without_a_password_and_yellow_is_open(example: str) -> None:
    """What is unlocked is yellow and holds no formula; formulas are enough, and not too many."""
    book = Structure(written(example))
    in_all = 0
    for name in book.sheets:
        sheet = book.sheet(name)
        lock = next(sheet.iter(f"{MAIN}sheetProtection"))
        assert lock.get("sheet") == "1"
        assert not {"password", "hashValue"} & set(lock.attrib)
        formulas = [c for c in sheet.iter(f"{MAIN}c") if c.find(f"{MAIN}f") is not None]
        opened = [c for c in sheet.iter(f"{MAIN}c") if book.unlocked[int(c.get("s", "0"))]]
        assert not set(formulas) & set(opened), name
        assert {book.fills[int(c.get("s", "0"))] for c in opened} <= {"FF" + YELLOW[1:]}
        assert bool(opened) == (name == "Inndata")
        assert len(formulas) <= MOST_IN_A_SHEET, name
        in_all += sum(c.get("t") in NUMERIC for c in formulas)
    assert in_all >= FEWEST_IN_ALL


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_link_leads_out_and_nothing_runs(example: str) -> None:
    """No external links, no macros, no queries; links lead to sheets that are there."""
    book = Structure(written(example))

    foreign = re.compile("external|vba|macro|connection|query", re.IGNORECASE)
    assert not [part for part in book.parts if foreign.search(part)]
    assert not [p for p, data in book.parts.items() if b'TargetMode="External"' in data]
    for name in book.sheets:
        for link in book.sheet(name).iter(f"{MAIN}hyperlink"):
            place = str(link.get("location")).rpartition("!")[0]
            assert place.strip("'") in book.sheets


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_key_output_has_a_name_that_stands_on_the_sheet_of_control(example: str) -> None:
    """Names for all, each told beside its numbers."""
    book = Structure(written(example))
    results = gv.run(gv.example(example))
    outputs = [o for s in key_outputs(results.ledger, Namer(results)) for o in s.outputs]
    told = {book.text(c) for c in book.sheet("Kontroll").iter(f"{MAIN}c")}

    wanted = {output.name for output in outputs}

    assert len(wanted) == len(outputs)
    assert {n for n in book.names() if n.startswith("resultat.")} == wanted
    assert wanted <= told


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_chart_has_a_text_for_those_who_cannot_see_it(example: str) -> None:
    """One for each, and no two the same."""
    book = Structure(written(example))
    drawing = book.parts["xl/drawings/drawing1.xml"].decode()
    texts = re.findall(r'<xdr:cNvPr [^>]*descr="(Diagram: [^"]+)"', drawing)

    charts = [part for part in book.parts if part.startswith("xl/charts/chart")]

    assert len(charts) == len(set(texts)) >= 5


def shown(number: float, digits: str) -> str:
    """A number in one of the formats that have a fixed number of decimals; else nothing."""
    share = digits.endswith("%")
    if not share and not digits.startswith("#,##0"):
        return ""
    decimals = len(digits.removesuffix(" %").partition(".")[2])
    return f"{100 * number if share else number:,.{decimals}f}{' %' if share else ''}"


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_number_fits_its_column(example: str) -> None:
    """A number wider than its column would read ####."""
    book = openpyxl.load_workbook(io.BytesIO(written(example)), data_only=True)

    for page in book:
        widths = {}
        for letter, column in page.column_dimensions.items():
            last = column.max or column_index_from_string(letter)
            widths |= dict.fromkeys(range(column.min or last, last + 1), column.width)
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, float | int):
                    text = shown(cell.value, cell.number_format)
                    assert len(text) <= widths.get(cell.column, 8), (page.title, cell.coordinate)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_assumptions_read_as_the_inputs_do(example: str) -> None:
    """Opening hours are times, per cents are per cents, and so are the ends of their range."""
    page = openpyxl.load_workbook(io.BytesIO(written(example)), data_only=True)["Forutsetninger"]
    rows = [list(row) for row in page.iter_rows(min_row=5)]

    for row in rows:
        value, unit, note = row[2], row[3].value, str(row[6].value or "")
        if unit == "klokkeslett":
            assert value.number_format == "[hh]:mm"
        if isinstance(value.value, float) and note.startswith("Fra "):
            of_range = note.partition(". ")[0]
            assert ("%" in of_range) == ("%" in value.number_format), note
            assert not of_range.startswith("Fra 0,00 til"), note


@pytest.mark.parametrize("example", EXAMPLES)
def test_months_and_the_project_file_do_not_fill_hundreds_of_pages(example: str) -> None:
    """Printing the whole workbook gives their headings, and a line on how to print the rest."""
    book = openpyxl.load_workbook(io.BytesIO(written(example)))
    long = [page for page in book if "måned" in page.title or page.title == "Prosjekt"]

    assert len(long) >= 5
    for page in long:
        first, last = (int(n) for n in re.findall(r"\d+", page.print_area.rpartition("!")[2]))
        assert (first, last) in {(1, 3), (1, 4)}, page.title
        assert page.cell(last, 1).value == NOT_PRINTED
