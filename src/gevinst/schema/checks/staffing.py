"""Classes of work, answering targets and presence belong together across the tables."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.schema.checks.reading import Draft, text_of
from gevinst.schema.checks.unknown_names import unknown
from gevinst.schema.findings import Finding


def arrivals(draft: Draft) -> Iterator[Finding]:
    """Immediate work says when it comes; scheduled work comes when it is scheduled."""
    for location, table in draft.tables("tasks"):
        work_class = text_of(table, "class")
        if work_class == "immediate" and "arrives" not in table:
            yield Finding(location, "task.arrives_missing")
        if work_class == "scheduled" and "arrives" in table:
            yield Finding((*location, "arrives"), "task.arrives_unused")


def deadlines(draft: Draft) -> Iterator[Finding]:
    """Only deferrable work has a deadline."""
    for location, table in draft.tables("tasks"):
        work_class = text_of(table, "class")
        if work_class in {"immediate", "scheduled"} and "deadline" in table:
            place = (*location, "deadline")
            yield Finding(place, "task.deadline_unused", {"found": work_class})


def answering_targets(draft: Draft) -> Iterator[Finding]:
    """A role with immediate work states its answering target, and no other role."""
    if not draft.complete("role", "tasks", required=True):
        return
    immediate = {
        text_of(table, "role")
        for _, table in draft.tables("tasks")
        if text_of(table, "class") == "immediate"
    }
    all_classes_known = draft.complete("class", "tasks", required=True)
    for location, table in draft.tables("centre", "roles"):
        role = text_of(table, "id")
        if role in immediate and "response" not in table:
            yield Finding(location, "role.response_missing", {"found": role})
        if role is not None and role not in immediate and all_classes_known and "response" in table:
            yield Finding((*location, "response"), "role.response_unused", {"found": role})


def team(draft: Draft) -> Iterator[Finding]:
    """The role that fills up is one of the centre's."""
    found = draft.table("centre").get("team_presence")
    role = text_of(found, "role") if isinstance(found, dict) else None
    roles = draft.texts("id", "centre", "roles")
    if role is not None and role not in roles:
        yield unknown(("centre", "team_presence", "role"), role, "role", roles)
