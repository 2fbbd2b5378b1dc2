"""WHO's workload indicators: the edges, and what is refused."""

from typing import Any

import pytest

from gevinst.errors import ArgumentError
from gevinst.staffing import wisn

WORK = {"alerts": (3000, 0.25)}


def test_no_work_takes_nobody_and_has_no_ratio() -> None:
    year = wisn({"alerts": (0, 0.25)}, 1500, current_staff=2)

    assert year.required_staff == 0
    assert year.difference == 2
    assert year.ratio is None


def test_without_current_staff_there_is_nothing_to_compare() -> None:
    year = wisn(WORK, 1500)

    assert (year.current_staff, year.difference, year.ratio) == (None, None, None)


def test_a_step_cannot_be_changed_afterwards() -> None:
    year = wisn(WORK, 1500)

    with pytest.raises(TypeError):
        year.standard_workload["alerts"] = 1  # type: ignore[index]


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"available_working_time": 0}, "available_working_time"),
        ({"available_working_time": [1500, 1600]}, "available_working_time"),
        ({"activities": {}}, "activities"),
        ({"activities": [(3000, 0.25)]}, "activities"),
        ({"activities": {"alerts": 3000}}, "activities['alerts']"),
        ({"activities": {"alerts": (3000, 0)}}, "activities[..., 1]"),
        ({"activities": {"alerts": (-1, 0.25)}}, "activities[..., 0]"),
        ({"activities": {"alerts": (3000, float("nan"))}}, "activities['alerts']"),
        ({"category_allowance": {"meetings": 0.6, "records": 0.4}}, "category_allowance"),
        ({"category_allowance": {"meetings": -0.1}}, "category_allowance"),
        ({"category_allowance": [0.1]}, "category_allowance"),
        ({"individual_allowance": 100}, "individual_allowance"),
        ({"individual_allowance": {"supervising": -1}}, "individual_allowance"),
        ({"current_staff": -1}, "current_staff"),
        ({"current_staff": float("inf")}, "current_staff"),
    ],
)
def test_a_bad_number_is_named(change: dict[str, Any], names: str) -> None:
    given = {"activities": WORK, "available_working_time": 1500} | change

    with pytest.raises(ArgumentError) as caught:
        wisn(**given)

    assert names in caught.value.argument
