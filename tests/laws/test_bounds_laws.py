"""Bounds: what can never be exceeded, and what can never be negative."""

import numpy as np
from hypothesis import given

from gevinst.axes import Array
from gevinst.catalogue import CATALOGUE
from gevinst.core.inputs import Inputs
from gevinst.testing import changed, equal, inputs, run_core

MAY_BE_NEGATIVE = {
    "effect",
    "change_rate",
    "real_value_growth",
    "freed_hours",
    "freed_hours_all",
    "profession_hours",
    "profession_time",
    "benefit_average",
    "benefit_capacity",
    "benefit_marginal",
    "unit_value",
    "changed_events",
    "realised_events",
    "line_payment",
    "municipality_transfer",
    "actor_transfer",
    "line_benefit",
    "gain_by_place",
    "municipality_gain",
    "actor_gain",
    "municipality_net_cash",
    "actor_net_cash",
    "deadline_margin",
    "corrected_benefit",
    "corrected_payment",
    "corrected_gain_by_place",
    *(
        f"{whose}_{worth}"
        for whose in ("municipality", "actor")
        for worth in (
            "corrected_gain",
            "discounted_gain",
            "present_gain",
            "present_transfer",
            "present_net_cash",
            "tax_financing_cost",
        )
    ),
}
ALMOST = 1e-9
HARDLY = 1e-12


def at_most(a: Array, b: Array) -> bool:
    """Whether `a` never exceeds `b` by more than the last bits."""
    return bool(np.all(a <= b + HARDLY * np.abs(b)))


@given(inputs())
def test_nothing_but_gains_is_negative(x: Inputs) -> None:
    """No negative patients, hours, positions, costs, contributions or charges."""
    made = run_core(x)

    for (name, record), array in made.values.items():
        if name not in MAY_BE_NEGATIVE:
            size = float(np.max(np.abs(array)))
            assert np.all(array >= -HARDLY * size), (name, record)


@given(inputs())
def test_a_share_lies_between_zero_and_one(x: Inputs) -> None:
    """Every quantity that is a share is one."""
    made = run_core(x)

    for (name, record), array in made.values.items():
        if CATALOGUE[name].kind == "share" and name != "key_weight_total":
            assert np.all(array >= 0), (name, record)
            assert at_most(array, np.ones(1)), (name, record)


@given(inputs())
def test_no_more_patients_than_are_eligible(x: Inputs) -> None:
    """However many there were at the start."""
    made = run_core(x)

    assert np.all(made["active_patients"] <= made["eligible_patients"])
    assert at_most(made["target_patients"], made["eligible_patients"])


@given(inputs())
def test_nobody_is_followed_where_nobody_takes_part(x: Inputs) -> None:
    """Before joining, and after leaving, a municipality has no patients, and aims at none."""
    made = run_core(x)
    outside = np.broadcast_to(made["joined"] == 0, made["active_patients"].shape)

    assert np.all(made["active_patients"][outside] == 0)
    assert np.all(made["target_patients"][outside] == 0)


@given(inputs())
def test_taking_part_is_from_the_month_of_joining_until_that_of_leaving(x: Inputs) -> None:
    """The month of joining counts; the month of leaving does not."""
    made = run_core(x)
    start = x.period_start

    inside = (start >= x.joining_time) & (start < x.leaving_time)

    assert np.array_equal(made["joined"], np.broadcast_to(inside, made["joined"].shape))
    assert np.array_equal(made["centre_open"] > 0, made["joined"].sum(axis=1, keepdims=True) > 0)
    assert np.all(np.isin(made["centre_open"], (0, 1)))


@given(inputs())
def test_inclusion_never_passes_its_target_by_recruiting(x: Inputs) -> None:
    """Recruiting stops at the target: who is above it was there before."""
    made = run_core(x)

    reached = made["remaining_patients"] + made["starts"]

    assert at_most(reached, np.maximum(made["target_patients"], made["remaining_patients"]))


@given(inputs())
def test_positions_cover_the_need_by_less_than_one_step_too_much(x: Inputs) -> None:
    """Positions come in steps: as few as cover both the work and the presence."""
    made = run_core(x)

    for role in x.roles:
        needed, staffed = made["needed_fte", role.id], made["staffed_fte", role.id]
        step = x.fte_grid
        steps = staffed / step
        assert np.all(needed >= made["workload_fte", role.id])
        assert np.all(needed >= made["presence_fte", role.id])
        assert np.all(staffed >= needed - ALMOST * step * 2)
        assert np.all(staffed < needed + step)
        assert equal(steps, np.round(steps))


