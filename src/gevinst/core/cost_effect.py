"""Cost beside effect, of an alternative or the difference between two; all arrays are float64."""

from __future__ import annotations

import numpy as np

from gevinst.core.economics import ROUNDOFF, Array

ON, DOMINATED, EXTENDED = "on", "dominated", "extended"


def net_benefit(cost: Array, effect: Array, threshold: Array) -> Array:
    """Return the effect valued at the threshold, less the cost."""
    return threshold * effect - cost


def frontier(costs: Array, effects: Array) -> list[tuple[str, float | None]]:
    """Return for each alternative its status, and what a unit more of effect costs there.

    The frontier is the lower edge of the hull of (effect, cost), from the cheapest alternative
    to the most effective one. Equal alternatives share status and ratio; one that floats cannot
    tell from the straight line between its neighbours lies on it.
    """
    order = np.lexsort((-effects, costs))
    edge: list[int] = []
    best = -np.inf
    dominated = set()
    for i in map(int, order):
        if effects[i] <= best:
            if not (edge and _alike(i, edge[-1], costs, effects)):
                dominated.add(i)
            continue
        best = effects[i]
        while len(edge) > 1 and _above_line(edge[-2], edge[-1], i, costs, effects):
            edge.pop()
        edge.append(i)
    ratios: dict[tuple[float, float], float | None] = {}
    for before, i in zip([None, *edge[:-1]], edge, strict=True):
        slope = None if before is None else _slope(before, i, costs, effects)
        ratios[float(costs[i]), float(effects[i])] = slope
    found: list[tuple[str, float | None]] = []
    for i, point in enumerate(zip(costs.tolist(), effects.tolist(), strict=True)):
        if point in ratios:
            found.append((ON, ratios[point]))
        else:
            found.append((DOMINATED if i in dominated else EXTENDED, None))
    return found


def _alike(i: int, j: int, costs: Array, effects: Array) -> bool:
    """Return whether two alternatives cost and do the same."""
    return bool(costs[i] == costs[j] and effects[i] == effects[j])


def _slope(i: int, j: int, costs: Array, effects: Array) -> float:
    """Return what a unit more of effect costs on the way from one alternative to the next."""
    return float((costs[j] - costs[i]) / (effects[j] - effects[i]))


def _above_line(left: int, middle: int, right: int, costs: Array, effects: Array) -> bool:
    """Return whether the middle alternative lies above the line between the others.

    Each difference is uncertain by the roundoff of what it is taken of: so is their product.
    """
    cost_there, cost_on = costs[middle] - costs[left], costs[right] - costs[left]
    effect_there, effect_on = effects[middle] - effects[left], effects[right] - effects[left]
    cost_size = np.max(np.abs(costs[[left, middle, right]]))
    effect_size = np.max(np.abs(effects[[left, middle, right]]))
    error = 4 * ROUNDOFF * (cost_size * effect_on + effect_size * cost_on)
    return bool(cost_there * effect_on - cost_on * effect_there > error)
