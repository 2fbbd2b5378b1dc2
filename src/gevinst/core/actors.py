"""Actors: who pays and who gains."""

from __future__ import annotations

from gevinst.axes import GROUP, MUNICIPALITY, Array, total_over
from gevinst.formula import formula


@formula()
def municipality_gain(gain_by_place: Array) -> Array:
    """Gain of each municipality, of one class, from its own patients."""
    return total_over(gain_by_place, GROUP)


@formula()
def actor_gain(gain_by_place: Array) -> Array:
    """Gain of an actor, of one class, from the patients of all municipalities."""
    return total_over(gain_by_place, GROUP, MUNICIPALITY)


@formula()
def municipality_net_cash(
    municipality_gain: Array, municipality_transfer: Array, charge_year: Array
) -> Array:
    """Cash gain and transfers of the municipality less what it pays for the service."""
    return municipality_gain + municipality_transfer - charge_year


@formula(produces="municipality_net_cash")
def municipality_net_cash_with_vat(
    municipality_gain: Array,
    municipality_transfer: Array,
    charge_year: Array,
    charge_vat_cost_year: Array,
) -> Array:
    """The same, less the VAT on the charge that the municipality does not recover."""
    return municipality_gain + municipality_transfer - charge_year - charge_vat_cost_year


@formula()
def actor_net_cash(actor_gain: Array, actor_transfer: Array, actor_funding: Array) -> Array:
    """Cash gain and transfers of an actor less what it contributes to the service."""
    return actor_gain + actor_transfer - actor_funding
