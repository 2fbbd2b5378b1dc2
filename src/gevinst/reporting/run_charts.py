"""A run chart as inline SVG: one number month by month; text keeps its size at any width."""

from __future__ import annotations

from collections.abc import Callable

from gevinst.reporting.charts import text_of
from gevinst.reporting.contents import RunChart

_TOP, _HEIGHT, _FOOT = 22, 190, 28
_RADIUS = 3.2
_LEFT, _RIGHT = 1.0, 99.0
_MOST_LABELS = 6


def run_svg(chart: RunChart) -> str:
    """Draw a run chart; hidden months leave a gap."""
    top = max((level for level, _ in chart.levels), default=1.0) or 1.0
    last = max(len(chart.points) - 1, 1)

    def across(index: int) -> float:
        return _LEFT + (_RIGHT - _LEFT) * index / last

    def up(value: float) -> float:
        return _TOP + _HEIGHT * (1 - value / top)

    parts = [
        f'<line class="level" x1="0" x2="100%" y1="{up(level):.1f}" y2="{up(level):.1f}"/>'
        f'<text class="small" x="0" y="{up(level) - 4:.1f}">{text_of(label)}</text>'
        for level, label in chart.levels
    ]
    if chart.median is not None:
        y = up(chart.median[0])
        parts.append(f'<line class="median" x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}"/>')
    places = {point.month: across(index) for index, point in enumerate(chart.points)}
    if chart.marked is not None and chart.marked[0] in places:
        x = places[chart.marked[0]]
        parts.append(
            f'<line class="marked" x1="{x:.2f}%" x2="{x:.2f}%" y1="{_TOP - 6}"'
            f' y2="{_TOP + _HEIGHT}"/><text class="small" x="{x:.2f}%" y="12"'
            f' text-anchor="{_anchor(x)}">{text_of(chart.marked[1])}</text>'
        )
    parts += _run(chart, across, up)
    if chart.median is not None:
        parts.append(  # above the run: a line through the figure cannot be read
            f'<text class="small" x="100%" y="{up(chart.median[0]) - 5:.1f}" text-anchor="end">'
            f"{text_of(chart.median[1])}</text>"
        )
    parts += _months(chart, across)
    name = text_of(chart.id)
    return (
        f'<svg class="bars" width="100%" height="{_TOP + _HEIGHT + _FOOT}" role="img"'
        f' aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{text_of(chart.title)}</title>'
        f'<desc id="{name}-desc">{text_of(chart.description)}</desc>{"".join(parts)}</svg>'
    )


def _run(
    chart: RunChart, across: Callable[[int], float], up: Callable[[float], float]
) -> list[str]:
    parts = []
    for index, point in enumerate(chart.points):
        if point.value is None:
            continue
        x, y = across(index), up(point.value)
        before = chart.points[index - 1].value if index else None
        if before is not None:
            parts.append(
                f'<line class="run" x1="{across(index - 1):.2f}%" y1="{up(before):.1f}"'
                f' x2="{x:.2f}%" y2="{y:.1f}"/>'
            )
        parts.append(f'<circle class="point" cx="{x:.2f}%" cy="{y:.1f}" r="{_RADIUS}"/>')
    return parts


def _months(chart: RunChart, across: Callable[[int], float]) -> list[str]:
    """Labels of the first and last month, and of Januaries between where there is room."""
    last = len(chart.points) - 1
    room = max(last // _MOST_LABELS, 1)
    januaries = [i for i, point in enumerate(chart.points) if point.month.endswith("-01")]
    chosen = [i for i in januaries if room <= i <= last - room]
    step = max(1, -(-len(chosen) // (_MOST_LABELS - 2)))
    y = _TOP + _HEIGHT + 19
    return [
        f'<text class="small" x="{across(i):.2f}%" y="{y}" text-anchor="{_anchor(across(i))}">'
        f"{text_of(chart.points[i].month)}</text>"
        for i in dict.fromkeys([0, *chosen[::step], last])
        if i >= 0
    ]


def _anchor(x: float) -> str:
    return "start" if x < 15 else "end" if x > 85 else "middle"  # noqa: PLR2004  per cent
