"""The parameters as a list: for people, for Excel, or for programs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from typing import Any, Literal

from gevinst import parameters
from gevinst.display import format_number, unit_words
from gevinst.parameters import Entry, Parameter
from gevinst.reporting.contents import Language
from gevinst.reporting.exports import csv_cell
from gevinst.reporting.terminal import WIDTH

_BOM = "\ufeff"
_MOST_DECIMALS = 12

HEADINGS = {
    "name": ("Navn", "Name"),
    "label": ("Betegnelse", "Label"),
    "key": ("Gjelder", "Key"),
    "value": ("Verdi", "Value"),
    "unit": ("Enhet", "Unit"),
    "valid_from": ("Gjelder fra", "Valid from"),
    "valid_to": ("Gjelder til", "Valid to"),
    "vintage": ("Utgave", "Vintage"),
    "grade": ("Grad", "Grade"),
    "title": ("Kilde", "Source"),
    "publisher": ("Utgiver", "Publisher"),
    "url": ("Adresse", "Address"),
    "page": ("Side", "Page"),
    "retrieved": ("Hentet", "Retrieved"),
    "note": ("Merknad", "Note"),
}
TEXTS = {
    "grades": (
        "Grad A: lest hos den ansvarlige selv. B: gjengitt av andre. Definisjon: ren regning.",
        "Grade A: read at the responsible body. B: others' copy. Definition: mere arithmetic.",
    ),
    "required": (
        "Uten standardverdi: må oppgis i prosjektfila, fordi ingen åpen kilde ble funnet",
        "Without a default: to be stated in the project file, because no open source was found",
    ),
    "from": ("fra", "from"),
    "to": ("til", "to"),
    "grade": ("grad", "grade"),
    "retrieved": ("hentet", "retrieved"),
    "A": ("A", "A"),
    "B": ("B", "B"),
    "definition": ("definisjon", "definition"),
}


def listing(form: Literal["table", "csv", "json"], lang: Language) -> str:
    """Every parameter with value, unit, date, source and grade; then the required inputs.

    Parameters
    ----------
    form : {"table", "csv", "json"}
        To read, for Excel (the required inputs are rows without a value), for programs.
    lang : {"nb", "en"}
    """
    if form == "json":
        return _json(lang)
    return _csv(lang) if form == "csv" else _text(lang)


def _say(key: str, lang: Language) -> str:
    return TEXTS[key][lang == "en"]


def _rows(lang: Language) -> list[dict[str, Any]]:
    """One record per value; dates as text, what is absent as None."""
    frame = parameters.table(lang)
    rows = frame.astype(object).where(frame.notna(), None).to_dict(orient="records")
    dates = ("valid_from", "valid_to", "retrieved")
    return [
        {str(k): str(v) if k in dates and v is not None else v for k, v in row.items()}
        for row in rows
    ]


def _required(lang: Language) -> list[dict[str, str]]:
    return [
        {"name": r.name, "label": getattr(r.label, lang), "reason": getattr(r.reason, lang)}
        for r in parameters.required_inputs()
    ]


def _json(lang: Language) -> str:
    content = {"parameters": _rows(lang), "required_inputs": _required(lang)}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _csv(lang: Language) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([HEADINGS[column][lang == "en"] for column in HEADINGS])
    for row in _rows(lang):
        writer.writerow([csv_cell(row[column], lang) for column in HEADINGS])
    for needed in _required(lang):
        known = {"name": needed["name"], "label": needed["label"], "note": needed["reason"]}
        writer.writerow([csv_cell(known.get(column), lang) for column in HEADINGS])
    return _BOM + out.getvalue()


def _text(lang: Language) -> str:
    lines = [*textwrap.wrap(_say("grades", lang), WIDTH), ""]
    for name in parameters.names():
        lines += [*_parameter(parameters.load(name), lang), ""]
    heading = _say("required", lang)
    lines += [heading, "-" * len(heading)]
    for needed in _required(lang):
        lines += [f"{needed['label']} ({needed['name']})", *_indented(needed["reason"])]
    return "\n".join(lines) + "\n"


def _parameter(parameter: Parameter, lang: Language) -> list[str]:
    label = getattr(parameter.label, lang)
    lines = [f"{label} ({parameter.name})"]
    for entry in parameter.entries:
        lines += _entry(entry, parameter.unit, lang)
    return lines


def _entry(entry: Entry, unit: str, lang: Language) -> list[str]:
    words = unit_words(unit, lang)
    shown = [
        f"{key}: {_number(value, lang)}" if key else _number(value, lang)
        for key, value in entry.rows
    ]
    until = f" {_say('to', lang)} {entry.valid_to}" if entry.valid_to else ""
    when = f"{_say('from', lang)} {entry.valid_from}{until}"
    vintage = f", {entry.vintage}" if entry.vintage else ""
    source = entry.source
    origin = ", ".join(part for part in (source.publisher, source.title, source.page) if part)
    read = f", {_say('retrieved', lang)} {source.retrieved}" if source.retrieved else ""
    value = f"{', '.join(shown)}{' ' + words if words else ''} ({when}{vintage})"
    lines = [
        *_indented(value),
        *_indented(f"{origin} [{_say('grade', lang)} {_say(source.grade, lang)}{read}]"),
    ]
    if source.url:
        lines.append(f"    {source.url}")
    return lines + (_indented(entry.note) if entry.note else [])


def _number(value: float, lang: Language) -> str:
    exact = next((n for n in range(_MOST_DECIMALS) if round(value, n) == value), _MOST_DECIMALS)
    return format_number(value, exact, lang)


def _indented(text: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False
    )
