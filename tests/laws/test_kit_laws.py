"""Kits: what is owned covers the need, nothing vanishes, and nothing is paid twice."""

import math
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.axes import Array
from gevinst.core.inputs import Inputs
from gevinst.core.reserve import poisson_excess
from gevinst.testing import changed, equal, examples, inputs, run_core

EXAMPLES = 200
RARE = 20  # at least one line with a stock in twenty
HARDLY = 1e-12


def zero(array: Array) -> Array:
    """Zero everywhere."""
    return np.zeros_like(array)


def at_most(a: Array, b: Array) -> bool:
    """Whether `a` never exceeds `b` by more than the last bits."""
    return bool(np.all(a <= b + HARDLY * np.abs(b)))


@given(inputs())
def test_the_kits_owned_cover_the_need_in_every_month(x: Inputs) -> None:
    """With patients, underway, in service and in reserve: never fewer are owned."""
    made = run_core(x)

    for stock in x.kit_stocks:
        parts = ("kits_active", "kits_in_transit", "kits_in_service", "safety_stock")
        needed = sum(made[name, stock.id] for name in parts)
        assert equal(made["kits_needed", stock.id], needed)
        assert at_most(needed, made["kits_owned", stock.id])


@given(inputs())
def test_kits_bought_lost_and_worn_out_account_for_the_stock(x: Inputs) -> None:
    """Owned before, and bought, less lost and worn out, are owned after; month and horizon."""
    made = run_core(x)

    for stock in x.kit_stocks:
        bought, lost = made["kits_bought", stock.id], made["kits_lost", stock.id]
        worn, owned = made["kits_worn_out", stock.id], made["kits_owned", stock.id]
        before = made.argument("kits_owned_before", stock.id)
        assert equal(before + bought - lost - worn, owned, scale=before + bought)
        assert np.all(before[:, :, :1] == stock.opening_kits)
        assert np.array_equal(before[:, :, 1:], owned[:, :, :-1])
        assert np.all(np.minimum(np.minimum(bought, lost), worn) >= 0)
        everything = stock.opening_kits[:, :, 0] + bought.sum(axis=2)
        gone = (lost + worn).sum(axis=2)
        assert equal(everything - gone, owned[:, :, -1], scale=everything)


@given(inputs())
def test_nothing_is_bought_while_the_stock_suffices(x: Inputs) -> None:
    """Where more is owned than needed, nothing was bought; where anything was, nothing is over."""
    made = run_core(x)

    for stock in x.kit_stocks:
        owned, needed = made["kits_owned", stock.id], made["kits_needed", stock.id]
        over = owned > needed * (1 + HARDLY)
        assert np.all(made["kits_bought", stock.id][over] <= HARDLY * owned[over])


@given(inputs())
def test_without_patients_no_kits_are_bought(x: Inputs) -> None:
    """Nobody to give a kit to: nothing is needed, and nothing bought."""
    made = run_core(changed(x, zero, "inclusion_share", "opening_patients"))

    for stock in x.kit_stocks:
        assert np.all(made["kits_needed", stock.id] == 0)
        assert np.all(made["kits_bought", stock.id] == 0)


@given(inputs())
def test_a_stock_that_holds_nothing_extra_costs_what_its_line_costs_without(x: Inputs) -> None:
    """No time underway, no service, reserve or losses: kits cost as if only those out counted."""
    bare = changed(
        x, zero, "delivery_time", "return_time", "service_share", "service_quantile", "loss_rate",
        "opening_kits",
    )  # fmt: skip
    made, plain = run_core(bare), run_core(replace(x, kit_stocks=()))

    for stock in x.kit_stocks:
        cost, expected = made["line_cost", stock.id], plain["line_cost", stock.id]
        no_surplus = made["kits_owned", stock.id] <= made["kits_active", stock.id]
        assert at_most(expected, cost)
        assert equal(np.where(no_surplus, cost, 0), np.where(no_surplus, expected, 0))


@given(inputs())
def test_what_is_bought_is_paid_for_once(x: Inputs) -> None:
    """The centre open throughout, purchases are the cost but for what the stock is still worth.

    Kits wear out at the same rate whatever their age, so that one in the stock is worth its price.
    Worn-out kits are those of the month before and cost is counted on those after it: this is the
    whole of the difference.
    """
    made = run_core(changed(x, lambda a: a * 0 - 1, "joining_time"))

    for stock in x.kit_stocks:
        line = next(line for line in x.lines if line.id == stock.id)
        if np.any(made["centre_open"] == 0):
            continue
        price = line.kit_price * made["vat_factor", line.id]
        worth = made["kits_owned", line.id] - made.argument("kits_owned_before", line.id)
        spread = made["kits_owned", line.id] * x.period_length / line.kit_lifetime
        early = (spread - made["kits_worn_out", line.id]) * price
        cost = made["line_cost", line.id]
        paid = made["kit_purchase", line.id]
        size = (made["kits_owned", line.id] + made["kits_bought", line.id]) * price + cost
        assert equal(cost - early, paid - worth * price, scale=size + np.abs(early))


