"""The page of key figures: what a decision-maker asks for, a sentence on each, and charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gevinst.axes import Frame
from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import Key
from gevinst.core.model import CASH, MUNICIPALITY_ACTOR, actor_record, other_actors
from gevinst.explaining.names import Namer
from gevinst.spreadsheet import wording
from gevinst.spreadsheet.cell_run import CellLedger
from gevinst.spreadsheet.formula_text import column_name, quoted
from gevinst.spreadsheet.input_cells import ascii_name
from gevinst.spreadsheet.stage_sheets import write_node
from gevinst.spreadsheet.styles import Styles, number_format

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Innsikt og nøkkeltall"
LABEL, UNIT, FIRST_YEAR = 0, 1, 2
WIDTHS = (46, 24)
YEAR_WIDTH = 13
CHART_ROWS, CHART_WIDTH, CHART_HEIGHT = 18, 620, 340

SERVICE = {
    "active_patients_total": "Så mange følges opp når året er slutt.",
    "patient_time_total": "Ett pasientår er én pasient fulgt i tolv måneder.",
    "staffed_time_total": "Årsverk i oppfølgingssenteret, i snitt over året.",
    "patients_per_fte": "Så mange pasienter følger ett årsverk: lavt når grunnbemanningen avgjør.",
    "total_cost_year": "Alt senteret koster, før bidrag fra andre.",
    "cost_per_patient_time": "Kostnaden delt på pasientårene: faller når flere deler de faste"
    " kostnadene.",
}
"""Key figures of the service -> what they say."""

PLACES = {
    "charge_year": "Det kommunene betaler i alt når bidrag fra andre er trukket fra.",
    "charge_per_inhabitant": "Betalingen delt på alle innbyggere i kommunen.",
    "charge_per_patient_time": "Betalingen delt på kommunens egne pasientår: høy når den har få.",
}
NET_CASH = (
    "Gevinst i penger og overføringer minus det aktøren betaler for tjenesten. Frigjort tid og"
    " kapasitet er ikke penger og står på arket Gevinster."
)


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

    def row(self, key: Key, label: str, municipality: int = 0, *, name: str = "") -> int:
        """One figure over the years, by reference; return its row."""
        cells = self.ledger.cells(key)
        unit = wording.unit_of(key, self.namer)
        digits = number_format(unit, CATALOGUE[key[0]].kind)
        self.page.write_string(self.at, LABEL, label, self.styles("text"))
        self.page.write_string(self.at, UNIT, unit, self.styles("unit"))
        for year in range(self.frame.years):
            at = (0, municipality, year if cells.shape[2] > 1 else 0, 0)
            self.formulas += write_node(
                self.page, NAME, self.at, FIRST_YEAR + year, cells.nodes[at],
                float(cells.values[at]), digits, self.styles,
            )  # fmt: skip
        if name:
            last = column_name(FIRST_YEAR + self.frame.years - 1)
            here = f"${column_name(FIRST_YEAR)}${self.at + 1}:${last}${self.at + 1}"
            self.book.define_name(name, f"={quoted(NAME)}!{here}")
        self.at += 1
        return self.at - 1


def write_key_figures(
    book: Workbook, page: Worksheet, ledger: CellLedger, namer: Namer, styles: Styles
) -> int:
    """Write the page; return the number of its formulas."""
    figures = Figures(book, page, ledger, namer, styles)
    _frame(figures)
    figures.heading("Tjenesten")
    rows = {}
    for name, about in SERVICE.items():
        rows[name] = figures.row((name, ""), CATALOGUE[name].nb, name=f"resultat.{name}")
        figures.sentence(about)
    figures.at += 1
    by_place = {}
    for name, about in PLACES.items():
        figures.heading(CATALOGUE[name].nb, about)
        by_place[name] = _places(figures, (name, ""), name)
        figures.at += 1
    figures.heading("Netto i penger", NET_CASH)
    record = actor_record(MUNICIPALITY_ACTOR, CASH)
    _places(figures, ("municipality_net_cash", record), "municipality_net_cash")
    for actor in other_actors(namer.results.inputs):
        key = ("actor_net_cash", actor_record(actor, CASH))
        label = wording.record_name("actor_net_cash", actor, namer)
        figures.row(key, label, name=f"resultat.actor_net_cash.{ascii_name(actor)}")
    figures.at += 1
    _charts(figures, rows, by_place["charge_year"])
    return figures.formulas


def _places(figures: Figures, key: Key, name: str) -> tuple[int, int]:
    """A row for each municipality; return the first and the last row."""
    first = figures.at
    for m, municipality in enumerate(figures.frame.municipalities):
        code = figures.namer.results.names.codes[m]
        figures.row(key, municipality, m, name=f"resultat.{name}.{ascii_name(code)}")
    return first, figures.at - 1


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
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)
    page.set_column(FIRST_YEAR, FIRST_YEAR + results.frame.years - 1, YEAR_WIDTH)
    page.set_row(0, 28)
    page.freeze_panes(0, FIRST_YEAR)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&RSide &P av &N")
    page.protect("", {"format_columns": True, "objects": True})


def _charts(figures: Figures, rows: dict[str, int], charges: tuple[int, int]) -> None:
    """Native charts below the tables, each with a text for those who cannot see it."""
    wanted = (
        ("line", "Aktive pasienter ved årets slutt", [rows["active_patients_total"]], "pasienter"),
        ("column", "Årsverk i året", [rows["staffed_time_total"]], "årsverk"),
        ("column", "Samlet kostnad", [rows["total_cost_year"]], "kr"),
        ("stacked", "Betaling etter kommune", list(range(charges[0], charges[1] + 1)), "kr"),
    )
    figures.page.set_h_pagebreaks([figures.at])
    for i, (kind, title, at, unit) in enumerate(wanted):
        down, across = divmod(i, 2)
        place = (figures.at + down * CHART_ROWS, LABEL if across == 0 else FIRST_YEAR + 3)
        _chart(figures, kind, title, at, unit, place)


def _chart(
    figures: Figures, kind: str, title: str, rows: list[int], unit: str, place: tuple[int, int]
) -> None:
    options = {"type": "column", "subtype": "stacked"} if kind == "stacked" else {"type": kind}
    chart = figures.book.add_chart(options)
    last = FIRST_YEAR + figures.frame.years - 1
    for row in rows:
        chart.add_series(
            {
                "name": [NAME, row, LABEL],
                "categories": [NAME, 5, FIRST_YEAR, 5, last],
                "values": [NAME, row, FIRST_YEAR, row, last],
            }
        )
    chart.set_title({"name": title, "name_font": {"size": 12}})
    digits = "#,##0.0" if unit == "årsverk" else "#,##0"
    chart.set_y_axis({"name": unit, "num_format": digits, "min": 0 if kind != "stacked" else None})
    if len(rows) == 1:
        chart.set_legend({"none": True})
    else:
        chart.set_legend({"position": "bottom"})
    chart.set_size({"width": CHART_WIDTH, "height": CHART_HEIGHT})
    years = figures.frame.year_labels
    about = f"Diagram: {title}, i {unit}, for hvert år fra {years[0]} til {years[-1]}."
    text = f"{about} Tallene står i tabellen over."
    figures.page.insert_chart(*place, chart, {"description": text})
