"""The drawn benefits map: nothing overlaps, nothing is lost, and it can be read without seeing."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.reporting.contents import Diagram, DiagramBox, Section, Summary
from gevinst.reporting.map_layout import (
    BOX_WIDTH,
    COLUMN_GAP,
    PADDING,
    ROW_GAP,
    Box,
    Layout,
    crossings,
    lay_out,
    left_of,
)
from gevinst.reporting.map_picture import picture, width_of, wrapped
from gevinst.reporting.page import render_page
from gevinst.reporting.terminal import render_text

SVG = "{http://www.w3.org/2000/svg}"


@st.composite
def graphs(draw: st.DrawFn) -> list[Box]:
    """Boxes in up to six columns, every arrow to a later one, some past columns."""
    ranks = draw(st.lists(st.integers(0, 5), min_size=1, max_size=14))
    found = []
    for i, rank in enumerate(ranks):
        later = [j for j, other in enumerate(ranks) if other > rank]
        chosen = draw(st.lists(st.sampled_from(later), unique=True, max_size=4)) if later else []
        lines = tuple("x" for _ in range(draw(st.integers(1, 5))))
        arrows = tuple(f"b{j}" for j in chosen)
        found.append(Box(id=f"b{i}", lines=lines, rank=rank, leads_to=arrows))
    return found


def on_curve(arrow: tuple, steps: int = 20) -> list[tuple[float, float]]:  # type: ignore[type-arg]
    """Points of an arrow as it is drawn, from the middle of one side to the middle of another."""
    points = []
    for one, other in pairwise(arrow):
        x0, x1 = left_of(one.rank) + BOX_WIDTH, left_of(other.rank)
        for k in range(steps + 1):
            t = k / steps
            bend = 3 * t**2 - 2 * t**3
            x = x0 + (x1 - x0) * (1.5 * t * (1 - t) + t**3)
            points.append((x, one.y + (other.y - one.y) * bend))
        points += [(left_of(other.rank) + BOX_WIDTH * k / steps, other.y) for k in range(steps + 1)]
    return points[: len(points) - steps - 1]


@given(graphs())
def test_no_two_boxes_of_a_column_are_nearer_than_the_gap(boxes: list[Box]) -> None:
    """Whatever the arrows, boxes and passing arrows keep their distance."""
    layout = lay_out(boxes)

    passing = {id(p): p for arrow in layout.arrows for p in arrow[1:-1]}
    for one, other in combinations([*layout.places, *passing.values()], 2):
        if one.rank == other.rank:
            apart = abs(one.y - other.y) - (one.height + other.height) / 2
            assert apart >= ROW_GAP - 1e-6


@given(graphs())
def test_every_box_and_arrow_is_there_and_inside_the_picture(boxes: list[Box]) -> None:
    """Arrows go where they were told, and nothing lies outside."""
    layout = lay_out(boxes, top=38)

    assert [p.id for p in layout.places] == [b.id for b in boxes]
    told = sorted((b.id, other) for b in boxes for other in b.leads_to)
    assert sorted((arrow[0].id, arrow[-1].id) for arrow in layout.arrows) == told
    for place in layout.places:
        assert place.y - place.height / 2 >= 38 - 1e-6
        assert place.y + place.height / 2 <= layout.height + 1
        assert left_of(place.rank) + BOX_WIDTH <= layout.width


@given(graphs())
def test_no_arrow_passes_through_a_box(boxes: list[Box]) -> None:
    """Between columns it keeps to the gap; past a column it keeps to its own place."""
    layout = lay_out(boxes)

    for arrow in layout.arrows:
        for x, y in on_curve(arrow):
            for place in layout.places:
                inside = left_of(place.rank) < x < left_of(place.rank) + BOX_WIDTH
                if inside and place not in (arrow[0], arrow[-1]):
                    assert not place.y - place.height / 2 < y < place.y + place.height / 2


def test_the_order_of_a_column_avoids_crossings_that_can_be_avoided() -> None:
    """Two arrows that cross in the order of the file do not in the drawing."""
    boxes = [
        Box(id="a", lines=("a",), rank=0, leads_to=("d",)),
        Box(id="b", lines=("b",), rank=0, leads_to=("c",)),
        Box(id="c", lines=("c",), rank=1, leads_to=()),
        Box(id="d", lines=("d",), rank=1, leads_to=()),
    ]

    layout = lay_out(boxes)

    columns = [sorted(_of(layout, rank), key=lambda p: p.y) for rank in (0, 1)]
    assert crossings(columns) == 0
    assert crossings([_of(layout, 0), _of(layout, 1)]) == 1


def _of(layout: Layout, rank: int) -> list:  # type: ignore[type-arg]
    return [p for p in layout.places if p.rank == rank]


@given(graphs())
def test_a_map_is_drawn_alike_each_time(boxes: list[Box]) -> None:
    """The picture depends on the file alone."""
    one, other = lay_out(boxes), lay_out(boxes)

    assert [(p.id, p.y) for p in one.places] == [(p.id, p.y) for p in other.places]


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=200))
def test_wrapped_text_has_room_and_loses_no_letter(text: str) -> None:
    """Every line is as narrow as its box, and only spaces and hyphens come and go."""
    room = BOX_WIDTH - 2 * PADDING

    lines = wrapped(text, room)

    assert all(width_of(line) <= room for line in lines)
    kept = "".join(lines).replace("-", "")
    assert "".join(kept.split()) == "".join(text.replace("-", "").split())


def diagram(**changes: str) -> Diagram:
    """Three boxes of three kinds."""
    texts = {"a": "Tiltak", "b": "Virkning", "c": "Mål"} | changes
    return Diagram(
        id="kart",
        title="Gevinstkart",
        description="Fra tiltak til mål.",
        columns=("Tiltak", "Virkning", "Mål"),
        boxes=(
            DiagramBox(id="a", text=texts["a"], column=0, kind="measure", leads_to=("b", "c")),
            DiagramBox(id="b", text=texts["b"], column=1, kind="effect", leads_to=("c",)),
            DiagramBox(id="c", text=texts["c"], column=2, kind="goal", leads_to=(), tag="Kostnad"),
        ),
    )


def parsed(drawn: str) -> ET.Element:
    """The picture as XML; HTML needs no namespace, XML does."""
    return ET.fromstring(drawn.replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1))  # noqa: S314  our own


def test_the_picture_has_a_title_a_description_and_every_box_as_text() -> None:
    """Read aloud by a screen reader as an image with a name."""
    svg = parsed(picture(diagram()))

    assert svg.get("role") == "img"
    told = {node.get("id") for node in svg if node.tag in {f"{SVG}title", f"{SVG}desc"}}
    assert set(str(svg.get("aria-labelledby")).split()) == told
    texts = [node.text for node in svg.iter(f"{SVG}text")]
    assert texts == ["Tiltak", "Virkning", "Mål", "Tiltak", "Virkning", "Mål", "Kostnad"]
    assert len([p for p in svg.iter(f"{SVG}path") if p.get("class") == "arrow"]) == 3
    assert {r.get("class") for r in svg.iter(f"{SVG}rect")} == {"measure", "effect", "goal"}


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '" onload="x', "a\x1b[31mb", "&amp;"]
)
def test_a_hostile_name_is_only_text(hostile: str) -> None:
    """Nothing that a name says becomes part of the page."""
    drawn = picture(diagram(a=hostile))

    svg = parsed(drawn)
    assert "<script" not in drawn
    assert "\x1b" not in drawn
    assert not [node for node in svg.iter() if "onload" in node.keys()]  # noqa: SIM118


def test_an_empty_diagram_is_nothing() -> None:
    """No boxes, no picture."""
    empty = Diagram(id="k", title="t", description="d", columns=(), boxes=())

    assert picture(empty) == ""


def test_page_and_terminal_tell_the_same_map() -> None:
    """Drawn on the page in a region that can be scrolled; in lines in a terminal."""
    section = Section(id="map", heading="Gevinstkart", blocks=(diagram(),))
    summary = Summary(
        lang="nb", title="P", notice="", facts=("a", "b", "c"), headlines=(), sections=(section,)
    )

    page, text = render_page(summary), render_text(summary)

    assert re.search(r'<div class="scroll" role="region" tabindex="0" aria-labelledby="kart-', page)
    assert "- Tiltak → Virkning; Mål" in text
    assert "- Mål (Kostnad)" in text


def test_five_columns_have_room_on_the_page() -> None:
    """The content of the page is 62 rem less its margins, at 16 pixels a rem."""
    assert 5 * BOX_WIDTH + 4 * COLUMN_GAP + 6 <= 62 * 16 - 2 * 20
