"""Families without bounds on both sides: normal, lognormal, gamma; and those of shares.

Parameters have to be finite, and every width above zero: at width zero the fits give a `Constant`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from gevinst.distributions.family import Array, Distribution, moments
from gevinst.distributions.refusing import numbers, ordered, positive, wide
from gevinst.distributions.special import (
    beta_cdf,
    beta_quantile,
    gamma_above,
    gamma_cdf,
    gamma_quantile,
    logit_of,
    normal_cdf,
    normal_quantile,
    share_of,
)


@dataclass(frozen=True, slots=True)
class Normal(Distribution):
    """Normal distribution of the stated mean and standard deviation."""

    mean_value: float
    width: float

    def __post_init__(self) -> None:
        numbers(mean=self.mean_value)
        positive(sd=self.width)

    def quantile(self, u: ArrayLike) -> Array:
        """Mean plus so many standard deviations."""
        return np.asarray(self.mean_value + self.width * normal_quantile(u))

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`."""
        return np.asarray(normal_cdf((np.asarray(x) - self.mean_value) / self.width))

    def above(self, x: float) -> float:
        """Probability of a number above `x`, exact in the tail."""
        return float(normal_cdf((self.mean_value - x) / self.width))

    @property
    def mean(self) -> float:
        """Expected value."""
        return self.mean_value

    @property
    def sd(self) -> float:
        """Standard deviation."""
        return self.width

    @property
    def support(self) -> tuple[float, float]:
        """All numbers."""
        return -math.inf, math.inf


@dataclass(frozen=True, slots=True)
class Lognormal(Distribution):
    """A number whose logarithm is normal: above 0, and skewed to the right.

    Parameters
    ----------
    log_mean, log_sd : float
        Of the natural logarithm; ``exp(log_mean)`` is the median.
    """

    log_mean: float
    log_sd: float

    def __post_init__(self) -> None:
        numbers(log_mean=self.log_mean)
        positive(log_sd=self.log_sd)

    def quantile(self, u: ArrayLike) -> Array:
        """The exponential of a normal quantile."""
        return np.asarray(np.exp(self.log_mean + self.log_sd * normal_quantile(u)))

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`; 0 up to zero."""
        x = np.asarray(x, dtype=np.float64)
        logs = np.log(np.where(x > 0, x, 1.0))
        return np.where(x > 0, normal_cdf((logs - self.log_mean) / self.log_sd), 0.0)

    @property
    def mean(self) -> float:
        """Expected value, above the median."""
        return math.exp(self.log_mean + self.log_sd**2 / 2)

    @property
    def sd(self) -> float:
        """Standard deviation."""
        return self.mean * math.sqrt(math.expm1(self.log_sd**2))

    @property
    def support(self) -> tuple[float, float]:
        """Above zero."""
        return 0.0, math.inf


@dataclass(frozen=True, slots=True)
class Gamma(Distribution):
    """Gamma distribution: above 0; costs and rates.

    Parameters
    ----------
    shape, scale : float
        The mean is their product, the variance ``shape * scale**2``.
    """

    shape: float
    scale: float

    def __post_init__(self) -> None:
        positive(shape=self.shape, scale=self.scale)

    def quantile(self, u: ArrayLike) -> Array:
        """Scale times the quantile of the shape."""
        return np.asarray(self.scale * gamma_quantile(self.shape, u))

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`; 0 up to zero."""
        standard = np.maximum(np.asarray(x, dtype=np.float64), 0.0) / self.scale
        return gamma_cdf(self.shape, standard)

    def above(self, x: float) -> float:
        """Probability of a number above `x`, exact in the tail."""
        return float(gamma_above(self.shape, max(x, 0.0) / self.scale))

    @property
    def mean(self) -> float:
        """Expected value."""
        return self.shape * self.scale

    @property
    def sd(self) -> float:
        """Standard deviation."""
        return math.sqrt(self.shape) * self.scale

    @property
    def support(self) -> tuple[float, float]:
        """Above zero."""
        return 0.0, math.inf


@dataclass(frozen=True, slots=True)
class Beta(Distribution):
    """Beta distribution between two ends: shares and probabilities.

    Parameters
    ----------
    alpha, beta : float
        Like numbers of successes and failures.
    low, high : float
        The ends; 0 and 1 for a share.
    """

    alpha: float
    beta: float
    low: float = 0.0
    high: float = 1.0

    def __post_init__(self) -> None:
        positive(alpha=self.alpha, beta=self.beta)
        ordered(low=self.low, high=self.high)
        wide(self.low, self.high)

    def quantile(self, u: ArrayLike) -> Array:
        """So far between the ends."""
        place = beta_quantile(self.alpha, self.beta, u)
        return np.asarray(self.low + (self.high - self.low) * place)

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a number at or below `x`; 0 below the ends and 1 above."""
        place = (np.asarray(x, dtype=np.float64) - self.low) / (self.high - self.low)
        return beta_cdf(self.alpha, self.beta, np.clip(place, 0.0, 1.0))

    @property
    def mean(self) -> float:
        """Expected value."""
        return self.low + (self.high - self.low) * self.alpha / (self.alpha + self.beta)

    @property
    def sd(self) -> float:
        """Standard deviation."""
        total = self.alpha + self.beta
        share = math.sqrt(self.alpha * self.beta / (total + 1)) / total
        return (self.high - self.low) * share

    @property
    def support(self) -> tuple[float, float]:
        """Between the ends."""
        return self.low, self.high


@dataclass(frozen=True, slots=True)
class LogitNormal(Distribution):
    """A share whose log-odds are normal.

    Parameters
    ----------
    logit_mean, logit_sd : float
        Of ``log(x / (1 - x))``.
    """

    logit_mean: float
    logit_sd: float

    def __post_init__(self) -> None:
        numbers(logit_mean=self.logit_mean)
        positive(logit_sd=self.logit_sd)

    def quantile(self, u: ArrayLike) -> Array:
        """The share of a normal quantile of the log-odds."""
        return share_of(self.logit_mean + self.logit_sd * normal_quantile(u))

    def cdf(self, x: ArrayLike) -> Array:
        """Probability of a share at or below `x`; 0 up to zero and 1 from one."""
        x = np.asarray(x, dtype=np.float64)
        odds = logit_of(np.clip(x, 0.0, 1.0))  # infinite at the ends, as it should be
        return normal_cdf((odds - self.logit_mean) / self.logit_sd)

    @property
    def mean(self) -> float:
        """Expected value, integrated."""
        return moments(self)[0]

    @property
    def sd(self) -> float:
        """Standard deviation, integrated."""
        return moments(self)[1]

    @property
    def support(self) -> tuple[float, float]:
        """Between 0 and 1."""
        return 0.0, 1.0
