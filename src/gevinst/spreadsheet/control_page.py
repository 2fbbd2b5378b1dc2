"""The page of control: Python's value beside the workbook's, and sums that have to agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from gevinst.axes import MUNICIPALITY, Array, per_year, total_over
from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import Key
from gevinst.core.model import CASH, MUNICIPALITY_ACTOR, TRANSFER, actor_record, other_actors
from gevinst.core.pricing import SURPLUS
from gevinst.explaining.names import Namer
from gevinst.spreadsheet import wording
from gevinst.spreadsheet.cell_run import CellLedger
from gevinst.spreadsheet.cells import Cells
from gevinst.spreadsheet.formula_text import address, quoted
from gevinst.spreadsheet.inputs_page import FILLED_IN, FILLED_IN_FIRST
from gevinst.spreadsheet.nodes import Node, Place
from gevinst.spreadsheet.stage_sheets import write_node
from gevinst.spreadsheet.styles import Styles, number_format

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Kontroll"
LABEL, ABOUT, YEAR, FIRST, SECOND, APART, VERDICT = range(7)
WIDTHS = (52, 54, 9, 20, 20, 14, 12)
TOLERANCE, TOLERANCE_NAME = 1e-9, "kontroll.toleranse"
FIRST_ROW = 9

ABOUT_PYTHON = (
    "Python-verdiene gjelder inndata slik de var da filen ble laget. Endrer du et gult felt, skal"
    " arbeidsboken avvike fra dem."
)
ABOUT_CHECKS = "Kontrollene av summer skal alltid stemme, også når du endrer gule felt."
COMPARED = (
    "active_patients_total", "patient_time_total", "staffed_time_total", "total_cost_year",
    "charge_year",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Two sums that have to agree, by year."""

    label: str
    about: str
    one: Cells
    other: Cells


def compared_outputs(ledger: CellLedger) -> list[Key]:
    """Key outputs whose value is compared."""
    x = ledger.source
    net = [("municipality_net_cash", actor_record(MUNICIPALITY_ACTOR, CASH))]
    net.extend(("actor_net_cash", actor_record(actor, CASH)) for actor in other_actors(x))
    return [*((name, "") for name in COMPARED), *net]


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
    *, compared: bool = True,
) -> int:  # fmt: skip
    """Write the page; return the number of its formulas.

    Without `compared` there is no run on numbers to compare with: nothing is filled in yet.
    """
    _frame(book, page, styles, compared=compared)
    at, formulas = FIRST_ROW, 0
    at = _heading(page, at, "Kontroller som alltid skal stemme", ("Den ene", "Den andre"), styles)
    frame = namer.results.frame
    for check in checks(ledger):
        for year, label in enumerate(frame.year_labels):
            _texts(page, at, check.label, check.about, label, styles)
            formulas += _summed(page, at, FIRST, check.one, year, styles)
            formulas += _summed(page, at, SECOND, check.other, year, styles)
            one, other = (float(c.values[0, 0, year, 0]) for c in (check.one, check.other))
            formulas += _verdict(page, at, one, other, "AVVIK", styles)
            at += 1
    if not compared:
        _summary(page, at, styles, compared=compared)
        return formulas + 1
    at = _heading(page, at + 1, "Python mot arbeidsboken", ("Python", "Arbeidsboken"), styles)
    for key in compared_outputs(ledger):
        cells = ledger.cells(key)
        unit = wording.unit_of(key, namer)
        digits = number_format(unit, CATALOGUE[key[0]].kind)
        for m in range(cells.shape[MUNICIPALITY]):
            about = _about(key, m, cells, namer)
            for year, label in enumerate(frame.year_labels):
                value = float(cells.values[0, m, year, 0])
                _texts(page, at, CATALOGUE[key[0]].nb, about, label, styles)
                page.write_number(at, FIRST, value, styles("value", digits))
                formulas += write_node(
                    page, NAME, at, SECOND, cells.nodes[0, m, year, 0], value, digits, styles
                )
                formulas += _verdict(page, at, value, value, "endret", styles)
                at += 1
    _summary(page, at, styles, compared=compared)
    return formulas + 2