@given(inputs())
def test_contributions_never_exceed_the_cost_or_what_was_offered(x: Inputs) -> None:
    """More money than the service costs is not given, and never more than offered."""
    made = run_core(x)

    assert at_most(made["total_funding"], made["total_cost"])
    for source in x.contributions:
        assert at_most(made["funding", source.id], made["funding_offered", source.id])


@given(inputs())
def test_contributions_below_the_cost_are_given_in_full(x: Inputs) -> None:
    """They are cut down only where all of them together exceed the cost, and then alike."""
    made = run_core(x)
    enough = made["total_funding_offered"] <= made["total_cost"]

    for source in x.contributions:
        offered = made["funding_offered", source.id]
        full = np.where(enough, made["funding", source.id], offered)
        assert equal(full, offered)


@given(inputs())
def test_a_contribution_runs_from_its_first_month_through_its_last(x: Inputs) -> None:
    """Outside its months a contributor offers nothing."""
    made = run_core(x)
    start = x.period_start

    for source in x.contributions:
        window = (start >= source.funding_start) & (start < source.funding_end)
        offered = made["funding_offered", source.id]
        assert np.all(offered[~np.broadcast_to(window, offered.shape)] == 0)


@given(inputs())
def test_an_effect_removes_no_more_than_there_was(x: Inputs) -> None:
    """A benefit line cannot prevent more events than there would have been."""
    made = run_core(x)

    for line in x.changes:
        assert np.all(made["changed_events", line.id] >= -made["baseline_events", line.id])


@given(inputs())
def test_a_one_off_amount_falls_due_once(x: Inputs) -> None:
    """It is paid in full, in one month."""
    made = run_core(x)

    for line in x.lines:
        if hasattr(line, "one_off_amount"):
            assert made["falls_due", line.id].sum() == made["falls_due", line.id].shape[3]
            paid = made["line_cost", line.id].sum(axis=2, keepdims=True)
            vat = 1 + line.vat_rate * line.vat_not_recovered_share
            assert equal(paid, line.one_off_amount * vat)


@given(inputs())
def test_the_ramp_never_falls_and_never_passes_the_target(x: Inputs) -> None:
    """Month by month a municipality aims at as much as before, or more."""
    ramp = run_core(x)["ramp_share"]

    assert np.all(np.diff(ramp, axis=2) >= -HARDLY)
    assert np.all(ramp <= 1)


@given(inputs())
def test_patients_at_the_start_do_not_count_before_their_municipality_joins(x: Inputs) -> None:
    """Whoever is put in for a municipality that joins later is not followed, now or then."""
    made = run_core(changed(x, lambda patients: patients + 5, "opening_patients"))
    outside = np.broadcast_to(made["joined"] == 0, made["active_patients"].shape)

    assert np.all(made["active_patients"][outside] == 0)


@given(inputs())
def test_even_a_very_large_effect_removes_no_more_than_there_was(x: Inputs) -> None:
    """An effect below minus one, as a draw may have, prevents every event and not one more."""
    large = changed(x, lambda effect: np.full_like(effect, -3), "effect")
    made = run_core(changed(large, lambda rate: np.full_like(rate, -1e9), "change_rate"))

    for line in x.changes:
        if hasattr(line, "hours_after"):
            continue
        assert np.array_equal(made["changed_events", line.id], -made["baseline_events", line.id])


@given(inputs())
def test_of_new_patients_no_more_than_all_are_left_however_long_they_stay(x: Inputs) -> None:
    """A stay without end, at which the last bits of the rates run out, keeps all and not more."""
    for stay in (1e9, 1e12, 1.04e15, 1e18):
        endless = changed(x, lambda a, stay=stay: np.full_like(a, stay), "mean_stay")
        made = run_core(changed(endless, np.zeros_like, "dropout_rate"))

        assert np.all(made["keep_share_of_new"] <= 1)


@given(inputs())
def test_of_nothing_no_share_is_funded(x: Inputs) -> None:
    """Where there is no cost, or no offer, the rates of funding are zero."""
    made = run_core(x)

    nothing_offered = made["total_funding_offered"] == 0
    assert np.all(made["funding_used_share"][nothing_offered] == 0)
    for source in x.contributions:
        rate = made["funding_rate_year", source.id]
        no_cost = made["fundable_cost_year", source.id] == 0
        assert np.all(rate[np.broadcast_to(no_cost, rate.shape)] == 0)
