"""Busy days: the share of days with more work than staff, against other ways to reckon it."""

from math import exp

import numpy as np
import pytest
from scipy import stats

from gevinst.axes import Array
from gevinst.core.variation import exceeding_share

ACCURACY = 2e-9
"""The error that the inversion may have: e**-22 of damping, and rounding."""


def share(
    rates: list[float], times: list[float], limit: float, v: float = 0.0, planned: float = 0.0
) -> float:
    """Share of days for one case."""
    found = exceeding_share(
        np.array(rates).reshape(-1, 1),
        np.array(times).reshape(-1, 1),
        np.array([planned]),
        np.array([limit]),
        np.array([v]),
    )
    return float(found[0])


def one_task(rate: float, limit: float, v: float) -> float:
    """Sum over the number of contacts: Poisson or negative binomial, and then gamma times."""
    spread = 60 * np.sqrt(rate * (1 + v * rate))
    count = np.arange(1, int(rate * (6 if v else 1) + spread) + 200)
    weights = (
        stats.nbinom.pmf(count, 1 / v, 1 / (1 + v * rate)) if v else stats.poisson.pmf(count, rate)
    )
    return float((weights * stats.gamma.sf(limit, count)).sum())


@pytest.mark.parametrize("v", [0.0, 1e-4, 0.02, 0.5, 3.0])
@pytest.mark.parametrize("rate", [0.01, 0.5, 3.0, 20.0, 200.0, 5000.0])
def test_one_task_agrees_with_the_series(rate: float, v: float) -> None:
    """Quiet days and busy ones, up to six standard deviations out."""
    deviation = np.sqrt(2 * rate + v * rate**2)
    limits = [x for z in (-3, -1, 0, 1, 3, 6) if (x := rate + z * deviation) > 0]

    for limit in limits:
        found, expected = share([rate], [1.0], limit, v), one_task(rate, limit, v)
        assert found == pytest.approx(expected, abs=ACCURACY, rel=0)


def test_tasks_of_the_same_length_are_one_task() -> None:
    """Poisson streams add up."""
    apart = share([3.0, 5.0, 0.0], [0.5, 0.5, 2.0], 6.0, 0.1)

    assert apart == pytest.approx(share([8.0], [0.5], 6.0, 0.1), abs=1e-12)


def test_planned_work_takes_room_and_nothing_else() -> None:
    assert share([4.0], [1.0], 7.0, 0.2, planned=2.0) == share([4.0], [1.0], 5.0, 0.2)


def test_the_unit_of_time_does_not_matter() -> None:
    hours, minutes = share([9.0, 2.0], [0.5, 1.5], 8.0, 0.1), share([9.0, 2.0], [30, 90], 480, 0.1)

    assert minutes == pytest.approx(hours, abs=1e-12)


@pytest.mark.parametrize("v", [0.0, 0.3])
def test_many_random_days_agree(v: float) -> None:
    """A million days; a false alarm is five standard errors, once in two million."""
    draws = np.random.default_rng(20261122)
    days = 1_000_000
    rates, times = np.array([2.0, 8.0]), np.array([1.5, 0.25])
    busy = draws.gamma(1 / v, v, days) if v else np.ones(days)
    counts = draws.poisson(np.outer(rates, busy))
    work = sum(
        time * draws.gamma(np.maximum(count, 1)) * (count > 0)
        for time, count in zip(times, counts, strict=True)
    )

    seen = float((work > 8.0).mean())

    expected = share(rates.tolist(), times.tolist(), 8.0, v)
    assert abs(seen - expected) < 5 * np.sqrt(expected * (1 - expected) / days)


def test_without_variation_it_is_poisson() -> None:
    poisson = share([20.0], [0.3], 8.0)
    nearer = [abs(share([20.0], [0.3], 8.0, v) - poisson) for v in (0.1, 0.01, 1e-4, 1e-12)]

    assert nearer == sorted(nearer, reverse=True)
    assert nearer[-1] < ACCURACY


@pytest.mark.parametrize("v", [0.0, 0.2])
def test_more_staff_never_has_more_busy_days(v: float) -> None:
    limits = np.linspace(0, 40, 400)
    same = np.ones((1, 400))

    shares = exceeding_share(10 * same, same, 0 * limits, limits, np.full(400, v))

    assert (np.diff(shares) <= ACCURACY).all()
    assert shares[0] > 1 - 1e-2
    assert shares[-1] < shares[0] / 4


def at_the_edge(rates: Array, limit: float, planned: float) -> float:
    return share(rates.tolist(), [1.0] * len(rates), limit, 0.0, planned)


def test_the_edges() -> None:
    """No room, no staff, nothing to do, and work that takes no time."""
    some, none = np.array([2.0]), np.array([0.0])

    assert at_the_edge(some, 1.0, 2.0) == 1
    assert at_the_edge(some, 0.0, 0.0) == pytest.approx(1 - exp(-2), abs=1e-15)
    assert at_the_edge(none, 0.0, 0.0) == 0
    assert at_the_edge(none, 1.0, 2.0) == 1
    assert at_the_edge(none, 2.0, 2.0 * (1 + 1e-15)) == 0
    assert share([5.0], [0.0], 1.0) == 0
    assert share([2.0], [1.0], 0.0, v=0.5) == pytest.approx(1 - 2**-2, abs=1e-15)


def test_enormous_numbers_of_contacts_need_no_series() -> None:
    """The day is as good as certain, on either side of the mean."""
    assert share([1e16], [1.0], 1.5e16) == 0
    assert share([1e16], [1.0], 0.5e16) == 1
