"""Arguments that no distribution can have, each told in our own words."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from numbers import Real

from gevinst.errors import ArgumentError


def refused(kind: str, argument: str, found: object, **facts: object) -> ArgumentError:
    """The error of an argument; its kind says what is wrong."""
    return ArgumentError(kind, argument=argument, found=found, **facts)


def _is_real(number: object) -> bool:
    return isinstance(number, Real) and not isinstance(number, bool)


def numbers(**given: float) -> None:
    """Refuse what is no finite number.

    Raises
    ------
    ArgumentError
        With the name of the argument.
    """
    for argument, number in given.items():
        if not _is_real(number):
            raise ArgumentError.not_numbers(argument, type(number).__name__)
        if not math.isfinite(number):
            raise ArgumentError.not_finite(argument, number)


def positive(**given: float) -> None:
    """Refuse what is not a finite number above zero."""
    numbers(**given)
    for argument, number in given.items():
        if not number > 0:
            raise refused("distribution.not_positive", argument, number)


def not_negative(**given: float) -> None:
    """Refuse what is not a finite number of at least zero."""
    numbers(**given)
    for argument, number in given.items():
        if number < 0:
            raise refused("distribution.negative", argument, number)


def ordered(**given: float) -> None:
    """Refuse numbers that do not rise in the order in which they are given (equal is allowed)."""
    numbers(**given)
    names = list(given)
    for lower, upper in itertools.pairwise(names):
        if given[lower] > given[upper]:
            argument = upper if upper == "high" and lower != "low" else lower
            other = lower if argument == upper else upper
            kind = "distribution.under" if argument == upper else "distribution.over"
            raise refused(kind, argument, given[argument], other=other, limit=given[other])


def wide(low: float, high: float) -> None:
    """Refuse ends that leave no room between them: such a number is a `Constant`."""
    if not low < high:
        raise refused("distribution.no_width", "high", high, other="low", limit=low)


def within(floor: float, ceiling: float, /, **given: float) -> None:
    """Refuse numbers that are not strictly between two."""
    numbers(**given)
    for argument, number in given.items():
        if not floor < number < ceiling:
            raise refused("distribution.not_between", argument, number, low=floor, high=ceiling)


def some(argument: str, given: Iterable[float]) -> tuple[float, ...]:
    """The numbers, at least one and all finite."""
    found = tuple(given)
    if not found:
        raise refused("distribution.empty", argument, 0)
    for position, number in enumerate(found):
        if not _is_real(number):
            raise ArgumentError.not_numbers(argument, type(number).__name__)
        if not math.isfinite(number):
            raise ArgumentError.not_finite(argument, number, f"[{position}]")
    return tuple(float(number) for number in found)
