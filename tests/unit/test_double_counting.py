"""The guard against counting twice: what it stops, what it remarks on, and what settles it."""

import copy
import gc
import inspect
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from gevinst.assemble import remarks as remarks_module
from gevinst.errors import ProjectError
from gevinst.loading import from_tables
from gevinst.messages.overlaps import OVERLAPS
from gevinst.reporting import checked_text, describe, render_text
from gevinst.results import Results
from gevinst.results.wording import QUANTITIES
from gevinst.running import run
from gevinst.schema import Project
from gevinst.schema.overlaps import RULES

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
RAW = tomllib.loads(VALID.read_text("utf-8"))
HOSPITAL = next(p["code"] for p in RAW["partners"] if p["kind"] == "hospital_trust")
GROUPS = [group["id"] for group in RAW["groups"]]
PRICES = {"bed_day": "NOK/bed_day"}

Table = dict[str, Any]


def line(name: str, unit: str, receiver: str, of_class: str = "capacity", **more: Any) -> Table:
    """A benefit line that is complete, whatever it counts."""
    made: Table = {
        "id": name, "name": f"Linje {name}", "kind": "events", "indicator": f"Indikator {name}",
        "definition": "Slik telles det.", "design": "comparison_group", "unit": unit,
        "baseline": f"10 {unit}/patient/year", "baseline_from": "assumed",
        "effect": {"likely": -0.1, "low": -0.2, "high": 0.1, "means": "80 % interval"},
        "realisation_share": 0.5, "owner": "Eier", "payer": "municipality", "receiver": receiver,
        "class": of_class,
    }  # fmt: skip
    if of_class == "quality_unpriced":
        made["plus_minus"] = {"importance": "medium", "extent": 1, "reason": "Spørreskjema."}
    elif of_class == "transfer":
        made |= {"unit_value": f"100 NOK/{unit}", "counterparty": "state"}
    elif unit == "bed_day":
        made["bed_day_value"] = {
            name: f"{value} NOK/bed_day"
            for name, value in (("average", 26000), ("capacity", 7000), ("marginal", 2000))
        }
    elif unit == "work_hour":
        if of_class == "cash":
            made |= {"unit_value": "600 NOK/work_hour", "budget_decision": "Vedtak 12/26."}
    else:
        made["unit_value"] = f"100 NOK/{unit}"
    return made | more


def loaded(*lines: Table, **more: Any) -> Results:
    """A run of a project with these lines."""
    return run(from_tables(copy.deepcopy(RAW) | {"benefits": list(lines)} | more))


def stopped(*lines: Table, **more: Any) -> list[tuple[str, str]]:
    """Kind and place of every problem; none if the project can be used."""
    try:
        from_tables(copy.deepcopy(RAW) | {"benefits": list(lines)} | more)
    except ProjectError as error:
        return [(problem.kind, problem.path) for problem in error.problems]
    return []


def remarked(*lines: Table, **more: Any) -> list[str]:
    """What the table of warnings says of these lines."""
    table = loaded(*lines, **more).table("warnings")
    return [kind for kind in table["quantity"] if "." in kind]


def kinds_of(project: Project) -> list[str]:
    """The remarks that a run of the project carries."""
    return [remark.kind for remark in run(project).names.remarks]


ADMISSION = line("opphold", "admission", HOSPITAL)
DAYS = line("dogn", "bed_day", HOSPITAL)
HOURS = line("timer", "work_hour", "municipality")
VISITS = line("besok", "visit", "municipality")
TEMPS = line("vikar", "work_hour", "municipality", "cash")
QALY = line("leveaar", "qaly", "patient", "quality_unpriced")
SAFETY = line("trygg", "event", "patient", "quality_unpriced")
OWN_TRIPS = line("reise", "trip", "patient", "cash")
PAID_TRIPS = line("taxi", "trip", HOSPITAL, "cash")

