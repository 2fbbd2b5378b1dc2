"""Entries of the catalogues that the library ships: known fields, and texts in two languages."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from gevinst.errors import ParameterError


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in Norwegian bokmaal and in English."""

    nb: str
    en: str


def checked_fields(
    raw: object, needed: set[str], known: set[str], name: str, file: str
) -> Mapping[str, Any]:
    """Return the table if it has every field that is needed, and no other than those known."""
    if not isinstance(raw, Mapping):
        raise ParameterError.invalid(name, file, f"found {type(raw).__name__}, not a table")
    for field in sorted(needed - raw.keys()):
        raise ParameterError.invalid(name, file, f"{field} is missing")
    for field in sorted(raw.keys() - known):
        raise ParameterError.invalid(name, file, f"unknown field {field!r}")
    return raw


def checked_one_of(found: str, allowed: Container[str], what: str, name: str, file: str) -> None:
    """Go on if this is one of those that there are."""
    if found not in allowed:
        raise ParameterError.invalid(name, file, f"there is no {what} {found!r}")


def text_of(raw: object, name: str, file: str) -> Text:
    """Return the text if both languages say something."""
    fields = checked_fields(raw, {"nb", "en"}, {"nb", "en"}, name, file)
    if not fields["nb"] or not fields["en"]:
        raise ParameterError.invalid(name, file, "a text is missing in nb or en")
    return Text(nb=fields["nb"], en=fields["en"])
