"""Laws of the rules that read demands, of keys, and of whole units that add up."""

import math
from collections.abc import Callable
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gevinst import allocation
from gevinst.testing import games

CostFunction = Callable[[float], float]

DEMANDS = st.lists(
    st.one_of(st.just(0.0), st.integers(1, 12).map(float), st.floats(0.01, 1e4)),
    min_size=1,
    max_size=8,
)
STEPS = st.builds(
    lambda fixed, step, size, each: (
        lambda total: fixed + step * math.ceil(total / size) + each * total
    ),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.integers(1, 5000),
    st.integers(0, 1000),
)
RULES = [allocation.serial, allocation.average_cost]

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)


@every_rule
@given(cost=STEPS, demands=DEMANDS)
def test_shares_add_up_to_the_cost_of_the_total(
    rule: Callable[..., np.ndarray], cost: CostFunction, demands: list[float]
) -> None:
    total = math.fsum(demands)

    shares = rule(cost, demands)

    assert shares.sum() == pytest.approx(cost(total) if total else 0, rel=1e-12)


@every_rule
@given(cost=STEPS, demands=DEMANDS, data=st.data())
def test_the_order_does_not_matter(
    rule: Callable[..., np.ndarray], cost: CostFunction, demands: list[float], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(demands))))

    moved = rule(cost, [demands[i] for i in order])

    assert np.array_equal(moved, rule(cost, demands)[order])


@every_rule
@given(cost=STEPS, demands=DEMANDS)
def test_equal_demands_pay_the_same_and_none_pays_nothing(
    rule: Callable[..., np.ndarray], cost: CostFunction, demands: list[float]
) -> None:
    shares = rule(cost, [*demands, demands[0], 0.0])

    assert shares[-2] == shares[0]
    assert shares[-1] == 0


@every_rule
@given(cost=STEPS, other=STEPS, demands=DEMANDS)
def test_shares_of_two_costs_add_up(
    rule: Callable[..., np.ndarray], cost: CostFunction, other: CostFunction, demands: list[float]
) -> None:
    together = rule(lambda total: cost(total) + other(total), demands)

    assert together == pytest.approx(rule(cost, demands) + rule(other, demands), rel=1e-12)


@every_rule
@given(cost=STEPS, demands=DEMANDS, power=st.integers(-10, 10))
def test_another_currency_gives_the_same_shares(
    rule: Callable[..., np.ndarray], cost: CostFunction, demands: list[float], power: int
) -> None:
    found = rule(lambda total: cost(total) * 2.0**power, demands)

    assert np.array_equal(found, rule(cost, demands) * 2.0**power)


@given(cost=STEPS, demands=DEMANDS, more=st.floats(0, 1e4), data=st.data())
def test_a_serial_share_does_not_change_when_larger_demands_grow(
    cost: CostFunction, demands: list[float], more: float, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(demands) - 1))
    grown = [d + more if i == place else d for i, d in enumerate(demands)]

    before, after = allocation.serial(cost, demands), allocation.serial(cost, grown)

    smaller = [i for i, d in enumerate(demands) if i != place and d <= demands[place]]
    assert np.array_equal(after[smaller], before[smaller])


@given(cost=STEPS, demands=DEMANDS)
def test_a_larger_demand_never_pays_less_serially(cost: CostFunction, demands: list[float]) -> None:
    shares = allocation.serial(cost, sorted(demands))

    assert (np.diff(shares) >= 0).all()


@given(cost=STEPS, demands=st.lists(st.integers(0, 99).map(float), min_size=2, max_size=8))
def test_partners_that_merge_pay_the_average_cost_they_paid_before(
    cost: CostFunction, demands: list[float]
) -> None:
    apart = allocation.average_cost(cost, demands)

    merged = allocation.average_cost(cost, [demands[0] + demands[1], *demands[2:]])

    assert merged[0] == pytest.approx(apart[0] + apart[1], rel=1e-12)
    assert merged[1:] == pytest.approx(apart[2:], rel=1e-12)


@given(each=st.integers(0, 1000), demands=DEMANDS)
def test_without_a_fixed_cost_or_steps_both_rules_are_a_price_per_unit(
    each: int, demands: list[float]
) -> None:
    for rule in RULES:
        assert rule(lambda total: each * total, demands) == pytest.approx(
            each * np.array(demands), rel=1e-9
        )


