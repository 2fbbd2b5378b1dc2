"""Measured baselines and effects through the whole chain: run, explanation, workbook, editor."""

import dataclasses
from pathlib import Path

import pytest
from measured_projects import comparison, measurement, tables

import gevinst as gv
from gevinst.loading import from_tables
from gevinst.schema import Project, json_schema
from gevinst.schema.written import tables_of


@pytest.fixture
def project() -> Project:
    """A project that takes both its baseline and its effect."""
    ratio = {"likely": 0.91, "low": 0.7, "high": 1.2, "means": "95 % interval"}
    raw = tables(
        measurement("for", person_time=20, events=60),
        comparisons=[comparison("comparison_group", ratio=ratio)],
        baseline={"measured": "for"},
        baseline_from="measured",
        effect={"compared": "effekt", "note": "Fra fire kommuner."},
        design="comparison_group",
    )
    return from_tables(raw)


def test_the_model_counts_with_the_numbers_taken(project: Project) -> None:
    results = gv.run(project)
    x = results.inputs.changes[-1]

    assert x.baseline_rate.max() == 3
    assert x.effect.flat[0] == pytest.approx(-0.09)  # type: ignore[union-attr]


def test_explaining_names_the_measurement_and_its_source(project: Project) -> None:
    results = gv.run(project)

    told = gv.explain(results, "effect", line="besok").text("nb")

    assert "sammenligningen «effekt» i benefits[1].effect" in told
    assert "kilde: Sammenligningsgruppe: forholdstall 0,91" in told
    assert "merknad: Fra fire kommuner" in told


def test_a_scenario_that_changes_the_number_writes_the_number(project: Project) -> None:
    """What is written must say what the value is, wherever it was taken from."""
    line = project.benefits[-1]
    line.__dict__["baseline"] = dataclasses.replace(line.baseline, likely=2.0)  # type: ignore[union-attr]

    written = tables_of(project)["benefits"][-1]["baseline"]

    assert written["likely"] == "2.0 visit/patient/year"
    assert written["source"].startswith("Målt")


def test_the_workbook_shows_what_it_follows_and_reads_it_back(
    project: Project, tmp_path: Path
) -> None:
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "prosjekt.xlsx"
    gv.workbook(project, path)

    page = openpyxl.load_workbook(path)["Inndata"]
    rows = [row for row in page.iter_rows() if "«for»" in str([cell.value for cell in row])]
    again = gv.load(path)

    assert len(rows) == 1
    assert "Formel: følger de gule tallene i målingen «for»" in str(
        [cell.value for cell in rows[0]]
    )
    assert not any(cell.protection.locked is False for cell in rows[0])
    assert again == project
    assert tables_of(again) == tables_of(project)


def test_an_editor_knows_the_form() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    defs = json_schema()["$defs"]
    baseline = defs["EventsBenefit"]["properties"]["baseline"]
    share = defs["EventsBenefit"]["properties"]["realisation_share"]

    jsonschema.validate({"measured": "for", "note": "n"}, baseline)
    for given, schema in (({"compared": "for"}, baseline), ({"measured": "for"}, share)):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(given, schema)


def test_the_first_example_measures_and_its_price_is_not_moved_by_it() -> None:
    """The counts door, with figures that are said to be invented; the price knows nothing of it."""
    example = gv.example("nord-troms")
    taken = [v for line in example.benefits if (v := getattr(line, "baseline", None)) and v.taken]
    raw = tables_of(example)
    for line in raw["benefits"]:
        if line.get("baseline_from") == "measured":
            line |= {"baseline": 1.0, "baseline_from": "assumed"}
    other = gv.run(from_tables(raw))

    charges = gv.run(example).table("charges")

    assert len(taken) == 2
    assert all("oppdiktet regneeksempel" in (value.source or "") for value in taken)
    assert charges.equals(other.table("charges"))
