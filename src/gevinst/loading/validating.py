"""From tables to a project; what the models found, in our own words and with lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gevinst.errors import Problem, ProjectError
from gevinst.loading.tables import TableType, keys_of, kinds_at, table_at, written_key
from gevinst.messages import nearest
from gevinst.schema import Finding, Project
from gevinst.schema.checks import cross_check
from gevinst.schema.describe import shown, type_of
from gevinst.schema.findings import FINDING_TYPE, Location
from gevinst.schema.walk import path_text

MOST_PROBLEMS = 200
MOST_FINDINGS = 2 * MOST_PROBLEMS
_OF_TWO_KEYS = frozenset({"number.unit_follows", "key.together", "choice.both", "choice.neither"})
_WRONG_TYPE = {
    "model_type": "table.expected",
    "model_attributes_type": "table.expected",
    "bool_type": "boolean.wrong_type",
}
_QUOTED = re.compile(r"'([^']*)'")

Raw = Mapping[str, Any]
LineOf = Callable[[Location], int | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a file is checked as.

    Attributes
    ----------
    model : type
        The table that the whole file is.
    cross_check : callable
        Finds what is wrong across its tables.
    """

    model: TableType
    cross_check: Callable[[Raw], Iterable[Finding]]


PROJECT = Shape(Project, cross_check)


def from_tables(
    raw: Raw, file: str | None = None, lines: Callable[[], LineOf] = lambda: _nowhere
) -> Project:
    """Check tables and make a project of them.

    Parameters
    ----------
    raw : mapping
        What a file says, as dictionaries, lists, texts, numbers and dates.
    file : str, optional
        Where it comes from.
    lines : callable, optional
        Gives, once something is wrong, a function from location (keys and list indices)
        to line.

    Raises
    ------
    ProjectError
        With every problem found, by line.
    """
    try:
        return Project.model_validate(raw)
    except ValidationError as error:
        raise invalid(error, raw, file, lines(), PROJECT) from None


def invalid(
    error: ValidationError, raw: Raw, file: str | None, line_of: LineOf, shape: Shape
) -> ProjectError:
    """Every problem that validation found, in our words and by line."""
    found = _findings(error, raw, shape)
    return ProjectError(by_line([_problem(f, file, line_of) for f in found], file), file)


def by_line(problems: Iterable[Problem], file: str | None) -> list[Problem]:
    """Problems in the order of the file, no more than can be read."""
    ordered = sorted(problems, key=lambda p: (p.line is None, p.line or 0))
    if len(ordered) <= MOST_PROBLEMS:
        return ordered
    return [*ordered[:MOST_PROBLEMS], Problem("project.more", file=file)]


def problems_beside(
    raw: Raw,
    holes: Collection[Location],
    file: str | None,
    line_of: LineOf,
    shape: Shape = PROJECT,
) -> list[Problem]:
    """What is wrong in tables where some values could not be read and something stands for them.

    Only what each key says by itself is told: whether tables fit together is known when the
    values that could not be read are there.

    Parameters
    ----------
    raw : mapping
        What the file says.
    holes : collection of locations
        Where something stands for a value; what it leads to is not told.
    file : str or None
    line_of : callable
        From location to line.
    shape : Shape
        What the file is checked as.
    """
    try:
        shape.model.model_validate(raw)
    except ValidationError as error:
        found = _findings(error, raw, shape, crossing=False)
        return [_problem(f, file, line_of) for f in found if not _from_hole(f, holes)]
    return []


def _from_hole(finding: Finding, holes: Collection[Location]) -> bool:
    """Whether a finding may come of what stands for a value that could not be read."""
    place = finding.loc
    for hole in holes:
        inside = place[: len(hole)] == hole
        around = hole[: len(place)] == place and finding.kind != "key.missing"
        beside = hole[:-1] == place[:-1] and finding.kind in _OF_TWO_KEYS
        if inside or around or beside:
            return True
    return False


def _nowhere(_location: Location) -> None:
    """No line: the tables do not come from a text."""


def _findings(
    error: ValidationError, raw: Raw, shape: Shape, *, crossing: bool = True
) -> list[Finding]:
    crossed = not crossing
    found: list[Finding] = []
    for detail in islice(error.errors(include_url=False), MOST_FINDINGS):
        location = _without_tags(detail["loc"], raw)
        if detail["type"] == FINDING_TYPE and not (crossing or location):
            continue
        if detail["type"] == FINDING_TYPE:
            crossed = crossed or not location
            inner: tuple[Finding, ...] = detail["ctx"]["findings"]
            found += [Finding((*location, *f.loc), f.kind, f.facts) for f in inner]
        else:
            found.append(_translated(detail, location, raw, shape.model))
    found = [f for f in found if not _short_of_items(f, found)]
    if not crossed:
        found += shape.cross_check(raw)
    return _together(found)


def _short_of_items(finding: Finding, found: Iterable[Finding]) -> bool:
    """Whether a list is too short only because its items are wrong: those are told themselves."""
    around, inside = finding.loc, len(finding.loc)
    return finding.kind == "list.too_few" and any(
        other.loc[:inside] == around and len(other.loc) > inside for other in found
    )


