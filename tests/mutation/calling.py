"""A file of tests as checks: every row of every parameter, fixtures made once, fixed examples."""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from killing import Check, imported, on_fixed_examples

ParameterSet = type(pytest.param(0))
AS_IT_GOES = ("data()", "randoms(")
ROWS = 40
"""Strategies whose draws do not stand still, and examples that a law is run on."""


def checks_of(path: Path) -> list[Check]:
    """The tests of a file, with all that they are called with."""
    module = imported(path)
    made = {
        name: found._get_wrapped_function()
        for name, found in vars(module).items()
        if hasattr(found, "_get_wrapped_function")
    }
    fixtures: dict[str, Any] = {}
    found = []
    for name, test in vars(module).items():
        if not name.startswith("test_"):
            continue
        full = f"{path.stem}.{name}"
        rows = list(rows_of(test))
        if hasattr(test, "hypothesis"):
            found.append(law(full, test, rows))
            continue
        wanted = set(inspect.signature(test).parameters) - set(rows[0])
        for fixture in wanted & set(made):
            fixtures.setdefault(fixture, made[fixture]())
        if wanted <= set(fixtures):
            given = {fixture: fixtures[fixture] for fixture in wanted}
            found.append(Check(full, test, tuple(((), row | given) for row in rows)))
    return found


def law(name: str, test: Any, rows: list[dict[str, Any]]) -> Check:
    """A law on fixed examples; one that draws as it goes is drawn again each time."""
    given = test.hypothesis._given_kwargs.values()
    if any(strategy in repr(drawn) for drawn in given for strategy in AS_IT_GOES):
        return Check(name, test, tuple(((), row) for row in rows))
    parts = [on_fixed_examples(name, test, ROWS, **row) for row in rows]
    drawn = [example for part in parts for example in part.examples]
    stated = [
        (example.args, row | example.kwargs)
        for example in getattr(test, "hypothesis_explicit_examples", [])
        for row in rows
    ]
    return replace(parts[0], examples=(*stated, *drawn))


def rows_of(test: Any) -> Iterator[dict[str, Any]]:
    """Every combination of the parameters that a test is marked with."""
    marks = [m for m in getattr(test, "pytestmark", []) if m.name == "parametrize"]
    for row in itertools.product(*(list(mark.args[1]) for mark in marks)):
        yield {
            name: value
            for mark, values in zip(marks, row, strict=True)
            for name, value in named(mark.args[0], unmarked(values))
        }


def unmarked(values: Any) -> Any:
    """A row without the marks or the name that it may carry."""
    if not isinstance(values, ParameterSet):
        return values
    return values.values if len(values.values) > 1 else values.values[0]


def named(names: str | tuple[str, ...], values: Any) -> Iterator[tuple[str, Any]]:
    """The names of a mark with a row's values."""
    split = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    if isinstance(names, str) and len(split) == 1:
        return iter([(split[0], values)])
    return iter(zip(split, values, strict=True))
