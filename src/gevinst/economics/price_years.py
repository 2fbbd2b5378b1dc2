"""From the prices of one year to those of another, by growth that is given."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import checked_array, checked_limits, checked_size, checked_year
from gevinst.core import economics as core
from gevinst.errors import ArgumentError


def change_price_year(
    amount: ArrayLike, from_year: int, to_year: int, growth: Mapping[int, float]
) -> float | NDArray[np.float64]:
    """Bring amounts in the kroner of one year to those of another.

    Parameters
    ----------
    amount : array_like
        In the prices of `from_year`.
    from_year, to_year : int
        Either may be the earlier one.
    growth : mapping of int to float
        Growth of prices from the year before, above -1, of every year on the way. Published
        figures: `gevinst.parameters.price_change`.

    Returns
    -------
    float or ndarray
        In the prices of `to_year`; a float if `amount` is a number.

    Raises
    ------
    ArgumentError
        If a number is NaN or infinite, growth is -1 or lower or not one number a year, a year is
        not a whole number, a year on the way has no growth, or the answer is too large.

    Examples
    --------
    >>> round(change_price_year(100, 2023, 2025, {2024: 0.05, 2025: 0.04}), 9)
    109.2
    >>> round(change_price_year(109.2, 2025, 2023, {2024: 0.05, 2025: 0.04}), 9)
    100.0
    """
    amounts = checked_array("amount", amount)
    start, end = checked_year("from_year", from_year), checked_year("to_year", to_year)
    factor = core.price_factor(_growth(range(min(start, end) + 1, max(start, end) + 1), growth))
    with np.errstate(all="ignore"):
        changed = amounts * factor if end >= start else amounts / factor
    checked_size("amount", changed)
    return float(changed) if changed.ndim == 0 else changed


def _growth(way: range, growth: Mapping[int, float]) -> NDArray[np.float64]:
    """Return the growth of every year on the way."""
    if not isinstance(growth, Mapping):
        raise ArgumentError("argument.not_mapping", argument="growth", found=type(growth).__name__)
    missing = next((year for year in way if year not in growth), None)
    if missing is not None:
        raise ArgumentError.choice("growth", str(missing), map(str, sorted(growth)))
    rates = checked_array("growth", [growth[year] for year in way] or [0.0])
    if rates.ndim > 1:
        raise ArgumentError.shape("growth", str(rates.shape), "(n,)")
    return checked_limits("growth", rates, above=-1)