STOPPED = [
    ("stay_and_days", ADMISSION, DAYS),
    ("stay_and_days", line("igjen", "readmission", HOSPITAL), ADMISSION),
    ("time_and_visits", HOURS, VISITS),
    ("one_class", HOURS, TEMPS),
    ("quality_of_life_and_parts", QALY, SAFETY),
    ("travel_has_one_owner", OWN_TRIPS, PAID_TRIPS),
    ("same_benefit", ADMISSION, ADMISSION | {"id": "to", "name": "Linje to"}),
]
BY_CATALOGUE = [
    ("stay_and_days", "bed_days", DAYS, "admissions", ADMISSION),
    ("time_and_visits", "home_nursing_hours", HOURS, "home_visits", VISITS),
    ("hours_and_temporary_staff", "home_nursing_hours", HOURS, "temporary_staff", TEMPS),
    ("quality_of_life_and_parts", "qaly", QALY, "safety", SAFETY),
    ("travel_has_one_owner", "patient_travel_expense", OWN_TRIPS, "patient_transport", PAID_TRIPS),
    ("same_benefit", "bed_days", DAYS, "bed_days", DAYS | {"id": "b", "indicator": "Annet"}),
    ("whole_and_parts", "care_capacity", HOURS, "short_stay_days",
     line("kort", "nursing_day", "municipality")),
]  # fmt: skip
ALLOWED = [
    ("different receivers", ADMISSION, DAYS | {"receiver": "municipality"}),
    ("different groups", ADMISSION | {"groups": GROUPS[:1]}, DAYS | {"groups": GROUPS[1:2]}),
    ("opposite directions", HOURS,
     VISITS | {"effect": {"likely": 0.1, "low": 0.0, "high": 0.2, "means": "limits"}}),
    ("a transfer beside what it follows from", ADMISSION,
     line("isf", "drg_point", HOSPITAL, "transfer")),
    ("the catalogue knows them apart", HOURS | {"catalogue": "practical_help_hours"},
     VISITS | {"catalogue": "home_visits"}),
    ("two groups of hours", HOURS, HOURS | {"id": "andre", "indicator": "Andre timer"}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "one", "other"), STOPPED)
def test_lines_that_count_the_same_are_stopped(rule: str, one: Table, other: Table) -> None:
    """Whichever comes first, the second is pointed at, and both are named."""
    for first, second in ((one, other), (other, one)):
        assert stopped(first, second) == [(f"overlap.{rule}", "benefits[1]")]


@pytest.mark.parametrize(("rule", "name", "one", "other_name", "other"), BY_CATALOGUE)
def test_the_catalogue_stops_what_it_knows_to_collide(
    rule: str, name: str, one: Table, other_name: str, other: Table
) -> None:
    """By the ids of the catalogue, also where units alone would say nothing."""
    pair = one | {"catalogue": name}, other | {"catalogue": other_name}

    assert stopped(*pair) == [(f"overlap.{rule}", "benefits[1]")]


@pytest.mark.parametrize(("why", "one", "other"), ALLOWED)
def test_lines_that_are_not_the_same_are_let_through(why: str, one: Table, other: Table) -> None:
    """Other receivers, other patients, the other direction, a transfer, or known apart."""
    assert why
    assert stopped(one, other) == []
    assert not [kind for kind in remarked(one, other) if kind.startswith("overlap")]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_message_names_both_lines_says_why_and_what_to_do(lang: Any) -> None:
    """And how to let both stand."""
    with pytest.raises(ProjectError) as caught:
        from_tables(copy.deepcopy(RAW) | {"benefits": [ADMISSION, DAYS]})

    text = caught.value.problems[0].text(lang)
    assert "Linje opphold" in text
    assert "Linje dogn" in text
    assert '["opphold", "dogn"]' in text
    assert "[[accepted_overlaps]]" in text
    assert {"nb": "Velg én", "en": "Choose one"}[lang] in text


@pytest.mark.parametrize(("rule", "one", "other"), STOPPED)
def test_an_accepted_overlap_stands_and_is_shown(rule: str, one: Table, other: Table) -> None:
    """In the table of warnings, the summary and the command's output, with its reason."""
    settled = [{"lines": [other["id"], one["id"]], "reason": f"Godtatt: {rule}"}]

    results = loaded(one, other, accepted_overlaps=settled)

    warnings = results.table("warnings")
    told = warnings[warnings["quantity"] == "overlap.accepted"]
    assert len(told) == 1
    assert f"Godtatt: {rule}" in told["text"].iloc[0]
    assert f"Godtatt: {rule}" in " ".join(checked_text(results, "x.toml", "nb").split())


def test_a_warning_that_is_accepted_is_told_as_accepted() -> None:
    """An overlap that may stand can be settled as well."""
    lines = OWN_TRIPS, line("kjoring", "km", HOSPITAL, "cash")
    settled = [{"lines": ["reise", "kjoring"], "reason": "Ulike reiser."}]

    assert "overlap.trips_and_distance" in remarked(*lines)
    assert "overlap.accepted" in remarked(*lines, accepted_overlaps=settled)
    assert "overlap.trips_and_distance" not in remarked(*lines, accepted_overlaps=settled)


def test_what_is_accepted_in_vain_is_told() -> None:
    """So that an old exception does not hide a new mistake."""
    settled = [{"lines": ["timer", "opphold"], "reason": "Var en gang likt."}]

    assert "overlap.accepted_in_vain" in remarked(HOURS, ADMISSION, accepted_overlaps=settled)


