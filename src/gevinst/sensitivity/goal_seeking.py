"""Goal seek: the values of an input at which a figure, such as the price, is a given number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gevinst.display import Language, format_amount
from gevinst.schema import Project
from gevinst.sensitivity.break_even_points import POINTS, BreakEven, break_even
from gevinst.sensitivity.wording import listed, opened, say

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSeek:
    """Where a figure passes a target as an input changes.

    Attributes
    ----------
    target : float
        In the unit of the figure.
    values : tuple of float
        Values of the input, in its unit, at which the figure equals the target.
    jumps : tuple of (float, float)
        Neighbouring values between which it jumps past the target.
    search : BreakEven
        The range that was looked through, and on which side of the target the figure is.
    """

    target: float
    values: tuple[float, ...]
    jumps: tuple[tuple[float, float], ...]
    search: BreakEven

    def __repr__(self) -> str:
        return f"<GoalSeek of {self.search.input.name}: {len(self.values)} values>"

    def frame(self) -> pd.DataFrame:
        """One row for each place: columns ``input, low, high, kind, unit``."""
        import pandas as pd

        places = [(x, x, "equal") for x in self.values] + [(*x, "jump") for x in self.jumps]
        one = self.search.input
        rows = [(one.name, low, high, kind, one.unit) for low, high, kind in sorted(places)]
        return pd.DataFrame(rows, columns=["input", "low", "high", "kind", "unit"])

    def sentence(self, lang: Language = "nb") -> str:
        """At which value the target is met."""
        made = self.search
        row = made.answers[0].row
        facts = {
            "what": row.text(lang),
            "target": format_amount(self.target, row.unit, lang=lang),
            "input": made.input.label(lang),
            "low": made.input.text(made.low, lang),
            "high": made.input.text(made.high, lang),
        }
        told = []
        if self.values:
            texts = [made.input.text(x, lang, 6) for x in self.values]
            told.append(say("goal.met", lang, **facts, values=listed(texts, lang)))
        if self.jumps:
            texts = [made.input.text(low, lang, 6) for low, _ in self.jumps]
            told.append(say("goal.jumps", lang, **facts, values=listed(texts, lang)))
        if not told:
            told.append(say("goal.not_met", lang, **facts))
            answer = made.answers[0]
            at_low, at_high = (
                format_amount(x, row.unit, lang=lang) for x in (answer.at_low, answer.at_high)
            )
            told.append(say("goal.ends", lang, at_low=at_low, at_high=at_high))
        return opened(" ".join(told))


def goal_seek(
    project: Project,
    input: str,  # noqa: A002  the word that people use
    target: float,
    quantity: str = "charge",
    low: float | str | None = None,
    high: float | str | None = None,
    *,
    actor: str | None = None,
    municipality: str | None = None,
    year: int | None = None,
    points: int = POINTS,
) -> GoalSeek:
    """Find the values of an input at which a figure is a given number.

    Parameters
    ----------
    project : Project
    input : str
        Name or path of an input.
    target : float
        In the unit of the figure: kroner in the year for ``charge``.
    quantity : str, default "charge"
        As in `tornado`.
    low, high, actor, municipality, year, points : optional
        As in `break_even`.

    Returns
    -------
    GoalSeek
        All such values, and the places where the figure jumps past the target.

    Raises
    ------
    QuantityError, ArgumentError
        As `break_even`.

    Examples
    --------
    >>> import gevinst as gv
    >>> found = gv.sensitivity.goal_seek(
    ...     gv.example("nord-troms"),
    ...     "cost_lines.plattform.amount",
    ...     1_500_000,
    ...     year=2030,
    ...     low=0,
    ...     high=1_000_000,
    ...     points=9,
    ... )
    >>> len(found.values)
    1
    """
    search = break_even(
        project,
        input,
        quantity,
        low,
        high,
        level=target,
        actor=actor,
        municipality=municipality,
        year=year,
        points=points,
    )
    values: list[float] = []
    jumps: list[tuple[float, float]] = []
    for part in search.intervals:
        for kind, inside, outside in (
            (part.low_kind, part.low, part.low_outside),
            (part.high_kind, part.high, part.high_outside),
        ):
            if kind == "zero":
                values.append(inside)
            elif kind == "jump" and outside is not None:
                jumps.append((min(inside, outside), max(inside, outside)))
    return GoalSeek(
        target=target, values=tuple(sorted(values)), jumps=tuple(sorted(jumps)), search=search
    )
