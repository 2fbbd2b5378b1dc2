"""The rules against coopgame-py, an independent program: random games and degenerate ones."""

import coopgame
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from gevinst import allocation
from gevinst.testing import games

Array = NDArray[np.float64]

LARGEST_GAME = 8
KINDS = ["random", "equal partners", "empty core", "zero-cost partners", "few different costs"]


def game_of(kind: str, partners: int, seed: int) -> Array:
    """Costs up to about 10, all together at most the sum of those alone."""
    generator = np.random.default_rng(seed)
    inside = games.members(partners)
    sizes = inside.sum(axis=1)
    costs = generator.uniform(1, 10, 1 << partners)
    if kind == "equal partners":
        costs = generator.uniform(1, 10, partners + 1)[sizes]
    elif kind == "empty core":
        costs = np.where(sizes > 1, 1.0, 6.0)
        costs[-1] = 5.0
    elif kind == "zero-cost partners":
        weights = generator.integers(0, 3, partners) * generator.uniform(1, 3, partners)
        costs = np.sqrt(inside @ weights)
    elif kind == "few different costs":
        costs = generator.integers(0, 4, 1 << partners).astype(float)
    costs[0] = 0
    costs[-1] = min(costs[-1], costs[1 << np.arange(partners)].sum())
    return np.asarray(costs)


def savings(costs: Array) -> coopgame.Game:
    """The same game as a game of what each group is worth."""
    return coopgame.Game((-costs[1:]).tolist())


@st.composite
def any_game(draw: st.DrawFn) -> Array:
    """A game of one of the kinds."""
    return game_of(
        draw(st.sampled_from(KINDS)),
        draw(st.integers(2, LARGEST_GAME)),
        draw(st.integers(0, 10**9)),
    )


@given(costs=any_game())
def test_shapley_agrees(costs: Array) -> None:
    theirs = coopgame.shapley(coopgame.Game(costs[1:].tolist()))

    assert allocation.shapley(costs) == pytest.approx(theirs, abs=1e-9)


@given(costs=any_game())
def test_the_nucleolus_agrees(costs: Array) -> None:
    theirs = coopgame.nucleolus(savings(costs))["allocation"]

    assert -allocation.nucleolus(costs) == pytest.approx(theirs, abs=1e-9)


@given(costs=any_game())
def test_the_per_capita_nucleolus_agrees(costs: Array) -> None:
    theirs = coopgame.per_capita_nucleolus(savings(costs))["allocation"]

    assert -allocation.per_capita_nucleolus(costs) == pytest.approx(theirs, abs=1e-9)


@given(costs=any_game(), more=st.integers(0, 100))
def test_the_least_core_agrees_where_somebody_must_pay_more_than_alone_too(
    costs: Array, more: int
) -> None:
    costs[-1] += more / 2
    theirs = coopgame.least_core(savings(costs), domain="preimputation")
    prenucleolus = coopgame.prenucleolus(savings(costs))["allocation"]

    excess, shares = allocation.least_core(costs)

    assert excess == pytest.approx(theirs["epsilon"], abs=1e-9)
    assert -shares == pytest.approx(prenucleolus, abs=1e-9)


@given(costs=any_game())
def test_remaining_benefits_agree_with_the_gately_point(costs: Array) -> None:
    """The other program refuses games without savings, or where a partner should stay out."""
    singles = 1 << np.arange((len(costs) - 1).bit_length())
    benefits = costs[singles] - (costs[-1] - costs[len(costs) - 1 - singles])
    assume(benefits.min() >= 0 and benefits.sum() > 1e-3)
    assume(costs[singles].sum() - costs[-1] > 1e-3)

    theirs = coopgame.gately_point(savings(costs))

    assert -allocation.scrb(costs) == pytest.approx(theirs, abs=1e-9)


@given(costs=st.lists(st.integers(0, 100).map(float), min_size=1, max_size=40))
def test_the_airport_rule_agrees(costs: list[float]) -> None:
    """In whole numbers: the other program gives up on users that are nearly equal."""
    assert allocation.airport(costs) == pytest.approx(coopgame.airport(costs)["shapley"], abs=1e-9)


@given(claims=st.lists(st.integers(0, 300), min_size=2, max_size=5), part=st.floats(0, 1))
def test_the_nucleolus_of_a_bankruptcy_is_the_rule_of_the_talmud(
    claims: list[int], part: float
) -> None:
    estate = part * sum(claims)
    others = games.members(len(claims))[::-1] @ np.array(claims)
    worth = np.maximum(0, estate - others)

    shares = -allocation.nucleolus(-worth)

    assert shares == pytest.approx(coopgame.talmud(estate, claims), abs=1e-9)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("partners", [1, 2, 3, LARGEST_GAME])
def test_every_kind_agrees_at_the_smallest_and_the_largest(kind: str, partners: int) -> None:
    costs = game_of(kind, partners, seed=partners)

    assert -allocation.nucleolus(costs) == pytest.approx(
        coopgame.nucleolus(savings(costs))["allocation"], abs=1e-9
    )


@pytest.mark.parametrize("partners", [13, 14])
def test_shapley_of_many_partners_agrees(partners: int) -> None:
    costs = game_of("random", partners, seed=partners)
    batch = np.stack([costs, 2 * costs], axis=1)

    theirs = coopgame.shapley(coopgame.Game(costs[1:].tolist()))

    assert allocation.shapley(costs) == pytest.approx(theirs, abs=1e-9)
    assert allocation.shapley(batch)[:, 1] == pytest.approx(2 * np.array(theirs), abs=1e-9)


def test_a_nucleolus_of_many_partners_agrees() -> None:
    costs = game_of("zero-cost partners", 13, seed=1)

    assert -allocation.nucleolus(costs) == pytest.approx(
        coopgame.nucleolus(savings(costs))["allocation"], abs=1e-9
    )


def test_the_exact_nucleolus_is_the_exact_one_of_the_other_program() -> None:
    costs = [0, *np.random.default_rng(5).integers(1, 30, 31).tolist()]
    costs[-1] = 40
    theirs = coopgame.nucleolus_exact([-cost for cost in costs[1:]])["allocation"]

    found = allocation.nucleolus(np.array(costs, dtype=object))

    assert [-share for share in found] == list(theirs)
