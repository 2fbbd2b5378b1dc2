"""The whole flow, written out: patients -> work -> positions -> cost -> charges and gains.

`service` goes from patients to cost, `settle` from cost to charges and gains. Read them from top to
bottom: each ``make`` applies one formula and writes its result down under the quantity's name; the
formula's parameters are the names of what was written down, or put in, before it.
"""

from __future__ import annotations

from gevinst.axes import Array, over_periods
from gevinst.core import (
    actors,
    allocation,
    benefits,
    costs,
    key_figures,
    staffing,
    volumes,
    workload,
)
from gevinst.core.inputs import (
    CalendarTask,
    FixedLine,
    Inputs,
    KitLine,
    Line,
    PatientLine,
    ServiceTask,
    StartTask,
    Task,
)
from gevinst.core.ledger import Ledger

CASH = "cash"
MUNICIPALITY_ACTOR = "municipality"


def service(x: Inputs) -> Ledger:
    """From patients to the cost of the centre."""
    made = Ledger(x)
    patients(x, made)
    work(x, made)
    positions(x, made)
    cost(x, made)
    funding(x, made)
    return made


def settle(x: Inputs, made: Ledger) -> Ledger:
    """From the cost of the centre to charges and gains; goes on writing in the same ledger."""
    charges(x, made)
    gains(x, made)
    net_cash(x, made)
    figures(x, made)
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
    target = made.make(volumes.target_patients)
    keep_share = made.make(volumes.keep_share)
    recruited_share = made.make(volumes.recruited_share)

    def month(
        before: Array, target: Array, keep: Array, recruited: Array, cap: Array, here: Array
    ) -> tuple[Array, ...]:
        remaining = volumes.remaining_patients(before, keep)
        begun = volumes.starts(target, remaining, recruited)
        active = volumes.active_patients(remaining, begun, cap, here)
        return remaining, begun, volumes.stops(before, begun, active), active

    series = (target, keep_share, recruited_share, made["eligible_patients"], made["joined"])
    remaining, starts, stops, active = over_periods(
        month, x.opening_patients, *series, periods=len(x.frame.months)
    )
    made.keep(volumes.remaining_patients, remaining)
    made.keep(volumes.starts, starts)
    made.keep(volumes.stops, stops)
    made.keep(volumes.active_patients, active)

    made.make(volumes.patient_time)
    made.make(volumes.patient_time_all)
    made.make(volumes.starts_all)
    made.make(volumes.stops_all)


def work(x: Inputs, made: Ledger) -> None:
    """Hours by task and by role, all municipalities together."""
    for task in x.tasks:
        task_events(task, made)
        made.make(workload.task_hours, task.id)
    made.make(staffing.opening_hours)
    for role in x.roles:
        made.make(staffing.presence_hours, role.id)
        of_role = [("task_hours", task.id) for task in x.tasks if task.role == role.id]
        made.total("work_hours", of_role, ("presence_hours", role.id), record=role.id)


def task_events(task: Task, made: Ledger) -> None:
    """Events of a task in the month, by what it is counted per."""
    if isinstance(task, CalendarTask):
        made.make(workload.events_by_calendar, task.id)
        return
    if isinstance(task, ServiceTask):
        made.make(workload.events_in_service, task.id)
    elif isinstance(task, StartTask):
        made.make(workload.events_at_start, task.id)
    else:
        made.make(workload.events_at_stop, task.id)
    made.make(workload.events_of_all_groups, task.id)


def positions(x: Inputs, made: Ledger) -> None:
    """Positions by role: the larger of workload and presence, in whole steps."""
    for role in x.roles:
        made.make(staffing.workload_fte, role.id)
        made.make(staffing.presence_fte, role.id)
        made.make(staffing.needed_fte, role.id)
        made.make(staffing.staffed_fte, role.id)


def cost(x: Inputs, made: Ledger) -> None:
    """Cost by line, one line for each role first."""
    made.make(costs.wage_index)
    for role in x.roles:
        made.make(costs.cost_per_fte, role.id)
        made.make(costs.staff_cost, role.id)
    for line in x.lines:
        made.make(costs.vat_factor, line.id)
        line_cost(line, made)
    ids = [record.id for record in (*x.roles, *x.lines)]
    by_line = [("line_cost", line_id) for line_id in ids]
    made.total("total_cost", by_line, unit_like=by_line[0])
    for line_id in ids:
        made.make(costs.line_cost_year, line_id)
    made.make(costs.total_cost_year)


