"""Families of separate numbers: counts, and what has been observed."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from gevinst.distributions.family import Array, Distribution
from gevinst.distributions.refusing import not_negative, positive, refused, some
from gevinst.distributions.special import beta_cdf, poisson_cdf

_WIDTHS = 40  # standard deviations above the mean that hold every share a float can tell from 1
_MORE = 400


@dataclass(frozen=True, slots=True)
class Poisson(Distribution):
    """Counts of events that happen independently of each other.

    Parameters
    ----------
    events : float
        The mean count.
    step : float
        What one event is, in the unit of the number.
    """

    events: float
    step: float = 1.0

    def __post_init__(self) -> None:
        positive(mean=self.events, step=self.step)

    def _up_to(self, count: Array) -> Array:
        return poisson_cdf(count, self.events)

    def quantile(self, u: ArrayLike) -> Array:
        """Smallest count that at least the share `u` lies at or below."""
        most = self.events + _WIDTHS * math.sqrt(self.events) + _MORE
        return np.asarray(self.step * _smallest(self._up_to, u, most))

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        return _at_or_below(self._up_to, x, self.step)

    def below(self, x: float) -> float:
        """Probability of a number below `x`."""
        return _below(self._up_to, x, self.step)

    def atoms(self) -> tuple[Array, Array]:
        """Counts with their probabilities."""
        most = math.ceil(self.events + _WIDTHS * math.sqrt(self.events) + _MORE)
        return _atoms(self._up_to, most, self.step)

    @property
    def mean(self) -> float:
        """Expected value."""
        return self.events * self.step

    @property
    def sd(self) -> float:
        """Standard deviation."""
        return math.sqrt(self.events) * self.step

    @property
    def support(self) -> tuple[float, float]:
        """From zero."""
        return 0.0, math.inf


@dataclass(frozen=True, slots=True)
class NegativeBinomial(Distribution):
    """Counts that vary more than Poisson: the rate itself is gamma distributed.

    Parameters
    ----------
    events : float
        The mean count.
    shape : float
        Of the gamma distribution; the variance is ``events + events**2 / shape``.
    step : float
        What one event is, in the unit of the number.
    """

    events: float
    shape: float
    step: float = 1.0

    def __post_init__(self) -> None:
        positive(mean=self.events, shape=self.shape, step=self.step)

    @property
    def _most(self) -> float:
        sd = math.sqrt(self.events + self.events**2 / self.shape)
        return self.events + _WIDTHS * sd * max(1.0, 1 / math.sqrt(self.shape)) + _MORE

    def _up_to(self, count: Array) -> Array:
        share = self.shape / (self.shape + self.events)
        inside = beta_cdf(self.shape, np.maximum(count, 0.0) + 1, share)
        return np.where(count < 0, 0.0, inside)

    def quantile(self, u: ArrayLike) -> Array:
        """Smallest count that at least the share `u` lies at or below."""
        return np.asarray(self.step * _smallest(self._up_to, u, self._most))

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        return _at_or_below(self._up_to, x, self.step)

    def below(self, x: float) -> float:
        """Probability of a number below `x`."""
        return _below(self._up_to, x, self.step)

    def atoms(self) -> tuple[Array, Array]:
        """Counts with their probabilities."""
        return _atoms(self._up_to, math.ceil(self._most), self.step)

    @property
    def mean(self) -> float:
        """Expected value."""
        return self.events * self.step

    @property
    def sd(self) -> float:
        """Standard deviation."""
        return math.sqrt(self.events + self.events**2 / self.shape) * self.step

    @property
    def support(self) -> tuple[float, float]:
        """From zero."""
        return 0.0, math.inf


@dataclass(frozen=True, slots=True)
class Empirical(Distribution):
    """What has been observed, each observation as likely as it weighs.

    Parameters
    ----------
    values : tuple of float
        At least one.
    weights : tuple of float, optional
        One for each, at least zero and not all zero; alike if left out.
    """

    values: tuple[float, ...]
    weights: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", some("values", self.values))
        if not self.weights:
            return
        object.__setattr__(self, "weights", some("weights", self.weights))
        if len(self.weights) != len(self.values):
            raise refused(
                "distribution.not_as_many",
                "weights",
                len(self.weights),
                other="values",
                limit=len(self.values),
            )
        for weight in self.weights:
            not_negative(weights=weight)
        if not sum(self.weights) > 0:
            raise refused("distribution.no_weight", "weights", 0)

    def atoms(self) -> tuple[Array, Array]:
        """Observations by size, with their shares."""
        order = np.argsort(self.values, kind="stable")
        weights = np.array(self.weights or (1.0,) * len(self.values))[order]
        return np.array(self.values)[order], weights / weights.sum()

    def quantile(self, u: ArrayLike) -> Array:
        """Smallest observation that at least the share `u` of them lies at or below."""
        values, shares = self.atoms()
        upper = np.cumsum(shares)
        weighing = shares > 0
        values, upper = values[weighing], upper[weighing]
        place = np.searchsorted(upper[:-1], np.asarray(u, dtype=np.float64), side="left")
        return np.asarray(values[place])

    def cdf(self, x: ArrayLike) -> Array:
        """Share of the observations at or below `x`."""
        return self._share(x, "right")

    def below(self, x: float) -> float:
        """Share of the observations below `x`."""
        return float(self._share(x, "left"))

    def _share(self, x: ArrayLike, side: str) -> Array:
        values, shares = self.atoms()
        upper = np.concatenate([[0.0], np.cumsum(shares)[:-1], [1.0]])
        place = np.searchsorted(values, np.asarray(x), side="right" if side == "right" else "left")
        return np.asarray(upper[place])

    @property
    def mean(self) -> float:
        """Mean of the observations."""
        values, shares = self.atoms()
        return float((values * shares).sum())

    @property
    def sd(self) -> float:
        """Standard deviation of the observations themselves (divided by their number)."""
        values, shares = self.atoms()
        return math.sqrt(float(((values - self.mean) ** 2 * shares).sum()))

    @property
    def support(self) -> tuple[float, float]:
        """Smallest and largest observation."""
        return min(self.values), max(self.values)


def _smallest(up_to: Callable[[Array], Array], u: ArrayLike, most: float) -> Array:
    """Smallest count whose cumulative probability is at least `u`, by halving a fixed bracket."""
    u = np.asarray(u, dtype=np.float64)
    low, high = np.full(u.shape, -1.0), np.full(u.shape, math.ceil(most), dtype=np.float64)
    for _ in range(math.ceil(math.log2(math.ceil(most) + 2))):
        middle = np.floor((low + high) / 2)
        reached = up_to(middle) >= u
        high = np.where(reached & (middle > low), middle, high)
        low = np.where(reached, low, middle)
    return high


def _at_or_below(up_to: Callable[[Array], Array], x: ArrayLike, step: float) -> Array:
    count = np.floor(np.asarray(x, dtype=np.float64) / step * (1 + 1e-12))
    return np.where(count < 0, 0.0, up_to(np.maximum(count, 0.0)))


def _below(up_to: Callable[[Array], Array], x: float, step: float) -> float:
    count = math.ceil(x / step * (1 - 1e-12)) - 1 if math.isfinite(x) else x
    return 0.0 if count < 0 else float(up_to(np.array(float(count))))


def _atoms(up_to: Callable[[Array], Array], most: int, step: float) -> tuple[Array, Array]:
    counts = np.arange(most + 1, dtype=np.float64)
    shares = np.diff(up_to(counts), prepend=0.0)
    return counts * step, shares
