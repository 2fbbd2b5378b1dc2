"""The page of known benefits, from the catalogue that projects refer to."""

from __future__ import annotations

from gevinst.cli.benefit_list import receiver_name
from gevinst.display import unit_words
from gevinst.known_benefits import RECEIVERS, KnownBenefit, known_benefits, not_found
from gevinst.results.wording import CLASSES
from pieces import code, page

INTRODUCTION = (
    "Gevinster å velge mellom når du skriver gevinstlinjer. Skriv id-en i feltet `catalogue` på "
    "linja: da sjekkes enhet og mottaker, og prosjektet får beskjed hvis to linjer teller det "
    "samme. Ingen har en ferdig effekt. Nullpunkt, effekt og verdi er prosjektets egne, målt eller "
    "med kilde. Samme liste får du med `gevinst benefits` og `gevinst.benefit_catalogue()`."
)


def benefits() -> str:
    """Every known benefit by receiver; then what was not found."""
    parts = [receiver(name) for name in RECEIVERS]
    missing = "\n".join(f"- {gap.text.nb}" for gap in not_found())
    return page("Kjente gevinster", INTRODUCTION, *parts, f"## Ikke funnet åpent\n\n{missing}")


def receiver(name: str) -> str:
    """The benefits of one receiver."""
    own = (b for b in known_benefits().values() if b.receiver == name)
    return f"## {receiver_name(name, 'nb')}\n\n" + "\n\n".join(benefit(b) for b in own)


def benefit(b: KnownBenefit) -> str:
    """One benefit: how it is counted, what it collides with, and where its name was read."""
    sources = "; ".join(
        f"{s.publisher}: " + (f"[{s.title}]({s.url})" if s.url else s.title) for s in b.sources
    )
    others = ", ".join(f"[{known_benefits()[i].name.nb}](#{i})" for i in b.collides_with)
    facts = [
        f"{code(b.id)}. {unit_words(b.unit, 'nb').capitalize()}. {CLASSES[b.benefit_class]['nb']}.",
        f"- Indikator: {b.indicator.nb}",
        f"- Slik telles den: {b.definition.nb}",
    ]
    facts += [f"- Teller det samme som: {others}"] if others else []
    facts += [f"- {b.note.nb}"] if b.note else []
    facts += [f"- Navnet er lest i: {sources}"]
    head, *rest = facts
    return f"### {b.name.nb} {{: #{b.id} }}\n\n{head}\n\n" + "\n".join(rest)
