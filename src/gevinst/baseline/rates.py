"""Rates of events per time at risk, and the ratio of two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from gevinst import exact_intervals
from gevinst.arguments import checked_broadcast, checked_choice, checked_limits
from gevinst.baseline.arguments_checked import (
    MOST_EVENTS,
    Array,
    Number,
    as_array,
    as_number,
    checked_amount,
    checked_events,
    checked_level,
    checked_one,
    checked_time,
)
from gevinst.core import rates as core
from gevinst.errors import ArgumentError


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate and its interval.

    Attributes
    ----------
    estimate : float or ndarray
        Events per unit of time.
    low, high : float or ndarray
        Ends of the interval, in the same unit. `low` is 0 where nothing happened; `high` is then
        still above 0: nothing seen is not nothing to be expected.
    level : float
        Share of repetitions in which such an interval holds the true rate, at least.
    method : str
        How the interval was made.
    """

    estimate: Number
    low: Number
    high: Number
    level: float
    method: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """The ratio of two rates, its interval and p.

    Attributes
    ----------
    ratio : float or ndarray
        First rate over the second. Infinite if only the second is 0; NaN if both are, since then
        nothing is known about it.
    low, high : float or ndarray
        Ends of the interval. `low` is 0 where the first rate is 0, `high` is infinite where the
        second is: the data set no limit.
    p : float or ndarray
        Two-sided, of no difference. Above ``1 - level`` if and only if 1 lies in the interval.
    level : float
        Of the interval.
    method : str
        How interval and p were made.
    dispersion : float
        Variance over mean that they reckon with; 1 for the exact method.
    """

    ratio: Number
    low: Number
    high: Number
    p: Number
    level: float
    method: str
    dispersion: float = 1.0


def rate_interval(events: ArrayLike, time: ArrayLike, level: float = 0.95) -> Rate:
    """Rate of events per time at risk, with the exact interval of a Poisson count.

    Parameters
    ----------
    events : array_like
        Whole numbers, 0 or more.
    time : array_like
        Time at risk of all persons together, above 0, for example person-years.
    level : float
        Of the interval, above 0 and below 1.

    Returns
    -------
    Rate
        `estimate`, `low`, `high`, `level` and `method`; floats if the arguments are numbers, else
        arrays of the common shape. Per unit of `time`.

    Raises
    ------
    ArgumentError
        If a number is NaN, infinite or outside what is allowed, events are not whole, or the shapes
        do not fit together.

    Notes
    -----
    Events that come in clusters, as admissions of the same persons do, vary more than a Poisson
    count: then the interval is too narrow, and the best that can be hoped for.

    References
    ----------
    F. Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437-442.

    Examples
    --------
    >>> found = rate_interval(10, 20)
    >>> found.estimate, round(found.low, 4), round(found.high, 4)
    (0.5, 0.2398, 0.9195)
    >>> round(rate_interval(0, 20).high, 4)
    0.1844
    """
    names = ("events", "time")
    count, at_risk = checked_broadcast(
        names, (checked_events("events", events), checked_time("time", time))
    )
    held = checked_level(level)
    low, high = exact_intervals.poisson_interval(count, as_array(held))
    return Rate(
        estimate=as_number(count / at_risk),
        low=as_number(low / at_risk),
        high=as_number(high / at_risk),
        level=held,
        method="exact Poisson (Garwood)",
    )


