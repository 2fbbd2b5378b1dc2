"""Laws of price years: an amount in the kroner of another year is the same amount."""

import copy
import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gevinst as gv
from gevinst import economics, parameters
from gevinst.errors import ArgumentError, ParameterError, ProjectError
from gevinst.loading.validating import from_tables
from gevinst.parameters.price_years import growth_of
from gevinst.schema import Project
from gevinst.schema.written import tables_of

TODAY = dt.date(2026, 11, 22)
AMOUNT = "cost_lines[0].amount"
GROWTH = st.lists(st.floats(-0.5, 2.0), min_size=12, max_size=12).map(
    lambda rates: dict(enumerate(rates, 2015))
)
YEARS = st.integers(2014, 2026)


@st.composite
def covered_ways(draw: st.DrawFn) -> tuple[str, int, int]:
    """A series, and two years between which it has a figure for every year."""
    series = draw(st.sampled_from(parameters.deflators()))
    known = sorted(growth_of(series, TODAY))
    runs = [
        (a - 1, b) for a in known for b in known if a <= b and set(range(a, b + 1)) <= set(known)
    ]
    first, last = draw(st.sampled_from(runs))
    return (series, first, last) if draw(st.booleans()) else (series, last, first)


def with_amount(**changes: object) -> dict[str, Any]:
    """Tables of an example whose first cost line states an amount of 100 000 kr a year."""
    tables = copy.deepcopy(tables_of(gv.example("nord-troms")))
    tables["cost_lines"][0]["amount"] = {"value": "100000 NOK/year", **changes}
    return tables


@given(st.floats(1, 1e9), YEARS, YEARS, YEARS, GROWTH)
def test_there_and_back_is_the_identity_and_two_steps_are_one(
    amount: float, first: int, second: int, third: int, growth: dict[int, float]
) -> None:
    there = economics.change_price_year(amount, first, second, growth)

    assert economics.change_price_year(there, second, first, growth) == pytest.approx(
        amount, rel=1e-14
    )
    assert economics.change_price_year(there, second, third, growth) == pytest.approx(
        economics.change_price_year(amount, first, third, growth), rel=1e-13
    )


@given(covered_ways())
def test_published_series_lead_there_and_back(way: tuple[str, int, int]) -> None:
    series, first, last = way

    there = parameters.price_change(first, last, series, TODAY)
    back = parameters.price_change(last, first, series, TODAY)

    assert there.factor * back.factor == pytest.approx(1, rel=1e-15)
    growth = {year: rate for year, rate, _ in there.growth}
    assert economics.change_price_year(1, first, last, growth) == pytest.approx(
        there.factor, rel=1e-14
    )


@given(st.integers(2014, 2025))
def test_an_amount_in_the_kroner_of_another_year_gives_the_price_of_that_amount(year: int) -> None:
    """Stated in 2019-kroner, or by hand in the project's own: not an øre apart."""
    stated = Project.model_validate(with_amount(price_year=year, deflator="municipal"))
    factor = parameters.price_change(year, stated.price_year, "municipal", TODAY).factor
    by_hand = with_amount()
    by_hand["cost_lines"][0]["amount"]["value"] = f"{100000 * factor!r} NOK/year"

    charges = gv.run(stated).table("charges")

    expected = gv.run(Project.model_validate(by_hand)).table("charges")
    assert charges["value"].to_numpy() == pytest.approx(expected["value"].to_numpy(), rel=1e-13)


def test_the_project_s_own_price_year_changes_nothing_and_needs_no_series() -> None:
    project = Project.model_validate(with_amount())

    stated = Project.model_validate(with_amount(price_year=project.price_year))

    assert dict(stated.values())[AMOUNT].likely == dict(project.values())[AMOUNT].likely
    assert stated.checksum == project.checksum


def test_a_range_keeps_its_form_and_the_project_can_be_written_again() -> None:
    tables = with_amount(price_year=2023, deflator="municipal", vintage="FIN 2026-05-18")
    tables["cost_lines"][0]["amount"] |= {"likely": 100, "low": 50, "high": 200}
    tables["cost_lines"][0]["amount"] |= {"means": "80 % interval", "source": "Kontrakt"}
    del tables["cost_lines"][0]["amount"]["value"]

    project = Project.model_validate(tables)

    value = dict(project.values())[AMOUNT]
    assert value.price_change is not None
    factor = 1.05 * 1.047 * 1.041
    assert (value.likely, value.low, value.high) == pytest.approx(
        (100 * factor, 50 * factor, 200 * factor), rel=1e-14
    )
    assert Project.model_validate(tables_of(project)) == project
    assert tables_of(project)["cost_lines"][0]["amount"] == tables["cost_lines"][0]["amount"]


