"""The configuration of a baseline measurement: read, checked, every problem in one error."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from gevinst.errors import Problem, ProjectError
from gevinst.loading.files import text_of_file
from gevinst.loading.limits import check_text
from gevinst.loading.positions import lines_of, nearest_line
from gevinst.loading.syntax import parse
from gevinst.loading.validating import LineOf, Shape, by_line, invalid, problems_beside
from gevinst.schema.baseline_checks import cross_check_baseline
from gevinst.schema.baseline_config import BaselineConfig, Population

BASELINE = Shape(BaselineConfig, cross_check_baseline)
MOST_TABLE_BYTES = 1_000_000
MOST_EVENTS = 499


def load_baseline(config: str | os.PathLike[str] | Mapping[str, Any]) -> BaselineConfig:
    """Load the configuration of a baseline measurement.

    Parameters
    ----------
    config : str, path-like or mapping
        A TOML file, or what one would hold. A population's ``table`` is read from the folder of
        the file, into its ``distribution``.

    Returns
    -------
    BaselineConfig
        Checked and frozen.

    Raises
    ------
    ProjectError
        With every problem found, by line.

    Examples
    --------
    The example that is shipped, with persons that somebody made up:

    >>> from importlib import resources
    >>> folder = resources.files("gevinst") / "examples" / "baseline"
    >>> config = load_baseline(str(folder / "baseline.toml"))
    >>> config.baseline.primary, config.design
    ('innleggelser', 'comparison_group')
    """
    if isinstance(config, Mapping):
        made = _checked(config, None, lambda _location: None)
        return _with_tables(made, None, None, lambda _location: None)
    file = os.fspath(config)
    text = text_of_file(file).removeprefix("\ufeff").replace("\r\n", "\n")
    check_text(text, file)
    parsed = parse(text, file)
    if parsed.raw is None:
        raise ProjectError(parsed.problems, file)
    lines = lines_of(parsed.text)
    line_of = partial(nearest_line, lines)
    if parsed.problems:
        holes = frozenset(at for at, line in lines.items() if line in parsed.holes)
        others = problems_beside(parsed.raw, holes, file, line_of, BASELINE)
        raise ProjectError(by_line([*parsed.problems, *others], file), file)
    made = _checked(parsed.raw, file, line_of)
    return _with_tables(made, file, Path(file).parent, line_of)


def _checked(raw: Mapping[str, Any], file: str | None, line_of: LineOf) -> BaselineConfig:
    try:
        return BaselineConfig.model_validate(raw)
    except ValidationError as error:
        raise invalid(error, raw, file, line_of, BASELINE) from None


def _with_tables(
    config: BaselineConfig, file: str | None, folder: Path | None, line_of: LineOf
) -> BaselineConfig:
    """The configuration with every population's table read."""
    populations: list[Population] = []
    problems: list[Problem] = []
    for index, population in enumerate(config.population):
        if population.table is None:
            populations.append(population)
            continue
        found = _distribution(population.table, file, folder)
        if isinstance(found, tuple):
            populations.append(population.model_copy(update={"distribution": found}))
            continue
        kind, facts = found.kind, dict(found.facts)
        line = line_of(("population", index, "table"))
        problems.append(Problem(kind, f"population[{index}].table", file, line, facts))
    if problems:
        raise ProjectError(problems, file)
    return config.model_copy(update={"population": tuple(populations)})


def _distribution(name: str, file: str | None, folder: Path | None) -> tuple[int, ...] | Problem:
    """Persons with 0, 1, 2 ... events, from a small file; or what is wrong with it."""
    if folder is None:
        return Problem("baseline.table_without_folder")
    try:
        with (folder / name).open("rb") as stream:
            data = stream.read(MOST_TABLE_BYTES + 1)
    except (OSError, ValueError):
        return Problem("baseline.table_unreadable", facts={"found": name, "file": file})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        facts = {"found": name, "file": file, "detail": "UTF-8"}
        return Problem("baseline.table_unreadable", facts=facts)
    if len(data) > MOST_TABLE_BYTES:
        return Problem("baseline.table_columns", facts={"found": name})
    return _counted(text, name)


def _counted(text: str, name: str) -> tuple[int, ...] | Problem:
    head = text.split("\n", 1)[0]
    separator = next((mark for mark in (";", "\t") if mark in head), ",")
    rows = csv.reader(text.splitlines(), delimiter=separator)
    heading = [cell.strip().casefold() for cell in next(rows, [])]
    if sorted(heading) != ["events", "persons"]:
        return Problem("baseline.table_columns", facts={"found": name, "row": 1})
    persons: dict[int, int] = {}
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        cells = [cell.strip().replace("\u00a0", "") for cell in row]
        numbers = [int(cell) for cell in cells if cell.isascii() and cell.isdigit()]
        numbers = numbers if heading[0] == "events" else numbers[::-1]
        fits = len(numbers) == len(heading) == len(row) and numbers[0] <= MOST_EVENTS
        if not fits or numbers[0] in persons:
            facts = {"found": name, "row": rows.line_num}
            return Problem("baseline.table_columns", facts=facts)
        persons[numbers[0]] = numbers[1]
    if not sum(number for events, number in persons.items() if events):
        return Problem("baseline.distribution_empty")
    return tuple(persons.get(events, 0) for events in range(max(persons) + 1))
