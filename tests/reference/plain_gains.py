"""The plain model's last part: who gains, who has paid, and the key figures."""

from __future__ import annotations

from typing import Any

from plain_run import MONTHS, Cells, Plain, applies


def somebody_gains(run: Plain) -> None:
    """What changes for the patients, what it is worth, and to whom."""
    monthly = run.found["patient_time", ""]
    run.by_group("patient_time_year", [[run.of_years(place) for place in g] for g in monthly])
    gains = {(a, kind): nothing(run) for a in everybody(run) for kind in ("cash", "transfer")}
    for line in run.project.benefits:
        worth = worth_of(run, line)
        if line.class_ == "quality_unpriced":
            continue
        gained = gains.setdefault((line.receiver, line.class_), nothing(run))
        for m in range(len(run.places)):
            for y in range(run.years):
                amount = sum(worth[g][m][y] for g in range(len(run.groups)))
                gained[m][y] += amount
                if line.class_ == "transfer":
                    gains[line.counterparty, "transfer"][m][y] -= amount
    for (actor, kind), gained in gains.items():
        if actor == "municipality":
            run.by_place("municipality_gain", gained, f"{actor}:{kind}")
        else:
            in_all = [sum(place[y] for place in gained) for y in range(run.years)]
            run.by_time("actor_gain", in_all, f"{actor}:{kind}")
    money_moves(run, gains)


def nothing(run: Plain) -> list[list[float]]:
    """Zero at every place in every year."""
    return [[0.0] * run.years for _ in run.places]


def everybody(run: Plain) -> set[str]:
    """All who gain, bear an effort, pay a transfer or contribute."""
    lines = run.project.benefits
    named = {actor for x in lines for actor in (x.receiver, x.payer, x.counterparty) if actor}
    return {"municipality"} | named | {source.funder for source in run.project.funding}


def worth_of(run: Plain, line: Any) -> Cells:
    """Kroner of a benefit line; of a good change a share is realised, a bad one comes in full."""
    worth, change = [], []
    price = 0.0 if line.unit_value is None else line.unit_value.likely
    for g, group in enumerate(run.groups):
        usual = line.baseline.likely if applies(line, group) else 0.0
        each = -usual * line.effect.likely
        if each * price > 0:
            realised = each * line.realisation_share.likely
        else:
            realised = each if price else 0.0
        time = run.found["patient_time_year", ""][g]
        change.append([[-each * years for years in place] for place in time])
        worth.append([[realised * price * years for years in place] for place in time])
    run.by_group("changed_events", change, line.id)
    return run.by_group("line_benefit", worth, line.id)


def money_moves(run: Plain, gains: dict[tuple[str, str], list[list[float]]]) -> None:
    """Net cash of everybody: cash gained and transfers, less what is paid for the service."""
    years = range(run.years)
    money = {
        actor: [
            [a + b for a, b in zip(cash, transfer, strict=True)]
            for cash, transfer in zip(gains[actor, "cash"], gains[actor, "transfer"], strict=True)
        ]
        for actor in everybody(run)
    }
    charge = run.found["charge_year", ""][0]
    own = money.pop("municipality")
    net = [[own[m][y] - charge[m][y] for y in years] for m in range(len(run.places))]
    run.by_place("municipality_net_cash", net, "municipality:cash")
    for actor, places in money.items():
        paid = [0.0] * run.years
        for source in run.project.funding:
            if source.funder == actor:
                amounts = run.found["funding_year", source.id][0][0]
                paid = [paid[y] + amounts[y] for y in years]
        run.by_time("actor_funding", paid, f"{actor}:cash")
        cash = [sum(place[y] for place in places) - paid[y] for y in years]
        run.by_time("actor_net_cash", cash, f"{actor}:cash")


def figures_sum_up(run: Plain) -> None:
    """Key figures of each year; zero where there is nothing to divide by."""
    places, years, groups = range(len(run.places)), range(run.years), range(len(run.groups))
    active = [[run.decembers(place) for place in rows] for rows in run.found["active_patients", ""]]
    run.by_group("active_patients_year", active)
    run.by_time(
        "active_patients_total",
        [sum(active[g][m][y] for g in groups for m in places) for y in years],
    )
    patient_years = run.found["patient_time_year", ""]
    of_place = [[sum(patient_years[g][m][y] for g in groups) for y in years] for m in places]
    in_all = [sum(of_place[m][y] for m in places) for y in years]
    run.by_place("patient_time_municipality", of_place)
    run.by_time("patient_time_total", in_all)
    staffed = [0.0] * run.years
    for role in run.project.centre.roles:
        of_role = [n / MONTHS for n in run.of_years(run.found["staffed_fte", role.id][0][0])]
        run.by_time("staffed_time_year", of_role, role.id)
        staffed = [staffed[y] + of_role[y] for y in years]
    run.by_time("staffed_time_total", staffed)
    cost, charge = run.found["total_cost_year", ""][0][0], run.found["charge_year", ""][0]
    people = [run.decembers(place) for place in run.found["inhabitants", ""][0]]
    run.by_time("patients_per_fte", [ratio(in_all[y], staffed[y]) for y in years])
    run.by_time("cost_per_patient_time", [ratio(cost[y], in_all[y]) for y in years])
    per_patient = [[ratio(charge[m][y], of_place[m][y]) for y in years] for m in places]
    run.by_place("charge_per_patient_time", per_patient)
    run.by_place(
        "charge_per_inhabitant",
        [[ratio(charge[m][y], people[m][y]) for y in years] for m in places],
    )


def ratio(above: float, below: float) -> float:
    """A ratio, zero where there is nothing to divide by."""
    return above / below if below else 0.0
