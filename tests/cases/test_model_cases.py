"""The model and its rounding against worked examples from others."""

import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from gevinst.core.rounding import whole_units
from gevinst.running import run
from gevinst.schema import Project

CASES = yaml.safe_load(Path(__file__).with_name("model.yaml").read_text(encoding="utf-8"))
FIRST_YEAR = 2027


def shared_centre(population: dict[str, int], keys: dict[str, float]) -> Project:
    """A centre that municipalities of these sizes share by these keys."""
    codes = {name: f"{1500 + number}" for number, name in enumerate(population)}
    table: dict[str, Any] = {
        "schema": 1,
        "price_year": FIRST_YEAR,
        "project": {"name": "Eksempel", "date": dt.date(FIRST_YEAR, 1, 1)},
        "horizon": {
            "first_year": FIRST_YEAR,
            "years": 1,
            "population_growth": 0,
            "real_wage_growth": 0,
        },
        "partners": [
            {
                "kind": "municipality",
                "code": codes[name],
                "name": name,
                "population": inhabitants,
                "joins": f"{FIRST_YEAR}-01",
                "payroll_tax_zone": "I",
            }
            for name, inhabitants in population.items()
        ],
        "ramp_up": {"curve": "linear"},
        "groups": [
            {
                "id": "kols",
                "name": "Kols",
                "eligible_per_inhabitant": 0.01,
                "inclusion_share": 0.3,
                "ramp_time": 12,
                "recruitment_rate": 4,
                "mean_stay": 18,
                "dropout_rate": 0.1,
            }
        ],
        "tasks": [
            {
                "id": "follow_up",
                "name": "Oppfølging",
                "role": "nurse",
                "per": "patient_time",
                "class": "deferrable",
                "events": 52,
                "time": 20,
            }
        ],
        "centre": {
            "host": codes[next(iter(population))],
            "closed_days": 10,
            "staffing_step": 0.1,
            "opening_hours": {"monday": "08:00-15:30"},
            "roles": [
                {
                    "id": "nurse",
                    "name": "Sykepleier",
                    "annual_wage": 600_000,
                    "pension_share": 0.15,
                    "other_on_costs": 0,
                    "net_hours": 1600,
                    "minimum_presence": 1,
                }
            ],
        },
        "price_model": {
            "rule": "key",
            "keys": [
                {"basis": basis, "weight": weight, "period": "month"}
                for basis, weight in keys.items()
            ],
        },
    }
    return Project.model_validate(table)


def test_the_published_split_of_ekommune_sunnmore_comes_out() -> None:
    """KEY-SUNNMORE: 30 % in equal parts, 70 % by inhabitants, in each month and in the year."""
    case = CASES["KEY-SUNNMORE"]
    project = shared_centre(case["given"]["population"], case["given"]["keys"])

    results = run(project)

    charge, cost = results.quantity("charge").values, results.quantity("total_cost").values
    expected = np.array(list(case["expected"].values())).reshape(1, -1, 1, 1)
    assert results.frame.municipalities == tuple(case["expected"])
    assert np.all(cost > 0)
    assert np.max(np.abs(100 * charge / cost - expected)) <= case["tolerance"]
    year = 100 * results.quantity("charge_year").values / cost.sum()
    assert np.max(np.abs(year - expected)) <= case["tolerance"]


def test_largest_remainders_come_out_as_worked_by_hand() -> None:
    """ROUND-1: hundredths that follow the weights and add up."""
    case = CASES["ROUND-1"]
    given = case["given"]
    weights, units = np.array(given["weights"]), given["total"] * 10 ** given["decimals"]

    found = whole_units(units * weights / weights.sum(), np.arange(weights.size))

    assert list(found / 10 ** given["decimals"]) == pytest.approx(case["expected"], abs=1e-15)
    assert found.sum() == units


def test_equal_remainders_go_by_rank() -> None:
    """Of three equal thirds of 100 units, the first in rank has the one that is left."""
    thirds = np.full(3, 100 / 3)

    assert list(whole_units(thirds, np.array([0, 1, 2]))) == [34, 33, 33]
    assert list(whole_units(thirds, np.array([2, 1, 0]))) == [33, 33, 34]


def test_noise_in_the_last_bit_decides_nothing() -> None:
    """Remainders that differ by less than a millionth of a unit are equal."""
    almost = np.array([0.5, 0.5 + 1e-9])

    assert list(whole_units(almost, np.array([0, 1]))) == [1, 0]


def test_whole_amounts_stay_what_they_are() -> None:
    """What is whole already is not moved, nor is nothing, nor what is owed back."""
    amounts = np.array([3.0, 0.0, -2.0, 7.0])

    assert np.array_equal(whole_units(amounts, np.arange(4)), amounts)


def test_the_largest_remainder_has_the_unit_and_not_the_largest_amount() -> None:
    """Of 10.2, 3.7 and 1.1 the second is nearest to one more."""
    amounts = np.array([10.2, 3.7, 1.1])

    assert list(whole_units(amounts, np.arange(3))) == [10, 4, 1]


def test_remainders_are_equal_whatever_they_stand_behind() -> None:
    """0.35 and 100.35 have the same remainder, although their floats do not: rank decides."""
    amounts = np.array([0.35, 100.35, 0.3])

    assert list(whole_units(amounts, np.array([1, 0, 2]))) == [0, 101, 0]
    assert list(whole_units(amounts, np.array([0, 1, 2]))) == [1, 100, 0]


def test_noise_does_not_decide_how_many_units_there_are() -> None:
    """A total of three and a half but for the last bits is rounded as three and a half is."""
    amounts = np.array([1.75, 1.75 - 1e-10])

    assert whole_units(amounts, np.arange(2)).sum() == 4
