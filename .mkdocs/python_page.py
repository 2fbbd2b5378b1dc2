"""The page of the public functions, from their own docstrings."""

from __future__ import annotations

import inspect
import re
from typing import Any

from numpydoc.docscrape import NumpyDocString

import gevinst
import gevinst.baseline
import gevinst.sensitivity
from gevinst.uncertainty.change_record import Changes
from gevinst.uncertainty.probability import Probability
from gevinst.uncertainty.simulation import Simulation
from pieces import code, fenced, page


def python() -> str:
    """The public functions, from their own docstrings."""
    parts = []
    for name in gevinst.__all__:
        thing = getattr(gevinst, name)
        if not name.startswith("_") and not inspect.ismodule(thing):
            parts.append(documented(f"gevinst.{name}", thing))
    introduction = "Det du får med `import gevinst`. Dokumentasjonen i koden er på engelsk."
    return page("Python", introduction, *parts)


def baseline() -> str:
    """The public functions of `gevinst.baseline`."""
    parts = [
        documented(f"gevinst.baseline.{name}", getattr(gevinst.baseline, name))
        for name in gevinst.baseline.__all__
    ]
    introduction = (
        "Nullpunktsmåling: `measure` og `compare`, og funksjoner som tar rene tall. "
        "Dokumentasjonen i koden er på engelsk."
    )
    return page("Nullpunktsmåling i Python", introduction, *parts)


def uncertainty() -> str:
    """The public functions of `gevinst.sensitivity`, and what simulations give."""
    answers = [("Simulation", Simulation), ("Probability", Probability), ("Changes", Changes)]
    parts = [documented(name, thing) for name, thing in answers]
    parts += [
        documented(f"gevinst.sensitivity.{name}", getattr(gevinst.sensitivity, name))
        for name in gevinst.sensitivity.__all__
    ]
    introduction = (
        "Det `gevinst.simulate` og `gevinst.changes` gir, og funksjonene i `gevinst.sensitivity`. "
        "Dokumentasjonen i koden er på engelsk."
    )
    return page("Usikkerhet i Python", introduction, *parts)


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
    """How a function is called; nothing for a class, which the user gets and does not make."""
    if not inspect.isroutine(thing):
        return ""
    written = str(inspect.signature(thing)).replace("(self, ", "(").replace("(self)", "()")
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", written)
