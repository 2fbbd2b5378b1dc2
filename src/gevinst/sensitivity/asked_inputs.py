"""Inputs that are asked about: which are uncertain, and how far a question may move them."""

from __future__ import annotations

from collections.abc import Iterable

from gevinst.arguments import checked_names
from gevinst.errors import ArgumentError
from gevinst.schema import Project
from gevinst.schema.input_bounds import input_bounds
from gevinst.schema.input_names import input_path
from gevinst.uncertainty.inputs import Input, every_input, inputs_at


def uncertain(project: Project, names: Iterable[str] | None = None) -> tuple[Input, ...]:
    """The uncertain inputs, or those of them that are named.

    Raises
    ------
    ArgumentError
        One that was named is fixed, or nothing is uncertain.
    """
    if names is None:
        found = tuple(one for one in every_input(project) if one.is_uncertain)
    else:
        named = checked_names("inputs", names)
        found = inputs_at(project, dict.fromkeys(input_path(project, name) for name in named))
    for one in found:
        if not one.is_uncertain:
            raise fixed(one)
    if not found:
        raise ArgumentError("sensitivity.nothing_uncertain")
    return found


def fixed(one: Input) -> ArgumentError:
    """Say that an input has no range."""
    number = f"{one.shown(one.value.likely):g}"
    value = number if one.unit == "1" else f"{number} {one.unit}"
    return ArgumentError("sensitivity.fixed", name=one.name, value=value)


def ends(project: Project, one: Input, low: object, high: object) -> tuple[float, float]:
    """Canonical ends of a range to look through: those given, else the input's own.

    Raises
    ------
    ArgumentError
        Low is not below high, an end is outside the input's bounds, or the input is fixed and an
        end is not given.
    """
    if (low is None or high is None) and not one.is_uncertain:
        raise fixed(one)
    first = one.value.low if low is None else within_bounds(project, one, low)
    last = one.value.high if high is None else within_bounds(project, one, high)
    if not first < last:
        raise ArgumentError(
            "sensitivity.order",
            name=one.name,
            low=one.shown(first),
            high=one.shown(last),
        )
    return first, last


def within_bounds(project: Project, one: Input, given: object) -> float:
    """A canonical number that the schema allows the input to be."""
    if not isinstance(given, (int, float, str)):
        raise ArgumentError.not_numbers(one.name, type(given).__name__)
    number = one.canonical(given)
    bounds = input_bounds(project, one.path)
    if not bounds.hold(number, one.value.unit):
        unit = None if one.value.unit == "1" else one.value.unit
        found = given if isinstance(given, str) else f"{given:g} {one.unit if unit else ''}".strip()
        raise ArgumentError(
            "sensitivity.bounds", name=one.name, found=found, unit=unit, **bounds.facts()
        )
    return number
