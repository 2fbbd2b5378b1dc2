"""Discounting, annuities and payback."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import (
    checked_array,
    checked_broadcast,
    checked_choice,
    checked_dimensions,
    checked_length,
    checked_limits,
    checked_size,
)
from gevinst.core import economics as core


class DeepestNeed(NamedTuple):
    """The hump: how far the running sum falls below 0, and when.

    Attributes
    ----------
    amount : float
        At most 0, in the unit of the flow.
    year : int or None
        The first year, counted from 1, with that sum; None if the sum is never below 0.
    """

    amount: float
    year: int | None


def present_value(
    flow: ArrayLike,
    rates: ArrayLike,
    timing: Literal["end", "mid", "start"] = "end",
) -> float | NDArray[np.float64]:
    """Value today of amounts in the years to come.

    Parameters
    ----------
    flow : array_like, shape (years, ...)
        Amounts; the first axis is years 1 to n, other axes are kept.
    rates : float or array_like, shape (years,)
        Discount rate per year, above -1: one for all, or one per year. The yearly factors are
        multiplied, so that a rate holds only for its own year, as the Norwegian state's bands
        (4, 3 and 2 per cent) are meant.
    timing : {"end", "mid", "start"}
        When in the year the amounts fall. The middle lies half a year, geometrically, from
        both ends.

    Returns
    -------
    float or ndarray
        In the unit of `flow`; a float if `flow` has one axis only.

    Raises
    ------
    ArgumentError
        If a number is NaN or infinite, a rate is -1 or lower, there is neither one rate nor one
        per year, there are no years, `timing` is unknown, or the answer is too large to compute.

    Examples
    --------
    >>> round(present_value([100, 100, 100, 100, 100], 0.04), 2)
    445.18
    >>> round(present_value([0, 121], [0.10, 0.10]), 9)
    100.0
    """
    amounts = checked_dimensions("flow", checked_array("flow", flow), least=1)
    yearly = checked_limits("rates", checked_array("rates", rates), above=-1)
    factors = core.FACTORS[checked_choice("timing", timing, core.FACTORS)]
    with np.errstate(all="ignore"):
        value = core.present_value(amounts, factors(checked_length("rates", yearly, len(amounts))))
    checked_size("flow", value)
    return float(value) if value.ndim == 0 else value


def annuity(amount: ArrayLike, rate: ArrayLike, years: ArrayLike) -> float | NDArray[np.float64]:
    """Equal payments at the end of each year that have a given present value.

    Parameters
    ----------
    amount : array_like
        Present value, for example the price of equipment.
    rate : array_like
        Interest per year, above -1. At 0 the amount is spread evenly.
    years : array_like
        Number of years, above 0; need not be whole.

    Returns
    -------
    float or ndarray
        Payment per year; a float if all arguments are numbers, else they are broadcast.

    Raises
    ------
    ArgumentError
        If a number is NaN or infinite, a rate is -1 or lower, years are 0 or fewer, the shapes
        do not fit together, or the answer is too large to compute.

    Examples
    --------
    >>> round(annuity(1000, 0.04, 4), 2)
    275.49
    >>> annuity(1000, 0, 4)
    250.0
    """
    arrays = (
        checked_array("amount", amount),
        checked_limits("rate", checked_array("rate", rate), above=-1),
        checked_limits("years", checked_array("years", years), above=0),
    )
    with np.errstate(all="ignore"):
        payment = core.annuity(*checked_broadcast(("amount", "rate", "years"), arrays))
    checked_size("amount", payment)
    return float(payment) if payment.ndim == 0 else payment


def payback(flow: ArrayLike) -> int | None:
    """First year in which what has come in covers what has gone out.

    Parameters
    ----------
    flow : array_like, shape (years,)
        Net amounts of years 1 to n, costs negative; not discounted here.

    Returns
    -------
    int or None
        The first year, counted from 1, with a running sum of at least 0 (a sum that rounding
        alone keeps from 0 counts as 0). None if that does not happen within the years given.

    Raises
    ------
    ArgumentError
        If a number is NaN or infinite, or the flow is not a list of at least one year.

    Examples
    --------
    >>> payback([-100, 60, 60])
    3
    >>> payback([-100, 60]) is None
    True
    """
    return core.payback(_one_flow(flow))


def deepest_need(flow: ArrayLike) -> DeepestNeed:
    """How much has to be found before the benefits carry the costs, and in which year.

    Parameters
    ----------
    flow : array_like, shape (years,)
        Net amounts of years 1 to n, costs negative.

    Returns
    -------
    DeepestNeed
        `amount`, at most 0, and `year`, counted from 1; year None if nothing has to be found.

    Raises
    ------
    ArgumentError
        If a number is NaN or infinite, or the flow is not a list of at least one year.

    Examples
    --------
    >>> deepest_need([-100, -20, 60, 90])
    DeepestNeed(amount=-120.0, year=2)
    """
    return DeepestNeed(*core.deepest_need(_one_flow(flow)))


def _one_flow(flow: ArrayLike) -> NDArray[np.float64]:
    """Return the flow if it is one list of years."""
    amounts = checked_dimensions("flow", checked_array("flow", flow), least=1, most=1)
    with np.errstate(over="ignore"):
        checked_size("flow", np.cumsum(np.abs(amounts)))
    return amounts
