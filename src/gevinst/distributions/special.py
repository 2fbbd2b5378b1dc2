"""The functions of SciPy that distributions need, loaded when the first of them is used."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


@functools.cache
def _scipy() -> Any:  # noqa: ANN401  a module, with types in some installations only
    from scipy import special

    return special


def normal_quantile(u: ArrayLike) -> Array:
    """Standard deviations from the mean, below which the share `u` lies."""
    return np.asarray(_scipy().ndtri(u))


def normal_cdf(z: ArrayLike) -> Array:
    """Share below `z` standard deviations from the mean."""
    return np.asarray(_scipy().ndtr(z))


def gamma_quantile(shape: float, u: ArrayLike) -> Array:
    """Quantile of a gamma distribution with scale 1."""
    return np.asarray(_scipy().gammaincinv(shape, u))


def gamma_cdf(shape: float, x: ArrayLike) -> Array:
    """Share of a gamma distribution with scale 1 at or below `x`."""
    return np.asarray(_scipy().gammainc(shape, x))


def gamma_above(shape: float, x: float) -> float:
    """Share of a gamma distribution with scale 1 above `x`."""
    return float(_scipy().gammaincc(shape, x))


def beta_quantile(alpha: float, beta: float, u: ArrayLike) -> Array:
    """Quantile of a beta distribution between 0 and 1."""
    return np.asarray(_scipy().betaincinv(alpha, beta, u))


def beta_cdf(alpha: ArrayLike, beta: ArrayLike, x: ArrayLike) -> Array:
    """Share of a beta distribution at or below `x`, which is between 0 and 1."""
    return np.asarray(_scipy().betainc(alpha, beta, x))


def poisson_cdf(count: ArrayLike, mean: float) -> Array:
    """Probability of at most so many events."""
    return np.asarray(_scipy().pdtr(count, mean))


def share_of(logit: ArrayLike) -> Array:
    """Share of log-odds."""
    return np.asarray(_scipy().expit(logit))


def logit_of(share: ArrayLike) -> Array:
    """Log-odds of a share, infinite at 0 and 1."""
    return np.asarray(_scipy().logit(share))
