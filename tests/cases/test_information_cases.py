"""Value of information: closed forms, and the draws against them."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

import gevinst as gv
from gevinst.errors import ArgumentError
from gevinst.uncertainty.information import (
    evpi,
    evpi_normal,
    evppi,
    evppi_normal,
    evsi,
    evsi_normal,
    sampling_error,
)
from gevinst.uncertainty.simulation import Simulation

UDSEN = {"dc": 728.0, "se_c": 756.39145, "dq": 0.0132, "se_q": 0.01094408, "wtp": 20000.0}
"""CEAC-1: normal approximation to the intervals of Udsen 2017; expected P 0.2778, EVPI 135.15."""
DRAWS = 40_000


def test_ceac_1_probability_and_evpi() -> None:
    mean = UDSEN["wtp"] * UDSEN["dq"] - UDSEN["dc"]
    sd = math.hypot(UDSEN["wtp"] * UDSEN["se_q"], UDSEN["se_c"])

    assert norm.cdf(mean / sd) == pytest.approx(0.2778, rel=0.01)
    assert evpi_normal(mean, sd) == pytest.approx(135.15, rel=0.01)


@pytest.mark.parametrize(("mean", "sd"), [(0, 1), (100, 50), (-2000, 3000), (5, 0.1), (-1e6, 1e6)])
def test_the_closed_form_is_the_integral(mean: float, sd: float) -> None:
    """Mean of the larger of a normal net gain and zero, by quadrature."""
    above, _ = quad(lambda x: max(x, 0) * norm.pdf(x, mean, sd), mean - 12 * sd, mean + 12 * sd,
                    points=[0] if abs(mean) < 12 * sd else None, limit=200)  # fmt: skip

    assert evpi_normal(mean, sd) == pytest.approx(above - max(mean, 0), rel=1e-6, abs=1e-9 * sd)


def test_knowing_nothing_is_worth_nothing_and_knowing_all_is_evpi() -> None:
    assert evppi_normal(-500, 1000, 0) == 0
    assert evppi_normal(-500, 1000, 1) == evpi_normal(-500, 1000)
    assert evsi_normal(-500, 1000, 0) == evpi_normal(-500, 1000)
    assert evsi_normal(-500, 1000, 1e12) == pytest.approx(0, abs=1e-9)


@pytest.fixture(scope="module")
def linear() -> Simulation:
    """A simulation whose net gain is a sum of two of its drawn inputs, made normal."""
    simulation = gv.simulate(
        gv.example("nord-troms"), 2000, seed=11, quantities=("present_net_gain",)
    )
    return replace(simulation, draws=DRAWS, values=_normal_gain(simulation))


WEIGHTS = {"groups.kols.dropout_rate": 900.0, "groups.kols.inclusion_share": 400.0}
MEAN, REST = -300.0, 500.0


def _normal_gain(simulation: Simulation) -> tuple[np.ndarray, ...]:
    from gevinst.uncertainty.sampling import uniform

    gain = MEAN + REST * norm.ppf(uniform(3, "rest", 0, DRAWS))
    for name, weight in WEIGHTS.items():
        gain = gain + weight * norm.ppf(uniform(simulation.sampler.seed, name, 0, DRAWS))
    first = simulation.model.figures[0]
    assert first.quantity == "present_net_gain"
    places = len(simulation.model.inputs.frame.municipalities)
    each = np.zeros((places, 1, DRAWS))
    each[0, 0] = gain
    others = [np.zeros((1, 1, DRAWS)) for _ in simulation.model.figures[1:]]
    return (each, *others)


def test_draws_find_the_closed_forms(linear: Simulation) -> None:
    """EVPI and EVPPI of a normal net gain that is linear in its inputs."""
    sd = math.hypot(REST, *WEIGHTS.values())
    error = sd / math.sqrt(DRAWS)

    assert evpi(linear) == pytest.approx(evpi_normal(MEAN, sd), abs=4 * error)
    frame = evppi(linear).set_index("input")
    for name, weight in WEIGHTS.items():
        exact = evppi_normal(MEAN, sd, (weight / sd) ** 2)
        assert frame.loc[name, "evppi"] == pytest.approx(exact, abs=4 * error)
        assert frame.loc[name, "counts"]
    assert list(frame.index[:2]) == list(WEIGHTS)
    assert list(frame["label"].iloc[:2]) == [
        "Frafallsrate: Kols",
        "Mål for inkludering, andel av de aktuelle: Kols",
    ]


def test_each_part_is_at_least_nothing_and_at_most_the_whole(linear: Simulation) -> None:
    frame = evppi(linear)

    assert (frame["evppi"] >= 0).all()
    assert (frame["evppi"] <= evpi(linear) + 1e-9).all()
    assert frame["share"].to_numpy() == pytest.approx(frame["evppi"] / evpi(linear), rel=1e-12)
    assert frame["evppi"].is_monotonic_decreasing
    assert (frame["counts"] == (frame["evppi"] > frame["noise"])).all()


def test_where_the_choice_is_sure_nothing_is_worth_knowing(linear: Simulation) -> None:
    """Every draw is a gain: at the fewest draws that are enough."""
    each, *others = (values[..., :1000] for values in linear.values)
    sure = replace(linear, draws=1000, values=(each + 1e6, *others))

    frame = evppi(sure)

    assert evpi(sure) == 0
    assert (frame[["evppi", "share", "noise"]] == 0).all(axis=None)
    assert not frame["counts"].any()


def test_a_sample_is_worth_more_the_larger_it_is_and_never_more_than_knowing(
    linear: Simulation,
) -> None:
    name = "groups.kols.dropout_rate"
    spread = float(np.std(linear.drawn(name)))
    known = float(evppi(linear).set_index("input").loc[name, "evppi"])

    worth = [evsi(linear, name, spread * k) for k in (0.0, 0.1, 1.0, 10.0)]

    assert worth == sorted(worth, reverse=True)
    assert worth[0] == pytest.approx(known)
    assert worth[-1] < 0.2 * known
    for k in (0.5, 2.0):
        told = WEIGHTS[name] / math.sqrt(1 + k**2)
        assert evsi(linear, name, spread * k) == pytest.approx(evpi_normal(MEAN, told), abs=15)
    halved = evsi_normal(0, 1, 1) / evpi_normal(0, 1)
    assert halved == pytest.approx(math.sqrt(0.5))


def test_the_sampling_error_is_that_of_a_rate_ratio() -> None:
    """80 patients, one event a year: half-width on the log scale as in the published table."""
    error = sampling_error(80, 1.0, effect=-0.2)

    half = 1.96 * error / 0.8
    assert math.exp(math.log(0.8) - half) == pytest.approx(0.58, abs=0.005)
    assert math.exp(math.log(0.8) + half) == pytest.approx(1.11, abs=0.006)


def test_what_has_no_answer_is_refused() -> None:
    few = gv.simulate(gv.example("nord-troms"), 100)
    with pytest.raises(ArgumentError, match="draws"):
        evppi(few)
    with pytest.raises(ArgumentError, match="sd"):
        evpi_normal(0, -1)
    with pytest.raises(ArgumentError, match="present_net_gain"):
        evpi(few, "charge")
    with pytest.raises(ArgumentError, match=r"gevinst\.simulate"):
        evpi(gv.example("nord-troms"))  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="rate"):
        sampling_error(80, 0)
    with pytest.raises(ArgumentError, match="effect"):
        sampling_error(80, 1, effect=-1)
