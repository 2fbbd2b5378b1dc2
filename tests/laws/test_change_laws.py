"""Laws of why a figure changed: the parts are exact, fair and tell of every change."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gevinst as gv
from gevinst.schema import Project
from gevinst.schema.written import tables_of
from gevinst.uncertainty.changing import changes
from gevinst.uncertainty.figures import QUANTITIES

FACTORS = {
    "partners[0].population": 1.3,
    "groups[0].dropout_rate": 0.5,
    "cost_lines[0].amount": 1.4,
    "centre.roles[0].annual_wage": 1.1,
    "benefits[0].baseline": 2.0,
}
YEAR = 2028


def changed(project: Project, factors: dict[str, float]) -> Project:
    """The project with some of its numbers multiplied."""
    tables = tables_of(project)
    values = dict(project.values())
    for path, factor in factors.items():
        *steps, last = path.replace("[", ".[").split(".")
        at: Any = tables
        for step in steps:
            at = at[int(step[1:-1])] if step.startswith("[") else at[step]
        unit = "" if values[path].unit == "1" else _unit(values[path])
        number = values[path].likely * factor
        at[last] = {"value": f"{number!r}{unit}", "source": "endret"}
    return Project.model_validate(tables)


@lru_cache
def _with(chosen: frozenset[str]) -> Project:
    return changed(gv.example("nord-troms"), {path: FACTORS[path] for path in sorted(chosen)})


def _unit(value: Any) -> str:
    from gevinst.units import canonical_unit

    return f" {canonical_unit(value.unit)}"


@pytest.fixture(scope="module")
def project() -> Project:
    return gv.example("nord-troms")


@given(
    chosen=st.sets(st.sampled_from(sorted(FACTORS)), min_size=1),
    quantity=st.sampled_from(sorted(QUANTITIES)),
)
def test_the_parts_add_up_and_turn_round(chosen: set[str], quantity: str, project: Project) -> None:
    """Forwards and backwards each part is the same with the other sign."""
    after = _with(frozenset(chosen))
    year = None if quantity.startswith("present_") else YEAR

    there = changes(project, after, quantity, year=year)
    back = changes(after, project, quantity, year=year)

    scale = abs(there.before) + abs(there.after)
    assert sum(part.amount for part in there.parts) == pytest.approx(
        there.difference, abs=1e-12 * scale
    )
    assert len(there.parts) == len(chosen)
    turned = {part.name: -part.amount for part in back.parts}
    for part in there.parts:
        assert part.amount == pytest.approx(turned[part.name], abs=1e-12 * scale)


def test_both_ends_are_plain_runs(project: Project) -> None:
    after = changed(project, FACTORS)

    found = changes(project, after, "cost", year=YEAR)

    at = YEAR - project.horizon.first_year
    for run, figure in ((project, found.before), (after, found.after)):
        whole = gv.run(run).quantity("total_cost_year").values
        assert figure == whole[0, 0, at, 0]


def test_oere_add_up_to_the_rounded_difference(project: Project) -> None:
    found = changes(project, changed(project, FACTORS), "charge", year=YEAR)

    oere = np.round(found.table()["amount"].to_numpy() * 100).astype(int)

    assert oere.sum() == round(found.difference * 100)
    assert found.table()["amount"].abs().is_monotonic_decreasing


def test_a_change_that_does_nothing_gets_nothing(project: Project) -> None:
    """Gains do not decide what the centre costs."""
    found = changes(project, changed(project, FACTORS), "cost", year=YEAR)

    amounts = {part.name: part.amount for part in found.parts}
    assert amounts["benefits.liggedogn.baseline"] == pytest.approx(0, abs=1e-6)
    assert amounts[_population(project)] > 1000


def _population(project: Project) -> str:
    return f"partners.{project.partners[0].code}.population"


def test_inputs_counted_together_get_what_they_get_apart_where_they_do_not_meet(
    project: Project,
) -> None:
    """Two amounts that are only added: their group gets the sum of their parts."""
    after = changed(project, {"cost_lines[0].amount": 1.4, "centre.roles[0].annual_wage": 1.1})
    apart = changes(project, after, "cost", year=YEAR)
    wanted = [part.name for part in apart.parts]

    together = changes(project, after, "cost", year=YEAR, groups={"penger": wanted})

    assert len(wanted) == 2
    assert [part.name for part in together.parts] == ["penger"]
    assert together.parts[0].amount == pytest.approx(sum(part.amount for part in apart.parts))


def test_another_line_is_one_change_beside_the_numbers(project: Project) -> None:
    after = changed(project, {"partners[0].population": 1.2})
    tables = tables_of(after)
    del tables["cost_lines"][-1]

    found = changes(project, Project.model_validate(tables), "cost", year=YEAR)

    assert {part.name for part in found.parts} == {"structure", _population(project)}
    assert "andre linjer, deltakere, måneder eller valg" in found.text()


def test_many_changes_are_counted_by_the_line_they_stand_in(project: Project) -> None:
    every = {
        path: 1.01
        for path, value in project.values()
        if path.startswith(("centre.roles", "cost_lines", "partners")) and value.likely > 1
    }
    found = changes(project, changed(project, every), "cost", year=YEAR)

    assert len(every) > 12
    assert len(found.parts) <= 12
    names = [name for part in found.parts for name in part.inputs]
    assert len(names) == len(set(names)) == len(every)


def test_changes_are_called_what_people_call_them(project: Project) -> None:
    """Raw names stay beside the words; names that would be alike are told apart."""
    found = changes(
        project, changed(project, {"centre.roles[0].annual_wage": 1.1}), "cost", year=YEAR
    )
    row = found.table().iloc[0]

    assert (row["change"], row["label"]) == (
        "centre.roles.sykepleier.annual_wage",
        "Årslønn: Sykepleier",
    )
    assert "Årslønn: Sykepleier (fra " in found.text("nb")
    assert "Sykepleier (from " in found.text("en")
    assert "centre.roles" not in found.text("nb") + found.text("en")


def test_changes_with_the_same_label_are_told_apart(project: Project) -> None:
    """Weights of two keys have one label; the raw name stands behind it."""
    factors = {"price_model.keys[0].weight": 2.0, "price_model.keys[1].weight": 0.5}

    found = changes(project, changed(project, factors), "cost", year=YEAR)

    labels = {part.name: part.label() for part in found.parts}
    assert len(set(labels.values())) == len(factors)
    assert all(label == f"Nøkkelens vekt [{name}]" for name, label in labels.items())


def test_lines_that_are_counted_together_have_their_names(project: Project) -> None:
    """More than twelve numbers of roles and tasks are told of by role and task."""
    ends = (".time", ".annual_wage", ".other_on_costs", ".net_hours")
    every = {
        path: 1.01
        for path, _ in project.values()
        if path.startswith(("centre.roles", "tasks")) and path.endswith(ends)
    }

    found = changes(project, changed(project, every), "cost", year=YEAR)

    labels = {part.name: part.label() for part in found.parts}
    assert len(every) > 12
    assert labels["centre.roles.leder"] == "Fagleder"
    assert labels["tasks.samtaler"] == "Avtalte samtaler"
