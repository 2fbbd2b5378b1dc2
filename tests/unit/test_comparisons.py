"""Comparisons over persons: what never changes the answer, and what is refused."""

import math
import pickle

import numpy as np
import pytest

from gevinst.exact_intervals import rate_ratio_interval
from gevinst.solvers import contrasts
from gevinst.solvers.bootstrap import studentised
from gevinst.solvers.comparisons import changed_before_after, controlled_change, randomised
from gevinst.solvers.estimates import DifferenceEstimate, RatioEstimate
from gevinst.solvers.sizes import TooSmallError

SEED = 3


def persons(number: int, ratio: float = 0.8) -> tuple[np.ndarray, np.ndarray]:
    """Time and events of persons with rates of their own."""
    chance = np.random.default_rng(SEED)
    time = chance.uniform(0.5, 1.0, (number, 2))
    rate = chance.gamma(2.0, 1.0, number)
    return time, chance.poisson(rate[:, None] * [1.0, ratio] * time).astype(float)


def before_after(time: np.ndarray, amount: np.ndarray, **how: object) -> RatioEstimate:
    found = changed_before_after(time, amount, generator=np.random.default_rng(1), **how)  # type: ignore[arg-type]
    assert isinstance(found, RatioEstimate)
    return found


def test_the_order_of_persons_changes_nothing() -> None:
    time, amount = persons(60)
    turned = np.random.default_rng(2).permutation(60)

    ours, theirs = before_after(time, amount), before_after(time[turned], amount[turned])

    assert theirs.p == ours.p
    assert (theirs.ratio, theirs.low, theirs.high) == pytest.approx(
        (ours.ratio, ours.low, ours.high), rel=1e-12
    )


@pytest.mark.parametrize("method", ["bootstrap", "delta", "exact"])
def test_exchanging_before_and_after_inverts_the_ratio(method: str) -> None:
    time, amount = persons(300)

    ours = before_after(time, amount, method=method)
    theirs = before_after(time[:, ::-1], amount[:, ::-1], method=method)

    assert theirs.ratio == pytest.approx(1 / ours.ratio, rel=1e-12)
    assert theirs.low == pytest.approx(1 / ours.high, rel=1e-9)
    assert theirs.high == pytest.approx(1 / ours.low, rel=1e-9)
    assert theirs.p == pytest.approx(ours.p, rel=1e-12)


@pytest.mark.parametrize("method", ["bootstrap", "delta"])
def test_time_in_another_unit_changes_no_ratio_and_scales_a_difference(method: str) -> None:
    time, amount = persons(300)

    ours, theirs = (before_after(t, amount, method=method) for t in (time, 4 * time))
    change, other = (
        changed_before_after(
            t,
            amount,
            generator=np.random.default_rng(1),
            scale="difference",
            method=method,  # type: ignore[arg-type]
        )
        for t in (time, 4 * time)
    )

    assert (theirs.ratio, theirs.low, theirs.high) == pytest.approx(
        (ours.ratio, ours.low, ours.high), rel=1e-12
    )
    assert isinstance(change, DifferenceEstimate)
    assert isinstance(other, DifferenceEstimate)
    assert 4 * other.low == pytest.approx(change.low, rel=1e-12)
    assert 4 * other.estimate == pytest.approx(change.estimate, rel=1e-12)


@pytest.mark.parametrize("ratio", [0.5, 0.7, 0.8, 0.9, 1.0, 1.3])
@pytest.mark.parametrize("method", ["bootstrap", "delta", "exact"])
def test_p_never_contradicts_the_interval(ratio: float, method: str) -> None:
    time, amount = persons(300, ratio)

    for level in (0.8, 0.9, 0.95, 0.99):
        found = before_after(time, amount, method=method, level=level)
        assert (found.p <= 1 - level + 1e-12) == (not found.low <= 1 <= found.high)
        assert found.low < found.ratio < found.high


def test_the_sandwich_is_the_one_worked_by_hand() -> None:
    """Two persons as rows: the influence is the share of amounts less the share of time."""
    time = np.array([[1.0, 1.0], [1.0, 1.0]])
    amount = np.array([[3.0, 1.0], [1.0, 1.0]])
    contrast = contrasts.before_after(time, amount)

    pulls = contrasts.influence(contrast[0], "ratio")
    squared, freedom = contrasts.variance(contrast, "ratio")

    assert contrasts.value(contrast, "ratio") == pytest.approx(math.log(0.5))
    assert pulls == pytest.approx([0.5 - 0.75, 0.5 - 0.25])
    assert squared == pytest.approx(2 * (0.25**2 + 0.25**2))
    assert freedom == 1


