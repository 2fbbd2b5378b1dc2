"""Remarks on a project's benefit lines, which no number shows."""

from __future__ import annotations

import weakref
from collections.abc import Iterator

from gevinst.known_benefits import known_benefits
from gevinst.results.remarks import Remark
from gevinst.schema import Project
from gevinst.schema.benefits import Benefit, EventsBenefit, LoopBenefit
from gevinst.schema.checks.reading import Draft
from gevinst.schema.overlaps import TRANSFER, Line, accepted, lines, overlaps
from gevinst.schema.written import tables_of

SELECTED = "before_after_selected"
ENDED = ("realised", "dropped")
"""Status of plans that may well have a month in the past."""

_found: dict[int, tuple[weakref.ref[Project], tuple[Remark, ...]]] = {}


def remarks(project: Project) -> tuple[Remark, ...]:
    """Everything about the benefit lines that deserves a second look, in a fixed order.

    They depend on no draw, and to find them takes longer than the rest of a run: they are found
    once for each project, as long as it lives. Projects are told apart as objects, so that a
    changed copy never shows the remarks of the project it was copied from.
    """
    number = id(project)
    of_whom, found = _found.get(number, (None, ()))
    if of_whom is None or of_whom() is not project:
        found = _remarks(project)
        _found[number] = weakref.ref(project, lambda _: _found.pop(number, None)), found
    return found


def _remarks(project: Project) -> tuple[Remark, ...]:
    if not project.benefits:
        return ()
    draft = Draft(tables_of(project))
    return (
        *_overlaps(draft),
        *_each_line(project),
        *_new_work(project, lines(draft)),
        *_off_the_map(project),
    )


def _overlaps(draft: Draft) -> Iterator[Remark]:
    """Overlaps that may stand, those that were accepted, and what was accepted in vain."""
    settled = accepted(draft)
    met = set()
    for overlap in overlaps(draft):
        one, other = overlap.other, overlap.one
        pair = frozenset((one.id, other.id))
        met.add(pair)
        facts = {"one": one.name, "other": other.name}
        if pair in settled:
            facts["reason"] = settled[pair]
        kind = "accepted" if pair in settled else overlap.rule
        yield Remark(kind=f"overlap.{kind}", lines=(one.name, other.name), facts=facts)
    names = {line.id: line.name for line in lines(draft)}
    for one_id, other_id in sorted(sorted(pair) for pair in settled.keys() - met):
        facts = {"one": names[one_id], "other": names[other_id]}
        yield Remark(
            kind="overlap.accepted_in_vain", lines=(facts["one"], facts["other"]), facts=facts
        )


def _each_line(project: Project) -> Iterator[Remark]:
    for line in project.benefits:
        if line.design == SELECTED:
            yield _about(line.name, "benefit.selected_before_after")
        if line.catalogue and known_benefits()[line.catalogue].in_the_centre:
            yield _about(line.name, "benefit.work_of_the_centre")
        yield from _selected_baseline(project, line)
        yield from _due_before_start(project, line)


def _selected_baseline(project: Project, line: Benefit) -> Iterator[Remark]:
    """A baseline of persons who were included for their use, which falls by itself."""
    taken = line.baseline.taken if isinstance(line, (EventsBenefit, LoopBenefit)) else None
    if taken is None:
        return
    measured = next(m for m in project.measurements if m.id == taken.id)
    if measured.selected_on_use and measured.expected_rate is None:
        facts = {"one": line.name, "measurement": measured.id}
        yield Remark(kind="benefit.selected_baseline", lines=(line.name,), facts=facts)


def _due_before_start(project: Project, line: Benefit) -> Iterator[Remark]:
    """A plan that was to be fulfilled before there is anything to follow up."""
    first = project.horizon.first_year
    if line.plan is None or line.plan.status in ENDED or line.plan.target_month.index(first) >= 0:
        return
    facts = {"one": line.name, "found": str(line.plan.target_month), "first": f"{first}-01"}
    yield Remark(kind="benefit.due_before_start", lines=(line.name,), facts=facts)


def _about(name: str, kind: str) -> Remark:
    return Remark(kind=kind, lines=(name,), facts={"one": name})


def _new_work(project: Project, found: list[Line]) -> Iterator[Remark]:
    """That no line is more work: neither by its likely change nor by the catalogue."""
    named = {line.catalogue for line in project.benefits if line.catalogue}
    if not any(line.direction > 0 for line in found) and not any(
        known_benefits()[name].new_work for name in named
    ):
        yield Remark(kind="benefit.no_new_work")


def _off_the_map(project: Project) -> Iterator[Remark]:
    """Benefit lines without a box, where there is a map; a transfer is no benefit of the whole."""
    shown = {box.benefit for box in project.benefit_map}
    for line in project.benefits if project.benefit_map else ():
        of_class = getattr(line, "class_", "")
        if line.id not in shown and of_class != TRANSFER:
            yield _about(line.name, "map.line_missing")
