"""Values of a quantity by year or by month, also of those that the model makes by year.

A year's benefit falls on its months as the time under follow-up does (`monthly_gains`); other
yearly quantities are sums of monthly ones, which are taken instead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from gevinst.axes import GROUP, MUNICIPALITY, Array, total_over
from gevinst.catalogue import CATALOGUE
from gevinst.core.model import CASH, MUNICIPALITY_ACTOR, TRANSFER, actor_record
from gevinst.results import monthly_gains, rollup

if TYPE_CHECKING:
    from gevinst.results.record import Results

By = Literal["year", "month"]

RATIOS = {
    "patients_per_fte": ("patient_time_total", "staffed_time_total"),
    "cost_per_patient_time": ("total_cost_year", "patient_time_total"),
    "charge_per_patient_time": ("charge_year", "patient_time_municipality"),
    "charge_per_inhabitant": ("charge_year", "inhabitants_year"),
}
"""Key figure -> what is divided by what."""


def values(results: Results, name: str, record: str, by: By) -> Array:
    """Values of a quantity, shape ``(group, municipality, period, draw)``."""
    entry = CATALOGUE[name]
    if by == "month" and entry.period == "year":
        return _of_month(results, name, record)
    return rollup.by_time(entry, results.ledger[name, record], by)


def _of_month(results: Results, name: str, record: str) -> Array:
    if name in _SUMMED:
        return _SUMMED[name](results, record)
    return monthly_gains.MONTHLY[name](results, name, record)


def _actor_paid(results: Results, record: str) -> Array:
    actor = record.partition(":")[0]
    paid = results.ledger["total_funding"] * 0
    for contribution in results.inputs.contributions:
        if contribution.funder == actor:
            paid = paid + results.ledger["funding", contribution.id]
    return paid


def _municipality_gain(results: Results, record: str) -> Array:
    return total_over(_of_month(results, "gain_by_place", record), GROUP)


def _actor_gain(results: Results, record: str) -> Array:
    return total_over(_of_month(results, "gain_by_place", record), GROUP, MUNICIPALITY)


def _municipality_net(results: Results, record: str) -> Array:
    transfers = _municipality_gain(results, actor_record(MUNICIPALITY_ACTOR, TRANSFER))
    net = _municipality_gain(results, record) + transfers - results.ledger["charge"]
    return net - results.ledger["charge_vat_cost"] if results.inputs.charge_vat else net


def _actor_net(results: Results, record: str) -> Array:
    actor = record.partition(":")[0]
    received = _actor_gain(results, actor_record(actor, CASH))
    received = received + _actor_gain(results, actor_record(actor, TRANSFER))
    return received - _actor_paid(results, record)


def _staffed_time(results: Results, _: str) -> Array:
    roles = [results.ledger["staffed_time", role.id] for role in results.inputs.roles]
    return sum(roles[1:], start=roles[0])


_SUMMED: dict[str, Callable[[Results, str], Array]] = {
    "charge_year": lambda r, _: r.ledger["charge"],
    "total_cost_year": lambda r, _: r.ledger["total_cost"],
    "inhabitants_year": lambda r, _: r.ledger["inhabitants"],
    "actor_funding": _actor_paid,
    "municipality_gain": _municipality_gain,
    "actor_gain": _actor_gain,
    "municipality_net_cash": _municipality_net,
    "actor_net_cash": _actor_net,
    "active_patients_total": lambda r, _: total_over(
        r.ledger["active_patients"], GROUP, MUNICIPALITY
    ),
    "patient_time_total": lambda r, _: total_over(r.ledger["patient_time"], GROUP, MUNICIPALITY),
    "patient_time_municipality": lambda r, _: total_over(r.ledger["patient_time"], GROUP),
    "staffed_time_total": _staffed_time,
}