def _together(found: Iterable[Finding]) -> list[Finding]:
    """Everything that a table lacks as one finding, without what is there but misspelt."""
    others: list[Finding] = []
    missing: dict[Location, list[str]] = {}
    misspelt: set[Location] = set()
    for finding in found:
        if finding.kind == "key.missing" and "allowed" not in finding.facts:
            missing.setdefault(finding.loc, []).extend(finding.facts["missing"])
            continue
        others.append(finding)
        if finding.kind == "key.unknown" and finding.facts["suggestion"]:
            misspelt.add((*finding.loc[:-1], finding.facts["suggestion"]))
    for location, keys in missing.items():
        lacking = tuple(key for key in keys if (*location, _bare(key)) not in misspelt)
        if lacking:
            others.append(Finding(location, "key.missing", {"missing": lacking}))
    return others


def _bare(written: str) -> str:
    """The key itself of a heading such as ``[[centre.roles]]``."""
    return written.strip("[]").rpartition(".")[2]


def _without_tags(location: Location, raw: Raw) -> Location:
    """Take out the names that pydantic adds where a table is one of several kinds."""
    kept: list[str | int] = []
    content: Any = raw
    for step in location:
        is_tag = (
            isinstance(content, Mapping)
            and bool(kept)
            and isinstance(kept[-1], int)
            and content.get("kind") == step
        )
        if is_tag:
            continue
        kept.append(step)
        content = _inside(content, step)
    return tuple(kept)


def _at(location: Location, raw: Raw) -> object:
    content: Any = raw
    for step in location:
        content = _inside(content, step)
    return content


def _inside(content: Any, step: str | int) -> Any:  # noqa: ANN401
    if isinstance(content, Mapping):
        return content.get(step)
    if isinstance(content, list) and isinstance(step, int) and step < len(content):
        return content[step]
    return None


def _translated(detail: ErrorDetails, location: Location, raw: Raw, root: TableType) -> Finding:
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    as_found = {"found": shown(given), "type": type_of(given)}
    match kind:
        case "missing":
            finding = _missing(location, raw, root)
        case "extra_forbidden":
            finding = _unknown_key(location, raw, root)
        case "literal_error":
            finding = _unknown_choice(location, _QUOTED.findall(context["expected"]), given)
        case "union_tag_invalid":
            choices = _QUOTED.findall(context["expected_tags"])
            finding = _unknown_choice((*location, "kind"), choices, context["tag"])
        case "union_tag_not_found":
            facts = {"missing": ("kind",), "allowed": kinds_at(location, raw, root)}
            finding = Finding(location, "key.missing", facts)
        case "tuple_type":
            finding = _not_a_list(location, given, raw, root)
        case "too_short":
            kind, there = ("list.too_few", len(given)) if given else ("list.too_short", None)
            facts = {"shortest": context["min_length"]}
            finding = Finding(location, kind, facts if there is None else facts | {"found": there})
        case "too_long":
            finding = Finding(location, "list.too_long", {"longest": context["max_length"]})
        case _:
            finding = Finding(location, _WRONG_TYPE.get(kind, "value.invalid"), as_found)
    return finding


def _missing(location: Location, raw: Raw, root: TableType) -> Finding:
    *around, key = location
    table = table_at(tuple(around), raw, root)
    facts = {"missing": (written_key(table, tuple(around), str(key)),)}
    return Finding(tuple(around), "key.missing", facts)


def _unknown_key(location: Location, raw: Raw, root: TableType) -> Finding:
    *around, key = location
    allowed = keys_of(table_at(tuple(around), raw, root))
    table = _at(tuple(around), raw)
    free = [name for name in allowed if not (isinstance(table, Mapping) and name in table)]
    facts = {"found": key, "suggestion": nearest(str(key), free), "allowed": allowed}
    return Finding(location, "key.unknown", facts)


def _unknown_choice(location: Location, allowed: Iterable[str], given: object) -> Finding:
    choices = tuple(allowed)
    if location == ("schema",):
        return Finding(location, "schema.version", {"found": shown(given), "allowed": "1"})
    facts = {
        "found": shown(given),
        "allowed": choices,
        "suggestion": nearest(given, choices) if isinstance(given, str) else None,
    }
    return Finding(location, "choice.unknown", facts)


def _not_a_list(location: Location, given: object, raw: Raw, root: TableType) -> Finding:
    *around, key = location
    header = written_key(table_at(tuple(around), raw, root), tuple(around), str(key))
    if isinstance(given, Mapping) and header.startswith("["):
        return Finding(location, "list.single_brackets", {"header": header})
    return Finding(location, "list.expected", {"found": shown(given), "type": type_of(given)})


def _problem(finding: Finding, file: str | None, line_of: LineOf) -> Problem:
    facts = dict(finding.facts)
    first = facts.pop("first_location", None)
    if first is not None:
        facts["first_line"] = line_of(first)
    return Problem(finding.kind, path_text(finding.loc), file, line_of(finding.loc), facts)
