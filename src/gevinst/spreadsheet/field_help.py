"""Help for an input from the schema's own words: what the field means, and what it may be."""

from __future__ import annotations

import re
import typing
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from gevinst.schema import Project
from gevinst.schema.quantity import Quantity
from gevinst.schema.values import UNBOUNDED, Bounds

_STEP = re.compile(r'\[(\d+)\]|"([^"]+)"|([^.\[\]"]+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldHelp:
    """What the schema says of a field: its description, and bounds in the schema's unit."""

    text: str
    unit: str
    bounds: Bounds


NOTHING = FieldHelp(text="", unit="1", bounds=UNBOUNDED)


def help_for(project: Project, path: str) -> FieldHelp:
    """Help for the field at a path of the project, such as ``groups[0].ramp_time``."""
    content: object = project
    found = NOTHING
    for index, quoted, name in _STEP.findall(path):
        step = quoted or name
        if isinstance(content, BaseModel) and step:
            field = _field(content, step)
            if field is None:
                return found
            key, info = field
            found = _help(info)
            content = getattr(content, key)
        elif index and isinstance(content, tuple) and int(index) < len(content):
            content = content[int(index)]
        else:
            return found
    return found


def _field(table: BaseModel, step: str) -> tuple[str, FieldInfo] | None:
    for key, info in type(table).model_fields.items():
        if step in {key, info.alias}:
            return key, info
    return None


def _help(info: FieldInfo) -> FieldHelp:
    quantity = next(_quantities(info.annotation, *info.metadata), None)
    return FieldHelp(
        text=info.description or "",
        unit=quantity.unit if quantity else "1",
        bounds=quantity.bounds if quantity else UNBOUNDED,
    )


def _quantities(*parts: object) -> typing.Iterator[Quantity]:
    """Quantities anywhere in an annotation."""
    for part in parts:
        if isinstance(part, Quantity):
            yield part
        elif isinstance(getattr(part, "quantity", None), Quantity):
            yield part.quantity  # type: ignore[attr-defined]
        else:
            yield from _quantities(*typing.get_args(part), *getattr(part, "__metadata__", ()))
