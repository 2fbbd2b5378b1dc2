"""Measurements beside each other, and from the shipped example all the way into a project."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from measured import ADMISSIONS, config, counts

import gevinst as gv
from gevinst import baseline
from gevinst.cli import main
from gevinst.errors import ArgumentError
from gevinst.loading import example_text, from_tables

ROWS = counts(
    ("innleggelser", "", "", "før", "fulgt", 32, 31.5, 64),
    ("innleggelser", "", "", "etter", "fulgt", 32, 31.0, 48),
)


def measured(name: str, **changed: str) -> baseline.Measurement:
    of = config(ADMISSIONS | changed, baseline={"name": name})
    return baseline.measure_counts(ROWS, of)


def test_two_measurements_of_one_definition_stand_beside_each_other() -> None:
    first, second = measured("Nord"), measured("Sør")

    frame = baseline.side_by_side(first, second)

    assert list(frame["measurement"].unique()) == ["Nord", "Sør"]
    assert len(frame) == 2 * len(first.table())
    assert frame["amount"].sum() == 2 * first.table()["amount"].sum()


@pytest.mark.parametrize(
    "changed", [{"definition": "Alle innleggelser."}, {"counting_rule": "Hver avdeling teller."}]
)
def test_one_name_with_two_definitions_is_refused_with_both(changed: dict[str, str]) -> None:
    with pytest.raises(ArgumentError) as caught:
        baseline.side_by_side(measured("Nord"), measured("Sør", **changed))

    said = caught.value.text("nb")
    assert "Akutte innleggelser i somatikk." in said
    assert next(iter(changed.values())) in said


def test_one_measurement_or_two_of_one_name_are_refused() -> None:
    for few in ((measured("Nord"),), (measured("Nord"), measured("Nord"))):
        with pytest.raises(ArgumentError, match="two or more"):
            baseline.side_by_side(*few)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tom.csv", b"", "tom.csv) er tom"),
        ("skadet.xlsx", b"ikke en arbeidsbok", "Kan ikke lese skadet.xlsx"),
        ("borte.csv", None, "borte.csv. Sjekk navnet og mappen"),
    ],
)
def test_a_file_of_counts_that_cannot_be_read_is_named(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(ArgumentError) as caught:
        baseline.measure_counts(str(tmp_path / name), config())

    assert said in caught.value.text("nb")


def test_the_shipped_example_becomes_inputs_of_a_project(tmp_path: Path) -> None:
    """What is written for a project is pasted into one, and a benefit line takes both from it."""
    assert main(["baseline", "example", "--out", str(tmp_path)]) == 0
    written = tomllib.loads((tmp_path / "prosjekt.toml").read_text(encoding="utf-8"))
    comparison = next(c for c in written["comparisons"] if c["design"] == "comparison_group")
    before = next(
        m
        for m in written["measurements"]
        if m["indicator"] == comparison["indicator"] and m["id"].endswith("-before")
    )
    tables = tomllib.loads(example_text("nord-troms"))
    line = next(b for b in tables["benefits"] if b["id"] == "fastlege")
    for replaced in ("change", "unit_value", "catalogue"):
        line.pop(replaced, None)
    line |= {
        "indicator": before["indicator"],
        "definition": before["definition"],
        "unit": "admission",
        "unit_value": {"value": "60000 NOK/admission", "note": "Antakelse."},
        "design": "comparison_group",
        "baseline": {"measured": before["id"]},
        "baseline_from": "measured",
        "effect": {"compared": comparison["id"]},
    }
    tables["measurements"] += written["measurements"]
    tables["comparisons"] = [*tables.get("comparisons", []), *written["comparisons"]]

    project = from_tables(tables)

    at = next(i for i, benefit in enumerate(project.benefits) if benefit.id == "fastlege")
    effect = dict(project.values())[f"benefits[{at}].effect"]
    assert effect.means == "95 % interval"
    assert effect.low == pytest.approx(-0.53, abs=0.02)
    assert effect.low < effect.likely < effect.high < 0
    assert gv.run(project).checksum != gv.run(gv.example("nord-troms")).checksum
    drawn = gv.simulate(project, 200).drawn("benefits.fastlege.effect")
    assert drawn.min() < effect.low < drawn.mean() < effect.high
