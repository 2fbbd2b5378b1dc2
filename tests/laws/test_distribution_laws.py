"""Laws of every distribution: quantiles rise and invert, each alone; fits keep what was stated."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gevinst.distributions import (
    Beta,
    Clipped,
    Distribution,
    Empirical,
    Gamma,
    LogitNormal,
    Lognormal,
    NegativeBinomial,
    Normal,
    Pert,
    Poisson,
    Scaled,
    Shifted,
    Triangular,
    Truncated,
    TwoPiece,
    Uniform,
    fits,
)

SIZES = st.floats(0.01, 100)
PLACES = st.floats(-100, 100)
WIDTHS = st.floats(0.05, 3)
SHAPES = st.floats(0.2, 50)
COUNTS = st.floats(0.05, 300)


def _rising(count: int) -> st.SearchStrategy[tuple[float, ...]]:
    """Numbers above zero that rise by a tenth at least."""
    steps = st.lists(st.floats(0.1, 10), min_size=count, max_size=count)
    return steps.map(lambda parts: tuple(float(x) for x in np.cumsum(parts)))


CONTINUOUS: st.SearchStrategy[Distribution] = st.one_of(
    st.builds(Normal, PLACES, WIDTHS),
    st.builds(Lognormal, st.floats(-3, 3), st.floats(0.02, 1.5)),
    st.builds(Gamma, SHAPES, SIZES),
    st.builds(Beta, SHAPES, SHAPES),
    st.builds(LogitNormal, st.floats(-3, 3), WIDTHS),
    _rising(2).map(lambda x: Uniform(*x)),
    _rising(3).map(lambda x: Triangular(*x)),
    _rising(3).map(lambda x: Pert(*x)),
    st.tuples(_rising(3), st.sampled_from(["plain", "log"])).map(
        lambda x: TwoPiece(*x[0], 0.8, x[1])
    ),
    _rising(3).map(lambda x: TwoPiece(x[0] / 31, x[1] / 31, x[2] / 31, 0.9, "logit")),
)
COUNTED: st.SearchStrategy[Distribution] = st.one_of(
    st.builds(Poisson, COUNTS, SIZES),
    st.builds(NegativeBinomial, COUNTS, SHAPES, SIZES),
    st.lists(PLACES, min_size=1, max_size=9).map(lambda x: Empirical(tuple(x))),
)


def _derived(inner: Distribution) -> st.SearchStrategy[Distribution]:
    low, high = (float(inner.quantile(u)) for u in (0.05, 0.8))
    return st.one_of(
        st.builds(Shifted, st.just(inner), PLACES),
        st.builds(Scaled, st.just(inner), SIZES),
        st.just(Truncated(inner, low, high)),
        st.just(Truncated(inner, low, math.inf)),
        st.just(Truncated(inner, -math.inf, high)),
        st.just(Clipped(inner, low, high)),
    )


ANY = st.one_of(CONTINUOUS, COUNTED)
ANY = st.one_of(ANY, ANY.flatmap(_derived))
SHARES = st.lists(st.floats(1e-6, 1 - 1e-6), min_size=2, max_size=20, unique=True)


@given(ANY, SHARES)
def test_quantiles_rise_and_stay_within_the_support(d: Distribution, shares: list[float]) -> None:
    found = d.quantile(np.sort(shares))

    low, high = d.support
    assert (np.diff(found) >= -1e-12 * np.abs(found[1:])).all()
    assert (found >= low - 1e-12 * abs(low)).all()
    assert (found <= high + 1e-12 * abs(high)).all()


@given(ANY, SHARES)
def test_each_quantile_depends_on_its_own_share_only(d: Distribution, shares: list[float]) -> None:
    """Whatever the chunk, bit for bit: that is what makes draws equal on any machine's cores."""
    together = d.quantile(np.array(shares))

    assert together.tolist() == [float(d.quantile(np.array([u]))[0]) for u in shares]
    turned = d.quantile(np.array([shares, shares[::-1]]))
    assert turned[1, ::-1].tolist() == together.tolist()


@given(CONTINUOUS, SHARES)
def test_the_quantile_inverts_the_cdf(d: Distribution, shares: list[float]) -> None:
    assert d.cdf(d.quantile(shares)) == pytest.approx(np.array(shares), rel=1e-7, abs=1e-10)


