"""Hours of work that each municipality's patients bring; added up they are the centre's own."""

from __future__ import annotations

from collections.abc import Callable

from gevinst.axes import GROUP, Array, total_over
from gevinst.core.inputs import ServiceTask, StartTask, StopTask
from gevinst.formula import formula


@formula(produces="place_events")
def events_in_service_here(patient_time: Array, events_per_patient_time: Array) -> Array:
    """Events that follow the time under follow-up, where the patients live."""
    return patient_time * events_per_patient_time


@formula(produces="place_events")
def events_at_start_here(starts: Array, events_per_patient: Array) -> Array:
    """Events that new patients bring, where they live."""
    return starts * events_per_patient


@formula(produces="place_events")
def events_at_stop_here(stops: Array, events_per_patient: Array) -> Array:
    """Events that patients who leave bring, where they live."""
    return stops * events_per_patient


EVENTS: dict[type, Callable[..., Array]] = {
    ServiceTask: events_in_service_here,
    StartTask: events_at_start_here,
    StopTask: events_at_stop_here,
}


@formula()
def place_events_all(place_events: Array) -> Array:
    """Events of a task for all patient groups of the municipality together."""
    return total_over(place_events, GROUP)


@formula()
def place_hours(
    place_events_all: Array, manual_share: Array, repeat_factor: Array, hours_per_event: Array
) -> Array:
    """Hours of work on a task that the municipality's patients bring."""
    return place_events_all * manual_share * repeat_factor * hours_per_event
