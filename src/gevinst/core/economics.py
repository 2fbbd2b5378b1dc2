"""Discounting and payback. The first axis is years 1 to n; all arrays are float64."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

ROUNDOFF = np.finfo(np.float64).eps


def factors_at_end(rates: Array) -> Array:
    """Return what a krone at the end of each year is worth now: yearly factors, multiplied."""
    return 1 / np.cumprod(1 + rates)


def factors_at_start(rates: Array) -> Array:
    """Return the same for the start of each year: not discounted by the year itself."""
    return factors_at_end(rates) * (1 + rates)


def factors_at_middle(rates: Array) -> Array:
    """Return the same for the middle of each year: the geometric mean of start and end."""
    return factors_at_end(rates) * np.sqrt(1 + rates)


FACTORS: Mapping[str, Callable[[Array], Array]] = MappingProxyType(
    {"end": factors_at_end, "mid": factors_at_middle, "start": factors_at_start}
)
"""When in the year the amounts fall, and the factors that follow."""


def present_value(flow: Array, factors: Array) -> Array:
    """Return the sum of the flow over its first axis, each year times its factor.

    Added from the first year on, so that one draw equals that draw in a batch to the last bit.
    """
    by_year = factors.reshape((factors.size,) + (1,) * (flow.ndim - 1))
    total: Array = functools.reduce(np.add, flow * by_year)
    return total


def annuity(amount: Array, rate: Array, years: Array) -> Array:
    """Return the equal payments at the end of each year with present value `amount`.

    A rate below the square of the unit roundoff moves no bit of the payment, but its own bits
    run out near the smallest float: it counts as no interest.
    """
    discounted_years = -np.expm1(-years * np.log1p(rate))
    without_interest = np.abs(rate) < ROUNDOFF * ROUNDOFF
    divisor = np.where(without_interest, years, discounted_years)
    return amount * np.where(without_interest, 1, rate) / divisor


def accumulated(flow: Array) -> Array:
    """Return the running sum; exactly 0 where a float sum cannot be told from 0.

    The error of adding n floats one by one is below n times the unit roundoff times the sum of
    their sizes. Without this, a flow that pays back to the krone may miss it by the last bit.
    """
    running = np.cumsum(flow)
    error = flow.size * ROUNDOFF * np.cumsum(np.abs(flow))
    return np.where(np.abs(running) <= error, 0, running)


def payback(flow: Array) -> int | None:
    """Return the first year, from 1, in which the running sum is at least 0; None if never."""
    paid = accumulated(flow) >= 0
    return int(np.argmax(paid)) + 1 if np.any(paid) else None


def deepest_need(flow: Array) -> tuple[float, int | None]:
    """Return the lowest running sum, at most 0, and its first year; None if there is no need."""
    running = accumulated(flow)
    lowest = np.min(running)
    if lowest >= 0:
        return 0.0, None
    return float(lowest), int(np.argmin(running)) + 1


def price_factor(growth: Array) -> float:
    """Return what prices are multiplied by over years of growth, from the first year on."""
    return float(functools.reduce(np.multiply, 1 + growth))
