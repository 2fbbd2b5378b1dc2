"""The model run once on cells: the same functions, in the same order, as a run on numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from gevinst.axes import Array
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Key, Ledger
from gevinst.core.model import centre, patients, quality, settle
from gevinst.formula import FORMULAS
from gevinst.spreadsheet.cells import Cells, of_values
from gevinst.spreadsheet.live_forms import LIVE


class CellLedger(Ledger):
    """A ledger whose quantities are cells.

    A formula that a spreadsheet cannot carry is worked out on the values, and its result stands as
    numbers: `frozen` says which.
    """

    def __init__(self, inputs: Inputs) -> None:
        super().__init__(inputs)
        self.frozen: set[Key] = set()

    def make(self, rule: Callable[..., Array], record: str = "") -> Array:
        """Apply a formula to cells, and write the result down."""
        made = FORMULAS[rule.__name__]
        if made.workbook == "live":
            return super().make(rule, record)
        arguments = [cast(Cells, self.argument(name, record)) for name in made.parameters]
        if made.name in LIVE:
            cells = LIVE[made.name](*arguments)
        else:
            cells = of_values(rule(*(argument.values for argument in arguments)))
            self.frozen.add((made.produces, record))
        return self.keep(rule, cast(Array, cells), record)

    def cells(self, key: Key) -> Cells:
        """A quantity of the run."""
        return cast(Cells, self[key])


def run_on_cells(inputs: Inputs) -> CellLedger:
    """From patients to gains; a law checks that it makes all that a run on numbers makes."""
    made = CellLedger(inputs)
    patients(inputs, made)
    centre(inputs, made)
    settle(inputs, made)
    quality(inputs, made)
    return made
