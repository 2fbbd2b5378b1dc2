"""What the source population of a selected group is taken to be, and what that rests on."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import numpy as np

from gevinst.baseline.change import Basis, Change
from gevinst.baseline.regression import regression_to_mean_normal
from gevinst.solvers.population import Population, fit_population, stated_population

if TYPE_CHECKING:
    from gevinst.schema.baseline_config import Population as Terms
    from gevinst.schema.values import Value

ASSUMED_MEANS = (0.5, 0.2, 1.0)
"""Likely, lowest and highest mean of the population over the rate of the selected before, where
nothing is known of it: selected persons never use less than those they were selected from. The
worked examples of the regression literature lie at 0.2 to 0.35 (an assumption of this library)."""
ASSUMED_SHAPES = (1.0, 0.5, 4.0)
"""Likely, lowest and highest shape where nothing is known: from a few heavy users to nearly all
alike (an assumption of this library)."""


def source_population(
    terms: Terms | None, rate_before: float, generator: np.random.Generator
) -> tuple[Population, Basis]:
    """Population of counts, and whether it is measured, sourced, stated as a range or assumed."""
    if terms is None or (terms.mean is None and terms.distribution is None):
        means = tuple(share * rate_before for share in ASSUMED_MEANS)
        return stated_population((means[0], means[1], means[2]), ASSUMED_SHAPES), "assumed"
    if terms.distribution is not None and terms.period is not None:
        persons = np.array(terms.distribution, dtype=np.float64)
        counts = np.arange(len(persons), dtype=np.float64)
        years = terms.period.likely
        return fit_population(counts, persons, generator=generator, time=years), "measured"
    if terms.mean is None or terms.shape is None:
        raise ValueError("checked: a population of counts has a mean and a shape")
    stated = stated_population(_range(terms.mean), _range(terms.shape))
    return stated, _basis(terms.mean, terms.shape)


def natural_score(terms: Terms | None) -> tuple[Change, Basis] | None:
    """Change of a normal score to expect in those selected above the cut; None if not stated."""
    if terms is None or terms.mean is None or terms.sd is None or terms.correlation is None:
        return None
    values = (terms.mean, terms.sd, terms.correlation, terms.cut)
    likely = _score_change([value.likely for value in values], terms.measurements)
    ends = [
        _score_change(corner, terms.measurements)
        for corner in itertools.product(*((value.low, value.high) for value in values))
    ]
    low, high = min(likely, *ends), max(likely, *ends)
    return Change(estimate=likely, low=low, high=high, method="range"), _basis(*values)


def _score_change(point: list[float] | tuple[float, ...], measurements: int) -> float:
    mean, sd, correlation, cut = point
    return float(regression_to_mean_normal(mean, sd, correlation, cut, measurements).change)


def _range(value: Value) -> tuple[float, float, float]:
    return value.likely, value.low, value.high


def _basis(*values: Value) -> Basis:
    """Sourced if every number is one number with a source; else a stated range."""
    sourced = all(value.source and not value.is_range for value in values)
    return "sourced" if sourced else "stated"


def lasting(scale_difference: Change, observed: Change) -> Change:
    """What is left of a difference of means when the expected change is taken away."""
    expected = scale_difference
    if not observed.is_certain or math.isnan(expected.estimate):
        return Change(estimate=observed.estimate - expected.estimate, method="refused")
    return Change(
        estimate=observed.estimate - expected.estimate,
        low=observed.low - expected.high,
        high=observed.high - expected.low,
        method=observed.method,
    )
