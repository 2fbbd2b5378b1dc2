"""What a group that was selected on a high value has next time if nothing at all is done.

All functions trust their input.

Counts: each person has a rate of his own, gamma distributed with the mean `mu` and the shape
`shape`; events are Poisson. With ``q = mu / (shape + mu)`` the numbers of events y of neighbouring
values are to each other as ``q * (shape + y) / (y + 1)``. Summed over all y from the cut on, this
gives the mean of the selected as ``mu + cut * h * (shape + mu) / shape``, and what they have next
time as ``cut * h`` less, where h is the share of the selected who are exactly at the cut.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, betaincc, betaln, erfcx, ndtr

Array = NDArray[np.float64]

PRECISION = 1e-15
"""Relative; where the continued fraction is cut off."""
TINY = 1e-300
"""Stands for a 0 that something is divided by in the continued fraction."""
STEPS = 10_000
"""Far more terms than the continued fraction takes above the mean."""


class Regression(NamedTuple):
    """Mean of the selected when they were selected, and next time; and who they are.

    The change is ``after - before``, worked out on its own, so that it stays exact where it is
    small beside either. `selected` is the share of all.
    """

    before: Array
    after: Array
    change: Array
    selected: Array


def selected_above(mu: Array, sd: Array, rho: Array, cut: Array, measurements: Array) -> Regression:
    """Normal scores, selected above the cut on the mean of so many measurements.

    `sd` is that of one measurement, `rho` the correlation of two of the same person.
    """
    between = rho * sd**2
    spread = np.sqrt(between + (1 - rho) * sd**2 / measurements)
    z = (cut - mu) / spread
    excess = np.sqrt(2 / np.pi) / erfcx(z / np.sqrt(2))
    return Regression(
        before=mu + spread * excess,
        after=mu + between / spread * excess,
        change=-(1 - rho) * sd**2 / measurements / spread * excess,
        selected=ndtr(-z),
    )


def selected_from(mu: Array, shape: Array, cut: Array) -> Regression:
    """Counts of one period, selected at the cut or above; the next period is as long."""
    fall = cut * share_at_cut(mu, shape, cut)
    return Regression(
        before=mu + fall + fall * mu / shape,
        after=mu + fall * mu / shape,
        change=-fall,
        selected=share_from(mu, shape, cut),
    )


def share_from(mu: Array, shape: Array, cut: Array) -> Array:
    """Share of all who have so many events or more."""
    some = np.maximum(cut, 1)
    few, many = shape / (shape + mu), mu / (shape + mu)
    share = np.where(many < few, betainc(some, shape, many), betaincc(shape, some, few))
    return np.where(cut > 0, share, 1.0)


def share_at_cut(mu: Array, shape: Array, cut: Array) -> Array:
    """Share of those selected who have exactly as many events as the cut, which may be 0.

    Above the mean by a continued fraction, which stays exact where both probabilities vanish;
    below it as the ratio of the two.
    """
    mu, shape, cut = np.broadcast_arrays(mu, shape, cut)
    some = np.maximum(cut, 1)
    tail = mu / (shape + mu) < (some + 1) / (some + shape + 2)
    inside = np.where(tail, mu, 0.0)
    fraction = _continued_fraction(some, shape, inside / (shape + inside))
    exactly = np.exp(
        -some * np.log1p(shape / mu)
        - shape * np.log1p(mu / shape)
        - np.log(some)
        - betaln(some, shape)
    )
    ratio = exactly / np.where(tail, 1.0, share_from(mu, shape, some))
    return np.where(tail, fraction, ratio)


def _continued_fraction(a: Array, b: Array, x: Array) -> Array:
    """One over the continued fraction of the incomplete beta function, by Lentz's method."""
    upper, lower = np.ones_like(x), np.zeros_like(x)
    found, change, step = np.ones_like(x), np.zeros_like(x), 0
    while step < STEPS and np.any(np.abs(change - 1) > PRECISION):
        step += 1
        upper = _not_zero(1 + _term(a, b, x, step) / upper)
        lower = 1 / _not_zero(1 + _term(a, b, x, step) * lower)
        change = upper * lower
        found = found * change
    return found


def _term(a: Array, b: Array, x: Array, step: int) -> Array:
    """Numerator of a step: those with an odd number differ from those with an even one."""
    half = step // 2
    if step % 2:
        return -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
    return half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))


def _not_zero(values: Array) -> Array:
    return np.where(np.abs(values) < TINY, TINY, values)
