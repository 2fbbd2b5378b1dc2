"""Regression to the mean, planning and paired changes at their edges, and what they refuse."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from scipy import stats

from gevinst import baseline
from gevinst.core import paired as core_paired
from gevinst.core import planning as core_planning
from gevinst.errors import ArgumentError

NAN = math.nan


def test_at_the_cut_of_nothing_everybody_is_selected_and_nothing_changes() -> None:
    found = baseline.regression_to_mean_counts(1.7, 0.4, 0)

    assert (found.before, found.after, found.change) == (1.7, 1.7, 0)
    assert (found.selected_share, found.relative_change) == (1, 0)


def test_a_mean_of_zero_has_no_relative_change() -> None:
    found = baseline.regression_to_mean_normal([0, -1], 1, 1, [-1e6, -1e6])

    assert np.isnan(np.asarray(found.relative_change)[0])
    assert np.array_equal(np.asarray(found.change), [0, 0])


def test_huge_means_regress_as_the_gamma_distribution_behind_them() -> None:
    """Shape 1 is geometric: above a cut the mean is the cut and the mean."""
    found = baseline.regression_to_mean_counts(1e6, 1, 10)
    middle = baseline.regression_to_mean_counts(1e6, 50, 1_000_000)

    assert found.before == pytest.approx(1e6 + 10, rel=1e-9)
    assert found.change == pytest.approx(-10 / (1e6 + 1), rel=1e-6)
    density = stats.nbinom(50, 50 / (50 + 1e6))
    at_cut = density.pmf(10**6) / density.sf(10**6 - 1)
    assert middle.change == pytest.approx(-(10**6) * at_cut, rel=1e-6)


def test_a_tiny_shape_is_a_few_heavy_users() -> None:
    """One in many has all the events: who has two has many, and keeps them."""
    found = baseline.regression_to_mean_counts(1, 1e-6, 2)

    # The logarithmic series is what remains of a gamma distribution of shape 0.
    series = stats.logser(1 / (1 + 1e-6))
    before = (series.mean() - series.pmf(1)) / series.sf(1)
    assert found.before == pytest.approx(before, rel=1e-5)
    assert -1e-3 < found.relative_change < 0


def test_a_large_shape_is_all_alike_and_goes_back_to_the_mean() -> None:
    found = baseline.regression_to_mean_counts(5, 1e12, 300)

    assert found.before == pytest.approx(300.01689, rel=1e-7)
    assert found.after == pytest.approx(5, rel=1e-8)
    assert found.selected_share == 0


def test_a_cut_far_in_the_tail_keeps_its_digits() -> None:
    """Geometric again, at a chance of selection of 2 to the power of -1000 and below."""
    found = baseline.regression_to_mean_counts([1, 1], [1, 1], [1000, 100_000])

    assert np.asarray(found.before) == pytest.approx([1001, 100_001], rel=1e-12)
    assert np.asarray(found.change) == pytest.approx([-500, -50_000], rel=1e-12)


def test_normal_scores_far_in_the_tail_regress_to_their_share() -> None:
    found = baseline.regression_to_mean_normal(0, 1, 0.25, 1e4)
    low = baseline.regression_to_mean_normal(0, 1, 0.25, -1e4)

    assert found.before == pytest.approx(1e4, rel=1e-7)
    assert found.after == pytest.approx(2.5e3, rel=1e-7)
    assert (low.change, low.selected_share) == (0, 1)


def test_more_measurements_leave_less_to_regress() -> None:
    changes = baseline.regression_to_mean_normal(100, 15, 0.7, 115, [1, 2, 5, 10**9]).change

    assert (np.diff(changes) > 0).all()
    assert np.asarray(changes)[-1] == pytest.approx(0, abs=1e-6)


def test_scores_that_never_vary_within_a_person_do_not_regress() -> None:
    assert baseline.regression_to_mean_normal(100, 15, 1, 115).change == 0


@pytest.mark.parametrize("dispersion", [1, 2, 3.5])
@pytest.mark.parametrize("persons", [20, 50, 300, 5000])
def test_what_can_be_detected_needs_as_many_as_there_are(persons: int, dispersion: float) -> None:
    found = baseline.minimum_detectable_ratio(persons * dispersion, 1, dispersion)

    assert found.ratio is not None
    needed = baseline.patients_needed(found.ratio, 1, dispersion)
    assert needed.estimate == pytest.approx(persons * dispersion, abs=1)
    assert found.reduction == 1 - found.ratio


def test_too_few_events_can_show_nothing() -> None:
    found = baseline.minimum_detectable_ratio(10, 1)
    enough = baseline.minimum_detectable_ratio(17, 1)

    assert (found.ratio, found.reduction, found.refused) == (None, None, "refused.too_few_events")
    assert "minst 17" in str(found.refusal())
    assert enough.refusal() is None


def test_months_are_persons_turned_round() -> None:
    assert baseline.months_needed(355, 0.8, 1).estimate == 12
    assert baseline.months_needed(100, 0.5, 2, dispersion=2).estimate == math.ceil(
        12 * baseline.patients_needed(0.5, 2, dispersion=2).events / 200
    )


def test_an_increase_can_be_planned_for_too() -> None:
    """The same events, told from the other side."""
    more, fewer = (baseline.patients_needed(ratio, 1).events for ratio in (1.25, 0.8))

    assert more * 1.25 == pytest.approx(fewer, abs=1.25)


def test_the_fewest_events_are_at_the_lowest_point() -> None:
    at = core_planning.fewest_events_ratio()
    one, power, level = np.array(1.0), np.array(0.8), np.array(0.95)

    needed = [
        float(core_planning.events_needed(np.array(at * by), one, power, level))
        for by in (0.99, 1, 1.01)
    ]

    assert min(needed) == needed[1]


def test_the_whole_can_be_moved_by_those_who_have_most_of_it() -> None:
    found = baseline.required_reduction(0.1, 0.4)

    assert (found.estimate, found.possible) == (0.25, True)
    assert baseline.required_reduction(0.1, 0.1).possible


def test_the_paired_t_is_that_of_scipy() -> None:
    before, after = [4, 6, 5, 7, 9.5], [3, 4, 5, 4, 7]
    oracle = stats.ttest_rel(after, before)

    found = baseline.paired_change(before, after, level=0.9)

    ends = oracle.confidence_interval(0.9)
    assert (found.low, found.high) == pytest.approx((ends.low, ends.high), rel=1e-9)
    assert found.p == pytest.approx(oracle.pvalue, rel=1e-9)
    assert (found.rose, found.fell, found.unchanged, found.persons) == (0, 4, 1, 5)


@pytest.mark.parametrize(
    ("before", "after", "method", "refused"),
    [
        ([3], [4], "t", "refused.one_pair"),
        ([1, 2, 3], [2, 3, 4], "t", "refused.all_alike"),
        ([0.1, 0.7], [0.3, 0.9], "t", "refused.all_alike"),
        ([0, 0], [0, 0], "t", "refused.all_alike"),
        ([1, 2, 3], [1, 2, 3], "sign", "refused.nobody_changed"),
        ([1, 2, 3], [1, 2, 3], "wilcoxon", "refused.nobody_changed"),
        ([1, 1, 1, 1], [2, 2, 3, 0], "wilcoxon", "refused.tied"),
        ([1, 1, 1, 1], [1, 2, 4, 6], "wilcoxon", "refused.tied"),
        ([0, 0, 0, 0, 0], [1, 2, 3, 4, 5], "wilcoxon", "refused.too_few_pairs"),
    ],
)
def test_an_interval_that_cannot_be_known_is_refused(
    before: list[float], after: list[float], method: Any, refused: str
) -> None:
    found = baseline.paired_change(before, after, method=method)

    assert (found.low, found.high, found.refused) == (None, None, refused)
    assert "Intervall oppgis ikke" in str(found.refusal())


@pytest.mark.parametrize("seed", range(5))
def test_the_rank_test_is_that_of_scipy(seed: int) -> None:
    changes = np.random.default_rng(seed).normal(0.6, 1, size=11)
    oracle = stats.wilcoxon(changes, method="exact")

    found = baseline.paired_change(np.zeros(11), changes, method="wilcoxon")

    assert found.p == pytest.approx(oracle.pvalue, rel=1e-9)
    assert found.low is not None
    assert found.high is not None
    assert (found.low <= 0 <= found.high) == (oracle.pvalue > 0.05)


def test_the_ranked_interval_is_where_the_test_would_not_reject() -> None:
    """Moved by a little more than an end, the same changes are found; by less, they are not."""
    changes = np.array([0.5, 1.2, -0.3, 2.2, 0.9, 1.7, 3.1, -0.8, 1.45])
    found = baseline.paired_change(np.zeros(9), changes, method="wilcoxon")
    assert found.low is not None
    assert found.high is not None

    outside, inside = (
        [stats.wilcoxon(changes - by, method="exact").pvalue for by in ends]
        for ends in (
            (found.low - 1e-6, found.high + 1e-6),
            (found.low + 1e-6, found.high - 1e-6),
        )
    )

    assert max(outside) <= 0.05 < min(inside)


def test_the_smallest_changes_are_changes_until_floats_end() -> None:
    small = baseline.paired_change([0, 0, 0], [1e-90, 2e-90, 4e-90])
    none = baseline.paired_change([0, 0, 0], [1e-300, 2e-300, 4e-300])

    assert (small.rose, small.unchanged) == (3, 0)
    assert small.p == pytest.approx(baseline.paired_change([0, 0, 0], [1, 2, 4]).p, rel=1e-9)
    assert (none.unchanged, none.refused) == (3, "refused.all_alike")


def test_ranks_with_ties_have_the_chances_of_all_signs() -> None:
    """Sixty-four ways to give six changes a sign."""
    changes = np.array([1.0, 1.0, -2.0, 3.0, 3.0, 3.0])
    ranks = core_paired.signed_ranks(changes)
    signs = np.array(np.meshgrid(*[[0, 1]] * 6)).reshape(6, -1)
    sums = ranks @ signs
    rises = ranks[changes > 0].sum()

    tails = core_paired.rank_sum_tails(changes)

    assert list(ranks) == [3, 3, 6, 10, 10, 10]
    assert tails == pytest.approx(((sums <= rises).mean(), (sums >= rises).mean()), rel=1e-12)


def test_nobody_changed_has_no_share_of_those_who_rose() -> None:
    found = baseline.paired_change([1, 2], [1, 2], method="sign")

    assert math.isnan(found.estimate)
    assert (found.unchanged, found.p) == (2, None)


def test_a_mean_of_zero_before_has_no_relative_change() -> None:
    assert baseline.paired_change(0, 3).relative_change is None
    assert baseline.paired_change([0, 0, 0], [1, 2, 4]).relative_change is None


@pytest.mark.parametrize(("before", "after", "ratio"), [(2, 4, 4.0), (0, 4, None), (-2, 4, None)])
def test_the_scale_of_ratios_needs_means_above_zero(
    before: float, after: float, ratio: float | None
) -> None:
    found = baseline.difference_in_differences(before, after, 2, 1)

    assert found.ratio_of_ratios == ratio
    assert found.estimate == after - before + 1


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (lambda: baseline.regression_to_mean_counts(0, 1, 1), "mu is 0; it must be > 0."),
        (lambda: baseline.regression_to_mean_counts(1, 0, 1), "shape is 0; it must be > 0."),
        (lambda: baseline.regression_to_mean_counts(1, 1, -1), "cut is -1; it must be >= 0."),
        (
            lambda: baseline.regression_to_mean_counts(1, 1, 1.5),
            "cut is 1.5; it must be a whole number.",
        ),
        (
            lambda: baseline.regression_to_mean_counts(1, math.inf, 1),
            "shape is inf. All numbers must be finite.",
        ),
        (
            lambda: baseline.regression_to_mean_counts([1, 1e13], 1, 1),
            "mu[1] is 1e+13; it must be <= 1e+12.",
        ),
        (lambda: baseline.regression_to_mean_normal(1, 0, 0.5, 1), "sd is 0; it must be > 0."),
        (lambda: baseline.regression_to_mean_normal(1, 1, 1.5, 1), "rho is 1.5; it must be <= 1."),
        (lambda: baseline.regression_to_mean_normal(1, 1, -1, 1), "rho is -1; it must be >= 0."),
        (
            lambda: baseline.regression_to_mean_normal(1, 1, 0, 1, 0),
            "measurements is 0; it must be >= 1.",
        ),
        (
            lambda: baseline.regression_to_mean_normal(1, 1, 0, 1, 1.5),
            "measurements is 1.5; it must be a whole number.",
        ),
        (lambda: baseline.minimum_detectable_ratio(0, 1), "persons is 0; it must be > 0."),
        (lambda: baseline.minimum_detectable_ratio(5, 0), "rate is 0; it must be >= 1e-09."),
        (
            lambda: baseline.minimum_detectable_ratio(5, 1, power=0.2),
            "power is 0.2; it must be >= 0.5.",
        ),
        (
            lambda: baseline.minimum_detectable_ratio([5, 6], 1),  # type: ignore[arg-type]
            "persons has shape (2,); it must have shape ().",
        ),
        (
            lambda: baseline.minimum_detectable_ratio(persons=True, rate=1),
            "persons must be numbers; found bool.",
        ),
        (lambda: baseline.patients_needed(1, 1), "ratio is 1; it must be != 1."),
        (lambda: baseline.patients_needed(0, 1), "ratio is 0; it must be >= 1e-06."),
        (lambda: baseline.months_needed(5, 0.5, 1, -2), "dispersion is -2; it must be > 0."),
        (lambda: baseline.required_reduction(0, 0.5), "target is 0; it must be > 0."),
        (lambda: baseline.required_reduction(0.5, 1.5), "share is 1.5; it must be <= 1."),
        (
            lambda: baseline.paired_change([1, 2], [1, 2, 3]),
            "after has shape (3,); it must have shape (2,).",
        ),
        (lambda: baseline.paired_change([], []), "before has shape (0,); it must have shape (n,)."),
        (
            lambda: baseline.paired_change([1, NAN], [1, 2]),
            "before[1] is nan. All numbers must be finite.",
        ),
        (
            lambda: baseline.paired_change(1, [1, 2]),
            "after has shape (2,); it must have shape ().",
        ),
        (
            lambda: baseline.paired_change(np.zeros(501), np.ones(501), method="wilcoxon"),
            "persons is 501; it must be <= 500.",
        ),
        (
            lambda: baseline.difference_in_differences(1, 2, 3, NAN),
            "control_after is nan. All numbers must be finite.",
        ),
    ],
)
def test_what_has_no_answer_is_refused(call: Callable[[], Any], text: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        call()

    assert str(caught.value) == text
