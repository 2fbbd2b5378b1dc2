"""The whole flow, written out: patients -> work -> positions -> cost -> charges and gains.

`service` goes from patients to cost, `settle` from cost to charges and gains; `quality` says what
the positions give. Read them from top to bottom: each ``make`` applies one formula and writes its
result down under the quantity's name; the formula's parameters are the names of what was written
down, or put in, before it.
"""

from __future__ import annotations

from gevinst.axes import Array, before, over_periods
from gevinst.core import (
    actors,
    costs,
    key_figures,
    kit_flow,
    positions,
    pricing,
    volumes,
)
from gevinst.core.gaining import (
    CASH,
    TRANSFER,
    UNPRICED,
    actor_classes,
    actor_record,
    gains,
    other_actors,
)
from gevinst.core.inputs import (
    FixedLine,
    Inputs,
    KitLine,
    Line,
    PatientLine,
)
from gevinst.core.ledger import Ledger

__all__ = [
    "CASH",
    "MUNICIPALITY_ACTOR",
    "TRANSFER",
    "UNPRICED",
    "actor_classes",
    "actor_record",
    "other_actors",
    "quality",
    "service",
    "settle",
]

MUNICIPALITY_ACTOR = pricing.MUNICIPALITY_ACTOR


def service(x: Inputs) -> Ledger:
    """From patients to the cost of the centre."""
    made = Ledger(x)
    patients(x, made)
    centre(x, made)
    return made


def centre(x: Inputs, made: Ledger) -> None:
    """From the patients that are written down already to the cost of the centre."""
    positions.work(x, made)
    positions.positions(x, made)
    cost(x, made)
    funding(x, made)


def settle(x: Inputs, made: Ledger) -> Ledger:
    """From the cost of the centre to gains and charges; goes on writing in the same ledger."""
    charges(x, made)
    net_cash(x, made)
    figures(x, made)
    return made


def quality(x: Inputs, made: Ledger) -> Ledger:
    """What decides the positions and how well they answer; no cost depends on it."""
    positions.decisions(x, made)
    positions.answers(x, made)
    return made


def patients(x: Inputs, made: Ledger) -> None:
    """Stock and flow of patients, month by month."""
    made.make(volumes.inhabitants)
    made.make(volumes.joined)
    made.make(volumes.partners_joined)
    made.make(volumes.centre_open)
    made.make(volumes.time_since_joining)
    made.make(volumes.eligible_patients)
    made.make(volumes.RAMP_CURVES[x.ramp_curve])
    made.make(volumes.target_patients)
    made.make(volumes.exit_rate)
    made.make(volumes.keep_share)
    made.make(volumes.keep_share_of_new)
    made.make(volumes.recruited_share)
    made.make(volumes.last_month)
    made.make(volumes.opening_stock)
    stock_and_flow(x, made)
    made.make(volumes.patient_time)
    made.make(volumes.patient_time_all)
    made.make(volumes.starts_all)
    made.make(volumes.stops_all)


def stock_and_flow(x: Inputs, made: Ledger) -> None:
    """Patients from month to month: who stays, who starts, who stops."""

    def month(  # one month of the series below, in the same order
        carried: Array,
        target: Array,
        keep: Array,
        keep_new: Array,
        recruited: Array,
        cap: Array,
        here: Array,
        last: Array,
    ) -> tuple[Array, ...]:
        remaining = volumes.remaining_patients(carried, keep)
        begun = volumes.starts(target, remaining, recruited)
        active = volumes.active_patients(remaining, begun, keep_new, cap, here)
        return remaining, begun, active, volumes.carried_patients(active, last)

    names = (
        "target_patients",
        "keep_share",
        "keep_share_of_new",
        "recruited_share",
        "eligible_patients",
        "joined",
        "last_month",
    )
    opening = made["opening_stock"]
    remaining, starts, active, carried = over_periods(
        month, opening, *(made[name] for name in names), periods=len(x.frame.months)
    )
    made.keep(volumes.remaining_patients, remaining)
    made.keep(volumes.starts, starts)
    made.keep(volumes.active_patients, active)
    made.keep(volumes.stops, volumes.stops(before(carried, opening), starts, carried))
    made.keep(volumes.carried_patients, carried)


