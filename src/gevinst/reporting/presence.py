"""Presence over the week: a small table by hour and weekday, shaded by how many are present."""

from __future__ import annotations

import numpy as np

from gevinst.reporting.contents import Block, Figure, HeatMap, Row, Sentence
from gevinst.reporting.reading import View
from gevinst.results.presence import HOURS_IN_DAY, WEEKDAYS, open_shares
from gevinst.results.wording import WEEKDAYS as DAY_NAMES

DECIMALS = 2
LETTERS = 3


def presence_blocks(view: View, role: str) -> list[Block]:
    """A map of the week of a role that has to be present, in the year with every partner."""
    t = view.full_year
    persons = float(view.line("staffed_presence", role)[t])
    if view.line("presence_fte", role)[t] == 0 or persons == 0:
        return []
    shares = open_shares(view.results.inputs.timetable)
    open_hours = np.flatnonzero(shares.any(axis=0))
    hours = range(int(open_hours[0]), int(open_hours[-1]) + 1)
    needed = Figure(value=float(view.line("needed_presence", role)[t]), decimals=DECIMALS)
    shown = Figure(value=persons, decimals=DECIMALS)
    name = view.results.names.roles[role]
    sentence = view.say(
        "presence.evenly",
        role=name,
        year=view.years[t],
        persons=shown.text(view.lang),
        needed=needed.text(view.lang),
    )
    return [
        Sentence(text=sentence),
        HeatMap(
            id=f"presence-{role}",
            caption=view.say("presence.caption", role=name, year=view.years[t]),
            stub=view.say("presence.hour"),
            headings=tuple(DAY_NAMES[day][view.lang][:LETTERS] for day in WEEKDAYS),
            rows=tuple(
                Row(
                    label=f"{hour:02d}–{(hour + 1) % HOURS_IN_DAY:02d}",
                    cells=tuple(_cell(persons * share) for share in shares[:, hour]),
                )
                for hour in hours
            ),
            largest=persons,
            note=view.say("presence.note"),
        ),
    ]


def _cell(persons: float) -> Figure:
    return Figure(value=persons if persons > 0 else None, decimals=DECIMALS)
