"""Rates compared over persons: before and after, between arms, and the change between arms.

Three methods. *bootstrap* redraws whole persons (or clusters) and follows skewness; *delta* is the
sandwich error with a t distribution, for very many persons; *exact* is conditional on the number of
events, covers at any size, and holds only if events come independently at a rate that changes by
the effect alone (no overdispersion within persons).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import special

from gevinst.exact_intervals import rate_ratio_interval, rate_ratio_p
from gevinst.solvers.bootstrap import studentised
from gevinst.solvers.contrasts import (
    FOLLOWED,
    Codes,
    Contrast,
    before_after,
    between_arms,
    difference_in_differences,
    value,
    variance,
)
from gevinst.solvers.estimates import DifferenceEstimate, Method, RatioEstimate, Scale
from gevinst.solvers.sizes import (
    SMALLEST_CLUSTERS,
    SMALLEST_EVENTS,
    SMALLEST_PERSONS,
    SMALLEST_PERSONS_DELTA,
    SMALLEST_PERSONS_DIFFERENCE,
    require,
)

Array = NDArray[np.float64]

MOST_ROWS_REDRAWN = 20_000
"""Above this, skewness no longer moves the interval, and the sandwich is used for the bootstrap."""


def changed_before_after(
    time: Array,
    amount: Array,
    *,
    generator: np.random.Generator,
    scale: Scale = "ratio",
    method: Method = "bootstrap",
    level: float = 0.95,
) -> RatioEstimate | DifferenceEstimate:
    """Compare after with before in the same persons.

    Parameters
    ----------
    time, amount
        Person-years and events or quantity, before and after, shape ``(n, 2)``.
    generator
        Source of chance of the bootstrap.
    scale
        Ratio of the rates, or their difference per person-year.
    method
        ``bootstrap``, ``delta`` or ``exact`` (ratio of events only).
    level
        Level of the interval.

    Raises
    ------
    TooSmallError
        Fewer persons or events than the method needs.
    """
    if method == "exact":
        totals = amount.sum(axis=0), time.sum(axis=0)
        return _exact("before_after", *totals, units=len(time), level=level)
    _require_persons("before_after", amount, _needed(method))
    return _interval(before_after(time, amount), scale, method, generator, level)


def randomised(
    time: Array,
    amount: Array,
    arm: Codes,
    *,
    generator: np.random.Generator,
    cluster: Codes | None = None,
    scale: Scale = "ratio",
    method: Method = "bootstrap",
    level: float = 0.95,
) -> RatioEstimate | DifferenceEstimate:
    """Compare everybody who was offered the service with those who were not.

    Parameters
    ----------
    time, amount
        After the offer, shape ``(n,)``; everybody offered counts, whether started or not.
    arm
        0 offered, 1 not.
    cluster
        Codes of what was drawn by lot, where whole municipalities were; None for persons.
    generator, scale, method, level
        As in `changed_before_after`.

    Raises
    ------
    TooSmallError
        Fewer persons, events or clusters than the method needs.
    """
    followed = arm == FOLLOWED
    if method == "exact":
        totals = [np.array([x[~followed].sum(), x[followed].sum()]) for x in (amount, time)]
        return _exact("randomised", *totals, units=len(time), level=level)
    for chosen in (followed, ~followed):
        _require_persons("randomised", amount[chosen][:, None], _needed(method, scale))
    contrast = between_arms(time, amount, arm, cluster)
    _require_clusters("randomised", contrast, cluster)
    return _interval(contrast, scale, method, generator, level, cluster=cluster)


def controlled_change(
    time: Array,
    amount: Array,
    arm: Codes,
    *,
    generator: np.random.Generator,
    cluster: Codes | None = None,
    scale: Scale = "ratio",
    method: Method = "bootstrap",
    level: float = 0.95,
) -> RatioEstimate | DifferenceEstimate:
    """Compare the change of the followed with that of the comparison group.

    On the ratio scale the result is the ratio of the two rate ratios: right if both groups would
    have changed by the same *factor*. On the difference scale it is right if both would have
    changed by the same *amount*. Where the groups started from different rates, only one of the two
    can be true.

    Parameters
    ----------
    time, amount
        Before and after, shape ``(n, 2)``.
    arm
        0 followed, 1 comparison.
    cluster
        Municipality of each person, to let persons in one municipality change together; None for
        persons alone.
    generator, scale, method, level
        As in `changed_before_after`, without ``exact``.

    Raises
    ------
    TooSmallError
        Fewer persons, events or clusters than the method needs.
    """
    followed = arm == FOLLOWED
    for chosen in (followed, ~followed):
        _require_persons("comparison_group", amount[chosen], _needed(method, scale))
    contrast = difference_in_differences(time, amount, arm, cluster)
    _require_clusters("comparison_group", contrast, cluster)
    return _interval(contrast, scale, method, generator, level, cluster=cluster)


def _needed(method: Method, scale: Scale = "ratio") -> int:
    """Persons that the method needs in each arm."""
    if method == "delta":
        return SMALLEST_PERSONS_DELTA
    return SMALLEST_PERSONS_DIFFERENCE if scale == "difference" else SMALLEST_PERSONS


def _require_persons(design: str, amount: Array, needed: int) -> None:
    """Ask for enough persons, and enough of them with an amount, in every window."""
    require(design, "persons", len(amount), needed)
    require(design, "persons_with_amount", int((amount > 0).sum(axis=0).min()), SMALLEST_EVENTS)


def _require_clusters(design: str, contrast: Contrast, cluster: Codes | None) -> None:
    if cluster is not None:
        fewest = min(stratum.rows for stratum in contrast)
        require(design, "clusters", fewest, SMALLEST_CLUSTERS)


def _exact(design: str, events: Array, time: Array, *, units: int, level: float) -> RatioEstimate:
    """Second rate over the first, given the sum of the events."""
    require(design, "events", int(events.sum()), 1)
    x1, t1, x0, t0 = (np.asarray(x) for x in (events[1], time[1], events[0], time[0]))
    low, high = rate_ratio_interval(x1, t1, x0, t0, np.asarray(level))
    with np.errstate(divide="ignore"):
        ratio = np.divide(events[1], time[1]) / np.divide(events[0], time[0])
    return RatioEstimate(
        ratio=float(ratio),
        low=float(low),
        high=float(high),
        p=float(rate_ratio_p(x1, t1, x0, t0)),
        level=level,
        method="exact",
        standard_error=math.nan,
        units=units,
    )


def _interval(
    contrast: Contrast,
    scale: Scale,
    method: Method,
    generator: np.random.Generator,
    level: float,
    *,
    cluster: Codes | None = None,
) -> RatioEstimate | DifferenceEstimate:
    rows = sum(stratum.rows for stratum in contrast)
    if method == "bootstrap" and rows <= MOST_ROWS_REDRAWN:
        found = studentised(contrast, scale, generator, level)
    else:
        method, found = "delta", sandwich(contrast, scale, level)
    return as_estimate(contrast, scale, method, found, level, cluster=cluster)


def sandwich(contrast: Contrast, scale: Scale, level: float) -> tuple[float, float, float]:
    """Give the interval from the sandwich error and a t distribution, and its p-value."""
    seen = value(contrast, scale)
    squared, freedom = variance(contrast, scale)
    return t_interval(seen, math.sqrt(squared), freedom, level)


def t_interval(
    seen: float, error: float, freedom: float, level: float
) -> tuple[float, float, float]:
    """Give the ends of the t interval and the two-sided p of 0."""
    reach = float(special.stdtrit(freedom, (1 + level) / 2)) * error
    if error == 0:
        return seen, seen, 1.0 if seen == 0 else 0.0
    p = 2 * float(special.stdtr(freedom, -abs(seen) / error))
    return seen - reach, seen + reach, p


def as_estimate(
    contrast: Contrast,
    scale: Scale,
    method: Method,
    found: tuple[float, float, float],
    level: float,
    *,
    cluster: Codes | None = None,
) -> RatioEstimate | DifferenceEstimate:
    """Put the comparison and its interval on the scale that people read."""
    if scale == "ratio":
        return as_ratio(contrast, method, found, level, cluster=cluster)
    low, high, p = found
    return DifferenceEstimate(
        estimate=value(contrast, scale),
        low=low,
        high=high,
        p=p,
        level=level,
        method=method,
        standard_error=math.sqrt(variance(contrast, scale)[0]),
        units=sum(stratum.rows for stratum in contrast),
        clustered_by="person" if cluster is None else "cluster",
    )


def as_ratio(
    contrast: Contrast,
    method: Method,
    found: tuple[float, float, float],
    level: float,
    *,
    cluster: Codes | None = None,
) -> RatioEstimate:
    """Take a comparison of logarithms back to a ratio."""
    low, high, p = found
    return RatioEstimate(
        ratio=math.exp(value(contrast, "ratio")),
        low=float(np.exp(low)),
        high=float(np.exp(high)),
        p=p,
        level=level,
        method=method,
        standard_error=math.sqrt(variance(contrast, "ratio")[0]),
        units=sum(stratum.rows for stratum in contrast),
        clustered_by="person" if cluster is None else "cluster",
    )
