"""Inputs as cells: one cell for each number that the project states, however often it is used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from gevinst.assemble.placing import DEFINITION
from gevinst.axes import MONTHS_IN_YEAR, PERIOD, Array
from gevinst.core.inputs import Inputs, map_arrays
from gevinst.core.ledger import Key
from gevinst.results import Origin, Results
from gevinst.spreadsheet import nodes
from gevinst.spreadsheet.cells import Cells
from gevinst.spreadsheet.condensing import series_nodes
from gevinst.spreadsheet.nodes import Node

UNIT_STEPS = frozenset(
    {"one_present", "one_event", "one_kit", "one_patient", "once_a_week", "year_step"}
)
"""One of something, which carries a unit and nothing else: a workbook has no use for them."""

ORDERS = frozenset({"partner_rank"})
"""Orders that follow from what things are called, not from anything that can be filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputCell:
    """One number of the project, and where it is used first.

    Attributes
    ----------
    key : tuple of str
        Quantity and record.
    group, municipality : int
        Position of the first number that it stands for.
    name : str
        Name of its cell in the workbook.
    value : float
        In canonical units.
    """

    key: Key
    group: int
    municipality: int
    name: str
    value: float
    origin: Origin
    node: Node


@dataclass(slots=True)
class InputCells:
    """The inputs of a run on cells.

    Attributes
    ----------
    stated : dict
        Cells that the project or a parameter states, by quantity, record, path and value.
    series : dict
        Inputs that vary along the horizon (the calendar, use before it), by key.
    """

    results: Results
    stated: dict[tuple[str, str, str, float], InputCell] = field(default_factory=dict)
    series: dict[Key, Cells] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)

    def inputs(self) -> Inputs:
        """The same inputs with every array replaced by cells."""
        return map_arrays(self.results.inputs, self.as_cells)

    def as_cells(self, name: str, record: str, array: Array) -> Cells:
        """Cells of one input array."""
        if name in UNIT_STEPS and np.all(array == 1):
            return Cells(array, np.full(array.shape, nodes.ONE, dtype=object))
        if array.shape[PERIOD] > 1:
            cells = Cells(array, series_nodes(array, self.results.frame.years * MONTHS_IN_YEAR))
            self.series[name, record] = cells
            return cells
        origins = self.results.provenance.get((name, record), {})
        made = np.empty(array.shape, dtype=object)
        for at in np.ndindex(*array.shape):
            made[at] = self._node(name, record, (at[0], at[1]), float(array[at]), origins)
        return Cells(array, made)

    def _node(
        self,
        name: str,
        record: str,
        at: tuple[int, int],
        value: float,
        origins: Mapping[tuple[int, int], Origin],
    ) -> Node:
        if at not in origins:
            known = "input" if name in ORDERS else "value"
            return nodes.literal(value) if value in nodes.LITERALS else Node(known)
        origin = origins[at]
        if origin.source == DEFINITION and value in nodes.LITERALS:
            return nodes.literal(value)
        cell = (name, record, origin.path, value)
        if cell not in self.stated:
            node = Node("input")
            node.name = self._free_name(name, record, *at, origins)
            self.stated[cell] = InputCell(
                key=(name, record),
                group=at[0],
                municipality=at[1],
                name=node.name,
                value=value,
                origin=origin,
                node=node,
            )
        return self.stated[cell].node

    def _free_name(
        self,
        name: str,
        record: str,
        group: int,
        municipality: int,
        origins: Mapping[tuple[int, int], Origin],
    ) -> str:
        """Quantity, record, group and municipality code, as far as they tell cells apart."""
        parts = [name, record]
        if any(g != group for g, _ in origins):
            parts.append(self.results.frame.groups[group])
        same_path = {o.path for (g, _), o in origins.items() if g == group}
        if len(same_path) > 1:
            parts.append(self.results.names.codes[municipality])
        wanted = ".".join(ascii_name(part) for part in parts if part)
        free, count = wanted, 1
        while free.casefold() in self._names:
            count += 1
            free = f"{wanted}.{count}"
        self._names.add(free.casefold())
        return free


def ascii_name(text: str) -> str:
    """A text as part of the name of a cell: letters of a to z, digits and underscores."""
    letters = text.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "x"
