"""Work: the centre with its roles, and the tasks of each kind."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from gevinst.testing.choices import number, one_in, pick, some_of, whole, written

MOST_ROLES = 2
MOST_TASKS = 5
DRIVERS = {
    "patient_time": ("event/patient/year", 60.0),
    "start": ("event/patient", 5.0),
    "stop": ("event/patient", 5.0),
    "year": ("event/year", 300.0),
}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ALWAYS = "00:00-24:00"
HOURS = ("08:00-15:30", "10:00-10:15", "07:30-12:00, 13:00-15:00", ALWAYS)
STEPS = (0.1, 0.25, 0.01, 1.0, 2.0, 2.0, 2.0)
Table = dict[str, Any]


def centre(draw: st.DrawFn, host: str) -> Table:
    """A centre with one or two roles."""
    roles = [_role(draw, n) for n in range(whole(draw, 1, MOST_ROLES))]
    table = {
        "host": host,
        "closed_days": written(number(draw, 0, 20, steps=20), "opening_day/year", 0, 20),
        "staffing_step": written(pick(draw, STEPS), "FTE", 0.01, 2),
        "opening_hours": _opening_hours(draw),
        "roles": roles,
    }
    if one_in(draw, 3):
        table["team_presence"] = _team(draw, roles)
    return table


def _opening_hours(draw: st.DrawFn) -> Table:
    """Some days of the week, or never closed."""
    if one_in(draw, 8):
        return dict.fromkeys(DAYS, ALWAYS)
    return {day: pick(draw, HOURS) for day in some_of(draw, DAYS)}


def with_targets(draw: st.DrawFn, centre: Table, tasks: list[Table]) -> None:
    """Give the roles with immediate work an answering target."""
    queued = {task["role"] for task in tasks if task["class"] == "immediate"}
    for role in centre["roles"]:
        if role["id"] in queued:
            role["response"] = _response(draw)


def _response(draw: st.DrawFn) -> Table:
    wait = number(draw, 0, 240, 0, steps=24)
    response: Table = {
        "within": written(wait, "open_minute", 0, 300),
        "share": written(number(draw, 0, 0.99, 0.9, steps=99), "1", 0, 0.99),
    }
    if one_in(draw, 3):
        response["most_occupancy"] = written(number(draw, 0.3, 1, steps=7), "1", 0.2, 1)
    return response


def _team(draw: st.DrawFn, roles: list[Table]) -> Table:
    persons = number(draw, 0, 4, 2, steps=16)
    return {
        "persons": written(persons, "work_hour/open_hour", 0, 5),
        "role": pick(draw, roles)["id"],
    }


def _role(draw: st.DrawFn, position: int) -> Table:
    presence = number(draw, 0, 2, 0, 1, steps=20)
    wage = number(draw, 300_000, 900_000, steps=600)
    on_costs = number(draw, 0, 60_000, 0, steps=60)
    hours = number(draw, 1200, 1800, steps=60)
    return {
        "id": f"rolle_{position}",
        "name": f"Rolle {position}",
        "annual_wage": written(wage, "NOK/FTE/year", 200_000, 2_000_000),
        "pension_share": written(number(draw, 0, 0.3, steps=30), "1", 0, 1),
        "other_on_costs": written(on_costs, "NOK/FTE/year", 0, 100_000),
        "net_hours": written(hours, "work_hour/FTE/year", 1000, 2000),
        "minimum_presence": written(presence, "work_hour/open_hour", 0, 5),
    }


def task(draw: st.DrawFn, position: int, roles: list[str], groups: list[str]) -> Table:
    """A task; the first one always follows the time under follow-up."""
    per = pick(draw, tuple(DRIVERS)) if position else "patient_time"
    unit, most = DRIVERS[per]
    events = number(draw, most / 20, most, 0, steps=19)
    table: Table = {
        "id": f"oppgave_{position}",
        "name": f"Oppgave {position}",
        "role": pick(draw, roles),
        "per": per,
        "events": written(events, unit, 0, 2 * most),
        "time": written(number(draw, 2, 90, 0, steps=44), "work_minute/event", 0, 120),
    }
    table["class"] = pick(draw, ("deferrable", "immediate", "scheduled"))
    arrives = pick(draw, ("opening_hours", "around_the_clock"))
    if table["class"] != "scheduled":
        table["arrives"] = arrives
    if table["class"] == "deferrable" and one_in(draw, 3):
        table["deadline"] = written(number(draw, 1, 40, steps=39), "open_hour", 0.5, 60)
    if one_in(draw, 3):
        table["repeat_factor"] = written(number(draw, 1, 3, 1, steps=20), "1", 1, 5)
    if one_in(draw, 2):
        table["manual_share"] = written(number(draw, 0, 1, 0, 1), "1", 0, 1)
    if per != "year" and one_in(draw, 3):
        table["groups"] = some_of(draw, groups)
    return table
