"""Kits: how many are needed and why, and the stock from month to month."""

from __future__ import annotations

import numpy as np

from gevinst.axes import GROUP, Array, plain, total_over
from gevinst.core.reserve import poisson_excess
from gevinst.formula import formula


@formula()
def covered_starts(starts_all: Array, group_covered: Array) -> Array:
    """New patients in the groups that the cost line applies to."""
    return starts_all * group_covered


@formula()
def covered_starts_all(covered_starts: Array) -> Array:
    """New patients that the cost line applies to, all groups together."""
    return total_over(covered_starts, GROUP)


@formula()
def covered_stops(stops_all: Array, group_covered: Array) -> Array:
    """Patients who leave, in the groups that the cost line applies to."""
    return stops_all * group_covered


@formula()
def covered_stops_all(covered_stops: Array) -> Array:
    """Patients who leave that the cost line applies to, all groups together."""
    return total_over(covered_stops, GROUP)


@formula()
def kits_active(
    covered_patient_time_all: Array, period_length: Array, kits_per_patient: Array
) -> Array:
    """Kits with patients at the end of the month."""
    return covered_patient_time_all / period_length * kits_per_patient


@formula()
def kits_in_transit(
    covered_starts_all: Array,
    covered_stops_all: Array,
    delivery_time: Array,
    return_time: Array,
    kits_per_patient: Array,
    period_length: Array,
) -> Array:
    """Kits on their way out to new patients, or back from those who left and being made ready.

    By Little's law: how many set out per time, times the time that it takes.
    """
    return (
        (covered_starts_all * delivery_time + covered_stops_all * return_time)
        * kits_per_patient
        / period_length
    )


@formula()
def kits_in_service(kits_active: Array, kits_in_transit: Array, service_share: Array) -> Array:
    """Kits being repaired or serviced, in proportion to those that are out."""
    return (kits_active + kits_in_transit) * service_share


@formula()
def lead_time_demand(
    covered_starts_all: Array, period_length: Array, lead_time: Array, kits_per_patient: Array
) -> Array:
    """Kits that new patients take, on average, from an order until it is delivered."""
    return covered_starts_all / period_length * lead_time * kits_per_patient


@formula()
def kits_together(kits_per_patient: Array, one_patient: Array, one_kit: Array) -> Array:
    """Kits that a patient takes at once: all that are for one patient, never less than one."""
    return np.maximum(kits_per_patient * one_patient, one_kit)


@formula(workbook="value")
def safety_stock(lead_time_demand: Array, kits_together: Array, service_quantile: Array) -> Array:
    """Kits kept in reserve: what the quantile of the demand in a lead time has above its mean.

    Those who need kits come one by one, independently of each other (Poisson). Kits that come back
    in the lead time are not counted on.
    """
    takings = plain(lead_time_demand / kits_together)
    return kits_together * poisson_excess(takings, plain(service_quantile))


@formula()
def kits_needed(
    kits_active: Array, kits_in_transit: Array, kits_in_service: Array, safety_stock: Array
) -> Array:
    """Kits that the service needs in the month."""
    return kits_active + kits_in_transit + kits_in_service + safety_stock


@formula()
def kit_exit_rate(kit_lifetime: Array, loss_rate: Array) -> Array:
    """Rate at which kits go out of the stock: they wear out (one over the lifetime) or are lost."""
    return 1 / kit_lifetime + loss_rate


@formula()
def kit_exit_share(kit_exit_rate: Array, period_length: Array) -> Array:
    """Share of the kits that go out of the stock within a month."""
    return 1 - np.exp(-kit_exit_rate * period_length)


@formula()
def kits_gone(kits_owned_before: Array, kit_exit_share: Array) -> Array:
    """Kits from the month before that wore out or were lost."""
    return kits_owned_before * kit_exit_share


@formula()
def kits_bought(kits_needed: Array, kits_owned_before: Array, kits_gone: Array) -> Array:
    """Kits bought in the month: what those that are left lack on the need."""
    return np.maximum(kits_needed - (kits_owned_before - kits_gone), 0)


@formula()
def kits_owned(kits_owned_before: Array, kits_gone: Array, kits_bought: Array) -> Array:
    """Kits owned at the end of the month; more than needed where the need has fallen."""
    return kits_owned_before - kits_gone + kits_bought


@formula()
def kits_lost(kits_gone: Array, loss_rate: Array, kit_exit_rate: Array) -> Array:
    """Kits that were lost or broken: they are paid for at once."""
    return kits_gone * loss_rate / kit_exit_rate


@formula()
def kits_worn_out(kits_gone: Array, kits_lost: Array) -> Array:
    """Kits that have done their time: they were paid for over their lifetime."""
    return kits_gone - kits_lost


@formula(produces="line_cost")
def kit_stock_cost(
    kits_owned: Array,
    kits_lost: Array,
    kit_price: Array,
    kit_lifetime: Array,
    vat_factor: Array,
    centre_open: Array,
    period_length: Array,
) -> Array:
    """All kits owned, spread over their lifetime, and those lost, while the centre is open."""
    return (
        (kits_owned * period_length / kit_lifetime + kits_lost)
        * kit_price
        * vat_factor
        * centre_open
    )


@formula()
def kit_purchase(kits_bought: Array, kit_price: Array, vat_factor: Array) -> Array:
    """What the kits bought in the month are paid with: a payment, not a cost beside the line's."""
    return kits_bought * kit_price * vat_factor
