"""Correction by evidence: every number has a source, every design one correction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gevinst.schema.checks.reading import Draft, Raw, text_of
from gevinst.schema.findings import Finding, Location


def corrections(draft: Draft) -> Iterator[Finding]:
    """No number without its source; no design twice; not a table that says nothing."""
    table = draft.table("evidence_correction")
    place: Location = ("evidence_correction",)
    if "evidence_correction" in draft.raw and not {"cost_uplift", "designs"} & table.keys():
        yield Finding(place, "evidence.nothing")
    yield from _unsourced(place, table, "cost_uplift", text_of(table, "source"))
    first: dict[str, Location] = {}
    for location, design in draft.tables("evidence_correction", "designs"):
        for field in ("gain_factor", "delay"):
            yield from _unsourced(location, design, field, text_of(design, "source"))
        named = text_of(design, "design")
        at = (*location, "design")
        if named in first:
            facts = {"found": named, "key": "design", "first_location": first[named]}
            yield Finding(at, "name.repeated", facts)
        elif named is not None:
            first[named] = at


def _unsourced(place: Location, table: Raw, field: str, inherited: str | None) -> Iterator[Finding]:
    value = table.get(field)
    own = text_of(value, "source") if isinstance(value, Mapping) else None
    if value is not None and not own and not inherited:
        yield Finding((*place, field), "evidence.no_source", {"field": field})
