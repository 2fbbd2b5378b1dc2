"""Writes the reference when the documentation is built, from the objects the library runs on.

Nothing written here is stored: a page can therefore not lag behind the code.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import re
import shlex
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from numpydoc.docscrape import NumpyDocString

import gevinst
from gevinst.catalogue import CATALOGUE
from gevinst.formula import FORMULAS
from gevinst.messages import MESSAGES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

STAGES = {
    "patients": "Pasienter",
    "work": "Arbeid",
    "staffing": "Bemanning",
    "costs": "Kostnader",
    "price": "Pris",
    "benefits": "Gevinster",
    "actors": "Aktører",
}
KINDS = {
    "flow": "strøm (summeres over tid)",
    "stock": "beholdning (måles på et tidspunkt)",
    "share": "andel",
    "rate": "rate",
    "price": "pris",
    "factor": "faktor",
    "time": "tid",
}
AXES = {
    "group": "pasientgruppe",
    "municipality": "kommune",
    "period": "tid",
    "draw": "trekning",
}
RECORDS = {
    "role": "rolle",
    "task": "oppgave",
    "line": "kostnadslinje",
    "source": "bidragsyter",
    "key": "fordelingsnøkkel",
    "benefit": "gevinstlinje",
    "actor": "aktør og gevinstklasse",
}
PERIODS = {"month": "måned", "year": "år", "none": ""}
MESSAGE_KINDS = {
    "project": "Prosjektfila",
    "problem": "Sted i fila",
    "unit": "Tall og enheter",
    "parameter": "Parametre",
    "source": "Kilder",
    "coverage": "Dekning",
    "replay": "Kontrollregning",
    "quantity": "Navn",
}


# ------------------------------------------------------------------ what mkdocs calls
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put every decision and every verification page in the menu."""
    docs = Path(config.docs_dir)
    menus = {heading: pages for entry in config.nav or [] for heading, pages in entry.items()}
    for heading, folder in (("Beslutninger", "decisions"), ("Målinger", "verification")):
        written = sorted(f"{folder}/{p.name}" for p in docs.glob(f"{folder}/*.md"))
        menus[heading] += [address for address in written if address not in menus[heading]]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to those that people wrote."""
    pages = {
        "storrelser.md": quantities,
        "formler.md": formulas,
        "parametre.md": parameters,
        "kommandolinje.md": command_line,
        "python.md": python,
        "feilmeldinger.md": messages,
        "ordliste.md": words,
        "prosjektfil.md": project_file,
    }
    for name, text in pages.items():
        files.append(File.generated(config, f"reference/{name}", content=text()))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Run the commands that a page shows, and collect the changes on their one page.

    A line ``{{ gevinst explain ... }}`` becomes the command and what it prints: what a reader sees
    is always what the program answers today.
    """
    del files
    markdown = re.sub(r"(?m)^\{\{ gevinst (.+) \}\}$", command_and_answer, markdown)
    if page.file.src_uri != "changelog.d/README.md":
        return markdown
    fragments = sorted(Path(config.docs_dir).glob("changelog.d/[0-9]*.md"), reverse=True)
    texts = (f.read_text(encoding="utf-8").strip() for f in fragments)
    return markdown + "\n\n" + "\n\n---\n\n".join(texts) + "\n"


# ------------------------------------------------------------------ pieces of a page
def table(header: list[str], rows: list[list[str]]) -> str:
    """A table; a bar or a line break inside a cell would break it."""
    lines = [header, ["---"] * len(header), *rows]
    cells = ([c.replace("|", "\\|").replace("\n", " ").strip() for c in row] for row in lines)
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)


def code(text: str) -> str:
    """Text as code on one line."""
    return f"`{text}`" if text else ""


def fenced(text: str, language: str = "text") -> str:
    """Text as a block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def page(title: str, introduction: str, *parts: str) -> str:
    """A page from its parts."""
    return "\n\n".join([f"# {title}", introduction, *parts]) + "\n"


def quantity_link(name: str) -> str:
    """A quantity's name, linked to where it is defined."""
    if name not in CATALOGUE:
        return code(name)
    return f"[`{name}`](storrelser.md#{name})"


