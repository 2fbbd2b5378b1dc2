"""Benefit lines that say too little, too much, or what cannot be: what the user is told."""

import copy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from gevinst.errors import ProjectError, QuantityError
from gevinst.loading.validating import from_tables
from gevinst.running import run
from gevinst.schema import Project

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
RAW: dict[str, Any] = tomllib.loads(VALID.read_text("utf-8"))
RANGE = {"likely": -0.1, "low": -0.3, "high": 0.1, "means": "80 % interval"}
MINUTES = {"likely": 45, "low": 30, "high": 60, "means": "limits"}
COMMON = {
    "id": "linje", "name": "Linje", "indicator": "Noe som telles", "definition": "Telt slik",
    "design": "expert", "payer": "municipality", "owner": "Leder",
}  # fmt: skip
COUNTED = COMMON | {"realisation_share": 0.5}
EVENTS = COUNTED | {
    "kind": "events", "unit": "visit", "baseline": 4, "baseline_from": "assumed", "effect": RANGE,
    "unit_value": 500, "class": "capacity", "receiver": "municipality",
}  # fmt: skip
BED_DAYS = {k: v for k, v in EVENTS.items() if k != "unit_value"} | {
    "unit": "bed_day", "bed_day_value": {"average": 28_000, "capacity": 7_000, "marginal": 2_000}
}  # fmt: skip
WORK = {k: v for k, v in EVENTS.items() if k != "unit_value"} | {"unit": "work_hour"}
HOURS = COUNTED | {
    "kind": "hours", "profession": "sykepleier", "before": 390, "after": MINUTES, "periods": 26,
    "class": "capacity", "receiver": "municipality",
}  # fmt: skip
CONTACT = {"id": "legevakt", "service": "Legevakt", "cost": 1200, "payer": "municipality",
           "class": "capacity"}  # fmt: skip
TIMED = {"id": "besok", "service": "Besøk", "time": 60, "hourly_cost": 600,
         "payer": "municipality", "class": "capacity"}  # fmt: skip
LOOP = COUNTED | {
    "kind": "loop", "baseline": 1, "baseline_from": "assumed", "effect": RANGE,
    "contacts": [CONTACT, TIMED],
}  # fmt: skip
WEIGHED = {"importance": "large", "extent": 2, "reason": "Sagt av brukerne"}
UNPRICED = {k: v for k, v in EVENTS.items() if k != "unit_value"} | {
    "class": "quality_unpriced", "receiver": "patient", "plus_minus": WEIGHED
}  # fmt: skip
DESCRIBED = COMMON | {
    "kind": "described", "class": "quality_unpriced", "receiver": "patient", "plus_minus": WEIGHED
}  # fmt: skip
EVERY_KIND = {
    "events": EVENTS, "bed-days": BED_DAYS, "hours counted": WORK, "hours": HOURS, "loop": LOOP,
    "unpriced": UNPRICED, "described": DESCRIBED,
}  # fmt: skip
DECIDED = {"budget_decision": "Vedtak 12/27: ett årsverk holdes ledig."}


def project_with(*lines: dict[str, Any]) -> Project:
    """The valid project with these benefit lines and one profession."""
    raw = copy.deepcopy(RAW)
    raw["professions"] = [{"id": "sykepleier", "name": "Sykepleier", "net_hours": 1500}]
    raw["benefits"] = list(lines)
    return from_tables(raw)


def without(line: dict[str, Any], *keys: str) -> dict[str, Any]:
    """The line without some keys."""
    return {key: content for key, content in line.items() if key not in keys}


def of_contact(**changes: Any) -> dict[str, Any]:
    """The loop with its first contact changed; None takes a key away."""
    contact = {key: x for key, x in (CONTACT | changes).items() if x is not None}
    return LOOP | {"contacts": [contact, TIMED]}


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_of_line_can_be_run(kind: str) -> None:
    project = project_with(EVERY_KIND[kind])

    results = run(project)

    assert results.names.benefit_facts["linje"].owner == "Leder"
    assert results.names.benefit_facts["linje"].grade == 6
    assert results.table("benefits").empty == (kind == "described")


