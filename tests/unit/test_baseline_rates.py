"""Rates and shares at their edges: nothing, everything, huge, and what is refused."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from measured import config
from scipy import stats
from statsmodels.stats import proportion, rates

from gevinst import baseline, exact_intervals
from gevinst.baseline.change import Change, ThreeNumbers
from gevinst.baseline.sentences import verdict
from gevinst.core import proportions as core_proportions
from gevinst.core import rates as core_rates
from gevinst.errors import ArgumentError

NAN, INF = math.nan, math.inf


@pytest.mark.parametrize("events", [1, 2, 7, 40, 1000, 10**6])
def test_the_interval_of_a_rate_is_that_of_chi_squared_quantiles(events: int) -> None:
    low, high = stats.chi2.ppf(0.05, 2 * events) / 2, stats.chi2.ppf(0.95, 2 * events + 2) / 2

    found = baseline.rate_interval(events, 4.0, level=0.9)

    assert found.low == pytest.approx(low / 4, rel=1e-9)
    assert found.high == pytest.approx(high / 4, rel=1e-9)
    assert (found.level, found.method) == (0.9, "exact Poisson (Garwood)")


def test_no_events_are_no_rate_but_an_upper_end() -> None:
    """The upper end is where nothing happens with the chance 0.025."""
    found = baseline.rate_interval(0, 10)

    assert (found.estimate, found.low) == (0, 0)
    assert found.high == pytest.approx(-math.log(0.025) / 10, rel=1e-12)


def test_a_thousand_million_events_have_the_interval_of_a_normal_count() -> None:
    found = baseline.rate_interval(1e9, 1e9)

    width = 1.959963984540054 / math.sqrt(1e9)
    assert found.low == pytest.approx(1 - width, abs=1e-8)
    assert found.high == pytest.approx(1 + width, abs=1e-8)


def test_rates_of_arrays_are_those_of_their_elements() -> None:
    events, times = np.array([0, 3, 50]), np.array([1.0, 2.0, 9.5])

    together = baseline.rate_interval(events, times)

    for place in range(3):
        alone = baseline.rate_interval(events[place], times[place])
        assert isinstance(alone.low, float)
        assert np.asarray(together.low)[place] == alone.low
        assert np.asarray(together.high)[place] == alone.high


@pytest.mark.parametrize(("had", "of"), [(1, 1), (0, 1), (5, 6), (0, 6), (6, 6), (33, 200)])
def test_the_interval_of_a_share_is_that_of_scipy(had: int, of: int) -> None:
    oracle = stats.binomtest(had, of).proportion_ci(0.95, method="exact")

    found = baseline.share_interval(had, of)

    assert found.low == pytest.approx(oracle.low, rel=1e-10)
    assert found.high == pytest.approx(oracle.high, rel=1e-10)


@pytest.mark.parametrize(
    ("x1", "t1", "x0", "t0"),
    [(11, 800, 21, 3011), (2, 17877, 9, 16660), (1, 3.5, 1, 2.5), (120, 50, 90, 49.5)],
)
def test_the_interval_of_a_ratio_is_that_of_the_binomial_behind_it(
    x1: int, t1: float, x0: int, t0: float
) -> None:
    oracle = stats.binomtest(x1, x1 + x0).proportion_ci(0.95, method="exact")
    null = t1 / (t1 + t0)
    tails = stats.binom.cdf(x1, x1 + x0, null), stats.binom.sf(x1 - 1, x1 + x0, null)

    found = baseline.rate_ratio(x1, t1, x0, t0)

    assert found.low == pytest.approx(oracle.low / (1 - oracle.low) * t0 / t1, rel=1e-9)
    assert found.high == pytest.approx(oracle.high / (1 - oracle.high) * t0 / t1, rel=1e-9)
    assert found.p == pytest.approx(min(1, 2 * min(tails)), rel=1e-9)


def test_the_ratio_without_events_on_one_side_has_one_end_only() -> None:
    none_after = baseline.rate_ratio(0, 10, 5, 10)
    none_before = baseline.rate_ratio(5, 10, 0, 10)
    nothing = baseline.rate_ratio(0, 10, 0, 10)

    assert (none_after.ratio, none_after.low) == (0, 0)
    assert none_after.high == pytest.approx(1.0912791, rel=1e-6)
    assert none_after.p == none_before.p == pytest.approx(2 / 32, rel=1e-12)
    assert (none_before.ratio, none_before.high) == (INF, INF)
    assert none_before.low == pytest.approx(1 / none_after.high, rel=1e-12)
    assert math.isnan(nothing.ratio)
    assert (nothing.low, nothing.high, nothing.p) == (0, INF, 1)


def test_the_ratio_of_huge_counts_is_that_of_a_normal_logarithm() -> None:
    exact = baseline.rate_ratio(10**9, 1.0, 1.01e9, 1.0)
    normal = baseline.rate_ratio(10**9, 1.0, 1.01e9, 1.0, method="quasi", dispersion=1)

    assert exact.low == pytest.approx(normal.low, rel=1e-8)
    assert exact.high == pytest.approx(normal.high, rel=1e-8)
    assert exact.p < 1e-30


def test_the_quasi_interval_is_the_one_of_statsmodels_widened_by_the_dispersion() -> None:
    oracle = rates.confint_poisson_2indep(40, 50, 60, 55, method="wald-log", compare="ratio")

    plain = baseline.rate_ratio(40, 50, 60, 55, method="quasi", dispersion=1)
    wide = baseline.rate_ratio(40, 50, 60, 55, method="quasi", dispersion=4)

    assert (plain.low, plain.high) == pytest.approx(oracle, rel=1e-9)
    assert math.log(wide.high / wide.low) == pytest.approx(
        2 * math.log(plain.high / plain.low), rel=1e-12
    )
    assert (wide.dispersion, plain.dispersion) == (4, 1)


def test_a_dispersion_below_one_counts_as_one() -> None:
    plain = baseline.rate_ratio(40, 50, 60, 55, method="quasi", dispersion=1)

    assert baseline.rate_ratio(40, 50, 60, 55, method="quasi", dispersion=0.2) == plain


def test_amounts_need_not_be_whole_with_quasi() -> None:
    assert baseline.rate_ratio(1.5, 1, 3, 1, method="quasi", dispersion=2).ratio == 0.5


def test_the_risk_ratio_is_that_of_the_log_interval_and_chi_squared() -> None:
    low, high = proportion.confint_proportions_2indep(12, 25, 16, 28, compare="ratio", method="log")
    table = [[12, 13], [16, 12]]

    found = baseline.risk_ratio(12, 25, 16, 28)

    assert (found.low, found.high) == pytest.approx((low, high), rel=1e-9)
    assert found.p == pytest.approx(stats.chi2_contingency(table, correction=False)[1], rel=1e-9)
    assert found.p_yates == pytest.approx(stats.chi2_contingency(table)[1], rel=1e-9)
    assert found.agree is True


def test_a_risk_ratio_on_the_edge_says_that_p_and_interval_disagree() -> None:
    """Chi-squared is just below five per cent, and the interval goes past 1."""
    found = baseline.risk_ratio(4, 20, 10, 20)
    several = baseline.risk_ratio([4, 12], [20, 25], [10, 16], [20, 28])

    assert found.p < 0.05
    assert found.low < 1 < found.high
    assert found.p_log > 0.05
    assert found.agree is False
    assert np.array_equal(several.agree, [False, True])


def test_the_published_p_of_telbil_is_no_walds_test_on_the_scale_of_its_interval() -> None:
    """Published: 0.506. From the logarithm it is 0.510: so p stays chi-squared, `p_log` beside."""
    found = baseline.risk_ratio(12, 25, 16, 28)

    assert (round(float(found.p), 3), round(float(found.p_log), 3)) == (0.506, 0.510)


@pytest.mark.parametrize("p", [1e-9, 0.04, 0.06, 1.0])
@pytest.mark.parametrize(
    ("low", "high", "words"), [(0.5, 1.2, "ingen effekt er vist"), (0.5, 0.9, "anslått effekt")]
)
def test_a_verdict_follows_the_interval_whatever_p_is(
    p: float, low: float, high: float, words: str
) -> None:
    """The trap: a p that contradicts its own interval never decides what is said."""
    change = Change(estimate=0.7, low=low, high=high, p=p, method="log")
    found = ThreeNumbers(
        indicator="innleggelser",
        scale="ratio",
        observed=change,
        expected=change,
        difference=change,
    )

    said = verdict(config(), found, "comparison_group", "nb")

    assert words in said.lower()


def test_yates_never_corrects_past_no_difference() -> None:
    assert baseline.risk_ratio(5, 10, 5, 10).p_yates == 1


@pytest.mark.parametrize(
    ("a", "n1", "c", "n0"), [(9, 10, 5, 11), (3, 4, 1, 4), (1, 30, 6, 25), (80, 200, 60, 210)]
)
def test_two_shares_have_the_exact_interval_of_scipy(a: int, n1: int, c: int, n0: int) -> None:
    table = [[a, n1 - a], [c, n0 - c]]
    oracle = stats.contingency.odds_ratio(table).confidence_interval(0.95)
    few, many = (stats.fisher_exact(table, side)[1] for side in ("less", "greater"))

    found = baseline.compare_shares(a, n1, c, n0)

    assert found.low == pytest.approx(oracle.low, rel=1e-6)
    assert found.high == pytest.approx(oracle.high, rel=1e-6)
    assert found.p == pytest.approx(min(1, 2 * min(few, many)), rel=1e-9)
    assert found.first == baseline.share_interval(a, n1)
    assert found.difference == pytest.approx(a / n1 - c / n0, rel=1e-12)


def test_two_shares_of_none_and_all_have_ends_where_the_data_set_them() -> None:
    all_and_none = baseline.compare_shares(4, 4, 0, 4)
    none = baseline.compare_shares(0, 4, 0, 3)
    all_ = baseline.compare_shares(4, 4, 3, 3)

    assert (all_and_none.ratio, all_and_none.high) == (INF, INF)
    assert all_and_none.p == pytest.approx(2 / 70, rel=1e-12)
    assert all_and_none.low > 1
    for nothing in (none, all_):
        assert math.isnan(nothing.ratio)
        assert (nothing.low, nothing.high, nothing.p) == (0, INF, 1)


def test_dispersion_from_sums_is_that_of_the_persons() -> None:
    each = np.array([0, 0, 1, 1, 2, 9.0])

    found = core_rates.dispersion(each.sum(), (each**2).sum(), np.array(6.0))

    assert found == pytest.approx(each.var(ddof=1) / each.mean(), rel=1e-12)
    assert np.isnan(core_rates.dispersion(np.array(0.0), np.array(0.0), np.array(6.0)))


def test_an_end_that_rounding_put_on_the_wrong_side_is_moved() -> None:
    """By as little as a float allows, and only if it contradicts p."""
    one = np.array(1.0)
    sides = {
        "held": (np.array([0.6]), np.array([0.5]), 1 + 1e-15, 1 - 1e-15),
        "above": (np.array([0.9]), np.array([0.01]), 1.0, 2.0),
        "below": (np.array([0.01]), np.array([0.9]), 0.5, 1.0),
    }

    ends = {
        side: exact_intervals.agreeing(one * low, one * high, few, many, np.array(0.95))
        for side, (few, many, low, high) in sides.items()
    }

    assert ends["held"] == (1, 1)
    assert ends["above"] == (np.nextafter(1, 2), 2)
    assert ends["below"] == (0.5, np.nextafter(1, 0))


def test_odds_are_the_same_whichever_end_they_are_counted_from() -> None:
    low, high = core_proportions.odds_ratio_interval(9, 10, 5, 11, 0.95)
    turned = core_proportions.odds_ratio_interval(5, 11, 9, 10, 0.95)

    assert turned == pytest.approx((1 / high, 1 / low), rel=1e-12)


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (lambda: baseline.rate_interval(-1, 1), "events is -1; it must be >= 0."),
        (lambda: baseline.rate_interval(1.5, 1), "events is 1.5; it must be a whole number."),
        (lambda: baseline.rate_interval(NAN, 1), "events is nan. All numbers must be finite."),
        (
            lambda: baseline.rate_interval(events=True, time=1),
            "events must be numbers; found bool.",
        ),
        (lambda: baseline.rate_interval("3", 1), "events must be numbers; found str."),
        (lambda: baseline.rate_interval(1e16, 1), "events is 1e+16; it must be <= 1e+15."),
        (lambda: baseline.rate_interval(1, 0), "time is 0; it must be > 0."),
        (lambda: baseline.rate_interval(1, INF), "time is inf. All numbers must be finite."),
        (lambda: baseline.rate_interval(1, 1e-200), "time is 1e-200; it must be >= 1e-100."),
        (lambda: baseline.rate_interval(1, 1, 0), "level is 0; it must be > 0."),
        (lambda: baseline.rate_interval(1, 1, 1), "level is 1; it must be < 1."),
        (lambda: baseline.rate_interval(1, 1, 95), "level is 95; it must be < 1."),
        (lambda: baseline.rate_interval(1, 1, NAN), "level is nan. All numbers must be finite."),
        (
            lambda: baseline.rate_interval(1, 1, [0.9, 0.95]),  # type: ignore[arg-type]
            "level has shape (2,); it must have shape ().",
        ),
        (
            lambda: baseline.rate_interval([1, 2], [1, 2, 3]),
            "events, time has shape (2,), (3,); it must have shape () / (n,).",
        ),
        (lambda: baseline.rate_ratio(1, 1, 1, -2), "t0 is -2; it must be > 0."),
        (
            lambda: baseline.rate_ratio(1, 1, 1, 1, method="exactly"),  # type: ignore[arg-type]
            'method is "exactly". Did you mean "exact"? Possible: exact, quasi.',
        ),
        (
            lambda: baseline.rate_ratio(1, 1, 1, 1, method="quasi", dispersion=0),
            "dispersion is 0; it must be > 0.",
        ),
        (lambda: baseline.share_interval(7, 6), "events is 7; it must be <= 6 (n)."),
        (lambda: baseline.share_interval([1, 9], [6, 6]), "events is 9; it must be <= 6 (n)."),
        (lambda: baseline.share_interval(0, 0), "n is 0; it must be >= 1."),
        (
            lambda: baseline.compare_shares(1, 2e6, 1, 2),
            "n1 is 2000000; it must be <= 1e+06.",
        ),
    ],
)
def test_what_has_no_answer_is_refused(call: Callable[[], Any], text: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        call()

    assert str(caught.value) == text


@pytest.mark.parametrize(
    ("call", "kind", "word"),
    [
        (lambda: baseline.rate_ratio(1, 1, 1, 1, method="quasi"), "needs_dispersion", "Oppgi"),
        (lambda: baseline.rate_ratio(1, 1, 1, 1, dispersion=2), "no_dispersion", "utelat"),
        (
            lambda: baseline.rate_ratio(1, 1, 0, 1, method="quasi", dispersion=2),
            "no_events",
            "x0 er 0",
        ),
        (
            lambda: baseline.rate_ratio([1, 0], 1, 2, 1, method="quasi", dispersion=2),
            "no_events",
            "x1[1] er 0",
        ),
        (lambda: baseline.risk_ratio(0, 5, 3, 5), "no_contrast", "a er 0"),
        (lambda: baseline.risk_ratio(3, 5, [1, 0], 5), "no_contrast", "c[1] er 0"),
        (lambda: baseline.risk_ratio(5, 5, 4, 4), "no_contrast", "a er 5"),
    ],
)
def test_a_refusal_says_what_to_do(call: Callable[[], Any], kind: str, word: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        call()

    assert caught.value.kind == f"argument.{kind}"
    assert word in caught.value.text("nb")
