"""Work: from patients and events to hours, by what the events are counted per."""

from __future__ import annotations

from gevinst.axes import GROUP, Array, total_over
from gevinst.formula import formula


@formula(produces="task_events")
def events_in_service(patient_time_all: Array, events_per_patient_time: Array) -> Array:
    """Events that follow the time under follow-up: reviews, alerts, scheduled contacts."""
    return patient_time_all * events_per_patient_time


@formula(produces="task_events")
def events_at_start(starts_all: Array, events_per_patient: Array) -> Array:
    """Events that each new patient brings once: onboarding, training, handing out of kit."""
    return starts_all * events_per_patient


@formula(produces="task_events")
def events_at_stop(stops_all: Array, events_per_patient: Array) -> Array:
    """Events that each patient who leaves brings once: offboarding, return of kit."""
    return stops_all * events_per_patient


@formula(produces="task_events_all")
def events_of_all_groups(task_events: Array) -> Array:
    """Events of a task for all patient groups together."""
    return total_over(task_events, GROUP)


@formula(produces="task_events_all")
def events_by_calendar(events_per_time: Array, centre_open: Array, period_length: Array) -> Array:
    """Events that come by the calendar while the centre is open: meetings, quality work."""
    return events_per_time * centre_open * period_length


@formula()
def handled_events(task_events_all: Array, manual_share: Array, repeat_factor: Array) -> Array:
    """Contacts that people handle: events that are not handled automatically, with repeats."""
    return task_events_all * manual_share * repeat_factor


@formula()
def task_hours(handled_events: Array, hours_per_event: Array) -> Array:
    """Hours of work on a task: what people handle, times the time that each takes."""
    return handled_events * hours_per_event


@formula()
def open_arrival_share(around_the_clock: Array, open_share: Array) -> Array:
    """Share of the events that come while the centre is open."""
    return 1 - around_the_clock * (1 - open_share)


@formula()
def queue_task_events(handled_events: Array, open_arrival_share: Array) -> Array:
    """Events of immediate work that come while the centre is open."""
    return handled_events * open_arrival_share


@formula()
def queue_task_hours(task_hours: Array, open_arrival_share: Array) -> Array:
    """Hours of immediate work that come while the centre is open."""
    return task_hours * open_arrival_share


@formula()
def closed_task_hours(task_hours: Array, open_arrival_share: Array) -> Array:
    """Hours of work that come while the centre is closed, and wait until it opens."""
    return task_hours * (1 - open_arrival_share)
