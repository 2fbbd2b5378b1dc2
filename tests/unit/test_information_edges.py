"""What information is worth, worked by hand: the closed forms, and how draws are grouped."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy import integrate, stats

from gevinst.errors import ArgumentError
from gevinst.uncertainty import information


@pytest.mark.parametrize("mean", [-500.0, 20.0, 800.0])
@pytest.mark.parametrize(("sd", "error"), [(300.0, 400.0), (7.0, 24.0), (1000.0, 0.5)])
def test_a_measurement_is_worth_what_its_posterior_means_are(
    mean: float, sd: float, error: float
) -> None:
    """The posterior mean is normal round the prior one; what choosing by it saves, integrated."""
    spread = sd * sd / math.hypot(sd, error)
    told = stats.norm(mean, spread)
    ends = mean - 12 * spread, mean + 12 * spread
    inside = [0.0] if ends[0] < 0 < ends[1] else None
    chosen, _ = integrate.quad(lambda x: max(x, 0.0) * told.pdf(x), *ends, points=inside, limit=200)

    found = information.evsi_normal(mean, sd, error)

    assert found == pytest.approx(chosen - max(mean, 0), rel=1e-6, abs=1e-7 * spread)


def test_what_is_certain_is_worth_no_measurement() -> None:
    assert information.evsi_normal(100, 0, 0) == 0
    assert information.evpi_normal(0, 0) == 0
    assert information.evpi_normal(-1e90, 1) == 0
    assert information.evppi_normal(100, 50, 0.0) == 0


@pytest.mark.parametrize(
    ("call", "argument"),
    [
        (lambda: information.evppi_normal(1, 1, -1e-9), "share"),
        (lambda: information.evppi_normal(1, 1, 1 + 1e-9), "share"),
        (lambda: information.evsi_normal(1, 1, -1e-9), "standard_error"),
        (lambda: information.evpi_normal(1, -1e-9), "sd"),
        (lambda: information.sampling_error(0, 1), "persons"),
        (lambda: information.sampling_error(10, 1, years=0), "years"),
        (lambda: information.sampling_error(10, 1, dispersion=0), "dispersion"),
        (lambda: information.sampling_error(10, 0), "rate"),
        (lambda: information.sampling_error(10, 1, effect=-1), "effect"),
    ],
)
def test_numbers_just_outside_are_refused(call: object, argument: str) -> None:
    with pytest.raises(ArgumentError) as refused:
        call()  # type: ignore[operator]

    assert refused.value.argument == argument


def test_numbers_just_inside_are_taken() -> None:
    assert information.sampling_error(1, 0.5, effect=-0.5, years=0.5, dispersion=0.5) > 0
    assert information.evppi_normal(1, 1, 1) == information.evpi_normal(1, 1)


def test_a_sampling_error_by_hand() -> None:
    """240 events before and 192 after, three times as spread as Poisson."""
    found = information.sampling_error(80, 1.5, effect=-0.2, years=2, dispersion=3)

    assert found == pytest.approx(0.8 * math.sqrt(3 / 240 + 3 / 192), rel=1e-12)
    assert information.sampling_error(50, 2) == pytest.approx(math.sqrt(2 / 100), rel=1e-12)


@pytest.mark.parametrize(
    ("expected", "gained"),
    [([-2, 4, -6, 8], 2), ([-8, 4], 2), ([3, 5], 0), ([-3, -5], 0), ([0.5, -0.25], 0.125)],
)
def test_what_choosing_right_saves(expected: list[float], gained: float) -> None:
    assert information._gained(np.array(expected, dtype=np.float64)) == gained


@pytest.mark.parametrize("draws", [1000, 1331, 2000])
def test_draws_are_grouped_with_their_neighbours(draws: int) -> None:
    """As many groups as the cube root of the draws, as even as can be; ties as they came."""
    rng = np.random.default_rng(5)
    values, gain = np.round(rng.normal(size=draws), 1), rng.normal(size=draws)
    count = {1000: 10, 1331: 11, 2000: 13}[draws]
    sizes = [draws // count + (number < draws % count) for number in range(count)]
    frame = pd.DataFrame({"value": values, "gain": gain}).sort_values("value", kind="stable")
    frame["group"] = np.repeat(np.arange(count), sizes)
    means = frame.groupby("group")["gain"].transform("mean").sort_index()

    found = information._expected_at(values, gain)

    assert found == pytest.approx(means.to_numpy(), rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_noise_is_what_the_luckiest_of_twenty_inputs_without_influence_gets(seed: int) -> None:
    """Means of 20 groups of 400 are normal: 40,000 such sets, and the largest of each twenty."""
    gain = np.random.default_rng(100 + seed).normal(0, 50, size=8000)
    gain -= gain.mean()
    means = np.random.default_rng(9).normal(0, 50 / math.sqrt(400), size=(2000, 20, 20))
    means -= means.mean(axis=2, keepdims=True)
    largest = np.maximum(means, 0).mean(axis=2).max(axis=1)

    found = information._noise(gain, seed)

    assert np.quantile(largest, 0.0005) < found < np.quantile(largest, 0.9995)
    assert found == information._noise(gain, seed)
