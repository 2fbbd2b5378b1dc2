"""The sheets of the stages: every quantity as a block of live formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.axes import MONTHS_IN_YEAR, Frame
from gevinst.spreadsheet import placing, wording
from gevinst.spreadsheet.blocks import Block, Row
from gevinst.spreadsheet.formula_text import formula, reference
from gevinst.spreadsheet.nodes import Node
from gevinst.spreadsheet.placing import FIRST_PERIOD, FIXED, HEADER_ROW, Sheet
from gevinst.spreadsheet.styles import Styles, number_format

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MONTH_NAMES = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"]
WIDTHS = (34, 16, 20, 22, 13)
PERIOD_WIDTH = {True: 10.5, False: 13}


def write_sheet(sheet: Sheet, page: Worksheet, frame: Frame, styles: Styles) -> int:
    """Write one sheet; return how many formulas it has."""
    periods = month_labels(frame) if sheet.months else [str(y) for y in frame.year_labels]
    _frame(sheet, page, periods, styles)
    formulas = 0
    for first, block in sheet.blocks:
        page.set_row(first, None, styles("block"))
        page.write_string(first, 0, block.title, styles("block"))
        if block.mark:
            page.write_string(first, FIRST_PERIOD, block.mark, styles("block"))
        for i, row in enumerate(block.rows):
            formulas += _write_row(page, sheet.name, first + 1 + i, block, row, styles)
    return formulas


def month_labels(frame: Frame) -> list[str]:
    """Every month of the horizon as people write it: jan 2027."""
    return [f"{MONTH_NAMES[int(m[5:]) - 1]} {m[:4]}" for m in frame.months]


def _frame(sheet: Sheet, page: Worksheet, periods: list[str], styles: Styles) -> None:
    """Title, what the sheet is about, headings, widths and print set-up."""
    about = wording.ABOUT[sheet.stage]
    page.write_string(0, 0, sheet.name, styles("title"))
    page.write_string(1, 0, wording.about_sheet(about, months=sheet.months), styles("about"))
    for column, text in enumerate(wording.COLUMNS):
        page.write_string(HEADER_ROW, column, text, styles("column"))
    for i, text in enumerate(periods):
        if sheet.months:
            page.write_string(HEADER_ROW, FIRST_PERIOD + i, text, styles("number_column"))
        else:
            page.write_number(HEADER_ROW, FIRST_PERIOD + i, int(text), styles("number_column"))
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)
    page.set_column(FIRST_PERIOD, FIRST_PERIOD + len(periods) - 1, PERIOD_WIDTH[sheet.months])
    page.freeze_panes(HEADER_ROW + 1, FIRST_PERIOD)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1 if not sheet.months else len(periods) // MONTHS_IN_YEAR, 0)
    page.set_row(0, 28)
    page.repeat_rows(HEADER_ROW)
    page.repeat_columns(0, FIXED)
    page.set_footer("&L&A&RSide &P av &N")
    page.ignore_errors({"formula_differs": "A1:XFD1048576"})
    page.protect("", {"format_columns": True, "format_rows": True})


def _write_row(page: Worksheet, name: str, at: int, block: Block, row: Row, styles: Styles) -> int:
    texts = (row.record, row.group, row.municipality, row.unit)
    for column, text in enumerate(texts):
        if text:
            page.write_string(
                at, column, text, styles("unit" if column == placing.UNIT else "text")
            )
    digits = number_format(row.unit, block.kind)
    formulas = 0
    if row.opening is not None:
        formulas += write_node(page, name, at, FIXED, *row.opening, digits, styles)
    column = FIXED if block.period == "fixed" else FIRST_PERIOD
    for node, value in zip(row.nodes, row.values, strict=True):
        formulas += write_node(page, name, at, column, node, value, digits, styles)
        column += 1
    return formulas


def write_node(
    page: Worksheet, sheet: str, row: int, column: int, node: Node, value: float, digits: str,
    styles: Styles,
) -> int:  # fmt: skip
    """Write one number: as its formula, as a reference to where it is made, or as it is.

    Returns 1 for a formula, else 0.
    """
    place = node.place
    if place is not None and (place.sheet, place.row, place.column) == (sheet, row, column):
        if node.op in {"input", "value"}:
            page.write_number(
                row, column, value, styles(node.op if node.op == "value" else "stated", digits)
            )
            return 0
        text = formula(node, sheet)
    elif node.op == "number":
        page.write_number(row, column, value, styles("number", digits))
        return 0
    else:
        text = "=" + reference(node, sheet)
    page.write_formula(row, column, text, styles("number", digits), value)
    return 1
