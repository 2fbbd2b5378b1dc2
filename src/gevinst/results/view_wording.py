"""Headings and names for people in the views of the gains."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gevinst.results.plus_minus import EXTENTS, IMPORTANCES
from gevinst.results.view_headings import ASPECTS, CATEGORIES, SIDES, TYPES, UNSTATED

if TYPE_CHECKING:
    from gevinst.results.record import Results

VIEW_HEADINGS = {
    "type": {"nb": "Type (KS)", "en": "Type (KS)"},
    "category": {"nb": "Virkning (DFØ)", "en": "Effect (DFØ)"},
    "side": {"nb": "Gevinstavtrykk", "en": "Imprint"},
    "aspect": {"nb": "Hva det gjelder", "en": "Aspect"},
    "importance": {"nb": "Betydning", "en": "Importance"},
    "extent": {"nb": "Omfang", "en": "Extent"},
    "signs": {"nb": "Konsekvens", "en": "Consequence"},
    "profession": {"nb": "Yrkesgruppe", "en": "Profession"},
    "kostra_art": {"nb": "KOSTRA-art", "en": "KOSTRA art"},
    "kostra_function": {"nb": "KOSTRA-funksjon", "en": "KOSTRA function"},
}
VIEW_QUANTITIES = {
    "charge_paid": {"nb": "Betaling for tjenesten", "en": "Charge for the service"},
    "vat_paid": {"nb": "Merverdiavgift på betalingen", "en": "VAT on the charge"},
    "funding_paid": {"nb": "Bidrag til tjenesten", "en": "Contribution to the service"},
    "cash_gain": {"nb": "Gevinst i penger", "en": "Gain in cash"},
    "new_cost": {"nb": "Nytt arbeid og nye utgifter", "en": "New work and new costs"},
    "transfer_received": {"nb": "Overføring inn", "en": "Transfer received"},
    "transfer_paid": {"nb": "Overføring ut", "en": "Transfer paid"},
    "hours_freed": {"nb": "Timer frigjort", "en": "Hours freed"},
    "hours_needed": {"nb": "Timer som trengs", "en": "Hours needed"},
    "hours_net": {"nb": "Timer netto", "en": "Hours, net"},
    "fte_freed": {"nb": "Årsverk frigjort", "en": "Positions freed"},
    "fte_needed": {"nb": "Årsverk som trengs", "en": "Positions needed"},
    "fte_net": {"nb": "Årsverk netto", "en": "Positions, net"},
    "changed_per_patient": {"nb": "Endring per pasient", "en": "Change per patient"},
    "benefit_per_patient": {"nb": "Gevinst per pasient", "en": "Benefit per patient"},
    "consequence": {"nb": "Konsekvens (−4 til 4)", "en": "Consequence (−4 to 4)"},
}
_UNSTATED = {"nb": "Yrkesgruppe ikke oppgitt", "en": "Profession not stated"}


def view_names(results: Results, lang: str) -> dict[str, Callable[[str], str]]:
    """Column of a view -> how its ids are named."""
    professions = {**results.names.professions, UNSTATED: _UNSTATED[lang]}
    return {
        "type": lambda x: TYPES[x][lang],
        "category": lambda x: CATEGORIES[x][lang],
        "side": lambda x: SIDES[x][lang],
        "aspect": lambda x: ASPECTS[x][lang],
        "importance": lambda x: IMPORTANCES[x][lang],
        "extent": lambda x: EXTENTS[int(x)][lang],
        "profession": lambda x: professions.get(x, x),
    }
