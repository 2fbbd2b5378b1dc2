"""Rules that read what each partner asks for, and one function for the cost of any total."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import SupportsFloat

import numpy as np
from numpy.typing import ArrayLike

from gevinst.allocation.checking import checked_numbers
from gevinst.arguments import Array, checked_array, checked_limits
from gevinst.core import games as core
from gevinst.core.games import Numbers
from gevinst.errors import ArgumentError

__all__ = ["airport", "average_cost", "serial"]

CostFunction = Callable[[float], SupportsFloat]


def serial(cost_function: CostFunction, demands: ArrayLike) -> Array:
    """Split a cost so that nobody pays for others asking for more than oneself.

    All share equally the cost if everybody asked for as little as the smallest; the others share
    equally what it costs more if everybody asked for at most as much as the next smallest; and so
    on.

    Parameters
    ----------
    cost_function : callable
        Cost of a total demand; called with one float above 0 at a time. The cost of 0 counts as 0.
    demands : array_like, shape (n,)
        What each partner asks for, at least 0, all in one unit, such as patient-months.

    Returns
    -------
    ndarray, shape (n,)
        What each partner pays, in the unit of the cost function; together the cost of the total.

    Raises
    ------
    ArgumentError
        If there is no demand, one is negative, NaN or infinite, or the cost function gives
        something else than a finite number.

    Notes
    -----
    Equal demands pay the same, demand 0 pays 0, and a share does not change when somebody with a
    larger demand asks for more [1]_. A fixed cost is split equally among all with a demand.

    References
    ----------
    .. [1] H. Moulin and S. Shenker, "Serial cost sharing", Econometrica 60 (1992) 1009-1037.

    Examples
    --------
    >>> serial(lambda total: total**2, [1, 2, 3]).tolist()
    [3.0, 11.0, 22.0]

    A fixed cost of 60 and 1 per unit:

    >>> serial(lambda total: 60 + total, [0, 10, 30]).tolist()
    [0.0, 40.0, 60.0]
    """
    asked = _checked_demands(demands)
    levels = np.unique(asked[asked > 0])
    totals = [math.fsum(np.minimum(asked, level)) for level in levels]
    costs = np.array([_cost(cost_function, total) for total in totals])
    return core.serial(asked, levels, costs)


def average_cost(cost_function: CostFunction, demands: ArrayLike) -> Array:
    """Split a cost in proportion to demands: everybody pays the same per unit.

    Parameters
    ----------
    cost_function : callable
        Cost of a total demand; called with one float above 0. The cost of 0 counts as 0.
    demands : array_like, shape (n,)
        What each partner asks for, at least 0, all in one unit, such as patient-months.

    Returns
    -------
    ndarray, shape (n,)
        What each partner pays, in the unit of the cost function; together the cost of the total.

    Raises
    ------
    ArgumentError
        As for `serial`.

    Notes
    -----
    Partners that merge pay what they paid together before. Everybody's price per unit depends on
    what the others ask for.

    Examples
    --------
    >>> average_cost(lambda total: total**2, [1, 2, 3]).tolist()
    [6.0, 12.0, 18.0]
    """
    asked = _checked_demands(demands)
    total = math.fsum(asked)
    if total == 0:
        return np.zeros_like(asked)
    return _cost(cost_function, total) * (asked / total)


def airport(costs: ArrayLike) -> Numbers:
    """Split the cost of something whose cost is that of its most demanding user.

    A runway must be as long as the largest aircraft needs. Each further piece is shared equally by
    those who need it: the Shapley value of the game in which a group costs as much as its dearest
    member, in closed form, for any number of users.

    Parameters
    ----------
    costs : array_like, shape (n,)
        What it would cost for each user alone, at least 0; one number per user.

    Returns
    -------
    ndarray, shape (n,)
        What each user pays, in the unit of `costs`; together the largest of the costs. Fractions if
        every cost is a Fraction or Decimal.

    Raises
    ------
    ArgumentError
        If there is no user, or a cost is negative, NaN or infinite.

    References
    ----------
    .. [1] S. C. Littlechild and G. Owen, "A simple expression for the Shapley value in a special
       case", Management Science 20 (1973) 370-372.

    Examples
    --------
    >>> airport([8, 11, 13, 18]).tolist()
    [2.0, 3.0, 4.0, 9.0]
    """
    stand_alone = checked_numbers("costs", costs)
    _checked_row("costs", stand_alone)
    levels = np.unique(stand_alone[stand_alone > 0])
    return core.serial(stand_alone, levels, levels)


def _checked_demands(demands: ArrayLike) -> Array:
    asked = checked_array("demands", demands)
    _checked_row("demands", asked)
    return asked


def _checked_row(name: str, numbers: Numbers) -> None:
    if numbers.ndim != 1 or not numbers.size:
        raise ArgumentError.shape(name, str(numbers.shape), "(n,)")
    checked_limits(name, numbers, least=0)


def _cost(cost_function: CostFunction, total: float) -> float:
    """Cost of a total, as a float; anything else than a finite number is refused."""
    found = cost_function(total)
    name = f"cost_function({total:.16g})"
    try:
        cost = float(found)
    except (TypeError, ValueError):
        raise ArgumentError.not_numbers(name, type(found).__name__) from None
    if not math.isfinite(cost):
        raise ArgumentError.not_finite(name, cost)
    return cost
