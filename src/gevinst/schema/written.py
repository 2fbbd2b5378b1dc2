"""A project as the tables of a file that says the same, with every number as it was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from gevinst.schema.months import Month
from gevinst.schema.opening_hours import Span, text_of
from gevinst.schema.price_years import in_prices
from gevinst.schema.project import Project
from gevinst.schema.table import ClosedTable
from gevinst.schema.value_forms import read_value
from gevinst.schema.values import Value
from gevinst.units import canonical_unit


def tables_of(project: Project) -> dict[str, Any]:
    """Tables, lists, texts, numbers and dates that make the same project when they are checked.

    Parameters
    ----------
    project : Project

    Returns
    -------
    dict
        What a project file would say, keys in the order of the file that was read. A field that
        was left out is left out; opening hours and months are written in the usual way.

    Examples
    --------
    >>> import gevinst as gv
    >>> project = gv.example("nord-troms")
    >>> tables_of(project)["groups"][0]["ramp_time"]["likely"]
    '18 month'
    >>> Project.model_validate(tables_of(project)) == project
    True
    """
    return _table(project)


def _table(table: ClosedTable) -> dict[str, Any]:
    names = {field.alias or name: name for name, field in type(table).model_fields.items()}
    written = [key for key in names if names[key] in table.model_fields_set]
    keys = [key for key, _ in table.items() if key in written]
    contents = {key: getattr(table, names[key]) for key in keys}
    return {key: _plain(content) for key, content in contents.items() if content is not None}


def _plain(content: object) -> Any:  # noqa: ANN401  text, number, date, list or table
    match content:
        case ClosedTable():
            return _table(content)
        case Mapping():
            return {key: _plain(inner) for key, inner in content.items()}
        case tuple() if all(isinstance(part, Span) for part in content) and content:
            return text_of(content)
        case tuple():
            return [_plain(inner) for inner in content]
    return _leaf(content)


def _leaf(content: object) -> object:
    match content:
        case Value():
            return _given(content)
        case Month():
            return str(content)
        case bool() | int() | float() | str() | dt.date():
            return content
    raise TypeError(type(content).__name__)


def _given(value: Value) -> object:
    """What was written, if it still says what the value is; else the value in canonical units."""
    given = dict(value.given) if isinstance(value.given, Mapping) else value.given
    if _says(given, value):
        return given
    unit = "" if value.unit == "1" else f" {canonical_unit(value.unit)}"
    remarks = {key: getattr(value, key) for key in ("source", "note") if key not in value.inherited}
    stated = {key: text for key, text in remarks.items() if text is not None}
    if value.means is None:
        return {"value": f"{value.likely!r}{unit}", **stated}
    ends = {key: f"{getattr(value, key)!r}{unit}" for key in ("likely", "low", "high")}
    return {**ends, "means": value.means, **stated}


def _says(given: object, value: Value) -> bool:
    if value.taken is not None:
        return value.taken.numbers == (value.likely, value.low, value.high)
    again, _ = read_value(given, value.unit, value.bounds)
    if again is not None and value.price_change is not None:
        again = in_prices(again, value.price_change)
    same = ("likely", "low", "high", "means", "named", "truncate")
    return again is not None and all(getattr(again, k) == getattr(value, k) for k in same)
