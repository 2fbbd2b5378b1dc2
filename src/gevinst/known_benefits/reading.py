"""From the TOML files to frozen records. What is incomplete or unknown is refused here."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from gevinst.catalogue_entries import checked_fields, checked_one_of, text_of
from gevinst.errors import ParameterError
from gevinst.known_benefits.records import Collision, KnownBenefit, NotFound, Source
from gevinst.units import counted_units

CLASSES = (
    "cash",
    "capacity",
    "avoided_growth",
    "quality_priced",
    "quality_unpriced",
    "transfer",
)
_NEEDED = {"id", "name", "unit", "class", "indicator", "definition", "sources"}
_OPTIONAL = {"new_work", "in_the_centre", "note"}
_SOURCE = {"title", "publisher", "url", "retrieved"}
_COLLISION = {"rule", "across", "one", "others", "except"}

Pair = frozenset[str]


def parse(text: str, file: str) -> dict[str, Any]:
    """Read TOML; a malformed file is an error of ours that names the file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ParameterError.invalid(file, file, str(error)) from None


def read_sources(raw: Mapping[str, Any], file: str) -> dict[str, Source]:
    """Sources by their short names; one with an address says when it was opened."""
    found = {}
    for name, item in raw.items():
        if name == "not_found":
            continue
        fields = checked_fields(item, {"title", "publisher"}, _SOURCE, name, file)
        url, retrieved = fields.get("url"), fields.get("retrieved")
        if url is not None and not isinstance(retrieved, dt.date):
            raise ParameterError.invalid(name, file, "an address needs the day it was opened")
        found[name] = Source(
            title=fields["title"], publisher=fields["publisher"], url=url, retrieved=retrieved
        )
    return found


def read_not_found(raw: Mapping[str, Any], file: str) -> tuple[NotFound, ...]:
    """What is known to exist, but was not found."""
    items = raw.get("not_found", [])
    return tuple(
        NotFound(id=item["id"], text=text_of({k: item.get(k) for k in ("nb", "en")}, "", file))
        for item in items
    )


def read_collisions(raw: Mapping[str, Any], file: str) -> dict[Pair, Collision]:
    """Every pair that counts the same thing twice, with the rule; the first rule holds."""
    found: dict[Pair, Collision] = {}
    for item in raw["collision"]:
        fields = checked_fields(item, {"rule", "one", "others"}, _COLLISION, "collision", file)
        excepted = {frozenset(pair) for pair in fields.get("except", ())}
        record = Collision(rule=fields["rule"], across=fields.get("across", False))
        for a in fields["one"]:
            for b in fields["others"]:
                if a != b and frozenset((a, b)) not in excepted:
                    found.setdefault(frozenset((a, b)), record)
    return found


def read_benefits(
    raw: Mapping[str, Any],
    receiver: str,
    file: str,
    sources: Mapping[str, Source],
    collisions: Mapping[Pair, Collision],
) -> Iterator[KnownBenefit]:
    """The benefits of one receiver, in the order of the file.

    Raises
    ------
    ParameterError
        A field is missing or unknown, or names a unit, class or source that there is not.
    """
    for item in raw.get("benefit", ()):
        name = str(item.get("id"))
        fields = checked_fields(item, _NEEDED, _NEEDED | _OPTIONAL, name, file)
        checked_one_of(fields["unit"], counted_units(), "unit", name, file)
        checked_one_of(fields["class"], CLASSES, "class", name, file)
        for source in fields["sources"]:
            checked_one_of(source, sources, "source", name, file)
        others = {other for pair in collisions if name in pair for other in pair - {name}}
        yield KnownBenefit(
            id=name,
            receiver=receiver,
            unit=fields["unit"],
            benefit_class=fields["class"],
            name=text_of(fields["name"], name, file),
            indicator=text_of(fields["indicator"], name, file),
            definition=text_of(fields["definition"], name, file),
            sources=tuple(sources[source] for source in fields["sources"]),
            collides_with=tuple(sorted(others)),
            new_work=fields.get("new_work", False),
            in_the_centre=fields.get("in_the_centre", False),
            note=text_of(fields["note"], name, file) if "note" in fields else None,
        )
