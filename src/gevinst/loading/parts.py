"""Parts of a template that were left empty: municipalities, patient groups, fees and so on.

A part none of whose fields is filled in is left out of the project. One that is filled in half is
an error for each field that it lacks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from gevinst.schema.findings import Location

T = TypeVar("T")


@dataclass(slots=True)
class Parts:
    """What of a template is filled in.

    Attributes
    ----------
    optional : list of locations
        Parts that may be left empty.
    empty : list
        Fields that are empty: where they are, and the line that stands for the place.
    used : set of locations
        Parts of which at least one field is filled in.
    """

    optional: list[Location] = field(default_factory=list)
    empty: list[tuple[Location, int, str]] = field(default_factory=list)
    used: set[Location] = field(default_factory=set)

    def part_of(self, location: Location) -> Location | None:
        """The part that a field belongs to, if that may be left empty."""
        return next((p for p in self.optional if location[: len(p)] == p), None)

    def unused(self) -> list[Location]:
        """Parts that are left out, the last first."""
        return sorted((p for p in self.optional if p not in self.used), key=_last, reverse=True)

    def lacking(self) -> Iterable[tuple[Location, int, str, bool]]:
        """Fields that must be filled in, and whether the rest of their part is."""
        for location, line, path in self.empty:
            part = self.part_of(location)
            if part is None or part in self.used:
                yield location, line, path, part is not None


def _last(location: Location) -> tuple[Location, int]:
    *around, index = location
    return tuple(around), index if isinstance(index, int) else 0


def leave_out(tables: dict[str, Any], parts: Collection[Location]) -> None:
    """Take parts out of tables; given the last first, so that the others keep their places."""
    for *around, index in parts:
        inside: Any = tables
        for step in around:
            inside = inside[step]
        del inside[index]


def moved(places: Mapping[Location, T], parts: Iterable[Location]) -> dict[Location, T]:
    """The same places after parts were taken out, the last first."""
    for part in parts:
        *around, gone = part
        now: dict[Location, T] = {}
        for location, what in places.items():
            where = location[: len(part)]
            index = where[-1] if len(where) == len(part) and [*where[:-1]] == around else None
            if not isinstance(index, int) or not isinstance(gone, int) or index < gone:
                now[location] = what
            elif index > gone:
                now[(*around, index - 1, *location[len(part) :])] = what
        places = now
    return dict(places)