@given(inputs())
def test_a_steady_stock_costs_what_it_takes_to_keep_it(x: Inputs) -> None:
    """Where the stock stands still, losses are paid in full and wear within a month of its rate."""
    made = run_core(x)

    for stock in x.kit_stocks:
        line = next(line for line in x.lines if line.id == stock.id)
        exit_rate = made["kit_exit_rate", line.id]
        still = exit_rate * x.period_length / (1 - np.exp(-exit_rate * x.period_length))
        worn = made["kits_worn_out", line.id]
        before = made.argument("kits_owned_before", line.id)
        assert equal(worn * still, before * x.period_length / line.kit_lifetime, within=1e-9)


@given(inputs())
def test_a_stricter_reserve_is_never_smaller(x: Inputs) -> None:
    """A higher share of lead times to last, or a longer lead time: never fewer in reserve."""
    made = run_core(x)
    stricter = run_core(changed(x, lambda share: (1 + share) / 2, "service_quantile"))
    slower = run_core(changed(x, lambda time: time * 1.5, "lead_time"))

    for stock in x.kit_stocks:
        reserve = made["safety_stock", stock.id]
        assert np.all(reserve >= 0)
        assert at_most(reserve, stricter["safety_stock", stock.id])
        assert at_most(reserve, slower["safety_stock", stock.id] + HARDLY)


@given(inputs())
def test_kits_that_last_shorter_are_never_bought_less(x: Inputs) -> None:
    """A shorter lifetime, or more losses, means at least as many purchases in every month."""
    made = run_core(x)
    shorter = run_core(changed(x, lambda time: time * (2 / 3), "kit_lifetime"))
    wilder = run_core(changed(x, lambda rate: rate + 0.1, "loss_rate"))

    for stock in x.kit_stocks:
        bought = made["kits_bought", stock.id]
        size = HARDLY * (made["kits_owned", stock.id] + bought)
        for other in (shorter, wilder):
            assert np.all(bought <= other["kits_bought", stock.id] + size)


@given(inputs())
def test_what_is_underway_is_the_flow_times_the_time(x: Inputs) -> None:
    """Little's law: a year's flow, times the time that each takes, over a year's months."""
    made = run_core(x)

    for stock in x.kit_stocks:
        line = next(line for line in x.lines if line.id == stock.id)
        covered = line.group_covered
        begun = (made["starts"] * covered).sum(axis=(0, 1), keepdims=True)
        ended = (made["stops"] * covered).sum(axis=(0, 1), keepdims=True)
        kit_time = (begun * stock.delivery_time + ended * stock.return_time) * line.kits_per_patient
        assert equal(made["kits_in_transit", stock.id] * x.period_length, kit_time)


@given(st.floats(1e-3, 400), st.floats(0.5, 0.9999))
def test_the_reserve_rounded_up_is_the_quantile(mean: float, share: float) -> None:
    """The level that the reserve reaches, rounded up, is the smallest number that suffices."""
    level = mean + float(poisson_excess(np.array(mean), np.array(share)))

    number, reached = 0, math.exp(-mean)
    weight = reached
    while reached < share:
        number += 1
        weight *= mean / number
        reached += weight

    if number < mean:
        assert level == mean
    else:
        assert number - 1 - 1e-9 * mean <= level <= number + 1e-9 * mean


def test_the_stocks_are_of_every_kind() -> None:
    """With surplus and without, with reserve, losses, and nobody taking part for a while."""
    seen: Counter[str] = Counter()
    for x in examples(inputs(), EXAMPLES):
        made = run_core(x)
        for stock in x.kit_stocks:
            owned, needed = made["kits_owned", stock.id], made["kits_needed", stock.id]
            seen["stock"] += 1
            seen["surplus"] += bool(np.any(owned > needed * 1.001))
            seen["bought"] += bool(np.any(made["kits_bought", stock.id] > 0))
            seen["reserve"] += bool(np.any(made["safety_stock", stock.id] > 0))
            seen["lost"] += bool(np.any(made["kits_lost", stock.id] > 0))
            seen["closed"] += bool(np.any((made["centre_open"] == 0) & (owned > 0)))

    assert seen["stock"] >= EXAMPLES / RARE
    assert [k for k, count in seen.items() if count < seen["stock"] / RARE] == []


@pytest.mark.parametrize(
    ("mean", "share", "expected"),
    [
        (0.0, 0.95, 0.0),
        (1.0, 0.5, 0.0),
        # P(N <= 2) = 13/2 e^-2 = 0.6767, P(N = 3) = 4/3 e^-2: 0.75 is 0.4064 of the way to three
        (2.0, 0.75, (0.75 - 5 * math.exp(-2)) / (4 / 3 * math.exp(-2))),
    ],
)
def test_the_reserve_by_hand(mean: float, share: float, expected: float) -> None:
    """Numbers that pencil and paper give."""
    assert equal(poisson_excess(np.array(mean), np.array(share)), expected)
