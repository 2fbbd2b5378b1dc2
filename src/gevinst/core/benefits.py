"""Benefits: baseline, change, what of it is realised, and what that is worth.

Harm counts in full and at once. Of a gain only the realised share counts, and only after the delay.
"""

from __future__ import annotations

import numpy as np

from gevinst.axes import Array, per_year, safe_ratio, year_end
from gevinst.formula import formula


@formula()
def patient_time_year(patient_time: Array) -> Array:
    """Time under follow-up in the year."""
    return per_year(patient_time)


@formula()
def year_number_of_year(year_number: Array) -> Array:
    """Years from the first year of the horizon."""
    return year_end(year_number)


@formula()
def baseline_events(patient_time_year: Array, baseline_rate: Array) -> Array:
    """Events that the patients would have had without the service."""
    return patient_time_year * baseline_rate


@formula(produces="baseline_events")
def baseline_hours(patient_time_year: Array, hours_before: Array, periods_per_year: Array) -> Array:
    """Hours that the work would have taken without the service."""
    return patient_time_year * hours_before * periods_per_year


@formula()
def changed_events(baseline_events: Array, effect: Array) -> Array:
    """Change in the number of events; an effect never removes more than the baseline."""
    return np.maximum(baseline_events * effect, -baseline_events)


@formula(produces="changed_events")
def changed_by_amount(
    patient_time_year: Array, change_rate: Array, baseline_events: Array
) -> Array:
    """Change by a number per patient and year; it never removes more than the baseline."""
    return np.maximum(patient_time_year * change_rate, -baseline_events)


@formula(produces="changed_events")
def changed_hours(
    patient_time_year: Array, hours_after: Array, periods_per_year: Array, baseline_events: Array
) -> Array:
    """Hours that the work takes with the service, less those that it took without."""
    return patient_time_year * hours_after * periods_per_year - baseline_events


@formula()
def delay_passed(
    time_since_joining: Array, realisation_delay: Array, period_length: Array
) -> Array:
    """Share of the month in which the delay since joining is over."""
    return np.minimum(np.maximum(time_since_joining - realisation_delay, 0) / period_length, 1)


@formula()
def gain_time(patient_time: Array, delay_passed: Array) -> Array:
    """Time under follow-up after the delay."""
    return patient_time * delay_passed


@formula()
def gain_time_year(gain_time: Array) -> Array:
    """Time under follow-up after the delay, in the year."""
    return per_year(gain_time)


@formula()
def gain_time_share(gain_time_year: Array, patient_time_year: Array) -> Array:
    """Share of the year's time under follow-up that comes after the delay."""
    return safe_ratio(gain_time_year, patient_time_year, when_zero=0)


@formula()
def realised_events(changed_events: Array, realisation_share: Array, unit_value: Array) -> Array:
    """Change that counts: only a share of a gain is realised, but harm comes in full."""
    return np.where(
        changed_events * unit_value > 0, changed_events, changed_events * realisation_share
    )


@formula(produces="realised_events")
def realised_after_delay(
    changed_events: Array, realisation_share: Array, gain_time_share: Array, unit_value: Array
) -> Array:
    """The same, a gain counting after the delay only."""
    return np.where(
        changed_events * unit_value > 0,
        changed_events,
        changed_events * realisation_share * gain_time_share,
    )


@formula(produces="realised_events")
def realised_where_fewer_is_better(changed_events: Array, realisation_share: Array) -> Array:
    """Change that counts, whatever its price: fewer is a gain, more comes in full."""
    return np.where(changed_events > 0, changed_events, changed_events * realisation_share)


@formula(produces="realised_events")
def realised_after_delay_where_fewer_is_better(
    changed_events: Array, realisation_share: Array, gain_time_share: Array
) -> Array:
    """The same, a gain counting after the delay only."""
    return np.where(
        changed_events > 0, changed_events, changed_events * realisation_share * gain_time_share
    )


@formula()
def value_index(
    real_value_growth: Array, year_number_of_year: Array, price_year_gap: Array, year_step: Array
) -> Array:
    """Value of what changes against the price year: real growth in yearly steps."""
    return (1 + real_value_growth) ** ((year_number_of_year + price_year_gap) / year_step)


@formula()
def line_benefit(realised_events: Array, unit_value: Array, value_index: Array) -> Array:
    """Benefit in kroner of one line: an event less is worth its value, one more costs it."""
    return 0 - realised_events * unit_value * value_index


@formula()
def contact_cost(contact_time: Array, hourly_cost: Array, contact_price: Array) -> Array:
    """Cost of one contact in a pass of the loop."""
    return contact_time * hourly_cost + contact_price


@formula(produces="line_benefit")
def contact_benefit(realised_events: Array, contact_cost: Array, value_index: Array) -> Array:
    """Benefit of the contacts that fall away with the passes of a loop; more of them cost."""
    return 0 - realised_events * contact_cost * value_index


@formula()
def benefit_average(realised_events: Array, average_value: Array, value_index: Array) -> Array:
    """Worth of the bed-days at their average cost, which counts where capacity is not built."""
    return 0 - realised_events * average_value * value_index


@formula()
def benefit_capacity(realised_events: Array, capacity_value: Array, value_index: Array) -> Array:
    """Worth of the bed-days to the next patient, who gets the bed."""
    return 0 - realised_events * capacity_value * value_index


@formula()
def benefit_marginal(realised_events: Array, marginal_value: Array, value_index: Array) -> Array:
    """Money that is not spent on the bed-days."""
    return 0 - realised_events * marginal_value * value_index


@formula()
def line_payment(line_benefit: Array) -> Array:
    """What the other side of a transfer pays: it cancels what the receiver gets."""
    return 0 - line_benefit


@formula()
def freed_hours(realised_events: Array, hours_per_count: Array) -> Array:
    """Hours of work that a line frees; new work is negative."""
    return 0 - realised_events * hours_per_count


@formula(produces="freed_hours")
def freed_contact_hours(realised_events: Array, contact_time: Array) -> Array:
    """Hours of work of one contact that fall away with the passes of a loop."""
    return 0 - realised_events * contact_time
