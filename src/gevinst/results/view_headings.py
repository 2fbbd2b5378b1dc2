"""Under which heading a line stands in each view: every line under exactly one.

KS (Veikart for tjenesteinnovasjon): avoided costs, saved time, better quality. DFØ and
Prosjektveiviseren: own budget, other use of own resources, priced effects for others, effects
without a price. Gevinstavtrykk (C3): users, organisation, clinical work, economy. Which line goes
where is our reading; docs/how-to/gevinster.md says it in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.core.gaining import CASH, TRANSFER, UNPRICED
from gevinst.core.pricing import MUNICIPALITY_ACTOR
from gevinst.schema.benefits import WORK_UNIT

if TYPE_CHECKING:
    from gevinst.results.gain_entries import Entry
    from gevinst.results.record import Results

STATE = "state"
PATIENTS = ("patient", "next_of_kin")
UNSTATED = "unstated"
"""Profession of lines that count hours without naming whose."""
QUALITY_PRICED = "quality_priced"
CLINICAL_UNITS = (WORK_UNIT, "visit", "consultation", "contact", "call", "message")
"""Units of work with patients; the others (admissions, bed-days) are use of the organisation."""

TYPES = {
    "avoided_costs": {"nb": "Unngåtte kostnader", "en": "Avoided costs"},
    "saved_time": {"nb": "Spart tid", "en": "Saved time"},
    "better_quality": {"nb": "Økt kvalitet", "en": "Better quality"},
}
CATEGORIES = {
    "own_budget": {"nb": "Budsjettvirkning i kommunene", "en": "Effect on own budget"},
    "other_use": {"nb": "Alternativ anvendelse i kommunene", "en": "Other use of own resources"},
    "priced_public": {
        "nb": "Prissatte virkninger i øvrig offentlig sektor",
        "en": "Priced effects in the rest of the public sector",
    },
    "priced_others": {"nb": "Prissatte virkninger for andre", "en": "Priced effects for others"},
    "unpriced": {"nb": "Ikke-prissatte virkninger", "en": "Effects without a price"},
}
SIDES = {
    "users": {"nb": "Brukere", "en": "Users"},
    "organisation": {"nb": "Organisasjon", "en": "Organisation"},
    "clinical_work": {"nb": "Klinisk arbeid", "en": "Clinical work"},
    "economy": {"nb": "Økonomi", "en": "Economy"},
}
ASPECTS = {
    "contacts": {"nb": "Kontakter og opphold", "en": "Contacts and stays"},
    "travel": {"nb": "Reiser", "en": "Travel"},
    "help": {"nb": "Tid med hjelperne", "en": "Time with helpers"},
    "money": {"nb": "Penger for pasienten", "en": "Money of the patient"},
    "quality": {"nb": "Kvalitet", "en": "Quality"},
}


def is_public(actor: str, results: Results) -> bool:
    """Whether an actor has a public budget: municipalities, the partners named by code, the state.

    A GP is mostly self-employed and is counted among the others.
    """
    return actor in {MUNICIPALITY_ACTOR, STATE} or actor in results.names.actors


def ks_type(entry: Entry) -> str:
    """Type of KS: quality first, then hours that are not made into money, else avoided costs.

    Transfers stand with avoided costs, at both ends: they cancel in the whole.
    """
    if entry.benefit_class in {QUALITY_PRICED, UNPRICED}:
        return "better_quality"
    if entry.counts == WORK_UNIT and entry.benefit_class not in {CASH, TRANSFER}:
        return "saved_time"
    return "avoided_costs"


def dfo_category(entry: Entry, results: Results) -> str:
    """Category of DFØ and Prosjektveiviseren; the own organisation is the municipalities."""
    if entry.benefit_class == UNPRICED:
        return "unpriced"
    if entry.actor == MUNICIPALITY_ACTOR:
        return "own_budget" if entry.benefit_class in {CASH, TRANSFER} else "other_use"
    return "priced_public" if is_public(entry.actor, results) else "priced_others"


def imprint_side(entry: Entry) -> str:
    """Side of the imprint: money is economy, patients are users, work with them is clinical."""
    if entry.benefit_class in {CASH, TRANSFER}:
        return "economy"
    if entry.actor in {*PATIENTS, "society"}:
        return "users"
    return "clinical_work" if entry.counts in CLINICAL_UNITS else "organisation"
