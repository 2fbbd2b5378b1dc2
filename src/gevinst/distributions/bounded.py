"""Families between hard limits: uniform, triangular and PERT."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from gevinst.distributions.family import Array, Distribution
from gevinst.distributions.refusing import ordered, wide
from gevinst.distributions.special import beta_cdf, beta_quantile


@dataclass(frozen=True, slots=True)
class Uniform(Distribution):
    """Every number between two ends alike."""

    low: float
    high: float

    def __post_init__(self) -> None:
        ordered(low=self.low, high=self.high)
        wide(self.low, self.high)

    def quantile(self, u: ArrayLike) -> Array:
        """So far between the ends."""
        place = np.asarray(u, dtype=np.float64)
        return np.asarray(self.low + (self.high - self.low) * place)

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        place = (np.asarray(x, dtype=np.float64) - self.low) / (self.high - self.low)
        return np.asarray(np.clip(place, 0.0, 1.0))

    @property
    def mean(self) -> float:
        """Midway."""
        return self.low + (self.high - self.low) / 2

    @property
    def sd(self) -> float:
        """Standard deviation."""
        return (self.high - self.low) / math.sqrt(12)

    @property
    def support(self) -> tuple[float, float]:
        """Between the ends."""
        return self.low, self.high


@dataclass(frozen=True, slots=True)
class Triangular(Distribution):
    """Rising from `low` to the likely number and falling to `high`, in straight lines."""

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        ordered(low=self.low, likely=self.likely, high=self.high)
        wide(self.low, self.high)

    @property
    def _peak(self) -> float:
        return (self.likely - self.low) / (self.high - self.low)

    def quantile(self, u: ArrayLike) -> Array:
        """From the nearer end, by the square root of the area."""
        u = np.asarray(u, dtype=np.float64)
        width = self.high - self.low
        rising = self.low + np.sqrt(u * self._peak) * width
        falling = self.high - np.sqrt((1 - u) * (1 - self._peak)) * width
        return np.where(u < self._peak, rising, falling)

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        place = np.clip((np.asarray(x, np.float64) - self.low) / (self.high - self.low), 0.0, 1.0)
        peak = self._peak
        rising = place**2 / (peak if peak > 0 else 1.0)
        falling = 1 - (1 - place) ** 2 / (1 - peak if peak < 1 else 1.0)
        return np.where(place < peak, rising, falling)

    @property
    def kinks(self) -> tuple[float, ...]:
        """At the likely number."""
        return (self._peak,)

    @property
    def mean(self) -> float:
        """A third of the way between the three."""
        return self.low + ((self.likely - self.low) + (self.high - self.low)) / 3

    @property
    def sd(self) -> float:
        """Standard deviation."""
        a, b = self.likely - self.low, self.high - self.low
        return math.sqrt((a * a + b * b - a * b) / 18)

    @property
    def support(self) -> tuple[float, float]:
        """Between the ends."""
        return self.low, self.high


@dataclass(frozen=True, slots=True)
class Pert(Distribution):
    """PERT: a beta distribution between hard limits, its mode at the likely number.

    The mean is ``(low + 4 * likely + high) / 6``.

    References
    ----------
    D. G. Malcolm et al. (1959), Operations Research 7, 646-669.
    """

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        ordered(low=self.low, likely=self.likely, high=self.high)
        wide(self.low, self.high)

    @property
    def _shapes(self) -> tuple[float, float]:
        width = self.high - self.low
        return (
            1 + 4 * (self.likely - self.low) / width,
            1 + 4 * (self.high - self.likely) / width,
        )

    def quantile(self, u: ArrayLike) -> Array:
        """So far between the ends."""
        place = beta_quantile(*self._shapes, u)
        return np.asarray(self.low + (self.high - self.low) * place)

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        place = np.clip((np.asarray(x, np.float64) - self.low) / (self.high - self.low), 0.0, 1.0)
        return beta_cdf(*self._shapes, place)

    @property
    def mean(self) -> float:
        """Four parts of the likely number and one of each end."""
        return self.low + (4 * (self.likely - self.low) + (self.high - self.low)) / 6

    @property
    def sd(self) -> float:
        """Standard deviation."""
        return math.sqrt((self.mean - self.low) * (self.high - self.mean) / 7)

    @property
    def support(self) -> tuple[float, float]:
        """Between the ends."""
        return self.low, self.high
