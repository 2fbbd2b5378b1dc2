"""What the plain functions of this package are called with, checked, and what they hand back."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import (
    checked_array,
    checked_broadcast,
    checked_dimensions,
    checked_limits,
    checked_one,
    checked_whole,
)
from gevinst.errors import ArgumentError
from gevinst.messages import render

__all__ = [
    "LONGEST_TIME",
    "MOST_EVENTS",
    "SHORTEST_TIME",
    "Array",
    "Number",
    "as_array",
    "as_number",
    "checked_amount",
    "checked_column",
    "checked_events",
    "checked_level",
    "checked_one",
    "checked_share",
    "checked_time",
    "refusal",
]

Array = NDArray[np.float64]
Number = float | Array

MOST_EVENTS = 1e15
"""Larger whole numbers are no longer exact as floats."""
SHORTEST_TIME, LONGEST_TIME = 1e-100, 1e100
"""Beyond them the ratio of two times may no longer be a float."""


def checked_level(level: float) -> float:
    """The share of an interval, above 0 and below 1."""
    return checked_one("level", level, above=0, below=1)


def checked_events(name: str, events: ArrayLike) -> Array:
    """Whole numbers of events, 0 or more."""
    return checked_whole(name, checked_amount(name, events))


def checked_amount(name: str, amount: ArrayLike) -> Array:
    """Amounts of 0 or more."""
    return checked_limits(name, checked_array(name, amount), least=0, most=MOST_EVENTS)


def checked_time(name: str, time: ArrayLike) -> Array:
    """Times at risk, above 0."""
    above = checked_limits(name, checked_array(name, time), above=0)
    return checked_limits(name, above, least=SHORTEST_TIME, most=LONGEST_TIME)


def checked_share(names: tuple[str, str], had: ArrayLike, of: ArrayLike) -> tuple[Array, Array]:
    """How many have it, of how many persons (at least 1), in one shape."""
    some = checked_events(names[0], had)
    all_ = checked_limits(names[1], checked_events(names[1], of), least=1)
    both = checked_broadcast(names, (some, all_))
    if (both[0] > both[1]).any():
        place = np.unravel_index(int(np.argmax(both[0] > both[1])), both[0].shape)
        raise ArgumentError.outside(
            names[0], float(both[0][place]), f"<= {float(both[1][place]):g} ({names[1]})"
        )
    return both[0], both[1]


def checked_column(name: str, values: ArrayLike) -> Array:
    """A list of at least one number."""
    return checked_dimensions(name, checked_array(name, values), least=1, most=1)


def as_array(value: float) -> Array:
    """One number, as the core takes it."""
    return np.asarray(value, dtype=np.float64)


def as_number(values: Array) -> Number:
    """A float for a single number."""
    array = np.asarray(values)
    return float(array) if array.ndim == 0 else array


def refusal(refused: str | None, lang: str, **facts: object) -> str | None:
    """Say why there is no interval; None where there is one."""
    return None if refused is None else render(refused, facts, lang)
