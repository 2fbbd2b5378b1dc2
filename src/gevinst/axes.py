"""The four axes of every core array, and the only functions that index or reduce along them.

Every array has the axes ``(group, municipality, period, draw)`` and float64 values. Length 1 on an
axis means "the same for all" and is for intensive quantities only (rates, prices, shares): an
extensive quantity (amounts, counts, time) spans its full axes, or a total over it would be wrong.

Sums add slices from left to right, never by ``np.sum``: NumPy regroups sums when the last axis has
length 1, and one draw alone would then differ in the last bit from the same draw in a batch.

Each primitive has a plain form for arrays and leaves the work to the argument where it brings a
method of the same name: this is how one formula is also read by a workbook's cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

GROUP, MUNICIPALITY, PERIOD, DRAW = 0, 1, 2, 3
AXIS_NAMES = ("group", "municipality", "period", "draw")
MONTHS_IN_YEAR = 12
FEW = 4
"""Slices that are added one by one faster than in one call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The labels of the axes: what position 3 on the municipality axis is called."""

    groups: tuple[str, ...]
    municipalities: tuple[str, ...]
    first_year: int
    years: int
    draws: int = 1

    @property
    def months(self) -> tuple[str, ...]:
        """Label ``YYYY-MM`` of every month of the horizon."""
        return tuple(
            f"{self.first_year + t // MONTHS_IN_YEAR}-{t % MONTHS_IN_YEAR + 1:02d}"
            for t in range(self.years * MONTHS_IN_YEAR)
        )

    @property
    def year_labels(self) -> tuple[int, ...]:
        """Every calendar year of the horizon."""
        return tuple(range(self.first_year, self.first_year + self.years))

    def shape(self, axes: Sequence[str], period: str) -> tuple[int, int, int, int]:
        """Shape of a quantity that varies over `axes`; `period` is month, year or none."""
        periods = {"month": self.years * MONTHS_IN_YEAR, "year": self.years, "none": 1}[period]
        full = (len(self.groups), len(self.municipalities), periods, self.draws)
        sizes = tuple(n if a in axes else 1 for a, n in zip(AXIS_NAMES, full, strict=True))
        return cast(tuple[int, int, int, int], sizes)


def _add_up(parts: Iterable[Array]) -> Array:
    parts = iter(parts)
    total = next(parts)
    for part in parts:
        total = total + part
    return total


def _slices(x: Array, axis: int) -> Iterator[Array]:
    """Each slice along an axis, the axis kept with length 1."""
    whole = (slice(None),) * axis
    return (x[(*whole, slice(i, i + 1))] for i in range(x.shape[axis]))


def _is_small(x: object) -> bool:
    """Whether it is an array of one draw: calls cost more than the numbers."""
    return isinstance(x, np.ndarray) and bool(x.shape[DRAW] == 1)


def _last_sum(x: Array, axis: int) -> Array:
    """Sum along an axis in one call, each number added to the sum of those before it."""
    last = (slice(None),) * axis
    total: Array = np.add.accumulate(x, axis=axis)[(*last, slice(-1, None))].copy()
    return total


def total_over(x: Array, *axes: int) -> Array:
    """Sum over `axes`, each kept with length 1."""
    if hasattr(x, "total_over"):
        return cast(Array, x.total_over(*axes))
    for axis in axes:
        in_one = _is_small(x) and x.shape[axis] > FEW
        x = _last_sum(x, axis) if in_one else _add_up(_slices(x, axis))
    return x


def total_across(
    rule: Callable[..., Array], own: Sequence[Array], others: Sequence[Array]
) -> Array:
    """For each municipality, the sum over all municipalities of a rule that compares them.

    Parameters
    ----------
    rule
        Called as ``rule(*own, *others)``, `own` being one municipality at a time; it uses only
        arithmetic and comparisons, with sums and products of the latter.
    own, others
        Arrays that span the municipality axis.
    """
    if hasattr(own[0], "total_across"):
        return cast(Array, own[0].total_across(rule, own, others))
    each = zip(*(_slices(x, MUNICIPALITY) for x in own), strict=True)
    sums = [total_over(rule(*mine, *others), MUNICIPALITY) for mine in each]
    return np.concatenate(sums, axis=MUNICIPALITY)


def working(x: Array, name: str) -> Array:
    """The same array: a step inside a formula, which a workbook shows under this name."""
    return cast(Array, x.working(name)) if hasattr(x, "working") else x


def total_of(parts: Sequence[Array], unit_like: Array, shape_like: Array) -> Array:
    """Sum of `parts`, in order.

    The sum of none is zero in the unit of `unit_like`, with the shape of both.
    """
    if parts:
        return _add_up(parts)
    if hasattr(unit_like, "zeros"):
        return cast(Array, unit_like.zeros(shape_like))
    return unit_like * np.zeros(shape_like.shape)


def largest_of(parts: Sequence[Array], unit_like: Array) -> Array:
    """The largest of `parts`, number by number; of none it is zero in the unit of `unit_like`."""
    largest = parts[0] if parts else total_of((), unit_like, unit_like)
    for part in parts[1:]:
        largest = np.maximum(largest, part)
    return largest


def per_year(x: Array) -> Array:
    """Sum of the twelve months of each year."""
    if hasattr(x, "per_year"):
        return cast(Array, x.per_year())
    if _is_small(x):
        groups, places, months, draws = x.shape
        by_year = x.reshape(groups, places, months // MONTHS_IN_YEAR, MONTHS_IN_YEAR, draws)
        return _last_sum(by_year, PERIOD + 1)[:, :, :, 0]
    return _add_up(x[:, :, month::MONTHS_IN_YEAR] for month in range(MONTHS_IN_YEAR))


def year_end(x: Array) -> Array:
    """Value in December of each year."""
    if hasattr(x, "year_end"):
        return cast(Array, x.year_end())
    return x[:, :, MONTHS_IN_YEAR - 1 :: MONTHS_IN_YEAR]


def by_month(x: Array) -> Array:
    """Value of the year, repeated in each of its months."""
    if hasattr(x, "by_month"):
        return cast(Array, x.by_month())
    return x[:, :, np.arange(x.shape[PERIOD] * MONTHS_IN_YEAR) // MONTHS_IN_YEAR]


def at_period(x: Array, t: int) -> Array:
    """Value in period `t`, the axis kept with length 1; length 1 is the same for all periods."""
    if hasattr(x, "at_period"):
        return cast(Array, x.at_period(t))
    return x if x.shape[PERIOD] == 1 else x[:, :, t : t + 1]


def _by_period(series: Sequence[Array], periods: int) -> Iterator[tuple[Array, ...]]:
    """The series, one period at a time.

    With one draw a period is so few numbers that most of the time would go to finding them: they
    are first laid side by side, a period after the other.
    """
    if not all(_is_small(x) for x in series):
        return zip(*([at_period(x, t) for t in range(periods)] for x in series), strict=True)
    groups, places, _, draws = np.broadcast_shapes(*(x.shape for x in series))
    whole = (groups, places, periods, draws)
    moved = (np.moveaxis(np.broadcast_to(x, whole), PERIOD, 0) for x in series)
    return zip(*(np.ascontiguousarray(x)[:, :, :, np.newaxis] for x in moved), strict=True)


def join_periods(parts: Sequence[Array]) -> Array:
    """Join single periods to one array along the period axis."""
    if hasattr(parts[0], "join_periods"):
        return cast(Array, parts[0].join_periods(parts))
    draws = {part.shape[DRAW] for part in parts}
    if len(draws) > 1:
        parts = [np.broadcast_to(part, (*part.shape[:DRAW], max(draws))) for part in parts]
    return np.concatenate(parts, axis=PERIOD)


def over_periods(
    step: Callable[..., tuple[Array, ...]], opening: Array, *series: Array, periods: int
) -> tuple[Array, ...]:
    """Run `step` once a period, the state of one period being the start of the next.

    Parameters
    ----------
    step
        Called as ``step(state_before, *series_now)``; returns a tuple whose last item is the state.
    opening
        State before the first period, length 1 on the period axis.
    *series
        Arrays that `step` is given one period of at a time.
    periods
        Number of periods.

    Returns
    -------
    tuple of Array
        What `step` returned, each item joined along the period axis.
    """
    state = opening
    rows: list[tuple[Array, ...]] = []
    for now in _by_period(series, periods):
        row = step(state, *now)
        rows.append(row)
        state = row[-1]
    return tuple(join_periods(column) for column in zip(*rows, strict=True))


def before(x: Array, opening: Array) -> Array:
    """Value of the period before: `opening` first, then `x` moved one period on."""
    if hasattr(x, "at_period"):
        return join_periods([opening, *(at_period(x, t) for t in range(x.shape[PERIOD] - 1))])
    return join_periods([opening, x[:, :, :-1]])


def safe_ratio(a: Array, b: Array, when_zero: float) -> Array:
    """``a / b``, and `when_zero` where b is zero."""
    if hasattr(b, "safe_ratio"):
        return cast(Array, b.safe_ratio(a, when_zero))
    ratio: Array = np.where(b == 0, when_zero, a / np.where(b == 0, np.nan, b))
    return ratio


def round_up_to(x: Array, step: Array, tolerance: Array) -> Array:
    """Smallest multiple of `step` that is at least `x`, less `tolerance` of a step."""
    rounded: Array = step * (np.ceil(x / step - tolerance) + 0)
    return rounded


def logistic(x: Array) -> Array:
    """S-curve from 0 to 1, one half at 0, finite for any x."""
    if hasattr(x, "logistic"):
        return cast(Array, x.logistic())
    curve: Array = (1 + np.tanh(x / 2)) / 2
    return curve


def plain(x: Array) -> Array:
    """Numbers without a unit, for code that knows none; a quantity with units proves it has none.

    The dry run with units calls it with quantities; they bring ``m_as``, which raises where a unit
    is left.
    """
    return cast(Array, x.m_as("")) if hasattr(x, "m_as") else x