def test_the_bootstrap_is_the_plain_loop_in_distribution() -> None:
    """The same persons redrawn one at a time give the same interval but for chance.

    A 2.5 per cent point of 10,000 repetitions is off by 0.03 errors; 0.2 is five times that of two.
    """
    time, amount = persons(60)
    contrast = contrasts.before_after(time, amount)
    chance = np.random.default_rng(5)
    seen = contrasts.value(contrast, "ratio")
    distances = []
    for _ in range(10_000):
        drawn = chance.integers(60, size=60)
        other = contrasts.before_after(time[drawn], amount[drawn])
        error = math.sqrt(contrasts.variance(other, "ratio")[0])
        distances.append((contrasts.value(other, "ratio") - seen) / error)
    error = math.sqrt(contrasts.variance(contrast, "ratio")[0])
    low, high = seen - error * np.quantile(distances, [0.975, 0.025])

    found = studentised(contrast, "ratio", np.random.default_rng(6), 0.95, 9999)

    assert found[:2] == pytest.approx((low, high), abs=0.2 * error)


def test_the_exact_method_takes_totals_alone() -> None:
    time, amount = persons(12)
    totals = amount.sum(axis=0), time.sum(axis=0)

    found = before_after(time, amount, method="exact")
    low, high = rate_ratio_interval(
        totals[0][1:], totals[1][1:], totals[0][:1], totals[1][:1], np.array(0.95)
    )

    assert (found.low, found.high) == pytest.approx((float(low[0]), float(high[0])))
    assert math.isnan(found.standard_error)


def test_a_comparison_group_that_changes_as_much_leaves_nothing() -> None:
    time, amount = persons(80)
    arm = np.repeat([0, 1], 80)
    double = np.vstack([time, time]), np.vstack([amount, amount])
    generator = np.random.default_rng(1)

    found = controlled_change(*double, arm, generator=generator)
    plain = controlled_change(*double, arm, generator=generator, scale="difference")

    assert isinstance(found, RatioEstimate)
    assert isinstance(plain, DifferenceEstimate)
    assert found.ratio == pytest.approx(1)
    assert plain.estimate == pytest.approx(0, abs=1e-12)
    assert found.p > 0.9


def test_whole_municipalities_count_once() -> None:
    time, amount = persons(240)
    arm = np.repeat([0, 1], 120)
    within = np.arange(240) % 12 + 12 * arm
    across = np.arange(240) % 15

    apart = controlled_change(time, amount, arm, generator=np.random.default_rng(1), cluster=within)
    mixed = controlled_change(time, amount, arm, generator=np.random.default_rng(1), cluster=across)

    assert (apart.units, mixed.units) == (24, 15)
    assert apart.clustered_by == mixed.clustered_by == "cluster"
    assert apart.ratio == pytest.approx(mixed.ratio)  # type: ignore[union-attr]


def test_persons_alone_as_clusters_change_nothing() -> None:
    time, amount = persons(240)
    arm = np.repeat([0, 1], 120)

    alone, each = (
        randomised(
            time[:, 1], amount[:, 1], arm, generator=np.random.default_rng(1), cluster=cluster
        )
        for cluster in (None, np.arange(240))
    )

    assert (alone.low, alone.high) == pytest.approx((each.low, each.high), rel=1e-12)


@pytest.mark.parametrize(
    ("number", "method", "what"),
    [(49, "bootstrap", "persons"), (199, "delta", "persons")],
)
def test_too_few_persons_are_refused(number: int, method: str, what: str) -> None:
    time, amount = persons(number)

    with pytest.raises(TooSmallError) as caught:
        before_after(time, amount, method=method)

    assert (caught.value.what, caught.value.found, caught.value.needed) == (
        what,
        number,
        number + 1,
    )
    assert pickle.loads(pickle.dumps(caught.value)).needed == number + 1  # noqa: S301
    assert before_after(*persons(number + 1), method=method).method == method


def test_a_difference_between_arms_needs_more_persons_than_a_ratio() -> None:
    time, amount = persons(150)
    arm = np.repeat([0, 1], 75)

    ratio = controlled_change(time, amount, arm, generator=np.random.default_rng(1))

    assert ratio.units == 150
    with pytest.raises(TooSmallError, match="75 persons, at least 80"):
        controlled_change(time, amount, arm, generator=np.random.default_rng(1), scale="difference")


def test_too_few_persons_with_events_are_refused() -> None:
    time, amount = persons(60)
    amount[9:, 1] = 0

    with pytest.raises(TooSmallError, match="persons_with_amount"):
        before_after(time, amount)


def test_too_few_municipalities_are_refused() -> None:
    time, amount = persons(240)
    arm = np.repeat([0, 1], 120)
    cluster = np.arange(240) % 11 + 11 * arm

    with pytest.raises(TooSmallError, match="11 clusters, at least 12"):
        controlled_change(time, amount, arm, generator=np.random.default_rng(1), cluster=cluster)


def test_no_event_at_all_is_refused_even_by_the_exact_method() -> None:
    with pytest.raises(TooSmallError, match="0 events"):
        before_after(np.ones((3, 2)), np.zeros((3, 2)), method="exact")


def test_very_many_persons_get_the_sandwich_and_it_is_said() -> None:
    time, amount = persons(20_001)

    found = before_after(time, amount)

    assert found.method == "delta"
    assert found.low < 0.8 < found.high
