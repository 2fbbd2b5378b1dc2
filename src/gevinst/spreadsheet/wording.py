"""What the workbook calls things: sheets, records, units and rules, in Norwegian."""

from __future__ import annotations

from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import Key
from gevinst.display import unit_words
from gevinst.explaining.names import Namer
from gevinst.explaining.rule_names import RULES
from gevinst.results.wording import actor_label

STAGES = {
    "patients": "Pasienter",
    "work": "Arbeid",
    "staffing": "Bemanning",
    "costs": "Kostnader",
    "price": "Pris",
    "benefits": "Gevinster",
    "actors": "Aktører",
    "economics": "Nåverdi",
}
"""Stage of the model -> its sheet."""

ABOUT = {
    "patients": "Fra innbyggere til aktive pasienter: hvem som er aktuelle, hvem som blir med,"
    " og hvem som slutter.",
    "work": "Fra pasienter til arbeidstimer i oppfølgingssenteret, oppgave for oppgave.",
    "staffing": "Fra arbeidstimer til årsverk: det største av arbeidsmengde, svarfrist og"
    " grunnbemanning, rundet opp til hele steg.",
    "costs": "Hva tjenesten koster, linje for linje, og hva andre bidrar med.",
    "price": "Hvordan kostnaden fordeles mellom kommunene.",
    "benefits": "Hva som endrer seg hos pasientene, og hva det er verdt.",
    "actors": "Hvem som får gevinstene, hvem som betaler, og hva hver sitter igjen med.",
    "economics": "Hva gevinster, betalinger og bidrag i alle årene er verdt nå.",
}

MONTHS = "Måned"
"""Word after the stage in the name of a sheet with months."""

_STAGE_OF_FIGURE = {
    "active_patients_year": "patients",
    "active_patients_total": "patients",
    "patient_time_municipality": "patients",
    "patient_time_total": "patients",
    "inhabitants_year": "patients",
    "staffed_time": "staffing",
    "staffed_time_year": "staffing",
    "staffed_time_total": "staffing",
    "patients_per_fte": "staffing",
    "cost_per_patient_time": "costs",
    "patient_time_year": "patients",
}

YEAR_OF_KIND = {
    "flow": "sum i året",
    "capacity": "gjennomsnitt i året",
    "indicator": "andel av året",
}
YEAR_END = "desember"

REST = "Alle andre kostnader"
ALL_PLACES = "Alle kommuner"
ALL_MONTHS = "likt i alle måneder"
_SAME = "Samme tall som"


def stage_of(name: str) -> str:
    """Stage in whose sheet a quantity stands."""
    entry = CATALOGUE[name]
    if entry.stage == "key_figures":
        return _STAGE_OF_FIGURE.get(name, "price")
    return _STAGE_OF_FIGURE.get(name, entry.stage)


def rule(formula: str) -> str:
    """Which of several rules a formula is; empty where there is one alone."""
    return RULES[formula].nb if formula in RULES else ""


def record_name(name: str, record: str, namer: Namer) -> str:
    """Name of a record for people: role, task, line, key, actor and class of gain, and so on."""
    kind = CATALOGUE[name].records
    if kind == "pool" and not record:
        return REST if namer.results.inputs.pools else ""
    if kind == "actor" and ":" not in record:
        return actor_label(record, namer.results, "nb") if record else ""
    return ", ".join(words.nb for words in namer.record(kind, record))


def unit_of(key: Key, namer: Namer) -> str:
    """Unit of a quantity in words; empty for a plain number."""
    return words_of(namer.unit(key))


_TOGETHER = {
    "patient*year": "pasientår",
    "FTE*year": "årsverk",
    "inhabitant*year": "innbyggerår",
    "NOK/patient/year": "kr/pasientår",
}


def words_of(unit: str) -> str:
    """A unit in words."""
    if unit in _TOGETHER:
        return _TOGETHER[unit]
    return unit_words(unit).replace("**", "^") if unit != "1" else ""


COLUMNS = ("Post", "Gruppe", "Kommune", "Enhet", "Fast / start")
COMMAND = "gevinst workbook PROSJEKT -o ARBEIDSBOK.xlsx"
"""What makes a workbook, and the numbers in it that no formula stands behind."""
_LIVE = "Tallene er formler. Endre de gule feltene på arket Inndata."


def frozen(date: str) -> str:
    """Mark of numbers that stand as they were: when they were made, and by which command."""
    return f"Regnet ut {date} av «{COMMAND}»: endres ikke når inndata endres."


def about_sheet(about: str, *, months: bool) -> str:
    """What a sheet of a stage shows."""
    when = "Måned for måned. " if months else ""
    return f"{about} {when}{_LIVE}"


ABOUT_FIGURES = "Svarene: det viktigste år for år, med en setning om hvert tall, og diagrammer."
ABOUT_INPUTS = "Her fyller du ut: alle opplysninger, med enhet, hjelp, kilde og område."
ABOUT_ASSUMPTIONS = "Alt beregningen bygger på, med kilde og dato; antakelser for seg."
ABOUT_CONTROL = "Summene går opp, og arbeidsboken regner det samme som Python."
ABOUT_PROJECT = "Hele prosjektfilen, felt for felt: det gevinst leser når arbeidsboken åpnes der."
ABOUT_COUNTING = "Antallene som formlene for svarfrist og utstyr i reserve teller over."


def same_as(sheet: str, first: int, last: int) -> str:
    """Where the numbers of rows stand already; rows as a spreadsheet counts them."""
    rows = f"rad {first}" if first == last else f"radene {first}–{last}"
    return f"{_SAME} {rows} i {sheet}"


def about_months(stage: str) -> str:
    """What a sheet of months shows."""
    return f"{STAGES[stage]}, måned for måned."
