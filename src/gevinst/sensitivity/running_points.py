"""Running a project at chosen points; a point that the model refuses is left out, and why."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from gevinst.axes import Array
from gevinst.errors import ArgumentError, CoverageError
from gevinst.schema import Project
from gevinst.uncertainty.evaluating import BLOCK, Model

Values = tuple[Array, ...]


class Points:
    """A project made ready to be run at points, with what was refused.

    Parameters
    ----------
    project : Project
    quantities : tuple of str

    Attributes
    ----------
    refused : CoverageError or None
        Why the first point that was refused could not be worked out.
    """

    def __init__(self, project: Project, quantities: tuple[str, ...]) -> None:
        if not isinstance(project, Project):
            raise ArgumentError("argument.not_project", found=type(project).__name__)
        self.model = Model(project, quantities)
        self.refused: CoverageError | None = None

    def at(self, points: Mapping[str, Array], draws: int) -> Values:
        """Figures at every point, each of shape ``(municipalities or 1, years or 1, draws)``.

        A point at which cost cannot be shared, or limits not be met, gives NaN.
        """
        parts = [
            self._possible({path: v[first : first + BLOCK] for path, v in points.items()}, count)
            for first in range(0, draws, BLOCK)
            for count in (min(BLOCK, draws - first),)
        ]
        return tuple(np.concatenate(values, axis=-1) for values in zip(*parts, strict=True))

    def along(self, path: str, numbers: Array) -> Values:
        """Figures with one input at each of these canonical numbers."""
        return self.at({path: numbers}, len(numbers))

    def likely(self) -> Values:
        """Figures with every input at its likely number."""
        return self.at({}, 1)

    def _possible(self, points: Mapping[str, Array], draws: int) -> Values:
        try:
            return self.model.at(points, draws)
        except CoverageError as error:
            if draws == 1:
                self.refused = self.refused or error
                return tuple(np.full_like(v, np.nan) for v in self.model.empty(1))
        half = draws // 2
        first = self._possible({path: v[:half] for path, v in points.items()}, half)
        last = self._possible({path: v[half:] for path, v in points.items()}, draws - half)
        return tuple(np.concatenate(pair, axis=-1) for pair in zip(first, last, strict=True))
