"""Positions by role, and what decides them: work, answering target, presence or whole steps."""

from __future__ import annotations

from gevinst.display import format_percent
from gevinst.reporting.answering import answering_sentences, span_text
from gevinst.reporting.busy_days import busy_days_sentences
from gevinst.reporting.contents import Block, Figure, Note, Row, Section, Sentence
from gevinst.reporting.presence import presence_blocks
from gevinst.reporting.reading import View, figures
from gevinst.reporting.warnings import warning_texts
from gevinst.results.binding import NONE, bindings, months_decided
from gevinst.results.guard_rails import STAFFING_KINDS

DECIMALS = 2


def describe_staffing(view: View) -> Section:
    """What decides each role, how it answers, a table by year, and presence over the week."""
    results = view.results
    rows: list[Row] = []
    decisions: list[Block] = []
    answers: list[Block] = []
    presence: list[Block] = []
    busy = busy_days_sentences(view)
    for role in (role.id for role in results.inputs.roles):
        rows += _rows(view, role)
        decisions += _decision(view, role)
        told = [*answering_sentences(view, role), *([busy[role]] if role in busy else [])]
        answers += [Sentence(text=text) for text in told]
        presence += presence_blocks(view, role)
    if len(results.inputs.roles) > 1:
        total = view.line("staffed_time_total")
        rows.append(Row(label=view.say("total"), cells=figures(total, DECIMALS), kind="total"))
    table = view.by_year("staffing", view.say("staffing.caption"), view.say("staffing.role"), rows)
    warnings = [Sentence(text=text) for text in warning_texts(view, STAFFING_KINDS)]
    notes = [view.say("staffing.steps", step=_step(view))]
    if results.inputs.queues:
        notes.append(view.say("staffing.interrupts"))
    note = Note(text=" ".join(notes))
    blocks = (*decisions, *answers, *warnings, table, note, *presence)
    return Section(id="staffing", heading=view.say("staffing"), blocks=blocks)


def _rows(view: View, role: str) -> list[Row]:
    """Positions, the need, each requirement that there is, and what decides."""
    requirements = _requirements(view, role)
    parts = [("needed", "needed_fte")]
    if len(requirements) > 1:
        parts += [(name, f"{name}_fte") for name in requirements]
    decided = bindings(view.results, role, "year")
    return [
        Row(
            label=view.results.names.roles[role],
            cells=figures(view.line("staffed_fte", role), DECIMALS),
        ),
        *(
            Row(
                label=view.say(f"staffing.{name}"),
                cells=figures(view.line(quantity, role), DECIMALS),
                kind="part",
            )
            for name, quantity in parts
        ),
        Row(
            label=view.say("staffing.decided_by"),
            cells=tuple(view.say(f"staffing.by_{name}") for name in decided),
            kind="part",
        ),
    ]


def _requirements(view: View, role: str) -> list[str]:
    """The requirements that the role has in some year; the workload is one of every role."""
    others = [name for name in ("queue", "presence") if view.line(f"{name}_fte", role).any()]
    return ["workload", *others]


def _decision(view: View, role: str) -> list[Block]:
    """A sentence on what decides, where there is more than the work to decide it."""
    t, results = view.full_year, view.results
    binding = bindings(results, role, "year")[t]
    needs = {name: float(view.line(f"{name}_fte", role)[t]) for name in _requirements(view, role)}
    if binding == NONE or len(needs) == 1:
        return []
    largest = max(needs, key=lambda name: needs[name])
    said = largest if binding == "whole_positions" else binding
    shown = {name: _two(view, value) for name, value in needs.items()}
    also = [
        view.say(f"staffing.also_{name}", **{name: shown[name]})
        for name in ("queue", "presence")
        if name in shown and name != said
    ]
    facts = {
        "role": results.names.roles[role],
        "year": view.years[t],
        "work": shown["workload"],
        "presence": shown.get("presence", ""),
        "need": _two(view, float(view.line("needed_fte", role)[t])),
        "other": view.say("staffing.also", what=view.listed(also)) if also else "",
        "step": _step(view),
        "largest": view.say(f"staffing.largest_{largest}"),
        **(_target(view, role) if "queue" in needs else {}),
    }
    verb = "bind" if binding == "whole_positions" else "binds"
    text = view.say(f"staffing.{binding}_{verb}", **facts)
    count, staffed = months_decided(results, role)[t]
    if count < staffed:
        text += view.say("staffing.in_months", count=count, all=staffed)
    positions = _two(view, float(view.line("staffed_fte", role)[t]))
    return [Sentence(text=text + view.say("staffing.staffed", staffed=positions))]


def _target(view: View, role: str) -> dict[str, str]:
    """The answering target of a role in words."""
    share = float(view.results.ledger["target_share", role].flat[0])
    wait = float(view.results.ledger["target_wait", role].flat[0])
    return {"share": format_percent(share, 0, view.lang), "within": span_text(view, wait)}


def _two(view: View, value: float) -> str:
    return Figure(value=value, decimals=DECIMALS).text(view.lang)


def _step(view: View) -> str:
    step = Figure(value=float(view.results.inputs.fte_grid[0, 0, 0, 0]), decimals=3)
    return step.text(view.lang).rstrip("0").rstrip(",.")
