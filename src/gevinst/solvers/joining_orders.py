"""Shapley values of games that are too large to list, from orders of joining drawn at random."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def drawn_shares(
    cost_of: Callable[[int], float], partners: int, pairs: int, generator: np.random.Generator
) -> Array:
    """Mean of what each partner adds, in an order of joining and in the same order backwards.

    Returns
    -------
    ndarray, shape (pairs, partners)
        One row per drawn order; a row adds up to the cost of all.
    """
    added = np.empty((pairs, partners))
    for row in added:
        order = generator.permutation(partners)
        row[:] = (_added(cost_of, order) + _added(cost_of, order[::-1])) / 2
    return added


def _added(cost_of: Callable[[int], float], order: NDArray[np.int64]) -> Array:
    """What each partner adds to the cost when it joins in this order."""
    added = np.empty(len(order))
    group, before = 0, 0.0
    for partner in order.tolist():
        group |= 1 << partner
        after = cost_of(group)
        added[partner] = after - before
        before = after
    return added
