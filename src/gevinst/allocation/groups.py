"""Rules that read the cost of every group of partners, by arithmetic alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.allocation.checking import (
    checked_costs,
    checked_numbers,
    finite,
    finite_or_raise,
    games_of,
    given_back,
    noise,
)
from gevinst.core import games as core
from gevinst.core.games import Numbers
from gevinst.errors import ArgumentError


def shapley(costs: ArrayLike) -> Numbers:
    """Split a cost by what each partner adds to it, on average over all orders of joining.

    Parameters
    ----------
    costs : array_like, shape (2**n, ...)
        Cost of every group; the index is a bitmask (bit i is partner i), and the empty group costs
        0. Further axes are a batch of games. At most 20 partners.

    Returns
    -------
    ndarray, shape (n, ...)
        What each partner pays, in the unit of `costs`; together the cost of all. Float64, within
        some 1e-15 of the largest cost. Fractions if every cost is a Fraction or Decimal (at most
        10 partners).

    Raises
    ------
    ArgumentError
        If there is not one cost per group, the empty group costs something, a cost is NaN or
        infinite, or there are too many partners: `sampled_shapley` takes any number.

    Notes
    -----
    Equal partners pay the same, who adds nothing to any group pays nothing, and the shares of two
    costs add up to the shares of their sum [1]_. When every partner adds less to a larger group, no
    group pays more than its own cost [2]_; otherwise it may: see `blocking`.

    References
    ----------
    .. [1] L. S. Shapley, "A value for n-person games", Contributions to the Theory of Games II
       (1953) 307-317.
    .. [2] L. S. Shapley, "Cores of convex games", International Journal of Game Theory 1 (1971)
       11-26.

    Examples
    --------
    Costs alone 15, 20 and 55; the first and second together 35; and so on.

    >>> shapley([0, 15, 20, 35, 55, 61, 65, 78]).round(2).tolist()
    [12.83, 17.33, 47.83]
    >>> from fractions import Fraction
    >>> [str(share) for share in shapley([Fraction(c) for c in (0, 15, 20, 35, 55, 61, 65, 78)])]
    ['77/6', '52/3', '287/6']
    """
    games = checked_costs(costs)
    with np.errstate(invalid="ignore", over="ignore"):
        shares = core.shapley(games_of(games))
    finite_or_raise(games, shares)
    return given_back(shares, games)


def ensc(costs: ArrayLike) -> Numbers:
    """Split a cost by separable costs, and what is left equally.

    The separable cost of a partner is what the others would save without it.

    Parameters
    ----------
    costs : array_like, shape (2**n, ...)
        Cost of every group, index = bitmask, 0 for the empty group; further axes are a batch. Only
        the cost of all, and of all but one, is used.

    Returns
    -------
    ndarray, shape (n, ...)
        What each partner pays, in the unit of `costs`; together the cost of all. Fractions for
        Fractions or Decimals.

    Raises
    ------
    ArgumentError
        As for `shapley`.

    Notes
    -----
    A partner may pay more than it would alone, or less than nothing [1]_.

    References
    ----------
    .. [1] H. Moulin, "The separability axiom and equal-sharing methods", Journal of Economic
       Theory 36 (1985) 120-148.

    Examples
    --------
    >>> ensc([0, 15, 20, 35, 55, 61, 65, 78]).round(2).tolist()
    [14.67, 18.67, 44.67]
    """
    games = finite(checked_costs(costs))
    return given_back(core.ensc(games_of(games)), games)


def scrb(costs: ArrayLike) -> Numbers:
    """Split a cost by separable costs, and what is left by remaining benefits.

    The separable cost of a partner is what the others would save without it; its remaining benefit
    is what it saves, beyond that, by not being alone.

    Parameters
    ----------
    costs : array_like, shape (2**n, ...)
        Cost of every group, index = bitmask, 0 for the empty group; further axes are a batch. Only
        the cost of all, of all but one, and of each alone is used.

    Returns
    -------
    ndarray, shape (n, ...)
        What each partner pays, in the unit of `costs`; together the cost of all. Fractions for
        Fractions or Decimals. Where the remaining benefits add up to 0, there is nothing to share
        the rest by and the separable costs are given back: they add up to the cost of all only if
        nothing is left (two partners: always).

    Raises
    ------
    ArgumentError
        As for `shapley`.

    Notes
    -----
    The rule of water-resources projects [1]_. If nobody's separable cost is above its cost alone,
    and all together cost at most the sum of those alone, nobody pays more than alone. A
    partner whose separable cost is above its cost alone had better stay out: its remaining benefit
    is negative, and the split means little.

    References
    ----------
    .. [1] H. P. Young, N. Okada and T. Hashimoto, "Cost allocation in water resources
       development", Water Resources Research 18 (1982) 463-475.

    Examples
    --------
    >>> scrb([0, 15, 20, 35, 55, 61, 65, 78]).round(2).tolist()
    [13.59, 17.88, 46.53]
    """
    games = finite(checked_costs(costs))
    return given_back(core.scrb(games_of(games), noise(games)), games)


def is_subadditive(costs: ArrayLike) -> bool | NDArray[np.bool_]:
    """Tell whether no two groups become dearer by joining.

    Parameters
    ----------
    costs : array_like, shape (2**n, ...)
        Cost of every group, index = bitmask, 0 for the empty group; further axes are a batch.

    Returns
    -------
    bool or ndarray of bool, shape (...)
        False if some pair of groups without common members costs more together than apart, by more
        than rounding (1e-11 of the largest cost; 0 for Fractions and Decimals).

    Raises
    ------
    ArgumentError
        As for `shapley`.

    Notes
    -----
    All 3**n pairs are compared, until one fails: a moment for 12 partners, half a minute for 20.

    Examples
    --------
    >>> is_subadditive([0, 15, 20, 35, 55, 61, 65, 78])
    True
    >>> is_subadditive([0, 15, 20, 36, 55, 61, 65, 78])
    False
    """
    games = finite(checked_costs(costs))
    side_by_side = games_of(games)
    allowed = noise(games) * abs(side_by_side).max(axis=0)
    subadditive = np.ones(side_by_side.shape[1], dtype=bool)
    for extras in core.merging_extras(side_by_side):
        subadditive &= extras.max(axis=0) <= allowed
        if not subadditive.any():
            break
    return bool(subadditive[0]) if games.ndim == 1 else subadditive.reshape(games.shape[1:])


def blocking(costs: ArrayLike, shares: ArrayLike) -> list[tuple[int, float]]:
    """List the groups that would pay less on their own, and how much less.

    Parameters
    ----------
    costs : array_like, shape (2**n,)
        Cost of every group, index = bitmask, 0 for the empty group. One game.
    shares : array_like, shape (n,)
        What each partner pays, in the same unit. They need not add up to anything.

    Returns
    -------
    list of tuple of int and float
        Bitmask and excess (above 0, in the unit of `costs`) of every group, but the empty one and
        all together, whose shares exceed its own cost by more than rounding (1e-11 of the largest
        number; 0 if costs and shares are Fractions or Decimals, and the excess is a Fraction
        then), in the order of the bitmasks. An empty list: if the shares add up to the cost of
        all, they are in the core.

    Raises
    ------
    ArgumentError
        As for `shapley`, or if there is more than one game, or not one finite share per partner.

    Examples
    --------
    >>> blocking([0, 15, 20, 35, 55, 61, 65, 78], [20, 14, 44])
    [(1, 5.0), (5, 3.0)]
    """
    game = finite(checked_costs(costs))
    if game.ndim > 1:
        raise ArgumentError.shape("costs", str(game.shape), f"({len(game)},)")
    paid = checked_numbers("shares", shares)
    if paid.shape != (core.partners_of(game),):
        raise ArgumentError.shape("shares", str(paid.shape), f"({core.partners_of(game)},)")
    if game.dtype != paid.dtype:
        game, paid = game.astype(np.float64), paid.astype(np.float64)
    excesses = core.subset_sums(paid) - game
    excesses[[0, -1]] = 0
    allowed = noise(game) * max(abs(game).max(), abs(paid).max())
    groups = np.flatnonzero(excesses > allowed)
    return list(zip(groups.tolist(), excesses[groups].tolist(), strict=True))
