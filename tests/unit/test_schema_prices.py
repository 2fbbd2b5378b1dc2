"""Price models in a project file: what is refused, with the place and the reason."""

import copy
import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gevinst.assemble import assemble
from gevinst.errors import CoverageError, ProjectError
from gevinst.loading import from_tables
from gevinst.running import run
from gevinst.schema import Project
from gevinst.testing import run_core

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
RAW = tomllib.loads(VALID.read_text("utf-8"))
CODES = [p["code"] for p in RAW["partners"] if p["kind"] != "hospital_trust"]
FIRST = RAW["horizon"]["first_year"]
LINES = [line["id"] for line in RAW["cost_lines"]]
EQUAL = {"basis": "equal", "weight": 1, "period": "month"}
STATED = {"basis": "column", "name": "Tall", "weight": 1, "period": "year", "source": "Kilde",
          "reference_date": dt.date(2026, 1, 1), "values": dict.fromkeys(CODES, 1)}  # fmt: skip
AGREED = STATED | {"basis": "agreed", "values": dict.fromkeys(CODES, 1 / len(CODES))}
USE = {"basis": "patient_months", "weight": 1, "period": "previous_years", "years": 2,
       "history": [{"year": FIRST - n, "patient_months": dict.fromkeys(CODES, 5)}
                   for n in (1, 2)]}  # fmt: skip
FEE = {"id": "pris", "name": "Pris", "per": "patient_month", "amount": 100}
BAND = {"of": "patients", "from": 5, "closed": "lower", "counts": "within"}
POOL = {"id": "pakke", "name": "Pakke", "lines": LINES[:1], "keys": [EQUAL]}
OVERHEAD = {"id": "paslag", "name": "Påslag", "share": 0.05, "lines": LINES[:1]}


def project_with(**price: Any) -> Project:
    """The valid project with another price model."""
    raw = copy.deepcopy(RAW)
    raw["price_model"] = {"rule": "key", "keys": [EQUAL], **price}
    for source in raw.get("funding", ()):
        source.pop("pool", None)
    return from_tables(raw)


def without(table: dict[str, Any], *names: str) -> dict[str, Any]:
    """The table without some of its keys."""
    return {key: value for key, value in table.items() if key not in names}


VALID_PRICES: list[dict[str, Any]] = [
    {"keys": [STATED]},
    {"keys": [AGREED]},
    {"keys": [AGREED | {"values": dict.fromkeys(CODES, 100 / len(CODES))}]},
    {"keys": [USE]},
    {"keys": [], "preset": "all_50_users_50"},
    {"rule": "shapley", "keys": []},
    {"keys": [STATED | {"members": CODES[:1], "values": {CODES[0]: 1}}]},
    {"pools": [POOL | {"lines": ["paslag"]}], "overhead": [OVERHEAD], "rounding": "krone"},
    {"tariff": {"balance": "key", "fees": [FEE | {"band": BAND}]}, "share_decimals": 1},
    {"tariff": {"balance": "unit_price"}},
    {"limits": {"corridor": 0.1}},
    {"limits": {"max_rise": 0.1, "relative_to": "total", "last_year": {CODES[0]: 1000}}},
]


@pytest.mark.parametrize("price", VALID_PRICES, ids=str)
def test_a_price_model_that_fits_together_is_read(price: dict[str, Any]) -> None:
    assert project_with(**price).price_model.rule in {"key", "shapley"}


def keys(*given: dict[str, Any]) -> dict[str, Any]:
    return {"keys": list(given)}


