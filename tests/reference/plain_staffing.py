"""Work and positions once more, in plain Python: what the centre does, and how well it answers.

Written from the domain: states of a queue counted one by one, positions tried one requirement at
a time, backlogs as hours of work per hour on the clock. Nothing of `gevinst.core` and no NumPy.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from plain_run import MONTHS, Plain, applies

DAYS_A_WEEK, HOURS_A_DAY = 7, 24
ALMOST = 1e-9  # part of a step of positions by which a need may exceed it without another step
CLASSES = ("immediate", "deferrable", "scheduled")
DRIVER = {"patient_time": "patient_time_all", "start": "starts_all", "stop": "stops_all"}


@dataclass
class MonthOfRole:
    """What comes to a role in a month: hours by class, the queue, and what comes while closed."""

    hours: dict[str, float] = field(default_factory=lambda: dict.fromkeys(CLASSES, 0.0))
    callers: float = 0.0
    busy: float = 0.0
    while_closed: float = 0.0


def work_is_done(run: Plain) -> None:
    """Hours by task and role, the positions that they need, and how well these answer."""
    centre = run.project.centre
    hours_a_day = centre.opening_hours.weekly_hours() / centre.opening_hours.open_days()
    days = centre.opening_hours.open_days() * run.opening_weeks - centre.closed_days.likely
    running = run.found["centre_open", ""][0][0]
    hours_of_year = DAYS_A_WEEK * HOURS_A_DAY * run.opening_weeks
    opened = [part / MONTHS * hours_a_day * days for part in running]
    closed = [part / MONTHS * hours_of_year - o for part, o in zip(running, opened, strict=True)]
    run.by_time("open_time", opened)
    run.by_time("closed_time", closed)
    months = {role.id: [MonthOfRole() for _ in range(run.months)] for role in centre.roles}
    for task in run.project.tasks:
        open_part = hours_a_day * days / hours_of_year if comes_at_night(task) else 1.0
        one_task(run, task, open_part, months[task.role])
    for role in centre.roles:
        positions(run, role, months[role.id], opened)
        answers(run, role, months[role.id], opened, closed)
    for task in run.project.tasks:
        if task.deadline is not None:
            clearing = run.found["clearing_time_closure", task.role][0][0]
            run.by_time("deadline_margin", [task.deadline.likely - t for t in clearing], task.id)


def comes_at_night(task: Any) -> bool:
    """Whether events of the task come around the clock."""
    return bool(task.arrives == "around_the_clock")


def one_task(run: Plain, task: Any, open_part: float, months: list[MonthOfRole]) -> None:
    """Add a task to the months of its role."""
    by_hand = 1.0 if task.manual_share is None else task.manual_share.likely
    contacts = 1.0 if task.repeat_factor is None else task.repeat_factor.likely
    all_hours = []
    for t, month in enumerate(months):
        if task.per == "year":
            events = task.events.likely / MONTHS * run.found["centre_open", ""][0][0][t]
        else:
            cells = run.found[DRIVER[task.per], ""]
            told = [cells[g][0][t] for g, x in enumerate(run.groups) if applies(task, x)]
            events = sum(told) * task.events.likely
        taken = events * by_hand * contacts
        hours = taken * task.time.likely
        all_hours.append(hours)
        month.hours[task.class_] += hours
        month.while_closed += hours * (1 - open_part)
        if task.class_ == "immediate":
            month.callers += taken * open_part
            month.busy += hours * open_part
    run.by_time("task_hours", all_hours, task.id)


def least_present(run: Plain, role: Any) -> float:
    """People of a role who have to be present, with the team's rule."""
    centre = run.project.centre
    least, team = role.minimum_presence.likely, centre.team_presence
    if team is not None and team.role == role.id:
        others = sum(r.minimum_presence.likely for r in centre.roles if r.id != role.id)
        return float(max(least, team.persons.likely - others))
    return float(least)


