"""Reading results by year: one flat view for everything that a summary needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.reporting.contents import Figure, Language, Row, Table
from gevinst.reporting.texts import say
from gevinst.results import Origin, Results
from gevinst.results.wording import ACTORS, CLASSES

Numbers = NDArray[np.float64]

_FIRST_YEARS = (0, 1, 2, 4)
_ALL_FIT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Results of one run with the language that they are shown in."""

    results: Results
    lang: Language

    def say(self, key: str, **facts: Any) -> str:  # noqa: ANN401  a fact is of any type
        """Text of the table in the language of the view."""
        return say(key, self.lang, **facts)

    def yearly(self, name: str, record: str = "") -> Numbers:
        """A quantity by year, shape ``(group, municipality, year)``, of the first draw."""
        values: Numbers = self.results.rolled(name, record, "year")[:, :, :, 0]
        return values

    def line(self, name: str, record: str = "") -> Numbers:
        """A quantity that varies over years only, shape ``(year,)``."""
        values: Numbers = np.broadcast_to(self.yearly(name, record)[0, 0], (len(self.years),))
        return values

    def by_place(self, name: str, record: str = "") -> Numbers:
        """A quantity by municipality and year, summed over groups."""
        values: Numbers = self.yearly(name, record).sum(axis=0)
        return values

    @property
    def years(self) -> tuple[int, ...]:
        """Every year of the horizon."""
        return self.results.frame.year_labels

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Names in axis order."""
        return self.results.frame.municipalities

    @property
    def shown_years(self) -> tuple[int, ...]:
        """Positions of the years to show first: all if they are few, else a selection."""
        count = len(self.years)
        if count <= _ALL_FIT:
            return ()
        return tuple(dict.fromkeys([*_FIRST_YEARS, count - 1]))

    @property
    def full_year(self) -> int:
        """Position of the first calendar year with every partner that ever joins in all months.

        Where partners come and go so that there is no such year, the year with the most
        partner-months; the first of them if there are several.
        """
        joined = self.results.quantity("partners_joined").values[0, 0, :, 0]
        partner_months = joined.reshape(-1, MONTHS_IN_YEAR).sum(axis=1)
        return int(np.argmax(partner_months))

    def actor(self, actor: str) -> str:
        """Name of an actor; the municipalities together are in the plural."""
        if actor == "municipality":
            return self.say("municipalities")
        return ACTORS[actor][self.lang] if actor in ACTORS else self.results.names.actors[actor]

    def actor_inside(self, actor: str) -> str:
        """Name of an actor inside a sentence: a name keeps its capital, a common noun does not."""
        name = self.actor(actor)
        return name[:1].lower() + name[1:] if actor in ACTORS else name

    def listed(self, items: list[str]) -> str:
        """Items with commas, and a word before the last."""
        if len(items) == 1:
            return items[0]
        return ", ".join(items[:-1]) + self.say("and") + items[-1]

    def benefit_class(self, benefit_class: str) -> str:
        """Name of a class of benefits."""
        return CLASSES[benefit_class][self.lang]

    def origin(self, name: str, record: str) -> Origin | None:
        """Where an input comes from; the first cell where it has several."""
        cells = self.results.provenance.get((name, record), {})
        return next(iter(cells.values()), None)

    def by_year(self, table: str, caption: str, stub: str, rows: list[Row]) -> Table:
        """A table with the years as columns."""
        return Table(
            id=table,
            caption=caption,
            stub=stub,
            headings=tuple(str(year) for year in self.years),
            rows=tuple(rows),
            shown=self.shown_years,
        )


def figures(values: Numbers | list[float], decimals: int = 0) -> tuple[Figure, ...]:
    """One figure per value; NaN is nothing to show."""
    return tuple(Figure(value=None if np.isnan(x) else float(x), decimals=decimals) for x in values)


def ratio(above: Numbers, below: Numbers) -> Numbers:
    """Ratio of two series, NaN where there is nothing to divide by."""
    undefined = below == 0
    values: Numbers = np.where(undefined, np.nan, above / np.where(undefined, 1, below))
    return values
