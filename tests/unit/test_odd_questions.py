"""Odd questions to a simulation and the sensitivity functions end in an error that says what."""

from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

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
Ask = Callable[[Project, Simulation, object], object]


@pytest.fixture(scope="module")
def project() -> Project:
    return gv.example("nord-troms")


@pytest.fixture(scope="module")
def simulation(project: Project) -> Simulation:
    return gv.simulate(project, 1000)


ASKED: dict[str, tuple[Ask, tuple[object, ...]]] = {
    "quantities": (lambda p, _, odd: gv.simulate(p, 8, quantities=odd), NO_NAMES),  # type: ignore[arg-type]
    "sampling": (lambda p, _, odd: gv.simulate(p, 8, sampling=odd), (None, *NO_TEXT)),  # type: ignore[arg-type]
    "draws": (lambda p, _, odd: gv.simulate(p, odd), (0, 1e4, *NO_SEED)),  # type: ignore[arg-type]
    "seed": (lambda p, _, odd: gv.simulate(p, 8, odd), NO_SEED),  # type: ignore[arg-type]
    "quantity": (lambda _, s, odd: s.quantity(odd), (None, *NO_TEXT)),  # type: ignore[arg-type]
    "above": (lambda _, s, odd: s.probability(above=odd), NO_NUMBER),  # type: ignore[arg-type]
    "actor": (lambda _, s, odd: s.probability(actor=odd), ("", *NO_TEXT)),  # type: ignore[arg-type]
    "municipality": (lambda _, s, odd: s.probability(municipality=odd), NO_TEXT),  # type: ignore[arg-type]
    "percentile": (lambda _, s, odd: s.explain(odd, "cost", year=2027), (101, *NO_NUMBER)),  # type: ignore[arg-type]
    "name": (lambda _, s, odd: s.drawn(odd), (None, *NO_TEXT)),  # type: ignore[arg-type]
    "inputs": (lambda p, _, odd: sensitivity.tornado(p, inputs=odd), ([1, 2], *NO_NAMES)),  # type: ignore[arg-type]
    "seed of sobol": (lambda p, _, odd: sensitivity.sobol(p, draws=16, seed=odd), NO_SEED),  # type: ignore[arg-type]
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
