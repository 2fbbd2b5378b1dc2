"""How the staffed positions answer: in opening hours, and after a night and a weekend."""

from __future__ import annotations

from gevinst.display import format_amount, format_percent
from gevinst.reporting.reading import View

NEARLY_ALL = 0.9995
HARDLY_ANY = 0.0005
SMALL = 0.05
MINUTES_PER_HOUR = 60
LONGEST_IN_MINUTES = 2.0
"""Spans up to so many hours are told in minutes."""


def answering_sentences(view: View, role: str) -> list[str]:
    """Who gets an answer in time, and what waits while the centre is closed.

    At the end of the year with every partner in it.
    """
    texts = [*_in_opening_hours(view, role), *_after_closing(view, role)]
    if len(_answering_roles(view)) == 1:
        return texts
    name = view.results.names.roles[role]
    return [view.say("answering.of_role", role=name, text=text) for text in texts]


def span_text(view: View, hours: float) -> str:
    """A span of opening hours: in minutes where it is short."""
    if hours <= LONGEST_IN_MINUTES:
        return format_amount(round(hours * MINUTES_PER_HOUR), "minute", 0, view.lang)
    return _plain(view, hours, "open_hour")


def _answering_roles(view: View) -> list[str]:
    """Roles of which there is anything to say."""
    t, roles = view.full_year, [role.id for role in view.results.inputs.roles]
    queued = {queue.id for queue in view.results.inputs.queues}
    return [
        r
        for r in roles
        if (r in queued and view.line("queue_load", r)[t] > 0)
        or view.line("backlog_after_closure", r)[t] > 0
    ]


def _in_opening_hours(view: View, role: str) -> list[str]:
    t, lang = view.full_year, view.lang
    queued = {queue.id for queue in view.results.inputs.queues}
    if role not in queued or view.line("queue_load", role)[t] == 0:
        return []
    level = float(view.line("service_level", role)[t])
    waits = float(view.line("wait_share", role)[t])
    nearly_all = NEARLY_ALL <= level < 1
    hardly_any = 0 < waits < HARDLY_ANY
    share = float(view.results.ledger["target_share", role].flat[0])
    wait = float(view.results.ledger["target_wait", role].flat[0])
    return [
        view.say(
            "answering.open",
            year=view.years[t],
            level=view.say("answering.nearly_all")
            if nearly_all
            else format_percent(level, 1, lang),
            within=span_text(view, wait),
            share=format_percent(share, 0, lang),
            waits=view.say("answering.hardly_any")
            if hardly_any
            else format_percent(waits, 1, lang),
        )
        + _covered(view, role)
    ]


def _covered(view: View, role: str) -> str:
    """How much of the urgent work the answering target is about, where that is not all of it."""
    t = view.full_year
    urgent = [
        task.id
        for task in view.results.inputs.tasks
        if task.role == role and task.work_class == "immediate"
    ]
    handled = sum(float(view.line("handled_events", task)[t]) for task in urgent)
    share = float(view.line("queue_events", role)[t]) / handled
    if share >= NEARLY_ALL:
        return ""
    return view.say("answering.covers", share=format_percent(share, 0, view.lang))


def _after_closing(view: View, role: str) -> list[str]:
    """Backlog, time to clear it and longest wait; nothing where nothing comes meanwhile."""
    t = view.full_year
    closures = {
        name: float(view.results.ledger[f"longest_{name}"].flat[0]) for name in ("night", "closure")
    }
    if closures["closure"] == closures["night"]:  # open every day
        del closures["closure"]
    told = [
        name
        for name, hours in closures.items()
        if hours > 0 and view.line(f"backlog_after_{name}", role)[t] > 0
    ]
    if not told:
        return []
    parts = [
        view.say(
            f"answering.{name}",
            closed=_plain(view, closures[name]),
            backlog=_amount(view, float(view.line(f"backlog_after_{name}", role)[t]), "work_hour"),
            clearing=_amount(view, float(view.line(f"clearing_time_{name}", role)[t]), "open_hour"),
        )
        for name in told
    ]
    waits = [
        view.say(
            f"answering.longest_{name}",
            hours=_plain(view, float(view.line(f"longest_wait_{name}", role)[t])),
        )
        for name in told
    ]
    text = view.say("answering.closed") + view.say("answering.and").join(parts)
    if _urgent_comes_meanwhile(view, role):
        text += view.say("answering.longest", waits=view.listed(waits))
    else:
        text += "."
    return [text + _nights_between(view, role, told[-1]) + _deadline(view, role)]


def _nights_between(view: View, role: str, closure: str) -> str:
    """The time to clear is reckoned in open hours alone: say where nights come between them."""
    ledger = view.results.ledger
    hours_a_day = ledger["weekly_opening_hours"] / ledger["opening_days_per_week"]
    clearing = view.line(f"clearing_time_{closure}", role)[view.full_year]
    return view.say("answering.nights_between") if clearing > float(hours_a_day.flat[0]) else ""


def _urgent_comes_meanwhile(view: View, role: str) -> bool:
    """Whether immediate work comes while the centre is closed."""
    results = view.results
    return any(
        task.role == role
        and task.work_class == "immediate"
        and results.ledger["closed_task_hours", task.id].any()
        for task in results.inputs.tasks
    )


def _deadline(view: View, role: str) -> str:
    """The deadline with the least to spare, if it is kept."""
    t = view.full_year
    margins = {
        d.id: float(view.line("deadline_margin", d.id)[t])
        for d in view.results.inputs.deadlines
        if d.role == role
    }
    if not margins:
        return ""
    task = min(margins, key=lambda name: margins[name])
    if margins[task] < 0:  # a warning says so
        return ""
    deadline = float(view.results.ledger["deadline", task].flat[0])
    return view.say(
        "answering.deadline",
        task=view.results.names.tasks[task],
        deadline=_plain(view, deadline, "open_hour"),
        margin=_amount(view, margins[task], "open_hour"),
    )


def _plain(view: View, hours: float, unit: str = "hour") -> str:
    return format_amount(hours, unit, 0 if hours.is_integer() else 1, view.lang)


def _amount(view: View, hours: float, unit: str) -> str:
    """Hours with one decimal; less than the smallest that shows is said in words."""
    if hours < SMALL:
        return view.say("answering.under", amount=format_amount(0.1, unit, 1, view.lang))
    return format_amount(hours, unit, 1, view.lang)
