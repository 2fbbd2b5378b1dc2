"""From work to positions, written out: classes of work, the queue, presence, and what decides.

The same list as `gevinst.core.model`, for the part that is about people.
"""

from __future__ import annotations

from gevinst.core import answering, deciding, staffing, timetable, workload
from gevinst.core.inputs import CalendarTask, Inputs, Role, ServiceTask, StartTask, Task
from gevinst.core.ledger import Key, Ledger

IMMEDIATE = "immediate"
DEFERRABLE = "deferrable"
SCHEDULED = "scheduled"


def work(x: Inputs, made: Ledger) -> None:
    """Hours by task, by role and by class of work, all municipalities together."""
    timetable.week(x, made)
    made.make(staffing.opening_hours)
    made.make(staffing.open_share)
    made.make(staffing.open_time)
    for task in x.tasks:
        task_events(task, made)
        made.make(workload.handled_events, task.id)
        made.make(workload.task_hours, task.id)
        if task.work_class != SCHEDULED:
            made.make(workload.open_arrival_share, task.id)
    for role in x.roles:
        role_presence(x, role, made)
        like = ("presence_hours", role.id)
        made.total("immediate_hours", hours_of(x, role, IMMEDIATE), like, record=role.id)
        made.total("deferrable_hours", hours_of(x, role, DEFERRABLE), like, record=role.id)
        made.total("scheduled_hours", hours_of(x, role, SCHEDULED), like, record=role.id)
        all_hours = hours_of(x, role, IMMEDIATE, DEFERRABLE, SCHEDULED)
        made.total("work_hours", all_hours, like, record=role.id)


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


def role_presence(x: Inputs, role: Role, made: Ledger) -> None:
    """Hours of minimum presence; one role may fill up until enough are present in all."""
    if role.id not in {team.id for team in x.team_presence}:
        made.make(staffing.presence_hours, role.id)
        return
    others: list[Key] = [("minimum_presence", r.id) for r in x.roles if r.id != role.id]
    like = ("minimum_presence", role.id)
    made.total("others_presence", others, unit_like=like, record=role.id)
    made.make(staffing.team_presence_hours, role.id)


def hours_of(x: Inputs, role: Role, *classes: str) -> list[Key]:
    """Hours of the tasks of a role in these classes of work."""
    return [("task_hours", task) for task in tasks_of(x, role, *classes)]


def tasks_of(x: Inputs, role: Role, *classes: str) -> list[str]:
    """Tasks of a role in these classes of work."""
    return [t.id for t in x.tasks if t.role == role.id and t.work_class in classes]


def positions(x: Inputs, made: Ledger) -> None:
    """Positions by role: the largest of workload, queue and presence, in whole steps."""
    queued = {queue.id for queue in x.queues}
    for role in x.roles:
        if role.id in queued:
            queue(x, role, made)
        else:
            made.total("queue_need_hours", [], unit_like=("work_hours", role.id), record=role.id)
        made.make(staffing.workload_fte, role.id)
        made.make(staffing.queue_fte, role.id)
        made.make(staffing.presence_fte, role.id)
        made.make(staffing.service_fte, role.id)
        made.make(staffing.needed_fte, role.id)
        made.make(staffing.staffed_fte, role.id)


def queue(x: Inputs, role: Role, made: Ledger) -> None:
    """People whom the answering target of a role takes."""
    tasks = tasks_of(x, role, IMMEDIATE)
    for task in tasks:
        made.make(workload.queue_task_events, task)
        made.make(workload.queue_task_hours, task)
    events = [("queue_task_events", task) for task in tasks]
    like = ("presence_hours", role.id)
    made.total("queue_events", events, ("one_event", ""), shape_like=like, record=role.id)
    hours = [("queue_task_hours", task) for task in tasks]
    made.total("queue_hours", hours, like, record=role.id)
    made.make(staffing.queue_load, role.id)
    made.make(staffing.handling_time, role.id)
    made.make(staffing.handlings_in_wait, role.id)
    made.make(staffing.queue_positions, role.id)
    made.make(staffing.queue_position_hours, role.id)
    made.make(staffing.queue_need_hours, role.id)


def decisions(x: Inputs, made: Ledger) -> None:
    """What decides the positions of each role, and how they compare with the need."""
    for role in x.roles:
        made.make(deciding.second_fte, role.id)
        made.make(deciding.staffed_for_second_fte, role.id)
        made.make(deciding.largest_decides, role.id)
        made.make(deciding.steps_decide, role.id)
        made.make(deciding.workload_decides, role.id)
        made.make(deciding.queue_decides, role.id)
        made.make(deciding.presence_decides, role.id)
        made.make(deciding.pressure_ratio, role.id)


def answers(x: Inputs, made: Ledger) -> None:
    """How well the staffed positions answer, and the backlog when the centre opens."""
    made.make(answering.closed_time)
    queued = {queue.id for queue in x.queues}
    for role in x.roles:
        made.make(answering.needed_presence, role.id)
        made.make(answering.staffed_presence, role.id)
        made.make(answering.scheduled_load, role.id)
        made.make(answering.free_presence, role.id)
        backlog(x, role, made)
        if role.id in queued:
            made.make(answering.answering_positions, role.id)
            made.make(answering.service_level, role.id)
            made.make(answering.wait_share, role.id)
    for deadline in x.deadlines:
        role_time = [("clearing_time_closure", deadline.role)]
        made.total("clearing_time_of_role", role_time, role_time[0], record=deadline.id)
        made.make(answering.deadline_margin, deadline.id)


def backlog(x: Inputs, role: Role, made: Ledger) -> None:
    """Work that gathers while the centre is closed, and the time to work it down."""
    waiting = tasks_of(x, role, IMMEDIATE, DEFERRABLE)
    for task in waiting:
        made.make(workload.closed_task_hours, task)
    hours = [("closed_task_hours", task) for task in waiting]
    made.total("closed_hours", hours, unit_like=("work_hours", role.id), record=role.id)
    made.make(answering.closed_load, role.id)
    made.make(answering.unscheduled_load, role.id)
    made.make(answering.spare_presence, role.id)
    made.make(answering.backlog_after_night, role.id)
    made.make(answering.backlog_after_closure, role.id)
    made.make(answering.clearing_time_night, role.id)
    made.make(answering.clearing_time_closure, role.id)
    made.make(answering.longest_wait_night, role.id)
    made.make(answering.longest_wait_closure, role.id)