def positions(run: Plain, role: Any, months: list[MonthOfRole], opened: list[float]) -> None:
    """The three requirements, the positions, and which requirement it would help to drop."""
    step, a_month = run.project.centre.staffing_step.likely, role.net_hours.likely / MONTHS
    series: dict[str, list[float]] = {}
    for month, hours_open in zip(months, opened, strict=True):
        people = people_who_answer(role.response, month, hours_open) if role.response else 0
        queue = people * hours_open + month.hours["scheduled"] if role.response else 0.0
        asked = {
            "workload": sum(month.hours.values()) / a_month,
            "queue": queue / a_month,
            "presence": least_present(run, role) * hours_open / a_month,
        }
        staffed = in_steps(asked.values(), step)
        found = {f"{name}_fte": value for name, value in asked.items()}
        found |= {"needed_fte": max(asked.values()), "staffed_fte": staffed}
        found["pressure_ratio"] = staffed / found["needed_fte"] if found["needed_fte"] else 0.0
        fewer = {n for n in asked if in_steps((asked[o] for o in asked if o != n), step) < staffed}
        found |= {f"{name}_decides": float(name in fewer) for name in asked}
        found["largest_decides"] = float(bool(fewer))
        found["steps_decide"] = float(staffed > 0 and not fewer)
        found |= {f"{name}_hours": month.hours[name] for name in CLASSES}
        found["work_hours"] = sum(month.hours.values())
        found["presence_hours"] = least_present(run, role) * hours_open
        for name, value in found.items():
            series.setdefault(name, []).append(value)
        if role.response:
            each = month.busy / month.callers if month.callers else 0.0
            found = {"queue_positions": float(people), "queue_events": month.callers}
            found |= {"queue_hours": month.busy, "handling_time": each}
            found["handlings_in_wait"] = role.response.within.likely / each if each else 0.0
            for name, value in found.items():
                series.setdefault(name, []).append(value)
    for name, values in series.items():
        run.by_time(name, values, role.id)


def in_steps(asked: Any, step: float) -> float:
    """The largest of what is asked for, in whole steps."""
    return float(math.ceil(max(asked) / step - ALMOST) * step)


def answers(
    run: Plain, role: Any, months: list[MonthOfRole], opened: list[float], closed: list[float]
) -> None:
    """Who is there to answer, how long people wait, and the backlog at opening."""
    hours = run.project.centre.opening_hours
    series: dict[str, list[float]] = {}
    for t, month in enumerate(months):
        found = {"closed_hours": month.while_closed}
        worked = run.found["staffed_fte", role.id][0][0][t] * role.net_hours.likely / MONTHS
        present = worked / opened[t] if opened[t] else 0.0
        appointments = month.hours["scheduled"] / opened[t] if opened[t] else 0.0
        found |= {"staffed_presence": present, "free_presence": present - appointments}
        new = month.hours["immediate"] + month.hours["deferrable"] - month.while_closed
        coming = new / opened[t] if opened[t] else 0.0
        spare = max(present - appointments - coming, 0.0)
        an_hour = month.while_closed / closed[t] if closed[t] else 0.0
        found |= {"unscheduled_load": coming, "scheduled_load": appointments}
        found |= {"closed_load": an_hour}
        lengths = {"night": hours.longest_night(), "closure": hours.longest_closure()}
        for name, length in lengths.items():
            found[f"backlog_after_{name}"] = an_hour * length
            found[f"clearing_time_{name}"] = an_hour * length / spare if spare else 0.0
        if role.response:
            people = math.floor(present - appointments + ALMOST)
            load = month.busy / opened[t] if opened[t] else 0.0
            within = role.response.within.likely
            waits = within * month.callers / month.busy if month.busy else 0.0
            waiting, late = waiting_and_late(people, load, waits)
            found |= {"answering_positions": float(people), "queue_load": load}
            found |= {"wait_share": waiting, "service_level": 1 - late}
        for name, value in found.items():
            series.setdefault(name, []).append(value)
    for name, values in series.items():
        run.by_time(name, values, role.id)


def waiting_and_late(people: int, load: float, handlings: float) -> tuple[float, float]:
    """Share who wait, and who wait for longer than so many handling times.

    The states of the queue one by one: n in the system, as many served at once as there are people.
    """
    if load >= people:
        return 1.0, 1.0
    weights = [1.0]
    for n in range(1, people):
        weights.append(weights[-1] * load / n)
    all_busy = weights[-1] * load / people * people / (people - load)
    waiting = all_busy / (sum(weights) + all_busy)
    return waiting, waiting * math.exp(-(people - load) * handlings)


def people_who_answer(target: Any, month: MonthOfRole, open_hours: float) -> int:
    """Smallest number of people with whom enough callers are answered in time."""
    if month.busy == 0 or open_hours == 0:
        return 0
    load, handlings = month.busy / open_hours, target.within.likely * month.callers / month.busy
    most = 1.0 if target.most_occupancy is None else target.most_occupancy.likely
    people = 1
    while True:
        enough = load < people and load / people <= most + ALMOST / people
        late = waiting_and_late(people, load, handlings)[1]
        if enough and 1 - late >= target.share.likely:
            return people
        people += 1