def fees(*given: dict[str, Any], balance: str = "key") -> dict[str, Any]:
    return {"tariff": {"balance": balance, "fees": list(given)}}


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    (keys(), "price.no_key", "price_model"),
    ({"preset": "all_50_users_50"}, "choice.both", "price_model.keys"),
    ({"rule": "shapley", "pools": [POOL]}, "price.field_unused", "price_model.pools"),
    (keys(without(STATED, "values")), "price.field_missing", "price_model.keys[0]"),
    (keys(without(STATED, "source")), "price.field_missing", "price_model.keys[0]"),
    (keys(without(STATED, "reference_date")), "price.field_missing", "price_model.keys[0]"),
    (keys(without(STATED, "name")), "price.field_missing", "price_model.keys[0]"),
    (keys(EQUAL | {"values": dict.fromkeys(CODES, 1)}), "price.field_unused",
     "price_model.keys[0].values"),
    (keys(EQUAL | {"benefit_class": "cash"}), "price.field_unused",
     "price_model.keys[0].benefit_class"),
    (keys(EQUAL | {"basis": "benefit", "period": "year"}), "price.field_missing",
     "price_model.keys[0]"),
    (keys(EQUAL | {"basis": "benefit", "benefit_class": "cash"}), "price.benefit_by_year",
     "price_model.keys[0].period"),
    (keys(EQUAL | {"basis": "benefit", "benefit_class": "cash", "period": "year",
                   "members": "users"}), "price.benefit_by_year", "price_model.keys[0].members"),
    (keys(EQUAL | {"years": 2}), "price.field_unused", "price_model.keys[0].years"),
    (keys(without(USE, "history")), "price.field_missing", "price_model.keys[0]"),
    (keys(USE | {"basis": "inhabitants"}), "price.not_counted_before",
     "price_model.keys[0].basis"),
    (keys(USE | {"years": 3}), "price.history_missing", "price_model.keys[0].history"),
    (keys(USE | {"years": 1}), "price.history_year", "price_model.keys[0].history[1].year"),
    (keys(USE | {"history": [USE["history"][0], *USE["history"]]}), "price.year_twice",
     "price_model.keys[0].history[1].year"),
    (keys(USE | {"basis": "work_hours"}), "price.field_missing",
     "price_model.keys[0].history[0]"),
    (keys(USE | {"basis": "work_hours"}), "price.field_unused",
     "price_model.keys[0].history[0].patient_months"),
    (keys(USE | {"history": [USE["history"][0], {"year": FIRST - 2, "patient_months": {}}]}),
     "reference.partner_missing", "price_model.keys[0].history[1].patient_months"),
    (keys(EQUAL | {"members": ["9999"]}), "reference.unknown",
     "price_model.keys[0].members[0]"),
    (keys(EQUAL | {"members": [CODES[0], CODES[0]]}), "reference.twice",
     "price_model.keys[0].members[1]"),
    (keys(STATED | {"values": {}}), "reference.partner_missing",
     "price_model.keys[0].values"),
    (keys(STATED | {"values": dict.fromkeys([*CODES, "9999"], 1)}), "reference.unknown",
     'price_model.keys[0].values.9999'),
    (keys(AGREED | {"values": dict.fromkeys(CODES, 0.3)}), "price.agreed_sum",
     "price_model.keys[0].values"),
    ({"pools": [POOL | {"keys": [EQUAL | {"weight": 0}]}]}, "count.weights_zero",
     "price_model.pools[0].keys[0].weight"),
    ({"pools": [POOL | {"lines": ["ukjent"]}]}, "reference.unknown",
     "price_model.pools[0].lines[0]"),
    ({"pools": [POOL | {"lines": LINES[:1] * 2}]}, "reference.twice",
     "price_model.pools[0].lines[1]"),
    ({"pools": [POOL, POOL | {"id": "to"}]}, "price.line_in_two_pools",
     "price_model.pools[1].lines[0]"),
    ({"pools": [POOL, POOL | {"lines": LINES[1:2]}]}, "name.repeated",
     "price_model.pools[1].id"),
    ({"overhead": [OVERHEAD | {"id": LINES[0]}]}, "name.repeated", "price_model.overhead[0].id"),
    ({"overhead": [OVERHEAD | {"lines": ["paslag"]}]}, "reference.unknown",
     "price_model.overhead[0].lines[0]"),
    ({"settlement": [{"month": "1999-01", "amounts": dict.fromkeys(CODES, 1)}]},
     "period.outside_horizon", "price_model.settlement[0].month"),
    ({"settlement": [{"month": f"{FIRST}-01", "amounts": {}}]}, "reference.partner_missing",
     "price_model.settlement[0].amounts"),
    (fees(balance="surplus"), "price.field_missing", "price_model.tariff"),
    ({"tariff": {"balance": "key", "fees": [FEE], "level_weights": {"own": 1, "bought": 2}}},
     "price.field_unused", "price_model.tariff.level_weights"),
    ({"tariff": {"balance": "unit_price"}, "pools": [POOL]}, "price.field_unused",
     "price_model.pools"),
    (fees(FEE | {"service_level": "own"}), "price.level_missing", "partners[0]"),
    (fees(FEE, FEE), "name.repeated", "price_model.tariff.fees[1].id"),
    (fees(FEE | {"band": without(BAND, "from")}), "choice.neither",
     "price_model.tariff.fees[0].band"),
    (fees(FEE | {"band": BAND | {"to": 5}}), "price.band_order",
     "price_model.tariff.fees[0].band.to"),
    (fees(FEE | {"per": "year", "band": BAND}), "price.band_of_patients",
     "price_model.tariff.fees[0].band.of"),
    (fees(FEE | {"band": without(BAND, "counts")}), "price.field_missing",
     "price_model.tariff.fees[0].band"),
    (fees(FEE | {"band": BAND | {"of": "inhabitants"}}), "price.field_unused",
     "price_model.tariff.fees[0].band.counts"),
    (fees(FEE | {"first_month": f"{FIRST}-05", "last_month": f"{FIRST}-04"}),
     "period.last_before_first", "price_model.tariff.fees[0].last_month"),
    (fees(FEE | {"amount": {}}), "reference.partner_missing",
     "price_model.tariff.fees[0].amount"),
    ({"limits": {}}, "price.field_missing", "price_model.limits"),
    ({"limits": {"max_rise": 0.1}}, "price.field_missing", "price_model.limits"),
    ({"limits": {"corridor": 0.1, "relative_to": "own"}}, "price.field_unused",
     "price_model.limits.relative_to"),
    ({"limits": {"minimum_charge": {}}}, "reference.partner_missing",
     "price_model.limits.minimum_charge"),
    ({"limits": {"max_rise": 0.1, "relative_to": "own", "last_year": {"9999": 1}}},
     "reference.unknown", 'price_model.limits.last_year.9999'),
]  # fmt: skip


