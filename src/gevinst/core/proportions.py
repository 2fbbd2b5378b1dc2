"""Shares of persons, their ratio, and tables of two by two. All functions trust their input.

`a` of `n1` persons in the first group have what is counted, and `c` of `n0` in the second.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln, chdtrc, softmax

Array = NDArray[np.float64]

LARGEST_LOG_ODDS = 700.0
"""Beyond it the odds are no longer a float."""
HALVINGS = 64
"""Of the range of logarithms, until they are as near as floats are."""


def risk_ratio(a: Array, n1: Array, c: Array, n0: Array) -> Array:
    """Share of the first group over the share of the second, which is above 0."""
    return (a / n1) / (c / n0)


def risk_log_error(a: Array, n1: Array, c: Array, n0: Array) -> Array:
    """Standard error of the logarithm of a risk ratio; `a` and `c` above 0 (Katz and others)."""
    return np.sqrt((n1 - a) / (a * n1) + (n0 - c) / (c * n0))


def chi_squared(a: Array, n1: Array, c: Array, n0: Array, correction: Array) -> Array:
    """Pearson's statistic of a table of two by two, each deviation brought nearer to 0.

    A correction of 0 gives the plain statistic, of one half Yates' (never past 0). Somebody has it
    and somebody has not.
    """
    persons, had = n1 + n0, a + c
    deviation = np.maximum(np.abs(a - n1 * had / persons) - correction, 0)
    return deviation**2 * persons**3 / (n1 * n0 * had * (persons - had))


def chi_squared_p(statistic: Array) -> Array:
    """Chance of a statistic as large or larger, with one degree of freedom."""
    p: Array = chdtrc(1, statistic)
    return p


def fisher_tails(a: int, n1: int, c: int, n0: int, log_odds: float = 0.0) -> tuple[float, float]:
    """Chance of so few, and of so many, in the first group, given how many have it together.

    `log_odds` is the logarithm of the odds ratio; at 0 these are the tails of Fisher's exact test.
    """
    counts, logs = _conditional(a, n1, c, n0)
    chances = _chances(counts, logs, log_odds)
    return float(chances[counts <= a].sum()), float(chances[counts >= a].sum())


def odds_ratio_interval(a: int, n1: int, c: int, n0: int, level: float) -> tuple[float, float]:
    """Exact interval of the odds ratio, given how many have it together (Cornfield 1956)."""
    outside = (1 - level) / 2
    counts, logs = _conditional(a, n1, c, n0)
    low, high = 0.0, np.inf
    if a > counts[0]:
        low = _odds_where(counts, logs, counts >= a, outside)
    if a < counts[-1]:
        high = 1 / _odds_where(-counts, logs, counts <= a, outside)
    return low, high


def _odds_where(counts: Array, logs: Array, tail: NDArray[np.bool_], outside: float) -> float:
    """Odds ratio at which the tail, which grows with it, has the chance `outside`."""
    low, high = -LARGEST_LOG_ODDS, LARGEST_LOG_ODDS
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if _chances(counts, logs, middle)[tail].sum() < outside:
            low = middle
        else:
            high = middle
    return float(np.exp((low + high) / 2))


def _conditional(a: int, n1: int, c: int, n0: int) -> tuple[Array, Array]:
    """How many of the first group may have it, and the logarithm of the ways to choose them."""
    had = a + c
    counts = np.arange(max(0, had - n0), min(had, n1) + 1.0)
    return counts, _log_choose(n1, counts) + _log_choose(n0, had - counts)


def _chances(counts: Array, logs: Array, log_odds: float) -> Array:
    """Chance of each count."""
    weights = logs + counts * log_odds
    with np.errstate(under="ignore"):
        chances: Array = softmax(weights)
    return chances


def _log_choose(persons: int, chosen: Array) -> Array:
    """Logarithm of the number of ways to choose so many of the persons."""
    logs: Array = -betaln(persons - chosen + 1, chosen + 1) - np.log1p(persons)
    return logs
