"""The valid project with one benefit line more, and the measurements it takes its numbers from."""

import copy
import tomllib
from pathlib import Path
from typing import Any

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
LINE = {
    "kind": "events",
    "id": "besok",
    "name": "Besøk",
    "indicator": "Besøk per pasientår",
    "definition": "Besøk i fagsystemet.",
    "design": "expert",
    "unit": "visit",
    "baseline": 3,
    "baseline_from": "assumed",
    "effect": {"likely": -0.1, "low": -0.2, "high": 0.1, "means": "80 % interval"},
    "realisation_share": 0.5,
    "unit_value": "500 NOK/visit",
    "owner": "Gevinsteier",
    "payer": "municipality",
    "receiver": "municipality",
    "class": "capacity",
}
COMMON = tomllib.loads("""
indicator = "Besøk per pasientår"
definition = "Besøk i fagsystemet."
organisation = "Kvænangen kommune"
date = 2025-02-01
""")
OF_MEASUREMENT = tomllib.loads("""
unit = "visit"
source_system = "Gerica"
counting_rule = "Et oppmøte er ett besøk."
valid_from = 2024-01-01
first_month = "2024-01"
last_month = "2024-12"
selected_on_use = false
persons = 25
""")
AFTER = {"first_month": "2025-01", "last_month": "2025-12"}


def measurement(name: str, **stated: Any) -> dict[str, Any]:
    return COMMON | OF_MEASUREMENT | {"id": name} | stated


def comparison(design: str, **stated: Any) -> dict[str, Any]:
    return COMMON | {"id": "effekt", "design": design, "selected_on_use": False} | stated


def tables(
    *measurements: dict[str, Any], comparisons: list[dict[str, Any]] | None = None, **line: Any
) -> dict[str, Any]:
    """The valid project with one line more, and what it takes its numbers from."""
    raw = tomllib.loads(VALID.read_text("utf-8"))
    raw["benefits"].append(copy.deepcopy(LINE) | line)
    raw["measurements"] = list(measurements)
    raw["comparisons"] = comparisons or []
    return raw
