"""Checks of how many points or draws are asked for."""

from __future__ import annotations

import numpy as np

from gevinst.errors import ArgumentError

LEAST_POINTS, MOST_POINTS = 3, 100_001
LEAST_DRAWS, MOST_DRAWS = 16, 1 << 20


def checked_points(argument: str, found: object, least: int = LEAST_POINTS) -> int:
    """A whole number of points."""
    whole = isinstance(found, (int, np.integer)) and not isinstance(found, bool)
    if not whole or not least <= int(found) <= MOST_POINTS:  # type: ignore[call-overload]
        raise ArgumentError(
            "sensitivity.points", argument=argument, found=found, least=least, most=MOST_POINTS
        )
    return int(found)  # type: ignore[call-overload,no-any-return]


def checked_power(found: object) -> int:
    """A number of draws that is a power of two, as the quasi-random points need."""
    whole = isinstance(found, (int, np.integer)) and not isinstance(found, bool)
    number = int(found) if whole else 0  # type: ignore[call-overload]
    if not LEAST_DRAWS <= number <= MOST_DRAWS or number & (number - 1):
        raise ArgumentError(
            "sensitivity.power_of_two", found=found, least=LEAST_DRAWS, most=MOST_DRAWS
        )
    return number
