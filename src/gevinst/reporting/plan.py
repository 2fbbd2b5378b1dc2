"""The benefits map and the realisation plan on the page."""

from __future__ import annotations

import math

from gevinst.display import unit_words
from gevinst.reporting.contents import (
    Block,
    Diagram,
    DiagramBox,
    Figure,
    Folded,
    Note,
    Row,
    Section,
    Table,
)
from gevinst.reporting.reading import View
from gevinst.results.benefit_map import AIMS, KINDS, MapBox
from gevinst.results.plan_table import HEADINGS

DECIMALS = 2
_PLAN = ("baseline", "target", "unit", "target_month")
_DETAILS = ("owner", "status", "indicator", "definition", "method")


def describe_map(view: View) -> tuple[Section, ...]:
    """The map as a picture and as a table; none where the project has no map."""
    boxes = view.results.names.benefit_map
    if not boxes:
        return ()
    blocks: tuple[Block, ...] = (
        diagram(view, boxes),
        Note(text=view.say("drawing.note")),
        _arrows(view),
    )
    return (Section(id="map", heading=view.say("map"), blocks=blocks),)


def diagram(view: View, boxes: tuple[MapBox, ...]) -> Diagram:
    """Boxes in columns: one for each kind, more where boxes of a kind lead to one another."""
    depths = _depths(boxes)
    used = [
        (kind, depth)
        for kind in KINDS
        for depth in sorted({depths[box.id] for box in boxes if box.kind == kind})
    ]
    column = {place: i for i, place in enumerate(used)}
    return Diagram(
        id="benefit-map",
        title=view.say("drawing.title"),
        description=view.say("drawing.description", boxes=len(boxes)),
        columns=tuple(KINDS[kind][view.lang] if depth == 0 else "" for kind, depth in used),
        boxes=tuple(
            DiagramBox(
                id=box.id,
                text=box.name,
                column=column[box.kind, depths[box.id]],
                kind=box.kind,
                leads_to=box.leads_to,
                tag=", ".join(AIMS[aim][view.lang] for aim in box.aims),
            )
            for box in boxes
        ),
    )


def _depths(boxes: tuple[MapBox, ...]) -> dict[str, int]:
    """How many boxes of its own kind stand before each, along the longest way."""
    kinds = {box.id: box.kind for box in boxes}
    depths = dict.fromkeys(kinds, 0)
    for _ in boxes:
        for box in boxes:
            for other in box.leads_to:
                if kinds[other] == box.kind:
                    depths[other] = max(depths[other], depths[box.id] + 1)
    return depths


def _arrows(view: View) -> Folded:
    frame = view.results.table("map", labels=view.lang)
    stub, *headings = frame.columns
    rows = tuple(
        Row(label=row[stub], cells=tuple(row[heading] for heading in headings))
        for row in frame.to_dict("records")
    )
    caption = view.say("drawing.table")
    table = Table(id="map", caption=caption, stub=stub, headings=tuple(headings), rows=rows)
    return Folded(summary=caption, table=table)


def describe_plan(view: View) -> tuple[Section, ...]:
    """The realisation plan; none where the project has no benefits."""
    if not view.results.names.benefit_facts:
        return ()
    blocks = (
        Note(text=view.say("plan.note")),
        _table(view, "plan", _PLAN, view.say("plan.caption")),
        Folded(
            summary=view.say("plan.details"),
            table=_table(view, "plan-details", _DETAILS, view.say("plan.details")),
            is_open=True,
        ),
    )
    return (Section(id="plan", heading=view.say("plan"), blocks=blocks),)


def _table(view: View, name: str, columns: tuple[str, ...], caption: str) -> Table:
    shown = {column: HEADINGS[column][view.lang] for column in HEADINGS}
    plan = view.results.table("plan", labels=view.lang).to_dict("records")
    # Everything is per patient and year, which the note says once.
    counted = [_counted(facts.counts, view) for facts in view.results.names.benefit_facts.values()]
    rows = tuple(
        Row(
            label=row[shown["line"]],
            cells=tuple(
                unit if column == "unit" else _cell(row[shown[column]]) for column in columns
            ),
        )
        for row, unit in zip(plan, counted, strict=True)
    )
    return Table(
        id=name,
        caption=caption,
        stub=shown["line"],
        headings=tuple(shown[column] for column in columns),
        rows=rows,
    )


def _counted(unit: str, view: View) -> str:
    return unit_words(unit, view.lang) if unit else ""


def _cell(content: str | float) -> str | Figure:
    if isinstance(content, str):
        return content
    return Figure(value=None if math.isnan(content) else content, decimals=DECIMALS)