@given(ANY, SHARES)
def test_the_quantile_is_the_smallest_number_that_reaches_a_share(
    d: Distribution, shares: list[float]
) -> None:
    found = d.quantile(shares)

    assert (d.cdf(found) >= np.array(shares) - 1e-9).all()
    assert all(d.below(float(x)) <= u + 1e-9 for x, u in zip(found, shares, strict=True))


@given(ANY, st.floats(0.01, 0.49), st.floats(0.51, 0.99))
def test_mass_within_and_outside_adds_up_to_one(d: Distribution, u: float, v: float) -> None:
    low, high = (float(x) for x in d.quantile([u, v]))

    within = float(d.cdf(high)) - d.below(low)

    assert d.mass_outside(low, high) + within == pytest.approx(1, abs=1e-12)
    assert d.mass_outside(-math.inf, math.inf) == 0
    assert d.mass_outside(*d.support) == pytest.approx(0, abs=1e-12)


@given(CONTINUOUS, st.floats(0.0, 0.6), st.floats(0.1, 0.4))
def test_truncating_raises_every_part_alike(d: Distribution, u: float, kept: float) -> None:
    low, high = (float(x) for x in d.quantile([max(u, 1e-9), u + kept]))
    assume(low < high)
    cut = Truncated(d, low, high)
    places = np.linspace(low, high, 9)

    shares = (d.cdf(places) - d.cdf(low)) / (d.cdf(high) - d.cdf(low))

    assert cut.cdf(places) == pytest.approx(shares, abs=1e-9)
    assert cut.mass_outside(low, high) == 0
    drawn = cut.quantile((np.arange(4000) + 0.5) / 4000)
    assert cut.mean == pytest.approx(drawn.mean(), abs=1e-3 * (high - low))
    assert cut.sd == pytest.approx(drawn.std(), abs=2e-3 * (high - low))


@given(CONTINUOUS)
def test_the_mean_is_that_of_the_quantiles(d: Distribution) -> None:
    """Stated in closed form, or integrated: the same as adding up many draws."""
    u = np.concatenate([10.0 ** -np.arange(12, 4, -1), np.arange(1, 40_000) / 40_000])
    u = np.sort(np.concatenate([u, 1 - u]))
    middle = (u[1:] + u[:-1]) / 2

    mean = float((d.quantile(middle) * np.diff(u)).sum())

    assert d.mean == pytest.approx(mean, abs=2e-3 * d.sd)


MOMENTS = {
    "normal": (PLACES, st.floats(0.01, 50)),
    "lognormal": (SIZES, st.floats(0.01, 300)),
    "gamma": (SIZES, st.floats(0.01, 100)),
}


@pytest.mark.parametrize("fit", MOMENTS)
@given(data=st.data())
def test_a_fit_returns_its_moments(fit: str, data: Any) -> None:
    mean, sd = (data.draw(part) for part in MOMENTS[fit])

    found = getattr(fits, fit)(mean=mean, sd=sd)

    assert (found.mean, found.sd) == pytest.approx((mean, sd), rel=1e-9)


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_a_fitted_share_returns_its_moments(mean: float, part: float) -> None:
    sd = part * math.sqrt(mean * (1 - mean))

    found = fits.beta(mean=mean, sd=sd)

    assert (found.mean, found.sd) == pytest.approx((mean, sd), rel=1e-9)


@given(COUNTS, st.floats(1.01, 9), SIZES)
def test_fitted_counts_return_their_moments(events: float, wider: float, step: float) -> None:
    mean, sd = events * step, math.sqrt(events) * step * wider

    found = fits.negative_binomial(mean=mean, sd=sd, step=step)
    plain = fits.poisson(mean=mean, step=step)

    assert (found.mean, found.sd) == pytest.approx((mean, sd), rel=1e-9)
    assert (plain.mean, plain.sd) == pytest.approx((mean, math.sqrt(events) * step), rel=1e-12)


@given(SIZES, st.floats(0.01, 2), st.floats(0.5, 0.99), st.sampled_from(["log", "ratio"]))
def test_a_symmetric_interval_comes_back_exactly(
    estimate: float, half: float, level: float, scale: Any
) -> None:
    low, high = estimate * math.exp(-half), estimate * math.exp(half)
    ends = [(1 - level) / 2, 0.5, (1 + level) / 2]

    found = fits.from_interval(estimate, low, high, level, scale).quantile(ends)

    less = 1.0 if scale == "ratio" else 0.0
    assert found + less == pytest.approx([low, estimate, high], rel=1e-12)
