"""Rules on the cost of groups, chosen by name in a project: they are run like any other price."""

import numpy as np
import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from gevinst.coalitions import coalition_costs, game_of_project
from gevinst.coalitions.rules import RULES, shares_by_rule
from gevinst.errors import GevinstError
from gevinst.results import Results
from gevinst.running import run
from gevinst.schema import Project
from gevinst.studies.fairness import fairness_of
from gevinst.studies.models import by_rule
from gevinst.testing import equal, projects


def answered(project: Project, rule: str) -> Results:
    """The run by a rule, where the rule has an answer and somebody to pay in every month."""
    try:
        return run(by_rule(project, rule))
    except GevinstError:
        reject()


@pytest.mark.parametrize("rule", sorted(RULES))
@given(projects())
def test_charges_by_every_rule_add_up_to_the_cost(rule: str, project: Project) -> None:
    """In every month: what the partners pay is what is left to split."""
    made = answered(project, rule).ledger

    assert equal(made["charge"].sum(axis=1, keepdims=True), made["net_cost"])


@given(projects(), st.sampled_from(sorted(RULES)))
def test_among_constant_members_everybody_pays_the_share_of_the_rule(
    project: Project, rule: str
) -> None:
    """Where all take part all the time, the charges are the shares of the cost to split."""
    together = tuple(
        p.model_copy(update={"joins": project.host.joins, "leaves": None})
        if hasattr(p, "joins")
        else p
        for p in project.partners
    )
    project = project.model_copy(update={"partners": together})
    made = answered(project, rule).ledger
    assume(np.all(made["partners_joined"] == len(project.paying_partners)))

    shares = shares_by_rule(rule, game_of_project(project))

    cost = made["net_cost"].sum()
    assert equal(made["charge"].sum(axis=(0, 2, 3)), shares * cost, scale=cost)


@given(projects(paying=1), st.sampled_from(sorted(RULES)))
def test_one_partner_pays_everything_by_every_rule(project: Project, rule: str) -> None:
    """There is nobody else."""
    made = answered(project, rule).ledger

    assert equal(made["charge"], made["net_cost"])


@given(projects(), st.sampled_from(["ensc", "scrb", "shapley", "nucleolus"]))
def test_what_a_rule_charges_is_reported_as_it_is_run(project: Project, rule: str) -> None:
    """The fairness report adds nothing and loses nothing, and knows its own objections."""
    results = answered(project, rule)
    costs = coalition_costs(project)

    fair = fairness_of(results, costs)

    assert equal(fair.charge.sum(), results.ledger["net_cost"].sum())
    scale = fair.charge.sum() / costs.costs[-1]
    for objection in fair.objections:
        group = costs.group(*objection.members)
        paid = sum(fair.charge[i] for i in range(len(fair.labels)) if group >> i & 1)
        excess = paid - costs.costs[group] * scale
        assert equal(objection.amount, excess, scale=costs.costs[-1])
