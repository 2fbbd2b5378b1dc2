"""The pages of parameters, error messages and the command line."""

from __future__ import annotations

import re

from gevinst import parameters as known
from gevinst.cli.arguments import COMMANDS
from gevinst.messages import MESSAGES
from pieces import code, fenced, page, shown_by, table

MESSAGE_TOPICS = {
    "Tall med enhet": {"unit"},
    "Utenom prosjektfila": {"parameter", "source", "coverage", "replay", "quantity", "argument"},
}
IN_THE_FILE = "I prosjektfila"


def messages() -> str:
    """Every error text, Norwegian beside English."""
    topics: dict[str, list[list[str]]] = {IN_THE_FILE: []} | {t: [] for t in MESSAGE_TOPICS}
    for kind, text in MESSAGES.items():
        prefix = kind.split(".")[0]
        topic = next((t for t, members in MESSAGE_TOPICS.items() if prefix in members), IN_THE_FILE)
        topics[topic].append([code(kind), readable(text["nb"]), readable(text["en"])])
    parts = [
        f"## {topic}\n\n" + table(["Slag", "Norsk", "English"], rows)
        for topic, rows in topics.items()
    ]
    introduction = (
        "Alle feil i en prosjektfil meldes på én gang, med fil og linje. `…` står for det som "
        "ble funnet. Kommandolinja svarer på norsk; unntak i Python er på engelsk."
    )
    return page("Feilmeldinger", introduction, *parts)


def readable(template: str) -> str:
    """A message with its placeholders as dots, safe in a table."""
    shown = re.sub(r"\{(\w+)\}", "…", re.sub("<<|>>", "", template))
    return re.sub(r"([<>*_`])", r"\\\1", shown)


def command_line() -> str:
    """The help texts, exactly as they are shown."""
    parts = [
        f"## `gevinst {command}`\n\n" + fenced(shown_by(command, "--help")) for command in COMMANDS
    ]
    parts.insert(0, fenced(shown_by("--help")))
    return page("Kommandolinja", "Hjelpetekstene slik programmet viser dem.", *parts)


def parameters() -> str:
    """Every parameter with value, unit, dates and source; then what is required input."""
    parts = [parameter(known.load(name)) for name in known.names()]
    missing = [[code(r.name), r.label.nb, r.reason.nb] for r in known.required_inputs()]
    introduction = (
        "Satser og priser som følger med, hver med kilde og dato. Verdien som gjelder på "
        "prosjektets egen dato, blir brukt. Det ingen har funnet kilde til, er ikke et forvalg: "
        "det må du oppgi selv, og står nederst på siden."
    )
    required = "## Må oppgis\n\n" + table(["Felt", "Hva", "Hvorfor"], missing)
    return page("Parametre og kilder", introduction, *parts, required)


def parameter(p: known.Parameter) -> str:
    """One parameter and all its values."""
    rows = [
        [
            entry.vintage
            or str(entry.valid_from) + (f"–{entry.valid_to}" if entry.valid_to else ""),
            key or "",
            f"{value:.12g}".replace(".", ","),
            source(entry.source),
            entry.note or "",
        ]
        for entry in p.entries
        for key, value in entry.rows
    ]
    header = ["Gjelder fra", "Nøkkel", "Verdi", "Kilde", "Merknad"]
    kept = [i for i in range(len(header)) if any(row[i] for row in rows)]
    shown = table([header[i] for i in kept], [[row[i] for i in kept] for row in rows])
    return (
        f"## {p.label.nb} {{: #{p.name} }}\n\n"
        f"{code(p.name)}. Enhet: {code(p.unit)}. {p.description.nb}\n\n{shown}"
    )


def valid(entry: known.Entry) -> str:
    """From when it holds; to when, if that is known; or which publication it is from."""
    last = f"–{entry.valid_to}" if entry.valid_to else ""
    return entry.vintage or f"{entry.valid_from}{last}"


def source(s: known.Source) -> str:
    """A source, linked where it has an address."""
    title = f"[{s.title}]({s.url})" if s.url else s.title
    read = f"lest {s.retrieved}" if s.retrieved else ""
    return ", ".join(part for part in (s.publisher, title, s.page, read) if part)
