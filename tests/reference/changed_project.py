"""A project with one number changed, built anew: what a user would get by editing the file."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Any

import numpy as np

import gevinst as gv
from gevinst.schema import Project, Value
from gevinst.schema.table import ClosedTable
from gevinst.uncertainty.figures import figures


def with_number(project: Project, path: str, number: float) -> Project:
    """The same project with a canonical number as the one at a path, without a range."""
    return _changed(project, re.findall(r"[^.\[\]]+", path), number)


def figure_of_run(
    project: Project, quantity: str, *, municipality: int | None = None, period: int = 0
) -> float:
    """The municipalities' figure in a run of its own: all of them together, or one."""
    results = gv.run(project)
    figure = figures(results.inputs, (quantity,))[0]
    found = figure.of(results.ledger, 1)[:, period, 0]
    if municipality is not None:
        return float(found[municipality])
    total = found[0]
    for other in found[1:]:
        total = total + other
    return float(np.asarray(total))


def _changed(content: Any, steps: list[str], number: float) -> Any:
    if isinstance(content, Value):
        return dataclasses.replace(content, likely=number, low=number, high=number, means=None)
    step, *rest = steps
    if isinstance(content, tuple):
        place = int(step)
        return (*content[:place], _changed(content[place], rest, number), *content[place + 1 :])
    if isinstance(content, ClosedTable):
        fields = {field.alias or name: name for name, field in type(content).model_fields.items()}
        name = fields[step]
        return content.model_copy(update={name: _changed(getattr(content, name), rest, number)})
    assert isinstance(content, Mapping)
    key = step.strip('"')
    return {**content, key: _changed(content[key], rest, number)}
