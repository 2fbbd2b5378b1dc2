"""Splits of a joint cost by what every group of partners would cost on its own.

Groups are numbered by bitmask: bit i of the index is partner i. Costs have shape ``(2**n, games)``
and shares ``(n, games)``. Everything here is arithmetic, so it is float64 on float64, and exact on
an object array of Fractions.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
"""float64, or objects that are Fractions."""

WHOLE_MATRIX = 12
"""Up to so many partners the weights of the Shapley value fit in the cache: 12 x 4,096 numbers."""

ROW = 12
"""Partners in one row of a larger table."""

PLACED_AT_ONCE = 8
"""Partners whose disjoint pairs of groups are compared in one array: 3**8 pairs."""


def members(partners: int) -> NDArray[np.int64]:
    """One row per group, 1 for a member and 0 for the others; shape ``(2**n, n)``."""
    return (np.arange(1 << partners)[:, None] >> np.arange(partners)) & 1


def partners_of(costs: Numbers) -> int:
    """How many partners have so many groups."""
    return (len(costs) - 1).bit_length()


def alone(costs: Numbers) -> Numbers:
    """Cost of each partner on its own."""
    own: Numbers = costs[1 << np.arange(partners_of(costs))]
    return own


def separable_costs(costs: Numbers) -> Numbers:
    """What each partner adds to the cost of all the others together."""
    everyone = len(costs) - 1
    added: Numbers = costs[-1] - costs[everyone ^ (1 << np.arange(partners_of(costs)))]
    return added


def ensc(costs: Numbers) -> Numbers:
    """Separable costs, and an equal part of the cost that is left."""
    separable = separable_costs(costs)
    shares: Numbers = separable + (costs[-1] - separable.sum(axis=0)) / len(separable)
    return shares


def scrb(costs: Numbers, noise: float) -> Numbers:
    """Separable costs, and a part of the rest by what each saves beyond its separable cost.

    Benefits that together are at most the noise (a part of the stand-alone costs) are none.
    """
    separable, own = separable_costs(costs), alone(costs)
    benefits = own - separable
    total = benefits.sum(axis=0)
    none = abs(total) <= noise * abs(own).sum(axis=0)
    rest = (costs[-1] - separable.sum(axis=0)) * ~none
    shares: Numbers = separable + benefits * (rest / np.where(none, 1, total))
    return shares


def subset_sums(values: Numbers) -> Numbers:
    """Sum over the members of every group, shape ``(2**n, ...)`` for values ``(n, ...)``."""
    half = len(values) // 2
    low = _half(half, values.dtype) @ values[:half]
    high = _half(len(values) - half, values.dtype) @ values[half:]
    sums: Numbers = (high[:, None] + low[None, :]).reshape(-1, *values.shape[1:])
    return sums


@lru_cache(maxsize=64)
def _half(partners: int, dtype: np.dtype[Any]) -> Numbers:
    return members(partners).astype(dtype)


def merging_extras(costs: Numbers) -> Iterator[Numbers]:
    """What joining costs extra, for all pairs of groups without common members, in blocks.

    Yields
    ------
    ndarray, shape ``(pairs, games)``
        Positive where two groups are dearer together than apart.
    """
    partners = partners_of(costs)
    low = min(partners, PLACED_AT_ONCE)
    first, second = _disjoint(low)
    for one, other in zip(*_disjoint(partners - low), strict=True):
        left, right = first + (one << low), second + (other << low)
        yield costs[left | right] - costs[left] - costs[right]


def _disjoint(partners: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All pairs of groups without common members: each partner in one, the other or none."""
    first = second = np.zeros(1, dtype=np.int64)
    for partner in range(partners):
        first = np.concatenate([first, first + (1 << partner), first])
        second = np.concatenate([second, second, second + (1 << partner)])
    return first, second


def shapley(costs: Numbers) -> Numbers:
    """What each partner adds to the cost, on average over all orders of joining."""
    partners = partners_of(costs)
    if costs.dtype == object:
        matrix, orders = _joining_counts(partners)
        return (matrix @ costs) / orders
    if partners <= WHOLE_MATRIX:
        return _joining_shares(partners) @ costs
    return _shapley_in_rows(costs, partners)


