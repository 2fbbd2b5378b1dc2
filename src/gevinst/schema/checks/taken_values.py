"""Values of benefit lines that are taken from measurements and comparisons fit their lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gevinst.messages import Term
from gevinst.schema.checks.measurements import comparable, folded, sound
from gevinst.schema.checks.reading import Draft, Raw, text_of
from gevinst.schema.checks.unknown_names import unknown
from gevinst.schema.findings import Finding, Location
from gevinst.schema.lists import MOST_RECORDS
from gevinst.schema.measured_rates import arms_of, compared_ratio
from gevinst.schema.measurements import Comparison, Measurement
from gevinst.schema.taken_values import taken_value
from gevinst.schema.value_forms import read_value
from gevinst.schema.values import COMPARED, MEASURED, TAKEN, UNBOUNDED, Value

MOST_TIMES = 1001
"""Largest ratio that an effect may come of."""
_UNITS = {"loop": "event"}
_Found = Iterator[Finding]


def value_in(draft: Draft, given: object, unit: str) -> Value | None:
    """A value of a benefit line, looked up if it is taken; None if it cannot be read."""
    kind = next((key for key in TAKEN if isinstance(given, Mapping) and key in given), None)
    if given is None:
        return None
    value, _ = read_value(given, unit, UNBOUNDED, takes=kind)
    if value is None or value.taken is None:
        return value
    measured, name = sound(draft), value.taken.id
    compared = {
        key: comparison
        for key, (_, comparison) in draft.comparisons.items()
        if key == name and comparable(comparison, measured)
    }
    known = measured if value.taken.kind == MEASURED else compared
    return taken_value(value, measured, compared) if name in known else None


def _named(table: Raw, key: str, kind: str) -> str | None:
    """Id that a value is taken from."""
    given = table.get(key)
    return text_of(given, kind) if isinstance(given, Mapping) else None


def baselines(draft: Draft) -> _Found:
    """A baseline is taken from a measurement of the same, and is said to be measured."""
    known = draft.texts("id", "measurements")
    for location, table in draft.tables("benefits"):
        name = _named(table, "baseline", MEASURED)
        if name is None:
            continue
        origin = text_of(table, "baseline_from")
        if origin not in {None, "measured"}:
            yield Finding((*location, "baseline_from"), "taken.not_measured", {"found": origin})
        place = (*location, "baseline", MEASURED)
        if name not in known:
            yield unknown(place, name, "measurement", known)
        elif name in draft.measurements:
            yield from _fits(draft, place, table, draft.measurements[name][1])


def effects(draft: Draft) -> _Found:
    """An effect is taken from a comparison of the same, whose design the line states."""
    known = draft.texts("id", "comparisons")
    for location, table in draft.tables("benefits"):
        name = _named(table, "effect", COMPARED)
        if name is None:
            continue
        place = (*location, "effect", COMPARED)
        if name not in known:
            yield unknown(place, name, "comparison", known)
        elif name in draft.comparisons:
            comparison = draft.comparisons[name][1]
            yield from _same_words(place, table, comparison)
            yield from _same_design(location, table, comparison)
            yield from _ratio(draft, place, table, comparison)


def _fits(draft: Draft, place: Location, table: Raw, measurement: Measurement) -> _Found:
    yield from _same_words(place, table, measurement)
    yield from _same_unit(place, table, measurement)
    yield from _same_groups(draft, place, table, measurement)


def _same_words(place: Location, table: Raw, of: Measurement | Comparison) -> _Found:
    """The indicator and its definition."""
    for key, other in (("indicator", of.indicator), ("definition", of.definition)):
        own = text_of(table, key)
        if own is not None and folded(own) != folded(other):
            facts = {"found": of.id, "other": other, "own": own}
            yield Finding(place, f"taken.other_{key}", facts)


def _same_unit(place: Location, table: Raw, measurement: Measurement) -> _Found:
    own = _UNITS.get(text_of(table, "kind") or "", text_of(table, "unit"))
    if own is not None and own != measurement.unit:
        facts = {"found": measurement.id, "other": measurement.unit, "own": own}
        yield Finding(place, "taken.other_unit", facts)


def _same_groups(draft: Draft, place: Location, table: Raw, measurement: Measurement) -> _Found:
    """A measurement of some patient groups is of those that the line is for."""
    if measurement.groups is None:
        return
    listed = table.get("groups")
    named = None
    if isinstance(listed, list):
        named = [group for group in listed[:MOST_RECORDS] if isinstance(group, str)]
    own = set(draft.texts("id", "groups") if named is None else named)
    if own != set(measurement.groups):
        facts = {
            "found": measurement.id,
            "other": measurement.groups,
            "own": Term("all_groups") if named is None else tuple(named),
        }
        yield Finding(place, "taken.other_groups", facts)


def _same_design(location: Location, table: Raw, comparison: Comparison) -> _Found:
    own = text_of(table, "design")
    if own is not None and own != comparison.evidence:
        told = comparison.evidence != comparison.design
        facts = {
            "found": comparison.id,
            "other": comparison.evidence,
            "own": own,
            "because": "selected_on_use = true" if told else None,
        }
        yield Finding((*location, "design"), "taken.other_design", facts)


def _ratio(draft: Draft, place: Location, table: Raw, comparison: Comparison) -> _Found:
    """The measurements behind a ratio count what the line counts, and the ratio is a number."""
    measured = sound(draft)
    if not comparable(comparison, measured):
        return
    for name in arms_of(comparison)[:1]:
        yield from _same_unit(place, table, measured[name])
    highest = compared_ratio(comparison, measured).high
    if not highest <= MOST_TIMES:
        facts = {"found": comparison.id, "high": f"{highest:.4g}"}
        yield Finding(place, "taken.effect_too_uncertain", facts)
