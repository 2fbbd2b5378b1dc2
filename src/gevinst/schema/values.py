"""The value type: every number of a project file, with its unit, range, source and note."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from gevinst.errors import UnitError
from gevinst.messages import nearest
from gevinst.parameters import PriceChange
from gevinst.schema.describe import shown, type_of
from gevinst.schema.findings import Finding, Location
from gevinst.units import to_canonical

MEASURED, COMPARED = "measured", "compared"
TAKEN: dict[str, str] = {
    MEASURED: "Nullpunktet hentes fra denne målingen: id i measurements.",
    COMPARED: "Effekten hentes fra denne sammenligningen: id i comparisons.",
}
"""Forms in which a value names where in the project it is taken from."""
LIMITS = "limits"
MEANINGS = ("80 % interval", LIMITS)  # those that people are shown; any interval below is allowed
INTERVAL = "[5-9][0-9] ?% interval"
_LEVEL = re.compile("([5-9][0-9])[ \u00a0]?% interval")
_PERCENT = 100
REMARKS = {"source": "Hvor tallet kommer fra.", "note": "Merknad til tallet."}
PRICE_KEYS = ("price_year", "deflator", "vintage")
PRICE_YEARS = (1970, 2100)
LARGEST = 1e15  # canonical, either way; room for sums and products in a float
KRONER = "NOK"
MOST_NOK = 1e12
MOST_REPORTED = 20  # unknown keys of one value


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Where a value is taken from: a measurement or a comparison of the same project.

    Attributes
    ----------
    kind : str
        ``"measured"`` or ``"compared"``.
    id : str
        Of the measurement or comparison.
    numbers : tuple of float or None
        Likely, low and high as they follow from it; None until it has been looked up.
    """

    kind: str
    id: str
    numbers: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number of the project file, in canonical units.

    Attributes
    ----------
    likely, low, high : float
        In canonical units (year, work_hour, NOK, patient ...). Without a range, `low` and
        `high` equal `likely`.
    means : str or None
        What the range means: an interval such as ``"80 % interval"`` (50 to 99), or
        ``"limits"``; None without a range.
    unit : str
        The unit that the schema states, in which a plain number is read.
    source, note : str or None
        From the value itself, else from the table it stands in.
    given : object
        What the user wrote: a number, a text or a table.
    inherited : tuple of str
        Which of `source` and `note` come from the table.
    price_year : int or None
        Year of the prices of an amount in kroner, where that may be another than the project's.
    deflator, vintage : str or None
        Series, and publication of it, to bring the amount to the project's price year with.
    price_change : PriceChange or None
        How that was done: `likely`, `low` and `high` are in the project's prices already.
    taken : Taken or None
        The measurement or comparison of the project that the number follows from.
    """

    likely: float
    low: float
    high: float
    means: str | None = None
    unit: str
    source: str | None = None
    note: str | None = None
    given: Any = field(default=None, hash=False)
    inherited: tuple[str, ...] = ()
    price_year: int | None = None
    deflator: str | None = None
    vintage: str | None = None
    price_change: PriceChange | None = None
    taken: Taken | None = None

    @property
    def is_range(self) -> bool:
        """Whether the user gave a range."""
        return self.means is not None

    @property
    def level(self) -> float | None:
        """Probability that the range covers, such as 0.8; None for limits and without a range."""
        match = _LEVEL.fullmatch(self.means or "")
        return int(match.group(1)) / _PERCENT if match else None


@functools.cache
def _canonical_bound(bound: float, unit: str) -> float:
    return to_canonical(bound, unit)


@functools.lru_cache(maxsize=4096)
def _canonical_text(text: str, unit: str) -> float:
    return to_canonical(text, unit)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Allowed range of a number, in the unit that the schema states."""

    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None

    def hold(self, number: float, unit: str) -> bool:
        """Whether a canonical number is within the bounds."""
        return not (
            (self.at_least is not None and number < _canonical_bound(self.at_least, unit))
            or (self.above is not None and number <= _canonical_bound(self.above, unit))
            or (self.at_most is not None and number > _canonical_bound(self.at_most, unit))
        )

    def facts(self) -> dict[str, float | None]:
        """The bounds by name, whole numbers as such."""
        stated = {"at_least": self.at_least, "above": self.above, "at_most": self.at_most}
        return {
            name: int(bound) if bound is not None and float(bound).is_integer() else bound
            for name, bound in stated.items()
        }


