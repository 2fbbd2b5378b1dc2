"""Every formula of the price model, worked by hand at its edges.

A row is a formula, what it is given, and what comes out. A tuple holds municipalities, a list
periods, and a list of tuples groups of municipalities; a number is the same for all.
"""

from collections.abc import Callable

import numpy as np
import pytest
from laid_out import Row, Sizes, array

from gevinst.axes import Array
from gevinst.core import allocation, fitting, limits, place_hours, stack, tariffs
from gevinst.formula import FORMULAS

TWO_YEARS = [float(month) for month in range(1, 25)]
EACH_YEAR = [78.0, 222.0]
YEARS = [3.0, 5.0]
IN_MONTHS = [3.0] * 12 + [5.0] * 12

BASES: list[Row] = [
    (allocation.equal_basis, ((1, 0),), (1, 0)),
    (allocation.inhabitant_basis, ((300, 200), (1, 0.5)), (300, 100)),
    (allocation.eligible_here, ([(2, 3), (5, 7)],), (7, 10)),
    (allocation.eligible_basis, ((30, 20), (1, 0.5)), (30, 10)),
    (allocation.patient_basis, ([(2, 3), (5, 7)],), (7, 10)),
    (allocation.work_basis, ((8, 9),), (8, 9)),
    (allocation.figure_basis, ((30, 20), (1, 0.5)), (30, 10)),
    (allocation.patients_here, ([(2, 3), (5, 7)],), (7, 10)),
    (allocation.counted_for_all, ((8, 9),), (8, 9)),
    (allocation.counted_for_named, ((8, 9, 3), (1, 0, 2)), (8, 0, 6)),
    (allocation.counted_for_users, ((8, 9, 3), (0, 0.5, 4)), (0, 9, 3)),
    (allocation.basis_of_month, ((8, 9),), (8, 9)),
    (allocation.key_basis_year, (TWO_YEARS,), EACH_YEAR),
    (allocation.benefit_basis, ((-3, 0, 4),), (0, 0, 4)),
    (allocation.benefit_basis_of_named, ((-3, 5, 4), (1, 0, 3)), (0, 0, 12)),
    (allocation.basis_before, ([6, 12, 18, 24], [9, 4, 0, 0], 2), [4.5, 5, 9, 15]),
    (allocation.basis_of_year, (YEARS,), IN_MONTHS),
    (allocation.basis_of_years_before, (YEARS,), IN_MONTHS),
    (allocation.key_basis_total, ((3, 4),), 7),
]
SHARES: list[Row] = [
    (allocation.key_share, ((3, 1, 5), (4, 4, 0)), (0.75, 0.25, 0)),
    (allocation.weighted_key_share, (0.5, 3, 4), 0.375),
    (allocation.allocation_share, ((1 / 3, 1 / 3, 1 / 3), 0.01, (2, 1, 0)), (0.33, 0.33, 0.34)),
    (allocation.allocation_share, ((0.5, 0.25, 0.25), 0.1, (0, 1, 2)), (0.5, 0.3, 0.2)),
    (allocation.charge, (80, 0.25), 20),
    (allocation.key_charge, (80, 0.25), 20),
    (allocation.pool_charge, (80, 0.25), 20),
    (allocation.charge_year, (TWO_YEARS,), EACH_YEAR),
]
HOURS: list[Row] = [
    (place_hours.events_in_service_here, (5, 0.4), 2),
    (place_hours.events_at_start_here, (5, 3), 15),
    (place_hours.events_at_stop_here, (5, 3), 15),
    (place_hours.place_events_all, ([(2, 3), (5, 7)],), (7, 10)),
    (place_hours.place_hours, (10, 0.5, 3, 0.2), 3),
]
STACK: list[Row] = [
    (stack.overhead_cost, (200, 0.05), 10),
    (stack.fundable_pool_cost, ((200, 300), (1, 0)), (200, 0)),
    (stack.earmark_used_share, ((4, 9, 5), (8, 3, 0)), (0.5, 1, 0)),
    (stack.pool_cost_left, ((9, 3), (4, 4)), (5, 0)),
    (stack.funding_used_share_of_rest, ((4, 9, 5), (8, 3, 0)), (0.5, 1, 0)),
    (stack.net_cost_of_rest, ((9, 3), (4, 4)), (5, 0)),
    (stack.unfunded_share, ((3, 5), (4, 0)), (0.75, 0)),
    (stack.pool_net_cost, (80, 0.25), 20),
    (stack.municipalities_gain, ((3, -1),), 2),
    (stack.counted_gain_of_municipalities, ((-3, 0, 4),), (0, 0, 4)),
    (stack.counted_gain_of_actor, ((-3, 0, 4),), (0, 0, 4)),
    (stack.benefit_share_year, ((3, 5), (4, 0)), (0.75, 0)),
    (stack.benefit_share, (YEARS,), IN_MONTHS),
    (stack.funding_granted_by_benefit, (80, 0.25), 20),
    (stack.settlement_falls, ([0, 1, 2], [1, 2, 3], 1), [0, 1, 0]),
    (stack.settlement_due, ((70, -30), 0.5), (35, -15)),
    (stack.charge_vat, (10, 6, 0.25), 4),
    (stack.charge_vat_cost, (80, 0.25), 20),
    (stack.charge_vat_cost_year, (TWO_YEARS,), EACH_YEAR),
    (stack.charge_due, ((3, 4),), (3, 4)),
    (stack.charge_and_settlement_due, ((10, 10), (6, -6)), (16, 4)),
    (stack.charge_with_vat_due, (10, 6, 5), 21),
]
LOWER_END: Sizes = (0, 1, 1, 1, 0, 0)
UPPER_END: Sizes = (0, 0, 1, 1, 1, 0)
MEMBERS: Sizes = (1, 1, 1, 1, 1, 0)
IN_BAND: tuple[Sizes, ...] = ((4, 5, 6, 9, 10, 7), 5, 10)
FEES: list[Row] = [
    (tariffs.fee_window, ([0, 1, 2, 3], 1, 3), [0, 1, 1, 0]),
    (tariffs.fee_for_all, ((1, 0),), (1, 0)),
    (tariffs.fee_from_lower_end, (MEMBERS, *IN_BAND), LOWER_END),
    (tariffs.fee_to_upper_end, (MEMBERS, *IN_BAND), UPPER_END),
    (tariffs.all_patients_charged, ((3, 4),), (3, 4)),
    (tariffs.patients_within_band, ((3, 5, 7, 12), 5, 9), (0, 0, 2, 4)),
    (tariffs.patients_from_lower_end, IN_BAND, (0, 5, 6, 9, 0, 7)),
    (tariffs.patients_to_upper_end, IN_BAND, (0, 0, 6, 9, 10, 7)),
    (tariffs.starts_here, ([(2, 3), (5, 7)],), (7, 10)),
    (tariffs.joins_now, ((1, 1, 1, 0), (0, 1, 2, 1), (1, 2, 3, 2), 1), (0, 1, 0, 0)),
    (tariffs.year_fee, (2, 3, 5, 7), 210),
    (tariffs.inhabitant_fee, (2, 3, 5, 7, 11), 2310),
    (tariffs.patient_fee, (2, 3, 5, 7, 11), 2310),
    (tariffs.start_fee, (2, 3, 5, 7), 210),
    (tariffs.joining_fee, (2, 3, 5, 7), 210),
    (tariffs.key_fee, (2, 3, 5, 7, 11), 2310),
    (tariffs.fees_all, ((3, 4),), 7),
]
BALANCE: list[Row] = [
    (tariffs.charge_by_keys_alone, ((3, 4),), (3, 4)),
    (tariffs.fees_and_rest_by_key, (10, 3, 8, 0.25), 11),
    (tariffs.cost_beyond_fees, ((9, 4), (4, 9)), (5, -5)),
    (tariffs.levelled_patient_time, (2, 3, 5), 30),
    (tariffs.levelled_patient_time_year, (TWO_YEARS,), EACH_YEAR),
    (tariffs.levelled_patient_time_total, ((3, 4),), 7),
    (tariffs.unit_price_share_year, ((3, 5), (4, 0)), (0.75, 0)),
    (tariffs.unit_price_share, (YEARS,), IN_MONTHS),
    (tariffs.fees_and_unit_price, (3, 10, 0.2), 5),
    (tariffs.cost_beyond_fees_year, (TWO_YEARS,), EACH_YEAR),
    (tariffs.unit_price, ((3, 5), (4, 0)), (0.75, 0)),
    (tariffs.fees_alone, ((3, 4),), (3, 4)),
    (tariffs.charge_all, ((3, 4),), 7),
    (tariffs.surplus, ((9, 4), (4, 9)), (5, -5)),
    (tariffs.surplus_year, (TWO_YEARS,), EACH_YEAR),
]
BOUNDS: list[Row] = [
    (limits.time_joined, ((1, 0), 0.5), (0.5, 0)),
    (limits.time_joined_year, (TWO_YEARS,), EACH_YEAR),
    (limits.inhabitant_time, (300, 0.5), 150),
    (limits.inhabitant_time_year, (TWO_YEARS,), EACH_YEAR),
    (limits.inhabitant_time_total, ((3, 4),), 7),
    (limits.priced_charge_year, (TWO_YEARS,), EACH_YEAR),
    (limits.wanted_charge_all, ((3, 4),), 7),
    (limits.mean_charge, ((3, 5), (4, 0)), (0.75, 0)),
    (limits.corridor_floor, (2, 30, 0.25), 45),
    (limits.charge_ceiling, (2, 30, 0.25), 75),
    (limits.minimum_floor, (80, 0.25), 20),
    (limits.limited_to_corridor, ((30, 10, 20), (15, 15, 15), (25, 25, 25)), (25, 15, 20)),
    (limits.limited_from_below, ((5, 40, 60), (10, 10, 10)), (10, 38, 57)),
    (limits.minimum_lacking, ((5, 5, 5), (10, 10, 10)), -15),
    (limits.minimum_lacking, ((5, 40, 60), (10, 10, 10)), 0),
    (limits.raised_to_minimum, ((5, 40), 10), (10, 40)),
    (limits.cut_to_corridor, ((5, 20, 40), 10, 30), (10, 20, 30)),
    (limits.limited_charge_by_month, (YEARS,), IN_MONTHS),
    (limits.priced_charge_all, ((3, 4),), 7),
    (limits.priced_charge_all_year, (TWO_YEARS,), EACH_YEAR),
    (limits.priced_charge_all_by_month, (YEARS,), IN_MONTHS),
    (limits.month_of_year_share, ((6, 0, 5), (24, 0, 0), 0.5, 4), (0.25, 0.125, 0.125)),
    (limits.charge_within_limits, (80, 0.25), 20),
    (limits.charge_of_tariff, ((3, 4),), (3, 4)),
]
MEMBERSHIP: Sizes = [[(1, 1), (1, 1)]]
CHANGES: list[Row] = [
    (
        limits.limited_change,
        ([[(130, 70), (100, 100)]], MEMBERSHIP, 0.1, 0.1, (100, 100), (1, 1)),
        [[(110, 90), (101, 99)]],
    ),
    (
        limits.change_lacking,
        ([[(150, 150), (150, 150)]], MEMBERSHIP, 0.1, 0.1, (100, 100), (1, 1)),
        [80, 0],
    ),
    (
        limits.limited_change_beyond_total,
        ([[(160, 140), (150, 150)]], MEMBERSHIP, 0.05, 0.05, (100, 100), (1, 1)),
        [[(157.5, 142.5), (150.375, 149.625)]],
    ),
    (
        limits.cut_change,
        ([[(130, 100), (100, 50)]], MEMBERSHIP, 0.1, 0.2, (100, 100), (1, 1)),
        [[(110, 100), (100, 80)]],
    ),
    (
        limits.cut_change_beyond_total,
        ([[(180, 120), (105, 190)]], MEMBERSHIP, 0.05, 0.05, (50, 100), (1, 1)),
        [[(105, 190), (105, 190)]],
    ),
]
ROWS = [*BASES, *SHARES, *HOURS, *STACK, *FEES, *BALANCE, *BOUNDS, *CHANGES]


