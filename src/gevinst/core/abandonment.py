"""Waiting in a queue that people leave: Erlang A, patience exponentially distributed.

Times are in units of the handling time. The wait that an arrival with endless patience would meet
is 0 with weight 1, and has the density ``load * blocked * exp(g(v))`` at v > 0, with
``g(v) = load * (1 - exp(-r v)) / r - servers * v``; r is the handling time over the patience, and
``blocked`` Erlang B for one server fewer (after the building blocks of Zeltyn and Mandelbaum 2005,
https://doi.org/10.1007/s11134-005-3699-8). Every measure is a ratio of integrals of positive
functions under exp(g), so that nothing cancels; g is concave, and is measured from its highest
point, so that nothing overflows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gevinst.core import queueing

Array = NDArray[np.float64]

DEPTH = 46.0
"""exp(-DEPTH) of the highest point is where the integrals end: 1e-20."""

POINTS = 64
"""Gauss-Legendre points in each of the panels."""

NEAR = 0.5
"""Below this the excess is summed as a series: the direct form would cancel."""

SERIES_TERMS = 17
"""0.5**17 / 18! is below 1e-20."""

LONGEST_LAYER = 40.0
"""exp(-40) of those who wait are still patient: beyond lies only the tail of the queue."""

ROWS = 1024
"""Elements worked on at a time, each with its points side by side."""


class Measures(NamedTuple):
    """What an arrival meets; times in units of the handling time."""

    wait: Array
    abandon: Array
    occupancy: Array
    mean_wait: Array
    service_level: Array


class Integrals(NamedTuple):
    """Integrals under exp(g - peak), the weight of those who do not wait beside them."""

    at_once: Array
    waiting: Array
    time: Array
    served: Array
    served_within: Array


def erlang_a(servers: Array, load: Array, impatience: Array, relative_time: Array) -> Measures:
    """Every measure; impatience is handling time / patience, relative time within / handling."""
    whole = np.broadcast_arrays(servers, load, impatience, relative_time)
    flat = [array.ravel() for array in whole]
    parts = [
        np.stack(_measures(*(array[begin : begin + ROWS] for array in flat)))
        for begin in range(0, flat[0].size, ROWS)
    ]
    joined = np.concatenate([np.empty((5, 0)), *parts], axis=1)
    return Measures(*joined.reshape(5, *whole[0].shape))


def queue_positions(
    queue_load: Array,
    handling_time: Array,
    within: Array,
    share: Array,
    max_occupancy: Array,
    patience: Array,
) -> Array:
    """Fewest positions that serve the share of all arrivals in time, though some leave."""
    arguments = (
        queue_load,
        handling_time / patience,
        queueing.relative(within, handling_time),
        share,
        max_occupancy,
    )
    return queueing.in_blocks(_positions, *arguments)


def _positions(
    load: Array, impatience: Array, relative_time: Array, share: Array, max_occupancy: Array
) -> Array:
    """Double the step until the target is met, then halve the interval; below is always too few."""

    def meets(count: Array, at: NDArray[np.intp]) -> NDArray[np.bool_]:
        found = erlang_a(count, load[at], impatience[at], relative_time[at])
        bearable = found.occupancy <= max_occupancy[at] * (1 + queueing.ROUNDING)
        return (found.service_level >= share[at]) & bearable

    every = np.arange(load.size)
    above = np.zeros_like(load)
    below = above - 1
    step = np.maximum(np.ceil(load), 1)
    places = every[~meets(above, every) & (load > 0)]
    while places.size:
        below[places] = above[places]
        above[places] = above[places] + step[places]
        step[places] = np.maximum(np.ceil(step[places] / 2), np.ceil(np.sqrt(load[places])))
        places = places[~meets(above[places], places)]
    places = every[above - below > 1]
    while places.size:
        middle = np.floor((above[places] + below[places]) / 2)
        enough = meets(middle, places)
        above[places] = np.where(enough, middle, above[places])
        below[places] = np.where(enough, below[places], middle)
        places = places[above[places] - below[places] > 1]
    return above


def _measures(servers: Array, load: Array, impatience: Array, relative_time: Array) -> Measures:
    """Measures on flat arrays of one length."""
    manned = np.maximum(servers, 1)
    with np.errstate(under="ignore", over="ignore"):
        at = _integrals(manned, load, impatience, relative_time)
    all_arrivals = at.at_once + at.waiting
    waited = at.time / all_arrivals
    here = servers > 0
    return Measures(
        wait=np.where(here, at.waiting / all_arrivals, 1.0),
        abandon=np.where(here, waited * impatience, 1.0),
        occupancy=np.where(here, load * ((at.at_once + at.served) / all_arrivals) / manned, 0.0),
        mean_wait=np.where(here, waited, 1 / impatience),
        service_level=np.where(here, (at.at_once + at.served_within) / all_arrivals, 0.0),
    )


def _integrals(servers: Array, load: Array, impatience: Array, relative_time: Array) -> Integrals:
    """Integrate from the highest point of g to both sides, in panels."""
    ratio = np.maximum(load / servers, 1.0)
    peak_at = np.log(ratio) / impatience
    peak = servers / impatience * excess(-_log_ratio(load, servers))
    blocked = load * queueing.erlang_b(servers - 1, load)
    left, layer, right = _reach(servers, load, impatience, peak_at)
    target = relative_time - peak_at
    panels = ((-left, -left / 2), (-left / 2, 0 * left), (0 * left, layer), (layer, right))

    def exponent(u: Array) -> Array:
        idle = np.maximum(servers - load, 0)[:, None]
        pull = np.minimum(servers, load)[:, None] / impatience[:, None]
        return -idle * u - pull * excess(impatience[:, None] * u)

    def density(u: Array) -> Array:
        return np.exp(exponent(u))

    def still_there(u: Array) -> Array:
        return np.exp(exponent(u) - impatience[:, None] * u) / ratio[:, None]

    def time_until_left(u: Array) -> Array:
        waited = -np.expm1(-impatience[:, None] * (u + peak_at[:, None]))
        return np.exp(exponent(u)) * waited / impatience[:, None]

    def over_all(height: Callable[[Array], Array], until: Array) -> Array:
        parts = [
            _integral(height, np.minimum(begin, until), np.minimum(end, until))
            for begin, end in panels
        ]
        return blocked * (parts[0] + parts[1] + parts[2] + parts[3])

    return Integrals(
        at_once=np.exp(-peak),
        waiting=over_all(density, right),
        time=over_all(time_until_left, right),
        served=over_all(still_there, right),
        served_within=over_all(still_there, target),
    )


def _reach(
    servers: Array, load: Array, impatience: Array, peak_at: Array
) -> tuple[Array, Array, Array]:
    """How far to both sides of the peak exp(g) counts, and where the impatient have all left.

    To the left excess(-z) = DEPTH r / n, by iteration from the bound z^2 / 2 <= excess(-z); to the
    right a bound from excess(z) >= z^2 / (2 + z), which is a quadratic.
    """
    drop = DEPTH * impatience / servers
    z = np.sqrt(2 * drop)
    for _ in range(8):
        z = np.minimum(z, np.log1p(drop + z))
    left = np.minimum(peak_at, z / impatience)
    slope = 2 * np.maximum(servers - load, 0) - DEPTH * impatience
    root = np.sqrt(slope**2 + 8 * DEPTH * servers * impatience)
    right = np.where(
        slope > 0,
        4 * DEPTH / np.where(slope > 0, slope + root, 1),
        (root - slope) / (2 * servers * impatience),
    )
    return left, np.minimum(LONGEST_LAYER / impatience, right), right


def excess(z: Array) -> Array:
    """Exp(-z) - 1 + z, without cancelling near 0."""
    small = np.abs(z) < NEAR
    near = np.where(small, z, 0)
    series = np.ones_like(near)
    for order in range(SERIES_TERMS, 2, -1):
        series = 1 - near / order * series
    return np.where(small, near * near / 2 * series, np.expm1(-z) + z)


def _log_ratio(load: Array, servers: Array) -> Array:
    """log(load / servers) where the load is larger, else 0; exact near 1."""
    return np.log1p(np.maximum(load - servers, 0) / servers)


@cache
def _points() -> tuple[Array, Array]:
    """Places and weights of Gauss-Legendre on 0 to 1."""
    place, weight = np.polynomial.legendre.leggauss(POINTS)
    return (place + 1) / 2, weight / 2


def _integral(height: Callable[[Array], Array], begin: Array, end: Array) -> Array:
    """Gauss-Legendre from begin to end, added from left to right: the same bits in any batch."""
    place, weight = _points()
    width = (end - begin)[:, None]
    terms = height(begin[:, None] + width * place) * weight
    return np.add.accumulate(terms, axis=1)[:, -1] * (end - begin)
