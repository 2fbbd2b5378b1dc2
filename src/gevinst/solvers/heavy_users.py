"""How much of a change hangs on one person, or on the heaviest users."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

TOLERANCE = 1e-9
"""Of a person; 5 per cent of 100 are 5, whatever the last bit says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """The ratio of rates, after over before, with any one person left out.

    Attributes
    ----------
    lowest, highest : float
        Smallest and largest ratio among all persons left out, one at a time; infinite or NaN if
        leaving one out leaves no event before.
    """

    lowest: float
    highest: float


def without_one(time: Array, amount: Array) -> LeftOut:
    """Leave out each person in turn.

    Parameters
    ----------
    time, amount
        Before and after, shape ``(n, 2)``, n at least 2.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = (amount.sum(axis=0) - amount) / (time.sum(axis=0) - time)
        ratios = rates[:, 1] / rates[:, 0]
    return LeftOut(lowest=float(ratios.min()), highest=float(ratios.max()))


def without_heaviest(
    time: Array, amount: Array, share: float, arm: NDArray[np.integer[Any]] | None = None
) -> NDArray[np.bool_]:
    """Give who is left when the heaviest share of each arm is left out, shape ``(n,)``.

    Persons are ranked by their amount before and after together: ranking by one window alone would
    make a change of its own. The number left out is rounded up. Ties are broken by the person's own
    numbers, so that the order of the persons decides nothing.

    Parameters
    ----------
    time, amount
        Before and after, shape ``(n, 2)``.
    share
        Part left out, for example 0.01 or 0.05.
    arm
        Codes of the arms; None for one group.
    """
    ranked = np.lexsort([*time.T, *amount.T, amount.sum(axis=1)])
    arms = np.zeros(len(amount), dtype=int) if arm is None else arm
    kept = np.ones(len(amount), dtype=bool)
    for code in np.unique(arms):
        inside = ranked[arms[ranked] == code]
        kept[inside[len(inside) - int(np.ceil(share * len(inside) - TOLERANCE)) :]] = False
    return kept
