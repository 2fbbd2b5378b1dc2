"""Break-even points are crossings: on one side it pays, on the other it does not."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from changed_project import figure_of_run, with_number
from hypothesis import given
from hypothesis import strategies as st

import gevinst as gv
from gevinst.axes import Array
from gevinst.schema import Project
from gevinst.sensitivity import BreakEven, break_even, goal_seek, patients_for_price
from gevinst.sensitivity.crossings import Interval, intervals

POINTS = 33


@pytest.fixture(scope="module")
def project() -> Project:
    return gv.example("nord-troms")


def saw(step: float, height: float, opening: float) -> tuple[Array, Array]:
    """Where ``x - height * ceil(x / step) + opening`` is above zero, worked out by hand.

    In the tooth number k, from (k - 1) * step (excluded) to k * step, it is a line with slope 1.
    """
    low, high = [], []
    for k in range(1, 6):
        first, last = (k - 1) * step, k * step
        root = height * k - opening
        if root < last:
            low.append(max(root, first))
            high.append(last)
    return np.array(low), np.array(high)


@given(
    st.floats(0.7, 1.3).map(lambda x: round(x, 3)),
    st.floats(0.2, 3.0).map(lambda x: round(x, 3)),
    st.floats(0.05, 4.0).map(lambda x: round(x, 3)),
)
def test_a_saw_tooth_gives_the_intervals_worked_out_by_hand(
    step: float, height: float, opening: float
) -> None:
    """Five teeth, each crossing, jumping or neither; teeth that meet are one interval."""
    end = 5 * step
    first = step * 1e-3

    def excess(x: Array) -> Array:
        teeth = np.ceil(np.round(x / step, 12))
        return (x - height * teeth + opening)[None, :]

    (found,) = intervals(excess, first, end, 257)
    by_hand = [
        (a, b) for a, b in zip(*saw(step, height, opening), strict=True) if b - a > end / 200
    ]

    for low, high in by_hand:
        inside = np.linspace(low + end / 1e4, high - end / 1e4, 5)
        inside = inside[inside > first]
        assert all(any(p.low <= x <= p.high for p in found) for x in inside)
    for part in found:
        middle = (part.low + part.high) / 2
        assert excess(np.array([middle]))[0, 0] > -1e-9
        crosses_properly(lambda x: float(excess(np.array([x]))[0, 0]), part)


def crosses_properly(excess: Callable[[float], float], part: Interval) -> None:
    """Inside above, outside not; a zero is near zero on both sides, a jump is not."""
    for inside, outside, kind in (
        (part.low, part.low_outside, part.low_kind),
        (part.high, part.high_outside, part.high_kind),
    ):
        assert excess(inside) > 0
        if outside is None:
            assert kind == "end"
            continue
        assert not excess(outside) > 0
        assert math.isclose(inside, outside, rel_tol=1e-9, abs_tol=1e-9)
        near = abs(excess(inside) - excess(outside)) < 1e-7
        assert near == (kind == "zero")


def test_a_figure_that_cannot_be_worked_out_ends_the_interval() -> None:
    """NaN is not above the level, and says so."""

    def excess(x: Array) -> Array:
        return np.where(x < 0.3, np.nan, 1.0)[None, :]

    ((part,),) = intervals(excess, 0.0, 1.0, POINTS)

    assert part.low == pytest.approx(0.3, abs=1e-9)
    assert (part.low_kind, part.high_kind) == ("refused", "end")


def test_always_and_never_have_one_interval_and_none() -> None:
    """Several figures at once, each with its own answer."""

    def excess(x: Array) -> Array:
        return np.stack([np.ones_like(x), -np.ones_like(x), np.zeros_like(x), x - 0.5])

    always, never, level, half = intervals(excess, 0.0, 1.0, POINTS)

    assert always == (Interval(low=0.0, high=1.0),)
    assert never == level == ()
    assert half[0].low == pytest.approx(0.5, abs=1e-9)


def confirmed(project: Project, made: BreakEven, **labels: int) -> int:
    """Check every end of the first answer by runs of their own; how many there were."""
    sign = -1 if made.side == "below" else 1
    quantity = made.answers[0].row.quantity
    count = 0

    def excess(x: float) -> float:
        changed = with_number(project, made.input.path, made.input.canonical(x))
        return sign * (figure_of_run(changed, quantity, **labels) - made.level)

    for part in made.intervals:
        for inside, outside in ((part.low, part.low_outside), (part.high, part.high_outside)):
            if outside is not None:
                assert excess(inside) > 0
                assert excess(outside) <= 0
                count += 1
    return count


def test_the_net_gain_turns_where_break_even_says(project: Project) -> None:
    """The share that the hospital trust pays: a true zero, seen by two plain runs."""
    made = break_even(project, "funding.helseforetak.share", low=0.9, high=1, points=POINTS)

    assert confirmed(project, made) == 1
    assert made.intervals[0].low_kind == "zero"
    assert {a.row.actor for a in made.answers if a.never} >= {"state", "gp"}


def test_whole_positions_make_cost_jump_past_a_level(project: Project) -> None:
    """The centre's cost against inclusion: the end is a jump, and nothing lies between."""
    made = break_even(
        project,
        "groups.kols.inclusion_share",
        "cost",
        low=0.2,
        high=0.9,
        level=1_800_000,
        year=2030,
        points=POINTS,
    )

    assert confirmed(project, made, period=3) >= 1
    assert "jump" in {part.high_kind for part in made.intervals}


