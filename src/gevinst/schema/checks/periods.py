"""Months: in order, and inside the horizon where they must be."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.schema.checks.reading import Draft, month_of
from gevinst.schema.findings import Finding
from gevinst.schema.months import Month


def _outside(draft: Draft, month: Month) -> bool:
    index, length = draft.index(month), draft.length()
    return index is not None and length is not None and not 0 <= index < length


def _horizon(draft: Draft) -> dict[str, str]:
    return {"first": f"{draft.first_year}-01", "last": draft.last_month() or ""}


def memberships(draft: Draft) -> Iterator[Finding]:
    """A partner joins before it leaves, and is a member in some month of the horizon."""
    for location, table in draft.paying():
        joins, leaves = month_of(table, "joins"), month_of(table, "leaves")
        if joins and leaves and leaves <= joins:
            facts = {"found": str(leaves), "joins": str(joins)}
            yield Finding((*location, "leaves"), "period.leaves_before_joining", facts)
            continue
        start = draft.index(joins) if joins else None
        length = draft.length()
        if start is not None and length is not None and start >= length:
            facts = {"found": str(joins), **_horizon(draft)}
            yield Finding((*location, "joins"), "period.joins_after_horizon", facts)
        end = draft.index(leaves) if leaves else None
        if end is not None and end <= 0:
            facts = {"found": str(leaves), **_horizon(draft)}
            yield Finding((*location, "leaves"), "period.leaves_before_horizon", facts)


def one_off_months(draft: Draft) -> Iterator[Finding]:
    """A one-off cost falls in the horizon."""
    for location, table in draft.tables("cost_lines"):
        month = month_of(table, "month")
        if month and _outside(draft, month):
            facts = {"found": str(month), **_horizon(draft)}
            yield Finding((*location, "month"), "period.outside_horizon", facts)


def funding_months(draft: Draft) -> Iterator[Finding]:
    """Funding ends after it begins, and touches the horizon."""
    for location, table in draft.tables("funding"):
        first, last = month_of(table, "first_month"), month_of(table, "last_month")
        if first is None or last is None:
            continue
        if last < first:
            facts = {"found": str(last), "first": str(first)}
            yield Finding((*location, "last_month"), "period.last_before_first", facts)
            continue
        start, end, length = draft.index(first), draft.index(last), draft.length()
        if start is None or end is None or length is None:
            continue
        if start >= length or end < 0:
            facts = {"found": f"{first} – {last}", **_horizon(draft)}
            yield Finding((*location, "first_month"), "period.funding_outside", facts)
