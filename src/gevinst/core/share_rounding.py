"""Rounding of shares before they are multiplied with the cost, so that all of it is shared."""

from __future__ import annotations

import numpy as np

from gevinst.axes import MUNICIPALITY, Array, total_over
from gevinst.core.rounding import REMAINDER_DECIMALS


def whole_shares(shares: Array, step: Array, rank: Array) -> Array:
    """Round shares to whole steps that keep their total, by largest remainder.

    Parameters
    ----------
    shares
        Shape ``(1, municipality, period, draw)``.
    step
        The smallest share, such as 0.001; one number.
    rank
        Rank among equals, one for each municipality: the lower rank gets the step first.
    """
    units = shares / step
    exact = np.round(units, REMAINDER_DECIMALS)
    floors = np.floor(exact)
    remainders = np.round(exact - floors, REMAINDER_DECIMALS)
    whole = np.round(np.round(total_over(units, MUNICIPALITY), REMAINDER_DECIMALS))
    left = whole - total_over(floors, MUNICIPALITY)
    ahead = np.zeros(shares.shape)
    for m in range(shares.shape[MUNICIPALITY]):
        other, its_rank = remainders[:, m : m + 1], rank[:, m : m + 1]
        before = (other > remainders) | ((other == remainders) & (its_rank < rank))
        ahead = ahead + np.where(before, 1, 0)
    rounded: Array = step * (floors + np.where(ahead < left, 1, 0))
    return rounded
