"""A tornado as a picture: bars on both sides of the figure at likely values.

The low end of an input is solid and the high end hatched, the input's value stands at each end,
and a bar that changes the sign says so in words: colour says nothing alone.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from gevinst.display import Language, format_amount
from gevinst.sensitivity.tornado_words import bar_facts
from gevinst.sensitivity.wording import opened, say

if TYPE_CHECKING:
    from gevinst.sensitivity.tornado_bars import Tornado, TornadoBar

WIDTH = 860
SIDE = 200
"""Room on each side for the value of the input at the end of a bar."""
HEAD, TOP, ROW, BAR = 28, 84, 50, 18
FOOT = 34
SOLID, DARK, ZERO = "#0b5a6b", "#1d2733", "#a3341f"


def tornado_svg(made: Tornado, lang: Language, most: int) -> str:
    """The widest bars, with title and description for those who do not see them."""
    bars = [bar for bar in made.bars if bar.width > 0][:most]
    scale = _Scale(made, bars)
    others = sum(bar.width > 0 for bar in made.bars) - len(bars)
    height = TOP + ROW * len(bars) + FOOT + (20 if others else 0)
    title = say("tornado.title", lang, what=made.row.text(lang))
    description = say(
        "tornado.desc",
        lang,
        base=format_amount(made.base, made.row.unit, lang=lang),
        parts=" ".join(_told(made, bar, lang) for bar in bars),
    )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        f' width="100%" font-family="sans-serif" font-size="14" fill="{DARK}"'
        f' aria-label="{escape(title, quote=True)}"><title>{escape(title)}</title>'
        f"<desc>{escape(description)}</desc>"
        '<defs><pattern id="tornado-high" width="6" height="6" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect width="6" height="6" fill="#dfe9ec"/>'
        f'<rect width="3" height="6" fill="{SOLID}"/></pattern></defs>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    )
    parts = [head, _text(0, 18, title, bold=True), *_axis(made, scale, len(bars), lang)]
    for place, bar in enumerate(bars):
        parts.append(_bar(bar, TOP + place * ROW, scale, lang))
    below = TOP + ROW * len(bars) + 22
    parts.append(_text(0, below, say("tornado.legend", lang)))
    if others:
        parts.append(_text(0, below + 20, say("tornado.others", lang, count=others)))
    return "".join(parts) + "</svg>"


class _Scale:
    """From the figure to places across the picture."""

    def __init__(self, made: Tornado, bars: list[TornadoBar]) -> None:
        ends = [made.base, *(end for bar in bars for end in (bar.at_low, bar.at_high))]
        self.low, self.high = min(ends), max(ends)
        self.span = (self.high - self.low) or 1.0
        self.base = self.at(made.base)

    def at(self, number: float) -> float:
        """Place of a number."""
        return SIDE + (number - self.low) / self.span * (WIDTH - 2 * SIDE)


def _axis(made: Tornado, scale: _Scale, bars: int, lang: Language) -> list[str]:
    unit = made.row.unit
    bottom = TOP + ROW * bars
    line = (
        f'<line x1="{scale.base:.1f}" x2="{scale.base:.1f}" y1="{HEAD + 26}" y2="{bottom}"'
        f' stroke="{DARK}"/>'
    )
    base = _text(
        scale.base, HEAD + 18, format_amount(made.base, unit, lang=lang), "middle", bold=True
    )
    parts = [line, base]
    for end, anchor in ((scale.low, "end"), (scale.high, "start")):
        if abs(scale.at(end) - scale.base) > 1:
            parts.append(
                _text(scale.at(end), HEAD + 40, format_amount(end, unit, lang=lang), anchor)
            )
    if scale.low < 0 < scale.high:
        zero = scale.at(0)
        parts.append(
            f'<line x1="{zero:.1f}" x2="{zero:.1f}" y1="{HEAD + 46}" y2="{bottom}" stroke="{ZERO}"'
            ' stroke-width="2" stroke-dasharray="5 4"/>'
        )
        parts.append(_text(zero + 4, HEAD + 56, format_amount(0, unit, lang=lang), colour=ZERO))
    return parts


def _bar(bar: TornadoBar, top: int, scale: _Scale, lang: Language) -> str:
    mark = f" ± {say('tornado.mark', lang)}" if bar.crosses_zero else ""
    ends = (
        (bar.at_low, bar.input.text(bar.low_input, lang), SOLID),
        (bar.at_high, bar.input.text(bar.high_input, lang), "url(#tornado-high)"),
    )
    places = [scale.at(figure) for figure, _, _ in ends]
    one_side = (places[0] - scale.base) * (places[1] - scale.base) > 0
    y = top + 20
    parts = [_text(0, top + 14, bar.input.label(lang) + mark, bold=bar.crosses_zero)]
    for number, (place, (_, value, fill)) in enumerate(zip(places, ends, strict=True)):
        tall = BAR / 2 if one_side else BAR
        at = y + (tall if one_side and number else 0)
        left, wide = min(place, scale.base), max(abs(place - scale.base), 1.0)
        parts.append(
            f'<rect x="{left:.1f}" y="{at:.1f}" width="{wide:.1f}" height="{tall:.1f}"'
            f' fill="{fill}" stroke="{SOLID}"/>'
        )
        if not one_side:
            parts.append(_end(place, _goes_left(place, places, scale, number), y, value))
    if one_side:
        outer = max(places, key=lambda place: abs(place - scale.base))
        both = f"{ends[0][1]} – {ends[1][1]}"
        parts.append(_end(outer, outer < scale.base, y, both))
    return "".join(parts)


def _goes_left(place: float, places: list[float], scale: _Scale, number: int) -> bool:
    """Whether the text of an end stands to the left of it."""
    if place == scale.base:
        return places[1 - number] > scale.base
    return place < scale.base


def _end(place: float, left: bool, y: float, value: str) -> str:  # noqa: FBT001
    anchor, step = ("end", -6) if left else ("start", 6)
    return _text(place + step, y + BAR - 4, value, anchor)


def _told(made: Tornado, bar: TornadoBar, lang: Language) -> str:
    mark = say("tornado.changes_sign", lang) if bar.crosses_zero else ""
    return say("tornado.bar", lang, **bar_facts(made, bar, lang), mark=mark)


def _text(
    x: float,
    y: float,
    text: str,
    anchor: str = "start",
    *,
    bold: bool = False,
    colour: str = DARK,
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{weight}'
        ' stroke="#fff" stroke-width="3" paint-order="stroke">'
        f"{escape(opened(text))}</text>"
    )
