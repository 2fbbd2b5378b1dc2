"""Families from what people know: a mean and a standard deviation, an interval, three numbers.

Every fit gives a `Constant` at width zero, and refuses what no such distribution can have.

References
----------
A. Briggs, M. Sculpher and K. Claxton (2006), Decision modelling for health economic evaluation,
chapter 4 (method of moments for beta and gamma, intervals on the log scale).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal

from gevinst.distributions.bounded import Pert, Triangular, Uniform
from gevinst.distributions.continuous import Beta, Gamma, LogitNormal, Lognormal, Normal
from gevinst.distributions.counted import Empirical, NegativeBinomial, Poisson
from gevinst.distributions.derived import Shifted
from gevinst.distributions.family import Constant, Distribution
from gevinst.distributions.refusing import (
    not_negative,
    numbers,
    ordered,
    positive,
    refused,
    within,
)
from gevinst.distributions.two_piece import half_width

Scale = Literal["linear", "log", "logit", "ratio"]
SCALES: tuple[Scale, ...] = ("linear", "log", "logit", "ratio")
LOPSIDED = 0.25
"""How far from the middle of its interval an estimate may be, as a share of half the interval."""


def normal(*, mean: float, sd: float) -> Distribution:
    """Normal distribution of a mean and a standard deviation."""
    numbers(mean=mean)
    not_negative(sd=sd)
    return Normal(float(mean), float(sd)) if sd else Constant(float(mean))


def lognormal(*, mean: float, sd: float) -> Distribution:
    """Lognormal distribution whose own mean and standard deviation (not the log's) are stated."""
    positive(mean=mean)
    not_negative(sd=sd)
    if not sd:
        return Constant(float(mean))
    log_variance = math.log1p((sd / mean) ** 2)
    return Lognormal(math.log(mean) - log_variance / 2, math.sqrt(log_variance))


def gamma(*, mean: float, sd: float) -> Distribution:
    """Gamma distribution of a mean and a standard deviation.

    Examples
    --------
    >>> gamma(mean=1000, sd=250)
    Gamma(shape=16.0, scale=62.5)
    """
    positive(mean=mean)
    not_negative(sd=sd)
    return Gamma((mean / sd) ** 2, sd * (sd / mean)) if sd else Constant(float(mean))


def beta(*, mean: float, sd: float, low: float = 0.0, high: float = 1.0) -> Distribution:
    """Beta distribution of a mean and a standard deviation, between two ends.

    Raises
    ------
    ArgumentError
        If the mean is not between the ends, or the standard deviation too large for it: below
        ``sqrt((mean - low) * (high - mean))``.
    """
    not_negative(sd=sd)
    ordered(low=low, high=high)
    within(low, high, mean=mean)
    if not sd:
        return Constant(float(mean))
    largest = math.sqrt((mean - low) * (high - mean))
    if sd >= largest:
        raise refused("distribution.too_wide", "sd", sd, limit=largest)
    share, total = (mean - low) / (high - low), (largest / sd) ** 2 - 1
    return Beta(share * total, (1 - share) * total, float(low), float(high))


def uniform(*, low: float, high: float) -> Distribution:
    """Every number between two ends alike."""
    ordered(low=low, high=high)
    return Uniform(float(low), float(high)) if low < high else Constant(float(low))


def triangular(*, low: float, likely: float, high: float) -> Distribution:
    """Triangular distribution between hard limits."""
    ordered(low=low, likely=likely, high=high)
    if low == high:
        return Constant(float(likely))
    return Triangular(float(low), float(likely), float(high))


def pert(*, low: float, likely: float, high: float) -> Distribution:
    """PERT distribution between hard limits."""
    ordered(low=low, likely=likely, high=high)
    return Pert(float(low), float(likely), float(high)) if low < high else Constant(float(likely))


def poisson(*, mean: float, step: float = 1.0) -> Distribution:
    """Counts of independent events; `mean` and `step` in the unit of the number."""
    not_negative(mean=mean)
    positive(step=step)
    return Poisson(mean / step, float(step)) if mean else Constant(0.0)


def negative_binomial(*, mean: float, sd: float, step: float = 1.0) -> Distribution:
    """Counts that vary more than Poisson; all in the unit of the number.

    Raises
    ------
    ArgumentError
        If the standard deviation is not above that of Poisson, ``sqrt(mean * step)``.
    """
    positive(mean=mean, step=step)
    not_negative(sd=sd)
    events, spread = mean / step, sd / step
    if spread**2 <= events:
        raise refused("distribution.too_narrow", "sd", sd, limit=math.sqrt(events) * step)
    return NegativeBinomial(events, events**2 / (spread**2 - events), float(step))


def empirical(*, values: Iterable[float], weights: Iterable[float] = ()) -> Distribution:
    """What has been observed."""
    return Empirical(tuple(values), tuple(weights))


def from_interval(
    estimate: float, low: float, high: float, level: float = 0.95, scale: Scale = "log"
) -> Distribution:
    """Distribution of an estimate with its interval, normal on the scale it was made on.

    Parameters
    ----------
    estimate, low, high : float
        The estimate is the median; the width is that of the whole interval.
    level : float
        Of the interval.
    scale : {"linear", "log", "logit", "ratio"}
        ``"log"`` for ratios and rates, ``"logit"`` for shares and odds, ``"linear"`` for
        differences. ``"ratio"`` is ``"log"`` with the number itself a change: the ratio less 1.

    Raises
    ------
    ArgumentError
        If the three do not rise, are not possible on the scale, or the estimate is far from the
        middle of the interval on it.

    Examples
    --------
    >>> from_interval(0.81, 0.65, 1.00).quantile(0.5).round(4)
    np.float64(0.81)
    """
    ordered(low=low, estimate=estimate, high=high)
    within(0.0, 1.0, level=level)
    if scale not in SCALES:
        raise refused("distribution.scale", "scale", scale, allowed=SCALES)
    if scale in {"log", "ratio"}:
        positive(low=low)
    if scale == "logit":
        within(0.0, 1.0, low=low, high=high)
    if low == high:
        return Constant(estimate - 1.0 if scale == "ratio" else float(estimate))
    at, width = _on_scale(estimate, low, high, scale, half_width(level))
    if scale == "linear":
        return Normal(at, width)
    if scale == "logit":
        return LogitNormal(at, width)
    return Shifted(Lognormal(at, width), -1.0) if scale == "ratio" else Lognormal(at, width)


def _on_scale(
    estimate: float, low: float, high: float, scale: Scale, z: float
) -> tuple[float, float]:
    """The estimate and its standard deviation on the scale."""
    lower, at, upper = (_to_scale(x, scale) for x in (low, estimate, high))
    half = (upper - lower) / 2
    if abs(at - (lower + half)) > LOPSIDED * half:
        raise refused(
            "distribution.lopsided", "estimate", estimate, low=low, high=high, scale=scale
        )
    return at, half / z


def _to_scale(x: float, scale: Scale) -> float:
    if scale == "linear":
        return x
    return math.log(x / (1 - x)) if scale == "logit" else math.log(x)
