"""The whole flow, written out: patients -> work -> positions -> cost -> charges and gains.

`service` goes from patients to cost, `settle` from cost to charges and gains. Read them from top to
bottom: every line makes one quantity and writes it down under its name.
"""

from __future__ import annotations

from gevinst.axes import Array, over_periods
from gevinst.core import (
    actors,
    allocation,
    benefits,
    costs,
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
    return made


def settle(x: Inputs, made: Ledger) -> Ledger:
    """From the cost of the centre to charges and gains; goes on writing in the same ledger."""
    charges(x, made)
    gains(x, made)
    return made


def patients(x: Inputs, made: Ledger) -> None:
    """Stock and flow of patients, month by month."""
    keep = made.keep
    inhabitants = keep(
        "inhabitants",
        volumes.inhabitants(x.population, x.population_growth, x.year_number, x.year_step),
    )
    joined = keep(
        "joined", volumes.joined(x.member, x.period_start, x.joining_time, x.leaving_time)
    )
    partners_joined = keep("partners_joined", volumes.partners_joined(joined))
    keep("centre_open", volumes.centre_open(partners_joined))
    keep("time_since_joining", volumes.time_since_joining(x.period_end, x.joining_time))
    eligible = keep(
        "eligible_patients",
        volumes.eligible_patients(inhabitants, x.eligible_per_inhabitant, x.eligible_count),
    )
    ramp_share = made.choose(volumes.RAMP_CURVES[x.ramp_curve])
    target = keep(
        "target_patients",
        volumes.target_patients(eligible, x.inclusion_share, ramp_share, joined),
    )
    keep_share = keep(
        "keep_share", volumes.keep_share(x.dropout_rate, x.mean_stay, x.period_length)
    )
    recruited_share = keep(
        "recruited_share", volumes.recruited_share(x.recruitment_rate, x.period_length)
    )

    def month(
        active_before: Array, target: Array, keep: Array, recruited: Array, cap: Array, here: Array
    ) -> tuple[Array, ...]:
        remaining = volumes.remaining_patients(active_before, keep)
        begun = volumes.starts(target, remaining, recruited)
        active = volumes.active_patients(remaining, begun, cap, here)
        left = volumes.stops(active_before, begun, active)
        return remaining, begun, left, active

    remaining, starts, stops, active = over_periods(
        month,
        x.opening_patients,
        target,
        keep_share,
        recruited_share,
        eligible,
        joined,
        periods=len(x.frame.months),
    )
    keep("remaining_patients", remaining)
    keep("starts", starts)
    keep("stops", stops)
    keep("active_patients", active)
    patient_time = keep("patient_time", volumes.patient_time(active, x.period_length))
    keep("patient_time_all", volumes.patient_time_all(patient_time))
    keep("starts_all", volumes.starts_all(starts))
    keep("stops_all", volumes.stops_all(stops))


def work(x: Inputs, made: Ledger) -> None:
    """Hours by task and by role, all municipalities together, and the hours of presence."""
    opening_hours = made.keep(
        "opening_hours",
        staffing.opening_hours(
            x.weekly_opening_hours, x.opening_weeks, x.closed_days, x.opening_days_per_week
        ),
    )
    for task in x.tasks:
        events = task_events(task, made, x.period_length)
        made.keep(
            "task_hours",
            workload.task_hours(events, task.manual_share, task.hours_per_event),
            task.id,
        )
    for role in x.roles:
        made.keep(
            "presence_hours",
            staffing.presence_hours(
                role.minimum_presence, opening_hours, made["centre_open", ""], x.period_length
            ),
            role.id,
        )
        of_role = [("task_hours", task.id) for task in x.tasks if task.role == role.id]
        made.keep_total("work_hours", of_role, ("presence_hours", role.id), record=role.id)


def task_events(task: Task, made: Ledger, period_length: Array) -> Array:
    """Events of a task in the month, by what it is counted per."""
    if isinstance(task, CalendarTask):
        events = workload.events_by_calendar(
            task.events_per_time, made["centre_open", ""], period_length
        )
        return made.keep("task_events_all", events, task.id, by="events_by_calendar")
    if isinstance(task, ServiceTask):
        events = workload.events_in_service(
            made["patient_time_all", ""], task.events_per_patient_time
        )
        made.keep("task_events", events, task.id, by="events_in_service")
    elif isinstance(task, StartTask):
        events = workload.events_at_start(made["starts_all", ""], task.events_per_patient)
        made.keep("task_events", events, task.id, by="events_at_start")
    else:
        events = workload.events_at_stop(made["stops_all", ""], task.events_per_patient)
        made.keep("task_events", events, task.id, by="events_at_stop")
    events_all = workload.events_of_all_groups(events)
    return made.keep("task_events_all", events_all, task.id, by="events_of_all_groups")


def positions(x: Inputs, made: Ledger) -> None:
    """Positions by role: the larger of workload and presence, in whole steps."""
    for role in x.roles:
        workload_fte = made.keep(
            "workload_fte",
            staffing.workload_fte(
                made["work_hours", role.id], role.net_hours_per_fte, x.period_length
            ),
            role.id,
        )
        presence_fte = made.keep(
            "presence_fte",
            staffing.presence_fte(
                made["presence_hours", role.id], role.net_hours_per_fte, x.period_length
            ),
            role.id,
        )
        needed_fte = made.keep(
            "needed_fte", staffing.needed_fte(workload_fte, presence_fte), role.id
        )
        made.keep(
            "staffed_fte",
            staffing.staffed_fte(needed_fte, x.fte_grid, x.rounding_tolerance),
            role.id,
        )


def cost(x: Inputs, made: Ledger) -> None:
    """Cost by line (one line for each role first), funding, and what is left to split."""
    wage_index = made.keep(
        "wage_index",
        costs.wage_index(x.real_wage_growth, x.year_number, x.price_year_gap, x.year_step),
    )
    for role in x.roles:
        cost_per_fte = made.keep(
            "cost_per_fte",
            costs.cost_per_fte(
                role.annual_wage, role.pension_share, x.payroll_tax_rate, role.other_on_costs
            ),
            role.id,
        )
        made.keep(
            "line_cost",
            costs.staff_cost(
                made["staffed_fte", role.id], cost_per_fte, wage_index, x.period_length
            ),
            role.id,
            by="staff_cost",
        )
    for line in x.lines:
        line_cost(line, x, made)
    ids = [role.id for role in x.roles] + [line.id for line in x.lines]
    total_cost = made.keep_total(
        "total_cost", [("line_cost", line) for line in ids], unit_like=("line_cost", ids[0])
    )
    for line_id in ids:
        made.keep("line_cost_year", costs.line_cost_year(made["line_cost", line_id]), line_id)
    made.keep("total_cost_year", costs.total_cost_year(total_cost))
    funding(x, made, total_cost)


def line_cost(line: Line, x: Inputs, made: Ledger) -> None:
    """Cost of one line in the month."""
    vat = made.keep(
        "vat_factor", costs.vat_factor(line.vat_rate, line.vat_not_recovered_share), line.id
    )
    if isinstance(line, FixedLine):
        amount = costs.fixed_cost(
            line.amount_per_year, vat, made["centre_open", ""], x.period_length
        )
        made.keep("line_cost", amount, line.id, by="fixed_cost")
    elif isinstance(line, PatientLine):
        covered = covered_patient_time(line, made)
        amount = costs.patient_cost(covered, line.amount_per_patient_time, vat)
        made.keep("line_cost", amount, line.id, by="patient_cost")
    elif isinstance(line, KitLine):
        covered = covered_patient_time(line, made)
        amount = costs.kit_cost(
            covered, line.kits_per_patient, line.kit_price, line.kit_lifetime, vat
        )
        made.keep("line_cost", amount, line.id, by="kit_cost")
    else:
        falls_due = made.keep(
            "falls_due", costs.falls_due(x.period_start, x.period_end, line.due_time), line.id
        )
        amount = costs.one_off_cost(line.one_off_amount, falls_due, vat)
        made.keep("line_cost", amount, line.id, by="one_off_cost")


def covered_patient_time(line: PatientLine | KitLine, made: Ledger) -> Array:
    """Time under follow-up that a cost line applies to."""
    covered = made.keep(
        "covered_patient_time",
        costs.covered_patient_time(made["patient_time_all", ""], line.group_covered),
        line.id,
    )
    return made.keep("covered_patient_time_all", costs.covered_patient_time_all(covered), line.id)


def funding(x: Inputs, made: Ledger, total_cost: Array) -> None:
    """What others contribute, never more than the cost, and what is left to split."""
    for source in x.contributions:
        window = made.keep(
            "funding_window",
            costs.funding_window(x.period_start, source.funding_start, source.funding_end),
            source.id,
        )
        made.keep(
            "funding_offered",
            costs.funding_offered(
                source.funding_per_year,
                source.funding_share,
                total_cost,
                x.period_length,
                window,
            ),
            source.id,
        )
    ids = [source.id for source in x.contributions]
    offered = made.keep_total(
        "total_funding_offered", [("funding_offered", i) for i in ids], unit_like=("total_cost", "")
    )
    used = made.keep("funding_used_share", costs.funding_used_share(total_cost, offered))
    for i in ids:
        paid = made.keep("funding", costs.funding(made["funding_offered", i], used), i)
        made.keep("funding_year", costs.funding_year(paid), i)
    total = made.keep_total(
        "total_funding", [("funding", i) for i in ids], unit_like=("total_cost", "")
    )
    made.keep("net_cost", costs.net_cost(total_cost, total))


def charges(x: Inputs, made: Ledger) -> None:
    """Charges by the mixed key, exact."""
    weights = [("key_weight", key.id) for key in x.keys]
    weight_total = made.keep_total("key_weight_total", weights, unit_like=weights[0])
    for key in x.keys:
        counted = made.choose(allocation.KEY_BASES[key.basis], key.id)
        if key.window == "year":
            year = made.keep("key_basis_year", allocation.key_basis_year(counted), key.id)
            basis = allocation.basis_of_year(year)
            made.keep("key_basis", basis, key.id, by="basis_of_year")
        else:
            basis = allocation.basis_of_month(counted)
            made.keep("key_basis", basis, key.id, by="basis_of_month")
        total = made.keep("key_basis_total", allocation.key_basis_total(basis), key.id)
        share = made.keep("key_share", allocation.key_share(basis, total), key.id)
        made.keep(
            "weighted_key_share",
            allocation.weighted_key_share(share, key.key_weight, weight_total),
            key.id,
        )
    shares = [("weighted_key_share", key.id) for key in x.keys]
    allocation_share = made.keep_total("allocation_share", shares, unit_like=shares[0])
    charge = made.keep("charge", allocation.charge(made["net_cost", ""], allocation_share))
    made.keep("charge_year", allocation.charge_year(charge))


def gains(x: Inputs, made: Ledger) -> None:
    """Benefits by line, and the gain of every actor by class."""
    time = made.keep("patient_time_year", benefits.patient_time_year(made["patient_time", ""]))
    for line in x.benefits:
        baseline = made.keep(
            "baseline_events", benefits.baseline_events(time, line.baseline_rate), line.id
        )
        changed = made.keep(
            "changed_events",
            benefits.changed_events(baseline, line.effect, line.realisation_share),
            line.id,
        )
        made.keep("line_benefit", benefits.line_benefit(changed, line.unit_value), line.id)
    for actor, benefit_class in actor_classes(x):
        record = actor_record(actor, benefit_class)
        of_actor = [
            ("line_benefit", line.id)
            for line in x.benefits
            if (line.receiver, line.benefit_class) == (actor, benefit_class)
        ]
        by_place = made.keep_total(
            "gain_by_place", of_actor, ("charge_year", ""), ("patient_time_year", ""), record
        )
        if actor == MUNICIPALITY_ACTOR:
            made.keep("municipality_gain", actors.municipality_gain(by_place), record)
        else:
            made.keep("actor_gain", actors.actor_gain(by_place), record)
    net_cash(x, made)


def net_cash(x: Inputs, made: Ledger) -> None:
    """Cash gain less cash paid, for every actor."""
    record = actor_record(MUNICIPALITY_ACTOR, CASH)
    made.keep(
        "municipality_net_cash",
        actors.municipality_net_cash(made["municipality_gain", record], made["charge_year", ""]),
        record,
    )
    for actor in other_actors(x):
        record = actor_record(actor, CASH)
        paid = [("funding_year", c.id) for c in x.contributions if c.funder == actor]
        funded = made.keep_total(
            "actor_funding", paid, unit_like=("actor_gain", record), record=record
        )
        made.keep(
            "actor_net_cash", actors.actor_net_cash(made["actor_gain", record], funded), record
        )


def actor_record(actor: str, benefit_class: str) -> str:
    """Record of a gain: whose it is, and of which class."""
    return f"{actor}:{benefit_class}"


def other_actors(x: Inputs) -> tuple[str, ...]:
    """Actors beside the municipalities, in the order in which the project names them."""
    named = [line.receiver for line in x.benefits] + [line.payer for line in x.benefits]
    named += [source.funder for source in x.contributions]
    return tuple(a for a in dict.fromkeys(named) if a != MUNICIPALITY_ACTOR)


def actor_classes(x: Inputs) -> tuple[tuple[str, str], ...]:
    """Every actor with every class in which it may gain; cash always, for what it pays."""
    everyone = (MUNICIPALITY_ACTOR, *other_actors(x))
    cash = [(actor, CASH) for actor in everyone]
    gained = [(line.receiver, line.benefit_class) for line in x.benefits]
    return tuple(dict.fromkeys(cash + gained))
