"""The forms in which a value may be written."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from gevinst.schema.describe import shown, type_of
from gevinst.schema.distributed import (
    TRUNCATE,
    asked_to_truncate,
    held_range,
    read_distribution,
    read_estimate,
)
from gevinst.schema.findings import Finding
from gevinst.schema.value_reader import MOST_REPORTED, Reader
from gevinst.schema.values import LEVEL_TEXT, LIMITS, TAKEN, Bounds, Taken, Value

ENDS = ("low", "high", "means")
"""Keys of a range; with them and no form, a range is meant whose likely number is missing."""


def _stated(table: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    reader.keys(table, ("value",))
    likely = reader.number(table["value"], ("value",))
    return {"likely": likely, "low": likely, "high": likely}


def _range(table: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    reader.keys(table, ("likely", "low", "high", "means"), (TRUNCATE,))
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
    truncate = asked_to_truncate(table, reader)
    parts = {"likely": likely, "low": low, "high": high, "means": means, TRUNCATE: truncate}
    return parts if reader.findings else {**parts, **held_range(parts, table, reader)}


def _meaning(given: object) -> str | None:
    """What a range means, written in one way; None if it is neither an interval nor limits."""
    if not isinstance(given, str):
        return None
    match = LEVEL_TEXT.fullmatch(given)
    if match:
        return f"{match.group(1)} % interval"
    return given if given == LIMITS else None


FORMS: Mapping[str, Callable[[Mapping[str, Any], Reader], dict[str, Any]]] = {
    "value": _stated,
    "distribution": read_distribution,
    "estimate": read_estimate,
    "likely": _range,
}
"""The key that tells which form a value has, and how that form is read."""


def _taken(
    given: Mapping[str, Any], reader: Reader, takes: str | None
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
    value = Value(
        likely=0,
        low=0,
        high=0,
        unit=reader.unit,
        note=note,
        given=given,
        taken=taken,
        bounds=reader.bounds,
        truncate=True,
    )
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
    reader = Reader(unit, bounds, unit_because, [])
    if not isinstance(given, Mapping):
        number = reader.number(given, ())
        parts: dict[str, Any] = {"likely": number, "low": number, "high": number}
    elif any(key in given for key in TAKEN):
        return _taken(given, reader, takes)
    else:
        form = next((key for key in FORMS if key in given), None)
        if form is None and any(key in given for key in ENDS):
            form = "likely"  # a range without its most likely value: say that that is missing
        if form is None:
            return None, [Finding((), "value.no_form", {"found": tuple(given)})]
        parts = {**FORMS[form](given, reader), **reader.remarks(given), **reader.prices(given)}
    if reader.findings:
        return None, reader.findings
    return Value(unit=unit, given=given, bounds=bounds, **parts), []
