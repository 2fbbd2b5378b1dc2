"""The three numbers side by side: the table, the chart and the words of each indicator."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from gevinst.baseline.sentences import shown as change_text
from gevinst.display import format_number, format_percent
from gevinst.reporting.baseline_measured import unit_text
from gevinst.reporting.contents import (
    Block,
    Interval,
    IntervalChart,
    Language,
    Note,
    Row,
    Section,
    Sentence,
    Table,
)
from gevinst.reporting.texts import say
from gevinst.solvers.bootstrap import FLOOR

if TYPE_CHECKING:
    from gevinst.baseline import Comparison
    from gevinst.baseline.change import Change, ThreeNumbers
    from gevinst.schema.baseline_indicators import Indicator

PARTS = ("observed", "expected", "difference")
_SMALLEST_P = 0.001


def three_section(comparison: Comparison, lang: Language) -> Section:
    """Every indicator's verdict, numbers and chart, the deciding one first."""
    primary = comparison.config.baseline.primary
    found = sorted(comparison.found, key=lambda numbers: numbers.indicator != primary)
    blocks: list[Block] = []
    for numbers in found:
        blocks.append(Sentence(text=comparison.verdict(numbers.indicator, lang)))
        if math.isnan(numbers.observed.estimate):
            continue
        indicator = comparison.config.indicator(numbers.indicator)
        name = _heading(comparison, indicator, numbers, lang)
        if indicator.kind != "improved":
            blocks.append(_chart(numbers, indicator, name, lang))
            blocks.append(_table(numbers, indicator, name, lang))
    level = format_percent(comparison.level, 0, lang)
    blocks.append(Note(text=say("nil.three_note", lang, level=level)))
    return Section(id="three", heading=say("nil.three", lang), blocks=tuple(blocks))


def _heading(
    comparison: Comparison, indicator: Indicator, numbers: ThreeNumbers, lang: Language
) -> str:
    is_primary = indicator.id == comparison.config.baseline.primary
    name = say("nil.primary" if is_primary else "nil.exploratory", lang, name=indicator.name)
    unit = difference_unit(indicator, numbers, lang)
    return f"{name}, {unit}" if unit else name


def difference_unit(indicator: Indicator, numbers: ThreeNumbers, lang: Language) -> str:
    """What a difference is in; nothing for a ratio, which is in per cent."""
    if numbers.scale == "ratio":
        return ""
    if indicator.kind == "share":
        return say("nil.of_one", lang)
    unit = unit_text(indicator.unit, lang)
    return say("nil.rate", lang, unit=unit) if indicator.is_rate else unit


def _changes(numbers: ThreeNumbers) -> tuple[tuple[str, Change], ...]:
    return tuple((part, getattr(numbers, part)) for part in PARTS)


def shown(x: float, numbers: ThreeNumbers, lang: Language) -> str:
    """A change; one in the indicator's own unit without it, which the heading has."""
    if numbers.scale == "ratio" or math.isinf(x):
        return change_text(x, numbers, lang)
    text = format_number(x, 2, lang)
    return f"+{text}" if x > 0 and any(digit in text for digit in "123456789") else text


def number(x: float, numbers: ThreeNumbers, lang: Language) -> str:
    """A change as people read it; words where it is not known."""
    return say("nil.unknown", lang) if math.isnan(x) else shown(x, numbers, lang)


def interval_text(change: Change, numbers: ThreeNumbers, lang: Language) -> str:
    """The ends of an interval as people read them; empty where there is none."""
    if not change.is_certain:
        return ""
    ends = {end: shown(getattr(change, end), numbers, lang) for end in ("low", "high")}
    return say("nil.of_to", lang, **ends)


def _table(numbers: ThreeNumbers, indicator: Indicator, name: str, lang: Language) -> Table:
    rows = tuple(
        Row(
            label=say(f"nil.{part}", lang),
            cells=(
                number(change.estimate, numbers, lang),
                _end(change.low, numbers, lang),
                _end(change.high, numbers, lang),
                p_text(change.p, lang, change.method),
            ),
            kind="total" if part == "difference" else "plain",
        )
        for part, change in _changes(numbers)
    )
    return Table(
        id=f"three-{indicator.id}",
        caption=name,
        stub=say("nil.number", lang),
        headings=tuple(say(f"nil.{key}", lang) for key in ("estimate", "low", "high", "p")),
        rows=rows,
    )


def _end(x: float, numbers: ThreeNumbers, lang: Language) -> str:
    return "–" if math.isnan(x) else shown(x, numbers, lang)


def p_text(p: float, lang: Language, method: str = "") -> str:
    """A p-value as it is usually written; below what can be shown, or found by redrawing, as that.

    The least p of a bootstrap says only that no redrawn sample came near.
    """
    if math.isnan(p):
        return "–"
    if p < _SMALLEST_P or (method == "bootstrap" and p <= FLOOR):
        return f"< {format_number(_SMALLEST_P, 3, lang)}"
    return format_number(p, 3, lang)


def _chart(numbers: ThreeNumbers, indicator: Indicator, name: str, lang: Language) -> IntervalChart:
    rows = tuple(_interval(part, change, numbers, lang) for part, change in _changes(numbers))
    told = {part: number(change.estimate, numbers, lang) for part, change in _changes(numbers)}
    return IntervalChart(
        id=f"chart-{indicator.id}",
        title=name,
        description=say("nil.three_described", lang, name=indicator.name, **told),
        rows=rows,
        no_change=say("nil.no_change", lang),
    )


def _interval(part: str, change: Change, numbers: ThreeNumbers, lang: Language) -> Interval:
    text = number(change.estimate, numbers, lang)
    ends = interval_text(change, numbers, lang)
    text = f"{text} ({ends})" if ends else text

    def place(x: float) -> float | None:
        return None if math.isnan(x) else x - numbers.nothing

    return Interval(
        label=say(f"nil.{part}", lang),
        text=text,
        estimate=place(change.estimate),
        low=place(change.low) if change.is_certain else None,
        high=place(change.high) if change.is_certain else None,
        is_main=part == "difference",
    )
