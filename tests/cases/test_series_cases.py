"""Interrupted time series against a published analysis of published data."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from scipy import special

from gevinst.baseline import interrupted_time_series

CASES = yaml.safe_load(Path(__file__).with_name("series.yaml").read_text(encoding="utf-8"))
MODELS = [(case, model) for case in CASES for model in case["models"]]

NORMAL = 1.959963984540054
"""The published interval takes the normal distribution; ours takes t, which is a little wider."""


@pytest.mark.parametrize(("case", "model"), MODELS, ids=lambda part: part.get("harmonics", ""))
def test_the_published_step_comes_out(case: Mapping[str, Any], model: Mapping[str, Any]) -> None:
    found = interrupted_time_series(
        case["aces"], case["stdpop"], case["intervention"], harmonics=model["harmonics"]
    )

    assert found.ratio == pytest.approx(model["ratio"], abs=5e-4)
    assert found.dispersion == pytest.approx(model["dispersion"], abs=5e-3)
    assert found.naive == pytest.approx(case["naive"], abs=5e-4)


def test_the_published_interval_comes_out_with_its_own_quantile() -> None:
    case, model = MODELS[1]
    found = interrupted_time_series(case["aces"], case["stdpop"], case["intervention"])
    reach = NORMAL * found.standard_error

    assert found.ratio * math.exp(-reach) == pytest.approx(model["low"], abs=5e-4)
    assert found.ratio * math.exp(reach) == pytest.approx(model["high"], abs=5e-4)
    assert found.low < model["low"] < model["high"] < found.high
    assert found.method == "quasi-poisson"


def test_the_fit_solves_its_own_equations() -> None:
    """Independent of statsmodels: Newton's method on the same columns, by numpy alone."""
    case, _ = MODELS[1]
    amount, time = np.array(case["aces"], float), np.array(case["stdpop"])
    place = np.arange(59)
    turn = 2 * np.pi * (place + 0.5) / 12
    columns = np.column_stack(
        [np.ones(59), (place - 35.5) / 12, place >= 36]
        + [wave(k * turn) for k in (1, 2) for wave in (np.sin, np.cos)]
    )
    effects = np.zeros(7)
    effects[0] = np.log(amount.sum() / time.sum())
    for _ in range(30):
        mean = np.exp(columns @ effects) * time
        curve = columns.T @ (mean[:, None] * columns)
        effects += np.linalg.solve(curve, columns.T @ (amount - mean))
    dispersion = float(((amount - mean) ** 2 / mean).sum()) / 52
    error = math.sqrt(dispersion * np.linalg.inv(curve)[2, 2])
    reach = special.stdtrit(52, 0.975) * error

    found = interrupted_time_series(amount, time, 36)

    assert found.ratio == pytest.approx(math.exp(effects[2]), rel=1e-9)
    assert found.trend.ratio == pytest.approx(math.exp(effects[1]), rel=1e-9)
    assert found.low == pytest.approx(math.exp(effects[2] - reach), rel=1e-9)
    assert found.high == pytest.approx(math.exp(effects[2] + reach), rel=1e-9)
    without = np.exp(columns @ (effects * (np.arange(7) != 2))) * time
    assert found.expected == pytest.approx(without, rel=1e-9)
