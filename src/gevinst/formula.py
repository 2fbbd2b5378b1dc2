"""The @formula marker and the map from a formula's name to the formula.

A formula is a small pure function over arrays. Its parameter names are the quantities that it
needs, its name (or `produces`) is the quantity that it makes; both stand in the catalogue. The
marker registers the function and returns the same object: no wrapper, no cost.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """One registered formula: what it needs, what it makes, where it can be read."""

    name: str
    produces: str
    parameters: tuple[str, ...]
    function: Callable[..., Any]
    reference: str | None
    workbook: Literal["live", "steps", "value"]


FORMULAS: dict[str, Formula] = {}


def formula(
    *,
    produces: str | None = None,
    reference: str | None = None,
    workbook: Literal["live", "steps", "value"] = "live",
) -> Callable[[F], F]:
    """Register a function as a formula of the model.

    Parameters
    ----------
    produces
        Quantity that it makes, where that is not the function's own name (one of several rules
        for the same quantity).
    reference
        Literature or page that the formula is taken from.
    workbook
        ``"steps"`` where a spreadsheet shows the steps inside it (`gevinst.axes.working`) as well;
        ``"value"`` where it cannot carry the formula and gets its result instead.
    """

    def register(function: F) -> F:
        name = function.__name__
        if name in FORMULAS and FORMULAS[name].function.__module__ != function.__module__:
            raise ValueError(f"two formulas are called {name!r}")
        FORMULAS[name] = Formula(
            name=name,
            produces=produces or name,
            parameters=tuple(inspect.signature(function).parameters),
            function=function,
            reference=reference,
            workbook=workbook,
        )
        return function

    return register
