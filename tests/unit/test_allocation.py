"""Rules that read the cost of every group at their edges, and what they say to bad input."""

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from gevinst import allocation
from gevinst.core import games
from gevinst.errors import ArgumentError
from gevinst.solvers import excesses, nucleoli

COSTS = [0, 15, 20, 35, 55, 61, 65, 78]
GROUP_RULES = [
    allocation.shapley,
    allocation.ensc,
    allocation.scrb,
    allocation.nucleolus,
    allocation.per_capita_nucleolus,
    allocation.least_core,
    allocation.is_subadditive,
    lambda costs: allocation.blocking(costs, [1, 2, 3]),
]

every_group_rule = pytest.mark.parametrize("rule", GROUP_RULES)


def refused(call: Callable[[], Any]) -> str:
    """What the error says; the Norwegian text must be complete too."""
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.text("nb")
    assert "{" not in caught.value.text("nb") + str(caught.value)
    return str(caught.value)


@every_group_rule
@pytest.mark.parametrize(
    ("costs", "said"),
    [
        ([0, 1, 2], r"shape (3,)"),
        ([0], r"shape (1,)"),
        ([], r"shape (0,)"),
        (7, r"shape ()"),
        (np.zeros((4, 0)), r"shape (4, 0)"),
        ([1, 15, 20, 35, 55, 61, 65, 78], "costs[0] is 1"),
        ([math.nan, 15, 20, 35, 55, 61, 65, 78], "costs[0]"),
        ([0, 15, 20, math.nan, 55, 61, 65, 78], "costs[3] is nan"),
        ([0, 15, 20, 35, 55, 61, 65, math.inf], "costs[7] is inf"),
        ([0, 15, 20, 35, 55, 61, Decimal("NaN"), 78], "costs[6] is nan"),
        ([0, 1, 2, [3]], "ragged list"),
        ("0123", "str"),
        ([0, 15, 20, "35"], "must be numbers"),
        ([0, 15, Fraction(20), None], "NoneType"),
        ([Fraction(0), True], "bool"),
        ([Decimal(1), Decimal(2)], "costs[0] is 1"),
        (np.zeros(1 << 21), "21 partners; at most 20"),
        ([Fraction(0)] * (1 << 11), "11 partners; at most 10"),
    ],
)
def test_costs_that_no_rule_can_use(rule: Callable[[Any], Any], costs: Any, said: str) -> None:
    assert said in refused(lambda: rule(costs))


def test_a_nan_deep_in_a_batch_is_found() -> None:
    batch = np.zeros((4, 3))
    batch[2, 1] = np.nan

    assert "costs[2, 1] is nan" in refused(lambda: allocation.shapley(batch))


def test_costs_so_large_that_sums_overflow_are_refused() -> None:
    huge = np.array([0, 1e308, 1e308, 1.7e308])

    for rule in GROUP_RULES[1:7]:
        assert "< 1e+300" in refused(lambda rule=rule: rule(huge))
    assert "< 1e+300" in refused(lambda: allocation.shapley(huge * [0, -1, 1, 1]))


@pytest.mark.parametrize("rule", [allocation.nucleolus, allocation.per_capita_nucleolus])
def test_without_a_split_that_leaves_everybody_at_most_alone_the_least_core_is_named(
    rule: Callable[[Any], Any],
) -> None:
    assert "least_core" in refused(lambda: rule([0, 1, 2, 3.5]))

    excess, shares = allocation.least_core([0, 1, 2, 3.5])

    assert excess == 0.25
    assert shares.tolist() == [1.25, 2.25]


def test_one_game_of_a_batch_without_such_a_split_refuses_the_batch() -> None:
    assert "least_core" in refused(lambda: allocation.nucleolus([[0, 0], [1, 1], [2, 2], [3, 4]]))


@pytest.mark.parametrize("rule", GROUP_RULES[:5])
def test_one_partner_pays_all(rule: Callable[[Any], Any]) -> None:
    assert rule([0, 7]).tolist() == [7]
    assert rule([Fraction(0), Fraction(7)]).tolist() == [7]


def test_one_partner_has_no_group_to_object() -> None:
    assert allocation.least_core([0, 7])[0] == 0
    assert allocation.blocking([0, 7], [9]) == []
    assert allocation.is_subadditive([0, 7]) is True


@pytest.mark.parametrize("rule", GROUP_RULES[:5])
def test_no_cost_is_split_into_nothing(rule: Callable[[Any], Any]) -> None:
    assert rule(np.zeros(8)).tolist() == [0, 0, 0]


@pytest.mark.parametrize("rule", GROUP_RULES[:5])
def test_the_costs_are_left_as_they_were(rule: Callable[[Any], Any]) -> None:
    costs = np.array(COSTS, dtype=float)
    costs.setflags(write=False)

    rule(costs)

    assert costs.tolist() == COSTS


@pytest.mark.parametrize("rule", GROUP_RULES[:5])
def test_a_batch_keeps_its_shape(rule: Callable[[Any], Any]) -> None:
    batch = np.array(COSTS, dtype=float)[:, None, None] * np.arange(1, 7).reshape(2, 3)

    shares = rule(batch)

    assert shares.shape == (3, 2, 3)
    assert shares[:, 1, 2] == pytest.approx(6 * rule(COSTS))


