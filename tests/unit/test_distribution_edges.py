"""Distributions where they end, where they jump, and made of others: the oracle is SciPy."""

import itertools
import math
from typing import Any

import numpy as np
import pytest
from scipy import integrate, stats

from gevinst.distributions import (
    Beta,
    Constant,
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
from gevinst.distributions.derived import Clipped
from gevinst.distributions.family import moments
from gevinst.errors import ArgumentError

INF = math.inf
LAST = math.nextafter(1, 0)
Z = stats.norm.ppf(0.9)

EVERY: list[Distribution] = [
    Constant(2.0),
    Normal(5, 2),
    Lognormal(-0.2, 0.3),
    Gamma(0.7, 3),
    Beta(2, 1.5, -1, 3),
    LogitNormal(-0.5, 1.2),
    Uniform(-1, 3),
    Triangular(1, 2, 5),
    Pert(2, 4, 12),
    Poisson(3.0, 2.0),
    NegativeBinomial(5, 0.4),
    Empirical((3.0, 1.0, 2.0)),
    Shifted(Normal(0, 1), 2),
    Scaled(Gamma(2, 3), 12),
    Truncated(Normal(0, 1), -0.5, 2),
    Clipped(Normal(0, 1), -7, 7),
    TwoPiece(1, 2, 4, 0.8),
    TwoPiece(1, 2, 4, 0.8, "log"),
    TwoPiece(1, 2, 4, 0.8, "logit", 0, 5),
]


@pytest.mark.parametrize("d", EVERY, ids=lambda d: type(d).__name__)
def test_lists_and_numbers_are_taken_and_arrays_come_back(d: Distribution) -> None:
    for found, shape in ((d.quantile([0.2, 0.7]), (2,)), (d.quantile(0.5), ())):
        assert isinstance(found, np.ndarray)
        assert found.shape == shape
    places = d.quantile([0.2, 0.7]).tolist()
    for found, shape in ((d.cdf(places), (2,)), (d.cdf(places[0]), ())):
        assert isinstance(found, np.ndarray)
        assert found.shape == shape
    assert len(d.kinks) == len(set(d.kinks)) <= 1


ENDS: list[tuple[Distribution, float, float]] = [
    (Uniform(-1, 3), -1, 3),
    (Triangular(1, 2, 5), 1, 5),
    (Triangular(1, 1, 5), 1, 5),
    (Triangular(1, 5, 5), 1, 5),
    (Pert(2, 4, 12), 2, 12),
    (Beta(2, 1.5, -1, 3), -1, 3),
    (LogitNormal(-0.5, 1.2), 0, 1),
    (Lognormal(-0.2, 0.3), 0, INF),
    (Gamma(0.7, 3), 0, INF),
    (Truncated(Normal(0, 1), -0.5, 2), -0.5, 2),
    (TwoPiece(1.5, 2, 4, 0.8, "logit", 1, 5), 1, 5),
    (TwoPiece(2.5, 3, 5, 0.8, "log", 2), 2, INF),
]


@pytest.mark.parametrize(("d", "low", "high"), ENDS, ids=lambda d: type(d).__name__)
def test_nothing_lies_beyond_the_ends(d: Distribution, low: float, high: float) -> None:
    assert d.support == (low, high)
    assert d.cdf([low - 3, low - 0.5, low]).tolist() == [0, 0, 0]
    assert (d.below(low - 3), d.below(low)) == (0, 0)
    assert (d.above(low - 3), d.above(low - 0.5), d.above(low)) == (1, 1, 1)
    assert d.mass_outside(low, high) == 0
    if high < INF:
        assert d.cdf([high, high + 0.5, high + 3]).tolist() == [1, 1, 1]
        assert (d.below(high + 3), d.above(high), d.above(high + 3)) == (1, 0, 0)


def test_gamma_has_a_part_above_every_number() -> None:
    oracle = stats.gamma(0.7, scale=3)
    for place in (0.2, 0.9, 3.5, 40.0):
        assert Gamma(0.7, 3).above(place) == pytest.approx(oracle.sf(place), rel=1e-12)


def test_what_lies_outside_limits_that_cross_is_all() -> None:
    assert Uniform(0, 4).mass_outside(3, 1) == 1


def test_a_constant_is_never_below_itself() -> None:
    two = Constant(2.0)

    assert (two.below(2), two.below(2.5), two.below(1)) == (0, 1, 0)
    assert (two.above(2), two.above(1.5)) == (0, 1)


DISCRETE: list[tuple[Distribution, Any, float]] = [
    (Poisson(1e-6), stats.poisson(1e-6), 1),
    (Poisson(0.3), stats.poisson(0.3), 1),
    (Poisson(5, 2), stats.poisson(5), 2),
    (Poisson(1e4), stats.poisson(1e4), 1),
    (Poisson(1e6), stats.poisson(1e6), 1),
    (NegativeBinomial(1e-6, 2), stats.nbinom(2, 2 / (2 + 1e-6)), 1),
    (NegativeBinomial(5, 0.4, 3), stats.nbinom(0.4, 0.4 / 5.4), 3),
    (NegativeBinomial(40, 0.05), stats.nbinom(0.05, 0.05 / 40.05), 1),
    (NegativeBinomial(20_000, 30), stats.nbinom(30, 30 / 20_030), 1),
    (NegativeBinomial(3000, 0.2), stats.nbinom(0.2, 0.2 / 3000.2), 1),
    (NegativeBinomial(1e5, 5e6), stats.nbinom(5e6, 5e6 / 5.1e6), 1),
    (NegativeBinomial(1e5, 1e4), stats.nbinom(1e4, 1e4 / 1.1e5), 1),
]


def called(rows: list[tuple[Distribution, Any, float]]) -> list[str]:
    return [str(one) for one, *_ in rows]


@pytest.mark.parametrize(("d", "oracle", "step"), DISCRETE, ids=called(DISCRETE))
def test_counts_are_those_of_scipy_to_the_last_share(
    d: Distribution, oracle: Any, step: float
) -> None:
    """The smallest count that reaches a share: not yet reached by one less."""
    u = np.array([1e-12, 0.01, 0.4, 0.9, 0.999, 1 - 1e-9, 1 - 1e-13])
    found = d.quantile(u)
    count = found / step
    near = 1e-15 if count[2] < 1000 else 1e-12

    assert (oracle.cdf(count) >= u - near).all()
    assert (oracle.cdf(count - 1) < u + near).all()
    assert d.cdf(found) == pytest.approx(oracle.cdf(count), rel=1e-9)
    assert d.cdf(found + 0.4 * step) == pytest.approx(oracle.cdf(count), rel=1e-9)
    assert d.cdf([-step, -0.4 * step, 0]) == pytest.approx([0, 0, oracle.cdf(0)], rel=1e-9)
    for above in (-1.0, 0.0, 1.0, 2.0, float(count[2])):
        assert d.below(above * step) == pytest.approx(oracle.cdf(above - 1), rel=1e-9)
        assert d.below((above + 0.5) * step) == pytest.approx(oracle.cdf(above), rel=1e-9)
    assert d.below(INF) == 1


FEW_ENOUGH = [row for row in DISCRETE if row[0].mean + 40 * row[0].sd < 200_000]


@pytest.mark.parametrize(("d", "oracle", "step"), FEW_ENOUGH, ids=called(FEW_ENOUGH))
def test_every_count_with_its_chance_is_there(d: Distribution, oracle: Any, step: float) -> None:
    values, chances = d.atoms() or ((), ())
    counts = np.asarray(values) / step

    assert np.array_equal(counts, np.arange(len(counts)))
    np.testing.assert_allclose(chances, oracle.pmf(counts), rtol=1e-6, atol=1e-10)
    assert oracle.sf(counts[-1]) < 1e-15
    mean, sd = moments(d)
    assert (mean, sd) == pytest.approx((oracle.mean() * step, oracle.std() * step), rel=1e-9)


def test_weights_below_one_weigh() -> None:
    seen = Empirical((4.0, 1.0), (0.25, 0.125))

    assert [list(part) for part in seen.atoms()] == [[1, 4], [1 / 3, 2 / 3]]
    assert seen.cdf([0, 1, 2, 4]) == pytest.approx([0, 1 / 3, 1 / 3, 1])
    assert (seen.below(1), seen.below(4), seen.below(5)) == pytest.approx((0, 1 / 3, 1))


@pytest.mark.parametrize("count", range(2, 60))
def test_what_weighs_nothing_is_never_drawn(count: int) -> None:
    """Not even where the shares of the others add up to a hair below one."""
    seen = Empirical((*map(float, range(count)), 999.0), (*[1.0] * count, 0.0))

    assert seen.quantile([1e-300, LAST]).tolist() == [0, count - 1]


COUNTS = Poisson(2.0)
P = stats.poisson.pmf(np.arange(200), 2)


def test_atoms_follow_what_is_done_to_a_distribution() -> None:
    moved, scaled = Shifted(COUNTS, -1).atoms(), Scaled(COUNTS, 3).atoms()
    cut, held = Truncated(COUNTS, 1, 3).atoms(), Clipped(COUNTS, 1, 3).atoms()

    assert moved is not None
    assert scaled is not None
    assert cut is not None
    assert held is not None
    counts = np.arange(len(moved[0]))
    assert np.array_equal(moved[0], counts - 1)
    assert np.array_equal(scaled[0], counts * 3)
    assert np.array_equal(held[0], np.clip(counts, 1, 3))
    for values, chances in (moved, scaled, held):
        assert len(values) == len(chances)
        assert chances[:200] == pytest.approx(P, abs=1e-15)
    assert (list(cut[0]), list(cut[1])) == ([1, 2, 3], pytest.approx(P[1:4] / P[1:4].sum()))
    for made in (Shifted, Scaled):
        assert made(Normal(0, 1), 2).atoms() is None
    assert Truncated(Normal(0, 1), 0, 1).atoms() is Clipped(Normal(0, 1), 0, 1).atoms() is None


def test_truncated_counts_jump_at_their_ends() -> None:
    cut, kept = Truncated(COUNTS, 1, 3), P[1:4].sum()

    assert cut.cdf([0, 0.9, 1, 2, 3, 4]) == pytest.approx(
        [0, 0, P[1] / kept, (P[1] + P[2]) / kept, 1, 1]
    )
    below = [cut.below(x) for x in (0, 1, 2, 3, 3.5, 9)]
    assert below == pytest.approx([0, 0, P[1] / kept, (P[1] + P[2]) / kept, 1, 1])


def test_moved_and_scaled_counts_jump_where_they_do() -> None:
    for d, place in ((Shifted(COUNTS, -1), lambda k: k - 1), (Scaled(COUNTS, 3), lambda k: k * 3)):
        for k in range(4):
            assert d.below(place(k)) == pytest.approx(P[:k].sum(), abs=1e-15)
            assert d.above(place(k)) == pytest.approx(1 - P[: k + 1].sum(), rel=1e-12)


@pytest.mark.parametrize("low", [-3.7, -0.3, 0.0, 0.1, 1.3, 3.3])
def test_truncated_quantiles_stay_inside_and_finite(low: float) -> None:
    upwards = Truncated(Normal(0, 1), low, INF)
    short = Truncated(Normal(0, 1), low, low + 1e-9)

    assert low <= upwards.quantile(1e-300) < low + 1e-6
    assert 4 < upwards.quantile(LAST) < INF
    inside = short.quantile(np.linspace(0.001, 0.999, 501))
    assert low <= inside.min() <= inside.max() <= low + 1e-9


KINKED = TwoPiece(-1.0, 0.3, 6.0, 0.8)
BENT: list[tuple[Distribution, Any]] = [
    (Truncated(KINKED, -2, 4), KINKED),
    (Truncated(KINKED, 0.5, 4), KINKED),
    (Truncated(KINKED, -2, 0.1), KINKED),
    (Truncated(Triangular(1, 1, 5), 0, 3), Triangular(1, 1, 5)),
    (Truncated(Triangular(1, 5, 5), 2, 6), Triangular(1, 5, 5)),
    (Truncated(Triangular(1, 2, 5), 1.5, 6), Triangular(1, 2, 5)),
    (TwoPiece(0.02, 0.05, 0.9, 0.8, "logit"), None),
]


@pytest.mark.parametrize(("d", "inner"), BENT, ids=lambda d: repr(d)[:50])
def test_moments_are_integrals_on_both_sides_of_where_it_bends(
    d: Distribution, inner: Distribution | None
) -> None:
    """Integrated over the shares in pieces, by SciPy: where it bends is given, not found."""
    bend = (inner or d).quantile(0.5) if isinstance(inner or d, TwoPiece) else None
    peak = bend if bend is not None else getattr(inner, "likely", 0)
    share = float(d.cdf(peak))
    edges = sorted({0.0, 1e-9, 1e-4, 0.01, 0.5, 0.99, 1 - 1e-4, 1 - 1e-9, 1.0, share})

    def power(n: int) -> float:
        pieces = itertools.pairwise(edges)
        return sum(
            integrate.quad(lambda u: float(d.quantile(u)) ** n, a, b, epsabs=1e-13, limit=200)[0]
            for a, b in pieces
        )

    assert d.mean == pytest.approx(power(1), rel=1e-8)
    assert d.sd == pytest.approx(math.sqrt(power(2) - power(1) ** 2), rel=1e-7)
    if 0 < share < 1:
        assert d.kinks == pytest.approx((share,), rel=1e-9)


def test_where_it_bends_moves_with_the_distribution() -> None:
    for made in (Shifted(KINKED, 2), Scaled(KINKED, 2), Clipped(KINKED, -90, 90), KINKED):
        assert made.kinks == (0.5,)
    assert Triangular(1, 2, 5).kinks == (0.25,)
    assert Normal(0, 1).kinks == ()


def test_moved_and_scaled_supports_move_too() -> None:
    assert Shifted(Uniform(1, 3), 10).support == (11, 13)
    assert Scaled(Uniform(1, 3), 10).support == (10, 30)
    assert Clipped(Uniform(1, 3), 2, 9).support == (2, 3)
    assert Truncated(Uniform(1, 3), 0, 2).support == (1, 2)


def test_a_clipped_distribution_is_the_other_within_its_ends() -> None:
    inner, held = stats.norm(0.5, 1), Clipped(Normal(0.5, 1), -1, 2)
    u = np.array([1e-3, 0.2, 0.5, 0.9, 0.999])

    assert held.quantile(u) == pytest.approx(np.clip(inner.ppf(u), -1, 2))
    assert held.cdf([-1.5, -1, 0, 1.9, 2, 3]) == pytest.approx(
        [0, inner.cdf(-1), inner.cdf(0), inner.cdf(1.9), 1, 1]
    )
    below = [held.below(x) for x in (-3, -1, -0.5, 2, 3)]
    assert below == pytest.approx([0, 0, inner.cdf(-0.5), inner.cdf(2), 1])
    assert (held.mean, held.sd) == (0.5, 1)


def test_a_side_without_width_is_a_jump_at_the_likely_number() -> None:
    up, down = TwoPiece(1, 1, 3, 0.8), TwoPiece(1, 3, 3, 0.8)
    at = stats.norm.cdf(-0.5 * Z)

    assert up.cdf([0.9, 1, 2]) == pytest.approx([0, 0.5, 1 - at])
    assert down.cdf([2, 2.9, 3, 4]) == pytest.approx([at, stats.norm.cdf(-0.05 * Z), 1, 1])
    assert [up.below(x) for x in (0.9, 1, 2)] == pytest.approx([0, 0, 1 - at])
    assert [down.below(x) for x in (2, 3, 4)] == pytest.approx([at, 0.5, 1])
    assert [up.above(x) for x in (0.9, 1, 2)] == pytest.approx([1, 0.5, at])
    assert [down.above(x) for x in (2, 3, 4)] == pytest.approx([1 - at, 0, 0])
    assert (up.support, down.support) == ((1, INF), (-INF, 3))
    assert up.quantile([0.1, 0.5, 0.9]) == pytest.approx([1, 1, 3])


def test_two_pieces_near_the_likely_number_are_within_a_hair_of_half() -> None:
    """Both sides keep their own width, however near."""
    d = TwoPiece(0, 2, 10, 0.8)

    for away in (1e-6, 0.5, 1.5):
        assert d.below(2 - away) == pytest.approx(stats.norm.cdf(-away / 2 * Z), rel=1e-12)
        assert d.above(2 + away) == pytest.approx(stats.norm.sf(away / 8 * Z), rel=1e-12)


@pytest.mark.parametrize(
    ("d", "odds"),
    [
        (TwoPiece(1.5, 2, 4, 0.8, "logit", 1, 5), lambda x: np.log((x - 1) / (5 - x))),
        (TwoPiece(2.5, 3, 5, 0.8, "log", 2), lambda x: np.log(x - 2)),
    ],
)
def test_between_other_ends_the_halves_are_normal_all_the_same(d: TwoPiece, odds: Any) -> None:
    places = np.array([d.low, d.likely, d.high, 2.2, 2.9, 4.7])
    away = odds(places) - odds(d.likely)
    width = np.where(away < 0, odds(d.likely) - odds(d.low), odds(d.high) - odds(d.likely)) / Z
    shares = stats.norm.cdf(away / width)

    assert d.cdf(places) == pytest.approx(shares, rel=1e-10)
    assert d.quantile(shares) == pytest.approx(places, rel=1e-10)


@pytest.mark.parametrize(
    "make",
    [
        lambda: TwoPiece(1, 2, 3, 1.5),
        lambda: TwoPiece(1, 2, 3, 1.0),
        lambda: TwoPiece(2, 3, 4, 0.8, "log", 2.5),
        lambda: TwoPiece(-1, 3, 4, 0.8, "log", 0.5),
        lambda: fits.from_interval(1, 0.5, 2, 0.0),
        lambda: fits.from_interval(1, 0.5, 2, -0.5),
        lambda: fits.from_interval(0.5, 0.0, 0.9, scale="logit"),
        lambda: fits.from_interval(0.5, -0.5, 0.9, scale="logit"),
        lambda: fits.beta(mean=0.5, sd=0.5),
        lambda: fits.from_interval(13, 0, 20, scale="linear"),
        lambda: fits.from_interval(7, 0, 20, scale="linear"),
        lambda: fits.from_interval(0.127, 0, 0.2, scale="linear"),
    ],
)
def test_what_just_cannot_be_is_refused(make: Any) -> None:
    with pytest.raises(ArgumentError):
        make()


@pytest.mark.parametrize("estimate", [8.0, 12.0, 12.5])
def test_an_estimate_may_lie_a_quarter_of_the_half_from_the_middle(estimate: float) -> None:
    found = fits.from_interval(estimate, 0, 20, scale="linear")

    assert found == Normal(estimate, found.sd)
    assert found.sd == pytest.approx(10 / stats.norm.ppf(0.975))
