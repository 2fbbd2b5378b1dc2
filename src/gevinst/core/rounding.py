"""Whole units that add up: largest remainder, the one named last step before an invoice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

REMAINDER_DECIMALS = 6
"""Remainders are ranked after rounding to 1e-6 of a unit, so that noise in the last bit of a float
never decides who pays the last unit."""


def whole_units(amounts: NDArray[np.float64], order: NDArray[np.int64]) -> NDArray[np.int64]:
    """Round amounts, measured in units, to whole units that keep their total.

    Parameters
    ----------
    amounts
        Exact amounts in units (oere, kroner), shape ``(n,)``.
    order
        Rank of each amount among equals, shape ``(n,)``: the lower rank gets the unit first.

    Returns
    -------
    ndarray of int64, shape ``(n,)``
        Each within one unit of its amount; their sum is the rounded sum of the amounts.
    """
    exact = np.round(amounts, REMAINDER_DECIMALS)
    floors = np.floor(exact)
    total = np.round(np.round(np.sum(amounts), REMAINDER_DECIMALS))
    left = int(total - np.sum(floors))
    remainders = np.round(exact - floors, REMAINDER_DECIMALS)
    first = np.lexsort((order, -remainders))[:left]
    units = floors.astype(np.int64)
    units[first] += 1
    return units


def whole_parts(weights: Sequence[int], units: int) -> list[int]:
    """Split whole units by weight, exactly: whole parts that add up to the units.

    Parameters
    ----------
    weights
        At least 0, together above 0. Equal remainders are ranked in the order given.
    units
        What is split; a negative number is a refund.

    Returns
    -------
    list of int
        Each within one unit of its exact part.
    """
    total = sum(weights)
    parts = [weight * units // total for weight in weights]
    scale = 10**REMAINDER_DECIMALS
    ranks = [-_nearest(weight * units % total * scale, total) for weight in weights]
    first = sorted(range(len(parts)), key=ranks.__getitem__)[: units - sum(parts)]
    for place in first:
        parts[place] += 1
    return parts


def _nearest(number: int, divisor: int) -> int:
    """Whole number nearest to the quotient, halves upwards."""
    return (2 * number + divisor) // (2 * divisor)
