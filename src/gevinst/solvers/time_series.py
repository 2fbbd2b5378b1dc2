"""Interrupted time series: a Poisson regression of months with a step where the service began.

The logarithm of the monthly rate is a line in time, centred at the start of the service, plus sine
and cosine pairs for the season, plus a step (and, if asked for, a bend) at the start. The variance
is the mean times a dispersion, never below 1 [1]_. Where the residuals of neighbouring months go
together, the error is the larger of that and the one of Newey and West [2]_.

References
----------
.. [1] J. Lopez Bernal, S. Cummins and A. Gasparrini, "Interrupted time series regression for the
   evaluation of public health interventions: a tutorial", International Journal of Epidemiology 46
   (2017) 348-355.
.. [2] W. K. Newey and K. D. West, "A simple, positive semi-definite, heteroskedasticity and
   autocorrelation consistent covariance matrix", Econometrica 55 (1987) 703-708.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gevinst.solvers.comparisons import t_interval

Array = NDArray[np.float64]

MONTHS_PER_YEAR = 12

MONTH_MIDDLE = 0.5
"""A month stands for its middle: the start of the service is the start of its first month."""

STEP = 2
"""Column of the step; 0 is the level and 1 the trend."""

BEND = 3
"""Column of the bend, where one was asked for."""

NOISE_LIMIT = 2.0
"""Times 1 / sqrt(months): an autocorrelation above this is more than chance in 1 of 40 series."""


class NoFitError(ArithmeticError):
    """The regression has no answer, or rounding keeps it from one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """A factor on the rate; 1 is none.

    Attributes
    ----------
    ratio, low, high, p : float
        Estimate, interval and the p-value that agrees with it.
    """

    ratio: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesFit:
    """What the regression found.

    Attributes
    ----------
    step, trend : Coefficient
        Factor at the start of the service; factor per year before it.
    bend : Coefficient or None
        Factor on the yearly trend from the start on.
    dispersion : float
        Pearson's, as found; the interval uses at least 1.
    autocorrelation : float
        Of the residuals of neighbouring months.
    autocorrelated : bool
        Whether it is above what chance gives; then the error is the larger of two.
    robust : bool
        Whether the error of the step is that of Newey and West.
    standard_error : float
        Of the logarithm of the step.
    expected : ndarray
        Amount in each month without the service, shape ``(months,)``; NaN where none was counted.
    """

    step: Coefficient
    trend: Coefficient
    bend: Coefficient | None
    dispersion: float
    autocorrelation: float
    autocorrelated: bool
    robust: bool
    standard_error: float
    expected: Array


def series_columns(
    months: int, start: int, first_month: int, harmonics: int, *, slope: bool
) -> Array:
    """Give the columns of the regression, shape ``(months, effects)``.

    Parameters
    ----------
    months
        Number of months, counted or not.
    start
        Place of the first month with the service, from 0.
    first_month
        Calendar month of the first one, 1 to 12.
    harmonics
        Pairs of sine and cosine within a year.
    slope
        Whether the trend may change too.
    """
    place = np.arange(months)
    years = (place - start + MONTH_MIDDLE) / MONTHS_PER_YEAR
    after = (place >= start).astype(np.float64)
    angle = 2 * np.pi * (first_month - 1 + place + MONTH_MIDDLE) / MONTHS_PER_YEAR
    waves = [wave(k * angle) for k in range(1, harmonics + 1) for wave in (np.sin, np.cos)]
    bend = [years * after] if slope else []
    return np.column_stack([np.ones(months), years, after, *bend, *waves])


def fit_series(
    amount: Array, time: Array, columns: Array, *, slope: bool, level: float
) -> SeriesFit:
    """Fit the regression; months without time are left out and keep their place.

    Parameters
    ----------
    amount, time
        Events or quantity, and person-years, of each month, shape ``(months,)``.
    columns
        From `series_columns`, of full rank where time is above 0.
    slope
        Whether column 3 is a bend.
    level
        Level of the intervals.

    Raises
    ------
    ImportError
        statsmodels is not installed.
    NoFitError
        The numbers are such that the regression ends nowhere.
    """
    from statsmodels.genmod.families import Poisson
    from statsmodels.genmod.generalized_linear_model import GLM

    counted = time > 0
    used, offset = columns[counted], np.log(time[counted])
    model = GLM(amount[counted], used, family=Poisson(), offset=offset)
    fit = _fitted(model, {})
    found = np.asarray(fit.params, dtype=np.float64)
    freedom = len(used) - used.shape[1]
    dispersion = float(fit.pearson_chi2) / freedom
    errors = np.sqrt(np.diag(fit.cov_params()) * max(dispersion, 1.0))
    correlation = _neighbours(np.asarray(fit.resid_pearson), counted)
    plain = float(errors[STEP])
    together = correlation > NOISE_LIMIT / math.sqrt(len(used))
    if together:
        lags = max(1, int(4 * (len(used) / 100) ** (2 / 9)))
        kernel = {"maxlags": lags, "use_correction": True}
        robust = _fitted(model, {"cov_type": "HAC", "cov_kwds": kernel})
        errors = np.maximum(errors, np.asarray(robust.bse))
    effects = [
        _coefficient(float(b), float(e), freedom, level)
        for b, e in zip(found[: BEND + 1], errors[: BEND + 1], strict=True)
    ]
    without = columns.copy()
    without[:, STEP : (BEND if slope else STEP) + 1] = 0
    expected = np.full(len(time), np.nan)
    expected[counted] = np.exp(without[counted] @ found + offset)
    return SeriesFit(
        step=effects[STEP],
        trend=effects[1],
        bend=effects[BEND] if slope else None,
        dispersion=dispersion,
        autocorrelation=correlation,
        autocorrelated=together,
        robust=bool(errors[STEP] > plain),
        standard_error=float(errors[STEP]),
        expected=expected,
    )


def _fitted(model: Any, how: Mapping[str, object]) -> Any:  # noqa: ANN401  it has no types
    """Fit, and see to it that there is an answer; a perfect fit is no reason to warn."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            fit = model.fit(scale=1.0, **how)
        except (ValueError, np.linalg.LinAlgError):
            raise NoFitError from None
    if not (fit.converged and np.isfinite(fit.params).all() and np.isfinite(fit.bse).all()):
        raise NoFitError
    return fit


def _coefficient(seen: float, error: float, freedom: int, level: float) -> Coefficient:
    low, high, p = t_interval(seen, error, freedom, level)
    with np.errstate(over="ignore"):
        ratio, low, high = (float(np.exp(x)) for x in (seen, low, high))
    return Coefficient(ratio=ratio, low=low, high=high, p=p)


def _neighbours(residuals: Array, counted: NDArray[np.bool_]) -> float:
    """Correlation of residuals one month apart; 0 if there is nothing left over."""
    placed = np.zeros(len(counted))
    placed[counted] = residuals
    whole = float(residuals @ residuals)
    return float(placed[1:] @ placed[:-1]) / whole if whole > 0 else 0.0
