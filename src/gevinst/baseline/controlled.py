"""Before and after in a group beside a comparison group, from four means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gevinst.baseline.arguments_checked import checked_one, refusal

LARGEST = 1e15
"""Of a mean; a mean below one over it counts as 0."""


@dataclass(frozen=True, slots=True)
class DifferenceInDifferences:
    """How much more one group changed than another, from means alone.

    Attributes
    ----------
    estimate : float
        Change of the treated less change of the controls, in the unit of the means.
    ratio_of_ratios : float or None
        The same on the scale of ratios: 1 if both changed by the same percentage. None unless all
        four means are above 0. The two scales may disagree; which one is meant has to be stated.
    treated_change, control_change : float
        After less before.
    low, high, p : None
        Not known: means do not tell how persons differ.
    level : None
        There is no interval.
    method : str
        The scale of `estimate`.
    refused : str
        Why there is no interval, as a code; `refusal` says it in words.
    """

    estimate: float
    ratio_of_ratios: float | None
    treated_change: float
    control_change: float
    low: None = None
    high: None = None
    p: None = None
    level: None = None
    method: str = "difference in differences of means, additive scale"
    refused: str = "refused.no_persons"

    def refusal(self, lang: Literal["nb", "en"] = "nb") -> str | None:
        """Say why there is no interval, in Norwegian or English."""
        return refusal(self.refused, lang)


def difference_in_differences(
    treated_before: float, treated_after: float, control_before: float, control_after: float
) -> DifferenceInDifferences:
    """How much more the treated changed than the controls, from four means.

    Parameters
    ----------
    treated_before, treated_after : float
        Mean of those with the service, for example admissions per person-year.
    control_before, control_after : float
        Mean of those without it, in the same periods and unit.

    Returns
    -------
    DifferenceInDifferences
        `estimate` on the scale of differences and `ratio_of_ratios` on that of ratios. `low`,
        `high` and `p` are None: `gevinst.baseline.compare` has them, from the persons.

    Raises
    ------
    ArgumentError
        If a mean is not one number between -1e15 and 1e15.

    Notes
    -----
    Right if both groups would have changed by as much without the service.

    Examples
    --------
    >>> found = difference_in_differences(20, 15, 18, 17)
    >>> found.estimate, round(found.ratio_of_ratios, 3)
    (-4.0, 0.794)
    """
    names = ("treated_before", "treated_after", "control_before", "control_after")
    means = (treated_before, treated_after, control_before, control_after)
    limits = {"least": -LARGEST, "most": LARGEST}
    t0, t1, c0, c1 = (checked_one(n, m, **limits) for n, m in zip(names, means, strict=True))
    above = min(t0, t1, c0, c1) > 1 / LARGEST
    return DifferenceInDifferences(
        estimate=(t1 - t0) - (c1 - c0),
        ratio_of_ratios=(t1 / t0) / (c1 / c0) if above else None,
        treated_change=t1 - t0,
        control_change=c1 - c0,
    )
