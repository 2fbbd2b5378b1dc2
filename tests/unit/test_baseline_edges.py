"""Rates, shares and counts where numbers are very small, very large, or below one."""

import math
from fractions import Fraction

import numpy as np
import pytest
from scipy import stats

from gevinst import baseline, exact_intervals
from gevinst.core import paired, planning, proportions, rates, regression_to_mean

ONE = np.array(1.0)


def test_amounts_below_one_have_ratios_too() -> None:
    """Hours of help, say: not only whole events."""
    half, three, nothing = np.array(0.5), np.array(3.0), np.array(0.0)

    assert rates.rate_ratio(three, ONE, half, np.array(2.0)) == 12
    assert rates.rate_ratio(half, ONE, nothing, ONE) == math.inf
    assert rates.rate_ratio(ONE, ONE, nothing, ONE) == math.inf
    assert math.isnan(float(rates.rate_ratio(nothing, ONE, nothing, ONE)))


@pytest.mark.parametrize(
    "each", [[0.25, 0.0, 0.0, 0.5], [0.1, 0.0, 0.0], [3.0, 0.0, 7.0, 1.0, 1.0], [1e-3, 2e-3]]
)
def test_dispersion_is_the_variance_over_the_mean(each: list[float]) -> None:
    amounts = np.array(each)

    found = rates.dispersion(amounts.sum(), (amounts**2).sum(), np.array(float(amounts.size)))

    assert found == pytest.approx(amounts.var(ddof=1) / amounts.mean(), rel=1e-12)


@pytest.mark.parametrize("persons", range(2, 60))
def test_persons_who_are_all_alike_have_no_negative_dispersion(persons: int) -> None:
    amounts = np.full(persons, 0.1)

    found = rates.dispersion(amounts.sum(), (amounts**2).sum(), np.array(float(persons)))

    assert 0 <= found < 1e-14


FEW_OR_MANY = [
    (1e-13, 1.0),
    (1e-9, 2.5),
    (0.3, 0.5),
    (2.0, 2.0),
    (40.0, 3.0),
    (1e11, 0.1),
    (1e13, 0.05),
]


def chances(mu: float, shape: float) -> tuple[float, float, float]:
    """Share with any events, chance of one and of two, by logarithms: gamma-Poisson, by hand."""
    none = -shape * math.log1p(mu / shape)
    one = math.exp(none) * shape * mu / (shape + mu)
    return -math.expm1(none), one, one * (shape + 1) / 2 * mu / (shape + mu)


@pytest.mark.parametrize(("mu", "shape"), FEW_OR_MANY)
def test_the_share_who_have_any_keeps_its_digits(mu: float, shape: float) -> None:
    some, one, two = chances(mu, shape)

    found = regression_to_mean.share_from(np.array(mu), np.array(shape), np.array([0.0, 1.0]))

    assert found == pytest.approx([1, some], rel=1e-12, abs=0)
    if one < some / 2:
        three = regression_to_mean.share_from(np.array(mu), np.array(shape), np.array(3.0))
        assert three == pytest.approx(some - one - two, rel=1e-9, abs=1e-15)


@pytest.mark.parametrize(("mu", "shape"), FEW_OR_MANY)
def test_the_share_at_the_cut_keeps_its_digits(mu: float, shape: float) -> None:
    some, one, _ = chances(mu, shape)

    found = regression_to_mean.share_at_cut(np.array(mu), np.array(shape), ONE)

    assert found == pytest.approx(one / some, rel=1e-11, abs=0)


@pytest.mark.parametrize(("a", "n1", "c", "n0"), [(3, 4, 1, 4), (0, 5, 4, 6), (7, 9, 2, 12)])
@pytest.mark.parametrize("odds", [0.2, 1.0, 6.0])
def test_tails_at_any_odds_are_those_of_all_tables_in_fractions(
    a: int, n1: int, c: int, n0: int, odds: float
) -> None:
    """Every table with the same margins, each weighing its ways times the odds to its count."""
    weights = {
        x: math.comb(n1, x) * math.comb(n0, a + c - x) * Fraction(odds) ** x
        for x in range(max(0, a + c - n0), min(a + c, n1) + 1)
    }
    total = sum(weights.values())
    few = float(sum(w for x, w in weights.items() if x <= a) / total)
    many = float(sum(w for x, w in weights.items() if x >= a) / total)

    found = proportions.fisher_tails(a, n1, c, n0, math.log(odds))

    assert found == pytest.approx((few, many), rel=1e-10)
    if odds == 1:
        assert proportions.fisher_tails(a, n1, c, n0) == pytest.approx((few, many), rel=1e-10)
        oracle = stats.hypergeom(n1 + n0, a + c, n1)
        assert found == pytest.approx((oracle.cdf(a), oracle.sf(a - 1)), rel=1e-10)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.93])
