"""The sheets of the stages: every quantity as a block of live formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.axes import MONTHS_IN_YEAR, Frame
from gevinst.spreadsheet import placing, wording
from gevinst.spreadsheet.blocks import Block, Row
from gevinst.spreadsheet.formula_text import address, formula, reference
from gevinst.spreadsheet.nodes import Node, Place
from gevinst.spreadsheet.placing import FIRST_PERIOD, FIXED, HEADER_ROW, Sheet
from gevinst.spreadsheet.printing import break_pages, print_heading_only, scale_for, set_up
from gevinst.spreadsheet.styles import Styles, letters, number_format

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MONTH_NAMES = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"]
LABEL_WIDTHS = ((28, 44), (8, 14), (9, 16), (8, 24))
"""Least and most of the columns of record, group, municipality and unit, in letters."""

FIXED_WIDTH = 11
PERIOD_WIDTH = {True: 9.5, False: 11}
"""Least, of a month and of a year: a longer number gets a wider column, not a row of ####."""


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
    labels = label_widths(sheet)
    across = [period_width(sheet)] * len(periods)
    set_up(page, (*labels, *across), frozen=(HEADER_ROW + 1, FIRST_PERIOD), heading=HEADER_ROW)
    page.repeat_columns(0, FIXED)
    if sheet.months:
        print_heading_only(page, HEADER_ROW - 1, FIRST_PERIOD + MONTHS_IN_YEAR, styles)
    page.ignore_errors({"formula_differs": "A1:XFD1048576"})
    _print(sheet, page, labels, across)


def label_widths(sheet: Sheet) -> list[float]:
    """Widths of the columns before the periods: as wide as the texts in them, within reason."""
    rows = [row for _, block in sheet.blocks for row in block.rows]
    texts = [
        [text for row in rows for text in (getattr(row, name),)]
        for name in ("record", "group", "municipality", "unit")
    ]
    widest = [max(map(len, column), default=0) + 2 for column in texts]
    within = zip(widest, LABEL_WIDTHS, strict=True)
    return [*(min(max(wide, least), most) for wide, (least, most) in within), FIXED_WIDTH]


def period_width(sheet: Sheet) -> float:
    """Width of the columns of months or years: no number in them is longer."""
    longest = max(
        (
            letters(value, number_format(row.unit, block.kind))
            for _, block in sheet.blocks
            if block.period != "fixed"
            for row in block.rows
            for value in row.values
        ),
        default=0,
    )
    return max(PERIOD_WIDTH[sheet.months], longest + 1)


def _print(sheet: Sheet, page: Worksheet, labels: list[float], across: list[float]) -> None:
    """A year of months, or all years, across a page; blocks are kept together."""
    year = across[:MONTHS_IN_YEAR] if sheet.months else across
    starts = range(MONTHS_IN_YEAR, len(across), MONTHS_IN_YEAR) if sheet.months else ()
    break_pages(
        page, scale_for([*labels, *year]),
        [(first, len(block.rows) + 2) for first, block in sheet.blocks],
        [FIRST_PERIOD + start for start in starts],
    )  # fmt: skip


def _write_row(page: Worksheet, name: str, at: int, block: Block, row: Row, styles: Styles) -> int:
    texts = (row.record, row.group, row.municipality, row.unit)
    for column, text in enumerate(texts):
        if text:
            page.write_string(
                at, column, text, styles("unit" if column == placing.UNIT else "text")
            )
    if row.same_as is not None:
        _write_link(page, at, row.same_as, row.copies, styles)
    digits = number_format(row.unit, block.kind)
    formulas = 0
    if row.opening is not None:
        formulas += write_node(page, name, at, FIXED, *row.opening, digits, styles)
    column = FIXED if block.period == "fixed" else FIRST_PERIOD
    for node, value in zip(row.nodes, row.values, strict=True):
        formulas += write_node(page, name, at, column, node, value, digits, styles)
        column += 1
    return formulas


def _write_link(page: Worksheet, at: int, there: Place, copies: int, styles: Styles) -> None:
    """Say where the numbers of a row stand, and lead there."""
    text = wording.same_as(there.sheet, there.row + 1, there.row + copies)
    target = address(there, "")
    page.write_url(at, FIRST_PERIOD, f"internal:{target}", styles("link"), text)


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
