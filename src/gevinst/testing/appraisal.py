"""Economics: short and long analyses, any timing and rate, things that are left at the end."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from gevinst.testing.choices import number, one_in, pick, some_of, written

TIMINGS = ("end", "mid", "start")
MOST_LEFT = 2
DESIGNS = ("randomised", "comparison_group", "before_after", "expert")
SOURCE = "Testkilde"
Table = dict[str, Any]


def evidence_correction(draw: st.DrawFn) -> Table:
    """Corrections of some designs, with a delay or none; or of the costs, or of both."""
    table: Table = {}
    if one_in(draw, 2):
        uplift = written(number(draw, 0, 0.4, 0, steps=8), "1", 0, 1)
        table["cost_uplift"] = _sourced(uplift)
    designs = some_of(draw, DESIGNS) if one_in(draw, 2) or not table else []
    table["designs"] = [_design(draw, design) for design in designs]
    return table


def _design(draw: st.DrawFn, design: str) -> Table:
    factor = written(number(draw, 0.2, 1, 1, 0, steps=8), "1", 0, 1)
    entry: Table = {"design": design, "gain_factor": factor, "source": SOURCE}
    if one_in(draw, 2):
        entry["delay"] = written(number(draw, 0, 18, 0, steps=36), "month", 0, 24)
    return entry


def _sourced(value: Any) -> Table:  # noqa: ANN401  a number, a text or a table
    return {**(value if isinstance(value, dict) else {"value": value}), "source": SOURCE}


def economics(draw: st.DrawFn, years: int, lines: list[str]) -> Table:
    """A table of economics, in which any field may be left out."""
    table: Table = {}
    if one_in(draw, 2):
        period = number(draw, 0.5, years, years, 1, steps=12)
        table["analysis_period"] = written(period, "year", 0.25, years)
    if one_in(draw, 2):
        table["timing"] = pick(draw, TIMINGS)
    if one_in(draw, 2):
        table["discount_rate"] = written(number(draw, 0, 0.1, 0, -0.02, steps=10), "1", -0.1, 0.2)
    if one_in(draw, 4):
        table["tax_financing"] = False
    if one_in(draw, 4):
        table["tax_financing_rate"] = written(number(draw, 0, 0.4, 0, steps=8), "1", 0, 1)
    if lines and one_in(draw, 2):
        amount = number(draw, 0, 400_000, 0, steps=8)
        table["residual_values"] = [
            {"line": line, "amount": written(amount, "NOK", 0, 900_000)}
            for line in some_of(draw, lines)[:MOST_LEFT]
        ]
    return table
