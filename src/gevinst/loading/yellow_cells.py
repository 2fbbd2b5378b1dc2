"""What a yellow cell says: a number in its unit, a month, or a choice."""

from __future__ import annotations

import datetime as dt

from gevinst.loading.clock_times import clock, minutes_of
from gevinst.loading.project_rows import ProjectRow
from gevinst.loading.sheets import Cell
from gevinst.messages import Term

SAME = 1e-15
"""Relative; a spreadsheet program may save a number with fewer digits than it takes to tell it."""

FIRST_DAY, FIRST_DAY_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
FIRST_YEAR, LAST_YEAR = 1990, 2199
FORMULA = "formel"
"""What a cell is in which our own formula stands, of other yellow cells."""
CHOICES = {0.0: "opening_hours", 1.0: "around_the_clock"}


class NotReadable(Exception):  # noqa: N818  told to people as a problem of the file
    """A cell does not hold what it is to hold."""

    def __init__(self, kind: str, **facts: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts


def is_empty(cell: Cell) -> bool:
    """Whether nothing is filled in; spaces are nothing."""
    if cell.is_formula:
        return False
    return cell.kind == "empty" or (cell.kind == "text" and not str(cell.content).strip())


def changed_content(
    row: ProjectRow, cell: Cell, given: object, *, starts_1904: bool
) -> object | None:
    """What the project file would say now.

    Parameters
    ----------
    row : ProjectRow
        Its field, unit and number when the file was written.
    cell : Cell
        What stands in the cell now.
    given : object
        What the field said then; None if it was left out.
    starts_1904 : bool
        Whether dates are counted from 1904.

    Returns
    -------
    object or None
        The same as `given` if the cell was not changed.

    Raises
    ------
    NotReadable
        With what is wrong.
    """
    if cell.is_formula and row.form != FORMULA:
        raise NotReadable("cell.formula")
    if row.form == "måned":
        return _month(row, cell, given, starts_1904=starts_1904)
    if row.form in {"tekst", "klokkeslett"}:
        return _text(cell) if row.form == "tekst" else _time(row, cell, given)
    if row.form == FORMULA:
        return _own_formula(cell, given)
    number = _number(cell)
    if row.number is not None and abs(number - row.number) <= SAME * abs(row.number):
        return given
    if row.form == "låst":
        raise NotReadable("cell.locked", found=number, expected=row.number)
    return _new(row, number)


def _new(row: ProjectRow, number: float) -> object:
    """What the project file says of a new number."""
    if row.form == "valg":
        if number not in CHOICES:
            raise NotReadable("cell.not_choice", found=number)
        return CHOICES[number]
    if row.unit:
        return f"{number!r} {row.unit}"
    return int(number) if number.is_integer() else number


def _own_formula(cell: Cell, given: object) -> object:
    """What follows from other cells is not read, but nothing else may stand in its place."""
    if not cell.is_formula:
        raise NotReadable("cell.formula_gone", found=cell.content)
    return given


def _number(cell: Cell) -> float:
    if cell.kind == "empty":
        raise NotReadable("cell.empty")
    if cell.kind != "number" or not isinstance(cell.content, float):
        found = Term(f"cell.{bool(cell.content)}") if cell.kind == "truth" else str(cell.content)
        raise NotReadable("cell.not_number", found=found)
    return cell.content


def _text(cell: Cell) -> object:
    """A text; a number stays one, so that the schema tells that it is none."""
    if cell.kind == "number" and isinstance(cell.content, float):
        return int(cell.content) if cell.content.is_integer() else cell.content
    if cell.kind != "text":
        raise NotReadable("cell.not_text", found=str(cell.content))
    return str(cell.content).strip()


def _time(row: ProjectRow, cell: Cell, given: object) -> object | None:
    if cell.kind == "empty":
        raise NotReadable("cell.empty")
    minutes = minutes_of(cell.content) if cell.kind in {"number", "text"} else None
    if minutes is None:
        raise NotReadable("cell.not_clock", found=cell.content)
    return given if minutes == minutes_of(row.number) else clock(minutes)


def _month(row: ProjectRow, cell: Cell, given: object, *, starts_1904: bool) -> object | None:
    if cell.kind == "empty":
        if row.number is None:
            return given
        raise NotReadable("cell.empty")
    if cell.kind == "date":
        day = _written_day(str(cell.content))
    elif cell.kind == "number" and isinstance(cell.content, float):
        first = FIRST_DAY_1904 if starts_1904 else FIRST_DAY
        span = (dt.date(FIRST_YEAR, 1, 1) - first).days, (dt.date(LAST_YEAR, 12, 31) - first).days
        if not span[0] <= cell.content < span[1] + 1:
            raise NotReadable("cell.not_month", found=cell.content)
        day = first + dt.timedelta(days=int(cell.content))
    else:
        raise NotReadable("cell.not_month", found=str(cell.content))
    return f"{day.year:04d}-{day.month:02d}"


def _written_day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text[: len("2027-04-01")])
    except ValueError:
        raise NotReadable("cell.not_month", found=text) from None
