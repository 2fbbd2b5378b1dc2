"""The cost stack: overhead, earmarks, pools, funding by benefit, settlement, VAT on the charge."""

from __future__ import annotations

import numpy as np

from gevinst.axes import MUNICIPALITY, Array, by_month, per_year, safe_ratio, total_over
from gevinst.formula import formula


@formula(produces="line_cost")
def overhead_cost(overhead_base: Array, overhead_share: Array) -> Array:
    """The host's overhead: a share of what the lines that it is taken of cost."""
    return overhead_base * overhead_share


@formula(produces="fundable_cost")
def fundable_pool_cost(earmarked_cost: Array, funding_window: Array) -> Array:
    """Cost of the pool that the money is earmarked, while the contribution runs."""
    return earmarked_cost * funding_window


@formula(produces="funding_used_share")
def earmark_used_share(earmarked_cost: Array, earmarked_offered: Array) -> Array:
    """Share of the money earmarked a pool that is needed: it never exceeds the pool's cost."""
    return safe_ratio(np.minimum(earmarked_cost, earmarked_offered), earmarked_offered, when_zero=0)


@formula()
def pool_cost_left(pool_cost: Array, pool_earmarked: Array) -> Array:
    """Cost of a pool after the money that is earmarked it."""
    return np.maximum(pool_cost - pool_earmarked, 0)


@formula(produces="funding_used_share")
def funding_used_share_of_rest(cost_left: Array, total_funding_offered: Array) -> Array:
    """Share of the offered contributions that is needed, after what is earmarked."""
    return safe_ratio(
        np.minimum(cost_left, total_funding_offered), total_funding_offered, when_zero=0
    )


@formula(produces="net_cost")
def net_cost_of_rest(cost_left: Array, total_funding_offered: Array) -> Array:
    """Cost to split: what neither earmarked nor other contributions cover."""
    return np.maximum(cost_left - total_funding_offered, 0)


@formula()
def unfunded_share(net_cost: Array, cost_left: Array) -> Array:
    """Share of each pool's cost that is left to split: funding comes off all pools alike."""
    return safe_ratio(net_cost, cost_left, when_zero=0)


@formula()
def pool_net_cost(pool_cost_left: Array, unfunded_share: Array) -> Array:
    """Cost of a pool that its keys split."""
    return pool_cost_left * unfunded_share


@formula()
def municipalities_gain(municipality_gain: Array) -> Array:
    """Gain of all municipalities together, of one class."""
    return total_over(municipality_gain, MUNICIPALITY)


@formula(produces="counted_gain")
def counted_gain_of_municipalities(municipalities_gain: Array) -> Array:
    """What the municipalities' benefit counts when cost follows benefit: a loss counts zero."""
    return np.maximum(municipalities_gain, 0)


@formula(produces="counted_gain")
def counted_gain_of_actor(actor_gain: Array) -> Array:
    """What an actor's benefit counts when cost follows benefit: a loss counts zero."""
    return np.maximum(actor_gain, 0)


@formula()
def benefit_share_year(funder_gain: Array, everyones_gain: Array) -> Array:
    """The funder's share of the year's benefit; zero where nobody gains."""
    return safe_ratio(funder_gain, everyones_gain, when_zero=0)


@formula()
def benefit_share(benefit_share_year: Array) -> Array:
    """The same share in each month of the year."""
    return by_month(benefit_share_year)


@formula(produces="funding_granted")
def funding_granted_by_benefit(fundable_cost: Array, benefit_share: Array) -> Array:
    """What a contributor has promised: the share of the cost that it has of the benefit."""
    return fundable_cost * benefit_share


@formula()
def settlement_falls(period_start: Array, period_end: Array, settlement_time: Array) -> Array:
    """1 in the month in which the settlement is on the invoice."""
    return np.where(period_start <= settlement_time, 1.0, 0.0) * np.where(
        settlement_time < period_end, 1, 0
    )


@formula()
def settlement_due(settlement_amount: Array, settlement_falls: Array) -> Array:
    """What the municipality pays, or gets back, to settle an earlier year."""
    return settlement_amount * settlement_falls


@formula()
def charge_vat(charge: Array, settlement: Array, charge_vat_rate: Array) -> Array:
    """VAT on the charge and the settlement."""
    return (charge + settlement) * charge_vat_rate


@formula()
def charge_vat_cost(charge_vat: Array, charge_vat_not_recovered_share: Array) -> Array:
    """VAT on the charge that the municipality does not recover."""
    return charge_vat * charge_vat_not_recovered_share


@formula()
def charge_vat_cost_year(charge_vat_cost: Array) -> Array:
    """VAT that the municipality does not recover, in the year."""
    return per_year(charge_vat_cost)


@formula(produces="amount_due")
def charge_due(charge: Array) -> Array:
    """What is invoiced: the charge."""
    return charge


@formula(produces="amount_due")
def charge_and_settlement_due(charge: Array, settlement: Array) -> Array:
    """What is invoiced: the charge and the settlement of earlier years."""
    return charge + settlement


@formula(produces="amount_due")
def charge_with_vat_due(charge: Array, settlement: Array, charge_vat: Array) -> Array:
    """What is invoiced: the charge and the settlement, with VAT."""
    return charge + settlement + charge_vat
