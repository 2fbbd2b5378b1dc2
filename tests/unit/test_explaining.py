"""Explaining one number: what can be asked for, and what the tree says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import gevinst as gv
from gevinst.core.ledger import BEFORE, Ledger
from gevinst.errors import CoverageError, QuantityError, ReplayError
from gevinst.explaining import Explanation, explain
from gevinst.results import Results

PROJECT = Path(__file__).parents[1] / "golden" / "explain" / "project.toml"

Ask = Callable[..., Explanation]


@pytest.fixture(scope="module")
def results() -> Results:
    return gv.run(gv.load(PROJECT))


@pytest.fixture
def ask(results: Results) -> Ask:
    return lambda quantity, **labels: explain(results, quantity, **labels)


def node_of(explanation: Explanation, quantity: str) -> Any:
    return next(node for node in explanation.root.walk() if node.quantity == quantity)


def test_a_month_is_the_stored_number(results: Results, ask: Ask) -> None:
    told = ask("charge", municipality="Lyngen", period="2027-09")

    assert told.value == results.quantity("charge").values[0, 1, 8, 0]
    assert told.unit == "NOK"
    assert [child.quantity for child in told.root.children] == ["net_cost", "allocation_share"]


def test_a_year_of_a_flow_is_the_sum_of_its_months(results: Results, ask: Ask) -> None:
    told = ask("charge", municipality="Lyngen", year=2027)

    months = results.quantity("charge").values[0, 1, :12, 0]
    assert told.root.months == tuple(months)
    assert told.value == pytest.approx(sum(months), rel=1e-15)
    assert told.value == results.quantity("charge_year").values[0, 1, 0, 0]


def test_the_ingredients_of_a_year_are_never_multiplied_as_totals(ask: Ask) -> None:
    """The year's cost times one key is not the year's charge: each month is."""
    told = ask("charge", municipality="Lyngen", year=2027)

    cost, key = told.root.children

    by_month = [c * k for c, k in zip(cost.months, key.months, strict=True)]
    assert told.root.months == tuple(by_month)
    assert cost.value * key.value != pytest.approx(told.value, rel=1e-3)


def test_positions_of_a_year_are_their_mean(results: Results, ask: Ask) -> None:
    told = ask("workload_fte", year=2027)

    table = results.table("staffing")
    row = table[(table["quantity"] == "workload_fte") & (table["year"] == 2027)]
    assert told.value == row["value"].item()
    assert "snitt" in told.text()


@pytest.mark.parametrize("municipality", ["Skjervøy", "skjervøy", "5542"])
def test_a_municipality_is_named_by_name_or_code(ask: Ask, municipality: str) -> None:
    assert ask("charge", municipality=municipality, year=2027).root.municipality == "Skjervøy"


@pytest.mark.parametrize("group", ["kols", "Kols"])
def test_a_group_is_named_by_id_or_name(ask: Ask, group: str) -> None:
    told = ask("starts", municipality="Lyngen", group=group, year=2027)

    assert (told.root.group, told.root.group_name) == ("kols", "Kols")


def test_what_there_is_only_one_of_may_be_left_out(ask: Ask) -> None:
    """One group, one role, one actor's class."""
    assert ask("starts", municipality="Lyngen", year=2027).root.group == "kols"
    assert ask("staffed_fte", period="2027-01").root.record == "nurse"
    assert ask("actor_gain", actor="state", benefit_class="capacity", year=2027).value > 0


def test_a_line_is_named_by_id_or_name_and_staff_by_role_too(ask: Ask) -> None:
    assert ask("line_cost", line="Plattform", year=2027).root.record == "platform"
    assert ask("line_cost", line="nurse", year=2027).root.record == "nurse"
    assert ask("line_cost", role="Sykepleier", year=2027).root.record == "nurse"


