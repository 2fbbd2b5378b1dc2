"""The whole model once more, in plain Python: loops over months, places and groups, no arrays.

Written from the description of the domain and the grammar of the project file, not from the
formulas: it reads a checked project, works in whole months, and uses nothing of `gevinst.core`,
`gevinst.axes` or NumPy. Its numbers are what the laws compare the library's with, and its time is
a yardstick for the benchmarks.

Every quantity is ``[group][place][time]``, with one entry where it is the same for all or a total.
"""

from __future__ import annotations

import math
from typing import Any

from plain_gains import figures_sum_up, somebody_gains
from plain_kits import stock_of_kits
from plain_run import MONTHS, Cells, Plain, applies, at
from plain_staffing import work_is_done

KEPT = (
    "eligible_patients",
    "target_patients",
    "starts",
    "stops",
    "active_patients",
    "patient_time",
)


def run_plainly(project: Any, payroll_tax_rate: float, opening_weeks: float) -> Plain:
    """Every quantity of a run of the project at its likely values.

    Parameters
    ----------
    project
        A checked project.
    payroll_tax_rate
        Of the host's zone.
    opening_weeks
        Weeks in a year.

    Returns
    -------
    Plain
    """
    run = Plain(project, payroll_tax_rate, opening_weeks)
    people_live_there(run)
    patients_come_and_go(run)
    work_is_done(run)
    the_centre_costs(run)
    others_contribute(run)
    municipalities_share(run)
    somebody_gains(run)
    figures_sum_up(run)
    return run


