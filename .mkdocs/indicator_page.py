"""The page of indicators, from the catalogue that baseline configurations refer to."""

from __future__ import annotations

from gevinst.cli.indicator_list import WORDS
from gevinst.indicators import KnownIndicator, known_indicators
from gevinst.indicators.records import TOPICS
from pieces import code, page

INTRODUCTION = (
    "Indikatorer å måle med, hver med definisjon, telleregel og forbehold. Skriv id-en i feltet "
    "`catalogue` på en indikator i `baseline.toml`: da fylles definisjonen ut. Samme liste får du "
    "med `gevinst indicators` og `gevinst.indicator_catalogue()`."
)


def indicators() -> str:
    """Every indicator by topic."""
    return page("Indikatorer", INTRODUCTION, *(topic(name) for name in TOPICS))


def topic(name: str) -> str:
    """The indicators of one topic."""
    own = (i for i in known_indicators().values() if i.topic == name)
    return f"## {WORDS[name][0]}\n\n" + "\n\n".join(indicator(i) for i in own)


def indicator(i: KnownIndicator) -> str:
    """One indicator: what it means, how it is counted, and what it does not say."""
    sources = "; ".join(
        f"{s.publisher}: " + (f"[{s.title}]({s.url})" if s.url else s.title) for s in i.sources
    )
    facts = [
        f"- Definisjon: {i.definition.nb}",
        f"- Telleregel: {i.counting_rule.nb}",
        f"- Kildesystem: {i.source_system.nb}",
        f"- Forbehold: {i.caveat.nb}",
        f"- Definisjonen er lest i: {sources}",
    ]
    head = f"{code(i.id)}. {WORDS[i.kind][0].capitalize()}, enhet {code(i.unit)}."
    return f"### {i.name.nb} {{: #{i.id} }}\n\n{head}\n\n" + "\n".join(facts)
