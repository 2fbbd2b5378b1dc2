"""The page of control: Python's value beside the workbook's, and sums that have to agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import numpy as np

from gevinst.axes import MUNICIPALITY, Array, per_year, total_over
from gevinst.catalogue import CATALOGUE
from gevinst.core.model import MUNICIPALITY_ACTOR, TRANSFER, actor_record, other_actors
from gevinst.core.pricing import SURPLUS
from gevinst.explaining.names import Namer
from gevinst.spreadsheet import wording
from gevinst.spreadsheet.cell_run import CellLedger
from gevinst.spreadsheet.cells import Cells
from gevinst.spreadsheet.formula_text import column_name, quoted
from gevinst.spreadsheet.inputs_page import (
    COUNTS,
    COUNTS_FIRST,
    FILLED_IN,
    FILLED_IN_FIRST,
    FOLLOWS,
)
from gevinst.spreadsheet.key_outputs import Output, key_outputs
from gevinst.spreadsheet.nodes import Node, Place
from gevinst.spreadsheet.printing import break_pages, scale_for, set_up
from gevinst.spreadsheet.stage_sheets import write_node
from gevinst.spreadsheet.styles import Styles, number_format

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Kontroll"
LABEL, SIDE, VERDICT, FIRST = range(4)
WIDTHS = (50, 14, 11)
YEAR_WIDTH = 11
TOLERANCE, TOLERANCE_NAME = 1e-9, "kontroll.toleranse"
FIRST_ROW = 9
LINES = 3
"""Of one comparison: one side, the other, and the difference."""

CHANGED = f'=SUMPRODUCT(({FILLED_IN}<>{FILLED_IN_FIRST})*({FILLED_IN_FIRST}<>"{FOLLOWS}"))'
"""Yellow cells that are changed; formulas of what was counted follow them."""

ABOUT_INTERVALS = "Endrede målte tall: spennene følger ikke før filen lages på nytt"
APART_FORMAT = "0.0E+00;-0.0E+00;0"
ABOUT_PYTHON = (
    "Python-verdiene gjelder inndata slik de var da filen ble laget. Endrer du et gult felt, skal"
    " arbeidsboken avvike fra dem."
)
ABOUT_CHECKS = "Kontrollene av summer skal alltid stemme, også når du endrer gule felt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Two sums that have to agree, by year."""

    label: str
    about: str
    one: Cells
    other: Cells


def checks(ledger: CellLedger) -> Iterator[Check]:
    """What has to be true in every year, also after inputs are changed."""

    def of(name: str, record: str = "") -> Array:
        return ledger[name, record]

    charges = total_over(of("charge_year"), MUNICIPALITY)
    net_cost = per_year(of("net_cost"))
    if ledger.source.balance != SURPLUS:
        yield Check(
            label="Kommunenes betaling er lik kostnaden til fordeling",
            about="sum av betalingene, og kostnaden etter bidrag",
            one=cast(Cells, charges), other=cast(Cells, net_cost),
        )  # fmt: skip
    yield Check(
        label="Bidrag og kostnad til fordeling er lik samlet kostnad",
        about="bidrag og kostnad til fordeling, og samlet kostnad",
        one=cast(Cells, per_year(of("total_funding")) + net_cost),
        other=cast(Cells, of("total_cost_year")),
    )
    received = of("municipality_gain", actor_record(MUNICIPALITY_ACTOR, TRANSFER))
    paid = net_cost * 0
    for actor in other_actors(ledger.source):
        paid = paid - of("actor_gain", actor_record(actor, TRANSFER))
    yield Check(
        label="Det kommunene får i overføringer, er det andre betaler",
        about="kommunenes overføringer, og de andres betaling",
        one=cast(Cells, total_over(received, MUNICIPALITY)),
        other=cast(Cells, paid),
    )


def write_control(
    book: Workbook, page: Worksheet, ledger: CellLedger, namer: Namer, styles: Styles,
    *, compared: bool = True, counted: bool = False,
) -> int:  # fmt: skip
    """Write the page; return the number of its formulas.

    Without `compared` there is no run on numbers to compare with: nothing is filled in yet. With
    `counted` there are counts, whose intervals do not follow them.
    """
    sheet = _Control(book, page, namer, styles)
    sheet.frame(compared=compared)
    sheet.heading("Kontroller som alltid skal stemme")
    for check in checks(ledger):
        sheet.check(check)
    end_of_checks = sheet.at
    if compared:
        sheet.at += 1
        for section in key_outputs(ledger, namer):
            sheet.heading(f"Python mot arbeidsboken: {section.title}")
            for output in section.outputs:
                sheet.compare(output, cast(Cells, output.of(ledger)))
            sheet.at += 1
    sheet.summary(end_of_checks, compared=compared)
    if counted:
        sheet.intervals()
    sheet.set_up()
    return sheet.formulas


