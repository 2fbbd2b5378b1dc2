"""The cost of groups: who hosts, what is asked for, how a group is named, where merging is dear."""

from dataclasses import replace

import numpy as np
import pytest

import gevinst
from gevinst import allocation
from gevinst.coalitions import CoalitionCosts, Game, coalition_costs, game_of_project, merging
from gevinst.coalitions.hosts import MOST_PARTNERS
from gevinst.coalitions.rules import RULES, shares_by_rule
from gevinst.errors import ArgumentError, CoverageError, ProjectError, QuantityError
from gevinst.running import run
from gevinst.schema import Project

EXAMPLE = "nord-troms"
HOST = "Kvænangen"


@pytest.fixture(scope="module")
def project() -> Project:
    """Six municipalities that all have a zone."""
    return gevinst.example(EXAMPLE)


@pytest.fixture(scope="module")
def groups(project: Project) -> CoalitionCosts:
    """Their groups over the horizon."""
    return coalition_costs(project)


def zoned(project: Project, zones: dict[str, str | None]) -> Project:
    """The same project with other zones for some partners, by name."""
    partners = tuple(
        p.model_copy(update={"payroll_tax_zone": zones[p.name]}) if p.name in zones else p
        for p in project.partners
    )
    return project.model_copy(update={"partners": partners})


def test_a_group_is_the_project_file_with_the_others_taken_out(
    project: Project, groups: CoalitionCosts
) -> None:
    """The long way round: a project without the others, run as any project is."""
    members = ("Kvænangen", "Nordreisa", "Skjervøy")
    kept = tuple(p for p in project.partners if p.name in members or p.kind == "hospital_trust")

    alone = run(project.model_copy(update={"partners": kept}))

    total = alone.quantity("total_cost_year").values.sum()
    assert groups.cost(*members) == pytest.approx(total, rel=1e-12)


def test_a_group_is_hosted_by_the_host_or_else_by_the_most_populous(
    groups: CoalitionCosts,
) -> None:
    """Nordreisa is the largest, and Skjervøy the largest without it."""

    def host(*members: str) -> str:
        return groups.labels[groups.hosts[groups.group(*members)]]

    assert host("Nordreisa", HOST) == HOST
    assert host("Nordreisa", "Skjervøy", "Lyngen") == "Nordreisa"
    assert host("Storfjord", "Lyngen", "Skjervøy") == "Skjervøy"
    assert host("Storfjord") == "Storfjord"
    assert groups.hosts[0] == -1


def test_equally_populous_members_are_ranked_by_code(project: Project) -> None:
    """The order in the file decides nothing."""
    same = project.partners[0].population
    partners = tuple(
        p.model_copy(update={"population": same}) if p.kind == "municipality" else p
        for p in project.partners
    )
    groups = coalition_costs(project.model_copy(update={"partners": partners}))

    host = groups.hosts[groups.group("Nordreisa", "Lyngen")]

    assert groups.labels[host] == "Lyngen"  # 5536 comes before 5544


def test_payroll_tax_follows_the_host_of_the_group(project: Project) -> None:
    """Only groups hosted by the partner whose zone changes become dearer."""
    before = coalition_costs(project)
    after = coalition_costs(zoned(project, {"Nordreisa": "I"}))

    hosted = np.array([h >= 0 and before.labels[h] == "Nordreisa" for h in before.hosts])
    assert np.all(after.costs[hosted] > before.costs[hosted])
    assert np.array_equal(after.costs[~hosted], before.costs[~hosted])
    assert hosted.any()


def test_every_partner_without_a_zone_is_named(project: Project) -> None:
    """The error tells who, where in the file, and what to write."""
    unknown = zoned(project, {"Lyngen": None, "Storfjord": None})

    with pytest.raises(ProjectError) as caught:
        coalition_costs(unknown)

    assert [p.path for p in caught.value.problems] == [
        "partners[4].payroll_tax_zone",
        "partners[5].payroll_tax_zone",
    ]
    assert "Lyngen" in caught.value.text("nb")
    assert "payroll_tax_zone" in caught.value.text("nb")
    assert run(unknown).title == project.project.name  # keys need no zone


