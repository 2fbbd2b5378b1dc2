"""The smallest size at which each method recovers a planted effect; below it the design refuses.

The sizes were found by simulation: the least at which intervals that should cover 95 per cent cover
between 93 and 97 per cent of planted effects. `tests/laws/test_recovery_laws.py` repeats it, at
these very sizes, on persons with rates of their own that change from year to year.
"""

from __future__ import annotations

from typing import Literal

Design = Literal[
    "before_after", "randomised", "comparison_group", "stepped_wedge", "interrupted_time_series"
]

SMALLEST_PERSONS = 50
"""In each arm, for the studentised bootstrap."""

SMALLEST_PERSONS_DIFFERENCE = 80
"""In each of two arms, for a difference per person-year, which is more skewed than a ratio."""

SMALLEST_EVENTS = 10
"""Persons with an amount above 0, in each arm and window, for bootstrap and sandwich."""

SMALLEST_PERSONS_DELTA = 200
"""In each arm, for the sandwich alone, which does not see skewness."""

SMALLEST_CLUSTERS = 12
"""In each arm, or in all where clusters hold both arms, for intervals over whole clusters."""

SMALLEST_WEDGE = 8
"""Clusters in a stepped wedge."""

SMALLEST_WEDGE_EVENTS = 50
"""Events or quantity before, and after, the start in a stepped wedge."""

SMALLEST_MONTHS = 24
"""Of an interrupted time series."""

SMALLEST_MONTHS_BEFORE = 12
"""Of them before the intervention."""

SMALLEST_MONTHS_AFTER = 3
"""From the intervention on; twice as many where the trend may change too."""

SMALLEST_SERIES_AMOUNT = 50
"""Events or quantity on either side of the intervention."""


class TooSmallError(ValueError):
    """The data are too few for the method: an interval would not cover what it says.

    Parameters
    ----------
    design : str
        What was asked for.
    what : str
        What there is too little of: ``persons``, ``events``, ``clusters``, ``months`` ...
    found, needed : int
        How many there are, and how many there must be.
    """

    def __init__(self, design: str, what: str, found: int, needed: int) -> None:
        super().__init__(f"{design}: {found} {what}, at least {needed} are needed")
        self.design = design
        self.what = what
        self.found = found
        self.needed = needed

    def __reduce__(self) -> tuple[type[TooSmallError], tuple[str, str, int, int]]:
        return (TooSmallError, (self.design, self.what, self.found, self.needed))


def require(design: str, what: str, found: int, needed: int) -> None:
    """Go on if there are enough."""
    if found < needed:
        raise TooSmallError(design, what, found, needed)
