"""Time: months add up to years, and where the horizon begins is only where we begin to count."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from gevinst.axes import PERIOD, Array
from gevinst.catalogue import CATALOGUE
from gevinst.core.inputs import Inputs, map_arrays
from gevinst.core.ledger import Ledger
from gevinst.testing import changed, equal, inputs, largest, run_core

TIMES = ("joining_time", "leaving_time", "due_time", "funding_start", "funding_end")
LONG_AGO, NEVER = -50.0, 100.0
FROM_YEAR_TO_YEAR = 1e-10


def steady(x: Inputs) -> Inputs:
    """The same service with nothing that changes: everybody in, fully ramped up, no growth."""
    x = changed(x, np.zeros_like, "population_growth", "real_wage_growth")
    x = changed(x, lambda a: np.full_like(a, LONG_AGO), "joining_time", "funding_start")
    x = changed(x, lambda a: np.full_like(a, NEVER), "leaving_time", "funding_end", "due_time")
    leaving = (x.dropout_rate + 1 / x.mean_stay) / 12
    kept, kept_of_new = np.exp(-leaving), -np.expm1(-leaving) / leaving
    reached = 1 - np.exp(-x.recruitment_rate / 12)
    target = (x.population * x.eligible_per_inhabitant + x.eligible_count) * x.inclusion_share
    stock = kept_of_new * reached * target / (1 - kept + kept_of_new * reached * kept)
    return with_kits(replace(x, opening_patients=stock, ramp_curve="linear"), "kits_needed", 0)


def with_kits(x: Inputs, name: str, month: int, made: Ledger | None = None) -> Inputs:
    """The same inputs, owning at the start as many kits as a run has in this month."""
    made = made or run_core(x)
    stocks = (
        replace(stock, opening_kits=made[name, stock.id][:, :, month : month + 1])
        for stock in x.kit_stocks
    )
    return replace(x, kit_stocks=tuple(stocks))


@given(inputs())
def test_twelve_equal_months_are_a_year(x: Inputs) -> None:
    """Where nothing changes every month is the same, and the year is twelve of them."""
    made = run_core(steady(x))

    for (name, record), array in made.values.items():
        entry = CATALOGUE[name]
        if entry.period == "month" and name != "time_since_joining":
            first = array[:, :, :1]
            assert equal(array, first, scale=np.max(np.abs(array)), within=1e-9), (name, record)
    for monthly, yearly in (("charge", "charge_year"), ("total_cost", "total_cost_year")):
        assert equal(made[yearly], 12 * made[monthly][:, :, :1], scale=1, within=1e-9)


@given(inputs())
def test_keys_of_the_month_and_of_the_year_agree_where_nothing_changes(x: Inputs) -> None:
    """The window of a key matters only when the basis moves within the year."""
    x = steady(x)
    by_month = run_core(replace(x, keys=tuple(replace(k, window="month") for k in x.keys)))
    by_year = run_core(replace(x, keys=tuple(replace(k, window="year") for k in x.keys)))

    assert equal(by_month["charge"], by_year["charge"], scale=by_month["net_cost"], within=1e-9)


def from_second_year(x: Inputs, opening: Array) -> Inputs:
    """The same project with its horizon a year later, and a year shorter."""
    months = len(x.frame.months) - 12

    def later(name: str, _record: str, array: Array) -> Array:
        if array.shape[PERIOD] > 1:
            return array[:, :, :months]
        return np.round((array - 1) * 12) / 12 if name in TIMES else array

    frame = replace(x.frame, first_year=x.frame.first_year + 1, years=x.frame.years - 1)
    return replace(
        map_arrays(x, later),
        frame=frame,
        opening_patients=opening,
        population=x.population * (1 + x.population_growth),
        eligible_count=x.eligible_count * (1 + x.population_growth),
        price_year_gap=x.price_year_gap + 1,
    )


@given(inputs(years=3))
def test_a_run_that_begins_a_year_later_goes_on_where_the_other_was(x: Inputs) -> None:
    """Given the patients and kits of December, the years that follow are the same years."""
    whole = run_core(x)
    later = from_second_year(x, whole["carried_patients"][:, :, 11:12])

    rest = run_core(with_kits(later, "kits_owned", 11, whole))

    sizes = largest(whole)
    for (name, record), array in rest.values.items():
        entry = CATALOGUE[name]
        if name in {"opening_stock", "year_number_of_year"} or entry.stage == "economics":
            continue  # counted from where the horizon begins
        expected = whole[name, record][:, :, {"month": 12, "year": 1, "none": 0}[entry.period] :]
        scale = sizes[entry.unit]
        assert equal(array, expected, scale=scale, within=FROM_YEAR_TO_YEAR), (name, record)


@given(inputs(years=2))
def test_what_comes_later_changes_nothing_before(x: Inputs) -> None:
    """The first year of a longer horizon is the year of a shorter one."""
    longer = run_core(x)

    def first(_name: str, _record: str, array: Array) -> Array:
        return array[:, :, :12] if array.shape[PERIOD] > 1 else array

    shorter = run_core(replace(map_arrays(x, first), frame=replace(x.frame, years=1)))

    for (name, record), array in shorter.values.items():
        if CATALOGUE[name].stage == "economics":
            continue  # worth now of all the years
        length = {"month": 12, "year": 1, "none": 1}[CATALOGUE[name].period]
        assert np.array_equal(array, longer[name, record][:, :, :length]), (name, record)


@given(inputs())
def test_a_month_of_follow_up_is_a_twelfth_of_a_patient_year(x: Inputs) -> None:
    """Time under follow-up is counted in years, for those active at the end of each month."""
    made = run_core(x)

    assert equal(made["patient_time"] * 12, made["active_patients"])
    for role in x.roles:
        assert equal(made["staffed_time", role.id] * 12, made["staffed_fte", role.id])


@given(inputs())
def test_half_the_target_is_aimed_at_half_way(x: Inputs) -> None:
    """A linear ramp rises with the time since joining, a logistic one round its middle."""
    made = run_core(x)
    passed = made["time_since_joining"] / x.ramp_time

    if x.ramp_curve == "linear":
        expected = np.clip(passed, 0, 1)
    else:
        against = np.clip(x.ramp_steepness * (1 - passed), -700, 700)  # what exp can carry
        expected = 1 / (1 + np.exp(against))

    assert equal(made["ramp_share"], expected, within=1e-9)


@given(inputs())
def test_in_a_steady_state_the_stock_is_the_flow_times_the_stay(x: Inputs) -> None:
    """Little's law: patients are the new ones a year times the mean time that they are followed."""
    x = steady(x)
    made = run_core(x)
    mean_time = 1 / (x.dropout_rate + 1 / x.mean_stay)

    flow = made["starts"][:, :, :1] * 12

    assert equal(flow * mean_time, made["active_patients"][:, :, :1], within=1e-8)
    assert equal(made["starts"], made["stops"], within=1e-8)


@given(inputs())
def test_all_who_are_followed_stop_in_the_last_month(x: Inputs) -> None:
    """A municipality that leaves has its patients until its last month, and none to carry on."""
    made = run_core(x)
    start, end = x.period_start, x.period_end

    last = (start < x.leaving_time) & (end >= x.leaving_time) & (made["joined"] > 0)

    assert np.array_equal(made["last_month"] > 0, last)
    carried = made["carried_patients"]
    active = np.broadcast_to(made["active_patients"], carried.shape)
    gone = np.broadcast_to(last, carried.shape)
    assert np.array_equal(carried, np.where(gone, 0, active))
