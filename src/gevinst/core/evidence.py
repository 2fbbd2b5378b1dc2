"""Correction of gains by the evidence behind them: less, and later; costs are raised.

It is off unless a project asks for it, and stands in present values alone: no price, no charge and
no table of gains knows of it. Harm is never corrected, since nobody hopes for it.
"""

from __future__ import annotations

import numpy as np

from gevinst.axes import GROUP, MUNICIPALITY, Array, per_year, safe_ratio, total_over
from gevinst.formula import formula


@formula()
def later_passed(
    time_since_joining: Array,
    realisation_delay: Array,
    evidence_delay: Array,
    period_length: Array,
) -> Array:
    """Share of the month in which the delay and what the correction adds to it are over."""
    return np.minimum(
        np.maximum(time_since_joining - realisation_delay - evidence_delay, 0) / period_length, 1
    )


@formula()
def later_time(patient_time: Array, later_passed: Array) -> Array:
    """Time under follow-up after the delay with what the correction adds."""
    return patient_time * later_passed


@formula()
def later_time_year(later_time: Array) -> Array:
    """The same in the year."""
    return per_year(later_time)


@formula()
def still_gained_share(later_time_year: Array, patient_time_year: Array) -> Array:
    """Share of the year's gain that is left when it comes later."""
    return safe_ratio(later_time_year, patient_time_year, when_zero=0)


@formula(produces="still_gained_share")
def still_gained_share_of_delayed(later_time_year: Array, gain_time_year: Array) -> Array:
    """The same of a gain that comes after a delay already."""
    return safe_ratio(later_time_year, gain_time_year, when_zero=0)


@formula()
def corrected_benefit(
    line_benefit: Array, evidence_gain_factor: Array, still_gained_share: Array
) -> Array:
    """Benefit of a line after the correction: gains shrink and come later, harm stays."""
    return np.where(
        line_benefit > 0, line_benefit * evidence_gain_factor * still_gained_share, line_benefit
    )


@formula(produces="corrected_benefit")
def corrected_transfer(
    line_benefit: Array, evidence_gain_factor: Array, still_gained_share: Array
) -> Array:
    """A transfer follows the change that it comes of, whoever gains by it."""
    return line_benefit * evidence_gain_factor * still_gained_share


@formula()
def corrected_payment(corrected_benefit: Array) -> Array:
    """What the other side of a transfer pays after the correction."""
    return 0 - corrected_benefit


@formula()
def municipality_corrected_gain(corrected_gain_by_place: Array) -> Array:
    """Gain of each municipality, of one class, after the correction."""
    return total_over(corrected_gain_by_place, GROUP)


@formula()
def actor_corrected_gain(corrected_gain_by_place: Array) -> Array:
    """Gain of an actor, of one class, after the correction."""
    return total_over(corrected_gain_by_place, GROUP, MUNICIPALITY)


@formula(produces="municipality_discounted_gain")
def municipality_corrected_discounted_gain(
    municipality_corrected_gain: Array, discount_factor: Array
) -> Array:
    """The municipality's gain of one class after the correction, as worth now."""
    return municipality_corrected_gain * discount_factor


@formula(produces="actor_discounted_gain")
def actor_corrected_discounted_gain(actor_corrected_gain: Array, discount_factor: Array) -> Array:
    """An actor's gain of one class after the correction, as worth now."""
    return actor_corrected_gain * discount_factor


@formula(produces="municipality_discounted_cost")
def municipality_raised_cost(
    charge_year: Array, evidence_cost_uplift: Array, discount_factor: Array
) -> Array:
    """What the municipality pays, raised by the correction, as worth now."""
    return charge_year * (1 + evidence_cost_uplift) * discount_factor


@formula(produces="municipality_discounted_cost")
def municipality_raised_cost_with_vat(
    charge_year: Array,
    charge_vat_cost_year: Array,
    evidence_cost_uplift: Array,
    discount_factor: Array,
) -> Array:
    """The same, with the VAT on the charge that it does not recover."""
    return (charge_year + charge_vat_cost_year) * (1 + evidence_cost_uplift) * discount_factor


@formula(produces="actor_discounted_cost")
def actor_raised_cost(
    actor_funding: Array, evidence_cost_uplift: Array, discount_factor: Array
) -> Array:
    """What an actor contributes, raised by the correction, as worth now."""
    return actor_funding * (1 + evidence_cost_uplift) * discount_factor
