"""Two-way map: one figure for every pair of values of two inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gevinst.axes import Array
from gevinst.display import Language
from gevinst.errors import ArgumentError
from gevinst.schema import Project
from gevinst.sensitivity.asked_inputs import ends
from gevinst.sensitivity.break_even_points import NET, level_of, side_of
from gevinst.sensitivity.checked_counts import checked_points
from gevinst.sensitivity.running_points import Points
from gevinst.uncertainty.figures import checked_quantity
from gevinst.uncertainty.inputs import Input, asked
from gevinst.uncertainty.rows import FigureRow, one_row

if TYPE_CHECKING:
    import pandas as pd

Range = tuple[float | str, float | str]
ACROSS = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoWay:
    """One figure over two inputs.

    Attributes
    ----------
    row : FigureRow
    input_a, input_b : Input
    a, b : ndarray
        Values in the units of the inputs, evenly spaced, shapes ``(a,)`` and ``(b,)``.
    values : ndarray
        The figure, shape ``(a, b)``; NaN where the model refuses the pair.
    level : float
    side : {"above", "below"}
        The side of the level that is wished for.
    """

    row: FigureRow
    input_a: Input
    input_b: Input
    a: Array
    b: Array
    values: Array
    level: float
    side: str

    def __repr__(self) -> str:
        return f"<TwoWay of {self.row.quantity}: {len(self.a)} x {len(self.b)}>"

    @property
    def holds(self) -> Sequence[Sequence[bool]]:
        """For each pair, whether the figure is on the wished side of the level."""
        found: list[list[bool]] = (
            (self.values > self.level) if self.side == "above" else (self.values < self.level)
        ).tolist()
        return found

    def frame(self) -> pd.DataFrame:
        """One row for each pair.

        Returns
        -------
        pandas.DataFrame
            Columns ``input_a, a, unit_a, input_b, b, unit_b, value, holds, unit``.
        """
        import pandas as pd

        rows = [
            {
                "input_a": self.input_a.name,
                "a": float(a),
                "unit_a": self.input_a.unit,
                "input_b": self.input_b.name,
                "b": float(b),
                "unit_b": self.input_b.unit,
                "value": float(self.values[i, j]),
                "holds": self.holds[i][j],
                "unit": self.row.unit,
            }
            for i, a in enumerate(self.a)
            for j, b in enumerate(self.b)
        ]
        return pd.DataFrame(rows)

    def sentence(self, lang: Language = "nb") -> str:
        """In how many of the pairs it pays, and what decides."""
        from gevinst.sensitivity.map_picture import map_sentence

        return map_sentence(self, lang)

    def svg(self, lang: Language = "nb") -> str:
        """The map as a picture with title and description; the sign is not told by colour alone."""
        from gevinst.sensitivity.map_picture import map_svg

        return map_svg(self, lang)

    def _repr_html_(self) -> str:
        return f"{self.svg()}<p>{self.sentence()}</p>"


def two_way(
    project: Project,
    input_a: str,
    input_b: str,
    quantity: str = "present_net_gain",
    *,
    range_a: Range | None = None,
    range_b: Range | None = None,
    points: int = ACROSS,
    level: float | None = None,
    actor: str | None = None,
    municipality: str | None = None,
    year: int | None = None,
) -> TwoWay:
    """Work out a figure for every pair of values of two inputs, in one batch.

    Parameters
    ----------
    project : Project
    input_a, input_b : str
        Names or paths of two different inputs.
    quantity, actor, municipality, year : optional
        As in `tornado`.
    range_a, range_b : tuple of (float or str), optional
        Low and high, in the unit of the input; its own range if absent.
    points : int, default 11
        Values of each input.
    level : float, optional
        What the figure is compared with; by default zero for net cash and net gain, and for all
        else the figure as the project has it.

    Raises
    ------
    QuantityError, ArgumentError
        As `break_even`; or both inputs are the same.

    Examples
    --------
    >>> import gevinst as gv
    >>> found = gv.sensitivity.two_way(
    ...     gv.example("nord-troms"),
    ...     "groups.kols.inclusion_share",
    ...     "cost_lines.lisens.amount",
    ...     points=3,
    ... )
    >>> found.values.shape
    (3, 3)
    """
    checked_quantity(quantity)
    count = checked_points("points", points, least=2)
    runs = Points(project, (quantity,))
    row = one_row(runs.model, quantity, actor=actor, municipality=municipality, year=year)
    first, second = asked(project, input_a), asked(project, input_b)
    if first.path == second.path:
        raise ArgumentError("sensitivity.same_input", name=first.name)
    a = _line(project, first, _pair("range_a", range_a), count)
    b = _line(project, second, _pair("range_b", range_b), count)
    points_of = {
        first.path: np.repeat([first.canonical(float(x)) for x in a], count),
        second.path: np.tile([second.canonical(float(x)) for x in b], count),
    }
    if level is None and NET not in quantity:
        level = float(row.of(runs.likely())[0])
    values = row.of(runs.at(points_of, count * count)).reshape(count, count)
    return TwoWay(
        row=row,
        input_a=first,
        input_b=second,
        a=a,
        b=b,
        values=values,
        level=level_of(quantity, level),
        side=side_of(quantity),
    )


def _pair(argument: str, given: object) -> tuple[object, object]:
    """Both ends of a range, or neither."""
    if given is None:
        return None, None
    if not isinstance(given, (tuple, list)):
        raise ArgumentError.not_numbers(argument, type(given).__name__)
    try:
        low, high = given
    except ValueError:
        raise ArgumentError.shape(argument, f"({len(given)},)", "(2,)") from None
    return low, high


def _line(project: Project, one: Input, given: tuple[object, object], count: int) -> Array:
    low, high = ends(project, one, *given)
    found: Array = np.linspace(one.shown(low), one.shown(high), count)
    return found
