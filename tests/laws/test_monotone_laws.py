"""Monotone: more of this is never less of that."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from gevinst.axes import Array
from gevinst.core.inputs import ChangeOfHours, Inputs
from gevinst.testing import PRICES, changed, equal, inputs, run_core, worth_per_event

HARDLY = 1e-12


def at_most(a: Array, b: Array) -> bool:
    """Whether `a` never exceeds `b` by more than the last bits."""
    return bool(np.all(a <= b + HARDLY * np.abs(b)))


def up(array: Array) -> Array:
    """Half as much again."""
    return array * 1.5


def down(array: Array) -> Array:
    """A third less."""
    return array * (2 / 3)


@given(inputs())
def test_higher_wages_never_lower_a_charge(x: Inputs) -> None:
    """Wage, pension, tax and on-costs all come to the municipalities in the end."""
    charge = run_core(x)["charge"]

    for name in ("annual_wage", "pension_share", "other_on_costs"):
        assert at_most(charge, run_core(changed(x, up, name))["charge"])
    assert at_most(charge, run_core(changed(x, lambda a: a + 0.1, "payroll_tax_rate"))["charge"])


@given(inputs())
def test_higher_prices_never_lower_the_cost(x: Inputs) -> None:
    """Nor do higher prices of anything else, VAT, or a shorter lifetime without a stock."""
    cost = run_core(x)["total_cost"]
    prices = ("amount_per_year", "amount_per_patient_time", "kit_price", "one_off_amount")

    for name in (*prices, "kits_per_patient", "vat_rate", "vat_not_recovered_share"):
        assert at_most(cost, run_core(changed(x, up, name))["total_cost"]), name
    plain = replace(x, kit_stocks=())
    shorter = changed(plain, down, "kit_lifetime")
    assert at_most(run_core(plain)["total_cost"], run_core(shorter)["total_cost"])


@given(inputs())
def test_more_leaving_never_means_more_patients(x: Inputs) -> None:
    """More dropout or a shorter stay: never more patients in any month."""
    active = run_core(x)["active_patients"]
    more_dropout = changed(x, lambda rate: rate + 0.1, "dropout_rate")

    assert at_most(run_core(more_dropout)["active_patients"], active)
    assert at_most(run_core(changed(x, down, "mean_stay"))["active_patients"], active)


@given(inputs())
def test_dropout_and_mean_stay_move_the_active_patients(x: Inputs) -> None:
    """They do so strictly, wherever there was anybody to lose and the eligible do not bind."""
    made = run_core(x)
    active = made["active_patients"]
    before = made.argument("carried_patients_before", "")
    moving = (before > 0) & (made["joined"] > 0) & (active < made["eligible_patients"])

    more_dropout = run_core(changed(x, lambda rate: rate + 0.1, "dropout_rate"))
    shorter_stay = run_core(changed(x, down, "mean_stay"))

    for changed_run in (more_dropout, shorter_stay):
        assert np.all((changed_run["active_patients"] < active) | ~moving)


@given(inputs())
def test_more_to_include_never_means_fewer_patients(x: Inputs) -> None:
    """More eligible, a higher target, quicker recruitment, a shorter ramp: never fewer."""
    active = run_core(x)["active_patients"]
    up_names = ("inclusion_share", "eligible_per_inhabitant", "eligible_count", "population",
                "recruitment_rate", "opening_patients")  # fmt: skip

    for name in up_names:
        assert at_most(active, run_core(changed(x, up, name))["active_patients"]), name
    assert at_most(active, run_core(changed(x, down, "ramp_time"))["active_patients"])


@given(inputs())
def test_joining_later_never_means_more_patients(x: Inputs) -> None:
    """Half a year later in: never more patients in any month."""
    active = run_core(x)["active_patients"]
    later = run_core(changed(x, lambda time: time + 0.5, "joining_time"))

    assert at_most(later["active_patients"], active)


@given(inputs())
def test_a_larger_load_never_needs_fewer_staff(x: Inputs) -> None:
    """More events, longer ones, more by hand, more presence, or fewer hours in a position.

    Without a role that fills up: it needs fewer where more of the others are present.
    """
    x = replace(x, team_presence=())
    made = run_core(x)
    names = ("hours_per_event", "events_per_patient_time", "events_per_patient", "events_per_time",
             "manual_share", "minimum_presence")  # fmt: skip

    for larger in [
        *(changed(x, up, name) for name in names),
        changed(x, down, "net_hours_per_fte"),
    ]:
        more = run_core(larger)
        for role in x.roles:
            assert at_most(made["needed_fte", role.id], more["needed_fte", role.id])
            assert at_most(made["staffed_fte", role.id], more["staffed_fte", role.id])


@given(inputs())
def test_longer_opening_hours_never_need_fewer_staff_where_nobody_waits_for_an_answer(
    x: Inputs,
) -> None:
    """With a queue they may: the same callers over more hours can be answered by fewer people."""
    unhurried = replace(x, queues=())
    made = run_core(unhurried)

    for longer in (
        changed(unhurried, up, "closes"),
        changed(unhurried, down, "opens"),
        changed(unhurried, down, "closed_days"),
    ):
        more = run_core(longer)
        for role in x.roles:
            assert at_most(made["staffed_fte", role.id], more["staffed_fte", role.id])


@given(inputs())
def test_more_funding_never_raises_a_charge(x: Inputs) -> None:
    """A larger contribution never costs the municipalities anything, and a longer one is larger."""
    made = run_core(x)

    for name in ("funding_per_year", "funding_share"):
        assert at_most(run_core(changed(x, up, name))["charge"], made["charge"])
    longer = run_core(changed(x, lambda time: time + 0.5, "funding_end"))
    for source in x.contributions:
        promised = "funding_granted_year", source.id
        assert at_most(made[promised], longer[promised])


@given(inputs())
def test_a_larger_effect_never_makes_a_good_thing_less_worth(x: Inputs) -> None:
    """Where fewer events are worth something, preventing more of them is worth no less."""
    x = changed(x, np.abs, "unit_value")
    prevents = changed(x, lambda effect: -np.abs(effect), "effect", "change_rate")
    growing = tuple(
        replace(line, hours_before=line.hours_before + line.hours_after)
        if isinstance(line, ChangeOfHours)
        else line
        for line in prevents.changes
    )
    prevents = replace(prevents, changes=growing)
    made = run_core(prevents)

    for name in ("effect", "change_rate", "realisation_share", *PRICES, "contact_time",
                 "baseline_rate", "hours_before"):  # fmt: skip
        more = run_core(changed(prevents, up, name))
        for line in x.benefits:
            assert at_most(made["line_benefit", line.id], more["line_benefit", line.id]), name


@given(inputs())
def test_fewer_events_are_a_gain_and_more_are_a_loss(x: Inputs) -> None:
    """The sign of a benefit is that of what it prevents times what that is worth."""
    made = run_core(x)

    for line in x.benefits:
        change = made.argument("changed_events", line.id)
        worth = -change * worth_per_event(x, made, line.id)
        share = made.argument("realisation_share", line.id)
        loop = line.id.partition("/")[0]
        if ("gain_time_share", loop) in made.values:
            share = share * made["gain_time_share", loop]
        realised = np.where(worth > 0, worth * share, worth)
        assert equal(made["line_benefit", line.id], realised)


@given(inputs())
def test_a_longer_delay_never_makes_a_gain_larger_and_spares_nobody_harm(x: Inputs) -> None:
    """Gains count later, the longer the delay; harm counts in full and at once all the same."""
    made = run_core(x)

    later = run_core(changed(x, lambda time: time + 0.5, "realisation_delay"))

    for line in x.benefits:
        now = made["line_benefit", line.id]
        assert at_most(later["line_benefit", line.id], now)
        harm = np.minimum(now, 0)
        assert np.array_equal(np.minimum(later["line_benefit", line.id], 0), harm)


@given(inputs(paying=3))
def test_more_inhabitants_never_lower_ones_own_share(x: Inputs) -> None:
    """By whatever key, whoever grows bears no smaller share, and nobody else a larger one."""
    larger = x.population.copy()
    larger[:, 0] *= 2
    before = run_core(x)["allocation_share"]

    after = run_core(replace(x, population=larger))["allocation_share"]

    assert at_most(before[:, :1], after[:, :1])
    assert at_most(after[:, 1:], before[:, 1:])


@given(inputs())
def test_positions_follow_the_largest_of_work_target_and_presence(x: Inputs) -> None:
    """The need is one of the three, never a sum: who is present answers and does the work."""
    made = run_core(x)

    for role in x.roles:
        needs = [made[name, role.id] for name in ("workload_fte", "queue_fte", "presence_fte")]
        assert np.array_equal(made["needed_fte", role.id], np.max(np.stack(needs), axis=0))
