"""Splits of a joint cost against answers that somebody else, or plain arithmetic, gives."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from gevinst import allocation

CASES = yaml.safe_load(Path(__file__).with_name("allocation.yaml").read_text(encoding="utf-8"))
EXACT = [case for case in CASES if set(case["given"]) & {"cost", "value", "claims"}]


def group(members: int) -> int:
    """Bitmask of a group written as its members, 124 for the first, second and fourth."""
    return sum(1 << (int(member) - 1) for member in str(members))


def from_groups(amounts: Mapping[int, float], sign: int) -> list[Fraction]:
    """Costs of all groups from a table of named groups."""
    costs = {group(members): sign * Fraction(amount) for members, amount in amounts.items()}
    return [Fraction(0), *(costs[mask] for mask in range(1, len(costs) + 1))]


def bankruptcy(claims: list[int], estate: int) -> list[Fraction]:
    """A group is sure of what is left when all others have got their claims."""
    everyone = (1 << len(claims)) - 1
    others = [
        sum(claim for i, claim in enumerate(claims) if not mask >> i & 1)
        for mask in range(everyone + 1)
    ]
    return [Fraction(-max(0, estate - rest)) for rest in others]


def from_margins(alone: list[float], marginal: list[float], total: float) -> list[float]:
    """Costs of each alone, of all, and of all but one; a rule that reads others fails."""
    everyone = (1 << len(alone)) - 1
    costs = [1e9] * (everyone + 1)
    costs[0], costs[everyone] = 0, total
    for i, (own, added) in enumerate(zip(alone, marginal, strict=True)):
        costs[1 << i] = own
        costs[everyone ^ 1 << i] = total - added
    return costs


MAKERS: Mapping[str, Callable[..., Any]] = {
    "cost": lambda cost: (from_groups(cost, 1),),
    "value": lambda value: (from_groups(value, -1),),
    "claims": lambda claims, estate: (bankruptcy(claims, estate),),
    "alone": lambda alone, marginal, total: (from_margins(alone, marginal, total),),
    "power": lambda demands, power: (lambda total: total**power, demands),
}


def arguments(given: Mapping[str, Any]) -> tuple[Any, ...]:
    """What the function is called with."""
    maker = next((make for name, make in MAKERS.items() if name in given), None)
    made: tuple[Any, ...] = maker(**given) if maker else tuple(given.values())
    return made


def expected(case: Mapping[str, Any]) -> list[Fraction]:
    """The answer, with the sign of a cost."""
    sign = -1 if set(case["given"]) & {"value", "claims"} else 1
    return [sign * Fraction(number) for number in case["expected"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_known_answer_comes_out(case: Mapping[str, Any]) -> None:
    given = [
        np.asarray(part, dtype=float)
        if part and isinstance(part, list) and isinstance(part[0], Fraction)
        else part
        for part in arguments(case["given"])
    ]

    found = getattr(allocation, case["function"])(*given)

    wanted = [float(number) for number in expected(case)]
    assert [float(number) for number in found] == pytest.approx(
        wanted, abs=case["tolerance"], rel=0
    )


@pytest.mark.parametrize("case", EXACT, ids=lambda case: case["id"])
def test_fractions_give_the_known_answer_in_fractions(case: Mapping[str, Any]) -> None:
    found = getattr(allocation, case["function"])(*arguments(case["given"]))

    assert all(isinstance(share, Fraction) for share in found)
    for share, wanted in zip(found, expected(case), strict=True):
        assert abs(share - wanted) <= Fraction(case["tolerance"] if case["tolerance"] > 1e-8 else 0)


def test_the_small_difference_of_the_swedish_table_comes_from_its_two_decimals() -> None:
    """5.613 is printed as 5.62: the table is made to add up, and its inputs are rounded too."""
    (case,) = (case for case in CASES if case["id"] == "SKANE-scrb")

    found = allocation.scrb(*arguments(case["given"]))

    assert found.sum() == pytest.approx(83.82, abs=1e-12)
    assert sum(case["expected"]) == pytest.approx(83.82, abs=1e-12)
    assert np.abs(found - case["expected"]).max() < 0.0075
