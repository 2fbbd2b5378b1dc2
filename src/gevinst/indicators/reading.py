"""From the TOML files to frozen records. What is incomplete or unknown is refused here."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Container, Iterator, Mapping
from typing import Any

from gevinst.errors import ParameterError
from gevinst.indicators.records import KINDS, UNITS, KnownIndicator, Source, Text

_TEXTS = ("name", "definition", "counting_rule", "source_system", "caveat")
_NEEDED = {"id", "kind", "unit", "better", "sources", *_TEXTS}
_SOURCE = {"title", "publisher", "url", "retrieved", "own"}
_BETTER = ("fewer", "more")


def parse(text: str, file: str) -> dict[str, Any]:
    """Read TOML; a malformed file is an error of ours that names the file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ParameterError.invalid(file, file, str(error)) from None


def read_sources(raw: Mapping[str, Any], file: str) -> dict[str, Source]:
    """Sources by their short names; one with an address says when it was opened.

    Raises
    ------
    ParameterError
        A field is missing or unknown.
    """
    found = {}
    for name, item in raw.items():
        fields = _mapping(item, {"title", "publisher"}, _SOURCE, name, file)
        if fields.get("url") and not isinstance(fields.get("retrieved"), dt.date):
            raise ParameterError.invalid(name, file, "an address needs the day it was opened")
        found[name] = Source(**fields)
    return found


def read_indicators(
    raw: Mapping[str, Any], topic: str, file: str, sources: Mapping[str, Source]
) -> Iterator[KnownIndicator]:
    """The indicators of one topic, in the order of the file.

    Raises
    ------
    ParameterError
        A field is missing or unknown, or names a kind, unit or source that there is not.
    """
    for item in raw.get("indicator", ()):
        name = str(item.get("id"))
        fields = _mapping(item, _NEEDED, _NEEDED, name, file)
        _one_of(fields["kind"], KINDS, "kind", name, file)
        _one_of(fields["unit"], UNITS[fields["kind"]], "unit", name, file)
        _one_of(fields["better"], _BETTER, "better", name, file)
        if not fields["sources"]:
            raise ParameterError.invalid(name, file, "it has no source")
        for source in fields["sources"]:
            _one_of(source, sources, "source", name, file)
        yield KnownIndicator(
            id=name,
            topic=topic,
            kind=fields["kind"],
            unit=fields["unit"],
            better=fields["better"],
            sources=tuple(sources[source] for source in fields["sources"]),
            **{key: _text(fields[key], name, file) for key in _TEXTS},
        )


def _mapping(
    raw: object, needed: set[str], known: set[str], name: str, file: str
) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise ParameterError.invalid(name, file, f"found {type(raw).__name__}, not a table")
    for field in sorted(needed - raw.keys()):
        raise ParameterError.invalid(name, file, f"{field} is missing")
    for field in sorted(raw.keys() - known):
        raise ParameterError.invalid(name, file, f"unknown field {field!r}")
    return raw


def _one_of(found: str, allowed: Container[str], what: str, name: str, file: str) -> None:
    if found not in allowed:
        raise ParameterError.invalid(name, file, f"there is no {what} {found!r}")


def _text(raw: object, name: str, file: str) -> Text:
    fields = _mapping(raw, {"nb", "en"}, {"nb", "en"}, name, file)
    if not fields["nb"] or not fields["en"]:
        raise ParameterError.invalid(name, file, "a text is missing in nb or en")
    return Text(nb=fields["nb"], en=fields["en"])
