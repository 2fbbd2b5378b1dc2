"""Laws of cost beside effect: net benefit, ratios and the frontier."""

import random
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.spatial import ConvexHull

from gevinst import economics

AMOUNTS = st.floats(-1e9, 1e9, allow_subnormal=False)
THRESHOLDS = st.floats(0, 1e7, allow_subnormal=False)
SIZES = st.integers(-200, 200)
POINTS = st.lists(st.tuples(SIZES, SIZES), min_size=1, max_size=9)
UNITS = st.sampled_from([0.1, 0.25, 3.0, 1e5 / 3, 1e9 / 7])


def by_brute_force(points: list[tuple[int, int]]) -> list[tuple[str, Fraction | None]]:
    """Status and ratio of every (cost, effect), by comparing all with all, in exact fractions.

    Independent of the code: it builds no hull. A point is extended if a mix of two others does
    as much for less.
    """
    left = [p for p in points if not any(dominates(q, p) for q in points)]
    edge = sorted({p for p in left if not any(mixed(a, b, p) for a in left for b in left)})
    before = dict(zip(edge[1:], edge, strict=False))
    made: list[tuple[str, Fraction | None]] = []
    for p in points:
        if p not in left:
            made.append(("dominated", None))
        elif p not in edge:
            made.append(("extended", None))
        elif p in before:
            q = before[p]
            made.append(("on", Fraction(p[0] - q[0], p[1] - q[1])))
        else:
            made.append(("on", None))
    return made


def dominates(q: tuple[int, int], p: tuple[int, int]) -> bool:
    """Whether q costs no more and does no less than p, and is not the same."""
    return q != p and q[0] <= p[0] and q[1] >= p[1]


def mixed(a: tuple[int, int], b: tuple[int, int], p: tuple[int, int]) -> bool:
    """Whether the mix of a and b with the effect of p costs less than p."""
    if not a[1] < p[1] < b[1]:
        return False
    share = Fraction(p[1] - a[1], b[1] - a[1])
    return a[0] + share * (b[0] - a[0]) < p[0]


@given(POINTS)
@example([(0, 0), (1, 1), (2, 2), (3, 3)])
@example([(5, 1), (5, 1), (5, 2), (4, 1)])
@example([(0, 0), (10, 1), (10, 1), (11, 9)])
def test_the_frontier_is_what_no_other_and_no_mix_beats(points: list[tuple[int, int]]) -> None:
    found = economics.frontier([c for c, _ in points], [e for _, e in points])

    expected = by_brute_force(points)
    assert [a.status for a in found] == [status for status, _ in expected]
    for alternative, (_, ratio) in zip(found, expected, strict=True):
        assert alternative.icer == (None if ratio is None else pytest.approx(float(ratio)))


@given(st.lists(st.tuples(SIZES, SIZES), min_size=4, max_size=9, unique=True))
def test_the_frontier_is_a_part_of_the_convex_hull(points: list[tuple[int, int]]) -> None:
    """The hull of SciPy (Qhull) has every corner of the frontier as a corner or on an edge."""
    array = np.array(points, dtype=np.float64)
    if np.linalg.matrix_rank(array - array[0]) < 2:
        return
    found = economics.frontier(array[:, 0], array[:, 1])

    distances = ConvexHull(array).equations @ np.c_[array, np.ones(len(array))].T
    on_hull = np.max(distances, axis=0) > -1e-9
    assert all(on_hull[i] for i, a in enumerate(found) if a.status == "on")
    extended = [i for i, a in enumerate(found) if a.status == "extended"]
    cheapest = np.min(array[:, 0])
    assert all(array[i, 0] > cheapest for i in extended)


@given(POINTS, UNITS, UNITS)
def test_other_units_change_no_status(
    points: list[tuple[int, int]], krone: float, effect: float
) -> None:
    """Although most of these units have no exact float."""
    costs, effects = [c for c, _ in points], [e for _, e in points]

    scaled = economics.frontier([c * krone for c in costs], [e * effect for e in effects])

    assert scaled.status == economics.frontier(costs, effects).status


@given(POINTS, st.randoms(use_true_random=False))
def test_the_order_of_the_alternatives_moves_nothing(
    points: list[tuple[int, int]], luck: random.Random
) -> None:
    order = list(range(len(points)))
    luck.shuffle(order)

    found = economics.frontier([c for c, _ in points], [e for _, e in points])

    mixed_up = economics.frontier([points[i][0] for i in order], [points[i][1] for i in order])
    assert list(mixed_up) == [found[i] for i in order]


@given(POINTS)
def test_ratios_rise_along_the_frontier(points: list[tuple[int, int]]) -> None:
    found = economics.frontier([c for c, _ in points], [e for _, e in points])

    along = sorted({(p[1], a.icer) for p, a in zip(points, found, strict=True) if a.icer})
    ratios = [ratio for _, ratio in along]
    assert ratios == sorted(ratios)
    assert all(ratio > 0 for ratio in ratios)


@given(POINTS, st.integers(1, 1000))
def test_the_best_net_benefit_lies_on_the_frontier(
    points: list[tuple[int, int]], threshold: int
) -> None:
    """Whatever the value of the effect, no alternative off the frontier is best alone."""
    costs, effects = [c for c, _ in points], [e for _, e in points]

    worth = economics.net_benefit(costs, effects, threshold)

    on = [a.status == "on" for a in economics.frontier(costs, effects)]
    assert isinstance(worth, np.ndarray)
    assert np.max(worth) == np.max(worth[on])


@given(AMOUNTS, AMOUNTS.filter(lambda e: abs(e) > 1e-6))
def test_a_ratio_is_the_threshold_at_which_the_net_benefit_is_nothing(
    cost: float, effect: float
) -> None:
    ratio = economics.icer(cost, effect)

    assert ratio * effect == pytest.approx(cost, rel=1e-12, abs=1e-290)
    south, west = cost < 0, effect < 0
    assert ratio.quadrant == f"{'south' if south else 'north'}_{'west' if west else 'east'}"
    if abs(cost) > 1e-6:
        assert (ratio < 0) == (south != west)
    if ratio >= 0:
        worth = economics.net_benefit(cost, effect, float(ratio))
        assert worth == pytest.approx(0, abs=1e-9 * max(1.0, abs(cost)))


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS, THRESHOLDS), min_size=1, max_size=5))
def test_net_benefits_of_an_array_are_those_of_its_elements(
    cases: list[tuple[float, float, float]],
) -> None:
    together = economics.net_benefit(*(list(column) for column in zip(*cases, strict=True)))

    assert isinstance(together, np.ndarray)
    assert together.tolist() == [economics.net_benefit(*case) for case in cases]


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS, THRESHOLDS)
def test_net_benefits_of_two_differences_add_up(
    cost: float, effect: float, more_cost: float, more_effect: float, threshold: float
) -> None:
    """From A to B and from B to C is from A to C: true of net benefits, not of ratios."""
    whole = economics.net_benefit(cost + more_cost, effect + more_effect, threshold)

    parts = economics.net_benefit(cost, effect, threshold) + economics.net_benefit(
        more_cost, more_effect, threshold
    )
    scale = abs(cost) + abs(more_cost) + threshold * (abs(effect) + abs(more_effect))
    assert whole == pytest.approx(parts, abs=1e-12 * scale + 1e-290)
