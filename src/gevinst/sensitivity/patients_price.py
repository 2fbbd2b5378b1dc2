"""How many patients each municipality needs for the price to fall under a level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gevinst.arguments import checked_choice, checked_one
from gevinst.assemble import assemble
from gevinst.axes import GROUP, MONTHS_IN_YEAR, Array, total_over
from gevinst.coalitions import with_rule_applied
from gevinst.core.ledger import Ledger
from gevinst.core.model import patients
from gevinst.display import Language, format_amount, format_number
from gevinst.errors import ArgumentError
from gevinst.schema import Project
from gevinst.schema.input_bounds import input_bounds
from gevinst.sensitivity.break_even_points import POINTS, answers_along, at_least_one
from gevinst.sensitivity.checked_counts import checked_points
from gevinst.sensitivity.crossings import Interval
from gevinst.sensitivity.running_points import Points
from gevinst.sensitivity.wording import listed, say
from gevinst.uncertainty.rows import one_row
from gevinst.units import factor

if TYPE_CHECKING:
    import pandas as pd

PRICE_UNIT = "NOK/patient/month"
FIELD = "inclusion_share"
LEAST_SCALE, MOST_SCALE = 0.05, 20.0
PAID = ("cost", "charge")


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceEnd:
    """The price at an end of an interval, and the patients of each municipality there.

    Attributes
    ----------
    scale : float
        What every group's inclusion is multiplied by.
    kind : str
        As in `crossings.Interval`.
    price : float
        NOK per patient and month.
    patients : ndarray
        Patients on average in the year, one number for each municipality.
    """

    scale: float
    kind: str
    price: float
    patients: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientsForPrice:
    """Numbers of patients at which the price is under a level.

    Attributes
    ----------
    level : float
        NOK per patient and month.
    quantity : {"cost", "charge"}
        What the price is made of: the centre's cost, or what the municipalities pay of it.
    year : int
    municipalities : tuple of str
    intervals : tuple of (PriceEnd, PriceEnd)
        The fewest and the most patients of each interval; empty if the price is never so low.
    now : PriceEnd
        As the project has it.
    low, high : PriceEnd
        The ends of what was looked through.
    """

    level: float
    quantity: str
    year: int
    municipalities: tuple[str, ...]
    intervals: tuple[tuple[PriceEnd, PriceEnd], ...]
    now: PriceEnd
    low: PriceEnd
    high: PriceEnd

    def __repr__(self) -> str:
        return f"<PatientsForPrice {self.level:g} {PRICE_UNIT}: {len(self.intervals)} intervals>"

    def frame(self) -> pd.DataFrame:
        """Patients of each municipality, as the project has them and at the ends.

        Returns
        -------
        pandas.DataFrame
            Columns ``interval, end, scale, municipality, patients, price, unit``; interval 0 is
            the project as it is.
        """
        import pandas as pd

        ends = [(0, "now", self.now)]
        for number, (first, last) in enumerate(self.intervals, 1):
            ends += [(number, "fewest", first), (number, "most", last)]
        rows = [
            {
                "interval": number,
                "end": end,
                "scale": found.scale,
                "municipality": name,
                "patients": count,
                "price": found.price,
                "unit": PRICE_UNIT,
            }
            for number, end, found in ends
            for name, count in zip(self.municipalities, found.patients.tolist(), strict=True)
        ]
        return pd.DataFrame(rows)

    def sentence(self, lang: Language = "nb") -> str:
        """How many patients it takes, in all and in each municipality."""
        facts = {
            "price": say(f"afford.{self.quantity}", lang),
            "year": self.year,
            "level": format_amount(self.level, PRICE_UNIT, lang=lang),
            "now": format_amount(self.now.price, PRICE_UNIT, lang=lang),
            "patients_now": _count(self.now, lang),
        }
        if not self.intervals:
            return say("afford.never", lang, **facts, most=_count(self.high, lang))
        first, last = self.intervals[0]
        each = [
            f"{name} {format_number(count, 1, lang)}"
            for name, count in zip(self.municipalities, first.patients.tolist(), strict=True)
        ]
        told = [
            say(
                "afford.met",
                lang,
                **facts,
                patients=_count(first, lang),
                each=listed(each, lang, len(each)),
            )
        ]
        if last.kind != "end":
            told.append(say("afford.again", lang, patients=_count(last, lang)))
        if len(self.intervals) > 1:
            told.append(say("afford.several", lang, count=len(self.intervals)))
            start, stop = self.intervals[-1]
            if stop.kind == "end":
                told.append(say("afford.lasting", lang, patients=_count(start, lang)))
        return " ".join(told)


def _count(end: PriceEnd, lang: Language) -> str:
    return format_number(float(end.patients.sum()), 1, lang)


def patients_for_price(
    project: Project,
    price: float,
    *,
    quantity: str = "cost",
    year: int | None = None,
    low: float = LEAST_SCALE,
    high: float | None = None,
    points: int = POINTS,
) -> PatientsForPrice:
    """Find how many patients each municipality needs for the price to be under a level.

    Every group's inclusion is multiplied by the same number in all municipalities, so that they
    grow alike; patients, positions, cost and price are worked out anew.

    Parameters
    ----------
    project : Project
    price : float
        NOK per patient and month.
    quantity : {"cost", "charge"}
        ``cost``: all that the centre costs; ``charge``: what the municipalities pay together.
    year : int, optional
        By default the last of the horizon, when the service is built up.
    low, high : float, optional
        What inclusion is multiplied by, at least and at most; by default from a twentieth to
        where the first group has everybody (at most 20 times).
    points : int, default 257

    Returns
    -------
    PatientsForPrice

    Raises
    ------
    ArgumentError
        The price is not above zero, the year is outside the horizon, or low is not below high.

    Examples
    --------
    >>> import gevinst as gv
    >>> found = gv.sensitivity.patients_for_price(gv.example("nord-troms"), 4000, points=17)
    >>> found.intervals[0][0].price < 4000
    True
    """
    checked_choice("quantity", quantity, PAID)
    count = checked_points("points", points)
    stated = {"price": price, "low": low} | ({} if high is None else {"high": high})
    for argument, number in stated.items():
        if checked_one(argument, number) <= 0:
            raise ArgumentError.outside(argument, number, "> 0")
    runs = Points(project, (quantity,))
    x = runs.model.inputs
    row = one_row(runs.model, quantity, year=year)
    shares = {
        path: value.likely
        for path, value in project.values()
        if path.startswith("groups[") and FIELD in path
    }
    most = _most_scale(project, shares) if high is None else high
    if not low < most:
        raise ArgumentError("sensitivity.order", name=FIELD, low=low, high=most)
    own = with_rule_applied(project)

    def patients_at(scales: Array) -> Array:
        return _patients(own, {p: s * scales for p, s in shares.items()}, row.period)

    def prices(scales: Array) -> Array:
        found = row.of(runs.at({p: s * scales for p, s in shares.items()}, len(scales)))
        months = patients_at(scales).sum(axis=0) * MONTHS_IN_YEAR
        with np.errstate(divide="ignore", invalid="ignore"):
            each: Array = np.where(months > 0, found / months, np.nan)
        return each[None, :]

    answers = answers_along(prices, [row], (low, most), price, "below", count)
    at_least_one(FIELD, answers, runs)

    def end(scale: float, kind: str) -> PriceEnd:
        at = np.array([scale])
        return PriceEnd(
            scale=scale, kind=kind, price=float(prices(at)[0, 0]), patients=patients_at(at)[:, 0]
        )

    def both(part: Interval) -> tuple[PriceEnd, PriceEnd]:
        return end(part.low, part.low_kind), end(part.high, part.high_kind)

    return PatientsForPrice(
        level=price,
        quantity=quantity,
        year=row.year or 0,
        municipalities=x.frame.municipalities,
        intervals=tuple(both(part) for part in answers[0].intervals),
        now=end(1.0, "end"),
        low=end(low, "end"),
        high=end(most, "end"),
    )


def _patients(project: Project, points: dict[str, Array], year: int) -> Array:
    """Patients on average in a year, shape ``(municipalities, draws)``."""
    x = assemble(project, points).inputs
    made = Ledger(x)
    patients(x, made)
    first = year * MONTHS_IN_YEAR
    time = total_over(made["patient_time"], GROUP)[0, :, first : first + MONTHS_IN_YEAR]
    found: Array = time.sum(axis=1)
    return found


def _most_scale(project: Project, shares: dict[str, float]) -> float:
    """How much inclusion can grow before a group has everybody."""
    room = [
        (input_bounds(project, path).at_most or 1.0) * factor("1") / share
        for path, share in shares.items()
        if share > 0
    ]
    return min([MOST_SCALE, *room])
