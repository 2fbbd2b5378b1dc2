"""Work: from patients and events to hours."""

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
def task_hours(task_events_all: Array, manual_share: Array, hours_per_event: Array) -> Array:
    """Hours of work on a task: the events that people handle, times the time each one takes."""
    return task_events_all * manual_share * hours_per_event
