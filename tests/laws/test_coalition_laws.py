"""Costs of groups of partners: the model itself with fewer members, whatever way it is computed."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.assemble import assemble
from gevinst.axes import Array
from gevinst.coalitions import Game, Hosting, batch, coalition_costs, game_of, hosting_of
from gevinst.core.inputs import Inputs
from gevinst.core.model import service
from gevinst.running import run
from gevinst.schema import Project
from gevinst.testing import equal, in_order, projects


def left_to_right(values: Array) -> Array:
    """Sum over the first axis in order, as the core adds."""
    total = values[0]
    for row in values[1:]:
        total = total + row
    return total


def on_mask(x: Inputs, group: int, rate: float) -> Array:
    """Cost by year of the whole model with only the members of a group."""
    members = [float(group >> i & 1) for i in range(len(x.frame.municipalities))]
    masked = replace(
        x,
        member=np.array(members).reshape(1, -1, 1, 1),
        payroll_tax_rate=np.full((1, 1, 1, 1), rate),
    )
    return service(masked)["total_cost_year"][0, 0, :, 0]


def game(project: Project) -> tuple[Inputs, Hosting, Game]:
    """Inputs, hosts and costs of a project."""
    x, hosting = assemble(project).inputs, hosting_of(project)
    return x, hosting, game_of(x, hosting)


@given(projects(), st.data())
def test_a_group_costs_what_the_model_says_with_only_its_members(
    project: Project, data: st.DataObject
) -> None:
    """Bit for bit, every year, for any group but nobody."""
    x, hosting, made = game(project)
    group = data.draw(st.integers(1, len(hosting.rates) - 1))

    alone = on_mask(x, group, float(hosting.rates[group]))

    assert np.array_equal(made.by_year[:, group], alone)


@given(projects())
def test_everybody_together_costs_what_the_run_costs(project: Project) -> None:
    """The last group is the centre itself, exactly; nobody costs nothing."""
    results = run(project)
    by_year = results.quantity("total_cost_year").values[0, 0, :, 0]

    groups = coalition_costs(project)

    assert groups.costs[-1] == left_to_right(by_year)
    assert groups.costs[0] == 0
    for i, year in enumerate(groups.years):
        assert groups.of_year(year).costs[-1] == by_year[i]


@given(projects(), st.data())
def test_a_group_of_one_is_the_project_with_that_partner_alone(
    project: Project, data: st.DataObject
) -> None:
    """The other partners are not there at all, and the payroll tax is that of its own zone."""
    x, hosting, made = game(project)
    partner = data.draw(st.integers(0, len(x.frame.municipalities) - 1))
    group = 1 << partner
    rate = np.full((1, 1, 1, 1), hosting.rates[group])

    alone = service(replace(in_order(x, [partner]), payroll_tax_rate=rate))

    assert hosting.hosts[group] == partner
    assert equal(made.by_year[:, group], alone["total_cost_year"][0, 0, :, 0])


@given(projects(paying=3), st.floats(0, 3))
def test_who_is_not_in_the_group_moves_nothing(project: Project, factor: float) -> None:
    """Its patients and inhabitants may be anything."""
    x, hosting, made = game(project)
    outsider = 2
    change = np.ones(3)
    change[outsider] = factor
    shape = change.reshape(1, -1, 1, 1)

    other = replace(
        x,
        inclusion_share=x.inclusion_share * shape,
        opening_patients=x.opening_patients * shape,
        population=x.population * np.where(shape == 1, 1, factor + 1),
    )

    assert np.array_equal(game_of(other, hosting).by_year[:, :4], made.by_year[:, :4])


@given(projects(), st.randoms(use_true_random=False))
def test_the_order_of_partners_only_permutes_the_groups(project: Project, random: object) -> None:
    """A group is who is in it, wherever they stand in the file."""
    paying = project.paying_partners
    order = list(range(len(paying)))
    random.shuffle(order)  # type: ignore[attr-defined]
    others = tuple(p for p in project.partners if p not in paying)
    moved = project.model_copy(update={"partners": (*(paying[i] for i in order), *others)})
    before, after = coalition_costs(project), coalition_costs(moved)

    for group in range(len(before.costs)):
        members = [paying[i].code for i in range(len(paying)) if group >> i & 1]
        there = after.group(*members)
        assert equal(before.costs[group], after.costs[there])
        host = before.hosts[group]
        if members:
            assert before.codes[host] == after.codes[after.hosts[there]]


@pytest.mark.parametrize("size", [1, 2000, 1 << 20])
def test_the_size_of_chunks_does_not_matter(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounded memory gives the same numbers, bit for bit."""
    import gevinst

    project = gevinst.example("nord-troms")
    whole = coalition_costs(project).by_year

    monkeypatch.setattr(batch, "CHUNK_BYTES", size)

    assert np.array_equal(coalition_costs(project).by_year, whole)
