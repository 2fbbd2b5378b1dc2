"""JSON Schema of the project file, for completion and help in an editor."""

from __future__ import annotations

from typing import Any

from gevinst.schema.project import Project

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a project file, with descriptions in Norwegian.

    Returns
    -------
    dict
        Plain data. Each number has its unit under ``x-unit``, and in its description.
    """
    schema = Project.model_json_schema(by_alias=True)
    described = {
        "$schema": DIALECT,
        **_with_units(schema),
        "title": "Prosjektfil for gevinst",
        "description": "Deltakere, pasientgrupper, oppgaver, senter, kostnader og gevinster.",
    }
    return described


def _with_units(part: Any) -> Any:  # noqa: ANN401
    """Add the unit to each description, and leave out English titles made from key names."""
    if isinstance(part, list):
        return [_with_units(item) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {
        key: _with_units(item)
        for key, item in part.items()
        if not (key == "title" and isinstance(item, str)) and not _is_code_docstring(key, part)
    }
    unit = _unit_of(part)
    if unit is not None and isinstance(kept.get("description"), str):
        kept["description"] += f" Enhet: {unit}."
    return kept


def _is_code_docstring(key: str, part: dict[str, Any]) -> bool:
    """Whether this is the English docstring of a model."""
    return key == "description" and "properties" in part


def _unit_of(part: dict[str, Any]) -> str | None:
    """Unit of a number, also of one that may be left out."""
    parts = [part, *part.get("anyOf", [])]
    units = [p["x-unit"] for p in parts if isinstance(p, dict) and "x-unit" in p]
    return units[0] if units and units[0] != "1" else None