@pytest.mark.parametrize("of", [1, 2, 9])
def test_the_tails_of_a_share_are_those_of_the_binomial(of: int, share: float) -> None:
    """All counts, none and all of them too: their own tail is certain."""
    had = np.arange(of + 1.0)
    oracle = stats.binom(of, share)

    few, many = exact_intervals.binomial_tails(had, np.array(float(of)), np.array(share))

    assert few == pytest.approx(oracle.cdf(had), rel=1e-12)
    assert many == pytest.approx(oracle.sf(had - 1), rel=1e-12)


def test_half_an_event_has_the_interval_of_its_gamma_distributions() -> None:
    low, high = exact_intervals.poisson_interval(np.array(0.5), np.array(0.9))

    assert low == pytest.approx(stats.gamma.ppf(0.05, 0.5), rel=1e-10)
    assert high == pytest.approx(stats.gamma.ppf(0.95, 1.5), rel=1e-10)


@pytest.mark.parametrize("seed", range(12))
def test_tails_of_tied_ranks_are_those_of_every_way_to_give_signs(seed: int) -> None:
    """Ties give half ranks: sums that are next to each other both happen."""
    drawn = np.random.default_rng(seed).integers(1, 5, size=7)
    changes = drawn * np.where(np.arange(7) < seed % 7, -1.0, 1.0)
    ranks = 2 * stats.rankdata(np.abs(changes))
    ways = np.array(np.meshgrid(*[[0, 1]] * 7)).reshape(7, -1)
    sums, rises = ranks @ ways, ranks[changes > 0].sum()

    found = paired.rank_sum_tails(changes)

    assert found == pytest.approx(((sums <= rises).mean(), (sums >= rises).mean()), rel=1e-12)


def test_an_interval_of_ranks_leaves_out_what_its_p_just_leaves_out() -> None:
    """Six rises: p is 2 / 64, and so is what the level leaves out. Both are exact in floats."""
    found = baseline.paired_change([0] * 6, [1, 2, 4, 8, 16, 32], 1 - 2 / 64, "wilcoxon")

    assert found.p == 2 / 64
    assert (found.low, found.high) == (1, 32)


def test_an_exact_interval_leaves_out_what_its_p_just_leaves_out() -> None:
    """Six events against none: p is 2 / 64 and so is what the level leaves out."""
    found = baseline.rate_ratio(6, 1, 0, 1, 1 - 2 / 64)

    assert found.p == 2 / 64
    assert 1 < found.low < 1 + 1e-12


def test_standard_errors_needed_are_the_sum_of_two_normal_quantiles() -> None:
    found = planning.errors_needed(np.array(0.8), np.array(0.95))

    assert found == pytest.approx(stats.norm.ppf(0.975) + stats.norm.ppf(0.8), rel=1e-12)


@pytest.mark.parametrize("events", [1e6, 1e12, 1e18])
def test_very_many_events_show_a_very_small_effect(events: float) -> None:
    """Near 1 the logarithm of the ratio is the standard errors times the root of 2 / events."""
    errors = stats.norm.ppf(0.975) + stats.norm.ppf(0.8)

    found = planning.detectable_ratio(np.array(events), ONE, np.array(0.8), np.array(0.95))

    assert 1 - found == pytest.approx(
        errors * math.sqrt(2 / events), rel=3 / math.sqrt(events) + 1e-6
    )


def test_more_events_than_floats_can_tell_apart_still_show_a_ratio_below_one() -> None:
    found = planning.detectable_ratio(np.array(1e40), ONE, np.array(0.8), np.array(0.95))

    assert found == math.nextafter(1, 0)
