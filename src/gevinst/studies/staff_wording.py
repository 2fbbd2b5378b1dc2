"""Sentences about staff, for a reader who decides: Norwegian beside English."""

from __future__ import annotations

from gevinst.arguments import checked_choice
from gevinst.display import format_number
from gevinst.studies.wording import LANGUAGES, Language, kroner, listed

__all__ = ["LANGUAGES", "Language", "fte", "kroner", "listed", "number", "told"]

TEXTS: dict[str, dict[str, str]] = {
    "capacity.most": {
        "nb": (
            "Bemanningen i {year} ({staff} årsverk) kan følge opp {patients} pasienter. Det er"
            " {now} pasienter i snitt det året."
        ),
        "en": (
            "The staff of {year} ({staff} FTE) can follow {patients} patients. There are {now}"
            " patients that year on average."
        ),
    },
    "capacity.no_limit": {
        "nb": (
            "Bemanningen i {year} ({staff} årsverk) øker ikke med antall pasienter, i hvert fall"
            " ikke opp til {most}. Det er {now} pasienter i snitt det året."
        ),
        "en": (
            "The staff of {year} ({staff} FTE) does not grow with the number of patients, at least"
            " not up to {most}. There are {now} patients that year on average."
        ),
    },
    "capacity.step": {
        "nb": (
            "Fra {patients} pasienter må {role} øke fra {before} til {after} årsverk; det koster"
            " {cost} i året."
        ),
        "en": (
            "From {patients} patients on, {role} has to grow from {before} to {after} FTE; that"
            " costs {cost} a year."
        ),
    },
    "capacity.per_position": {
        "nb": (
            "Pasienter per årsverk blir da: {each}; alle roller {all}. Til sammenligning er om lag"
            " {published} publisert, et tall som ikke er brukt i beregningen. {source}"
        ),
        "en": (
            "Patients per position are then: {each}; all roles {all}. For comparison, about"
            " {published} has been published, a figure that is not used in the calculation."
            " {source}"
        ),
    },
    "capacity.assumed": {
        "nb": (
            "Regnet med årets blanding av pasientgrupper, nye og avsluttede, jevnt fordelt over"
            " månedene, og med bemanningen i årets best bemannede måned. Frister for arbeid som kan"
            " vente, og travle dager er ikke med: så mange pasienter kan bryte en frist."
        ),
        "en": (
            "Counted with the year's mix of patient groups, starts and stops, even over the"
            " months, and with the staff of the best staffed month of the year. Deadlines of work"
            " that can wait, and busy days, are not counted: so many patients may break a deadline."
        ),
    },
    "pooling.gain": {
        "nb": (
            "I {year} trenger {who} {needed_apart} årsverk hver for seg og {needed} sammen, før"
            " avrunding. Etter avrunding er det {staffed_apart} mot {staffed} årsverk."
        ),
        "en": (
            "In {year}, {who} need {needed_apart} FTE apart and {needed} together, before"
            " rounding. After rounding it is {staffed_apart} against {staffed} FTE."
        ),
    },
    "pooling.cheaper": {
        "nb": (
            "Felles bemanning sparer {staff_cost} i året, og et felles senter {total_cost} i alt."
        ),
        "en": "One staff saves {staff_cost} a year, and one centre {total_cost} in all.",
    },
    "pooling.dearer": {
        "nb": (
            "Felles bemanning endrer lønnskostnaden med {staff_cost} i året og hele kostnaden med"
            " {total_cost}; minus er dyrere sammen."
        ),
        "en": (
            "One staff changes the cost of staff by {staff_cost} a year and the whole cost by"
            " {total_cost}; minus is dearer together."
        ),
    },
    "pooling.more_needed": {
        "nb": (
            "{roles} trenger flere sammen enn hver for seg i minst én måned. Da er hendelsene i"
            " køene så ulike at de lange holder de korte igjen."
        ),
        "en": (
            "{roles} need more together than apart in some month. The events in the queues then"
            " differ so much that the long ones hold up the short."
        ),
    },
    "pooling.assumed": {
        "nb": (
            "Hver for seg er regnet som kopier av det felles senteret, med samme åpningstid,"
            " grunnbemanning og faste kostnader."
        ),
        "en": (
            "Apart means copies of the common centre, with the same opening hours, minimum"
            " presence and fixed costs."
        ),
    },
}


def told(key: str, lang: Language, **facts: object) -> str:
    """Text of a key with its facts filled in."""
    return TEXTS[key][checked_choice("lang", lang, LANGUAGES)].format(**facts)


def number(x: float, lang: Language, decimals: int = 0) -> str:
    """A number for people."""
    checked_choice("lang", lang, LANGUAGES)
    return format_number(x, decimals, lang)


def fte(x: float, lang: Language) -> str:
    """Positions with two decimals, without zeros at the end."""
    return number(x, lang, 2).rstrip("0").rstrip(",.")
