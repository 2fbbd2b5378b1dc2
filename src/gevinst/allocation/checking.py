"""What the functions of this package are called with: checked, and float64 or exact.

Numbers of the type Fraction, Decimal or an integer too large for a machine word are kept exact, as
Fractions; anything else becomes float64.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from numbers import Rational

import numpy as np
from numpy.typing import ArrayLike

from gevinst.arguments import checked_array
from gevinst.core.games import Numbers
from gevinst.errors import ArgumentError

MOST_PARTNERS = 20
"""2**20 groups are 8 MB."""

MOST_EXACT = 10
"""2**10 Fractions take about a second in the slowest rule."""

NOISE = 1e-11
"""Part of the largest number below which a difference of floats is rounding, not money."""

HUGE = 1e300
"""Above this, sums of floats overflow."""


def checked_numbers(name: str, values: ArrayLike) -> Numbers:
    """Return numbers as float64, all finite, or as Fractions if all are exact."""
    raw = raw_numbers(name, values)
    return raw if raw.dtype == object else checked_array(name, raw)


def raw_numbers(name: str, values: ArrayLike) -> Numbers:
    """Return numbers as float64, finite or not, or as Fractions if all are exact."""
    try:
        raw: Numbers = np.asarray(values)
    except ValueError:
        raise ArgumentError.not_numbers(name, "ragged list") from None
    if raw.dtype == object:
        return _exact(name, raw)
    if raw.dtype.kind not in "iuf":
        raise ArgumentError.not_numbers(name, type(values).__name__)
    return raw if raw.dtype == np.float64 else raw.astype(np.float64)


def _exact(name: str, raw: Numbers) -> Numbers:
    """Turn every number into a Fraction, or all into floats if one of them is a float."""
    numbers = raw.ravel().tolist()
    for place, number in enumerate(numbers):
        if isinstance(number, bool) or not isinstance(number, Rational | Decimal | float):
            raise ArgumentError.not_numbers(name, type(number).__name__)
        if isinstance(number, Decimal) and not number.is_finite():
            where = np.unravel_index(place, raw.shape)
            raise ArgumentError.not_finite(name, float(number), str([int(i) for i in where]))
    if any(isinstance(number, float) for number in numbers):
        return raw.astype(np.float64)
    return exactly(raw)


def exactly(numbers: Numbers) -> Numbers:
    """Turn finite numbers into Fractions of the same value."""
    exact = np.empty(numbers.size, dtype=object)
    exact[:] = [Fraction(number) for number in numbers.ravel().tolist()]
    return exact.reshape(numbers.shape)


def checked_costs(costs: ArrayLike, most: int = MOST_PARTNERS) -> Numbers:
    """Return coalition costs if there is one per group and the empty group costs nothing.

    Whether every float is finite is not seen here but in the result: `finite_or_raise`.
    """
    numbers = raw_numbers("costs", costs)
    groups = numbers.shape[0] if numbers.ndim else 0
    if groups < 2 or groups & (groups - 1) or not numbers.size:  # noqa: PLR2004  one partner
        raise ArgumentError("argument.groups", argument="costs", found=str(numbers.shape))
    limit = min(most, MOST_EXACT) if numbers.dtype == object else most
    partners = (groups - 1).bit_length()
    if partners > limit:
        raise ArgumentError("argument.partners", argument="costs", found=partners, allowed=limit)
    empty = numbers[0] != 0
    if np.any(empty):
        found = float(np.ravel(numbers[0])[int(np.argmax(np.ravel(empty)))])
        raise ArgumentError("argument.empty_group", argument="costs[0]", found=found)
    return numbers


def finite_or_raise(costs: Numbers, result: Numbers) -> None:
    """Raise if a cost is NaN, infinite or so large that the result is not finite.

    A result to which every cost contributes shows a cost that is not finite; looking at the result
    is far less work than looking at 2**n costs.
    """
    if result.dtype == object or np.isfinite(result).all():
        return
    finite(costs)


def finite(numbers: Numbers) -> Numbers:
    """Return the costs if all are finite, and small enough to be added up."""
    if numbers.dtype == object:
        return numbers
    checked = checked_array("costs", numbers)
    largest = float(abs(checked).max())
    if largest > HUGE:
        raise ArgumentError.outside("costs", largest, f"< {HUGE:g}")
    return checked


def noise(numbers: Numbers) -> float:
    """Part of the largest number below which a difference is rounding."""
    return 0 if numbers.dtype == object else NOISE


def games_of(costs: Numbers) -> Numbers:
    """Put the games side by side, shape ``(2**n, games)``."""
    return costs.reshape(len(costs), -1)


def given_back(shares: Numbers, costs: Numbers) -> Numbers:
    """Give the batch back in the shape of the costs."""
    return shares.reshape(len(shares), *costs.shape[1:])
