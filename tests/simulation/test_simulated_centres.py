"""The three example centres against an independent simulation, each claim under its own conditions.

December of the second year, the nurses. 26 claims share one false-alarm rate of 1 in 10,000
(Bonferroni: each t-interval at 1 - 1e-4/26), and the seeds are fixed, so a failure is a change.
With GEVINST_LONG=1 everything is ten times as long and the intervals a third as wide.

What the assumptions are worth, from longer runs (18,000 callers and 100 weekends each):

========================================================== ========== ========== ==========
share answered within 60 open minutes                      nord-troms hallingdal       mila
========================================================== ========== ========== ==========
the model: callers interrupt deferrable work                   99.98 %    99.97 %    99.64 %
nobody interrupts, only the work that comes in open hours      99.5 %     99.2 %     95.3 %
urgent work in order of arrival, the night's first             98.4 %     97.6 %     83.8 %
the same, with the night's own, whose wait begins at opening     90.4 %     86.7 %     60.9 %
open hours to clear a weekend: the model                          3.3        4.4       16.8
whole people, until the weekend's own work is done                3.5        4.5       16.8
whole people and the work of the nights, until all is done        3.7        4.9       49.2
========================================================== ========== ========== ==========
"""

from __future__ import annotations

import os
from collections.abc import Callable

import numpy as np
import pytest
from simulated_centre import (
    Centre,
    Interval,
    answered_behind_the_night,
    backlog,
    centre_of,
    clearing_by_whole_people,
    clearing_time,
    interval,
    overloaded_share,
    waits,
    waits_beside,
    waits_in_a_backlog,
)

import gevinst
from gevinst import queueing
from gevinst.assemble import assemble
from gevinst.core.ledger import Ledger
from gevinst.testing import changed, run_core

LONG = 10 if os.environ.get("GEVINST_LONG") else 1
EXAMPLES = ("nord-troms", "hallingdal", "mila")
CLAIMS = 26
DECEMBER, NURSE = 23, "sykepleier"
REPLICATIONS, CALLS = 20, 1200 * LONG
CLOSURES, DAYS = 500 * LONG, 20
BUSY = 0.04
"""Variance of the busy-day factor: a day in three differs by more than a fifth."""

MANY = 12
"""Times as many patients in the centre that has several people to answer."""

Claim = Callable[[str], float]


def run_of(name: str, *, times: int = 1) -> tuple[Centre, Claim]:
    """The centre that a simulation sees, and what the run says of it."""
    x = assemble(gevinst.example(name)).inputs
    x = changed(x, lambda a: a * times, "eligible_per_inhabitant", "eligible_count")
    made: Ledger = run_core(x)

    def says(quantity: str) -> float:
        of_months = made[quantity, NURSE][0, 0, :, 0]
        return float(of_months[DECEMBER if of_months.size > 1 else 0])

    return centre_of(x, made, NURSE, DECEMBER), says


@pytest.fixture(scope="module", params=EXAMPLES)
def centre(request: pytest.FixtureRequest) -> tuple[Centre, Claim]:
    """Each of the example centres."""
    return run_of(request.param)


def shares(replications: list[np.ndarray], at_least: float) -> Interval:
    """Interval of the share whose wait is longer than that."""
    return interval([float(np.mean(found > at_least)) for found in replications], CLAIMS)


def simulated(centre: Centre, people: int, seed: int) -> list[np.ndarray]:
    """Replications of the queue alone, in open hours that never end."""
    hours = CALLS / centre.calls
    return [waits(centre, people, hours, seed + n) for n in range(REPLICATIONS)]


def test_callers_wait_as_often_as_in_an_open_hour_that_never_ends(
    centre: tuple[Centre, Claim],
) -> None:
    """Share who wait and share answered in time; the interval can tell one person more."""
    it, says = centre

    found = simulated(it, it.answering, seed=1)

    assert shares(found, 1e-9).holds(says("wait_share"))
    assert shares(found, it.within).holds(1 - says("service_level"))
    one_more = queueing.erlang_c(it.answering + 1, says("queue_load"))
    assert not shares(found, 1e-9).holds(one_more)


def test_so_do_they_where_the_target_takes_several_people() -> None:
    """Mila with twelve times as many patients: the people whom the target takes, and it is met."""
    it, says = run_of("mila", times=MANY)
    people, load = round(says("queue_positions")), says("queue_load")

    found = simulated(it, people, seed=100)

    assert people > load > people - 1 > 1
    level = queueing.service_level(people, load, it.handling, it.within)
    assert shares(found, 1e-9).holds(queueing.erlang_c(people, load))
    assert shares(found, it.within).holds(1 - level)
    assert level >= says("target_share")


