"""Limits on what a partner pays in a year: what one is spared, the others take.

Every limit is a floor and a ceiling for each partner. What all pay together stays what it was:
charges move towards each other's room in proportion to their size, exactly, not by iteration to
a tolerance (`gevinst.core.fitting`). Where no charges can meet floors, ceilings and the total,
what is missing is a quantity of its own, and running such a project is an error.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gevinst.axes import (
    MUNICIPALITY,
    PERIOD,
    Array,
    at_period,
    by_month,
    join_periods,
    per_year,
    safe_ratio,
    total_over,
    working,
)
from gevinst.core.fitting import fitted, spread
from gevinst.formula import formula


@formula()
def time_joined(joined: Array, period_length: Array) -> Array:
    """Time for which the municipality takes part."""
    return joined * period_length


@formula()
def time_joined_year(time_joined: Array) -> Array:
    """Part of the year in which the municipality takes part."""
    return per_year(time_joined)


@formula()
def inhabitant_time(inhabitants: Array, time_joined: Array) -> Array:
    """Inhabitants times the time for which their municipality takes part."""
    return inhabitants * time_joined


@formula()
def inhabitant_time_year(inhabitant_time: Array) -> Array:
    """The same in the year."""
    return per_year(inhabitant_time)


@formula()
def inhabitant_time_total(inhabitant_time_year: Array) -> Array:
    """The same for all municipalities together."""
    return total_over(inhabitant_time_year, MUNICIPALITY)


@formula()
def priced_charge_year(priced_charge: Array) -> Array:
    """What the municipality would pay for the year without limits."""
    return per_year(priced_charge)


@formula()
def wanted_charge_all(wanted_charge: Array) -> Array:
    """What all would pay for the year before the limit."""
    return total_over(wanted_charge, MUNICIPALITY)


@formula()
def mean_charge(wanted_charge_all: Array, inhabitant_time_total: Array) -> Array:
    """Mean charge per inhabitant and year, over all inhabitants."""
    return safe_ratio(wanted_charge_all, inhabitant_time_total, when_zero=0)


@formula(produces="charge_floor")
def corridor_floor(mean_charge: Array, inhabitant_time_year: Array, corridor: Array) -> Array:
    """The least that keeps the charge per inhabitant in the corridor."""
    return mean_charge * inhabitant_time_year * (1 - corridor)


@formula()
def charge_ceiling(mean_charge: Array, inhabitant_time_year: Array, corridor: Array) -> Array:
    """The most that keeps the charge per inhabitant in the corridor."""
    return mean_charge * inhabitant_time_year * (1 + corridor)


@formula(produces="charge_floor")
def minimum_floor(minimum_charge: Array, time_joined_year: Array) -> Array:
    """The minimum charge, for the part of the year in which the municipality takes part."""
    return minimum_charge * time_joined_year


@formula(produces="limited_charge", workbook="steps")
def limited_to_corridor(wanted_charge: Array, charge_floor: Array, charge_ceiling: Array) -> Array:
    """Charges inside their bounds, with the same total."""
    capped = np.where(charge_floor > charge_ceiling, 0, 1)
    return spread(*fitted(wanted_charge, charge_floor, charge_ceiling, capped), wanted_charge)


@formula(produces="limited_charge", workbook="steps")
def limited_from_below(wanted_charge: Array, charge_floor: Array) -> Array:
    """Charges of at least the minimum, with the same total."""
    nobody = np.where(charge_floor > 0, 0, 0)
    return spread(*fitted(wanted_charge, charge_floor, charge_floor, nobody), wanted_charge)


@formula(produces="limit_lacking", workbook="steps")
def minimum_lacking(wanted_charge: Array, charge_floor: Array) -> Array:
    """What the minimum charges of all come to beyond the cost, as a negative amount."""
    nobody = np.where(charge_floor > 0, 0, 0)
    return fitted(wanted_charge, charge_floor, charge_floor, nobody)[1]


@formula(produces="limited_charge")
def raised_to_minimum(wanted_charge: Array, charge_floor: Array) -> Array:
    """At least the minimum charge; what it brings is a surplus."""
    return np.maximum(wanted_charge, charge_floor)


@formula(produces="limited_charge")
def cut_to_corridor(wanted_charge: Array, charge_floor: Array, charge_ceiling: Array) -> Array:
    """Inside the corridor; what that brings or costs is a surplus or a deficit."""
    return np.minimum(np.maximum(wanted_charge, charge_floor), charge_ceiling)


def changes(
    wanted: Array, time: Array, rise: Array, fall: Array, last: Array, last_time: Array,
    *, own: bool, keep: bool,
) -> tuple[list[Array], list[Array]]:  # fmt: skip
    """Charges year by year within what they may change, and what the limits leave uncovered.

    The charge is compared per time of membership, so that a part of a year is no fall. Where
    nothing was paid in the year before, and outside membership, there is no limit but that nobody
    is paid by the others.

    Parameters
    ----------
    wanted, time
        Charge before the limit and time of membership, by year.
    rise, fall
        Largest rise and fall, as shares.
    last, last_time
        Charge of the year before the horizon, and the time of membership in it.
    own
        Measure against the partner's own charge; else beyond the change in what the partners with
        a year before pay together.
    keep
        Keep what all pay together.
    """
    charges: list[Array] = []
    uncovered: list[Array] = []
    for year in range(wanted.shape[PERIOD]):
        now, here = at_period(wanted, year), at_period(time, year)
        same = safe_ratio(last, last_time, when_zero=0) * here
        compared = same != 0
        if not own:
            now_all = total_over(np.where(compared, now, 0), MUNICIPALITY)
            change = safe_ratio(now_all, total_over(same, MUNICIPALITY), when_zero=0)
            same = same * working(change, "change_of_all")
        same = working(same, "same_as_before")
        compared = same != 0
        ends = same * (1 - fall), same * (1 + rise)
        floor = np.where(compared, np.minimum(*ends), np.minimum(now, 0))
        ceiling = np.where(compared, np.maximum(*ends), 0)
        if keep:
            fitting, lacking = fitted(now, floor, ceiling, np.where(compared, 1, 0))
            charge = spread(fitting, lacking, now)
        else:
            floor, ceiling = working(floor, "floor"), working(ceiling, "ceiling")
            capped = np.where(compared, np.where(now > ceiling, ceiling, now), now)
            charge = np.where(now < floor, floor, capped)
            lacking = total_over(now, MUNICIPALITY) * 0
        charges.append(working(charge, "charge"))
        uncovered.append(lacking)
        last, last_time = charges[-1], here
    return charges, uncovered


@formula(produces="limited_charge", workbook="steps")
def limited_change(
    wanted_charge: Array, time_joined_year: Array, max_rise: Array, max_fall: Array,
    last_year_charge: Array, last_year_time: Array,
) -> Array:  # fmt: skip
    """Charges that change by no more than allowed from the year before, with the same total."""
    arguments = wanted_charge, time_joined_year, max_rise, max_fall
    return join_periods(
        changes(*arguments, last_year_charge, last_year_time, own=True, keep=True)[0]
    )


@formula(produces="limit_lacking", workbook="steps")
def change_lacking(
    wanted_charge: Array, time_joined_year: Array, max_rise: Array, max_fall: Array,
    last_year_charge: Array, last_year_time: Array,
) -> Array:  # fmt: skip
    """What no charges can cover that change by no more than allowed."""
    arguments = wanted_charge, time_joined_year, max_rise, max_fall
    return join_periods(
        changes(*arguments, last_year_charge, last_year_time, own=True, keep=True)[1]
    )


@formula(produces="limited_charge", workbook="steps")
def limited_change_beyond_total(
    wanted_charge: Array, time_joined_year: Array, max_rise: Array, max_fall: Array,
    last_year_charge: Array, last_year_time: Array,
) -> Array:  # fmt: skip
    """Charges that change by no more than allowed beyond the total's change; the total is kept."""
    arguments = wanted_charge, time_joined_year, max_rise, max_fall
    return join_periods(
        changes(*arguments, last_year_charge, last_year_time, own=False, keep=True)[0]
    )


