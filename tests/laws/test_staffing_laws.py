"""Staffing: what decides the positions, what more of anything does to them, and how they answer."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gevinst.axes import Array
from gevinst.core import answering
from gevinst.core.inputs import Inputs, TeamPresence
from gevinst.core.ledger import Ledger
from gevinst.testing import changed, equal, inputs, run_core, scaled
from gevinst.unit_registry import BASE

CLASSES = ("immediate_hours", "deferrable_hours", "scheduled_hours")
REQUIREMENTS = ("workload", "queue", "presence")
HARDLY = 1e-12
TINY = 1e-20


def zero(array: Array) -> Array:
    """Zero everywhere."""
    return np.zeros_like(array)


def at_most(a: Array, b: Array) -> bool:
    """Whether `a` never exceeds `b` by more than the last bits."""
    return bool(np.all(a <= b + HARDLY * np.abs(b)))


def in_steps(asked: Array, x: Inputs) -> Array:
    """Positions in whole steps, less than a billionth of a step apart being the same."""
    return np.ceil(asked / x.fte_grid - 1e-9) * x.fte_grid


def asked_for(made: Ledger, role: str) -> dict[str, Array]:
    """What each requirement would have staffed."""
    return {name: made[f"{name}_fte", role] for name in REQUIREMENTS}


@given(inputs())
def test_the_need_is_the_largest_of_three_and_staffed_in_whole_steps(x: Inputs) -> None:
    """Exactly: nothing is added to the largest requirement but the rounding."""
    made = run_core(x)

    for role in x.roles:
        largest = np.maximum.reduce([*asked_for(made, role.id).values()])
        assert np.array_equal(made["needed_fte", role.id], largest)
        assert equal(made["staffed_fte", role.id], in_steps(largest, x))


@given(inputs())
def test_exactly_one_thing_decides_where_anybody_is_staffed(x: Inputs) -> None:
    """Work, answering target, presence or whole positions; none where nobody is staffed.

    Nor where the work is so little that it rounds to no position.
    """
    hardly = changed(changed(x, zero, "minimum_presence"), lambda a: a * TINY, "hours_per_event")

    for made in (run_core(x), run_core(replace(hardly, team_presence=()))):
        for role in x.roles:
            deciders = [made[f"{name}_decides", role.id] for name in REQUIREMENTS]
            deciders.append(made["steps_decide", role.id])
            assert all(np.all((d == 0) | (d == 1)) for d in deciders)
            assert np.array_equal(sum(deciders) == 1, made["staffed_fte", role.id] > 0)


@given(inputs())
def test_without_what_decides_fewer_are_staffed_and_without_the_others_as_many(x: Inputs) -> None:
    """That is what deciding means; where whole positions decide, no single requirement does."""
    in_large_steps = changed(x, lambda a: a * 4, "fte_grid")

    for given_inputs in (x, in_large_steps):
        made = run_core(given_inputs)
        for role in x.roles:
            asked, staffed = asked_for(made, role.id), made["staffed_fte", role.id]
            for name in REQUIREMENTS:
                others = np.maximum.reduce([asked[o] for o in REQUIREMENTS if o != name])
                fewer = staffed - in_steps(others, given_inputs) > given_inputs.fte_grid / 2
                assert np.array_equal(made[f"{name}_decides", role.id] == 1, fewer)


@given(inputs())
def test_pressure_is_what_is_staffed_of_what_is_needed(x: Inputs) -> None:
    """Never under one where somebody is needed, and never a whole step too many."""
    made = run_core(x)

    for role in x.roles:
        needed, ratio = made["needed_fte", role.id], made["pressure_ratio", role.id]
        assert equal(ratio * needed, made["staffed_fte", role.id])
        assert np.all(ratio[needed == 0] == 0)
        assert np.all((ratio - 1) * needed < x.fte_grid)
        assert np.all(np.where(needed > 0, (ratio - 1) * needed, 0) >= -1e-8 * x.fte_grid)


@given(inputs())
def test_the_three_classes_add_up_to_the_work(x: Inputs) -> None:
    """Every hour is immediate, deferrable or scheduled, of one role, and of one task."""
    made = run_core(x)

    for role in x.roles:
        hours = sum(made[name, role.id] for name in CLASSES)
        tasks = [made["task_hours", task.id] for task in x.tasks if task.role == role.id]
        assert equal(hours, made["work_hours", role.id])
        assert equal(sum(tasks, start=np.zeros(1)), made["work_hours", role.id])


@given(inputs())
def test_what_comes_while_open_and_while_closed_is_all(x: Inputs) -> None:
    """No event is lost at the door: in the queue now, or in the backlog at opening."""
    made = run_core(x)

    for role in x.roles:
        mine = [task for task in x.tasks if task.role == role.id and task.work_class != "scheduled"]
        closed = [made["closed_task_hours", task.id] for task in mine]
        assert equal(sum(closed, start=np.zeros(1)), made["closed_hours", role.id])
        waits = made["immediate_hours", role.id] + made["deferrable_hours", role.id]
        coming = made["unscheduled_load", role.id] * made["open_time"]
        running = made["open_time"] > 0
        left = made["closed_hours", role.id] + coming
        assert equal(np.where(running, left, waits), waits)
    for task in x.tasks:
        if task.work_class == "immediate":
            both = made["queue_task_hours", task.id] + made["closed_task_hours", task.id]
            assert equal(both, made["task_hours", task.id])


@given(inputs())
def test_open_and_closed_hours_are_all_hours_of_the_months_in_operation(x: Inputs) -> None:
    """A year of 52 weeks is open or closed; before anybody joins it is neither."""
    made = run_core(x)

    both = made["open_time"] + made["closed_time"]

    hours = x.hours_per_week * x.opening_weeks * made["centre_open"] * x.period_length
    assert equal(both, hours)


@given(inputs())
def test_the_backlog_gathers_hour_by_hour(x: Inputs) -> None:
    """Work per closed hour, times the closed hours, is the work that comes while closed."""
    made = run_core(x)

    for role in x.roles:
        load, all_closed = made["closed_load", role.id], made["closed_hours", role.id]
        assert equal(load * made["closed_time"], all_closed, scale=np.max(all_closed))
        night, closure = (
            made["backlog_after_night", role.id],
            made["backlog_after_closure", role.id],
        )
        assert equal(night * made["longest_closure"], closure * made["longest_night"])
        assert at_most(night, closure)
        assert at_most(load * made["longest_night"], night)


@given(inputs())
def test_a_backlog_is_gone_when_those_who_are_free_have_worked_it_down(x: Inputs) -> None:
    """While new work comes in: the hours times the spare people are the backlog."""
    made = run_core(x)

    for role in x.roles:
        spare = made["spare_presence", role.id]
        assert np.all(spare >= 0)
        for length in ("night", "closure"):
            backlog = made[f"backlog_after_{length}", role.id]
            worked = made[f"clearing_time_{length}", role.id] * spare
            assert equal(worked, np.where(spare > 0, backlog, 0))


@given(inputs())
def test_the_margin_and_the_time_to_clear_are_the_deadline(x: Inputs) -> None:
    """A deadline is met with the margin to spare, or missed by it."""
    made = run_core(x)

    for task in x.deadlines:
        clearing = made["clearing_time_closure", task.role]
        assert equal(made["deadline_margin", task.id] + clearing, task.deadline, scale=clearing)


@given(inputs())
def test_somebody_always_catches_up_with_the_backlog(x: Inputs) -> None:
    """Positions cover all work, so over the month there are spare people for what came at night."""
    made = run_core(x)

    for role in x.roles:
        backlog = made["closed_hours", role.id] > 1e-6 * made["work_hours", role.id]
        opened = made["open_time"] > 0
        staffed = made["staffed_fte", role.id] > 0
        assert np.all(made["spare_presence", role.id][backlog & opened & staffed] > 0)


def test_nobody_is_to_spare_where_rounding_leaves_a_hair_too_few() -> None:
    """Never fewer than none: a hair below the need is no negative time to clear a backlog."""
    free, needed = np.full((1, 1, 1, 1), 1 - 1e-10), np.ones((1, 1, 1, 1))

    assert np.array_equal(answering.spare_presence(free, needed), np.zeros((1, 1, 1, 1)))


@given(inputs())
def test_those_who_can_answer_are_the_whole_people_not_at_appointments(x: Inputs) -> None:
    """Rounded down: half a person answers nobody."""
    made = run_core(x)

    for role in x.queues:
        free, whole = made["free_presence", role.id], made["answering_positions", role.id]
        assert np.array_equal(whole, np.round(whole))
        assert np.all(whole <= free + 1e-9)
        assert np.all(free - whole < 1)
        busy = made["scheduled_hours", role.id]
        together = (free * made["open_time"]) + busy
        worked = made["staffed_presence", role.id] * made["open_time"]
        assert equal(np.where(made["open_time"] > 0, together, worked), worked, scale=busy)


@given(inputs())
def test_the_positions_meet_the_answering_target(x: Inputs) -> None:
    """Staffed for the target, and the target is met: it is what the positions were for."""
    made = run_core(x)

    for queue in x.queues:
        answered = made["service_level", queue.id]
        anybody = (made["queue_load", queue.id] > 0) & (made["open_time"] > 0)
        enough = made["answering_positions", queue.id] >= made["queue_positions", queue.id]
        assert np.all(enough[anybody])
        assert np.all((answered >= queue.target_share)[anybody])
        assert np.all(answered + made["wait_share", queue.id] >= 1 - HARDLY)


@given(inputs(), st.floats(0, 0.99), st.floats(0.01, 1))
def test_a_stricter_target_never_needs_fewer(x: Inputs, share: float, shorter: float) -> None:
    """A larger share, a shorter wait or a lower occupancy."""
    before = run_core(x)
    stricter = (
        changed(x, lambda a: np.maximum(a, share), "target_share"),
        changed(x, lambda a: a * shorter, "target_wait"),
        changed(x, lambda a: a * max(shorter, 0.1), "most_occupancy"),
    )

    for changed_inputs in stricter:
        after = run_core(changed_inputs)
        for role in x.queues:
            assert at_most(before["queue_positions", role.id], after["queue_positions", role.id])
            assert at_most(before["queue_fte", role.id], after["queue_fte", role.id])
            assert at_most(before["staffed_fte", role.id], after["staffed_fte", role.id])


@given(inputs())
def test_more_present_never_answer_later(x: Inputs) -> None:
    """One more who has to be present: never fewer who answer, never a lower share in time.

    Without a team rule: by that, more of one role means that fewer of another fill up.
    """
    x = replace(x, team_presence=())
    before = run_core(x)
    after = run_core(changed(x, lambda a: a + 1, "minimum_presence"))

    for role in x.roles:
        assert at_most(before["spare_presence", role.id], after["spare_presence", role.id] + HARDLY)
    for queue in x.queues:
        record = queue.id
        assert at_most(before["answering_positions", record], after["answering_positions", record])
        assert at_most(before["service_level", record], after["service_level", record])
        assert at_most(after["wait_share", record], before["wait_share", record])


@given(inputs())
def test_no_work_takes_no_positions_for_work_or_queue(x: Inputs) -> None:
    """Only the presence is left, and nobody waits for anything."""
    made = run_core(changed(x, zero, "hours_per_event"))

    for role in x.roles:
        assert np.all(made["workload_fte", role.id] == 0)
        assert np.all(made["queue_fte", role.id] == 0)
        assert np.all(made["clearing_time_closure", role.id] == 0)
        assert np.array_equal(made["needed_fte", role.id], made["presence_fte", role.id])
        assert np.all(made["workload_decides", role.id] == 0)
        assert np.all(made["queue_decides", role.id] == 0)
    for queue in x.queues:
        assert np.all(made["queue_positions", queue.id] == 0)


@given(inputs())
def test_two_roles_with_one_queue_between_them_never_need_more(x: Inputs) -> None:
    """One queue for all immediate work, by the same target, takes at most what two queues take."""
    if len(x.queues) > 1:
        first, *others = (queue.id for queue in x.queues)
        target = x.queues[0]
        alike = replace(x, queues=tuple(replace(target, id=queue.id) for queue in x.queues))
        each = max(float(np.max(task.hours_per_event)) for task in x.tasks)
        alike = changed(alike, lambda a: np.where(a > 0, each, 0), "hours_per_event")
        of_one = tuple(
            replace(t, role=first if t.work_class == "immediate" else t.role) for t in alike.tasks
        )
        pooled = replace(alike, tasks=of_one, queues=alike.queues[:1])

        apart, together = run_core(alike), run_core(pooled)

        separately = sum(apart["queue_positions", role] for role in (first, *others))
        assert at_most(together["queue_positions", first], separately)


@given(inputs())
def test_a_team_rule_never_lowers_the_presence(x: Inputs) -> None:
    """It fills up one role until enough are present in all, and leaves the others alone."""
    team = x.team_presence or (
        TeamPresence(id=x.roles[0].id, team_presence=np.full((1, 1, 1, 1), 2.0)),
    )
    alone = run_core(replace(x, team_presence=()))
    made = run_core(replace(x, team_presence=team))

    present = sum(made["presence_hours", role.id] for role in x.roles)
    assert at_most(team[0].team_presence * made["open_time"], present)
    for role in x.roles:
        before, after = alone["presence_hours", role.id], made["presence_hours", role.id]
        if role.id == team[0].id:
            assert at_most(before, after)
            missing = team[0].team_presence * made["open_time"] - (present - after)
            assert equal(after, np.maximum(before, missing), scale=present)
        else:
            assert np.array_equal(before, after)


@given(inputs())
def test_twelve_months_are_a_year_when_nothing_changes(x: Inputs) -> None:
    """Positions that stand still for a year cost twelve equal months; hours are of the year."""
    still = changed(x, zero, "population_growth")
    made = run_core(still)
    draws = made["open_time"].shape[-1]
    of_years = made["open_time"].reshape(-1, 12, draws)
    open_all_year = (made["centre_open"].reshape(of_years.shape[0], 12, -1) == 1).all(axis=(1, 2))

    hours = of_years[open_all_year].sum(axis=1)

    expected = np.broadcast_to(made["opening_hours"].reshape(1, -1), hours.shape)
    assert equal(hours, expected)


@given(inputs())
def test_repeated_contacts_are_more_events_of_the_same_length(x: Inputs) -> None:
    """Twice as many contacts an event, or twice the events: the same hours and the same queue."""
    by_repeat = run_core(changed(x, lambda a: a * 2, "repeat_factor"))
    names = ("events_per_patient_time", "events_per_patient", "events_per_time")
    by_events = run_core(changed(x, lambda a: a * 2, *names))

    for role in x.roles:
        for name in ("work_hours", "needed_fte", "closed_load"):
            assert equal(by_repeat[name, role.id], by_events[name, role.id]), name
    for queue in x.queues:
        for name in ("queue_load", "queue_events", "handling_time", "service_level"):
            assert equal(by_repeat[name, queue.id], by_events[name, queue.id]), name


@given(inputs())
def test_people_are_counted_the_same_in_other_units_of_work_and_opening(x: Inputs) -> None:
    """Work, events and opening hours in other units: as many people, and as many in time."""
    factors = dict.fromkeys(BASE, 1.0) | {"work_hour": 2.0**10, "open_hour": 0.5, "event": 8.0}
    before, after = run_core(x), run_core(scaled(x, factors))

    for queue in x.queues:
        for name in ("handlings_in_wait", "service_level", "wait_share"):
            assert np.array_equal(before[name, queue.id], after[name, queue.id]), name
        for name in ("queue_positions", "answering_positions"):
            assert np.array_equal(before[name, queue.id] * 2**11, after[name, queue.id]), name