@pytest.mark.parametrize(
    ("line", "kind", "path"),
    [
        (without(EVENTS, "kind"), "key.missing", ""),
        (without(EVENTS, "receiver"), "key.missing", ""),
        (without(EVENTS, "owner"), "key.missing", ""),
        (without(EVENTS, "definition"), "key.missing", ""),
        (EVENTS | {"receiver": "sykehuset"}, "reference.unknown", ".receiver"),
        (EVENTS | {"receiver": "5544"}, "reference.actor_is_municipality", ".receiver"),
        (of_contact(payer="sykehuset"), "reference.unknown", ".contacts[0].payer"),
        (EVENTS | {"receiver": "patient"}, "benefit.class_of_people", ".class"),
        (of_contact(payer="patient"), "benefit.class_of_people", ".contacts[0].class"),
        (EVENTS | {"class": "cash", "receiver": "society"}, "benefit.cash_of_society", ".class"),
        (EVENTS | {"unit": "qaly"}, "benefit.class_of_qaly", ".class"),
        (HOURS | {"class": "quality_priced"}, "choice.unknown", ".class"),
        (EVENTS | {"effect": RANGE | {"low": -1.1}}, "number.bound", ".effect.low"),
        (
            without(EVENTS, "effect") | {"change": RANGE | {"low": -4.1}},
            "benefit.beyond_baseline",
            ".change",
        ),
        (EVENTS | {"change": RANGE}, "choice.both", ".change"),
        (without(EVENTS, "effect"), "choice.neither", ""),
        (EVENTS | {"effect": -0.1}, "benefit.range_missing", ".effect"),
        (EVENTS | {"effect": {"value": -0.1}}, "benefit.range_missing", ".effect"),
        (HOURS | {"after": 45}, "benefit.range_missing", ".after"),
        (LOOP | {"effect": -0.1}, "benefit.range_missing", ".effect"),
        (EVENTS | {"baseline_from": "measured"}, "benefit.baseline_source", ".baseline"),
        (WORK | {"unit_value": 600}, "benefit.hours_are_not_kroner", ".unit_value"),
        (HOURS | {"hour_value": 600}, "benefit.hours_are_not_kroner", ".hour_value"),
        (HOURS | DECIDED, "benefit.decision_without_value", ".budget_decision"),
        (WORK | {"class": "cash"}, "benefit.cash_without_decision", ".class"),
        (HOURS | {"class": "cash"}, "benefit.cash_without_decision", ".class"),
        (EVENTS | DECIDED, "benefit.decision_unused", ".budget_decision"),
        (LOOP | DECIDED, "benefit.decision_unused_in_loop", ".budget_decision"),
        (
            LOOP | {"contacts": [TIMED | {"class": "cash"}]},
            "benefit.cash_without_decision",
            ".contacts[0].class",
        ),
        (BED_DAYS | {"unit_value": 1}, "benefit.one_bed_day_value", ".unit_value"),
        (without(BED_DAYS, "bed_day_value"), "benefit.bed_day_values_missing", ""),
        (BED_DAYS | {"unit": "visit", "unit_value": 1}, "benefit.bed_day_values_unused",
         ".bed_day_value"),
        (without(EVENTS, "unit_value"), "benefit.value_missing", ""),
        (UNPRICED | {"unit_value": 1}, "benefit.value_unused", ".unit_value"),
        (without(UNPRICED, "plus_minus"), "benefit.plus_minus_missing", ""),
        (EVENTS | {"plus_minus": WEIGHED}, "benefit.plus_minus_unused", ".plus_minus"),
        (DESCRIBED | {"plus_minus": WEIGHED | {"extent": 4}}, "whole.bound", ".plus_minus.extent"),
        (without(DESCRIBED, "plus_minus"), "key.missing", ""),
        (HOURS | {"profession": "lege"}, "reference.unknown", ".profession"),
        (of_contact(profession="sykepleier"), "benefit.profession_without_time",
         ".contacts[0].profession"),
        (of_contact(time=5), "key.together", ".contacts[0].time"),
        (of_contact(cost=None), "choice.neither", ".contacts[0]"),
        (of_contact(id="besok"), "name.repeated", ".contacts[1].id"),
        (LOOP | {"contacts": []}, "list.too_short", ".contacts"),
        (EVENTS | {"kostra_function": "25"}, "text.kostra", ".kostra_function"),
        (EVENTS | {"kostra_art": 10}, "text.kostra", ".kostra_art"),
    ],
)  # fmt: skip
def test_a_line_that_does_not_hold_is_refused_where_it_stands(
    line: dict[str, Any], kind: str, path: str
) -> None:
    with pytest.raises(ProjectError) as caught:
        project_with(line)

    assert (kind, f"benefits[0]{path}") in [(p.kind, p.path) for p in caught.value.problems]
    for lang in ("nb", "en"):
        assert "{" not in caught.value.text(lang).replace("{ value", "").replace("{ likely", "")


def test_the_same_indicator_with_two_definitions_shows_both() -> None:
    elsewhere = {"id": "to", "receiver": "gp", "indicator": "noe som  telles"}
    other = EVENTS | elsewhere | {"definition": "Telt annerledes"}

    with pytest.raises(ProjectError) as caught:
        project_with(EVENTS, other)

    (problem,) = caught.value.problems
    assert (problem.kind, problem.path) == ("benefit.two_definitions", "benefits[1].definition")
    assert "«Telt annerledes»" in caught.value.text("nb")
    assert "«Telt slik»" in caught.value.text("nb")
    project_with(EVENTS, other | {"definition": "Telt  slik"})


