"""Benefits: baseline, relative effect and realised share give the events that change."""

from __future__ import annotations

import numpy as np

from gevinst.axes import Array, per_year
from gevinst.formula import formula


@formula()
def patient_time_year(patient_time: Array) -> Array:
    """Time under follow-up in the year."""
    return per_year(patient_time)


@formula()
def baseline_events(patient_time_year: Array, baseline_rate: Array) -> Array:
    """Events that the patients would have had without the service."""
    return patient_time_year * baseline_rate


@formula()
def changed_events(baseline_events: Array, effect: Array) -> Array:
    """Change in the number of events; an effect never removes more than the baseline."""
    return np.maximum(baseline_events * effect, -baseline_events)


@formula()
def realised_events(changed_events: Array, realisation_share: Array, unit_value: Array) -> Array:
    """Change that counts: only a share of a gain is realised, but harm comes in full."""
    return np.where(
        changed_events * unit_value > 0, changed_events, changed_events * realisation_share
    )


@formula()
def line_benefit(realised_events: Array, unit_value: Array) -> Array:
    """Benefit in kroner of one line: an event less is worth its value, one more costs it."""
    return 0 - realised_events * unit_value


@formula()
def line_payment(line_benefit: Array) -> Array:
    """What the other side of a transfer pays: it cancels what the receiver gets."""
    return 0 - line_benefit
