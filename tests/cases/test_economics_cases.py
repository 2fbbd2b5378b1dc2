"""Discounting and annuities against figures that somebody else, or plain arithmetic, gives."""

import pickle
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from gevinst import economics
from gevinst.errors import ArgumentError

CASES = yaml.safe_load(Path(__file__).with_name("economics.yaml").read_text(encoding="utf-8"))
FRONTIERS = yaml.safe_load(Path(__file__).with_name("frontier.yaml").read_text(encoding="utf-8"))
FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "present_value": economics.present_value,
    "annuity": economics.annuity,
    "net_benefit": economics.net_benefit,
    "icer": economics.icer,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_known_answer_comes_out(case: Mapping[str, Any]) -> None:
    found = FUNCTIONS[case["function"]](**case["given"])

    assert found == pytest.approx(case["expected"], abs=case["tolerance"], rel=0)


@pytest.mark.parametrize("case", FRONTIERS, ids=lambda case: case["id"])
def test_the_published_frontier_comes_out(case: Mapping[str, Any]) -> None:
    found = economics.frontier(case["costs"], case["effects"])

    assert list(found.status) == case["status"]
    assert list(found.icer) == [
        None if ratio is None else pytest.approx(ratio, rel=case["tolerance"])
        for ratio in case["icer"]
    ]


@pytest.mark.parametrize(
    ("cost", "effect", "quadrant", "text"),
    [
        (100, 2, "north_east", "50.0"),
        (0, 2, "north_east", "0.0"),
        (-100, 2, "south_east", "-50.0 (south_east, cheaper and better: dominates)"),
        (100, -2, "north_west", "-50.0 (north_west, dearer and worse: dominated)"),
        (-100, -2, "south_west", "50.0 (south_west, cheaper and worse)"),
    ],
)
def test_a_ratio_with_a_negative_part_names_its_quadrant(
    cost: float, effect: float, quadrant: str, text: str
) -> None:
    ratio = economics.icer(cost, effect)

    assert ratio.quadrant == quadrant
    assert str(ratio) == text
    assert ratio == cost / effect
    again = pickle.loads(pickle.dumps(ratio))  # noqa: S301  our own bytes
    assert (again, again.quadrant) == (ratio, quadrant)


@pytest.mark.parametrize(
    ("call", "argument"),
    [
        (lambda: economics.icer(100, 0), "effect"),
        (lambda: economics.icer(float("nan"), 1), "cost"),
        (lambda: economics.icer([1, 2], 1), "cost"),  # type: ignore[arg-type]
        (lambda: economics.icer(1, float("inf")), "effect"),
        (lambda: economics.net_benefit(1, 1, -1), "threshold"),
        (lambda: economics.net_benefit([1, 2], [1, 2, 3], 1), "cost, effect, threshold"),
        (lambda: economics.frontier([], []), "costs"),
        (lambda: economics.frontier([1, 2], [1]), "effects"),
        (lambda: economics.frontier([[1]], [[1]]), "costs"),
        (lambda: economics.frontier([1, float("nan")], [1, 2]), "costs"),
    ],
)
def test_what_has_no_answer_is_refused_by_name(call: Callable[[], Any], argument: str) -> None:
    with pytest.raises(ArgumentError) as refused:
        call()

    assert refused.value.argument == argument


@pytest.mark.parametrize(
    ("timing", "expected"),
    [
        ("end", 100 / 1.04 + 200 / (1.04 * 1.03)),
        ("start", 100 + 200 / 1.04),
        ("mid", 100 / 1.04**0.5 + 200 / (1.04 * 1.03**0.5)),
    ],
)
def test_two_years_with_two_rates_written_out(timing: str, expected: float) -> None:
    found = economics.present_value([100, 200], [0.04, 0.03], timing)  # type: ignore[arg-type]

    assert found == pytest.approx(expected, rel=1e-14)


def test_the_rate_of_a_band_holds_only_inside_it() -> None:
    """A krone at the end of year 42: forty years at 4 per cent, two at 3."""
    rates = [0.04] * 40 + [0.03] * 2

    found = economics.present_value([0] * 41 + [1], rates)

    exact = 1 / (Fraction(104, 100) ** 40 * Fraction(103, 100) ** 2)
    assert found == pytest.approx(float(exact), rel=1e-13)


@pytest.mark.parametrize(
    ("flow", "year", "need"),
    [
        ([-100, 60, 60], 3, (-100.0, 1)),
        ([-100, -20, 60, 60], 4, (-120.0, 2)),
        ([-100, 60], None, (-100.0, 1)),
        ([-100, 100], 2, (-100.0, 1)),
        ([0], 1, (0.0, None)),
        ([5, -3], 1, (0.0, None)),
        ([5, -8, 1], 1, (-3.0, 2)),
        ([-1, 0, -0.0], None, (-1.0, 1)),
        ([-0.7, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 8, (-0.7, 1)),
    ],
)
def test_payback_and_the_hump_of_small_flows(
    flow: list[float], year: int | None, need: tuple[float, int | None]
) -> None:
    assert economics.payback(flow) == year
    assert economics.deepest_need(flow) == need
