"""From the prices of one year to those of another, by growth that is given."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import checked_array, checked_limits
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
        If a number is NaN or infinite, growth is -1 or lower, or a year on the way has none.

    Examples
    --------
    >>> round(change_price_year(100, 2023, 2025, {2024: 0.05, 2025: 0.04}), 9)
    109.2
    >>> round(change_price_year(109.2, 2025, 2023, {2024: 0.05, 2025: 0.04}), 9)
    100.0
    """
    amounts = checked_array("amount", amount)
    first, last = sorted((from_year, to_year))
    way = range(first + 1, last + 1)
    missing = [year for year in way if year not in growth]
    if missing:
        raise ArgumentError.choice("growth", str(missing[0]), map(str, sorted(growth)))
    rates = checked_array("growth", [growth[year] for year in way] or [0.0])
    factor = core.price_factor(checked_limits("growth", rates, above=-1))
    changed = amounts * factor if to_year >= from_year else amounts / factor
    return float(changed) if changed.ndim == 0 else changed