@pytest.mark.parametrize(("formula", "given", "expected"), ROWS)
def test_a_price_formula_gives_what_it_does_by_hand(
    formula: Callable[..., Array], given: tuple[Sizes, ...], expected: Sizes
) -> None:
    """In the right shape, too."""
    made = formula(*map(array, given))

    np.testing.assert_allclose(made, array(expected), rtol=1e-12, atol=1e-12, strict=True)


@pytest.mark.parametrize(
    ("wanted", "floor", "ceiling", "expected", "lacking"),
    [
        ((0, 0, 12), (0, 0, 0), (3, 6, 6), (2, 4, 6), 0),
        ((0, 0, 10), (4, 0, 0), (9, 9, 9), (4, 0, 6), 0),
        ((0, -6, 10), (-3, -9, 2), (3, 0, 2), (2, 0, 2), 0),
        ((0, 0, -12), (-6, -3, -6), (0, 0, 0), (-4, -2, -6), 0),
        ((0, 0, 12), (0, 0, 0), (1, 2, 6), (1, 2, 6), 3),
        ((10, 30), (0, 0), (12, 24), (12, 24), 4),
    ],
)
def test_who_wants_to_pay_nothing_takes_the_room_that_is_left(
    wanted: Sizes, floor: Sizes, ceiling: Sizes, expected: Sizes, lacking: float
) -> None:
    """In proportion to that room, up or down, and no further than the bounds."""
    made, left = fitting.fitted(*map(array, (wanted, floor, ceiling, (1,) * len(wanted))))

    np.testing.assert_allclose(made, array(expected), atol=1e-12)
    np.testing.assert_allclose(left, array(lacking), atol=1e-12)


def test_what_no_bound_allows_is_spread_by_what_is_wanted_and_paid() -> None:
    """Three kroner on sizes of 1, 2 and 18."""
    shares = fitting.spread(array((1, 2, 6)), array(3), array((0, 0, -12)))

    np.testing.assert_allclose(shares, array((1 + 1 / 7, 2 + 2 / 7, 6 + 18 / 7)))


def test_every_formula_of_the_price_model_is_worked() -> None:
    """None is forgotten."""
    modules = {module.__name__ for module in (allocation, limits, place_hours, stack, tariffs)}
    there = {f.name for f in FORMULAS.values() if f.function.__module__ in modules}

    assert there == {formula.__name__ for formula, _, _ in ROWS}
