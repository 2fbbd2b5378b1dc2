"""Checks that the public function modules make on what they are called with.

Each check returns what it was given, as float64, or raises an `ArgumentError` that names the
argument, what was found and what is allowed. The core below trusts its input.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.errors import ArgumentError
from gevinst.messages import nearest

Array = NDArray[np.float64]


def checked_array(name: str, values: ArrayLike, *, endless: bool = False) -> Array:
    """Return numbers as a float64 array in which all are finite, or infinite too if `endless`."""
    raw = _as_array(name, values)
    array = raw.astype(np.float64)
    fitting = ~np.isnan(array) if endless else np.isfinite(array)
    if not fitting.all():
        place = np.unravel_index(int(np.argmin(fitting)), array.shape)
        raise ArgumentError.not_finite(name, float(array[place]), _place(place))
    return array


def checked_one(name: str, value: ArrayLike, **limits: float) -> float:
    """Return one finite number within the limits, as `checked_limits` names them."""
    array = checked_array(name, value)
    if array.ndim:
        raise ArgumentError.shape(name, str(array.shape), "()")
    return float(checked_limits(name, array, **limits))


def checked_whole(name: str, array: Array) -> Array:
    """Return the array if every element is a whole number."""
    broken = array != np.floor(array)
    if broken.any():
        place = np.unravel_index(int(np.argmax(broken)), array.shape)
        raise ArgumentError(
            "argument.whole", argument=name, found=float(array[place]), place=_place(place)
        )
    return array


def checked_year(name: str, year: object) -> int:
    """Return a calendar year as an int."""
    if isinstance(year, (bool, np.bool_)) or not isinstance(year, (int, np.integer)):
        raise ArgumentError("argument.whole", argument=name, found=str(year), place=None)
    return int(year)


def checked_size(name: str, values: Array) -> Array:
    """Return what was computed of `name` if no number in it became too large for a float."""
    if not np.isfinite(values).all():
        raise ArgumentError("argument.too_large", argument=name)
    return values


def checked_stable(servers: Array, load: Array) -> None:
    """Go on if every load is below its servers; the two arrays have one shape."""
    unstable = load >= servers
    if unstable.any():
        place = np.unravel_index(int(np.argmax(unstable)), load.shape)
        raise ArgumentError(
            "argument.unstable",
            found=float(servers[place]),
            load=float(load[place]),
            smallest=math.floor(float(load[place])) + 1,
            place=_place(place),
        )


def _as_array(name: str, values: ArrayLike) -> NDArray[np.generic]:
    """Return an array of numbers; text, dates, yes/no and ragged lists are none."""
    if isinstance(values, np.ma.MaskedArray) and values.mask.any():
        raise ArgumentError.not_numbers(name, "MaskedArray")
    try:
        raw: NDArray[np.generic] = np.asarray(values)
    except ValueError:
        raise ArgumentError.not_numbers(name, "ragged list") from None
    if raw.dtype.kind not in "iuf":
        raise ArgumentError.not_numbers(name, type(values).__name__)
    return raw


def checked_limits(
    name: str,
    array: Array,
    *,
    above: float | None = None,
    least: float | None = None,
    most: float | None = None,
    below: float | None = None,
) -> Array:
    """Return the array if every element is above or at least, and at most or below, the limits."""
    for limit, wrong, sign in (
        (above, None if above is None else array <= above, ">"),
        (least, None if least is None else array < least, ">="),
        (most, None if most is None else array > most, "<="),
        (below, None if below is None else array >= below, "<"),
    ):
        if wrong is not None and wrong.any():
            place = np.unravel_index(int(np.argmax(wrong)), array.shape)
            raise ArgumentError.outside(
                name, float(array[place]), f"{sign} {limit:g}", _place(place)
            )
    return array


def checked_dimensions(name: str, array: Array, *, least: int, most: int | None = None) -> Array:
    """Return the array if it has a fitting number of axes and none of them is empty."""
    if array.ndim < least or (most is not None and array.ndim > most) or array.size == 0:
        raise ArgumentError.shape(name, str(array.shape), "(n,)" if most == 1 else "(n, ...)")
    return array


def checked_length(name: str, array: Array, length: int) -> Array:
    """Return one number repeated, or the array if it has that many numbers."""
    if array.ndim == 0:
        return np.full(length, float(array))
    if array.shape != (length,):
        raise ArgumentError.shape(name, str(array.shape), f"() / ({length},)")
    return array


def checked_broadcast(names: Sequence[str], arrays: Sequence[Array]) -> tuple[Array, ...]:
    """Return the arrays in one common shape."""
    try:
        return tuple(np.broadcast_arrays(*arrays))
    except ValueError:
        shapes = ", ".join(str(array.shape) for array in arrays)
        raise ArgumentError.shape(", ".join(names), shapes, "() / (n,)") from None


def checked_choice(name: str, choice: object, allowed: Iterable[str]) -> str:
    """Return the choice if it is one of those allowed."""
    choices = tuple(allowed)
    if not isinstance(choice, str):
        raise ArgumentError.choice(name, _kind(choice), choices)
    if choice not in choices:
        raise ArgumentError.choice(name, choice, choices, nearest(choice, choices))
    return choice


def checked_names(name: str, names: object) -> tuple[str, ...]:
    """Return one text or several as texts; each once, in their order."""
    if isinstance(names, str):
        return (names,)
    if isinstance(names, bytes) or not isinstance(names, Iterable):
        raise ArgumentError("argument.not_names", argument=name, found=_kind(names))
    several = tuple(names)
    for one in several:
        if not isinstance(one, str):
            raise ArgumentError("argument.not_names", argument=name, found=_kind(one))
    return tuple(dict.fromkeys(several))


def checked_yes(name: str, choice: object) -> bool:
    """Return the choice if it is True or False: text such as ``"no"`` would count as yes."""
    if not isinstance(choice, bool | np.bool_):
        raise ArgumentError.choice(name, _kind(choice), ("True", "False"))
    return bool(choice)


def _kind(choice: object) -> str:
    """What stands in place of a choice: a short value as it is, anything else by its type."""
    return str(choice) if isinstance(choice, str | int | float | None) else type(choice).__name__


def _place(place: tuple[np.intp, ...]) -> str | None:
    """Write the place of an element as Python indexes it; None for a single number."""
    return f"[{', '.join(str(int(index)) for index in place)}]" if place else None