def test_a_backlog_gathers_while_the_centre_is_closed(centre: tuple[Centre, Claim]) -> None:
    """Hours of work at opening, after a night and after a weekend."""
    it, says = centre
    generator = np.random.default_rng(2)

    night = [backlog(it, it.night, generator) for _ in range(CLOSURES)]
    weekend = [backlog(it, it.closure, generator) for _ in range(CLOSURES)]

    assert interval(night, CLAIMS).holds(says("backlog_after_night"))
    assert interval(weekend, CLAIMS).holds(says("backlog_after_closure"))
    assert not interval(weekend, CLAIMS).holds(says("backlog_after_night"))


def test_the_weekend_is_cleared_when_all_who_are_free_share_the_work(
    centre: tuple[Centre, Claim],
) -> None:
    """The fluid's mean is exact where work can be shared and the clock only runs in open hours."""
    it, says = centre
    generator = np.random.default_rng(3)

    found = [
        clearing_time(it, backlog(it, it.closure, generator), generator) for _ in range(CLOSURES)
    ]

    assert interval(found, CLAIMS).holds(says("clearing_time_closure"))
    assert not interval(found, CLAIMS).holds(says("clearing_time_night"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_days_with_more_work_than_staff_are_as_many_as_counted(name: str) -> None:
    """Contacts at random with random times, with quiet and busy days and without."""
    results = gevinst.run(gevinst.example(name))
    days = gevinst.staffing.overload(results, by="month", daily_variation=BUSY)
    of_nurses = days[days["role"] == NURSE].set_index("quantity")["value"]
    it, says = run_of(name)
    generator = np.random.default_rng(6)

    for quantity, variance in (("overload_share", 0.0), ("overload_share_varying", BUSY)):
        counted = of_nurses[quantity].iloc[DECEMBER]
        found = [
            overloaded_share(it, says("staffed_presence"), 5000 * LONG, variance, generator)
            for _ in range(REPLICATIONS)
        ]
        assert interval(found, CLAIMS).holds(counted), quantity


def test_interrupting_is_what_the_service_level_rests_on(centre: tuple[Centre, Claim]) -> None:
    """Beside deferrable work callers wait as if there were none, but only if they interrupt it."""
    it, says = centre
    hours = CALLS / it.calls / 3
    runs = range(REPLICATIONS // 4)

    yes = [waits_beside(it, it.answering, hours, n, interrupting=True) for n in runs]
    no = [waits_beside(it, it.answering, hours, n, interrupting=False) for n in runs]

    assert shares(yes, 1e-9).holds(says("wait_share"))
    waiting, late = (np.mean([np.mean(found > t) for found in no]) for t in (1e-9, it.within))
    assert waiting > 1.5 * says("wait_share")
    assert 1 - says("service_level") < late < 0.1


def test_while_a_backlog_is_worked_down_nearly_everybody_waits_without_interrupting(
    centre: tuple[Centre, Claim],
) -> None:
    """The worst of it: always more to do, and nobody puts it down. Nine in ten are in time."""
    it, says = centre

    found = waits_in_a_backlog(it, it.answering, 2 * CALLS, np.random.default_rng(4))

    assert np.mean(found > 1e-9) > 0.99
    assert 0.88 < np.mean(found <= it.within) < says("service_level")


def test_whole_people_and_the_nights_between_take_longer_than_the_fluid() -> None:
    """Hardly longer where a weekend is cleared in a day, thrice as long where it is not."""
    longer = {}
    for name in EXAMPLES:
        it, says = run_of(name)
        generator = np.random.default_rng(5)
        times = [clearing_by_whole_people(it, DAYS, generator) for _ in range(20 * LONG)]
        own, everything = np.mean(times, axis=0) / says("clearing_time_closure")
        assert 0.8 < own < 1.4, name
        longer[name] = everything

    assert 1 < longer["nord-troms"] < 1.5
    assert 1 < longer["hallingdal"] < 1.5
    assert longer["mila"] > 2


def test_callers_of_the_night_stand_ahead_of_those_of_the_day() -> None:
    """Where urgent work is taken in order, fewer are in time than said; at Mila too few."""
    in_time = {}
    for name in EXAMPLES:
        it, says = run_of(name)
        in_time[name] = answered_behind_the_night(it, 300 * LONG, np.random.default_rng(6))
        assert in_time[name][0] < says("service_level") - 0.01, name
        assert in_time[name][1] < in_time[name][0] - 0.05, name

    assert in_time["mila"][0] < 0.9
    assert in_time["mila"][1] < 0.7
