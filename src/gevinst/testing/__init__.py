"""Strategies for Hypothesis: valid projects and inputs of the core, edges included.

Hypothesis is imported here and nowhere else in the package. A new quantity, rule or option is added
to the file of its topic in the same change, so that every law meets it at once.

Examples
--------
>>> from hypothesis import given, settings
>>> from gevinst.running import run
>>> from gevinst.testing import projects
>>> @settings(max_examples=5, database=None, deadline=None, derandomize=True)
... @given(projects())
... def nobody_pays_a_negative_charge(project):
...     assert (run(project).quantity("charge").values >= 0).all()
>>> nobody_pays_a_negative_charge()
"""

from gevinst.testing.changes import (
    changed,
    factor_of,
    in_draws,
    in_order,
    largest,
    one_draw,
    only,
    run_core,
    scaled,
    unit_of,
)
from gevinst.testing.collecting import examples
from gevinst.testing.comparing import equal
from gevinst.testing.inputs import crowded, inputs
from gevinst.testing.projects import project_tables, projects
from gevinst.testing.worths import PRICES, without_effect, worth_per_event

__all__ = [
    "PRICES",
    "changed",
    "crowded",
    "equal",
    "examples",
    "factor_of",
    "in_draws",
    "in_order",
    "inputs",
    "largest",
    "one_draw",
    "only",
    "project_tables",
    "projects",
    "run_core",
    "scaled",
    "unit_of",
    "without_effect",
    "worth_per_event",
]
