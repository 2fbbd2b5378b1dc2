"""Comparing results where the order of sums may differ: relative to the size of what is added."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

ALGEBRA = 1e-12
"""Relative tolerance of laws of algebra; bits are compared where bits can be equal."""


def equal(a: ArrayLike, b: ArrayLike, *, scale: ArrayLike = 0.0, within: float = ALGEBRA) -> bool:
    """Whether two arrays are the same but for the last bits, everywhere.

    Parameters
    ----------
    a, b
        Arrays that broadcast against each other.
    scale
        Size of what was added and subtracted to get there, where that is larger than the result.
    within
        Relative tolerance.

    Returns
    -------
    bool

    Examples
    --------
    >>> equal(0.1 + 0.2, 0.3)
    True
    >>> equal(1e6 + 0.1 - 1e6, 0.1), equal(1e6 + 0.1 - 1e6, 0.1, scale=1e6)
    (False, True)
    """
    first, second = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    size = np.maximum(np.maximum(np.abs(first), np.abs(second)), np.abs(scale))
    return bool(np.all(np.abs(first - second) <= within * size))
