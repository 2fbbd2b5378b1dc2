"""The studies: the sentences a decision-maker reads, and the figures behind them."""

from dataclasses import replace

import numpy as np
import pytest

import gevinst
from gevinst import studies
from gevinst.axes import Array
from gevinst.coalitions import CoalitionCosts, coalition_costs
from gevinst.errors import ArgumentError, CoverageError, QuantityError
from gevinst.running import run
from gevinst.schema import Project
from gevinst.schema.price import PriceModel
from gevinst.studies import Fairness, Objection
from gevinst.studies.equal_parts import equal_part
from gevinst.studies.fairness import objections_to
from gevinst.studies.models import by_preset, by_rule

SPACE = "\u00a0"
NAMES = ("Ås", "Bø", "Lom", "Vik", "Sel")


@pytest.fixture(scope="module")
def project() -> Project:
    """Six municipalities that share a small centre."""
    return gevinst.example("nord-troms")


@pytest.fixture(scope="module")
def groups(project: Project) -> CoalitionCosts:
    """Their groups over the horizon."""
    return coalition_costs(project)


def report(objections: tuple[Objection, ...], saving: Array, funded: float = 0.0) -> Fairness:
    """A report with what the sentences need."""
    count = len(saving)
    ones = np.ones(count)
    return Fairness(
        labels=NAMES[:count],
        codes=tuple(f"000{i}" for i in range(count)),
        when="2027–2036",
        year=2028,
        charge=ones,
        charge_year=ones,
        inhabitant_years=ones,
        patient_months=0 * ones,
        alone=ones + saving,
        separable=0 * ones,
        equal_part=0 * ones,
        funded_share=funded,
        objections=objections,
    )


def test_a_fair_split_names_who_saves_least() -> None:
    """One sentence, in both languages."""
    fair = report((), np.array([50_000.0, 1234.4]))

    assert fair.in_core
    assert fair.text() == (
        "Ingen kommune og ingen gruppe av kommuner ville betalt mindre i 2027–2036 med et eget"
        f" senter. Den som sparer minst på fellesskapet, er Bø med 1{SPACE}234{SPACE}kr."
    )
    assert "saves least by taking part is Bø" in fair.text("en")


def test_an_unfair_split_names_the_group_and_the_kroner() -> None:
    """Who, how much, and how many others."""
    pair = Objection(members=("Ås", "Lom"), amount=312_000.0)
    one = Objection(members=("Ås",), amount=5.0)

    unfair = report((pair, one), np.array([-5.0, 9.0, 9.0, 9.0]))

    assert not unfair.in_core
    assert unfair.text() == (
        f"Ås og Lom ville til sammen betalt 312{SPACE}000{SPACE}kr mindre i 2027–2036 med et eget"
        " senter enn i fellesskapet, og har grunn til å si nei til denne fordelingen."
        " I alt 2 grupper ville betalt mindre med et eget senter."
    )
    assert report((one,), np.array([-5.0, 9.0])).sentence("en") == (
        f"Ås would pay 5{SPACE}NOK less in 2027–2036 with a centre of its own than together with"
        " the others, and has reason to refuse this split."
    )


def test_a_group_of_nearly_all_is_named_by_who_is_missing() -> None:
    """Four of five are all but one."""
    unfair = report((Objection(members=NAMES[1:], amount=1000.0),), np.zeros(5))

    assert unfair.sentence().startswith("Alle unntatt Ås ville til sammen betalt")
    assert unfair.sentence("en").startswith("All but Ås would together pay")


def test_the_treatment_of_funding_is_told() -> None:
    """The same share for every group."""
    assert f"13,6{SPACE}%" in report((), np.ones(2), funded=0.136).text()
    assert "påslag" in report((), np.ones(2), funded=-0.1).text()


def test_one_partner_alone_has_nobody_to_share_with() -> None:
    """No comparison is pretended."""
    assert report((), np.ones(1)).text() == (
        "Ås driver senteret alene, og har ingen å dele kostnaden med."
    )


