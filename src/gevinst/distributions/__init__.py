"""Distributions of uncertain numbers: frozen families, and exact fits to what people know of them.

A family gives quantiles, so that any stream of numbers between 0 and 1 becomes draws; a quantile
of one number depends on no other number of the same array. `fits` makes families of a mean and a
standard deviation, of an interval, or of a low, a likely and a high number.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # SciPy is loaded when the first of these is used
    from gevinst.distributions.bounded import Pert, Triangular, Uniform
    from gevinst.distributions.continuous import Beta, Gamma, LogitNormal, Lognormal, Normal
    from gevinst.distributions.counted import Empirical, NegativeBinomial, Poisson
    from gevinst.distributions.derived import Clipped, Scaled, Shifted, Truncated
    from gevinst.distributions.family import Constant, Distribution
    from gevinst.distributions.two_piece import TwoPiece

_HOMES = {
    "bounded": ("Pert", "Triangular", "Uniform"),
    "continuous": ("Beta", "Gamma", "LogitNormal", "Lognormal", "Normal"),
    "counted": ("Empirical", "NegativeBinomial", "Poisson"),
    "derived": ("Clipped", "Scaled", "Shifted", "Truncated"),
    "family": ("Constant", "Distribution"),
    "two_piece": ("TwoPiece",),
}

__all__ = [
    "Beta",
    "Clipped",
    "Constant",
    "Distribution",
    "Empirical",
    "Gamma",
    "LogitNormal",
    "Lognormal",
    "NegativeBinomial",
    "Normal",
    "Pert",
    "Poisson",
    "Scaled",
    "Shifted",
    "Triangular",
    "Truncated",
    "TwoPiece",
    "Uniform",
]


def __getattr__(name: str) -> object:
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)
