"""Bounds of a project's inputs: what the schema allows each number to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from gevinst.schema.per_partner import PerPartner
from gevinst.schema.project import Project
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import ClosedTable
from gevinst.schema.values import UNBOUNDED, Bounds, Value
from gevinst.schema.walk import path_text


def input_bounds(project: Project, path: str) -> Bounds:
    """Bounds of the value at a path, in the unit that the schema states (``Value.unit``).

    Parameters
    ----------
    project : Project
    path : str
        Path of a value, such as ``groups[0].ramp_time``.

    Examples
    --------
    >>> import gevinst as gv
    >>> input_bounds(gv.example("nord-troms"), "groups[0].inclusion_share").facts()
    {'at_least': 0, 'above': None, 'at_most': 1}
    """
    return dict(_bounds(project, (), UNBOUNDED)).get(path, UNBOUNDED)


def _bounds(
    content: object, location: tuple[str | int, ...], bounds: Bounds
) -> Iterator[tuple[str, Bounds]]:
    if isinstance(content, Value):
        yield path_text(location), bounds
    elif isinstance(content, ClosedTable):
        for name, field in type(content).model_fields.items():
            stated = _stated((field.annotation, *field.metadata))
            inner = getattr(content, name)
            key = field.alias or name
            yield from _bounds(inner, (*location, key), stated or UNBOUNDED)
    elif isinstance(content, Mapping):
        for key, inner in content.items():
            yield from _bounds(inner, (*location, key), bounds)
    elif isinstance(content, tuple):
        for index, inner in enumerate(content):
            yield from _bounds(inner, (*location, index), bounds)


def _stated(annotations: tuple[Any, ...]) -> Bounds | None:
    """The bounds that annotations of a field hold, at whatever depth."""
    for annotation in annotations:
        if isinstance(annotation, Quantity):
            return annotation.bounds
        if isinstance(annotation, PerPartner):
            return annotation.quantity.bounds
        metadata = getattr(annotation, "__metadata__", ())
        found = _stated((*metadata, *get_args(annotation)))
        if found is not None:
            return found
    return None
