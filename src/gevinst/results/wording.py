"""Tables for people: headings, names and quantities in Norwegian or English."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gevinst.catalogue import CATALOGUE
from gevinst.display import unit_words
from gevinst.errors import UnitError
from gevinst.messages.overlaps import RULES
from gevinst.results.key_names import key_names
from gevinst.results.kit_table import KITS
from gevinst.results.view_wording import VIEW_HEADINGS, VIEW_QUANTITIES, view_names

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.results.record import Results

HEADINGS = {
    "municipality": {"nb": "Kommune", "en": "Municipality"},
    "group": {"nb": "Pasientgruppe", "en": "Patient group"},
    "line": {"nb": "Linje", "en": "Line"},
    "role": {"nb": "Rolle", "en": "Role"},
    "pool": {"nb": "Kostnadspakke", "en": "Pool"},
    "key": {"nb": "Nøkkel", "en": "Key"},
    "text": {"nb": "Merknad", "en": "Remark"},
    "task": {"nb": "Oppgave", "en": "Task"},
    "binding": {"nb": "Avgjøres av", "en": "Decided by"},
    "weekday": {"nb": "Ukedag", "en": "Weekday"},
    "hour": {"nb": "Time fra klokka", "en": "Hour from"},
    "actor": {"nb": "Aktør", "en": "Actor"},
    "from": {"nb": "Fra", "en": "From"},
    "to": {"nb": "Til", "en": "To"},
    "class": {"nb": "Gevinsttype", "en": "Class of benefit"},
    "year": {"nb": "År", "en": "Year"},
    "period": {"nb": "Måned", "en": "Month"},
    "quantity": {"nb": "Størrelse", "en": "Quantity"},
    "value": {"nb": "Verdi", "en": "Value"},
    "unit": {"nb": "Enhet", "en": "Unit"},
    **VIEW_HEADINGS,
}

CLASSES = {
    "cash": {"nb": "Penger (budsjett)", "en": "Cash (budget)"},
    "capacity": {"nb": "Frigjort kapasitet", "en": "Freed capacity"},
    "avoided_growth": {"nb": "Unngått vekst", "en": "Avoided growth"},
    "quality_priced": {"nb": "Kvalitet, prissatt", "en": "Quality, priced"},
    "quality_unpriced": {"nb": "Kvalitet, ikke prissatt", "en": "Quality, not priced"},
    "transfer": {"nb": "Overføring", "en": "Transfer"},
}

WORK_CLASSES = {
    "immediate": {"nb": "Haster", "en": "Immediate"},
    "deferrable": {"nb": "Kan vente", "en": "Deferrable"},
    "scheduled": {"nb": "Avtalt", "en": "Scheduled"},
}
WORK_CLASS = {"nb": "Arbeidstype", "en": "Class of work"}

BINDING = {
    "workload": {"nb": "arbeidsmengden", "en": "the workload"},
    "queue": {"nb": "svarfristen", "en": "the answering target"},
    "presence": {"nb": "grunnbemanningen", "en": "minimum presence"},
    "whole_positions": {"nb": "hele stillingssteg", "en": "whole steps of positions"},
    "none": {"nb": "ingenting", "en": "nothing"},
}

WEEKDAYS = {
    "monday": {"nb": "mandag", "en": "Monday"},
    "tuesday": {"nb": "tirsdag", "en": "Tuesday"},
    "wednesday": {"nb": "onsdag", "en": "Wednesday"},
    "thursday": {"nb": "torsdag", "en": "Thursday"},
    "friday": {"nb": "fredag", "en": "Friday"},
    "saturday": {"nb": "lørdag", "en": "Saturday"},
    "sunday": {"nb": "søndag", "en": "Sunday"},
}

PERSONS = {"nb": "personer", "en": "persons"}
PRESENT = "work_hour/open_hour"
"""Hours of work per open hour are persons present."""

ACTORS = {
    "municipality": {"nb": "Kommunen", "en": "The municipality"},
    "gp": {"nb": "Fastlegen", "en": "The GP"},
    "state": {"nb": "Staten", "en": "The state"},
    "patient": {"nb": "Pasienten", "en": "The patient"},
    "next_of_kin": {"nb": "Pårørende", "en": "Next of kin"},
    "society": {"nb": "Samfunnet ellers", "en": "Society otherwise"},
    "other": {"nb": "Salg og andre inntekter", "en": "Sales and other income"},
}

REMARKS = {
    **{
        f"overlap.{rule}": {"nb": "Kan være talt to ganger", "en": "May be counted twice"}
        for rule in RULES
    },
    "overlap.accepted": {"nb": "Godtatt overlapp", "en": "Accepted overlap"},
    "overlap.accepted_in_vain": {"nb": "Unødvendig godtatt", "en": "Accepted in vain"},
    "benefit.selected_before_after": {
        "nb": "Regresjon mot gjennomsnittet",
        "en": "Regression to the mean",
    },
    "benefit.selected_baseline": {
        "nb": "Regresjon mot gjennomsnittet",
        "en": "Regression to the mean",
    },
    "benefit.due_before_start": {"nb": "Frist før start", "en": "Due before the start"},
    "benefit.work_of_the_centre": {"nb": "Senterets arbeid", "en": "Work of the centre"},
    "benefit.no_new_work": {"nb": "Nytt arbeid mangler", "en": "New work is missing"},
    "map.line_missing": {"nb": "Ikke i gevinstkartet", "en": "Not on the benefits map"},
}
"""Remarks on benefit lines."""

QUANTITIES = {
    "cost": {"nb": "Kostnad", "en": "Cost"},
    "transfer": {"nb": "Overføring", "en": "Transfer"},
    "benefit": {"nb": "Gevinst", "en": "Benefit"},
    "present_benefit": {"nb": "Gevinst, nåverdi", "en": "Benefit, present value"},
    "present_cost": {"nb": "Kostnad, nåverdi", "en": "Cost, present value"},
    "present_net_cash": {"nb": "Netto i penger, nåverdi", "en": "Net cash, present value"},
    "present_residual": {"nb": "Restverdi, nåverdi", "en": "Residual value, present value"},
    "tax_financing_cost": {"nb": "Skattefinansieringskostnad", "en": "Tax-financing cost"},
    "payback_month": {
        "nb": "Måneder til det er tjent inn (regnet fra første måned)",
        "en": "Months until it has paid back (from the first month)",
    },
    "deepest_need": {
        "nb": "Pukkelkostnad: det meste som må finnes",
        "en": "The hump: the most that has to be found",
    },
    "net_cash": {"nb": "Netto i penger", "en": "Net cash"},
    "funding_unused": {"nb": "Tilsagn som ikke trengs", "en": "Contribution not needed"},
    "invoice": {"nb": "Faktura", "en": "Invoice"},
    "charge_share": {"nb": "Andel av betalingene", "en": "Share of the charges"},
    "share_of_one_partner": {"nb": "Én deltaker betaler mye", "en": "One partner pays much"},
    "age_of_key_figures": {"nb": "Gamle tall i nøkkelen", "en": "Old figures in the key"},
    "exactly_at_band_edge": {"nb": "På kanten av et bånd", "en": "At the edge of a band"},
    "fees_beyond_cost": {"nb": "Priser over kostnaden", "en": "Fees beyond the cost"},
    "evidence_corrected": {"nb": "Evidenskorreksjon, gevinst", "en": "Evidence correction, gain"},
    "evidence_delayed": {"nb": "Evidenskorreksjon, tid", "en": "Evidence correction, time"},
    "costs_raised": {"nb": "Evidenskorreksjon, kostnad", "en": "Evidence correction, cost"},
    "deadline_missed": {"nb": "Frist som brytes", "en": "Deadline missed"},
    **REMARKS,
    **VIEW_QUANTITIES,
}


def quantity_label(name: str, lang: str) -> str:
    """Name for people of a quantity in a table."""
    if name in QUANTITIES:
        return QUANTITIES[name][lang]
    return CATALOGUE[name].label(lang) if name in CATALOGUE else name


def unit_label(unit: str, lang: str) -> str:
    """Unit in words; empty for a plain number."""
    if unit == PRESENT:
        return PERSONS[lang]
    try:
        return unit_words(unit, "nb" if lang == "nb" else "en")
    except UnitError:  # the basis of a key has no unit of its own
        return unit


def actor_label(actor: str, results: Results, lang: str) -> str:
    """Name for people of an actor: one of the fixed ones, or a partner of the project."""
    return ACTORS[actor][lang] if actor in ACTORS else results.names.actors.get(actor, actor)


def _line_name(line: str, quantity: str, results: Results) -> str:
    names = results.names
    if quantity == "fee":
        return names.fees[line]
    if quantity.startswith("funding"):
        return names.sources[line]
    if quantity == "cost" or quantity in KITS:
        return names.roles.get(line) or names.lines[line]
    return names.benefits[line]


def for_people(frame: pd.DataFrame, results: Results, lang: str) -> pd.DataFrame:
    """Return the table with names, headings and quantities in `lang`."""
    names, keys = results.names, key_names(results, lang)
    replace: dict[str, Callable[[str], str]] = {
        "group": lambda x: names.groups.get(x, x),
        "role": lambda x: names.roles.get(x, x),
        "pool": lambda x: names.pools.get(x, x),
        "key": lambda x: keys.get(x, x),
        "actor": lambda x: actor_label(x, results, lang),
        "from": lambda x: actor_label(x, results, lang),
        "to": lambda x: actor_label(x, results, lang),
        "task": lambda x: names.tasks.get(x, x),
        "class": lambda x: (CLASSES | WORK_CLASSES)[x][lang],
        "binding": lambda x: BINDING[x][lang],
        "weekday": lambda x: WEEKDAYS[x][lang],
        "quantity": lambda x: quantity_label(x, lang),
        **view_names(results, lang),
    }
    shown = frame.copy()
    if "line" in shown:
        shown["line"] = [
            _line_name(x, quantity, results) if isinstance(x, str) else x
            for x, quantity in zip(shown["line"], shown["quantity"], strict=True)
        ]
    shown["unit"] = [unit_label(unit, lang) for unit in shown["unit"]]
    for column, rename in replace.items():
        if column in shown:
            shown[column] = [rename(x) if isinstance(x, str) else x for x in shown[column]]
    headings = {c: HEADINGS[c][lang] for c in shown.columns}
    if "task" in shown and "class" in shown:
        headings["class"] = WORK_CLASS[lang]
    return shown.rename(columns=headings)
