"""Calendar months: amounts and person-years by cell, for run charts and time series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gevinst.extracts.casting import DECIMALS, NO_DAY
from gevinst.extracts.counting import within_limit
from gevinst.extracts.events import Events
from gevinst.extracts.persons import Persons
from gevinst.extracts.plan import Counted, Plan
from gevinst.extracts.records import Array, Codes, Flags, MonthSeries
from gevinst.extracts.windows import DAYS_PER_YEAR, Windows

Days = NDArray[np.int64]
_COUNTED = frozenset({"events", "share_of_persons"})


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months that the windows touch.

    Attributes
    ----------
    starts : Days
        First day of each month, and of the month after the last.
    """

    starts: Days

    @property
    def labels(self) -> tuple[str, ...]:
        """``YYYY-MM`` of each month."""
        dates = self.starts[:-1].astype("datetime64[D]").astype("datetime64[M]")
        return tuple(str(month) for month in dates)

    def month_of(self, day: NDArray[np.integer]) -> Days:
        """Place of the month of each day, which lies within the calendar or just after it."""
        table = np.repeat(np.arange(len(self.starts)), [*np.diff(self.starts), 1])
        found: Days = table[day - self.starts[0]]
        return found


def calendar_of(windows: Windows, persons: Persons) -> Calendar:
    """Months from the first window to the last, where somebody is followed."""
    first = np.maximum(np.minimum(windows.starts[0], windows.starts[1]), persons.first).min()
    last = np.minimum(np.maximum(windows.ends[0], windows.ends[1]), persons.last).max()
    first, last = min(first, last - 1), last - 1
    months = np.arange(_month(first), _month(last) + 2)
    return Calendar(months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64))


def _month(day: int) -> int:
    return int(np.int64(day).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64))


def month_of_index(persons: Persons, calendar: Calendar) -> Codes:
    """Month of each person's index date, counted from the first; -1 without an index date."""
    has = persons.index != NO_DAY
    month = np.where(has, persons.index, 0).astype("datetime64[D]").astype("datetime64[M]")
    first = _month(int(calendar.starts[0]))
    return np.where(has, month.astype(np.int64) - first, -1)


def monthly(
    events: Events,
    plan: Plan,
    persons: Persons,
    calendar: Calendar,
    excluded: tuple[tuple[int, int], ...],
    rejected: Flags,
) -> Mapping[str, MonthSeries]:
    """Series of every indicator; what lies in excluded spans is in none of them."""
    groups, partners = len(persons.groups), len(persons.partners)
    base = (persons.arm * groups + persons.group) * partners + persons.partner
    shape = (2, 2, groups, partners, len(calendar.starts) - 1)
    times = _times(persons, base, calendar, excluded, shape)
    inside = ~rejected & (events.day >= calendar.starts[0]) & (events.day < calendar.starts[-1])
    kept = np.flatnonzero(inside)
    person, day = events.person[kept], events.day[kept]
    exposed = (persons.index[person] != NO_DAY) & (day > persons.index[person])
    cells = exposed * (2 * groups * partners) + base[person]
    key = cells * shape[-1] + calendar.month_of(day)
    types = {name: number for number, name in enumerate(plan.types)}
    series = {}
    for indicator in plan.indicators:
        own = np.isin(events.type_[kept], [types[name] for name in indicator.event_types])
        size = int(np.prod(shape))
        counts = np.bincount(key[own], minlength=size).reshape(shape).astype(np.float64)
        weights = _weights(events, indicator, kept[own])
        amounts: Array = counts
        if weights is not None:
            scale = 1 if indicator.kind == "share_of_events" else DECIMALS
            amounts = np.bincount(key[own], weights, minlength=size).reshape(shape) / scale
        series[indicator.id] = MonthSeries(
            months=calendar.labels, amounts=amounts, events=counts, times=times
        )
    return series


def _weights(events: Events, indicator: Counted, kept: NDArray[np.intp]) -> Array | None:
    if indicator.kind in _COUNTED or not len(events.quantity):
        return None
    if indicator.kind == "share_of_events":
        return within_limit(events, indicator)[kept].astype(np.float64)
    return np.nan_to_num(events.quantity[kept])


def _times(
    persons: Persons,
    base: Codes,
    calendar: Calendar,
    excluded: tuple[tuple[int, int], ...],
    shape: tuple[int, ...],
) -> Array:
    """Person-years by cell and month, those up to and including the index day apart."""
    has = persons.index != NO_DAY
    turn = np.where(has, persons.index + 1, persons.last)
    spans = (
        (base, persons.first, np.minimum(persons.last, turn)),
        (base + int(np.prod(shape[1:4])), np.maximum(persons.first, turn), persons.last),
    )
    days = np.zeros((int(np.prod(shape[:4])), shape[4]))
    for cell, start, end in spans:
        days += _days_by_month(cell, start, end, calendar, days.shape)
        for from_, to in excluded:
            shared = np.maximum(start, from_), np.minimum(end, to)
            days -= _days_by_month(cell, *shared, calendar, days.shape)
    years: Array = days.reshape(shape) / DAYS_PER_YEAR
    return years


def _days_by_month(
    cell: Codes, start: Days, end: Days, calendar: Calendar, shape: tuple[int, ...]
) -> Array:
    """Days of half-open spans in each month, added up by cell."""
    present = np.maximum(start, calendar.starts[0]) < np.minimum(end, calendar.starts[-1])
    days = np.zeros(shape)
    for edge, sign in ((end, 1), (start, -1)):
        at = np.clip(edge[present], calendar.starts[0], calendar.starts[-1])
        days += sign * _days_until(cell[present], at, calendar, shape)
    return days


def _days_until(cell: Codes, day: Days, calendar: Calendar, shape: tuple[int, ...]) -> Array:
    """Days of each month before the given days, added up by cell: whole months and the part."""
    months = shape[1]
    month = calendar.month_of(day)
    key = cell * (months + 1) + month
    size = shape[0] * (months + 1)
    number = np.bincount(key, minlength=size).reshape(shape[0], months + 1)
    offset = np.bincount(key, day - calendar.starts[month], minlength=size)
    later = number[:, ::-1].cumsum(axis=1)[:, ::-1][:, 1:]
    days: Array = offset.reshape(shape[0], months + 1)[:, :-1] + later * np.diff(calendar.starts)
    return days
