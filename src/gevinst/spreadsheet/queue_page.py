"""The sheet with the numbers of positions that the answering target is tried with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.core.queueing import ROUNDING
from gevinst.spreadsheet.live_forms import COUNTS, LARGEST_LOAD, MARGIN, MOST_POSITIONS
from gevinst.spreadsheet.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Køtabell"
_FIRST = 6
_ABOUT = (
    "Formelen for personer som svarfristen krever, teller hvor mange av antallene under som ikke",
    "er nok (Erlang C): det minste som er nok, er ett til.",
    f"Den gjelder belastninger til og med {LARGEST_LOAD} personer; over det viser den #N/A.",
)


def write_numbers(book: Workbook, page: Worksheet, styles: Styles) -> None:
    """Write the column of numbers and name it."""
    page.write_string(0, 0, NAME, styles("title"))
    for i, text in enumerate(_ABOUT):
        page.write_string(1 + i, 0, text, styles("about"))
    page.write_string(3, 0, "Et antall som går ut over et helt tall med mindre enn dette, er det",
                      styles("text"))  # fmt: skip
    page.write_number(3, 1, ROUNDING, styles("stated", "0.0E+00"))
    page.write_string(_FIRST - 1, 0, "Personer som kan svare", styles("column"))
    for n in range(MOST_POSITIONS):
        page.write_number(_FIRST + n, 0, n + 1, styles("stated", "0"))
    page.set_column(0, 0, 60)
    book.define_name(MARGIN, f"='{NAME}'!$B$4")
    book.define_name(COUNTS, f"='{NAME}'!$A${_FIRST + 1}:$A${_FIRST + MOST_POSITIONS}")
    page.freeze_panes(_FIRST, 0)
    page.set_paper(9)
    page.protect("", {"format_columns": True})
