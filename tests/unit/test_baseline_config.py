"""The configuration of a baseline measurement: what it means, and every problem at once."""

import copy
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from gevinst.errors import Language, ProjectError
from gevinst.loading import load_baseline
from gevinst.schema.baseline_config import BaselineConfig

FOLDER = Path(__file__).parents[1] / "golden" / "baseline"
VALID = tomllib.loads((FOLDER / "counts.toml").read_text(encoding="utf-8"))
MONTHS = 12
DAYS = 30


def changed(*path: str | int, to: object = None) -> dict[str, Any]:
    """The valid configuration with one thing changed, or taken away."""
    raw = copy.deepcopy(VALID)
    place: Any = raw
    for step in path[:-1]:
        place = place[step]
    if to is None:
        del place[path[-1]]
    else:
        place[path[-1]] = to
    return raw


def kinds(raw: dict[str, Any]) -> list[tuple[str, str]]:
    """Place and kind of every problem."""
    with pytest.raises(ProjectError) as caught:
        load_baseline(raw)
    return [(problem.path, problem.kind) for problem in caught.value.problems]


def test_a_configuration_says_what_it_says() -> None:
    """Lengths in whole months and days, the catalogue filled in, what is stated kept."""
    config = load_baseline(VALID)

    assert config.windows.length_months == MONTHS
    assert config.windows.washout_days == DAYS
    assert config.windows.is_relative
    assert config.primary.name == "Akutte innleggelser"
    assert config.primary.kind == "events"
    assert config.primary.source_system == "NPR"
    assert config.counts[0].person_time.likely == pytest.approx(730 / 12, rel=1e-12)
    assert config.counts[0].total == 171
    assert config.population_of("innleggelser") is config.population[0]


def test_what_the_file_says_goes_before_the_catalogue() -> None:
    """An own counting rule is not overwritten."""
    config = load_baseline(changed("indicators", 0, "counting_rule", to="Vår egen."))

    assert config.primary.counting_rule == "Vår egen."
    assert not config.primary.same_definition(load_baseline(VALID).primary)


def test_before_and_after_of_selected_patients_is_that_design() -> None:
    """The stated design is kept beside it."""
    config = load_baseline(changed("baseline", "design", to="before_after"))

    assert config.design == "before_after_selected"
    assert config.baseline.design == "before_after"


def test_a_file_and_its_content_say_the_same(tmp_path: Path) -> None:
    """The door does not matter."""
    file = tmp_path / "baseline.toml"
    file.write_text((FOLDER / "counts.toml").read_text(encoding="utf-8"), encoding="utf-8")

    assert load_baseline(file) == load_baseline(VALID)


@pytest.mark.parametrize(
    ("raw", "place", "kind"),
    [
        (changed("baseline", "primary", to="annet"), "baseline.primary", "unknown_indicator"),
        (changed("counts", 0, "indicator", to="x"), "counts[0].indicator", "unknown_indicator"),
        (changed("indicators", 0, "catalogue", to="x"), "indicators[0].catalogue", "unknown_cat"),
        (changed("indicators", 0, "unit", to="bed_day"), "indicators[0].unit", "unit_of_kind"),
        (changed("indicators", 0, "limit", to=3), "indicators[0].limit", "limit_unused"),
        (changed("windows", "index_event"), "windows", "index_event_missing"),
        (changed("windows", "length", to="1.5 month"), "windows.length", "whole_months"),
        (changed("windows", "washout", to="1.5 day"), "windows.washout", "whole_days"),
        (changed("population", 0, "cut", to=1.5), "population[0].cut", "cut"),
        (changed("population", 0, "distribution"), "population[0]", "population_moments"),
        (changed("population", 0, "sd", to=1), "population[0].sd", "population_key"),
        (changed("population", 0, "distribution", to=[9, 0]), "population[0].distribution", "dist"),
        (changed("counts", 1, "period", to="before"), "counts[1]", "counts_twice"),
        (changed("baseline", "design", to="interrupted_time_series"), "windows", "introduced"),
    ],
)
def test_what_does_not_fit_is_named_where_it_stands(
    raw: dict[str, Any], place: str, kind: str
) -> None:
    """The place and the kind of the problem."""
    found = kinds(raw)

    assert any(p == place and k.startswith(f"baseline.{kind}") for p, k in found), found


def calendar(**dates: str) -> dict[str, Any]:
    """The valid configuration with calendar windows."""
    raw = changed("windows", to={})
    stated = {
        "before_from": "2024-01-01",
        "before_to": "2024-12-31",
        "after_from": "2025-01-01",
        "after_to": "2025-12-31",
        **dates,
    }
    raw["windows"] = tomllib.loads("\n".join(f"{key} = {date}" for key, date in stated.items()))
    return raw


def test_calendar_years_are_equal_windows() -> None:
    """A leap day is no difference."""
    config = load_baseline(calendar())

    assert not config.windows.is_relative
    assert config.windows.years_before == pytest.approx(1, rel=0.003)


