"""The centre: opening hours, payroll tax, roles and tasks."""

from __future__ import annotations

from typing import Any

import numpy as np

from gevinst.assemble.placing import Placer
from gevinst.core.inputs import (
    CalendarTask,
    Deadline,
    OpenSpan,
    Queue,
    Role,
    ServiceTask,
    StartTask,
    StopTask,
    Task,
    TeamPresence,
)
from gevinst.schema import Project, Value
from gevinst.schema.opening_hours import DAYS, OpeningHours, text_of

PAYROLL_TAX = "staffing.payroll_tax_rate"
OPENING_WEEKS = "definitions.opening_weeks_per_year"
HOURS_PER_WEEK = "definitions.hours_per_week"
OPENING_HOURS = "centre.opening_hours"
HOURS_PER_DAY = 24
BY_THE_CALENDAR = "24 timer for hvert døgn til neste åpningsdag"
FIRST_OF_DAY = "1 for det første tidsrommet i en dag, ellers 0"


def centre(project: Project, place: Placer) -> dict[str, Any]:
    """Opening hours, steps of positions and the payroll tax of the host's zone."""
    hours = project.centre.opening_hours
    date = project.project.date
    host = project.host
    zone = str(host.payroll_tax_zone)
    return {
        "opening_weeks": place.parameter("opening_weeks", OPENING_WEEKS, date),
        "hours_per_week": place.parameter("hours_per_week", HOURS_PER_WEEK, date),
        "once_a_week": place.defined("once_a_week", 1, "åpningstidene er de samme hver uke"),
        "one_present": place.defined("one_present", 1, "én person til stede i en åpningstime"),
        "one_event": place.defined("one_event", 1, "én hendelse"),
        "timetable": timetable(hours, place),
        "closed_days": place.one("closed_days", "centre.closed_days", project.centre.closed_days),
        "payroll_tax_rate": place.parameter("payroll_tax_rate", PAYROLL_TAX, date, zone, host.note),
        "fte_grid": place.one("fte_grid", "centre.staffing_step", project.centre.staffing_step),
    }


def timetable(hours: OpeningHours, place: Placer) -> tuple[OpenSpan, ...]:
    """When the centre is open in a week."""
    spans = [(day, i, span) for day, spans in hours.days().items() for i, span in enumerate(spans)]
    found = []
    for at, (day, i, span) in enumerate(spans):
        record = f"{day}:{i + 1}" if i else day
        following = spans[at + 1][0] if at + 1 < len(spans) else spans[0][0]
        wraps = len(DAYS) if at + 1 == len(spans) else 0
        days = DAYS.index(following) + wraps - DAYS.index(day)
        path, given = f"{OPENING_HOURS}.{day}", text_of(hours.days()[day])
        found.append(
            OpenSpan(
                id=record,
                day=DAYS.index(day),
                opens=place.clock("opens", path, span.start, given, hours, record),
                closes=place.clock("closes", path, span.end, given, hours, record),
                hours_to_next_midnight=place.defined(
                    "hours_to_next_midnight", days * HOURS_PER_DAY, BY_THE_CALENDAR, record
                ),
                new_opening_day=place.defined(
                    "new_opening_day", 0 if i else 1, FIRST_OF_DAY, record
                ),
            )
        )
    return tuple(found)


def queues(project: Project, place: Placer) -> tuple[Queue, ...]:
    """Answering targets of the roles that have immediate work."""
    found = []
    for i, role in enumerate(project.centre.roles):
        if role.response is None:
            continue
        path = f"centre.roles[{i}].response"
        most = role.response.most_occupancy
        found.append(
            Queue(
                id=role.id,
                target_wait=place.one(
                    "target_wait", f"{path}.within", role.response.within, role.id
                ),
                target_share=place.one(
                    "target_share", f"{path}.share", role.response.share, role.id
                ),
                most_occupancy=place.defined(
                    "most_occupancy", 1, "ikke oppgitt: ingen grense", role.id
                )
                if most is None
                else place.one("most_occupancy", f"{path}.most_occupancy", most, role.id),
            )
        )
    return tuple(found)


