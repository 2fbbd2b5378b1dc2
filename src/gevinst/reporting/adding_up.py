"""Rounded figures that add up to their rounded total, as a reader who adds them expects."""

from __future__ import annotations

import math
from collections.abc import Sequence

_SAME = 1e-6
_REMAINDER_DECIMALS = 6


def adding_up(values: Sequence[float], total: float, decimals: int = 0) -> list[float]:
    """Round values so that they add up to the rounded total, by largest remainder.

    Parameters
    ----------
    values : sequence of float
        Exact values.
    total : float
        What they add up to; it is rounded too.
    decimals : int
        Decimals to keep.

    Returns
    -------
    list of float
        Each less than one unit of the last decimal from its exact value. Where the exact values
        do not add up to the total, each is just rounded, so that the difference is seen.

    Examples
    --------
    >>> adding_up([1.4, 1.4, 1.2], 4)
    [2.0, 1.0, 1.0]
    """
    unit = 10.0**decimals
    goal = rounded(total, decimals)
    if abs(sum(values) - total) * unit > max(1.0, _SAME * abs(total) * unit):
        return [rounded(value, decimals) for value in values]
    exact = [round(value * unit, _REMAINDER_DECIMALS) for value in values]
    whole = [math.floor(x) for x in exact]
    left = round(goal * unit) - sum(whole)
    if not 0 <= left <= len(values):
        return [rounded(value, decimals) for value in values]
    by_remainder = sorted(range(len(values)), key=lambda i: whole[i] - exact[i])
    first = set(by_remainder[:left])
    return [round((n + (i in first)) / unit, decimals) for i, n in enumerate(whole)]


def rounded(value: float, decimals: int = 0) -> float:
    """Round to the nearest, halves away from zero, as the shown numbers are rounded.

    Examples
    --------
    >>> rounded(-2.5), rounded(0.25, 1)
    (-3.0, 0.3)
    """
    unit = 10.0**decimals
    units = math.floor(round(abs(value) * unit, _REMAINDER_DECIMALS) + 0.5)
    return round(math.copysign(units / unit, value), decimals) + 0.0
