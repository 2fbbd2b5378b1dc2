"""Names for people of what a simulation keeps, and the sentences that say what came out."""

from __future__ import annotations

from collections.abc import Mapping

from gevinst.display import Language

Text = Mapping[str, str]

QUANTITY_NAMES: Mapping[str, Text] = {
    "charge": {"nb": "betalingen", "en": "the charge"},
    "cost": {"nb": "kostnaden for senteret", "en": "the cost of the centre"},
    "positions": {"nb": "bemanningen", "en": "the positions"},
    "patients": {"nb": "antall pasienter", "en": "the number of patients"},
    "net_cash": {"nb": "netto i kroner", "en": "net cash"},
    "net_gain": {"nb": "samlet netto gevinst", "en": "the net gain in all"},
    "present_net_cash": {
        "nb": "nåverdien av netto i kroner",
        "en": "the present value of net cash",
    },
    "present_net_gain": {
        "nb": "nåverdien av samlet netto gevinst",
        "en": "the present value of the net gain in all",
    },
}
"""What each figure is called in a sentence. Net gain in all counts freed capacity, avoided growth
and priced quality beside cash."""
ASKED_NAMES: Mapping[str, Text] = {
    **QUANTITY_NAMES,
    "positions": {"nb": "bemanningen i senteret", "en": "the positions of the centre"},
    "price": {"nb": "prisen per pasientmåned", "en": "the price per patient-month"},
}
"""What they are called in a question, where whose they are is said with them."""
WHOSE: Text = {"nb": "{what} for {whose}", "en": "{what} of {whose}"}
IN_YEAR: Text = {"nb": "{what} i {year}", "en": "{what} in {year}"}

PROBABILITY: Mapping[str, Text] = {
    "some": {
        "nb": "I {held} av {draws} trekninger ({share}) er {what} over {level}.",
        "en": "In {held} of {draws} draws ({share}) {what} is above {level}.",
    },
    "all": {
        "nb": (
            "I alle {draws} trekninger er {what} over {level}. Det gjør det ikke sikkert:"
            " bare usikkerheten som er ført inn i prosjektet, er med."
        ),
        "en": (
            "In all {draws} draws {what} is above {level}. That does not make it certain:"
            " only the uncertainty that the project states is counted."
        ),
    },
    "none": {
        "nb": (
            "I ingen av {draws} trekninger er {what} over {level}. Det gjør det ikke"
            " umulig: bare usikkerheten som er ført inn i prosjektet, er med."
        ),
        "en": (
            "In none of {draws} draws {what} is above {level}. That does not make it"
            " impossible: only the uncertainty that the project states is counted."
        ),
    },
}

TOGETHER: Text = {"nb": "kommunene samlet", "en": "the municipalities together"}

CHANGED: Mapping[str, Mapping[str, str]] = {
    "nb": {
        "head": "{what}{whose}: fra {before} til {after}, {difference}.",
        "from_to": "fra {before} til {after}",
        "structure": "andre linjer, deltakere, måneder eller valg",
        "foot": "Delene er snittet over alle rekkefølger endringene kan gjøres i.",
    },
    "en": {
        "head": "{what}{whose}: from {before} to {after}, {difference}.",
        "from_to": "from {before} to {after}",
        "structure": "other lines, partners, months or choices",
        "foot": "The parts are the mean over every order in which the changes can be made.",
    },
}


def quantity_text(quantity: str, year: int | None, whose: str, lang: Language) -> str:
    """A quantity, whose and when, to stand within a sentence."""
    what = ASKED_NAMES[quantity][lang]
    if whose:
        what = WHOSE[lang].format(what=what, whose=whose)
    return what if year is None else IN_YEAR[lang].format(what=what, year=year)