@pytest.mark.parametrize(
    ("quantity", "labels", "axis", "allowed"),
    [
        ("charge", {"year": 2027}, "municipality", ("Skjervøy", "Lyngen")),
        ("charge", {"municipality": "Lyngen"}, "year", ("2027", "2028")),
        ("line_cost", {"year": 2027}, "line", ("nurse", "platform")),
        ("actor_gain", {"year": 2027}, "benefit_class", None),
        ("key_share", {"municipality": "Lyngen", "year": 2027}, "key",
         ("equal:month", "inhabitants:year")),
    ],
)  # fmt: skip
def test_a_missing_label_is_asked_for(
    ask: Ask, quantity: str, labels: dict[str, Any], axis: str, allowed: tuple[str, ...] | None
) -> None:
    with pytest.raises(QuantityError) as raised:
        ask(quantity, **labels)

    assert raised.value.kind == "quantity.missing_label"
    assert raised.value.axis == axis
    assert allowed in {None, raised.value.allowed}
    assert len(raised.value.allowed) > 1


@pytest.mark.parametrize(
    ("quantity", "labels", "axis"),
    [
        ("net_cost", {"municipality": "Lyngen", "year": 2027}, "municipality"),
        ("charge", {"municipality": "Lyngen", "year": 2027, "role": "nurse"}, "role"),
        ("charge_year", {"municipality": "Lyngen", "period": "2027-01"}, "period"),
        ("annual_wage", {"year": 2027}, "year"),
        ("line_cost", {"line": "nurse", "role": "nurse", "year": 2027}, "role"),
    ],
)
def test_a_label_that_the_quantity_does_not_use_is_refused(
    ask: Ask, quantity: str, labels: dict[str, Any], axis: str
) -> None:
    with pytest.raises(QuantityError) as raised:
        ask(quantity, **labels)

    assert raised.value.kind == "quantity.unused_label"
    assert raised.value.axis == axis


@pytest.mark.parametrize(
    ("quantity", "labels", "suggestion"),
    [
        ("charge", {"municipality": "Lynge", "year": 2027}, "Lyngen"),
        ("line_cost", {"line": "platfrom", "year": 2027}, "platform"),
        ("charge", {"municipality": "Lyngen", "period": "2027-7"}, "2027-07"),
        ("charge", {"municipality": "Lyngen", "year": "20277"}, "2027"),
        ("charge", {"municipality": "Lyngen", "year": True}, None),
        ("charges", {}, "charge"),
    ],
)
def test_the_nearest_name_is_suggested(
    ask: Ask, quantity: str, labels: dict[str, Any], suggestion: str | None
) -> None:
    with pytest.raises(QuantityError) as raised:
        ask(quantity, **labels)

    assert raised.value.suggestion == suggestion


@pytest.mark.parametrize("when", [{"period": "2029-01"}, {"period": "2026-12"}, {"year": 2030}])
def test_time_outside_the_horizon_is_refused(ask: Ask, when: dict[str, Any]) -> None:
    with pytest.raises(CoverageError, match="outside the horizon"):
        ask("charge", municipality="Lyngen", **when)


def test_a_number_that_its_formula_no_longer_gives_is_refused(results: Results) -> None:
    """One bit off in one cell, far down in the tree."""
    broken = Ledger(results.inputs)
    broken.values = dict(results.ledger.values)
    broken.producers = results.ledger.producers
    changed = broken.values["wage_index", ""].copy()
    changed[0, 0, 3, 0] *= 1 + 2**-52
    broken.values["wage_index", ""] = changed
    tampered = replace(results, ledger=broken)

    with pytest.raises(ReplayError) as raised:
        explain(tampered, "charge", municipality="Lyngen", period="2027-04")

    assert raised.value.quantity == "line_cost"  # made from the changed number, and stored before
    with pytest.raises(ReplayError, match="wage_index"):
        explain(tampered, "wage_index", period="2027-04")
    assert explain(tampered, "wage_index", period="2027-05").value > 1


def test_a_stock_over_a_year_is_opening_plus_new_less_out(ask: Ask) -> None:
    told = ask("active_patients", municipality="Lyngen", year=2028)

    opening, into, out = told.root.children
    assert opening.period == "2028-01"
    assert opening.value + into.value - out.value == pytest.approx(told.value, rel=1e-12)
    assert "ved årets start" in told.text(depth=0)


