"""The page of key figures: what a decision-maker asks for, a sentence on each, and charts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from gevinst.axes import Frame
from gevinst.catalogue import CATALOGUE
from gevinst.explaining.names import Namer
from gevinst.spreadsheet import wording
from gevinst.spreadsheet.cell_run import CellLedger
from gevinst.spreadsheet.cells import Cells
from gevinst.spreadsheet.charts import write_charts
from gevinst.spreadsheet.formula_text import column_name, quoted
from gevinst.spreadsheet.key_outputs import Output, key_outputs
from gevinst.spreadsheet.nodes import Node, Place
from gevinst.spreadsheet.printing import break_pages, scale_for, set_up
from gevinst.spreadsheet.stage_sheets import write_node
from gevinst.spreadsheet.styles import Styles, number_format

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Innsikt og nøkkeltall"
LABEL, UNIT, FIRST_YEAR = 0, 1, 2
WIDTHS = (50, 16)
YEAR_WIDTH = 11


@dataclass(slots=True)
class Figures:
    """The page as it grows downwards."""

    book: Workbook
    page: Worksheet
    ledger: CellLedger
    namer: Namer
    styles: Styles
    at: int = 5
    formulas: int = 0
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def frame(self) -> Frame:
        """Labels of the axes."""
        return self.namer.results.frame

    def heading(self, title: str, about: str = "") -> None:
        """A heading with the years beside it, and a sentence below."""
        self.page.write_string(self.at, LABEL, title, self.styles("column"))
        self.page.write_string(self.at, UNIT, "Enhet", self.styles("column"))
        for i, year in enumerate(self.frame.year_labels):
            self.page.write_number(self.at, FIRST_YEAR + i, year, self.styles("number_column", "0"))
        self.at += 1
        if about:
            self.sentence(about)

    def sentence(self, text: str) -> None:
        """A sentence across the page."""
        self.page.write_string(self.at, LABEL, text, self.styles("about"))
        self.at += 1

    def row(self, output: Output) -> None:
        """One figure over the years, by reference, and its name."""
        cells = cast(Cells, output.of(self.ledger))
        unit = wording.unit_of(output.key, self.namer)
        digits = number_format(unit, CATALOGUE[output.key[0]].kind)
        self.page.write_string(self.at, LABEL, output.label, self.styles("text"))
        self.page.write_string(self.at, UNIT, unit, self.styles("unit"))
        for year in range(self.frame.years):
            self._number(cells, (0, output.at, year, 0), FIRST_YEAR + year, digits)
        last = column_name(FIRST_YEAR + self.frame.years - 1)
        here = f"${column_name(FIRST_YEAR)}${self.at + 1}:${last}${self.at + 1}"
        self.book.define_name(output.name, f"={quoted(NAME)}!{here}")
        self.rows[output.name] = self.at
        self.at += 1

    def _number(
        self, cells: Cells, at: tuple[int, int, int, int], column: int, digits: str
    ) -> None:
        node: Node = cells.nodes[at]
        if node.place is None and not node.name and node.op != "number":
            node.place = Place(NAME, self.at, column, fixed=False)
        value = float(cells.values[at])
        self.formulas += write_node(
            self.page, NAME, self.at, column, node, value, digits, self.styles
        )


def write_key_figures(
    book: Workbook, page: Worksheet, ledger: CellLedger, namer: Namer, styles: Styles
) -> int:
    """Write the page; return the number of its formulas."""
    figures = Figures(book, page, ledger, namer, styles)
    _frame(figures)
    starts = []
    for section in key_outputs(ledger, namer):
        first = figures.at
        figures.heading(section.title, section.about)
        for output in section.outputs:
            figures.row(output)
            if output.sentence:
                figures.sentence(output.sentence)
        figures.at += 1
        starts.append((first, figures.at - first))
    charts_at = figures.at
    rows = write_charts(figures, key_outputs(ledger, namer))
    widths = _widths(figures.frame)
    break_pages(page, scale_for(widths), [*starts, (charts_at, rows)])
    return figures.formulas


def _widths(frame: Frame) -> list[float]:
    return [*WIDTHS, *([YEAR_WIDTH] * frame.years)]


def _frame(figures: Figures) -> None:
    page, styles = figures.page, figures.styles
    results = figures.namer.results
    page.write_string(0, 0, NAME, styles("title"))
    page.write_string(1, 0, results.title, styles("heading"))
    page.write_string(2, 0, results.notice, styles("about"))
    page.write_string(
        3, 0, f"Alle beløp er faste {results.price_year}-kroner. Tallene følger de gule feltene.",
        styles("about"),
    )  # fmt: skip
    set_up(page, _widths(results.frame), frozen=(0, FIRST_YEAR), objects=True)
