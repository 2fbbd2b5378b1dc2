"""Laws of rates, shares, changes and of what a selected group does by itself."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import integrate, stats

from gevinst import baseline

COUNTS = st.one_of(st.integers(0, 12), st.integers(0, 400), st.integers(0, 10**9))
TIMES = st.one_of(st.floats(0.05, 500), st.sampled_from([1.0, 12.0, 100.0]))
LEVELS = st.one_of(st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99]), st.floats(0.01, 0.999))
SOME = st.integers(1, 400)
PEOPLE = st.integers(1, 60)
MEANS = st.one_of(st.floats(0.01, 30), st.floats(1e-6, 1e3))
SHAPES = st.one_of(st.floats(0.05, 20), st.floats(1e-3, 1e4))
DISPERSIONS = st.floats(1, 6)


def holds(found: Any, null: float = 1) -> bool:
    """Whether the null value lies in the interval."""
    return bool(found.low <= null <= found.high)


@given(COUNTS, TIMES, COUNTS, TIMES, LEVELS)
def test_the_exact_interval_and_its_p_never_contradict_each_other(
    x1: int, t1: float, x0: int, t0: float, level: float
) -> None:
    found = baseline.rate_ratio(x1, t1, x0, t0, level)

    assert holds(found) == (found.p > 1 - level)
    assert 0 <= found.p <= 1


@given(st.integers(0, 30), st.integers(0, 30), LEVELS)
def test_nor_where_both_times_are_equal_and_the_tails_are_even_fractions(
    x1: int, x0: int, level: float
) -> None:
    found = baseline.rate_ratio(x1, 1, x0, 1, level)

    assert holds(found) == (found.p > 1 - level)


@given(SOME, TIMES, SOME, TIMES, DISPERSIONS, LEVELS)
def test_the_quasi_interval_and_its_p_never_contradict_each_other(
    x1: int, t1: float, x0: int, t0: float, dispersion: float, level: float
) -> None:
    found = baseline.rate_ratio(x1, t1, x0, t0, level, "quasi", dispersion)

    assert holds(found) == (found.p > 1 - level)


@given(PEOPLE, PEOPLE, st.floats(0, 1), st.floats(0, 1), LEVELS)
def test_two_shares_and_their_p_never_contradict_each_other(
    n1: int, n0: int, first: float, second: float, level: float
) -> None:
    found = baseline.compare_shares(round(n1 * first), n1, round(n0 * second), n0, level)

    assert holds(found) == (found.p > 1 - level)


@given(st.lists(st.integers(-2, 3), min_size=1, max_size=30), LEVELS)
def test_the_sign_test_and_its_share_never_contradict_each_other(
    changes: list[int], level: float
) -> None:
    assume(any(changes))

    found = baseline.paired_change([0] * len(changes), changes, level, "sign")

    assert holds(found, 0.5) == (found.p > 1 - level)


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=30), LEVELS)
def test_a_mean_change_and_its_p_never_contradict_each_other(
    changes: list[float], level: float
) -> None:
    found = baseline.paired_change(np.zeros(len(changes)), changes, level)

    assume(found.p is not None)
    assert found.p is not None
    assert holds(found, 0) == (found.p > 1 - level)


DIFFERENT = st.lists(st.integers(-5000, 5000).filter(bool), unique_by=abs, min_size=8, max_size=14)


@given(DIFFERENT, st.floats(0.3, 0.97))
def test_ranked_changes_and_their_p_never_contradict_each_other(
    changes: list[int], level: float
) -> None:
    found = baseline.paired_change(np.zeros(len(changes)), changes, level, "wilcoxon")

    assert found.p is not None
    assert found.low is not None
    assert holds(found, 0) == (found.p > 1 - level)


@given(COUNTS, TIMES, COUNTS, TIMES, LEVELS)
def test_before_and_after_exchanged_turn_the_ratio_round(
    x1: int, t1: float, x0: int, t0: float, level: float
) -> None:
    found = baseline.rate_ratio(x1, t1, x0, t0, level)
    turned = baseline.rate_ratio(x0, t0, x1, t1, level)

    assert turned.p == found.p
    assert turned.low * found.high == pytest.approx(1, rel=1e-9) or found.high == math.inf
    assert turned.high * found.low == pytest.approx(1, rel=1e-9) or turned.high == math.inf
    assert turned.ratio * found.ratio == pytest.approx(1, rel=1e-9) or 0 in (x1, x0)


@given(COUNTS, TIMES, st.integers(-40, 40))
def test_time_in_another_unit_changes_a_rate_by_that_unit_exactly(
    events: int, time: float, power: int
) -> None:
    scale = 2.0**power

    found = baseline.rate_interval(events, time)
    scaled = baseline.rate_interval(events, time * scale)

    assert scaled.estimate * scale == found.estimate
    assert scaled.low * scale == found.low
    assert scaled.high * scale == found.high


@given(COUNTS, TIMES, COUNTS, TIMES, st.integers(-40, 40))
def test_both_times_in_another_unit_change_no_ratio(
    x1: int, t1: float, x0: int, t0: float, power: int
) -> None:
    scale = 2.0**power

    found = baseline.rate_ratio(x1, t1, x0, t0)

    assert repr(baseline.rate_ratio(x1, t1 * scale, x0, t0 * scale)) == repr(found)


@given(COUNTS, TIMES, COUNTS, TIMES, st.tuples(LEVELS, LEVELS))
def test_a_higher_level_never_has_a_narrower_interval(
    x1: int, t1: float, x0: int, t0: float, levels: tuple[float, float]
) -> None:
    lower, higher = sorted(levels)

    narrow, wide = (baseline.rate_ratio(x1, t1, x0, t0, level) for level in (lower, higher))

    assert wide.low <= narrow.low * (1 + 1e-9)
    assert wide.high >= narrow.high * (1 - 1e-9)


@given(st.integers(0, 200), st.integers(1, 200), LEVELS)
def test_the_share_of_those_who_have_it_not_is_the_rest(had: int, of: int, level: float) -> None:
    assume(had <= of)

    found = baseline.share_interval(had, of, level)
    rest = baseline.share_interval(of - had, of, level)

    assert found.low <= found.estimate <= found.high
    assert rest.low == pytest.approx(1 - found.high, abs=1e-12)


@pytest.mark.parametrize("mean", [0.3, 1.0, 2.5, 7.0, 30.0])
@pytest.mark.parametrize("ratio", [0.5, 1.0, 2.0])
def test_the_exact_intervals_cover_at_least_the_level(mean: float, ratio: float) -> None:
    """Summed over all counts that may happen, without a simulation: no false alarm."""
    first, second = (stats.poisson(m) for m in (mean * ratio, mean))
    x1 = np.arange(first.ppf(1 - 1e-9) + 2)[:, np.newaxis]
    x0 = np.arange(second.ppf(1 - 1e-9) + 2)
    chances = first.pmf(x1) * second.pmf(x0)

    both = baseline.rate_ratio(x1, 1, x0, 1)
    one = baseline.rate_interval(x0, 1)

    inside = (np.asarray(both.low) <= ratio) & (ratio <= np.asarray(both.high))
    assert chances[inside].sum() >= 0.95 - 1e-8
    inside_one = (np.asarray(one.low) <= mean) & (mean <= np.asarray(one.high))
    assert second.pmf(x0)[inside_one].sum() >= 0.95 - 1e-8


@pytest.mark.parametrize("dispersion", [1.5, 2.0, 4.0])
@pytest.mark.parametrize(("before", "ratio"), [(7, 1.0), (14, 0.5), (14, 1.0), (50, 0.8)])
def test_the_quasi_interval_covers_between_93_and_97_per_cent(
    dispersion: float, before: float, ratio: float
) -> None:
    """Negative binomial counts, from the size that the documentation names; summed, not drawn."""
    sizes = (before * ratio * dispersion, before * dispersion)
    first, second = (stats.nbinom(m / (dispersion - 1), 1 / dispersion) for m in sizes)
    x1 = np.arange(1, first.ppf(1 - 1e-8))[:, np.newaxis]
    x0 = np.arange(1, second.ppf(1 - 1e-8))
    chances = first.pmf(x1) * second.pmf(x0)

    found = baseline.rate_ratio(x1, 1, x0, 1, method="quasi", dispersion=dispersion)

    inside = (np.asarray(found.low) <= ratio) & (ratio <= np.asarray(found.high))
    assert 0.93 <= chances[inside].sum() / chances.sum() <= 0.972


@given(MEANS, SHAPES, st.integers(0, 60))
def test_what_selected_counts_regress_to_is_the_sum_over_all_counts(
    mu: float, shape: float, cut: int
) -> None:
    """Everybody's expected next count, weighted by the chance of the first one."""
    selected = stats.nbinom(shape, shape / (shape + mu))
    assume(selected.sf(cut - 1) > 1e-8)
    counts = np.arange(cut, selected.isf(1e-18) + 50)
    assume(counts.size < 1e5)
    chances = selected.pmf(counts) / selected.pmf(counts).sum()
    before = float(chances @ counts)
    after = float(chances @ (mu * (shape + counts) / (shape + mu)))

    found = baseline.regression_to_mean_counts(mu, shape, cut)

    assert found.before == pytest.approx(before, rel=1e-7)
    assert found.after == pytest.approx(after, rel=1e-7)
    assert found.selected_share == pytest.approx(selected.sf(cut - 1), rel=1e-6)


