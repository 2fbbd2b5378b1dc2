"""Tariffs: fees by band and window, and who takes what they do not cover."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gevinst.axes import GROUP, MUNICIPALITY, Array, by_month, per_year, safe_ratio, total_over
from gevinst.core.price_records import (
    Fee,
    InhabitantFee,
    JoiningFee,
    KeyFee,
    PatientFee,
    StartFee,
    YearFee,
)
from gevinst.formula import formula


@formula()
def fee_window(period_start: Array, fee_start: Array, fee_end: Array) -> Array:
    """1 in the months in which the fee runs."""
    return np.where(period_start >= fee_start, 1.0, 0.0) * np.where(
        period_start < fee_end, 1.0, 0.0
    )


@formula(produces="fee_applies")
def fee_for_all(joined: Array) -> Array:
    """The fee holds for every municipality that takes part."""
    return joined


@formula(produces="fee_applies")
def fee_from_lower_end(
    joined: Array, inhabitants: Array, inhabitants_from: Array, inhabitants_to: Array
) -> Array:
    """The fee holds from the lower end of the band, and up to but not at its upper end."""
    return (
        joined
        * np.where(inhabitants >= inhabitants_from, 1, 0)
        * np.where(inhabitants < inhabitants_to, 1, 0)
    )


@formula(produces="fee_applies")
def fee_to_upper_end(
    joined: Array, inhabitants: Array, inhabitants_from: Array, inhabitants_to: Array
) -> Array:
    """The fee holds above the lower end of the band, and up to and at its upper end."""
    return (
        joined
        * np.where(inhabitants > inhabitants_from, 1, 0)
        * np.where(inhabitants <= inhabitants_to, 1, 0)
    )


FEE_BANDS: dict[str, Callable[..., Array]] = {
    "lower": fee_from_lower_end,
    "upper": fee_to_upper_end,
}


@formula(produces="charged_patients")
def all_patients_charged(patients_here: Array) -> Array:
    """Every patient counts."""
    return patients_here


@formula(produces="charged_patients")
def patients_within_band(patients_here: Array, patients_from: Array, patients_to: Array) -> Array:
    """Patients within the band count: those above its lower end, at most as many as it is wide."""
    return np.minimum(np.maximum(patients_here - patients_from, 0), patients_to - patients_from)


@formula(produces="charged_patients")
def patients_from_lower_end(
    patients_here: Array, patients_from: Array, patients_to: Array
) -> Array:
    """All patients count where their number is in the band, its lower end included."""
    return (
        patients_here
        * np.where(patients_here >= patients_from, 1, 0)
        * np.where(patients_here < patients_to, 1, 0)
    )


@formula(produces="charged_patients")
def patients_to_upper_end(patients_here: Array, patients_from: Array, patients_to: Array) -> Array:
    """All patients count where their number is in the band, its upper end included."""
    return (
        patients_here
        * np.where(patients_here > patients_from, 1, 0)
        * np.where(patients_here <= patients_to, 1, 0)
    )


PATIENT_BANDS: dict[tuple[str, str], Callable[..., Array]] = {
    ("within", "lower"): patients_within_band,
    ("within", "upper"): patients_within_band,
    ("all", "lower"): patients_from_lower_end,
    ("all", "upper"): patients_to_upper_end,
}


@formula()
def starts_here(starts: Array) -> Array:
    """New patients of the municipality, all patient groups together."""
    return total_over(starts, GROUP)


@formula()
def joins_now(joined: Array, period_start: Array, period_end: Array, joining_time: Array) -> Array:
    """1 in the month in which the municipality joins."""
    return (
        joined
        * np.where(period_start <= joining_time, 1, 0)
        * np.where(joining_time < period_end, 1, 0)
    )


@formula(produces="fee")
def year_fee(
    fee_per_year: Array, fee_applies: Array, fee_window: Array, period_length: Array
) -> Array:
    """A fee per year, by the month."""
    return fee_per_year * fee_applies * fee_window * period_length


@formula(produces="fee")
def inhabitant_fee(
    fee_per_inhabitant: Array,
    inhabitants: Array,
    fee_applies: Array,
    fee_window: Array,
    period_length: Array,
) -> Array:
    """A fee per inhabitant and year, by the month."""
    return fee_per_inhabitant * inhabitants * fee_applies * fee_window * period_length


@formula(produces="fee")
def patient_fee(
    fee_per_patient_time: Array,
    charged_patients: Array,
    fee_applies: Array,
    fee_window: Array,
    period_length: Array,
) -> Array:
    """A price for each month with each patient."""
    return fee_per_patient_time * charged_patients * fee_applies * fee_window * period_length


@formula(produces="fee")
def start_fee(
    fee_per_start: Array, starts_here: Array, fee_applies: Array, fee_window: Array
) -> Array:
    """A price for each new patient."""
    return fee_per_start * starts_here * fee_applies * fee_window


@formula(produces="fee")
def joining_fee(
    fee_on_joining: Array, joins_now: Array, fee_applies: Array, fee_window: Array
) -> Array:
    """A price for joining, in the month of joining."""
    return fee_on_joining * joins_now * fee_applies * fee_window


@formula(produces="fee")
def key_fee(
    fee_by_key: Array,
    allocation_share: Array,
    centre_open: Array,
    fee_window: Array,
    period_length: Array,
) -> Array:
    """The municipality's share, by the key, of a fixed amount a year."""
    return fee_by_key * allocation_share * centre_open * fee_window * period_length