@pytest.mark.parametrize(("price", "kind", "path"), REFUSED)
def test_what_does_not_fit_is_refused_where_it_stands(
    price: dict[str, Any], kind: str, path: str
) -> None:
    with pytest.raises(ProjectError) as caught:
        project_with(**price)

    assert (kind, path) in [(p.kind, p.path) for p in caught.value.problems]
    for lang in ("nb", "en"):
        assert "{" not in caught.value.text(lang).replace("{ ", "")


def test_money_is_earmarked_a_pool_that_exists() -> None:
    raw = copy.deepcopy(RAW)
    raw["funding"][0]["pool"] = "ukjent"

    with pytest.raises(ProjectError) as caught:
        from_tables(raw)

    assert [(p.kind, p.path) for p in caught.value.problems] == [
        ("reference.unknown", "funding[0].pool")
    ]


def test_a_contribution_is_one_of_three_ways() -> None:
    raw = copy.deepcopy(RAW)
    raw["funding"][0] |= {"amount": 1, "share": 0.1, "by_benefit": "cash"}

    with pytest.raises(ProjectError) as caught:
        from_tables(raw)

    assert {p.kind for p in caught.value.problems} == {"choice.both"}


def test_a_minimum_above_the_cost_is_refused_with_both_amounts() -> None:
    project = project_with(limits={"minimum_charge": 1e9})

    with pytest.raises(CoverageError) as caught:
        run(project)

    assert caught.value.kind == "coverage.minimum_exceeds_cost"
    assert caught.value.minimum > caught.value.cost > 0


