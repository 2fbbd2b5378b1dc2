"""Two-piece normal: exact at a low, a likely and a high number.

Each side of the likely number is half a normal distribution with its own width, in the space that
suits the number: as it stands, its logarithm, or the log-odds between two ends.

References
----------
S. John (1982), Communications in Statistics 11, 879-885; K. F. Wallis (2014), Statistical
Science 29, 106-112. There the halves meet at the mode and share one height; here they meet at the
median, so that low and high are the stated percentiles.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from gevinst.distributions.family import Array, Distribution, moments
from gevinst.distributions.refusing import numbers, ordered, positive, refused, wide, within
from gevinst.distributions.special import normal_quantile, share_of

Space = Literal["plain", "log", "logit"]


@dataclass(frozen=True, slots=True)
class TwoPiece(Distribution):
    """Half a normal distribution on each side of the likely number.

    Parameters
    ----------
    low, likely, high : float
        The likely number is the median; an equal end puts the half of that side on it.
    level : float
        Probability between low and high, with as much left on each side.
    space : {"plain", "log", "logit"}
        Where the halves are normal.
    floor, ceiling : float
        The ends that ``logit`` lies between; ``log`` is of what lies above the floor.
    """

    low: float
    likely: float
    high: float
    level: float
    space: Space = "plain"
    floor: float = 0.0
    ceiling: float = 1.0

    def __post_init__(self) -> None:
        ordered(low=self.low, likely=self.likely, high=self.high)
        wide(self.low, self.high)
        within(0.0, 1.0, level=self.level)
        if self.space == "log":
            numbers(floor=self.floor)
            positive(low=self.low - self.floor)
        elif self.space == "logit":
            numbers(floor=self.floor, ceiling=self.ceiling)
            within(self.floor, self.ceiling, low=self.low, high=self.high)
        elif self.space != "plain":
            raise refused("distribution.space", "space", self.space)

    @property
    def _widths(self) -> tuple[float, float, float]:
        """The likely number in the space, and the standard deviation below and above it."""
        low, likely, high = (self._inside(x) for x in (self.low, self.likely, self.high))
        z = half_width(self.level)
        return likely, (likely - low) / z, (high - likely) / z

    def _inside(self, x: float) -> float:
        if self.space == "plain":
            return x
        if self.space == "log":
            return math.log(x - self.floor) if x > self.floor else -math.inf
        if x <= self.floor:
            return -math.inf
        return math.log((x - self.floor) / (self.ceiling - x)) if x < self.ceiling else math.inf

    def quantile(self, u: ArrayLike) -> Array:
        """The stated numbers at their shares, and normal in the space on each side."""
        middle, lower, upper = self._widths
        z = np.asarray(normal_quantile(u))
        y = middle + z * np.where(z < 0, lower, upper)
        if self.space == "log":
            return np.asarray(self.floor + np.exp(y))
        if self.space == "logit":
            return np.asarray(self.floor + (self.ceiling - self.floor) * share_of(y))
        return np.asarray(y)

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        each = np.vectorize(self._cdf, otypes=[np.float64])
        return np.asarray(each(np.asarray(x, dtype=np.float64)))

    def _z(self, x: float) -> float:
        """Standard deviations from the likely number, infinite over a side without width."""
        middle, lower, upper = self._widths
        away = self._inside(x) - middle
        width = lower if away < 0 else upper
        if away == 0:
            return 0.0
        return away / width if width > 0 else math.copysign(math.inf, away)

    def _cdf(self, x: float) -> float:
        _, _, upper = self._widths
        if x == self.likely and not upper:
            return 1.0
        return _normal_below(self._z(x))

    def below(self, x: float) -> float:
        """Probability of a number below `x`."""
        _, lower, _ = self._widths
        return 0.0 if x == self.likely and not lower else _normal_below(self._z(x))

    def above(self, x: float) -> float:
        """Probability of a number above `x`, exact in the tail."""
        _, _, upper = self._widths
        return 0.0 if x == self.likely and not upper else _normal_below(-self._z(x))

    @property
    def kinks(self) -> tuple[float, ...]:
        """At the likely number."""
        return (0.5,)

    @property
    def mean(self) -> float:
        """Expected value; integrated for log-odds."""
        return self._moments()[0]

    @property
    def sd(self) -> float:
        """Standard deviation; integrated for log-odds."""
        return self._moments()[1]

    def _moments(self) -> tuple[float, float]:
        middle, lower, upper = self._widths
        if self.space == "plain":
            shift = (upper - lower) / math.sqrt(2 * math.pi)
            return middle + shift, math.sqrt((lower**2 + upper**2) / 2 - shift**2)
        if self.space == "log":  # relative to the median
            first, second = (_power(lower, upper, k) for k in (1, 2))
            median = self.likely - self.floor
            return self.floor + median * first, median * math.sqrt(second - first**2)
        return moments(self)

    @property
    def support(self) -> tuple[float, float]:
        """Every number that the space has, up to a side without width."""
        ends = {
            "plain": (-math.inf, math.inf),
            "log": (self.floor, math.inf),
            "logit": (self.floor, self.ceiling),
        }
        least, most = ends[self.space]
        return (
            self.likely if self.low == self.likely else least,
            self.likely if self.high == self.likely else most,
        )


@functools.cache
def half_width(level: float) -> float:
    """Standard deviations on each side of the middle that hold a probability."""
    from statistics import NormalDist

    return NormalDist().inv_cdf((1 + level) / 2)


def _power(lower: float, upper: float, power: int) -> float:
    """Expected power of a number whose logarithm is half of each width about 0."""
    low, high = power * lower, power * upper
    below = math.exp(low**2 / 2) * _normal_below(-low)
    return below + math.exp(high**2 / 2) * _normal_below(high)


def _normal_below(z: float) -> float:
    return math.erfc(-z / math.sqrt(2)) / 2