@formula(produces="limited_charge", workbook="steps")
def cut_change(
    wanted_charge: Array, time_joined_year: Array, max_rise: Array, max_fall: Array,
    last_year_charge: Array, last_year_time: Array,
) -> Array:  # fmt: skip
    """Charges that change by no more than allowed; what that costs or brings is a surplus."""
    arguments = wanted_charge, time_joined_year, max_rise, max_fall
    return join_periods(
        changes(*arguments, last_year_charge, last_year_time, own=True, keep=False)[0]
    )


@formula(produces="limited_charge", workbook="steps")
def cut_change_beyond_total(
    wanted_charge: Array, time_joined_year: Array, max_rise: Array, max_fall: Array,
    last_year_charge: Array, last_year_time: Array,
) -> Array:  # fmt: skip
    """The same, measured beyond the change in what all pay together."""
    arguments = wanted_charge, time_joined_year, max_rise, max_fall
    return join_periods(
        changes(*arguments, last_year_charge, last_year_time, own=False, keep=False)[0]
    )


CHANGE_LIMITS: dict[tuple[str, bool], Callable[..., Array]] = {
    ("own", True): limited_change,
    ("own", False): cut_change,
    ("total", True): limited_change_beyond_total,
    ("total", False): cut_change_beyond_total,
}


@formula()
def limited_charge_by_month(final_charge: Array) -> Array:
    """The year's charge, known in each of its months."""
    return by_month(final_charge)


@formula()
def priced_charge_all(priced_charge: Array) -> Array:
    """What all would pay for the month without limits."""
    return total_over(priced_charge, MUNICIPALITY)


@formula()
def priced_charge_all_year(priced_charge_all: Array) -> Array:
    """What all would pay for the year without limits."""
    return per_year(priced_charge_all)


@formula()
def priced_charge_all_by_month(priced_charge_all_year: Array) -> Array:
    """The same, known in each month of the year."""
    return by_month(priced_charge_all_year)


@formula()
def month_of_year_share(
    priced_charge_all: Array,
    priced_charge_all_by_month: Array,
    period_length: Array,
    year_step: Array,
) -> Array:
    """The month's share of what all pay in the year; even where they pay nothing in all."""
    return np.where(
        priced_charge_all_by_month == 0,
        period_length / year_step,
        safe_ratio(priced_charge_all, priced_charge_all_by_month, when_zero=0),
    )


@formula(produces="charge")
def charge_within_limits(limited_charge_by_month: Array, month_of_year_share: Array) -> Array:
    """The year's charge within its limits, paid in step with what all pay."""
    return limited_charge_by_month * month_of_year_share


@formula(produces="charge")
def charge_of_tariff(priced_charge: Array) -> Array:
    """Without limits the charge is what the tariff and the keys give."""
    return priced_charge
