"""Gains corrected for the evidence behind them, written out: only where a project asks for it."""

from __future__ import annotations

from gevinst.core import evidence
from gevinst.core.appraisal_records import EvidenceCorrection
from gevinst.core.gaining import TRANSFER, actor_classes, actor_record, loop_of
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Key, Ledger, TotalOf
from gevinst.core.pricing import MUNICIPALITY_ACTOR


def correct(x: Inputs, made: Ledger) -> None:
    """Corrected gains of every line with a correction, and of every actor."""
    corrected = {correction.id for correction in x.corrections}
    for correction in x.corrections:
        later(correction, made)
    lines = [line for line in x.benefits if loop_of(line.id) in corrected]
    for line in lines:
        if line.benefit_class == TRANSFER:
            made.make(evidence.corrected_transfer, line.id)
            made.make(evidence.corrected_payment, line.id)
        else:
            made.make(evidence.corrected_benefit, line.id)
    for actor, benefit_class in actor_classes(x):
        gain(actor, actor_record(actor, benefit_class), {line.id for line in lines}, made)


def later(correction: EvidenceCorrection, made: Ledger) -> None:
    """How much of the gain is left when it comes later."""
    made.make(evidence.later_passed, correction.id)
    made.make(evidence.later_time, correction.id)
    made.make(evidence.later_time_year, correction.id)
    if correction.line_delayed:
        made.make(evidence.still_gained_share_of_delayed, correction.id)
    else:
        made.make(evidence.still_gained_share, correction.id)


def gain(actor: str, record: str, corrected: set[str], made: Ledger) -> None:
    """Gain of an actor of one class: the same lines as before, corrected where they are."""
    before = made.producers["gain_by_place", record]
    keys = before.parts if isinstance(before, TotalOf) else ()
    parts = [instead(key) if key[1] in corrected else key for key in keys]
    made.total(
        "corrected_gain_by_place",
        parts,
        ("total_cost_year", ""),
        ("patient_time_year", ""),
        record,
    )
    if actor == MUNICIPALITY_ACTOR:
        made.make(evidence.municipality_corrected_gain, record)
    else:
        made.make(evidence.actor_corrected_gain, record)


def instead(key: Key) -> Key:
    """What stands for a line's benefit or payment after the correction."""
    return {"line_benefit": "corrected_benefit", "line_payment": "corrected_payment"}[key[0]], key[
        1
    ]
