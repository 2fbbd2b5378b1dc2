"""Gains by month after the evidence correction: a gain falls in the time after the longer delay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gevinst.axes import GROUP, MUNICIPALITY, Array, by_month, safe_ratio, total_over
from gevinst.core.gaining import TRANSFER, loop_of
from gevinst.core.ledger import TotalOf
from gevinst.core.model import MUNICIPALITY_ACTOR
from gevinst.results.monthly_gains import MONTHLY

if TYPE_CHECKING:
    from gevinst.results.record import Results


def gain(results: Results, record: str) -> Array:
    """Gain of an actor of one class by month; of each municipality, or of all places."""
    made = results.ledger.producers["corrected_gain_by_place", record]
    total = results.ledger["patient_time"] * 0
    for name, line in made.parts if isinstance(made, TotalOf) else ():
        if name in MONTHLY:
            total = total + MONTHLY[name](results, name, line)
        else:
            sign = 1 if name == "corrected_benefit" else -1
            total = total + sign * _corrected(results, line)
    if record.partition(":")[0] == MUNICIPALITY_ACTOR:
        return total_over(total, GROUP)
    return total_over(total, GROUP, MUNICIPALITY)


def _corrected(results: Results, record: str) -> Array:
    """The year's corrected benefit of a line, by month."""
    ledger, line = results.ledger, loop_of(record)
    usual = MONTHLY["line_benefit"](results, "line_benefit", record)
    per_time = safe_ratio(
        ledger["corrected_benefit", record], ledger["later_time_year", line], when_zero=0
    )
    late = by_month(per_time) * ledger["later_time", line]
    of_class = next(x.benefit_class for x in results.inputs.benefits if x.id == record)
    if of_class == TRANSFER:
        return late
    return np.where(by_month(ledger["line_benefit", record]) > 0, late, usual)
