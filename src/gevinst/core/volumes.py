"""Patients: from inhabitants to the eligible, the included and the active stock."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gevinst.axes import MUNICIPALITY, Array, logistic, total_over
from gevinst.formula import formula


@formula()
def inhabitants(
    population: Array, population_growth: Array, year_number: Array, year_step: Array
) -> Array:
    """Inhabitants of each municipality, growing by the same share every new year."""
    return population * (1 + population_growth) ** (year_number / year_step)


@formula()
def joined(member: Array, period_start: Array, joining_time: Array, leaving_time: Array) -> Array:
    """1 in the months in which the municipality takes part, 0 before it joins and after it left."""
    return (
        member
        * np.where(period_start >= joining_time, 1, 0)
        * np.where(period_start < leaving_time, 1, 0)
    )


@formula()
def partners_joined(joined: Array) -> Array:
    """How many municipalities take part in the month."""
    return total_over(joined, MUNICIPALITY)


@formula()
def centre_open(partners_joined: Array) -> Array:
    """1 in the months in which anybody takes part: the centre is staffed and its costs run."""
    return np.minimum(partners_joined, 1)


@formula()
def time_since_joining(period_end: Array, joining_time: Array) -> Array:
    """Time that the municipality has taken part by the end of the month."""
    return np.maximum(period_end - joining_time, 0)


@formula()
def eligible_patients(
    inhabitants: Array, eligible_per_inhabitant: Array, eligible_count: Array, population: Array
) -> Array:
    """Patients who could take part: a share of the inhabitants, or a number that was counted.

    A number that was counted at the start of the horizon follows the number of inhabitants.
    """
    return inhabitants * eligible_per_inhabitant + eligible_count * inhabitants / population


@formula(produces="ramp_share")
def linear_ramp(time_since_joining: Array, ramp_time: Array) -> Array:
    """Share of the target aimed at: rises evenly from joining until the ramp-up time is over."""
    return np.minimum(time_since_joining / ramp_time, 1)


@formula(produces="ramp_share")
def logistic_ramp(time_since_joining: Array, ramp_time: Array, ramp_steepness: Array) -> Array:
    """Share of the target aimed at: an S-curve that is half way at the ramp-up time."""
    return logistic(ramp_steepness * time_since_joining / ramp_time - ramp_steepness)


RAMP_CURVES: dict[str, Callable[..., Array]] = {"linear": linear_ramp, "logistic": logistic_ramp}


@formula()
def target_patients(
    eligible_patients: Array, inclusion_share: Array, ramp_share: Array, joined: Array
) -> Array:
    """Active patients that the municipality aims at in the month."""
    return eligible_patients * inclusion_share * ramp_share * joined


@formula()
def exit_rate(dropout_rate: Array, mean_stay: Array) -> Array:
    """Rate at which people leave: they finish (one over the mean stay) or they drop out."""
    return dropout_rate + 1 / mean_stay


@formula()
def keep_share(exit_rate: Array, period_length: Array) -> Array:
    """Share of the patients who are still active a month later."""
    return np.exp(-exit_rate * period_length)


@formula()
def keep_share_of_new(keep_share: Array, exit_rate: Array, period_length: Array) -> Array:
    """Share of a month's new patients who are still active at its end.

    They start evenly over the month and leave at the same rate as others, so that in a steady
    state the stock is the new patients a year times the mean time that they stay (Little's law).
    """
    return np.minimum((1 - keep_share) / (exit_rate * period_length), 1)


@formula()
def last_month(joined: Array, period_end: Array, leaving_time: Array) -> Array:
    """1 in the last month in which the municipality takes part: its patients stop then."""
    return joined * np.where(period_end >= leaving_time, 1, 0)


@formula()
def opening_stock(opening_patients: Array, member: Array) -> Array:
    """Active patients when the horizon starts, of the municipalities that are members."""
    return opening_patients * member


@formula()
def recruited_share(recruitment_rate: Array, period_length: Array) -> Array:
    """Share of the gap up to the target that new patients fill within a month."""
    return 1 - np.exp(-recruitment_rate * period_length)


@formula()
def remaining_patients(carried_patients_before: Array, keep_share: Array) -> Array:
    """Patients from the month before who are still active."""
    return carried_patients_before * keep_share


@formula()
def starts(target_patients: Array, remaining_patients: Array, recruited_share: Array) -> Array:
    """New patients in the month: a share of what is missing up to the target."""
    return recruited_share * np.maximum(target_patients - remaining_patients, 0)


@formula()
def active_patients(
    remaining_patients: Array,
    starts: Array,
    keep_share_of_new: Array,
    eligible_patients: Array,
    joined: Array,
) -> Array:
    """Active patients at the end of the month, never more than the eligible."""
    return np.minimum(remaining_patients + starts * keep_share_of_new, eligible_patients) * joined


@formula()
def carried_patients(active_patients: Array, last_month: Array) -> Array:
    """Patients who go on into the next month: none where the municipality leaves."""
    return active_patients * (1 - last_month)


@formula()
def stops(carried_patients_before: Array, starts: Array, carried_patients: Array) -> Array:
    """Patients who left in the month: finished, dropped out, or their municipality left."""
    return carried_patients_before + starts - carried_patients


@formula()
def patient_time(active_patients: Array, period_length: Array) -> Array:
    """Time under follow-up: those active at the end of a month count the whole month."""
    return active_patients * period_length


@formula()
def patient_time_all(patient_time: Array) -> Array:
    """Time under follow-up for all municipalities together."""
    return total_over(patient_time, MUNICIPALITY)


@formula()
def starts_all(starts: Array) -> Array:
    """New patients in all municipalities together."""
    return total_over(starts, MUNICIPALITY)


@formula()
def stops_all(stops: Array) -> Array:
    """Patients who left, in all municipalities together."""
    return total_over(stops, MUNICIPALITY)
