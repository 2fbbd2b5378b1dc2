"""Every number of a project moves something, an intermediate quantity included."""

from __future__ import annotations

import re

import numpy as np

import gevinst as gv
from gevinst.assemble import assemble
from gevinst.axes import Array
from gevinst.core.ledger import Key, Ledger
from gevinst.schema import Project, Value
from gevinst.schema.input_bounds import input_bounds
from gevinst.schema.input_names import input_names
from gevinst.schema.values import Bounds
from gevinst.testing import run_core

AT_A_TIME = 24
"""Points in one batch: every quantity of the ledger is kept."""

REASONS = {
    r"cost_lines\.plattform\.vat_rate": "all value-added tax is recovered",
    r"benefits\.(fastlege|egenandel|behandlingsplan)\.realisation_share": (
        "more work counts in full, whatever is realised"
    ),
    r"measurements\..*": "a measurement is read into the baseline of a benefit, which moves",
}
"""Inputs of the example that move nothing, and why."""


def others(value: Value, bounds: Bounds) -> list[float]:
    """Numbers that the input may have instead."""
    near = (value.likely * 1.25 + 1e-3, value.likely * 0.75, 0.9999, 0.0)
    return [x for x in near if x != value.likely and bounds.hold(x, value.unit)]


def run_at(project: Project, points: dict[str, Array]) -> Ledger:
    """The whole ledger at every point."""
    return run_core(assemble(project, points).inputs)


def moved(made: Ledger, base: Ledger, draws: int) -> Array:
    """For each draw, whether any quantity differs from the run at likely values."""
    found = np.zeros(draws, dtype=bool)
    keys: list[Key] = [key for key in made.values if key in base.values]
    for key in keys:
        if made.values[key].shape[-1] == draws:
            found |= np.any(made.values[key] != base.values[key], axis=(0, 1, 2))
    return found


def test_every_input_moves_something_or_the_reason_is_known() -> None:
    """One at a time, in batches; those that move nothing are exactly the listed ones."""
    project = gv.example("nord-troms")
    values = dict(project.values())
    tried = [
        (name, path, number)
        for name, path in input_names(project).items()
        for number in others(values[path], input_bounds(project, path))
    ]
    base = run_at(project, {})
    moving: set[str] = set()

    for first in range(0, len(tried), AT_A_TIME):
        batch = tried[first : first + AT_A_TIME]
        points = {path: np.full(len(batch), values[path].likely) for _, path, _ in batch}
        for draw, (_, path, number) in enumerate(batch):
            points[path][draw] = number
        with np.errstate(all="ignore"):
            found = moved(run_at(project, points), base, len(batch))
        moving |= {name for (name, _, _), did in zip(batch, found, strict=True) if did}

    still = set(input_names(project)) - moving
    known = {name for name in input_names(project) if any(re.fullmatch(r, name) for r in REASONS)}
    assert still <= known
    for reason in REASONS:
        assert any(re.fullmatch(reason, name) for name in still), reason