def test_an_unknown_language_is_refused() -> None:
    """Two languages are written."""
    with pytest.raises(ArgumentError, match="nb"):
        report((), np.ones(2)).text("de")  # type: ignore[arg-type]


def test_an_equal_part_above_the_cost_alone_is_warned_of() -> None:
    """By name and kroner, for the one it weighs most on; not where it is below, or nobody else."""
    fair = report((), np.array([9.0, 99.0]))
    heavy = replace(fair, equal_part=np.array([1500.0, 1500.0]), alone=np.array([1400.0, 9000.0]))

    assert fair.warning() == ""
    assert heavy.text().endswith(
        f"den er 1{SPACE}500{SPACE}kr for Ås i 2027–2036, mer enn de 1{SPACE}400{SPACE}kr som et"
        " eget senter ville kostet. Da hjelper det ikke at resten fordeles etter størrelse."
    )
    assert f"it is 1{SPACE}500{SPACE}NOK for Ås in 2027–2036" in heavy.text("en")
    assert replace(heavy, alone=np.array([1500.0, 9000.0])).warning() == ""
    one = report((), np.ones(1))
    assert replace(one, equal_part=np.array([9.0])).warning() == ""


def test_the_equal_part_of_a_published_key_is_its_share_of_the_cost(project: Project) -> None:
    """30 % equal: each pays that part of every month it takes part in, whatever its size."""
    results = run(by_preset(project, "equal_30_inhabitants_70"))

    part = equal_part(results.ledger)

    net = results.quantity("net_cost").values[0, 0, :, 0]
    there = results.quantity("joined").values[0, :, :, 0]
    assert part == pytest.approx((0.3 * net * there / there.sum(axis=0)).sum(axis=1))
    assert equal_part(run(by_rule(project, "shapley")).ledger).tolist() == [0] * 6


@pytest.mark.parametrize("balance", ["key", "surplus", "unit_price"])
def test_the_equal_part_is_all_that_does_not_follow_size(project: Project, balance: str) -> None:
    """The charge less what is by inhabitants, by a price per patient, or by a band.

    The platform is in a pool of its own by inhabitants, the rest by an equal key; a fixed amount
    is split by that key, a fee a year is the same for all, and another is for the larger ones.
    """
    model = PriceModel.model_validate(
        {
            "rule": "key",
            "keys": [{"basis": "equal", "weight": 1, "period": "month"}],
            "pools": [
                {
                    "id": "pool",
                    "name": "Plattform",
                    "lines": [project.cost_lines[0].id],
                    "keys": [{"basis": "inhabitants", "weight": 1, "period": "month"}],
                }
            ],
            "tariff": {
                "balance": balance,
                "fees": [
                    {"id": "each", "name": "Fast", "per": "year", "amount": 10_000},
                    {"id": "by_key", "name": "Etter nøkkel", "per": "key", "amount": 12_000},
                    {
                        "id": "large",
                        "name": "De store",
                        "per": "year",
                        "amount": 5000,
                        "band": {"of": "inhabitants", "from": 2500, "closed": "lower"},
                    },
                ],
            },
        }
    )
    made = run(project.model_copy(update={"price_model": model})).ledger

    part = equal_part(made)

    def paid(*key: str) -> Array:
        return made[key][0, :, :, 0].sum(axis=1)  # type: ignore[index]

    by_size = paid("fee", "large")
    if balance == "key":
        by_size = by_size + paid("pool_charge", "pool")
    elif balance == "unit_price":
        by_size = (made["unit_price_share"] * made["cost_beyond_fees"])[0, :, :, 0].sum(axis=1)
        by_size = by_size + paid("fee", "large")
    assert part == pytest.approx(paid("charge", "") - by_size)
    assert (part > 10_000).all()


