"""Money: cost lines of every kind, funding, and the keys by which the rest is split."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from gevinst.testing.choices import Written, number, one_in, pick, some_of, whole, written
from gevinst.testing.partners import Span, month_text

MOST_LINES = 5
MOST_SOURCES = 2
MOST_KEYS = 4
KINDS = ("fixed", "per_patient_month", "kit", "one_off")
BASES = ("equal", "inhabitants", "patient_months")
WINDOWS = ("month", "year")
Table = dict[str, Any]


def cost_line(
    draw: st.DrawFn, position: int, groups: list[str], members: Span, first_year: int, months: int
) -> Table:
    """A cost line of any kind; a one-off amount falls due while there is a member to pay."""
    kind = pick(draw, KINDS)
    line: Table = {"id": f"linje_{position}", "name": f"Linje {position}", "kind": kind}
    if kind == "fixed":
        line["amount"] = _amount(draw, 600_000, "NOK/year")
    elif kind == "per_patient_month":
        line["amount"] = _amount(draw, 600, "NOK/patient/month")
    elif kind == "kit":
        line["price"] = _amount(draw, 9000, "NOK/kit")
        line["lifetime"] = written(number(draw, 0.5, 8, steps=15), "year", 0.25, 10)
        kits = number(draw, 0.5, 2, 0, steps=15)
        line["kits_per_patient"] = written(kits, "kit/patient", 0, 3)
        if one_in(draw, 2):
            line["stock"] = _stock(draw)
    else:
        line["amount"] = _amount(draw, 800_000, "NOK")
        due = whole(draw, max(members.start, 0), members.last(months) - 1)
        line["month"] = month_text(due, first_year)
    if one_in(draw, 2):
        line["vat_rate"] = written(number(draw, 0, 0.25, 0.25, steps=10), "1", 0, 1)
        not_recovered = number(draw, 0, 1, 0, 1)
        line["vat_not_recovered_share"] = written(not_recovered, "1", 0, 1)
    if kind in {"per_patient_month", "kit"} and one_in(draw, 3):
        line["groups"] = some_of(draw, groups)
    return line


def _stock(draw: st.DrawFn) -> Table:
    """A stock of kits: of any size at the start, with and without waiting, losses and reserve."""
    share = number(draw, 0, 0.2, 0, 1, steps=10)
    quantile = number(draw, 0.5, 0.99, 0, 0.999, steps=24)
    opening = number(draw, 0, 60, 0, 400, steps=20)
    return {
        "delivery_time": _weeks(draw, 4),
        "return_time": _weeks(draw, 8),
        "service_share": written(share, "1", 0, 1),
        "lead_time": _weeks(draw, 24),
        "service_quantile": written(quantile, "1", 0, 0.9999),
        "loss_rate": written(number(draw, 0, 0.5, 0, 12, steps=10), "1/year", 0, 12),
        "opening_kits": written(opening, "kit", 0, 1e7),
    }


def _weeks(draw: st.DrawFn, most: float) -> Written:
    return written(number(draw, 0, most, 0, steps=8), "week", 0, 520)


def _amount(draw: st.DrawFn, most: float, unit: str) -> Written:
    return written(number(draw, most / 100, most, 0, steps=99), unit, 0, 2 * most)


def source(
    draw: st.DrawFn, position: int, hospitals: list[str], first_year: int, months: int
) -> Table:
    """A contribution: a small one, one above the cost, or a share of it."""
    start = whole(draw, -12, months - 1)
    end = whole(draw, max(start, 0), months + 6)
    table: Table = {
        "id": f"bidrag_{position}",
        "name": f"Bidrag {position}",
        "funder": pick(draw, ["state", *hospitals]),
        "first_month": month_text(start, first_year),
        "last_month": month_text(end, first_year),
    }
    if one_in(draw, 2):
        table["share"] = written(number(draw, 0, 1, 1), "1", 0, 1)
    else:
        amount = number(draw, 10_000, 2_000_000, 0, 9e7, steps=199)
        table["amount"] = written(amount, "NOK/year", 0, 1e8)
    return table


def price_model(draw: st.DrawFn, *, with_patients: bool) -> Table:
    """One key or several, of which at least one counts.

    A key by patients only counts in projects that have patients: else it would split by nothing.
    """
    possible = [(basis, window) for basis in BASES for window in WINDOWS]
    if not with_patients:
        possible = [key for key in possible if key[0] != "patient_months"]
    first = whole(draw, 0, len(possible) - 1)
    count = whole(draw, 1, MOST_KEYS)
    chosen = (possible[first:] + possible[:first])[:count]
    keys = [
        {
            "basis": basis,
            "period": window,
            "weight": written(_weight(draw, needed=n == 0), "1", 0, 3),
        }
        for n, (basis, window) in enumerate(chosen)
    ]
    if not with_patients and one_in(draw, 2):
        keys.append({"basis": "patient_months", "period": "month", "weight": 0})
    return {"rule": "key", "keys": keys}


def _weight(draw: st.DrawFn, *, needed: bool) -> float:
    return number(draw, 0.05, 2, 1, steps=39) if needed else number(draw, 0.05, 2, 0, 1, steps=39)
