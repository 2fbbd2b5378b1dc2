"""Staff by WHO's workload indicators, against a published table and by hand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from gevinst.staffing import wisn

CASES = yaml.safe_load(Path(__file__).with_name("wisn.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_known_staff_comes_out(case: Mapping[str, Any]) -> None:
    found = wisn(**case["given"])

    for name, expected in case["expected"].items():
        assert getattr(found, name) == pytest.approx(expected, abs=case["tolerance"], rel=0), name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_steps_add_up_to_the_staff(case: Mapping[str, Any]) -> None:
    found = wisn(**case["given"])

    for name, (count, _) in case["given"]["activities"].items():
        by_standard = count / found.standard_workload[name]
        assert found.staff_by_activity[name] == pytest.approx(by_standard, rel=1e-15)
    assert sum(found.staff_by_activity.values()) == pytest.approx(found.basic_staff, rel=1e-15)
    required = found.basic_staff * found.category_allowance_factor
    required += found.individual_allowance_factor
    assert found.required_staff == pytest.approx(required, rel=1e-15)
