"""Laws of staff: pooling never needs more, the answer is the last that fits, shares are shares."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gevinst
from gevinst.errors import ArgumentError
from gevinst.queueing import required_positions
from gevinst.schema import Project
from gevinst.studies.pooling import Pooling
from gevinst.testing import projects

NOISE = 1e-9


@pytest.mark.parametrize("most_occupancy", [0.3, 0.7, 1.0])
def test_two_queues_as_one_need_no_more_positions(most_occupancy: float) -> None:
    """Loads from a thousandth to a hundred erlang, waits from none to thirty handlings.

    Not proved for whole positions and a target: this is the evidence that `pooling` refers to.
    """
    draws = np.random.default_rng(20261122)
    count = 200_000
    first, second = 10 ** draws.uniform(-3, 2, (2, count))
    long, short = 10 ** draws.uniform(-1, 1, (2, count))
    within = 10 ** draws.uniform(-3, 1.5, count) * (draws.random(count) > 0.1)
    share = draws.uniform(0, 0.999, count)
    mean = (first + second) / (first / long + second / short)

    def needed(load: np.ndarray, time: np.ndarray) -> np.ndarray:
        return np.asarray(required_positions(load, time, within, share, most_occupancy))

    apart = needed(first, long) + needed(second, short)

    assert (needed(first + second, mean) <= apart).all()


def some_year(project: Project, position: int) -> int:
    """A year of the horizon."""
    return project.horizon.first_year + position % project.horizon.years


@given(project=projects(), position=st.integers(0, 40))
def test_together_needs_at_most_what_they_need_apart(project: Project, position: int) -> None:
    """Role by role, before and after rounding, wherever the groups can be run at all."""
    if len(project.paying_partners) < 2:
        with pytest.raises(ArgumentError):
            gevinst.staffing.pooling(project)
        return
    pool: Pooling = gevinst.staffing.pooling(project, some_year(project, position))

    for role in pool.names:
        apart = sum(staff.needed_fte[role] for staff in pool.apart)
        assert pool.saved("needed_fte", role) >= -NOISE * max(apart, 1)
        assert pool.saved("staffed_fte", role) >= -NOISE * max(apart, 1)
    assert pool.more_needed_together == ()
    assert pool.saved("staff_cost") == pytest.approx(
        sum(pool.saved("staff_cost", role) for role in pool.names), rel=1e-9, abs=1e-3
    )


@given(project=projects(), position=st.integers(0, 40))
def test_the_staff_can_follow_the_even_months_of_its_own_year(
    project: Project, position: int
) -> None:
    """Steps begin right after the answer, rise, and cost something where a position does."""
    try:
        most = gevinst.staffing.capacity(project, some_year(project, position), steps=1)
    except ArgumentError as error:
        assert error.kind == "argument.no_patients"  # noqa: PT017  two ways to be right
        return

    for step in most.steps:
        assert step.positions > step.positions_before >= most.staff[step.role] - NOISE
        assert step.added_cost >= 0
    if most.patients is not None:
        assert min(step.patients for step in most.steps) in {most.patients + 1, most.patients}
    assert most.text("nb") != most.text("en")


@given(project=projects(), v=st.floats(0, 5))
def test_shares_of_days_are_shares(project: Project, v: float) -> None:
    days = gevinst.staffing.overload(gevinst.run(project), "month", v)

    assert days["value"].between(0, 1).all()
