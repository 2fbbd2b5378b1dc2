"""Names that refer to something else in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from gevinst.schema.benefits import ACTORS
from gevinst.schema.checks.benefits import contacts
from gevinst.schema.checks.reading import Draft, code_of, month_of, text_of
from gevinst.schema.checks.unknown_names import unknown
from gevinst.schema.findings import Finding
from gevinst.schema.lists import MOST_RECORDS
from gevinst.schema.per_partner import is_per_partner

STATE = "state"
OTHER = "other"
OF_PARTNERS = frozenset(
    {
        "reference.partner_missing",
        "reference.opening_missing",
        "reference.no_paying_partner",
        "reference.host_not_paying",
    }
)


_ROLES = (("centre", "roles"), True)
_LISTS: dict[object, tuple[tuple[tuple[str, ...], bool], ...]] = {
    "role": (_ROLES,),
    "group": ((("groups",), True),),
    "line": (_ROLES, (("cost_lines",), False)),
    "pool": ((("price_model", "pools"), False),),
    "benefit_line": ((("benefits",), False),),
    "measurement": ((("measurements",), False),),
    "comparison": ((("comparisons",), False),),
    "profession": ((("professions",), False),),
    "box": ((("map",), False),),
}
"""What a name may refer to -> the lists that have them, and whether each must be there."""


def follows(finding: Finding, draft: Draft) -> bool:
    """Whether a finding only follows from a list that is itself wrong, which is told already."""
    if finding.kind in OF_PARTNERS:
        return not draft.partners_known()
    if finding.kind != "reference.unknown":
        return False
    what = finding.facts["what"]
    lists = _LISTS.get(what)
    if lists is None:
        return not draft.partners_known()
    return not all(draft.complete("id", *path, required=needed) for path, needed in lists)


def roles_and_groups(draft: Draft) -> Iterator[Finding]:
    """Tasks name a role; tasks, cost lines and benefits name groups that exist, each once."""
    roles = draft.texts("id", "centre", "roles")
    for location, table in draft.tables("tasks"):
        role = text_of(table, "role")
        if role is not None and role not in roles:
            yield unknown((*location, "role"), role, "role", roles)
    groups = draft.texts("id", "groups")
    for path in ("tasks", "cost_lines", "measurements", "benefits"):
        for location, table in draft.tables(path):
            listed = table.get("groups")
            named: list[object] = listed[:MOST_RECORDS] if isinstance(listed, list) else []
            for index, group in enumerate(named):
                place = (*location, "groups", index)
                if isinstance(group, str) and group not in groups:
                    yield unknown(place, group, "group", groups)
                elif isinstance(group, str) and group in named[:index]:
                    yield Finding(place, "reference.twice", {"found": group})


def paying_partners(draft: Draft) -> Iterator[Finding]:
    """Somebody pays."""
    kinds = [table.get("kind") for _, table in draft.tables("partners")]
    if kinds and all(kind == "hospital_trust" for kind in kinds):
        yield Finding(("partners",), "reference.no_paying_partner")


def host(draft: Draft) -> Iterator[Finding]:
    """The host pays its part of the cost, and its payroll-tax zone is stated."""
    code = text_of(draft.table("centre"), "host")
    if code is None:
        return
    if code not in draft.paying_codes():
        if code in draft.hospital_codes():
            facts = {"found": code, "allowed": draft.paying_codes()}
            yield Finding(("centre", "host"), "reference.host_not_paying", facts)
        else:
            yield unknown(("centre", "host"), code, "paying_partner", draft.paying_codes())
    for location, table in draft.paying():
        if code_of(table) == code and "payroll_tax_zone" not in table:
            yield Finding(location, "reference.host_without_zone", {"found": code})


def funders(draft: Draft) -> Iterator[Finding]:
    """Funding comes from the state, a hospital trust of the project, or sales."""
    allowed = (STATE, OTHER, *draft.hospital_codes())
    for location, table in draft.tables("funding"):
        funder = text_of(table, "funder")
        if funder is None or funder in allowed:
            continue
        if funder in draft.paying_codes():
            facts = {"found": funder, "allowed": allowed}
            yield Finding((*location, "funder"), "reference.funder_pays", facts)
        else:
            yield unknown((*location, "funder"), funder, "funder", allowed)


def actors(draft: Draft) -> Iterator[Finding]:
    """Whoever makes an effort, gains or pays a transfer is a known actor or a hospital trust."""
    allowed = (*ACTORS, *draft.hospital_codes())
    for line, table in draft.tables("benefits"):
        for location, part in ((line, table), *contacts(line, table)):
            for key in ("payer", "receiver", "counterparty"):
                actor = text_of(part, key)
                if actor is None or actor in allowed:
                    continue
                if actor in draft.paying_codes():
                    facts = {"found": actor}
                    yield Finding((*location, key), "reference.actor_is_municipality", facts)
                else:
                    yield unknown((*location, key), actor, "actor", allowed)


def professions(draft: Draft) -> Iterator[Finding]:
    """Hours belong to a profession of the project."""
    allowed = draft.texts("id", "professions")
    for line, table in draft.tables("benefits"):
        for location, part in ((line, table), *contacts(line, table)):
            profession = text_of(part, "profession")
            if profession is not None and profession not in allowed:
                yield unknown((*location, "profession"), profession, "profession", allowed)


def accepted_overlaps(draft: Draft) -> Iterator[Finding]:
    """An accepted overlap names two benefit lines."""
    allowed = draft.texts("id", "benefits")
    for location, table in draft.tables("accepted_overlaps"):
        listed = table.get("lines")
        named = listed[:MOST_RECORDS] if isinstance(listed, list) else []
        for index, line in enumerate(named):
            place = (*location, "lines", index)
            if isinstance(line, str) and line not in allowed:
                yield unknown(place, line, "benefit_line", allowed)
            elif isinstance(line, str) and line in named[:index]:
                yield Finding(place, "reference.twice", {"found": line})


def opening_patients(draft: Draft) -> Iterator[Finding]:
    """Whoever joined before the horizon says how many patients it had then: none is a number."""
    paying = draft.paying_codes()
    before = tuple(code for at, code in _joined(draft) if at < 0)
    for location, group in draft.tables("groups"):
        table = group.get("opening_patients", {})
        if not isinstance(table, Mapping):
            continue
        missing = missing_codes(before, table, paying)
        if missing:
            place = (*location, "opening_patients") if "opening_patients" in group else location
            facts = {"missing": missing, "first": f"{draft.first_year}-01"}
            yield Finding(place, "reference.opening_missing", facts)


def missing_codes(
    needed: Iterable[str], table: Mapping[str, object], paying: tuple[str, ...]
) -> tuple[str, ...]:
    """What a table lacks, unless codes that nobody has (reported themselves) may stand for it."""
    missing = tuple(code for code in needed if code not in table)
    misspelt = sum(code not in paying for code in islice(table, MOST_RECORDS))
    return missing if len(missing) > misspelt else ()


def _joined(draft: Draft) -> Iterator[tuple[int, str]]:
    """Month of joining after the start of the horizon, and code, of each paying partner."""
    for _, table in draft.paying():
        code, joins = code_of(table), month_of(table, "joins")
        index = draft.index(joins) if joins else None
        if code is not None and index is not None:
            yield index, code


def partner_tables(draft: Draft) -> Iterator[Finding]:
    """Tables by partner name paying partners only, and all of them where each needs a value."""
    paying = draft.paying_codes()
    for location, group in draft.tables("groups"):
        for key, all_needed in (
            ("eligible", True),
            ("inclusion_share", True),
            ("opening_patients", False),
        ):
            table = group.get(key)
            if not isinstance(table, Mapping):
                continue
            if key == "inclusion_share" and not is_per_partner(table):
                continue
            place = (*location, key)
            for code in islice(table, MOST_RECORDS):
                if code not in paying:
                    yield unknown((*place, code), code, "paying_partner", paying)
            missing = missing_codes(paying, table, paying)
            if all_needed and missing:
                yield Finding(place, "reference.partner_missing", {"missing": missing})
