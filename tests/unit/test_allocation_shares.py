"""Demands, keys, whole units and samples at their edges, and what they say to bad input."""

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from gevinst import allocation
from gevinst.core.rounding import whole_parts
from gevinst.errors import ArgumentError

every_demand_rule = pytest.mark.parametrize("rule", [allocation.serial, allocation.average_cost])


def refused(call: Callable[[], Any]) -> str:
    """What the error says; the Norwegian text must be complete too."""
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.text("nb")
    assert "{" not in caught.value.text("nb") + str(caught.value)
    return str(caught.value)


@every_demand_rule
@pytest.mark.parametrize(
    ("cost", "demands", "said"),
    [
        (float, [], "demands has shape (0,)"),
        (float, [[1, 2]], "demands has shape (1, 2)"),
        (float, [1, -1], "demands[1] is -1"),
        (float, [1, math.nan], "demands[1] is nan"),
        (lambda _: math.nan, [1, 2], "cost_function("),
        (lambda _: None, [1, 2], "NoneType"),
        (lambda _: "much", [1, 2], "str"),
    ],
)
def test_demands_that_no_rule_can_use(
    rule: Callable[..., Any], cost: Callable[[float], Any], demands: Any, said: str
) -> None:
    assert said in refused(lambda: rule(cost, demands))


@every_demand_rule
def test_the_cost_function_gets_one_float_above_nothing_at_a_time(rule: Callable[..., Any]) -> None:
    asked: list[object] = []

    def cost(total: float) -> int:
        asked.append(total)
        return 60

    shares = rule(cost, [0, 0, 5])

    assert shares.tolist() == [0, 0, 60]
    assert asked == [5.0]
    assert type(asked[0]) is float
    assert rule(cost, [0, 0]).tolist() == [0, 0]


def test_a_total_is_the_exactly_rounded_sum() -> None:
    """Ten times 0.1 is 1, though adding them one by one stops short of it and of a step there."""
    demands = [0.1] * 10

    assert sum(demands) < 1
    assert allocation.serial(math.floor, demands).sum() == pytest.approx(1)
    assert allocation.average_cost(math.floor, demands).sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("costs", "said"),
    [([], "(0,)"), ([1, -2], "costs[1] is -2"), ([math.nan], "nan"), ([[1]], "(1, 1)")],
)
def test_users_that_no_airport_has(costs: Any, said: str) -> None:
    assert said in refused(lambda: allocation.airport(costs))


def test_an_airport_of_fractions_and_of_many_users() -> None:
    assert allocation.airport([Fraction(1), Fraction(2), Fraction(0)]).tolist() == [
        Fraction(1, 2),
        Fraction(3, 2),
        0,
    ]
    assert allocation.airport(range(2000)).sum() == pytest.approx(1999)


@pytest.mark.parametrize(
    ("bases", "weights", "said"),
    [
        ([1, 2], [1], "(keys, n)"),
        ([], [], "(keys, n)"),
        ([[1, 2]], [1, 2], "weights has shape (2,)"),
        ([[1, -2]], [1], "bases[0, 1] is -2"),
        ([[1, 2]], [-1], "weights[0] is -1"),
        ([[1, 2], [3, 4]], [0, 0], "weights add up to 0"),
        ([[1, 2], [0, 0]], [1, 1], "bases[1] is 0 for all"),
        ([[1, math.nan]], [1], "nan"),
        ([[1, 2]], [math.inf], "inf"),
    ],
)
def test_keys_that_cannot_be_shared_by(bases: Any, weights: Any, said: str) -> None:
    assert said in refused(lambda: allocation.mixed_key(bases, weights))


def test_a_key_without_weight_is_left_out_even_if_it_counts_nothing() -> None:
    assert allocation.mixed_key([[1, 3], [0, 0]], [2, 0]).tolist() == [0.25, 0.75]


