"""Keys: how the cost of the centre is split between the municipalities."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gevinst.axes import (
    GROUP,
    MUNICIPALITY,
    PERIOD,
    Array,
    at_period,
    by_month,
    join_periods,
    per_year,
    safe_ratio,
    total_over,
)
from gevinst.core.share_rounding import whole_shares
from gevinst.formula import formula


@formula(produces="key_basis_measured")
def equal_basis(joined: Array) -> Array:
    """Basis of equal shares: every municipality that takes part counts one."""
    return joined


@formula(produces="key_basis_measured")
def inhabitant_basis(inhabitants: Array, joined: Array) -> Array:
    """Basis by inhabitants on 1 January, of the municipalities that take part."""
    return inhabitants * joined


@formula()
def eligible_here(eligible_patients: Array) -> Array:
    """Patients of the municipality who could take part, all patient groups together."""
    return total_over(eligible_patients, GROUP)


@formula(produces="key_basis_measured")
def eligible_basis(eligible_here: Array, joined: Array) -> Array:
    """Basis by eligible patients of the municipalities that take part."""
    return eligible_here * joined


@formula(produces="key_basis_measured")
def patient_basis(patient_time: Array) -> Array:
    """Basis by patient-months, all patient groups together."""
    return total_over(patient_time, GROUP)


@formula(produces="key_basis_measured")
def work_basis(patient_hours: Array) -> Array:
    """Basis by the hours of work that the municipality's patients bring."""
    return patient_hours


@formula(produces="key_basis_measured")
def figure_basis(key_figure: Array, joined: Array) -> Array:
    """Basis by stated figures or agreed shares, of the municipalities that take part."""
    return key_figure * joined


KEY_BASES: dict[str, Callable[..., Array]] = {
    "equal": equal_basis,
    "inhabitants": inhabitant_basis,
    "eligible": eligible_basis,
    "patient_months": patient_basis,
    "work_hours": work_basis,
    "column": figure_basis,
    "agreed": figure_basis,
}


@formula()
def patients_here(active_patients: Array) -> Array:
    """Active patients of the municipality, all patient groups together."""
    return total_over(active_patients, GROUP)


@formula(produces="key_basis_counted")
def counted_for_all(key_basis_measured: Array) -> Array:
    """All who take part count."""
    return key_basis_measured


@formula(produces="key_basis_counted")
def counted_for_named(key_basis_measured: Array, key_member: Array) -> Array:
    """Only the municipalities that the key names count."""
    return key_basis_measured * key_member


@formula(produces="key_basis_counted")
def counted_for_users(key_basis_measured: Array, patients_here: Array) -> Array:
    """Only municipalities with patients in the month count."""
    return key_basis_measured * np.where(patients_here > 0, 1, 0)


KEY_COUNTS: dict[str, Callable[..., Array]] = {
    "all": counted_for_all,
    "named": counted_for_named,
    "users": counted_for_users,
}


@formula(produces="key_basis")
def basis_of_month(key_basis_counted: Array) -> Array:
    """The basis is what is counted in the month itself."""
    return key_basis_counted


@formula()
def key_basis_year(key_basis_counted: Array) -> Array:
    """What is counted in the calendar year."""
    return per_year(key_basis_counted)


@formula(produces="key_basis_year")
def benefit_basis(benefit_received: Array) -> Array:
    """Basis by the benefit that the municipality has in the year; a loss counts zero."""
    return np.maximum(benefit_received, 0)


@formula(produces="key_basis_year")
def benefit_basis_of_named(benefit_received: Array, key_member: Array) -> Array:
    """The same, for the municipalities that the key names."""
    return np.maximum(benefit_received, 0) * key_member


def mean_of_years_before(by_year: Array, earlier: Array, count: int) -> Array:
    """Mean of so many years before each year; `earlier` is what years before the first bring."""
    means = []
    for year in range(by_year.shape[PERIOD]):
        total = at_period(earlier, year)
        for one in range(max(year - count, 0), year):
            total = total + at_period(by_year, one)
        means.append(total / count)
    return join_periods(means)


@formula(workbook="value")
def basis_before(key_basis_year: Array, key_history: Array, averaged_years: Array) -> Array:
    """Mean of what was counted in the calendar years before, those before the horizon included."""
    return mean_of_years_before(key_basis_year, key_history, int(np.max(averaged_years)))


@formula(produces="key_basis")
def basis_of_year(key_basis_year: Array) -> Array:
    """The basis is what is counted in the calendar year, the same in each of its months."""
    return by_month(key_basis_year)


@formula(produces="key_basis")
def basis_of_years_before(basis_before: Array) -> Array:
    """The basis is the mean of the calendar years before, the same in each month of the year."""
    return by_month(basis_before)


@formula()
def key_basis_total(key_basis: Array) -> Array:
    """The basis of all municipalities together."""
    return total_over(key_basis, MUNICIPALITY)


@formula()
def key_share(key_basis: Array, key_basis_total: Array) -> Array:
    """The municipality's share by one key; zero of the basis gives zero."""
    return safe_ratio(key_basis, key_basis_total, when_zero=0)


@formula()
def weighted_key_share(key_share: Array, key_weight: Array, key_weight_total: Array) -> Array:
    """What one key contributes to the mixed key."""
    return key_share * key_weight / key_weight_total


@formula(workbook="steps")
def allocation_share(mixed_share: Array, share_step: Array, partner_rank: Array) -> Array:
    """The share in whole steps, before it is multiplied: largest remainder, so that all is shared.

    Equal remainders are ranked by municipality code.
    """
    return whole_shares(mixed_share, share_step, partner_rank)


@formula()
def charge(net_cost: Array, allocation_share: Array) -> Array:
    """What the municipality pays for the month, exact; rounding comes last, on the invoice."""
    return net_cost * allocation_share


@formula()
def key_charge(net_cost: Array, allocation_share: Array) -> Array:
    """The municipality's share of the cost by the keys."""
    return net_cost * allocation_share


@formula()
def pool_charge(pool_net_cost: Array, allocation_share: Array) -> Array:
    """The municipality's share of the cost of one pool, by the pool's own keys."""
    return pool_net_cost * allocation_share


@formula()
def charge_year(charge: Array) -> Array:
    """What the municipality pays for the year."""
    return per_year(charge)
