"""The table of economics in a project file: what it may say, and what follows from it."""

import copy
from typing import Any

import pytest

import gevinst as gv
from gevinst.errors import ProjectError, QuantityError
from gevinst.explaining.rule_names import RULES
from gevinst.formula import FORMULAS
from gevinst.loading.validating import from_tables
from gevinst.schema import Project
from gevinst.schema.written import tables_of


def with_economics(**table: object) -> dict[str, Any]:
    """Tables of an example with this table of economics."""
    tables = copy.deepcopy(tables_of(gv.example("nord-troms")))
    tables.pop("economics", None)
    return {**tables, "economics": dict(table)} if table else tables


def test_what_is_left_out_is_listed_among_the_assumptions() -> None:
    """Rate and tax cost are parameters with a source; period and timing say what they are."""
    results = gv.run(Project.model_validate(with_economics()))

    origins = {name: cells[0, 0] for (name, _), cells in results.provenance.items() if cells}
    assert origins["analysis_period"].note == "ikke oppgitt: hele perioden"
    assert origins["discount_time"].note == "ikke oppgitt: ved årets slutt"
    assert origins["discount_rate"].path == "economics.discount_rate [1]"
    assert origins["discount_rate"].date == "2021-06-25"
    assert origins["tax_financing_rate"].path == "economics.tax_financing_cost"


def test_what_is_stated_is_used() -> None:
    project = Project.model_validate(
        with_economics(
            analysis_period="2 year", timing="mid", discount_rate=0.1, tax_financing_rate=0.3,
            residual_values=[{"line": "etablering", "amount": "121000 NOK"}],
        )
    )  # fmt: skip
    results = gv.run(project)

    factors = results.ledger["discount_factor"][0, 0, :, 0]
    assert factors[:3] == pytest.approx([1.1**-0.5, 1.1**-1.5, 0], rel=1e-14)
    assert results.ledger["residuals"].item() == pytest.approx(100_000, rel=1e-12)
    table = results.table("present_value")
    left = table[table["quantity"] == "present_residual"]
    assert left["value"].sum() == pytest.approx(100_000, rel=1e-12)
    assert Project.model_validate(tables_of(project)) == project


def test_without_tax_financing_nothing_is_said_of_it() -> None:
    results = gv.run(Project.model_validate(with_economics(tax_financing=False)))

    assert "tax_financing_cost" not in set(results.table("present_value")["quantity"])


def test_a_present_value_is_explained_year_by_year() -> None:
    results = gv.run(gv.example("nord-troms"))
    name = results.frame.municipalities[0]

    text = str(gv.explain(results, "present_cost", municipality=name, depth=4))

    assert "Nåverdi av kommunens betaling" in text
    assert "sum over år av Kommunens betaling, diskontert" in text
    assert str(results.frame.first_year) in text
    assert "Diskonteringsfaktor" in text


def test_every_rule_of_another_name_can_be_told_in_an_explanation() -> None:
    """A missing name would break the explanation of the number that the rule makes."""
    others = {name for name, made in FORMULAS.items() if made.produces != name}

    assert others - set(RULES) == set()


def test_a_corrected_value_with_residuals_is_explained() -> None:
    tables = with_economics(residual_values=[{"line": "utstyr", "amount": 50_000}])
    designs = sorted({line["design"] for line in tables["benefits"]})
    tables["evidence_correction"] = {
        "source": "Avtalt i styringsgruppen", "cost_uplift": 0.1,
        "designs": [
            {"design": name, "gain_factor": 0.6, "delay": "6 month", "source": "Avtalt"}
            for name in designs
        ],
    }  # fmt: skip
    results = gv.run(Project.model_validate(tables))
    place = results.frame.municipalities[0]

    text = str(gv.explain(results, "tax_financing_cost", municipality=place, depth=9))

    for words in ("korrigert for evidens", "med kostnadspåslag", "Avtalt", "restverdiene"):
        assert words in text


@pytest.mark.parametrize(
    ("table", "path", "kind"),
    [
        ({"analysis_period": "39 year"}, "analysis_period", "analysis.beyond_horizon"),
        ({"analysis_period": 0}, "analysis_period", "number.bound"),
        ({"timing": "middle"}, "timing", "choice.unknown"),
        ({"discount_rate": 4}, "discount_rate", "number.bound"),
        (
            {"residual_values": [{"line": "bygg", "amount": 1}]},
            "residual_values[0].line",
            "reference.unknown",
        ),
        (
            {"residual_values": [{"line": "utstyr", "amount": n} for n in (1, 2)]},
            "residual_values[1].line",
            "name.repeated",
        ),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(
    table: dict[str, object], path: str, kind: str
) -> None:
    with pytest.raises(ProjectError) as refused:
        from_tables(with_economics(**table))

    assert [(p.path, p.kind) for p in refused.value.problems] == [(f"economics.{path}", kind)]


def without_benefits() -> dict[str, Any]:
    """The example without benefit lines, and without what points at them."""
    tables = with_economics()
    for key in ("map", "accepted_overlaps"):
        tables.pop(key, None)
    return {**tables, "benefits": []}


def with_life_years() -> gv.Results:
    """The example with one line, of life-years: 0.02 more a year, from 0.01 fewer to 0.05."""
    tables = without_benefits()
    line = {
        "id": "leveaar", "name": "Leveår", "kind": "events", "indicator": "Gode leveår",
        "definition": "EQ-5D, målt ved oppstart og etter ett år", "design": "randomised",
        "owner": "Kommunalsjefen", "payer": "municipality", "receiver": "patient",
        "class": "quality_unpriced", "unit": "qaly", "baseline": 0.7, "baseline_from": "assumed",
        "change": {"likely": 0.02, "low": -0.01, "high": 0.05, "means": "80 % interval"},
        "realisation_share": 1,
        "plus_minus": {"importance": "large", "extent": 1, "reason": "Prøvd i en studie"},
    }  # fmt: skip
    tables["benefits"] = [line]
    return gv.run(Project.model_validate(tables))


def test_cost_per_life_year_is_told_on_request_beside_the_reference() -> None:
    results = with_life_years()

    found = results.cost_per_qaly("leveaar")

    factors = results.ledger["discount_factor"][0, 0, :, 0]
    years = results.ledger["patient_time_total"][0, 0, :, 0]
    assert found.qalys == pytest.approx(0.02 * float(years @ factors), rel=1e-12)
    table = results.table("present_value")
    net = table[table["quantity"] == "present_net_cash"]["value"].sum()
    assert found.net_cost == pytest.approx(-net, rel=1e-12)
    assert found.ratio is not None
    assert float(found.ratio) == pytest.approx(found.net_cost / found.qalys)
    assert found.ratio.quadrant == "north_east"
    assert (found.reference, found.source[:12]) == (275_000, "Direktoratet")


def test_nothing_else_prices_a_life_year() -> None:
    plain = Project.model_validate(without_benefits())
    with_line, without = with_life_years(), gv.run(plain)

    one, other = (r.table("present_value") for r in (with_line, without))
    money = one[one["actor"] != "patient"]["value"].to_numpy()
    assert money == pytest.approx(
        other[other["actor"] != "patient"]["value"].to_numpy(), nan_ok=True
    )
    with pytest.raises(QuantityError):
        with_line.cost_per_qaly("innleggelser")
