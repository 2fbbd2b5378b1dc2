"""Exact intervals of counts and shares, from the quantiles of the gamma and beta distributions.

Pure functions of arrays that trust their input: counts are at least 0 (and whole, for an interval
to be exact), times are above 0, a level lies between 0 and 1. All are central: at most half of what
the level leaves out lies on either side. They cover at least the level, at small numbers more.

References
----------
F. Garwood (1936), Biometrika 28, 437-442 (Poisson); C. J. Clopper and E. S. Pearson (1934),
Biometrika 26, 404-413 (binomial); E. L. Lehmann (1986), Testing statistical hypotheses, second
edition, page 152 (ratio of two Poisson rates, given the sum of the counts).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import special

Array = NDArray[np.float64]


def poisson_interval(events: Array, level: Array) -> tuple[Array, Array]:
    """Interval of the mean of a Poisson count; from 0 where nothing happened."""
    outside = (1 - level) / 2
    some = _some(events)
    low = np.where(events > 0, special.gammaincinv(some, outside), 0.0)
    return low, special.gammainccinv(events + 1, outside)


def binomial_interval(successes: Array, trials: Array, level: Array) -> tuple[Array, Array]:
    """Interval of a share (Clopper and Pearson); trials at least 1, successes at most trials."""
    outside = (1 - level) / 2
    failures = trials - successes
    low = special.betaincinv(_some(successes), failures + 1, outside)
    high = special.betainccinv(successes + 1, _some(failures), outside)
    return np.where(successes > 0, low, 0.0), np.where(failures > 0, high, 1.0)


def binomial_tails(successes: Array, trials: Array, share: Array) -> tuple[Array, Array]:
    """Chance of so few successes, and of so many, if the share is the true one."""
    return _tails(successes, trials - successes, share, 1 - share)


def rate_ratio_interval(
    x1: Array, t1: Array, x0: Array, t0: Array, level: Array
) -> tuple[Array, Array]:
    """Interval of the first rate over the second, given the sum of the two counts.

    From 0 where the first count is 0, to infinity where the second is. An end never contradicts
    `rate_ratio_p`: 1 lies in the interval if and only if p is above ``1 - level``.
    """
    outside = (1 - level) / 2
    times = t0 / t1
    low = _lowest_odds(x1, x0, outside) * times
    with np.errstate(divide="ignore"):
        high = times / _lowest_odds(x0, x1, outside)
    return agreeing(low, high, *_rate_tails(x1, t1, x0, t0), level)


def rate_ratio_p(x1: Array, t1: Array, x0: Array, t0: Array) -> Array:
    """Central two-sided p of no difference between two rates, given the sum of the counts."""
    return central_p(*_rate_tails(x1, t1, x0, t0))


def central_p(few: Array, many: Array) -> Array:
    """Twice the smaller tail, at most 1: the two-sided p that agrees with a central interval."""
    p: Array = np.minimum(1.0, 2 * np.minimum(few, many))
    return p


def _rate_tails(x1: Array, t1: Array, x0: Array, t0: Array) -> tuple[Array, Array]:
    """Chance of so few, and of so many, of the events in the first time if the rates are equal."""
    together = t1 + t0
    return _tails(x1, x0, t1 / together, t0 / together)


def _tails(successes: Array, failures: Array, share: Array, rest: Array) -> tuple[Array, Array]:
    """Chance of so few successes, and of so many; both are exact at small probabilities."""
    few = special.betainc(_some(failures), successes + 1, rest)
    many = special.betainc(_some(successes), failures + 1, share)
    return np.where(failures > 0, few, 1.0), np.where(successes > 0, many, 1.0)


def _some(counts: Array) -> Array:
    """1 in place of 0, where the quantile would not exist and is not used."""
    return np.where(counts > 0, counts, 1.0)


def _lowest_odds(events: Array, others: Array, outside: Array) -> Array:
    """Smallest odds that leave so many of the events, or more, with the chance `outside`."""
    some = _some(events)
    share = special.betaincinv(some, others + 1, outside)
    rest = special.betainccinv(others + 1, some, outside)
    return np.where(events > 0, share / rest, 0.0)


def agreeing(
    low: Array, high: Array, few: Array, many: Array, level: Array, null: float = 1.0
) -> tuple[Array, Array]:
    """Move an end that rounding put on the wrong side of the null, by as little as a float allows.

    `few` and `many` are the chances of so few and of so many if the null value is the true one.
    """
    held = central_p(few, many) > 1 - level
    above, below = ~held & (many <= few), ~held & (few < many)
    low = np.where(held, np.minimum(low, null), low)
    high = np.where(held, np.maximum(high, null), high)
    low = np.where(above, np.maximum(low, np.nextafter(null, np.inf)), low)
    high = np.where(below, np.minimum(high, np.nextafter(null, -np.inf)), high)
    return low, high
