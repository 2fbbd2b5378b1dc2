"""Rules that make the worst-off group as well off as can be."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from gevinst.allocation.checking import (
    MOST_EXACT,
    checked_costs,
    exactly,
    finite,
    games_of,
    given_back,
)
from gevinst.core.games import Numbers, alone
from gevinst.errors import ArgumentError
from gevinst.solvers import nucleoli

__all__ = ["least_core", "nucleolus", "per_capita_nucleolus"]


def nucleolus(costs: ArrayLike) -> Numbers:
    """Split a cost so that the largest excess is smallest, then the next largest, and so on.

    The excess of a group is what it pays above its own cost. Only splits where nobody pays more
    than alone are considered.

    Parameters
    ----------
    costs : array_like, shape (2**n, ...)
        Cost of every group; the index is a bitmask (bit i is partner i), and the empty group costs
        0. Further axes are a batch of games, solved one by one. At most 20 partners.

    Returns
    -------
    ndarray, shape (n, ...)
        What each partner pays, in the unit of `costs`; together the cost of all. Float64, within
        some 1e-11 of the largest cost. Fractions, and exact, if every cost is a Fraction or Decimal
        (at most 10 partners).

    Raises
    ------
    ArgumentError
        As for `shapley`, or if the partners together cost more than the sum of each alone, so that
        somebody has to pay more than alone: `least_core` has an answer then too.

    Notes
    -----
    There is exactly one such split, and no group can object to it if there is any split to which
    none can object: it is in the core when the core is not empty [1]_. It is found by successive
    linear programs.

    References
    ----------
    .. [1] D. Schmeidler, "The nucleolus of a characteristic function game", SIAM Journal on Applied
       Mathematics 17 (1969) 1163-1170.

    Examples
    --------
    >>> nucleolus([0, 15, 20, 35, 55, 61, 65, 78]).tolist()
    [14.0, 18.5, 45.5]
    """
    return _imputations(costs, per_member=False)


def per_capita_nucleolus(costs: ArrayLike) -> Numbers:
    """Split a cost as `nucleolus` does, but with the excess of a group divided by its members.

    Parameters
    ----------
    costs : array_like, shape (2**n, ...)
        Cost of every group, index = bitmask, 0 for the empty group; further axes are a batch.

    Returns
    -------
    ndarray, shape (n, ...)
        What each partner pays, in the unit of `costs`; together the cost of all. As precise as
        `nucleolus`.

    Raises
    ------
    ArgumentError
        As for `nucleolus`.

    Notes
    -----
    When the cost of all grows and no other cost does, nobody pays less by this rule; by the
    nucleolus somebody may [1]_.

    References
    ----------
    .. [1] H. P. Young, "Monotonic solutions of cooperative games", International Journal of Game
       Theory 14 (1985) 65-72.

    Examples
    --------
    >>> per_capita_nucleolus([0, 15, 20, 35, 55, 61, 65, 78]).round(3).tolist()
    [14.333, 18.833, 44.833]
    """
    return _imputations(costs, per_member=True)


def least_core(costs: ArrayLike) -> tuple[float | Numbers, Numbers]:
    """Smallest excess that no group has to exceed, and the split that reaches it best.

    Parameters
    ----------
    costs : array_like, shape (2**n, ...)
        Cost of every group, index = bitmask, 0 for the empty group; further axes are a batch.

    Returns
    -------
    tuple of float or ndarray, shape (...), and ndarray, shape (n, ...)
        The excess, in the unit of `costs`: at 0 or below, no group can do better on its own, by
        that margin; above 0, in every split some group pays so much more than its own cost, or even
        more. With one partner there is no other group, and it is 0. Then what each partner pays:
        of all splits with that excess the one with the smallest next largest excess, and so on
        (the prenucleolus), so that there is exactly one; together the cost of all.

    Raises
    ------
    ArgumentError
        As for `shapley`.

    Notes
    -----
    Somebody may pay more than alone: where all together cost more than the sum of each alone, that
    cannot be avoided. Otherwise `nucleolus` avoids it.

    References
    ----------
    .. [1] M. Maschler, B. Peleg and L. S. Shapley, "Geometric properties of the kernel, nucleolus,
       and related solution concepts", Mathematics of Operations Research 4 (1979) 303-338.

    Examples
    --------
    >>> excess, shares = least_core([0, 15, 20, 35, 55, 61, 65, 78])
    >>> excess, shares.tolist()
    (-1.0, [14.0, 18.5, 45.5])
    """
    games = finite(checked_costs(costs))
    shares, excesses = _solved(games, per_member=False, individual=False)
    given = given_back(shares, games)
    if games.ndim == 1:
        return excesses.tolist()[0], given
    return excesses.reshape(games.shape[1:]), given


def _imputations(costs: ArrayLike, *, per_member: bool) -> Numbers:
    games = finite(checked_costs(costs))
    for game in games_of(games).T:
        if not nucleoli.has_imputations(game):
            raise ArgumentError(
                "argument.no_imputation",
                argument="costs",
                found=float(game[-1]),
                allowed=float(alone(game).sum()),
            )
    shares, _ = _solved(games, per_member=per_member, individual=True)
    return given_back(shares, games)


def _solved(games: Numbers, *, per_member: bool, individual: bool) -> tuple[Numbers, Numbers]:
    solved = [
        _one(np.ascontiguousarray(game), per_member=per_member, individual=individual)
        for game in games_of(games).T
    ]
    shares = np.stack([shares for shares, _ in solved], axis=1)
    excesses: Numbers = np.array([excess for _, excess in solved])
    return shares, excesses


def _one(game: Numbers, *, per_member: bool, individual: bool) -> tuple[Numbers, Any]:
    """Solve one game; where rounding keeps floats from an answer, exactly."""
    try:
        return nucleoli.nucleolus(game, per_member=per_member, individual=individual)
    except nucleoli.NoProgressError:
        pass
    partners = (len(game) - 1).bit_length()
    if partners > MOST_EXACT:
        raise ArgumentError("argument.unsolved", argument="costs", allowed=MOST_EXACT)
    shares, excess = nucleoli.nucleolus(exactly(game), per_member=per_member, individual=individual)
    return shares.astype(np.float64), float(excess)
