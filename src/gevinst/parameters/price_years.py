"""From the kroner of one year to those of another, by published deflators."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass

from gevinst.errors import ParameterError
from gevinst.messages import nearest
from gevinst.parameters.lookup import load, names

FOLDER = "deflators."
_TEXT = {
    "nb": "fra {before}-kroner til {after}-kroner, ganget med {factor} ({series}, {vintages})",
    "en": "from {before} kroner to {after} kroner, times {factor} ({series}, {vintages})",
}
_VINTAGES = {
    "nb": ("utgave {0}", "utgavene {0}"),
    "en": ("vintage {0}", "vintages {0}"),
}
_DECIMALS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceChange:
    """How an amount was brought from the prices of one year to those of another.

    Attributes
    ----------
    factor : float
        What the amount was multiplied by.
    from_year, to_year : int
    deflator : str
        Name of the series, such as ``"municipal"``.
    growth : tuple of (int, float, str)
        Year, growth and vintage of every year on the way, oldest first.
    """

    factor: float
    from_year: int
    to_year: int
    deflator: str
    growth: tuple[tuple[int, float, str], ...]

    def text(self, lang: str = "nb") -> str:
        """Say it in words: years, factor, series and vintages."""
        vintages = tuple(dict.fromkeys(vintage for _, _, vintage in self.growth))
        factor = f"{self.factor:.{_DECIMALS}f}"
        label = getattr(load(FOLDER + self.deflator).label, lang)
        return _TEXT[lang].format(
            before=self.from_year,
            after=self.to_year,
            factor=factor.replace(".", ",") if lang == "nb" else factor,
            series=label[:1].lower() + label[1:],
            vintages=_VINTAGES[lang][len(vintages) > 1].format(", ".join(vintages)),
        )


def deflators() -> tuple[str, ...]:
    """Names of the series, such as ``"municipal"``."""
    return tuple(name.removeprefix(FOLDER) for name in names() if name.startswith(FOLDER))


def vintages(deflator: str) -> tuple[str, ...]:
    """Names of the publications of a series, oldest first."""
    entries = load(FOLDER + deflator).entries
    return tuple(entry.vintage for entry in entries if entry.vintage)


def growth_of(
    deflator: str, date: dt.date, vintage: str | None = None
) -> Mapping[int, tuple[float, str]]:
    """Growth and vintage of every year that a series covers on a date.

    Parameters
    ----------
    deflator : str
        Name of the series.
    date : datetime.date
        Publications after it are not used.
    vintage : str, optional
        Use this publication alone, whatever its date. Otherwise each year has the newest figure
        that was published by the date.

    Raises
    ------
    ParameterError
        There is no such series or vintage; the error has those that there are.
    """
    if deflator not in deflators():
        raise ParameterError(
            "parameter.no_deflator",
            name=deflator,
            suggestion=nearest(deflator, deflators()),
            allowed=deflators(),
        )
    entries = load(FOLDER + deflator).entries
    if vintage is not None:
        if vintage not in vintages(deflator):
            raise ParameterError(
                "parameter.no_vintage",
                name=deflator,
                found=vintage,
                suggestion=nearest(vintage, vintages(deflator)),
                allowed=vintages(deflator),
            )
        used = [entry for entry in entries if entry.vintage == vintage]
    else:
        used = [entry for entry in entries if entry.valid_from <= date]
    return {
        int(year): (rate, entry.vintage or str(entry.valid_from))
        for entry in used
        for year, rate in entry.table
    }


def _years(years: list[int]) -> tuple[str, ...]:
    """Years as text, those in a row as a span."""
    starts = [year for year in years if year - 1 not in years]
    ends = [year for year in years if year + 1 not in years]
    return tuple(str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True))


def price_change(
    from_year: int, to_year: int, deflator: str, date: dt.date, vintage: str | None = None
) -> PriceChange:
    """Factor from the prices of one year to those of another, with where it comes from.

    Parameters
    ----------
    from_year, to_year : int
        Either may be the earlier; there and back is 1.
    deflator : str
        ``municipal``, ``municipal_without_pension``, ``municipal_wages``, ``state`` or
        ``consumer_prices``.
    date : datetime.date
        Figures published after it are not used.
    vintage : str, optional
        One publication, such as ``"RNB23"``. Without it each year has its newest figure.

    Returns
    -------
    PriceChange

    Raises
    ------
    ParameterError
        There is no such series or vintage, or it has no figure for a year on the way.

    Examples
    --------
    >>> import datetime
    >>> change = price_change(2023, 2025, "municipal", datetime.date(2026, 11, 22))
    >>> round(change.factor, 5)
    1.09935
    >>> price_change(2025, 2023, "municipal", datetime.date(2026, 11, 22)).factor * change.factor
    1.0
    """
    known = growth_of(deflator, date, vintage)
    way = range(min(from_year, to_year) + 1, max(from_year, to_year) + 1)
    missing = [year for year in way if year not in known]
    if missing:
        raise ParameterError(
            "parameter.years_not_covered",
            name=deflator,
            vintage=vintage,
            missing=_years(missing),
            allowed=_years(sorted(known)),
        )
    factor = math.prod(1 + known[year][0] for year in way)
    return PriceChange(
        factor=factor if to_year >= from_year else 1 / factor,
        from_year=from_year,
        to_year=to_year,
        deflator=deflator,
        growth=tuple((year, *known[year]) for year in way),
    )
