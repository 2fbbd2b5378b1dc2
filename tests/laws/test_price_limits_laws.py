"""Limits: floors and caps that keep the total, exactly, and say so where none can."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gevinst.axes import Array
from gevinst.core.fitting import fitted, spread
from gevinst.core.inputs import ChangeLimit, Corridor, Inputs, MinimumCharge
from gevinst.testing import equal, inputs, run_core

ALMOST = 1e-9
amounts = st.lists(st.integers(0, 1000), min_size=1, max_size=7)


def places(numbers: list[float]) -> Array:
    """One number for each place, on the four axes."""
    return np.array(numbers, dtype=np.float64).reshape(1, -1, 1, 1)


def by_bisection(wanted: Array, floor: Array, ceiling: Array) -> Array:
    """The same answer by another way: the common factor at which clipped charges add up."""
    low, high = -1.0, 1e7
    total = wanted.sum()
    for _ in range(200):
        middle = (low + high) / 2
        clipped = np.clip(wanted * (1 + middle), floor, ceiling)
        low, high = (middle, high) if clipped.sum() < total else (low, middle)
    return np.clip(wanted * (1 + high), floor, ceiling)


@given(st.lists(st.tuples(st.integers(1, 1000), st.integers(0, 9), st.integers(0, 20)),
                min_size=1, max_size=7))  # fmt: skip
def test_charges_inside_their_bounds_keep_the_total(rows: list[tuple[int, int, int]]) -> None:
    """Wherever floors and caps can be met with the total they are, and exactly the same way as
    by trying ever finer factors."""
    wanted = places([w for w, _, _ in rows])
    floor = places([w * (0.5 + f / 10) for w, f, _ in rows])
    ceiling = np.maximum(floor, places([w * (0.6 + c / 10) for w, _, c in rows]))
    possible = floor.sum() <= wanted.sum() <= ceiling.sum()

    charges, lacking = fitted(wanted, floor, ceiling, np.ones(wanted.shape))

    assert equal(charges.sum() + lacking.sum(), wanted.sum())
    assert np.all(charges >= floor * (1 - ALMOST))
    assert np.all(charges <= ceiling * (1 + ALMOST))
    if possible:
        assert np.all(np.abs(lacking) <= ALMOST * wanted.sum())
        assert equal(charges, by_bisection(wanted, floor, ceiling), within=1e-7)
    else:
        missing = np.where(floor.sum() > wanted.sum(), floor.sum(), ceiling.sum())
        assert equal(lacking.sum(), wanted.sum() - missing, scale=wanted.sum())


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(0, 60), st.integers(0, 60)),
                min_size=1, max_size=7))  # fmt: skip
def test_bounds_are_met_wherever_they_can_be(rows: list[tuple[int, int, int]]) -> None:
    """Also by partners who want to pay nothing, or to be paid."""
    wanted = places([w for w, _, _ in rows])
    floor = places([min(a, b) for _, a, b in rows])
    ceiling = places([max(a, b) for _, a, b in rows])
    size = 1 + np.abs(wanted).sum() + ceiling.sum()

    charges, lacking = fitted(wanted, floor, ceiling, np.ones(wanted.shape))

    assert np.all(charges >= floor - ALMOST * size)
    assert np.all(charges <= ceiling + ALMOST * size)
    if floor.sum() <= wanted.sum() <= ceiling.sum():
        assert abs(lacking.sum()) <= ALMOST * size


@given(amounts)
def test_bounds_that_hold_already_change_nothing(numbers: list[int]) -> None:
    """To the last bit."""
    wanted = places(numbers)

    charges, lacking = fitted(wanted, wanted * 0.5, wanted * 2, np.ones(wanted.shape))

    assert np.array_equal(charges, wanted)
    assert lacking == 0


@given(amounts, amounts)
def test_what_no_bound_allows_is_still_shared(numbers: list[int], floors: list[int]) -> None:
    """The core splits all of the cost; that it broke a bound is a number of its own."""
    wanted = places(numbers)
    floor = places((floors * 7)[: len(numbers)])

    charges = spread(*fitted(wanted, floor, floor, np.zeros(wanted.shape)), wanted)

    assert equal(charges.sum(), wanted.sum(), scale=wanted.sum() + floor.sum())


@given(inputs(prices="any"))
def test_each_limit_holds_where_it_can(x: Inputs) -> None:
    """Each limit on what went into it: the corridor, the minimum, the change."""
    made = run_core(x)

    for limit in x.limits:
        charge, wanted = made["limited_charge", limit.id], made["wanted_charge", limit.id]
        size = np.abs(wanted).max() + np.abs(charge).max()
        if x.balance != "surplus":
            kept = charge.sum(axis=1), wanted.sum(axis=1)
            assert equal(*kept, scale=size)
        lacking = made.values.get(("limit_lacking", limit.id), np.zeros((1, 1, 1, 1)))
        held = np.broadcast_to(np.abs(lacking) <= ALMOST * size, charge.shape)
        if isinstance(limit, Corridor):
            low, high = made["charge_floor", limit.id], made["charge_ceiling", limit.id]
            there = np.broadcast_to(made["mean_charge", limit.id] >= 0, charge.shape) & held
            assert np.all((charge >= low - ALMOST * size) | ~there)
            assert np.all((charge <= high + ALMOST * size) | ~there)
        elif isinstance(limit, MinimumCharge):
            assert np.all((charge >= made["charge_floor", limit.id] - ALMOST * size) | ~held)
        elif limit.relative_to == "own":
            assert_change(made, limit, held, size)


def assert_change(made: object, limit: ChangeLimit, held: Array, size: float) -> None:
    """Nobody who paid before moves more than allowed, per time of membership."""
    charge = made["limited_charge", limit.id]  # type: ignore[index]
    time = made["time_joined_year"]  # type: ignore[index]
    last, last_time = limit.last_year_charge, limit.last_year_time
    for year in range(charge.shape[2]):
        now, here = charge[:, :, year : year + 1], time[:, :, year : year + 1]
        rate = np.where(last_time > 0, last / np.where(last_time > 0, last_time, 1), 0)
        same = rate * here
        bound = (same > 0) & held[:, :, year : year + 1]
        assert np.all((now <= same * (1 + limit.max_rise) + ALMOST * size) | ~bound)
        assert np.all((now >= same * (1 - limit.max_fall) - ALMOST * size) | ~bound)
        last, last_time = now, here


@given(inputs(prices="any"))
def test_the_year_within_limits_is_what_its_months_add_up_to(x: Inputs) -> None:
    """The charge is paid in step with what all pay, and the months make the year."""
    made = run_core(x)
    if not x.limits:
        return
    charge = made["charge"]
    months = charge.reshape(*charge.shape[:2], x.frame.years, 12, -1).sum(axis=3)

    size = np.abs(made["final_charge"]).max() + np.abs(made["priced_charge_year"]).max()
    assert equal(months, made["final_charge"], scale=size, within=1e-9)
