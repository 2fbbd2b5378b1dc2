"""The smallest number of positions that meets a target."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import checked_array, checked_broadcast, checked_limits
from gevinst.core import abandonment
from gevinst.core import queueing as core
from gevinst.queueing.checking import checked_each


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
    arrays = checked_each(None, load, handling_time, within, patience)
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
