"""Invoices of the year in cells: the one last step that rounds, in whole oere or kroner.

The same function that rounds shares, on amounts counted in units: largest remainder, ranked after
rounding to 1e-6 of a unit, equal ones by municipality code.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np

from gevinst.axes import MUNICIPALITY, Array
from gevinst.core.share_rounding import whole_shares
from gevinst.results import Results
from gevinst.results.invoices import UNITS_PER_KRONE
from gevinst.spreadsheet import nodes
from gevinst.spreadsheet.cells import Cells, as_cells
from gevinst.spreadsheet.nodes import Node
from gevinst.spreadsheet.steps import Step, joined, steps_written_down

NAME = "invoice"
TITLES = {
    "oere": "Faktura for året, i hele øre: største rest først, like rester etter kommunenummer",
    "krone": "Faktura for året, i hele kroner: største rest først, like rester etter kommunenummer",
}


def invoices(due: Cells, results: Results) -> tuple[list[Step], Cells]:
    """Steps of the rounding, and the invoices of the year with their sum as the last place.

    Parameters
    ----------
    due
        What is due in the year, exact, shape ``(1, municipality, year, 1)``.
    """
    per_krone = float(UNITS_PER_KRONE[results.inputs.invoice_unit])
    order = np.argsort(np.argsort(np.array(results.names.codes)))
    with steps_written_down() as steps:
        unit = as_cells(1)
        if per_krone != 1:
            unit = _stated(np.full((1, 1, 1, 1), per_krone)).working("units_per_krone")
        rank = _stated(order.astype(np.float64).reshape(1, -1, 1, 1))
        arguments = due * unit, as_cells(1), rank
        whole = cast(Cells, whole_shares(*cast(Any, arguments)))
    made = cast(Cells, whole / unit)
    total = made.total_over(MUNICIPALITY)
    return joined(steps), Cells(
        np.concatenate([made.values, total.values], axis=MUNICIPALITY),
        np.concatenate([made.nodes, total.nodes], axis=MUNICIPALITY),
    )


def _stated(values: Array) -> Cells:
    """Numbers that follow from what is written in the file, each with a cell of its own."""
    made = np.empty(values.shape, dtype=object)
    for at, value in np.ndenumerate(values):
        made[at] = nodes.literal(value) if value in nodes.LITERALS else Node("input")
    return Cells(values, made)
