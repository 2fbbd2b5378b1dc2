"""Break-even: for which values of an input it pays, for whom, and where it turns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gevinst.arguments import checked_choice, checked_one
from gevinst.axes import Array
from gevinst.display import Language
from gevinst.errors import ArgumentError
from gevinst.schema import Project
from gevinst.sensitivity.asked_inputs import ends
from gevinst.sensitivity.checked_counts import checked_points
from gevinst.sensitivity.crossings import Interval, intervals
from gevinst.sensitivity.running_points import Points
from gevinst.uncertainty.figures import checked_quantity
from gevinst.uncertainty.inputs import Input, asked
from gevinst.uncertainty.rows import FigureRow, every_row, one_row

if TYPE_CHECKING:
    import pandas as pd

POINTS = 257
NET = "net_"
SIDES = ("above", "below")

LOWER_IS_BETTER = frozenset({"charge", "cost", "positions"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """For whom, and in which intervals of the input.

    Attributes
    ----------
    row : FigureRow
    intervals : tuple of Interval
        In the unit of the input, from the lowest on; empty where it never pays.
    always : bool
        Whether it pays in the whole range.
    at_low, at_high : float
        The figure at both ends of the range.
    """

    row: FigureRow
    intervals: tuple[Interval, ...]
    always: bool
    at_low: float
    at_high: float

    @property
    def never(self) -> bool:
        """Whether it pays nowhere in the range."""
        return not self.intervals


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """The set of intervals of an input in which a figure is on the right side of a level.

    Attributes
    ----------
    input : Input
    low, high : float
        The range that was looked through, in the unit of the input.
    level : float
        In the unit of the figure.
    side : {"above", "below"}
        The side of the level that is asked for.
    answers : tuple of Answer
        The one that was asked about first.
    step : float
        Distance between the points that were looked at first, in the unit of the input: an
        interval narrower than this may have been overlooked.
    """

    input: Input
    low: float
    high: float
    level: float
    side: str
    answers: tuple[Answer, ...]
    step: float

    def __repr__(self) -> str:
        return f"<BreakEven of {self.input.name}: {len(self.intervals)} intervals>"

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """Intervals for whoever was asked about."""
        return self.answers[0].intervals

    def frame(self) -> pd.DataFrame:
        """Every interval of everybody as a tidy frame; one empty row for who it never pays for.

        Returns
        -------
        pandas.DataFrame
            Columns ``actor, municipality, year, quantity, result, low, high, low_kind, high_kind,
            low_outside, high_outside, input, input_unit``; ``result`` is ``always``, ``never`` or
            ``partly``.
        """
        import pandas as pd

        rows = [
            _whose(answer) | _ends(part) | {"input": self.input.name, "input_unit": self.input.unit}
            for answer in self.answers
            for part in answer.intervals or (None,)
        ]
        numbers = dict.fromkeys(("low", "high", "low_outside", "high_outside"), "float64")
        return pd.DataFrame(rows).astype({**numbers, "year": "Int64"})

    def sentence(self, lang: Language = "nb") -> str:
        """Where it pays for whoever was asked about, then for whom it always or never does."""
        from gevinst.sensitivity.break_even_words import break_even_sentence

        return break_even_sentence(self, lang)


def _whose(answer: Answer) -> dict[str, object]:
    return {
        "actor": answer.row.actor,
        "municipality": answer.row.municipality,
        "year": answer.row.year,
        "quantity": answer.row.quantity,
        "result": result_of(answer),
    }


def _ends(part: Interval | None) -> dict[str, object]:
    names = ("low", "high", "low_kind", "high_kind", "low_outside", "high_outside")
    return {name: getattr(part, name, None) for name in names}


def result_of(answer: Answer) -> str:
    """``always``, ``never`` or ``partly``."""
    if answer.never:
        return "never"
    return "always" if answer.always else "partly"


def break_even(
    project: Project,
    input: str,  # noqa: A002  the word that people use
    quantity: str = "present_net_gain",
    low: float | str | None = None,
    high: float | str | None = None,
    *,
    level: float | None = None,
    side: str | None = None,
    actor: str | None = None,
    municipality: str | None = None,
    year: int | None = None,
    points: int = POINTS,
) -> BreakEven:
    """Find the intervals of an input in which it pays, the other inputs at likely.

    Parameters
    ----------
    project : Project
    input : str
        Name or path, such as ``benefits.liggedogn.effect``; fixed ones too.
    quantity : str, default "present_net_gain"
        As in `tornado`.
    low, high : float or str, optional
        Range to look through: numbers in the unit that the project writes the input in, or texts
        with a unit. By default the input's own range.
    level : float, optional
        In the unit of the figure: what it has to be above or below; zero for net cash and net gain,
        and to be stated for all else.
    side : {"above", "below"}, optional
        By default ``below`` for ``charge``, ``cost`` and ``positions``, otherwise ``above``.
    actor, municipality : str, optional
        Whose figure. Without them the answer is first for all municipalities together, then for
        each of them and for every other actor.
    year : int, optional
        Of a yearly figure; by default the last of the horizon, when the service is built up.
    points : int, default 257
        Even points that are looked at first.

    Returns
    -------
    BreakEven
        With ``intervals``, ``frame()`` and ``sentence(lang)``. Whole positions make a figure jump,
        so there may be several intervals, and an end is either a place where the figure equals the
        level or a jump past it.

    Raises
    ------
    QuantityError
        The project has no such input.
    ArgumentError
        Low is not below high, an end is outside the input's bounds, the input is fixed and no range
        is given, no level is stated for what has none of its own, or a label does not fit.

    Examples
    --------
    >>> import gevinst as gv
    >>> project = gv.example("nord-troms")
    >>> answer = gv.sensitivity.break_even(
    ...     project, "funding.helseforetak.share", low=0, high=1, points=9
    ... )
    >>> answer.intervals[0].high_kind
    'end'
    """
    checked_quantity(quantity)
    kind = checked_choice("side", side, SIDES) if side is not None else side_of(quantity)
    limit = level_of(quantity, level)
    count = checked_points("points", points)
    runs = Points(project, (quantity,))
    one = asked(project, input)
    first, last = (one.shown(end) for end in ends(project, one, low, high))
    rows = rows_asked(runs, quantity, actor=actor, municipality=municipality, year=year)

    def figures(numbers: Array) -> Array:
        canonical = np.array([one.canonical(float(x)) for x in numbers])
        values = runs.along(one.path, canonical)
        return np.stack([row.of(values) for row in rows])

    answers = answers_along(figures, rows, (first, last), limit, kind, count)
    at_least_one(one.name, answers, runs)
    return BreakEven(
        input=one,
        low=first,
        high=last,
        level=limit,
        side=kind,
        answers=answers,
        step=(last - first) / (count - 1),
    )


def level_of(quantity: str, level: float | None) -> float:
    """The level that was given, or zero for what may be a gain or a loss."""
    if level is None:
        if NET not in quantity:
            raise ArgumentError("sensitivity.level", quantity=quantity)
        return 0.0
    return checked_one("level", level)


def side_of(quantity: str) -> str:
    """The side of a level that is wished for."""
    return "below" if quantity in LOWER_IS_BETTER else "above"


def rows_asked(
    runs: Points,
    quantity: str,
    *,
    actor: str | None,
    municipality: str | None,
    year: int | None,
) -> list[FigureRow]:
    """The one row that is named, or everybody's."""
    labels = {"actor": actor, "municipality": municipality, "year": year}
    if actor is None and municipality is None:
        return every_row(runs.model, quantity, year=year)
    return [one_row(runs.model, quantity, **labels)]  # type: ignore[arg-type]


def answers_along(
    figures: Callable[[Array], Array],
    rows: list[FigureRow],
    line: tuple[float, float],
    level: float,
    side: str,
    points: int,
) -> tuple[Answer, ...]:
    """Where each row's figure is on the right side of the level along a line of numbers."""
    sign = -1.0 if side == "below" else 1.0

    def excess(numbers: Array) -> Array:
        found: Array = sign * (figures(numbers) - level)
        return found

    low, high = line
    found = intervals(excess, low, high, points)
    edges = figures(np.array([low, high]))
    return tuple(
        Answer(
            row=row,
            intervals=parts,
            always=len(parts) == 1 and parts[0].low == low and parts[0].high == high,
            at_low=float(edge[0]),
            at_high=float(edge[1]),
        )
        for row, parts, edge in zip(rows, found, edges, strict=True)
    )


def at_least_one(name: str, answers: tuple[Answer, ...], runs: Points) -> None:
    """Raise if no number along the line could be worked out."""
    if runs.refused is not None and all(
        np.isnan(answer.at_low) and np.isnan(answer.at_high) and answer.never for answer in answers
    ):
        reason = runs.refused.text("nb")
        raise ArgumentError("sensitivity.impossible", name=name, reason=reason)
