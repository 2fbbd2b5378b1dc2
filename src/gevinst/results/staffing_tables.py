"""Tables of work and staffing: hours by task and role, positions and what decides, answering."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import numpy as np

from gevinst.results.binding import bindings
from gevinst.results.blocks import Block, block

if TYPE_CHECKING:
    from gevinst.results.record import Results

By = Literal["year", "month"]

OF_TASK = ("task_events_all", "handled_events", "task_hours")
CLASS_HOURS = {
    "immediate_hours": "immediate",
    "deferrable_hours": "deferrable",
    "scheduled_hours": "scheduled",
}
"""Hours of a role by class of work -> the class."""
OF_STAFFING = (
    "work_hours",
    "presence_hours",
    "workload_fte",
    "queue_fte",
    "presence_fte",
    "needed_fte",
    "staffed_fte",
    "pressure_ratio",
    "workload_decides",
    "queue_decides",
    "presence_decides",
    "steps_decide",
)
OF_QUEUE = (
    "queue_load",
    "queue_positions",
    "answering_positions",
    "service_level",
    "wait_share",
)
OF_BACKLOG = (
    "backlog_after_night",
    "backlog_after_closure",
    "clearing_time_night",
    "clearing_time_closure",
    "longest_wait_night",
    "longest_wait_closure",
)


def workload(results: Results, by: By) -> Iterator[Block]:
    """Events and hours by task, and hours by role and class of work."""
    for task in results.inputs.tasks:
        fixed = {"role": task.role, "task": task.id, "class": task.work_class}
        for name in OF_TASK:
            yield block(results, by, name, task.id, **fixed)
    for role in results.inputs.roles:
        for name, work_class in CLASS_HOURS.items():
            yield block(results, by, name, role.id, role=role.id, **{"class": work_class})
        yield block(results, by, "work_hours", role.id, role=role.id)


def staffing(results: Results, by: By) -> Iterator[Block]:
    """Hours and positions by role, and what decides them.

    By year hours are summed, positions are the mean, whether something decides is the share of
    the months, and the pressure ratio is that of December; see `gevinst.results.binding`.
    """
    for role in results.inputs.roles:
        binding = np.array(bindings(results, role.id, by), dtype=object)
        for name in OF_STAFFING:
            yield {**block(results, by, name, role.id, role=role.id), "binding": binding}


def answering(results: Results, by: By) -> Iterator[Block]:
    """How the staffed positions answer, and the backlog when the centre opens.

    By year loads and positions are the mean of the months, all else is that of December.
    """
    queued = {queue.id for queue in results.inputs.queues}
    for role in results.inputs.roles:
        for name in (*(OF_QUEUE if role.id in queued else ()), *OF_BACKLOG):
            yield block(results, by, name, role.id, role=role.id)
    for deadline in results.inputs.deadlines:
        fixed = {"role": deadline.role, "task": deadline.id}
        yield block(results, by, "deadline_margin", deadline.id, **fixed)
