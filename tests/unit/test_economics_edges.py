"""Discounting and frontiers where floats run out: the oracle is exact arithmetic."""

from fractions import Fraction

import numpy as np
import pytest

from gevinst.core import cost_effect, economics

ON, DOMINATED, EXTENDED = cost_effect.ON, cost_effect.DOMINATED, cost_effect.EXTENDED


def test_a_rate_that_a_float_cannot_add_to_one_still_counts_over_very_many_years() -> None:
    """The first two terms of the series: the third is below 1e-14 of them."""
    rate, years = Fraction(1e-16), 10**9

    found = economics.annuity(np.array(3e9), np.array(float(rate)), np.array(float(years)))

    assert found == pytest.approx(float(3 * (1 + (years + 1) * rate / 2)), rel=1e-13)
    assert found > 3


def test_a_sum_that_comes_back_to_nothing_is_exactly_nothing() -> None:
    found = economics.accumulated(np.array([0.3, -0.1, -0.1, -0.1, 0.0]))

    assert found[-2:].tolist() == [0, 0]
    assert (found[:2] > 0.19).all()


LINES = [
    (0.0, 0.1, 0.0, 0.1),
    (1e6, 0.1, 0.0, 0.7),
    (-1e6, 0.1, 0.0, 0.7),
    (0.0, 0.1, 1e6, 0.7),
    (0.0, 0.1, -1e6, 0.7),
    (0.0, 1e9 / 7, 1e-3, 1e-9 / 3),
    (1e9, 0.3, 1e-3, 1e-9),
]
"""First cost and a step of it, first effect and a step of it: magnitudes far apart."""


@pytest.mark.parametrize(("cost", "cost_step", "effect", "effect_step"), LINES)
def test_what_lies_on_a_straight_line_is_on_the_frontier_though_floats_are_rounded(
    cost: float, cost_step: float, effect: float, effect_step: float
) -> None:
    """Every triple of a line of forty: no rounding of what is given makes one of them extended."""
    steps = np.arange(40)
    costs, effects = cost + steps * cost_step, effect + steps * effect_step

    status = {
        found
        for middle in range(1, 39)
        for found, _ in cost_effect.frontier(costs[[0, middle, 39]], effects[[0, middle, 39]])
    }

    assert status == {ON}


def test_a_line_of_two_decimals_is_straight() -> None:
    """Steps of 0.90 and 0.66: the rounding of what is given is 1.6 roundoffs of its size."""
    found = cost_effect.frontier(np.array([-13.49, 11.71, 14.41]), np.array([-8.11, 10.37, 12.35]))

    assert [status for status, _ in found] == [ON, ON, ON]


@pytest.mark.parametrize(("cost", "cost_step", "effect", "effect_step"), LINES)
def test_what_lies_a_little_above_a_straight_line_is_extended(
    cost: float, cost_step: float, effect: float, effect_step: float
) -> None:
    """By so little that only the roundoff of the largest number given would hide it."""
    costs = np.array([cost, cost + cost_step, cost + 2 * cost_step])
    effects = np.array([effect, effect + effect_step, effect + 2 * effect_step])
    of_cost = np.abs(costs).max() + np.abs(effects).max() * cost_step / effect_step
    costs[1] += 12 * economics.ROUNDOFF * of_cost

    found = [status for status, _ in cost_effect.frontier(costs, effects)]

    assert found == [ON, EXTENDED, ON]
