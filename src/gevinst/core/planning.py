"""What a project of a given size can show. All functions trust their input.

The same persons, or two groups of as many, are followed equally long before and after (or without
and with). The logarithm of the ratio of the two rates is taken as normal; its variance is the
dispersion times the sum of one over each expected number of events.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from gevinst.core.rates import normal_quantile

Array = NDArray[np.float64]

HALVINGS = 64
"""Of the range of ratios, until they are as near as floats are."""


def errors_needed(power: Array, level: Array) -> Array:
    """Standard errors between 1 and the ratio that make a finding that likely."""
    quantile: Array = normal_quantile(level) + ndtri(power)
    return quantile


def events_needed(ratio: Array, dispersion: Array, power: Array, level: Array) -> Array:
    """Events to expect without the effect, for the ratio (not 1) to be found with that power."""
    standard_errors = errors_needed(power, level)
    return dispersion * (1 + 1 / ratio) * (standard_errors / np.log(ratio)) ** 2


def detectable_ratio(events: Array, dispersion: Array, power: Array, level: Array) -> Array:
    """Ratio below 1 nearest to 1 that so many expected events find; NaN if none.

    The number of events that is needed falls with the ratio at first, and rises again where hardly
    any events are left to count: the root sought is the one nearer to 1.
    """
    least = fewest_events_ratio()
    low, high = np.full_like(events, least), np.ones_like(events)
    for _ in range(HALVINGS):
        middle = np.minimum((low + high) / 2, np.nextafter(1, 0))
        enough = events_needed(middle, dispersion, power, level) <= events
        low, high = np.where(enough, middle, low), np.where(enough, high, middle)
    possible = events_needed(np.full_like(events, least), dispersion, power, level) <= events
    return np.where(possible, low, np.nan)


def fewest_events_ratio() -> float:
    """Ratio that the fewest events find: where ``log(ratio) = -2 * (1 + ratio)``."""
    ratio = 0.0
    for _ in range(HALVINGS):
        ratio = float(np.exp(-2 * (1 + ratio)))
    return ratio
