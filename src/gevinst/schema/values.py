"""The value type: every number of a project file, with its unit, range, source and note."""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gevinst.parameters import PriceChange
from gevinst.units import to_canonical

if TYPE_CHECKING:
    from gevinst.distributions import Distribution

MEASURED, COMPARED = "measured", "compared"
TAKEN: dict[str, str] = {
    MEASURED: "Nullpunktet hentes fra denne målingen: id i measurements.",
    COMPARED: "Effekten hentes fra denne sammenligningen: id i comparisons.",
}
"""Forms in which a value names where in the project it is taken from."""
LIMITS = "limits"
MEANINGS = ("80 % interval", LIMITS)  # those that people are shown; any interval below is allowed
INTERVAL = "[5-9][0-9] ?% interval"
LEVEL_TEXT = re.compile("([5-9][0-9])[ \u00a0]?% interval")
_PERCENT = 100
REMARKS = {"source": "Hvor tallet kommer fra.", "note": "Merknad til tallet."}
PRICE_KEYS = ("price_year", "deflator", "vintage")
PRICE_YEARS = (1970, 2100)
KRONER = "NOK"
MOST_NOK = 1e12


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Where a value is taken from: a measurement or a comparison of the same project.

    Attributes
    ----------
    kind : str
        ``"measured"`` or ``"compared"``.
    id : str
        Of the measurement or comparison.
    numbers : tuple of float or None
        Likely, low and high as they follow from it; None until it has been looked up.
    """

    kind: str
    id: str
    numbers: tuple[float, float, float] | None = None


@functools.cache
def _canonical_bound(bound: float, unit: str) -> float:
    return to_canonical(bound, unit)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Allowed range of a number, in the unit that the schema states."""

    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None

    def hold(self, number: float, unit: str) -> bool:
        """Whether a canonical number is within the bounds."""
        return not (
            (self.at_least is not None and number < _canonical_bound(self.at_least, unit))
            or (self.above is not None and number <= _canonical_bound(self.above, unit))
            or (self.at_most is not None and number > _canonical_bound(self.at_most, unit))
        )

    def ends(self, unit: str) -> tuple[float, float]:
        """Smallest and largest canonical number within the bounds, infinite where there is none."""
        low, high = -math.inf, math.inf
        if self.at_least is not None:
            low = _canonical_bound(self.at_least, unit)
        if self.above is not None:
            low = max(low, math.nextafter(_canonical_bound(self.above, unit), math.inf))
        if self.at_most is not None:
            high = _canonical_bound(self.at_most, unit)
        return low, high

    def facts(self) -> dict[str, float | None]:
        """The bounds by name, whole numbers as such."""
        stated = {"at_least": self.at_least, "above": self.above, "at_most": self.at_most}
        return {
            name: int(bound) if bound is not None and float(bound).is_integer() else bound
            for name, bound in stated.items()
        }


UNBOUNDED = Bounds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number of the project file, in canonical units.

    Attributes
    ----------
    likely, low, high : float
        In canonical units (year, work_hour, NOK, patient ...). Without a range, `low` and
        `high` equal `likely`.
    means : str or None
        What the range means: an interval such as ``"80 % interval"`` (50 to 99), or
        ``"limits"``; None without a range.
    unit : str
        The unit that the schema states, in which a plain number is read.
    source, note : str or None
        From the value itself, else from the table it stands in.
    given : object
        What the user wrote: a number, a text or a table.
    inherited : tuple of str
        Which of `source` and `note` come from the table.
    price_year : int or None
        Year of the prices of an amount in kroner, where that may be another than the project's.
    deflator, vintage : str or None
        Series, and publication of it, to bring the amount to the project's price year with.
    price_change : PriceChange or None
        How that was done: `likely`, `low` and `high` are in the project's prices already.
    taken : Taken or None
        The measurement or comparison of the project that the number follows from.
    bounds : Bounds
        What the schema allows, in the unit that it states.
    named : Distribution or None
        The distribution or estimate that was written, canonical and within the bounds; of it come
        `likely` (the mean, or the estimate) and, for a distribution, `low` and `high` (the 10th
        and 90th percentiles).
    truncate : bool
        Whether to cut away what lies beyond the bounds.
    cut : float
        The probability that was cut away.
    """

    likely: float
    low: float
    high: float
    means: str | None = None
    unit: str
    source: str | None = None
    note: str | None = None
    given: Any = field(default=None, hash=False)
    inherited: tuple[str, ...] = ()
    price_year: int | None = None
    deflator: str | None = None
    vintage: str | None = None
    price_change: PriceChange | None = None
    taken: Taken | None = None
    bounds: Bounds = UNBOUNDED
    named: Distribution | None = None
    truncate: bool = False
    cut: float = 0.0

    @property
    def distribution(self) -> Distribution | None:
        """How uncertain it is, canonical and within the bounds; None for a number without a range.

        Limits make a PERT distribution. An interval makes a two-piece normal distribution with
        the likely number as its median, exact at both ends, in the space that suits the number.
        """
        if self.named is not None or self.means is None:
            return self.named
        from gevinst.schema.distributed import distribution_of_range

        return distribution_of_range(self)

    @property
    def is_range(self) -> bool:
        """Whether the user gave a range."""
        return self.means is not None

    @property
    def level(self) -> float | None:
        """Probability that the range covers, such as 0.8; None for limits and without a range."""
        match = LEVEL_TEXT.fullmatch(self.means or "")
        return int(match.group(1)) / _PERCENT if match else None
