"""Staffing: positions are the largest of the workload, the answering target and the presence.

In an open hour scheduled work takes positions first; it is not interrupted. Immediate work has a
queue with a target, and interrupts deferrable work, which fills the time that the target leaves
idle. So the need is the scheduled positions and the larger of what the queue needs and the rest of
the work; and never fewer than have to be present.
"""

from __future__ import annotations

import numpy as np

from gevinst.axes import Array, plain, round_up_to, safe_ratio
from gevinst.core import queueing
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
def open_share(opening_hours: Array, hours_per_week: Array, opening_weeks: Array) -> Array:
    """Share of all hours in which the centre is open."""
    return opening_hours / (hours_per_week * opening_weeks)


@formula()
def open_time(opening_hours: Array, centre_open: Array, period_length: Array) -> Array:
    """Opening hours of the month, spread evenly over the year."""
    return opening_hours * centre_open * period_length


@formula()
def presence_hours(minimum_presence: Array, open_time: Array) -> Array:
    """Hours of having the minimum number of people present whenever the centre is open."""
    return minimum_presence * open_time


@formula(produces="presence_hours")
def team_presence_hours(
    minimum_presence: Array, team_presence: Array, others_presence: Array, open_time: Array
) -> Array:
    """The same for the role that fills up until enough people are present in all."""
    return np.maximum(minimum_presence, team_presence - others_presence) * open_time


@formula()
def queue_load(queue_hours: Array, open_time: Array) -> Array:
    """How many people the queue would keep busy on average: its load in erlang."""
    return safe_ratio(queue_hours, open_time, when_zero=0)


@formula()
def handling_time(queue_hours: Array, queue_events: Array) -> Array:
    """Mean time that an event of the queue takes."""
    return safe_ratio(queue_hours, queue_events, when_zero=0)


@formula()
def handlings_in_wait(
    target_wait: Array, handling_time: Array, one_present: Array, one_event: Array
) -> Array:
    """The target wait, in handling times."""
    return safe_ratio(target_wait * one_present, handling_time * one_event, when_zero=0)


@formula(reference="Erlang C", workbook="value")
def queue_positions(
    queue_load: Array, handlings_in_wait: Array, target_share: Array, most_occupancy: Array,
    one_present: Array,
) -> Array:  # fmt: skip
    """The smallest number of people with which the queue meets its target."""
    one_handling = np.ones((1, 1, 1, 1))
    return one_present * queueing.queue_positions(
        plain(queue_load / one_present), one_handling, plain(handlings_in_wait),
        plain(target_share), plain(most_occupancy),
    )  # fmt: skip


@formula()
def queue_position_hours(queue_positions: Array, open_time: Array) -> Array:
    """Hours of having so many people ready to answer whenever the centre is open."""
    return queue_positions * open_time


@formula()
def queue_need_hours(queue_position_hours: Array, scheduled_hours: Array) -> Array:
    """The same, and the scheduled work, which nobody can be called away from."""
    return queue_position_hours + scheduled_hours


@formula()
def workload_fte(work_hours: Array, net_hours_per_fte: Array, period_length: Array) -> Array:
    """Positions that the work alone would fill."""
    return work_hours / (net_hours_per_fte * period_length)


@formula()
def queue_fte(queue_need_hours: Array, net_hours_per_fte: Array, period_length: Array) -> Array:
    """Positions that the answering target and the scheduled work would fill."""
    return queue_need_hours / (net_hours_per_fte * period_length)


@formula()
def presence_fte(presence_hours: Array, net_hours_per_fte: Array, period_length: Array) -> Array:
    """Positions that the minimum presence alone would fill."""
    return presence_hours / (net_hours_per_fte * period_length)


@formula()
def service_fte(workload_fte: Array, queue_fte: Array) -> Array:
    """Positions that do the work in time: deferrable work fills what the target leaves idle."""
    return np.maximum(workload_fte, queue_fte)


@formula()
def needed_fte(service_fte: Array, presence_fte: Array) -> Array:
    """Positions needed: people who must be present anyway do the work, so the larger counts."""
    return np.maximum(service_fte, presence_fte)


@formula()
def staffed_fte(needed_fte: Array, fte_grid: Array, rounding_tolerance: Array) -> Array:
    """Positions to staff: the need rounded up to the step in which positions come."""
    return round_up_to(needed_fte, fte_grid, rounding_tolerance)
