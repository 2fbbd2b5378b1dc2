"""Correlations name inputs that there are, each pair once, and can all hold at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from gevinst.messages import nearest
from gevinst.schema.findings import Finding
from gevinst.schema.input_names import input_names, known_names

if TYPE_CHECKING:
    from gevinst.schema.project import Project

_ROUNDING = 1e-9
_KEY = "correlations"

Pairs = dict[tuple[str, str], float]


def correlation_findings(project: Project) -> list[Finding]:
    """What is wrong with the correlations of a project whose tables are right by themselves."""
    if not project.correlations:
        return []
    names = input_names(project)
    found: list[Finding] = []
    pairs: Pairs = {}
    places: dict[tuple[str, str], int] = {}
    known = known_names(project)
    for place, correlation in enumerate(project.correlations):
        unknown = list(_unknown(correlation.inputs, place, names, known))
        found += unknown
        if unknown:
            continue
        first, second = sorted(known[name] for name in correlation.inputs)
        if first == second:
            found.append(Finding((_KEY, place, "inputs"), "correlation.itself", {"input": first}))
        elif (first, second) in pairs:
            facts = {
                "input": first,
                "other": second,
                "first_location": (_KEY, places[first, second]),
            }
            found.append(Finding((_KEY, place), "correlation.twice", facts))
        else:
            pairs[first, second], places[first, second] = correlation.rank, place
    if not found:
        found += [
            Finding((_KEY, places[pair]), "correlation.impossible", {"inputs": group})
            for pair, group in impossible(pairs)
        ]
    return found


def _unknown(
    inputs: tuple[str, ...], place: int, names: Mapping[str, str], known: Mapping[str, str]
) -> Iterator[Finding]:
    for position, name in enumerate(inputs):
        if name not in known:
            facts = {"found": name, "suggestion": nearest(name, names)}
            yield Finding((_KEY, place, "inputs", position), "correlation.unknown_input", facts)


def impossible(pairs: Pairs) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    """Groups of inputs whose correlations cannot all hold, each with its first pair.

    The correlations are those of the normal variables that the draws are made of: a rank
    correlation r of two inputs is ``2 * sin(pi * r / 6)`` between them.
    """
    for group in _groups(pairs):
        matrix = normal_correlations(group, pairs)
        if np.linalg.eigvalsh(matrix)[0] < -_ROUNDING:
            yield next(pair for pair in pairs if pair[0] in group), group


def normal_correlations(names: tuple[str, ...], pairs: Pairs) -> np.ndarray:
    """Correlation matrix of the normal variables behind the ranks, 0 where no pair is stated."""
    place = {name: position for position, name in enumerate(names)}
    matrix = np.eye(len(names))
    for (first, second), rank in pairs.items():
        if first in place and second in place:
            between = 2 * np.sin(np.pi * rank / 6)
            matrix[place[first], place[second]] = matrix[place[second], place[first]] = between
    return matrix


def _groups(pairs: Pairs) -> list[tuple[str, ...]]:
    """Inputs that hang together by correlations, in the order of the file."""
    groups: list[list[str]] = []
    for pair in pairs:
        joined = [group for group in groups if any(name in group for name in pair)]
        groups = [group for group in groups if group not in joined]
        together = [name for group in joined for name in group]
        groups.append([*together, *(name for name in pair if name not in together)])
    return [tuple(group) for group in groups]
