"""Odd questions to a simulation and the sensitivity functions end in an error that says what."""

from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pandas as pd
import pytest

import gevinst as gv
from gevinst import sensitivity
from gevinst.errors import ArgumentError, QuantityError
from gevinst.schema import Project
from gevinst.uncertainty.simulation import Simulation

NO_NAMES: tuple[object, ...] = (
    *(math.nan, 1, True, 10**400, b"x", 1j, pd.NA, object()),
    *(pd.Series([1.0, 2.0]), pd.DataFrame({"a": [1]}), np.array([1, 2])),
)
NO_TEXT: tuple[object, ...] = (*NO_NAMES, ["Kommune"], {})
NO_NUMBER: tuple[object, ...] = (
    *(math.nan, math.inf, 10**400, "x", "1 000", b"3", None, True, [], [1, 2], {}, 1j, pd.NA),
    *(object(), pd.Series([1.0, 2.0]), pd.DataFrame({"a": [1]}), np.array([1, 2])),
)
NO_SEED: tuple[object, ...] = (-1, 1.0, 10**400, *NO_NUMBER[3:])
NO_YEAR: tuple[object, ...] = tuple(odd for odd in NO_NUMBER if odd is not None)
Ask = Callable[[Project, Simulation, Any], object]


@pytest.fixture(scope="module")
def project() -> Project:
    return gv.example("nord-troms")


@pytest.fixture(scope="module")
def simulation(project: Project) -> Simulation:
    return gv.simulate(project, 1000)


INPUT, OTHER = "groups.kols.inclusion_share", "groups.kols.dropout_rate"
ASKED: dict[str, tuple[Ask, tuple[object, ...]]] = {
    "quantities": (lambda p, _, odd: gv.simulate(p, 8, quantities=odd), NO_NAMES),
    "sampling": (lambda p, _, odd: gv.simulate(p, 8, sampling=odd), (None, *NO_TEXT)),
    "draws": (lambda p, _, odd: gv.simulate(p, odd), (0, 1e4, *NO_SEED)),
    "seed": (lambda p, _, odd: gv.simulate(p, 8, odd), NO_SEED),
    "quantity": (lambda _, s, odd: s.quantity(odd), (None, *NO_TEXT)),
    "above": (lambda _, s, odd: s.probability(above=odd), NO_NUMBER),
    "actor": (lambda _, s, odd: s.probability(actor=odd), ("", *NO_TEXT)),
    "municipality": (lambda _, s, odd: s.probability(municipality=odd), NO_TEXT),
    "percentile": (lambda _, s, odd: s.explain(odd, "cost", year=2027), (101, *NO_NUMBER)),
    "year": (lambda _, s, odd: s.probability("cost", year=odd), (2027.5, *NO_YEAR)),
    "quantities at all": (lambda p, _, odd: gv.simulate(p, 8, quantities=odd), ((), [])),
    "name": (lambda _, s, odd: s.drawn(odd), (None, *NO_TEXT)),
    "level": (lambda p, _, odd: sensitivity.break_even(p, INPUT, level=odd, points=5), NO_YEAR),
    "price": (
        lambda p, _, odd: sensitivity.patients_for_price(p, odd, points=5),
        (None, 0, *NO_YEAR),
    ),
    "high": (lambda p, _, odd: sensitivity.patients_for_price(p, 4000, high=odd), (0, *NO_YEAR)),
    "quantities of scenarios": (
        lambda p, _, odd: sensitivity.scenarios(p, quantities=odd),
        ((), *NO_NAMES),
    ),
    "municipality of scenarios": (
        lambda p, _, odd: sensitivity.scenarios(p, municipality=odd),
        NO_TEXT,
    ),
    "quantity at its worst": (
        lambda p, _, odd: sensitivity.scenarios(p, worst_and_best=odd),
        NO_TEXT,
    ),
    "named": (lambda p, _, odd: sensitivity.scenarios(p, odd), NO_NAMES),
    "range_a": (
        lambda p, _, odd: sensitivity.two_way(p, INPUT, OTHER, range_a=odd),
        (1, (), (1,), "ab"),
    ),
    "groups": (lambda p, _, odd: gv.changes(p, p, "cost", groups=odd), (*NO_NAMES, {"a": 1})),
    "inputs": (lambda p, _, odd: sensitivity.tornado(p, inputs=odd), ([1, 2], *NO_NAMES)),
    "seed of sobol": (lambda p, _, odd: sensitivity.sobol(p, draws=16, seed=odd), NO_SEED),
}
"""Argument -> a call with it, and what it cannot be."""


@pytest.mark.parametrize("argument", list(ASKED))
def test_odd_questions_are_refused(argument: str, project: Project, simulation: Simulation) -> None:
    ask, never = ASKED[argument]

    for odd in never:
        with pytest.raises((ArgumentError, QuantityError)) as caught:
            ask(project, simulation, odd)
        assert argument.split(maxsplit=1)[0] in str(caught.value) or argument == "inputs", odd


def test_an_executor_that_is_shut_down_is_said_to_be(project: Project) -> None:
    with ThreadPoolExecutor(1) as closed:
        pass

    with pytest.raises(ArgumentError, match="shut down"):
        gv.simulate(project, 8, executor=closed)


def test_another_fault_of_an_executor_is_not_called_that(project: Project) -> None:
    class Broken(ThreadPoolExecutor):
        def submit(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise RuntimeError("no contact")

    with Broken(1) as broken, pytest.raises(RuntimeError, match="no contact"):
        gv.simulate(project, 8, executor=broken)
