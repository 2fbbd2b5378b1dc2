"""The same model in plain Python, one draw after another: what a simulation is without arrays.

The yardstick is `tests/reference/plain_model.py`, written from the description of the domain with
loops over months, places and groups. It gets the numbers that the simulation has drawn; the
figures of every timed draw are compared first, to 1e-9.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

import gevinst
from gevinst import parameters
from gevinst.assemble import work
from gevinst.schema import Project, Value
from gevinst.schema.table import ClosedTable
from gevinst.schema.walk import path_text
from gevinst.uncertainty.simulation import Simulation
from ratio import Benchmark

sys.path.append(str(Path(__file__).parents[2] / "tests" / "reference"))

from plain_model import run_plainly

EXAMPLE = "mila"
TIMES_FASTER = 100
PLAIN_DRAWS = 10
FIGURES = {"charge": "charge_year", "cost": "total_cost_year", "positions": "staffed_time_total"}
QUANTITIES = ("charge", "positions", "cost", "net_gain")
"""Yearly charge, positions, cost and net gain by partner."""


def at_draw(content: Any, numbers: Mapping[str, float], *steps: str | int) -> Any:  # noqa: ANN401
    """The same table with the numbers of a draw as its likely ones."""
    if isinstance(content, Value):
        number = numbers.get(path_text(steps))
        return content if number is None else _at(content, number)
    if isinstance(content, ClosedTable):
        fields = {f.alias or n: n for n, f in type(content).model_fields.items()}
        changed = {
            fields.get(key, key): at_draw(inner, numbers, *steps, key)
            for key, inner in content.items()
        }
        return content.model_copy(update={k: v for k, v in changed.items() if v is not None})
    if isinstance(content, Mapping):
        return {key: at_draw(inner, numbers, *steps, key) for key, inner in content.items()}
    if isinstance(content, tuple):
        return tuple(at_draw(inner, numbers, *steps, i) for i, inner in enumerate(content))
    return content


def _at(value: Value, number: float) -> Value:
    from dataclasses import replace

    return replace(value, likely=number)


def outside(project: Project) -> tuple[float, float]:
    """The two parameters that do not stand in the project."""
    date, zone = project.project.date, str(project.host.payroll_tax_zone)
    tax = parameters.number(work.PAYROLL_TAX, date, zone)
    return tax, parameters.number(work.OPENING_WEEKS, date)


def compare(
    simulation: Simulation, project: Project, draw: int, given: tuple[float, float]
) -> None:
    """Stop if a figure of a draw is another number in the plain model."""
    found = run_plainly(project, *given).found
    for quantity, name in FIGURES.items():
        ours = [row.draws[draw] for row in simulation.quantity(quantity)]
        theirs = np.ravel(found[name, ""])
        if not np.allclose(ours, theirs, rtol=1e-9, atol=1e-6):
            raise ArithmeticError(f"{quantity} of draw {draw}: {ours[:3]} and {theirs[:3]}")


def against_plain_python() -> tuple[Callable[[], object], Callable[[], object]]:
    """A hundred draws for each draw of the plain model."""
    project = gevinst.example(EXAMPLE)
    draws = PLAIN_DRAWS * TIMES_FASTER
    small = gevinst.simulate(project, PLAIN_DRAWS, quantities=QUANTITIES)
    given = outside(project)
    drawn = [at_draw(project, small.sampler.draw(i)) for i in range(PLAIN_DRAWS)]
    for draw, changed in enumerate(drawn):
        compare(small, changed, draw, given)

    def ours() -> object:
        return gevinst.simulate(project, draws, quantities=QUANTITIES)

    def theirs() -> object:
        return [run_plainly(changed, *given) for changed in drawn]

    return ours, theirs


BENCHMARKS = (
    Benchmark(
        name="mila_draws_plain",
        what="`simulate` av mila, 1 000 trekninger, mot 10 trekninger i ren Python",
        prepare=against_plain_python,
        goal=1,  # a hundred times as many draws in the same time
    ),
)
