"""Sobol indices: how much of the spread of a figure each uncertain input stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gevinst.axes import Array
from gevinst.display import Language, format_number
from gevinst.errors import ArgumentError
from gevinst.schema import Project
from gevinst.sensitivity.asked_inputs import uncertain
from gevinst.sensitivity.checked_counts import checked_power
from gevinst.sensitivity.running_points import Points
from gevinst.sensitivity.wording import listed, opened, quoted, say
from gevinst.uncertainty.figures import checked_quantity
from gevinst.uncertainty.inputs import Input
from gevinst.uncertainty.rows import FigureRow, one_row

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.uncertainty.sampling import Sampler

DRAWS = 256
RESAMPLES = 200
TAIL = 0.025
WIDEST = 0.1
"""Width of an interval up to which an index is called stable; our choice."""
TOLD = 3
_ONE_STEP = 2.0**-53


@dataclass(frozen=True, slots=True, kw_only=True)
class SobolIndex:
    """Indices of one input, each with a 95 % bootstrap interval.

    Attributes
    ----------
    input : Input
    first, first_low, first_high : float
        Share of the variance that would go if this input alone were known.
    total, total_low, total_high : float
        Share that would be left if everything but this input were known.
    stable : bool
        Whether both intervals are at most 0.1 wide.
    """

    input: Input
    first: float
    first_low: float
    first_high: float
    total: float
    total_low: float
    total_high: float
    stable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SobolIndices:
    """Sobol indices of every uncertain input, the largest total first.

    Attributes
    ----------
    row : FigureRow
    draws, runs : int
        Points of each base sample, and runs of the model in all.
    variance : float
        Of the figure, in its unit squared.
    indices : tuple of SobolIndex
    """

    row: FigureRow
    draws: int
    runs: int
    variance: float
    indices: tuple[SobolIndex, ...]

    def __repr__(self) -> str:
        state = "stable" if self.stable else "not stable"
        return f"<SobolIndices of {self.row.quantity}: {len(self.indices)} inputs, {state}>"

    @property
    def stable(self) -> bool:
        """Whether every interval is narrow enough to build on."""
        return all(index.stable for index in self.indices)

    def frame(self) -> pd.DataFrame:
        """Indices as a tidy frame.

        Returns
        -------
        pandas.DataFrame
            Columns ``input, label, first, first_low, first_high, total, total_low, total_high,
            stable``.
        """
        import pandas as pd

        rows = [
            {
                "input": one.input.name,
                "label": one.input.nb,
                "first": one.first,
                "first_low": one.first_low,
                "first_high": one.first_high,
                "total": one.total,
                "total_low": one.total_low,
                "total_high": one.total_high,
                "stable": one.stable,
            }
            for one in self.indices
        ]
        return pd.DataFrame(rows)

    def sentence(self, lang: Language = "nb") -> str:
        """Which inputs stand for most of the spread, and whether the indices are stable."""
        what = self.row.text(lang)
        if self.variance == 0:
            return opened(say("sobol.still", lang, what=what))
        names = [
            f"{quoted(one.input.label(lang), lang)} ({format_number(one.total, 2, lang)})"
            for one in self.indices[:TOLD]
        ]
        told = [say("sobol.largest", lang, what=what, inputs=listed(names, lang))]
        unstable = sum(not one.stable for one in self.indices)
        kind = "sobol.stable" if self.stable else "sobol.unstable"
        counts = {"count": unstable, "all": len(self.indices)}
        told.append(say(kind, lang, **counts, draws=self.draws, more=4 * self.draws))
        return opened(" ".join(told))


def sobol(
    project: Project,
    quantity: str = "present_net_gain",
    draws: int = DRAWS,
    *,
    inputs: Sequence[str] | None = None,
    seed: int = 1,
    actor: str | None = None,
    municipality: str | None = None,
    year: int | None = None,
) -> SobolIndices:
    """Split the variance of a figure by uncertain input.

    Parameters
    ----------
    project : Project
    quantity, actor, municipality, year : optional
        As in `tornado`.
    draws : int, default 256
        Points of each of two base samples, a power of two. The model is run ``draws * (inputs +
        2)`` times.
    inputs : sequence of str, optional
        Names or paths of uncertain inputs, the others staying at likely; all of them if absent.
    seed : int, default 1
        Equal seeds give equal indices.

    Returns
    -------
    SobolIndices
        First and total indices with bootstrap intervals, and a mark on those that are not stable.

    Raises
    ------
    ArgumentError
        Draws are no power of two, an input that was named is fixed, or inputs are correlated.
    CoverageError
        There is a point at which the model refuses to run.

    Notes
    -----
    Estimated by `scipy.stats.sobol_indices` on scrambled Sobol points; estimates may lie a little
    outside 0 to 1. The intervals are percentiles of 200 resamples of the points.

    References
    ----------
    Saltelli, A. et al. (2010). Variance based sensitivity analysis of model output. Computer
    Physics Communications 181(2), 259-270.
    """
    checked_quantity(quantity)
    count = checked_power(draws)
    runs = Points(project, (quantity,))
    row = one_row(runs.model, quantity, actor=actor, municipality=municipality, year=year)
    sampler = _sampler(project, seed)
    chosen = uncertain(project, sampler.distributions if inputs is None else inputs)
    _refuse_correlated(sampler, chosen)
    ways = [sampler.distributions[one.name] for one in chosen]
    even_a, even_b = base_samples(len(chosen), count, seed)
    a = np.stack([way.quantile(even) for way, even in zip(ways, even_a, strict=True)])
    b = np.stack([way.quantile(even) for way, even in zip(ways, even_b, strict=True)])

    def figures(numbers: Array) -> Array:
        points = {one.path: line for one, line in zip(chosen, numbers, strict=True)}
        found = row.of(runs.at(points, count))
        if runs.refused is not None:
            raise runs.refused
        return found

    mixed = [figures(np.concatenate([a[:i], b[i : i + 1], a[i + 1 :]])) for i in range(len(chosen))]
    f_a, f_b = figures(a), figures(b)
    found = indices_of(f_a, f_b, np.stack(mixed), seed)
    made = [_index(one, found[:, :, i]) for i, one in enumerate(chosen)]
    made.sort(key=lambda index: -index.total)
    return SobolIndices(
        row=row,
        draws=count,
        runs=count * (len(chosen) + 2),
        variance=float(np.var(np.concatenate([f_a, f_b]))),
        indices=tuple(made),
    )


def base_samples(inputs: int, draws: int, seed: int) -> tuple[Array, Array]:
    """Two samples of even points strictly between 0 and 1, each of shape ``(inputs, draws)``."""
    from scipy.stats import qmc

    engine = qmc.Sobol(2 * inputs, scramble=True, seed=np.random.default_rng(seed))
    even = np.clip(engine.random(draws).T, _ONE_STEP, 1 - _ONE_STEP)
    return even[:inputs], even[inputs:]


def indices_of(f_a: Array, f_b: Array, f_ab: Array, seed: int) -> Array:
    """First and total indices, with their intervals.

    Parameters
    ----------
    f_a, f_b : ndarray
        The figure at two base samples, shape ``(draws,)``, a power of two.
    f_ab : ndarray
        At the first sample with one input from the second, shape ``(inputs, draws)``.
    seed : int
        Of the resampling.

    Returns
    -------
    ndarray
        Shape ``(2, 3, inputs)``: first and total; estimate, low and high.
    """
    generator = np.random.default_rng(seed)
    draws = f_a.shape[0]
    point = _estimated(f_a, f_b, f_ab)
    resampled = []
    for _ in range(RESAMPLES):
        chosen = generator.integers(0, draws, size=draws)
        resampled.append(_estimated(f_a[chosen], f_b[chosen], f_ab[:, chosen]))
    low, high = np.quantile(np.stack(resampled), [TAIL, 1 - TAIL], axis=0)
    found: Array = np.stack([point, low, high], axis=1)
    return found


def _estimated(f_a: Array, f_b: Array, f_ab: Array) -> Array:
    """First and total indices, shape ``(2, inputs)``.

    One input that moves nothing is added, since SciPy needs more than one.
    """
    from scipy.stats import sobol_indices

    with_still = np.concatenate([f_ab, f_a[None]])[:, None, :]
    found = sobol_indices(
        func={"f_A": f_a[None], "f_B": f_b[None], "f_AB": with_still}, n=f_a.shape[0]
    )
    indices: Array = np.stack([found.first_order[:-1], found.total_order[:-1]])
    return indices


def _index(one: Input, found: Array) -> SobolIndex:
    (first, first_low, first_high), (total, total_low, total_high) = found.tolist()
    return SobolIndex(
        input=one,
        first=first,
        first_low=first_low,
        first_high=first_high,
        total=total,
        total_low=total_low,
        total_high=total_high,
        stable=max(first_high - first_low, total_high - total_low) <= WIDEST,
    )


def _sampler(project: Project, seed: int) -> Sampler:
    from gevinst.uncertainty.simulating import MOST_SEED, checked_count
    from gevinst.uncertainty.uncertain import sampler_of

    return sampler_of(project, checked_count("seed", seed, 0, MOST_SEED))


def _refuse_correlated(sampler: Sampler, chosen: tuple[Input, ...]) -> None:
    names = {one.name for one in chosen}
    together = [
        name for group, *_ in sampler.correlated if len(names & set(group)) > 1 for name in group
    ]
    if together:
        raise ArgumentError("sensitivity.correlated", names=tuple(together))
