"""Waiting and staffing by Erlang's formulas, for plain numbers and arrays. No project is needed.

A *load* in erlang is the work that arrives per unit of time: arrivals per hour times hours each.
Servers are whole numbers. Times are in any one unit, the same for all arguments. Arrivals are
Poisson and handling times exponentially distributed. Arguments are broadcast::

    load = 3.6 * 10 / 60  # 3.6 alerts an hour, ten minutes each: 0.6 erlang
    gevinst.queueing.required_positions(load, 10, within=240, share=0.9)  # 1

Loads up to 1,000,000 erlang are taken; the tests compare with exact arithmetic up to 10,000.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import (
    checked_array,
    checked_broadcast,
    checked_limits,
    checked_stable,
    checked_whole,
)
from gevinst.core import abandonment
from gevinst.core import queueing as core

__all__ = [
    "ErlangA",
    "erlang_a",
    "erlang_b",
    "erlang_c",
    "mean_wait",
    "required_positions",
    "service_level",
]

Array = NDArray[np.float64]
Number = float | Array

LARGEST_LOAD = 1e6
"""Larger loads would take long, and nobody has them."""

LONGEST_PATIENCE = 1e12
"""In handling times, and one over the shortest; beyond it patience is as good as endless."""


class ErlangA(NamedTuple):
    """What an arrival meets in a queue that people leave.

    Attributes
    ----------
    wait : float or ndarray
        Probability of finding all servers busy, and so of having to wait.
    abandon : float or ndarray
        Share of all arrivals that leave before they are served.
    occupancy : float or ndarray
        Share of their time that the servers are busy; 0 without servers.
    mean_wait : float or ndarray
        Mean time in the queue of all arrivals, served at once, later or never; in the unit of the
        times that were given.
    service_level : float or ndarray
        Served within the target, as a share of *all* arrivals, also those who left.
    """

    wait: Number
    abandon: Number
    occupancy: Number
    mean_wait: Number
    service_level: Number


def erlang_b(servers: ArrayLike, load: ArrayLike) -> Number:
    """Probability of finding all servers busy when nobody can wait (Erlang's loss formula).

    Parameters
    ----------
    servers : array_like
        Whole numbers, 0 or more.
    load : array_like
        Erlang, 0 or more.

    Returns
    -------
    float or ndarray
        Share of the arrivals that is lost, 0 to 1; 1 without servers.

    Raises
    ------
    ArgumentError
        If a number is NaN, infinite, negative or too large, servers are not whole, or the shapes
        do not fit together.

    References
    ----------
    A. K. Erlang (1917), Solution of some problems in the theory of probabilities of significance
    in automatic telephone exchanges.

    Examples
    --------
    >>> erlang_b(2, 1)
    0.2
    >>> erlang_b([0, 1, 2, 3], 1).round(4).tolist()
    [1.0, 0.5, 0.2, 0.0625]
    """
    return _number(core.erlang_b(*_servers_and_load(servers, load)))


def erlang_c(servers: ArrayLike, load: ArrayLike) -> Number:
    """Probability of having to wait when everybody waits until served (Erlang's delay formula).

    Parameters
    ----------
    servers : array_like
        Whole numbers, 0 or more.
    load : array_like
        Erlang, 0 or more.

    Returns
    -------
    float or ndarray
        Share of the arrivals that waits, 0 to 1. Where the load is not below the servers the queue
        grows without end, and the probability is 1.

    Raises
    ------
    ArgumentError
        If a number is NaN, infinite, negative or too large, servers are not whole, or the shapes
        do not fit together.

    References
    ----------
    A. K. Erlang (1917), as `erlang_b`.

    Examples
    --------
    >>> round(erlang_c(2, 1), 12)
    0.333333333333
    >>> erlang_c(2, 2)
    1.0
    """
    return _number(core.erlang_c(*_servers_and_load(servers, load)))


def service_level(
    servers: ArrayLike, load: ArrayLike, handling_time: ArrayLike, within: ArrayLike
) -> Number:
    """Share of the arrivals that waits no longer than a target, when everybody waits until served.

    Parameters
    ----------
    servers : array_like
        Whole numbers, 0 or more.
    load : array_like
        Erlang, 0 or more.
    handling_time : array_like
        Mean time that one arrival keeps a server busy, above 0.
    within : array_like
        The longest wait that meets the target, 0 or more, in the unit of `handling_time`; may be
        infinite.

    Returns
    -------
    float or ndarray
        Share, 0 to 1. Where the load is not below the servers the queue grows without end, and the
        share is 0 (also of an infinite target).

    Raises
    ------
    ArgumentError
        If a number is NaN or outside what is allowed, servers are not whole, or the shapes do not
        fit together.

    Examples
    --------
    100 calls per half hour, three minutes each, 14 agents, answered within 20 seconds:

    >>> round(service_level(14, 100 * 3 / 30, 180, 20), 5)
    0.88835
    """
    return _number(core.service_level(*_queue(servers, load, handling_time, within)))


def mean_wait(servers: ArrayLike, load: ArrayLike, handling_time: ArrayLike) -> Number:
    """Mean wait of all arrivals, those who need not wait too, when everybody waits until served.

    Parameters
    ----------
    servers : array_like
        Whole numbers, above the load.
    load : array_like
        Erlang, 0 or more.
    handling_time : array_like
        Mean time that one arrival keeps a server busy, above 0.

    Returns
    -------
    float or ndarray
        In the unit of `handling_time`.

    Raises
    ------
    ArgumentError
        If a load is not below its servers (the error names the smallest stable number and the place
        in the array), a number is NaN or outside what is allowed, servers are not whole, or the
        shapes do not fit together.

    Examples
    --------
    >>> round(mean_wait(2, 1, 3.0), 12)
    1.0
    """
    arrays = _queue(servers, load, handling_time, 0)[:3]
    checked_stable(*arrays[:2])
    return _number(core.mean_wait(*arrays))


def erlang_a(
    servers: ArrayLike,
    load: ArrayLike,
    handling_time: ArrayLike,
    patience: ArrayLike,
    within: ArrayLike,
) -> ErlangA:
    """Waiting, abandonment and service level of a queue that people leave (Erlang A, M/M/n+M).

    Parameters
    ----------
    servers : array_like
        Whole numbers, 0 or more.
    load : array_like
        Erlang, 0 or more; may be above the servers, since those who leave keep the queue in check.
    handling_time : array_like
        Mean time that one arrival keeps a server busy, above 0.
    patience : array_like
        Mean of the exponentially distributed time after which an arrival that is still waiting
        leaves; above 0, between 1e-12 and 1e12 handling times, or infinite: then nobody leaves, and
        the answer is that of Erlang C.
    within : array_like
        The longest wait that meets the target, 0 or more; may be infinite.

    Returns
    -------
    ErlangA
        `wait`, `abandon`, `occupancy`, `mean_wait` and `service_level`; floats if all arguments are
        numbers, else arrays of the common shape.

    Raises
    ------
    ArgumentError
        If patience is infinite and the load not below the servers, a number is NaN or outside what
        is allowed, servers are not whole, or the shapes do not fit together.

    References
    ----------
    S. Zeltyn and A. Mandelbaum (2005), Call centers with impatient customers: many-server
    asymptotics of the M/M/n + G queue, Queueing Systems 51, 361-402,
    https://doi.org/10.1007/s11134-005-3699-8.

    Examples
    --------
    One nurse, work for one, and patience as long as the work: the number present is Poisson.

    >>> import math
    >>> found = erlang_a(1, 1, 10, 10, within=0)
    >>> round(found.wait, 12) == round(1 - math.exp(-1), 12)
    True
    >>> round(found.abandon, 6), round(found.mean_wait, 5)
    (0.367879, 3.67879)
    """
    arrays = _queue(servers, load, handling_time, within, patience)
    _, offered, handling, target, patient = arrays
    endless = np.isinf(patient)
    checked_stable(np.where(endless, arrays[0], np.inf), offered)
    mortal = np.where(endless, handling, patient)
    found = abandonment.erlang_a(
        arrays[0], offered, handling / mortal, core.relative(target, handling)
    )
    found = found._replace(mean_wait=found.mean_wait * handling)
    if endless.any():
        found = _where_endless(endless, arrays, found)
    return ErlangA(*(_number(part) for part in found))


def required_positions(
    load: ArrayLike,
    handling_time: ArrayLike,
    within: ArrayLike,
    share: ArrayLike,
    max_occupancy: ArrayLike = 1.0,
    patience: ArrayLike | None = None,
) -> int | NDArray[np.int64]:
    """Smallest number of positions that serves a share of the arrivals in time.

    Parameters
    ----------
    load : array_like
        Erlang, 0 or more.
    handling_time : array_like
        Mean time that one arrival keeps a position busy, above 0.
    within : array_like
        The longest wait that meets the target, 0 or more, in the unit of `handling_time`; may be
        infinite: then any stable number will do.
    share : array_like
        Share of the arrivals that is to be served within the target, 0 or more and below 1: there
        is always somebody who waits longer, however many positions.
    max_occupancy : array_like
        Largest share of their time that the positions may be busy, above 0 and at most 1. A need
        that exceeds a whole number by less than 1e-9 is that number.
    patience : array_like, optional
        Mean patience, as in `erlang_a`; those who leave are not served in time. None, or infinite:
        nobody leaves, and the positions always keep the queue stable.

    Returns
    -------
    int or ndarray of int
        One fewer misses the target (or is not stable, or is too busy). 0 without load.

    Raises
    ------
    ArgumentError
        If a number is NaN or outside what is allowed, or the shapes do not fit together.

    Examples
    --------
    A small centre: 3.6 alerts an hour, ten minutes each, nine of ten within four hours.

    >>> required_positions(0.6, 10, 240, 0.9)
    1
    >>> required_positions([0, 0.6, 1.6, 10], 3, 20 / 60, 0.8, max_occupancy=0.85).tolist()
    [0, 2, 4, 14]
    """
    arrays = _checked(None, load, handling_time, within, patience)
    arrays["share"] = checked_limits("share", checked_array("share", share), least=0, below=1)
    arrays["max_occupancy"] = checked_limits(
        "max_occupancy", checked_array("max_occupancy", max_occupancy), above=0, most=1
    )
    together = checked_broadcast(tuple(arrays), tuple(arrays.values()))
    if patience is None:
        needed = core.queue_positions(*arrays.values())
    else:
        *given, patient, least, busiest = together
        endless = np.isinf(patient)
        needed = np.empty(patient.shape)
        given += [least, busiest]
        needed[endless] = core.queue_positions(*(array[endless] for array in given))
        mortal = (array[~endless] for array in (*given, patient))
        needed[~endless] = abandonment.queue_positions(*mortal)
    whole = needed.astype(np.int64)
    return int(whole) if whole.ndim == 0 else whole


def _where_endless(
    endless: NDArray[np.bool_], arrays: tuple[Array, ...], found: abandonment.Measures
) -> abandonment.Measures:
    """Erlang C in place of Erlang A where patience is endless."""
    servers, load, handling, target, _ = arrays
    stable = np.where(endless, servers, load + 1)
    instead = abandonment.Measures(
        wait=core.erlang_c(servers, load),
        abandon=np.zeros_like(load),
        occupancy=load / np.maximum(stable, 1),
        mean_wait=core.mean_wait(stable, load, handling),
        service_level=core.service_level(servers, load, handling, target),
    )
    return abandonment.Measures(
        *(np.where(endless, new, old) for new, old in zip(instead, found, strict=True))
    )


def _servers_and_load(servers: ArrayLike, load: ArrayLike) -> tuple[Array, ...]:
    """Both, checked, in one shape."""
    return checked_broadcast(("servers", "load"), (_servers(servers), _load(load)))


def _queue(
    servers: ArrayLike,
    load: ArrayLike,
    handling_time: ArrayLike,
    within: ArrayLike,
    patience: ArrayLike | None = None,
) -> tuple[Array, ...]:
    """The arguments that are given, in this order, checked, in one shape."""
    arrays = _checked(servers, load, handling_time, within, patience)
    return checked_broadcast(tuple(arrays), tuple(arrays.values()))


def _checked(
    servers: ArrayLike | None,
    load: ArrayLike,
    handling_time: ArrayLike,
    within: ArrayLike,
    patience: ArrayLike | None,
) -> dict[str, Array]:
    """The arguments that are given, by name, in this order, each checked."""
    arrays = {} if servers is None else {"servers": _servers(servers)}
    arrays["load"] = _load(load)
    arrays["handling_time"] = handling = checked_limits(
        "handling_time", checked_array("handling_time", handling_time), above=0
    )
    arrays["within"] = checked_limits(
        "within", checked_array("within", within, endless=True), least=0
    )
    if patience is not None:
        arrays["patience"] = patient = checked_limits(
            "patience", checked_array("patience", patience, endless=True), above=0
        )
        both = checked_broadcast(("patience", "handling_time"), (patient, handling))
        relative = np.where(np.isinf(patient), 1, core.relative(*both))
        limits = {"least": 1 / LONGEST_PATIENCE, "most": LONGEST_PATIENCE}
        checked_limits("patience / handling_time", relative, **limits)
    return arrays


def _servers(servers: ArrayLike) -> Array:
    return checked_whole(
        "servers", checked_limits("servers", checked_array("servers", servers), least=0)
    )


def _load(load: ArrayLike) -> Array:
    return checked_limits("load", checked_array("load", load), least=0, most=LARGEST_LOAD)


def _number(values: Array) -> Number:
    """A float for a single number."""
    return float(values) if values.ndim == 0 else values
