"""How a value from a file is named and shown in a message."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from gevinst.messages import Term, visible

_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "whole_number"),
    (float, "number"),
    (str, "text"),
    (dt.date, "date"),  # a date with a time of day is a date too
    (dt.time, "time_of_day"),
    (Mapping, "table"),
    (list, "list"),
    (tuple, "list"),
)


def type_of(given: object) -> Term:
    """Name the type of a value as people say it."""
    return Term(next((name for kind, name in _TYPES if isinstance(given, kind)), "unknown_type"))


def shown(given: object) -> str | Term:
    """Show a value as it is written in the file; tables and lists are only named."""
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, str):
        return f'"{visible(given)}"'
    if isinstance(given, (Mapping, list, tuple)):
        return type_of(given)
    if isinstance(given, int) and abs(given) >= 10**30:
        return Term("huge_integer")
    return visible(str(given))
