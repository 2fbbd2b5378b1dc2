"""Erlang A: those who wait leave when their patience ends."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import checked_stable
from gevinst.core import abandonment
from gevinst.core import queueing as core
from gevinst.queueing.checking import Array, Number, as_number, checked_queue


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
    arrays = checked_queue(servers, load, handling_time, within, patience)
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
    return ErlangA(*(as_number(part) for part in found))


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
