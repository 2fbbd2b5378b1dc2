"""Staff by WHO's method of workload indicators, from a year's work and the time of one person.

Names follow the user's manual of 2010: activities of the whole category are counted (health
service) or take a share of everybody's time (support); additional activities are those of some.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def standard_workload(available_hours: Array, hours_per_activity: Array) -> Array:
    """How much of an activity one person would get done in a year of nothing else."""
    return available_hours / hours_per_activity


def category_allowance_factor(share: Array) -> Array:
    """How many people it takes for one to be free of the support activities of all."""
    return 1 / (1 - share)


def individual_allowance_factor(hours: Array, available_hours: Array) -> Array:
    """People that the additional activities of some would fill."""
    return hours / available_hours


def required_staff(basic: Array, category_factor: Array, individual_factor: Array) -> Array:
    """People whom the work takes in all."""
    return basic * category_factor + individual_factor
