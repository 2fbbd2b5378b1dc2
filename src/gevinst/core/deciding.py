"""What decides the number of positions, and how hard pressed they are.

The requirement that decides is the one without which fewer would be staffed. Where the same number
would be staffed without the largest requirement, the steps in which positions come decide.
"""

from __future__ import annotations

import numpy as np

from gevinst.axes import Array, round_up_to, safe_ratio
from gevinst.formula import formula


@formula()
def second_fte(
    workload_fte: Array, queue_fte: Array, service_fte: Array, presence_fte: Array
) -> Array:
    """The second largest of the three requirements: work, answering target and presence."""
    return np.maximum(np.minimum(workload_fte, queue_fte), np.minimum(service_fte, presence_fte))


@formula()
def staffed_for_second_fte(second_fte: Array, fte_grid: Array, rounding_tolerance: Array) -> Array:
    """Positions that would be staffed without the largest requirement."""
    return round_up_to(second_fte, fte_grid, rounding_tolerance)


@formula()
def largest_decides(staffed_fte: Array, staffed_for_second_fte: Array) -> Array:
    """Whether fewer would be staffed without the largest requirement."""
    return np.where(staffed_fte > staffed_for_second_fte, 1.0, 0.0)


@formula()
def steps_decide(staffed_fte: Array, largest_decides: Array) -> Array:
    """Whether just as many would be staffed without the largest requirement."""
    return np.where(staffed_fte > 0, 1 - largest_decides, 0.0)


@formula()
def workload_decides(workload_fte: Array, second_fte: Array, largest_decides: Array) -> Array:
    """Whether fewer would be staffed if there were less work."""
    return np.where(workload_fte > second_fte, largest_decides, 0.0)


@formula()
def queue_decides(queue_fte: Array, second_fte: Array, largest_decides: Array) -> Array:
    """Whether fewer would be staffed without an answering target."""
    return np.where(queue_fte > second_fte, largest_decides, 0.0)


@formula()
def presence_decides(presence_fte: Array, second_fte: Array, largest_decides: Array) -> Array:
    """Whether fewer would be staffed if nobody had to be present."""
    return np.where(presence_fte > second_fte, largest_decides, 0.0)


@formula(reference="WHO (2010), Workload indicators of staffing need: the ratio")
def pressure_ratio(staffed_fte: Array, needed_fte: Array) -> Array:
    """Positions staffed against positions needed; zero where none is needed."""
    return safe_ratio(staffed_fte, needed_fte, when_zero=0)
