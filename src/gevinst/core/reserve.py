"""What to keep in reserve: how far a quantile of a Poisson number lies above its mean.

Weights are relative to that of the most likely number, and all sums are of positive terms: nothing
overflows and nothing cancels. An element goes through the same operations alone as in an array.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

NEGLIGIBLE = 2.0**-54
"""A weight below this part of a sum no longer changes the sum."""


def poisson_excess(mean: Array, share: Array) -> Array:
    """How far the number not exceeded in `share` of cases lies above the mean; at least 0.

    Between whole numbers the distribution is drawn as a straight line. Rounded up, the number is
    the ordinary quantile; unrounded, it never falls when the mean grows.

    Parameters
    ----------
    mean
        Mean of the number, 0 or more.
    share
        0 or more, below 1; the shapes broadcast.

    Returns
    -------
    ndarray
        In the shape of both.
    """
    mean, share = np.broadcast_arrays(mean, share)
    found, weight = np.floor(mean), np.ones(mean.shape)
    below = _weight_below(mean, found)
    wanted = share * (below + 1 + _weight_above(mean, found))
    reached = below + 1
    short = reached < wanted
    while np.any(short):
        found = found + short
        weight = np.where(short, weight * mean / np.where(short, found, 1), weight)
        reached = reached + np.where(short, weight, 0)
        short = (reached < wanted) & (weight > reached * NEGLIGIBLE)
    passed = np.minimum(np.maximum(reached - wanted, 0), weight)
    beyond = passed / np.where(weight > 0, weight, 1)
    return np.maximum(found - beyond - mean, 0)


def _weight_below(mean: Array, top: Array) -> Array:
    """Weight of all numbers below the most likely one, whose own weight is 1."""
    number, weight, total = top, np.ones(mean.shape), np.zeros(mean.shape)
    going = number > 0
    while np.any(going):
        weight = np.where(going, weight * number / np.where(going, mean, 1), 0)
        total = total + weight
        number = number - 1
        going = (number > 0) & (weight > total * NEGLIGIBLE)
    return total


def _weight_above(mean: Array, top: Array) -> Array:
    """Weight of all numbers above the most likely one."""
    number, weight, total = top + 1, mean / (top + 1), np.zeros(mean.shape)
    going = weight > 0
    while np.any(going):
        total = total + weight
        number = number + 1
        weight = np.where(going, weight * mean / number, 0)
        going = weight > total * NEGLIGIBLE
    return total
