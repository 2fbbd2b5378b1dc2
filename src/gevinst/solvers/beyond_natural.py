"""What was seen over what was to be expected without the service, with both uncertainties."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from gevinst.solvers.bootstrap import studentised
from gevinst.solvers.comparisons import as_ratio
from gevinst.solvers.contrasts import observed_over_expected, value
from gevinst.solvers.estimates import RatioEstimate
from gevinst.solvers.population import (
    NaturalChange,
    Population,
    expected_after,
    expected_totals,
)
from gevinst.solvers.sizes import SMALLEST_EVENTS, SMALLEST_PERSONS, require

Array = NDArray[np.float64]

DESIGN = "before_after_selected"
"""Name of the design in refusals."""


def beyond_natural(
    population: Population,
    time: Array,
    amount: Array,
    *,
    generator: np.random.Generator,
    level: float = 0.95,
) -> RatioEstimate:
    """Events seen after, over those to be expected without the service.

    With a measured population the interval carries the chance in the persons and the uncertainty of
    mean and shape (studentised bootstrap over both). With a stated one, it goes from the lowest end
    to the highest over the whole stated range, and p is the largest within it.

    Parameters
    ----------
    population
        The source population.
    time, amount
        Person-years and events, before and after, shape ``(n, 2)``.
    generator
        Source of chance of the bootstrap.
    level
        Level of the interval.

    Raises
    ------
    TooSmallError
        Fewer persons, or fewer of them with events after, than a bootstrap needs.
    """
    require(DESIGN, "persons", len(time), SMALLEST_PERSONS)
    require(DESIGN, "persons_with_amount", int((amount[:, 1] > 0).sum()), SMALLEST_EVENTS)
    if population.basis == "stated":
        return _over_the_range(population, time, amount, generator, level)
    likely = expected_after(population.mean, population.shape, time, amount[:, 0])
    totals = expected_totals(population, time, amount[:, 0])
    moved = -np.log(totals / likely.sum())
    contrast = observed_over_expected(amount[:, 1], likely)
    found = studentised(contrast, "ratio", generator, level, also=moved)
    estimate = as_ratio(contrast, "bootstrap", found, level)
    error = math.hypot(estimate.standard_error, float(moved.std(ddof=1)))
    return replace(estimate, standard_error=error)


def _over_the_range(
    population: Population,
    time: Array,
    amount: Array,
    generator: np.random.Generator,
    level: float,
) -> RatioEstimate:
    """Widest interval over the range; the same chance at every point of it."""
    seed = int(generator.integers(2**63))
    points = [
        (population.mean, population.shape),
        *zip(population.means, population.shapes, strict=True),
    ]
    contrasts = [
        observed_over_expected(amount[:, 1], expected_after(m, k, time, amount[:, 0]))
        for m, k in points
    ]
    found = [studentised(c, "ratio", np.random.default_rng(seed), level) for c in contrasts]
    low, high = min(ends[0] for ends in found), max(ends[1] for ends in found)
    seen = [value(contrast, "ratio") for contrast in contrasts]
    p = 1.0 if min(seen) <= 0 <= max(seen) else max(ends[2] for ends in found)
    return as_ratio(contrasts[0], "bootstrap", (low, high, p), level)


def beyond_natural_of_selected(observed: RatioEstimate, natural: NaturalChange) -> RatioEstimate:
    """Put the observed change over the natural one, for counts without persons.

    With a measured population the distances to the ends of the two intervals are added as squares,
    each side on its own, so that skewness is kept [1]_; with a stated one the observed interval is
    put over the ends of the range. There is no p-value (NaN): read the interval.

    References
    ----------
    .. [1] G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures: a
       general approach", Statistics in Medicine 27 (2008) 1693-1702.
    """
    ratio = observed.ratio / natural.ratio
    if natural.basis == "stated":
        low, high = observed.low / natural.high, observed.high / natural.low
    else:
        down = math.hypot(_steps(observed.low, observed.ratio), _steps(natural.ratio, natural.high))
        up = math.hypot(_steps(observed.ratio, observed.high), _steps(natural.low, natural.ratio))
        low = ratio * math.exp(-down)
        high = ratio * math.exp(up) if ratio > 0 else observed.high / natural.low
    return RatioEstimate(
        ratio=ratio,
        low=low,
        high=high,
        p=math.nan,
        level=observed.level,
        method=observed.method,
        standard_error=math.nan,
        units=observed.units,
    )


def _steps(low: float, high: float) -> float:
    """Distance on the logarithmic scale; endless from 0 or to infinity."""
    return math.log(high / low) if low > 0 and high < math.inf else math.inf