@given(st.floats(-50, 50), st.floats(0.1, 20), st.floats(0, 1), st.floats(-3, 4), st.integers(1, 6))
def test_what_selected_scores_regress_to_is_the_integral_over_all_scores(
    mu: float, sd: float, rho: float, away: float, measurements: int
) -> None:
    spread = math.sqrt(rho * sd**2 + (1 - rho) * sd**2 / measurements)
    share = stats.norm.sf(away)
    excess = integrate.quad(lambda z: z * stats.norm.pdf(z), away, 40)[0] / share
    persistent = rho * sd**2 / spread**2

    found = baseline.regression_to_mean_normal(mu, sd, rho, mu + away * spread, measurements)

    assert found.before == pytest.approx(mu + spread * excess, rel=1e-6, abs=1e-6)
    assert found.after == pytest.approx(mu + spread * excess * persistent, rel=1e-6, abs=1e-6)
    assert found.change == pytest.approx(found.after - found.before, rel=1e-6, abs=1e-6)


@given(MEANS, SHAPES, st.integers(1, 40))
def test_a_selected_group_never_gets_worse_by_itself(mu: float, shape: float, cut: int) -> None:
    found = baseline.regression_to_mean_counts(mu, shape, cut)

    assert found.change <= 0
    assert found.after >= mu * (1 - 1e-12)
    assert found.before >= cut * (1 - 1e-12)


