"""One cell for what is the same in every month: so that a sheet shows a number once.

Two nodes are the same number where the same operation is applied to the same cells. A quantity that
is so in all months of each year is shown by the year, one that is so in all years once. What flows
in a month is left by the month: its year is a sum.
"""

from __future__ import annotations

import numpy as np

from gevinst.axes import MONTHS_IN_YEAR, PERIOD, Array
from gevinst.spreadsheet.cells import Cells, Nodes
from gevinst.spreadsheet.nodes import Node


def condensed(cells: Cells) -> Cells:
    """Cells of the months, with one node for the months that have one number."""
    by_year = _first_where_same(cells.nodes, MONTHS_IN_YEAR)
    if by_year is None:
        return cells
    whole = _first_where_same(by_year, by_year.shape[PERIOD])
    return Cells(cells.values, by_year if whole is None else whole)


def series_nodes(values: Array, months: int) -> Nodes:
    """Nodes of numbers that vary along the horizon and that nobody changes: one for each number."""
    length = values.shape[PERIOD]
    made = np.empty(values.shape, dtype=object)
    for at in np.ndindex(*values.shape):
        made[at] = Node("input")
    if length != months:
        return made
    for span in (length, MONTHS_IN_YEAR):
        first = np.arange(length) // span * span
        if np.array_equal(values, values[:, :, first]):
            return made[:, :, first]
    return made


def repeats(nodes: Nodes, span: int) -> bool:
    """Whether one node stands in all periods of each span."""
    first = np.arange(nodes.shape[PERIOD]) // span * span
    return bool(np.all(np.equal(nodes, nodes[:, :, first])))


def _first_where_same(nodes: Nodes, span: int) -> Nodes | None:
    """The first node of each span in all its periods; None where one of them differs."""
    first = np.arange(nodes.shape[PERIOD]) // span * span
    repeated = nodes[:, :, first]
    pairs = zip(nodes.ravel().tolist(), repeated.ravel().tolist(), strict=True)
    if all(_same(a, b) for a, b in pairs):
        return repeated
    return None


def _same(a: Node, b: Node) -> bool:
    """Whether two nodes are the same operation on the same cells."""
    if a is b:
        return True
    if a.op != b.op or a.op in {"input", "value"} or a.number != b.number:
        return False
    return len(a.args) == len(b.args) and all(map(_same, a.args, b.args))
