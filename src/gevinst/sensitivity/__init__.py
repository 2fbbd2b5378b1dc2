"""Which inputs matter, and from where on it pays: tornado, Sobol, scenarios, break-even, maps.

Every question is answered by runs of the whole model at chosen points, in batches. Names and paths
of inputs are those of `gevinst.schema.input_names`, and numbers of an input are in the unit that
the project writes it in.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gevinst.sensitivity.break_even_points import BreakEven, break_even
    from gevinst.sensitivity.goal_seeking import GoalSeek, goal_seek
    from gevinst.sensitivity.patients_price import PatientsForPrice, patients_for_price
    from gevinst.sensitivity.scenario_table import Scenarios, scenarios
    from gevinst.sensitivity.sobol_indices import SobolIndices, sobol
    from gevinst.sensitivity.tornado_bars import Tornado, tornado
    from gevinst.sensitivity.two_way_map import TwoWay, two_way
    from gevinst.uncertainty.information import (
        evpi,
        evpi_normal,
        evppi,
        evppi_normal,
        evsi,
        evsi_normal,
        sampling_error,
    )

_HOME = {
    "BreakEven": "gevinst.sensitivity.break_even_points",
    "GoalSeek": "gevinst.sensitivity.goal_seeking",
    "PatientsForPrice": "gevinst.sensitivity.patients_price",
    "Scenarios": "gevinst.sensitivity.scenario_table",
    "SobolIndices": "gevinst.sensitivity.sobol_indices",
    "Tornado": "gevinst.sensitivity.tornado_bars",
    "TwoWay": "gevinst.sensitivity.two_way_map",
    "break_even": "gevinst.sensitivity.break_even_points",
    "evpi": "gevinst.uncertainty.information",
    "evpi_normal": "gevinst.uncertainty.information",
    "evppi": "gevinst.uncertainty.information",
    "evppi_normal": "gevinst.uncertainty.information",
    "evsi": "gevinst.uncertainty.information",
    "evsi_normal": "gevinst.uncertainty.information",
    "goal_seek": "gevinst.sensitivity.goal_seeking",
    "patients_for_price": "gevinst.sensitivity.patients_price",
    "sampling_error": "gevinst.uncertainty.information",
    "scenarios": "gevinst.sensitivity.scenario_table",
    "sobol": "gevinst.sensitivity.sobol_indices",
    "tornado": "gevinst.sensitivity.tornado_bars",
    "two_way": "gevinst.sensitivity.two_way_map",
}

__all__ = [
    "BreakEven",
    "GoalSeek",
    "PatientsForPrice",
    "Scenarios",
    "SobolIndices",
    "Tornado",
    "TwoWay",
    "break_even",
    "evpi",
    "evpi_normal",
    "evppi",
    "evppi_normal",
    "evsi",
    "evsi_normal",
    "goal_seek",
    "patients_for_price",
    "sampling_error",
    "scenarios",
    "sobol",
    "tornado",
    "two_way",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  a public name, imported on first use
    if name in _HOME:
        return getattr(importlib.import_module(_HOME[name]), name)
    raise AttributeError(f"module 'gevinst.sensitivity' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
