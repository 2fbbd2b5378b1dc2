"""The units there are, and how a unit text such as ``work_minute/patient/week`` is read.

Exact arithmetic on fractions, no pint: this is read on every start. `gevinst.units` is the
face of it, and a test holds that pint, given the same tables, says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from gevinst.messages import nearest

LARGEST_EXPONENT = 9
DEEPEST_NESTING = 3

# Things that are counted, with Norwegian aliases. English plurals in -s are understood for all.
COUNTED: dict[str, tuple[str, ...]] = {
    "event": ("hendelse", "hendelser"),
    "admission": ("innleggelse", "innleggelser"),
    "readmission": ("reinnleggelse", "reinnleggelser"),
    "bed_day": ("liggedøgn", "liggedag", "liggedager"),
    "nursing_day": ("sykehjemsdøgn", "institusjonsdøgn"),
    "visit": ("besøk",),
    "consultation": ("konsultasjon", "konsultasjoner"),
    "contact": ("kontakt", "kontakter"),
    "call": ("samtale", "samtaler"),
    "message": ("melding", "meldinger"),
    "measurement": ("måling", "målinger"),
    "alert": ("varsel", "varsler"),
    "trip": ("reise", "reiser"),
    "km": ("kilometer",),
    "drg_point": ("drg-poeng",),
    "qaly": ("godt_leveår", "gode_leveår"),
}
# The base units in the order in which a canonical unit names them.
BASE: dict[str, tuple[str, ...]] = {
    "NOK": ("kr", "krone", "kroner"),
    "work_hour": ("arbeidstime", "arbeidstimer"),
    "open_hour": ("åpningstime", "åpningstimer"),
    "opening_day": ("åpningsdag", "åpningsdager"),
    "opening_week": ("åpningsuke", "åpningsuker"),
    **COUNTED,
    "kit": ("utstyrssett",),
    "FTE": ("årsverk",),
    "patient": ("pasient", "pasienter"),
    "inhabitant": ("innbygger", "innbyggere"),
    "year": ("år",),
}
# Derived units: how many of which base unit, and aliases. The empty base is a plain number.
DERIVED: dict[str, tuple[Fraction, str, tuple[str, ...]]] = {
    "kNOK": (Fraction(1000), "NOK", ()),
    "MNOK": (Fraction(1_000_000), "NOK", ()),
    "work_minute": (Fraction(1, 60), "work_hour", ("arbeidsminutt", "arbeidsminutter")),
    "open_minute": (Fraction(1, 60), "open_hour", ("åpningsminutt", "åpningsminutter")),
    "month": (Fraction(1, 12), "year", ("måned", "måneder", "md", "mnd")),
    "week": (Fraction(7, 365), "year", ("uke", "uker")),
    "day": (Fraction(1, 365), "year", ("dag", "dager", "døgn")),
    "hour": (Fraction(1, 365 * 24), "year", ("time", "timer")),
    "minute": (Fraction(1, 365 * 24 * 60), "year", ("min", "minutt", "minutter")),
    "percent": (Fraction(1, 100), "", ("%", "prosent")),
}


def _vocabulary() -> dict[str, str]:
    """Each spelling, in lower case, with the unit that it means."""
    aliases = BASE | {name: extra for name, (_, _, extra) in DERIVED.items()}
    plurals = {f"{name.casefold()}s": name for name in aliases}
    spellings = {alias.casefold(): name for name, extra in aliases.items() for alias in extra}
    return plurals | spellings | {name.casefold(): name for name in aliases}


_SPELLINGS = _vocabulary()
ORDER = {name: place for place, name in enumerate(BASE)}

Powers = tuple[tuple[str, int], ...]  # (unit, exponent), exponents not 0

_PER = re.compile(r"(?<![^\W_])pe?r(?![^\W_])", re.IGNORECASE)
_LETTER = "A-Za-zÆØÅæøå"
_TOKEN = re.compile(
    rf"\s*(?:(?P<name>%|[{_LETTER}]+(?:[ _\-][{_LETTER}]+)*)"
    r"|(?P<power>(?:\*\*|\^)\s?-?\d)(?!\d)|(?P<sign>[*/()·])|(?P<one>1)(?!\d))",
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that was read: as it was written, and in base units."""

    written: Powers
    factor: Fraction
    powers: Powers


