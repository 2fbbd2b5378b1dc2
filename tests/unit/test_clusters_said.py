"""Persons of one municipality change together: the answer says whether that is in its interval."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from measured import FOUR, RELATIVE, config, persons_and_events

from gevinst import baseline
from gevinst.errors import Language
from gevinst.reporting import render_page, render_text
from gevinst.reporting.baseline_summary import describe_baseline

SETTINGS = config(windows=RELATIVE, baseline={"design": "comparison_group"})


def compared(
    municipality: np.ndarray | None, design: str = "comparison_group"
) -> baseline.Comparison:
    """240 persons in two arms, with the municipality given to each."""
    persons, events = persons_and_events(240)
    if municipality is None:
        persons = persons.drop(columns="municipality")
    else:
        own = municipality[np.arange(240)] + 100 * (persons["arm"] == "comparison")
        persons["municipality"] = "K" + own.astype(str)
    measurement = baseline.measure(persons, events, SETTINGS)
    return baseline.compare(measurement, design=design)


@pytest.mark.parametrize("design", ["comparison_group", "randomised"])
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nb", "11 kommuner i den minste gruppa, og minst 12 trengs"),
        ("en", "11 municipalities in the smaller group, and at least 12 are needed"),
    ],
)
def test_too_few_municipalities_are_said_to_be_too_few(
    design: str, lang: Language, words: str
) -> None:
    """With 11 in an arm persons are taken as independent: the interval may be too narrow."""
    said = [
        text for text in compared(np.arange(240) % 11, design).assumptions(lang) if words in text
    ]

    assert len(said) == 1


def test_it_stands_on_the_page_and_in_the_terminal() -> None:
    comparison = compared(np.arange(240) % 11)
    summary = describe_baseline(comparison._measurement, comparison, "nb")

    for shown in (render_text(summary), render_page(summary)):
        assert "11 kommuner i den minste gruppa" in " ".join(shown.split())


def test_enough_municipalities_are_the_unit_and_it_is_said() -> None:
    """With 12 in each arm whole municipalities are redrawn, and the interval is another."""
    few, enough = compared(np.arange(240) % 11), compared(np.arange(240) % 12)

    assert any("hele kommuner" in t and "12" in t for t in enough.assumptions())
    assert not any("minst 12 trengs" in t for t in enough.assumptions())
    assert few.of("innleggelser").difference != enough.of("innleggelser").difference


def test_municipalities_in_both_arms_and_counts_are_said_too() -> None:
    """The same municipalities on both sides; and counts, which have no persons to put together."""
    persons, events = persons_and_events(240)
    mixed = baseline.compare(baseline.measure(persons, events, SETTINGS), design="comparison_group")
    counted = baseline.compare(
        baseline.measure_counts(pd.DataFrame(FOUR), config()), design="comparison_group"
    )

    assert any("de samme kommunene" in text for text in mixed.assumptions())
    assert any("regnet fra antall" in t and "kommune" in t for t in counted.assumptions())


def test_without_municipalities_or_another_arm_there_is_nothing_to_say() -> None:
    for comparison in (compared(None), compared(np.arange(240) % 11, "before_after")):
        assert not any("kommune" in text for text in comparison.assumptions())
