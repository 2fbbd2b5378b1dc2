"""What the functions of this package are called with, checked, and what they hand back."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import (
    checked_array,
    checked_broadcast,
    checked_limits,
    checked_whole,
)
from gevinst.core import queueing as core

Array = NDArray[np.float64]
Number = float | Array

LARGEST_LOAD = 1e6
"""Larger loads would take long, and nobody has them."""

LONGEST_PATIENCE = 1e12
"""In handling times, and one over the shortest; beyond it patience is as good as endless."""


def checked_servers_and_load(servers: ArrayLike, load: ArrayLike) -> tuple[Array, ...]:
    """Both, checked, in one shape."""
    return checked_broadcast(("servers", "load"), (_servers(servers), _load(load)))


def checked_queue(
    servers: ArrayLike,
    load: ArrayLike,
    handling_time: ArrayLike,
    within: ArrayLike,
    patience: ArrayLike | None = None,
) -> tuple[Array, ...]:
    """The arguments that are given, in this order, checked, in one shape."""
    arrays = checked_each(servers, load, handling_time, within, patience)
    return checked_broadcast(tuple(arrays), tuple(arrays.values()))


def checked_each(
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


def as_number(values: Array) -> Number:
    """A float for a single number."""
    return float(values) if values.ndim == 0 else values
