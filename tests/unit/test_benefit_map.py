"""The benefits map and the realisation plan: what is refused, and what is told."""

import copy
import math
import tomllib
from pathlib import Path
from typing import Any

import pytest

from gevinst.errors import ProjectError
from gevinst.loading import from_tables
from gevinst.reporting import describe, render_page, render_text
from gevinst.results import Results
from gevinst.running import run
from gevinst.schema.checks.benefit_map import circles

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
RAW = tomllib.loads(VALID.read_text("utf-8"))
LINE = RAW["benefits"][0]["id"]

Boxes = list[dict[str, Any]]


def boxes(**changes: dict[str, Any] | None) -> Boxes:
    """A small map that hangs together; a change replaces keys of a box, None takes it out."""
    made = {
        "dho": {"kind": "measure", "leads_to": ["maler"]},
        "maler": {"kind": "change", "leads_to": ["tidlig"]},
        "tidlig": {"kind": "effect", "leads_to": ["opphold"]},
        "opphold": {"kind": "benefit", "leads_to": ["kost"], "benefit": LINE},
        "kost": {"kind": "goal", "aims": ["cost"]},
    }
    for box, change in changes.items():
        if change is None:
            del made[box]
        else:
            made[box] = {k: v for k, v in ({**made.get(box, {}), **change}).items() if v != []}
    return [{"id": box, "name": f"Boks {box}", **content} for box, content in made.items()]


def problems(given: Boxes) -> list[tuple[str, str]]:
    """Kind and place of every problem of a project with this map."""
    with pytest.raises(ProjectError) as caught:
        from_tables(copy.deepcopy(RAW) | {"map": given})
    return [(problem.kind, problem.path) for problem in caught.value.problems]


def results(given: Boxes) -> Results:
    """A run of a project with this map."""
    return run(from_tables(copy.deepcopy(RAW) | {"map": given}))


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"dho": {"leads_to": ["malere"]}}, ("reference.unknown", "map[0].leads_to[0]")),
        ({"dho": {"leads_to": ["maler", "maler"]}}, ("reference.twice", "map[0].leads_to[1]")),
        ({"opphold": {"benefit": "innlegelser"}}, ("reference.unknown", "map[3].benefit")),
        ({"tidlig": {"benefit": LINE}}, ("map.field_of_kind", "map[2].benefit")),
        ({"opphold": {"aims": ["cost"]}}, ("map.field_of_kind", "map[3].aims")),
        ({"maler": {"leads_to": []}}, ("map.leads_nowhere", "map[1]")),
        ({"dho": None}, ("map.nothing_leads_here", "map[0]")),
        ({"tidlig": {"leads_to": ["opphold", "maler"]}}, ("map.backwards", "map[2].leads_to[1]")),
        ({"dho": {"leads_to": ["maler", "tidlig"]}}, ("map.skips", "map[0].leads_to[1]")),
        ({"kost": {"leads_to": ["kost"]}}, ("map.cycle", "map[4].leads_to")),
        ({"kost": {"kind": "gaol"}}, ("choice.unknown", "map[4].kind")),
        ({"kost": {"aims": ["costs"]}}, ("choice.unknown", "map[4].aims[0]")),
    ],
)
def test_a_map_that_does_not_hang_together_is_refused(
    change: dict[str, dict[str, Any] | None], found: tuple[str, str]
) -> None:
    """With the place, once."""
    assert problems(boxes(**change)).count(found) == 1


def test_a_circle_is_named_by_its_path() -> None:
    """So that whoever reads it sees which arrows to choose between."""
    change = {
        "a": {"kind": "effect", "leads_to": ["b"]},
        "b": {"kind": "effect", "leads_to": ["a"]},
    }

    with pytest.raises(ProjectError) as caught:
        from_tables(
            copy.deepcopy(RAW) | {"map": boxes(tidlig={"leads_to": ["opphold", "a"]}, **change)}
        )

    told = {p.kind: p.text("nb") for p in caught.value.problems}
    assert "a → b → a" in told["map.cycle"]


def test_the_same_line_stands_on_the_map_once() -> None:
    """Two boxes for one benefit would be two benefits to whoever reads the map."""
    given = boxes(tidlig={"leads_to": ["opphold", "to"]})
    given.append(
        {"id": "to", "name": "To", "kind": "benefit", "leads_to": ["kost"], "benefit": LINE}
    )

    assert problems(given) == [("map.line_twice", "map[5].benefit")]


@pytest.mark.parametrize(
    ("arrows", "found"),
    [
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, [("a",)]),
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, [("a", "b", "c")]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [("a", "b"), ("c", "d")]),
        ({"a": ["x"]}, []),
    ],
)
def test_circles_are_found_and_nothing_else(
    arrows: dict[str, list[str]], found: list[tuple[str, ...]]
) -> None:
    """Two ways to the same box are no circle."""
    assert list(circles(arrows)) == found


def test_the_map_as_a_table_names_both_ends_of_each_arrow() -> None:
    """With ids for programs, and names for people."""
    run_of = results(boxes())

    arrows, shown = run_of.table("map"), run_of.table("map", labels="nb")

    assert arrows["from"].tolist() == ["dho", "maler", "tidlig", "opphold"]
    assert arrows["to"].tolist() == ["maler", "tidlig", "opphold", "kost"]
    assert arrows["from_kind"].tolist() == ["measure", "change", "effect", "benefit"]
    assert arrows["line"].tolist() == ["", "", LINE, LINE]
    assert arrows["aims"].tolist() == ["", "", "", "cost"]
    assert shown.columns.tolist()[:2] == ["Fra", "Slag"]
    assert shown["Målområde"].tolist()[-1] == "Kostnad"
    assert results([]).table("map").empty


