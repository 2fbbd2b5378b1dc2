"""Alert rates that the examples take from a published study, worked out from its counts."""

import json
from pathlib import Path

import pytest

import gevinst as gv

VECTORS = Path(__file__).parents[2].parent / "shared" / "vectors" / "staffing.json"
USERS, MEAN_DAYS = 174, 207
AUTOMATIC, MANUAL = 13_647, 3_646
"""JMIR Med Inform 2025 e66066: alerts that the system and that people handled."""
DAYS_IN_YEAR = 365


@pytest.mark.parametrize("name", ["nord-troms", "hallingdal", "mila"])
def test_the_examples_use_the_published_rate_of_alerts(name: str) -> None:
    task = next(task for task in gv.example(name).tasks if task.id == "varsler")
    alerts = AUTOMATIC + MANUAL

    per_day = task.events.likely / DAYS_IN_YEAR
    assert task.manual_share is not None

    assert per_day == pytest.approx(alerts / (USERS * MEAN_DAYS), abs=5e-4)
    assert task.manual_share.likely == pytest.approx(MANUAL / alerts, abs=5e-4)


@pytest.mark.skipif(not VECTORS.exists(), reason="the shared vectors are not beside the project")
def test_the_shared_vector_is_of_the_same_study() -> None:
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    case = next(case for case in vectors if case["id"] == "ALERTS-NL")

    given = case["in"]

    assert (given["users"], given["mean_days"]) == (USERS, MEAN_DAYS)
    assert (given["alerts_automatic"], given["alerts_manual"]) == (AUTOMATIC, MANUAL)
    assert case["out"]["manual_alerts_per_patient_day"] == pytest.approx(
        MANUAL / (USERS * MEAN_DAYS), abs=case["tol"]
    )
