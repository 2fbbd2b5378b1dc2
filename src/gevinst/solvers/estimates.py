"""What a comparison of rates found: one number, its interval and its p-value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scale = Literal["ratio", "difference"]

Method = Literal["bootstrap", "delta", "exact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioEstimate:
    """A ratio of rates; 1 is no change.

    Attributes
    ----------
    ratio, low, high : float
        Estimate and the ends of its interval.
    p : float
        Two-sided probability of something at least this far from 1 if nothing had changed. It is
        at most 1 - level exactly when the interval leaves out 1.
    level : float
        Level of the interval.
    method : str
        ``bootstrap`` (resampled, studentised), ``delta`` (sandwich with a t distribution) or
        ``exact`` (conditional on the number of events).
    standard_error : float
        Of the logarithm of the ratio; NaN for ``exact``.
    units : int
        Persons, or clusters where whole clusters are compared.
    clustered_by : str
        ``person`` or ``cluster``.
    """

    ratio: float
    low: float
    high: float
    p: float
    level: float
    method: Method
    standard_error: float
    units: int
    clustered_by: Literal["person", "cluster"] = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceEstimate:
    """A difference of rates, per person-year; 0 is no change.

    Attributes
    ----------
    estimate, low, high : float
        Estimate and the ends of its interval.
    p, level, method, units, clustered_by
        As in `RatioEstimate`, with 0 in the place of 1.
    standard_error : float
        Of the difference itself.
    """

    estimate: float
    low: float
    high: float
    p: float
    level: float
    method: Method
    standard_error: float
    units: int
    clustered_by: Literal["person", "cluster"] = "person"
