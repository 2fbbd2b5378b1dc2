"""Fits of distributions against known answers, and every family against SciPy's."""

import math
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from scipy import stats

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
from gevinst.errors import ArgumentError

CASES = yaml.safe_load(Path(__file__).with_name("distributions.yaml").read_text(encoding="utf-8"))
SHARES = np.array([1e-9, 1e-3, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999, 1 - 1e-6])

ORACLES: list[tuple[Distribution, Any]] = [
    (Normal(5, 2), stats.norm(5, 2)),
    (Lognormal(-0.2, 0.3), stats.lognorm(0.3, scale=math.exp(-0.2))),
    (Gamma(0.7, 3), stats.gamma(0.7, scale=3)),
    (Gamma(16, 62.5), stats.gamma(16, scale=62.5)),
    (Beta(2, 5), stats.beta(2, 5)),
    (Beta(2, 1.5, -1, 3), stats.beta(2, 1.5, loc=-1, scale=4)),
    (Uniform(-1, 3), stats.uniform(-1, 4)),
    (Triangular(1, 2, 5), stats.triang(0.25, loc=1, scale=4)),
    (Triangular(1, 1, 5), stats.triang(0, loc=1, scale=4)),
    (Triangular(1, 5, 5), stats.triang(1, loc=1, scale=4)),
    (Pert(2, 4, 12), stats.beta(1.8, 4.2, loc=2, scale=10)),
    (Poisson(0.3), stats.poisson(0.3)),
    (Poisson(250), stats.poisson(250)),
    (NegativeBinomial(5, 0.4), stats.nbinom(0.4, 0.4 / 5.4)),
    (NegativeBinomial(1, 1), stats.nbinom(1, 0.5)),
    (Shifted(Lognormal(-0.2, 0.3), -1), stats.lognorm(0.3, loc=-1, scale=math.exp(-0.2))),
    (Scaled(Gamma(2, 3), 12), stats.gamma(2, scale=36)),
    (Truncated(Normal(0, 1), -0.5, 2), stats.truncnorm(-0.5, 2)),
    (Truncated(Normal(1, 1), 0, math.inf), stats.truncnorm(-1, math.inf, loc=1)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_known_parameters_come_out(case: Mapping[str, Any]) -> None:
    found = getattr(fits, case["fit"])(**case["given"])

    for name, expected in case["expected"].items():
        near = pytest.approx(expected, abs=case["tolerance"], rel=case["tolerance"])
        assert getattr(found, name) == near


@pytest.mark.parametrize(("ours", "oracle"), ORACLES, ids=lambda pair: repr(pair)[:40])
def test_a_family_agrees_with_scipy(ours: Distribution, oracle: Any) -> None:
    places = oracle.ppf(SHARES)

    assert ours.quantile(SHARES) == pytest.approx(places, rel=1e-9, abs=1e-12)
    assert ours.cdf(places) == pytest.approx(oracle.cdf(places), rel=1e-9, abs=1e-12)
    assert ours.mean == pytest.approx(oracle.mean(), rel=1e-10)
    assert ours.sd == pytest.approx(oracle.std(), rel=1e-10)
    assert ours.support == pytest.approx(oracle.support())
    outside = oracle.cdf(places[2] - 1e-9) + oracle.sf(places[6])
    assert ours.mass_outside(places[2], places[6]) == pytest.approx(outside, rel=1e-6, abs=1e-12)


@pytest.mark.parametrize("space", ["plain", "log", "logit"])
def test_a_range_is_exact_at_its_three_numbers_and_normal_in_its_space(space: Any) -> None:
    range_ = TwoPiece(0.1, 0.3, 0.4, 0.8, space)
    inside = {"plain": lambda x: x, "log": np.log, "logit": lambda x: np.log(x / (1 - x))}[space]
    z = stats.norm.ppf(SHARES)
    width = np.where(z < 0, inside(0.3) - inside(0.1), inside(0.4) - inside(0.3))

    found = inside(range_.quantile(SHARES))

    assert range_.quantile([0.1, 0.5, 0.9]) == pytest.approx([0.1, 0.3, 0.4], rel=1e-12)
    assert found == pytest.approx(inside(0.3) + z / stats.norm.ppf(0.9) * width, rel=1e-8)
    drawn = range_.quantile((np.arange(200_000) + 0.5) / 200_000)
    assert range_.mean == pytest.approx(drawn.mean(), rel=1e-4)
    assert range_.sd == pytest.approx(drawn.std(), rel=1e-3)


def test_a_lognormal_two_piece_has_the_moments_of_the_closed_form() -> None:
    """Half of each side: exp(m + s**2 / 2) times a normal probability."""
    low, high = 0.4 / stats.norm.ppf(0.9), 0.7 / stats.norm.ppf(0.9)
    range_ = TwoPiece(math.exp(-0.4), 1.0, math.exp(0.7), 0.8, "log")

    mean = math.exp(low**2 / 2) * stats.norm.cdf(-low) + math.exp(high**2 / 2) * stats.norm.cdf(
        high
    )

    above = TwoPiece(2 + math.exp(-0.4), 3.0, 2 + math.exp(0.7), 0.8, "log", floor=2.0)

    assert range_.mean == pytest.approx(mean, rel=1e-12)
    assert above.mean == pytest.approx(2 + mean, rel=1e-12)
    assert above.sd == pytest.approx(range_.sd, rel=1e-12)
    assert above.quantile([0.1, 0.3]) == pytest.approx(2 + range_.quantile([0.1, 0.3]), rel=1e-12)


def test_a_share_with_normal_log_odds_has_its_integrated_moments() -> None:
    from scipy import integrate

    share = LogitNormal(-0.5, 1.2)

    def part(power: int) -> float:
        def density(z: float) -> float:
            return float(stats.norm.pdf(z) / (1 + math.exp(0.5 - 1.2 * z)) ** power)

        return float(integrate.quad(density, -12, 12, epsabs=1e-13)[0])

    assert share.mean == pytest.approx(part(1), rel=1e-10)
    assert share.sd == pytest.approx(math.sqrt(part(2) - part(1) ** 2), rel=1e-9)
    assert share.cdf([0, share.quantile(0.3), 1]) == pytest.approx([0, 0.3, 1])


def test_observations_count_by_their_weights() -> None:
    seen = Empirical((3.0, 1.0, 2.0), (1.0, 2.0, 1.0))

    assert seen.quantile([0.01, 0.5, 0.51, 0.75, 0.76]).tolist() == [1, 1, 2, 2, 3]
    assert seen.cdf([0, 1, 2.5, 3]).tolist() == [0, 0.5, 0.75, 1]
    assert seen.mean == 1.75
    assert seen.sd == pytest.approx(math.sqrt(0.5 * 0.75**2 + 0.25 * 0.25**2 + 0.25 * 1.25**2))
    assert seen.mass_outside(2, 2) == 0.75
    assert Empirical((4.0, 2.0)).mean == 3


def test_counts_are_cut_to_whole_counts() -> None:
    cut = Truncated(Poisson(2.0, step=10), 10, 30)
    kept = stats.poisson.pmf([1, 2, 3], 2)

    assert cut.mean == pytest.approx(10 * (kept @ [1, 2, 3]) / kept.sum(), rel=1e-12)
    assert set(cut.quantile(np.linspace(0.001, 0.999, 200))) == {10, 20, 30}


@pytest.mark.parametrize(
    ("fit", "given", "kind", "argument"),
    [
        ("beta", {"mean": 0.3, "sd": 0.46}, "too_wide", "sd"),
        ("beta", {"mean": 1.2, "sd": 0.1}, "not_between", "mean"),
        ("beta", {"mean": 0.3, "sd": -0.1}, "negative", "sd"),
        ("gamma", {"mean": 0, "sd": 1}, "not_positive", "mean"),
        ("normal", {"mean": 1, "sd": -1}, "negative", "sd"),
        ("lognormal", {"mean": -1, "sd": 1}, "not_positive", "mean"),
        ("pert", {"low": 3, "likely": 2, "high": 4}, "over", "low"),
        ("triangular", {"low": 1, "likely": 5, "high": 4}, "under", "high"),
        ("uniform", {"low": 2, "high": 1}, "over", "low"),
        ("poisson", {"mean": -1}, "negative", "mean"),
        ("negative_binomial", {"mean": 4, "sd": 2}, "too_narrow", "sd"),
        ("empirical", {"values": ()}, "empty", "values"),
        ("empirical", {"values": (1, 2), "weights": (1,)}, "not_as_many", "weights"),
        ("empirical", {"values": (1, 2), "weights": (0, 0)}, "no_weight", "weights"),
        ("empirical", {"values": (1, 2), "weights": (-1, 2)}, "negative", "weights"),
        ("from_interval", {"estimate": 2, "low": 3, "high": 4}, "over", "low"),
        ("from_interval", {"estimate": 1, "low": 0, "high": 4}, "not_positive", "low"),
        (
            "from_interval",
            {"estimate": 0.5, "low": 0.2, "high": 1.0, "scale": "logit"},
            "not_between",
            "high",
        ),
        (
            "from_interval",
            {"estimate": 1, "low": 0.9, "high": 4, "scale": "linear"},
            "lopsided",
            "estimate",
        ),
        (
            "from_interval",
            {"estimate": 1, "low": 0.5, "high": 2, "scale": "cubic"},
            "scale",
            "scale",
        ),
        (
            "from_interval",
            {"estimate": 1, "low": 0.5, "high": 2, "level": 1.0},
            "not_between",
            "level",
        ),
    ],
)
def test_what_no_distribution_can_have_is_refused(
    fit: str, given: Mapping[str, Any], kind: str, argument: str
) -> None:
    with pytest.raises(ArgumentError) as caught:
        getattr(fits, fit)(**given)

    error = caught.value
    assert (error.kind, error.argument) == (f"distribution.{kind}", argument)
    assert argument in error.text("nb")
    assert "{" not in error.text("nb") + error.text("en")
    assert pickle.loads(pickle.dumps(error)).text("nb") == error.text("nb")  # noqa: S301  our own


@pytest.mark.parametrize("bad", [math.nan, math.inf, "1", True, None])
def test_what_is_no_finite_number_is_refused(bad: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        fits.normal(mean=bad, sd=1)

    assert caught.value.argument == "mean"
    with pytest.raises(ArgumentError):
        fits.empirical(values=[1, bad])


@pytest.mark.parametrize(
    "make",
    [
        lambda: Truncated(Normal(0, 1), 50, 60),
        lambda: Truncated(Normal(0, 1), math.nan, 60),
        lambda: Uniform(1, 1),
        lambda: TwoPiece(0, 1, 2, 0.8, "log"),
        lambda: TwoPiece(0.5, 0.7, 1, 0.8, "logit"),
        lambda: TwoPiece(1, 2, 3, 0.8, "square"),  # type: ignore[arg-type]
        lambda: TwoPiece(1, 2, 3, 0.0),
    ],
)
def test_a_family_refuses_what_leaves_nothing(make: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        make()

    assert "{" not in caught.value.text("nb") + caught.value.text("en")


def test_width_zero_is_a_constant() -> None:
    made = [
        fits.normal(mean=2, sd=0),
        fits.lognormal(mean=2, sd=0),
        fits.gamma(mean=2, sd=0),
        fits.beta(mean=2, sd=0, low=0, high=4),
        fits.uniform(low=2, high=2),
        fits.triangular(low=2, likely=2, high=2),
        fits.pert(low=2, likely=2, high=2),
        fits.from_interval(2, 2, 2),
        fits.from_interval(3, 3, 3, scale="ratio"),
    ]

    assert made == [Constant(2.0)] * len(made)
    constant = made[0]
    assert constant.quantile(SHARES).tolist() == [2.0] * len(SHARES)
    assert constant.cdf([1.9, 2, 2.1]).tolist() == [0, 1, 1]
    assert (constant.mean, constant.sd, constant.support) == (2, 0, (2, 2))
    assert (constant.mass_outside(2, 2), constant.mass_outside(3, 4)) == (0, 1)
    assert fits.poisson(mean=0) == Constant(0.0)
