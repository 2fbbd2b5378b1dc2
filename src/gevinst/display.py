"""Numbers and units as people read them, in Norwegian (``nb``) or English (``en``).

Norwegian: ``1 234 567 kr`` with no-break spaces between groups, decimal comma and a true minus
sign. English differs in the decimal point and the unit words only; groups are set apart by the
same space, since a comma would be a decimal sign to a Norwegian reader. Whatever is written
here, `gevinst.units.to_canonical` reads back.
"""

from __future__ import annotations

import datetime as dt
import math
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal

from gevinst.units import written_units

__all__ = [
    "format_amount",
    "format_date",
    "format_kroner",
    "format_number",
    "format_percent",
    "unit_words",
]

Language = Literal["nb", "en"]

NO_BREAK_SPACE = "\u00a0"
DIGITS_SHOWN = 3
MOST_DECIMALS = 2
MINUS = "\u2212"
MISSING = "\u2013"

# Wide enough for any float (309 digits before the point) and its decimals.
_WIDE = Context(prec=400)

# One of a thing, and several, in Norwegian and in English.
_WORDS: dict[str, dict[Language, tuple[str, str]]] = {
    "NOK": {"nb": ("kr", "kr"), "en": ("NOK", "NOK")},
    "kNOK": {"nb": ("kNOK", "kNOK"), "en": ("kNOK", "kNOK")},
    "MNOK": {"nb": ("MNOK", "MNOK"), "en": ("MNOK", "MNOK")},
    "work_hour": {"nb": ("arbeidstime", "arbeidstimer"), "en": ("work hour", "work hours")},
    "work_minute": {
        "nb": ("arbeidsminutt", "arbeidsminutter"),
        "en": ("work minute", "work minutes"),
    },
    "open_hour": {"nb": ("åpningstime", "åpningstimer"), "en": ("open hour", "open hours")},
    "open_minute": {
        "nb": ("åpningsminutt", "åpningsminutter"),
        "en": ("open minute", "open minutes"),
    },
    "opening_day": {"nb": ("åpningsdag", "åpningsdager"), "en": ("opening day", "opening days")},
    "opening_week": {
        "nb": ("åpningsuke", "åpningsuker"),
        "en": ("opening week", "opening weeks"),
    },
    "event": {"nb": ("hendelse", "hendelser"), "en": ("event", "events")},
    "admission": {"nb": ("innleggelse", "innleggelser"), "en": ("admission", "admissions")},
    "readmission": {
        "nb": ("reinnleggelse", "reinnleggelser"),
        "en": ("readmission", "readmissions"),
    },
    "bed_day": {"nb": ("liggedøgn", "liggedøgn"), "en": ("bed day", "bed days")},
    "nursing_day": {
        "nb": ("sykehjemsdøgn", "sykehjemsdøgn"),
        "en": ("nursing day", "nursing days"),
    },
    "visit": {"nb": ("besøk", "besøk"), "en": ("visit", "visits")},
    "consultation": {
        "nb": ("konsultasjon", "konsultasjoner"),
        "en": ("consultation", "consultations"),
    },
    "contact": {"nb": ("kontakt", "kontakter"), "en": ("contact", "contacts")},
    "call": {"nb": ("samtale", "samtaler"), "en": ("call", "calls")},
    "message": {"nb": ("melding", "meldinger"), "en": ("message", "messages")},
    "measurement": {"nb": ("måling", "målinger"), "en": ("measurement", "measurements")},
    "alert": {"nb": ("varsel", "varsler"), "en": ("alert", "alerts")},
    "trip": {"nb": ("reise", "reiser"), "en": ("trip", "trips")},
    "km": {"nb": ("km", "km"), "en": ("km", "km")},
    "drg_point": {"nb": ("DRG-poeng", "DRG-poeng"), "en": ("DRG point", "DRG points")},
    "qaly": {"nb": ("godt leveår", "gode leveår"), "en": ("QALY", "QALYs")},
    "kit": {"nb": ("utstyrssett", "utstyrssett"), "en": ("kit", "kits")},
    "FTE": {"nb": ("årsverk", "årsverk"), "en": ("FTE", "FTE")},
    "patient": {"nb": ("pasient", "pasienter"), "en": ("patient", "patients")},
    "inhabitant": {"nb": ("innbygger", "innbyggere"), "en": ("inhabitant", "inhabitants")},
    "year": {"nb": ("år", "år"), "en": ("year", "years")},
    "month": {"nb": ("måned", "måneder"), "en": ("month", "months")},
    "week": {"nb": ("uke", "uker"), "en": ("week", "weeks")},
    "day": {"nb": ("dag", "dager"), "en": ("day", "days")},
    "hour": {"nb": ("time", "timer"), "en": ("hour", "hours")},
    "minute": {"nb": ("minutt", "minutter"), "en": ("minute", "minutes")},
    "percent": {"nb": ("%", "%"), "en": ("%", "%")},
}


