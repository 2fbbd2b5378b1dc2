"""Staffing: positions are the larger of the workload and the minimum presence."""

from __future__ import annotations

import numpy as np

from gevinst.axes import Array, round_up_to
from gevinst.formula import formula


@formula()
def opening_hours(
    weekly_opening_hours: Array,
    opening_weeks: Array,
    closed_days: Array,
    opening_days_per_week: Array,
) -> Array:
    """Hours a year that the centre is open: the weekly timetable less the public holidays."""
    return (
        weekly_opening_hours * opening_weeks
        - closed_days * weekly_opening_hours / opening_days_per_week
    )


@formula()
def workload_fte(work_hours: Array, net_hours_per_fte: Array, period_length: Array) -> Array:
    """Positions that the work alone would fill."""
    return work_hours / (net_hours_per_fte * period_length)


@formula()
def presence_hours(
    minimum_presence: Array, opening_hours: Array, centre_open: Array, period_length: Array
) -> Array:
    """Hours of having the minimum number of people present whenever the centre is open."""
    return minimum_presence * opening_hours * centre_open * period_length


@formula()
def presence_fte(presence_hours: Array, net_hours_per_fte: Array, period_length: Array) -> Array:
    """Positions that the minimum presence alone would fill."""
    return presence_hours / (net_hours_per_fte * period_length)


@formula()
def needed_fte(workload_fte: Array, presence_fte: Array) -> Array:
    """Positions needed: people who must be present anyway do the work, so the larger counts."""
    return np.maximum(workload_fte, presence_fte)


@formula()
def staffed_fte(needed_fte: Array, fte_grid: Array, rounding_tolerance: Array) -> Array:
    """Positions to staff: the need rounded up to the step in which positions come."""
    return round_up_to(needed_fte, fte_grid, rounding_tolerance)
