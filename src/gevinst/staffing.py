"""Staffing arithmetic for plain numbers and arrays; no project is needed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import checked_array, checked_limits
from gevinst.core import net_hours as core

__all__ = ["net_hours"]


def net_hours(
    contract_hours: ArrayLike, deductions: Mapping[str, float] | Sequence[float]
) -> float | NDArray[np.float64]:
    """Hours at work per year that a full position leaves, after all absence.

    Parameters
    ----------
    contract_hours : array_like
        Hours per year that the contract pays for, above 0, for example 37.5 x 52 = 1950.
    deductions : mapping of str to float, or sequence of float
        Holiday, public holidays, sick leave, training, meetings and so on, each as a share of
        the *contract* hours (0 to 1). The shares are added. Name them by giving a mapping.

    Returns
    -------
    float or ndarray
        Net hours per full position and year, in the shape of `contract_hours`.

    Raises
    ------
    ArgumentError
        If a number is NaN or infinite, a share lies outside 0 to 1, the shares add up to more
        than 1, or contract hours are 0 or fewer.

    Notes
    -----
    A sick-leave rate is often published as a share of *agreed* working days, holidays left out:
    convert it first, or the deduction is too large.

    Examples
    --------
    >>> round(net_hours(1950, {"holiday": 25 / 260, "sick leave": 0.08, "training": 0.02}), 1)
    1567.5
    """
    shares = [*deductions.values()] if isinstance(deductions, Mapping) else deductions
    each = checked_limits("deductions", checked_array("deductions", shares), least=0, most=1)
    deducted = np.asarray(math.fsum(each.flat))
    hours = core.net_hours(
        checked_limits("contract_hours", checked_array("contract_hours", contract_hours), above=0),
        checked_limits("sum(deductions)", deducted, most=1),
    )
    return float(hours) if hours.ndim == 0 else hours