def _factorial(number: int) -> int:
    return reduce(lambda product, factor: product * factor, range(1, number + 1), 1)


def _joining_counts(partners: int) -> tuple[Numbers, int]:
    """In how many of all orders a group is what has just gained (+) or next gains (-) a partner."""
    orders = [_factorial(k) * _factorial(partners - 1 - k) for k in range(partners)]
    gained = np.array([0, *orders], dtype=object)
    gains = np.array([*orders, 0], dtype=object)
    inside = members(partners).T
    sizes = inside.sum(axis=0)
    return np.where(inside == 1, gained[sizes], -gains[sizes]), _factorial(partners)


@lru_cache(maxsize=WHOLE_MATRIX)
def _joining_shares(partners: int) -> NDArray[np.float64]:
    counts, orders = _joining_counts(partners)
    return (counts / orders).astype(np.float64)


def _shapley_in_rows(costs: NDArray[np.float64], partners: int) -> NDArray[np.float64]:
    """The same for many partners: one pass over the costs, in rows that stay in the cache.

    The weight of a group depends on its size alone. A row holds the groups with the same high
    partners; it is weighted by size, added to the other rows for the low partners, and summed for
    the high ones. Only then are partners told apart.
    """
    high = partners - ROW
    high_sizes = members(high).sum(axis=1)
    weights = _row_weights(partners)
    rows = costs.reshape(1 << high, 1 << ROW, -1)
    by_low, weighted = np.zeros(rows.shape[1:]), np.empty(rows.shape[1:])
    by_high, without = np.empty((2, len(rows), rows.shape[2]))
    for place, row in enumerate(rows):
        inside = weights[high_sizes[place]]
        np.multiply(row, inside[0][:, None], out=weighted)
        by_low += weighted
        by_high[place], without[place] = inside @ row
    shares = np.concatenate([_sums_with(by_low), _sums_with(by_high)])
    split: NDArray[np.float64] = shares - without.sum(axis=0)
    return split


@lru_cache(maxsize=1)
def _row_weights(partners: int) -> NDArray[np.float64]:
    """Weights of a row, by how many of the high partners it holds; shape ``(high + 1, 2, row)``."""
    sizes = np.arange(partners - ROW + 1)[:, None] + members(ROW).sum(axis=1)
    return np.ascontiguousarray(_size_weights(partners)[:, sizes].swapaxes(0, 1))


def _sums_with(amounts: Numbers) -> Numbers:
    """Sum over the groups that hold a partner, for each partner; the table is halved each time."""
    sums = []
    while len(amounts) > 1:
        half = len(amounts) // 2
        sums.append(amounts[half:].sum(axis=0))
        amounts = amounts[:half] + amounts[half:]
    return np.array(sums[::-1])


def _size_weights(partners: int) -> NDArray[np.float64]:
    """Share of all orders by size of the group: with one given member (both ways), and without."""
    orders = [_factorial(k) * _factorial(partners - 1 - k) for k in range(partners)]
    gained, gains = [0, *orders], [*orders, 0]
    total = _factorial(partners)
    inside = [(a + b) / total for a, b in zip(gained, gains, strict=True)]
    return np.array([inside, [b / total for b in gains]])


def serial(demands: Numbers, levels: Numbers, costs: Numbers) -> Numbers:
    """Shares when the cost grows step by step with the demand, each step split by who wants more.

    Parameters
    ----------
    demands
        What each partner asks for, shape ``(n,)``.
    levels
        The different demands above 0, rising, shape ``(k,)``.
    costs
        Cost if nobody asked for more than the level, shape ``(k,)``.
    """
    if not len(levels):
        return 0 * demands
    taking_part = (demands[None, :] >= levels[:, None]).sum(axis=1).astype(demands.dtype)
    steps = costs - np.concatenate([0 * costs[:1], costs[:-1]])
    paid = np.concatenate([0 * costs[:1], np.cumsum(steps / taking_part)])
    shares: Numbers = paid[np.searchsorted(levels, demands, side="right")]
    return shares


def mixed_key(bases: Numbers, weights: Numbers) -> Numbers:
    """Weighted mean of keys; each row of the bases is a key, with a total that is not 0."""
    parts = bases / bases.sum(axis=1, keepdims=True)
    shares: Numbers = (weights / weights.sum()) @ parts
    return shares
