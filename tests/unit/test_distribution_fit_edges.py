"""Distributions fitted to what can hardly, or need not, be fitted."""

import pytest
from scipy import stats

from gevinst.distributions import (
    Empirical,
    NegativeBinomial,
    Pert,
    Poisson,
    Triangular,
    Uniform,
    fits,
)
from gevinst.errors import ArgumentError


def test_all_at_the_two_ends_is_too_wide_for_a_beta() -> None:
    with pytest.raises(ArgumentError) as refused:
        fits.beta(mean=0.5, sd=0.5)

    assert refused.value.kind == "distribution.too_wide"


def test_too_little_spread_says_how_much_is_needed() -> None:
    with pytest.raises(ArgumentError) as refused:
        fits.negative_binomial(mean=36, sd=11, step=4)

    assert "12" in refused.value.text("en")


def test_fits_between_other_ends_have_the_moments_asked_for() -> None:
    found = fits.beta(mean=3, sd=0.5, low=2, high=6)
    oracle = stats.beta(found.alpha, found.beta, loc=2, scale=4)  # type: ignore[attr-defined]

    assert (oracle.mean(), oracle.std()) == pytest.approx((3, 0.5), rel=1e-12)
    assert found.support == (2, 6)


def test_fits_that_need_no_fitting_are_the_families_themselves() -> None:
    assert fits.uniform(low=1, high=3) == Uniform(1, 3)
    assert fits.triangular(low=1, likely=2, high=5) == Triangular(1, 2, 5)
    assert fits.pert(low=1, likely=2, high=5) == Pert(1, 2, 5)
    assert fits.poisson(mean=3) == Poisson(3, 1)
    assert fits.negative_binomial(mean=3, sd=3) == NegativeBinomial(3, 1.5, 1)
    assert fits.empirical(values=[1, 2], weights=[3, 1]) == Empirical((1, 2), (3, 1))
