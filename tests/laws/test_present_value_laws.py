"""Laws of present values: what each actor gains and pays, as worth now."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

import gevinst as gv
from gevinst import economics, parameters
from gevinst.core.appraising import MUNICIPALITY
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger
from gevinst.core.model import actor_classes, actor_record, other_actors
from gevinst.results.present_values import analysed_months, payback_month
from gevinst.schema import Project
from gevinst.schema.economics import MOST_YEARS
from gevinst.testing import inputs, projects, run_core

TIMING = {0.0: "start", 0.5: "mid", 1.0: "end"}


def whole_years(x: Inputs) -> int:
    """Years that start within the analysis period."""
    return min(int(np.ceil(x.analysis_period.item())), x.frame.years)


def uncorrected(x: Inputs) -> Inputs:
    """The same without a correction for evidence, which has laws of its own."""
    return replace(x, corrections=(), cost_uplifts=())


def by_hand(x: Inputs, made: Ledger, name: str, record: str) -> np.ndarray:
    """Present value of a yearly quantity by the public function, which knows no project."""
    flow = np.moveaxis(made[name, record], 2, 0)[: whole_years(x)]
    timing = TIMING[x.discount_time.item()]
    rate = x.discount_rate.item()
    return np.asarray(economics.present_value(flow, rate, timing))  # type: ignore[arg-type]


@given(inputs(draws=1))
def test_present_values_are_those_of_the_public_function(x: Inputs) -> None:
    """Every gain and every payment: an independent road to the same number."""
    x = uncorrected(x)
    made = run_core(x)

    for actor, benefit_class in actor_classes(x):
        record = actor_record(actor, benefit_class)
        whose = "municipality" if actor == "municipality" else "actor"
        found = made[f"{whose}_present_gain", record][:, :, 0]
        expected = by_hand(x, made, f"{whose}_gain", record)
        assert found == pytest.approx(expected, rel=1e-12, abs=1e-6)
    paid = made["municipality_present_cost", MUNICIPALITY][:, :, 0]
    vat = by_hand(x, made, "charge_vat_cost_year", "") if x.charge_vat else 0
    assert paid == pytest.approx(by_hand(x, made, "charge_year", "") + vat, rel=1e-12, abs=1e-6)


@given(inputs())
def test_transfers_cancel_in_the_whole_now_as_well(x: Inputs) -> None:
    made = run_core(x)

    received = np.sum(made["municipality_present_gain", "municipality:transfer"], axis=1)
    for actor in other_actors(x):
        received = received + made["actor_present_gain", f"{actor}:transfer"][:, 0]

    size = sum(np.abs(a).sum() for (n, _), a in made.values.items() if n == "line_benefit")
    assert np.abs(received).max() <= 1e-12 * size + 1e-9


@given(inputs(draws=1))
def test_net_cash_is_what_is_gained_less_what_is_paid_and_taxes_follow_it(x: Inputs) -> None:
    """Residual values are given to those who paid, all of them and no more."""
    made = run_core(x)

    net = made["municipality_present_net_cash", MUNICIPALITY]
    residual = sum(made["present_residual", left.id] for left in x.residuals)
    gained = made["municipality_present_gain", "municipality:cash"]
    gained = gained + made["municipality_present_gain", "municipality:transfer"]
    left = net - gained + made["municipality_present_cost", MUNICIPALITY]
    somebody_pays = bool(made["municipality_present_cost", MUNICIPALITY].sum())
    scale = float(np.abs(made["municipality_present_cost", MUNICIPALITY]).sum())
    scale += float(np.abs(gained).sum())
    given_out = float(np.sum(residual)) if somebody_pays else 0.0
    assert float(left.sum()) == pytest.approx(given_out, rel=1e-9, abs=1e-9 * scale + 1e-6)
    if x.tax_financing:
        cost = made["municipality_tax_financing_cost", MUNICIPALITY]
        assert cost == pytest.approx(-net * x.tax_financing_rate, rel=1e-12, abs=1e-9)
        for actor in x.public_actors:
            share = actor.public_share.item()
            expected = -made["actor_present_net_cash", actor.id] * share * x.tax_financing_rate
            found = made["actor_tax_financing_cost", actor.id]
            assert found == pytest.approx(expected, rel=1e-12, abs=1e-9)


@given(inputs(draws=1))
def test_at_no_interest_the_whole_horizon_is_worth_its_sum(x: Inputs) -> None:
    undiscounted = replace(
        uncorrected(x),
        discount_rate=x.discount_rate * 0,
        analysis_period=x.analysis_period * 0 + x.frame.years,
    )

    made = run_core(undiscounted)

    paid = made["municipality_present_cost", MUNICIPALITY][0, :, 0, 0]
    charge = made["charge_year"].sum(axis=2)[0, :, 0]
    vat = made["charge_vat_cost_year"].sum(axis=2)[0, :, 0] if x.charge_vat else 0
    assert paid == pytest.approx(charge + vat, rel=1e-12, abs=1e-6)


@given(inputs(draws=1))
def test_present_values_change_no_price_and_no_gain(x: Inputs) -> None:
    """Rate, period, timing and residual values stand after everything else."""
    other = replace(
        x,
        discount_rate=x.discount_rate + 0.01,
        discount_time=x.discount_time * 0,
        analysis_period=x.analysis_period * 0 + 1,
        residuals=(),
    )

    one, two = run_core(x), run_core(other)

    for name in ("charge", "total_cost", "municipality_net_cash", "actor_net_cash"):
        for key in [k for k in one.values if k[0] == name]:
            assert np.array_equal(one[key], two[key])


@given(projects())
def test_the_table_has_every_actor_and_its_month_of_payback(project: Project) -> None:
    results = gv.run(project)
    inputs_used = results.inputs

    table = results.table("present_value")

    actors = {"municipality", *other_actors(results.inputs)}
    assert set(table["actor"]) == actors
    taxed = table[table["quantity"] == "tax_financing_cost"]
    assert set(taxed["actor"]).isdisjoint({"gp", "patient", "next_of_kin", "society"})
    assert not results.table("present_value", labels="nb").isna()["Størrelse"].any()
    rows_of_cash = table[table["class"] == "cash"].fillna({"municipality": ""})
    cash = dict(
        zip(
            rows_of_cash[["quantity", "actor", "municipality"]].itertuples(index=False, name=None),
            rows_of_cash["value"],
            strict=True,
        )
    )
    monthly = results.table("actors", by="month")
    net = monthly[monthly["quantity"] == "net_cash"].fillna({"municipality": ""})
    months = analysed_months(results)
    if inputs_used.corrections or inputs_used.cost_uplifts:
        return
    for (actor, place), rows in net.groupby(["actor", "municipality"]):
        flow = rows.sort_values("period")["value"].to_numpy()[:months]
        running = np.cumsum(flow)
        need = cash["deepest_need", str(actor), str(place)]
        assert need == pytest.approx(min(0, running.min()), rel=1e-9, abs=1e-6)
        paid = cash["payback_month", str(actor), str(place)]
        if not np.isnan(paid):
            assert running[int(paid) - 1] >= -1e-6 * np.abs(flow).sum() - 1e-9


@pytest.mark.parametrize(
    ("flow", "month"),
    [
        ([0, 0, -10, 4, 6, 1], 5),
        ([0, 5, -5], 2),
        ([-10, 4], None),
        ([0, 0], None),
        ([3], 1),
    ],
)
def test_the_month_of_payback_is_counted_from_the_first_that_moves(
    flow: list[float], month: int | None
) -> None:
    assert payback_month(np.array(flow, dtype=float)) == month


def test_the_rate_of_the_first_band_holds_for_the_longest_horizon() -> None:
    """The model takes one rate: the bands of the state change after 40 years, which is the most."""
    (entry,) = parameters.load("economics.discount_rate").entries

    assert entry.step_at(MOST_YEARS) == entry.at("1")
    assert entry.step_at(MOST_YEARS + 1) < entry.at("1")
