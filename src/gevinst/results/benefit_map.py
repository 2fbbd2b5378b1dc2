"""The benefits map of a project: its boxes, and its arrows as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.results.record import Results

COLUMNS = ("from", "from_name", "from_kind", "to", "to_name", "to_kind", "line", "aims")
HEADINGS = {
    "from_name": {"nb": "Fra", "en": "From"},
    "from_kind": {"nb": "Slag", "en": "Kind"},
    "to_name": {"nb": "Til", "en": "To"},
    "to_kind": {"nb": "Slag det leder til", "en": "Kind led to"},
    "line": {"nb": "Gevinstlinje", "en": "Benefit line"},
    "aims": {"nb": "Målområde", "en": "Aim"},
}
KINDS = {
    "measure": {"nb": "Tiltak", "en": "Measure"},
    "change": {"nb": "Endring", "en": "Change"},
    "effect": {"nb": "Virkning", "en": "Effect"},
    "benefit": {"nb": "Gevinst", "en": "Benefit"},
    "goal": {"nb": "Mål", "en": "Goal"},
}
AIMS = {
    "patient_experience": {"nb": "Pasientopplevelse", "en": "Patient experience"},
    "population_health": {"nb": "Befolkningens helse", "en": "Population health"},
    "cost": {"nb": "Kostnad", "en": "Cost"},
    "staff_experience": {"nb": "Ansattes opplevelse", "en": "Staff experience"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MapBox:
    """One box: what it says, what it leads to, and the benefit line that it stands for."""

    id: str
    name: str
    kind: str
    leads_to: tuple[str, ...] = ()
    line: str = ""
    aims: tuple[str, ...] = ()


def frame(results: Results, lang: str | None) -> pd.DataFrame:
    """Every arrow of the map, in the order of the file.

    ``line`` is the benefit line at either end, ``aims`` those of the goal that is led to.
    """
    import pandas as pd

    boxes = {box.id: box for box in results.names.benefit_map}
    rows = [
        {
            "from": box.id,
            "from_name": box.name,
            "from_kind": box.kind,
            "to": other,
            "to_name": boxes[other].name,
            "to_kind": boxes[other].kind,
            "line": box.line or boxes[other].line,
            "aims": ", ".join(boxes[other].aims),
        }
        for box in boxes.values()
        for other in box.leads_to
    ]
    made = pd.DataFrame(rows, columns=list(COLUMNS))
    return made if lang is None else _for_people(made, results, lang)


def _for_people(made: pd.DataFrame, results: Results, lang: str) -> pd.DataFrame:
    shown = made[list(HEADINGS)].copy()
    for column in ("from_kind", "to_kind"):
        shown[column] = [KINDS[kind][lang] for kind in shown[column]]
    shown["line"] = [results.names.benefits.get(line, "") for line in shown["line"]]
    shown["aims"] = [
        ", ".join(AIMS[aim][lang] for aim in aims.split(", ") if aim) for aims in shown["aims"]
    ]
    return shown.rename(columns={column: HEADINGS[column][lang] for column in HEADINGS})
