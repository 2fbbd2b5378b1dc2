"""The benefits map as inline SVG: columns by kind, boxes with wrapped text, arrows between.

Shapes are drawn in pixels of their own and the page scrolls sideways where there is no room, so
that the text keeps its size. Kind is told by the heading of the column, never by colour alone.
"""

from __future__ import annotations

from gevinst.reporting.charts import text_of
from gevinst.reporting.contents import Diagram, DiagramBox
from gevinst.reporting.map_layout import (
    BOX_WIDTH,
    LINE_HEIGHT,
    PADDING,
    Box,
    Layout,
    Place,
    lay_out,
    left_of,
)
from gevinst.reporting.safety import safe

_HEADING = 30
_MARGIN = 3
_ARROW = 9
_APART = 11
"""Between the ends of arrows along a box, where there is room."""
_TAG = "tag"

Arrow = tuple[Place, ...]

_NARROW, _WIDE, _CAPITAL, _USUAL = 4.4, 12.2, 9.6, 7.9
"""Widths of letters at 13 pixels in a wide font (DejaVu Sans); others are narrower."""


def width_of(text: str) -> float:
    """Width of a text in pixels, at most."""
    return sum(
        _NARROW if c in "iljftrI.,:;'|!()[]-/ " else _WIDE if c in "mwMW@%—" else
        _CAPITAL if c.isupper() else _USUAL
        for c in text
    )  # fmt: skip


def wrapped(text: str, room: float) -> tuple[str, ...]:
    """Text in lines that have room; a word that has not is broken with a hyphen.

    Examples
    --------
    >>> wrapped("Færre innleggelser", 80)
    ('Færre', 'innleggels-', 'er')
    """
    lines: list[str] = []
    line = ""
    for whole in text.split():
        word = whole
        while True:
            longer = f"{line} {word}" if line else word
            if width_of(longer) <= room:
                line = longer
                break
            if line:
                lines.append(line)
                line = ""
                continue
            cut = max(1, _fitting(word, room - width_of("-")))
            lines.append(word[:cut] + ("" if word[cut - 1] == "-" else "-"))
            word = word[cut:]
    return (*lines, line) if line else tuple(lines)


def _fitting(word: str, room: float) -> int:
    """How many letters have room."""
    return max((n for n in range(len(word) + 1) if width_of(word[:n]) <= room), default=0)


def picture(diagram: Diagram) -> str:
    """Draw a diagram; empty if it has no boxes.

    Parameters
    ----------
    diagram : Diagram

    Returns
    -------
    str
        An ``svg`` element with title and description, every text escaped.
    """
    if not diagram.boxes:
        return ""
    by_id = {box.id: box for box in diagram.boxes}
    room = BOX_WIDTH - 2 * PADDING
    layout = lay_out(
        [
            Box(
                id=box.id,
                lines=(*wrapped(safe(box.text), room), *wrapped(safe(box.tag), room)),
                rank=box.column,
                leads_to=box.leads_to,
            )
            for box in diagram.boxes
        ],
        top=_HEADING + 8,
    )
    name = text_of(diagram.id)
    width, height = layout.width + 2 * _MARGIN, layout.height + 2 * _MARGIN
    size = f'width="{width}" height="{height}" viewBox="{-_MARGIN} {-_MARGIN} {width} {height}"'
    parts = [
        f'<svg class="map" {size} role="img" aria-labelledby="{name}-title {name}-desc">',
        f'<title id="{name}-title">{text_of(diagram.title)}</title>',
        f'<desc id="{name}-desc">{text_of(diagram.description)}</desc>',
        _head(name),
        *_headings(diagram),
        *(_arrow(arrow, ends, name) for arrow, ends in _with_ends(layout)),
        *_boxes(layout, by_id, room),
        "</svg>",
    ]
    return "".join(parts)


def _head(name: str) -> str:
    """What an arrow ends with."""
    size = f'markerWidth="{_ARROW}" markerHeight="{_ARROW}" markerUnits="userSpaceOnUse"'
    return (
        f'<defs><marker id="{name}-head" viewBox="0 0 10 10" refX="9" refY="5" {size}'
        f' orient="auto"><path class="head" d="M0 1L10 5L0 9z"/></marker></defs>'
    )


def _headings(diagram: Diagram) -> list[str]:
    return [
        f'<text class="column" x="{left_of(i)}" y="16">{text_of(heading)}</text>'
        f'<line class="rule" x1="{left_of(i)}" x2="{left_of(i) + BOX_WIDTH}" y1="24" y2="24"/>'
        for i, heading in enumerate(diagram.columns)
    ]


def _with_ends(layout: Layout) -> list[tuple[Arrow, tuple[float, float]]]:
    """Each arrow with where it leaves and arrives: side by side along a box, so that none hides."""
    leaves, arrives = _spread(layout, 0, 1), _spread(layout, -1, -2)
    return [(arrow, (leaves[i], arrives[i])) for i, arrow in enumerate(layout.arrows)]


def _spread(layout: Layout, at: int, towards: int) -> dict[int, float]:
    """Height of one end of each arrow, in the order of what is at its other side."""
    heights: dict[int, float] = {}
    for place in layout.places:
        here = [i for i, arrow in enumerate(layout.arrows) if arrow[at] is place]
        here.sort(key=lambda i: layout.arrows[i][towards].y)
        step = min(_APART, (place.height - 2 * PADDING) / len(here)) if here else 0.0
        for position, i in enumerate(here):
            heights[i] = place.y + step * (position - (len(here) - 1) / 2)
    return heights


def _arrow(places: Arrow, ends: tuple[float, float], name: str) -> str:
    """A curve from the right side of a box to the left side of another, level past columns."""
    first, *passing, last = places
    x, y = left_of(first.rank) + BOX_WIDTH, ends[0]
    path = [f"M{x} {y:.1f}"]
    for place in (*passing, last):
        left, height = left_of(place.rank), ends[1] if place is last else place.y
        middle = (x + left) / 2
        path.append(f"C{middle:.1f} {y:.1f} {middle:.1f} {height:.1f} {left} {height:.1f}")
        x, y = left, height
        if place is not last:
            x = left + BOX_WIDTH
            path.append(f"H{x}")
    return f'<path class="arrow" d="{"".join(path)}" marker-end="url(#{name}-head)"/>'


def _boxes(layout: Layout, by_id: dict[str, DiagramBox], room: float) -> list[str]:
    parts = []
    for place in layout.places:
        box = by_id[place.id]
        left, top = left_of(place.rank), place.y - place.height / 2
        parts.append(
            f'<rect class="{box.kind}" x="{left}" y="{top:.1f}" width="{BOX_WIDTH}"'
            f' height="{place.height:.0f}" rx="6"/>'
        )
        y = top + PADDING + LINE_HEIGHT - 4
        texts = wrapped(safe(box.text), room), wrapped(safe(box.tag), room)
        for kind, lines in zip(("label", _TAG), texts, strict=True):
            for line in lines:
                parts.append(
                    f'<text class="{kind}" x="{left + PADDING}" y="{y:.1f}">{text_of(line)}</text>'
                )
                y += LINE_HEIGHT
    return parts
