"""How every sheet is set up: widths, what stays in view, how it prints on A4, and its lock.

A sheet whose pages break at chosen places prints at a scale of its own: spreadsheet programs pass
over breaks where they fit a sheet to pages themselves.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gevinst.spreadsheet.styles import LINE_HEIGHT, Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A4 = 9
TITLE_HEIGHT = 28
FOOTER = "&L&A&RSide &P av &N"
MARGIN = 0.4
FOOT_MARGIN = 0.6
"""Inches, as the file format has them."""

LEAST_SCALE, FULL_SCALE = 60, 100
"""Per cent; smaller print is not read."""

NOT_PRINTED = (
    "På papir kommer bare disse linjene. Vil du skrive ut resten, fjern utskriftsområdet"
    " (Sideoppsett)."
)

_DOTS = 96
_PAGE_WIDTH = (11.69 - 2 * MARGIN) * _DOTS
_PAGE_HEIGHT = (8.27 - MARGIN - FOOT_MARGIN) * _DOTS
_SPARE = 0.97

_MOSTLY_FULL = 0.7
"""Part of a page after which a block that no page holds starts on the next one."""

_DOTS_PER_LETTER, _DOTS_PER_COLUMN, _DOTS_PER_ROW = 7.5, 5, 19
"""Of a letter 7 in Excel and 7.4 in LibreOffice."""


def set_up(
    page: Worksheet,
    widths: Sequence[float],
    *,
    frozen: tuple[int, int] = (0, 0),
    heading: int | None = None,
    portrait: bool = False,
    objects: bool = False,
) -> None:
    """Set widths, panes, paper, footer and lock of a sheet, all of it one page wide.

    Parameters
    ----------
    widths : sequence of float
        Of the columns from the first, in letters.
    frozen : tuple of int
        Rows and columns that stay in view.
    heading : int or None
        Row that is printed on top of every page.
    objects : bool
        Whether charts may be moved.
    """
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.set_default_row(LINE_HEIGHT)
    page.set_row(0, TITLE_HEIGHT)
    if any(frozen):
        page.freeze_panes(*frozen)
    page.set_paper(A4)
    page.set_margins(left=MARGIN, right=MARGIN, top=MARGIN, bottom=FOOT_MARGIN)
    page.set_footer(FOOTER)
    if portrait:
        page.set_portrait()
    else:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    if heading is not None:
        page.repeat_rows(heading)
    allowed = {"format_columns": True, "format_rows": True, "objects": objects}
    page.protect("", allowed)


def print_heading_only(page: Worksheet, row: int, columns: int, styles: Styles) -> None:
    """Print no more of a long sheet than its first lines, and say so on `row`, the last of them.

    Nobody reads hundreds of pages of months; who wants them on paper takes the print area away.
    """
    page.write_string(row, 0, NOT_PRINTED, styles("about"))
    page.print_area(0, 0, row, columns - 1)


def scale_for(widths: Sequence[float]) -> int:
    """Scale in per cent at which columns fit across a page, no less than people can read."""
    dots = sum(_DOTS_PER_LETTER * width + _DOTS_PER_COLUMN for width in widths)
    scale = math.floor(FULL_SCALE * _SPARE * _PAGE_WIDTH / dots)
    return min(max(scale, LEAST_SCALE), FULL_SCALE)


def break_pages(
    page: Worksheet,
    scale: int,
    blocks: Sequence[tuple[int, int]],
    columns: Sequence[int] = (),
) -> None:
    """Print at a scale, and break pages between blocks and before columns.

    Parameters
    ----------
    blocks : sequence of tuple of int
        First row of each block, and its number of rows with the empty one after it.
    columns : sequence of int
        Columns that start a page.
    """
    page.set_print_scale(scale)
    page.set_h_pagebreaks(row_breaks(scale, blocks))
    if columns:
        page.set_v_pagebreaks(list(columns))


def row_breaks(scale: int, blocks: Sequence[tuple[int, int]]) -> list[int]:
    """Rows that start a page: whole blocks as long as they fit; longer ones go on.

    A page after the first has one row above its blocks, the heading that is repeated.
    """
    fits = math.floor(_SPARE * _PAGE_HEIGHT * FULL_SCALE / scale / _DOTS_PER_ROW)
    breaks: list[int] = []
    top = blocks[0][0]
    used = top + 1  # the title is as high as two rows
    for first, rows in blocks:
        whole = rows < fits
        if first > top and used + rows - 1 > fits and (whole or used > _MOSTLY_FULL * fits):
            breaks.append(first)
            used = 1
        used += rows
        if used - 1 > fits:  # the last row is empty
            used = 1 + (used - 1) % (fits - 1)
    return breaks