def line_cost(line: Line, made: Ledger) -> None:
    """Cost of one line in the month."""
    if isinstance(line, FixedLine):
        made.make(costs.fixed_cost, line.id)
    elif isinstance(line, PatientLine | KitLine):
        made.make(costs.covered_patient_time, line.id)
        made.make(costs.covered_patient_time_all, line.id)
        made.make(costs.patient_cost if isinstance(line, PatientLine) else costs.kit_cost, line.id)
    else:
        made.make(costs.falls_due, line.id)
        made.make(costs.one_off_cost, line.id)


def funding(x: Inputs, made: Ledger) -> None:
    """What others contribute, never more than the cost, and what is left to split."""
    ids = [contribution.id for contribution in x.contributions]
    for source in ids:
        made.make(costs.funding_window, source)
        made.make(costs.funding_offered, source)
    offered = [("funding_offered", source) for source in ids]
    made.total("total_funding_offered", offered, unit_like=("total_cost", ""))
    made.make(costs.funding_used_share)
    for source in ids:
        made.make(costs.funding, source)
        made.make(costs.funding_year, source)
    paid = [("funding", source) for source in ids]
    made.total("total_funding", paid, unit_like=("total_cost", ""))
    made.make(costs.net_cost)


def charges(x: Inputs, made: Ledger) -> None:
    """Charges by the mixed key, exact."""
    weights = [("key_weight", key.id) for key in x.keys]
    made.total("key_weight_total", weights, unit_like=weights[0])
    for key in x.keys:
        made.make(allocation.KEY_BASES[key.basis], key.id)
        if key.window == "year":
            made.make(allocation.key_basis_year, key.id)
            made.make(allocation.basis_of_year, key.id)
        else:
            made.make(allocation.basis_of_month, key.id)
        made.make(allocation.key_basis_total, key.id)
        made.make(allocation.key_share, key.id)
        made.make(allocation.weighted_key_share, key.id)
    shares = [("weighted_key_share", key.id) for key in x.keys]
    made.total("allocation_share", shares, unit_like=shares[0])
    made.make(allocation.charge)
    made.make(allocation.charge_year)


def gains(x: Inputs, made: Ledger) -> None:
    """Benefits by line, and the gain of every actor by class."""
    made.make(benefits.patient_time_year)
    for line in x.benefits:
        made.make(benefits.baseline_events, line.id)
        made.make(benefits.changed_events, line.id)
        made.make(benefits.line_benefit, line.id)
    for actor, benefit_class in actor_classes(x):
        record = actor_record(actor, benefit_class)
        gained = [
            ("line_benefit", line.id)
            for line in x.benefits
            if (line.receiver, line.benefit_class) == (actor, benefit_class)
        ]
        made.total("gain_by_place", gained, ("charge_year", ""), ("patient_time_year", ""), record)
        if actor == MUNICIPALITY_ACTOR:
            made.make(actors.municipality_gain, record)
        else:
            made.make(actors.actor_gain, record)


def net_cash(x: Inputs, made: Ledger) -> None:
    """Cash gain less cash paid, for every actor."""
    made.make(actors.municipality_net_cash, actor_record(MUNICIPALITY_ACTOR, CASH))
    for actor in other_actors(x):
        record = actor_record(actor, CASH)
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


def actor_record(actor: str, benefit_class: str) -> str:
    """Record of a gain: whose it is, and of which class."""
    return f"{actor}:{benefit_class}"


def other_actors(x: Inputs) -> tuple[str, ...]:
    """Actors beside the municipalities, in the order in which the project names them."""
    receivers = [line.receiver for line in x.benefits]
    payers = [line.payer for line in x.benefits]
    funders = [contribution.funder for contribution in x.contributions]
    named = dict.fromkeys([*receivers, *payers, *funders])
    return tuple(actor for actor in named if actor != MUNICIPALITY_ACTOR)


def actor_classes(x: Inputs) -> tuple[tuple[str, str], ...]:
    """Every actor with every class in which it may gain; cash always, for what it pays."""
    everyone = (MUNICIPALITY_ACTOR, *other_actors(x))
    cash = [(actor, CASH) for actor in everyone]
    gained = [(line.receiver, line.benefit_class) for line in x.benefits]
    return tuple(dict.fromkeys([*cash, *gained]))
