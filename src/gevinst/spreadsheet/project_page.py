"""The sheet that holds the project file, field by field, so that the workbook can be read back."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from gevinst.errors import UnitError
from gevinst.loading.project_rows import (
    CELL,
    CONTENT,
    DERIVED,
    FORM,
    HEADINGS,
    KIND,
    LEFT_OUT,
    NUMBER,
    PARAMETER,
    PATH,
    RANGE,
    SHEET,
    UNIT,
    Form,
    ProjectRow,
    content_at,
    fields_of,
    location_of,
    number_of,
)
from gevinst.loading.yellow_cells import FIRST_DAY
from gevinst.schema import Project
from gevinst.schema.findings import Location
from gevinst.schema.walk import path_text
from gevinst.schema.written import tables_of
from gevinst.spreadsheet.clock_cells import position
from gevinst.spreadsheet.formula_text import column_name, quoted
from gevinst.spreadsheet.input_rows import InputRow
from gevinst.spreadsheet.inputs_page import FIRST_YEAR, HIGH_NAME, LOW_NAME, has_range
from gevinst.spreadsheet.printing import print_heading_only, set_up
from gevinst.spreadsheet.styles import Styles, height_of
from gevinst.units import canonical_unit, factor

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = SHEET
WIDTHS = (52, 13, 60, 44, 12, 26, 26)
HEADER_ROW, FIRST_ROW = 4, 5
TALLEST = 400
"""Of a row; no program takes much more."""

ABOUT = (
    "Prosjektfilen slik den var da arbeidsboken ble laget. gevinst kan lese arbeidsboken igjen.",
    "Er et gult felt endret, gjelder det som står der. Ellers gjelder det som står her.",
)
_FORMS: dict[str, Form] = {
    "number": "tall",
    "month": "måned",
    "choice": "valg",
    "locked": "låst",
    "live": "formel",
    "clock": "klokkeslett",
}
_AFTER_NUMBER = re.compile(r"[-+−]?[\d\s.,_]*(?:[eE][-+]?\d+)?\s*(.*)", re.DOTALL)
_PLAIN = frozenset({"", "1", "%", "percent"})


def project_rows(
    project: Project, stated: Sequence[InputRow], fixed: Sequence[InputRow] = ()
) -> list[ProjectRow]:
    """Every field of the project file, and every cell to fill in with the field that it is.

    Parameters
    ----------
    project : Project
    stated : sequence of InputRow
        Rows of the sheet of inputs.
    fixed : sequence of InputRow
        Parameters and definitions, which no field decides: a changed one is refused.
    """
    tables = tables_of(project)
    cells: dict[Location, list[dict[str, Any]]] = {}
    derived: list[ProjectRow] = []
    first = {"name": FIRST_YEAR, "form": "låst", "number": float(project.horizon.first_year)}
    cells["horizon", "first_year"] = [first]
    for row in stated:
        if row.form == "clock":
            cells[_clock_location(row)] = [_cell(row, None)]
            continue
        where = location_of(row.cell.origin.path)
        location = number_of(tables, where) if where else None
        if location is None or not _is_field(tables, location):
            derived.append(_derived(row))
            derived.extend(_derived(row, ending, end) for _, ending, end in _ends(row))
            continue
        given = content_at(tables, location)
        cells.setdefault(location, []).append(_cell(row, given))
        for key, ending, end in _ends(row):
            own = _cell(row, given) | {"name": row.cell.name + ending, "number": end}
            cells.setdefault((*location[:-1], key), []).append(own)
    return [*_fields(tables, cells), *derived, *map(_parameter, fixed)]


def _parameter(row: InputRow) -> ProjectRow:
    """A cell of the sheet of assumptions."""
    cell = row.cell
    path, number = cell.origin.path, cell.value
    return ProjectRow(
        path=path, kind=PARAMETER, content="", name=cell.name, form="låst", number=number
    )


def _fields(
    tables: dict[str, Any], cells: dict[Location, list[dict[str, Any]]]
) -> Iterator[ProjectRow]:
    """Fields in the order of the file; then those that are left out but can be filled in."""
    for location, kind, content in fields_of(tables):
        own, *others = cells.pop(location, [{}])
        path = path_text(location)
        yield ProjectRow(path=path, kind=kind, content=content, **own)
        for other in others:
            yield ProjectRow(path=path, kind=LEFT_OUT, content="", **other)
    for location, inside in cells.items():
        for cell in inside:
            yield ProjectRow(path=path_text(location), kind=LEFT_OUT, content="", **cell)


def _clock_location(row: InputRow) -> Location:
    """Where a time by the clock stands: its number inside the text of the day."""
    return (*(location_of(row.cell.origin.path) or ()), position(row.cell.key))


def _is_field(tables: dict[str, Any], location: Location) -> bool:
    """Whether a number can stand at a location: one stands there, or its table lacks it."""
    content = content_at(tables, location)
    if content is None:
        return isinstance(content_at(tables, location[:-1]), dict)
    return not isinstance(content, (dict, list))


def _ends(row: InputRow) -> list[tuple[str, str, float]]:
    """Key, ending of the cell's name and number of the ends of a range that is filled in."""
    if not has_range(row) or row.low is None or row.high is None:
        return []
    return [("low", LOW_NAME, row.low), ("high", HIGH_NAME, row.high)]


