"""The same persons before and after: means, scores, or a published pair of figures."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from gevinst import exact_intervals
from gevinst.arguments import checked_array, checked_choice, checked_limits
from gevinst.baseline.arguments_checked import (
    Array,
    as_array,
    checked_column,
    checked_level,
    checked_one,
    refusal,
)
from gevinst.core import paired as core
from gevinst.errors import ArgumentError

MOST_RANKED = 500
"""Persons with a change, in the exact rank test; with more use the mean."""
DIGITS = 12
"""Of the largest value: changes that differ by less are equal."""
MOST_DECIMALS = 100
"""A change below one in the last of them is none: its square would no longer be a float."""
LARGEST = 1e15


@dataclass(frozen=True, slots=True)
class PairedChange:
    """What changed in the same persons.

    Attributes
    ----------
    estimate : float
        After less before. With ``method="sign"`` the share of those who changed that rose, 0.5 if
        as many fell; NaN if nobody changed. With ``"wilcoxon"`` the median of the mean changes of
        all pairs of persons.
    relative_change : float or None
        Change of the mean as a share of the mean before; None if that is 0.
    before, after : float
        Means.
    low, high, p : float or None
        Interval of `estimate`, and two-sided p of no change; None where they cannot be known, and
        then `refused` says why. Where both are given they never contradict each other.
    level : float
        Of the interval.
    method : str
        How interval and p were made.
    persons : int or None
        None if not known.
    rose, fell, unchanged : int or None
        Persons by the direction of their change.
    statistic : float or None
        Student's t.
    refused : str or None
        Why there is no interval, as a code; `refusal` says it in words.
    """

    estimate: float
    relative_change: float | None
    before: float
    after: float
    low: float | None
    high: float | None
    p: float | None
    level: float
    method: str
    persons: int | None = None
    rose: int | None = None
    fell: int | None = None
    unchanged: int | None = None
    statistic: float | None = None
    refused: str | None = None

    def refusal(self, lang: Literal["nb", "en"] = "nb") -> str | None:
        """Say why there is no interval, in Norwegian or English; None where there is one."""
        return refusal(self.refused, lang, found=self.persons)


def paired_change(
    before: ArrayLike,
    after: ArrayLike,
    level: float = 0.95,
    method: Literal["t", "sign", "wilcoxon"] = "t",
) -> PairedChange:
    """Change of the same persons, or of two published figures, after less before.

    Parameters
    ----------
    before, after : array_like, shape (persons,)
        One value a person, in the same order; or two single figures (means, shares, days) of a
        number of persons that nobody states: then the change is given, and the interval refused.
    level : float
        Of the interval, above 0 and below 1.
    method : {"t", "sign", "wilcoxon"}
        ``"t"``: mean change, for scores and amounts of more than a few persons. ``"sign"``: share
        of those who changed that rose, exact; right for ordinal scores and few persons.
        ``"wilcoxon"``: exact signed ranks, at most 500 persons with a change; its interval needs
        changes that all differ.

    Returns
    -------
    PairedChange
        `estimate`, `relative_change`, `low`, `high`, `p`, `level`, `method` and more.

    Raises
    ------
    ArgumentError
        If a value is NaN or infinite, the lists are empty or differ in length, or the method is
        unknown.

    Notes
    -----
    What changed is not what the service did: see `compare`.

    References
    ----------
    Student (1908), The probable error of a mean, Biometrika 6, 1-25; F. Wilcoxon (1945), Individual
    comparisons by ranking methods, Biometrics Bulletin 1, 80-83.

    Examples
    --------
    >>> found = paired_change([4, 6, 5, 7, 9], [3, 4, 5, 4, 7])
    >>> found.estimate, round(found.low, 2), round(found.high, 2), round(found.p, 3)
    (-1.6, -3.02, -0.18, 0.035)

    Mean stay of 3.4 days and then 1.8: how many persons is not published.

    >>> found = paired_change(3.4, 1.8)
    >>> round(found.estimate, 1), found.low, found.refused
    (-1.6, None, 'refused.no_persons')
    """
    checked_choice("method", method, ("t", "sign", "wilcoxon"))
    held = checked_level(level)
    if checked_array("before", before).ndim == 0:
        return _without_persons(before, after, held)
    first, second = (_values(n, v) for n, v in (("before", before), ("after", after)))
    if first.shape != second.shape:
        raise ArgumentError.shape("after", str(second.shape), str(first.shape))
    largest = float(np.max(np.abs([first, second])))
    changes = _levelled(second - first, largest)
    mean0, mean1 = float(first.mean()), float(second.mean())
    facts: dict[str, Any] = {
        "before": mean0,
        "after": mean1,
        "relative_change": (mean1 - mean0) / mean0 if mean0 else None,
        "level": held,
        "persons": first.size,
        "rose": int((changes > 0).sum()),
        "fell": int((changes < 0).sum()),
        "unchanged": int((changes == 0).sum()),
    }
    if method == "sign":
        return _by_sign(facts, held)
    if method == "wilcoxon":
        return _by_rank(changes, facts, held)
    return _by_mean(changes, facts, held)


def _without_persons(before: ArrayLike, after: ArrayLike, level: float) -> PairedChange:
    limits = {"least": -LARGEST, "most": LARGEST}
    first, second = (
        checked_one(name, figure, **limits)
        for name, figure in (("before", before), ("after", after))
    )
    return PairedChange(
        estimate=second - first,
        relative_change=(second - first) / first if first else None,
        before=first,
        after=second,
        low=None,
        high=None,
        p=None,
        level=level,
        method="change of two published figures",
        refused="refused.no_persons",
    )


def _by_mean(changes: Array, facts: dict[str, Any], level: float) -> PairedChange:
    persons, mean = changes.size, float(changes.mean())
    method = "paired t (Student)"
    alike = not np.any(changes != changes[0])
    if alike:
        refused = "refused.one_pair" if persons == 1 else "refused.all_alike"
        return PairedChange(
            estimate=mean, low=None, high=None, p=None, method=method, refused=refused, **facts
        )
    error = float(changes.std(ddof=1)) / persons**0.5
    p = core.mean_p(mean / error, persons)
    first, last = core.mean_interval(mean, error, persons, level)
    few, many = (p / 2, 1 - p / 2) if mean < 0 else (1 - p / 2, p / 2)
    low, high = exact_intervals.agreeing(
        as_array(first), as_array(last), as_array(few), as_array(many), as_array(level), null=0
    )
    return PairedChange(
        estimate=mean,
        low=float(low),
        high=float(high),
        p=p,
        method=method,
        statistic=mean / error,
        **facts,
    )


def _by_sign(facts: dict[str, Any], level: float) -> PairedChange:
    rose, changed = facts["rose"], facts["rose"] + facts["fell"]
    method = "sign test: share of the changed that rose, exact (Clopper and Pearson)"
    if not changed:
        return PairedChange(
            estimate=np.nan,
            low=None,
            high=None,
            p=None,
            method=method,
            refused="refused.nobody_changed",
            **facts,
        )
    given = (as_array(rose), as_array(changed))
    few, many = exact_intervals.binomial_tails(*given, as_array(0.5))
    ends = exact_intervals.binomial_interval(*given, as_array(level))
    low, high = exact_intervals.agreeing(*ends, few, many, as_array(level), null=0.5)
    return PairedChange(
        estimate=rose / changed,
        low=float(low),
        high=float(high),
        p=float(exact_intervals.central_p(few, many)),
        method=method,
        **facts,
    )


def _by_rank(changes: Array, facts: dict[str, Any], level: float) -> PairedChange:
    moved = changes[changes != 0]
    method = "exact signed ranks (Wilcoxon)"
    if not moved.size:
        return PairedChange(
            estimate=0.0,
            low=None,
            high=None,
            p=None,
            method=method,
            refused="refused.nobody_changed",
            **facts,
        )
    checked_limits("persons", as_array(moved.size), most=MOST_RANKED)
    few, many = core.rank_sum_tails(moved)
    low, high, refused = None, None, None
    middles = core.middle_changes(changes)
    if np.unique(np.abs(changes)).size < changes.size or facts["unchanged"]:
        refused = "refused.tied"
    elif end := core.end_of_interval(changes.size, (1 - level) / 2):
        low, high = float(middles[end - 1]), float(middles[-end])
    else:
        refused = "refused.too_few_pairs"
    return PairedChange(
        estimate=float(np.median(middles)),
        low=low,
        high=high,
        p=min(1.0, 2 * min(few, many)),
        method=method,
        refused=refused,
        **facts,
    )


def _values(name: str, values: ArrayLike) -> Array:
    return checked_limits(name, checked_column(name, values), least=-LARGEST, most=LARGEST)


def _levelled(changes: Array, largest: float) -> Array:
    """Changes rounded so finely that only what rounding set apart falls together."""
    if not largest:
        return changes
    digits = DIGITS - math.ceil(math.log10(largest))
    return np.round(changes, min(digits, MOST_DECIMALS))
