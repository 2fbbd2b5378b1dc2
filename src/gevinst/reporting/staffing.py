"""Positions by role, and whether the workload or the minimum presence decides them."""

from __future__ import annotations

import numpy as np

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.reporting.contents import Block, Figure, Note, Row, Section, Sentence
from gevinst.reporting.reading import View, figures

DECIMALS = 2


def describe_staffing(view: View) -> Section:
    """A table by role and year, and a sentence per role that has work or presence."""
    roles = [role.id for role in view.results.inputs.roles]
    rows: list[Row] = []
    sentences: list[Block] = []
    for role in roles:
        work, presence = view.line("workload_fte", role), view.line("presence_fte", role)
        decided = decided_by(view, role)
        rows += [
            Row(
                label=view.results.names.roles[role],
                cells=figures(view.line("staffed_fte", role), DECIMALS),
            ),
            Row(label=view.say("staffing.workload"), cells=figures(work, DECIMALS), kind="part"),
            Row(
                label=view.say("staffing.presence"), cells=figures(presence, DECIMALS), kind="part"
            ),
            Row(
                label=view.say("staffing.decided_by"),
                cells=tuple(view.say(f"staffing.by_{d}") if d else "–" for d in decided),
                kind="part",
            ),
        ]
        if decided[view.full_year] and presence[view.full_year] > 0:
            sentences.append(_sentence(view, role, decided[view.full_year]))
    if len(roles) > 1:
        total = view.line("staffed_time_total")
        rows.append(Row(label=view.say("total"), cells=figures(total, DECIMALS), kind="total"))
    step = Figure(value=float(view.results.inputs.fte_grid[0, 0, 0, 0]), decimals=2)
    table = view.by_year("staffing", view.say("staffing.caption"), view.say("staffing.role"), rows)
    note = Note(text=view.say("staffing.steps", step=step.text(view.lang).rstrip("0").rstrip(",.")))
    blocks = (*sentences, table, note)
    return Section(id="staffing", heading=view.say("staffing"), blocks=blocks)


def decided_by(view: View, role: str) -> list[str]:
    """What decides the positions of a role in each year.

    ``presence`` or ``work`` where it is the same in all months with positions, ``both`` where it
    changes within the year, empty where there are no positions.
    """
    work = view.results.quantity("workload_fte", role).values[0, 0, :, 0]
    presence = view.results.quantity("presence_fte", role).values[0, 0, :, 0]
    answers = []
    for t in range(len(view.years)):
        months = slice(t * MONTHS_IN_YEAR, (t + 1) * MONTHS_IN_YEAR)
        needed = np.maximum(work[months], presence[months]) > 0
        by_presence = (presence[months] >= work[months])[needed]
        if by_presence.size == 0:
            answers.append("")
        elif by_presence.all():
            answers.append("presence")
        else:
            answers.append("both" if by_presence.any() else "work")
    return answers


def _sentence(view: View, role: str, decided: str) -> Sentence:
    t = view.full_year
    key = {"presence": "presence_binds", "work": "work_binds", "both": "both_bind"}[decided]
    shown = {
        name: Figure(value=float(view.line(f"{quantity}_fte", role)[t]), decimals=DECIMALS)
        for name, quantity in (("work", "workload"), ("presence", "presence"))
    }
    text = view.say(
        f"staffing.{key}",
        role=view.results.names.roles[role],
        year=view.years[t],
        work=shown["work"].text(view.lang),
        presence=shown["presence"].text(view.lang),
    )
    return Sentence(text=text)