# ------------------------------------------------------------------ the pages
def quantities() -> str:
    """Every quantity, stage by stage, with who makes it and who uses it."""
    made_by: dict[str, list[str]] = {}
    used_by: dict[str, list[str]] = {}
    for f in FORMULAS.values():
        made_by.setdefault(f.produces, []).append(f.name)
        for needed in f.parameters:
            used_by.setdefault(needed, []).append(f.name)
    parts = []
    for stage, heading in STAGES.items():
        parts.append(f"## {heading}")
        for q in (q for q in CATALOGUE.values() if q.stage == stage):
            axes = [AXES[a] if a != "period" else PERIODS[q.period] for a in q.axes]
            about = f"Enhet: {code(q.unit)}. {KINDS[q.kind].capitalize()}."
            about += f" Varierer over {', '.join(axes)}." if axes else ""
            about += f" Én for hver {RECORDS[q.records]}." if q.records else ""
            facts = [f"**{q.nb}** ({q.en})", about]
            for label, names in (("Lages av", made_by), ("Brukes i", used_by)):
                if q.name in names:
                    links = (f"[`{n}`](formler.md#{n})" for n in names[q.name])
                    facts.append(f"{label}: {', '.join(links)}")
            parts.append(f"### `{q.name}` {{: #{q.name} }}\n\n" + "  \n".join(facts))
    introduction = (
        f"Modellen har {len(CATALOGUE)} størrelser. Navnet er det samme overalt: i formlene, i "
        "resultatene, i `gevinst explain` og her. En størrelse som ingen formel lager, er inndata "
        "eller en sum over linjer, roller eller aktører."
    )
    return page("Størrelser", introduction, *parts)


def formulas() -> str:
    """Every formula as it stands in the code."""
    parts, module = [], ""
    for f in FORMULAS.values():
        if f.function.__module__ != module:
            module = f.function.__module__
            about = (inspect.getdoc(inspect.getmodule(f.function)) or "").splitlines()[0]
            parts.append(f"## `{module.rsplit('.', 1)[-1]}`\n\n{about}")
        needs = ", ".join(quantity_link(n) for n in f.parameters)
        facts = [f"Lager {quantity_link(f.produces)} av {needs}."]
        if f.reference:
            facts.append(f"Kilde: {f.reference}.")
        if f.workbook == "value":
            facts.append("Står som verdi, ikke formel, i en arbeidsbok.")
        source = textwrap.dedent(inspect.getsource(f.function))
        parts.append(
            f"### `{f.name}` {{: #{f.name} }}\n\n{' '.join(facts)}\n\n{fenced(source, 'python')}"
        )
    introduction = (
        f"De {len(FORMULAS)} formlene modellen består av, slik de står i koden. Et navn i en "
        "formel er alltid en [størrelse](storrelser.md). Rekkefølgen de regnes i, står i "
        "`gevinst/core/model.py`."
    )
    return page("Formler", introduction, *parts)


def words() -> str:
    """Names in the code beside Norwegian words."""
    rows = [[code(q.name), q.nb, q.en, code(q.unit)] for q in CATALOGUE.values()]
    rows.sort(key=lambda row: row[1].casefold())
    introduction = "Alfabetisk etter det norske ordet."
    return page("Ordliste", introduction, table(["I koden", "Bokmål", "English", "Enhet"], rows))


def messages() -> str:
    """Every error text, Norwegian beside English."""
    parts = []
    for prefix in dict.fromkeys(kind.split(".")[0] for kind in MESSAGES):
        rows = [
            [code(kind), readable(text["nb"]), readable(text["en"])]
            for kind, text in MESSAGES.items()
            if kind.split(".")[0] == prefix
        ]
        heading = MESSAGE_KINDS.get(prefix, prefix)
        parts.append(f"## {heading}\n\n" + table(["Slag", "Norsk", "English"], rows))
    introduction = (
        "Alle feil i en prosjektfil meldes på én gang, med fil og linje. `…` står for det som "
        "ble funnet. Kommandolinja svarer på norsk; unntak i Python er på engelsk."
    )
    return page("Feilmeldinger", introduction, *parts)


