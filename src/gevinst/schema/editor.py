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
    return {
        "$schema": DIALECT,
        **_for_people(Project.model_json_schema(by_alias=True)),
        "title": "Prosjektfil for gevinst",
        "description": "Deltakere, pasientgrupper, oppgaver, senter, kostnader og gevinster.",
    }


def _for_people(part: Any) -> Any:  # noqa: ANN401
    """Add units to descriptions; leave out English titles, docstrings, and null (TOML has none)."""
    if isinstance(part, list):
        return [_for_people(item) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _for_people(item) for key, item in part.items() if not _is_left_out(key, part)}
    choices = [choice for choice in kept.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        kept = {**choices[0], **kept}
    elif choices:
        kept["anyOf"] = choices
    unit = kept.get("x-unit")
    if unit not in {None, "1"} and isinstance(kept.get("description"), str):
        kept["description"] += f" Enhet: {unit}."
    return kept


def _is_left_out(key: str, part: dict[str, Any]) -> bool:
    if "properties" in part:  # the schema of a table
        return key in {"title", "description"}
    is_title = key == "title" and isinstance(part[key], str)
    return is_title or (key == "default" and part[key] is None)