def _derived(row: InputRow, ending: str = "", number: float | None = None) -> ProjectRow:
    """A cell whose number follows from several fields: it cannot be read back if it is changed."""
    return ProjectRow(
        path=row.cell.origin.path,
        kind=DERIVED,
        content="",
        name=row.cell.name + ending,
        form="formel" if row.form == "live" else "låst",
        number=row.shown if number is None else number,
    )


def _cell(row: InputRow, given: object) -> dict[str, Any]:
    number: float | None = row.shown
    if row.form == "month":
        number = float((row.month - FIRST_DAY).days) if row.month else None
    return {
        "name": row.cell.name,
        "form": _FORMS[row.form],
        "number": number,
        "unit": _unit(row, given) if row.form == "number" else "",
    }


def _unit(row: InputRow, given: object) -> str:
    """Unit of the cell, as a project file writes it; empty for a plain number."""
    if isinstance(given, (int, float)) and given == row.shown:
        return ""
    if isinstance(given, str):
        match = _AFTER_NUMBER.fullmatch(given.strip())
        written = match[1] if match else ""
        if written not in _PLAIN and _is_step(written, row.step):
            return written
    unit = row.cell.origin.unit
    return "" if unit == "1" else canonical_unit(unit)


def _is_step(unit: str, step: float) -> bool:
    try:
        return math.isclose(factor(unit), step, rel_tol=1e-12)
    except UnitError:
        return False


def write_project(
    book: Workbook, page: Worksheet, rows: Iterable[ProjectRow], styles: Styles
) -> None:
    """Write the sheet and name its rows."""
    _frame(page, styles)
    at = FIRST_ROW
    for row in rows:
        _write(page, at, row, styles)
        at += 1
    codes = column_name(CONTENT)
    page.ignore_errors({"number_stored_as_text": f"{codes}{FIRST_ROW + 1}:{codes}{at}"})
    first, last = column_name(PATH), column_name(UNIT)
    book.define_name(RANGE, f"={quoted(NAME)}!${first}${FIRST_ROW + 1}:${last}${at}")


def _frame(page: Worksheet, styles: Styles) -> None:
    page.write_string(0, 0, NAME, styles("title"))
    for at, text in enumerate(ABOUT, 1):
        page.write_string(at, 0, text, styles("about"))
    for column, text in enumerate(HEADINGS):
        page.write_string(HEADER_ROW, column, text, styles("column"))
    set_up(page, WIDTHS, frozen=(HEADER_ROW + 1, KIND), heading=HEADER_ROW)
    print_heading_only(page, HEADER_ROW - 1, len(HEADINGS), styles)


def _write(page: Worksheet, at: int, row: ProjectRow, styles: Styles) -> None:
    text, stated = styles("text"), styles("stated", "General")
    for column, word in (
        (PATH, row.path), (KIND, row.kind), (CELL, row.name), (FORM, row.form), (UNIT, row.unit),
    ):  # fmt: skip
        if word:
            page.write_string(at, column, word, text)
    if isinstance(row.content, str):
        if row.content:
            page.write_string(at, CONTENT, row.content, styles("wrapped"))
            page.set_row(at, min(height_of(row.content, WIDTHS[CONTENT]), TALLEST))
    else:
        page.write_number(at, CONTENT, row.content, styles("remark", "General"))
    if row.number is not None:
        page.write_number(at, NUMBER, row.number, stated)