def people_live_there(run: Plain) -> None:
    """Inhabitants, and who is a member when."""
    growth = run.project.horizon.population_growth.likely
    inhabitants, joined = [], []
    for place in run.places:
        joins = run.month_of(place.joins)
        leaves = run.months if place.leaves is None else run.month_of(place.leaves)
        people = place.population.likely
        inhabitants.append([people * (1 + growth) ** (t // MONTHS) for t in range(run.months)])
        joined.append([1.0 if joins <= t < leaves else 0.0 for t in range(run.months)])
    run.by_place("inhabitants", inhabitants)
    run.by_place("joined", joined)
    members = [sum(place[t] for place in joined) for t in range(run.months)]
    run.by_time("partners_joined", members)
    run.by_time("centre_open", [1.0 if n > 0 else 0.0 for n in members])


def aimed_at(run: Plain, group: Any, months_in: float) -> float:
    """Share of the target that is aimed at when a place has been in for some months."""
    ramp_months = group.ramp_time.likely * MONTHS
    if run.project.ramp_up.curve == "linear":
        return months_in / ramp_months if months_in < ramp_months else 1.0
    steepness = group.ramp_steepness.likely
    return 1 / (1 + math.exp(-steepness * (months_in - ramp_months) / ramp_months))


def patients_come_and_go(run: Plain) -> None:
    """Stock and flow of patients of every group at every place."""
    cells: dict[str, Cells] = {name: [] for name in KEPT}
    for group in run.groups:
        rows = [one_place(run, group, m) for m in range(len(run.places))]
        for name in KEPT:
            cells[name].append([row[name] for row in rows])
    for name in KEPT:
        run.by_group(name, cells[name])
    for name in ("patient_time", "starts", "stops"):
        totals = [
            [[sum(place[t] for place in rows) for t in range(run.months)]] for rows in cells[name]
        ]
        run.by_group(f"{name}_all", totals)


def one_place(run: Plain, group: Any, m: int) -> dict[str, list[float]]:
    """Patients of one group at one place, month by month."""
    place = run.places[m]
    there = at(group.opening_patients, place.code)
    leaving = (group.dropout_rate.likely + 1 / group.mean_stay.likely) / MONTHS
    stays = math.exp(-leaving)
    stays_of_new = -math.expm1(-leaving) / leaving  # mean over the days of the month
    reached = 1 - math.exp(-group.recruitment_rate.likely / MONTHS)
    joins = run.month_of(place.joins)
    leaves = None if place.leaves is None else run.month_of(place.leaves)
    row: dict[str, list[float]] = {name: [] for name in KEPT}
    for t in range(run.months):
        member = run.found["joined", ""][0][m][t] == 1
        people = run.found["inhabitants", ""][0][m][t]
        eligible = at(group.eligible, place.code) * people / place.population.likely
        if group.eligible_per_inhabitant is not None:
            eligible = people * group.eligible_per_inhabitant.likely
        target = 0.0
        if member:
            ramp = aimed_at(run, group, max(t + 1 - joins, 0))
            target = eligible * at(group.inclusion_share, place.code) * ramp
        before, remaining = there, there * stays
        new = (target - remaining) * reached if target > remaining else 0.0
        active = min(remaining + new * stays_of_new, eligible) if member else 0.0
        there = 0.0 if t + 1 == leaves else active
        row["eligible_patients"].append(eligible)
        row["target_patients"].append(target)
        row["starts"].append(new)
        row["stops"].append(before - there + new)
        row["active_patients"].append(active)
        row["patient_time"].append(active / MONTHS)
    return row


def the_centre_costs(run: Plain) -> None:
    """Cost by line and in all."""
    project = run.project
    total = [0.0] * run.months
    gap = project.horizon.first_year - project.price_year
    real = project.horizon.real_wage_growth.likely
    for role in project.centre.roles:
        wage = role.annual_wage.likely
        pension = wage * role.pension_share.likely
        tax = (wage + pension) * run.payroll_tax_rate
        position = wage + pension + tax + role.other_on_costs.likely
        cost = []
        for t in range(run.months):
            level = (1 + real) ** (t // MONTHS + gap)
            cost.append(run.found["staffed_fte", role.id][0][0][t] * position * level / MONTHS)
        keep_cost(run, role.id, cost, total)
    for line in project.cost_lines:
        if line.kind == "kit" and line.stock is not None:
            cost = stock_of_kits(run, line, with_vat(line, line.price.likely))
        else:
            cost = [cost_of(run, line, t) for t in range(run.months)]
        keep_cost(run, line.id, cost, total)
    run.by_time("total_cost", total)
    run.by_time("total_cost_year", run.of_years(total))


def keep_cost(run: Plain, line: str, cost: list[float], total: list[float]) -> None:
    """Keep the cost of a line, and add it to the total."""
    run.by_time("line_cost", cost, line)
    run.by_time("line_cost_year", run.of_years(cost), line)
    for t, amount in enumerate(cost):
        total[t] += amount


def with_vat(line: Any, amount: float) -> float:
    """An amount of the line with the VAT that is not recovered."""
    if line.vat_rate is None:
        return amount
    return amount + amount * float(line.vat_rate.likely * line.vat_not_recovered_share.likely)


def cost_of(run: Plain, line: Any, t: int) -> float:
    """Cost of a line in a month, with the VAT that is not recovered."""
    amount = with_vat(line, line.price.likely if line.kind == "kit" else line.amount.likely)
    if line.kind == "fixed":
        return float(amount) / MONTHS if run.found["partners_joined", ""][0][0][t] else 0.0
    if line.kind == "one_off":
        return float(amount) if run.month_of(line.month) == t else 0.0
    patients = sum(
        run.found["active_patients", ""][g][m][t]
        for g, group in enumerate(run.groups)
        if applies(line, group)
        for m in range(len(run.places))
    )
    if line.kind == "kit":
        return (
            patients * float(line.kits_per_patient.likely * amount) / line.lifetime.likely / MONTHS
        )
    return patients * float(amount) / MONTHS


def others_contribute(run: Plain) -> None:
    """Contributions: promised for the year, spread as its cost is, cut where they exceed it."""
    cost = run.found["total_cost", ""][0][0]
    offers = {s.id: offered(run, s, cost) for s in run.project.funding}
    in_all = [sum(offer[t] for offer in offers.values()) for t in range(run.months)]
    paid = [min(cost[t], in_all[t]) for t in range(run.months)]
    for source, offer in offers.items():
        part = [offer[t] / in_all[t] * paid[t] if in_all[t] else 0.0 for t in range(run.months)]
        run.by_time("funding", part, source)
        run.by_time("funding_year", run.of_years(part), source)
    run.by_time("total_funding", paid)
    run.by_time("net_cost", [cost[t] - paid[t] for t in range(run.months)])


def offered(run: Plain, source: Any, cost: list[float]) -> list[float]:
    """What a contributor offers each month: its promise for the year, where the cost is."""
    first, last = run.month_of(source.first_month), run.month_of(source.last_month)
    while_it_runs = [cost[t] if first <= t <= last else 0.0 for t in range(run.months)]
    if source.amount is None:
        return [source.share.likely * amount for amount in while_it_runs]
    offer = []
    for t, amount in enumerate(while_it_runs):
        year = range(t - t % MONTHS, t - t % MONTHS + MONTHS)
        promised = sum(source.amount.likely / MONTHS for month in year if first <= month <= last)
        of_year = sum(while_it_runs[month] for month in year)
        offer.append(promised * amount / of_year if of_year else 0.0)
    return offer


def counted(run: Plain, basis: str, m: int, t: int) -> float:
    """What a key counts of a place in a month."""
    member = run.found["joined", ""][0][m][t]
    if basis == "equal":
        return member
    if basis == "inhabitants":
        return run.found["inhabitants", ""][0][m][t] if member else 0.0
    return sum(run.found["active_patients", ""][g][m][t] for g in range(len(run.groups)))


def municipalities_share(run: Plain) -> None:
    """The rest of the cost, shared by the keys."""
    keys = run.project.price_model.keys
    weights = sum(key.weight.likely for key in keys)
    places = range(len(run.places))
    shares = [[0.0] * run.months for _ in places]
    for key in keys:
        for t in range(run.months):
            year = t - t % MONTHS
            counts = range(year, year + MONTHS) if key.period == "year" else (t,)
            basis = [sum(counted(run, key.basis, m, month) for month in counts) for m in places]
            for m in places:
                if sum(basis):
                    shares[m][t] += basis[m] / sum(basis) * key.weight.likely / weights
    net = run.found["net_cost", ""][0][0]
    charge = [[shares[m][t] * net[t] for t in range(run.months)] for m in places]
    run.by_place("allocation_share", shares)
    run.by_place("charge", charge)
    run.by_place("charge_year", [run.of_years(charge[m]) for m in places])