def test_a_mixed_key_of_fractions() -> None:
    exact = allocation.mixed_key([[Fraction(1), 2]], [Fraction(3)])

    assert exact.tolist() == [Fraction(1, 3), Fraction(2, 3)]
    assert allocation.mixed_key([[Fraction(1), 3]], [3]).tolist() == [0.25, 0.75]


@pytest.mark.parametrize(
    ("shares", "total", "unit", "said"),
    [
        ([1, 2], "1.005", "0.01", "whole number of units of 0.01"),
        ([1, 2], 1, 0, "unit is 0"),
        ([1, 2], 1, "-0.01", "unit is -0.01"),
        ([1, -2], 1, 1, "shares[1] is -2"),
        ([0, 0], 1, 1, "shares add up to 0"),
        ([], 1, 1, "shares add up to 0"),
        ([0.5, 0.5], 1, 1, "shares[0] must be an int"),
        ([1, 2], 1.0, 1, "total must be an int"),
        ([1, True], 1, 1, "shares[1]"),
        ([1, "one"], 1, 1, "found one"),
        ([1, "NaN"], 1, 1, "shares[1] is nan"),
        ([1, "sNaN"], 1, 1, "shares[1] is nan"),
        ([1, "Infinity"], 1, 1, "shares[1] is inf"),
        ([1, "1e999999999"], 1, 1, "found 1e999999999"),
        ("12", 1, 1, "shares must be numbers"),
    ],
)
def test_units_that_cannot_be_split(shares: Any, total: Any, unit: Any, said: str) -> None:
    assert said in refused(lambda: allocation.largest_remainder(shares, total, unit))


def test_units_are_decimals_with_the_digits_of_the_unit() -> None:
    parts = allocation.largest_remainder([92, "93", Decimal("70.0")], "1.00", "0.01")

    assert [str(part) for part in parts] == ["0.36", "0.37", "0.27"]
    assert all(isinstance(part, Decimal) for part in parts)
    assert allocation.largest_remainder([np.int64(1), 1], np.int64(3), np.int64(1)) == [2, 1]
    assert allocation.largest_remainder([1, 1, 1], "-0.02", "0.01") == [
        Decimal("0.00"),
        Decimal("-0.01"),
        Decimal("-0.01"),
    ]


def test_not_a_digit_of_a_large_amount_is_lost() -> None:
    total = "123456789012345678901234567890123456789.01"

    parts = allocation.largest_remainder([1, 2], total, "0.01")

    assert [str(part) for part in parts] == [
        "41152263004115226300411522630041152263.00",
        "82304526008230452600823045260082304526.01",
    ]


def test_remainders_that_differ_by_less_than_a_millionth_of_a_unit_are_equal() -> None:
    """10.4999999 and 10.5: the first in order gets the unit; a hundredth is a difference."""
    assert whole_parts([104_999_999, 105_000_000, 10_000_001], 22) == [11, 10, 1]
    assert whole_parts([10_490, 10_500, 1_010], 22) == [10, 11, 1]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"n": 0}, "n is 0"),
        ({"n": 2.0}, "n must be numbers"),
        ({"pairs": 1}, "pairs is 1"),
        ({"seed": -1}, "seed is -1"),
        ({"seed": True}, "seed must be numbers"),
        ({"cost_function": lambda _: None}, "NoneType"),
        ({"cost_function": lambda _: math.inf}, "cost_function("),
    ],
)
def test_samples_that_cannot_be_drawn(given: dict[str, Any], said: str) -> None:
    asked = {"cost_function": int.bit_count, "n": 3, "pairs": 2, "seed": 0, **given}

    assert said in refused(lambda: allocation.sampled_shapley(**asked))


def test_the_same_seed_draws_the_same() -> None:
    first, again, other = (
        allocation.sampled_shapley(math.sqrt, n=40, pairs=3, seed=seed) for seed in (1, 1, 2)
    )

    assert np.array_equal(first.shares, again.shares)
    assert not np.array_equal(first.shares, other.shares)
