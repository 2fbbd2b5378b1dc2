"""Workbooks whose sheets hold what they are given: numbers in full, formulas as they are.

XlsxWriter writes numbers with 16 digits, so that one in four changes in its last bit, and searches
every formula for the names of newer functions. Ours are written in full already. Both are methods
that the library does not promise to keep: the tests of the workbook read its files back, number by
number and formula by formula.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from gevinst.errors import OutputError
from gevinst.spreadsheet.styles import FONT

if TYPE_CHECKING:
    from xlsxwriter import Workbook


def new_workbook(target: BytesIO) -> Workbook:
    """Open a workbook to write; its bytes are in the target when it is closed.

    Raises
    ------
    OutputError
        XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.worksheet import Worksheet
    except ImportError:
        raise OutputError("output.no_excel") from None

    class ExactWorksheet(Worksheet):  # type: ignore[misc]  # the library has no types
        """Worksheet with exact numbers and formulas as given."""

        def _prepare_formula(self, formula: str, *_: object) -> str:
            return formula.removeprefix("=")

        def _xml_number_element(self, number: float, attributes: Any = ()) -> None:  # noqa: ANN401
            text = "".join(f' {key}="{value}"' for key, value in attributes)
            self.fh.write(f"<c{text}><v>{_shortest(number)}</v></c>")

    safe = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = Workbook(target, {**safe, "default_format_properties": FONT})
    book.worksheet_class = ExactWorksheet
    return book


def _shortest(number: float) -> str:
    """The fewest digits that give the same float back."""
    return repr(float(number)).removesuffix(".0")
