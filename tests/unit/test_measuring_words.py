"""What may be said of a comparison: never more than its design bears."""

import functools
import os
import re
from pathlib import Path

import pytest
from measured import (
    ADMISSIONS,
    BED_DAYS,
    DESIGNS,
    FOUR,
    POPULATION,
    RELATIVE,
    config,
    persons_and_events,
    selected_of,
)

from gevinst import baseline
from gevinst.errors import Language
from gevinst.messages import MESSAGES

GOLDEN = Path(__file__).parents[1] / "golden" / "baseline"
FORBIDDEN = re.compile("effekt|gevinst|effect|benefit", re.IGNORECASE)


def test_nothing_said_of_a_selected_uncontrolled_group_is_an_effect() -> None:
    texts = []
    for comparison in (selected_of(), selected_of(POPULATION)):
        for lang in ("nb", "en"):
            table = comparison.table(lang)
            texts += [comparison.verdict("innleggelser", lang), *comparison.assumptions(lang)]
            texts += [str(cell) for cell in table.to_numpy().ravel()] + list(table.columns)
        heavy = comparison.without_heavy_users()
        texts += [str(cell) for cell in heavy.to_numpy().ravel()]
        texts += [
            str(cell) for row in comparison.project_tables()["comparisons"] for cell in row.values()
        ]

    assert "observert endring" in texts[0]
    assert [text for text in texts if FORBIDDEN.search(text)] == []


def test_a_deterioration_is_said_as_readily_as_an_improvement() -> None:
    measurement = baseline.measure_counts(FOUR, config())
    turned = FOUR.assign(periode=FOUR["periode"].map({"før": "etter", "etter": "før"}))
    worse = baseline.measure_counts(turned, config())

    said = [
        baseline.compare(m, design="randomised").verdict("innleggelser")
        for m in (measurement, worse)
    ]

    assert "til det bedre" in said[0]
    assert "til det verre" in said[1]


def test_an_interval_that_holds_no_change_shows_no_effect() -> None:
    comparison = baseline.compare(
        baseline.measure_counts(FOUR, config()), design="comparison_group"
    )

    verdict = comparison.verdict("innleggelser")

    assert "ingen effekt er vist" in verdict
    assert "Anslått effekt" not in verdict


def test_every_text_is_there_in_both_languages() -> None:
    for kind, texts in MESSAGES.items():
        if kind.startswith(("baseline.says", "baseline.assumes", "baseline.refused")):
            assert set(texts) == {"nb", "en"}, kind
            names = [sorted(re.findall(r"\{\w+\}", texts[lang])) for lang in ("nb", "en")]
            assert names[0] == names[1], kind


@functools.cache
def compared() -> list[tuple[str, baseline.Comparison]]:
    """Every design of one measurement, and the selected one with its population too."""
    persons, events = persons_and_events(400, effect=0.5)
    found = []
    for name, population in (("ukjent befolkning", []), ("målt befolkning", [POPULATION])):
        settings = config(ADMISSIONS, BED_DAYS, windows=RELATIVE, population=population)
        measurement = baseline.measure(persons, events, settings)
        for design in DESIGNS[-1:] if population else DESIGNS:
            selected = design != "before_after"
            comparison = baseline.compare(measurement, design=design, selected_on_use=selected)
            found.append((name, comparison))
    return found


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_words_read_as_stored(lang: Language) -> None:
    """``GOLDEN=write`` in the environment stores them anew; read the difference first."""
    lines = []
    for name, comparison in compared():
        lines += [f"== {comparison.design} ({name})"]
        lines += [comparison.verdict(i.id, lang) for i in comparison.config.indicators]
        lines += [f"- {text}" for text in comparison.assumptions(lang)]
    stored = GOLDEN / f"words.{lang}.txt"
    text = "\n".join(lines) + "\n"

    if os.environ.get("GOLDEN") == "write":
        stored.write_text(text, "utf-8", newline="\n")
    assert text == stored.read_text("utf-8")
