"""Transfers: what one is paid another pays, so that they cancel in the whole."""

import numpy as np
from hypothesis import given

from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger
from gevinst.testing import PRICES, changed, equal, inputs, run_core


def of(made: Ledger, name: str) -> float:
    """A quantity of the year, over all records and places."""
    return sum(
        array.sum(axis=(0, 1), keepdims=True)
        for (found, _), array in made.values.items()
        if found == name
    )


@given(inputs())
def test_what_contributors_pay_is_what_the_municipalities_are_spared(x: Inputs) -> None:
    """Contributions move cost from one to another, and change nothing in the whole."""
    made = run_core(x)

    spared = made["total_cost_year"] - of(made, "charge_year")

    assert equal(of(made, "actor_funding"), spared, scale=made["total_cost_year"])


@given(inputs())
def test_net_cash_of_all_is_the_cash_gained_less_the_cost(x: Inputs) -> None:
    """Added up over everybody, only the service's cost and its cash benefits are left."""
    made = run_core(x)
    cash = [line for line in x.benefits if line.benefit_class == "cash"]

    gained = sum(made["line_benefit", line.id].sum(axis=(0, 1), keepdims=True) for line in cash)
    size = sum(np.abs(made["line_benefit", line.id]).sum() for line in cash)

    net = of(made, "municipality_net_cash") + of(made, "actor_net_cash")
    expected = gained - made["total_cost_year"]
    moved = sum(np.abs(made["line_benefit", line.id]).sum() for line in x.benefits)
    assert equal(net, expected, scale=size + moved + made["total_cost_year"])


@given(inputs())
def test_only_cash_moves_the_net_cash(x: Inputs) -> None:
    """Freed capacity and quality are never counted as money; only cash and transfers are."""
    made = run_core(x)
    for line in x.benefits:
        if line.benefit_class in {"cash", "transfer"}:
            continue
        other = run_core(changed(x, lambda worth: worth + 1000, *PRICES, record=line.id))
        for (name, record), array in made.values.items():
            if name in {"municipality_net_cash", "actor_net_cash"}:
                assert np.array_equal(other[name, record], array)


@given(inputs())
def test_each_municipality_gains_from_its_own_patients(x: Inputs) -> None:
    """What a municipality gains follows its own patient time; an actor's gain all patients'."""
    made = run_core(x)

    for (name, record), place in made.values.items():
        if name != "gain_by_place":
            continue
        if record.startswith("municipality:"):
            assert equal(made["municipality_gain", record], place.sum(axis=0, keepdims=True),
                         scale=np.abs(place).sum(axis=0, keepdims=True))  # fmt: skip
        else:
            assert equal(made["actor_gain", record], place.sum(axis=(0, 1), keepdims=True),
                         scale=np.abs(place).sum(axis=(0, 1), keepdims=True))  # fmt: skip


@given(inputs())
def test_key_figures_times_what_they_are_per_give_the_whole(x: Inputs) -> None:
    """Cost per patient-year times patient-years is the cost, wherever there is any."""
    made = run_core(x)

    for ratio, per, whole in (
        ("cost_per_patient_time", "patient_time_total", "total_cost_year"),
        ("charge_per_patient_time", "patient_time_municipality", "charge_year"),
        ("charge_per_inhabitant", "inhabitants_year", "charge_year"),
        ("patients_per_fte", "staffed_time_total", "patient_time_total"),
    ):
        there = made[per] > 0
        assert equal(np.where(there, made[ratio] * made[per], 0), np.where(there, made[whole], 0))
        assert np.all(np.where(there, 0, made[ratio]) == 0)


@given(inputs())
def test_transfers_cancel(x: Inputs) -> None:
    """What one gets by a transfer another pays: together they gain nothing by it."""
    transfers = [line for line in x.benefits if line.benefit_class == "transfer"]
    made = run_core(x)
    size = sum(np.abs(made["line_benefit", line.id]).sum() for line in transfers)

    moved = sum(
        array.sum(axis=(0, 1))
        for (name, record), array in made.values.items()
        if name in {"municipality_gain", "actor_gain"} and record.endswith(":transfer")
    )

    assert equal(moved, 0, scale=size)
    for line in transfers:
        assert line.counterparty
        assert np.array_equal(made["line_payment", line.id], 0 - made["line_benefit", line.id])