def test_what_is_fixed_by_a_source_needs_no_range() -> None:
    fixed = EVENTS | {"effect": {"value": -1, "source": "Definisjon: besøket er borte"}}

    made = run(project_with(fixed)).ledger

    assert (made["changed_events", "linje"] == -made["baseline_events", "linje"]).all()


def test_an_accepted_overlap_names_two_lines_of_the_project() -> None:
    raw = copy.deepcopy(RAW)
    for lines, kind in ((["admissions", "finnes_ikke"], "reference.unknown"),
                        (["admissions", "admissions"], "reference.twice")):  # fmt: skip
        raw["accepted_overlaps"] = [{"lines": lines, "reason": "Ulike pasienter"}]
        with pytest.raises(ProjectError) as caught:
            from_tables(raw)
        assert kind in [p.kind for p in caught.value.problems]


def test_hours_without_a_decision_are_hours_and_no_kroner() -> None:
    free = run(project_with(HOURS))
    paid = run(project_with(HOURS | DECIDED | {"hour_value": 600, "class": "cash"}))

    assert set(free.table("benefits")["quantity"]) == {
        "baseline_events", "changed_events", "realised_events", "freed_hours"
    }  # fmt: skip
    hours = free.ledger["freed_hours", "linje"]
    assert hours.sum() > 0
    assert (free.ledger["line_benefit", "linje"] == 0).all()
    assert (paid.ledger["line_benefit", "linje"] == 600 * hours).all()
    positions = free.ledger["profession_time", "sykepleier"]
    assert positions.sum() == pytest.approx(hours.sum() / 1500, rel=1e-12)


def test_a_bed_day_shows_its_three_values_and_counts_the_one_of_its_class() -> None:
    for of_class, counted in (
        ("cash", "benefit_marginal"),
        ("capacity", "benefit_capacity"),
        ("avoided_growth", "benefit_average"),
    ):
        results = run(project_with(BED_DAYS | {"class": of_class}))
        table = results.table("benefits").groupby("quantity")["value"].sum()

        assert table["benefit"] == table[counted] > 0
        assert table["benefit_average"] == pytest.approx(14 * table["benefit_marginal"])
        assert table["benefit_average"] == pytest.approx(4 * table["benefit_capacity"])


def test_a_loop_costs_what_its_contacts_cost_and_each_payer_is_spared_its_own() -> None:
    paid_by_state = of_contact(payer="state")

    results = run(project_with(paid_by_state))

    assert results.ledger["pass_cost", "linje"].item() == 1800
    passes = -results.ledger["realised_events", "linje"]
    state = results.ledger["actor_gain", "state:capacity"]
    assert state.sum() == pytest.approx(1200 * passes.sum(), rel=1e-12)
    own = results.ledger["municipality_gain", "municipality:capacity"]
    assert own.sum() == pytest.approx(600 * passes.sum(), rel=1e-12)


def test_classes_are_added_by_whoever_names_them() -> None:
    """The quantity carries their names; nothing is added by itself."""
    results = run(project_with(EVENTS, BED_DAYS | {"id": "to", "indicator": "x", "class": "cash"}))

    table = results.gain_of(classes=("cash", "capacity"))

    assert set(table["quantity"]) == {"cash + capacity"}
    actors = results.table("actors")
    for classes in (["cash"], ["cash", "capacity"]):
        parts = actors[(actors["quantity"] == "benefit") & actors["class"].isin(classes)]
        assert results.gain_of(classes=classes)["value"].sum() == pytest.approx(
            parts["value"].sum()
        )
    by_month = results.gain_of(classes=("cash", "capacity"), by="month")
    assert by_month["value"].sum() == pytest.approx(table["value"].sum(), rel=1e-12)
    assert "Penger (budsjett) + Frigjort kapasitet" in set(
        results.gain_of(classes=("cash", "capacity"), labels="nb")["Størrelse"]
    )


@pytest.mark.parametrize(
    ("classes", "kind"),
    [
        ((), "quantity.missing_label"),
        (("cash", "cash"), "quantity.unknown_label"),
        (("money",), "quantity.unknown_label"),
        (("quality_unpriced",), "quantity.unknown_label"),
    ],
)
def test_classes_that_cannot_be_added_are_refused(classes: tuple[str, ...], kind: str) -> None:
    results = run(project_with(EVENTS))

    with pytest.raises(QuantityError) as caught:
        results.gain_of(classes=classes)

    assert caught.value.kind == kind


def test_transfers_are_shown_at_both_ends_and_cancel() -> None:
    day_price = BED_DAYS | {"class": "transfer", "counterparty": "unn", "unit_value": 5981}

    table = run(project_with(without(day_price, "bed_day_value"))).table("transfers")

    assert set(table["from"]) == {"unn"}
    assert set(table["to"]) == {"municipality"}
    ours = table[table["actor"] == "municipality"]["value"]
    assert ours.sum() > 0
    assert table["value"].sum() == pytest.approx(0, abs=1e-9 * ours.sum())
