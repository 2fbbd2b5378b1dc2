"""A two-way map as a picture and a sentence."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import numpy as np

from gevinst.display import Language, format_amount
from gevinst.sensitivity.wording import opened, say

if TYPE_CHECKING:
    from gevinst.sensitivity.two_way_map import TwoWay

LEFT, TOP, BOTTOM, WIDTH = 86, 8, 80, 720
ROW = 30
GAIN, LOSS = "#1b6e53", "#b4531a"


def map_sentence(made: TwoWay, lang: Language) -> str:
    """In how many pairs the figure is on the wished side, and where it is best and worst."""
    held = int(np.count_nonzero(made.holds))
    return say(
        "two_way.sentence",
        lang,
        what=opened(made.row.text(lang)),
        side=say(f"even.{made.side}", lang),
        level=format_amount(made.level, made.row.unit, lang=lang),
        held=held,
        all=made.values.size,
        a=made.input_a.label(lang),
        b=made.input_b.label(lang),
        smallest=format_amount(float(np.nanmin(made.values)), made.row.unit, lang=lang),
        largest=format_amount(float(np.nanmax(made.values)), made.row.unit, lang=lang),
    )


def map_svg(made: TwoWay, lang: Language) -> str:
    """Cells shaded by size; those on the wished side are solid with a plus, the others hatched."""
    rows, columns = len(made.b), len(made.a)
    wide = (WIDTH - LEFT) / columns
    height = TOP + ROW * rows + BOTTOM
    title = opened(made.row.text(lang))
    largest = float(np.nanmax(np.abs(made.values - made.level))) or 1.0
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        f' font-family="sans-serif" font-size="13"'
        f' aria-label="{escape(title, quote=True)}"><title>{escape(title)}</title>'
        f"<desc>{escape(map_sentence(made, lang))}</desc>"
        '<defs><pattern id="below-level" width="6" height="6" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="3" height="6" fill="{LOSS}"/></pattern>'
        f'</defs><rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    )
    parts = [head]
    for i in range(columns):
        for j in range(rows):
            x, y = LEFT + i * wide, TOP + (rows - 1 - j) * ROW
            parts.append(_cell(made, (i, j), (x, y, wide), largest, lang))
    parts += _axes(made, wide, rows, lang)
    return "".join(parts) + "</svg>"


def _cell(
    made: TwoWay,
    place: tuple[int, int],
    box: tuple[float, float, float],
    largest: float,
    lang: Language,
) -> str:
    i, j = place
    x, y, wide = box
    value = float(made.values[i, j])
    told = say(
        "two_way.cell",
        lang,
        a=made.input_a.text(float(made.a[i]), lang),
        b=made.input_b.text(float(made.b[j]), lang),
        value=format_amount(value, made.row.unit, lang=lang),
    )
    if value != value:  # noqa: PLR0124  NaN: the model refuses the pair
        shape = f'fill="none" stroke="#666" x="{x:.1f}" y="{y:.1f}"'
        return (
            f'<rect {shape} width="{wide:.1f}" height="{ROW}"><title>{escape(told)}</title></rect>'
        )
    depth = 0.2 + 0.8 * abs(value - made.level) / largest
    fill = GAIN if made.holds[i][j] else "url(#below-level)"
    mark = (
        f'<text x="{x + wide / 2:.1f}" y="{y + ROW / 2 + 5:.1f}" text-anchor="middle"'
        ' stroke="#fff" stroke-width="3" paint-order="stroke">+</text>'
        if made.holds[i][j]
        else ""
    )
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{ROW}" fill="{fill}"'
        f' fill-opacity="{depth:.2f}" stroke="#fff"><title>{escape(told)}</title></rect>{mark}'
    )


def _axes(made: TwoWay, wide: float, rows: int, lang: Language) -> list[str]:
    below = TOP + ROW * rows
    last = len(made.a) - 1
    a_ends = ((0, "start"), (last, "end"))
    parts = [
        f'<text x="{LEFT + (i + (0 if i == 0 else 1)) * wide:.1f}" y="{below + 18}"'
        f' text-anchor="{anchor}">{escape(made.input_a.text(float(made.a[i]), lang))}</text>'
        for i, anchor in a_ends
    ]
    for j in (0, rows - 1):
        y = TOP + (rows - 1 - j) * ROW + ROW / 2 + 5
        text = escape(made.input_b.text(float(made.b[j]), lang))
        parts.append(f'<text x="{LEFT - 6}" y="{y:.1f}" text-anchor="end">{text}</text>')
    across = say("two_way.across", lang, a=made.input_a.label(lang))
    up = say("two_way.up", lang, b=made.input_b.label(lang))
    parts.append(f'<text x="0" y="{below + 38}">{escape(across)}</text>')
    parts.append(f'<text x="0" y="{below + 56}">{escape(up)}</text>')
    key = say(
        "two_way.key",
        lang,
        side=say(f"even.{made.side}", lang),
        level=format_amount(made.level, made.row.unit, lang=lang),
    )
    parts.append(f'<text x="0" y="{below + 74}">{escape(key)}</text>')
    return parts
