"""Benefits by month: the model makes them by year, in proportion to time under follow-up.

What there is without the service and what changes follow all time under follow-up; a gain with a
delay follows the time after it, harm all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from gevinst.axes import GROUP, MUNICIPALITY, Array, by_month, safe_ratio, total_over
from gevinst.core.gaining import loop_of
from gevinst.core.ledger import TotalOf

if TYPE_CHECKING:
    from gevinst.results.record import Results


def by_patient_time(results: Results, name: str, record: str) -> Array:
    """The year's amount, spread as the time under follow-up is."""
    return _spread(results.ledger[name, record], results, "patient_time", "")


def by_gain_time(results: Results, name: str, record: str) -> Array:
    """The year's amount of what is realised: a gain spread over the time after the delay."""
    ledger, line = results.ledger, loop_of(record)
    usual = by_patient_time(results, name, record)
    if ("gain_time", line) not in ledger.values:
        return usual
    late = _spread(ledger[name, record], results, "gain_time", line)
    in_full = ledger["realised_events", line] == ledger["changed_events", line]
    return np.where(by_month(in_full), usual, late)


def _spread(amount: Array, results: Results, time: str, record: str) -> Array:
    ledger = results.ledger
    of_year = ledger[f"{time}_year", record]
    return by_month(safe_ratio(amount, of_year, when_zero=0)) * ledger[time, record]


def gain_by_place(results: Results, record: str) -> Array:
    """Gains of an actor in a class: its lines, each by month."""
    made = results.ledger.producers["gain_by_place", record]
    total = results.ledger["patient_time"] * 0
    if isinstance(made, TotalOf):
        for name, line in made.parts:
            total = total + MONTHLY[name](results, name, line)
    return total


def payment(results: Results, _name: str, record: str) -> Array:
    """What the other side of a transfer pays."""
    return 0 - by_gain_time(results, "line_benefit", record)


def everywhere(results: Results, _name: str, record: str) -> Array:
    """Hours that a line frees, in all places and groups."""
    return total_over(by_gain_time(results, "freed_hours", record), GROUP, MUNICIPALITY)


def of_profession(results: Results, _name: str, record: str) -> Array:
    """Hours freed of a profession."""
    made = results.ledger.producers["profession_hours", record]
    parts = made.parts if isinstance(made, TotalOf) else ()
    hours = [everywhere(results, *part) for part in parts]
    return sum(hours[1:], start=hours[0])


def positions(results: Results, _name: str, record: str) -> Array:
    """The same as positions."""
    hours = of_profession(results, "profession_hours", record)
    return hours / results.ledger["profession_net_hours", record]


MONTHLY: dict[str, Callable[[Results, str, str], Array]] = {
    "baseline_events": by_patient_time,
    "changed_events": by_patient_time,
    "realised_events": by_gain_time,
    "line_benefit": by_gain_time,
    "benefit_average": by_gain_time,
    "benefit_capacity": by_gain_time,
    "benefit_marginal": by_gain_time,
    "line_payment": payment,
    "freed_hours": by_gain_time,
    "freed_hours_all": everywhere,
    "profession_hours": of_profession,
    "profession_time": positions,
    "gain_by_place": lambda results, _, record: gain_by_place(results, record),
}
"""Quantity of the year -> its values by month."""
