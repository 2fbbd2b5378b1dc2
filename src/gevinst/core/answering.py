"""How well the staffed positions answer: waiting in open hours, and the backlog at opening.

None of it changes a cost; it says what the positions give. Events that come while the centre is
closed land at opening: a backlog that the people present work down while new events come in,
reckoned as a fluid and not part of the queue's target.
"""

from __future__ import annotations

import numpy as np

from gevinst.axes import Array, plain, round_up_to, safe_ratio
from gevinst.core import queueing
from gevinst.formula import formula


@formula()
def staffed_presence(
    staffed_fte: Array, net_hours_per_fte: Array, period_length: Array, open_time: Array
) -> Array:
    """People at work in an open hour, if positions are spread evenly over the opening hours."""
    return safe_ratio(staffed_fte * net_hours_per_fte * period_length, open_time, when_zero=0)


@formula()
def needed_presence(
    needed_fte: Array, net_hours_per_fte: Array, period_length: Array, open_time: Array
) -> Array:
    """People needed at work in an open hour, before positions are rounded up."""
    return safe_ratio(needed_fte * net_hours_per_fte * period_length, open_time, when_zero=0)


@formula()
def scheduled_load(scheduled_hours: Array, open_time: Array) -> Array:
    """People busy with scheduled work in an open hour."""
    return safe_ratio(scheduled_hours, open_time, when_zero=0)


@formula()
def free_presence(staffed_presence: Array, scheduled_load: Array) -> Array:
    """People who are not busy with scheduled work in an open hour."""
    return staffed_presence - scheduled_load


@formula()
def answering_positions(
    free_presence: Array, one_present: Array, rounding_tolerance: Array
) -> Array:
    """Whole people who can answer: the free ones rounded down."""
    return -round_up_to(-free_presence, one_present, rounding_tolerance)


@formula(reference="Erlang C", workbook="value")
def service_level(
    answering_positions: Array, queue_load: Array, handlings_in_wait: Array, one_present: Array
) -> Array:
    """Share of the events in opening hours that are answered within the target wait."""
    one_handling = np.ones((1, 1, 1, 1))
    return queueing.service_level(
        plain(answering_positions / one_present), plain(queue_load / one_present),
        one_handling, plain(handlings_in_wait),
    )  # fmt: skip


@formula(reference="Erlang C", workbook="value")
def wait_share(answering_positions: Array, queue_load: Array, one_present: Array) -> Array:
    """Share of the events in opening hours that have to wait at all."""
    return queueing.erlang_c(
        plain(answering_positions / one_present), plain(queue_load / one_present)
    )


@formula()
def closed_time(
    hours_per_week: Array, opening_weeks: Array, opening_hours: Array, centre_open: Array,
    period_length: Array,
) -> Array:  # fmt: skip
    """Hours of the month in which the centre is in operation but closed."""
    return (hours_per_week * opening_weeks - opening_hours) * centre_open * period_length


@formula()
def closed_load(closed_hours: Array, closed_time: Array) -> Array:
    """Work that gathers in each closed hour."""
    return safe_ratio(closed_hours, closed_time, when_zero=0)


@formula()
def unscheduled_load(
    immediate_hours: Array, deferrable_hours: Array, closed_hours: Array, open_time: Array
) -> Array:
    """Work that is not scheduled and comes in each open hour."""
    return safe_ratio(immediate_hours + deferrable_hours - closed_hours, open_time, when_zero=0)


@formula()
def spare_presence(free_presence: Array, unscheduled_load: Array) -> Array:
    """People who can work down a backlog while new work comes in."""
    return np.maximum(free_presence - unscheduled_load, 0)


@formula()
def backlog_after_night(closed_load: Array, longest_night: Array) -> Array:
    """Work that waits when the centre opens after its longest night."""
    return closed_load * longest_night


@formula()
def backlog_after_closure(closed_load: Array, longest_closure: Array) -> Array:
    """Work that waits when the centre opens after its longest closure in an ordinary week."""
    return closed_load * longest_closure


@formula()
def clearing_time_night(backlog_after_night: Array, spare_presence: Array) -> Array:
    """Open hours until the backlog of the longest night is worked down; 0 where nobody can."""
    return safe_ratio(backlog_after_night, spare_presence, when_zero=0)


@formula()
def clearing_time_closure(backlog_after_closure: Array, spare_presence: Array) -> Array:
    """Open hours until the backlog of the longest closure is worked down; 0 where nobody can."""
    return safe_ratio(backlog_after_closure, spare_presence, when_zero=0)


@formula()
def longest_wait_night(
    closed_hours: Array, longest_night: Array, clearing_time_night: Array
) -> Array:
    """Longest wait over a night: of what comes first after closing, or last before opening."""
    return np.where(closed_hours > 0, np.maximum(longest_night, clearing_time_night), 0)


@formula()
def longest_wait_closure(
    closed_hours: Array, longest_closure: Array, clearing_time_closure: Array
) -> Array:
    """Longest wait over the longest closure in an ordinary week, usually a weekend."""
    return np.where(closed_hours > 0, np.maximum(longest_closure, clearing_time_closure), 0)


@formula()
def deadline_margin(deadline: Array, clearing_time_of_role: Array) -> Array:
    """How much earlier than its deadline the backlog of the longest closure is worked down."""
    return deadline - clearing_time_of_role
