"""A simulation says so where its shares are those of likely values in every draw."""

from __future__ import annotations

import numpy as np
import pytest

import gevinst as gv
from gevinst.cli.simulated import describe_simulation
from gevinst.display import Language
from gevinst.loading import from_tables
from gevinst.reporting.texts import say
from gevinst.schema.written import tables_of


def test_shares_by_a_rule_are_said_to_be_those_of_likely_values() -> None:
    """And they are: every municipality's share of the charges is the same in all draws."""
    tables = tables_of(gv.example("nord-troms"))
    tables["price_model"] = {"rule": "shapley"}

    simulation = gv.simulate(from_tables(tables), 40)

    charges = np.array([row.draws for row in simulation.quantity("charge") if row.year == 2030])
    shares = charges / charges.sum(axis=0)
    assert np.ptp(charges.sum(axis=0)) > 0
    assert shares == pytest.approx(np.repeat(shares[:, :1], 40, axis=1), rel=1e-9)
    for lang in ("nb", "en"):
        assert say("sim.agreed", lang) in describe_simulation(simulation, lang).facts


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_nothing_is_said_where_there_is_no_rule(lang: Language) -> None:
    simulation = gv.simulate(gv.example("nord-troms"), 40)

    assert say("sim.agreed", lang) not in describe_simulation(simulation, lang).facts
