"""Nucleolus, per-capita nucleolus and least core of one game, in its own unit."""

from __future__ import annotations

from typing import Any

import numpy as np

from gevinst.core.games import Numbers, alone, partners_of, subset_sums
from gevinst.solvers.excesses import NoProgressError, smallest_excesses

__all__ = ["NoProgressError", "has_imputations", "nucleolus"]

NOISE = 1e-12
"""Part of the largest cost below which a difference of costs is rounding, in floats."""


def has_imputations(costs: Numbers) -> bool:
    """Tell whether the cost can be split so that nobody pays more than alone."""
    return bool(costs[-1] <= alone(costs).sum() + _noise(costs))


def nucleolus(costs: Numbers, *, per_member: bool, individual: bool) -> tuple[Numbers, Any]:
    """Shares with the smallest excesses, and the largest excess of a proper group.

    Parameters
    ----------
    costs
        Cost of every group, shape ``(2**n,)``.
    per_member
        Whether the excess counts per member of the group.
    individual
        Whether nobody may pay more than alone; there must be imputations then.

    Returns
    -------
    tuple of ndarray and float or Fraction
        Shares, shape ``(n,)``, and largest excess, in the unit of the costs. With one partner there
        is no proper group, and the excess is 0.

    Raises
    ------
    NoProgressError
        If rounding keeps the search from ending.
    """
    partners, own = partners_of(costs), alone(costs)
    saving = own.sum() - costs[-1]
    if partners == 1 or (individual and saving <= _noise(costs)):
        shares = own - saving / partners
        return shares, _largest(costs, shares, per_member=per_member)
    unit = _unit(costs)
    relative = (costs - subset_sums(own)) / unit
    relative[1 << np.arange(partners)] = relative[0]
    found, excess = smallest_excesses(
        relative, _sizes(costs, per_member=per_member), individual=individual
    )
    return found * unit + own, excess * unit


def _largest(costs: Numbers, shares: Numbers, *, per_member: bool) -> Any:  # noqa: ANN401
    proper = (subset_sums(shares) - costs)[1:-1] / _sizes(costs, per_member=per_member)[1:-1]
    return proper.max() if len(proper) else costs[0]


def _sizes(costs: Numbers, *, per_member: bool) -> Numbers:
    if not per_member:
        return np.ones_like(costs)
    return subset_sums(np.ones(partners_of(costs), dtype=int)).astype(costs.dtype)


def _noise(costs: Numbers) -> float:
    return 0 if costs.dtype == object else NOISE * float(abs(costs).max())


def _unit(costs: Numbers) -> float | int:
    """Power of two near the largest cost: dividing by it changes no digit."""
    return 1 if costs.dtype == object else 2.0 ** int(np.frexp(abs(costs).max())[1])