def test_the_plan_has_a_row_for_each_line_with_its_owner_and_target() -> None:
    """The target is the baseline with the likely change, of which the realised share counts."""
    line = RAW["benefits"][0]
    baseline, effect = 1.0, line["effect"]["likely"]
    share = line["realisation_share"]["value"]

    plan = results([]).table("plan")

    assert plan["line"].tolist() == [LINE]
    assert plan["owner"].tolist() == [line["owner"]]
    assert plan["unit"].tolist() == ["admission/patient/year"]
    assert plan["baseline"].tolist() == [baseline]
    assert math.isclose(plan["target"][0], baseline * (1 + effect * share), rel_tol=1e-12)
    assert plan["status"].tolist() == [""]


def plan_of(**changes: Any) -> dict[str, Any]:
    """The plan's one row when the line is changed."""
    line = {k: v for k, v in (RAW["benefits"][0] | changes).items() if v is not None}
    made = run(from_tables(copy.deepcopy(RAW) | {"benefits": [line]})).table("plan")
    row: dict[str, Any] = made.to_dict("records")[0]
    return row


def ranged(likely: float, unit: str = "") -> dict[str, Any]:
    """A number with a range that does not matter here."""
    ends = {"likely": likely, "low": likely - 0.1, "high": likely + 0.1}
    return {k: f"{v} {unit}" if unit else v for k, v in ends.items()} | {"means": "limits"}


def test_harm_comes_in_full_in_the_plan_too() -> None:
    """Of a gain only a share is realised; more admissions are not made fewer by that."""
    assert math.isclose(plan_of(effect=ranged(0.2))["target"], 1.2, rel_tol=1e-12)


def test_a_change_by_number_never_goes_below_none() -> None:
    """One less per patient and year, of which half is realised, from one."""
    row = plan_of(effect=None, change=ranged(-0.8, "admission/patient/year"))

    assert math.isclose(row["target"], 1 - 0.8 * 0.5, rel_tol=1e-12)


def test_the_dispenser_of_royken_is_345_minutes_in_each_of_26_periods() -> None:
    """6 h 30 min before and 45 min after, per 14 days (Kommunal Rapport on Røyken)."""
    raw = copy.deepcopy(RAW) | {
        "professions": [{"id": "sp", "name": "Sykepleier", "net_hours": 1500}]
    }
    keep = ("id", "name", "indicator", "definition", "design", "owner", "payer")
    line = {key: RAW["benefits"][0][key] for key in keep} | {
        "kind": "hours", "profession": "sp", "receiver": "municipality", "class": "capacity",
        "before": ranged(390, "work_minute/patient"), "after": ranged(45, "work_minute/patient"),
        "periods": "26 1/year", "realisation_share": {"value": 1, "note": "Alt."},
    }  # fmt: skip

    plan = run(from_tables(raw | {"benefits": [line]})).table("plan")

    assert plan["unit"].tolist() == ["work_hour/patient/year"]
    saved = plan["baseline"][0] - plan["target"][0]
    assert math.isclose(saved, 345 / 60 * 26, rel_tol=1e-12)


def test_a_described_benefit_has_an_owner_and_no_numbers() -> None:
    """It stands in the plan all the same."""
    keep = ("id", "name", "indicator", "definition", "design", "owner", "payer")
    line = {key: RAW["benefits"][0][key] for key in keep} | {
        "kind": "described", "receiver": "patient", "class": "quality_unpriced",
        "plus_minus": {"importance": "large", "extent": 2, "reason": "Spørreskjema."},
        "plan": {"target_month": "2028-06", "method": "Spørreskjema", "status": "started"},
    }  # fmt: skip

    row = run(from_tables(copy.deepcopy(RAW) | {"benefits": [line]})).table("plan", labels="nb")

    assert row[["Nullpunkt", "Mål"]].isna().all(axis=None)
    assert row["Innen"].tolist() == ["2028-06"]
    assert row["Status"].tolist() == ["Startet"]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_page_and_text_show_map_and_plan(lang: Any) -> None:
    """Drawn on the page, told in lines in a terminal; no map, no section."""
    summary = describe(results(boxes()), lang)
    without = describe(results([]), lang)

    page, text = render_page(summary), render_text(summary)

    assert page.count('<svg class="map"') == 1
    assert "Boks tidlig → Boks opphold" in text
    assert {"map", "plan"} <= {section.id for section in summary.sections}
    assert "map" not in {section.id for section in without.sections}
    assert "plan" in {section.id for section in without.sections}


def test_boxes_of_one_kind_that_lead_to_one_another_stand_in_columns_of_their_own() -> None:
    """Left to right always: an effect that brings about another stands before it."""
    later = {"kind": "effect", "leads_to": ["opphold"]}
    run_of = results(boxes(tidlig={"leads_to": ["senere"]}, senere=later))

    diagram = describe(run_of).sections[-4].blocks[0]

    columns = {box.id: box.column for box in diagram.boxes}  # type: ignore[union-attr]
    assert columns["tidlig"] + 1 == columns["senere"] == columns["opphold"] - 1
    assert diagram.columns == ("Tiltak", "Endring", "Virkning", "", "Gevinst", "Mål")  # type: ignore[union-attr]
