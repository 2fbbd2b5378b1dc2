"""From the hours of a contract to the hours at work."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def net_hours(contract_hours: Array, deducted_share: Array) -> Array:
    """Return the hours left when each deduction is a share of the contract hours.

    The shares are added, not applied one after the other: that is what "share of the contract
    hours" says.
    """
    return contract_hours * (1 - deducted_share)
