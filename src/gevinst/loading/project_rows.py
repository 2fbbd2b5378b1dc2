"""The sheet of a workbook that holds the project file: one row for each field.

The writer of workbooks and the reader share what stands here, and nothing else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from gevinst.schema.findings import Location

SHEET = "Prosjekt"
RANGE = "prosjekt.felt"
"""Name of the rows of fields."""

PATH, KIND, CONTENT, CELL, FORM, NUMBER, UNIT = range(7)
HEADINGS = (
    "Felt i prosjektfilen", "Slag", "Da filen ble laget", "Gult felt", "Feltet er",
    "Feltet da filen ble laget", "Enhet i prosjektfilen",
)  # fmt: skip
DEEPEST = 12

Form = Literal["tall", "måned", "valg", "tekst", "klokkeslett", "formel", "låst"]
FORMS: tuple[Form, ...] = ("tall", "måned", "valg", "tekst", "klokkeslett", "formel", "låst")
"""What the cell of a field takes: a number, a month, 1 or 0, a text, a time, or nothing new.

Nothing new stands in a cell with a formula of ours (of other fields), or in a locked one.
"""

TEXT, A_NUMBER, DATE, TRUTH, NO_ITEMS, NO_KEYS, LEFT_OUT, DERIVED = (
    "tekst", "tall", "dato", "ja/nei", "tom liste", "tom tabell", "ikke oppgitt", "regnet ut",
)  # fmt: skip
PARAMETER = "parameter"
"""Of a cell that no field of the file decides: it is a parameter or a definition of the model."""
TO_FILL_IN, MAY_BE_EMPTY = "fylles ut", "kan stå tom"
"""Of templates: a field that stands in its yellow cell alone, and a part that may be left empty."""

YES, NO = "ja", "nei"

_STEP = re.compile(r'\.?(?:([A-Za-z0-9_-]+)|"([^"]*)")|\[([0-9]{1,5})\]')


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """One field of the project file.

    Attributes
    ----------
    path : str
        Such as ``groups[0].ramp_time.likely``.
    kind : str
        What is written: a text, a number, ...; or that the field is left out.
    content : str or float
        What is written.
    name : str
        Name of the cell whose number counts instead, if it is changed; else empty.
    form : str
        What that cell takes.
    number : float or None
        Number in that cell when the file was written; of a month its serial date.
    unit : str
        Unit of the cell as a project file writes it; empty for a plain number.
    """

    path: str
    kind: str
    content: str | float
    name: str = ""
    form: str = ""
    number: float | None = None
    unit: str = ""


def fields_of(content: object, location: Location = ()) -> Iterator[tuple[Location, str, Any]]:
    """Location, kind and content of all that tables hold, in their order."""
    if isinstance(content, Mapping) and content:
        for key, inner in content.items():
            yield from fields_of(inner, (*location, key))
    elif isinstance(content, list) and content:
        for index, inner in enumerate(content):
            yield from fields_of(inner, (*location, index))
    else:
        yield (location, *_written(content))


def _written(content: object) -> tuple[str, str | float]:
    match content:
        case bool():
            return TRUTH, YES if content else NO
        case int() | float():
            return A_NUMBER, content
        case dt.date():
            return DATE, content.isoformat()
        case list():
            return NO_ITEMS, ""
        case dict():
            return NO_KEYS, ""
    return TEXT, str(content)


def read_back(kind: str, content: object) -> object:
    """Content of a field; as it stands where it is not of its kind, so that the schema tells."""
    if kind == NO_ITEMS:
        return []
    if kind == NO_KEYS:
        return {}
    if kind == TRUTH and content in {YES, NO}:
        return content == YES
    if kind == DATE and isinstance(content, str):
        try:
            return dt.date.fromisoformat(content)
        except ValueError:
            return content
    return content


def location_of(path: str) -> Location | None:
    """Location of a path; None if it is none.

    Examples
    --------
    >>> location_of("groups[0].eligible.5536.likely")
    ('groups', 0, 'eligible', '5536', 'likely')
    >>> location_of("groups[0") is None
    True
    """
    steps: list[str | int] = []
    at = 0
    while at < len(path):
        match = _STEP.match(path, at)
        if match is None or len(steps) == DEEPEST:
            return None
        bare, quoted, index = match.groups()
        steps.append(int(index) if index is not None else bare if bare is not None else quoted)
        at = match.end()
    return tuple(steps) or None


def put(tables: dict[str, Any], location: Location, content: object) -> bool:
    """Put content at a location, with the tables and lists around it; False if it does not fit."""
    inside: Any = tables
    for step, following in zip(location, (*location[1:], None), strict=True):
        if isinstance(step, int):
            if not isinstance(inside, list) or step > len(inside):
                return False
            if step == len(inside):
                inside.append(_empty(following))
        else:
            if not isinstance(inside, dict):
                return False
            inside.setdefault(step, _empty(following))
        if following is None:
            inside[step] = content
        inside = inside[step]
    return True


def _empty(following: str | int | None) -> object:
    """What holds the next step."""
    return None if following is None else [] if isinstance(following, int) else {}


def content_at(tables: Mapping[str, Any], location: Location) -> object:
    """What stands at a location; None if there is nothing."""
    inside: Any = tables
    for step in location:
        holder: type[Any] = list if isinstance(step, int) else dict
        if not isinstance(inside, holder):
            return None
        try:
            inside = inside[step]
        except (KeyError, IndexError):
            return None
    return inside


def number_of(tables: Mapping[str, Any], location: Location) -> Location:
    """Where the most likely number of a value is written: the value itself, or a key in it."""
    content = content_at(tables, location)
    for key in ("likely", "value"):
        if isinstance(content, Mapping) and key in content:
            return (*location, key)
    return location
