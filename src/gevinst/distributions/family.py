"""What every distribution can tell."""

from __future__ import annotations

import abc
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.distributions.special import normal_cdf, normal_quantile

Array = NDArray[np.float64]
FURTHEST = 8.0  # standard deviations; beyond lies less than 2e-15, and shares round to 1
PANELS = 32
POINTS = 16


class Distribution(abc.ABC):
    """A distribution of one number.

    Families are frozen records; two with the same parameters are equal.
    """

    __slots__ = ()

    @abc.abstractmethod
    def quantile(self, u: ArrayLike) -> Array:
        """Smallest number that at least the share `u` lies at or below.

        Parameters
        ----------
        u : array_like of float
            Between 0 and 1, both excluded.

        Returns
        -------
        ndarray of float
            Of the same shape; each element depends on its own `u` only.
        """

    @abc.abstractmethod
    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`, of the same shape."""

    @property
    @abc.abstractmethod
    def mean(self) -> float:
        """Expected value."""

    @property
    @abc.abstractmethod
    def sd(self) -> float:
        """Standard deviation."""

    @property
    @abc.abstractmethod
    def support(self) -> tuple[float, float]:
        """Smallest and largest number, infinite where there is none."""

    @property
    def kinks(self) -> tuple[float, ...]:
        """Shares at which the quantile is not smooth."""
        return ()

    def atoms(self) -> tuple[Array, Array] | None:
        """Every number that has a probability, with it; None for a continuous distribution."""
        return None

    def below(self, x: float) -> float:
        """Probability of a number below `x`."""
        return float(self.cdf(x))

    def above(self, x: float) -> float:
        """Probability of a number above `x`."""
        return 1.0 - float(self.cdf(x))

    def mass_outside(self, low: float, high: float) -> float:
        """Probability of a number below `low` or above `high` (either may be infinite)."""
        least, most = self.support
        under = self.below(low) if least < low else 0.0
        over = self.above(high) if most > high else 0.0
        return min(1.0, under + over)


@dataclass(frozen=True, slots=True)
class Constant(Distribution):
    """One number, certain: what every family is at width zero."""

    value: float

    def quantile(self, u: ArrayLike) -> Array:
        """The number, whatever the share."""
        return np.full(np.shape(u), self.value)

    def cdf(self, x: ArrayLike) -> Array:
        """0 below the number, then 1."""
        return np.where(np.asarray(x) >= self.value, 1.0, 0.0)

    def below(self, x: float) -> float:
        """Probability of a number below `x`."""
        return 1.0 if self.value < x else 0.0

    @property
    def mean(self) -> float:
        """The number."""
        return self.value

    @property
    def sd(self) -> float:
        """None."""
        return 0.0

    @property
    def support(self) -> tuple[float, float]:
        """The number, twice."""
        return self.value, self.value


def moments(distribution: Distribution) -> tuple[float, float]:
    """Mean and standard deviation, integrated over the quantiles.

    The share is the normal one of an even grid of standard deviations, cut where the quantile is
    not smooth: Gauss-Legendre on each panel is then exact to the last digits.
    """
    atoms = distribution.atoms()
    if atoms is not None:
        values, weights = atoms
    else:
        cuts = [float(normal_quantile(u)) for u in distribution.kinks if 0.0 < u < 1.0]
        edges = np.array(sorted([*np.linspace(-FURTHEST, FURTHEST, PANELS + 1), *cuts]))
        nodes, shares = np.polynomial.legendre.leggauss(POINTS)
        half = np.diff(edges)[:, None] / 2
        z = (edges[:-1, None] + half) + half * nodes
        weights = (half * shares * np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)).ravel()
        values = distribution.quantile(normal_cdf(z.ravel()))
        weights = weights / weights.sum()
    middle = float(values[np.argmax(weights)])
    mean = middle + float(((values - middle) * weights).sum())
    return mean, math.sqrt(float(((values - mean) ** 2 * weights).sum()))