def test_a_goal_is_met_by_a_plain_run(project: Project) -> None:
    """The platform may cost so much if the municipalities are to pay one and a half million."""
    found = goal_seek(
        project, "cost_lines.plattform.amount", 1.5e6, year=2030, low=0, high=1e6, points=9
    )
    (value,) = found.values

    changed = with_number(project, "cost_lines[0].amount", value)

    assert figure_of_run(changed, "charge", period=3) == pytest.approx(1.5e6, abs=0.01)


def test_patients_for_a_price_are_those_of_a_project_scaled_alike(project: Project) -> None:
    """Inclusion multiplied in the file gives the patients and the price that were promised."""
    found = patients_for_price(project, 4000, points=17)
    first, _ = found.intervals[0]
    scaled = project
    for number, share in ((0, 0.30), (1, 0.25)):
        scaled = with_number(scaled, f"groups[{number}].inclusion_share", share * first.scale)

    results = gv.run(scaled)

    time = results.quantity("patient_time").values[:, :, -12:].sum(axis=(0, 2, 3))
    cost = results.quantity("total_cost").values[:, :, -12:].sum()
    np.testing.assert_allclose(first.patients, time, rtol=1e-9)
    assert first.price == pytest.approx(cost / time.sum() / 12, rel=1e-9)
    assert first.price < 4000
    assert found.now.price == pytest.approx(4540, abs=1)


def price_at(project: Project, shares: dict[str, float], scale: float) -> float:
    """Cost per patient-month of the last year with inclusion multiplied, by a run of its own."""
    for path, share in shares.items():
        project = with_number(project, path, share * scale)
    results = gv.run(project)
    time = results.quantity("patient_time").values[:, :, -12:].sum()
    return float(results.quantity("total_cost").values[:, :, -12:].sum() / time / 12)


def test_the_price_of_a_real_centre_is_a_saw_tooth() -> None:
    """MILA meets 2,500 kr three times: each time until the next position, the last for good."""
    project = gv.example("mila")
    shares = {
        path: value.likely for path, value in project.values() if path.endswith("inclusion_share")
    }

    found = patients_for_price(project, 2500, low=0.85, high=0.92, points=9)

    assert [(first.kind, last.kind) for first, last in found.intervals] == [
        ("zero", "jump"),
        ("zero", "jump"),
        ("zero", "end"),
    ]
    for first, last in found.intervals:
        assert price_at(project, shares, first.scale * (1 - 1e-9)) > 2500
        assert price_at(project, shares, first.scale * (1 + 1e-9)) < 2500
        assert price_at(project, shares, last.scale * (1 - 1e-9)) < 2500
        if last.kind == "jump":
            assert price_at(project, shares, last.scale * (1 + 1e-9)) > 2500
    assert "holder den seg under" in found.sentence()