@dataclass(slots=True)
class _Control:
    """The page as it grows downwards."""

    book: Workbook
    page: Worksheet
    namer: Namer
    styles: Styles
    at: int = FIRST_ROW
    formulas: int = 0
    blocks: list[tuple[int, int]] = field(default_factory=list)

    @property
    def years(self) -> int:
        """Length of the horizon."""
        return self.namer.results.frame.years

    def frame(self, *, compared: bool) -> None:
        """Title, what the page is about, and the tolerance."""
        page, styles = self.page, self.styles
        page.write_string(0, 0, NAME, styles("title"))
        if compared:
            page.write_string(1, 0, ABOUT_PYTHON, styles("about"))
        page.write_string(2, 0, ABOUT_CHECKS, styles("about"))
        page.write_string(4, 0, "Største avvik som regnes som likt, del av tallet", styles("text"))
        page.write_number(4, FIRST, TOLERANCE, styles("stated", "0.0E+00"))
        self.book.define_name(TOLERANCE_NAME, f"={quoted(NAME)}!${column_name(FIRST)}$5")

    def set_up(self) -> None:
        """Widths, panes and print."""
        widths = [*WIDTHS, *([YEAR_WIDTH] * self.years)]
        set_up(self.page, widths, frozen=(FIRST_ROW - 1, SIDE))
        break_pages(self.page, scale_for(widths), self.blocks)

    def heading(self, title: str) -> None:
        """Heading with the years beside it."""
        for column, text in enumerate((title, "", "Vurdering")):
            self.page.write_string(self.at, column, text, self.styles("column"))
        for i, year in enumerate(self.namer.results.frame.year_labels):
            self.page.write_number(self.at, FIRST + i, year, self.styles("number_column", "0"))
        self.blocks.append((self.at, 1 + LINES))
        self.at += 1

    def check(self, check: Check) -> None:
        """Two sums that have to agree."""
        self._texts((check.label, check.about, ""), ("Den ene", "Den andre", "Avvik"))
        for line, cells in enumerate((check.one, check.other)):
            for year in range(self.years):
                value = float(cells.values[0, 0, year, 0])
                self._node(line, year, cells.nodes[0, 0, year, 0], value, "#,##0")
        self._verdict(check.one.values[0, 0, :, 0], check.other.values[0, 0, :, 0], "AVVIK")

    def compare(self, output: Output, cells: Cells) -> None:
        """Python's numbers, the workbook's, and the difference."""
        about = output.about and f"{output.about}: "
        self._texts(
            (f"{about}{output.label}", wording.unit_of(output.key, self.namer), output.name),
            ("Python", "Arbeidsboken", "Avvik"),
        )
        unit = wording.unit_of(output.key, self.namer)
        digits = number_format(unit, CATALOGUE[output.key[0]].kind)
        for year in range(self.years):
            at = (0, output.at, year, 0)
            value = float(cells.values[at])
            look = self.styles("value", digits)
            self.page.write_number(self.at, FIRST + year, value, look)
            self._node(1, year, cells.nodes[at], value, digits)
        values = cells.values[0, output.at, :, 0]
        self._verdict(values, values, "endret")

    def _texts(self, about: tuple[str, str, str], sides: tuple[str, str, str]) -> None:
        for line, (text, side) in enumerate(zip(about, sides, strict=True)):
            look = self.styles("unit" if line else "text")
            self.page.write_string(self.at + line, LABEL, text, look)
            self.page.write_string(self.at + line, SIDE, side, self.styles("unit"))

    def _node(self, line: int, year: int, node: Node, value: float, digits: str) -> None:
        if node.place is None and not node.name and node.op != "number":
            node.place = Place(NAME, self.at + line, FIRST + year, fixed=False)
        self.formulas += write_node(
            self.page, NAME, self.at + line, FIRST + year, node, value, digits, self.styles
        )

    def _verdict(self, one: Array, other: Array, otherwise: str) -> None:
        """Differences, and whether there are none: relative to the larger, at least one."""
        first, second, apart = (
            f"{column_name(FIRST)}{row}:{column_name(FIRST + self.years - 1)}{row}"
            for row in range(self.at + 1, self.at + 1 + LINES)
        )
        look = self.styles("apart", APART_FORMAT)
        for year in range(self.years):
            letter = column_name(FIRST + year)
            text = f"={letter}{self.at + 2}-{letter}{self.at + 1}"
            value = float(other[year] - one[year])
            self.page.write_formula(self.at + LINES - 1, FIRST + year, text, look, value)
        larger = f"(1+ABS({first})+ABS({second}))"
        beyond = f"SUMPRODUCT(--(ABS({apart})>{TOLERANCE_NAME}*{larger}))"
        holds = bool(np.all(np.abs(other - one) <= TOLERANCE * (1 + np.abs(one) + np.abs(other))))
        self.page.write_formula(
            self.at, VERDICT, f'=IF({beyond}=0,"OK","{otherwise}")', self.styles("good"),
            "OK" if holds else otherwise,
        )  # fmt: skip
        self.formulas += self.years + 1
        self.blocks.append((self.at, LINES))
        self.at += LINES

    def summary(self, end: int, *, compared: bool) -> None:
        """How many checks fail, and how many inputs are changed, on top."""
        page, styles = self.page, self.styles
        letter = column_name(VERDICT)
        page.write_string(5, 0, "Kontroller som ikke stemmer", styles("text"))
        page.write_formula(
            5, FIRST, f'=COUNTIF({letter}{FIRST_ROW + 1}:{letter}{end},"AVVIK")',
            styles("good", "0"), 0,
        )  # fmt: skip
        self.formulas += 1
        if not compared:
            return
        page.write_string(6, 0, "Gule felt som er endret siden filen ble laget", styles("text"))
        page.write_formula(6, FIRST, CHANGED, styles("good", "0"), 0)
        self.formulas += 1

    def intervals(self) -> None:
        """How many counts are changed: their intervals do not follow."""
        self.page.write_string(7, 0, ABOUT_INTERVALS, self.styles("text"))
        changed = f"SUMPRODUCT(--({COUNTS}<>{COUNTS_FIRST}))"
        self.page.write_formula(7, FIRST, f"={changed}", self.styles("good", "0"), 0)
        self.formulas += 1