def rate_ratio(
    x1: ArrayLike,
    t1: ArrayLike,
    x0: ArrayLike,
    t0: ArrayLike,
    level: float = 0.95,
    method: Literal["exact", "quasi"] = "exact",
    dispersion: float | None = None,
) -> Ratio:
    """Ratio of two rates, with an interval and a p that never contradict each other.

    Parameters
    ----------
    x1, t1 : array_like
        Events of the first rate (after, or with the service), 0 or more, and their time at risk,
        above 0. Events are whole with the exact method; with ``"quasi"`` they are above 0, and may
        also be amounts such as bed-days.
    x0, t0 : array_like
        The same of the second rate, which the first is compared with; time in the same unit.
    level : float
        Of the interval, above 0 and below 1.
    method : {"exact", "quasi"}
        ``"exact"``: both counts Poisson; given their sum, the first is binomial. The p is central,
        twice the smaller tail. Covers at least the level. ``"quasi"``: the logarithm of the ratio
        is normal with the variance ``dispersion * (1 / x1 + 1 / x0)``.
    dispersion : float, optional
        Variance between persons over their mean, above 0; below 1 it counts as 1. Required with
        ``"quasi"``, refused with ``"exact"``.

    Returns
    -------
    Ratio
        `ratio`, `low`, `high`, `p`, `level`, `method` and `dispersion`; floats if the arguments
        are numbers, else arrays of the common shape.

    Raises
    ------
    ArgumentError
        If a number is NaN, infinite or outside what is allowed, events are not whole, dispersion is
        missing or not wanted, or the shapes do not fit together.

    Notes
    -----
    The quasi interval covers 93 to 97 per cent (at the level 0.95) where each count is to be about
    7 times the dispersion or more; with fewer events it is wider than need be, never narrower.

    References
    ----------
    E. L. Lehmann (1986), Testing statistical hypotheses, second edition, page 152; M. P. Fay
    (2010), Two-sided exact tests and matching confidence intervals for discrete data, R Journal
    2(1), 53-58.

    Examples
    --------
    Admissions of 50 persons, a year with and a year without: 40 and 50.

    >>> found = rate_ratio(40, 50, 50, 50)
    >>> found.ratio, round(found.low, 2), round(found.high, 2), round(found.p, 2)
    (0.8, 0.51, 1.24, 0.34)
    >>> found = rate_ratio(40, 50, 50, 50, method="quasi", dispersion=2)
    >>> round(found.low, 2), round(found.high, 2)
    (0.44, 1.44)
    """
    names = ("x1", "t1", "x0", "t0")
    checked_choice("method", method, ("exact", "quasi"))
    counted = checked_events if method == "exact" else checked_amount
    arrays = (counted("x1", x1), checked_time("t1", t1), counted("x0", x0), checked_time("t0", t0))
    given = checked_broadcast(names, arrays)
    held = checked_level(level)
    if method == "exact":
        if dispersion is not None:
            raise ArgumentError("argument.no_dispersion", found=str(dispersion))
        return _exact(given, held)
    if dispersion is None:
        raise ArgumentError("argument.needs_dispersion")
    return _quasi(
        given, held, max(1.0, checked_one("dispersion", dispersion, above=0, most=MOST_EVENTS))
    )


def _exact(given: tuple[Array, ...], level: float) -> Ratio:
    x1, t1, x0, t0 = given
    low, high = exact_intervals.rate_ratio_interval(x1, t1, x0, t0, as_array(level))
    return Ratio(
        ratio=as_number(core.rate_ratio(x1, t1, x0, t0)),
        low=as_number(low),
        high=as_number(high),
        p=as_number(exact_intervals.rate_ratio_p(x1, t1, x0, t0)),
        level=level,
        method="exact conditional, central p (Clopper and Pearson)",
    )


def _quasi(given: tuple[Array, ...], level: float, dispersion: float) -> Ratio:
    x1, t1, x0, t0 = given
    for name, amount in (("x1", x1), ("x0", x0)):
        if (amount == 0).any():
            index = np.unravel_index(int(np.argmax(amount == 0)), amount.shape)
            place = f"[{', '.join(str(int(i)) for i in index)}]" if index else None
            raise ArgumentError("argument.no_events", argument=name, found=0, place=place)
        checked_limits(name, amount, least=1 / MOST_EVENTS)
    ratio = core.rate_ratio(x1, t1, x0, t0)
    error = core.log_error(x1, x0, as_array(dispersion))
    p = core.log_p(ratio, error)
    low, high = exact_intervals.agreeing(
        *core.log_interval(ratio, error, as_array(level)),
        few=np.where(ratio < 1, p / 2, 1 - p / 2),
        many=np.where(ratio < 1, 1 - p / 2, p / 2),
        level=as_array(level),
    )
    return Ratio(
        ratio=as_number(ratio),
        low=as_number(low),
        high=as_number(high),
        p=as_number(p),
        level=level,
        method="quasi-Poisson, logarithm of the ratio normal",
        dispersion=dispersion,
    )
