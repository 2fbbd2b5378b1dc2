"""Estimates with their intervals as inline SVG; text keeps its size whatever the width."""

from __future__ import annotations

import math
from collections.abc import Callable

from gevinst.reporting.charts import text_of
from gevinst.reporting.contents import Interval, IntervalChart

_ROW, _FOOT = 54, 26
_TEXT, _LINE, _RADIUS, _END = 17, 34, 6, 7
_MARGIN = 0.06
_FURTHEST = 3.0
"""An end is drawn as far as this many times the next largest number, and has no stop there."""


def interval_svg(chart: IntervalChart) -> str:
    """Draw a chart; every number stands in it as text."""
    low, high = _scale(chart)

    def place(x: float) -> float:
        return (min(max(x, low), high) - low) / (high - low) * 100

    height = _ROW * len(chart.rows) + _FOOT
    nothing = place(0.0)
    parts = [_text(nothing, height - 6, chart.no_change)]
    for index, row in enumerate(chart.rows):
        at = index * _ROW + _LINE  # a piece for each row: it never crosses a number
        parts.append(
            f'<line class="zero" x1="{nothing:.2f}%" x2="{nothing:.2f}%" y1="{at - _END - 3}"'
            f' y2="{at + _END + 3}"/>'
        )
        parts.append(_row(row, index * _ROW, (low, high), place))
    name = text_of(chart.id)
    return (
        f'<svg class="bars" width="100%" height="{height}" role="img"'
        f' aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{text_of(chart.title)}</title>'
        f'<desc id="{name}-desc">{text_of(chart.description)}</desc>{"".join(parts)}</svg>'
    )


def _scale(chart: IntervalChart) -> tuple[float, float]:
    """Ends of the scale; one end far beyond all others is cut, so that these can be told apart."""
    shown = [row for row in chart.rows if row.estimate is not None]
    numbers = [x for row in shown for x in (row.estimate, row.low, row.high) if x is not None]
    finite = [x for x in numbers if math.isfinite(x)]
    sizes = sorted((abs(x) for x in finite), reverse=True)
    reach = _FURTHEST * (sizes[1] if len(sizes) > 1 else 1.0) or 1.0
    kept = [min(max(x, -reach), reach) for x in numbers]
    low, high = min([0.0, *kept]), max([0.0, *kept])
    margin = _MARGIN * (high - low or 1.0)
    return low - margin, high + margin


def _row(row: Interval, y: int, scale: tuple[float, float], place: Callable[[float], float]) -> str:
    kind = " main" if row.is_main else ""
    text = (
        f'<text class="label{kind}" x="0" y="{y + _TEXT}">{text_of(row.label)}</text>'
        f'<text class="value{kind}" x="100%" y="{y + _TEXT}" text-anchor="end">'
        f"{text_of(row.text)}</text>"
    )
    if row.estimate is None:
        return text
    at = y + _LINE
    drawn = ""
    if row.low is not None and row.high is not None:
        left, right = place(row.low), place(row.high)
        drawn = f'<line class="span{kind}" x1="{left:.2f}%" x2="{right:.2f}%" y1="{at}" y2="{at}"/>'
        for x, cut in ((left, row.low < scale[0]), (right, row.high > scale[1])):
            if not cut:  # an end that lies outside the scale has no stop
                drawn += (
                    f'<line class="span{kind}" x1="{x:.2f}%" x2="{x:.2f}%" y1="{at - _END}"'
                    f' y2="{at + _END}"/>'
                )
    dot = f'<circle class="dot{kind}" cx="{place(row.estimate):.2f}%" cy="{at}" r="{_RADIUS}"/>'
    return text + drawn + dot


def _text(x: float, y: int, text: str) -> str:
    anchor = "start" if x < 20 else "end" if x > 80 else "middle"  # noqa: PLR2004  per cent
    return f'<text class="small" x="{x:.2f}%" y="{y}" text-anchor="{anchor}">{text_of(text)}</text>'
