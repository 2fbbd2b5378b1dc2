"""Placing: every quantity gets a block of cells in a sheet, and every node its cell.

A node that stands in several quantities (a value of the year repeated in its months, the basis of
a key that is the number of members) is made where it comes first; the others refer to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gevinst.spreadsheet import wording
from gevinst.spreadsheet.blocks import Block, Row
from gevinst.spreadsheet.nodes import Node, Place

HEADER_ROW = 3
FIRST_ROW = 5
RECORD, GROUP, MUNICIPALITY, UNIT, FIXED, FIRST_PERIOD = range(6)
"""Columns of a sheet: what a row is for, its unit, what is the same for all, and the periods."""

MOST_FORMULAS = 18_000
"""In one sheet; the next block starts a further one."""


@dataclass(slots=True)
class Sheet:
    """One sheet of a stage: its blocks from top to bottom, each with its first row."""

    name: str
    stage: str
    months: bool
    blocks: list[tuple[int, Block]] = field(default_factory=list)
    next_row: int = FIRST_ROW
    formulas: int = 0

    def add(self, block: Block) -> None:
        """Give a block the next free rows, and its nodes their cells."""
        rows: list[Row] = []
        fixed = block.period == "fixed"
        for row in block.rows:
            there = _elsewhere(row)
            if there is not None:
                _add_copy(rows, row, there)
                continue
            rows.append(row)
            at = self.next_row + len(rows)
            if row.opening is not None:
                self._place(row.opening[0], at, FIXED, fixed=False)
            for column, node in enumerate(row.nodes, start=FIXED if fixed else FIRST_PERIOD):
                self._place(node, at, column, fixed=fixed)
        made = replace(block, rows=rows)
        self.blocks.append((self.next_row, made))
        self.next_row += len(rows) + 2
        self.formulas += made.size

    def _place(self, node: Node, row: int, column: int, *, fixed: bool) -> None:
        if node.place is None and not node.name and node.op != "number":
            node.place = Place(self.name, row, column, fixed)


def _elsewhere(row: Row) -> Place | None:
    """First cell of the row in a sheet that holds the numbers of this one already, in order."""
    first = row.nodes[0].place
    if first is None or len(row.nodes) == 1 or row.opening is not None:
        return None
    places = [first._replace(column=first.column + i) for i in range(len(row.nodes))]
    return first if [node.place for node in row.nodes] == places else None


def _add_copy(rows: list[Row], row: Row, there: Place) -> None:
    """Say where the numbers of a row stand: in one line with those before, if they follow."""
    last = rows[-1] if rows else None
    if (
        last is not None
        and last.same_as is not None
        and (last.record, last.group) == (row.record, row.group)
        and (last.same_as.sheet, last.same_as.row + last.copies) == (there.sheet, there.row)
    ):
        rows[-1] = replace(last, municipality="", copies=last.copies + 1)
    else:
        rows.append(replace(row, nodes=[], values=[], same_as=there))


def place_all(blocks: Iterable[Block]) -> list[Sheet]:
    """Sheets of all stages: years first, months after them."""
    years = {stage: Sheet(name, stage, months=False) for stage, name in wording.STAGES.items()}
    months: dict[str, list[Sheet]] = {stage: [] for stage in wording.STAGES}
    for block in blocks:
        if block.period != "month":
            years[block.stage].add(block)
            continue
        sheets = months[block.stage]
        if not sheets or sheets[-1].formulas + block.size > MOST_FORMULAS:
            number = f" {len(sheets) + 1}" if sheets else ""
            name = f"{wording.STAGES[block.stage]} {wording.MONTHS.lower()}{number}"
            sheets.append(Sheet(name, block.stage, months=True))
        sheets[-1].add(block)
    of_months = [sheet for sheets in months.values() for sheet in sheets]
    return [sheet for sheet in (*years.values(), *of_months) if sheet.blocks]
