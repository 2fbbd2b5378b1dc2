"""The one engine: the model at many points at once, along the draw axis.

A simulation gives it random numbers, a tornado the ends of ranges, a break-even a line of values.
Draws are run in chunks whose largest array is about as large as the cache; a chunk's draws are
what they would be alone, bit for bit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from gevinst.assemble import placed
from gevinst.axes import DRAW, MONTHS_IN_YEAR, Array
from gevinst.coalitions import with_rule_applied
from gevinst.core.appraising import appraise
from gevinst.core.inputs import Inputs, map_arrays
from gevinst.core.ledger import Key, Ledger
from gevinst.core.model import centre, patients, settle
from gevinst.refusing import SAID_WHY, refuse_impossible_limits, refuse_undefined_keys
from gevinst.schema import Project
from gevinst.schema.input_names import followers, with_followers
from gevinst.uncertainty.figures import Figure, figures
from gevinst.uncertainty.lean import LeanLedger, WatchedLedger

CHUNK_BYTES = 4 << 20
"""Size of the largest array of a chunk, one number a group, municipality, month and draw.

Measured: smaller chunks spend their time on calls, larger ones on memory."""
BLOCK = 1024
"""Draws whose inputs are placed at once."""


class Model:
    """A project made ready to be run at many points.

    Parameters
    ----------
    project : Project
    quantities : tuple of str
        Of `figures.QUANTITIES`.

    Raises
    ------
    CoverageError, ParameterError
        As `gevinst.run`, at the likely values or at a point.
    """

    def __init__(self, project: Project, quantities: tuple[str, ...]) -> None:
        self.project = with_rule_applied(project)
        self.followers = followers(self.project)
        self.inputs, _ = placed(self.project)
        self.figures = figures(self.inputs, quantities)
        watched = WatchedLedger(self.inputs)
        _run(self.inputs, watched)
        refuse(watched)
        self.kept: set[Key] = {part for figure in self.figures for part in figure.parts}
        said = {key for key in watched.values if key[0] in SAID_WHY}
        self.last_read = watched.last_read(self.kept | said)

    def empty(self, draws: int) -> tuple[Array, ...]:
        """Room for the figures of so many draws."""
        return tuple(np.empty((*self._shape(figure), draws)) for figure in self.figures)

    def at(
        self, points: Mapping[str, Array], draws: int, chunk: int | None = None
    ) -> tuple[Array, ...]:
        """The figures at these points, one number a draw.

        Parameters
        ----------
        points : mapping of str to ndarray
            By path of the value, canonical, all of shape ``(draws,)``; there may be none.
        draws : int
        chunk : int, optional
            Draws that are run at once; by default as many as stay in the cache.

        Returns
        -------
        tuple of ndarray
            One for each figure, shape ``(municipalities or 1, years or 1, draws)``.
        """
        inputs, _ = placed(self.project, with_followers(points, self.followers))
        found = self.empty(draws)
        for part in _parts(draws, chunk or chunk_size(inputs)):
            x = _slice(inputs, part)
            made = _run(x, LeanLedger(x, self.last_read))
            refuse(made)
            for figure, values in zip(self.figures, found, strict=True):
                values[..., part] = figure.of(made, part.stop - part.start)
        return found

    def _shape(self, figure: Figure) -> tuple[int, int]:
        frame = self.inputs.frame
        return (
            len(frame.municipalities) if figure.by_municipality else 1,
            frame.years if figure.by_year else 1,
        )


def chunk_size(x: Inputs) -> int:
    """Draws whose largest array has about `CHUNK_BYTES`."""
    frame = x.frame
    numbers = len(frame.groups) * len(frame.municipalities) * frame.years * MONTHS_IN_YEAR
    return max(CHUNK_BYTES // (8 * numbers), 1)


def refuse(made: Ledger) -> None:
    """Raise where cost cannot be shared, or charges not meet the limits, at any point."""
    refuse_undefined_keys(made)
    refuse_impossible_limits(made)


def _run(x: Inputs, made: Ledger) -> Ledger:
    patients(x, made)
    centre(x, made)
    return appraise(x, settle(x, made))


def _parts(draws: int, size: int) -> Iterator[slice]:
    return (slice(first, min(first + size, draws)) for first in range(0, draws, size))


def _slice(x: Inputs, part: slice) -> Inputs:
    """The inputs of some of the draws."""

    def of(_: str, __: str, values: Array) -> Array:
        return values if values.shape[DRAW] == 1 else np.ascontiguousarray(values[..., part])

    sliced = map_arrays(x, of)
    return replace(sliced, frame=replace(x.frame, draws=part.stop - part.start))
