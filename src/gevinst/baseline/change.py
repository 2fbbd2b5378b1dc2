"""One change with its interval, and three of them side by side."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from gevinst.solvers.estimates import DifferenceEstimate, RatioEstimate

Scale = Literal["ratio", "difference"]
Basis = Literal["", "measured", "sourced", "stated", "assumed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change on a scale of ratios (1 is none) or of differences (0 is none).

    Attributes
    ----------
    estimate, low, high : float
        NaN where it is not known.
    p : float
        NaN where there is none.
    method : str
        ``bootstrap``, ``delta``, ``exact``, ``quasi``, ``log``, ``student``, ``model``, ``range``
        or ``assumed``.
    """

    estimate: float
    low: float = math.nan
    high: float = math.nan
    p: float = math.nan
    method: str

    @property
    def is_certain(self) -> bool:
        """Whether there is an interval."""
        return math.isfinite(self.low) and not math.isnan(self.high)

    def excludes(self, nothing: float) -> bool:
        """Whether the interval leaves out no change."""
        return self.is_certain and not self.low <= nothing <= self.high


UNKNOWN = Change(estimate=math.nan, method="refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a number is not given, and what would give it.

    The reason is a text under ``baseline.refused.*``, or the kind of an error with a full stop.
    """

    reason: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreeNumbers:
    """Observed change, the change to be expected without the service, and what is left.

    Attributes
    ----------
    indicator : str
        Id of the indicator.
    scale : {"ratio", "difference"}
        Of all three; the difference is a ratio of ratios on the scale of ratios.
    level : float
        Of their intervals.
    observed, expected, difference : Change
        The three numbers.
    basis : str
        What the expected change of a selected group rests on: ``measured`` (the source population),
        ``sourced`` (its mean and shape, with a source), ``stated`` (a range), ``assumed`` (our
        range); empty for other designs.
    refusals : tuple of Refusal
        Why a number is missing.
    notes : tuple of str
        Further assumptions that this indicator rests on: texts under ``baseline.assumes.*``.
    facts : mapping
        Numbers in the texts of the notes.
    unit : str
        Of an amount per person and year on the scale of differences; empty for points of a score.
    """

    indicator: str
    scale: Scale
    level: float = 0.95
    observed: Change
    expected: Change
    difference: Change
    basis: Basis = ""
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    unit: str = ""

    @property
    def nothing(self) -> float:
        """No change on the scale."""
        return 1.0 if self.scale == "ratio" else 0.0


def as_change(found: RatioEstimate | DifferenceEstimate) -> Change:
    """Take over what a solver found."""
    estimate = found.ratio if isinstance(found, RatioEstimate) else found.estimate
    return Change(estimate=estimate, low=found.low, high=found.high, p=found.p, method=found.method)
