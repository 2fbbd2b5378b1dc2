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
        if line.kind == "described":
            continue
        realised = realised_of(run, line)
        for receiver, kind, counterparty, record, price in worths(line):
            worth = worth_of(run, line, realised, price, record)
            if kind == "quality_unpriced":
                continue
            gained = gains.setdefault((receiver, kind), nothing(run))
            for m in range(len(run.places)):
                for y in range(run.years):
                    amount = sum(worth[g][m][y] for g in range(len(run.groups)))
                    gained[m][y] += amount
                    if kind == "transfer":
                        gains[counterparty, "transfer"][m][y] -= amount
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
    named = set()
    for line in run.project.benefits:
        if line.kind != "described":
            named |= {line.payer} | {
                actor for worth in worths(line) for actor in (worth[0], worth[2]) if actor
            }
    return {"municipality"} | named | {source.funder for source in run.project.funding}


def number(value: Any) -> float:
    """A number that may be left out."""
    return 0.0 if value is None else float(value.likely)


def worths(line: Any) -> list[tuple[str, str, str | None, str, float]]:
    """Receiver, class, other side, record and kroner per event, for all that a line is worth."""
    if line.kind == "loop":
        return [
            (
                part.payer,
                part.class_,
                None,
                f"{line.id}/{part.id}",
                number(part.time) * number(part.hourly_cost) + number(part.cost),
            )
            for part in line.contacts
        ]
    if line.kind == "hours":
        return [(line.receiver, line.class_, None, line.id, number(line.hour_value))]
    price = number(line.unit_value)
    if line.bed_day_value is not None:
        three = line.bed_day_value
        price = {
            "cash": three.marginal,
            "capacity": three.capacity,
            "avoided_growth": three.average,
        }[line.class_].likely
    return [(line.receiver, line.class_, line.counterparty, line.id, price)]


def per_patient_year(line: Any) -> tuple[float, float]:
    """Events of a patient in a year without the service, and by how many they change."""
    if line.kind == "hours":
        before = line.before.likely * line.periods.likely
        return before, line.after.likely * line.periods.likely - before
    usual = line.baseline.likely
    if line.effect is None:
        return usual, max(line.change.likely, -usual)
    return usual, usual * line.effect.likely


def realised_of(run: Plain, line: Any) -> Cells:
    """Events that change and count: of a gain a share, after the delay; harm in full, at once."""
    usual, each = per_patient_year(line)
    in_hours = line.kind != "events" or line.unit == "work_hour"
    fewer_is_better = in_hours or line.bed_day_value is not None
    direction = 1.0 if fewer_is_better else number(line.unit_value)
    harm = each * direction > 0
    share = 1.0 if harm else line.realisation_share.likely
    baseline, changed, realised = [], [], []
    for g, group in enumerate(run.groups):
        counts = 1.0 if applies(line, group) else 0.0
        time = run.found["patient_time_year", ""][g]
        late = [run.of_years(row) for row in after_delay(run, line, g)]
        counted = time if harm or line.realisation_delay is None else late
        baseline.append([[counts * usual * years for years in place] for place in time])
        changed.append([[counts * each * years for years in place] for place in time])
        realised.append([[counts * each * share * years for years in place] for place in counted])
    run.by_group("baseline_events", baseline, line.id)
    run.by_group("changed_events", changed, line.id)
    return run.by_group("realised_events", realised, line.id)


def after_delay(run: Plain, line: Any, g: int) -> list[list[float]]:
    """Patient time of each month that comes when the delay since joining is over."""
    delay = number(line.realisation_delay) * MONTHS
    rows = []
    for m, place in enumerate(run.places):
        joins = run.month_of(place.joins)
        months = run.found["patient_time", ""][g][m]
        rows.append([n * min(max(t + 1 - joins - delay, 0), 1) for t, n in enumerate(months)])
    return rows


def worth_of(run: Plain, line: Any, realised: Cells, price: float, record: str) -> Cells:
    """Kroner of a benefit line, or of a contact of a loop, in the prices of each year."""
    growth = number(line.real_value_growth)
    first = run.first_year - run.project.price_year
    worth = [
        [[-n * price * (1 + growth) ** (first + y) for y, n in enumerate(place)] for place in group]
        for group in realised
    ]
    return run.by_group("line_benefit", worth, record)


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
