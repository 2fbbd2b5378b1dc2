"""The centre: opening hours, payroll tax, roles and tasks."""

from __future__ import annotations

from typing import Any

import numpy as np

from gevinst.assemble.placing import Placer
from gevinst.core.inputs import CalendarTask, Role, ServiceTask, StartTask, StopTask, Task
from gevinst.schema import Project, Value

PAYROLL_TAX = "staffing.payroll_tax_rate"
OPENING_WEEKS = "definitions.opening_weeks_per_year"


def centre(project: Project, place: Placer) -> dict[str, Any]:
    """Opening hours, steps of positions and the payroll tax of the host's zone."""
    hours = project.centre.opening_hours
    date = project.project.date
    host = project.host
    zone = str(host.payroll_tax_zone)
    return {
        "weekly_opening_hours": place.stated(
            "weekly_opening_hours", "centre.opening_hours", hours.weekly_hours(), hours
        ),
        "opening_days_per_week": place.stated(
            "opening_days_per_week", "centre.opening_hours", hours.open_days(), hours
        ),
        "opening_weeks": place.parameter("opening_weeks", OPENING_WEEKS, date),
        "closed_days": place.one("closed_days", "centre.closed_days", project.centre.closed_days),
        "payroll_tax_rate": place.parameter("payroll_tax_rate", PAYROLL_TAX, date, zone, host.note),
        "fte_grid": place.one("fte_grid", "centre.staffing_step", project.centre.staffing_step),
    }


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
    share = task.manual_share
    common: dict[str, Any] = {
        "id": task.id,
        "role": task.role,
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
