"""Keys of which one, both or none must be there."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.schema.checks.reading import Draft
from gevinst.schema.findings import Finding


def _one_of(draft: Draft, path: str, first: str, second: str) -> Iterator[Finding]:
    for location, table in draft.tables(path):
        count = (first in table) + (second in table)
        if count == 1:
            continue
        kind = "choice.neither" if count == 0 else "choice.both"
        place = (*location, second) if count else location
        yield Finding(place, kind, {"first": first, "second": second})


def eligible(draft: Draft) -> Iterator[Finding]:
    """A group has its eligible either per inhabitant or counted."""
    yield from _one_of(draft, "groups", "eligible_per_inhabitant", "eligible")


def funding_amount(draft: Draft) -> Iterator[Finding]:
    """Funding is an amount, a share of the cost, or by share of the benefit."""
    ways = ("amount", "share", "by_benefit")
    for location, table in draft.tables("funding"):
        stated = [way for way in ways if way in table]
        if not stated:
            facts = {"first": "amount, share", "second": "by_benefit"}
            yield Finding(location, "choice.neither", facts)
        for other in stated[1:]:
            yield Finding((*location, other), "choice.both", {"first": stated[0], "second": other})


def ramp_steepness(draft: Draft) -> Iterator[Finding]:
    """A logistic curve has a steepness; a linear one has none."""
    curve = draft.table("ramp_up").get("curve")
    for location, table in draft.tables("groups"):
        if curve == "logistic" and "ramp_steepness" not in table:
            yield Finding(location, "group.steepness_missing")
        if curve == "linear" and "ramp_steepness" in table:
            yield Finding((*location, "ramp_steepness"), "group.steepness_unused")


def value_added_tax(draft: Draft) -> Iterator[Finding]:
    """VAT and the share of it that is not recovered come together."""
    rate, share = "vat_rate", "vat_not_recovered_share"
    for location, table in draft.tables("cost_lines"):
        for given, missing in ((rate, share), (share, rate)):
            if given in table and missing not in table:
                facts = {"given": given, "missing": missing}
                yield Finding((*location, given), "key.together", facts)


def groups_of_calendar_task(draft: Draft) -> Iterator[Finding]:
    """A task that comes by the calendar belongs to no group."""
    for location, table in draft.tables("tasks"):
        if table.get("per") == "year" and "groups" in table:
            yield Finding((*location, "groups"), "task.groups_unused")
