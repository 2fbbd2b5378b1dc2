"""Rounding of shares before they are multiplied with the cost, so that all of it is shared."""

from __future__ import annotations

import numpy as np

from gevinst.axes import MUNICIPALITY, Array, total_across, total_over, working
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
    units = working(shares / step, "units")
    exact = working(np.round(units, REMAINDER_DECIMALS), "units_exact")
    floors = working(np.floor(exact), "units_floor")
    remainders = working(np.round(exact - floors, REMAINDER_DECIMALS), "remainder")
    total = np.round(np.round(total_over(units, MUNICIPALITY), REMAINDER_DECIMALS))
    left = working(total - total_over(floors, MUNICIPALITY), "units_left")
    compared = remainders, working(rank, "rank")
    ahead = working(total_across(goes_before, compared, compared), "ahead")
    rounded: Array = step * (floors + np.where(ahead < left, 1, 0))
    return rounded


def goes_before(remainder: Array, rank: Array, other: Array, other_rank: Array) -> Array:
    """1 where the other gets a step first: a larger remainder, or the same and a lower rank."""
    larger, same = 1 * (other > remainder), 1 * (other == remainder)
    first: Array = larger + same * (other_rank < rank)
    return first
