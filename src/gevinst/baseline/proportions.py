"""Shares of persons, and two shares beside each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from gevinst import exact_intervals
from gevinst.arguments import checked_broadcast
from gevinst.baseline.arguments_checked import (
    Array,
    Number,
    as_array,
    as_number,
    checked_level,
    checked_one,
    checked_share,
)
from gevinst.core import proportions as core
from gevinst.core import rates
from gevinst.errors import ArgumentError

MOST_PERSONS = 1_000_000
"""In the exact comparison of two shares; more persons take long, and need no exact method."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of persons and its interval.

    Attributes
    ----------
    estimate : float or ndarray
        Persons who have it over all persons, 0 to 1.
    low, high : float or ndarray
        Ends of the interval; `low` is 0 where nobody has it, `high` is 1 where all have.
    level : float
        Of the interval.
    method : str
        How the interval was made.
    """

    estimate: Number
    low: Number
    high: Number
    level: float
    method: str


@dataclass(frozen=True, slots=True)
class RiskRatio:
    """The ratio of two shares.

    Attributes
    ----------
    ratio : float or ndarray
        First share over the second.
    low, high : float or ndarray
        Ends of the interval, from the logarithm of the ratio.
    p : float or ndarray
        Pearson's chi-squared test of the two by two table, without correction.
    p_yates : float or ndarray
        The same with Yates' correction.
    p_log : float or ndarray
        From the normal distribution that the interval comes from.
    level : float
        Of the interval.
    method : str
        How interval and p were made.
    agree : bool or ndarray
        Whether `p` and the interval say the same about a ratio of 1. Two approximations may differ
        when the finding is on the edge: then there is no finding to speak of, and `compare_shares`
        is the one to ask.
    """

    ratio: Number
    low: Number
    high: Number
    p: Number
    p_yates: Number
    p_log: Number
    level: float
    method: str

    @property
    def agree(self) -> bool | np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Whether `p` and the interval say the same about a ratio of 1."""
        inside = (np.asarray(self.low) <= 1) & (np.asarray(self.high) >= 1)
        same = inside == (np.asarray(self.p) > 1 - self.level)
        return bool(same) if same.ndim == 0 else same


@dataclass(frozen=True, slots=True)
class SharesCompared:
    """Two shares of few persons, beside each other, all exact.

    Attributes
    ----------
    first, second : Share
        Each with its own interval.
    difference : float
        First share less the second; it has no interval here.
    ratio : float
        Odds of the first over the odds of the second. Infinite if nobody of the first is without or
        nobody of the second with; NaN if all or none have it in both.
    low, high : float
        Ends of the interval of the odds ratio; from 0, or to infinity, where the data set no limit.
    p : float
        Fisher's exact test, central: above ``1 - level`` if and only if 1 lies in the interval.
    level : float
        Of the intervals.
    method : str
        How they were made.
    """

    first: Share
    second: Share
    difference: float
    ratio: float
    low: float
    high: float
    p: float
    level: float
    method: str = "exact conditional odds ratio, central p (Fisher, Cornfield)"


def share_interval(events: ArrayLike, n: ArrayLike, level: float = 0.95) -> Share:
    """Share of persons, with the exact interval of Clopper and Pearson.

    Parameters
    ----------
    events : array_like
        Persons who have it (who improved, who attended): whole, 0 to `n`.
    n : array_like
        All persons, whole, at least 1.
    level : float
        Of the interval, above 0 and below 1.

    Returns
    -------
    Share
        `estimate`, `low`, `high`, `level` and `method`; floats if the arguments are numbers, else
        arrays of the common shape.

    Raises
    ------
    ArgumentError
        If a number is NaN, not whole or outside what is allowed, or the shapes do not fit together.

    References
    ----------
    C. J. Clopper and E. S. Pearson (1934), The use of confidence or fiducial limits illustrated in
    the case of the binomial, Biometrika 26, 404-413.

    Examples
    --------
    Five of six persons had fewer admissions.

    >>> found = share_interval(5, 6)
    >>> round(found.estimate, 3), round(found.low, 3), round(found.high, 3)
    (0.833, 0.359, 0.996)
    """
    had, of = checked_share(("events", "n"), events, n)
    held = checked_level(level)
    low, high = exact_intervals.binomial_interval(had, of, as_array(held))
    return Share(
        estimate=as_number(had / of),
        low=as_number(low),
        high=as_number(high),
        level=held,
        method="exact binomial (Clopper and Pearson)",
    )


