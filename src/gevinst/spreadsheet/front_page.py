"""The front page: what this is, how to use it, what the colours mean, and where things stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import gevinst
from gevinst.display import format_date
from gevinst.results import Results
from gevinst.spreadsheet.printing import set_up
from gevinst.spreadsheet.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NAME = "Forside"
WIDTHS = (26, 96)

ABOUT = (
    "Denne arbeidsboken er hele beregningen: pasienter, arbeid, bemanning, kostnad, pris og"
    " gevinster. Hvert tall er en levende formel, laget av de samme formlene som gevinst regner"
    " med, og hvert tall kan følges tilbake til inndata."
)
STEPS = (
    "Gå til arket Inndata og endre de gule feltene. Velg et felt for å se hva det betyr.",
    "Alt regnes ut på nytt med en gang. Se svarene på arket Innsikt og nøkkeltall.",
    "Vil du vite hvor et tall kommer fra, velg feltet: formelen viser til tallene det er laget av.",
    "Arket Kontroll viser at summene går opp, og hva som er endret siden filen ble laget.",
    "Arkene er låst uten passord, så ingen formel endres ved et uhell.",
    "Skal noe på papir: skriv ut det arket du trenger. Innsikt og nøkkeltall forteller det meste.",
)
FORM_STEPS = (
    "Gå til arket Inndata og fyll ut de gule feltene. Kolonnen Status sier hva som mangler.",
    "Kommuner, pasientgrupper og priser som ikke er i bruk, står tomme. De regnes ikke med.",
    "Når ingenting mangler, står prisene på arket Innsikt og nøkkeltall, og på arket Pris.",
    "Vil du vite hvor et tall kommer fra, velg feltet: formelen viser til tallene det er laget av.",
    "Arket Kontroll viser at summene går opp. Arkene er låst uten passord.",
)
"""How a template is used."""

COLOURS = (
    ("yellow", "Gult: fyll ut."),
    ("number", "Hvitt: formel."),
    ("stated", "Grått: parameter, definisjon eller kalender."),
    ("value", "Rosa: regnet ut av gevinst da filen ble laget; endres ikke når inndata endres."),
)


def write_front(
    page: Worksheet, results: Results, sheets: Sequence[tuple[str, str]], styles: Styles,
    *, is_form: bool = False,
) -> None:  # fmt: skip
    """Write the front page; `sheets` are the others with a line on each.

    A form is not filled in yet: it has no checksum.
    """
    page.hide_gridlines(2)
    page.write_string(0, 0, results.title, styles("title"))
    page.write_string(1, 0, results.notice, styles("about"))
    page.merge_range(3, 0, 3, 1, "", styles("wrapped"))
    page.write_string(3, 0, ABOUT, styles("wrapped"))
    page.set_row(3, 48)
    steps = FORM_STEPS if is_form else STEPS
    at = _list(
        page, 5, "Slik bruker du den", [(f"{i}.", t) for i, t in enumerate(steps, 1)], styles
    )
    at = _colours(page, at + 1, styles)
    at = _contents(page, at + 1, sheets, styles)
    command = "gevinst template" if is_form else "gevinst workbook"
    facts = [
        (
            "Malens dato" if is_form else "Prosjektets dato",
            format_date(results.date),
        ),
        ("Prisår", f"Alle beløp er faste {results.price_year}-kroner."),
        ("Laget av", f"gevinst {gevinst.__version__}, med kommandoen: {command}"),
    ]
    if not is_form:
        facts.append(("Prosjektets sjekksum", results.checksum))
    _list(page, at + 1, "Om filen", facts, styles)
    set_up(page, WIDTHS, portrait=True)
    page.fit_to_pages(1, 1)


def _list(
    page: Worksheet, at: int, title: str, rows: Sequence[tuple[str, str]], styles: Styles
) -> int:
    page.write_string(at, 0, title, styles("heading"))
    for label, text in rows:
        at += 1
        page.write_string(at, 0, label, styles("text"))
        page.write_string(at, 1, text, styles("wrapped"))
    return at + 1


def _colours(page: Worksheet, at: int, styles: Styles) -> int:
    page.write_string(at, 0, "Farger", styles("heading"))
    for look, text in COLOURS:
        at += 1
        page.write_blank(at, 0, None, styles(look))
        page.write_string(at, 1, text, styles("text"))
    return at + 1


def _contents(page: Worksheet, at: int, sheets: Sequence[tuple[str, str]], styles: Styles) -> int:
    page.write_string(at, 0, "Arkene", styles("heading"))
    for name, about in sheets:
        at += 1
        page.write_url(at, 0, f"internal:'{name}'!A1", styles("link"), name)
        page.write_string(at, 1, about, styles("wrapped"))
    return at + 1
