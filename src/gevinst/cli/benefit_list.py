"""The catalogue of benefits as a list: for people, for Excel, or for programs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from typing import Literal

from gevinst.display import unit_words
from gevinst.known_benefits import RECEIVERS, KnownBenefit, known_benefits, not_found
from gevinst.known_benefits.listing import benefit_catalogue
from gevinst.reporting.contents import Language
from gevinst.reporting.exports import csv_cell
from gevinst.reporting.terminal import WIDTH
from gevinst.results.wording import ACTORS, CLASSES

_BOM = "\ufeff"

HEADINGS = {
    "id": ("Id", "Id"),
    "name": ("Navn", "Name"),
    "receiver": ("Mottaker", "Receiver"),
    "unit": ("Telles i", "Counted in"),
    "indicator": ("Indikator", "Indicator"),
    "definition": ("Slik telles den", "How to count it"),
    "class": ("Slag", "Class"),
    "new_work": ("Nytt arbeid", "New work"),
    "collides_with": ("Teller det samme som", "Counts the same as"),
    "source": ("Navnet er lest i", "Name read in"),
    "address": ("Adresse", "Address"),
    "note": ("Merknad", "Note"),
}
TEXTS = {
    "intro": (
        (
            "Gevinster å velge mellom. Id-en skrives i feltet catalogue på en gevinstlinje. Ingen"
            " har en ferdig effekt: nullpunkt, effekt og verdi er prosjektets egne."
        ),
        (
            "Benefits to choose from. The id goes in the field catalogue of a benefit line. None"
            " has a ready-made effect: baseline, effect and value are the project's own."
        ),
    ),
    "not_found": ("Ikke funnet åpent", "Not found in the open"),
    "hospital": ("Sykehus", "Hospital"),
    "yes": ("ja", "yes"),
    "no": ("nei", "no"),
}


def listing(form: Literal["table", "csv", "json"], lang: Language, receiver: str | None) -> str:
    """Every known benefit, then what was not found in the open.

    Parameters
    ----------
    form : {"table", "csv", "json"}
        To read, for Excel, for programs.
    lang : {"nb", "en"}
    receiver : str or None
        Only those of one receiver.
    """
    if form == "json":
        return _json(lang, receiver)
    return _csv(lang, receiver) if form == "csv" else _text(lang, receiver)


def _say(key: str, lang: Language) -> str:
    return TEXTS[key][lang == "en"]


def receiver_name(receiver: str, lang: Language) -> str:
    """What a receiver is called; a hospital has a name of its own in projects only."""
    return _say("hospital", lang) if receiver == "hospital" else ACTORS[receiver][lang]


def _json(lang: Language, receiver: str | None) -> str:
    frame = benefit_catalogue(lang, receiver)
    rows = [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]
    content = {"benefits": rows, "not_found": frame.attrs["not_found"]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _csv(lang: Language, receiver: str | None) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([HEADINGS[column][lang == "en"] for column in HEADINGS])
    for row in benefit_catalogue(lang, receiver).to_dict("records"):
        shown = {
            **row,
            "receiver": receiver_name(row["receiver"], lang),
            "unit": unit_words(row["unit"], lang),
            "class": CLASSES[row["class"]][lang],
            "new_work": _say("yes" if row["new_work"] else "no", lang),
            "collides_with": ", ".join(row["collides_with"]),
        }
        writer.writerow([csv_cell(shown[column], lang) for column in HEADINGS])
    return _BOM + out.getvalue()


def _text(lang: Language, receiver: str | None) -> str:
    lines = [*textwrap.wrap(_say("intro", lang), WIDTH), ""]
    for shown in RECEIVERS if receiver is None else (receiver,):
        heading = receiver_name(shown, lang)
        lines += [heading, "-" * len(heading)]
        for benefit in known_benefits().values():
            if benefit.receiver == shown:
                lines += [*_benefit(benefit, lang), ""]
    heading = _say("not_found", lang)
    lines += [heading, "-" * len(heading)]
    for gap in not_found():
        lines += textwrap.wrap(getattr(gap.text, lang), WIDTH)
    return "\n".join(lines) + "\n"


def _benefit(benefit: KnownBenefit, lang: Language) -> list[str]:
    facts = {
        "unit": unit_words(benefit.unit, lang),
        "class": CLASSES[benefit.benefit_class][lang],
        "indicator": getattr(benefit.indicator, lang),
        "definition": getattr(benefit.definition, lang),
        "note": getattr(benefit.note, lang) if benefit.note else "",
        "collides_with": ", ".join(benefit.collides_with),
        "source": "; ".join(f"{s.publisher}: {s.title}" for s in benefit.sources),
    }
    lines = [f"{getattr(benefit.name, lang)} ({benefit.id})"]
    for column, text in facts.items():
        if text:
            lines += textwrap.wrap(
                f"{HEADINGS[column][lang == 'en']}: {text}",
                WIDTH,
                initial_indent="    ",
                subsequent_indent="      ",
                break_on_hyphens=False,
            )
    return lines + [f"      {s.url}" for s in benefit.sources if s.url]
