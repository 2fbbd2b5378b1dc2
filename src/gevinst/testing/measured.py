"""Measurements and comparisons that benefit lines take their baseline and effect from.

What is measured follows from the line itself, so that it costs nothing to draw, and projects are
otherwise those that they would be without.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np

from gevinst.schema.measurements import LUMPS

T = TypeVar("T")

MEASURED_ONE_IN = 3
COMPARED_ONE_IN = 4
DATE = dt.date(2026, 3, 1)
WAYS = ("counted", "spread", "stated", "expected")
DESIGNS = ("before_after", "comparison_group", "randomised", "stepped_wedge", "left")
WINDOWS = {"before": ("2024-01", "2024-12"), "after": ("2025-01", "2025-12")}
Table = dict[str, Any]


class Chooser:
    """Choices that follow from what a line says, and the project around it."""

    def __init__(self, line: Table, tables: Table) -> None:
        text = repr((line, tables["horizon"], tables["partners"], tables["groups"]))
        self.generator = np.random.default_rng(zlib.crc32(text.encode()))

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return int(self.generator.integers(low, high + 1))

    def one_in(self, count: int) -> bool:
        """True once in `count` times."""
        return self.whole(1, count) == 1

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.whole(0, len(options) - 1)]


def measured(tables: Table) -> Table:
    """Tables in which some benefit lines take their baseline, their effect or both.

    Parameters
    ----------
    tables
        A project's; the lines in it are changed.

    Returns
    -------
    dict
        Measurements and comparisons to put beside them; empty if there are none.
    """
    measurements: list[Table] = []
    comparisons: list[Table] = []
    for position, line in enumerate(tables["benefits"]):
        if "effect" not in line:
            continue
        draw = Chooser(line, tables)
        if draw.one_in(MEASURED_ONE_IN):
            measurements.append(measurement(draw, line, f"maaling_{position}", "before"))
            line["baseline"] = {"measured": f"maaling_{position}"}
            line["baseline_from"] = "measured"
        if draw.one_in(COMPARED_ONE_IN):
            comparison, arms = compared(draw, line, f"sammenligning_{position}")
            comparisons.append(comparison)
            measurements += arms
            line["effect"] = {"compared": comparison["id"], "note": "Slik det ble målt."}
    found = {"measurements": measurements, "comparisons": comparisons}
    return {name: listed for name, listed in found.items() if listed}


def measurement(
    draw: Chooser, line: Table, name: str, window: str, *, least: int = 0, count: bool = False
) -> Table:
    """A measurement of what a line counts; `count` where it must be of counts."""
    unit, persons = line.get("unit", "event"), draw.whole(2, 60)
    first, last = WINDOWS[window]
    table: Table = {
        "id": name,
        "indicator": line["indicator"],
        "definition": line["definition"],
        "unit": unit,
        "organisation": "Virksomheten",
        "source_system": "Fagsystemet",
        "counting_rule": "Ett er ett.",
        "valid_from": dt.date(2024, 1, 1),
        "first_month": first,
        "last_month": last,
        "selected_on_use": False,
        "persons": persons,
        "date": DATE,
    }
    if "groups" in line and draw.one_in(2):
        table["groups"] = line["groups"]
    way = draw.pick(WAYS[:2] if count else WAYS)
    if way == "stated":
        rate = draw.whole(0, 100) / 10
        ends = {"low": rate / 2, "high": 2 * rate, "means": "95 % interval"}
        return table | {"rate": {"likely": rate, **ends}}
    table |= _counted(draw, unit, persons, least, spread=way == "spread")
    if way == "expected":
        table |= {"selected_on_use": True, "expected_rate": draw.whole(1, 50) / 10}
    elif not count and draw.one_in(2):
        table["selected_on_use"] = True
    return table


def _counted(draw: Chooser, unit: str, persons: int, least: int, *, spread: bool) -> Table:
    """Person-time, and events or an amount with its sum of squares."""
    time = f"{draw.whole(1, 60)} year"
    lumps = unit in LUMPS
    total = draw.whole(max(least, 20), 300) if lumps or least else draw.whole(0, 120)
    table: Table = {"person_time": time, ("amount" if lumps else "events"): total}
    if lumps or spread:
        evenly = total**2 / persons
        table["sum_of_squares"] = min(total**2, evenly + draw.whole(1, 3) * total)
    return table


def compared(draw: Chooser, line: Table, name: str) -> tuple[Table, list[Table]]:
    """A comparison of any design, with the measurements that it is of; the line says its design."""
    design = draw.pick(DESIGNS)
    table: Table = {
        "id": name,
        "indicator": line["indicator"],
        "definition": line["definition"],
        "organisation": "Virksomheten",
        "design": design,
        "selected_on_use": False,
        "date": DATE,
    }
    line["design"] = design
    if design in {"stepped_wedge", "left"}:
        return table | _finished(draw, line, design), []
    keys = {
        "before_after": ("before", "after"),
        "comparison_group": ("before", "after", "comparison_before", "comparison_after"),
        "randomised": ("after", "comparison_after"),
    }[design]
    arms = []
    for key in keys:
        window = key.rpartition("_")[2]
        arms.append(measurement(draw, line, f"{name}_{key}", window, least=80, count=True))
        table[key] = f"{name}_{key}"
    return table, arms


def _finished(draw: Chooser, line: Table, design: str) -> Table:
    """A finished ratio; of a selected group, what is left of the observed change."""
    expected = -draw.whole(0, 10) / 20 if design == "left" else 0.0
    ratio = draw.whole(10, 30) / 20
    finished: Table = {
        "ratio": {
            "likely": ratio,
            "low": ratio - 0.25,
            "high": ratio + 0.5,
            "means": "95 % interval",
        }
    }
    if design == "left":
        line["design"] = "before_after_selected"
        changes = {"observed_change": ratio * (1 + expected) - 1, "expected_change": expected}
        finished |= {"design": "before_after", "selected_on_use": True, **changes}
    return finished
