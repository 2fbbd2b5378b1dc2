"""The pages of the model: quantities, formulas and words, from the catalogue and the formulas."""

from __future__ import annotations

import inspect
import textwrap

import gevinst.core.model  # noqa: F401  registers every formula of the model
from gevinst.catalogue import CATALOGUE
from gevinst.formula import FORMULAS
from pieces import code, fenced, page, table

STAGES = {
    "patients": "Pasienter",
    "work": "Arbeid",
    "staffing": "Bemanning",
    "costs": "Kostnader",
    "price": "Pris",
    "benefits": "Gevinster",
    "actors": "Aktører",
    "economics": "Nåverdi",
    "key_figures": "Nøkkeltall",
}
KINDS = {
    "flow": "strøm (summeres over tid)",
    "stock": "beholdning (måles på et tidspunkt)",
    "capacity": "kapasitet (årsverk og personer, måles på et tidspunkt)",
    "indicator": "ja eller nei (andel av månedene i et år)",
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
    "pool": "gruppe av kostnadslinjer",
    "fee": "tariffledd",
    "limit": "grense for betalingen",
    "settlement": "oppgjør",
    "benefit": "gevinstlinje",
    "actor": "aktør og gevinstklasse",
    "profession": "yrkesgruppe",
    "span": "tidsrom med åpent",
}
PERIODS = {"month": "måned", "year": "år", "none": ""}


def quantity_link(name: str) -> str:
    """A quantity's name, linked to where it is defined."""
    if name not in CATALOGUE:
        return code(name)
    return f"[`{name}`](storrelser.md#{name})"


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
    parts, heading = [], ""
    order = list(STAGES)
    for f in sorted(FORMULAS.values(), key=lambda f: order.index(CATALOGUE[f.produces].stage)):
        stage = STAGES[CATALOGUE[f.produces].stage]
        if stage != heading:
            heading = stage
            parts.append(f"## {heading}")
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