FEES: dict[type[Fee], Callable[..., Array]] = {
    YearFee: year_fee,
    InhabitantFee: inhabitant_fee,
    PatientFee: patient_fee,
    StartFee: start_fee,
    JoiningFee: joining_fee,
    KeyFee: key_fee,
}


@formula()
def fees_all(fees: Array) -> Array:
    """Fees of all municipalities together."""
    return total_over(fees, MUNICIPALITY)


@formula(produces="priced_charge")
def charge_by_keys_alone(key_charge: Array) -> Array:
    """Without a tariff the keys split all of the cost."""
    return key_charge


@formula(produces="priced_charge")
def fees_and_rest_by_key(
    key_charge: Array, fees: Array, fees_all: Array, allocation_share: Array
) -> Array:
    """The fees, and the share by key of the cost that the fees of all do not cover.

    Fees beyond the cost are given back by the key.
    """
    return key_charge + fees - fees_all * allocation_share


@formula()
def cost_beyond_fees(net_cost: Array, fees_all: Array) -> Array:
    """Cost that the fees do not cover; negative where they cover more."""
    return net_cost - fees_all


@formula()
def levelled_patient_time(patients_here: Array, level_weight: Array, period_length: Array) -> Array:
    """Time under follow-up, weighted by the level of service."""
    return patients_here * level_weight * period_length


@formula()
def levelled_patient_time_year(levelled_patient_time: Array) -> Array:
    """Time under follow-up in the year, weighted by the level of service."""
    return per_year(levelled_patient_time)


@formula()
def levelled_patient_time_total(levelled_patient_time_year: Array) -> Array:
    """Time under follow-up in the year, weighted, all municipalities together."""
    return total_over(levelled_patient_time_year, MUNICIPALITY)


@formula()
def unit_price_share_year(
    levelled_patient_time_year: Array, levelled_patient_time_total: Array
) -> Array:
    """The municipality's share of the year's patient-time."""
    return safe_ratio(levelled_patient_time_year, levelled_patient_time_total, when_zero=0)


@formula()
def unit_price_share(unit_price_share_year: Array) -> Array:
    """The same share in each month: the year's price is paid in step with the year's cost."""
    return by_month(unit_price_share_year)


@formula(produces="priced_charge")
def fees_and_unit_price(fees: Array, cost_beyond_fees: Array, unit_price_share: Array) -> Array:
    """The fees, and a price per patient-month at which the year breaks even."""
    return fees + cost_beyond_fees * unit_price_share


@formula()
def cost_beyond_fees_year(cost_beyond_fees: Array) -> Array:
    """Cost of the year that the fees do not cover."""
    return per_year(cost_beyond_fees)


@formula()
def unit_price(cost_beyond_fees_year: Array, levelled_patient_time_total: Array) -> Array:
    """Price per patient-year at which the year breaks even exactly."""
    return safe_ratio(cost_beyond_fees_year, levelled_patient_time_total, when_zero=0)


@formula(produces="priced_charge")
def fees_alone(fees: Array) -> Array:
    """The fees are all that the municipality pays; what they lack or exceed is shown."""
    return fees


@formula()
def charge_all(charge: Array) -> Array:
    """What all municipalities pay together."""
    return total_over(charge, MUNICIPALITY)


@formula()
def surplus(charge_all: Array, net_cost: Array) -> Array:
    """What the municipalities pay beyond the cost; a deficit is negative."""
    return charge_all - net_cost


@formula()
def surplus_year(surplus: Array) -> Array:
    """Surplus or deficit of the year."""
    return per_year(surplus)