def test_too_many_partners_are_refused(project: Project) -> None:
    """A million groups are the limit."""
    paying = project.paying_partners
    more = tuple(
        paying[1].model_copy(update={"code": f"99{i:02d}", "name": f"Sted {i}"})
        for i in range(MOST_PARTNERS)
    )

    with pytest.raises(ProjectError, match="26"):
        coalition_costs(project.model_copy(update={"partners": (*paying, *more)}))


def test_a_year_outside_the_horizon_is_refused(project: Project) -> None:
    """It is told which years there are."""
    with pytest.raises(CoverageError, match="2027"):
        coalition_costs(project, year=2026)


def test_years_add_up_to_the_horizon(project: Project, groups: CoalitionCosts) -> None:
    """One year is its row; the horizon is their sum."""
    years = sum(coalition_costs(project, year).costs for year in groups.years)

    assert years == pytest.approx(groups.costs, rel=1e-12)
    assert coalition_costs(project, 2028).year == 2028


def test_a_group_is_named_by_names_or_codes(groups: CoalitionCosts) -> None:
    """Bit i is partner i."""
    assert groups.group("Kvænangen") == groups.group("5546") == 1
    assert groups.members(groups.group("5542", "Nordreisa")) == ("Nordreisa", "Skjervøy")
    with pytest.raises(QuantityError, match="Skjervøy"):
        groups.group("Skjerøy")


def test_the_table_has_a_row_for_every_group(groups: CoalitionCosts) -> None:
    """From nobody to everybody."""
    table = groups.table()

    assert len(table) == 64
    assert list(table.columns) == ["group", "members", "size", "host", "cost"]
    assert table["cost"].iloc[0] == 0
    assert table["members"].iloc[0b101] == "Kvænangen, Skjervøy"
    assert table["size"].iloc[-1] == 6


def test_alone_and_separable_costs_are_read_from_the_groups(groups: CoalitionCosts) -> None:
    """Alone is a group of one; separable is what the last one adds."""
    everybody = len(groups.costs) - 1

    assert groups.alone[2] == groups.cost("Skjervøy")
    assert groups.separable[2] == groups.costs[everybody] - groups.costs[everybody - 4]


def test_results_cannot_be_changed(groups: CoalitionCosts) -> None:
    """What is handed out is read-only."""
    with pytest.raises(ValueError, match="read-only"):
        groups.costs[1] = 0


def test_the_dearest_merger_is_found() -> None:
    """By hand: A and B alone cost 10 each, together 25; with C nothing is dearer than that."""
    costs = np.array([0.0, 10, 10, 25, 10, 20, 20, 33])

    found = merging.dearest_mergers(costs, 3)

    assert (found[0].first, found[0].second, found[0].extra) == (2, 1, 5)
    assert (found[1].first, found[1].second, found[1].extra) in {(5, 2, 3), (6, 1, 3)}
    assert merging.dearest_mergers(np.array([0.0, 10, 10, 15]), 3) == ()


