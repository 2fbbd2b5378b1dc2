"""Erlang B and C: nobody waits, or everybody waits until served."""

from __future__ import annotations

from numpy.typing import ArrayLike

from gevinst.arguments import checked_stable
from gevinst.core import queueing as core
from gevinst.queueing.checking import (
    Number,
    as_number,
    checked_queue,
    checked_servers_and_load,
)


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
    return as_number(core.erlang_b(*checked_servers_and_load(servers, load)))


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
    return as_number(core.erlang_c(*checked_servers_and_load(servers, load)))


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
    return as_number(core.service_level(*checked_queue(servers, load, handling_time, within)))


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
    arrays = checked_queue(servers, load, handling_time, 0)[:3]
    checked_stable(*arrays[:2])
    return as_number(core.mean_wait(*arrays))
