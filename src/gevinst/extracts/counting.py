"""Events put in windows, and added up per person and indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gevinst.extracts import reasons as why
from gevinst.extracts.casting import DECIMALS, NO_DAY
from gevinst.extracts.events import Events
from gevinst.extracts.plan import BY_EVENT, BY_SCORE, Counted, Plan
from gevinst.extracts.records import Array, Codes, Durations, Flags
from gevinst.extracts.windows import Windows, is_within

Side = NDArray[np.int8]
BEFORE, AFTER, NEITHER = 0, 1, -1
EXACT_BELOW = 2.0**53
"""Whole numbers below this are added exactly as floats, in any order."""

AT_A_TIME = 1 << 20
_ORDER = why.EVENT_REASONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What `Extract` says of each indicator, persons in the order of the file."""

    amount: Mapping[str, Array]
    events: Mapping[str, Array]
    durations: Mapping[str, Durations]
    scores: Mapping[str, tuple[Array, Array]]


def sides(events: Events, windows: Windows, excluded: tuple[tuple[int, int], ...]) -> Side:
    """Window of each event, and in the tallies of `events` the reasons of those in none."""
    side = np.full(len(events.person), NEITHER, np.int8)
    index = windows.index
    limits = [
        x.astype(np.int32) for pair in zip(windows.starts, windows.ends, strict=True) for x in pair
    ]
    has_index = index != NO_DAY
    edges = np.where(has_index, index - windows.washout, NO_DAY).astype(np.int32)
    other_edges = np.where(has_index, index + windows.washout, NO_DAY).astype(np.int32)
    index = index.astype(np.int32)
    for first in range(0, len(side), AT_A_TIME):
        part = slice(first, first + AT_A_TIME)
        person, day = events.person[part], events.day[part]
        reasons = why.none_yet(len(person))
        if not windows.counts_index_day:
            is_index = day == index[person]
            if len(events.flagged):
                is_index |= events.flagged[part]
            why.blame(reasons, _ORDER, "rejection.index_event", is_index)
        if excluded:
            why.blame(reasons, _ORDER, "rejection.excluded_span", is_within(day, excluded))
        before = (day >= limits[0][person]) & (day < limits[1][person])
        after = (day >= limits[2][person]) & (day < limits[3][person])
        outside = ~(before | after)
        if windows.washout:
            near = (day >= edges[person]) & (day <= other_edges[person])
            why.blame(reasons, _ORDER, "rejection.washout", outside & near)
        why.blame(reasons, _ORDER, "rejection.outside_windows", outside)
        found = np.where(after, np.int8(AFTER), np.int8(BEFORE))
        found[reasons != 0] = NEITHER
        side[part] = found
        tallies = np.bincount(reasons, minlength=len(_ORDER) + 1)
        events.tallies[1:] += tallies[1:]
        events.tallies[0] -= tallies[1:].sum()
    return side


def added_up(
    events: Events, side: Side, plan: Plan, windows: Windows, time: Array, rejected: Flags
) -> Amounts:
    """Amounts per person, window and indicator."""
    persons = len(time)
    key = events.person.astype(np.int64) * 2 + side
    used = side != NEITHER
    types = {name: number for number, name in enumerate(plan.types)}
    totals = {
        number: _of_type(events, key, used & (events.type_ == number), persons)
        for number in types.values()
    }
    amount, counts, durations, scores = {}, {}, {}, {}
    for indicator in plan.indicators:
        own = [types[name] for name in indicator.event_types]
        counted = _sum([totals[number][0] for number in own], persons)
        added = _sum([totals[number][1] for number in own], persons) / DECIMALS
        mask = np.isin(events.type_, own)
        if indicator.kind in BY_EVENT:
            durations[indicator.id] = _durations(events, side, mask)
        if indicator.kind in BY_SCORE:
            found = _scores(events, side, mask, windows, rejected, persons)
            if indicator.kind == "score" or not np.isnan(found).all():
                scores[indicator.id] = found[0], found[1]
        counts[indicator.id] = counted
        amount[indicator.id] = counted
        if indicator.kind in {"amount", "duration"}:
            amount[indicator.id] = added
        elif indicator.kind == "share_of_events":
            close = used & mask & within_limit(events, indicator)
            amount[indicator.id] = _tally(key[close], persons)
        elif indicator.kind == "share_of_persons":
            counts[indicator.id] = (time > 0).astype(np.float64)
            amount[indicator.id] = ((counted > 0) & (time > 0)).astype(np.float64)
    return Amounts(amount=amount, events=counts, durations=durations, scores=scores)


def within_limit(events: Events, indicator: Counted) -> Flags:
    """Which events have a quantity within the limit of a share."""
    limit = np.inf if indicator.limit is None else np.round(indicator.limit * DECIMALS)
    close: Flags = events.quantity <= limit
    return close


def _of_type(events: Events, key: Codes, mask: Flags, persons: int) -> tuple[Array, Array]:
    """Count and sum per person and window of the events of one type."""
    own = key[mask]
    count = _tally(own, persons)
    if not len(events.quantity):
        return count, np.zeros_like(count)
    added = _tally(own, persons, np.nan_to_num(events.quantity[mask]))
    return count, added


def _tally(key: Codes, persons: int, weights: Array | None = None) -> Array:
    tally = np.bincount(key, weights, minlength=2 * persons).astype(np.float64)
    return tally.reshape(persons, 2)


def _sum(parts: list[Array], persons: int) -> Array:
    total = np.zeros((persons, 2))
    for part in parts:
        total = total + part
    return total


def _durations(events: Events, side: Side, mask: Flags) -> Durations:
    values, persons = [], []
    for window in (BEFORE, AFTER):
        own = mask & (side == window)
        values.append(events.quantity[own] / DECIMALS)
        persons.append(events.person[own].astype(np.int64))
    return Durations(values=(values[0], values[1]), persons=(persons[0], persons[1]))


def _scores(
    events: Events, side: Side, mask: Flags, windows: Windows, rejected: Flags, persons: int
) -> Array:
    """Latest score of each person before and after, shape ``(2, persons)``; NaN without any.

    A score on the index day, or in the washout before it, is the one that the person came with and
    counts as before, whatever is done with index events.
    """
    if not len(events.quantity):
        return np.full((2, persons), np.nan)
    person, day = events.person, events.day
    came_with = (
        (day >= windows.starts[BEFORE][person])
        & (day <= windows.index[person])
        & (windows.index[person] != NO_DAY)
        & ~rejected
    )
    found = []
    for own in ((side == BEFORE) | came_with, (side == AFTER) & ~came_with):
        kept = np.flatnonzero(own & mask & ~np.isnan(events.quantity))
        latest = np.full(persons, NO_DAY)
        np.maximum.at(latest, person[kept], day[kept])
        kept = kept[day[kept] == latest[person[kept]]]
        count = np.bincount(person[kept], minlength=persons)
        total = np.bincount(person[kept], events.quantity[kept], minlength=persons)
        found.append(np.where(count > 0, total / np.maximum(count, 1) / DECIMALS, np.nan))
    return np.stack(found)
