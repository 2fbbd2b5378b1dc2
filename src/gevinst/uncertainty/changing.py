"""Why did it change: the difference between two projects, split by what was changed in them.

Each change gets the mean of what it does over every order in which the changes could have been made
(its Shapley value): no change comes first, and the parts add up to the whole difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gevinst.arguments import checked_names
from gevinst.axes import Array
from gevinst.core.games import members, shapley
from gevinst.errors import ArgumentError, QuantityError
from gevinst.messages import nearest
from gevinst.schema import Project
from gevinst.schema.input_names import input_names
from gevinst.schema.walk import leaves
from gevinst.uncertainty.change_record import Change, Changes
from gevinst.uncertainty.evaluating import BLOCK, Model
from gevinst.uncertainty.figures import checked_quantity
from gevinst.uncertainty.inputs import about, inputs_at
from gevinst.uncertainty.rows import FigureRow, names_of, one_row
from gevinst.uncertainty.wording import CHANGED

MOST_CHANGES = 12
"""Changes that are split one by one: every combination of them is a run."""
STRUCTURE = "structure"
"""Everything that is no number of both projects: lines, partners, months and choices."""
NO_NUMBER = frozenset({"source", "note", "description", "notice", "name", "definition"})


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs between two projects.

    Attributes
    ----------
    numbers : tuple of str
        Names of the inputs that both have, with another likely number.
    is_built_otherwise : bool
        Whether anything else differs that counts.
    """

    numbers: tuple[str, ...]
    is_built_otherwise: bool


def changes(
    before: Project,
    after: Project,
    quantity: str,
    *,
    actor: str | None = None,
    municipality: str | None = None,
    year: int | None = None,
    groups: Mapping[str, Sequence[str]] | None = None,
) -> Changes:
    """Split the difference between two projects by what was changed.

    Parameters
    ----------
    before, after : Project
        From `gevinst.load` or `gevinst.example`; both need the year that is asked for.
    quantity : str
        ``charge``, ``cost``, ``positions``, ``patients``, ``net_cash``, ``net_gain``,
        ``present_net_cash`` or ``present_net_gain``.
    actor, municipality, year : optional
        Whose figure, and when: without a name the municipalities together, and without a year
        the last of the horizon.
    groups : mapping of str to sequence of str, optional
        Inputs that are counted as one change, by a name of your own. More than twelve changes are
        otherwise counted together by the line they stand in, or by the table.

    Returns
    -------
    Changes
        With ``table()``, ``waterfall()`` and ``text(lang)``. The parts add up to the difference
        whatever the order in which the changes are told.

    Raises
    ------
    ArgumentError
        Something else than two projects, no such quantity or label, an input in two groups, or
        more than twelve groups.

    Notes
    -----
    Lines, partners, months and choices that differ are one change together, ``structure``: what
    one of them does cannot be told without the others.

    Examples
    --------
    >>> import gevinst as gv
    >>> project = gv.example("nord-troms")
    >>> changes(project, project, "cost", year=2028).parts
    ()
    """
    for project in (before, after):
        if not isinstance(project, Project):
            raise ArgumentError("argument.not_project", found=type(project).__name__)
    checked_quantity(quantity)
    different = differences(before, after)
    parts = _grouped(different, groups)
    asked = {"actor": actor, "municipality": municipality, "year": year}
    values, row = _at_every_combination(before, after, parts, quantity, asked)
    amounts = shapley((values - values[0])[:, np.newaxis])[:, 0] if parts else np.empty(0)
    labels = _labels(before, parts)
    return Changes(
        quantity=quantity,
        actor=row.actor,
        municipality=row.municipality,
        year=row.year,
        whose=names_of(after, row.actor, row.municipality),
        unit=row.unit,
        before=float(values[0]),
        after=float(values[-1]),
        parts=tuple(
            Change.of(name, inputs, float(amount), before, after, labels[name])
            for (name, inputs), amount in zip(parts.items(), amounts, strict=True)
        ),
    )


def differences(before: Project, after: Project) -> Differences:
    """What differs between two projects and counts; words and sources do not."""
    was, now = (_numbers(project) for project in (before, after))
    numbers = tuple(name for name in was if name in now and was[name] != now[name])
    built = was.keys() != now.keys() or _built(before) != _built(after)
    return Differences(numbers, built)


def _numbers(project: Project) -> dict[str, float]:
    values = dict(project.values())
    return {name: values[path].likely for name, path in input_names(project).items()}


