"""Laws of the rules that read what every group of partners would cost."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog

from gevinst import allocation
from gevinst.testing import games

Array = NDArray[np.float64]
Rule = Callable[[Array], Array]

ARITHMETIC: dict[str, Rule] = {
    "shapley": allocation.shapley,
    "ensc": allocation.ensc,
    "scrb": allocation.scrb,
}
SEARCHED: dict[str, Rule] = {
    "nucleolus": allocation.nucleolus,
    "per_capita_nucleolus": allocation.per_capita_nucleolus,
    "least_core": lambda costs: allocation.least_core(costs)[1],
}
RULES = ARITHMETIC | SEARCHED

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
every_nucleolus = pytest.mark.parametrize(
    "rule", [allocation.nucleolus, allocation.per_capita_nucleolus], ids=lambda rule: rule.__name__
)
JOINABLE = games.joinable_costs()


def near(costs: Array) -> float:
    """What rounding may amount to: a millionth of a krone on a million kroner."""
    return 1e-12 * max(1.0, float(np.abs(costs).max()))


def partners_of(costs: Array) -> int:
    return (len(costs) - 1).bit_length()


def alone(costs: Array) -> Array:
    return costs[1 << np.arange(partners_of(costs))]


def separable(costs: Array) -> Array:
    return costs[-1] - costs[len(costs) - 1 - (1 << np.arange(partners_of(costs)))]


def has_benefits(costs: Array) -> bool:
    """Whether SCRB has something to share the rest by, well away from a division by nothing."""
    benefits = alone(costs) - separable(costs)
    return bool(benefits.min() >= 0 and benefits.sum() > 1e-3 * np.abs(costs).max())


def reordered(costs: Array, order: list[int]) -> Array:
    """The same costs when partner ``order[i]`` is called partner i."""
    inside = games.members(partners_of(costs))
    return costs[(inside << np.array(order)).sum(axis=1)]


def excesses(costs: Array, shares: Array) -> Array:
    """What each proper group pays above its own cost."""
    return (games.members(len(shares)) @ shares - costs)[1:-1]


@every_rule
@given(costs=JOINABLE)
def test_shares_add_up_to_the_cost_of_all(rule: Rule, costs: Array) -> None:
    assume(rule is not allocation.scrb or has_benefits(costs))

    shares = rule(costs)

    assert shares.sum() == pytest.approx(costs[-1], abs=4 * near(costs))


@given(costs=games.costs())
def test_shares_of_the_least_core_add_up_even_where_joining_costs_extra(costs: Array) -> None:
    _, shares = allocation.least_core(costs)

    assert shares.sum() == pytest.approx(costs[-1], abs=4 * near(costs))


@every_rule
@given(costs=JOINABLE, data=st.data())
def test_the_order_of_the_partners_does_not_matter(
    rule: Rule, costs: Array, data: st.DataObject
) -> None:
    assume(rule is not allocation.scrb or has_benefits(costs))
    order = data.draw(st.permutations(range(partners_of(costs))))

    shares, moved = rule(costs), rule(reordered(costs, order))

    assert moved == pytest.approx(shares[order], abs=100 * near(costs))


@every_rule
@given(costs=JOINABLE)
def test_equal_partners_pay_the_same(rule: Rule, costs: Array) -> None:
    assume(partners_of(costs) > 1)
    swapped = reordered(costs, [1, 0, *range(2, partners_of(costs))])
    costs = (costs + swapped) / 2
    assume(rule is not allocation.scrb or has_benefits(costs))

    shares = rule(costs)

    assert shares[0] == pytest.approx(shares[1], abs=100 * near(costs))


@every_rule
@given(costs=JOINABLE, power=st.integers(-20, 20))
def test_another_currency_gives_the_same_shares(rule: Rule, costs: Array, power: int) -> None:
    assert np.array_equal(rule(costs * 2.0**power), rule(costs) * 2.0**power)


@every_rule
@given(costs=JOINABLE, data=st.data())
def test_a_cost_of_ones_own_is_paid_by_oneself(
    rule: Rule, costs: Array, data: st.DataObject
) -> None:
    assume(rule is not allocation.scrb or has_benefits(costs))
    count = partners_of(costs)
    own = data.draw(st.lists(st.integers(0, 10**6).map(float), min_size=count, max_size=count))
    more = costs + games.members(count) @ np.array(own)

    assert rule(more) == pytest.approx(rule(costs) + own, abs=100 * near(more))


@every_nucleolus
@given(costs=JOINABLE)
def test_nobody_pays_more_than_alone(rule: Rule, costs: Array) -> None:
    assert (rule(costs) <= alone(costs) + 4 * near(costs)).all()


@given(costs=st.one_of(games.stepped_costs(), games.concave_costs()))
def test_by_remaining_benefits_nobody_pays_more_than_alone(costs: Array) -> None:
    assume(has_benefits(costs))

    assert (allocation.scrb(costs) <= alone(costs) + 4 * near(costs)).all()


@pytest.mark.parametrize("rule", [allocation.shapley, allocation.nucleolus])
@given(costs=JOINABLE)
def test_who_adds_nothing_to_any_group_pays_nothing(rule: Rule, costs: Array) -> None:
    with_one_more = np.concatenate([costs, costs])

    shares = rule(with_one_more)

    assert shares[-1] == pytest.approx(0, abs=10 * near(costs))
    assert shares[:-1] == pytest.approx(rule(costs), abs=100 * near(costs))


@pytest.mark.parametrize("rule", [allocation.shapley, allocation.ensc])
@given(costs=games.costs(), data=st.data())
def test_shares_of_two_costs_add_up_to_the_shares_of_their_sum(
    rule: Rule, costs: Array, data: st.DataObject
) -> None:
    other = data.draw(st.lists(st.integers(0, 9999), min_size=len(costs), max_size=len(costs)))
    more = np.array([0.0, *other[1:]])

    assert rule(costs + more) == pytest.approx(rule(costs) + rule(more), abs=10 * near(costs))


@given(costs=games.concave_costs())
def test_no_group_objects_to_shapley_when_larger_groups_always_save_more(costs: Array) -> None:
    assert allocation.blocking(costs, allocation.shapley(costs)) == []


@every_nucleolus
@given(costs=JOINABLE)
def test_the_nucleolus_is_in_the_core_when_there_is_one(rule: Rule, costs: Array) -> None:
    excess, _ = allocation.least_core(costs)
    assume(excess <= 0)

    assert allocation.blocking(costs, rule(costs)) == []


@given(costs=JOINABLE)
def test_no_split_has_a_smaller_largest_excess_than_the_least_core(costs: Array) -> None:
    assume(partners_of(costs) > 1)

    excess, shares = allocation.least_core(costs)

    assert excesses(costs, shares).max() == pytest.approx(excess, abs=10 * near(costs))
    for rule in (allocation.shapley, allocation.ensc, *SEARCHED.values()):
        assert excesses(costs, rule(costs)).max() >= excess - 10 * near(costs)


def no_better_direction(costs: Array, shares: Array, sizes: Array, capped: Array) -> bool:
    """Kohlberg's criterion: where the worst groups gain, one of them loses, at every level.

    `capped` marks the partners who pay exactly their own cost and may not pay more.
    """
    inside = games.members(len(shares))
    missed = excesses(costs, shares) / sizes
    groups = inside[1:-1].astype(float)
    one = np.eye(len(shares))
    tolerance = 1e-7 * max(1.0, float(np.abs(costs).max()))
    for level in sorted(set(np.round(missed / tolerance)), reverse=True):
        worst = groups[np.round(missed / tolerance) >= level]
        found = linprog(
            worst.sum(axis=0),
            A_ub=np.concatenate([worst, one[capped]]),
            b_ub=np.zeros(len(worst) + int(capped.sum())),
            A_eq=np.ones((1, len(shares))),
            b_eq=[0],
            bounds=(-1, 1),
        )
        if found.fun < -1e-7:
            return False
        if np.linalg.matrix_rank(np.concatenate([worst, np.ones((1, len(shares)))])) == len(shares):
            return True
    return True


@pytest.mark.parametrize("per_member", [False, True])
@given(costs=games.stepped_costs(most=4) | games.concave_costs(most=4))
def test_the_nucleolus_meets_kohlbergs_criterion(per_member: bool, costs: Array) -> None:  # noqa: FBT001
    """Checked by another method: one linear program a level, by a general solver."""
    assume(partners_of(costs) > 1 and costs[-1] <= alone(costs).sum())
    costs = np.round(costs)
    rule = allocation.per_capita_nucleolus if per_member else allocation.nucleolus
    counts = games.members(partners_of(costs)).sum(axis=1)[1:-1]

    shares = rule(costs)

    sizes = counts if per_member else np.ones_like(counts)
    capped = alone(costs) - shares <= 1e-7 * max(1.0, costs.max())
    assert no_better_direction(costs, shares, sizes.astype(float), capped)


def test_kohlbergs_criterion_refuses_another_split() -> None:
    """The check above can fail: the Shapley value of the same game does not meet it."""
    costs = np.array([0.0, 15, 20, 35, 55, 61, 65, 78])

    for shares, met in ((allocation.nucleolus(costs), True), (allocation.shapley(costs), False)):
        assert no_better_direction(costs, shares, np.ones(6), alone(costs) <= shares) is met


@given(costs=games.costs(), more=st.integers(1, 10**6))
def test_a_dearer_whole_is_split_equally_by_excess_per_member(costs: Array, more: int) -> None:
    """So nobody pays less when only the cost of all grows; by the nucleolus somebody may."""
    assume(partners_of(costs) > 1)
    costs[-1] = alone(costs).sum() - more - 1
    dearer = costs.copy()
    dearer[-1] += more

    before, after = allocation.per_capita_nucleolus(costs), allocation.per_capita_nucleolus(dearer)

    assert (after >= before - 100 * near(dearer)).all()


@every_rule
@given(costs=games.joinable_costs(most=4))
def test_fractions_give_what_floats_give(rule: Rule, costs: Array) -> None:
    assume(rule is not allocation.scrb or has_benefits(costs))
    exact = [Fraction(cost) for cost in costs.tolist()]

    shares = rule(exact)  # type: ignore[arg-type]

    assert all(isinstance(share, Fraction) for share in shares)
    assert rule is allocation.scrb or sum(shares) == exact[-1]
    assert shares.astype(float) == pytest.approx(rule(costs), abs=100 * near(costs))


@every_rule
@given(costs=JOINABLE, data=st.data())
def test_a_game_in_a_batch_gives_what_it_gives_alone(
    rule: Rule, costs: Array, data: st.DataObject
) -> None:
    factors = np.array(data.draw(st.lists(st.sampled_from([1.0, 2.0, 8.0]), min_size=2)))
    batch = costs[:, None] * factors

    shares = rule(batch)

    assert shares.shape == (partners_of(costs), len(factors))
    for game, factor in enumerate(factors):
        assert shares[:, game] == pytest.approx(rule(costs) * factor, abs=10 * near(batch))


@given(costs=games.costs(most=4))
def test_subadditive_is_that_no_two_groups_become_dearer_by_joining(costs: Array) -> None:
    pairs = [(a, b) for a in range(len(costs)) for b in range(len(costs)) if not a & b]
    extra = max(costs[a | b] - costs[a] - costs[b] for a, b in pairs)
    assume(extra <= 0 or extra > 1e-6)

    assert allocation.is_subadditive(costs) is bool(extra <= 0)


@given(costs=JOINABLE, data=st.data())
def test_a_group_blocks_when_its_shares_exceed_its_cost(costs: Array, data: st.DataObject) -> None:
    count = partners_of(costs)
    shares = np.array(data.draw(st.lists(st.integers(0, 10**6), min_size=count, max_size=count)))

    found = dict(allocation.blocking(costs, shares))

    for group in range(1, len(costs) - 1):
        paid = sum(int(share) for i, share in enumerate(shares) if group >> i & 1)
        if paid - costs[group] > 1e-3:
            assert found.pop(group) == pytest.approx(paid - costs[group], rel=1e-9)
    assert all(excess < 1e-3 for excess in found.values())
