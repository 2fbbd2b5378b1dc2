"""The benefits map: every arrow leads on to something there is, no box stands alone, no circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gevinst.messages import Term
from gevinst.schema.benefit_map import MAP_KINDS
from gevinst.schema.checks.reading import Draft, Raw, text_of
from gevinst.schema.checks.unknown_names import unknown
from gevinst.schema.findings import Finding, Location
from gevinst.schema.lists import MOST_RECORDS

FIRST, BENEFIT, LAST = MAP_KINDS[0], MAP_KINDS[3], MAP_KINDS[-1]
ARROW = " → "


def references(draft: Draft) -> Iterator[Finding]:
    """An arrow leads to a box that there is, once; a benefit stands for a line that there is."""
    boxes = draft.texts("id", "map")
    lines = draft.texts("id", "benefits")
    shown: set[str] = set()
    for location, table in draft.tables("map"):
        for index, other in _arrows(table):
            place = (*location, "leads_to", index)
            if other not in boxes:
                yield unknown(place, other, "box", boxes)
            elif other in [name for i, name in _arrows(table) if i < index]:
                yield Finding(place, "reference.twice", {"found": other})
        line = text_of(table, "benefit")
        if line is None:
            continue
        if line not in lines:
            yield unknown((*location, "benefit"), line, "benefit_line", lines)
        elif line in shown:
            yield Finding((*location, "benefit"), "map.line_twice", {"found": line})
        shown.add(line)


def order(draft: Draft) -> Iterator[Finding]:
    """An arrow goes to the same kind of box or to the next; lines and aims stand where they can."""
    kinds = {text_of(t, "id"): t.get("kind") for _, t in draft.tables("map")}
    for location, table in draft.tables("map"):
        kind = table.get("kind")
        if kind not in MAP_KINDS:
            continue
        for key, only in (("benefit", BENEFIT), ("aims", LAST)):
            if key in table and kind != only:
                facts = {"key": key, "only": only, "found": kind}
                yield Finding((*location, key), "map.field_of_kind", facts)
        for index, other in _arrows(table):
            to = kinds.get(other)
            if to in MAP_KINDS and not 0 <= MAP_KINDS.index(to) - MAP_KINDS.index(kind) <= 1:
                facts = {
                    "found": text_of(table, "id"),
                    "kind": Term(f"map.{kind}"),
                    "other": other,
                    "other_kind": Term(f"map.{to}"),
                    "allowed": ARROW.join(MAP_KINDS),
                }
                back = MAP_KINDS.index(to) < MAP_KINDS.index(kind)
                wrong = "map.backwards" if back else "map.skips"
                yield Finding((*location, "leads_to", index), wrong, facts)


def orphans(draft: Draft) -> Iterator[Finding]:
    """Something leads to every box but the measures, and every box but the goals leads on."""
    reached = {other for _, table in draft.tables("map") for _, other in _arrows(table)}
    for location, table in draft.tables("map"):
        name, kind = text_of(table, "id"), table.get("kind")
        if name is None or kind not in MAP_KINDS:
            continue
        facts = {"found": name, "kind": Term(f"map.{kind}")}
        if kind != FIRST and name not in reached:
            yield Finding(location, "map.nothing_leads_here", facts)
        if kind != LAST and "leads_to" not in table:
            yield Finding(location, "map.leads_nowhere", facts)


def cycles(draft: Draft) -> Iterator[Finding]:
    """No box leads back to itself; each circle is named once, by its path."""
    arrows: dict[str, list[str]] = {}
    places: dict[str, Location] = {}
    for location, table in draft.tables("map"):
        name = text_of(table, "id")
        if name is not None and name not in arrows:
            arrows[name] = [other for _, other in _arrows(table)]
            places[name] = (*location, "leads_to")
    for circle in circles(arrows):
        facts = {"path": ARROW.join((*circle, circle[0]))}
        yield Finding(places[circle[0]], "map.cycle", facts)


def circles(arrows: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """One circle for each arrow that leads back while the boxes are walked in their order.

    Examples
    --------
    >>> list(circles({"a": ["b"], "b": ["c"], "c": ["b", "d"], "d": []}))
    [('b', 'c')]
    """
    done: set[str] = set()
    for start in arrows:
        if start in done:
            continue
        path, waiting = [start], [iter(arrows[start])]
        while path:
            other = next(waiting[-1], None)
            if other is None:
                done.add(path.pop())
                waiting.pop()
            elif other in path:
                yield tuple(path[path.index(other) :])
            elif other in arrows and other not in done:
                path.append(other)
                waiting.append(iter(arrows[other]))


def _arrows(table: Raw) -> list[tuple[int, str]]:
    listed = table.get("leads_to")
    named = listed[:MOST_RECORDS] if isinstance(listed, list) else []
    return [(index, other) for index, other in enumerate(named) if isinstance(other, str)]
