"""Numbers that must fit each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from gevinst.schema.checks.reading import Draft, Raw, code_of, month_of, value_of
from gevinst.schema.findings import Finding
from gevinst.schema.opening_hours import OpeningHours

# Weeks in which the model counts the centre as open: definitions.opening_weeks_per_year.
_WEEKS_PER_YEAR = 52
_ROUNDING = 1e-9
_DECIMALS = 6  # shown


def opening_patients(draft: Draft) -> Iterator[Finding]:
    """Active patients at the start belong to members, and are no more than the eligible."""
    partners = {code_of(table): table for _, table in draft.paying()}
    for location, group in draft.tables("groups"):
        opening = group.get("opening_patients")
        for code, given in opening.items() if isinstance(opening, Mapping) else ():
            value, partner = value_of(given, "patient"), partners.get(code)
            if value is None or partner is None or value.high <= 0:
                continue
            place = (*location, "opening_patients", code)
            joins = month_of(partner, "joins")
            start = draft.index(joins) if joins else None
            if start is not None and start > 0:
                facts = {"found": value.high, "partner": code, "joins": str(joins)}
                yield Finding(place, "count.opening_before_joining", facts)
            most = _eligible(group, code, partner)
            if most is not None and 0 <= most * (1 + _ROUNDING) < value.likely:
                facts = {"found": value.likely, "partner": code, "eligible": round(most, _DECIMALS)}
                yield Finding(place, "count.opening_above_eligible", facts)


def _eligible(group: Raw, code: str, partner: Raw) -> float | None:
    counted = group.get("eligible")
    if isinstance(counted, Mapping):
        value = value_of(counted.get(code), "patient")
        return None if value is None else value.likely
    share = value_of(group.get("eligible_per_inhabitant"), "patient/inhabitant")
    inhabitants = value_of(partner.get("population"), "inhabitant")
    if share is None or inhabitants is None:
        return None
    return share.likely * inhabitants.likely


def key_weights(draft: Draft) -> Iterator[Finding]:
    """The weights of the keys are not all zero."""
    weights = [value_of(t.get("weight"), "1") for _, t in draft.tables("price_model", "keys")]
    if weights and all(weight is not None and weight.likely == 0 for weight in weights):
        yield Finding(("price_model", "keys", 0, "weight"), "count.weights_zero")


def opening_time(draft: Draft) -> Iterator[Finding]:
    """The centre is open on some day of the week, and not closed on all of them in a year."""
    centre = draft.table("centre")
    given = centre.get("opening_hours")
    if not isinstance(given, Mapping):
        return
    try:
        hours = OpeningHours.model_validate(given)
    except ValidationError:  # reported where the models are read
        return
    if hours.open_days() == 0:
        yield Finding(("centre", "opening_hours"), "hours.never_open")
        return
    closed = value_of(centre.get("closed_days"), "opening_day/year")
    possible = hours.open_days() * _WEEKS_PER_YEAR
    if closed is not None and closed.high >= possible:
        facts = {
            "found": closed.high,
            "days": hours.open_days(),
            "weeks": _WEEKS_PER_YEAR,
            "possible": possible,
        }
        yield Finding(("centre", "closed_days"), "hours.always_closed", facts)
