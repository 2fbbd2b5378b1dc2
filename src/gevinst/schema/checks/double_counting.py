"""Nothing is counted twice: lines held to the catalogue, and against one another."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.known_benefits import known_benefits, names
from gevinst.messages import nearest
from gevinst.schema.checks.reading import Draft, Raw, text_of
from gevinst.schema.findings import Finding, Location
from gevinst.schema.overlaps import TRANSFER, accepted, overlaps

DRG_POINT = "drg_point"
HOSPITAL = "hospital"
SORTS = {
    "cash": "resources",
    "capacity": "resources",
    "avoided_growth": "resources",
    "quality_priced": "quality",
    "quality_unpriced": "quality",
    TRANSFER: TRANSFER,
}
"""Class -> the sort of benefit that it is: a line may choose another class of the same sort."""
_Found = Iterator[Finding]


def catalogue(draft: Draft) -> _Found:
    """A line that names a benefit of the catalogue counts it in its unit, for its receiver.

    The receiver of a transfer may stand at either end of it.
    """
    for location, table in draft.tables("benefits"):
        name = text_of(table, "catalogue")
        if name is None:
            continue
        if name not in names():
            facts = {"found": name, "suggestion": nearest(name, names())}
            yield Finding((*location, "catalogue"), "overlap.catalogue_unknown", facts)
        else:
            yield from _against(location, table, name, draft.hospital_codes())


def _against(location: Location, table: Raw, name: str, hospitals: tuple[str, ...]) -> _Found:
    known = known_benefits()[name]
    unit, receiver, of_class = (text_of(table, key) for key in ("unit", "receiver", "class"))
    if text_of(table, "kind") == "hours":
        unit = "work_hour"
    if unit is not None and unit != known.unit:
        facts: dict[str, object] = {"found": name, "unit": unit, "expected": known.unit}
        place = (*location, "unit") if "unit" in table else (*location, "kind")
        yield Finding(place, "overlap.catalogue_unit", facts)
    expected = hospitals if known.receiver == HOSPITAL else (known.receiver,)
    ends = {receiver, text_of(table, "counterparty") if of_class == TRANSFER else receiver}
    if receiver is not None and not ends & set(expected):
        facts = {"found": name, "receiver": receiver, "allowed": expected or (HOSPITAL,)}
        yield Finding((*location, "receiver"), "overlap.catalogue_receiver", facts)
    if of_class in SORTS and SORTS[of_class] != SORTS[known.benefit_class]:
        facts = {"found": name, "of_class": of_class, "expected": known.benefit_class}
        yield Finding((*location, "class"), "overlap.catalogue_class", facts)


def refunds(draft: Draft) -> _Found:
    """Activity-based funding moves money from the state to the hospital: a transfer, no gain."""
    for location, table in draft.tables("benefits"):
        of_class = text_of(table, "class")
        if text_of(table, "unit") == DRG_POINT and of_class in SORTS and of_class != TRANSFER:
            facts = {"found": of_class}
            yield Finding((*location, "class"), "overlap.refund_is_transfer", facts)


def overlapping(draft: Draft) -> _Found:
    """No two lines count the same thing, unless somebody has said why both stand."""
    settled = accepted(draft)
    for overlap in overlaps(draft):
        one, other = overlap.one, overlap.other
        if overlap.is_error and frozenset((one.id, other.id)) not in settled:
            facts = {
                "one": other.name,
                "other": one.name,
                "first_location": (*one.location, "id"),
                "lines": f'["{one.id}", "{other.id}"]',
            }
            yield Finding(other.location, f"overlap.{overlap.rule}", facts)