def test_a_batch_of_least_cores_and_of_subadditivity() -> None:
    batch = np.array([COSTS, [0, 15, 20, 36, 55, 61, 65, 78]], dtype=float).T

    excess, shares = allocation.least_core(batch)

    assert excess == pytest.approx([-1, -1])
    assert shares.shape == (3, 2)
    assert allocation.is_subadditive(batch).tolist() == [True, False]  # type: ignore[union-attr]


def test_a_pair_that_costs_extra_is_found_behind_the_first_block() -> None:
    """Nine partners make three blocks; the pair that fails stands in the last."""
    inside = games.members(9)
    costs = np.minimum(inside.sum(axis=1), 2).astype(float)
    costs[(1 << 8) | 1] = 2.5

    assert allocation.is_subadditive(costs) is False
    costs[(1 << 8) | 1] = 2
    assert allocation.is_subadditive(costs) is True


def test_without_remaining_benefits_the_separable_costs_are_given() -> None:
    assert allocation.scrb([0, 1, 2, 3]).tolist() == [1, 2]
    assert allocation.scrb([0, 0.1, 0.2, 0.1 + 0.2]).tolist() == pytest.approx([0.1, 0.2])
    assert allocation.scrb([0, 1, 1, 2, 1, 2, 2, 3.5]).tolist() != [1, 1, 1]
    assert allocation.scrb([0, 1, 1, 1, 1, 1, 1, 2]).tolist() == [1, 1, 1]


def test_blocking_groups_come_in_the_order_of_their_bitmasks() -> None:
    found = allocation.blocking(COSTS, [30, 30, 30])

    assert found == [(1, 15.0), (2, 10.0), (3, 25.0)]
    assert isinstance(found[0][0], int)
    assert isinstance(found[0][1], float)


def test_blocking_is_exact_on_fractions() -> None:
    exact = [Fraction(cost) for cost in COSTS]
    tiny = Fraction(1, 10**30)

    found = allocation.blocking(exact, [15 + tiny, Fraction(20), Fraction(43)])

    assert found == [(1, tiny), (3, tiny)]
    assert allocation.blocking(exact, [15.5, 20, 43]) == [(1, 0.5), (3, 0.5)]
    assert allocation.blocking(COSTS, [Fraction(31, 2), 20, 43]) == [(1, 0.5), (3, 0.5)]


def test_rounding_noise_blocks_nothing() -> None:
    assert allocation.blocking([0, 1e7, 1e7, 2e7], [1e7 + 1e-6, 1e7]) == []
    assert allocation.blocking([0, 1e7, 1e7, 2e7], [1e7 + 0.001, 1e7]) != []


@pytest.mark.parametrize(
    ("costs", "shares", "said"),
    [
        (COSTS, [1, 2], "shares has shape (2,)"),
        (COSTS, [1, 2, math.nan], "shares[2] is nan"),
        (np.zeros((8, 2)), [1, 2, 3], "costs has shape (8, 2)"),
    ],
)
def test_blocking_takes_one_game_and_one_share_each(costs: Any, shares: Any, said: str) -> None:
    assert said in refused(lambda: allocation.blocking(costs, shares))


def test_decimals_and_huge_integers_are_exact() -> None:
    decimals = [Decimal(0), Decimal("0.1"), Decimal("0.2"), Decimal("0.25")]
    huge = [0, 10**30 + 1, 10**30, 10**30 + 1]

    assert allocation.shapley(decimals).tolist() == [Fraction(3, 40), Fraction(7, 40)]
    assert allocation.nucleolus(huge).tolist() == [Fraction(10**30 + 2, 2), Fraction(10**30, 2)]
    assert allocation.shapley([Decimal(0), 1.0, 1.0, 1.0]).dtype == np.float64


def test_rows_taken_by_number_end_at_the_same_split(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bland's rule, here from the first step without progress."""
    monkeypatch.setattr(excesses, "STALLED", -1)
    inside = games.members(6)
    costs = np.ceil(inside.sum(axis=1) / 2) + (inside.sum(axis=1) > 0)

    found = allocation.nucleolus(costs)

    assert found == pytest.approx([4 / 6] * 6)


def test_where_floats_do_not_end_fractions_do(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def stubborn(game: Any, **kind: Any) -> Any:
        calls.append(game.dtype)
        if game.dtype != object:
            raise nucleoli.NoProgressError
        return solve(game, **kind)

    solve = nucleoli.nucleolus
    monkeypatch.setattr(nucleoli, "nucleolus", stubborn)

    found = allocation.nucleolus(COSTS)

    assert found.dtype == np.float64
    assert found.tolist() == [14, 18.5, 45.5]
    assert calls == [np.float64, object]
    assert "Round the costs" in refused(lambda: allocation.nucleolus(np.zeros(1 << 11)))


def test_a_search_that_takes_too_many_steps_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excesses, "MOST_STEPS", 0)

    with pytest.raises(nucleoli.NoProgressError):
        nucleoli.nucleolus(np.array(COSTS, dtype=float), per_member=False, individual=True)


def test_an_answer_that_fails_its_check_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excesses, "CHECK", -1.0)

    with pytest.raises(nucleoli.NoProgressError):
        nucleoli.nucleolus(np.array(COSTS, dtype=float), per_member=False, individual=True)


def test_limits_that_nothing_meets_end_the_search() -> None:
    """Nobody may pay more than 0, yet all together cost 1."""
    with pytest.raises(nucleoli.NoProgressError):
        excesses.smallest_excesses(np.array([0.0, 0, 0, 1]), np.ones(4), individual=True)
