"""Days of each person before and after, and the person-years at risk in them.

All spans of days are half open: from a day up to, and not including, another. A year is 365.25
days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gevinst.extracts.casting import NO_DAY
from gevinst.extracts.plan import Plan, Span
from gevinst.extracts.records import Array, Flags

Days = NDArray[np.int64]
DAYS_PER_YEAR = 365.25
_EPOCH = dt.date(1970, 1, 1).toordinal()


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _EPOCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """Spans of each person, shape ``(persons,)``, cut by nothing yet.

    Attributes
    ----------
    starts, ends : tuple of Days
        Of the window before and the window after.
    index : Days
        The index date, `NO_DAY` without one.
    washout : int
        Days on each side of the index date that are left out.
    counts_index_day : bool
        Whether the index day belongs to the window before.
    """

    starts: tuple[Days, Days]
    ends: tuple[Days, Days]
    index: Days
    washout: int
    counts_index_day: bool


def windows_of(plan: Plan, index: Days) -> Windows:
    """Lay the windows of each person.

    Relative: the window before ends `washout` days before the index day, the window after begins
    `washout` days after it. The index day belongs to neither, or, if the index event counts, to
    the window before. Calendar: days from a person's index day on are not before, and days up to
    and including it are not after, so that waiting is never counted as being followed.
    """
    has_index = index != NO_DAY
    turn = index + 1 if plan.counts_index_event else index
    if plan.before is None or plan.after is None:
        before_end = turn - plan.washout_days
        after_start = index + 1 + plan.washout_days
        starts = months_later(before_end, -plan.length_months), after_start
        ends = before_end, months_later(after_start, plan.length_months)
    else:
        first, last = _half_open(plan.before)
        start, end = _half_open(plan.after)
        starts = (
            np.full(len(index), first),
            np.where(has_index, np.maximum(start, index + 1), start),
        )
        ends = np.where(has_index, np.minimum(last, turn), last), np.full(len(index), end)
    return Windows(
        starts=starts,
        ends=ends,
        index=index,
        washout=plan.washout_days,
        counts_index_day=plan.counts_index_event,
    )


def months_later(day: Days, months: int) -> Days:
    """The same day of the month so many months later, or the last there is.

    Examples
    --------
    >>> leap = np.array([day_number(dt.date(2024, 2, 29))])
    >>> int(months_later(leap, 12)[0]) == day_number(dt.date(2025, 2, 28))
    True
    """
    dates = day.astype("datetime64[D]")
    month = dates.astype("datetime64[M]")
    shifted = month + months
    last = (shifted + 1).astype("datetime64[D]") - shifted.astype("datetime64[D]")
    within = np.minimum(dates - month.astype("datetime64[D]"), last - 1)
    later: Days = (shifted.astype("datetime64[D]") + within).astype(np.int64)
    return later


def merged(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """Spans half open, in order, those that meet or overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(_half_open(span) for span in spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif start < end:
            found.append((start, end))
    return tuple(found)


def overlap(start: Days, end: Days, other_start: Days | int, other_end: Days | int) -> Days:
    """Days that two spans share, none if they do not meet."""
    shared: Days = np.minimum(end, other_end) - np.maximum(start, other_start)
    return np.maximum(shared, 0)


def time_at_risk(
    windows: Windows, first: Days, last: Days, excluded: tuple[tuple[int, int], ...]
) -> Array:
    """Person-years before and after, shape ``(persons, 2)``.

    Parameters
    ----------
    first, last : Days
        Follow-up of each person, half open.
    excluded : tuple of pairs
        Merged spans that count for nobody.
    """
    sides = []
    for side in (0, 1):
        start = np.maximum(windows.starts[side], first)
        end = np.minimum(windows.ends[side], last)
        days = np.maximum(end - start, 0)
        for from_, to in excluded:
            days = days - overlap(start, np.maximum(end, start), from_, to)
        sides.append(days)
    return np.stack(sides, axis=-1) / DAYS_PER_YEAR


def is_within(day: NDArray[np.integer], spans: Iterable[tuple[int, int]]) -> Flags:
    """Whether each day lies in one of the spans."""
    inside = np.zeros(day.shape, bool)
    for start, end in spans:
        inside |= (day >= start) & (day < end)
    return inside


def _half_open(span: Span) -> tuple[int, int]:
    return day_number(span.first), day_number(span.last) + 1
