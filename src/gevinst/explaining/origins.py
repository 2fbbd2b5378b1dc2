"""Origins in words: what the user wrote and where, the source, or that it is an assumption."""

from __future__ import annotations

import re
import textwrap

from gevinst.assemble.placing import CHOICE, DEFINITION, NOT_STATED
from gevinst.display import format_date
from gevinst.explaining.amounts import Amount
from gevinst.explaining.nodes import Language, Node
from gevinst.results import Origin

DEFINITIONS = "definitions."
_ASSUMPTION = re.compile(r"^(antakelse|assumption)\s*([.:,;]\s*|$)", re.IGNORECASE)

_WORDS: dict[Language, dict[str, str]] = {
    "nb": {
        "given": "oppgitt «{given}» i {path}", "source": "kilde: {source}",
        "definition": "definisjon i modellen", "absent": "ikke oppgitt i {path}",
        "choice": "prosjektets valg",
        "parameter": "parameter {path}", "since": "gjelder fra {date}",
        "measured": "målingen «{id}» i {path}", "compared": "sammenligningen «{id}» i {path}",
        "assumption": "antakelse", "range": "{range} ({means})", "spread": "usikkerhet {range}",
        "no_range": "uten oppgitt usikkerhet", "note": "merknad: {note}",
        "interval": "intervall", "limits": "yttergrenser",
    },
    "en": {
        "given": "given as “{given}” in {path}", "source": "source: {source}",
        "definition": "definition in the model", "absent": "not given in {path}",
        "choice": "the project's choice",
        "parameter": "parameter {path}", "since": "valid from {date}",
        "measured": "the measurement “{id}” in {path}",
        "compared": "the comparison “{id}” in {path}",
        "assumption": "assumption", "range": "{range} ({means})", "spread": "uncertainty {range}",
        "no_range": "no range given", "note": "note: {note}",
        "interval": "interval", "limits": "limits",
    },
}  # fmt: skip
_NOTES_EN = {
    "ikke oppgitt: ingen merverdiavgift regnet": "not given: no value-added tax counted",
    "bidraget er gitt på annen måte": "the contribution is given in another way",
    "ingen merverdiavgift regnet": "no value-added tax counted",
    "ansatte håndterer alle": "staff handle all",
    "én person til stede i en åpningstime": "one person present in an open hour",
    "én hendelse": "one event",
    "én utstyrspakke": "one kit",
    "én pasient": "one patient",
    "ikke oppgitt: én": "not given: one",
    "ikke oppgitt: ingen grense": "not given: no limit",
    "ikke oppgitt: hele perioden": "not given: the whole period",
    "ikke oppgitt: ved årets slutt": "not given: at the end of the year",
    "ikke oppgitt: ingen ekstra forsinkelse": "not given: no added delay",
    "offentlig": "public",
    "ikke offentlig": "not public",
    "ingen øvre ende": "no upper end",
    "ingen nedre ende": "no lower end",
    "ikke prissatt": "not priced",
    "alle pasientmåneder teller likt": "all patient-months count alike",
    "antall kalenderår i snittet": "number of calendar years in the mean",
    "åpningstidene er de samme hver uke": "opening hours are the same every week",
    "24 timer for hvert døgn til neste åpningsdag": "24 hours a day until the next opening day",
    "1 for det første tidsrommet i en dag, ellers 0": "1 for the first span of a day, else 0",
    "ikke oppgitt: ansatte tar alle": "not given: staff handle all",
    "første år minus prisåret": "first year less the price year",
    "vekst regnes i hele år": "growth is counted in whole years",
    "støy i siste siffer gir ikke et ekstra steg": "noise in the last digit adds no step",
}
"""What assembling says of its own definitions, which no user wrote."""


def origin_text(node: Node, first_year: int, lang: Language, longest: int) -> str:
    """Where an input comes from, its note cut at `longest`; empty for what is not an input."""
    origin = node.origin
    if origin is None:
        return ""
    words = _WORDS[lang]
    if is_definition(origin):
        note = origin.note or ""
        said = _NOTES_EN.get(note, note) if lang == "en" else note
        if note.startswith(NOT_STATED):
            return said
        return ": ".join(part for part in (words["definition"], said) if part)
    parts = [_where(origin, words), *_trust(node, origin, first_year, lang)]
    if origin.price_change is not None:
        parts.append(origin.price_change.text(lang))
    note = textwrap.shorten(_note(origin, lang), longest, placeholder=" …")
    return "; ".join([*parts, words["note"].format(note=note)] if note else parts)


def is_definition(origin: Origin) -> bool:
    """Whether it is the model's own definition or convention, nothing that anybody estimated."""
    return origin.source == DEFINITION or origin.path.startswith(DEFINITIONS)


def was_absent(origin: Origin) -> bool:
    """Whether the project file leaves it out."""
    return origin.given == NOT_STATED


def _note(origin: Origin, lang: Language) -> str:
    """The note, without the word that says what stands beside it already."""
    note = (origin.note or "").strip()
    if was_absent(origin) and lang == "en":
        note = _NOTES_EN.get(note, note)
    if origin.is_assumption:
        note = _ASSUMPTION.sub("", note)
    return note[:1].upper() + note[1:]


def _where(origin: Origin, words: dict[str, str]) -> str:
    if origin.date is not None:
        return words["parameter"].format(path=origin.path)
    if was_absent(origin):
        return words["absent"].format(path=origin.path)
    if origin.taken is not None:
        return words[origin.taken.kind].format(id=origin.taken.id, path=origin.path)
    return words["given"].format(given=as_given(origin), path=origin.path)


def as_given(origin: Origin) -> str:
    """What the user wrote; a plain number with the unit in which it is read."""
    try:
        float(origin.given)
    except ValueError:
        return origin.given
    return origin.given if origin.unit == "1" else f"{origin.given} {origin.unit}"


def _trust(node: Node, origin: Origin, first_year: int, lang: Language) -> list[str]:
    """Source and date, or that it is an assumption; and the range, if there is one."""
    words = _WORDS[lang]
    span = ""
    if origin.means is not None:
        amount = Amount(node.quantity, node.unit, first_year, lang)
        ends = amount.range(origin.low, origin.high)
        means = " ".join(words.get(word, word) for word in origin.means.split(" "))
        span = words["range"].format(range=ends, means=means)
    if origin.spread is not None:
        told = origin.spread.nb if lang == "nb" else origin.spread.en
        span = f"{span}, {told}"
    if origin.is_assumption:
        if was_absent(origin):
            return [words["assumption"]]
        return [f"{words['assumption']}, {span or words['no_range']}"]
    if origin.source == CHOICE:
        return [] if was_absent(origin) else [words["choice"]]
    parts = [words["source"].format(source=origin.source)]
    if origin.date is not None:
        parts.append(words["since"].format(date=format_date(origin.date, lang)))
    if span:
        parts.append(words["spread"].format(range=span))
    return parts