def format_number(x: float | None, decimals: int = 0, lang: Language = "nb") -> str:
    r"""Write a number, halves rounded away from zero as people round.

    Parameters
    ----------
    x : float or None
        None and NaN, a missing number, become an en dash.
    decimals : int
        Number of decimals, all of which are shown.
    lang : {"nb", "en"}
        Decimal comma or decimal point.

    Raises
    ------
    ValueError
        If `x` is infinite: an undefined ratio is to be flagged before it is shown.

    Examples
    --------
    >>> format_number(-1234567.885, 2)
    '−1\xa0234\xa0567,89'
    """
    if x is None or math.isnan(x):
        return MISSING
    if math.isinf(x):
        raise ValueError("an infinite number cannot be shown: flag the undefined ratio instead")
    rounded = _round(x, decimals)
    text = f"{abs(rounded):,f}".replace(",", NO_BREAK_SPACE)
    if lang == "nb":
        text = text.replace(".", ",")
    return f"{MINUS}{text}" if rounded < 0 else text


def _round(x: float, decimals: int) -> Decimal:
    """Round the number as its shortest text reads, so that 2.675 becomes 2.68."""
    step = Decimal(1).scaleb(-decimals)
    return Decimal(repr(float(x))).quantize(step, rounding=ROUND_HALF_UP, context=_WIDE)


def format_date(date: dt.date | str, lang: Language = "nb") -> str:
    r"""Write a date: 1.10.2026 in Norwegian, 2026-10-01 in English.

    Parameters
    ----------
    date : datetime.date or str
        A day, or its text as a project file has it.
    lang : {"nb", "en"}

    Examples
    --------
    >>> format_date("2026-10-01")
    '1.10.2026'
    """
    day = date if isinstance(date, dt.date) else dt.date.fromisoformat(date)
    return f"{day.day}.{day.month}.{day.year}" if lang == "nb" else day.isoformat()


def format_kroner(amount: float | None, decimals: int = 0, lang: Language = "nb") -> str:
    r"""Write an amount of kroner.

    Examples
    --------
    >>> format_kroner(1234567.4)
    '1\xa0234\xa0567\xa0kr'
    """
    return format_amount(amount, "NOK", decimals, lang)


def format_percent(share: float | None, decimals: int = 1, lang: Language = "nb") -> str:
    r"""Write a share of one as per cent.

    Examples
    --------
    >>> format_percent(0.125)
    '12,5\xa0%'
    """
    if share is None or math.isnan(share):
        return MISSING
    hundredfold = float(Decimal(repr(float(share))).scaleb(2)) if math.isfinite(share) else share
    return f"{format_number(hundredfold, decimals, lang)}{NO_BREAK_SPACE}%"


def format_amount(
    x: float | None, unit: str, decimals: int | None = None, lang: Language = "nb"
) -> str:
    r"""Write a number with its unit in words.

    Parameters
    ----------
    x : float or None
        The number, in `unit`. None and NaN become an en dash.
    unit : str
        A unit of `gevinst.units`; ``"1"`` is a plain number and ``"percent"`` counts hundredths.
    decimals : int, optional
        Default: none for kroner; else enough for three digits, at most two.
    lang : {"nb", "en"}
        Language of the unit words.

    Examples
    --------
    >>> format_amount(16.5, "patient")
    '16,5\xa0pasienter'
    >>> format_amount(1250, "NOK/patient/month")
    '1\xa0250\xa0kr/pasient/måned'
    """
    if x is None or math.isnan(x):
        return MISSING
    if decimals is None:
        decimals = _usual_decimals(x, unit)
    number = format_number(x, decimals, lang)
    words = unit_words(unit, lang, plural=abs(x) != 1)
    if not words:
        return number
    return f"{number}{'' if words.startswith('/') else NO_BREAK_SPACE}{words}"


def _usual_decimals(x: float, unit: str) -> int:
    """Return none for kroner and large numbers, otherwise enough for three digits."""
    if ("NOK", 1) in written_units(unit):
        return 0
    if float(x).is_integer():
        return 0
    return max(0, min(MOST_DECIMALS, DIGITS_SHOWN - len(f"{abs(x):.0f}")))


def unit_words(unit: str, lang: Language = "nb", *, plural: bool = True) -> str:
    """Write a unit in words; empty for a plain number.

    Examples
    --------
    >>> unit_words("work_hour/FTE/year")
    'arbeidstimer/årsverk/år'
    >>> unit_words("1/year")
    '/år'
    """
    written = written_units(unit)
    above = [_word(name, lang, plural=plural) + _power(n) for name, n in written if n > 0]
    below = [_word(name, lang, plural=False) + _power(-n) for name, n in written if n < 0]
    return "".join([" * ".join(above), *(f"/{word}" for word in below)])


def _word(name: str, lang: Language, *, plural: bool) -> str:
    return _WORDS[name][lang][plural].replace(" ", NO_BREAK_SPACE)


def _power(exponent: int) -> str:
    return "" if exponent == 1 else f"**{exponent}"
