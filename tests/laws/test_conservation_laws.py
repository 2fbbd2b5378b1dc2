"""Conservation: nothing is lost on the way from patients to charges, and nothing comes from air."""

import numpy as np
import pytest
from hypothesis import given

from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger
from gevinst.results.invoices import to_oere
from gevinst.testing import equal, inputs, run_core

OERE = 0.01
LAGGED = "carried_patients_before"


def whole(made: Ledger, name: str) -> np.ndarray:
    """A quantity added up over its municipalities."""
    return made[name].sum(axis=1, keepdims=True)


@given(inputs())
def test_charges_and_funding_add_up_to_the_cost(x: Inputs) -> None:
    """In every month and draw the municipalities and the funders pay the cost, all of it."""
    made = run_core(x)

    paid = whole(made, "charge") + made["total_funding"]

    assert equal(paid, made["total_cost"], scale=made["total_cost"])


@given(inputs())
def test_charges_and_funding_of_the_year_add_up_to_its_cost(x: Inputs) -> None:
    """So they do in every year."""
    made = run_core(x)
    given_in_year = sum(made["funding_year", c.id] for c in x.contributions)

    paid = whole(made, "charge_year") + given_in_year

    assert equal(paid, made["total_cost_year"], scale=made["total_cost_year"])


@given(inputs())
def test_invoices_add_up_to_the_oere(x: Inputs) -> None:
    """Invoices have whole oere, add up to what is to be paid, and move nobody by a whole oere."""
    charges = run_core(x)["charge"][0, :, :, 0]

    invoices = to_oere(charges, x.frame.municipalities)

    total = np.round(np.round(charges.sum(axis=0) / OERE, 6))
    assert np.array_equal(np.round(invoices.sum(axis=0) / OERE), total)
    assert equal(np.round(invoices / OERE), invoices / OERE, scale=invoices / OERE)
    assert np.all(np.abs(invoices - charges) < OERE * (1 + 1e-4))


@given(inputs())
def test_patients_who_came_and_left_account_for_those_who_are_there(x: Inputs) -> None:
    """Those carried in, plus the new, minus those who left, are carried on, at every place."""
    made = run_core(x)
    before = made.argument(LAGGED, "")

    after = before + made["starts"] - made["stops"]

    assert equal(after, made["carried_patients"], scale=before + made["starts"])


@given(inputs())
def test_over_the_horizon_all_who_came_have_left_or_are_there(x: Inputs) -> None:
    """Opening stock and all new patients are those who left and those carried on at the end."""
    made = run_core(x)
    came = made["opening_stock"] + made["starts"].sum(axis=2, keepdims=True)

    gone_or_there = made["stops"].sum(axis=2, keepdims=True) + made["carried_patients"][:, :, -1:]

    assert equal(gone_or_there, came)


@given(inputs())
def test_everybody_who_stays_or_leaves_was_there_before(x: Inputs) -> None:
    """Nobody remains who was not there; who is new came this month."""
    made = run_core(x)

    assert np.all(made["remaining_patients"] <= made.argument(LAGGED, ""))
    assert np.all(made["active_patients"] <= made["remaining_patients"] + made["starts"])
    assert np.all(made["carried_patients"] <= made["active_patients"])


@given(inputs())
def test_the_first_month_starts_with_the_opening_patients_of_members(x: Inputs) -> None:
    """The month before the first one is what the project says was there."""
    made = run_core(x)

    before = made.argument(LAGGED, "")

    assert np.all(before[:, :, :1] == x.opening_patients * x.member)
    assert np.array_equal(before[:, :, 1:], made["carried_patients"][:, :, :-1])


@given(inputs())
def test_grants_of_the_year_are_paid_or_left_unused(x: Inputs) -> None:
    """A promise for the year follows its cost; what the cost does not need is shown as unused."""
    made = run_core(x)

    for source in x.contributions:
        granted = made["funding_granted_year", source.id]
        unused = made["funding_unused_year", source.id]
        assert equal(made["funding_year", source.id] + unused, granted)
        window = made["funding_window", source.id]
        promised = x.period_length * source.funding_per_year * window
        promised = promised + source.funding_share * made["total_cost"] * window
        assert equal(made["funding_granted", source.id], promised)
        assert np.all(unused >= 0)


def test_equal_remainders_are_settled_by_code() -> None:
    """Of equal claims on the last oere, the lowest municipality code has it, wherever it stands."""
    two = to_oere(np.array([[0.005], [0.005]]), ("5501", "0301"))
    three = to_oere(np.full((3, 1), 0.01 / 3), ("0302", "0303", "0301"))
    turned = to_oere(np.full((3, 1), 0.01 / 3), ("0303", "0301", "0302"))

    assert two[:, 0] == pytest.approx([0, OERE])
    assert three[:, 0] == pytest.approx([0, 0, OERE])
    assert turned[:, 0] == pytest.approx([0, OERE, 0])
