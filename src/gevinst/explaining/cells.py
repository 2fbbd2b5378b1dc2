"""Cells: which number of an array is meant, and what it is in a month or over a year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gevinst.axes import MONTHS_IN_YEAR, Array
from gevinst.catalogue import Quantity
from gevinst.results.rollup import by_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Positions on the axes; at most one of `month` and `year` is set."""

    group: int | None = None
    municipality: int | None = None
    month: int | None = None
    year: int | None = None

    def within(self, entry: Quantity) -> Cell:
        """The same cell, as far as the quantity varies.

        A month of a yearly quantity is its year; a year of a monthly one is a view of its months.
        """
        month, year = self.month, self.year
        if entry.period == "none":
            month, year = None, None
        elif entry.period == "year" and self.month is not None:
            month, year = None, self.month // MONTHS_IN_YEAR
        return Cell(
            group=self.group if "group" in entry.axes else None,
            municipality=self.municipality if "municipality" in entry.axes else None,
            month=month,
            year=year,
        )

    def at(self, group: int | None, municipality: int | None) -> Cell:
        """The same time at another place; None leaves the place as it is."""
        return replace(
            self,
            group=self.group if group is None else group,
            municipality=self.municipality if municipality is None else municipality,
        )

    def year_viewed(self, entry: Quantity) -> int | None:
        """The year, if it is twelve months that are seen as one year."""
        return self.year if entry.period == "month" else None

    def in_month(self, month: int) -> Cell:
        """The same place in one month."""
        return replace(self, month=month, year=None)


@dataclass(frozen=True, slots=True)
class Picked:
    """A number of an array, with the twelve months that a view of a year rests on."""

    value: float
    months: tuple[float, ...] = ()


def _slice(size: int, at: int | None) -> slice:
    position = 0 if at is None or size == 1 else at
    return slice(position, position + 1)


def pick(array: Array, cell: Cell, entry: Quantity) -> Picked:
    """The number in `cell`, which is within `entry`; of the first draw."""
    groups, municipalities, periods, _ = array.shape
    part = array[_slice(groups, cell.group), _slice(municipalities, cell.municipality), :, :1]
    year = cell.year_viewed(entry)
    if year is not None:
        start = year * MONTHS_IN_YEAR
        months = part[0, 0, start : start + MONTHS_IN_YEAR, 0]
        value = by_time(entry, part, "year")[0, 0, year, 0]
        return Picked(float(value), tuple(float(x) for x in months))
    time = cell.month if cell.month is not None else cell.year
    return Picked(float(part[0, 0, _slice(periods, time), 0][0]))
