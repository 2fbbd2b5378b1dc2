"""From the YAML files to frozen records. What is incomplete is refused here."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any, get_args

from gevinst.catalogue_entries import Text
from gevinst.errors import ParameterError, SourceError
from gevinst.parameters.records import Entry, Grade, Parameter, RequiredInput, Source

_PARAMETER_FIELDS = {"name", "label", "description", "unit", "table_by", "entries"}
_ENTRY_FIELDS = {"value", "table", "valid_from", "valid_to", "vintage", "source", "note"}
_SOURCE_FIELDS = {"title", "publisher", "url", "retrieved", "page", "grade"}


def parse_yaml(text: str, name: str, file: str) -> Any:  # noqa: ANN401  YAML holds anything
    """Read YAML with the safe loader, refusing the same key twice."""
    import yaml

    class Loader(yaml.SafeLoader):
        """The safe loader, but a key that is given twice is an error."""

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
            keys = [key.value for key, _ in node.value]
            if len(keys) != len(set(keys)):
                raise yaml.constructor.ConstructorError(
                    problem="a key is given twice", problem_mark=node.start_mark
                )
            return super().construct_mapping(node, deep)

    try:
        return yaml.load(text, Loader)  # noqa: S506  a subclass of the safe loader
    except yaml.YAMLError as error:
        raise ParameterError.invalid(name, file, str(error)) from None


def read_parameter(text: str, name: str, file: str) -> Parameter:
    """Read one parameter file.

    Parameters
    ----------
    text : str
        Content of the file.
    name : str
        The name that its path gives.
    file : str
        For error messages.

    Raises
    ------
    ParameterError
        If the file does not have the shape of a parameter.
    SourceError
        If an entry has no complete source.
    """
    raw = _mapping(parse_yaml(text, name, file), _PARAMETER_FIELDS, name, file)
    if raw.get("name") != name:
        raise ParameterError.invalid(name, file, f"name is {raw.get('name')!r}")
    items = raw.get("entries")
    if not isinstance(items, list) or not items:
        raise ParameterError.invalid(name, file, "there are no entries")
    table_by = raw.get("table_by")
    entries = tuple(_entry(item, name, file, tabular=table_by is not None) for item in items)
    if list(entries) != sorted(entries, key=lambda entry: entry.valid_from):
        raise ParameterError.invalid(name, file, "the entries are not in the order of their dates")
    return Parameter(
        name=name,
        label=_text(raw.get("label"), name, file),
        description=_text(raw.get("description"), name, file),
        unit=str(raw["unit"]),
        table_by=table_by,
        entries=entries,
    )


def read_required_inputs(text: str, file: str) -> tuple[RequiredInput, ...]:
    """Read the list of what has to be stated because nobody could source it."""
    return tuple(
        RequiredInput(
            name=item["name"],
            label=_text(item.get("label"), item["name"], file),
            reason=_text(item.get("reason"), item["name"], file),
        )
        for item in parse_yaml(text, "required_input", file)
    )


def _entry(raw: object, name: str, file: str, *, tabular: bool) -> Entry:
    """Read one dated value or table."""
    item = _mapping(raw, _ENTRY_FIELDS, name, file)
    value, table = item.get("value"), item.get("table")
    if (table is not None) != tabular or (value is None) == (table is None):
        raise ParameterError.invalid(name, file, "an entry has a value, or a table if table_by")
    return Entry(
        parameter=name,
        valid_from=_date(item.get("valid_from"), name, file),
        valid_to=None if "valid_to" not in item else _date(item["valid_to"], name, file),
        value=None if value is None else _number(value, name, file),
        table=tuple((str(key), _number(x, name, file)) for key, x in (table or {}).items()),
        vintage=item.get("vintage"),
        source=_source(item.get("source"), name, file),
        note=item.get("note"),
    )


def _source(raw: object, name: str, file: str) -> Source:
    """Read a source; without address and day of reading it is none, unless a definition."""
    if not isinstance(raw, Mapping):
        raise SourceError.missing(name)
    item = _mapping(raw, _SOURCE_FIELDS, name, file)
    needed = ["title", "publisher", "grade"]
    if item.get("grade") != "definition":
        needed += ["url", "retrieved"]
    if any(not item.get(field) for field in needed):
        raise SourceError.missing(name)
    if item["grade"] not in get_args(Grade):
        raise ParameterError.invalid(name, file, f"grade is {item['grade']!r}")
    return Source(
        title=item["title"],
        publisher=item["publisher"],
        grade=item["grade"],
        url=item.get("url"),
        retrieved=None if "retrieved" not in item else _date(item["retrieved"], name, file),
        page=item.get("page"),
    )


def _mapping(raw: object, fields: set[str], name: str, file: str) -> Mapping[str, Any]:
    """Return the mapping if it has no other fields than these."""
    if not isinstance(raw, Mapping):
        raise ParameterError.invalid(name, file, f"found {type(raw).__name__}, not a table")
    unknown = set(raw) - fields
    if unknown:
        raise ParameterError.invalid(name, file, f"unknown field {min(map(str, unknown))!r}")
    return raw


def _text(raw: object, name: str, file: str) -> Text:
    item = _mapping(raw, {"nb", "en"}, name, file)
    if not item.get("nb") or not item.get("en"):
        raise ParameterError.invalid(name, file, "a text is missing in nb or en")
    return Text(nb=item["nb"].strip(), en=item["en"].strip())


def _number(raw: object, name: str, file: str) -> float:
    if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not math.isfinite(raw):
        raise ParameterError.invalid(name, file, f"{raw!r} is not a finite number")
    return float(raw)


def _date(raw: object, name: str, file: str) -> dt.date:
    if not isinstance(raw, dt.date) or isinstance(raw, dt.datetime):
        raise ParameterError.invalid(name, file, f"{raw!r} is not a date, YYYY-MM-DD")
    return raw
