"""Baseline measurement and honest effects: from extracts or counts to three numbers side by side.

`measure` reads persons and events, `measure_counts` a table of counts; `compare` sets the observed
change beside the change that was to be expected without the service. The other functions take plain
numbers::

    gevinst.baseline.rate_interval(12, 20.0)  # 12 events in 20 person-years, exact
    gevinst.baseline.rate_ratio(30, 50.0, 42, 50.0)

Everything is imported on first use.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gevinst.baseline.records import Counts

_HOME = {
    "Comparison": "comparison",
    "Counts": "records",
    "Measurement": "measurement",
    "compare": "comparing",
    "compare_shares": "proportions",
    "difference_in_differences": "controlled",
    "interrupted_time_series": "series",
    "measure": "measuring",
    "measure_counts": "measuring",
    "minimum_detectable_ratio": "planning",
    "months_needed": "planning",
    "paired_change": "paired",
    "patients_needed": "planning",
    "precision_table": "planning",
    "rate_interval": "rates",
    "rate_ratio": "rates",
    "regression_to_mean_counts": "regression",
    "regression_to_mean_normal": "regression",
    "required_reduction": "planning",
    "risk_ratio": "proportions",
    "share_interval": "proportions",
    "side_by_side": "beside",
}
"""Public name -> the file of this package that holds it."""

__all__ = [
    "Comparison",
    "Counts",
    "Measurement",
    "compare",
    "compare_shares",
    "difference_in_differences",
    "interrupted_time_series",
    "measure",
    "measure_counts",
    "minimum_detectable_ratio",
    "months_needed",
    "paired_change",
    "patients_needed",
    "precision_table",
    "rate_interval",
    "rate_ratio",
    "regression_to_mean_counts",
    "regression_to_mean_normal",
    "required_reduction",
    "risk_ratio",
    "share_interval",
    "side_by_side",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  a name of this package, imported on first use
    if name in _HOME:
        return getattr(importlib.import_module(f"gevinst.baseline.{_HOME[name]}"), name)
    raise AttributeError(f"module 'gevinst.baseline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
