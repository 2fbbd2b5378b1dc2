"""Plain functions of numbers answer odd input with finite sense or a named error, never else."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from gevinst import baseline, sensitivity
from gevinst.errors import ArgumentError

SERIES = [21, 19, 22, 20, 18, 21, 20, 22, 19, 21, 20, 18] * 2 + [12, 14, 13, 12] * 3
CALLS: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "rate": (baseline.rate_interval, {"events": 10, "time": 20.0, "level": 0.95}),
    "exact": (baseline.rate_ratio, {"x1": 4, "t1": 3.0, "x0": 5, "t0": 6.0, "method": "exact"}),
    "quasi": (
        baseline.rate_ratio,
        {"x1": 4, "t1": 3.0, "x0": 5, "t0": 6.0, "method": "quasi", "dispersion": 2.0},
    ),
    "share": (baseline.share_interval, {"events": 4, "n": 10, "level": 0.95}),
    "shares": (baseline.compare_shares, {"a": 4, "n1": 10, "c": 5, "n0": 12, "level": 0.95}),
    "normal": (
        baseline.regression_to_mean_normal,
        {"mu": 4, "sd": 1.0, "rho": 0.5, "cut": 5.0, "measurements": 1},
    ),
    "counts": (baseline.regression_to_mean_counts, {"mu": 4, "shape": 1.0, "cut": 5}),
    "detectable": (
        baseline.minimum_detectable_ratio,
        {"persons": 100, "rate": 1.0, "dispersion": 1.0, "power": 0.8, "level": 0.95},
    ),
    "paired": (
        baseline.paired_change,
        {"before": [4, 6, 5, 7, 9], "after": [3, 4, 5, 4, 7], "level": 0.95, "method": "t"},
    ),
    "series": (
        baseline.interrupted_time_series,
        {
            "amount": SERIES,
            "person_time": 10.0,
            "intervention": 24,
            "first_month": 1,
            "harmonics": 1,
            "slope": False,
            "level": 0.95,
        },
    ),
    "evpi": (sensitivity.evpi_normal, {"mean": 1.0, "sd": 2.0}),
    "evppi": (sensitivity.evppi_normal, {"mean": 1.0, "sd": 2.0, "share": 0.3}),
    "evsi": (sensitivity.evsi_normal, {"mean": 1.0, "sd": 2.0, "standard_error": 0.3}),
    "sampling": (
        sensitivity.sampling_error,
        {"persons": 100, "rate": 1.0, "effect": -0.2, "years": 1.0, "dispersion": 1.0},
    ),
}
"""Function and a call that it answers."""
ABOUT_ALL = ("The series", "The shorter", "intervention is", "after has shape")
"""How errors begin that are of several arguments together."""

ODD: tuple[object, ...] = (
    *(math.nan, math.inf, -math.inf, -1, 0, 5e-324, 1e-300, 1e12, 1e200, 1e308, 10**400),
    *("x", "3", b"3", True, None, 1j, Decimal(2), object(), pd.NA, pd.NaT),
    *(np.float32(2.5), np.int8(5), np.uint64(2**64 - 1), np.bool_(True), np.array(3)),  # noqa: FBT003  what numpy calls it
    *([], [[]], [1, 2], [[1, 2], [3]], [None, 1], {}, {"a": 1}, range(3)),
    pd.Series([1.0, 2.0]),
    pd.Series([1, None], dtype="Int64"),
    pd.DataFrame({"a": [1.0]}),
    np.array([[1.0, 2.0], [3.0, 4.0]]),
)


@pytest.mark.parametrize(
    ("name", "argument"), [(name, one) for name, (_, call) in CALLS.items() for one in call]
)
def test_odd_input_gives_sense_or_an_error_that_names_the_argument(
    name: str, argument: str
) -> None:
    function, call = CALLS[name]
    refused = 0
    for odd in ODD:
        try:
            found = function(**{**call, argument: odd})
        except ArgumentError as error:
            refused += 1
            said = str(error)
        else:
            assert not _unknown(found), odd
            continue
        assert argument in said or said.startswith(ABOUT_ALL), odd
    assert refused > 5


def _unknown(found: object) -> bool:
    """Whether a number of the answer is NaN."""
    names = ("estimate", "ratio", "low", "high", "p", "before", "after", "change")
    numbers = [found] if isinstance(found, float) else [getattr(found, n, None) for n in names]
    return any(bool(np.isnan(n).any()) for n in numbers if n is not None)


def test_the_value_that_a_mask_hides_is_not_counted() -> None:
    hidden = np.ma.masked_array([1, 900], mask=[False, True])

    with pytest.raises(ArgumentError, match="MaskedArray"):
        baseline.rate_interval(hidden, 10)

    assert baseline.rate_interval(np.ma.masked_array([1, 9]), 10).estimate == pytest.approx(
        [0.1, 0.9]
    )


def test_so_much_spread_that_no_number_holds_the_ends_sets_no_limit() -> None:
    found = baseline.rate_ratio(4, 3, 5, 6, method="quasi", dispersion=1e12)

    assert (found.low, found.high) == (0, math.inf)
    assert found.p == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("written", ["no", 0, 1, None])
def test_a_slope_is_asked_for_by_true_or_false_alone(written: object) -> None:
    with pytest.raises(ArgumentError, match="Possible: True, False"):
        baseline.interrupted_time_series(SERIES, 10.0, 24, slope=written)
