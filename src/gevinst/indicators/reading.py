"""From the TOML files to frozen records. What is incomplete or unknown is refused here."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from gevinst.catalogue_entries import checked_fields, checked_one_of, text_of
from gevinst.errors import ParameterError
from gevinst.indicators.records import KINDS, UNITS, KnownIndicator, Source

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
        fields = checked_fields(item, {"title", "publisher"}, _SOURCE, name, file)
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
        fields = checked_fields(item, _NEEDED, _NEEDED, name, file)
        checked_one_of(fields["kind"], KINDS, "kind", name, file)
        checked_one_of(fields["unit"], UNITS[fields["kind"]], "unit", name, file)
        checked_one_of(fields["better"], _BETTER, "better", name, file)
        if not fields["sources"]:
            raise ParameterError.invalid(name, file, "it has no source")
        for source in fields["sources"]:
            checked_one_of(source, sources, "source", name, file)
        yield KnownIndicator(
            id=name,
            topic=topic,
            kind=fields["kind"],
            unit=fields["unit"],
            better=fields["better"],
            sources=tuple(sources[source] for source in fields["sources"]),
            **{key: text_of(fields[key], name, file) for key in _TEXTS},
        )