LOOP: Table = {
    key: ADMISSION[key] for key in ("indicator", "definition", "design", "owner", "payer", "effect",
                                    "realisation_share", "baseline_from")
} | {
    "id": "akutt", "name": "Akuttrunden", "kind": "loop", "baseline": "1 event/patient/year",
    "contacts": [{"id": "lege", "service": "Legevakt", "cost": "1000 NOK/event",
                  "payer": "municipality", "class": "capacity"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "one", "other"),
    [
        ("trips_and_distance", OWN_TRIPS, line("km", "km", HOSPITAL, "cash")),
        ("society_repeats", line("a", "trip", "society", "quality_priced"), OWN_TRIPS),
        ("loop_and_contacts", LOOP, line("vakt", "consultation", "municipality")),
        ("replaces_same", HOURS | {"replaces": "Kontroller på poliklinikken"},
         line("vakt", "consultation", "municipality", replaces="kontroller på  poliklinikken")),
        ("same_unit", DAYS, DAYS | {"id": "seng", "name": "Senger", "indicator": "Døgn i seng"}),
        ("same_unit", line("a", "drg_point", HOSPITAL, "transfer"),
         line("b", "drg_point", HOSPITAL, "transfer")),
    ],
)  # fmt: skip
def test_what_may_be_the_same_is_remarked_on(rule: str, one: Table, other: Table) -> None:
    """It can be run; somebody should look."""
    if rule == "society_repeats":
        assert stopped(one, other) == [("overlap.travel_has_one_owner", "benefits[1]")]
        one, other = one | {"unit": "visit"}, VISITS
        one = line("a", "visit", "society", "quality_priced")
    found = remarked(one, other)

    assert f"overlap.{rule}" in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HOURS, line("tilsyn", "work_hour", "municipality")),
        (line("a", "event", HOSPITAL), line("b", "event", HOSPITAL)),
        (DAYS, line("kort", "nursing_day", "municipality")),
        (DAYS | {"groups": GROUPS[:1]}, DAYS | {"id": "b", "groups": GROUPS[1:2]}),
    ],
)
def test_hours_of_different_work_and_unnamed_events_are_not_the_same_unit(
    one: Table, other: Table
) -> None:
    """What is counted in hours, or only as events, is told apart by its indicator."""
    assert "overlap.same_unit" not in remarked(one, other)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"catalogue": "bed_dayz"}, ("overlap.catalogue_unknown", "benefits[0].catalogue")),
        ({"catalogue": "admissions"}, ("overlap.catalogue_unit", "benefits[0].unit")),
        ({"catalogue": "short_stay_days", "unit": "nursing_day"},
         ("overlap.catalogue_receiver", "benefits[0].receiver")),
        ({"catalogue": "discharge_ready_payment", "receiver": "municipality"},
         ("overlap.catalogue_class", "benefits[0].class")),
    ],
)  # fmt: skip
def test_a_line_is_held_to_the_benefit_that_it_names(change: Table, found: tuple[str, str]) -> None:
    """Unit, receiver and sort of class; the nearest id is suggested."""
    assert found in stopped(DAYS | change)


def test_activity_based_funding_is_a_transfer_or_nothing() -> None:
    """What the hospital receives the state pays: no gain of the whole (rule 9)."""
    wrong = line("isf", "drg_point", HOSPITAL, "cash")

    assert ("overlap.refund_is_transfer", "benefits[0].class") in stopped(wrong)
    assert stopped(line("isf", "drg_point", HOSPITAL, "transfer")) == []


def test_the_absence_of_new_work_is_remarked_on() -> None:
    """Follow-up tends to give more of something; a line of it, or an id of it, settles that."""
    more = {"effect": {"likely": 0.1, "low": 0.0, "high": 0.2, "means": "limits"}}
    contacts = line("fastlege", "consultation", "gp")

    assert "benefit.no_new_work" in remarked(DAYS)
    assert "benefit.no_new_work" not in remarked(DAYS, contacts | more)
    assert "benefit.no_new_work" not in remarked(DAYS, contacts | {"catalogue": "gp_contacts"})
    assert remarked() == []


def test_before_and_after_in_selected_patients_is_remarked_on() -> None:
    """Regression to the mean gives a fall by itself (rule 8)."""
    assert "benefit.selected_before_after" in remarked(DAYS | {"design": "before_after_selected"})
    assert "benefit.selected_before_after" not in remarked(DAYS)


