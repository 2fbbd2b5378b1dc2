"""From a filled-in workbook to a project: its fields, and the yellow cells that were changed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from gevinst.errors import Problem, ProjectError
from gevinst.loading.clock_times import with_time
from gevinst.loading.parts import Parts, leave_out, moved
from gevinst.loading.positions import nearest_line
from gevinst.loading.project_rows import (
    CELL,
    CONTENT,
    DERIVED,
    FORM,
    FORMS,
    HEADINGS,
    KIND,
    LEFT_OUT,
    MAY_BE_EMPTY,
    NUMBER,
    PARAMETER,
    PATH,
    RANGE,
    SHEET,
    TO_FILL_IN,
    UNIT,
    ProjectRow,
    content_at,
    location_of,
    put,
    read_back,
)
from gevinst.loading.sheets import EMPTY, Book, Cell, Place, cell_name, place_of
from gevinst.loading.validating import by_line, from_tables, problems_beside
from gevinst.loading.yellow_cells import NotReadable, changed_content, is_empty
from gevinst.schema import Project
from gevinst.schema.findings import Location

ENDS = ("low", "high")
_WHOLE_IN_FLOAT = 2**53


def project_of(data: bytes, file: str) -> Project:
    """Read a workbook of ours.

    Parameters
    ----------
    data : bytes
        Content of the file.
    file : str
        What errors call it.

    Raises
    ------
    ProjectError
        With every problem found, by sheet and cell.
    """
    reading = _Reading(Book(data, file), file)
    reading.fields()
    reading.yellow_cells()
    reading.empty_parts()
    try:
        return reading.project()
    except ProjectError as error:
        placed = sorted((reading.placed(p) for p in error.problems), key=reading.order)
        raise ProjectError(placed, file) from None


@dataclass(slots=True)
class _Reading:
    """What is known of a workbook so far. Lines number the places that problems are told at."""

    book: Book
    file: str
    tables: dict[str, Any] = field(default_factory=dict)
    rows: list[tuple[int, ProjectRow]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    holes: set[Location] = field(default_factory=set)
    lines: dict[Location, int] = field(default_factory=dict)
    places: list[tuple[str, str]] = field(default_factory=list)
    sheet: str = SHEET
    parts: Parts = field(default_factory=Parts)

    # ------------------------------------------------------------ the fields
    def fields(self) -> None:
        """Read every field as it was when the file was written."""
        place = self._range()
        cells = self.book.cells(place.sheet)
        self.sheet = place.sheet
        for column, heading in enumerate(HEADINGS, place.column):
            if cells.get((place.row - 1, column), EMPTY).content != heading:
                where = (place.sheet, cell_name(place.row - 1, column))
                raise ProjectError(
                    [self._problem("workbook.heading", where, expected=heading)], self.file
                )
        used = sorted({row for row, _ in cells if place.row <= row <= place.last_row})
        for row in used:
            line = [cells.get((row, place.column + n), EMPTY) for n in range(len(HEADINGS))]
            self._field(row, place.column, line)

    def _range(self) -> Place:
        place = place_of(self.book.names.get(RANGE, ""))
        if place is None or place.sheet not in self.book.sheets:
            sheet = place.sheet if place else SHEET
            raise ProjectError.one(
                "workbook.no_sheet", file=self.file, sheet=sheet, allowed=self.book.sheets
            )
        return place

    def _field(self, row: int, first: int, line: list[Cell]) -> None:
        formulas = [n for n, cell in enumerate(line) if cell.is_formula or cell.kind == "error"]
        path = line[PATH].content
        location = _field_of(line)
        wrong = formulas[0] if formulas else PATH
        at = self._line((self.sheet, cell_name(row, first + wrong)))
        if formulas:
            self._found("cell.formula", at, str(path))
        elif location is None:
            self._found("workbook.path", at, "", found=str(path))
        else:
            read = _row(line)
            if read.kind == MAY_BE_EMPTY:
                self.parts.optional.append(location)
                return
            self._place(location, self._line((self.sheet, cell_name(row, first + CONTENT))))
            if read.kind not in {LEFT_OUT, DERIVED, PARAMETER, TO_FILL_IN} and not put(
                self.tables, location, read_back(read.kind, _exact(read.content))
            ):
                self._found("workbook.path", at, "", found=str(path))
            if read.name:
                self.rows.append((at, read))

    # ------------------------------------------------------------ the yellow cells
    def yellow_cells(self) -> None:
        """Put what is filled in in the place of what was there."""
        told: dict[Location, tuple[object, str]] = {}
        places = [self._yellow_place(row) for _, row in self.rows]
        if 2 * places.count(None) > len(places):
            raise ProjectError.one("workbook.no_fields", file=self.file, allowed=self.book.sheets)
        for (at, row), place in zip(self.rows, places, strict=True):
            if place is None:
                self._found("cell.no_name", at, row.path, name=row.name)
                continue
            cell = self.book.cells(place.sheet).get((place.row, place.column), EMPTY)
            line = self._line((place.sheet, place.cell))
            self._yellow(location_of(row.path) or (row.path,), row, cell, line, told)

    def _yellow_place(self, row: ProjectRow) -> Place | None:
        """The cell that a field is filled in in; None if its name leads nowhere any more."""
        place = place_of(self.book.names.get(row.name, ""))
        return place if place and place.sheet in self.book.sheets else None

    def _yellow(
        self,
        location: Location,
        row: ProjectRow,
        cell: Cell,
        line: int,
        told: dict[Location, tuple[object, str]],
    ) -> None:
        if location[-1] not in ENDS:
            self._place(location, line)
        given = content_at(self.tables, location)
        if row.kind == TO_FILL_IN:
            if is_empty(cell):
                self.parts.empty.append((location, line, row.path))
                return
            part = self.parts.part_of(location)
            if part is not None:
                self.parts.used.add(part)
                self.lines[part] = line
        try:
            new = changed_content(row, cell, given, starts_1904=self.book.starts_1904)
        except NotReadable as error:
            changed = row.kind == PARAMETER and error.kind == "cell.locked"
            kind = "cell.parameter" if changed else error.kind
            self._found(kind, line, row.path, **error.facts)
            self.holes.add(location)
            if row.kind == TO_FILL_IN:
                put(self.tables, location, None)
            return
        before = told.setdefault(location, (new, row.name))
        if before[0] != new:
            self._found("cell.disagrees", line, row.path, other=self._cell_of(before[1]))
            self.holes.add(location)
        elif new is not None and new != given:
            self._replace(location, new, line)

    def empty_parts(self) -> None:
        """Leave out what is not in use; tell of every other field that is empty."""
        told: set[str] = set()
        for location, line, path, in_part in self.parts.lacking():
            if self.places[line - 1][1] not in told:
                self._found("cell.empty_in_part" if in_part else "cell.empty", line, path)
            told.add(self.places[line - 1][1])
            put(self.tables, location, None)
            self.holes.add(location)
        unused = [part for part in self.parts.unused() if content_at(self.tables, part) is not None]
        leave_out(self.tables, unused)
        self.lines = moved(self.lines, unused)
        self.holes = set(moved(dict.fromkeys(self.holes), unused))

    def _replace(self, location: Location, new: object, line: int) -> None:
        """Put a changed number in its place.

        What is wrong with its range is told of its cell, or of the end that is changed itself.
        """
        day = content_at(self.tables, location[:-1])
        if isinstance(day, str) and isinstance(location[-1], int):
            put(self.tables, location[:-1], with_time(day, location[-1], str(new)))
            self._place(location[:-1], line)
            return
        put(self.tables, location, new)
        if location[-1] == "likely":
            for key in ENDS:
                self._place((*location[:-1], key), line)
        elif location[-1] in ENDS:
            self._place(location, line)

    def _cell_of(self, name: str) -> str:
        place = place_of(self.book.names[name])
        return place.cell if place else name

    # ------------------------------------------------------------ problems and their places
    def _line(self, where: tuple[str, str]) -> int:
        self.places.append(where)
        return len(self.places)

    def _place(self, location: Location, line: int) -> None:
        """Remember where a field is filled in; a table is where its first field is."""
        self.lines[location] = line
        for length in range(1, len(location)):
            if location[-1] in {"likely", "value"} and length == len(location) - 1:
                self.lines[location[:length]] = line
            self.lines.setdefault(location[:length], line)

    def _found(self, kind: str, line: int, path: str, **facts: object) -> None:
        self.problems.append(Problem(kind, path, self.file, line, facts))

    def _problem(self, kind: str, where: tuple[str, str], **facts: object) -> Problem:
        return Problem(kind, "", self.file, None, facts, *where)

    def project(self) -> Project:
        """The checked project.

        Raises
        ------
        ProjectError
            Its lines are those of this reading.
        """
        line_of = partial(nearest_line, self.lines)
        if not self.problems:
            return from_tables(self.tables, self.file, lambda: line_of)
        others = problems_beside(self.tables, self.holes, self.file, line_of)
        raise ProjectError(by_line([*self.problems, *others], self.file), self.file)

    def order(self, problem: Problem) -> tuple[int, int, int]:
        """Where a problem comes when cells are told from top to bottom, sheet by sheet."""
        place = place_of(f"'{problem.sheet}'!{problem.cell}") if problem.sheet else None
        if place is None or place.sheet not in self.book.sheets:
            return len(self.book.sheets), 0, 0
        return self.book.sheets.index(place.sheet), place.row, place.column

    def placed(self, problem: Problem) -> Problem:
        """A problem with sheet and cell instead of the line."""
        facts = dict(problem.facts)
        first = facts.pop("first_line", None)
        if first is not None:
            facts["first_cell"] = self.places[first - 1][1]
        where = self.places[problem.line - 1] if problem.line else (None, None)
        return replace(problem, line=None, facts=facts, sheet=where[0], cell=where[1])


def _field_of(line: list[Cell]) -> Location | None:
    """Location of a row's field; what is worked out has none of its own."""
    path = line[PATH].content
    if not isinstance(path, str) or not path:
        return None
    return (path,) if line[KIND].content in {DERIVED, PARAMETER} else location_of(path)


def _row(line: list[Cell]) -> ProjectRow:
    text = {n: str(line[n].content) for n in (PATH, KIND, CELL, FORM, UNIT)}
    number = line[NUMBER].content
    return ProjectRow(
        path=text[PATH],
        kind=text[KIND],
        content=line[CONTENT].content,
        name=text[CELL],
        form=text[FORM] if text[FORM] in FORMS else FORMS[-1],
        number=number if isinstance(number, float) else None,
        unit=text[UNIT],
    )


def _exact(content: str | float) -> str | float:
    """Whole numbers as such: a file of numbers does not tell 2 from 2.0."""
    if isinstance(content, float) and content.is_integer() and abs(content) < _WHOLE_IN_FLOAT:
        return int(content)
    return content