def _built(project: Project) -> dict[str, str]:
    """Every month and choice by path; a number leaves its place only."""
    numbers = {path for path, _ in project.values()}
    return {
        path: "" if path in numbers else str(leaf)
        for path, leaf in leaves(project)
        if path.rpartition(".")[2] not in NO_NUMBER
    }


def _grouped(
    different: Differences, groups: Mapping[str, Sequence[str]] | None
) -> dict[str, tuple[str, ...]]:
    """The changes to split by: a name for people, and the inputs that change with it."""
    if groups is None:
        found = _each(different.numbers)
        for depth in (-1, 1):
            if len(found) + different.is_built_otherwise <= MOST_CHANGES:
                break
            found = _by_table(different.numbers, depth)
    else:
        found = _as_stated(different.numbers, groups)
    if different.is_built_otherwise:
        found = {STRUCTURE: (), **found}
    if len(found) > MOST_CHANGES:
        raise ArgumentError("argument.too_many_changes", found=len(found), allowed=MOST_CHANGES)
    return found


def _labels(project: Project, parts: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, str]]:
    """Norwegian and English name of every change: of the input, of the line, or as stated."""
    paths = input_names(project)
    known = {one.name: one for one in inputs_at(project, paths.values())}
    found = {name: (name, name) for name in parts}
    for name, inputs in parts.items():
        if name == STRUCTURE and not inputs:
            found[name] = (CHANGED["nb"][STRUCTURE], CHANGED["en"][STRUCTURE])
        elif inputs == (name,):
            found[name] = (known[name].nb, known[name].en)
        elif inputs and all(one.rpartition(".")[0] == name for one in inputs):
            line = about(project, paths[inputs[0]]) or name
            found[name] = (line, line)
    often = Counter(found.values())
    return {
        name: label if often[label] == 1 else (f"{label[0]} [{name}]", f"{label[1]} [{name}]")
        for name, label in found.items()
    }


def _each(names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return {name: (name,) for name in names}


def _by_table(names: Sequence[str], depth: int) -> dict[str, tuple[str, ...]]:
    """Inputs by the line that they stand in (-1), or by the first step of their names (1)."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        table = ".".join(name.split(".")[:depth])
        found[table] = (*found.get(table, ()), name)
    return found


def _as_stated(
    names: Sequence[str], groups: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    placed: dict[str, str] = {}
    if not isinstance(groups, Mapping):
        raise ArgumentError("argument.not_names", argument="groups", found=type(groups).__name__)
    for group, stated in groups.items():
        inputs = checked_names("groups", stated)
        for name in inputs:
            if name not in names:
                raise QuantityError.unknown_input(name, nearest(name, names), tuple(names))
            if name in placed:
                both = (placed[name], group)
                raise ArgumentError("argument.in_two_groups", found=name, groups=both)
            placed[name] = group
        found[group] = inputs
    return found | _each([name for name in names if name not in placed])


def _at_every_combination(
    before: Project,
    after: Project,
    parts: Mapping[str, tuple[str, ...]],
    quantity: str,
    asked: Mapping[str, str | int | None],
) -> tuple[Array, FigureRow]:
    """The figure with every combination of the changes made, shape ``(2**n,)``, and its labels."""
    made = members(len(parts)).astype(bool)
    is_built = made[:, 0] if STRUCTURE in parts else np.zeros(len(made), dtype=bool)
    values = np.empty(len(made))
    was, now = _numbers(before), _numbers(after)
    for project, rows in ((before, ~is_built), (after, is_built)):
        if not rows.any():
            continue
        paths = input_names(project)
        points = {
            paths[name]: np.where(made[rows, position], now[name], was[name])
            for position, inputs in enumerate(parts.values())
            for name in inputs
        }
        values[rows], row = _figure(project, points, int(rows.sum()), quantity, asked)
    return values, row


def _figure(
    project: Project,
    points: Mapping[str, Array],
    count: int,
    quantity: str,
    asked: Mapping[str, str | int | None],
) -> tuple[Array, FigureRow]:
    model = Model(project, (quantity,))
    blocks = [
        model.at({path: v[first : first + BLOCK] for path, v in points.items()},
                 min(BLOCK, count - first))
        for first in range(0, count, BLOCK)
    ]  # fmt: skip
    values = tuple(np.concatenate(part, axis=-1) for part in zip(*blocks, strict=True))
    row = one_row(model, quantity, **asked)  # type: ignore[arg-type]
    return row.of(values), row
