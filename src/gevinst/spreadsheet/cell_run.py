"""The model run once on cells: the same functions, in the same order, as a run on numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import numpy as np

from gevinst.axes import PERIOD, Array
from gevinst.catalogue import CATALOGUE
from gevinst.core.appraising import appraise
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Key, Ledger
from gevinst.core.model import centre, patients, quality, settle
from gevinst.formula import FORMULAS, Formula
from gevinst.spreadsheet.cells import Cells, of_values
from gevinst.spreadsheet.condensing import condensed
from gevinst.spreadsheet.live_forms import LIVE
from gevinst.spreadsheet.steps import Step, joined, steps_written_down


class CellLedger(Ledger):
    """A ledger whose quantities are cells.

    A formula that a spreadsheet cannot carry is worked out on the values, and its result stands as
    numbers: `frozen` says which. `steps` holds the steps inside a formula that has such.
    """

    def __init__(self, inputs: Inputs) -> None:
        super().__init__(inputs)
        self.frozen: set[Key] = set()
        self.steps: dict[Key, list[Step]] = {}
        self._months = inputs.period_length.shape[PERIOD]
        self._by_arguments: dict[tuple[int, ...], list[Step]] = {}

    def make(self, rule: Callable[..., Array], record: str = "") -> Array:
        """Apply a formula to cells, and write the result down."""
        made = FORMULAS[rule.__name__]
        if made.workbook == "live":
            return super().make(rule, record)
        arguments = [cast(Cells, self.argument(name, record)) for name in made.parameters]
        if made.workbook == "steps":
            cells = self._in_steps(made, record, arguments)
        elif made.name in LIVE:
            cells = LIVE[made.name](*arguments)
        else:
            cells = of_values(rule(*(argument.values for argument in arguments)))
            self.frozen.add((made.produces, record))
        return self.keep(rule, cast(Array, cells), record)

    def keep(self, rule: Callable[..., Array], value: Array, record: str = "") -> Array:
        """Write cells down, those that are the same in every month as one."""
        name, cells = FORMULAS[rule.__name__].produces, cast(Cells, value)
        if cells.shape[PERIOD] == self._months and CATALOGUE[name].kind != "flow":
            cells = condensed(cells)
        return super().keep(rule, cast(Array, cells), record)

    def _in_steps(self, made: Formula, record: str, arguments: list[Cells]) -> Cells:
        """Run a formula on cells and keep its steps.

        Two formulas of the same arguments take the same steps (the charges within a limit, and
        what it leaves uncovered): those of the second are the cells of the first.
        """
        with steps_written_down() as steps:
            result: Cells = made.function(*arguments)
        first = self._by_arguments.setdefault(tuple(map(id, arguments)), steps)
        if first is steps:
            self.steps[made.produces, record] = joined(steps)
            return result
        there = {
            new: old
            for one, other in zip(steps, first, strict=False)
            for new, old in zip(one.cells.nodes.flat, other.cells.nodes.flat, strict=True)
        }
        nodes = np.frompyfunc(there.__getitem__, 1, 1)(result.nodes)
        return Cells(result.values, np.asarray(nodes, dtype=object))

    def cells(self, key: Key) -> Cells:
        """A quantity of the run."""
        return cast(Cells, self[key])


def run_on_cells(inputs: Inputs) -> CellLedger:
    """From patients to gains; a law checks that it makes all that a run on numbers makes."""
    made = CellLedger(inputs)
    patients(inputs, made)
    centre(inputs, made)
    appraise(inputs, settle(inputs, made))
    quality(inputs, made)
    return made
