"""The plain model's last part: who gains, who has paid, and the key figures."""

from __future__ import annotations

from plain_run import MONTHS, Cells, Plain, applies


def somebody_gains(run: Plain) -> None:
    """What changes for the patients, what it is worth, to whom, and who has paid."""
    project = run.project
    patient_years = [
        [run.of_years(place) for place in rows] for rows in run.found["patient_time", ""]
    ]
    run.by_group("patient_time_year", patient_years)
    places, years = range(len(run.places)), range(run.years)
    others = [line.receiver for line in project.benefits] + [
        line.payer for line in project.benefits
    ]
    others += [source.funder for source in project.funding]
    gains: dict[tuple[str, str], list[list[float]]] = {
        (actor, "cash"): [[0.0] * run.years for _ in places] for actor in ("municipality", *others)
    }
    for line in project.benefits:
        change: Cells = [[[0.0] * run.years for _ in places] for _ in run.groups]
        worth: Cells = [[[0.0] * run.years for _ in places] for _ in run.groups]
        gained = gains.setdefault((line.receiver, line.class_), [[0.0] * run.years for _ in places])
        for g, group in enumerate(run.groups):
            for m in places:
                for y in years:
                    usual = (
                        patient_years[g][m][y] * line.baseline.likely
                        if applies(line, group)
                        else 0.0
                    )
                    realised = line.effect.likely * line.realisation_share.likely
                    change[g][m][y] = usual * realised
                    worth[g][m][y] = -usual * realised * line.unit_value.likely
                    gained[m][y] += worth[g][m][y]
        run.by_group("changed_events", change, line.id)
        run.by_group("line_benefit", worth, line.id)
    for (actor, kind), gained in gains.items():
        in_all = [sum(gained[m][y] for m in places) for y in years]
        if actor == "municipality":
            run.by_place("municipality_gain", gained, f"{actor}:{kind}")
        else:
            run.by_time("actor_gain", in_all, f"{actor}:{kind}")
    charge = run.found["charge_year", ""][0]
    own = gains["municipality", "cash"]
    net = [[own[m][y] - charge[m][y] for y in years] for m in places]
    run.by_place("municipality_net_cash", net, "municipality:cash")
    for actor in {a for a, _ in gains} - {"municipality"}:
        paid = [0.0] * run.years
        for source in project.funding:
            if source.funder == actor:
                amounts = run.found["funding_year", source.id][0][0]
                paid = [paid[y] + amounts[y] for y in years]
        cash = [sum(gains[actor, "cash"][m][y] for m in places) for y in years]
        run.by_time("actor_funding", paid, f"{actor}:cash")
        run.by_time("actor_net_cash", [cash[y] - paid[y] for y in years], f"{actor}:cash")


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
