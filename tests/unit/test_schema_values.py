"""One number of a project file: forms, units, bounds, source and note."""

import math
import pickle
from typing import Any

import pytest

from gevinst.schema.findings import Location
from gevinst.schema.quantity import Quantity, value_json_schema
from gevinst.schema.value_forms import FORMS, read_value
from gevinst.schema.values import UNBOUNDED, Bounds


def kinds(
    given: Any, unit: str = "month", bounds: Bounds = UNBOUNDED
) -> list[tuple[Location, str]]:
    value, findings = read_value(given, unit, bounds)
    assert (value is None) == bool(findings)
    return [(f.loc, f.kind) for f in findings]


@pytest.mark.parametrize("given", [18, 18.0, "18 month", "1.5 year", {"value": "18 month"}])
def test_the_same_number_in_any_form_is_the_same_in_canonical_units(given: Any) -> None:
    value, findings = read_value(given, "month", UNBOUNDED)

    assert findings == []
    assert (value.low, value.likely, value.high) == (1.5, 1.5, 1.5)
    assert value.unit == "month"
    assert value.given == given
    assert not value.is_range


def test_a_range_keeps_its_ends_meaning_and_remarks() -> None:
    given = {
        "likely": "1 year", "low": 6, "high": "24 month",
        "means": "limits", "source": "A", "note": "B",
    }  # fmt: skip

    value, _ = read_value(given, "month", UNBOUNDED)

    assert (value.low, value.likely, value.high) == (0.5, 1.0, 2.0)
    assert (value.means, value.source, value.note) == ("limits", "A", "B")
    assert value.is_range
    assert value.inherited == ()


@pytest.mark.parametrize("given", [True, None, [1], {}, {"note": "x"}])
def test_what_is_no_number_is_refused(given: Any) -> None:
    assert kinds(given)[0][1] in {"number.wrong_type", "value.no_form"}


@pytest.mark.parametrize("given", [math.nan, math.inf, -math.inf, 10**400, "1e999 month"])
def test_what_is_not_finite_is_refused(given: Any) -> None:
    assert kinds(given)[0][1] in {"number.not_finite", "unit.not_finite"}


@pytest.mark.parametrize("part", ["likely", "low", "high"])
def test_bounds_hold_for_likely_low_and_high(part: Any) -> None:
    given = {"likely": 2, "low": 2, "high": 2, "means": "limits", part: -1}

    found = kinds(given, bounds=Bounds(at_least=0))

    assert ((part,), "number.bound") in found


def test_bounds_are_stated_in_the_unit_of_the_schema() -> None:
    assert kinds("366 day", "month", Bounds(at_most=12)) == [((), "number.bound")]
    assert kinds("365 day", "month", Bounds(at_most=12)) == []
    assert kinds(0, bounds=Bounds(above=0)) == [((), "number.bound")]
    assert kinds(0, bounds=Bounds(at_least=0)) == []


@pytest.mark.parametrize("given", [1.01e15, -1.01e15, "1e16 NOK", 10**16])
def test_no_number_is_too_large_to_calculate_with(given: Any) -> None:
    assert kinds(given, "NOK") == [((), "number.too_large")]
    assert kinds(1e15, "NOK") == kinds(-1e15, "NOK") == []


def test_a_range_must_be_in_order() -> None:
    wide = {"likely": 2, "low": 3, "high": 1, "means": "limits"}

    assert kinds(wide) == [(("low",), "range.low"), (("high",), "range.high")]


@pytest.mark.parametrize("missing", ["likely", "low", "high", "means"])
def test_a_range_needs_all_its_parts(missing: str) -> None:
    given = {"likely": 2, "low": 1, "high": 3, "means": "limits"}
    del given[missing]

    assert kinds(given) == [((), "value.missing_key")]


@pytest.mark.parametrize(
    ("means", "kept", "level"),
    [
        ("80 % interval", "80 % interval", 0.8),
        ("95% interval", "95 % interval", 0.95),
        ("50 % interval", "50 % interval", 0.5),
        ("99\u00a0% interval", "99 % interval", 0.99),
        ("limits", "limits", None),
    ],
)
def test_a_range_may_be_any_interval_from_50_to_99_or_limits(
    means: str, kept: str, level: float | None
) -> None:
    given = {"likely": 2, "low": 1, "high": 3, "means": means}

    value, findings = read_value(given, "month", UNBOUNDED)

    assert findings == []
    assert (value.means, value.level) == (kept, level)


@pytest.mark.parametrize(
    "means", ["49 % interval", "100 % interval", "80 %", "80 interval", "Limits", "", 80, None]
)
def test_a_range_must_say_what_it_means(means: Any) -> None:
    given = {"likely": 2, "low": 1, "high": 3, "means": means}

    assert kinds(given) == [(("means",), "range.means")]


def test_a_number_without_a_range_has_no_level() -> None:
    value, _ = read_value(2, "month", UNBOUNDED)

    assert value.level is None


def test_everything_wrong_in_one_value_is_found() -> None:
    given = {"likely": "2 kr", "low": True, "high": 1, "colour": "limits", "source": 3, "note": " "}

    found = kinds(given)

    assert sorted(kind for _, kind in found) == [
        "key.unknown", "number.wrong_type", "text.wrong_type", "text.wrong_type",
        "unit.wrong_dimension", "value.missing_key",
    ]  # fmt: skip


def test_a_value_survives_pickling() -> None:
    value, _ = read_value({"value": 1, "note": "x"}, "month", UNBOUNDED)

    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301


def test_a_unit_may_follow_a_field_beside_it() -> None:
    quantity = Quantity("{unit}/patient/year", follows="unit")

    value, _ = quantity.read(3, {"unit": "visit"})
    _, findings = quantity.read("3 bed_day/patient/year", {"unit": "visit"})
    dummy, none = quantity.read("3 bed_day/patient/year", {})

    assert value.unit == "visit/patient/year"
    assert findings[0].kind == "number.unit_follows"
    assert findings[0].facts["field"] == "unit"
    assert (dummy.likely, none) == (0, [])


def test_the_editor_schema_knows_every_form() -> None:
    schema = value_json_schema(Quantity("month", Bounds(above=0, at_most=9)))

    number, text, *tables = schema["anyOf"]
    assert number == {"type": "number", "exclusiveMinimum": 0, "maximum": 9}
    assert text == {"type": "string"}
    assert [next(iter(table["required"])) for table in tables] == list(FORMS)
