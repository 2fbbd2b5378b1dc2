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

NEARLY_ALL = 1 - 2.0**-53
"""The largest number below 1: no number of positions answers all, so none is looked for."""

ROUNDING = 1e-9
"""Of a position: a need that exceeds a whole number by less is that number."""

BLOCK = 8192
"""Elements worked on at a time: their arrays stay in the processor's cache."""

SORTED = 4 * BLOCK
"""Elements sorted at a time."""

LAST_KIND = 2.0**16 - 1
"""Loads are sorted by their whole part, up to this one: sixteen bits sort fast."""

STRIDE = 4
"""Terms added between looking whether the next ones still matter."""


def erlang_b(servers: Array, load: Array) -> Array:
    """Share of arrivals that find all servers busy, when nobody waits."""
    return in_blocks(_blocking, servers, load)


def erlang_c(servers: Array, load: Array) -> Array:
    """Share of arrivals that have to wait; 1 where the load is not below the servers."""
    return _waiting(erlang_b(servers, load), servers, load)


def service_level(servers: Array, load: Array, handling_time: Array, within: Array) -> Array:
    """Share of arrivals whose wait is at most `within`; 0 where the queue grows without end."""
    blocked = erlang_b(servers, load)
    with np.errstate(under="ignore"):
        return _in_time(blocked, servers, load, relative(within, handling_time))


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
    arguments = (queue_load, handling_time, within, share, max_occupancy)
    return in_blocks(_sorted_positions, *arguments, size=SORTED)


def relative(time: Array, handling_time: Array) -> Array:
    """Time in units of the handling time; as good as infinite if too large for a float."""
    with np.errstate(over="ignore"):
        return time / handling_time


def in_blocks(work: Callable[..., Array], *arguments: Array, size: int = BLOCK) -> Array:
    """Apply work on flat arrays of one length to arrays of any shapes, a block at a time."""
    shape = np.broadcast_shapes(*(array.shape for array in arguments))
    flat = [_flat(array, shape) for array in arguments]
    done = np.empty(flat[0].size)
    with np.errstate(under="ignore"):
        for begin in range(0, done.size, size):
            here = slice(begin, begin + size)
            done[here] = work(*(array[here] for array in flat))
    return done.reshape(shape)


def _flat(array: Array, shape: tuple[int, ...]) -> Array:
    """All elements in a row; a single number is not copied out."""
    if array.size == 1:
        return np.broadcast_to(array.reshape(1), np.prod(shape, dtype=int))
    return np.broadcast_to(array, shape).reshape(-1)


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
    Going on with an element that is done adds nothing to it: its terms are 0 or negligible. So
    several steps are taken between looking who is done.
    """
    total = np.ones_like(load)
    places = np.flatnonzero(servers > 0)
    left, step, term, part = servers[places], 1 / load[places], total[places], total[places]
    ratio = np.empty_like(left)
    while places.size:
        for _ in range(STRIDE):
            np.multiply(left, step, out=ratio)
            term *= ratio
            part += term
            left -= 1
        going = term > part * NEGLIGIBLE
        if _few(going):
            total[places] = part
            keep = np.flatnonzero(going)
            places, left, step = places[keep], left[keep], step[keep]
            term, part, ratio = term[keep], part[keep], ratio[keep]
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


def _sorted_positions(
    load: Array, handling_time: Array, within: Array, share: Array, max_occupancy: Array
) -> Array:
    """Positions on flat arrays, like loads together: they take as many steps."""
    order = np.argsort(np.minimum(load, LAST_KIND).astype(np.uint16), kind="stable")
    asked = (load, relative(within, handling_time), share)
    needed = np.empty_like(load)
    needed[order] = in_blocks(_positions, *(array[order] for array in asked))
    return np.maximum(needed, occupied_positions(load, max_occupancy))


def _positions(load: Array, relative_time: Array, share: Array) -> Array:
    """Go up from the fewest servers that keep the queue stable to the first that meet the share."""
    needed = np.empty_like(load)
    places = np.arange(load.size)
    per, time, least, count = load, relative_time, np.minimum(share, NEARLY_ALL), np.floor(load)
    found, short = count + 1, np.ones(count.shape, np.bool_)
    now = _first_blocking(count, per)
    while places.size:
        count = count + 1
        now = _more_blocking(now, count, per)
        short &= _stable_in_time(now, count, per, count - per, time) < least
        found += short
        if _few(short):
            needed[places] = found
            keep = np.flatnonzero(short)
            places, count, now, found = places[keep], count[keep], now[keep], found[keep]
            per, time, least, short = per[keep], time[keep], least[keep], short[keep]
    return np.where(load > 0, needed, 0)


def _few(going: NDArray[np.bool_]) -> bool:
    """Whether so few are left that gathering them costs less than carrying the others along."""
    return bool(2 * np.count_nonzero(going) < going.size)