@given(costs=st.lists(st.integers(0, 10**6), min_size=1, max_size=7))
def test_the_airport_rule_is_the_shapley_value_of_the_dearest_member(costs: list[int]) -> None:
    game = (games.members(len(costs)) * np.array(costs)).max(axis=1)

    assert allocation.airport(costs) == pytest.approx(allocation.shapley(game), abs=1e-8)


BASES = st.integers(1, 6).flatmap(
    lambda partners: st.lists(
        st.lists(st.integers(0, 10**6), min_size=partners, max_size=partners).filter(any),
        min_size=1,
        max_size=4,
    )
)


@given(bases=BASES, data=st.data())
def test_a_mixed_key_adds_up_to_one_and_only_the_ratio_of_weights_counts(
    bases: list[list[int]], data: st.DataObject
) -> None:
    weights = data.draw(
        st.lists(st.integers(0, 100), min_size=len(bases), max_size=len(bases)).filter(any)
    )

    shares = allocation.mixed_key(bases, weights)

    assert shares.sum() == pytest.approx(1, rel=1e-12)
    assert (shares >= 0).all()
    assert np.array_equal(shares, allocation.mixed_key(bases, [8 * w for w in weights]))
    assert (shares[np.sum(bases, axis=0) == 0] == 0).all()


@given(bases=BASES)
def test_by_one_key_partners_that_merge_pay_what_they_paid_together(bases: list[list[int]]) -> None:
    assume(len(bases[0]) > 1)
    apart = allocation.mixed_key(bases[:1], [1])

    merged = allocation.mixed_key([[bases[0][0] + bases[0][1], *bases[0][2:]]], [1])

    assert merged[0] == pytest.approx(apart[0] + apart[1], rel=1e-12, abs=1e-15)


DECIMALS = st.decimals(0, 10**6, allow_nan=False, allow_infinity=False, places=3)
UNITS = st.sampled_from(["0.01", "1", "0.5", "1000", Decimal("0.05"), 1])


@given(
    shares=st.lists(st.integers(0, 10**9) | DECIMALS, min_size=1, max_size=9).filter(any),
    units=st.integers(-(10**9), 10**9),
    unit=UNITS,
)
def test_whole_units_add_up_and_move_nobody_by_a_unit(
    shares: list[int | Decimal], units: int, unit: str | Decimal | int
) -> None:
    total = units * Decimal(unit)

    parts = allocation.largest_remainder(shares, total, unit)

    assert sum(parts) == total
    weight = sum(Decimal(share) for share in shares)
    for share, part in zip(shares, parts, strict=True):
        assert abs(part * weight - total * Decimal(share)) < Decimal(unit) * weight
        assert share or part == 0


@given(
    shares=st.lists(st.integers(0, 999), min_size=1, max_size=9).filter(any),
    units=st.integers(0, 9999),
)
def test_only_the_ratio_of_shares_counts_and_equal_ones_differ_by_order_alone(
    shares: list[int], units: int
) -> None:
    parts = allocation.largest_remainder(shares, units, 1)

    assert parts == allocation.largest_remainder([str(7 * share) for share in shares], units, 1)
    for share, part in zip(shares, parts, strict=True):
        alike = [p for s, p in zip(shares, parts, strict=True) if s == share]
        assert alike == sorted(alike, reverse=True)
        assert max(alike) - part <= 1


@given(costs=games.costs(most=4), seed=st.integers(0, 10))
def test_sampled_shares_add_up_and_are_as_near_as_they_say(costs: np.ndarray, seed: int) -> None:
    """Six standard errors with 400 pairs: one case in some hundred million misses by chance."""
    count = (len(costs) - 1).bit_length()

    found = allocation.sampled_shapley(lambda group: costs[group], n=count, pairs=400, seed=seed)

    slack = 1e-9 * max(1.0, costs.max())
    assert found.shares.sum() == pytest.approx(costs[-1], abs=slack)
    error = np.abs(found.shares - allocation.shapley(costs))
    assert (error <= 6 * found.standard_error + slack).all()
