"""Figures with their labels: whose they are, when, and their numbers at every point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from numbers import Real

from gevinst.arguments import checked_choice
from gevinst.axes import Array
from gevinst.core.model import MUNICIPALITY_ACTOR
from gevinst.display import Language
from gevinst.errors import ArgumentError
from gevinst.messages import nearest
from gevinst.results.wording import ACTORS
from gevinst.schema import Project
from gevinst.uncertainty.evaluating import Model
from gevinst.uncertainty.figures import Figure
from gevinst.uncertainty.wording import TOGETHER, quantity_text


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

    def drawn(self, values: tuple[Array, ...]) -> Row:
        """The figure with its numbers in every draw."""
        return Row(
            quantity=self.quantity,
            actor=self.actor,
            municipality=self.municipality,
            year=self.year,
            draws=self.of(values),
            unit=self.unit,
        )

    def whose(self, lang: Language = "nb") -> str:
        """Whose it is."""
        return self.en if lang == "en" else self.nb

    def text(self, lang: Language = "nb") -> str:
        """The figure and whose it is, to stand within a sentence."""
        return quantity_text(self.quantity, self.year, self.whose(lang), lang)


def rows_of(model: Model, values: Sequence[Array]) -> Iterator[Row]:
    """Every figure of every municipality, actor and year, with its numbers."""
    frame = model.inputs.frame
    for figure, numbers in zip(model.figures, values, strict=True):
        places = frame.municipalities if figure.by_municipality else (None,)
        years = frame.year_labels if figure.by_year else (None,)
        for m, place in enumerate(places):
            for t, year in enumerate(years):
                yield Row(
                    quantity=figure.quantity,
                    actor=figure.actor or None,
                    municipality=place,
                    year=year,
                    draws=numbers[m, t],
                    unit=figure.unit,
                )


def one_row(
    model: Model,
    quantity: str,
    *,
    actor: str | None = None,
    municipality: str | None = None,
    year: int | None = None,
) -> FigureRow:
    """The one row that the labels name: by default all municipalities together.

    Parameters
    ----------
    model : Model
    quantity : str
        One that the model keeps.
    actor, municipality : optional
        A municipality by name or code.
    year : int, optional
        Of a yearly figure; by default the last of the horizon, when the service is built up.

    Raises
    ------
    ArgumentError
        A label is unknown, or of no meaning for the quantity.
    """
    rows = every_row(model, quantity, year=year)
    actors = tuple(dict.fromkeys(row.actor for row in rows if row.actor))
    if actors:
        wanted = checked_choice("actor", MUNICIPALITY_ACTOR if actor is None else actor, actors)
        rows = [row for row in rows if row.actor == wanted]
    elif actor is not None:
        raise ArgumentError("argument.unused", argument="actor", quantity=quantity)
    places = tuple(row.municipality for row in rows if row.municipality)
    if municipality is None:
        return rows[0]
    if not places:
        raise ArgumentError("argument.unused", argument="municipality", quantity=quantity)
    codes = {partner.code: partner.name for partner in model.project.paying_partners}
    asked: object = municipality
    asked = codes.get(asked, asked) if isinstance(asked, str) else asked
    named = checked_choice("municipality", asked, places)
    return next(row for row in rows if row.municipality == named)


def every_row(model: Model, quantity: str, *, year: int | None = None) -> list[FigureRow]:
    """All municipalities together first, then each of them, then every other actor.

    Raises
    ------
    ArgumentError
        The model does not keep the quantity, or the year is unknown or of no meaning.
    """
    x = model.inputs
    chosen = kept_quantity(model, quantity)
    rows: list[FigureRow] = []
    for number, figure in enumerate(model.figures):
        if figure.quantity != chosen:
            continue
        period, label = _period(x.frame.year_labels, figure, year)
        places: list[tuple[int, str | None]] = [(0, None)]
        if figure.by_municipality:
            places = [(-1, None), *enumerate(x.frame.municipalities)]
        for place, municipality in places:
            nb, en = _within_sentence(model.project, figure.actor or None, municipality)
            rows.append(
                FigureRow(
                    quantity=chosen,
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


def kept_quantity(model: Model, quantity: str) -> str:
    """A quantity that the model keeps."""
    known = tuple(dict.fromkeys(figure.quantity for figure in model.figures))
    return checked_choice("quantity", quantity, known)


def names_of(project: Project, actor: str | None, municipality: str | None) -> Mapping[str, str]:
    """Name for people, by language, of whom a figure is about; empty for the centre."""
    if municipality is not None:
        return dict.fromkeys(("nb", "en"), municipality)
    if actor is None:
        return {}
    if actor == MUNICIPALITY_ACTOR:
        return TOGETHER
    trusts = {trust.code: trust.name for trust in project.hospital_trusts}
    return ACTORS.get(actor) or dict.fromkeys(("nb", "en"), trusts.get(actor, actor))


def _period(labels: Sequence[int], figure: Figure, year: int | None) -> tuple[int, int | None]:
    if not figure.by_year:
        if year is not None:
            raise ArgumentError("argument.unused", argument="year", quantity=figure.quantity)
        return 0, None
    if year is None:
        return len(labels) - 1, labels[-1]
    if not _is_one_of(year, labels):
        named = tuple(str(label) for label in labels)
        raise ArgumentError.choice("year", str(year), named, nearest(str(year), named))
    return labels.index(int(year)), int(year)


def _is_one_of(year: object, labels: Sequence[int]) -> bool:
    return isinstance(year, Real) and year in labels


def _within_sentence(
    project: Project, actor: str | None, municipality: str | None
) -> tuple[str, str]:
    """Norwegian and English name as written inside a sentence; proper names as they stand."""
    names = names_of(project, actor, municipality)
    nb, en = names.get("nb", ""), names.get("en", "")
    if municipality is None and actor in ACTORS:
        return _lowered(nb), _lowered(en)
    return nb, en


def _lowered(name: str) -> str:
    return name if name.startswith("GP") else name[:1].lower() + name[1:]
