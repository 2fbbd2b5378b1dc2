"""Which table of the schema stands at a location, and what its keys are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic.fields import FieldInfo

from gevinst.schema import Project
from gevinst.schema.findings import Location
from gevinst.schema.table import ClosedTable

TableType = type[ClosedTable]


def table_at(
    location: Location, raw: Mapping[str, Any], root: TableType = Project
) -> TableType | None:
    """The schema of the table at a location; None if no table belongs there."""
    candidates, content = _candidates(location, raw, root)
    return _chosen(candidates, content)


def kinds_at(
    location: Location, raw: Mapping[str, Any], root: TableType = Project
) -> tuple[str, ...]:
    """What `kind` may be in the table at a location."""
    candidates, _ = _candidates(location, raw, root)
    return tuple(kind for table in candidates for kind in _kinds(table))


def _candidates(
    location: Location, raw: Mapping[str, Any], root: TableType
) -> tuple[tuple[TableType, ...], object]:
    candidates: tuple[TableType, ...] = (root,)
    content: Any = raw
    for step in location:
        if isinstance(step, int):
            content = content[step] if isinstance(content, list) else None
            continue
        table = _chosen(candidates, content)
        field = None if table is None else _fields(table).get(step)
        if field is None:
            return (), None
        candidates = tuple(_tables_in(field.annotation))
        content = content.get(step) if isinstance(content, Mapping) else None
    return candidates, content


def _kinds(table: TableType) -> tuple[str, ...]:
    field = table.model_fields.get("kind")
    return () if field is None else get_args(field.annotation)


def keys_of(table: TableType | None) -> tuple[str, ...]:
    """Keys that a table may have, as they are written."""
    keys = () if table is None else tuple(_fields(table))
    return tuple(sorted(keys, key=lambda key: key in {"source", "note"}))


def written_key(table: TableType | None, around: Location, key: str) -> str:
    """Write a key as it looks in the file: ``[[groups]]``, ``[horizon]`` or ``name``."""
    field = None if table is None else _fields(table).get(key)
    if field is None or not any(_tables_in(field.annotation)):
        return key
    path = ".".join([*(step for step in around if isinstance(step, str)), key])
    return f"[[{path}]]" if _is_list(field) else f"[{path}]"


def _fields(table: TableType) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in table.model_fields.items()}


def _is_list(field: FieldInfo) -> bool:
    return getattr(field.annotation, "__origin__", None) is tuple


def _tables_in(annotation: Any) -> Iterator[TableType]:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, ClosedTable):
        yield annotation
    for part in get_args(annotation):
        yield from _tables_in(part)


def _chosen(candidates: tuple[TableType, ...], content: object) -> TableType | None:
    """The one candidate, or the one whose `kind` is that of the content."""
    if len(candidates) == 1:
        return candidates[0]
    kind = content.get("kind") if isinstance(content, Mapping) else None
    for table in candidates:
        if kind in _kinds(table):
            return table
    return None
