"""Rates, shares, changes and planning against answers that somebody else gives."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from gevinst import baseline

PAGE = Path(__file__).with_name("baseline_statistics.yaml")
CASES = yaml.safe_load(PAGE.read_text(encoding="utf-8"))

# Rate ratio 0.80, one admission per patient-year, equal times: the intervals to be expected, worked
# out apart from this library, with two decimals.
PRECISION = {
    (20, 1): (0.41, 1.54),
    (50, 1): (0.53, 1.21),
    (80, 1): (0.58, 1.11),
    (150, 1): (0.63, 1.02),
    (300, 1): (0.68, 0.95),
    (700, 1): (0.72, 0.89),
    (20, 2): (0.32, 2.03),
    (50, 2): (0.44, 1.44),
    (80, 2): (0.50, 1.27),
    (150, 2): (0.57, 1.12),
    (300, 2): (0.63, 1.02),
    (700, 2): (0.68, 0.94),
}

# Øyane DPS, digital home follow-up 2019-2021: figures before and after, as published, without the
# number of persons.
OYANE = {
    "mean stay, days": (3.4, 1.8, -1.6),
    "waiting time, days": (49, 38, -11),
    "appointments not kept, per cent": (22, 17, -5),
    "satisfied, per cent": (90, 95, 5),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_known_answer_comes_out(case: Mapping[str, Any]) -> None:
    function: Callable[..., Any] = getattr(baseline, case["function"])

    found = function(**case["given"])

    for name, expected in case["expected"].items():
        relative = case.get("rough", {}).get(name, case.get("relative", 0))
        near = pytest.approx(expected, rel=relative, abs=case.get("absolute", 0))
        assert getattr(found, name) == near, name


def test_the_trap_is_not_fallen_into() -> None:
    """The interval includes 1, so the p is above five per cent."""
    found = baseline.rate_ratio(2, 17877, 9, 16660)

    assert found.low < 1 < found.high
    assert found.p > 0.05


def test_the_table_of_precision_comes_out() -> None:
    table = baseline.precision_table()

    found = {
        (row.persons, row.dispersion): (round(row.low, 2), round(row.high, 2))
        for row in table.itertuples()
    }
    assert found == PRECISION


@pytest.mark.parametrize("figure", OYANE)
def test_without_the_number_of_persons_the_change_is_given_and_the_interval_refused(
    figure: str,
) -> None:
    before, after, change = OYANE[figure]

    found = baseline.paired_change(before, after)

    assert found.estimate == pytest.approx(change, rel=1e-12)
    assert found.relative_change == pytest.approx(change / before, rel=1e-12)
    assert (found.low, found.high, found.p, found.persons) == (None, None, None, None)
    assert "antall personer" in str(found.refusal())
    assert "No interval" in str(found.refusal("en"))


def test_the_difference_of_four_means_says_that_it_has_no_interval() -> None:
    found = baseline.difference_in_differences(5493, 3514, 3939, 3534)

    assert (found.low, found.high, found.p) == (None, None, None)
    assert "Intervall oppgis ikke" in str(found.refusal())
