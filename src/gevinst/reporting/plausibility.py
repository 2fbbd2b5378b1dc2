"""Published figures beside the result: never inputs, only something to hold it against."""

from __future__ import annotations

import numpy as np

from gevinst.published import PATIENTS_PER_MUNICIPALITY, PATIENTS_PER_NURSE
from gevinst.reporting.contents import Block, Cell, Figure, Note, Row, Section, Table
from gevinst.reporting.reading import View, ratio


def describe_plausibility(view: View) -> Section:
    """A table with the result of two years beside the published figure, and the sources."""
    per_position = ratio(view.line("patient_time_total"), view.line("staffed_time_total"))
    active = view.by_place("active_patients")
    users = np.count_nonzero(active > 0, axis=0).astype(np.float64)
    per_municipality = ratio(active.sum(axis=0), users)
    years = tuple(dict.fromkeys([view.full_year, len(view.years) - 1]))
    series = (
        ("per_position", per_position, PATIENTS_PER_NURSE),
        ("per_municipality", per_municipality, PATIENTS_PER_MUNICIPALITY),
    )
    rows = []
    for name, values, published in series:
        figure = Figure(value=published.value, decimals=0 if published.is_rough else 1)
        shown: Cell = figure
        if published.is_rough:
            shown = view.say("plausibility.about", figure=figure.text(view.lang))
        own = tuple(
            Figure(value=None if np.isnan(values[t]) else float(values[t]), decimals=1)
            for t in years
        )
        rows.append(Row(label=view.say(f"plausibility.{name}"), cells=(*own, shown)))
    table = Table(
        id="plausibility",
        caption=view.say("plausibility.caption"),
        stub=view.say("plausibility.figure"),
        headings=(*(str(view.years[t]) for t in years), view.say("plausibility.published")),
        rows=tuple(rows),
    )
    notes: list[Block] = [
        Note(text=published.source(view.lang), address=published.url) for _, _, published in series
    ]
    return Section(id="plausibility", heading=view.say("plausibility"), blocks=(table, *notes))
