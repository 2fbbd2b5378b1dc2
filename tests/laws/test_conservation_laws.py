"""Conservation: nothing is lost on the way from patients to charges, and nothing comes from air."""

import numpy as np
import pytest
from hypothesis import given

from gevinst.core.inputs import Inputs
from gevinst.core.ledger import BEFORE, Ledger
from gevinst.results.invoices import to_oere
from gevinst.testing import equal, inputs, run_core

OERE = 0.01


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
    """Active before, plus the new, minus those who left, are active after, at every place."""
    made = run_core(x)
    (lagged,) = BEFORE
    before = made.argument(lagged, "")

    after = before + made["starts"] - made["stops"]

    assert equal(after, made["active_patients"], scale=before + made["starts"])


@given(inputs())
def test_everybody_who_stays_or_leaves_was_there_before(x: Inputs) -> None:
    """Nobody remains who was not there; who is new came this month."""
    made = run_core(x)
    (lagged,) = BEFORE

    assert np.all(made["remaining_patients"] <= made.argument(lagged, ""))
    assert np.all(made["active_patients"] <= made["remaining_patients"] + made["starts"])


@given(inputs())
def test_the_first_month_starts_with_the_opening_patients(x: Inputs) -> None:
    """The month before the first one is what the project says was there."""
    made = run_core(x)

    before = made.argument("carried_patients_before", "")

    assert np.array_equal(
        before[:, :, :1], np.broadcast_to(x.opening_patients, before[:, :, :1].shape)
    )
    assert np.array_equal(before[:, :, 1:], made["active_patients"][:, :, :-1])


def test_equal_remainders_are_settled_by_code() -> None:
    """Of two equal claims on the last oere, the lower municipality code has it."""
    charges = np.array([[0.005], [0.005]])

    invoices = to_oere(charges, ("5501", "0301"))

    assert invoices[:, 0] == pytest.approx([0, OERE])
