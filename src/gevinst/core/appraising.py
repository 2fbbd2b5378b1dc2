"""From a settled run to present values, written out: every actor's gains, payments and net cash."""

from __future__ import annotations

from collections.abc import Callable

from gevinst.axes import Array
from gevinst.core import appraisal, evidence
from gevinst.core.correcting import correct
from gevinst.core.gaining import (
    CASH,
    TRANSFER,
    actor_classes,
    actor_record,
    other_actors,
)
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger
from gevinst.core.pricing import MUNICIPALITY_ACTOR

MUNICIPALITY = actor_record(MUNICIPALITY_ACTOR, CASH)

Rule = Callable[..., Array]
MUNICIPALITY_GAIN: dict[bool, Rule] = {
    False: appraisal.municipality_discounted_gain,
    True: evidence.municipality_corrected_discounted_gain,
}
ACTOR_GAIN: dict[bool, Rule] = {
    False: appraisal.actor_discounted_gain,
    True: evidence.actor_corrected_discounted_gain,
}
"""By whether gains are corrected for the evidence behind them."""
MUNICIPALITY_COST: dict[tuple[bool, bool], Rule] = {
    (False, False): appraisal.municipality_discounted_cost,
    (True, False): appraisal.municipality_discounted_cost_with_vat,
    (False, True): evidence.municipality_raised_cost,
    (True, True): evidence.municipality_raised_cost_with_vat,
}
"""By whether VAT on the charge costs anything, and whether costs are raised."""
ACTOR_COST: dict[bool, Rule] = {
    False: appraisal.actor_discounted_cost,
    True: evidence.actor_raised_cost,
}


def appraise(x: Inputs, made: Ledger) -> Ledger:
    """Present values by actor and class; goes on writing in the same ledger."""
    made.make(appraisal.discount_factor)
    if x.corrections:
        correct(x, made)
    gains(x, made)
    municipalities(x, made)
    for actor in other_actors(x):
        net_cash(x, actor_record(actor, CASH), actor_record(actor, TRANSFER), made)
    return made


def gains(x: Inputs, made: Ledger) -> None:
    """Present value of the gains of every actor, class by class."""
    for actor, benefit_class in actor_classes(x):
        record = actor_record(actor, benefit_class)
        if actor == MUNICIPALITY_ACTOR:
            made.make(MUNICIPALITY_GAIN[bool(x.corrections)], record)
            made.make(appraisal.municipality_present_gain, record)
        else:
            made.make(ACTOR_GAIN[bool(x.corrections)], record)
            made.make(appraisal.actor_present_gain, record)


def municipalities(x: Inputs, made: Ledger) -> None:
    """What each municipality pays, is left with, and costs the taxpayers."""
    record = MUNICIPALITY
    made.make(MUNICIPALITY_COST[bool(x.charge_vat), bool(x.cost_uplifts)], record)
    made.make(appraisal.municipality_present_cost, record)
    received = [("municipality_present_gain", actor_record(MUNICIPALITY_ACTOR, TRANSFER))]
    made.total("municipality_present_transfer", received, received[0], record=record)
    if x.residuals:
        residual(x, made)
        made.make(appraisal.municipality_present_net_cash_with_residual, record)
    else:
        made.make(appraisal.municipality_present_net_cash, record)
    if x.tax_financing:
        made.make(appraisal.municipality_tax_financing_cost, record)


def residual(x: Inputs, made: Ledger) -> None:
    """What is left of purchases at the end, shared as the municipalities have paid."""
    made.make(appraisal.residual_factor)
    for line in x.residuals:
        made.make(appraisal.present_residual, line.id)
    left = [("present_residual", line.id) for line in x.residuals]
    made.total("residuals", left, left[0])
    made.make(appraisal.municipalities_present_cost, MUNICIPALITY)
    made.make(appraisal.paid_share, MUNICIPALITY)
    made.make(appraisal.municipality_present_residual, MUNICIPALITY)


def net_cash(x: Inputs, cash: str, transfer: str, made: Ledger) -> None:
    """What another actor contributes, is left with, and costs the taxpayers."""
    made.make(ACTOR_COST[bool(x.cost_uplifts)], cash)
    made.make(appraisal.actor_present_cost, cash)
    received = [("actor_present_gain", transfer)]
    made.total("actor_present_transfer", received, received[0], record=cash)
    made.make(appraisal.actor_present_net_cash, cash)
    if x.tax_financing:
        made.make(appraisal.actor_tax_financing_cost, cash)
