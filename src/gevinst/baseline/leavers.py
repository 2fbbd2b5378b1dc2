"""Which numbers of persons may stand beside each other, so that no few leavers show.

Persons before less persons after are those who left: a small number that a subtraction gives,
though both are large. The same goes for those without a score, and for those offered who were never
followed. Where two numbers of persons differ by fewer than the threshold, only the first of them is
shown: then there is nothing to subtract from. If that is so in some group or partner alone, the
other is still shown of the whole.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gevinst.baseline.change import UNKNOWN, Change, Refusal, ThreeNumbers
from gevinst.baseline.moments import PERSONS, Key, Moments
from gevinst.baseline.records import ALL

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Column = tuple[str, int]
"""Id of an indicator, and 0 for before or 1 for after."""


COARSE = 2
"""Decimals of a share whose number of persons is not shown."""
LEAST_COARSE = 100
"""Persons from which every number of them nearby has a share with the same decimals."""


def columns_to_show(
    keys: Sequence[Key],
    members: Flags,
    hidden: Flags,
    sums: Mapping[str, Array],
    known: Sequence[float],
    threshold: int,
) -> dict[Column, bool]:
    """Columns of persons that may be shown: true in every row, false of the whole alone.

    Parameters
    ----------
    keys : sequence of (group, partner)
        Of each entry of the table; empty for all.
    members : array of bool, shape (entries, cells)
        Which base cells each entry adds up.
    hidden : array of bool, shape (entries,)
        Entries that are not shown at all.
    sums : mapping of str to array of shape (cells, 2, 6)
        Indicator -> sums of `gevinst.baseline.moments`.
    known : sequence of float
        Numbers of all persons that are shown elsewhere, such as those who were offered.
    threshold : int
        Smallest difference that may be worked out, other than none.

    Examples
    --------
    Three of 120 left before the window after: their number is not to be had from 120 less 117.

    >>> persons = np.zeros((1, 2, 6))
    >>> persons[0, :, PERSONS] = 120, 117
    >>> whole = np.ones((1, 1), dtype=bool)
    >>> columns_to_show([("", "")], whole, ~whole[0], {"admissions": persons}, (), 5)
    {('admissions', 0): True}
    """
    totals = _that_can_be_had(keys, members, hidden)
    of_all = totals.all(axis=1)
    shown = [np.where(of_all, number, np.nan) for number in known]
    found = {}
    for indicator, own in sums.items():
        for period in (0, 1):
            persons = totals.astype(np.float64) @ own[:, period, PERSONS]
            for everywhere in (True, False):
                told = persons if everywhere else np.where(of_all, persons, np.nan)
                if not any(_is_close(told, other, threshold) for other in shown):
                    found[indicator, period] = everywhere
                    shown += [told] if persons.any() else []
                    break
    return found


def without_persons(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the table with nothing in it that gives its number of persons.

    A mean or share of persons comes without the numbers that it is made of. A share is in whole per
    cent besides, and hidden where a whole per cent is less than one person.
    """
    persons, row = row["persons"], row | {"persons": np.nan}
    if row["observations"] != persons:  # per person-year, or per event
        return row
    row |= {"observations": np.nan, "amount": np.nan, "dispersion": np.nan}
    if row["measure"] != "share":
        return row
    if persons < LEAST_COARSE:
        numbers = dict.fromkeys(("rate", "low", "high"), np.nan)
        return row | numbers | {"hidden": True, "method": "hidden", "method_words": ""}
    return row | {name: round(row[name], COARSE) for name in ("rate", "low", "high")}


def coarse(numbers: ThreeNumbers, persons: float, threshold: int) -> ThreeNumbers:
    """Three numbers of shares whose persons are not shown: in whole per cent, or refused of few."""
    if persons < LEAST_COARSE:
        why = Refusal(reason="few_between", facts={"threshold": threshold, "needed": LEAST_COARSE})
        return dataclasses.replace(
            numbers, observed=UNKNOWN, expected=UNKNOWN, difference=UNKNOWN, refusals=(why,)
        )
    return dataclasses.replace(
        numbers,
        observed=_rounded(numbers.observed),
        expected=_rounded(numbers.expected),
        difference=_rounded(numbers.difference),
    )


def _rounded(change: Change) -> Change:
    ends = {name: round(getattr(change, name), COARSE) for name in ("estimate", "low", "high")}
    return dataclasses.replace(change, **ends)


def stated_persons(
    moments: Moments, arm: str, told: Collection[Column], known: Sequence[float]
) -> dict[tuple[str, str, int], int]:
    """Persons of the whole of an arm that may be shown: their own number, or the closest that is.

    Of two as close, the larger: who left is counted as still there.
    """
    own = {
        (indicator, period): float(moments.total(indicator, arm)[period, PERSONS])
        for indicator, of in moments.sums
        if of == arm
        for period in (0, 1)
    }
    shown = [*known, *(own[column] for column in told)]
    return {
        (indicator, arm, period): int(
            persons
            if (indicator, period) in told
            else min(shown, key=lambda number: (abs(number - persons), -number))
        )
        for (indicator, period), persons in own.items()
    }


def _is_close(persons: Array, others: Array, threshold: int) -> bool:
    """Whether some difference is a small number of persons."""
    apart = np.abs(persons - others)
    return bool(((apart > 0) & (apart < threshold)).any())


def _that_can_be_had(keys: Sequence[Key], members: Flags, hidden: Flags) -> Flags:
    """Entries that are shown, and what is left of each when parts of it are taken away."""
    places = [int(place) for place in np.flatnonzero(~hidden)]
    found = [members[place] for place in places]
    for whole in places:
        inside = [
            place for place in places if (members[place] <= members[whole]).all() and place != whole
        ]
        found += [members[whole] & ~members[place] for place in inside]
        for kind in {_kind(keys[place]) for place in inside}:
            parts = [members[place] for place in inside if _kind(keys[place]) == kind]
            found.append(members[whole] & ~np.any(parts, axis=0))
    return np.unique(np.array(found, dtype=bool).reshape(-1, members.shape[1]), axis=0)


def _kind(key: Key) -> tuple[bool, bool]:
    """Whether an entry is of one group, and of one partner."""
    return key[0] != ALL, key[1] != ALL
