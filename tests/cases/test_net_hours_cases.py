"""Net hours per full position against a published table."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from gevinst.staffing import net_hours

CASES = yaml.safe_load(Path(__file__).with_name("net_hours.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_published_net_hours_come_out(case: Mapping[str, Any]) -> None:
    found = net_hours(**case["given"])

    assert found == pytest.approx(case["expected"], abs=case["tolerance"], rel=0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_names_and_order_of_the_deductions_do_not_matter(case: Mapping[str, Any]) -> None:
    given = case["given"]

    shares = sorted(given["deductions"].values())

    assert net_hours(given["contract_hours"], shares) == net_hours(**given)