UNBOUNDED = Bounds()


def _is_infinite(given: float | str) -> bool:
    return isinstance(given, float) and not math.isfinite(given)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one value: unit and bounds known, findings collected."""

    unit: str
    bounds: Bounds
    unit_because: str | None
    findings: list[Finding]

    def number(self, given: object, loc: Location) -> float:
        """Canonical number; NaN if something was found to be wrong."""
        number = self._converted(given, loc)
        if math.isnan(number):
            return number
        unit = None if self.unit == "1" else self.unit
        if self.bounds.hold(number, self.unit):
            if abs(number) <= LARGEST:
                return number
            self._found(loc, "number.too_large", found=shown(given), unit=unit)
            return math.nan
        self._found(loc, "number.bound", found=shown(given), unit=unit, **self.bounds.facts())
        return math.nan

    def _converted(self, given: object, loc: Location) -> float:
        if isinstance(given, bool) or not isinstance(given, (int, float, str)):
            unit = None if self.unit == "1" else self.unit
            self._found(
                loc, "number.wrong_type", found=shown(given), type=type_of(given), unit=unit
            )
            return math.nan
        try:
            number = math.inf if _is_infinite(given) else self._canonical(given)
        except UnitError as error:
            facts = {**error.facts, "field": self.unit_because}
            kind = error.kind
            if self.unit_because and error.reason in {"wrong_dimension", "missing_per"}:
                kind = "number.unit_follows"
            self._found(loc, kind, **facts)
            return math.nan
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            self._found(loc, "number.not_finite", found=shown(given))
            return math.nan
        return number

    def _canonical(self, given: float | str) -> float:
        if isinstance(given, str):
            return _canonical_text(given, self.unit)
        return to_canonical(float(given), self.unit)

    def _found(self, loc: Location, kind: str, **facts: object) -> None:
        self.findings.append(Finding(loc, kind, facts))

    def remarks(self, table: Mapping[str, Any]) -> dict[str, str | None]:
        """Source and note of a value written as a table."""
        remarks: dict[str, str | None] = {}
        for key in REMARKS:
            text = table.get(key)
            if text is not None and not (isinstance(text, str) and text.strip()):
                self._found((key,), "text.wrong_type", found=shown(text), type=type_of(text))
                text = None
            remarks[key] = text
        return remarks

    @property
    def in_kroner(self) -> bool:
        """Whether it is an amount of money, by itself or per something."""
        return self.unit.partition("/")[0] == KRONER

    def prices(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Price year of an amount in kroner, with the series and vintage to change it by."""
        if not self.in_kroner:
            return {}
        stated: dict[str, Any] = {}
        for key in PRICE_KEYS:
            found = table.get(key)
            if found is None:
                continue
            if key == "price_year":
                whole = isinstance(found, int) and not isinstance(found, bool)
                fits = whole and PRICE_YEARS[0] <= found <= PRICE_YEARS[1]
            else:
                fits = isinstance(found, str) and bool(found.strip())
                if not fits:
                    facts = {"found": shown(found), "type": type_of(found)}
                    self._found((key,), "text.wrong_type", **facts)
            if key == "price_year" and not fits:
                first, last = PRICE_YEARS
                self._found((key,), "value.price_year", found=shown(found), first=first, last=last)
            if key != "price_year" and "price_year" not in table:
                self._found((key,), "key.together", given=key, missing="price_year")
            stated[key] = found
        return stated

    def keys(self, table: Mapping[str, Any], required: tuple[str, ...]) -> None:
        """Report keys that are missing or unknown."""
        allowed = (*required, *REMARKS, *(PRICE_KEYS if self.in_kroner else ()))
        misspelt = set()
        for key in islice((key for key in table if key not in allowed), MOST_REPORTED):
            near = nearest(key, [name for name in allowed if name not in table])
            misspelt.add(near)
            self._found((key,), "key.unknown", found=key, suggestion=near, allowed=allowed)
        for key in required:
            if key not in table and key not in misspelt:
                self._found((), "value.missing_key", missing=key, allowed=required)


