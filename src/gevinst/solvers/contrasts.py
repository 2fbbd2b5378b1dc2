"""A comparison of rates as sums over persons, and how much each person moves it.

A *cell* is one group in one window: its rate is the sum of amounts over the sum of times. A
comparison adds cells with a sign, on the scale of the logarithm (a ratio of rates, or a ratio of
ratios) or as they are (a difference, or a difference of differences). A *stratum* holds the rows
that are drawn together: the persons of one group, or whole clusters. The influence of a row is the
first-order change of the comparison when the row counts a little more; its squares add up to the
sandwich variance, which takes any dependence within a row into account: the same person before and
after, repeated admissions, long stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gevinst.solvers.estimates import Scale

Array = NDArray[np.float64]
Codes = NDArray[np.integer[Any]]

FOLLOWED = 0
"""Code of the arm that was offered the service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """Rows that are drawn together.

    Attributes
    ----------
    amount, time : ndarray
        Events or quantity, and person-years, shape ``(rows, cells)``; 0 where a row has no part.
    signs : ndarray
        +1 or -1 for each cell, shape ``(cells,)``.
    """

    amount: Array
    time: Array
    signs: Array

    @property
    def rows(self) -> int:
        """Persons or clusters."""
        return int(self.amount.shape[0])


Contrast = tuple[Stratum, ...]
"""Strata are independent; their parts of the comparison are added."""

_AFTER_LESS_BEFORE = np.array([-1.0, 1.0])


def before_after(time: Array, amount: Array) -> Contrast:
    """Compare after with before in the same persons, arrays ``(n, 2)``."""
    return (Stratum(amount=amount, time=time, signs=_AFTER_LESS_BEFORE),)


def between_arms(time: Array, amount: Array, arm: Codes, cluster: Codes | None = None) -> Contrast:
    """Compare the followed with the comparison group, arrays ``(n,)``; drawn by arm or cluster."""
    return _two_arms(time[:, None], amount[:, None], np.array([1.0]), arm, cluster)


def difference_in_differences(
    time: Array, amount: Array, arm: Codes, cluster: Codes | None = None
) -> Contrast:
    """Compare the change of the followed with that of the comparison group, arrays ``(n, 2)``."""
    return _two_arms(time, amount, _AFTER_LESS_BEFORE, arm, cluster)


def observed_over_expected(amount: Array, expected: Array) -> Contrast:
    """Compare what was seen with what each person was expected to have, arrays ``(n,)``."""
    return (Stratum(amount=amount[:, None], time=expected[:, None], signs=np.array([1.0])),)


def _two_arms(
    time: Array, amount: Array, signs: Array, arm: Codes, cluster: Codes | None
) -> Contrast:
    followed = arm == FOLLOWED
    if cluster is None:
        return tuple(
            Stratum(amount=amount[chosen], time=time[chosen], signs=sign * signs)
            for chosen, sign in ((followed, 1.0), (~followed, -1.0))
        )
    inside = followed[:, None].astype(np.float64)
    wide = np.hstack([inside, 1 - inside])
    both_amount = (wide[:, :, None] * amount[:, None, :]).reshape(len(arm), -1)
    both_time = (wide[:, :, None] * time[:, None, :]).reshape(len(arm), -1)
    all_signs = np.concatenate([signs, -signs])
    rows = _added_by(cluster, both_amount), _added_by(cluster, both_time)
    return _split_by_arm(*rows, all_signs)


def _split_by_arm(amount: Array, time: Array, signs: Array) -> Contrast:
    """Two strata if each cluster lies in one arm, else one in which clusters hold both."""
    cells = len(signs) // 2
    first, second = time[:, :cells].sum(axis=1) > 0, time[:, cells:].sum(axis=1) > 0
    if (first & second).any():
        return (Stratum(amount=amount, time=time, signs=signs),)
    return tuple(
        Stratum(amount=amount[rows, part], time=time[rows, part], signs=signs[part])
        for rows, part in ((first, slice(0, cells)), (second, slice(cells, None)))
    )


def _added_by(cluster: Codes, columns: Array) -> Array:
    """Add the rows of each cluster."""
    _, codes = np.unique(cluster, return_inverse=True)
    added = np.zeros((int(codes.max()) + 1, columns.shape[1]))
    np.add.at(added, codes, columns)
    return added


def value(contrast: Contrast, scale: Scale) -> float:
    """Add the cells: the logarithm of the ratio, or the difference."""
    return float(sum(_stratum_value(stratum, scale) for stratum in contrast))


def _stratum_value(stratum: Stratum, scale: Scale) -> float:
    rates = stratum.amount.sum(axis=0) / stratum.time.sum(axis=0)
    return float(stratum.signs @ (np.log(rates) if scale == "ratio" else rates))


def influence(stratum: Stratum, scale: Scale) -> Array:
    """Give the pull of each row, shape ``(rows,)``; the pulls add up to 0."""
    by_amount, by_time = weights(stratum.amount.sum(axis=0), stratum.time.sum(axis=0), scale)
    return (stratum.amount * by_amount - stratum.time * by_time) @ stratum.signs


def weights(amount: Array, time: Array, scale: Scale) -> tuple[Array, Array]:
    """Give what one unit of amount and of time weighs in each cell, from the totals."""
    if scale == "ratio":
        return 1 / amount, 1 / time
    return 1 / time, amount / time**2


def variance(contrast: Contrast, scale: Scale) -> tuple[float, float]:
    """Give the sandwich variance and its degrees of freedom (Welch and Satterthwaite)."""
    parts = []
    for stratum in contrast:
        pulls = influence(stratum, scale)
        parts.append(float(pulls @ pulls) * stratum.rows / (stratum.rows - 1))
    total = sum(parts)
    if total == 0:
        return 0.0, float(sum(stratum.rows - 1 for stratum in contrast))
    spread = sum(part**2 / (s.rows - 1) for part, s in zip(parts, contrast, strict=True))
    return total, total**2 / spread
