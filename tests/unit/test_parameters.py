"""Parameters: every value has a unit, a date and a source; what is missing is said."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from gevinst import parameters
from gevinst.errors import GevinstError, ParameterError, SourceError
from gevinst.parameters.reading import read_parameter
from gevinst.units import canonical_unit

EVERY = parameters.names()
TODAY = dt.date(2026, 11, 22)

SMALL = """
name: a.b
label: {nb: en, en: one}
description: {nb: en ting, en: a thing}
unit: "1"
entries:
  - valid_from: 2020-01-01
    value: 1
    source: {title: t, publisher: p, url: https://example.org, retrieved: 2026-01-01, grade: A}
"""


@pytest.mark.parametrize("name", EVERY)
def test_every_parameter_has_unit_texts_and_complete_sources(name: str) -> None:
    parameter = parameters.load(name)

    assert parameter.name == name
    assert canonical_unit(parameter.unit)
    assert all((parameter.label.nb, parameter.label.en))
    assert all((parameter.description.nb, parameter.description.en))
    for entry in parameter.entries:
        assert entry.rows
        assert entry.parameter == name
        assert entry.source.title
        assert entry.source.publisher
        if entry.source.grade != "definition":
            assert str(entry.source.url).startswith("https://")
            assert entry.source.retrieved is not None
            assert entry.valid_from <= entry.source.retrieved


@pytest.mark.parametrize("name", EVERY)
def test_entries_follow_one_another_in_time(name: str) -> None:
    entries = parameters.load(name).entries

    for earlier, later in pairwise(entries):
        assert earlier.valid_from < later.valid_from
        assert earlier.valid_to is None or earlier.valid_to < later.valid_from


@pytest.mark.parametrize("name", [name for name in EVERY if name.startswith("deflators.")])
def test_a_deflator_is_kept_vintage_by_vintage(name: str) -> None:
    """An estimate is never overwritten: each publication has its own name."""
    vintages = [entry.vintage for entry in parameters.load(name).entries]

    assert all(vintages)
    assert len(vintages) == len(set(vintages))


def test_the_payroll_tax_has_a_rate_for_each_zone() -> None:
    rates = parameters.value("staffing.payroll_tax_rate", TODAY)

    assert dict(rates.rows) == {
        "I": 0.141,
        "Ia": 0.141,
        "II": 0.106,
        "III": 0.064,
        "IV": 0.051,
        "IVa": 0.079,
        "V": 0.0,
    }
    assert rates.note is not None
    assert "10,6 %" in rates.note


@pytest.mark.parametrize(
    ("year", "rate"), [(1, 0.04), (40, 0.04), (41, 0.03), (75, 0.03), (76, 0.02), (200, 0.02)]
)
def test_the_discount_rate_follows_its_bands(year: int, rate: float) -> None:
    assert parameters.value("economics.discount_rate", TODAY).step_at(year) == rate


@pytest.mark.parametrize(
    ("name", "date", "key", "expected"),
    [
        ("economics.tax_financing_cost", TODAY, None, 0.2),
        ("unit_costs.bed_day_average", TODAY, None, 26153),
        ("unit_costs.discharge_ready_day", dt.date(2014, 1, 1), None, 4255),
        ("unit_costs.discharge_ready_day", dt.date(2023, 12, 31), None, 5508),
        ("unit_costs.discharge_ready_day", dt.date(2024, 1, 1), None, 5745),
        ("unit_costs.discharge_ready_day", dt.date(2025, 12, 31), None, 5981),
        ("unit_costs.nursing_home_day", TODAY, None, 5543),
        ("staffing.guaranteed_wage_nurse", dt.date(2024, 4, 30), "10", 556600),
        ("staffing.guaranteed_wage_nurse", dt.date(2025, 4, 30), "10", 578600),
        ("staffing.average_wage_municipal", TODAY, None, 53270 * 12),
        ("definitions.opening_weeks_per_year", TODAY, None, 52),
        ("definitions.rounding_tolerance", TODAY, None, 1e-9),
    ],
)
def test_the_value_on_a_date_in_canonical_units(
    name: str, date: dt.date, key: str | None, expected: float
) -> None:
    assert parameters.number(name, date, key) == expected


def test_a_date_before_the_first_value_says_which_is_the_first() -> None:
    with pytest.raises(ParameterError) as caught:
        parameters.value("staffing.payroll_tax_rate", dt.date(2025, 12, 31))

    assert caught.value.first == dt.date(2026, 1, 1)
    assert "2026-01-01" in str(caught.value)


def test_a_price_that_is_known_to_be_outdated_is_not_used_silently() -> None:
    """The day price is set every year, and that of 2026 was not found."""
    with pytest.raises(ParameterError) as caught:
        parameters.value("unit_costs.discharge_ready_day", dt.date(2026, 1, 1))

    assert caught.value.last == dt.date(2025, 12, 31)


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("staffing.payroll_tax", "staffing.payroll_tax_rate"),
        ("economics.discount", "economics.discount_rate"),
        ("../../secrets", None),
        ("", None),
    ],
)
def test_an_unknown_name_suggests_the_nearest(name: str, suggestion: str | None) -> None:
    with pytest.raises(ParameterError) as caught:
        parameters.load(name)

    assert caught.value.suggestion == suggestion


def test_an_unknown_key_suggests_the_nearest() -> None:
    rates = parameters.value("staffing.payroll_tax_rate", TODAY)

    for key, nearest in (("iva", "IVa"), (None, "I")):
        with pytest.raises(ParameterError, match=rf"\[{nearest}\]"):
            rates.at(key)
    with pytest.raises(ParameterError, match=r"\[1\]"):
        parameters.value("economics.discount_rate", TODAY).step_at(0)


def test_a_single_value_has_no_keys() -> None:
    bed_day = parameters.value("unit_costs.bed_day_average", TODAY)

    assert bed_day.at() == 26153
    with pytest.raises(ParameterError):
        bed_day.at("2024")
    with pytest.raises(ParameterError):
        bed_day.step_at(1)


def test_a_vintage_is_found_by_name() -> None:
    deflator = parameters.load("deflators.municipal_without_pension")

    assert deflator.vintage("NB22").at("2022") == 0.025
    assert deflator.vintage("RNB23").at("2022") == 0.064
    with pytest.raises(ParameterError, match="RNB2"):
        deflator.vintage("RNB22")
    with pytest.raises(ParameterError):
        parameters.load("economics.vat_rate").vintage("NB22")


def test_the_table_lists_every_value() -> None:
    table = parameters.table()
    english = parameters.table("en")

    rows = [row for name in EVERY for entry in parameters.load(name).entries for row in entry.rows]
    assert len(table) == len(rows)
    assert set(table["name"]) == set(EVERY)
    assert table["value"].notna().all()
    assert (table["title"] != "").all()
    assert "Arbeidsgiveravgift" in set(table["label"])
    assert "Payroll-tax rate" in set(english["label"])


def test_what_nobody_could_source_is_listed_and_is_no_parameter() -> None:
    required = parameters.required_inputs()

    names = {item.name for item in required}
    assert {"pension_share", "net_hours", "home_nursing_hour"} <= names
    assert names.isdisjoint(name.partition(".")[2] for name in EVERY)
    assert all(item.reason.nb and item.reason.en and item.label.nb for item in required)


def test_every_data_file_is_a_parameter_or_the_required_inputs() -> None:
    data = Path(parameters.__file__).parent / "data"

    files = {str(p.relative_to(data).with_suffix("")) for p in data.rglob("*") if p.is_file()}

    assert files == {name.replace(".", "/") for name in EVERY} | {"required_input"}


def test_a_small_file_is_read() -> None:
    parameter = read_parameter(SMALL, "a.b", "a/b.yaml")

    assert parameter.on(TODAY).at() == 1
    assert parameter.label.en == "one"


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("url: https://example.org, ", "", SourceError),
        ("retrieved: 2026-01-01, ", "", SourceError),
        ("title: t, ", "", SourceError),
        ("publisher: p, ", "publisher: '', ", SourceError),
        (", grade: A", "", SourceError),
        ("grade: A", "grade: C", ParameterError),
        ("source: {", "sauce: {", ParameterError),
        ("title: t", "titel: t", ParameterError),
        ("name: a.b", "name: a.c", ParameterError),
        ("value: 1", "value: .nan", ParameterError),
        ("value: 1", "value: true", ParameterError),
        ("value: 1", "value: '1'", ParameterError),
        ("value: 1", "table: {x: 1}", ParameterError),
        ("value: 1", "note: none", ParameterError),
        ("valid_from: 2020-01-01", "valid_from: soon", ParameterError),
        ("valid_from: 2020-01-01", "valid_from: 2020-01-01 10:00:00", ParameterError),
        ("{nb: en, en: one}", "{nb: en}", ParameterError),
        ("{nb: en, en: one}", "one", ParameterError),
        ('unit: "1"', 'unit: "1"\nunits: kr', ParameterError),
        ("entries:", "entries: []\ntable_by:", ParameterError),
        (SMALL[SMALL.index("source:") :], "source: none", SourceError),
        ("name: a.b", "name: [a.b", ParameterError),
    ],
)
def test_what_is_incomplete_is_refused(old: str, new: str, error: type[GevinstError]) -> None:
    assert old in SMALL

    with pytest.raises(error) as caught:
        read_parameter(SMALL.replace(old, new), "a.b", "a/b.yaml")

    assert "a.b" in str(caught.value)


def test_entries_out_of_order_and_keys_given_twice_are_refused() -> None:
    entries = SMALL[SMALL.index("  - valid_from") :]
    older = entries.replace("2020-01-01", "2019-01-01")

    with pytest.raises(ParameterError, match="order"):
        read_parameter(SMALL + older, "a.b", "a/b.yaml")
    with pytest.raises(ParameterError, match="twice"):
        read_parameter(SMALL + 'unit: "1"\n', "a.b", "a/b.yaml")