def risk_ratio(
    a: ArrayLike, n1: ArrayLike, c: ArrayLike, n0: ArrayLike, level: float = 0.95
) -> RiskRatio:
    """Ratio of two shares of persons, with an interval from its logarithm.

    Parameters
    ----------
    a, n1 : array_like
        Persons who have it, at least 1, of all in the first group.
    c, n0 : array_like
        The same in the second group, which the first is compared with.
    level : float
        Of the interval, above 0 and below 1.

    Returns
    -------
    RiskRatio
        `ratio`, `low`, `high`, `p` (chi-squared), `p_yates`, `p_log`, `agree`, `level` and
        `method`; floats if the arguments are numbers, else arrays of the common shape.

    Raises
    ------
    ArgumentError
        If nobody has it in one of the groups, or all in both; a number is NaN, not whole or outside
        what is allowed; or the shapes do not fit together.

    Notes
    -----
    An approximation for more than a handful of persons; for fewer use `compare_shares`.

    References
    ----------
    D. Katz and others (1978), Obtaining confidence intervals for the risk ratio in cohort studies,
    Biometrics 34, 469-474.

    Examples
    --------
    >>> found = risk_ratio(12, 25, 16, 28)
    >>> round(found.ratio, 2), round(found.low, 2), round(found.high, 2), round(found.p, 3)
    (0.84, 0.5, 1.41, 0.506)
    """
    first, second = checked_share(("a", "n1"), a, n1), checked_share(("c", "n0"), c, n0)
    given = checked_broadcast(("a", "n1", "c", "n0"), (*first, *second))
    had, of, had0, of0 = given
    _check_contrast(had, of, had0, of0)
    held = checked_level(level)
    ratio = core.risk_ratio(*given)
    error = core.risk_log_error(*given)
    low, high = rates.log_interval(ratio, error, as_array(held))
    plain, corrected = (
        core.chi_squared(had, of, had0, of0, correction=as_array(off)) for off in (0, 0.5)
    )
    return RiskRatio(
        ratio=as_number(ratio),
        low=as_number(low),
        high=as_number(high),
        p=as_number(core.chi_squared_p(plain)),
        p_yates=as_number(core.chi_squared_p(corrected)),
        p_log=as_number(rates.log_p(ratio, error)),
        level=held,
        method="interval from the logarithm of the ratio (Katz), p from chi-squared (Pearson)",
    )


def _check_contrast(had: Array, of: Array, had0: Array, of0: Array) -> None:
    """Go on if somebody has it in both groups, and somebody in one of them has not."""
    everybody = (had == of) & (had0 == of0)
    for name, amount, wrong in (
        ("a", had, had == 0),
        ("c", had0, had0 == 0),
        ("a", had, everybody),
    ):
        if wrong.any():
            index = np.unravel_index(int(np.argmax(wrong)), wrong.shape)
            place = f"[{', '.join(str(int(i)) for i in index)}]" if index else None
            found = int(amount[index])
            raise ArgumentError("argument.no_contrast", argument=name, found=found, place=place)


def compare_shares(a: float, n1: float, c: float, n0: float, level: float = 0.95) -> SharesCompared:
    """Two shares of few persons, for example attendance with and without follow-up; all exact.

    Parameters
    ----------
    a, n1 : int
        Persons who have it, 0 or more, of all in the first group, at least 1.
    c, n0 : int
        The same in the second group. Two different groups of persons: for the same persons before
        and after use `paired_change`.
    level : float
        Of the intervals, above 0 and below 1.

    Returns
    -------
    SharesCompared
        Each share with its interval, their `difference`, and the odds `ratio` with `low`, `high`
        and a `p` that agrees with them.

    Raises
    ------
    ArgumentError
        If an argument is not one whole number within what is allowed; at most a million persons.

    References
    ----------
    R. A. Fisher (1935), The logic of inductive inference, Journal of the Royal Statistical Society
    98, 39-82; J. Cornfield (1956), Proceedings of the third Berkeley symposium 4, 135-148.

    Examples
    --------
    Nine of ten completed the course with follow-up between the meetings, five of eleven without.

    >>> found = compare_shares(9, 10, 5, 11)
    >>> round(found.difference, 2), round(found.p, 2)
    (0.45, 0.09)
    >>> round(found.low, 2), round(found.high, 1)
    (0.81, 550.5)
    """
    for name, number in (("a", a), ("n1", n1), ("c", c), ("n0", n0)):
        checked_one(name, number, least=0, most=MOST_PERSONS)
    checked_share(("a", "n1"), a, n1)
    checked_share(("c", "n0"), c, n0)
    held = checked_level(level)
    first, second = share_interval(a, n1, held), share_interval(c, n0, held)
    counts = (int(a), int(n1), int(c), int(n0))
    few, many = (as_array(tail) for tail in core.fisher_tails(*counts))
    ends = core.odds_ratio_interval(*counts, held)
    low, high = exact_intervals.agreeing(
        as_array(ends[0]), as_array(ends[1]), few, many, as_array(held)
    )
    return SharesCompared(
        first=first,
        second=second,
        difference=float(np.subtract(first.estimate, second.estimate)),
        ratio=_odds_ratio(*counts),
        low=float(low),
        high=float(high),
        p=float(exact_intervals.central_p(few, many)),
        level=held,
    )


def _odds_ratio(a: int, n1: int, c: int, n0: int) -> float:
    """Odds of the first over the odds of the second."""
    over, under = a * (n0 - c), c * (n1 - a)
    if under:
        return over / under
    return np.inf if over else np.nan