def test_the_search_for_mergers_agrees_with_a_plain_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pair of groups, also where more partners than are placed at once."""
    monkeypatch.setattr(merging, "_TOGETHER", 3)
    costs = np.random.default_rng(7).uniform(0, 2, 1 << 6)
    costs[0] = 0
    pairs = [(a, b) for a in range(1, 1 << 6) for b in range(1, a) if not a & b]
    extras = sorted((costs[a | b] - costs[a] - costs[b] for a, b in pairs), reverse=True)

    found = merging.dearest_mergers(costs, 4)

    assert [merger.extra for merger in found] == extras[:4]
    assert extras[3] > 0


@pytest.mark.parametrize("rule", sorted(RULES))
def test_shares_of_every_rule_add_up_to_one(rule: str, project: Project) -> None:
    """And nobody pays a negative share in the example."""
    shares = shares_by_rule(rule, game_of_project(project))

    assert shares.shape == (6,)
    assert shares.sum() == pytest.approx(1, rel=1e-12)
    assert (shares > 0).all()


def test_an_unknown_rule_is_refused_with_the_nearest(project: Project) -> None:
    """A typing mistake is met by a suggestion."""
    with pytest.raises(ArgumentError, match="shapley"):
        shares_by_rule("shaply", game_of_project(project))


def test_rules_by_volume_need_a_volume(project: Project) -> None:
    """Without patients there is nothing to split by; the error says what to choose."""
    groups = tuple(
        g.model_copy(update={"inclusion_share": _zero(g.inclusion_share)}) for g in project.groups
    )
    empty = game_of_project(project.model_copy(update={"groups": groups}))

    for rule in ("serial", "average_cost"):
        with pytest.raises(CoverageError, match="patient"):
            shares_by_rule(rule, empty)


def three(project: Project, *costs: float) -> Game:
    """The game of three of the partners, with these costs by bitmask."""
    kept = ("Kvænangen", "Nordreisa", "Skjervøy")
    partners = tuple(p for p in project.partners if p.name in kept)
    game = game_of_project(project.model_copy(update={"partners": partners, "funding": ()}))
    return replace(game, by_year=np.array([costs]))


def test_what_a_rule_leaves_unsplit_is_never_spread_by_a_key_that_nobody_chose(
    project: Project,
) -> None:
    """Each costs 10 alone and adds 10 to the other two, but all three cost 24: no benefit remains.

    The separable costs are 30 then. Scaled down they would look like a rule, so it is refused, and
    the rules that have an answer are named; each of them gives 8 to each.
    """
    game = three(project, 0, 10, 10, 14, 10, 14, 14, 24)
    assert allocation.scrb(game.costs).tolist() == [10, 10, 10]

    with pytest.raises(CoverageError, match="splits NOK 30, but the cost is NOK 24") as caught:
        shares_by_rule("scrb", game)

    assert "Regelen scrb fordeler 30 kr, men kostnaden er 24 kr" in caught.value.text("nb")
    for rule in ("ensc", "shapley", "nucleolus"):
        assert rule in caught.value.text("nb")
        assert shares_by_rule(rule, game) == pytest.approx([1 / 3] * 3)


def test_separable_costs_that_are_the_cost_are_an_answer(project: Project) -> None:
    """Nothing remains to share and nothing needs to: each pays its own."""
    game = three(project, 0, 1, 2, 3, 3, 4, 5, 6)

    assert shares_by_rule("scrb", game) == pytest.approx([1 / 6, 1 / 3, 1 / 2])


@pytest.mark.parametrize("rule", ["nucleolus", "per_capita_nucleolus"])
def test_where_somebody_must_pay_more_than_alone_the_least_core_is_named(
    project: Project, rule: str
) -> None:
    """All three cost 40 and each 10 alone: the rule promises what cannot be, and says so."""
    game = three(project, 0, 10, 10, 20, 10, 20, 20, 40)

    with pytest.raises(ArgumentError, match="least_core"):
        shares_by_rule(rule, game)

    assert shares_by_rule("least_core", game) == pytest.approx([1 / 3] * 3)


def test_in_proportion_to_nothing_is_refused(project: Project) -> None:
    """Nobody would pay anything alone, yet together it costs."""
    with pytest.raises(CoverageError, match="alone it costs nobody"):
        shares_by_rule("stand_alone", three(project, 0, 0, 0, 5, 0, 5, 5, 9))


def _zero(value: object) -> object:
    return replace(value, likely=0.0, low=0.0, high=0.0)  # type: ignore[type-var]


def test_serial_cost_sharing_of_an_affine_cost_is_the_equal_split_of_the_fixed_part(
    project: Project,
) -> None:
    """Without a queue presence decides the staffing: cost is a fixed part and so much a patient.

    Then serial sharing and the equal split of the non-separable cost are one and the same, found by
    two ways that share no code: by volume, and by group.
    """
    together = tuple(
        p.model_copy(update={"joins": project.partners[0].joins}) if p.kind == "municipality" else p
        for p in project.partners
    )
    waiting = tuple(
        t.model_copy(update={"class_": "deferrable"} if t.per != "year" else {})
        for t in project.tasks
    )
    roles = tuple(r.model_copy(update={"response": None}) for r in project.centre.roles)
    centre = project.centre.model_copy(update={"roles": roles})
    changes = {"partners": together, "tasks": waiting, "centre": centre}
    game = game_of_project(project.model_copy(update=changes))

    assert shares_by_rule("serial", game) == pytest.approx(shares_by_rule("ensc", game), rel=1e-9)
