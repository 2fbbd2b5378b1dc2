"""Bar charts as inline SVG that keeps its text size whatever the width of the page.

Nothing is scaled: widths are per cent and text is in the page's own size, so that a chart is as
readable at 320 pixels and on paper as on a wide screen. A cost has a hatched bar and a gain a solid
one, and what is negative goes to the left of the zero line: colour says nothing alone.
"""

from __future__ import annotations

from html import escape

from gevinst.reporting.contents import Bar, Chart
from gevinst.reporting.safety import safe

_ROW = 46
_HEADING = 34
_TEXT_DROP = 16
_BAR_DROP = 23
_BAR = 14
_LEAST = 0.4
_LONGEST = {"group": 34, "label": 26, "value": 26}


def text_of(text: str) -> str:
    """Text of a project or of ours, safe inside HTML and SVG."""
    return escape(safe(text), quote=True)


def svg(chart: Chart) -> str:
    """Draw a chart; empty if it has no bars."""
    bars = [bar for group in chart.groups for bar in group.bars]
    if not bars:
        return ""
    low = min(0.0, *(bar.value for bar in bars))
    high = max(0.0, *(bar.value for bar in bars))
    span = (high - low) or 1.0
    zero = -low / span * 100
    parts: list[str] = []
    y = 0
    for group in chart.groups:
        if group.heading:
            parts.append(_text("0", y + 24, group.heading, "group"))
            y += _HEADING
        for bar in group.bars:
            parts.append(_bar(bar, y, zero, span))
            y += _ROW
    name = text_of(chart.id)
    return (
        f'<svg class="bars" width="100%" height="{y + 4}" role="img"'
        f' aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{text_of(chart.title)}</title>'
        f'<desc id="{name}-desc">{text_of(chart.description)}</desc>'
        f'<defs><pattern id="{name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-ground"/>'
        f'<rect width="3" height="6" class="hatch-line"/></pattern></defs>'
        f"{''.join(parts).replace('{hatch}', f'url(#{name}-hatch)')}</svg>"
    )


def _bar(bar: Bar, y: int, zero: float, span: float) -> str:
    width = max(abs(bar.value) / span * 100, _LEAST if bar.value else 0.0)
    left = min(max(zero - width if bar.value < 0 else zero, 0.0), 100.0 - width)
    fill = ' fill="{hatch}"' if bar.kind == "cost" else ""
    kind = "loss" if bar.kind == "gain" and bar.value < 0 else bar.kind
    label = _text("0", y + _TEXT_DROP, bar.label, "label")
    value = _text("100%", y + _TEXT_DROP, bar.text, "value")
    shape = (
        f'<rect class="{kind}"{fill} x="{left:.2f}%" y="{y + _BAR_DROP}" width="{width:.2f}%"'
        f' height="{_BAR}"/>'
    )
    line = (
        f'<line class="zero" x1="{zero:.2f}%" x2="{zero:.2f}%" y1="{y + _BAR_DROP - 1}"'
        f' y2="{y + _BAR_DROP + _BAR + 3}"/>'
    )
    return label + value + shape + line


def _text(x: str, y: int, text: str, kind: str) -> str:
    anchor = ' text-anchor="end"' if kind == "value" else ""
    # A brace in a name must never be read as the place for the pattern.
    shown = text_of(_shortened(text, _LONGEST[kind])).replace("{", "&#123;")
    return f'<text class="{kind}" x="{x}" y="{y}"{anchor}>{shown}</text>'


def _shortened(text: str, longest: int) -> str:
    """Text that has room beside a value at 320 pixels; the table has it in full."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