def test_figures_published_after_the_project_s_date_are_not_used() -> None:
    """The estimate for 2022 rose from 2.5 to 6.4 per cent."""
    series = "municipal_without_pension"

    early = parameters.price_change(2021, 2022, series, dt.date(2021, 12, 31))
    late = parameters.price_change(2021, 2022, series, TODAY)
    named = parameters.price_change(2021, 2022, series, TODAY, "NB22")

    assert (early.factor, late.factor) == (1.025, 1.064)
    assert named.factor == early.factor
    assert early.growth == ((2022, 0.025, "NB22"),)


def test_the_explanation_and_the_page_say_how_the_amount_was_changed() -> None:
    project = Project.model_validate(with_amount(price_year=2023, deflator="municipal"))
    results = gv.run(project)

    text = str(gv.explain(results, "line_cost", line="plattform", year=2027, depth=9))

    said = (
        "fra 2023-kroner til 2026-kroner, ganget med 1,1444 (kommunal deflator, med pensjon,"
        " utgave FIN 2026-05-18)"
    )
    assert said in text
    assert "oppgitt «100000 NOK/year»" in text


def test_the_workbook_shows_the_amount_as_it_was_stated_and_gives_it_back(tmp_path: Path) -> None:
    """The yellow cell holds 100 000 kroner of 2023; the model in it multiplies."""
    project = Project.model_validate(with_amount(price_year=2023, deflator="municipal"))
    gv.workbook(project, tmp_path / "m.xlsx")

    again = gv.load(tmp_path / "m.xlsx")

    assert again.checksum == project.checksum
    with zipfile.ZipFile(tmp_path / "m.xlsx") as package:
        parts = [package.read(name).decode() for name in package.namelist() if "xml" in name]
    assert any("<v>100000</v>" in part for part in parts)
    assert any("fra 2023-kroner til 2026-kroner" in part.lower() for part in parts)


@pytest.mark.parametrize(
    ("changes", "place", "kind"),
    [
        ({"price_year": 2023}, "price_year", "key.together"),
        ({"deflator": "municipal"}, "deflator", "key.together"),
        ({"price_year": 2023, "deflator": "kommune"}, "deflator", "parameter.no_deflator"),
        (
            {"price_year": 2023, "deflator": "municipal", "vintage": "RNB99"},
            "vintage",
            "parameter.no_vintage",
        ),
        (
            {"price_year": 2009, "deflator": "municipal"},
            "price_year",
            "parameter.years_not_covered",
        ),
        ({"price_year": "2023", "deflator": "municipal"}, "price_year", "value.price_year"),
        ({"price_year": 1700, "deflator": "municipal"}, "price_year", "value.price_year"),
        ({"price_year": 2023, "deflator": 3}, "deflator", "text.wrong_type"),
    ],
)
def test_a_price_year_that_leads_nowhere_is_told_at_its_place(
    changes: dict[str, object], place: str, kind: str
) -> None:
    with pytest.raises(ProjectError) as refused:
        from_tables(with_amount(**changes))

    assert [(p.path, p.kind) for p in refused.value.problems] == [(f"{AMOUNT}.{place}", kind)]


def test_an_unknown_vintage_is_told_with_those_that_there_are() -> None:
    with pytest.raises(ParameterError) as refused:
        parameters.price_change(2022, 2023, "municipal_without_pension", TODAY, "RNB22")

    assert refused.value.allowed == parameters.vintages("municipal_without_pension")
    assert "NB22, NB23, RNB23" in refused.value.text("nb")


def test_only_money_has_a_price_year() -> None:
    tables = copy.deepcopy(tables_of(gv.example("nord-troms")))
    tables["groups"][0]["ramp_time"] = {
        "value": "18 month", "price_year": 2023, "deflator": "municipal",
    }  # fmt: skip

    with pytest.raises(ProjectError) as refused:
        from_tables(tables)

    assert {p.kind for p in refused.value.problems} == {"key.unknown"}


def test_growth_that_is_missing_is_named() -> None:
    with pytest.raises(ArgumentError) as refused:
        economics.change_price_year(100, 2020, 2023, {2021: 0.1, 2023: 0.1})

    assert (refused.value.argument, refused.value.found) == ("growth", "2022")
