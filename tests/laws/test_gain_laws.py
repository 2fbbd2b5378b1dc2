"""Gains: who receives changes no total, work adds up, and months add up to their year."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger
from gevinst.core.model import MUNICIPALITY_ACTOR, other_actors
from gevinst.running import run
from gevinst.schema import Project
from gevinst.testing import equal, inputs, projects, run_core

MONTHLY = ("baseline_events", "changed_events", "realised_events", "line_benefit", "freed_hours",
           "benefit_average", "line_payment", "profession_hours", "profession_time",
           "gain_by_place")  # fmt: skip


def gained(made: Ledger, benefit_class: str) -> float:
    """Gains of one class, of everybody."""
    return sum(
        float(array.sum())
        for (name, record), array in made.values.items()
        if name in {"municipality_gain", "actor_gain"} and record.endswith(f":{benefit_class}")
    )


@given(inputs())
def test_swapping_who_receives_moves_the_gain_and_changes_no_total(x: Inputs) -> None:
    """Given to another, a line is worth what it was, and nobody else's line is touched."""
    made = run_core(x)
    actors = (MUNICIPALITY_ACTOR, *other_actors(x))

    for line in x.benefits:
        if line.benefit_class == "transfer" or len(actors) == 1:
            continue
        other = next(actor for actor in actors if actor != line.receiver)
        moved = tuple(replace(b, receiver=other) if b.id == line.id else b for b in x.benefits)
        after = run_core(replace(x, benefits=moved))
        size = sum(np.abs(made["line_benefit", b.id]).sum() for b in x.benefits)

        for benefit in x.benefits:
            worth = after["line_benefit", benefit.id]
            assert np.array_equal(worth, made["line_benefit", benefit.id])
        before, now = (gained(m, line.benefit_class) for m in (made, after))
        assert equal(np.array(now), np.array(before), scale=size)


@given(inputs())
def test_one_line_alone_and_the_others_are_all_of_them(x: Inputs) -> None:
    """Every class without a line, and that line alone, add up to the class."""
    made = run_core(x)
    size = sum(np.abs(made["line_benefit", b.id]).sum() for b in x.benefits)

    for line in x.benefits[:2]:
        alone = run_core(replace(x, benefits=(line,)))
        others = run_core(replace(x, benefits=tuple(b for b in x.benefits if b is not line)))
        for of_class in {b.benefit_class for b in x.benefits}:
            parts = gained(alone, of_class) + gained(others, of_class)
            assert equal(np.array(parts), np.array(gained(made, of_class)), scale=size)


@given(inputs())
def test_the_class_picks_one_of_the_three_values_of_a_bed_day(x: Inputs) -> None:
    """What counts is one of the three that are shown, and no mixture of them."""
    made = run_core(x)

    for worth in x.worths:
        if hasattr(worth, "counted"):
            counted = made[f"benefit_{worth.counted}", worth.id]
            assert np.array_equal(made["line_benefit", worth.id], counted)


@given(inputs())
def test_hours_of_professions_are_those_of_their_lines(x: Inputs) -> None:
    """Hours are freed once; over net hours they are positions."""
    made = run_core(x)

    for job in x.professions:
        lines = [b.id for b in x.benefits if b.profession == job.id]
        if not lines:
            assert ("profession_hours", job.id) not in made.values
            continue
        hours = sum(made["freed_hours", line].sum(axis=(0, 1), keepdims=True) for line in lines)
        size = sum(np.abs(made["freed_hours", line]).sum() for line in lines)
        assert equal(made["profession_hours", job.id], hours, scale=size)
        positions = made["profession_time", job.id] * job.profession_net_hours
        assert equal(positions, made["profession_hours", job.id], scale=size)


@given(projects())
def test_months_of_gains_add_up_to_their_year(project: Project) -> None:
    """A year's benefit falls on its months, with a delay and without one, and none is lost."""
    results = run(project)

    for name, record in results.ledger.values:
        if name not in MONTHLY:
            continue
        yearly = results.ledger[name, record]
        months = results.rolled(name, record, "month")
        by_year = months.reshape(*months.shape[:2], results.frame.years, 12, -1).sum(axis=3)
        assert equal(by_year, yearly, scale=float(np.abs(months).sum())), (name, record)


@given(projects())
def test_before_the_delay_is_over_there_is_harm_but_no_gain(project: Project) -> None:
    """In a month that ends within the delay nobody has gained anything."""
    results = run(project)
    made = results.ledger

    for line in results.inputs.realisations:
        if not line.delayed:
            continue
        realised = results.rolled("realised_events", line.id, "month")
        early = made["time_since_joining"] <= line.realisation_delay
        full = made["realised_events", line.id] == made["changed_events", line.id]
        gains = np.repeat(~full, 12, axis=2) & np.broadcast_to(early, realised.shape)
        assert np.all(realised[gains] == 0)
