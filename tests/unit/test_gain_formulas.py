"""Every formula of gains and of what they are worth now, worked by hand at its edges.

A row is a formula, what it is given, and what comes out: a number is the same for all, a tuple
holds municipalities, a list periods, and a list of tuples groups of municipalities.
"""

from collections.abc import Callable

import numpy as np
import pytest
from laid_out import Row, Sizes, array

from gevinst.axes import Array
from gevinst.core import actors, appraisal, benefits, evidence, personnel
from gevinst.formula import FORMULAS

TWO_YEARS = [float(month) for month in range(1, 25)]
EACH_YEAR = [78.0, 222.0]
DECEMBERS = [12.0, 24.0]
PLACES = [(2, 3), (5, 7)]

CHANGES: list[Row] = [
    (benefits.patient_time_year, (TWO_YEARS,), EACH_YEAR),
    (benefits.year_number_of_year, (TWO_YEARS,), DECEMBERS),
    (benefits.baseline_events, (5, 3), 15),
    (benefits.baseline_hours, (5, 3, 12), 180),
    (benefits.changed_events, ((8, 8, 8), (-0.25, -1.5, 0.5)), (-2, -8, 4)),
    (benefits.changed_by_amount, (4, (-0.5, -3, 0.5), 8), (-2, -8, 2)),
    (benefits.changed_hours, (5, 3, 12, 200), -20),
    (benefits.delay_passed, ((5, 4.25, 3, 9), 4, 0.5), (1, 0.5, 0, 1)),
    (benefits.gain_time, (6, 0.5), 3),
    (benefits.gain_time_year, (TWO_YEARS,), EACH_YEAR),
    (benefits.gain_time_share, ((3, 0), (4, 0)), (0.75, 0)),
]
PRICES: Sizes = (3, 3, -3, -3, 0, 1, 1)
CHANGED: Sizes = (-8, 8, -8, 8, 8, 0.5, -0.5)
"""Fewer of a cost, more of it, fewer of a good, more of it; no price; and products below one."""
REALISED: list[Row] = [
    (benefits.realised_events, (CHANGED, 0.25, PRICES), (-2, 8, -8, 2, 2, 0.5, -0.125)),
    (
        benefits.realised_after_delay,
        (CHANGED, 0.25, 0.5, PRICES),
        (-1, 8, -8, 1, 1, 0.5, -0.0625),
    ),
    (benefits.realised_where_fewer_is_better, ((-8, 8, 0.5, -0.5), 0.25), (-2, 8, 0.5, -0.125)),
    (
        benefits.realised_after_delay_where_fewer_is_better,
        ((-8, 8, 0.5, -0.5), 0.25, 0.5),
        (-1, 8, 0.5, -0.0625),
    ),
]
WORTH: list[Row] = [
    (benefits.value_index, (0.1, 3, 2, 0.5), 1.1**10),
    (benefits.line_benefit, ((-2, 2), 3, 5), (30, -30)),
    (benefits.contact_cost, (0.5, 600, 70), 370),
    (benefits.contact_benefit, ((-2, 2), 3, 5), (30, -30)),
    (benefits.benefit_average, ((-2, 2), 3, 5), (30, -30)),
    (benefits.benefit_capacity, ((-2, 2), 3, 5), (30, -30)),
    (benefits.benefit_marginal, ((-2, 2), 3, 5), (30, -30)),
    (benefits.line_payment, ((30, -7),), (-30, 7)),
    (benefits.freed_hours, ((-2, 2), 3), (6, -6)),
    (benefits.freed_contact_hours, ((-2, 2), 3), (6, -6)),
    (personnel.freed_hours_all, (PLACES,), 17),
    (personnel.profession_time, (8800, 1760), 5),
]
OF_ACTORS: list[Row] = [
    (actors.municipality_gain, (PLACES,), (7, 10)),
    (actors.actor_gain, (PLACES,), 17),
    (actors.municipality_net_cash, (70, 9, 4), 75),
    (actors.municipality_net_cash_with_vat, (70, 9, 4, 1), 74),
    (actors.actor_net_cash, (70, 9, 4), 75),
]
CORRECTED: list[Row] = [
    (evidence.later_passed, ((5, 4.25, 3, 9), 3, 1, 0.5), (1, 0.5, 0, 1)),
    (evidence.later_time, (6, 0.5), 3),
    (evidence.later_time_year, (TWO_YEARS,), EACH_YEAR),
    (evidence.still_gained_share, ((3, 0), (4, 0)), (0.75, 0)),
    (evidence.still_gained_share_of_delayed, ((3, 0), (4, 0)), (0.75, 0)),
    (evidence.corrected_benefit, ((8, -8, 0.5, -0.5), 0.5, 0.25), (1, -8, 0.0625, -0.5)),
    (evidence.corrected_transfer, ((8, -8), 0.5, 0.25), (1, -1)),
    (evidence.corrected_payment, ((30, -7),), (-30, 7)),
    (evidence.municipality_corrected_gain, (PLACES,), (7, 10)),
    (evidence.actor_corrected_gain, (PLACES,), 17),
    (evidence.municipality_corrected_discounted_gain, (80, 0.25), 20),
    (evidence.actor_corrected_discounted_gain, (80, 0.25), 20),
    (evidence.municipality_raised_cost, (80, 0.5, 0.25), 30),
    (evidence.municipality_raised_cost_with_vat, (80, 16, 0.5, 0.25), 36),
    (evidence.actor_raised_cost, (80, 0.5, 0.25), 30),
]
NOW: list[Row] = [
    (
        appraisal.discount_factor,
        (0.25, [0, 1, 2, 3, 4], 0.5, 0.5, 3),
        [1.25**-1, 1.25**-3, 1.25**-5, 0, 0],
    ),
    (appraisal.municipality_discounted_gain, (80, 0.25), 20),
    (appraisal.municipality_present_gain, ([1, 2, 4],), 7),
    (appraisal.actor_discounted_gain, (80, 0.25), 20),
    (appraisal.actor_present_gain, ([1, 2, 4],), 7),
    (appraisal.municipality_discounted_cost, (80, 0.25), 20),
    (appraisal.municipality_discounted_cost_with_vat, (80, 16, 0.25), 24),
    (appraisal.municipality_present_cost, ([1, 2, 4],), 7),
    (appraisal.actor_discounted_cost, (80, 0.25), 20),
    (appraisal.actor_present_cost, ([1, 2, 4],), 7),
    (appraisal.residual_factor, (0.25, 3, 0.5), 1.25**-6),
    (appraisal.present_residual, (80, 0.25), 20),
    (appraisal.municipalities_present_cost, ((3, 4),), 7),
    (appraisal.paid_share, ((3, 0), (4, 0)), (0.75, 0)),
    (appraisal.municipality_present_residual, (80, 0.25), 20),
    (appraisal.municipality_present_net_cash, (70, 9, 4), 75),
    (appraisal.municipality_present_net_cash_with_residual, (70, 9, 4, 2), 77),
    (appraisal.actor_present_net_cash, (70, 9, 4), 75),
    (appraisal.municipality_tax_financing_cost, ((80, -80), 0.2), (-16, 16)),
    (appraisal.actor_tax_financing_cost, ((80, -80), 0.5, 0.2), (-8, 8)),
]
ROWS = [*CHANGES, *REALISED, *WORTH, *OF_ACTORS, *CORRECTED, *NOW]


@pytest.mark.parametrize(("formula", "given", "expected"), ROWS)
def test_a_formula_of_gains_gives_what_it_does_by_hand(
    formula: Callable[..., Array], given: tuple[Sizes, ...], expected: Sizes
) -> None:
    """In the right shape, too."""
    made = formula(*map(array, given))

    np.testing.assert_allclose(made, array(expected), rtol=1e-12, atol=1e-12, strict=True)


def test_every_formula_of_gains_is_worked() -> None:
    """None is forgotten."""
    modules = {module.__name__ for module in (actors, appraisal, benefits, evidence, personnel)}
    there = {f.name for f in FORMULAS.values() if f.function.__module__ in modules}

    assert there == {formula.__name__ for formula, _, _ in ROWS}