def test_explaining_stops_at_the_month_before(ask: Ask) -> None:
    told = ask("active_patients", municipality="Lyngen", period="2028-12")

    stops = [node for node in told.root.walk() if node.made == "before"]
    assert {node.quantity for node in stops} == {"carried_patients_before"} <= set(BEFORE)
    assert all(node.children == () for node in stops)
    assert sum(1 for _ in told.root.walk()) < 50


def test_the_rule_of_several_is_named(ask: Ask) -> None:
    told = ask("ramp_share", municipality="Lyngen", year=2028)

    assert told.root.rules == ("linear_ramp",)
    assert "regel: jevn opptrapping" in told.text()


def test_a_share_is_read_in_per_cent_and_a_date_as_a_month(ask: Ask) -> None:
    text = ask("target_patients", municipality="Lyngen", year=2028).text(depth=9)

    assert "= 30\u00a0%" in text
    assert "Tidspunkt for å bli med (Lyngen) = juli\u00a02027" in text
    assert "Er med denne måneden (Lyngen) = ja" in text


def test_a_benefit_is_counted_in_its_own_unit(ask: Ask) -> None:
    told = ask("line_benefit", municipality="Lyngen", year=2028)

    assert node_of(told, "changed_events").unit == "bed_day"
    assert node_of(told, "capacity_value").unit == "NOK/bed_day"
    assert "7\u00a0100\u00a0kr/liggedøgn" in told.text()


def test_a_leaf_says_what_was_written_and_where_it_comes_from(ask: Ask) -> None:
    text = ask("task_hours", year=2028).text(depth=2)

    assert "oppgitt «3 work_minute/event» i tasks[0].time; antakelse" in text
    assert "kilde: JMIR Med Inform 2025 e66066" in text


def test_an_assumption_shows_its_range(ask: Ask) -> None:
    text = ask("wage_index", period="2028-01").text()

    assert "antakelse, 0 … 2\u00a0% (80 % intervall)" in text


def test_a_parameter_shows_its_source_and_date(ask: Ask) -> None:
    text = ask("cost_per_fte").text()

    assert "parameter staffing.payroll_tax_rate [V]; kilde:" in text
    assert "gjelder fra 1.1.2026" in text


def test_the_same_number_is_explained_once(ask: Ask) -> None:
    text = ask("needed_fte", period="2028-01").text(depth=9)

    assert text.count("oppgitt «1540 work_hour/FTE/year»") == 1
    assert "[se over]" in text


def test_notice_and_price_year_stand_first(ask: Ask) -> None:
    lines = ask("charge", municipality="Lyngen", year=2028).text().splitlines()

    assert lines[:2] == ["Regneeksempel: oppdiktede tall.", "Alle beløp er faste 2026-kroner."]
    assert str(ask("total_cost", year=2028)).startswith("Regneeksempel")


def test_formulas_can_be_shown_as_they_stand_in_the_source(ask: Ask) -> None:
    told = ask("charge", municipality="Lyngen", year=2028)

    assert "= net_cost * allocation_share" in told.text(code=True)
    assert "= Cost to split × Allocation key" in told.text("en")


def test_depth_says_how_much_is_shown(ask: Ask) -> None:
    told = ask("charge", municipality="Lyngen", year=2028, depth=1)

    assert told.text() == told.text(depth=1)
    assert len(told.text(depth=0).splitlines()) < len(told.text().splitlines())
    assert len(told.text().splitlines()) < len(told.text(depth=3).splitlines())


def test_what_the_file_leaves_out_is_told_as_that(ask: Ask) -> None:
    text = ask("joined", municipality="Lyngen", year=2027).text()

    assert "(Lyngen) = ikke satt   [ikke oppgitt i partners[1].leaves]" in text
    assert "oppgitt «2027-07» i partners[1].joins" in text
