"""gevinst: cost, staffing, service price and benefits of digital home follow-up.

The public surface on one screen::

    import gevinst as gv

    project = gv.load("nord-troms.toml")
    results = gv.run(project)
    results.table("charges")
    gv.explain(results, "charge", municipality="Skjervøy", year=2028)

The function modules (`gv.economics`, `gv.staffing` ...) take plain numbers or arrays and need no
project. Everything is imported on first use, so that ``import gevinst`` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gevinst import (
        allocation,
        baseline,
        economics,
        errors,
        parameters,
        queueing,
        sensitivity,
        staffing,
        studies,
    )
    from gevinst.coalitions import coalition_costs
    from gevinst.explaining import explain
    from gevinst.indicators import indicator_catalogue
    from gevinst.known_benefits import benefit_catalogue
    from gevinst.loading import example, load, load_baseline
    from gevinst.results import Results
    from gevinst.running import run
    from gevinst.spreadsheet import workbook
    from gevinst.spreadsheet.template_writing import template
    from gevinst.studies import compare_prices
    from gevinst.uncertainty.changing import changes
    from gevinst.uncertainty.simulating import simulate

__version__ = "0.1.0"

_HOME = {
    "load": "gevinst.loading",
    "load_baseline": "gevinst.loading",
    "example": "gevinst.loading",
    "run": "gevinst.running",
    "explain": "gevinst.explaining",
    "coalition_costs": "gevinst.coalitions",
    "compare_prices": "gevinst.studies",
    "changes": "gevinst.uncertainty.changing",
    "simulate": "gevinst.uncertainty.simulating",
    "template": "gevinst.spreadsheet.template_writing",
    "workbook": "gevinst.spreadsheet",
    "benefit_catalogue": "gevinst.known_benefits",
    "indicator_catalogue": "gevinst.indicators",
    "Results": "gevinst.results",
}
_MODULES = (
    "allocation",
    "baseline",
    "economics",
    "errors",
    "parameters",
    "queueing",
    "sensitivity",
    "staffing",
    "studies",
)

__all__ = [
    "Results",
    "__version__",
    "allocation",
    "baseline",
    "benefit_catalogue",
    "changes",
    "coalition_costs",
    "compare_prices",
    "economics",
    "errors",
    "example",
    "explain",
    "indicator_catalogue",
    "load",
    "load_baseline",
    "parameters",
    "queueing",
    "run",
    "sensitivity",
    "simulate",
    "staffing",
    "studies",
    "template",
    "workbook",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  a name of the public surface, imported on first use
    if name in _MODULES:
        return importlib.import_module(f"gevinst.{name}")
    if name in _HOME:
        return getattr(importlib.import_module(_HOME[name]), name)
    raise AttributeError(f"module 'gevinst' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
