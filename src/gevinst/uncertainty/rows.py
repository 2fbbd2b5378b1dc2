"""Figures with their labels: whose they are, when, and their numbers at every point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gevinst.arguments import checked_choice
from gevinst.axes import Array
from gevinst.core.model import MUNICIPALITY_ACTOR
from gevinst.errors import ArgumentError
from gevinst.messages import nearest
from gevinst.results.wording import ACTORS
from gevinst.schema import Project
from gevinst.uncertainty.evaluating import Model
from gevinst.uncertainty.figures import Figure
from gevinst.uncertainty.wording import TOGETHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of one municipality or actor in one year, in every draw.

    Attributes
    ----------
    quantity : str
    actor, municipality : str or None
        Whose it is; None for the centre's, and for actors that are no municipality.
    year : int or None
        None for what holds all years in one.
    draws : ndarray
        Shape ``(draws,)``.
    unit : str
    """

    quantity: str
    actor: str | None
    municipality: str | None
    year: int | None
    draws: Array
    unit: str


def rows_of(model: Model, values: Sequence[Array]) -> Iterator[Row]:
    """Every figure of every municipality, actor and year, with its numbers."""
    frame = model.inputs.frame
    for figure, numbers in zip(model.figures, values, strict=True):
        places = frame.municipalities if figure.by_municipality else (None,)
        years = frame.year_labels if figure.by_year else (None,)
        for m, place in enumerate(places):
            for t, year in enumerate(years):
                yield _row(figure, place, year, numbers[m, t])


def rows_about(rows: tuple[Row, ...], quantity: str) -> tuple[Row, ...]:
    """The rows of one quantity.

    Raises
    ------
    ArgumentError
        There are none.
    """
    known = tuple(dict.fromkeys(row.quantity for row in rows))
    chosen = checked_choice("quantity", quantity, known)
    return tuple(row for row in rows if row.quantity == chosen)


def one_row(
    rows: tuple[Row, ...],
    quantity: str,
    *,
    actor: str | None = None,
    municipality: str | None = None,
    year: int | None = None,
) -> Row:
    """The one row of a quantity that the labels name; municipalities add up without a name.

    Raises
    ------
    ArgumentError
        A label is missing, unknown or does not apply.
    """
    rows = _in_year(_of_actor(rows_about(rows, quantity), quantity, actor), quantity, year)
    places = tuple(row.municipality for row in rows if row.municipality)
    if municipality is not None:
        if not places:
            raise ArgumentError("argument.unused", argument="municipality", quantity=quantity)
        named = checked_choice("municipality", municipality, places)
        return next(row for row in rows if row.municipality == named)
    if not places:
        return rows[0]
    total = rows[0].draws
    for row in rows[1:]:
        total = total + row.draws
    first = rows[0]
    return Row(
        quantity=quantity,
        actor=first.actor,
        municipality=None,
        year=first.year,
        draws=total,
        unit=first.unit,
    )


def names_of(project: Project, row: Row) -> Mapping[str, str]:
    """Name for people, by language, of whom a row is about; empty for the centre."""
    if row.municipality is not None:
        return dict.fromkeys(("nb", "en"), row.municipality)
    if row.actor is None:
        return {}
    if row.actor == MUNICIPALITY_ACTOR:
        return TOGETHER
    trusts = {trust.code: trust.name for trust in project.hospital_trusts}
    return ACTORS.get(row.actor) or dict.fromkeys(("nb", "en"), trusts[row.actor])


def _row(figure: Figure, place: str | None, year: int | None, draws: Array) -> Row:
    return Row(
        quantity=figure.quantity,
        actor=figure.actor or None,
        municipality=place,
        year=year,
        draws=draws,
        unit=figure.unit,
    )


def _of_actor(rows: tuple[Row, ...], quantity: str, actor: str | None) -> tuple[Row, ...]:
    """The rows of an actor, by default the municipalities."""
    actors = tuple(dict.fromkeys(row.actor for row in rows if row.actor))
    if not actors:
        if actor is not None:
            raise ArgumentError("argument.unused", argument="actor", quantity=quantity)
        return rows
    wanted = checked_choice("actor", actor or MUNICIPALITY_ACTOR, actors)
    return tuple(row for row in rows if row.actor == wanted)


def _in_year(rows: tuple[Row, ...], quantity: str, year: int | None) -> tuple[Row, ...]:
    years = tuple(dict.fromkeys(row.year for row in rows))
    if years == (None,):
        if year is not None:
            raise ArgumentError("argument.unused", argument="year", quantity=quantity)
        return rows
    if year not in years:
        named = tuple(str(known) for known in years)
        raise ArgumentError.choice("year", str(year), named, nearest(str(year), named))
    return tuple(row for row in rows if row.year == year)
