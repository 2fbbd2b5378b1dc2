"""Charts on the page of key figures, each with a text for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

import numpy as np

from gevinst.spreadsheet.cells import Cells
from gevinst.spreadsheet.key_outputs import GAINS, NET, Output, Section

if TYPE_CHECKING:
    from gevinst.spreadsheet.key_figures_page import Figures

CHART_ROWS, CHART_WIDTH, CHART_HEIGHT = 15, 665, 280
"""Rows that a chart takes, and its size in points of the screen."""

HEADING_ROW, LABEL, FIRST_YEAR = 5, 0, 2
ACROSS = 2
_COLOURS = (
    "#1F4E79", "#C55A11", "#548235", "#7F6000", "#7030A0", "#2E75B6", "#A50021", "#3A7D7C",
    "#8497B0", "#404040",
)  # fmt: skip
"""Dark enough beside white, and told apart by people who see few colours in the order used."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: its kind, what it shows, and in which unit."""

    kind: Literal["line", "column", "stacked"]
    title: str
    unit: str
    outputs: Sequence[Output]


def write_charts(figures: Figures, sections: Sequence[Section]) -> int:
    """Put the charts below the tables, two beside each other; return the rows that they take."""
    charts = _wanted(figures, sections)
    for i, chart in enumerate(charts):
        down, across = divmod(i, ACROSS)
        _write(figures, chart, figures.at + down * CHART_ROWS, across * (CHART_WIDTH + 12))
    return -(-len(charts) // ACROSS) * CHART_ROWS


def _wanted(figures: Figures, sections: Sequence[Section]) -> list[Chart]:
    by_quantity: dict[str, list[Output]] = {}
    for section in sections:
        for output in section.outputs:
            by_quantity.setdefault(output.key[0], []).append(output)
    charges = [o for o in by_quantity["charge_year"] if o.place is not None]
    gains = next(section.outputs for section in sections if section.title == GAINS)
    actors = by_quantity.get("actor_net_cash", [])
    net = [o for o in by_quantity["municipality_net_cash"] if o.place is None] + actors
    return [
        Chart("line", "Aktive pasienter ved årets slutt", "pasienter",
              by_quantity["active_patients_total"]),
        Chart("stacked", "Årsverk etter rolle", "årsverk", by_quantity["staffed_time_year"]),
        Chart("stacked", "Betaling etter kommune", "kr", charges),
        Chart("line", "Kostnad per pasientår", "kr", by_quantity["cost_per_patient_time"]),
        Chart("stacked", GAINS, "kr", [o for o in gains if _shows(figures, o)] or gains),
        Chart("line", NET, "kr", net),
    ]  # fmt: skip


def _shows(figures: Figures, output: Output) -> bool:
    """Whether an output is anything but zero: a legend of zeros leaves no room for the chart."""
    return bool(np.any(cast(Cells, output.of(figures.ledger)).values))


def _write(figures: Figures, chart: Chart, row: int, left: int) -> None:
    options = (
        {"type": "column", "subtype": "stacked"}
        if chart.kind == "stacked"
        else {"type": chart.kind}
    )
    made = figures.book.add_chart(options)
    last = FIRST_YEAR + figures.frame.years - 1
    name = figures.page.get_name()
    for i, output in enumerate(chart.outputs):
        at = figures.rows[output.name]
        colour = _COLOURS[i % len(_COLOURS)]
        look = {"line": {"color": colour, "width": 2.25}} if chart.kind == "line" else {
            "fill": {"color": colour}, "gap": 60,
        }  # fmt: skip
        made.add_series(
            {
                "name": [name, at, LABEL],
                "categories": [name, HEADING_ROW, FIRST_YEAR, HEADING_ROW, last],
                "values": [name, at, FIRST_YEAR, at, last],
                **look,
            }
        )
    made.set_title({"name": chart.title, "name_font": {"size": 13, "color": "#1F4E79"}})
    digits = "#,##0.0" if chart.unit == "årsverk" else "#,##0"
    grid = {"visible": True, "line": {"color": "#D9D9D9"}}
    axis = {"name": chart.unit, "num_format": digits, "major_gridlines": grid}
    made.set_y_axis(axis if chart.title in {GAINS, NET} else axis | {"min": 0})
    made.set_x_axis({"num_format": "0", "label_position": "low"})
    position = "bottom" if chart.title in {GAINS, NET} else "right"
    made.set_legend({"none": True} if len(chart.outputs) == 1 else {"position": position})
    made.set_size({"width": CHART_WIDTH, "height": CHART_HEIGHT})
    years = figures.frame.year_labels
    about = f"Diagram: {chart.title}, i {chart.unit}, for hvert år fra {years[0]} til {years[-1]}."
    text = f"{about} Tallene står i tabellen over."
    figures.page.insert_chart(
        row, LABEL, made, {"description": text, "x_offset": left, "object_position": 2}
    )
