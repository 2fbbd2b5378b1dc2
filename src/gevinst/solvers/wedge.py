"""Stepped wedge: clusters start one after another, and each month is compared within itself.

A Poisson regression of cells (cluster, month) on an effect of each cluster, of each month and of
having started. The error is the spread of the effect when each cluster is left out in turn (the
jackknife), with a t distribution of one degree of freedom fewer than clusters: it takes any
dependence within a cluster, and any overdispersion, into account.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from gevinst.solvers.comparisons import t_interval
from gevinst.solvers.estimates import RatioEstimate
from gevinst.solvers.sizes import SMALLEST_WEDGE, SMALLEST_WEDGE_EVENTS, require

Array = NDArray[np.float64]

ROUNDS = 50
"""Newton steps; a fit takes about seven."""

SETTLED = 1e-10
"""Largest step, on the logarithmic scale, of a fit that has ended."""

RIDGE = 1e-8
"""Holds an effect that the cells say nothing about (of a cluster left out) at 0."""

LARGEST_STEP = 2.0
"""On the logarithmic scale; keeps the first steps from overflowing."""


def stepped_wedge(
    amount: Array, time: Array, treated: Array, *, level: float = 0.95
) -> RatioEstimate:
    """Estimate the ratio of rates with and without the service.

    Parameters
    ----------
    amount, time
        Events or quantity, and person-years, shape ``(clusters, months)``; 0 where nobody was at
        risk.
    treated
        1 from the month in which the cluster was to start (whether it did or not), else 0.
    level
        Level of the interval.

    Raises
    ------
    TooSmallError
        Fewer clusters or events than the method needs, or no month in which some clusters had
        started and others had not.
    """
    told = (amount.sum(axis=1) > 0) & (time.sum(axis=1) > 0)
    amount, time, treated = amount[told], time[told], treated[told]
    require("stepped_wedge", "clusters", len(amount), SMALLEST_WEDGE)
    used = (amount.sum(axis=0) > 0) & (time.sum(axis=0) > 0)
    amount, time, treated = amount[:, used], time[:, used], treated[:, used]
    mixed = (np.ptp(treated, axis=0) > 0).sum()
    require("stepped_wedge", "months_with_and_without", int(mixed), 1)
    fewest = min(amount[treated > 0].sum(), amount[treated == 0].sum())
    require("stepped_wedge", "events", int(fewest), SMALLEST_WEDGE_EVENTS)
    effects = _effects(amount, time, treated)
    seen, clusters = float(effects[0]), len(amount)
    moved = effects[1:] - seen
    error = math.sqrt((clusters - 1) / clusters * float(moved @ moved))
    low, high, p = t_interval(seen, error, clusters - 1, level)
    return RatioEstimate(
        ratio=math.exp(seen),
        low=math.exp(low),
        high=math.exp(high),
        p=p,
        level=level,
        method="delta",
        standard_error=error,
        units=clusters,
        clustered_by="cluster",
    )


def _effects(amount: Array, time: Array, treated: Array) -> Array:
    """Give the effect with all clusters, and with each left out: shape ``(clusters + 1,)``."""
    clusters, months = amount.shape
    columns = np.zeros((clusters, months, clusters + months))
    columns[np.arange(clusters), :, np.arange(clusters)] = 1
    columns[:, np.arange(1, months), clusters + np.arange(months - 1)] = 1
    columns[:, :, -1] = treated
    counted = (time > 0).astype(np.float64)
    kept = np.vstack([np.ones(clusters), 1 - np.eye(clusters)])[:, :, None] * counted
    return _fit(
        columns.reshape(clusters * months, -1),
        amount.ravel(),
        np.log(np.where(time > 0, time, 1.0)).ravel(),
        kept.reshape(clusters + 1, -1),
    )[:, -1]


def _fit(columns: Array, amount: Array, offset: Array, weights: Array) -> Array:
    """Poisson regressions with the same cells and different weights, shape ``(fits, effects)``."""
    rate = math.log(amount.sum() / np.exp(offset).sum())
    found = np.zeros((len(weights), columns.shape[1]))
    held = RIDGE * np.eye(columns.shape[1])
    for _ in range(ROUNDS):
        expected = np.exp(found @ columns.T + offset + rate)
        slope = (weights * (amount - expected)) @ columns
        curve = columns.T @ ((weights * expected)[:, :, None] * columns)
        step = np.linalg.solve(curve + held, slope[:, :, None])[:, :, 0]
        step = np.clip(step, -LARGEST_STEP, LARGEST_STEP)
        found = found + step
        if np.abs(step).max() < SETTLED:
            break
    return found