@given(st.integers(20, 10**6), st.floats(1.01, 50), DISPERSIONS, st.floats(0.5, 0.99))
def test_more_persons_can_show_a_smaller_effect(
    persons: int, times: float, dispersion: float, power: float
) -> None:
    few = baseline.minimum_detectable_ratio(persons, 1, dispersion, power)
    many = baseline.minimum_detectable_ratio(persons * times, 1, dispersion, power)

    assume(few.ratio is not None)
    assert few.ratio is not None
    assert many.ratio is not None
    assert 0 < few.ratio < many.ratio < 1


@pytest.mark.parametrize("dispersion", [1.0, 2.0, 3.0])
@pytest.mark.parametrize(("events", "power"), [(30, 0.8), (50, 0.8), (100, 0.9), (400, 0.8)])
def test_an_effect_of_that_size_is_found_as_often_as_was_asked_for(
    events: float, power: float, dispersion: float
) -> None:
    """Chance of an interval without 1, summed over all counts; a little more where they are few."""
    before = events * dispersion
    ratio = baseline.minimum_detectable_ratio(before, 1, dispersion, power).ratio
    assert ratio is not None
    sizes = (before * ratio, before)
    first, second = (
        stats.poisson(m) if dispersion == 1 else stats.nbinom(m / (dispersion - 1), 1 / dispersion)
        for m in sizes
    )
    x1 = np.arange(1, first.ppf(1 - 1e-8))[:, np.newaxis]
    x0 = np.arange(1, second.ppf(1 - 1e-8))
    chances = first.pmf(x1) * second.pmf(x0)

    found = baseline.rate_ratio(x1, 1, x0, 1, method="quasi", dispersion=dispersion)

    assert power - 0.02 <= chances[np.asarray(found.p) <= 0.05].sum() <= power + 0.05
