"""From a file to a price, for every project that ships: the least that an install must do."""

import numpy as np
import pytest

import gevinst

pytestmark = pytest.mark.smoke

EXAMPLES = ("nord-troms", "hallingdal", "mila")


@pytest.mark.parametrize("name", EXAMPLES)
def test_charges_and_funding_make_up_the_cost_in_every_year(name: str) -> None:
    """What a bookkeeper checks first, in the tables that a user gets."""
    results = gevinst.run(gevinst.example(name))

    charges = results.table("charges").groupby("year")["value"].sum()
    costs = results.table("costs")
    net = costs[costs["quantity"] == "net_cost"].set_index("year")["value"]
    funding = results.quantity("total_funding").values.sum()
    total = results.quantity("total_cost").values.sum()
    assert (charges > 0).all()
    np.testing.assert_allclose(charges, net.loc[charges.index], rtol=1e-12)
    np.testing.assert_allclose(charges.sum() + funding, total, rtol=1e-12)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_table_has_rows_and_only_finite_values(name: str) -> None:
    """Nothing is missing, and nothing is infinite."""
    results = gevinst.run(gevinst.example(name))
    tables = ("patients", "staffing", "costs", "charges", "benefits", "actors", "key_figures")

    for table in tables:
        frame = results.table(table)
        assert len(frame) > 0, table
        assert {"year", "quantity", "value", "unit"} <= set(frame.columns), table
        assert np.isfinite(frame["value"].dropna()).all(), table


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_charge_of_a_year_can_be_explained(name: str) -> None:
    """Explaining computes the number again, and stops if it is another."""
    project = gevinst.example(name)
    results = gevinst.run(project)
    charges = results.table("charges")
    year = int(charges["year"].max())

    for row in charges[charges["year"] == year].itertuples():
        explained = gevinst.explain(results, "charge", municipality=row.municipality, year=year)
        assert explained.value == pytest.approx(row.value, rel=1e-12)


def test_a_contribution_that_is_needed_in_full_leaves_nothing_unused() -> None:
    """Rounding noise is not money: what is unused is nothing, or an amount."""
    costs = gevinst.run(gevinst.example("nord-troms")).table("costs")

    unused = costs[costs["quantity"] == "funding_unused"]["value"]

    assert len(unused) > 0
    assert ((unused == 0) | (unused > 0.01)).all()
