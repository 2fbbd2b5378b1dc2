"""Partners: who takes part, how large they are, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.testing.choices import number, one_in, pick, whole, written

MOST_PAYING = 4
MOST_HOSPITALS = 2
ZONES = ("I", "Ia", "II", "III", "IV", "IVa", "V")
EARLIEST = -30
"""Earliest month of joining, counted from the start of the horizon."""


@dataclass(frozen=True, kw_only=True)
class Span:
    """Months of membership from the start of the horizon; without end where `end` is None."""

    start: int
    end: int | None

    def last(self, months: int) -> int:
        """First month of the horizon in which it is not a member."""
        return months if self.end is None else min(self.end, months)


def month_text(index: int, first_year: int) -> str:
    """``YYYY-MM`` of the month number `index` of the horizon."""
    return f"{first_year + index // MONTHS_IN_YEAR}-{index % MONTHS_IN_YEAR + 1:02d}"


def spans(draw: st.DrawFn, count: int, months: int) -> list[Span]:
    """When each partner is a member: the others within the time of the first.

    Then there is never a cost that nobody is there to pay.
    """
    start = whole(draw, EARLIEST, months - 1) if one_in(draw, 2) else 0
    end = whole(draw, max(start, 0) + 1, months + 2) if one_in(draw, 3) else None
    first = Span(start=start, end=end)
    return [first, *(_within(draw, first, months) for _ in range(count - 1))]


def _within(draw: st.DrawFn, outer: Span, months: int) -> Span:
    last = outer.last(months)
    start = whole(draw, outer.start, last - 1) if one_in(draw, 2) else outer.start
    if one_in(draw, 2):
        return Span(start=start, end=whole(draw, max(start, 0) + 1, last))
    return Span(start=start, end=outer.end)


def paying_partner(draw: st.DrawFn, position: int, span: Span, first_year: int) -> dict[str, Any]:
    """A municipality, or a city district."""
    kind = pick(draw, ("municipality", "municipality", "city_district"))
    inhabitants = number(draw, 200, 40_000, 1, steps=398)
    partner = {
        "kind": kind,
        "code": f"{9100 + position}" if kind == "municipality" else f"bydel-{position}",
        "name": f"Sted {position}",
        "population": written(inhabitants, "inhabitant", 1, 50_000),
        "joins": month_text(span.start, first_year),
        "payroll_tax_zone": pick(draw, ZONES),
    }
    if span.end is not None:
        partner["leaves"] = month_text(span.end, first_year)
    return partner


def hospital_trusts(draw: st.DrawFn) -> list[dict[str, Any]]:
    """No hospital trust, one, or two."""
    return [
        {"kind": "hospital_trust", "code": f"hf-{n}", "name": f"Helseforetak {n}"}
        for n in range(whole(draw, 0, MOST_HOSPITALS))
    ]