def readable(template: str) -> str:
    """A message with its placeholders as dots, safe in a table."""
    shown = re.sub(r"\{(\w+)\}", "…", template.replace("[[", "").replace("]]", ""))
    return re.sub(r"([<>*_`])", r"\\\1", shown)


def python() -> str:
    """The public functions, from their own docstrings."""
    parts = []
    for name in gevinst.__all__:
        thing = getattr(gevinst, name)
        if not name.startswith("_") and not inspect.ismodule(thing):
            parts.append(documented(f"gevinst.{name}", thing))
    introduction = "Det du får med `import gevinst`. Dokumentasjonen i koden er på engelsk."
    return page("Python", introduction, *parts)


def documented(name: str, thing: Any) -> str:  # noqa: ANN401  functions and classes alike
    """A function or class with its numpydoc sections."""
    doc = NumpyDocString(inspect.getdoc(thing) or "")
    parts = [f"## `{name}`", fenced(f"{name}{signature(thing)}", "python")]
    parts += [" ".join(doc["Summary"]), "\n".join(doc["Extended Summary"])]
    for section, heading in (
        ("Parameters", "Parametre"),
        ("Attributes", "Felter"),
        ("Returns", "Gir"),
        ("Raises", "Feil"),
    ):
        if doc[section]:
            items = [
                f"- {code(': '.join(p for p in (item.name, item.type) if p))}: "
                + " ".join(line.strip() for line in item.desc)
                for item in doc[section]
            ]
            parts.append(f"**{heading}**\n\n" + "\n".join(items))
    if doc["Examples"]:
        parts.append("**Eksempel**\n\n" + fenced("\n".join(doc["Examples"]), "pycon"))
    if inspect.isclass(thing):
        parts += [
            documented(f"{name.rpartition('.')[2]}.{n}", m).replace("## ", "### ", 1)
            for n, m in inspect.getmembers(thing, inspect.isfunction)
            if not n.startswith("_")
        ]
    return "\n\n".join(part for part in parts if part)


def signature(thing: Any) -> str:  # noqa: ANN401  functions and classes alike
    """How it is called; nothing for what cannot be called."""
    return re.sub(r"'", "", str(inspect.signature(thing))) if callable(thing) else ""


def parameters() -> str:
    """Every parameter with value, unit, date and source, as the command line prints them."""
    introduction = (
        "Satser og priser som følger med, hver med kilde og dato. Det ingen har funnet kilde til, "
        "er ikke her: da må du oppgi verdien selv i prosjektfila."
    )
    return page("Parametre og kilder", introduction, parameter_table())


def parameter_table() -> str:
    """One row an entry."""
    return fenced(shown_by("parameters"))


def command_line() -> str:
    """The help texts, exactly as they are shown."""
    commands = ("demo", "run", "check", "explain", "schema", "parameters")
    parts = [
        f"## `gevinst {command}`\n\n" + fenced(shown_by(command, "--help")) for command in commands
    ]
    parts.insert(0, fenced(shown_by("--help")))
    return page("Kommandolinja", "Hjelpetekstene slik programmet viser dem.", *parts)


def command_and_answer(found: re.Match[str]) -> str:
    """A command and what it prints."""
    command = found.group(1)
    answer = shown_by(*shlex.split(command))
    return fenced(f"gevinst {command}", "sh") + "\n\n" + fenced(answer)


def shown_by(*arguments: str) -> str:
    """What the command line prints; a command that fails stops the build."""
    from gevinst.cli import main

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            code = main(list(arguments))
        except SystemExit as finished:
            code = finished.code
    if code:
        raise PluginError(f"gevinst {' '.join(arguments)}: exit code {code}")
    return printed.getvalue()


def project_file() -> str:
    """The fields of a project file."""
    return page("Prosjektfila", "", fenced(shown_by("schema"), "json"))
