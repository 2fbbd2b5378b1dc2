"""Rates of measurements and ratios of comparisons, with their intervals.

Counts of events have exact intervals. Where the sum of squares of the persons' numbers is stated,
the variance is that many times a Poisson count's, and the same limits are used of a count divided
by the dispersion. The ratio of four rates (difference in differences on the scale of ratios) has a
log interval, which takes each rate as independent of the others.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from gevinst.schema.measurements import Comparison, Measurement

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEVEL = 0.95
MEANS = "95 % interval"
FEWEST = 10
"""Least count (divided by its dispersion) for which a log interval is used."""
ARMS = {
    "before_after": ("after", "before"),
    "randomised": ("after", "comparison_after"),
    "comparison_group": ("after", "before", "comparison_after", "comparison_before"),
}
"""Designs whose ratio follows from measurements: in turn above and below the line."""

Number = TypeVar("Number", float, "NDArray[np.float64]")
"""A number, or an array (of cells, where a workbook is to follow what was counted)."""


def rate(amount: Number, time: Number) -> Number:
    """Number per person and year: what was counted over the persons' summed time."""
    return amount / time


def ratio_of_rates(rates: Sequence[Number]) -> Number:
    """First rate over the second; of four, over the same ratio of the last two."""
    first = rates[0] / rates[1]
    return first if len(rates) == len(ARMS["before_after"]) else first / (rates[2] / rates[3])


def change_of(ratio: Number) -> Number:
    """Change as a share, from the ratio of what is to what would have been."""
    return ratio - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number with its interval, and how that was found.

    Attributes
    ----------
    likely, low, high : float
    means : str or None
        What the interval means; None without one.
    method : str
        ``"exact"``, ``"overdispersed"``, ``"log"`` or ``"stated"``.
    """

    likely: float
    low: float
    high: float
    means: str | None
    method: str


def quantity_of(measurement: Measurement) -> float | None:
    """Events, or the amount in canonical units; None for a finished rate alone."""
    if measurement.events is not None:
        return float(measurement.events)
    return None if measurement.amount is None else measurement.amount.likely


def dispersion_of(measurement: Measurement) -> float:
    """Variance of the persons' numbers over their mean; at least 1 for events, and 1 if unknown."""
    squares, total = measurement.sum_of_squares, quantity_of(measurement)
    if squares is None or not total:
        return 1.0
    mean = total / measurement.persons
    variance = (squares.likely - total * mean) / (measurement.persons - 1)
    found = variance / mean
    return max(1.0, found) if measurement.events is not None else found


def measured_rate(measurement: Measurement) -> Estimate:
    """Number per person and year, as it was measured."""
    if measurement.rate is not None:
        stated = measurement.rate
        return Estimate(
            likely=stated.likely,
            low=stated.low,
            high=stated.high,
            means=stated.means,
            method="stated",
        )
    total, time = quantity_of(measurement), measurement.person_time
    if total is None or time is None:
        raise ValueError(measurement.id)
    dispersion = dispersion_of(measurement)
    low, high = _count_limits(total / dispersion)
    return Estimate(
        likely=rate(total, time.likely),
        low=low * dispersion / time.likely,
        high=high * dispersion / time.likely,
        means=MEANS,
        method="exact" if measurement.sum_of_squares is None else "overdispersed",
    )


def _count_limits(count: float) -> tuple[float, float]:
    """Limits of the mean of a count, from 0 where less than one independent event is left of it."""
    from gevinst.exact_intervals import poisson_interval

    low, high = poisson_interval(np.array(count), np.array(LEVEL))
    return float(low) if count >= 1 else 0.0, float(high)


def expected_rate(measurement: Measurement) -> Estimate:
    """Number per person and year without the service: what was measured, unless less is expected.

    A group that was included because it used much would have used less anyway; what is expected
    of it is then stated, and is the most that can be avoided.
    """
    stated = measurement.expected_rate
    if stated is None:
        return measured_rate(measurement)
    return Estimate(
        likely=stated.likely, low=stated.low, high=stated.high, means=stated.means, method="stated"
    )


def compared_ratio(comparison: Comparison, measurements: Mapping[str, Measurement]) -> Estimate:
    """Ratio that the service is credited with."""
    stated = comparison.ratio
    if stated is not None:
        return Estimate(
            likely=stated.likely,
            low=stated.low,
            high=stated.high,
            means=stated.means,
            method="stated",
        )
    arms = [measurements[name] for name in arms_of(comparison)]
    if len(arms) == len(ARMS["before_after"]) and all(m.sum_of_squares is None for m in arms):
        return _exact_ratio(*arms)
    return _log_ratio(arms)


def arms_of(comparison: Comparison) -> tuple[str, ...]:
    """Ids of the measurements that the ratio follows from, in turn above and below the line."""
    named = (getattr(comparison, key) for key in ARMS.get(comparison.design, ()))
    return tuple(name for name in named if name is not None)


def _exact_ratio(above: Measurement, below: Measurement) -> Estimate:
    from gevinst.exact_intervals import rate_ratio_interval

    x1, x0 = (quantity_of(m) or 0.0 for m in (above, below))
    t1, t0 = (_time(m) for m in (above, below))
    given = (np.array(number) for number in (x1, t1, x0, t0, LEVEL))
    low, high = rate_ratio_interval(*given)
    likely = ratio_of_rates([rate(x1, t1), rate(x0, t0)])
    return Estimate(likely=likely, low=float(low), high=float(high), means=MEANS, method="exact")


def _log_ratio(arms: list[Measurement]) -> Estimate:
    from scipy.special import ndtri

    totals = [quantity_of(arm) or math.nan for arm in arms]
    likely = ratio_of_rates([rate(x, _time(arm)) for x, arm in zip(totals, arms, strict=True)])
    variance = sum(dispersion_of(arm) / x for x, arm in zip(totals, arms, strict=True))
    times = math.exp(float(ndtri((1 + LEVEL) / 2)) * math.sqrt(variance))
    return Estimate(
        likely=likely, low=likely / times, high=likely * times, means=MEANS, method="log"
    )


def _time(measurement: Measurement) -> float:
    return math.nan if measurement.person_time is None else measurement.person_time.likely
