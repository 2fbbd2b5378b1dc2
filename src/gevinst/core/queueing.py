"""Waiting in a queue that nobody leaves: Erlang B and C, and the positions that meet a target.

Loads are in erlang (work arriving per unit of time), servers are whole numbers held as floats,
times share one unit. Every function takes arrays of any shapes that broadcast, and trusts them:
load >= 0, handling_time > 0, within >= 0 or infinite, 0 <= share < 1, 0 < max_occupancy <= 1.

All sums are of positive terms, so nothing cancels. Blocking for as many servers as the whole part
of the load is a sum of ever smaller terms; more servers follow by A. K. Erlang's recursion, which
damps errors. An element goes through the same operations alone as in an array: equal bits.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

NEGLIGIBLE = 2.0**-54
"""A term below this part of a sum no longer changes the sum."""

ROUNDING = 1e-9
"""Of a position: a need that exceeds a whole number by less is that number."""

BLOCK = 16384
"""Elements worked on at a time: their arrays stay in the processor's cache."""


def erlang_b(servers: Array, load: Array) -> Array:
    """Share of arrivals that find all servers busy, when nobody waits."""
    return in_blocks(_blocking, servers, load)


def erlang_c(servers: Array, load: Array) -> Array:
    """Share of arrivals that have to wait; 1 where the load is not below the servers."""
    return _waiting(erlang_b(servers, load), servers, load)


def service_level(servers: Array, load: Array, handling_time: Array, within: Array) -> Array:
    """Share of arrivals whose wait is at most `within`; 0 where the queue grows without end."""
    return _in_time(erlang_b(servers, load), servers, load, relative(within, handling_time))


def mean_wait(servers: Array, load: Array, handling_time: Array) -> Array:
    """Mean wait of all arrivals, also those who do not wait; load < servers."""
    return erlang_c(servers, load) * handling_time / (servers - load)


def occupied_positions(load: Array, max_occupancy: Array) -> Array:
    """Fewest whole positions of which no larger share than `max_occupancy` is busy."""
    return np.maximum(np.ceil(load / max_occupancy - ROUNDING), 0) + 0.0


def queue_positions(
    queue_load: Array, handling_time: Array, within: Array, share: Array, max_occupancy: Array
) -> Array:
    """Fewest positions that answer the share in time and keep the queue stable; 0 without load."""
    needed = in_blocks(_positions, queue_load, relative(within, handling_time), share)
    return np.maximum(needed, occupied_positions(queue_load, max_occupancy))


def relative(time: Array, handling_time: Array) -> Array:
    """Time in units of the handling time; as good as infinite if too large for a float."""
    with np.errstate(over="ignore"):
        return time / handling_time


def in_blocks(work: Callable[..., Array], *arguments: Array) -> Array:
    """Apply work on flat arrays of one length to arrays of any shapes, a block at a time."""
    whole = np.broadcast_arrays(*arguments)
    flat = [array.ravel() for array in whole]
    with np.errstate(under="ignore"):
        blocks = [
            work(*(array[begin : begin + BLOCK] for array in flat))
            for begin in range(0, flat[0].size, BLOCK)
        ]
    return np.concatenate([np.empty(0), *blocks]).reshape(whole[0].shape)


def _waiting(blocked: Array, servers: Array, load: Array) -> Array:
    """Erlang C from Erlang B; the idle servers are what keeps the queue in check."""
    idle = servers - load
    stable = idle > 0
    return np.where(stable, _stable_waiting(blocked, servers, load, np.where(stable, idle, 1)), 1.0)


def _in_time(blocked: Array, servers: Array, load: Array, relative_time: Array) -> Array:
    """Service level from Erlang B; time in units of the handling time."""
    idle = servers - load
    stable = idle > 0
    some = np.where(stable, idle, 1)
    return np.where(stable, _stable_in_time(blocked, servers, load, some, relative_time), 0.0)


def _stable_waiting(blocked: Array, servers: Array, load: Array, idle: Array) -> Array:
    """Erlang C where idle = servers - load is above 0."""
    return servers * blocked / (idle + load * blocked)


def _stable_in_time(
    blocked: Array, servers: Array, load: Array, idle: Array, relative_time: Array
) -> Array:
    """Service level where idle = servers - load is above 0."""
    return 1 - _stable_waiting(blocked, servers, load, idle) * np.exp(-idle * relative_time)


def _more_blocking(blocked: Array, servers: Array, load: Array) -> Array:
    """Erlang B for so many servers, from Erlang B for one fewer."""
    busy = load * blocked
    return busy / (servers + busy)


def _first_blocking(servers: Array, load: Array) -> Array:
    """Erlang B where the servers are at most the load: one over a sum of ever smaller terms.

    1 / B = 1 + n/a + n(n-1)/a^2 + ... + n!/a^n, from B = (a^n/n!) / (1 + a + ... + a^n/n!).
    Going on with an element that is done adds nothing to it: its terms are 0 or negligible.
    """
    total = np.ones_like(load)
    places = np.flatnonzero(servers > 0)
    left, per, term, part = servers[places], load[places], total[places], total[places]
    while places.size:
        term = term * (left / per)
        part = part + term
        left = left - 1
        going = term > part * NEGLIGIBLE
        if _few(going):
            total[places] = part
            keep = np.flatnonzero(going)
            places, left, per = places[keep], left[keep], per[keep]
            term, part = term[keep], part[keep]
    return 1 / total


def _blocking(servers: Array, load: Array) -> Array:
    """Erlang B on flat arrays: the first servers at once, each further one from the one before."""
    count = np.floor(np.minimum(servers, load))
    blocked = _first_blocking(count, load)
    places = np.flatnonzero(count < servers)
    reached, last, per, now = count[places], servers[places], load[places], blocked[places]
    while places.size:
        reached = reached + 1
        now = _more_blocking(now, reached, per)
        going = (reached < last) & (now > 0)
        if not going.all():
            blocked[places] = now
            places = places[going]
            reached, last, per, now = reached[going], last[going], per[going], now[going]
    return blocked


def _positions(load: Array, relative_time: Array, share: Array) -> Array:
    """Go up from the fewest servers that keep the queue stable to the first that meet the share."""
    needed = np.zeros_like(load)
    places = np.flatnonzero(load > 0)
    per, time, least = load[places], relative_time[places], share[places]
    count = np.floor(per)
    found, short = count + 1, np.ones(count.shape, np.bool_)
    now = _first_blocking(count, per)
    while places.size:
        count = count + 1
        now = _more_blocking(now, count, per)
        short = short & (_stable_in_time(now, count, per, count - per, time) < least)
        found = found + short
        if _few(short):
            needed[places] = found
            keep = np.flatnonzero(short)
            places, count, now, found = places[keep], count[keep], now[keep], found[keep]
            per, time, least, short = per[keep], time[keep], least[keep], short[keep]
    return needed


def _few(going: NDArray[np.bool_]) -> bool:
    """Whether so few are left that gathering them costs less than carrying the others along."""
    return 2 * np.count_nonzero(going) < going.size
