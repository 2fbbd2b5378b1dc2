"""Numbers of a case worked by hand, laid out on the axes that formulas work on."""

from collections.abc import Callable
from typing import Any

import numpy as np

from gevinst.axes import Array

Sizes = float | tuple[float, ...] | list[Any]
"""A tuple holds municipalities, a list periods, and a list of tuples groups of municipalities."""
Row = tuple[Callable[..., Array], tuple[Sizes, ...], Sizes]
"""A formula, what it is given, and what comes out."""


def array(sizes: Sizes) -> Array:
    """Sizes on the four axes: group, municipality, period, draw."""
    if isinstance(sizes, tuple):
        return np.array(sizes, dtype=np.float64).reshape(1, -1, 1, 1)
    if not isinstance(sizes, list):
        return np.full((1, 1, 1, 1), float(sizes))
    numbers = np.array(sizes, dtype=np.float64)
    if numbers.ndim == 1:
        return numbers.reshape(1, 1, -1, 1)
    if numbers.ndim == 2:
        return numbers[:, :, np.newaxis, np.newaxis]
    return numbers.swapaxes(1, 2)[..., np.newaxis]