def test_unequal_windows_are_refused_with_the_reason_and_let_through_with_one() -> None:
    """Half a year against a whole, and winter against summer."""
    half = calendar(before_from="2024-07-01")
    winter = calendar(before_to="2024-06-30", after_from="2025-07-01")

    assert kinds(half) == [("windows.after_to", "baseline.window_lengths")]
    assert ("windows.after_from", "baseline.window_seasons") in kinds(
        calendar(
            before_from="2023-10-01",
            before_to="2024-03-31",
            after_from="2024-04-01",
            after_to="2024-09-30",
        )
    )
    assert kinds(winter)[0][1].startswith("baseline.window")
    half["windows"]["unequal"] = "Uttrekket begynner i juli."
    assert load_baseline(half).windows.unequal is not None


def test_two_definitions_of_one_name_are_shown_side_by_side() -> None:
    """Nobody has to look for what differs."""
    raw = copy.deepcopy(VALID)
    other = {**raw["indicators"][0], "id": "andre", "definition": "Alle opphold."}
    raw["indicators"].append(other)

    with pytest.raises(ProjectError) as caught:
        load_baseline(raw)

    text = caught.value.text("nb")
    assert "Øyeblikkelig hjelp-opphold med overnatting" in text
    assert "Alle opphold." in text


def test_a_table_of_the_population_is_read_from_the_folder_of_the_file(tmp_path: Path) -> None:
    """Numbers of events that nobody had are zero."""
    raw = (FOLDER / "counts.toml").read_text(encoding="utf-8")
    line = next(line for line in raw.splitlines() if line.startswith("distribution"))
    file = tmp_path / "baseline.toml"
    file.write_text(raw.replace(line, 'table = "population.csv"'), encoding="utf-8")
    table = tmp_path / "population.csv"
    table.write_text("persons;events\n90;0\n8;1\n2;3\n", encoding="utf-8")

    config = load_baseline(file)

    assert config.population[0].distribution == (90, 8, 0, 2)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("antall;personer\n0;3\n", "baseline.table_columns"),
        ("events;persons\n0;3\n0;4\n", "baseline.table_columns"),
        ("events;persons\n0;tre\n", "baseline.table_columns"),
        ("events;persons\n0;3\n1;-2\n", "baseline.table_columns"),
        ("events;persons\n999999999;3\n", "baseline.table_columns"),
        ("events;persons\n0;3\n", "baseline.distribution_empty"),
        ("", "baseline.table_columns"),
        (None, "baseline.table_unreadable"),
    ],
)
def test_a_table_of_the_population_that_cannot_be_used_is_a_problem_with_its_line(
    tmp_path: Path, content: str | None, kind: str
) -> None:
    """Never a traceback."""
    raw = (FOLDER / "counts.toml").read_text(encoding="utf-8")
    line = next(line for line in raw.splitlines() if line.startswith("distribution"))
    file = tmp_path / "baseline.toml"
    file.write_text(raw.replace(line, 'table = "population.csv"'), encoding="utf-8")
    if content is not None:
        (tmp_path / "population.csv").write_text(content, encoding="utf-8")

    with pytest.raises(ProjectError) as caught:
        load_baseline(file)

    (problem,) = caught.value.problems
    assert problem.kind == kind
    assert problem.line is not None


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_problem_of_a_file_is_told_at_once(
    lang: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As stored; ``GOLDEN=write`` stores anew."""
    stored = FOLDER / f"wrong.{lang}.txt"
    monkeypatch.chdir(FOLDER)

    with pytest.raises(ProjectError) as caught:
        load_baseline("wrong.toml")

    message = caught.value.text(lang) + "\n"
    if os.environ.get("GOLDEN") == "write":
        stored.write_text(message, "utf-8", newline="\n")
    assert message == stored.read_text("utf-8")


def test_a_configuration_that_cannot_be_parsed_is_told_with_what_else_is_wrong(
    tmp_path: Path,
) -> None:
    """A slip in one line does not hide a slip in another."""
    file = tmp_path / "baseline.toml"
    text = (FOLDER / "counts.toml").read_text(encoding="utf-8")
    text = text.replace("date = 2026-10-01", "date = 01.10.2026")
    file.write_text(text.replace('"exclude"', '"excluded"'), encoding="utf-8")

    with pytest.raises(ProjectError) as caught:
        load_baseline(file)

    assert {problem.kind for problem in caught.value.problems} >= {"choice.unknown"}
    assert len(caught.value.problems) > 1


def test_every_field_is_described_in_norwegian() -> None:
    """The page of the file is made of the descriptions."""
    schema = BaselineConfig.model_json_schema()

    for name, table in schema["$defs"].items():
        for key, field in table["properties"].items():
            assert field.get("description"), f"{name}.{key}"
