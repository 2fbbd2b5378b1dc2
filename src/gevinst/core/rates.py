"""Rates of events per time, and the ratio of two: what the exact intervals do not cover.

Amounts are of a whole group of persons; times are their summed time at risk, in one unit. All
functions trust their input: times above 0, a dispersion of at least 1 where one is asked for.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

Array = NDArray[np.float64]


def rate_ratio(x1: Array, t1: Array, x0: Array, t0: Array) -> Array:
    """First rate over the second; infinite over a rate of 0, NaN where both are 0."""
    times = t0 / t1
    some = np.where(x0 > 0, x0, 1)
    return np.where(x0 > 0, x1 / some * times, np.where(x1 > 0, np.inf, np.nan))


def log_error(x1: Array, x0: Array, dispersion: Array) -> Array:
    """Standard error of the logarithm of a ratio of two amounts, both above 0."""
    return np.sqrt(dispersion * (1 / x1 + 1 / x0))


def normal_quantile(level: Array) -> Array:
    """Standard errors to either side that hold a share `level` of a normal distribution."""
    quantile: Array = -ndtri((1 - level) / 2)
    return quantile


def log_interval(ratio: Array, error: Array, level: Array) -> tuple[Array, Array]:
    """Interval of a ratio whose logarithm is normal with that standard error.

    From 0 to infinity where the error is so large that no number holds the ends.
    """
    with np.errstate(over="ignore"):
        width = np.exp(normal_quantile(level) * error)
    return ratio / width, ratio * width


def log_p(ratio: Array, error: Array) -> Array:
    """Two-sided p of a ratio of 1, from the same normal distribution as `log_interval`."""
    p: Array = 2 * ndtr(-np.abs(np.log(ratio)) / error)
    return p


def dispersion(amount: Array, sum_of_squares: Array, persons: Array) -> Array:
    """Variance between persons over the mean per person: 1 for Poisson events, equal times.

    From sums alone: what all persons had, the squares of what each had, and how many they are (at
    least 2). NaN where nobody had anything.
    """
    left = np.maximum(sum_of_squares - amount * amount / persons, 0)
    some = np.where(amount > 0, amount, 1)
    found = left / (persons - 1) * persons / some
    return np.where(amount > 0, found, np.nan)
