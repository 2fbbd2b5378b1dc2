"""A fan over time as inline SVG: for each year the middle and two intervals of the draws."""

from __future__ import annotations

from collections.abc import Callable

from gevinst.reporting.charts import text_of
from gevinst.reporting.contents import FanChart, FanYear

_TOP, _HEIGHT, _FOOT = 22, 190, 28
_HALF = 2.2
_LEFT, _RIGHT = 17.0, 5.0
"""Shares of the width beside the first and the last year; the levels stand to the left."""
_MOST_LABELS = 7


def fan_svg(chart: FanChart) -> str:
    """Draw a fan; the scale is that of the chart's levels, the lowest at the foot."""
    levels = [level for level, _ in chart.levels]
    floor, top = min(levels), max(levels)
    span = (top - floor) or 1.0
    last = max(len(chart.years) - 1, 1)

    def across(index: int) -> float:
        return _LEFT + (100 - _LEFT - _RIGHT) * index / last

    def up(value: float) -> float:
        return _TOP + _HEIGHT * (1 - (value - floor) / span)

    parts = [
        f'<line class="level" x1="0" x2="100%" y1="{up(level):.1f}" y2="{up(level):.1f}"/>'
        for level, _ in chart.levels
    ]
    for index, year in enumerate(chart.years):
        parts += _year(year, across(index), up)
    parts += [
        f'<text class="small" x="0" y="{up(level) - 4:.1f}">{text_of(label)}</text>'
        for level, label in chart.levels
    ]
    step = max(1, -(-len(chart.years) // _MOST_LABELS))
    parts += [
        f'<text class="small" x="{across(i):.2f}%" y="{_TOP + _HEIGHT + 19}" text-anchor="middle">'
        f"{text_of(year.label)}</text>"
        for i, year in enumerate(chart.years)
        if i % step == 0
    ]
    name = text_of(chart.id)
    return (
        f'<svg class="bars" width="100%" height="{_TOP + _HEIGHT + _FOOT}" role="img"'
        f' aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{text_of(chart.title)}</title>'
        f'<desc id="{name}-desc">{text_of(chart.description)}</desc>{"".join(parts)}</svg>'
    )


def _year(year: FanYear, x: float, up: Callable[[float], float]) -> list[str]:
    """A pale bar for the wide interval, a strong one for the narrow, and a line at the middle."""
    middle = (
        f'<line class="fan-middle" x1="{x - _HALF:.2f}%" x2="{x + _HALF:.2f}%"'
        f' y1="{up(year.p50):.1f}" y2="{up(year.p50):.1f}"/>'
    )
    return [
        _bar("fan-wide", x, _HALF / 2, up(year.p95), up(year.p05)),
        _bar("fan", x, _HALF, up(year.p90), up(year.p10)),
        middle,
    ]


def _bar(kind: str, x: float, half: float, above: float, below: float) -> str:
    return (
        f'<rect class="{kind}" x="{x - half:.2f}%" width="{2 * half:.2f}%" y="{above:.1f}"'
        f' height="{max(below - above, 1.0):.1f}"/>'
    )
