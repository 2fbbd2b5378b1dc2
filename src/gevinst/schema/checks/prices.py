"""The price model: keys, pools and the stack that fit each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from gevinst.schema.checks.reading import Draft, Raw, month_of, text_of, value_of, whole_of
from gevinst.schema.checks.references import missing_codes
from gevinst.schema.checks.unknown_names import unknown
from gevinst.schema.findings import Finding, Location
from gevinst.schema.lists import MOST_RECORDS
from gevinst.schema.per_partner import is_per_partner
from gevinst.schema.price_keys import BASES, COUNTED_BEFORE, STATED

WHOLE = (1.0, 100.0)
SLACK = 0.005
"""What rounding in print may leave between agreed shares and a whole."""


def keys(draft: Draft) -> Iterator[Finding]:
    """A price by keys has keys of its own or those of a preset, not both."""
    model = draft.table("price_model")
    named = "preset" in model
    if named and model.get("keys"):
        yield Finding(("price_model", "keys"), "choice.both", {"first": "preset", "second": "keys"})
    if text_of(model, "rule") == "key" and not named and not model.get("keys", ()):
        yield Finding(("price_model",), "price.no_key")
    if text_of(model, "rule") not in {None, "key"} and model.get("pools"):
        facts = {"field": "pools", "because": "rule = key"}
        yield Finding(("price_model", "pools"), "price.field_unused", facts)


def every_key(draft: Draft) -> Iterator[tuple[Location, Raw]]:
    """Keys of the price model and of its pools."""
    yield from draft.tables("price_model", "keys")
    for location, pool in draft.tables("price_model", "pools"):
        for index, table in enumerate(listed(pool, "keys")):
            if isinstance(table, Mapping):
                yield (*location, "keys", index), table


def listed(table: Raw, key: str) -> list[Any]:
    """Items of a list under a key; none if there is no list."""
    found = table.get(key)
    return found[:MOST_RECORDS] if isinstance(found, list) else []


def fields_of_keys(draft: Draft) -> Iterator[Finding]:
    """A key has what its basis and its period need, and nothing that they do not use."""
    for location, key in every_key(draft):
        basis, period = text_of(key, "basis"), text_of(key, "period")
        if basis not in BASES:
            continue
        stated = basis in STATED
        because = "basis = column / agreed"
        for field in ("name", "values", "reference_date", "source"):
            if stated and field not in key:
                yield _missing(location, field, because)
        yield from _only(location, key, "values", because, used=stated)
        by_benefit = basis == "benefit"
        yield from _both(location, key, "benefit_class", "basis = benefit", needed=by_benefit)
        before = period == "previous_years"
        for field in ("years", "history"):
            yield from _both(location, key, field, "period = previous_years", needed=before)
        if before and basis not in COUNTED_BEFORE:
            facts = {"found": basis, "allowed": COUNTED_BEFORE}
            yield Finding((*location, "basis"), "price.not_counted_before", facts)
        if basis == "benefit" and period == "month":
            yield Finding((*location, "period"), "price.benefit_by_year")
        if basis == "benefit" and key.get("members") == "users":
            yield Finding((*location, "members"), "price.benefit_by_year")


def _missing(location: Location, field: str, because: str) -> Finding:
    return Finding(location, "price.field_missing", {"field": field, "because": because})


def _only(
    location: Location, table: Raw, field: str, because: str, *, used: bool
) -> Iterator[Finding]:
    if field in table and not used:
        facts = {"field": field, "because": because}
        yield Finding((*location, field), "price.field_unused", facts)


def _both(
    location: Location, table: Raw, field: str, because: str, *, needed: bool
) -> Iterator[Finding]:
    if needed and field not in table:
        yield _missing(location, field, because)
    yield from _only(location, table, field, because, used=needed)


def history_of_keys(draft: Draft) -> Iterator[Finding]:
    """A key by the years before has figures for each of them that lies before the horizon."""
    for location, key in every_key(draft):
        years, first = whole_of(key, "years"), draft.first_year
        if years is None or years < 1 or first is None or "history" not in key:
            continue
        field = text_of(key, "basis") or ""
        needed = range(first - years, first)
        found = []
        for index, table in enumerate(listed(key, "history")):
            if not isinstance(table, Mapping):
                continue
            year = whole_of(table, "year")
            place = (*location, "history", index)
            found.append(year)
            if year is not None and year not in needed:
                facts = {"found": str(year), "first": str(needed[0]), "last": str(needed[-1])}
                yield Finding((*place, "year"), "price.history_year", facts)
            if year in found[:-1]:
                facts = {"found": str(year), "key": "year"}
                yield Finding((*place, "year"), "price.year_twice", facts)
            if field in COUNTED_BEFORE:
                other = next(name for name in COUNTED_BEFORE if name != field)
                yield from _both(place, table, field, f"basis = {field}", needed=True)
                yield from _only(place, table, other, f"basis = {other}", used=False)
        absent = tuple(str(year) for year in needed if year not in found)
        if absent:
            yield Finding((*location, "history"), "price.history_missing", {"missing": absent})


def partners_of_keys(draft: Draft) -> Iterator[Finding]:
    """Keys name paying partners only, and state a number for each where one is needed."""
    paying = draft.paying_codes()
    for location, key in every_key(draft):
        named = listed(key, "members")
        for index, code in enumerate(named):
            place = (*location, "members", index)
            if isinstance(code, str) and code not in paying:
                yield unknown(place, code, "paying_partner", paying)
            elif isinstance(code, str) and code in named[:index]:
                yield Finding(place, "reference.twice", {"found": code})
        counted = tuple(c for c in named if isinstance(c, str)) or paying
        yield from _table(draft, (*location, "values"), key.get("values"), counted)
        for index, table in enumerate(listed(key, "history")):
            if isinstance(table, Mapping):
                for field in COUNTED_BEFORE:
                    place = (*location, "history", index, field)
                    yield from _table(draft, place, table.get(field), counted)


def _table(
    draft: Draft, place: Location, table: object, needed: tuple[str, ...]
) -> Iterator[Finding]:
    """A table by partner: known codes, and all that are needed."""
    if not isinstance(table, Mapping):
        return
    paying = draft.paying_codes()
    for code in islice(table, MOST_RECORDS):
        if code not in paying:
            yield unknown((*place, code), code, "paying_partner", paying)
    missing = missing_codes(needed, table, paying)
    if missing:
        yield Finding(place, "reference.partner_missing", {"missing": missing})


def agreed_shares(draft: Draft) -> Iterator[Finding]:
    """Agreed shares add up to one, or to a hundred per cent."""
    for location, key in every_key(draft):
        shares = key.get("values")
        if text_of(key, "basis") != "agreed" or not isinstance(shares, Mapping):
            continue
        values = [value_of(given, "1") for given in islice(shares.values(), MOST_RECORDS)]
        total = sum(value.likely for value in values if value is not None)
        read = all(value is not None for value in values)
        if read and not any(abs(total - whole) <= SLACK * whole for whole in WHOLE):
            facts = {"found": f"{total:g}"}
            yield Finding((*location, "values"), "price.agreed_sum", facts)


def weights_of_pools(draft: Draft) -> Iterator[Finding]:
    """The weights of a pool's keys are not all zero."""
    for location, pool in draft.tables("price_model", "pools"):
        tables = [table for table in listed(pool, "keys") if isinstance(table, Mapping)]
        weights = [value_of(table.get("weight"), "1") for table in tables]
        if weights and all(weight is not None and weight.likely == 0 for weight in weights):
            yield Finding((*location, "keys", 0, "weight"), "count.weights_zero")


