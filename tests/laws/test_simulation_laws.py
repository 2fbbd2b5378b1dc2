"""Laws of simulation: a draw is itself, wherever and beside whatever it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gevinst as gv
from gevinst.schema import Project
from gevinst.schema.written import tables_of
from gevinst.testing import projects
from gevinst.uncertainty.evaluating import BLOCK, Model
from gevinst.uncertainty.figures import QUANTITIES, SUMMARY
from gevinst.uncertainty.sampling import SAMPLINGS, Sampling, uniform
from gevinst.uncertainty.simulation import Simulation
from gevinst.uncertainty.uncertain import sampler_of

DRAWS = BLOCK + 70
"""More than one block, and the last one not full."""


@pytest.fixture(scope="module")
def project() -> Project:
    return gv.example("nord-troms")


@pytest.fixture(scope="module")
def plain(project: Project) -> Simulation:
    return gv.simulate(project, DRAWS, seed=7, workers=1)


def dask() -> Iterator[Executor]:
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        assert len(client.scheduler_info()["workers"]) == 2
        yield client.get_executor()


def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        yield pool


def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(3) as pool:
        yield pool


@pytest.mark.parametrize("executors", [threads, processes, dask])
def test_any_executor_gives_the_same_bits(
    executors: Callable[[], Iterator[Executor]], project: Project, plain: Simulation
) -> None:
    for executor in executors():
        again = gv.simulate(project, DRAWS, seed=7, executor=executor)

        for here, there in zip(plain.values, again.values, strict=True):
            assert np.array_equal(here, there)


def test_equal_seeds_give_equal_frames_and_others_do_not(
    project: Project, plain: Simulation
) -> None:
    pd.testing.assert_frame_equal(
        plain.summary(), gv.simulate(project, DRAWS, seed=7, workers=2).summary(), check_exact=True
    )
    assert not plain.summary().equals(gv.simulate(project, DRAWS, seed=8).summary())


@given(project=projects(), sampling=st.sampled_from(SAMPLINGS), chunk=st.integers(1, 9))
def test_a_draw_is_the_same_in_any_chunk(project: Project, sampling: Sampling, chunk: int) -> None:
    model = _model(project)
    points = sampler_of(project, 3, sampling).points(0, 8)

    whole = model.at(points, 8)
    parts = model.at(points, 8, chunk=chunk)

    for here, there in zip(whole, parts, strict=True):
        assert np.array_equal(here, there)


@given(project=projects())
def test_a_simulated_draw_equals_a_plain_run_of_it(project: Project) -> None:
    """What the ledger of a simulation lets go of changes nothing that it keeps."""
    from gevinst.running import run_at

    model, sampler = _model(project), sampler_of(project, 5)
    found = model.at(sampler.points(0, 4), 4)

    results = run_at(project, sampler.draw(2), "trekning 3")
    for figure, values in zip(model.figures, found, strict=True):
        alone = figure.of(results.ledger, 1)
        assert np.array_equal(values[..., 2], alone[..., 0]), figure


def test_quantities_that_can_be_kept_are_those_of_the_model(project: Project) -> None:
    model = Model(project, tuple(QUANTITIES))

    assert {figure.quantity for figure in model.figures} == set(QUANTITIES)


def test_one_more_uncertain_input_leaves_the_draws_of_the_others(project: Project) -> None:
    less = {name: value for name, value in project.values() if value.is_range}
    sampler = sampler_of(project, 1)
    alone = {name: uniform(1, name, 0, 50) for name in list(sampler.distributions)[::2]}

    together = sampler.uniforms(0, 50)

    assert len(less) > 20
    for name, numbers in alone.items():
        assert np.array_equal(numbers, together[name])


@given(seed=st.integers(0, 2**63 - 1), start=st.integers(0, 50).map(lambda n: 4 * n))
def test_numbers_of_a_stream_do_not_hang_on_where_one_begins(seed: int, start: int) -> None:
    name = "groups.kols.dropout_rate"
    whole = uniform(seed, name, 0, start + 12)

    assert np.array_equal(whole[start:], uniform(seed, name, start, start + 12))
    assert whole.min() > 0
    assert whole.max() < 1


@pytest.mark.parametrize("sampling", SAMPLINGS)
def test_blocks_of_draws_join_to_the_whole(sampling: Sampling, project: Project) -> None:
    sampler = sampler_of(project, 4, sampling)

    whole = sampler.points(0, 100)
    blocks = [sampler.points(start, min(start + 32, 100)) for start in range(0, 100, 32)]

    for path, numbers in whole.items():
        assert np.array_equal(numbers, np.concatenate([block[path] for block in blocks]))


def test_the_sobol_sequence_is_more_even_than_random_numbers(project: Project) -> None:
    """Error of the mean of every stream of 1 024 numbers, taken together."""
    errors = {
        sampling: np.mean(
            [
                (numbers.mean() - 0.5) ** 2
                for numbers in sampler_of(project, 4, sampling).uniforms(0, 1024).values()
            ]
        )
        for sampling in SAMPLINGS
    }

    assert errors["sobol"] < errors["random"] / 100


def test_streams_are_even_and_independent() -> None:
    """Kolmogorov's distance of 20 000 numbers, and correlation between names."""
    from scipy.stats import kstest

    first, second = (uniform(1, name, 0, 20_000) for name in ("a", "b"))

    assert kstest(first, "uniform").pvalue > 0.001
    assert abs(np.corrcoef(first, second)[0, 1]) < 4 / np.sqrt(20_000)


