"""The sheet of inputs: yellow cells to fill in, with unit, help, allowed range and source."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from gevinst.assemble.price import BY_RULE
from gevinst.axes import MONTHS_IN_YEAR
from gevinst.catalogue import CATALOGUE
from gevinst.spreadsheet import clock_cells
from gevinst.spreadsheet.clock_cells import FORMAT as CLOCK
from gevinst.spreadsheet.formula_text import column_name, formula, quoted
from gevinst.spreadsheet.input_rows import InputRow
from gevinst.spreadsheet.printing import set_up
from gevinst.spreadsheet.styles import MONTH, TWO, Styles, height_of, input_format
from gevinst.units import to_canonical

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Inndata"
LABEL, ABOUT, VALUE, UNIT, LOW, HIGH, REMARK, STEP, COUNTED, FIRST, PATH = range(11)
HEADINGS = (
    "Opplysning", "Gjelder", "Verdi", "Enhet", "Lav", "Høy", "Kilde eller merknad", "Ganges med",
    "Regnes som", "Da filen ble laget", "Felt i prosjektfilen",
)  # fmt: skip
WIDTHS = (42, 32, 14, 22, 11, 11, 60, 12, 14, 14, 40)
HEADER_ROW, FIRST_ROW = 4, 5
FIRST_YEAR = "first_year"
FILLED_IN, FILLED_IN_FIRST = "inndata.verdier", "inndata.da_filen_ble_laget"
"""Names of the columns of values: as they stand, and as they stood when the file was written."""

COUNTS, COUNTS_FIRST = "malinger.verdier", "malinger.da_filen_ble_laget"
"""Names of the rows of what was counted and compared in the same columns."""

FOLLOWS = "regnes ut"
"""In place of the number of a row that follows from other yellow cells: it is never filled in."""

COUNTED_NAME = ".regnet"
"""Ending of the name of a number that is counted in another unit than it is written in."""

LOW_NAME, HIGH_NAME = ".lav", ".hoy"
"""Endings of the names of the low and the high end of a number."""

SECTIONS = {
    "horizon": "Beregningsperioden",
    "partners": "Kommunene",
    "groups": "Pasientgruppene",
    "centre": "Oppfølgingssenteret",
    "tasks": "Oppgavene",
    "cost_lines": "Kostnadene",
    "funding": "Bidrag fra andre",
    "price_model": "Prismodellen",
    "measurements": "Målingene",
    "comparisons": "Sammenligningene",
    "benefits": "Gevinstene",
}
"""Table of the project file -> heading in the sheet, in this order."""

COUNTED_SECTIONS = ("measurements", "comparisons")
"""They stand next to each other, before what follows from them."""

_LONGEST_TITLE, _LONGEST_HELP, _LONGEST_PROBLEM = 32, 255, 255
_ANY_LENGTH = "General"


def write_inputs(
    book: Workbook, page: Worksheet, rows: Iterable[InputRow], first_year: int, styles: Styles
) -> int:
    """Write all inputs under their headings and name their cells; return the number of formulas."""
    _frame(page, first_year, styles)
    book.define_name(FIRST_YEAR, f"={NAME}!$C$4")
    at, formulas = FIRST_ROW, 0
    lines: dict[str, int] = {}
    counts: list[int] = []
    by_section: dict[str, list[InputRow]] = {section: [] for section in SECTIONS}
    for row in rows:
        by_section[_section(row)].append(row)
    for section, inside in by_section.items():
        if not inside:
            continue
        page.write_string(at + 1, LABEL, SECTIONS[section], styles("heading"))
        at += 2
        for row in inside:
            lines[row.cell.name] = at
            formulas += _write(book, page, at, row, styles)
            if row.form == "live":
                _strike_when_changed(book, page, at, [lines[name] for name in row.counted])
            if section in COUNTED_SECTIONS:
                counts.append(at)
            at += 1
    page.print_area(0, LABEL, at - 1, REMARK)
    for column, name in ((VALUE, FILLED_IN), (FIRST, FILLED_IN_FIRST)):
        letter = column_name(column)
        book.define_name(name, f"={NAME}!${letter}${FIRST_ROW + 1}:${letter}${at}")
    for column, name in ((VALUE, COUNTS), (FIRST, COUNTS_FIRST)) if counts else ():
        letter = column_name(column)
        book.define_name(name, f"={NAME}!${letter}${counts[0] + 1}:${letter}${counts[-1] + 1}")
    return formulas


def _section(row: InputRow) -> str:
    """Heading that an input belongs under."""
    table = row.cell.origin.path.partition(".")[0].partition("[")[0]
    if table in SECTIONS:
        return table
    stage = CATALOGUE[row.cell.key[0]].stage
    return {"price": "price_model", "costs": "cost_lines"}.get(stage, "centre")


def _frame(page: Worksheet, first_year: int, styles: Styles) -> None:
    page.write_string(0, 0, "Inndata", styles("title"))
    page.write_string(
        1, 0,
        "Fyll ut de gule feltene. Alt annet regnes ut på nytt med en gang. Velg et felt for å se"
        " hva det betyr og hva det kan være.",
        styles("about"),
    )  # fmt: skip
    page.write_string(3, LABEL, "Første år i beregningsperioden", styles("text"))
    page.write_string(
        3, REMARK, "Låst når filen lages: overskriftene følger det.", styles("remark")
    )
    page.write_number(3, VALUE, first_year, styles("stated", "0"))
    for column, text in enumerate(HEADINGS):
        page.write_string(HEADER_ROW, column, text, styles("column"))
    set_up(page, WIDTHS, frozen=(HEADER_ROW + 1, ABOUT), heading=HEADER_ROW)


def _write(book: Workbook, page: Worksheet, at: int, row: InputRow, styles: Styles) -> int:
    cell = row.cell
    digits = format_of(row)
    page.write_string(at, LABEL, row.label, styles("text"))
    page.write_string(at, ABOUT, row.about, styles("wrapped"))
    page.write_string(at, UNIT, row.unit, styles("unit"))
    page.write_string(at, REMARK, row.remark, styles("remark"))
    height = max(height_of(row.remark, WIDTHS[REMARK]), height_of(row.about, WIDTHS[ABOUT]))
    page.set_row(at, height)
    page.write_string(at, PATH, cell.origin.path, styles("unit"))
    if has_range(row):
        _write_range(book, page, at, row, styles)
    elif row.form in {"locked", "live"} and row.low is not None and row.high is not None:
        ends = styles("value" if row.form == "live" else "stated", digits)
        page.write_number(at, LOW, row.low, ends)
        page.write_number(at, HIGH, row.high, ends)
    look = "stated" if row.form == "locked" else "input"
    if cell.origin.path == BY_RULE:
        look = "value"
    if row.form == "month":
        _write_month(page, at, row, styles)
    elif row.follows is not None:
        text = formula(row.follows, NAME)
        page.write_formula(at, VALUE, text, styles("number", digits), row.shown)
        page.write_string(at, FIRST, FOLLOWS, styles("stated"))
    else:
        page.write_number(at, VALUE, row.shown, styles(look, digits))
        page.write_number(at, FIRST, row.shown, styles("stated", digits))
    page.data_validation(at, VALUE, at, VALUE, validation(row))
    return (row.follows is not None) + _name(book, page, at, row, styles)


def _strike_when_changed(book: Workbook, page: Worksheet, at: int, counts: list[int]) -> None:
    """Low and high ends that do not follow are struck out once what they are of is changed."""
    value, first = column_name(VALUE), column_name(FIRST)
    changed = ",".join(f"${value}${line + 1}<>${first}${line + 1}" for line in counts)
    struck = book.add_format({"font_strikeout": True, "font_color": "#C00000"})
    rules = {"type": "formula", "criteria": f"=OR({changed})", "format": struck}
    page.conditional_format(at, LOW, at, HIGH, rules)


def format_of(row: InputRow) -> str:
    """Number format of the cell that is filled in."""
    if row.form == "live" and not row.percent:
        return TWO
    return CLOCK if row.form == "clock" else input_format(row.shown, percent=row.percent)


def has_range(row: InputRow) -> bool:
    """Whether the low and high ends of a number are filled in, too."""
    return row.form == "number" and row.low is not None and row.high is not None


def _write_range(book: Workbook, page: Worksheet, at: int, row: InputRow, styles: Styles) -> None:
    """Low and high ends: yellow cells with names of their own, within the bounds of the number."""
    look = styles("input", input_format(row.shown, percent=row.percent))
    for column, end, ending in ((LOW, row.low, LOW_NAME), (HIGH, row.high, HIGH_NAME)):
        page.write_number(at, column, end, look)
        rules = validation(row)
        told = f"{HEADINGS[column]} ende av spennet. {rules['input_message']}"
        page.data_validation(
            at, column, at, column, rules | {"input_message": told[:_LONGEST_HELP]}
        )
        where = f"${column_name(column)}${at + 1}"
        book.define_name(row.cell.name + ending, f"={quoted(NAME)}!{where}")


def _write_month(page: Worksheet, at: int, row: InputRow, styles: Styles) -> None:
    if row.month:
        date = dt.datetime.combine(row.month, dt.time())
        page.write_datetime(at, VALUE, date, styles("input", MONTH))
        page.write_datetime(at, FIRST, date, styles("stated", MONTH))
    else:
        page.write_blank(at, VALUE, None, styles("input", MONTH))


def _name(book: Workbook, page: Worksheet, at: int, row: InputRow, styles: Styles) -> int:
    """Name the cell to fill in, and the one with the number that the model counts with."""
    cell = row.cell
    filled = f"{column_name(VALUE)}{at + 1}"
    book.define_name(cell.name, f"={quoted(NAME)}!${column_name(VALUE)}${at + 1}")
    if row.form != "month" and row.step == 1:
        return 0
    cell.node.name = cell.name + COUNTED_NAME
    book.define_name(cell.node.name, f"={quoted(NAME)}!${column_name(COUNTED)}${at + 1}")
    if row.form == "month":
        text = month_formula(filled, row)
    else:
        page.write_number(at, STEP, row.step, styles("number", _ANY_LENGTH))
        text = f"={filled}*{column_name(STEP)}{at + 1}"
    page.write_formula(at, COUNTED, text, styles("number", "0.0000"), cell.value)
    return 1


def month_formula(filled: str, row: InputRow) -> str:
    """Years from the start of the horizon to the month that is filled in."""
    later = f"+{row.later}" if row.later > 0 else str(row.later or "")
    months = f"((YEAR({filled})-{FIRST_YEAR})*12+MONTH({filled})-1{later})/12"
    if row.month:
        return f"={months}"
    absent = round(row.cell.value * MONTHS_IN_YEAR)
    return f'=IF({filled}="",{absent}/12,{months})'


def validation(row: InputRow) -> dict[str, object]:
    """What a cell takes, with help and what is said where it does not, from the schema."""
    help_text = row.help.text[: _LONGEST_HELP - 1]
    rules: dict[str, object] = {
        "ignore_blank": row.form == "month",
        "input_title": row.label[:_LONGEST_TITLE],
        "input_message": help_text or row.label[:_LONGEST_HELP],
        "error_title": "Verdien kan ikke brukes",
    }
    if row.form in {"locked", "live"}:
        return rules | {"validate": "any", "input_message": row.remark[:_LONGEST_HELP]}
    if row.form == "month":
        return rules | {
            "validate": "date", "criteria": "between",
            "minimum": dt.date(1990, 1, 1), "maximum": dt.date(2199, 12, 31),
            "error_message": "Skriv den første dagen i måneden, for eksempel 01.04.2027.",
        }  # fmt: skip
    if row.form == "choice":
        return rules | {
            "validate": "list", "source": ["0", "1"], "error_message": "Velg 1 (ja) eller 0 (nei).",
        }  # fmt: skip
    if row.between is not None:
        return rules | clock_cells.validation(row.between)
    low, high = bounds_of(row)
    kind = "et helt tall" if row.whole else "et tall"
    told = f"Skriv {kind} fra {_told(low)} til {_told(high)}{' ' + row.unit if row.unit else ''}."
    return rules | {
        "validate": "integer" if row.whole else "decimal",
        "criteria": "between", "minimum": low, "maximum": high,
        "error_message": told[:_LONGEST_PROBLEM],
    }  # fmt: skip


LARGEST = 1e12


def bounds_of(row: InputRow) -> tuple[float, float]:
    """Least and most that the schema allows, in the unit of the row."""
    bounds, unit = row.help.bounds, row.cell.origin.unit

    def shown(bound: float | None, otherwise: float) -> float:
        return otherwise if bound is None else to_canonical(bound, unit) / row.step

    least = bounds.at_least if bounds.at_least is not None else bounds.above
    return shown(least, -LARGEST), shown(bounds.at_most, LARGEST)


def _told(number: float) -> str:
    """A bound as people read it."""
    if math.isclose(number, round(number)):
        return f"{round(number):,}".replace(",", " ").replace("-", "−")
    return f"{number:.4g}".replace(".", ",").replace("-", "−")
