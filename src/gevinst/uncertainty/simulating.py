"""Simulate: draw the uncertain inputs, run the model at every draw, keep a few figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from os import cpu_count

import numpy as np

from gevinst.arguments import checked_choice
from gevinst.axes import Array
from gevinst.errors import ArgumentError
from gevinst.schema import Project
from gevinst.uncertainty.evaluating import BLOCK, Model
from gevinst.uncertainty.figures import SUMMARY, checked_quantities
from gevinst.uncertainty.progress import progress
from gevinst.uncertainty.sampling import SAMPLINGS, Sampler, Sampling
from gevinst.uncertainty.simulation import Simulation
from gevinst.uncertainty.uncertain import sampler_of

MOST_DRAWS = 100_000_000
MOST_SEED = 2**63 - 1
MOST_WORKERS = 1024


def simulate(
    project: Project,
    draws: int = 10_000,
    seed: int = 1,
    workers: int | None = None,
    executor: Executor | None = None,
    *,
    quantities: Sequence[str] = SUMMARY,
    sampling: Sampling = "random",
) -> Simulation:
    """Run the whole model many times, the uncertain inputs drawn at random.

    Parameters
    ----------
    project : Project
        From `gevinst.load` or `gevinst.example`.
    draws : int, default 10 000
        How many times.
    seed : int, default 1
        The same seed gives the same numbers, on any machine and however the work is shared out.
        Each input has a stream of its own, by name.
    workers : int, optional
        Threads; by default one for each processor.
    executor : concurrent.futures.Executor, optional
        Where the work is done instead of in threads: a pool of processes, or
        ``dask.distributed.Client(...).get_executor()``. The result is the same, bit for bit.
    quantities : sequence of str, optional
        Figures that are kept, of ``charge``, ``cost``, ``positions``, ``patients``, ``net_cash``,
        ``net_gain``, ``present_net_cash`` and ``present_net_gain``. Memory grows with draws by
        these alone.
    sampling : {"random", "sobol"}, optional
        Plain random numbers, or a scrambled Sobol sequence: more even, and best at a power of two.

    Returns
    -------
    Simulation
        With ``summary()``, ``quantity(name)``, ``probability(...)`` and ``explain(...)``.

    Raises
    ------
    ArgumentError
        Something else than a project, a number of draws that is not positive, or an unknown name.
    CoverageError
        There is a draw in which cost cannot be shared, or the charges not meet the limits.

    Notes
    -----
    With a price by a rule on the cost of groups the shares are those at likely values, in every
    draw, as in an agreement that is made once.

    Examples
    --------
    >>> import gevinst as gv
    >>> simulation = gv.simulate(gv.example("nord-troms"), draws=200)
    >>> list(simulation.summary().columns)[-7:]
    ['mean', 'p05', 'p10', 'p50', 'p90', 'p95', 'unit']
    """
    _check(project, draws, seed, workers, executor, sampling)
    names = checked_quantities(quantities)
    sampler = sampler_of(project, seed, sampling)
    model = Model(project, names)
    blocks = [(first, min(first + BLOCK, draws)) for first in range(0, draws, BLOCK)]
    found = model.empty(draws)
    with _pool(workers, executor) as pool, progress(draws) as done:
        jobs: dict[Future[tuple[Array, ...]], tuple[int, int]] = {
            _submitted(pool, model, sampler, start, stop): (start, stop) for start, stop in blocks
        }
        for job in as_completed(jobs):
            start, stop = jobs.pop(job)
            for whole, part in zip(found, job.result(), strict=True):
                whole[..., start:stop] = part
            done(stop - start)
    for values in found:
        values.setflags(write=False)
    return Simulation(project=project, model=model, sampler=sampler, draws=draws, values=found)


def _submitted(
    pool: Executor, model: Model, sampler: Sampler, start: int, stop: int
) -> Future[tuple[Array, ...]]:
    try:
        return pool.submit(run_block, model, sampler, start, stop)
    except RuntimeError as error:
        if "shutdown" not in str(error):
            raise
        raise ArgumentError("argument.executor_closed") from None


def run_block(model: Model, sampler: Sampler, start: int, stop: int) -> tuple[Array, ...]:
    """Figures of some of the draws; what a worker does."""
    return model.at(sampler.points(start, stop), draws=stop - start)


def checked_count(argument: str, found: object, least: int, most: int) -> int:
    """A whole number within limits."""
    if isinstance(found, bool) or not isinstance(found, (int, np.integer)):
        raise ArgumentError("argument.whole", argument=argument, found=str(found), place=None)
    if not least <= found <= most:
        kind = f">= {least}" if found < least else f"<= {most}"
        raise ArgumentError.outside(argument, int(found), kind)
    return int(found)


def _check(
    project: object,
    draws: object,
    seed: object,
    workers: object,
    executor: object,
    sampling: str,
) -> None:
    if not isinstance(project, Project):
        raise ArgumentError("argument.not_project", found=type(project).__name__)
    checked_count("draws", draws, 1, MOST_DRAWS)
    checked_count("seed", seed, 0, MOST_SEED)
    if workers is not None:
        checked_count("workers", workers, 1, MOST_WORKERS)
    if executor is not None and not hasattr(executor, "submit"):
        raise ArgumentError("argument.not_executor", found=type(executor).__name__)
    checked_choice("sampling", sampling, SAMPLINGS)


@contextmanager
def _pool(workers: int | None, executor: Executor | None) -> Iterator[Executor]:
    """The executor that was given, left open, or threads of our own."""
    if executor is not None:
        yield executor
        return
    with ThreadPoolExecutor(workers or cpu_count() or 1) as threads:
        yield threads