def _about(key: Key, municipality: int, cells: Cells, namer: Namer) -> str:
    if cells.shape[MUNICIPALITY] > 1 or "municipality" in CATALOGUE[key[0]].axes:
        return namer.results.frame.municipalities[municipality]
    return wording.record_name(key[0], key[1], namer)


def _frame(book: Workbook, page: Worksheet, styles: Styles, *, compared: bool) -> None:
    page.write_string(0, 0, NAME, styles("title"))
    if compared:
        page.write_string(1, 0, ABOUT_PYTHON, styles("about"))
    page.write_string(2, 0, ABOUT_CHECKS, styles("about"))
    page.write_string(4, 0, "Største avvik som regnes som likt, del av tallet", styles("text"))
    page.write_number(4, FIRST, TOLERANCE, styles("stated", "0.0E+00"))
    book.define_name(TOLERANCE_NAME, f"={quoted(NAME)}!$D$5")
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)
    page.freeze_panes(8, 1)
    page.set_row(0, 28)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&RSide &P av &N")
    page.protect("", {"format_columns": True})


def _heading(page: Worksheet, at: int, title: str, sides: tuple[str, str], styles: Styles) -> int:
    for column, text in enumerate((title, "Gjelder", "År", *sides, "Avvik", "Vurdering")):
        page.write_string(at, column, text, styles("column"))
    return at + 1


def _texts(page: Worksheet, at: int, label: str, about: str, year: int, styles: Styles) -> None:
    page.write_string(at, LABEL, label, styles("text"))
    page.write_string(at, ABOUT, about, styles("unit"))
    page.write_number(at, YEAR, year, styles("text", "0"))


def _summed(page: Worksheet, at: int, column: int, cells: Cells, year: int, styles: Styles) -> int:
    """One side of a check: a sum that has no cell of its own elsewhere."""
    node: Node = cells.nodes[0, 0, year, 0]
    if node.place is None and not node.name and node.op != "number":
        node.place = Place(NAME, at, column, fixed=False)
    value = float(cells.values[0, 0, year, 0])
    return write_node(page, NAME, at, column, node, value, "#,##0.00", styles)


def _verdict(
    page: Worksheet, at: int, one: float, other: float, otherwise: str, styles: Styles
) -> int:
    """Difference, and whether it is none: relative to the larger, at least one."""
    first, second, apart = (
        address(Place(NAME, at, column, fixed=False), NAME) for column in (FIRST, SECOND, APART)
    )
    page.write_formula(at, APART, f"={second}-{first}", styles("number", "0.0E+00"), other - one)
    same = f"ABS({apart})<={TOLERANCE_NAME}*MAX(1,ABS({first}),ABS({second}))"
    holds = abs(other - one) <= TOLERANCE * max(1.0, abs(one), abs(other))
    page.write_formula(
        at, VERDICT, f'=IF({same},"OK","{otherwise}")', styles("text"), "OK" if holds else otherwise
    )
    return 2


def _summary(page: Worksheet, end: int, styles: Styles, *, compared: bool) -> None:
    """How many checks fail, and how many inputs are changed, on top."""
    page.write_string(5, 0, "Kontroller som ikke stemmer", styles("text"))
    page.write_formula(
        5, FIRST, f'=COUNTIF(G{FIRST_ROW + 1}:G{end},"AVVIK")', styles("good", "0"), 0
    )
    if not compared:
        return
    page.write_string(6, 0, "Gule felt som er endret siden filen ble laget", styles("text"))
    page.write_formula(
        6, FIRST, f"=SUMPRODUCT(--({FILLED_IN}<>{FILLED_IN_FIRST}))", styles("good", "0"), 0
    )