class UnreadableError(Exception):
    """A unit text that does not follow the grammar, or names no known unit."""

    def __init__(self, unknown: str | None = None) -> None:
        super().__init__(unknown)
        self.unknown = unknown


def nearest_unit(name: str) -> str | None:
    """Return the unit whose name or alias is most like `name`, if any is."""
    close = nearest(name, _SPELLINGS)
    return _SPELLINGS[close] if close else None


@lru_cache(maxsize=1024)
def parse(unit: str) -> Unit:
    """Read ``a/b``, ``a*b``, ``a**2``, ``1/a``, ``/a``, ``per a`` and parentheses."""
    written = _combined(_factors(_tokens(_PER.sub("/", unit))))
    size, powers = Fraction(1), list[tuple[str, int]]()
    for name, exponent in written:
        share, base, _ = DERIVED.get(name, (Fraction(1), name, ()))
        size *= share**exponent
        powers += [(base, exponent)] if base else []
    return Unit(written, size, _combined(sorted(powers, key=lambda item: ORDER[item[0]])))


def _tokens(unit: str) -> list[tuple[str, str]]:
    """Cut a unit text into names, signs, powers and ones."""
    tokens, place = [], 0
    unit = unit.strip()
    while place < len(unit):
        match = _TOKEN.match(unit, place)
        if match is None or match.lastgroup is None:
            raise UnreadableError
        tokens.append((match.lastgroup, match[match.lastgroup]))
        place = match.end()
    return tokens


def _factors(tokens: list[tuple[str, str]], depth: int = 0, sign: int = 1) -> list[tuple[str, int]]:
    """Take tokens up to the end, or to the closing parenthesis, as (unit, exponent)."""
    factors: list[tuple[str, int]] = []
    if depth == 0 and not tokens:
        return factors
    if tokens and tokens[0] == ("sign", "/"):
        tokens.insert(0, ("one", "1"))
    direction = 1
    while True:
        factors += _factor(tokens, depth, sign * direction)
        kind, symbol = tokens.pop(0) if tokens else ("end", "")
        if (kind == "end" and depth == 0) or (symbol == ")" and depth > 0):
            return factors
        if symbol not in {"*", "·", "/"}:
            raise UnreadableError
        direction = -1 if symbol == "/" else 1


def _factor(tokens: list[tuple[str, str]], depth: int, sign: int) -> list[tuple[str, int]]:
    """Take one name (with its power), one ``1`` or one parenthesis."""
    kind, symbol = tokens.pop(0) if tokens else ("end", "")
    if kind == "one":
        return []
    if symbol == "(" and depth < DEEPEST_NESTING:
        return _factors(tokens, depth + 1, sign)
    if kind != "name":
        raise UnreadableError
    name = _SPELLINGS.get(re.sub(r"[ \-]", "_", symbol).casefold())
    name = name or _SPELLINGS.get(symbol.casefold())
    if name is None:
        raise UnreadableError(symbol)
    power = tokens.pop(0)[1] if tokens and tokens[0][0] == "power" else "1"
    return [(name, sign * int(power.lstrip("*^ ")))]


def _combined(factors: Iterable[tuple[str, int]]) -> Powers:
    """Add the exponents of each unit; refuse absurd ones."""
    powers: dict[str, int] = {}
    for name, exponent in factors:
        powers[name] = powers.get(name, 0) + exponent
    if any(abs(exponent) > LARGEST_EXPONENT for exponent in powers.values()):
        raise UnreadableError
    return tuple((name, exponent) for name, exponent in powers.items() if exponent)


def unit_text(powers: Powers) -> str:
    """Write ``NOK/patient/year``: the numerator first, ``1`` where there is none."""
    above = [name if n == 1 else f"{name}**{n}" for name, n in powers if n > 0]
    below = [name if n == -1 else f"{name}**{-n}" for name, n in powers if n < 0]
    return "/".join(["*".join(above) or "1", *below])
