"""Busy days: the chance that a day's work is more than the people at work get done.

The contacts of each task come at random (Poisson) and each takes a random time (exponential), as
in the queue. On a busy day everything comes more often: all rates are multiplied by one gamma
distributed factor with mean 1. The tail of the sum has no closed form, but its Laplace transform
has one, which is turned back numerically by the Euler algorithm of Abate and Whitt (1992, "The
Fourier-series method for inverting transforms of probability distributions", Queueing Systems 10;
1995, ORSA Journal on Computing 7). The error that the algorithm adds is below 1e-9.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_DAMPING = 22.0
"""Error of the series e**-22 = 3e-10; rounding is raised by e**11, to 1e-11."""

_NOISE = 1e-9
"""Part of the limit that is rounding noise, not work."""

_AVERAGED = 12
"""How many times neighbouring partial sums are averaged: Euler's summation."""

_FEWEST_TERMS = 40
_TERMS_PER_WIDTH = 12
"""Terms for each time that the distance to the limit holds the standard deviation."""

_MOST_TERMS = 100_000


def exceeding_share(rates: Array, times: Array, planned: Array, limit: Array, v: Array) -> Array:
    """Chance that a day's work exceeds a limit.

    Parameters
    ----------
    rates : ndarray
        Contacts a day of each task, shape ``(tasks, n)``.
    times : ndarray
        Mean time of a contact, above 0 where the rate is, shape ``(tasks, n)``.
    planned, limit : ndarray
        Work that is the same each day, and what gets done in a day, in the unit of `times`,
        shape ``(n,)``.
    v : ndarray
        Variance of the busy-day factor, shape ``(n,)``; 0 is Poisson.

    Returns
    -------
    ndarray
        Shares, shape ``(n,)``.
    """
    room = limit - planned
    room = np.where(np.abs(room) <= _NOISE * limit, 0, room)
    share = np.where(room < 0, 1.0, 0.0)
    at_random = rates.sum(axis=0) > 0
    nothing = (room == 0) & at_random
    share[nothing] = 1 - _mixed(rates[:, nothing].sum(axis=0), v[nothing])
    for i in np.flatnonzero((room > 0) & at_random):
        used = rates[:, i] * times[:, i] > 0
        if used.any():
            share[i] = _tail(rates[used, i], times[used, i], float(room[i]), float(v[i]))
    return share


def _mixed(exponent: Array, v: Array) -> Array:
    """Mean of exp(-factor * exponent) over the gamma factor with variance `v`."""
    spread = np.where(v > 0, v, 1)
    mixed: Array = np.where(v > 0, np.exp(-np.log1p(spread * exponent) / spread), np.exp(-exponent))
    return mixed


def _tail(rates: Array, times: Array, room: float, v: float) -> float:
    """Invert the transform of the tail at `room`, above 0."""
    mean = float(rates @ times)
    deviation = float(np.sqrt(2 * rates @ times**2 + v * mean**2))
    wanted = _FEWEST_TERMS + _TERMS_PER_WIDTH * room / deviation
    if wanted > _MOST_TERMS:  # thousands of standard deviations wide: the limit is beyond any day
        return 0.0 if room > mean else 1.0
    terms = int(wanted) + _AVERAGED
    k = np.arange(terms + 1)
    s = (_DAMPING + 2j * np.pi * k) / (2 * room)
    loads = rates[:, None] * times[:, None] * s / (1 + times[:, None] * s)
    exponent = loads.sum(axis=0)
    day = np.exp(-_log_of_one_and(v * exponent) / v) if v > 0 else np.exp(-exponent)
    values = ((1 - day) / s).real
    values[0] /= 2
    sums = np.cumsum(np.where(k % 2, -values, values))[-_AVERAGED - 1 :]
    for _ in range(_AVERAGED):
        sums = (sums[:-1] + sums[1:]) / 2
    averaged = float(sums[-1])
    return min(max(float(np.exp(_DAMPING / 2)) / room * averaged, 0.0), 1.0)


def _log_of_one_and(z: NDArray[np.complex128]) -> NDArray[np.complex128]:
    """log(1 + z), exact for small z too: NumPy's own loses the digits of a small complex z."""
    modulus = np.log1p(2 * z.real + z.real**2 + z.imag**2) / 2
    logarithm: NDArray[np.complex128] = modulus + 1j * np.arctan2(z.imag, 1 + z.real)
    return logarithm
