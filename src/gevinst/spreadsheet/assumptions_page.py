"""The page of assumptions: parameters and definitions, and every input with its source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gevinst.display import format_number, format_percent
from gevinst.results import Results
from gevinst.schema import Project
from gevinst.spreadsheet.formula_text import column_name, quoted
from gevinst.spreadsheet.input_rows import InputRow
from gevinst.spreadsheet.inputs_page import format_of
from gevinst.spreadsheet.printing import set_up
from gevinst.spreadsheet.styles import Styles, height_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Forutsetninger"
LABEL, ABOUT, VALUE, UNIT, SOURCE, DATE, NOTE = range(7)
HEADINGS = ("Opplysning", "Gjelder", "Verdi", "Enhet", "Kilde", "Gjelder fra", "Merknad")
WIDTHS = (42, 32, 14, 22, 46, 12, 50)
FIRST_ROW = 4
FIXED = "Låst: de følger med gevinst, med kilde. En endret parameter avvises når filen leses inn."


def write_assumptions(
    book: Workbook,
    page: Worksheet,
    project: Project,
    results: Results,
    fixed: Iterable[InputRow],
    stated: Iterable[InputRow],
    styles: Styles,
) -> int:
    """Write the page and name the cells of parameters; return the number of formulas."""
    _frame(page, styles)
    at = _heading(page, FIRST_ROW, "Parametere og definisjoner i modellen", styles)
    page.write_string(at, LABEL, FIXED, styles("about"))
    at += 1
    for row in fixed:
        _texts(page, at, row, styles)
        page.write_number(at, VALUE, row.cell.value, styles("stated", format_of(row)))
        book.define_name(row.cell.name, f"={quoted(NAME)}!${column_name(VALUE)}${at + 1}")
        at += 1
    at = _choices(page, at, project, results, styles)
    formulas = 0
    rows = list(stated)
    for title, is_assumption in (
        ("Antakelser uten kilde", True),
        ("Opplysninger med kilde", False),
    ):
        at = _heading(page, at + 1, title, styles)
        for row in rows:
            if row.cell.origin.is_assumption == is_assumption:
                formulas += _stated(page, at, row, styles)
                at += 1
    return formulas


def _frame(page: Worksheet, styles: Styles) -> None:
    page.write_string(0, 0, NAME, styles("title"))
    page.write_string(
        1, 0, "Alt beregningen bygger på, med kilde og dato. Det uten kilde er antakelser.",
        styles("about"),
    )  # fmt: skip
    for column, text in enumerate(HEADINGS):
        page.write_string(FIRST_ROW - 1, column, text, styles("column"))
    set_up(page, WIDTHS, frozen=(FIRST_ROW, ABOUT), heading=FIRST_ROW - 1)


def _heading(page: Worksheet, at: int, text: str, styles: Styles) -> int:
    page.write_string(at, LABEL, text, styles("heading"))
    return at + 1


def _texts(page: Worksheet, at: int, row: InputRow, styles: Styles) -> None:
    origin = row.cell.origin
    page.write_string(at, LABEL, row.label, styles("text"))
    page.write_string(at, ABOUT, row.about, styles("text"))
    page.write_string(at, UNIT, row.unit, styles("unit"))
    page.write_string(at, SOURCE, origin.source or "", styles("wrapped"))
    page.write_string(at, DATE, origin.date or "", styles("text"))
    page.write_string(at, NOTE, _note(row), styles("wrapped"))
    tallest = ((origin.source or "", WIDTHS[SOURCE]), (_note(row), WIDTHS[NOTE]))
    page.set_row(at, max(height_of(text, width) for text, width in tallest))


def _note(row: InputRow) -> str:
    """Remark, and the range in the unit that the number is written in."""
    note = row.cell.origin.note or ""
    if row.low is None or row.high is None:
        return note
    low, high = (_end(row, end) for end in (row.low, row.high))
    return f"Fra {low} til {high}. {note}".strip()


def _end(row: InputRow, end: float) -> str:
    """One end of a range as the number itself is shown: no more decimals than it has."""
    most = 1 if row.percent else 2 if abs(end) >= 1 or not end else 6
    shown = 100 * end if row.percent else end
    decimals = next((d for d in range(most) if round(shown, d) == round(shown, most)), most)
    return (format_percent if row.percent else format_number)(end, decimals)


def _stated(page: Worksheet, at: int, row: InputRow, styles: Styles) -> int:
    """One input of the project: its value is read from the yellow cell."""
    _texts(page, at, row, styles)
    if row.form == "month":
        page.write_string(at, VALUE, row.cell.origin.given, styles("text"))
        return 0
    page.write_formula(at, VALUE, f"={row.cell.name}", styles("number", format_of(row)), row.shown)
    return 1


def _choices(page: Worksheet, at: int, project: Project, results: Results, styles: Styles) -> int:
    """Choices that decide which formulas the workbook has, and so cannot be changed in it."""
    at = _heading(page, at + 1, "Valg som er låst når filen lages", styles)
    model = project.price_model
    rows = (
        ("Opptrapping", {"linear": "jevn", "logistic": "S-formet"}[results.inputs.ramp_curve]),
        ("Fordelingsregel", str(model.rule)),
        ("Beregningsperiode", f"{results.frame.first_year}–{results.frame.year_labels[-1]}"),
        ("Prisår", str(results.price_year)),
    )
    for label, choice in rows:
        page.write_string(at, LABEL, label, styles("text"))
        page.write_string(at, VALUE, choice, styles("text"))
        at += 1
    return at
