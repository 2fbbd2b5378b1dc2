"""Hours before and after against examples from Norwegian practice."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from gevinst.core import benefits
from gevinst.units import to_canonical

CASES = yaml.safe_load(Path(__file__).with_name("benefits.yaml").read_text(encoding="utf-8"))
MINUTES = 60


def cell(number: float) -> Any:
    """A number on the four axes."""
    return np.full((1, 1, 1, 1), float(number))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_hours_that_practice_reports_come_out(case: Mapping[str, Any]) -> None:
    given, expected = case["given"], case["expected"]
    before, after = (
        cell(to_canonical(given[name], "work_minute/patient")) for name in ("before", "after")
    )
    periods, patient_years = cell(given["periods"]), cell(given.get("patients", 1))

    baseline = benefits.baseline_hours(patient_years, before, periods)
    changed = benefits.changed_hours(patient_years, after, periods, baseline)
    realised = benefits.realised_where_fewer_is_better(changed, cell(1))
    hours = benefits.freed_hours(realised, cell(1)).item()

    per_period = hours * MINUTES / given["periods"] / given.get("patients", 1)
    assert per_period == pytest.approx(expected["saved_minutes_per_period"], rel=1e-12)
    in_a_year = hours / given.get("patients", 1)
    assert in_a_year == pytest.approx(expected["hours_per_year"], rel=1e-12)
    if "kroner" in expected:
        worth = benefits.line_benefit(realised, cell(given["hour_value"]), cell(1)).item()
        assert worth == pytest.approx(expected["kroner"], rel=1e-12)
