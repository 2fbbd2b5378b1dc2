"""Neutral elements: what changes nothing, and what leaves nothing."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from gevinst.axes import Array
from gevinst.core.inputs import Inputs, Role
from gevinst.testing import changed, equal, inputs, run_core, without_effect, worth_per_event

VERY_SHORT = 1e-6
VERY_FAST = 1e6


def zero(array: Array) -> Array:
    """Zero everywhere."""
    return np.zeros_like(array)


@given(inputs())
def test_without_effect_the_gain_is_minus_the_cost(x: Inputs) -> None:
    """A service that changes nothing gains nothing: each municipality is left with its charge."""
    made = run_core(without_effect(x))

    for line in x.benefits:
        assert np.all(made["line_benefit", line.id] == 0)
    net = made["municipality_net_cash", "municipality:cash"]
    assert np.array_equal(net, -made["charge_year"])


@given(inputs())
def test_what_is_not_realised_is_not_gained(x: Inputs) -> None:
    """Nothing realised, nothing gained, but harm in full; all realised, the whole effect."""
    x = changed(x, zero, "realisation_delay")
    nothing = run_core(changed(x, zero, "realisation_share"))
    everything = run_core(changed(x, np.ones_like, "realisation_share"))

    for line in x.benefits:
        whole = everything["line_benefit", line.id]
        assert np.array_equal(nothing["line_benefit", line.id], np.minimum(whole, 0))
        change = everything.argument("changed_events", line.id)
        assert equal(whole, -change * worth_per_event(x, everything, line.id))


@given(inputs())
def test_a_half_realised_gain_is_half_the_gain(x: Inputs) -> None:
    """The realised share of a gain is gained; of harm nobody is spared any."""
    whole = run_core(changed(x, np.ones_like, "realisation_share"))
    half = run_core(changed(x, lambda a: np.full_like(a, 0.5), "realisation_share"))

    for line in x.benefits:
        gain = whole["line_benefit", line.id]
        assert np.array_equal(half["line_benefit", line.id], np.where(gain > 0, gain / 2, gain))


@given(inputs())
def test_inclusion_of_all_without_anybody_leaving_ends_with_all(x: Inputs) -> None:
    """Target 1, no ramp, quick recruitment, nobody stops: all who are eligible are followed."""
    x = changed(x, np.ones_like, "inclusion_share", "ramp_steepness")
    x = changed(x, lambda a: np.full_like(a, VERY_FAST), "recruitment_rate", "mean_stay")
    x = changed(x, lambda a: np.full_like(a, VERY_SHORT), "ramp_time")
    x = replace(changed(x, zero, "dropout_rate"), ramp_curve="linear")

    made = run_core(x)

    everybody = made["eligible_patients"] * made["joined"]
    assert equal(made["active_patients"], everybody, within=1e-6)


@given(inputs())
def test_without_inclusion_nobody_is_new(x: Inputs) -> None:
    """No target, no new patients, and none at all where there were none."""
    made = run_core(changed(x, zero, "inclusion_share", "opening_patients"))

    assert np.all(made["starts"] == 0)
    assert np.all(made["patient_time"] == 0)
    assert np.all(made["patients_per_fte"] == 0)
    assert np.all(made["cost_per_patient_time"] == 0)


@given(inputs())
def test_without_funding_the_municipalities_pay_all(x: Inputs) -> None:
    """No contributions: what is to be split is the cost."""
    made = run_core(replace(x, contributions=()))

    assert np.array_equal(made["net_cost"], made["total_cost"])
    assert np.all(made["total_funding"] == 0)


@given(inputs(paying=1))
def test_one_that_is_alone_pays_all(x: Inputs) -> None:
    """A single partner pays what is left of the cost, by whatever key."""
    made = run_core(x)

    assert equal(made["charge"], made["net_cost"])


@given(inputs())
def test_one_that_is_alone_in_a_month_pays_the_month(x: Inputs) -> None:
    """By keys of the month, the only member of a month pays all of it."""
    made = run_core(replace(x, keys=tuple(replace(key, window="month") for key in x.keys)))
    joined = made["joined"]
    alone = np.broadcast_to(joined.sum(axis=1, keepdims=True) == 1, joined.shape) & (joined == 1)

    left = np.broadcast_to(made["net_cost"], made["charge"].shape)

    assert equal(np.where(alone, made["charge"], left), left)


@given(inputs())
def test_a_neutral_task_line_and_benefit_change_nothing(x: Inputs) -> None:
    """Work that takes no time, a line that costs nothing and a gain of nothing are free."""
    x = changed(x, zero, "hours_per_event", "kits_per_patient", "amount_per_year", "vat_rate")
    bare = replace(x, tasks=())

    assert np.array_equal(run_core(x)["total_cost"], run_core(bare)["total_cost"])


@given(inputs())
def test_recovered_vat_costs_nothing(x: Inputs) -> None:
    """VAT counts as far as it is not recovered; what is recovered is no cost."""
    free = run_core(changed(x, zero, "vat_rate"))
    recovered = run_core(changed(x, zero, "vat_not_recovered_share"))

    assert np.array_equal(free["total_cost"], recovered["total_cost"])


@given(inputs())
def test_vat_that_is_not_recovered_comes_on_top(x: Inputs) -> None:
    """A line with VAT at one quarter, none recovered, costs a quarter more."""
    without = run_core(changed(x, zero, "vat_rate"))
    on_top = changed(x, lambda a: np.full_like(a, 0.25), "vat_rate")

    made = run_core(changed(on_top, np.ones_like, "vat_not_recovered_share"))

    for line in x.lines:
        assert equal(made["line_cost", line.id], 1.25 * without["line_cost", line.id])


@given(inputs())
def test_without_growth_every_year_is_the_first(x: Inputs) -> None:
    """No growth: inhabitants and wages stay what they are."""
    made = run_core(changed(x, zero, "population_growth", "real_wage_growth"))

    assert np.all(made["inhabitants"] == x.population)
    assert np.all(made["wage_index"] == 1)


@given(inputs())
def test_growth_is_by_the_same_share_every_year(x: Inputs) -> None:
    """Inhabitants and wages grow in January, by the share that the project states."""
    made = run_core(x)
    grown = made["inhabitants"][:, :, ::12]

    assert equal(grown[:, :, 1:], grown[:, :, :-1] * (1 + x.population_growth))
    assert equal(grown[:, :, :1], x.population)
    wages = made["wage_index"][:, :, ::12]
    assert equal(wages[:, :, 1:], wages[:, :, :-1] * (1 + x.real_wage_growth))
    years = np.arange(x.frame.years).reshape(1, 1, -1, 1) + x.price_year_gap
    assert equal(wages, (1 + x.real_wage_growth) ** years)


@given(inputs())
def test_a_position_costs_its_wage_with_what_comes_on_top(x: Inputs) -> None:
    """Wage and pension with payroll tax on both, then other on-costs, free of the tax."""
    made = run_core(x)

    for role in x.roles:
        pension = role.annual_wage * role.pension_share
        tax = x.payroll_tax_rate * role.annual_wage + x.payroll_tax_rate * pension
        on_top = pension + tax + role.other_on_costs
        assert equal(made["cost_per_fte", role.id], role.annual_wage + on_top)


@given(inputs())
def test_a_role_that_nobody_needs_costs_nothing(x: Inputs) -> None:
    """No tasks, no presence: no positions and no cost."""
    unused = tuple(replace(role, minimum_presence=zero(role.minimum_presence)) for role in x.roles)

    made = run_core(replace(x, roles=unused, tasks=(), team_presence=(), deadlines=()))

    for role in x.roles:
        assert isinstance(role, Role)
        assert np.all(made["staffed_fte", role.id] == 0)
        assert np.all(made["line_cost", role.id] == 0)


@given(inputs())
def test_what_has_no_price_is_realised_in_its_share(x: Inputs) -> None:
    """Only what is harm by its price comes in full; a change without a price is neither."""
    free = run_core(changed(x, zero, "unit_value"))

    for line in x.realisations:
        if line.fewer_is_better:
            continue
        share = line.realisation_share
        realised = free["changed_events", line.id] * share
        if line.delayed:
            realised = realised * free["gain_time_share", line.id]
        assert np.array_equal(free["realised_events", line.id], realised)
        assert np.all(free["line_benefit", line.id] == 0)
