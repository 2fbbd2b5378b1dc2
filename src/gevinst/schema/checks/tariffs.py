"""Tariffs and limits: what belongs together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gevinst.schema.checks.reading import Draft, Raw, code_of, month_of, text_of, value_of
from gevinst.schema.findings import Finding, Location
from gevinst.schema.price_tariff import BAND_UNITS

LIMITS = ("corridor", "minimum_charge", "max_rise", "max_fall")
TARIFF: Location = ("price_model", "tariff")


def _part(draft: Draft, name: str) -> Raw | None:
    found = draft.table("price_model").get(name)
    return found if isinstance(found, Mapping) else None


def _missing(location: Location, field: str, because: str) -> Finding:
    return Finding(location, "price.field_missing", {"field": field, "because": because})


def _unused(location: Location, field: str, because: str) -> Finding:
    return Finding((*location, field), "price.field_unused", {"field": field, "because": because})


def balance(draft: Draft) -> Iterator[Finding]:
    """A tariff has fees, unless the unit price is solved; only then do levels have weights."""
    tariff = _part(draft, "tariff")
    if tariff is None:
        return
    solved = text_of(tariff, "balance") == "unit_price"
    if not solved and not tariff.get("fees"):
        yield _missing(TARIFF, "fees", "balance = key / surplus")
    if not solved and "level_weights" in tariff:
        yield _unused(TARIFF, "level_weights", "balance = unit_price")
    if solved and draft.table("price_model").get("pools"):
        yield _unused(("price_model",), "pools", "balance = key")


def service_levels(draft: Draft) -> Iterator[Finding]:
    """Where prices go by the level of service, every paying partner states its own."""
    tariff = _part(draft, "tariff") or {}
    by_level = "level_weights" in tariff or any(
        "service_level" in fee for _, fee in draft.tables(*map(str, TARIFF), "fees")
    )
    for location, partner in draft.paying():
        if by_level and "service_level" not in partner:
            facts = {"found": code_of(partner) or ""}
            yield Finding(location, "price.level_missing", facts)


def bands(draft: Draft) -> Iterator[Finding]:
    """A band has an end, its ends are in order, and patients are counted where they pay."""
    for location, fee in draft.tables(*map(str, TARIFF), "fees"):
        band = fee.get("band")
        if not isinstance(band, Mapping):
            continue
        place = (*location, "band")
        of = text_of(band, "of")
        if "from" not in band and "to" not in band:
            yield Finding(place, "choice.neither", {"first": "from", "second": "to"})
        unit = BAND_UNITS.get(of or "", "1")
        low, high = value_of(band.get("from"), unit), value_of(band.get("to"), unit)
        if low is not None and high is not None and low.high >= high.low:
            facts = {"found": f"{high.low:g}", "first": f"{low.high:g}"}
            yield Finding((*place, "to"), "price.band_order", facts)
        if of == "patients" and text_of(fee, "per") != "patient_month":
            yield Finding((*place, "of"), "price.band_of_patients")
        if of == "patients" and "counts" not in band:
            yield _missing(place, "counts", "of = patients")
        if of == "inhabitants" and "counts" in band:
            yield _unused(place, "counts", "of = patients")


def months_of_fees(draft: Draft) -> Iterator[Finding]:
    """A fee ends after it begins."""
    for location, fee in draft.tables(*map(str, TARIFF), "fees"):
        first, last = month_of(fee, "first_month"), month_of(fee, "last_month")
        if first and last and last < first:
            facts = {"found": str(last), "first": str(first)}
            yield Finding((*location, "last_month"), "period.last_before_first", facts)


def limits(draft: Draft) -> Iterator[Finding]:
    """Limits limit something, and a limit on the change says what it is measured against."""
    found = _part(draft, "limits")
    if found is None:
        return
    place: Location = ("price_model", "limits")
    if not any(name in found for name in LIMITS):
        yield _missing(place, ", ".join(LIMITS[:-1]), "limits")
    changes = "max_rise" in found or "max_fall" in found
    if changes and "relative_to" not in found:
        yield _missing(place, "relative_to", "max_rise / max_fall")
    for name in ("relative_to", "last_year"):
        if name in found and not changes:
            yield _unused(place, name, "max_rise / max_fall")
