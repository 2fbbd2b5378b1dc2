"""What numbers a project may hold: none that is absurd, and none that the run cannot carry."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gevinst.errors import Problem, ProjectError
from gevinst.loading import from_tables
from gevinst.loading.positions import Location
from gevinst.running import run
from gevinst.schema import Project, Value, json_schema

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
ABSURD = 1e14
SMALLEST = 1e-9
MISFITS = {"count.opening_above_eligible", "hours.always_closed", "benefit.range_missing"}


def places(content: Any, location: Location = ()) -> Iterator[Location]:
    """Location of every number of a project."""
    if isinstance(content, Value):
        yield location
    elif isinstance(content, tuple):
        for index, inner in enumerate(content):
            yield from places(inner, (*location, index))
    elif hasattr(content, "items"):
        for key, inner in content.items():
            yield from places(inner, (*location, key))


def project_with(location: Location, number: float) -> Project:
    """The valid project with a plain number at a location."""
    raw = tomllib.loads(VALID.read_text("utf-8"))
    table: Any = raw
    for step in location[:-1]:
        table = table[step]
    table[location[-1]] = number
    return from_tables(raw)


def fitting(location: Location, number: float) -> Project | None:
    """The same; None if the number is within its bounds, but does not fit the rest of the file."""
    try:
        return project_with(location, number)
    except ProjectError as error:
        if {p.kind for p in error.problems} <= MISFITS:
            return None
        raise


def refusal(location: Location, number: float) -> Problem:
    """Why a number is out of bounds at a location."""
    with pytest.raises(ProjectError) as caught:
        project_with(location, number)
    return next(p for p in caught.value.problems if p.kind == "number.bound")


PLACES = tuple(places(from_tables(tomllib.loads(VALID.read_text("utf-8")))))


def numbers(part: Any) -> Iterator[dict[str, Any]]:
    """Every number in a JSON Schema."""
    if isinstance(part, dict):
        if part.get("type") == "number":
            yield part
        for inner in part.values():
            yield from numbers(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from numbers(inner)


def test_the_editor_schema_states_both_bounds_of_every_number() -> None:
    found = list(numbers(json_schema()))

    assert len(found) > 60
    for number in found:
        assert {"minimum", "exclusiveMinimum"} & set(number), number
        assert "maximum" in number, number


@pytest.mark.parametrize("location", PLACES, ids=lambda loc: ".".join(map(str, loc)))
def test_a_project_at_any_one_of_its_bounds_runs_to_finite_numbers(location: Location) -> None:
    """A number out of bounds is refused with the bounds; at them, the run can carry it."""
    facts = refusal(location, ABSURD).facts
    least = facts["at_least"] if facts["above"] is None else facts["above"] + SMALLEST

    for bound in (least, facts["at_most"]):
        project = fitting(location, bound)
        if project is None:
            continue
        results = run(project)
        for key, values in results.ledger.values.items():
            assert np.isfinite(values).all(), key
        invoices = results.table("invoices")["value"]
        charges = results.ledger["charge"]
        assert abs(invoices.sum() - charges.sum()) <= 1e-12 * charges.sum() + 0.01 * len(invoices)


@pytest.mark.parametrize(
    ("location", "number", "bound"),
    [
        (("centre", "staffing_step"), 0.0001, ("at_least", 0.001)),
        (("groups", 0, "mean_stay"), 0.01, ("at_least", 0.1)),
        (("groups", 0, "ramp_time"), 1e-300, ("at_least", 0.1)),
        (("groups", 0, "recruitment_rate"), 1001, ("at_most", 1000)),
        (("groups", 0, "dropout_rate"), 101, ("at_most", 100)),
        (("centre", "roles", 0, "net_hours"), 0.5, ("at_least", 1)),
        (("centre", "roles", 0, "annual_wage"), 2e12, ("at_most", 10**12)),
        (("cost_lines", 2, "lifetime"), 0.001, ("at_least", 0.01)),
        (("price_model", "keys", 0, "weight"), 2e6, ("at_most", 10**6)),
    ],
)
def test_what_would_break_the_run_is_refused(
    location: Location, number: float, bound: tuple[str, float]
) -> None:
    problem = refusal(location, number)

    assert problem.facts[bound[0]] == bound[1]


def test_a_large_bound_is_written_for_people() -> None:
    problem = refusal(("centre", "roles", 0, "annual_wage"), 2e12)

    text = problem.text("nb").replace("\u00a0", " ")
    assert "minst 0 og høyst 1 000 000 000 000 NOK/FTE/year" in text
