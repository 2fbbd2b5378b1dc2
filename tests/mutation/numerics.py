"""Numerical functions beside the formulas: statistics, distributions, economics, information.

The formulas meet the laws of the whole model. These stand alone, so each group is met by the files
of tests that are about it. Everything in a module is mutated: its functions, and the methods and
properties of its classes.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from types import FunctionType, ModuleType

from gevinst.axes import Array

Function = Callable[..., Array]


@dataclass(frozen=True, slots=True)
class Group:
    """Modules, and the files of tests that answer for them."""

    title: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]


STATISTICS = (
    "cases/test_baseline_statistics_cases.py",
    "unit/test_baseline_rates.py",
    "unit/test_baseline_planning.py",
    "unit/test_baseline_edges.py",
    "laws/test_baseline_statistics_laws.py",
)

GROUPS = {
    "economics": Group(
        "Diskontering, tilbakebetaling og kostnad per effekt",
        ("core.economics", "core.cost_effect"),
        (
            "cases/test_economics_cases.py",
            "unit/test_economics_edges.py",
            "laws/test_economics_laws.py",
            "laws/test_cost_effect_laws.py",
            "laws/test_price_year_laws.py",
        ),
    ),
    "statistics": Group(
        "Rater, andeler, parvis endring, regresjon mot gjennomsnittet og planlegging",
        (
            "core.rates",
            "core.proportions",
            "core.regression_to_mean",
            "core.planning",
            "core.paired",
            "exact_intervals",
        ),
        STATISTICS,
    ),
    "distributions": Group(
        "Fordelinger",
        (
            "distributions.family",
            "distributions.bounded",
            "distributions.continuous",
            "distributions.counted",
            "distributions.derived",
            "distributions.two_piece",
            "distributions.fits",
        ),
        (
            "cases/test_distributions_cases.py",
            "unit/test_distribution_edges.py",
            "laws/test_distribution_laws.py",
        ),
    ),
    "information": Group(
        "Verdien av å vite mer",
        ("uncertainty.information",),
        ("unit/test_information_edges.py", "cases/test_information_cases.py"),
    ),
}
"""By the name that ``--part`` takes."""


def functions_of(group: Group) -> dict[str, Function]:
    """Everything that is mutated in a group, by module and name."""
    found: dict[str, Function] = {}
    for name in group.modules:
        module = importlib.import_module(f"gevinst.{name}")
        for function in own_functions(module):
            found[f"{name.rpartition('.')[2]}.{function.__qualname__}"] = function
    return found


def own_functions(module: ModuleType) -> Iterator[FunctionType]:
    """Functions, methods and properties that a module itself writes down."""
    for value in vars(module).values():
        inside = vars(value).values() if inspect.isclass(value) else (value,)
        for one in inside:
            function = one.fget if isinstance(one, property) else inspect.unwrap(one)
            if written_here(function, module):
                yield function


def forget() -> None:
    """What functions remember, they remember of a mutant too."""
    for group in GROUPS.values():
        for name in group.modules:
            for value in vars(importlib.import_module(f"gevinst.{name}")).values():
                if isinstance(value, _lru_cache_wrapper):
                    value.cache_clear()


def written_here(function: object, module: ModuleType) -> bool:
    """Whether it is a function with source in the module; an abstract one has nothing to change."""
    return (
        isinstance(function, FunctionType)
        and function.__code__.co_filename == module.__file__
        and not getattr(function, "__isabstractmethod__", False)
    )