def test_work_that_the_centre_does_as_well_is_remarked_on() -> None:
    """Onboarding may be a task of the centre, and so a cost already."""
    work = HOURS | {"catalogue": "onboarding"}

    assert "benefit.work_of_the_centre" in remarked(work)


@pytest.mark.parametrize(
    ("month", "status", "told"),
    [
        ("2001-12", "planned", True),
        ("2001-12", "started", True),
        ("2001-12", "realised", False),
        ("2001-12", "dropped", False),
        (f"{RAW['horizon']['first_year']}-01", "planned", False),
    ],
)
def test_a_plan_that_is_due_before_the_project_begins_is_remarked_on(
    month: str, status: str, *, told: bool
) -> None:
    """A slip of the year makes a plan that nobody can fulfil."""
    plan = {"target_month": month, "method": "Uttrekk.", "status": status}

    assert ("benefit.due_before_start" in remarked(DAYS | {"plan": plan})) == told


def test_every_remark_is_called_something_in_both_languages() -> None:
    """A remark without a name stands in the table under its own key."""
    for kind in re.findall(r'"((?:benefit|map)\.[a-z_]+)"', inspect.getsource(remarks_module)):
        assert set(QUANTITIES[kind]) == {"nb", "en"}


def test_overlaps_accepted_in_vain_are_told_in_the_same_order_always() -> None:
    """Sorted, not as a set happens to hold them."""
    lines = [HOURS, ADMISSION, line("a", "call", "gp"), line("b", "message", "gp")]
    pairs = [["b", "a"], ["timer", "opphold"], ["opphold", "a"], ["b", "timer"]]
    settled = [{"lines": pair, "reason": "Var en gang likt."} for pair in pairs]

    table = loaded(*lines, accepted_overlaps=settled).table("warnings")

    told = table[table["quantity"] == "overlap.accepted_in_vain"]["key"]
    assert [key.split(" / ") for key in told] == [
        ["Linje a", "Linje b"],
        ["Linje a", "Linje opphold"],
        ["Linje b", "Linje timer"],
        ["Linje opphold", "Linje timer"],
    ]


def test_a_line_that_is_not_on_the_map_is_remarked_on() -> None:
    """Only where there is a map."""
    boxes = [
        {"id": "a", "name": "A", "kind": "measure", "leads_to": ["b"]},
        {"id": "b", "name": "B", "kind": "change", "leads_to": ["c"]},
        {"id": "c", "name": "C", "kind": "effect", "leads_to": ["d"]},
        {"id": "d", "name": "D", "kind": "benefit", "leads_to": ["e"], "benefit": "timer"},
        {"id": "e", "name": "E", "kind": "goal"},
    ]

    assert remarked(HOURS, DAYS, map=boxes).count("map.line_missing") == 1
    assert "map.line_missing" not in remarked(HOURS, DAYS)


def test_a_changed_copy_has_its_own_remarks() -> None:
    """Also when the project that it was copied from has been run first, and the other way."""
    project = from_tables(copy.deepcopy(RAW) | {"benefits": [HOURS, DAYS]})
    selected = project.benefits[0].model_copy(update={"design": "before_after_selected"})

    before = kinds_of(project)
    changed = project.model_copy(update={"benefits": (selected, *project.benefits[1:])})

    assert "benefit.selected_before_after" not in before
    assert "benefit.selected_before_after" in kinds_of(changed)
    assert kinds_of(changed.model_copy(update={"benefits": ()})) == []
    assert kinds_of(project) == before


def test_remarks_are_forgotten_with_their_project() -> None:
    """A project made later, even in the same place in memory, is read anew."""
    project = from_tables(copy.deepcopy(RAW) | {"benefits": [HOURS]})
    kinds_of(project)
    number = id(project)

    assert number in remarks_module._found
    del project
    gc.collect()
    assert number not in remarks_module._found


def test_the_warnings_for_people_and_the_summary_tell_the_same() -> None:
    """Norwegian headings, the names of the lines, and the sentence."""
    results = loaded(OWN_TRIPS, line("kjoring", "km", HOSPITAL, "cash"))

    shown = results.table("warnings", labels="nb")

    row = shown[shown["Størrelse"] == "Kan være talt to ganger"].iloc[0]
    assert row["Nøkkel"] == "Linje kjoring / Linje reise"
    assert row["Merknad"] in " ".join(render_text(describe(results)).split())


def test_every_rule_has_a_text_in_both_languages() -> None:
    """A rule without a text would tell its name."""
    for name in [name for name, _, _ in RULES if name != "catalogue"]:
        assert set(OVERLAPS[f"overlap.{name}"]) == {"nb", "en"}