def test_objections_are_every_group_that_pays_more_than_alone(groups: CoalitionCosts) -> None:
    """By hand: three partners, and the second pays far too much."""
    costs = replace(groups, costs=np.array([0.0, 10, 10, 16, 10, 16, 16, 21]), labels=NAMES[:3])

    found = objections_to([5.0, 12.0, 4.0], costs, 1.0)

    assert found == (
        Objection(members=("Bø",), amount=2.0),
        Objection(members=("Ås", "Bø"), amount=1.0),
    )
    assert objections_to([7.0, 7.0, 7.0], costs, 1.0) == ()
    assert objections_to([5.9, 10.02, 5.08], costs, 1.0) == ()  # less than an øre each


def test_fairness_of_a_project(project: Project, groups: CoalitionCosts) -> None:
    """Charges are those of the run; alone has the same share funded; the table adds up."""
    fair = studies.fairness(project, costs=groups)
    charges = run(project).quantity("charge_year").values[0, :, :, 0]
    table = fair.table()

    assert fair.charge == pytest.approx(charges.sum(axis=1))
    assert fair.charge_year == pytest.approx(charges[:, fair.year - 2027])
    assert fair.year == 2028  # the first with all six in every month
    scale = fair.charge.sum() / groups.costs[-1]
    assert 1 - scale == pytest.approx(fair.funded_share)
    assert table["alone"].to_numpy() == pytest.approx(groups.alone * scale)
    assert (table["saving"] == table["alone"] - table["charge"]).all()
    assert table["per_inhabitant"][1] == pytest.approx(fair.charge[1] / 10 / 4863)
    assert fair.in_core


def test_fairness_in_another_year(project: Project, groups: CoalitionCosts) -> None:
    """The year that is asked for, or an error that says which there are."""
    assert studies.fairness(project, costs=groups, year=2036).year == 2036
    with pytest.raises(CoverageError, match="2036"):
        studies.fairness(project, costs=groups, year=2037)


def test_fairness_of_results_needs_the_costs(project: Project, groups: CoalitionCosts) -> None:
    """Results do not know the zones; a rule cannot be put on what is run already."""
    results = run(project)

    fair = studies.fairness(results, costs=groups)

    assert fair.charge == pytest.approx(studies.fairness(project, costs=groups).charge)
    with pytest.raises(ArgumentError, match="coalition_costs"):
        studies.fairness(results)
    with pytest.raises(ArgumentError, match="project"):
        studies.fairness(results, "shapley", costs=groups)


def test_where_joining_forces_is_dear_is_told(groups: CoalitionCosts) -> None:
    """In words, or that it never is."""
    costs = np.array([0.0, 10, 10, 25_010, 10, 20, 20, 25_000])
    dear = replace(groups, costs=costs, labels=NAMES[:3], codes=("1", "2", "3"))

    assert studies.together_text(dear) == (
        f"Det er ikke alltid billigere å gå sammen: Bø og Ås ville betalt 24{SPACE}990{SPACE}kr mer"
        " i 2027–2036 som ett senter enn som to."
    )
    assert "never costs extra" in studies.together_text(groups, "en")
    many = replace(groups, labels=tuple(str(i) for i in range(17)))
    assert "er ikke undersøkt: med 17 kommuner" in studies.together_text(many)


def test_joining_compares_with_the_project_without_it(project: Project) -> None:
    """Who joins pays nothing before, and the changes add up to the change of the cost to split."""
    effect = studies.joining(project, "Lyngen", "2028-07")
    own = effect.labels.index("Lyngen")

    assert effect.month == "2028-07"
    assert effect.together[own, 0] == 0
    assert 0 < effect.together[own, 1] < effect.together[own, 2]
    assert effect.without[own].tolist() == [0] * 10
    assert effect.table()["change"].sum() == pytest.approx(effect.change.sum())
    assert "De andre betaler til sammen" in effect.sentence()
    assert "mindre enn uten Lyngen" in effect.sentence()
    assert "less than without Lyngen" in effect.sentence("en")


def test_joining_tells_when_the_others_pay_more() -> None:
    """The sentence turns, and names who loses where most gain."""
    base = studies.joining(gevinst.example("nord-troms"), "Lyngen")
    dearer = replace(base, without=base.together - 1000 * (np.arange(6)[:, None] < 5))
    mixed = replace(base, without=base.together + np.array([[9e3], [-5e2], [0], [0], [0], [0]]))

    assert "mer enn uten Lyngen" in dearer.sentence()
    assert mixed.sentence().endswith("Men det blir dyrere for Nordreisa.")