def cost(x: Inputs, made: Ledger) -> None:
    """Cost by line, one line for each role first."""
    made.make(costs.wage_index)
    for role in x.roles:
        made.make(costs.cost_per_fte, role.id)
        made.make(costs.staff_cost, role.id)
    for line in x.lines:
        made.make(costs.vat_factor, line.id)
        line_cost(x, line, made)
    pricing.overheads(x, made)
    ids = [record.id for record in (*x.roles, *x.lines, *x.overheads)]
    by_line = [("line_cost", line_id) for line_id in ids]
    made.total("total_cost", by_line, unit_like=by_line[0])
    for line_id in ids:
        made.make(costs.line_cost_year, line_id)
    made.make(costs.total_cost_year)


def line_cost(x: Inputs, line: Line, made: Ledger) -> None:
    """Cost of one line in the month."""
    if isinstance(line, FixedLine):
        made.make(costs.fixed_cost, line.id)
    elif isinstance(line, PatientLine | KitLine):
        made.make(costs.covered_patient_time, line.id)
        made.make(costs.covered_patient_time_all, line.id)
        if isinstance(line, PatientLine):
            made.make(costs.patient_cost, line.id)
        elif line.id in {stock.id for stock in x.kit_stocks}:
            kit_flow.stock(x, line.id, made)
        else:
            made.make(costs.kit_cost, line.id)
    else:
        made.make(costs.falls_due, line.id)
        made.make(costs.one_off_cost, line.id)


def funding(x: Inputs, made: Ledger) -> None:
    """What others contribute; first the gains, where a contribution goes by them."""
    if any(contribution.by_benefit for contribution in x.contributions):
        gains(x, made)
    pricing.funding(x, made)


def charges(x: Inputs, made: Ledger) -> None:
    """Gains, which a key may go by, and charges."""
    if pricing.is_new(made, "patient_time_year"):
        gains(x, made)
    pricing.charges(x, made)


def net_cash(x: Inputs, made: Ledger) -> None:
    """Cash gained and transfers received less what is paid, for every actor."""
    record = actor_record(MUNICIPALITY_ACTOR, CASH)
    received = [("municipality_gain", actor_record(MUNICIPALITY_ACTOR, TRANSFER))]
    made.total("municipality_transfer", received, unit_like=received[0], record=record)
    if x.charge_vat:
        made.make(actors.municipality_net_cash_with_vat, record)
    else:
        made.make(actors.municipality_net_cash, record)
    for actor in other_actors(x):
        record = actor_record(actor, CASH)
        received = [("actor_gain", actor_record(actor, TRANSFER))]
        made.total("actor_transfer", received, unit_like=received[0], record=record)
        paid = [("funding_year", c.id) for c in x.contributions if c.funder == actor]
        made.total("actor_funding", paid, unit_like=("actor_gain", record), record=record)
        made.make(actors.actor_net_cash, record)


def figures(x: Inputs, made: Ledger) -> None:
    """Key figures of the year."""
    made.make(key_figures.active_patients_year)
    made.make(key_figures.active_patients_total)
    made.make(key_figures.patient_time_municipality)
    made.make(key_figures.patient_time_total)
    for role in x.roles:
        made.make(key_figures.staffed_time, role.id)
        made.make(key_figures.staffed_time_year, role.id)
    by_role = [("staffed_time_year", role.id) for role in x.roles]
    made.total("staffed_time_total", by_role, unit_like=by_role[0])
    made.make(key_figures.inhabitants_year)
    made.make(key_figures.patients_per_fte)
    made.make(key_figures.cost_per_patient_time)
    made.make(key_figures.charge_per_patient_time)
    made.make(key_figures.charge_per_inhabitant)