@pytest.mark.parametrize(
    ("limits", "limit"),
    [
        ({"max_rise": 0.05, "last_year": dict.fromkeys(CODES, 1000)}, "max_rise"),
        ({"max_fall": 0.05, "last_year": dict.fromkeys(CODES, 1e8)}, "max_fall"),
    ],
)
def test_an_impossible_limit_names_the_nearest_that_can_be_met(
    limits: dict[str, Any], limit: str
) -> None:
    """With that limit the first year can be met; with a slightly narrower one it cannot."""
    with pytest.raises(CoverageError) as caught:
        run(project_with(limits={**limits, "relative_to": "own"}))
    error = caught.value
    assert (error.kind, error.limit, error.year) == ("coverage.change_impossible", limit, FIRST)
    nearest = {**limits, limit: error.nearest, "relative_to": "own"}
    narrower = {**nearest, limit: error.nearest - 0.001}

    with pytest.raises(CoverageError) as too_narrow:
        run(project_with(limits=narrower))

    assert too_narrow.value.year == FIRST
    lacking = lacking_in(project_with(limits=nearest))
    assert abs(lacking[0]) < 1e-6


def lacking_in(project: Project) -> list[float]:
    """What the limit on the change leaves uncovered, by year."""
    x = assemble(project).inputs
    made = run_core(x)
    return [float(v) for v in made["limit_lacking", "change"][0, 0, :, 0]]


NEEDS_PATIENTS: list[Callable[[], dict[str, Any]]] = [
    lambda: keys(EQUAL | {"members": "users"}),
    lambda: {"tariff": {"balance": "unit_price"}},
    lambda: {"pools": [POOL | {"keys": [EQUAL | {"members": "users"}]}]},
    lambda: keys(EQUAL | {"members": "users"}) | fees(FEE | {"per": "key"}, balance="surplus"),
    lambda: keys(EQUAL | {"members": "users"}) | fees(FEE | {"per": "year"}),
]


@pytest.mark.parametrize("price", NEEDS_PATIENTS)
def test_a_price_by_patients_without_patients_is_refused(
    price: Callable[[], dict[str, Any]],
) -> None:
    """Nobody to split by: the month is named, and what to use instead."""
    raw = copy.deepcopy(RAW)
    raw["price_model"] = {"rule": "key", "keys": [EQUAL], **price()}
    for group in raw["groups"]:
        group["inclusion_share"] = 0
        if "opening_patients" in group:
            group["opening_patients"] = dict.fromkeys(group["opening_patients"], 0)

    with pytest.raises(CoverageError) as caught:
        run(from_tables(raw))

    assert caught.value.kind in {"coverage.no_basis", "coverage.nobody_counts"}
    assert caught.value.period
    assert "period = year" in caught.value.text("nb") or "lengre tidsrom" in caught.value.text("nb")


def test_fees_without_the_key_need_no_key_basis() -> None:
    """Where the fees are all that is paid, a key that counts nothing splits nothing."""
    raw = copy.deepcopy(RAW)
    raw["price_model"] = {
        "rule": "key",
        **keys(EQUAL | {"members": "users"}),
        **fees(FEE | {"per": "year"}, balance="surplus"),
    }
    for group in raw["groups"]:
        group["inclusion_share"] = 0
        if "opening_patients" in group:
            group["opening_patients"] = dict.fromkeys(group["opening_patients"], 0)

    results = run(from_tables(raw))

    assert results.quantity("charge").values.sum() > 0


def test_invoices_can_be_in_whole_kroner() -> None:
    results = run(project_with(rounding="krone"))

    invoices = results.table("invoices")["value"]

    assert (invoices == invoices.round()).all()


def test_a_shapley_price_needs_no_keys_but_a_price_by_key_does() -> None:
    assert project_with(rule="scrb", keys=[]).price_model.keys_in_use == ()
