"""The catalogue of indicators as a list: for people, for Excel, or for programs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from typing import Literal

from gevinst.indicators import KnownIndicator, indicator_catalogue, known_indicators
from gevinst.indicators.records import TOPICS
from gevinst.reporting.contents import Language
from gevinst.reporting.exports import csv_cell
from gevinst.reporting.terminal import WIDTH

_BOM = "\ufeff"

HEADINGS = {
    "id": ("Id", "Id"),
    "name": ("Navn", "Name"),
    "topic": ("Kommer fra", "Comes from"),
    "kind": ("Slag", "Kind"),
    "unit": ("Enhet", "Unit"),
    "better": ("Best når det er", "Better when"),
    "definition": ("Definisjon", "Definition"),
    "counting_rule": ("Telleregel", "Counting rule"),
    "source_system": ("Kildesystem", "Source system"),
    "caveat": ("Forbehold", "Caveat"),
    "own_definition": ("Egen definisjon", "Own definition"),
    "source": ("Definisjonen er lest i", "Definition read in"),
    "address": ("Adresse", "Address"),
}
WORDS = {
    "hospital": ("Sykehus", "Hospital"),
    "municipality": ("Kommune og fastlege", "Municipality and GP"),
    "patient": ("Pasient", "Patient"),
    "service": ("Tjenesten selv", "The service itself"),
    "fewer": ("færre", "fewer"),
    "more": ("flere", "more"),
    "events": ("hendelser som telles", "events that are counted"),
    "amount": ("mengde som summeres", "amount that is summed"),
    "duration": ("varighet", "duration"),
    "share": ("andel", "share"),
    "score": ("skår per person", "score of each person"),
    "improved": ("personer som er blitt bedre", "persons who got better"),
    "yes": ("ja", "yes"),
    "no": ("nei", "no"),
    "intro": (
        (
            "Indikatorer å måle med. Id-en skrives i feltet catalogue på en indikator i"
            " baseline.toml: da fylles definisjonen ut. Ingen av dem har tall; de måles."
        ),
        (
            "Indicators to measure with. The id goes in the field catalogue of an indicator in"
            " baseline.toml: its definition is then filled in. None has a number; those are"
            " measured."
        ),
    ),
}
_SHOWN = ("kind", "unit", "better", "definition", "counting_rule", "source_system", "caveat")


def listing(form: Literal["table", "csv", "json"], lang: Language) -> str:
    """Every indicator of the catalogue.

    Parameters
    ----------
    form : {"table", "csv", "json"}
        To read, for Excel, for programs.
    lang : {"nb", "en"}
    """
    if form == "json":
        rows = indicator_catalogue(lang).to_dict("records")
        return json.dumps({"indicators": rows}, ensure_ascii=False, indent=1) + "\n"
    return _csv(lang) if form == "csv" else _text(lang)


def _say(key: str, lang: Language) -> str:
    return WORDS[key][lang == "en"]


def _csv(lang: Language) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([HEADINGS[column][lang == "en"] for column in HEADINGS])
    for row in indicator_catalogue(lang).to_dict("records"):
        words = {key: _say(str(row[key]), lang) for key in ("topic", "kind", "better")}
        words["own_definition"] = _say("yes" if row["own_definition"] else "no", lang)
        shown = {str(key): value for key, value in row.items()} | words
        writer.writerow([csv_cell(shown[column], lang) for column in HEADINGS])
    return _BOM + out.getvalue()


def _text(lang: Language) -> str:
    lines = textwrap.wrap(_say("intro", lang), WIDTH)
    for topic in TOPICS:
        heading = _say(topic, lang)
        lines += ["", heading, "-" * len(heading)]
        for indicator in known_indicators().values():
            if indicator.topic == topic:
                lines += [*_indicator(indicator, lang), ""]
        lines.pop()
    return "\n".join(lines) + "\n"


def _indicator(indicator: KnownIndicator, lang: Language) -> list[str]:
    facts = {
        "kind": _say(indicator.kind, lang),
        "unit": indicator.unit,
        "better": _say(indicator.better, lang),
        **{key: getattr(getattr(indicator, key), lang) for key in _SHOWN[3:]},
        "source": "; ".join(f"{s.publisher}: {s.title}" for s in indicator.sources),
    }
    lines = [f"{getattr(indicator.name, lang)} ({indicator.id})"]
    for column, text in facts.items():
        lines += textwrap.wrap(
            f"{HEADINGS[column][lang == 'en']}: {text}",
            WIDTH,
            initial_indent="    ",
            subsequent_indent="      ",
            break_on_hyphens=False,
        )
    return lines + [f"      {s.url}" for s in indicator.sources if s.url]
