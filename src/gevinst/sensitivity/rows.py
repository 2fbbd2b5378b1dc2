"""Whose figure a question is about, picked out of what a batch of runs gave."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gevinst.arguments import checked_choice
from gevinst.axes import Array
from gevinst.core.inputs import Inputs
from gevinst.core.model import MUNICIPALITY_ACTOR
from gevinst.display import Language
from gevinst.errors import ArgumentError
from gevinst.messages import nearest
from gevinst.results.wording import ACTORS
from gevinst.schema import Project
from gevinst.sensitivity.wording import ALL_MUNICIPALITIES, CENTRE, quantity_text
from gevinst.uncertainty.figures import QUANTITIES, Figure, figures

LOWER_IS_BETTER = frozenset({"charge", "cost", "positions"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure of one municipality, of all of them, of another actor, or of the centre.

    Attributes
    ----------
    quantity, unit : str
    actor, municipality : str or None
        As in the tables of a simulation; no municipality means all of them together.
    year : int or None
    figure, place, period : int
        Where it stands; place -1 adds up the municipalities.
    nb, en : str
        Whose it is, for people; empty for the centre's.
    """

    quantity: str
    unit: str
    actor: str | None
    municipality: str | None
    year: int | None
    figure: int
    place: int
    period: int
    nb: str
    en: str

    def of(self, values: tuple[Array, ...]) -> Array:
        """The figure in every draw, municipalities added up from first to last."""
        found = values[self.figure][:, self.period]
        total: Array = found[max(self.place, 0)]
        if self.place >= 0:
            return total
        for other in found[1:]:
            total = total + other
        return total

    def whose(self, lang: Language = "nb") -> str:
        """Whose it is."""
        return self.en if lang == "en" else self.nb

    def text(self, lang: Language = "nb") -> str:
        """The figure and whose it is, to stand within a sentence."""
        return quantity_text(self.quantity, self.year, self.whose(lang), lang)


def checked_quantity(quantity: str) -> str:
    """A quantity that runs in a batch can give."""
    return checked_choice("quantity", quantity, tuple(QUANTITIES))


def one_row(
    project: Project,
    x: Inputs,
    quantity: str,
    *,
    actor: str | None = None,
    municipality: str | None = None,
    year: int | None = None,
) -> FigureRow:
    """The one row that the labels name: by default all municipalities together.

    Raises
    ------
    ArgumentError
        A label is unknown, missing, or of no meaning for the quantity.
    """
    rows = every_row(project, x, quantity, year=year)
    actors = tuple(dict.fromkeys(row.actor for row in rows if row.actor))
    if actors:
        wanted = actor or (MUNICIPALITY_ACTOR if MUNICIPALITY_ACTOR in actors else actors[0])
        wanted = checked_choice("actor", wanted, actors)
        rows = [row for row in rows if row.actor == wanted]
    elif actor is not None:
        raise ArgumentError("sensitivity.unused", argument="actor", quantity=quantity)
    places = tuple(row.municipality for row in rows if row.municipality)
    if municipality is None:
        return rows[0]
    if not places:
        raise ArgumentError("sensitivity.unused", argument="municipality", quantity=quantity)
    codes = {partner.code: partner.name for partner in project.paying_partners}
    named = checked_choice("municipality", codes.get(municipality, municipality), places)
    return next(row for row in rows if row.municipality == named)


def every_row(
    project: Project, x: Inputs, quantity: str, *, year: int | None = None
) -> list[FigureRow]:
    """All municipalities together first, then each of them, then every other actor."""
    names = {trust.code: trust.name for trust in project.hospital_trusts}
    rows: list[FigureRow] = []
    for number, figure in enumerate(figures(x, (checked_quantity(quantity),))):
        period, label = _period(x, figure, year)
        places: list[tuple[int, str | None]] = [(0, None)]
        if figure.by_municipality:
            places = [(-1, None), *enumerate(x.frame.municipalities)]
        for place, municipality in places:
            nb, en = _whose(figure, municipality, names)
            rows.append(
                FigureRow(
                    quantity=quantity,
                    unit=figure.unit,
                    actor=figure.actor or None,
                    municipality=municipality,
                    year=label,
                    figure=number,
                    place=place,
                    period=period,
                    nb=nb,
                    en=en,
                )
            )
    return rows


def _period(x: Inputs, figure: Figure, year: int | None) -> tuple[int, int | None]:
    labels = x.frame.year_labels
    if not figure.by_year:
        if year is not None:
            raise ArgumentError("sensitivity.unused", argument="year", quantity=figure.quantity)
        return 0, None
    named = tuple(str(label) for label in labels)
    if year is None:
        raise ArgumentError("sensitivity.year", quantity=figure.quantity, allowed=named)
    if year not in labels:
        raise ArgumentError.choice("year", str(year), named, nearest(str(year), named))
    return labels.index(int(year)), int(year)


def _whose(figure: Figure, municipality: str | None, names: dict[str, str]) -> tuple[str, str]:
    if municipality is not None:
        return municipality, municipality
    if figure.by_municipality:
        return ALL_MUNICIPALITIES["nb"], ALL_MUNICIPALITIES["en"]
    if not figure.actor:
        return CENTRE["nb"], CENTRE["en"]
    if figure.actor in ACTORS:
        return _inside(ACTORS[figure.actor]["nb"]), _inside(ACTORS[figure.actor]["en"])
    name = names.get(figure.actor, figure.actor)
    return name, name


def _inside(name: str) -> str:
    """A name as it is written inside a sentence."""
    return name if name.startswith("GP") else name[:1].lower() + name[1:]


def stacked(rows: list[FigureRow], values: tuple[Array, ...]) -> Array:
    """Figures of many rows, shape ``(rows, draws)``."""
    return np.stack([row.of(values) for row in rows])
