"""Present value: what gains, charges and contributions are worth now, and what taxes add.

Amounts are fixed kroner and the rate is real. A year counts at its factor: nothing is counted after
the analysis period.
"""

from __future__ import annotations

import numpy as np

from gevinst.axes import MUNICIPALITY, PERIOD, Array, safe_ratio, total_over
from gevinst.formula import formula


@formula(reference="R-109/2021")
def discount_factor(
    discount_rate: Array,
    year_number_of_year: Array,
    discount_time: Array,
    year_step: Array,
    analysis_period: Array,
) -> Array:
    """What a krone of the year is worth at the start of the horizon; 0 after the analysis."""
    return np.where(year_number_of_year < analysis_period, 1.0, 0.0) / (1 + discount_rate) ** (
        (year_number_of_year + discount_time) / year_step
    )


@formula()
def municipality_discounted_gain(municipality_gain: Array, discount_factor: Array) -> Array:
    """The municipality's gain of one class in the year, as worth now."""
    return municipality_gain * discount_factor


@formula()
def municipality_present_gain(municipality_discounted_gain: Array) -> Array:
    """Present value of the municipality's gains of one class."""
    return total_over(municipality_discounted_gain, PERIOD)


@formula()
def actor_discounted_gain(actor_gain: Array, discount_factor: Array) -> Array:
    """An actor's gain of one class in the year, as worth now."""
    return actor_gain * discount_factor


@formula()
def actor_present_gain(actor_discounted_gain: Array) -> Array:
    """Present value of an actor's gains of one class."""
    return total_over(actor_discounted_gain, PERIOD)


@formula()
def municipality_discounted_cost(charge_year: Array, discount_factor: Array) -> Array:
    """What the municipality pays in the year, as worth now."""
    return charge_year * discount_factor


@formula(produces="municipality_discounted_cost")
def municipality_discounted_cost_with_vat(
    charge_year: Array, charge_vat_cost_year: Array, discount_factor: Array
) -> Array:
    """The same, with the VAT on the charge that it does not recover."""
    return (charge_year + charge_vat_cost_year) * discount_factor


@formula()
def municipality_present_cost(municipality_discounted_cost: Array) -> Array:
    """Present value of what the municipality pays."""
    return total_over(municipality_discounted_cost, PERIOD)


@formula()
def actor_discounted_cost(actor_funding: Array, discount_factor: Array) -> Array:
    """What an actor contributes in the year, as worth now."""
    return actor_funding * discount_factor


@formula()
def actor_present_cost(actor_discounted_cost: Array) -> Array:
    """Present value of what an actor contributes."""
    return total_over(actor_discounted_cost, PERIOD)


@formula()
def residual_factor(discount_rate: Array, analysis_period: Array, year_step: Array) -> Array:
    """What a krone at the end of the analysis period is worth now."""
    return 1 / (1 + discount_rate) ** (analysis_period / year_step)


@formula()
def present_residual(residual_value: Array, residual_factor: Array) -> Array:
    """Present value of what is left of a purchase when the analysis ends."""
    return residual_value * residual_factor


@formula()
def municipalities_present_cost(municipality_present_cost: Array) -> Array:
    """Present value of what all municipalities pay."""
    return total_over(municipality_present_cost, MUNICIPALITY)


@formula()
def paid_share(municipality_present_cost: Array, municipalities_present_cost: Array) -> Array:
    """The municipality's share of what all of them pay."""
    return safe_ratio(municipality_present_cost, municipalities_present_cost, when_zero=0)


@formula()
def municipality_present_residual(residuals: Array, paid_share: Array) -> Array:
    """The municipality's part of what is left: as it has paid, so it gets."""
    return residuals * paid_share


@formula()
def municipality_present_net_cash(
    municipality_present_gain: Array,
    municipality_present_transfer: Array,
    municipality_present_cost: Array,
) -> Array:
    """Present value of the municipality's cash and transfers, less what it pays."""
    return municipality_present_gain + municipality_present_transfer - municipality_present_cost


@formula(produces="municipality_present_net_cash")
def municipality_present_net_cash_with_residual(
    municipality_present_gain: Array,
    municipality_present_transfer: Array,
    municipality_present_cost: Array,
    municipality_present_residual: Array,
) -> Array:
    """The same, with its part of what is left when the analysis ends."""
    return (
        municipality_present_gain
        + municipality_present_transfer
        - municipality_present_cost
        + municipality_present_residual
    )


@formula()
def actor_present_net_cash(
    actor_present_gain: Array, actor_present_transfer: Array, actor_present_cost: Array
) -> Array:
    """Present value of an actor's cash and transfers, less what it contributes."""
    return actor_present_gain + actor_present_transfer - actor_present_cost


@formula(reference="R-109/2021")
def municipality_tax_financing_cost(
    municipality_present_net_cash: Array, tax_financing_rate: Array
) -> Array:
    """What it costs society to raise the municipality's net spending in taxes.

    A municipality that saves money saves this too: then it is negative.
    """
    return (0 - municipality_present_net_cash) * tax_financing_rate


@formula(reference="R-109/2021")
def actor_tax_financing_cost(
    actor_present_net_cash: Array, public_share: Array, tax_financing_rate: Array
) -> Array:
    """The same of another actor, as far as public budgets pay for it."""
    return (0 - actor_present_net_cash) * public_share * tax_financing_rate
