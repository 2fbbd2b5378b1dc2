"""Costs: staff, kits, licences, fixed and one-off, and the funding that comes off first."""

from __future__ import annotations

import numpy as np

from gevinst.axes import GROUP, Array, by_month, per_year, safe_ratio, total_over
from gevinst.formula import formula


@formula()
def cost_per_fte(
    annual_wage: Array, pension_share: Array, payroll_tax_rate: Array, other_on_costs: Array
) -> Array:
    """What a position costs a year: wage with pension and payroll tax, and other on-costs.

    The annual wage covers the holiday, so holiday pay is not added on top.
    """
    return annual_wage * (1 + pension_share) * (1 + payroll_tax_rate) + other_on_costs


@formula()
def wage_index(
    real_wage_growth: Array, year_number: Array, price_year_gap: Array, year_step: Array
) -> Array:
    """Wage level against the price year: real growth in yearly steps."""
    return (1 + real_wage_growth) ** ((year_number + price_year_gap) / year_step)


@formula(produces="line_cost")
def staff_cost(
    staffed_fte: Array, cost_per_fte: Array, wage_index: Array, period_length: Array
) -> Array:
    """Cost of the positions of one role in the month."""
    return staffed_fte * cost_per_fte * wage_index * period_length


@formula()
def vat_factor(vat_rate: Array, vat_not_recovered_share: Array) -> Array:
    """What a krone ex VAT costs when only a part of the VAT is recovered."""
    return 1 + vat_rate * vat_not_recovered_share


@formula(produces="line_cost")
def fixed_cost(
    amount_per_year: Array, vat_factor: Array, centre_open: Array, period_length: Array
) -> Array:
    """A cost that runs as long as the centre is open, whatever the number of patients."""
    return amount_per_year * vat_factor * centre_open * period_length


@formula()
def covered_patient_time(patient_time_all: Array, group_covered: Array) -> Array:
    """Time under follow-up in the patient groups that the cost line applies to."""
    return patient_time_all * group_covered


@formula()
def covered_patient_time_all(covered_patient_time: Array) -> Array:
    """Time under follow-up that the cost line applies to, all groups together."""
    return total_over(covered_patient_time, GROUP)


@formula(produces="line_cost")
def patient_cost(
    covered_patient_time_all: Array, amount_per_patient_time: Array, vat_factor: Array
) -> Array:
    """A cost for each month that a patient is followed: licences, communication."""
    return covered_patient_time_all * amount_per_patient_time * vat_factor


@formula(produces="line_cost")
def kit_cost(
    covered_patient_time_all: Array,
    kits_per_patient: Array,
    kit_price: Array,
    kit_lifetime: Array,
    vat_factor: Array,
) -> Array:
    """Kits, spread evenly over the time that they last."""
    return covered_patient_time_all * kits_per_patient * kit_price / kit_lifetime * vat_factor


@formula()
def falls_due(period_start: Array, period_end: Array, due_time: Array) -> Array:
    """1 in the month in which the amount falls due."""
    return np.where(period_start <= due_time, 1.0, 0.0) * np.where(due_time < period_end, 1.0, 0.0)


@formula(produces="line_cost")
def one_off_cost(one_off_amount: Array, falls_due: Array, vat_factor: Array) -> Array:
    """A cost that comes once, in the month in which it falls due."""
    return one_off_amount * falls_due * vat_factor


@formula()
def funding_window(period_start: Array, funding_start: Array, funding_end: Array) -> Array:
    """1 in the months in which the contribution runs."""
    return np.where(period_start >= funding_start, 1.0, 0.0) * np.where(
        period_start < funding_end, 1.0, 0.0
    )


@formula()
def fundable_cost(total_cost: Array, funding_window: Array) -> Array:
    """Cost in the months in which the contribution runs."""
    return total_cost * funding_window


@formula()
def fundable_cost_year(fundable_cost: Array) -> Array:
    """Cost of the year in the months in which the contribution runs."""
    return per_year(fundable_cost)


@formula()
def funding_granted(
    funding_per_year: Array,
    funding_share: Array,
    period_length: Array,
    funding_window: Array,
    fundable_cost: Array,
) -> Array:
    """What a contributor has promised: an amount a year, or a share of the cost."""
    return funding_per_year * period_length * funding_window + funding_share * fundable_cost


@formula()
def funding_granted_year(funding_granted: Array) -> Array:
    """What a contributor has promised for the year."""
    return per_year(funding_granted)


@formula()
def funding_rate_year(funding_granted_year: Array, fundable_cost_year: Array) -> Array:
    """Promised contribution of the year against the cost of the months in which it runs."""
    return safe_ratio(funding_granted_year, fundable_cost_year, when_zero=0)


@formula()
def funding_rate(funding_rate_year: Array) -> Array:
    """The same share of each month's cost, so that a grant for the year follows the cost."""
    return by_month(funding_rate_year)


@formula()
def funding_offered(fundable_cost: Array, funding_rate: Array) -> Array:
    """What a contributor offers for the month."""
    return fundable_cost * funding_rate


@formula()
def funding_used_share(total_cost: Array, total_funding_offered: Array) -> Array:
    """Share of the offered contributions that is needed: together they never exceed the cost."""
    return safe_ratio(
        np.minimum(total_cost, total_funding_offered), total_funding_offered, when_zero=0
    )


@formula()
def funding(funding_offered: Array, funding_used_share: Array) -> Array:
    """What a contributor pays in the month."""
    return funding_offered * funding_used_share


@formula()
def net_cost(total_cost: Array, total_funding_offered: Array) -> Array:
    """Cost that the municipalities split between them: what the contributions do not cover."""
    return np.maximum(total_cost - total_funding_offered, 0)


@formula()
def line_cost_year(line_cost: Array) -> Array:
    """Cost of a line in the year."""
    return per_year(line_cost)


@formula()
def total_cost_year(total_cost: Array) -> Array:
    """Cost of the service in the year."""
    return per_year(total_cost)


@formula()
def funding_year(funding: Array) -> Array:
    """What a contributor pays in the year."""
    return per_year(funding)


@formula()
def funding_unused_year(
    funding_granted_year: Array, funding_year: Array, rounding_tolerance: Array
) -> Array:
    """Promised contribution that the year's cost does not need; rounding noise is nothing."""
    return np.where(
        funding_granted_year - funding_year > rounding_tolerance * funding_granted_year,
        funding_granted_year - funding_year,
        0,
    )
