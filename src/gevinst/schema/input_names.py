"""Names of a project's inputs: paths with ids and codes in place of positions.

A name stays the same when something is put before it in the file, so that what hangs on it (its
random numbers, above all) stays the same too. Values that are taken from one measurement, or from
one comparison, are one input, which has the name of the first of them: what is known once must not
be counted as known twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from gevinst.errors import QuantityError
from gevinst.messages import nearest
from gevinst.schema.table import ClosedTable
from gevinst.schema.values import Value
from gevinst.schema.walk import path_text

if TYPE_CHECKING:
    from gevinst.schema.project import Project

T = TypeVar("T")
IDENTIFIED_BY = ("id", "code", "line", "design", "basis", "year", "month", "of")
"""Fields that tell the items of a list apart; the first that an item has."""


def input_names(project: Project) -> dict[str, str]:
    """Path of every input of a project by its name, in the order of the file.

    Parameters
    ----------
    project : Project

    Returns
    -------
    dict of str to str
        From name (``benefits.liggedogn.effect``) to path (``benefits[0].effect``).

    Examples
    --------
    >>> import gevinst as gv
    >>> input_names(gv.example("nord-troms"))["groups.kols.dropout_rate"]
    'groups[0].dropout_rate'
    """
    taken = followers(project)
    return {name: path for path, name in _named(project, (), "") if path not in taken}


def followers(project: Project) -> dict[str, str]:
    """Path of every value that an earlier one stands for, with the path of that one.

    Parameters
    ----------
    project : Project

    Returns
    -------
    dict of str to str
        Both are taken from the same measurement or comparison.

    Examples
    --------
    >>> import gevinst as gv
    >>> followers(gv.example("nord-troms"))
    {}
    """
    first: dict[tuple[str, str], str] = {}
    found: dict[str, str] = {}
    for path, value in project.values():
        if value.taken is None:
            continue
        leader = first.setdefault((value.taken.kind, value.taken.id), path)
        if leader != path:
            found[path] = leader
    return found


def with_followers(points: Mapping[str, T], taken: Mapping[str, str]) -> dict[str, T]:
    """Numbers by path, those of an input given to all that follow it too."""
    follow = {path: points[leader] for path, leader in taken.items() if leader in points}
    return {**points, **follow}


def known_names(project: Project) -> dict[str, str]:
    """Name of the input that every name and path of a value stands for."""
    named = dict(_named(project, (), ""))
    taken = followers(project)
    of_path = {path: named[taken.get(path, path)] for path in named}
    return {**of_path, **{name: of_path[path] for path, name in named.items()}}


def input_name(project: Project, path: str) -> str:
    """Name of the input that a path or a name stands for.

    Parameters
    ----------
    project : Project
    path : str
        Path or name of a value.

    Raises
    ------
    QuantityError
        If the project has no such value, with the nearest one.
    """
    known = known_names(project)
    if path not in known:
        raise _unknown(path, input_names(project))
    return known[path]


def input_path(project: Project, name: str) -> str:
    """Path of the input that a name or a path stands for.

    Parameters
    ----------
    project : Project
    name : str
        Name or path of a value.

    Raises
    ------
    QuantityError
        If the project has no such value, with the nearest one.
    """
    return input_names(project)[input_name(project, name)]


def _unknown(given: str, names: Mapping[str, str]) -> QuantityError:
    near = nearest(given, names)
    return QuantityError.unknown_input(given, near, near_by(given, names))


def near_by(given: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Names in the same table, else those that end alike; every name if there are none."""
    table, _, field = given.rpartition(".")
    beside = tuple(name for name in names if table and name.startswith(f"{table}."))
    alike = tuple(name for name in names if field and name.rpartition(".")[2] == field)
    return beside or alike or tuple(names)


def _named(content: object, path: tuple[str | int, ...], name: str) -> Iterator[tuple[str, str]]:
    if isinstance(content, Value):
        yield path_text(path), name
    elif isinstance(content, (ClosedTable, Mapping)):
        for key, inner in content.items():
            yield from _named(inner, (*path, key), f"{name}.{key}" if name else str(key))
    elif isinstance(content, tuple):
        for index, (tag, inner) in enumerate(zip(_tags(content), content, strict=True)):
            yield from _named(inner, (*path, index), f"{name}.{tag}")


def _tags(items: Sequence[object]) -> list[str]:
    """What each item is called among its neighbours; those called alike are counted."""
    tags: list[str] = []
    for position, item in enumerate(items):
        stated = (getattr(item, field, None) for field in IDENTIFIED_BY)
        tag = next((str(text) for text in stated if text is not None), str(position + 1))
        count = 1 + sum(other.partition("~")[0] == tag for other in tags)
        tags.append(tag if count == 1 else f"{tag}~{count}")
    return tags
