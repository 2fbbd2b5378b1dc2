"""Distributions made of others: moved, in another unit, cut or held within limits."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from gevinst.distributions.family import Array, Distribution, moments
from gevinst.distributions.refusing import numbers, positive, refused


@dataclass(frozen=True, slots=True)
class Shifted(Distribution):
    """Another distribution plus a number; a ratio less 1 is a change."""

    inner: Distribution
    by: float

    def __post_init__(self) -> None:
        numbers(by=self.by)

    def quantile(self, u: ArrayLike) -> Array:
        """That of the other, moved."""
        return np.asarray(self.inner.quantile(u) + self.by)

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        return self.inner.cdf(np.asarray(x, dtype=np.float64) - self.by)

    def below(self, x: float) -> float:
        """Probability of a number below `x`."""
        return self.inner.below(x - self.by)

    def above(self, x: float) -> float:
        """Probability of a number above `x`."""
        return self.inner.above(x - self.by)

    def atoms(self) -> tuple[Array, Array] | None:
        """Those of the other, moved."""
        atoms = self.inner.atoms()
        return None if atoms is None else (atoms[0] + self.by, atoms[1])

    @property
    def kinks(self) -> tuple[float, ...]:
        """Those of the other."""
        return self.inner.kinks

    @property
    def mean(self) -> float:
        """That of the other, moved."""
        return self.inner.mean + self.by

    @property
    def sd(self) -> float:
        """That of the other."""
        return self.inner.sd

    @property
    def support(self) -> tuple[float, float]:
        """That of the other, moved."""
        low, high = self.inner.support
        return low + self.by, high + self.by


@dataclass(frozen=True, slots=True)
class Scaled(Distribution):
    """Another distribution times a number above zero, such as a change of prices."""

    inner: Distribution
    factor: float

    def __post_init__(self) -> None:
        positive(factor=self.factor)

    def quantile(self, u: ArrayLike) -> Array:
        """That of the other, times the factor."""
        return np.asarray(self.inner.quantile(u) * self.factor)

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        return self.inner.cdf(np.asarray(x, dtype=np.float64) / self.factor)

    def below(self, x: float) -> float:
        """Probability of a number below `x`."""
        return self.inner.below(x / self.factor)

    def above(self, x: float) -> float:
        """Probability of a number above `x`."""
        return self.inner.above(x / self.factor)

    def atoms(self) -> tuple[Array, Array] | None:
        """Those of the other, times the factor."""
        atoms = self.inner.atoms()
        return None if atoms is None else (atoms[0] * self.factor, atoms[1])

    @property
    def kinks(self) -> tuple[float, ...]:
        """Those of the other."""
        return self.inner.kinks

    @property
    def mean(self) -> float:
        """That of the other, times the factor."""
        return self.inner.mean * self.factor

    @property
    def sd(self) -> float:
        """That of the other, times the factor."""
        return self.inner.sd * self.factor

    @property
    def support(self) -> tuple[float, float]:
        """That of the other, times the factor."""
        low, high = self.inner.support
        return low * self.factor, high * self.factor


@dataclass(frozen=True, slots=True)
class Truncated(Distribution):
    """Another distribution, given that the number lies between two ends (either infinite).

    Its density keeps its form and is raised so that it adds up to 1; mean and standard deviation
    are those of what is left.
    """

    inner: Distribution
    low: float
    high: float

    def __post_init__(self) -> None:
        if math.isnan(self.low) or math.isnan(self.high):
            raise refused("distribution.truncated_away", "low", self.low)
        if not self._kept > 0:
            raise refused("distribution.truncated_away", "low", self.low, high=self.high)

    @property
    def _before(self) -> float:
        return self.inner.below(self.low) if self.low > -math.inf else 0.0

    @property
    def _kept(self) -> float:
        upper = float(self.inner.cdf(self.high)) if self.high < math.inf else 1.0
        return upper - self._before

    def quantile(self, u: ArrayLike) -> Array:
        """That of the other at a share of what is kept."""
        share = self._before + np.asarray(u, dtype=np.float64) * self._kept
        inside = np.clip(share, np.finfo(float).tiny, 1 - np.finfo(float).epsneg)
        return np.asarray(np.clip(self.inner.quantile(inside), self.low, self.high))

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        x = np.asarray(x, dtype=np.float64)
        kept = (self.inner.cdf(np.clip(x, self.low, self.high)) - self._before) / self._kept
        inside = np.where(x < self.low, 0.0, kept)
        return np.asarray(np.clip(np.where(x >= self.high, 1.0, inside), 0.0, 1.0))

    def below(self, x: float) -> float:
        """Probability of a number below `x`."""
        if x <= self.low:
            return 0.0
        if x > self.high:
            return 1.0
        return min(1.0, max(0.0, (self.inner.below(x) - self._before) / self._kept))

    def atoms(self) -> tuple[Array, Array] | None:
        """Those of the other that are kept."""
        atoms = self.inner.atoms()
        if atoms is None:
            return None
        kept = (atoms[0] >= self.low) & (atoms[0] <= self.high)
        return atoms[0][kept], atoms[1][kept] / atoms[1][kept].sum()

    @property
    def kinks(self) -> tuple[float, ...]:
        """Those of the other, at the share of what is kept."""
        return tuple((u - self._before) / self._kept for u in self.inner.kinks)

    @property
    def mean(self) -> float:
        """Expected value of what is kept, integrated."""
        return moments(self)[0]

    @property
    def sd(self) -> float:
        """Standard deviation of what is kept, integrated."""
        return moments(self)[1]

    @property
    def support(self) -> tuple[float, float]:
        """That of the other, between the ends."""
        low, high = self.inner.support
        return max(low, self.low), min(high, self.high)


@dataclass(frozen=True, slots=True)
class Clipped(Distribution):
    """Another distribution, the few numbers beyond the ends moved to them.

    For distributions that have next to nothing beyond (less than one in a million): quantiles
    inside are untouched, and mean and standard deviation are those of the other.
    """

    inner: Distribution
    low: float
    high: float

    def quantile(self, u: ArrayLike) -> Array:
        """That of the other, within the ends."""
        return np.asarray(np.clip(self.inner.quantile(u), self.low, self.high))

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        x = np.asarray(x, dtype=np.float64)
        inside = np.where(x < self.low, 0.0, self.inner.cdf(x))
        return np.where(x >= self.high, 1.0, inside)

    def below(self, x: float) -> float:
        """Probability of a number below `x`."""
        return 0.0 if x <= self.low else 1.0 if x > self.high else self.inner.below(x)

    def atoms(self) -> tuple[Array, Array] | None:
        """Those of the other, within the ends."""
        atoms = self.inner.atoms()
        return None if atoms is None else (np.clip(atoms[0], self.low, self.high), atoms[1])

    @property
    def kinks(self) -> tuple[float, ...]:
        """Those of the other."""
        return self.inner.kinks

    @property
    def mean(self) -> float:
        """That of the other."""
        return self.inner.mean

    @property
    def sd(self) -> float:
        """That of the other."""
        return self.inner.sd

    @property
    def support(self) -> tuple[float, float]:
        """That of the other, between the ends."""
        low, high = self.inner.support
        return max(low, self.low), min(high, self.high)
