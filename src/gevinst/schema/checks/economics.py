"""Economics: a period within the horizon, and residual values of lines that exist."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.schema.checks.reading import Draft, text_of, value_of
from gevinst.schema.checks.unknown_names import unknown
from gevinst.schema.findings import Finding
from gevinst.schema.lists import MOST_RECORDS


def analysis_period(draft: Draft) -> Iterator[Finding]:
    """The analysis is no longer than the horizon: there are no flows after it."""
    period = value_of(draft.table("economics").get("analysis_period"), "year")
    if period is not None and draft.years is not None and period.high > draft.years:
        facts = {"found": period.high, "years": draft.years}
        yield Finding(("economics", "analysis_period"), "analysis.beyond_horizon", facts)


def residual_values(draft: Draft) -> Iterator[Finding]:
    """A residual value belongs to a cost line, and each line has one."""
    lines = draft.texts("id", "cost_lines")
    seen: dict[str, tuple[str | int, ...]] = {}
    for location, table in draft.tables("economics", "residual_values"):
        line = text_of(table, "line")
        place = (*location, "line")
        if line is None:
            continue
        if line not in lines:
            yield unknown(place, line, "line", lines[:MOST_RECORDS])
        elif line in seen:
            facts = {"found": line, "key": "line", "first_location": seen[line]}
            yield Finding(place, "name.repeated", facts)
        seen.setdefault(line, place)
