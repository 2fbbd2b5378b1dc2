"""Real agreements, written as price models and run, against what they print."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from gevinst.results import Results
from gevinst.running import run
from gevinst.schema import Project

CASES = yaml.safe_load(Path(__file__).with_name("agreements.yaml").read_text(encoding="utf-8"))
YEAR = 2027


def project_of(given: dict[str, Any]) -> Project:
    """A centre without staff that costs what the lines say, shared by the price model."""
    codes = {name: f"{1500 + n}" for n, name in enumerate(given["partners"])}
    return Project.model_validate(
        {
            "schema": 1,
            "price_year": YEAR,
            "project": {"name": "Avtale", "date": dt.date(YEAR, 1, 1)},
            "horizon": {
                "first_year": YEAR, "years": 1, "population_growth": 0, "real_wage_growth": 0,
            },
            "partners": [
                {"kind": "municipality", "code": codes[name], "name": name, "population": size,
                 "joins": f"{YEAR}-01", "payroll_tax_zone": "I"}
                for name, size in given["partners"].items()
            ],
            "ramp_up": {"curve": "linear"},
            "groups": [
                {"id": "all", "name": "Alle", "eligible_per_inhabitant": 0.01,
                 "inclusion_share": 0.5, "ramp_time": 12, "recruitment_rate": 4, "mean_stay": 18,
                 "dropout_rate": 0.1}
            ],
            "tasks": [
                {"id": "task", "name": "Oppgave", "role": "nurse", "per": "patient_time",
                 "class": "deferrable", "events": 1, "time": 1}
            ],
            "centre": {
                "host": codes[next(iter(codes))], "closed_days": 10, "staffing_step": 0.1,
                "opening_hours": {"monday": "08:00-15:30"},
                "roles": [
                    {"id": "nurse", "name": "Sykepleier", "annual_wage": 0, "pension_share": 0,
                     "other_on_costs": 0, "net_hours": 1600, "minimum_presence": 0}
                ],
            },
            "cost_lines": [
                {"id": line, "name": line, "kind": "fixed", "amount": amount}
                for line, amount in given["lines"].items()
            ],
            "price_model": coded(given["price_model"], codes),
        }
    )  # fmt: skip


def coded(part: Any, codes: dict[str, str]) -> Any:
    """The same tables with the partners' codes in place of their names, where they are keys."""
    if isinstance(part, dict):
        return {codes.get(key, key): coded(inner, codes) for key, inner in part.items()}
    if isinstance(part, list):
        return [coded(inner, codes) for inner in part]
    return part


def paid(results: Results, table: str, quantity: str) -> dict[str, float]:
    """What each partner has in a table, in the year."""
    rows = results.table(table)
    rows = rows[(rows["quantity"] == quantity) & rows["municipality"].notna()]
    return dict(zip(rows["municipality"], rows["value"], strict=True))


SHOWN = {
    "charges": ("charges", "charge"),
    "invoices": ("invoices", "invoice"),
    "shares": ("keys", "charge_share"),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_an_agreement_gives_what_it_prints(case: dict[str, Any]) -> None:
    """Every printed amount and share comes out, within the tolerance that the print allows."""
    results = run(project_of(case["given"]))

    for what, expected in case["expected"].items():
        found = paid(results, *SHOWN[what])
        tolerance = 1e-6 if what == "shares" and case["tolerance"] > 1e-6 else case["tolerance"]
        for name, amount in expected.items():
            assert found[name] == pytest.approx(amount, rel=0, abs=tolerance), (what, name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_says_where_it_is_from(case: dict[str, Any]) -> None:
    """Source, grade and tolerance stand beside the figures."""
    assert case["source"].startswith("http")
    assert case["grade"].startswith(("published", "computed", "the rule"))
    assert case["tolerance"] >= 0


@pytest.mark.parametrize(("size", "price"), [(3000, 15_000), (5000, 25_000), (100_000, 125_000)])
def test_a_size_at_the_edge_of_a_published_band_is_warned_of(size: int, price: float) -> None:
    """eInnsyn's bands share their ends in print: a municipality of just that size is told."""
    given = next(case["given"] for case in CASES if case["id"] == "AGR-21")

    results = run(project_of({**given, "partners": {"edge": size}}))

    assert paid(results, "charges", "charge") == pytest.approx({"edge": price})
    warned = results.table("warnings")
    assert set(warned["quantity"]) == {"exactly_at_band_edge"}
    assert set(warned["value"]) == {size}
