"""What every sheet of a template says while something is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gevinst.spreadsheet.assumptions_page import NAME as ASSUMPTIONS
from gevinst.spreadsheet.control_page import NAME as CONTROL
from gevinst.spreadsheet.counting_page import NAME as COUNTING
from gevinst.spreadsheet.front_page import NAME as FRONT
from gevinst.spreadsheet.inputs_page import NAME as INPUTS
from gevinst.spreadsheet.key_figures_page import NAME as FIGURES
from gevinst.spreadsheet.project_page import NAME as PROJECT
from gevinst.spreadsheet.template_fields import UNUSED
from gevinst.spreadsheet.template_page import ALERT, FAINT, MISSING

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS = {FRONT: 2, FIGURES: 4, CONTROL: 3}
"""Sheet -> the free row below its title."""

IDLE = UNUSED.format("").strip()
USUAL_ROW, WIDE = 2, 1
SILENT = frozenset({INPUTS, PROJECT, COUNTING})
LAST_ROW, LAST_COLUMN = 2_000, 130
"""Far enough for every sheet of results."""

_NOT_READY = " felt på arket Inndata mangler eller kan ikke brukes. Tallene gjelder ikke ennå."
_READY = "Alt som trengs, er fylt ut."


def write_notices(book: Workbook, pages: Mapping[str, Worksheet], missing: int) -> None:
    """Say on every sheet how much is missing, and make results faint as long as it is."""
    alert, faint = book.add_format(ALERT | {"font_size": 12}), book.add_format(FAINT)
    for name, page in pages.items():
        if name in SILENT:
            continue
        ready = _READY if name in {FRONT, FIGURES} else ""
        text = f'=IF({MISSING}>0,{MISSING}&"{_NOT_READY}","{ready}")'
        row = ROWS.get(name, USUAL_ROW)
        page.write_formula(row, 0, text, None, f"{missing}{_NOT_READY}")
        rule = {"type": "formula", "criteria": f"={MISSING}>0"}
        page.conditional_format(row, 0, row, WIDE, rule | {"format": alert})
        if name == FIGURES:
            idle = f'=ISNUMBER(SEARCH("{IDLE}",$A{row + 2}))'
            page.conditional_format(
                row + 1, 0, LAST_ROW, LAST_COLUMN,
                {"type": "formula", "criteria": idle, "format": faint},
            )  # fmt: skip
        if name not in {FRONT, FIGURES, ASSUMPTIONS}:
            page.conditional_format(
                USUAL_ROW + 2, 0, LAST_ROW, LAST_COLUMN, rule | {"format": faint}
            )
