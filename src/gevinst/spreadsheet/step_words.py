"""What the steps inside formulas are called, and what they are measured in."""

from __future__ import annotations

from typing import NamedTuple

from gevinst.catalogue import CATALOGUE


class StepWords(NamedTuple):
    """Name of a step in Norwegian, its unit in words, and its kind (which decides the decimals)."""

    nb: str
    unit: str
    kind: str


def _kroner(nb: str) -> StepWords:
    return StepWords(nb, "kr", "flow")


def _number(nb: str) -> StepWords:
    return StepWords(nb, "", "factor")


def _whole(nb: str) -> StepWords:
    return StepWords(nb, "", "stock")


STEP_WORDS: dict[str, StepWords] = {
    "change_of_all": _number("endring for alle fra året før"),
    "same_as_before": _kroner("det samme som året før"),
    "wanted_all": _kroner("alle til sammen før grensen"),
    "wanted": _kroner("før grensen"),
    "size": _kroner("beløpets størrelse"),
    "floor": _kroner("minst å betale"),
    "ceiling": _kroner("mest å betale"),
    "capped": _whole("har et tak (1 er ja)"),
    "part_to_floor": _number("den endringen, som del av beløpet, som gir det minste"),
    "part_to_ceiling": _number("den endringen, som del av beløpet, som gir det meste"),
    "all_at_floor": _kroner("hva alle ville betalt med endringen som gir kommunens minste"),
    "all_at_ceiling": _kroner("hva alle ville betalt med endringen som gir kommunens meste"),
    "at_floor": _whole("betaler det minste (1 er ja)"),
    "at_ceiling": _whole("betaler det meste (1 er ja)"),
    "free_size": _kroner("beløp som kan endres"),
    "held": _kroner("beløp før endringen som alle andre deler"),
    "part": _number("endring som alle andre deler, som del av beløpet"),
    "moved": _kroner("beløp etter endringen"),
    "lacking_moved": _kroner("det som ennå mangler"),
    "room": _kroner("rom som er igjen"),
    "part_of_room": _number("del av rommet som må brukes"),
    "filled": _kroner("beløp etter at rommet er brukt"),
    "lacking": _kroner("det som grensene ikke gir rom for"),
    "spread_size": _kroner("størrelse som det manglende deles etter"),
    "charge": _kroner("betaling innenfor grensen"),
    "units_per_krone": _whole("øre i en krone"),
    "units": StepWords("antall steg", "", "money"),
    "units_exact": StepWords("antall steg, rest til seks desimaler", "", "money"),
    "units_floor": _whole("hele steg"),
    "remainder": StepWords("rest", "", "rate"),
    "units_left": _whole("steg som er igjen å gi"),
    "rank": _whole("rekkefølge ved like rester"),
    "ahead": _whole("antall kommuner som går foran"),
}
"""Name in `gevinst.axes.working` -> how a workbook names the block."""

OTHERS = {"invoice": "Faktura for året"}
"""What has steps and is no quantity of the model."""


def title_of(quantity: str, step: str) -> str:
    """Heading of the block of a step."""
    of = CATALOGUE[quantity].nb if quantity in CATALOGUE else OTHERS[quantity]
    return f"{of}, mellomregning: {STEP_WORDS[step].nb}"
