"""Tornado: each uncertain input at both ends of its range, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gevinst.axes import Array
from gevinst.display import Language
from gevinst.schema import Project
from gevinst.sensitivity.asked_inputs import uncertain
from gevinst.sensitivity.running_points import Points
from gevinst.uncertainty.figures import checked_quantity
from gevinst.uncertainty.inputs import Input
from gevinst.uncertainty.rows import FigureRow, one_row

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class TornadoBar:
    """One uncertain input at both ends of its range.

    Attributes
    ----------
    input : Input
    low_input, high_input : float
        Both ends of the range, in the unit that the project writes the input in.
    at_low, at_high : float
        The figure at each end; NaN where the model refuses the end.
    crosses_zero : bool
        Whether the figure has another sign at an end than at likely values.
    """

    input: Input
    low_input: float
    high_input: float
    at_low: float
    at_high: float
    crosses_zero: bool

    @property
    def width(self) -> float:
        """Distance between the figures at both ends."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tornado:
    """What each uncertain input does to one figure, alone.

    Attributes
    ----------
    row : FigureRow
        The figure, and whose.
    base : float
        The figure with every input at its likely number.
    bars : tuple of TornadoBar
        The widest first; alike in width, in the order of the project file.
    """

    row: FigureRow
    base: float
    bars: tuple[TornadoBar, ...]

    def __repr__(self) -> str:
        return f"<Tornado of {self.row.quantity}: {len(self.bars)} inputs>"

    @property
    def still(self) -> tuple[TornadoBar, ...]:
        """Bars of inputs that do not move this figure at either end."""
        return tuple(bar for bar in self.bars if bar.at_low == bar.at_high == self.base)

    def frame(self) -> pd.DataFrame:
        """The bars as a tidy frame, the widest first.

        Returns
        -------
        pandas.DataFrame
            Columns ``input, label, low_input, likely_input, high_input, input_unit, at_low, base,
            at_high, width, crosses_zero, unit``.
        """
        import pandas as pd

        rows = [
            {
                "input": bar.input.name,
                "label": bar.input.nb,
                "low_input": bar.low_input,
                "likely_input": bar.input.shown(bar.input.value.likely),
                "high_input": bar.high_input,
                "input_unit": bar.input.unit,
                "at_low": bar.at_low,
                "base": self.base,
                "at_high": bar.at_high,
                "width": bar.width,
                "crosses_zero": bar.crosses_zero,
                "unit": self.row.unit,
            }
            for bar in self.bars
        ]
        return pd.DataFrame(rows)

    def sentence(self, lang: Language = "nb") -> str:
        """What matters most, and whether any input alone changes the sign."""
        from gevinst.sensitivity.tornado_words import tornado_sentence

        return tornado_sentence(self, lang)

    def svg(self, lang: Language = "nb", most: int = 12) -> str:
        """The widest bars as a picture with title and description."""
        from gevinst.sensitivity.tornado_picture import tornado_svg

        return tornado_svg(self, lang, most)

    def _repr_html_(self) -> str:
        return f"{self.svg()}<p>{self.sentence()}</p>"


def tornado(
    project: Project,
    quantity: str = "present_net_gain",
    *,
    actor: str | None = None,
    municipality: str | None = None,
    year: int | None = None,
    inputs: Sequence[str] | None = None,
) -> Tornado:
    """Set each uncertain input to both ends of its range, the others at likely.

    Parameters
    ----------
    project : Project
    quantity : str, default "present_net_gain"
        One of ``charge``, ``cost``, ``positions``, ``patients``, ``net_cash``, ``net_gain``,
        ``present_net_cash`` and ``present_net_gain``.
    actor, municipality : str, optional
        Whose figure; by default that of all municipalities together.
    year : int, optional
        Of a yearly figure; by default the last of the horizon, when the service is built up.
    inputs : sequence of str, optional
        Names or paths of uncertain inputs; all of them if absent.

    Returns
    -------
    Tornado
        Bars with the input's values at both ends, the widest first; ``frame()``,
        ``sentence(lang)`` and ``svg(lang)``.

    Raises
    ------
    QuantityError
        The project has no such input.
    ArgumentError
        Nothing is uncertain, an input that was named is fixed, or a label does not fit.

    Notes
    -----
    An end is the low or high of the range as the project states it: the 10th and 90th percentile
    of an 80 % interval, the outermost possible values of limits. Ranges that mean different things
    give bars of different likelihood.

    Examples
    --------
    >>> import gevinst as gv
    >>> bars = gv.sensitivity.tornado(gv.example("nord-troms")).bars
    >>> bars[0].width >= bars[-1].width
    True
    """
    checked_quantity(quantity)
    points = Points(project, (quantity,))
    row = one_row(points.model, quantity, actor=actor, municipality=municipality, year=year)
    chosen = uncertain(project, inputs)
    draws = 2 * len(chosen) + 1
    placed = {}
    for i, one in enumerate(chosen):
        numbers = np.full(draws, one.value.likely)
        numbers[2 * i], numbers[2 * i + 1] = one.value.low, one.value.high
        placed[one.path] = numbers
    found = row.of(points.at(placed, draws))
    base = float(found[-1])
    bars = [_bar(one, found[2 * i : 2 * i + 2], base) for i, one in enumerate(chosen)]
    bars.sort(key=lambda bar: -np.nan_to_num(bar.width))
    return Tornado(row=row, base=base, bars=tuple(bars))


def _bar(one: Input, ends: Array, base: float) -> TornadoBar:
    at_low, at_high = (float(end) for end in ends)
    return TornadoBar(
        input=one,
        low_input=one.shown(one.value.low),
        high_input=one.shown(one.value.high),
        at_low=at_low,
        at_high=at_high,
        crosses_zero=bool(np.any(np.sign(ends[~np.isnan(ends)]) != np.sign(base))),
    )
