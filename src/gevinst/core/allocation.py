"""Keys: how the cost of the centre is split between the municipalities."""

from __future__ import annotations

from collections.abc import Callable

from gevinst.axes import GROUP, MUNICIPALITY, Array, by_month, per_year, safe_ratio, total_over
from gevinst.formula import formula


@formula(produces="key_basis_counted")
def equal_basis(joined: Array) -> Array:
    """Basis of equal shares: every municipality that takes part counts one."""
    return joined


@formula(produces="key_basis_counted")
def inhabitant_basis(inhabitants: Array, joined: Array) -> Array:
    """Basis by inhabitants of the municipalities that take part."""
    return inhabitants * joined


@formula(produces="key_basis_counted")
def patient_basis(patient_time: Array) -> Array:
    """Basis by patient-months, all patient groups together."""
    return total_over(patient_time, GROUP)


KEY_BASES: dict[str, Callable[..., Array]] = {
    "equal": equal_basis,
    "inhabitants": inhabitant_basis,
    "patient_months": patient_basis,
}


@formula(produces="key_basis")
def basis_of_month(key_basis_counted: Array) -> Array:
    """The basis is what is counted in the month itself."""
    return key_basis_counted


@formula()
def key_basis_year(key_basis_counted: Array) -> Array:
    """What is counted in the calendar year."""
    return per_year(key_basis_counted)


@formula(produces="key_basis")
def basis_of_year(key_basis_year: Array) -> Array:
    """The basis is what is counted in the calendar year, the same in each of its months."""
    return by_month(key_basis_year)


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


@formula()
def charge(net_cost: Array, allocation_share: Array) -> Array:
    """What the municipality pays for the month, exact; rounding comes last, on the invoice."""
    return net_cost * allocation_share


@formula()
def charge_year(charge: Array) -> Array:
    """What the municipality pays for the year."""
    return per_year(charge)
