"""The leaves of a project with their paths, in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gevinst.schema.findings import Location
from gevinst.schema.table import ClosedTable

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def path_text(location: Location) -> str:
    """Write a location as people read it: ``groups[0].ramp_time``."""
    text = ""
    for step in location:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            name = step if _BARE.fullmatch(step) else f'"{step}"'
            text += f".{name}" if text else name
    return text


def leaves(table: ClosedTable) -> Iterator[tuple[str, object]]:
    """Path and content of everything that is not a table, list or absent."""
    for location, content in _leaves(table, ()):
        yield path_text(location), content


def _leaves(content: object, location: Location) -> Iterator[tuple[Location, object]]:
    if isinstance(content, (ClosedTable, Mapping)):
        for key, inner in content.items():
            yield from _leaves(inner, (*location, key))
    elif isinstance(content, tuple):
        for index, inner in enumerate(content):
            yield from _leaves(inner, (*location, index))
    elif content is not None:
        yield location, content