def test_without_anything_uncertain_every_draw_is_the_run(project: Project) -> None:
    model = _model(project)

    several = model.at({}, 3)

    for figure, values in zip(model.figures, several, strict=True):
        alone = figure.of(gv.run(project).ledger, 1)
        assert np.array_equal(values, np.repeat(alone, 3, axis=-1))


def _model(project: Project) -> Model:
    return Model(project, SUMMARY)


def test_correlated_inputs_have_the_rank_correlation_that_is_stated(project: Project) -> None:
    """Also where one follows another fully; the first of them is drawn as if alone."""
    from scipy.stats import spearmanr

    names = ("groups.kols.inclusion_share", "groups.kols.dropout_rate", "benefits.isf.effect")
    tables = tables_of(project) | {
        "correlations": [
            {"inputs": list(names[:2]), "rank": 0.6},
            {"inputs": list(names[1:]), "rank": -0.5},
        ]
    }
    sampler = sampler_of(Project.model_validate(tables), 9)

    drawn = [sampler.of(name, 20_000) for name in names]

    assert spearmanr(drawn[0], drawn[1]).statistic == pytest.approx(0.6, abs=0.02)
    assert spearmanr(drawn[1], drawn[2]).statistic == pytest.approx(-0.5, abs=0.02)
    plain_sampler = sampler_of(project, 9)
    others = [name for name in plain_sampler.distributions if name not in names]
    for name in (names[0], *others):
        assert np.array_equal(sampler.of(name, 50), plain_sampler.of(name, 50)), name


def test_a_fixed_input_equals_a_distribution_of_width_zero(project: Project) -> None:
    """Every draw of one and of the other, bit for bit, whatever else is uncertain."""
    value = dict(project.values())["cost_lines[0].amount"]
    number = f"{value.likely!r} NOK/year"
    found = []
    for written in (
        {"value": number, "source": "fast"},
        {"distribution": "normal", "mean": number, "sd": "0 NOK/year"},
        {"distribution": "gamma", "mean": number, "sd": "0 NOK/year"},
    ):
        tables = tables_of(project)
        tables["cost_lines"][0]["amount"] = written
        found.append(gv.simulate(Project.model_validate(tables), 40, seed=2).values)

    for certain, *widthless in zip(*found, strict=True):
        for values in widthless:
            assert np.array_equal(certain, values)