def _stated(table: Mapping[str, Any], reader: _Reader) -> dict[str, Any]:
    reader.keys(table, ("value",))
    likely = reader.number(table["value"], ("value",))
    return {"likely": likely, "low": likely, "high": likely}


def _range(table: Mapping[str, Any], reader: _Reader) -> dict[str, Any]:
    reader.keys(table, ("likely", "low", "high", "means"))
    low, likely, high = (
        reader.number(table[key], (key,)) if key in table else math.nan
        for key in ("low", "likely", "high")
    )
    means = _meaning(table.get("means"))
    if "means" in table and means is None:
        reader.findings.append(Finding(("means",), "range.means", {"found": shown(table["means"])}))
    for key, wrong in (("low", low > likely), ("high", high < likely)):
        if wrong:  # a NaN compares as False: it has been reported already
            facts = {"found": shown(table[key]), "likely": shown(table["likely"])}
            reader.findings.append(Finding((key,), f"range.{key}", facts))
    return {"likely": likely, "low": low, "high": high, "means": means}


def _meaning(given: object) -> str | None:
    """What a range means, written in one way; None if it is neither an interval nor limits."""
    if not isinstance(given, str):
        return None
    match = _LEVEL.fullmatch(given)
    if match:
        return f"{match.group(1)} % interval"
    return given if given == LIMITS else None


# The key that tells which form a value has, and how that form is read. New forms
# (distributions) are further entries, and further fields of `Value`.
FORMS: Mapping[str, Callable[[Mapping[str, Any], _Reader], dict[str, Any]]] = {
    "value": _stated,
    "likely": _range,
}


def _taken(
    given: Mapping[str, Any], reader: _Reader, takes: str | None
) -> tuple[Value | None, list[Finding]]:
    """A value that is looked up once the whole project is known; zero until then."""
    kind = next(key for key in TAKEN if key in given)
    if kind != takes:
        facts: dict[str, object] = {"found": kind, "allowed": takes}
        return None, [Finding((kind,), "value.not_taken_here", facts)]
    allowed = (kind, "note")
    for key in islice((key for key in given if key not in allowed), MOST_REPORTED):
        facts = {"found": key, "suggestion": None, "allowed": allowed}
        reader.findings.append(Finding((key,), "key.unknown", facts))
    name = given[kind]
    if not isinstance(name, str):
        facts = {"found": shown(name), "type": type_of(name)}
        reader.findings.append(Finding((kind,), "text.wrong_type", facts))
    note = reader.remarks({"note": given.get("note")})["note"]
    if reader.findings:
        return None, reader.findings
    taken = Taken(kind=kind, id=name)
    value = Value(likely=0, low=0, high=0, unit=reader.unit, note=note, given=given, taken=taken)
    return value, []


def read_value(
    given: object,
    unit: str,
    bounds: Bounds,
    unit_because: str | None = None,
    takes: str | None = None,
) -> tuple[Value | None, list[Finding]]:
    """Read one value of a project file.

    Parameters
    ----------
    given : object
        A number, a text with a unit, or a table of one of the `FORMS`.
    unit : str
        The unit that the schema states.
    bounds : Bounds
        They hold for likely, low and high alike.
    unit_because : str, optional
        Name of the field beside it from which the unit follows.
    takes : {"measured", "compared"}, optional
        From what the value may be taken.

    Returns
    -------
    tuple
        The value (None if anything is wrong) and what was found.
    """
    reader = _Reader(unit, bounds, unit_because, [])
    if not isinstance(given, Mapping):
        number = reader.number(given, ())
        parts: dict[str, Any] = {"likely": number, "low": number, "high": number}
    elif any(key in given for key in TAKEN):
        return _taken(given, reader, takes)
    else:
        form = next((key for key in FORMS if key in given), None)
        if form is None and any(key in given for key in ("low", "high", "means")):
            form = "likely"  # a range without its most likely value: say that that is missing
        if form is None:
            return None, [Finding((), "value.no_form", {"found": tuple(given)})]
        parts = {**FORMS[form](given, reader), **reader.remarks(given), **reader.prices(given)}
    if reader.findings:
        return None, reader.findings
    return Value(unit=unit, given=given, **parts), []
