"""Benefit lines: what each kind and class must state, and what it must not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gevinst.schema.benefit_parts import BED_DAY_VALUES, BENEFIT_CLASSES
from gevinst.schema.benefits import WORK_UNIT
from gevinst.schema.checks.reading import Draft, Raw, text_of, value_of
from gevinst.schema.checks.taken_values import value_in
from gevinst.schema.findings import Finding, Location
from gevinst.schema.values import MEASURED
from gevinst.units import counted_units

BED_DAY = "bed_day"
QALY = "qaly"
OF_QALY = ("quality_priced", "quality_unpriced")
PEOPLE = ("patient", "next_of_kin", "society")
"""Actors without staff, beds or budget growth to free."""
_CHANGES = {"events": ("effect", "change"), "hours": ("after",), "loop": ("effect",)}
_SOURCED = ("measured", "sourced")
_Found = Iterator[Finding]


def lines(draft: Draft) -> Iterator[tuple[Location, Raw, str, str]]:
    """Each line with its kind and class; empty where they cannot be read."""
    for location, table in draft.tables("benefits"):
        yield location, table, text_of(table, "kind") or "", text_of(table, "class") or ""


def contacts(location: Location, table: Raw) -> Iterator[tuple[Location, Raw]]:
    """Contacts of a loop."""
    listed = table.get("contacts")
    for index, contact in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(contact, Mapping):
            yield (*location, "contacts", index), contact


def transfer(draft: Draft) -> _Found:
    """A transfer is paid by somebody, and by another one than its receiver; nothing else is."""
    for location, table, _, of_class in lines(draft):
        stated = text_of(table, "counterparty")
        place = (*location, "counterparty")
        if of_class == "transfer" and "counterparty" not in table:
            yield Finding(location, "benefit.counterparty_missing")
        if of_class in BENEFIT_CLASSES and of_class != "transfer" and "counterparty" in table:
            yield Finding(place, "benefit.counterparty_unused", {"found": of_class})
        if of_class == "transfer" and stated is not None and stated == text_of(table, "receiver"):
            yield Finding(place, "benefit.counterparty_receives", {"found": stated})


def price(draft: Draft) -> _Found:
    """An event has the price that its class and unit ask for, and no other."""
    for location, table, kind, of_class in lines(draft):
        unit = text_of(table, "unit")
        if kind != "events" or of_class not in BENEFIT_CLASSES or unit not in counted_units():
            continue
        if unit == WORK_UNIT and of_class != "quality_unpriced":
            yield from _kroner_of_hours(location, table, "unit_value")
        else:
            yield from _unit_value(location, table, of_class, bed_day=unit == BED_DAY)
        if "bed_day_value" in table and (unit != BED_DAY or of_class not in BED_DAY_VALUES):
            facts = {"found": of_class if unit == BED_DAY else unit}
            yield Finding((*location, "bed_day_value"), "benefit.bed_day_values_unused", facts)


def _unit_value(location: Location, table: Raw, of_class: str, *, bed_day: bool) -> _Found:
    """One price, three for a bed-day, and none for what is stated not to have one."""
    place, valued = (*location, "unit_value"), "unit_value" in table
    if of_class == "quality_unpriced":
        if valued:
            yield Finding(place, "benefit.value_unused")
    elif bed_day and of_class in BED_DAY_VALUES:
        if valued:
            yield Finding(place, "benefit.one_bed_day_value")
        if "bed_day_value" not in table:
            yield Finding(location, "benefit.bed_day_values_missing", {"found": of_class})
    elif not valued:
        yield Finding(location, "benefit.value_missing", {"found": of_class})


def _kroner_of_hours(location: Location, table: Raw, key: str) -> _Found:
    """Hours become kroner by a named budget decision, and by nothing else."""
    decided, valued = "budget_decision" in table, key in table
    if valued and not decided:
        yield Finding((*location, key), "benefit.hours_are_not_kroner", {"key": key})
    if decided and not valued:
        yield Finding(
            (*location, "budget_decision"), "benefit.decision_without_value", {"key": key}
        )
    if text_of(table, "class") == "cash" and not decided:
        yield Finding((*location, "class"), "benefit.cash_without_decision")


def hours(draft: Draft) -> _Found:
    """Hours of work are hours; only a budget decision makes kroner of them."""
    for location, table, kind, _ in lines(draft):
        if kind == "hours":
            yield from _kroner_of_hours(location, table, "hour_value")
        unit = text_of(table, "unit")
        if kind == "events" and "budget_decision" in table and unit not in {None, WORK_UNIT}:
            place = (*location, "budget_decision")
            yield Finding(place, "benefit.decision_unused", {"found": unit})


def loops(draft: Draft) -> _Found:
    """A contact says what it costs, each id once; time that becomes cash has a budget decision."""
    for location, table, kind, _ in lines(draft):
        if kind != "loop":
            continue
        seen: dict[str, Location] = {}
        for place, contact in contacts(location, table):
            yield from _cost_of_contact(place, contact)
            name = text_of(contact, "id")
            if name in seen:
                facts = {"found": name, "key": "id", "first_location": seen[name]}
                yield Finding((*place, "id"), "name.repeated", facts)
            elif name is not None:
                seen[name] = (*place, "id")
        yield from _cash_of_contacts(location, table)


def _cost_of_contact(place: Location, contact: Raw) -> _Found:
    """Time has an hourly cost, and a contact has time or another cost."""
    for given, missing in (("time", "hourly_cost"), ("hourly_cost", "time")):
        if given in contact and missing not in contact:
            facts = {"given": given, "missing": missing}
            yield Finding((*place, given), "key.together", facts)
    if not {"time", "hourly_cost", "cost"} & contact.keys():
        yield Finding(place, "choice.neither", {"first": "time", "second": "cost"})
    if "profession" in contact and "time" not in contact:
        yield Finding((*place, "profession"), "benefit.profession_without_time")


def _cash_of_contacts(location: Location, table: Raw) -> _Found:
    """Time that becomes cash has a budget decision, and only that."""
    cash = [
        place
        for place, contact in contacts(location, table)
        if "time" in contact and text_of(contact, "class") == "cash"
    ]
    if "budget_decision" not in table:
        for place in cash:
            yield Finding((*place, "class"), "benefit.cash_without_decision")
    elif not cash:
        yield Finding((*location, "budget_decision"), "benefit.decision_unused_in_loop")


def fitting_class(draft: Draft) -> _Found:
    """A class fits who receives and what is counted."""
    for location, table, kind, of_class in lines(draft):
        for place, part, receiver in (
            (location, table, "receiver"),
            *((*found, "payer") for found in contacts(location, table)),
        ):
            actor, own = text_of(part, receiver), text_of(part, "class")
            if actor in PEOPLE and own in {"capacity", "avoided_growth"}:
                facts = {"found": own, "actor": actor, "allowed": OF_QALY}
                yield Finding((*place, "class"), "benefit.class_of_people", facts)
            if actor == "society" and own == "cash":
                yield Finding((*place, "class"), "benefit.cash_of_society")
        of_qaly = kind == "events" and text_of(table, "unit") == QALY
        if of_qaly and of_class in BENEFIT_CLASSES and of_class not in OF_QALY:
            misfit = {"found": of_class, "allowed": OF_QALY}
            yield Finding((*location, "class"), "benefit.class_of_qaly", misfit)


def plus_minus(draft: Draft) -> _Found:
    """What has no price is weighed, with a reason; what has a price is not weighed as well."""
    for location, table, kind, of_class in lines(draft):
        if kind != "events" or of_class not in BENEFIT_CLASSES:
            continue
        if of_class == "quality_unpriced" and "plus_minus" not in table:
            yield Finding(location, "benefit.plus_minus_missing")
        if of_class != "quality_unpriced" and "plus_minus" in table:
            facts = {"found": of_class}
            yield Finding((*location, "plus_minus"), "benefit.plus_minus_unused", facts)


def one_change(draft: Draft) -> _Found:
    """What is counted changes by a share of the baseline or by a number, and never by more."""
    for location, table, kind, _ in lines(draft):
        if kind != "events":
            continue
        stated = [key for key in ("effect", "change") if key in table]
        if not stated:
            yield Finding(location, "choice.neither", {"first": "effect", "second": "change"})
        if len(stated) > 1:
            facts = {"first": "effect", "second": "change"}
            yield Finding((*location, "change"), "choice.both", facts)
        yield from _beyond_baseline(draft, location, table)


def _beyond_baseline(draft: Draft, location: Location, table: Raw) -> _Found:
    unit = text_of(table, "unit")
    if unit not in counted_units():
        return
    stated = f"{unit}/patient/year"
    baseline = value_in(draft, table.get("baseline"), stated)
    change = value_of(table.get("change"), stated)
    if baseline is not None and change is not None and change.low < -baseline.likely:
        facts = {"found": f"{change.low:g}", "baseline": f"{baseline.likely:g}", "unit": unit}
        yield Finding((*location, "change"), "benefit.beyond_baseline", facts)


def uncertainty(draft: Draft) -> _Found:
    """No gain without its uncertainty: a range, or a source that fixes the number."""
    for location, table, kind, _ in lines(draft):
        for key in _CHANGES.get(kind, ()):
            given = table.get(key)
            if given is None or (isinstance(given, Mapping) and {"low", "high"} & given.keys()):
                continue
            if isinstance(given, Mapping) and ("source" in given or "value" not in given):
                continue
            yield Finding((*location, key), "benefit.range_missing", {"key": key})


def baselines(draft: Draft) -> _Found:
    """A baseline that is measured or taken from a source names it."""
    for location, table, _, _ in lines(draft):
        origin, given = text_of(table, "baseline_from"), table.get("baseline")
        own = isinstance(given, Mapping) and bool({"source", MEASURED} & given.keys())
        if origin in _SOURCED and given is not None and not own and "source" not in table:
            yield Finding((*location, "baseline"), "benefit.baseline_source", {"found": origin})


def definitions(draft: Draft) -> _Found:
    """The same indicator means the same everywhere: two definitions are two indicators."""
    first: dict[str, tuple[str, Location]] = {}
    for location, table, _, _ in lines(draft):
        indicator, definition = text_of(table, "indicator"), text_of(table, "definition")
        if indicator is None or definition is None:
            continue
        told = " ".join(indicator.casefold().split())
        if told not in first:
            first[told] = definition, (*location, "definition")
        elif " ".join(first[told][0].split()) != " ".join(definition.split()):
            facts = {
                "indicator": indicator,
                "found": definition,
                "other": first[told][0],
                "first_location": first[told][1],
            }
            yield Finding((*location, "definition"), "benefit.two_definitions", facts)