def test_the_host_cannot_join_or_leave(project: Project) -> None:
    """Without it there is no centre."""
    with pytest.raises(ArgumentError, match="host"):
        studies.joining(project, "5546")
    with pytest.raises(ArgumentError, match="host"):
        studies.leaving(project, "Kvænangen", "2030-01", 12)


def test_what_cannot_be_read_is_refused(project: Project) -> None:
    """Unknown partner, month and line."""
    with pytest.raises(QuantityError, match="Lyngen"):
        studies.joining(project, "Lynge")
    with pytest.raises(ArgumentError, match="YYYY-MM"):
        studies.joining(project, "Lyngen", "2028")
    with pytest.raises(QuantityError, match="etablering"):
        studies.buying_in(project, "Lyngen", {"etablerin": 5})
    with pytest.raises(ArgumentError, match="> 0"):
        studies.buying_in(project, "Lyngen", {"etablering": 0})
    with pytest.raises(ArgumentError, match="2036-12"):
        studies.leaving(project, "Lyngen", "2040-01", 12)
    with pytest.raises(ArgumentError, match=">= 0"):
        studies.leaving(project, "Lyngen", "2030-01", -1)


def test_buying_in_pays_back_those_who_invested(project: Project) -> None:
    """Lyngen joins six months after the investment: nine tenths of a five-year life are left."""
    table = studies.buying_in(project, "Lyngen", {"etablering": 5})
    made = run(project).ledger
    paid = made["line_cost", "etablering"][0, 0, 0, 0]
    charges = made["charge"][0, :, :, 0]
    funded = charges[:, 0].sum() / made["total_cost"][0, 0, 0, 0]

    amounts = table.set_index("municipality")["amount"]
    left = paid * funded * 0.9
    assert table["residual"].unique() == pytest.approx([left])
    assert amounts["Lyngen"] == pytest.approx(left * charges[5, 6] / charges[:, 6].sum())
    assert amounts.sum() == pytest.approx(0, abs=1e-6)
    assert amounts["Kåfjord"] == 0  # was not there when it was paid
    assert amounts["Nordreisa"] / amounts["Skjervøy"] == pytest.approx(
        charges[1, 0] / charges[2, 0]
    )


def test_an_investment_at_the_end_of_its_life_costs_nothing(project: Project) -> None:
    """Six months are all of half a year; and who was there from the start buys nothing."""
    assert studies.buying_in(project, "Lyngen", {"etablering": 0.5})["residual"].max() == 0
    assert studies.buying_in(project, "Nordreisa", {"etablering": 5})["amount"].abs().max() == 0
    assert studies.buying_in(project, "Lyngen", {}).empty


def test_leaving_with_notice_is_staying_until_it_is_over(project: Project) -> None:
    """During the notice everybody pays as before; after it as if the partner had left at once."""
    effect = studies.leaving(project, "5536", "2030-01", 12)
    own = effect.labels.index("Lyngen")

    assert (effect.given, effect.leaves) == ("2030-01", "2031-01")
    assert effect.with_notice[:, 0] == pytest.approx(effect.stays[:, 0], rel=1e-12)
    assert effect.with_notice[own, 1] == effect.at_once[own].sum() == 0
    assert (effect.at_once[:own, 0] > effect.stays[:own, 0]).all()
    assert len(effect.table()) == 12
    assert "2031-01" in effect.sentence()
    assert "during the notice" in effect.sentence("en")


def test_no_notice_is_leaving_at_once(project: Project) -> None:
    """Nothing is paid in a notice of no months."""
    effect = studies.leaving(project, "Lyngen", "2030-01", 0)

    assert effect.with_notice == pytest.approx(effect.at_once)
    assert effect.with_notice[:, 0].tolist() == [0] * 6
