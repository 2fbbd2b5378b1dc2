"""The sheet with the column of numbers that some formulas count over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gevinst.core.ledger import MadeBy
from gevinst.core.queueing import ROUNDING
from gevinst.spreadsheet.cell_run import CellLedger
from gevinst.spreadsheet.live_forms import COUNTED_IN, COUNTS, LARGEST, MARGIN, length_for
from gevinst.spreadsheet.printing import set_up
from gevinst.spreadsheet.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Telletabell"
_FIRST = 8
_ABOUT = (
    "Personer som svarfristen krever: formelen teller hvor mange antall over belastningen som ikke",
    "er nok til at andelen får svar i tide (Erlang C). Utstyr i reserve finnes på samme måte.",
)
_LOADS = ("queue_load", "lead_time_demand")


def is_needed(ledger: CellLedger) -> bool:
    """Whether a formula of the run counts over the column."""
    made = (p.formula for p in ledger.producers.values() if isinstance(p, MadeBy))
    return not COUNTED_IN.isdisjoint(made)


def write_numbers(book: Workbook, page: Worksheet, ledger: CellLedger, styles: Styles) -> None:
    """Write the column of numbers and name it."""
    loads = [np.max(ledger.cells(key).values) for key in ledger.values if key[0] in _LOADS]
    count, largest = length_for(float(max(loads)))
    page.write_string(0, 0, NAME, styles("title"))
    for i, text in enumerate(_ABOUT):
        page.write_string(1 + i, 0, text, styles("about"))
    rounding = "Det et antall kan gå ut over et helt tall med og likevel regnes som det"
    reach = "Tabellen er lang nok for belastninger til og med; over det viser formlene #N/A"
    for row, text, number, name in ((4, rounding, ROUNDING, MARGIN), (5, reach, largest, LARGEST)):
        page.write_string(row, 0, text, styles("text"))
        page.write_number(row, 1, number, styles("stated", "General"))
        book.define_name(name, f"={NAME}!$B${row + 1}")
    page.write_string(_FIRST - 1, 0, "Antall over belastningen", styles("column"))
    for n in range(count):
        page.write_number(_FIRST + n, 0, n + 1, styles("stated", "0"))
    book.define_name(COUNTS, f"={NAME}!$A${_FIRST + 1}:$A${_FIRST + count}")
    set_up(page, (76, 12), frozen=(_FIRST, 0), heading=_FIRST - 1, portrait=True)