def lines(draft: Draft) -> Iterator[Finding]:
    """Pools and overheads name lines that exist; a line is in one pool only."""
    plain = (*draft.texts("id", "centre", "roles"), *draft.texts("id", "cost_lines"))
    overheads = draft.texts("id", "price_model", "overhead")
    taken: dict[str, Location] = {}
    for part, allowed in (("pools", (*plain, *overheads)), ("overhead", plain)):
        for location, table in draft.tables("price_model", part):
            named = listed(table, "lines")
            for index, line in enumerate(named):
                place = (*location, "lines", index)
                if not isinstance(line, str):
                    continue
                if line not in allowed:
                    yield unknown(place, line, "line", allowed)
                elif line in named[:index]:
                    yield Finding(place, "reference.twice", {"found": line})
                elif part == "pools" and line in taken:
                    yield Finding(place, "price.line_in_two_pools", {"found": line})
                elif part == "pools":
                    taken[line] = place


def ids(draft: Draft) -> Iterator[Finding]:
    """Pools and fees have ids of their own; an overhead is a cost line, and has none of theirs."""
    lines_and_roles = (*draft.texts("id", "centre", "roles"), *draft.texts("id", "cost_lines"))
    for path, taken in (
        (("price_model", "pools"), ()),
        (("price_model", "overhead"), lines_and_roles),
        (("price_model", "tariff", "fees"), ()),
    ):
        known = list(taken)
        for location, table in draft.tables(*path):
            found = text_of(table, "id")
            if found is not None and found in known:
                facts = {"found": found, "key": "id"}
                yield Finding((*location, "id"), "name.repeated", facts)
            known += [found] if found is not None else []


def earmarks(draft: Draft) -> Iterator[Finding]:
    """Money is earmarked a pool of the price model."""
    pools = draft.texts("id", "price_model", "pools")
    for location, table in draft.tables("funding"):
        pool = text_of(table, "pool")
        if pool is not None and pool not in pools:
            yield unknown((*location, "pool"), pool, "pool", pools)


def settlements(draft: Draft) -> Iterator[Finding]:
    """A settlement names every paying partner, in a month of the horizon."""
    for location, table in draft.tables("price_model", "settlement"):
        yield from _table(draft, (*location, "amounts"), table.get("amounts"), draft.paying_codes())
        month, length = month_of(table, "month"), draft.length()
        index = draft.index(month) if month else None
        if index is not None and length is not None and not 0 <= index < length:
            facts = {
                "found": str(month), "first": f"{draft.first_year}-01", "last": draft.last_month(),
            }  # fmt: skip
            yield Finding((*location, "month"), "period.outside_horizon", facts)


def tables_of_limits(draft: Draft) -> Iterator[Finding]:
    """Limits and fees by partner name every partner; last year's charges those that were there."""
    paying = draft.paying_codes()
    model = draft.table("price_model")
    found = model.get("limits")
    limits: Raw = found if isinstance(found, Mapping) else {}
    if is_per_partner(limits.get("minimum_charge")):
        place: Location = ("price_model", "limits", "minimum_charge")
        yield from _table(draft, place, limits["minimum_charge"], paying)
    yield from _table(draft, ("price_model", "limits", "last_year"), limits.get("last_year"), ())
    for location, fee in draft.tables("price_model", "tariff", "fees"):
        if is_per_partner(fee.get("amount")):
            yield from _table(draft, (*location, "amount"), fee["amount"], paying)
