"""What a measurement adds up: sums over persons, by cell, from which every figure follows.

Six sums a cell and period are enough for a rate, its dispersion and its interval, and they are
additive: a total is the sum of its cells, whichever door the numbers came in by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gevinst.baseline.records import ALL, ARMS, PERIODS, Counts
from gevinst.extracts import Extract

if TYPE_CHECKING:
    from gevinst.schema.baseline_indicators import Indicator

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Key = tuple[str, str]
"""Group and partner; empty for all."""

PERSONS, EXPOSURE, AMOUNT, SQUARES, CROSS, EXPOSURE_SQUARES = range(6)
"""Columns: persons; sums over them of exposure, amount, amount², amount x exposure, exposure²."""
MOST_CELLS = 60
"""Groups by partners that are shown; of more, only the totals: a table for people, with few small
cells and a fast search for those that must be hidden."""
_BY_EVENT = ("duration", "share")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Moments:
    """Sums by cell.

    Attributes
    ----------
    cells : mapping of str to tuple of Key
        Arm -> its base cells, group and partner.
    sums : mapping
        (indicator, arm) -> array, shape ``(cells, 2, 6)``: before and after, the columns above.
        Sums of products are NaN where the source does not tell them.
    """

    cells: Mapping[str, tuple[Key, ...]]
    sums: Mapping[tuple[str, str], Array] = field(repr=False)

    def entries(self, arm: str) -> tuple[tuple[Key, ...], Flags]:
        """Keys of base cells and their totals, and which cells each adds up."""
        cells = self.cells[arm]
        both = [cell for cell in cells if ALL not in cell]
        keys = dict.fromkeys(() if self.is_wide(arm) else cells)
        keys.update(dict.fromkeys(cell for cell in cells if cell not in both))
        for group, partner in cells:
            keys.update(dict.fromkeys([(group, ALL), (ALL, partner), (ALL, ALL)]))
        members = [[_within(cell, key) for cell in cells] for key in keys]
        return tuple(keys), np.array(members, dtype=bool)

    def is_wide(self, arm: str) -> bool:
        """Whether groups by partners are too many to show: only the totals of each are then."""
        return sum(ALL not in cell for cell in self.cells[arm]) > MOST_CELLS

    def total(self, indicator: str, arm: str) -> Array:
        """Sums of the whole arm, shape ``(2, 6)``; zeros without any."""
        sums = self.sums.get((indicator, arm))
        return np.zeros((2, 6)) if sums is None else np.asarray(sums.sum(axis=0))


def _within(cell: Key, key: Key) -> bool:
    return all(wanted in {ALL, own} for own, wanted in zip(cell, key, strict=True))


def of_persons(amount: Array, exposure: Array) -> Array:
    """Six numbers of each person and period, shape ``(persons, 2, 6)``; 0 without exposure."""
    present = exposure > 0
    amount = np.where(present, amount, 0.0)
    exposure = np.where(present, exposure, 0.0)
    columns = [present, exposure, amount, amount**2, amount * exposure, exposure**2]
    return np.stack(columns, axis=-1).astype(np.float64)


def of_extract(extract: Extract, indicators: Sequence[Indicator]) -> Moments:
    """Add up persons by cell."""
    codes = extract.group * len(extract.partners) + extract.partner
    cells: dict[str, tuple[Key, ...]] = {}
    sums: dict[tuple[str, str], Array] = {}
    for number, arm in enumerate(ARMS):
        inside = extract.arm == number
        present, places = np.unique(codes[inside], return_inverse=True)
        if not len(present):
            continue
        pairs = (divmod(int(code), len(extract.partners)) for code in present)
        cells[arm] = tuple((extract.groups[g], extract.partners[p]) for g, p in pairs)
        for indicator in indicators:
            amount, exposure = persons_of(extract, indicator)
            each = of_persons(amount[inside], exposure[inside]).reshape(len(places), -1)
            added = np.zeros((len(present), each.shape[1]))
            for column, numbers in enumerate(each.T):
                added[:, column] = np.bincount(places, weights=numbers)
            sums[indicator.id, arm] = added.reshape(len(present), 2, 6)
    return Moments(cells=cells, sums=sums)


def persons_of(extract: Extract, indicator: Indicator) -> tuple[Array, Array]:
    """Amount and exposure of each person before and after, shape ``(persons, 2)`` each.

    Exposure is what the indicator is measured per: person-years, or events for durations and shares
    of events, or 1 for each person with both scores.
    """
    own = indicator.id
    if indicator.kind == "share" and indicator.limit_value is None:
        return (extract.events[own] > 0).astype(float), (extract.time > 0).astype(float)
    if indicator.kind in _BY_EVENT:
        return extract.amount[own], extract.events[own].astype(np.float64)
    if indicator.kind == "score":
        scores = np.stack(extract.scores[own], axis=-1)
        paired = np.isfinite(scores).all(axis=1, keepdims=True)
        return np.where(paired, scores, 0.0), np.broadcast_to(paired, scores.shape).astype(float)
    if indicator.kind == "improved":
        return _improved(extract, indicator)
    return extract.amount[own], extract.time


def _improved(extract: Extract, indicator: Indicator) -> tuple[Array, Array]:
    """Tell whether each person's score became better by the limit; before has nothing to count."""
    before, after = extract.scores[indicator.id]
    both = np.isfinite(before) & np.isfinite(after)
    rise = np.where(both, after - before, 0.0) * (1 if indicator.better == "more" else -1)
    improved = both & (rise > 0) & (rise >= (indicator.limit_value or 0.0))
    nobody = np.zeros(len(both))
    return (
        np.stack([nobody, improved.astype(float)], axis=-1),
        np.stack([nobody, both.astype(float)], axis=-1),
    )


def of_counts(counts: tuple[Counts, ...], kinds: Mapping[str, str]) -> Moments:
    """Put aggregates in their cells; each person is taken to have the same exposure."""
    cells: dict[str, tuple[Key, ...]] = {}
    sums: dict[tuple[str, str], Array] = {}
    for arm in ARMS:
        own = [cell for cell in counts if cell.arm == arm]
        keys = tuple(dict.fromkeys((cell.group, cell.partner) for cell in own))
        if not keys:
            continue
        cells[arm] = keys
        for indicator in dict.fromkeys(cell.indicator for cell in own):
            sums[indicator, arm] = np.zeros((len(keys), 2, 6))
        for cell in own:
            place = keys.index((cell.group, cell.partner)), PERIODS.index(cell.period)
            sums[cell.indicator, arm][place] = _of_cell(cell, kinds[cell.indicator])
    return Moments(cells=cells, sums=sums)


def _of_cell(cell: Counts, kind: str) -> Array:
    exposure = cell.person_time if kind in {"events", "amount"} else float(cell.persons)
    persons = float(cell.persons)
    squares = np.nan if cell.sum_of_squares is None else cell.sum_of_squares
    if kind in {"share", "improved"}:
        squares = cell.amount  # each is 0 or 1
    cross, exposures = (
        (cell.amount * exposure / persons, exposure**2 / persons) if persons else (0.0, 0.0)
    )
    return np.array([persons, exposure, cell.amount, squares, cross, exposures])
