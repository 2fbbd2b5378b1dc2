"""Ids, codes and names: each used once, and codes of the right form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gevinst.schema.benefits import ACTORS
from gevinst.schema.checks.reading import Draft, text_of
from gevinst.schema.findings import Finding, Location

_UNIQUE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("code", ("partners",)),
    ("name", ("partners",)),
    ("id", ("groups",)),
    ("name", ("groups",)),
    ("id", ("tasks",)),
    ("id", ("centre", "roles")),
    ("id", ("funding",)),
    ("id", ("benefits",)),
    ("id", ("measurements",)),
    ("id", ("comparisons",)),
    ("id", ("professions",)),
    ("id", ("map",)),
)
RESERVED = (*ACTORS, "other")
_MUNICIPALITY_CODE = re.compile(r"\d{4}", re.ASCII)


def unique_names(draft: Draft) -> Iterator[Finding]:
    """Ids and names are unique in their list; cost lines and roles share one list of ids."""
    for key, path in _UNIQUE:
        yield from _repeated(key, [(at, text_of(t, key)) for at, t in draft.tables(*path)])
    roles = set(draft.texts("id", "centre", "roles"))
    lines = [(at, text_of(table, "id")) for at, table in draft.tables("cost_lines")]
    yield from _repeated("id", lines)
    for location, name in lines:
        if name in roles:
            yield Finding((*location, "id"), "name.line_is_role", {"found": name})
    keys = [
        (at, f"{basis} ({period})")
        for at, table in draft.tables("price_model", "keys")
        if (basis := text_of(table, "basis"))
        and (period := text_of(table, "period"))
        and not {"members", "name"} & table.keys()
    ]
    yield from _repeated("basis", keys)


def _repeated(key: str, found: Sequence[tuple[Location, str | None]]) -> Iterator[Finding]:
    first: dict[str, Location] = {}
    for location, text in found:
        if text is None:
            continue
        if text in first:
            facts = {"found": text, "key": key, "first_location": first[text]}
            yield Finding((*location, key), "name.repeated", facts)
        first.setdefault(text, (*location, key))


def codes(draft: Draft) -> Iterator[Finding]:
    """A municipality has four digits; a hospital trust has no code that means another actor."""
    for location, table in draft.tables("partners"):
        code, kind = text_of(table, "code"), table.get("kind")
        if code is None:
            continue
        if kind == "municipality" and not _MUNICIPALITY_CODE.fullmatch(code):
            yield Finding((*location, "code"), "name.municipality_code", {"found": code})
        if kind == "hospital_trust" and code in RESERVED:
            facts = {"found": code, "allowed": RESERVED}
            yield Finding((*location, "code"), "name.reserved", facts)
