"""Benefits: every class, better and worse, for everybody who may gain."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from gevinst.testing.choices import number, one_in, pick, some_of, written

MOST_LINES = 4
CLASSES = ("cash", "capacity", "avoided_growth", "quality_priced", "quality_unpriced", "transfer")
ACTORS = ("municipality", "municipality", "gp", "state", "patient", "next_of_kin", "society")
INDICATORS = ("admission", "bed_day", "visit", "consultation", "work_hour")


def benefit(
    draw: st.DrawFn, position: int, groups: list[str], hospitals: list[str]
) -> dict[str, Any]:
    """A benefit line."""
    unit = pick(draw, INDICATORS)
    actors = (*ACTORS, *hospitals)
    baseline = number(draw, 0.1, 30, 0, steps=299)
    line: dict[str, Any] = {
        "id": f"gevinst_{position}",
        "name": f"Gevinst {position}",
        "indicator": f"Indikator {position}",
        "unit": unit,
        "baseline": written(baseline, f"{unit}/patient/year", 0, 60),
        "effect": written(number(draw, -0.5, 0.5, -1, 0, 2, steps=40), "1", -1, 3),
        "realisation_share": written(number(draw, 0, 1, 0, 1), "1", 0, 1),
        "payer": pick(draw, actors),
        "receiver": pick(draw, actors),
        "class": pick(draw, CLASSES),
    }
    if line["class"] != "quality_unpriced":
        worth = number(draw, -5000, 30_000, 0, steps=70)
        line["unit_value"] = written(worth, f"NOK/{unit}", -6000, 40_000)
    if line["class"] == "transfer":
        others = [actor for actor in actors if actor != line["receiver"]]
        line["counterparty"] = pick(draw, others)
    if one_in(draw, 3):
        line["groups"] = some_of(draw, groups)
    return line
