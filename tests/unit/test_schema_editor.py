"""The JSON Schema that editors use."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gevinst.loading.tables import keys_of
from gevinst.schema import Project, json_schema

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"


def tables(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "properties" in part:
            yield part
        for inner in part.values():
            yield from tables(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from tables(inner)


def test_it_is_plain_data_of_the_2020_dialect() -> None:
    schema = json.loads(json.dumps(json_schema()))

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert tuple(schema["properties"]) == keys_of(Project)


def test_every_key_has_a_description() -> None:
    found = list(tables(json_schema()))

    assert len(found) > 15
    for table in found:
        for key, content in table["properties"].items():
            assert content.get("description"), key
        assert table["additionalProperties"] is False


def test_a_number_says_its_unit() -> None:
    groups = json_schema()["$defs"]["Group"]["properties"]

    assert groups["mean_stay"]["x-unit"] == "month"
    assert groups["mean_stay"]["description"].endswith("Enhet: month.")


def test_toml_has_no_null_and_neither_has_the_schema() -> None:
    assert '"null"' not in json.dumps(json_schema())


def test_a_valid_project_is_valid_by_it() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    raw = tomllib.loads(VALID.read_text("utf-8"))
    raw["project"]["date"] = raw["project"]["date"].isoformat()

    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.Draft202012Validator(json_schema()).validate(raw)

    raw["groups"][0]["mean_stay"] = -1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json_schema()).validate(raw)
