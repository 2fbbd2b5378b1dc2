"""The change of the same persons. All functions trust their input."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

Array = NDArray[np.float64]


def mean_interval(mean: float, error: float, persons: int, level: float) -> tuple[float, float]:
    """Interval of a mean with that standard error, by Student's t; at least 2 persons."""
    width = -float(stdtrit(persons - 1, (1 - level) / 2)) * error
    return mean - width, mean + width


def mean_p(statistic: float, persons: int) -> float:
    """Two-sided p of a mean of 0, given the mean over its standard error."""
    return 2 * float(stdtr(persons - 1, -abs(statistic)))


def signed_ranks(changes: Array) -> Array:
    """Twice the rank of each change by size, equal ones sharing theirs; whole numbers, no sign."""
    sizes = np.abs(changes)
    ordered = np.sort(sizes)
    below = np.searchsorted(ordered, sizes, side="left")
    upto = np.searchsorted(ordered, sizes, side="right")
    ranks: Array = (below + upto + 1).astype(np.float64)
    return ranks


def rank_sum_chances(ranks: Array) -> Array:
    """Chance of each sum of ranks, 0 and up, if each counts or not with equal chances."""
    chances = np.ones(1)
    for rank in ranks.astype(int):
        longer = np.zeros(chances.size + rank)
        longer[: chances.size] = chances / 2
        longer[rank:] += chances / 2
        chances = longer
    return chances


def rank_sum_tails(changes: Array) -> tuple[float, float]:
    """Chance of ranks of the rises as small, and as large, as found (Wilcoxon), exact with ties."""
    ranks = signed_ranks(changes)
    rises = int(ranks[changes > 0].sum())
    chances = rank_sum_chances(ranks)
    return float(chances[: rises + 1].sum()), float(chances[rises:].sum())


def middle_changes(changes: Array) -> Array:
    """Mean of each pair of changes, each with itself too, in order."""
    first, second = np.triu_indices(changes.size)
    return np.sort((changes[first] + changes[second]) / 2)


def end_of_interval(persons: int, outside: float) -> int:
    """Which of the mean changes of pairs, counted from either end, is the end of the interval.

    0 where even the smallest sum of ranks is more likely than `outside`: then there is none.
    """
    chances = rank_sum_chances(np.arange(1.0, persons + 1))
    return int(np.count_nonzero(np.cumsum(chances) <= outside))