def team_presence(project: Project, place: Placer) -> tuple[TeamPresence, ...]:
    """How many have to be present in all, if the project says so."""
    team = project.centre.team_presence
    if team is None:
        return ()
    persons = place.one("team_presence", "centre.team_presence.persons", team.persons, team.role)
    return (TeamPresence(id=team.role, team_presence=persons),)


def deadlines(project: Project, place: Placer) -> tuple[Deadline, ...]:
    """Deadlines of the deferrable tasks that have one."""
    return tuple(
        Deadline(
            id=task.id,
            role=task.role,
            deadline=place.one("deadline", f"tasks[{i}].deadline", task.deadline, task.id),
        )
        for i, task in enumerate(project.tasks)
        if task.deadline is not None
    )


def roles(project: Project, place: Placer) -> tuple[Role, ...]:
    """Roles with what a position costs and how many hours it works."""
    fields = {
        "annual_wage": "annual_wage",
        "pension_share": "pension_share",
        "other_on_costs": "other_on_costs",
        "net_hours_per_fte": "net_hours",
        "minimum_presence": "minimum_presence",
    }
    return tuple(
        Role(
            id=role.id,
            **{
                name: place.one(name, f"centre.roles[{i}].{field}", getattr(role, field), role.id)
                for name, field in fields.items()
            },
        )
        for i, role in enumerate(project.centre.roles)
    )


def tasks(project: Project, place: Placer) -> tuple[Task, ...]:
    """Tasks with their events, by what these are counted per."""
    return tuple(_task(project, place, i) for i in range(len(project.tasks)))


def _task(project: Project, place: Placer, i: int) -> Task:
    task = project.tasks[i]
    path = f"tasks[{i}]"
    share, repeats = task.manual_share, task.repeat_factor
    clock = task.arrives == "around_the_clock"
    common: dict[str, Any] = {
        "id": task.id,
        "role": task.role,
        "work_class": task.class_,
        "repeat_factor": place.defined("repeat_factor", 1, "ikke oppgitt: én", task.id)
        if repeats is None
        else place.one("repeat_factor", f"{path}.repeat_factor", repeats, task.id),
        "around_the_clock": place.chosen(
            "around_the_clock", f"{path}.arrives", float(clock), task.arrives, task.id
        ),
        "manual_share": place.defined("manual_share", 1, "ikke oppgitt: ansatte tar alle", task.id)
        if share is None
        else place.one("manual_share", f"{path}.manual_share", share, task.id),
        "hours_per_event": place.one("hours_per_event", f"{path}.time", task.time, task.id),
    }
    events = (f"{path}.events", task.events)
    if task.per == "year":
        rate = place.one("events_per_time", *events, task.id)
        return CalendarTask(**common, events_per_time=rate)
    by_group = covered(project, task.groups, events)
    if task.per == "patient_time":
        rate = place.by_group("events_per_patient_time", by_group, task.id)
        return ServiceTask(**common, events_per_patient_time=rate)
    rate = place.by_group("events_per_patient", by_group, task.id)
    kind = StartTask if task.per == "start" else StopTask
    return kind(**common, events_per_patient=rate)


def covered(
    project: Project, groups: tuple[str, ...] | None, entry: tuple[str, Value]
) -> list[tuple[str, Value] | None]:
    """`entry` for each group that is named (all, if none is), nothing for the others."""
    return [entry if groups is None or group.id in groups else None for group in project.groups]


def coverage(project: Project, groups: tuple[str, ...] | None) -> np.ndarray[Any, Any]:
    """1 for each group that is named (all, if none is), 0 for the others."""
    named = [groups is None or group.id in groups for group in project.groups]
    return np.array(named, dtype=np.float64).reshape(-1, 1, 1, 1)
