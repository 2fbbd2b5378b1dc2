"""Interrupted time series of one indicator: the step when the service began, beside the trend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import checked_array, checked_length, checked_whole, checked_yes
from gevinst.baseline.arguments_checked import (
    checked_amount,
    checked_column,
    checked_level,
    checked_one,
    checked_time,
)
from gevinst.errors import ArgumentError
from gevinst.solvers.sizes import (
    SMALLEST_MONTHS,
    SMALLEST_MONTHS_AFTER,
    SMALLEST_MONTHS_BEFORE,
    SMALLEST_SERIES_AMOUNT,
)
from gevinst.solvers.time_series import (
    Coefficient,
    NoFitError,
    SeriesFit,
    fit_series,
    series_columns,
)

Array = NDArray[np.float64]

MOST_HARMONICS = 6
"""With six pairs every calendar month has a level of its own."""

MOST_MONTHS = 1200
"""A hundred years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterruptedSeries:
    """Step of the monthly rate when the service began, beside trend and season.

    Attributes
    ----------
    ratio, low, high : float
        Rate right after the start over the rate that the months before, their trend and the season
        would have given; interval at the level.
    p : float
        Two-sided; at most 1 - level exactly when the interval leaves out 1.
    level : float
        Level of the intervals.
    method : str
        ``quasi-poisson``, or ``newey-west`` where neighbouring months went together and that error
        was the larger.
    trend : Coefficient
        Factor per year before the start: ``ratio, low, high, p``.
    slope : Coefficient or None
        Factor on the yearly trend from the start on, if asked for.
    dispersion : float
        Variance over mean around the fit, as found; the intervals use at least 1.
    autocorrelation : float
        Correlation of what is left over in neighbouring months.
    autocorrelated : bool
        Whether it is more than chance gives. Then trust the interval less.
    naive : float
        Rate after over rate before, without trend and season: for comparison, not a result.
    months, months_before : int
        Months counted, and those of them before the start.
    expected : ndarray
        Amount in each month without the service, shape ``(months,)``; NaN for a month left out.
    standard_error : float
        Of the logarithm of the ratio.
    """

    ratio: float
    low: float
    high: float
    p: float
    level: float
    method: Literal["quasi-poisson", "newey-west"]
    trend: Coefficient
    slope: Coefficient | None
    dispersion: float
    autocorrelation: float
    autocorrelated: bool
    naive: float
    months: int
    months_before: int
    expected: Array
    standard_error: float


def interrupted_time_series(
    amount: ArrayLike,
    person_time: ArrayLike,
    intervention: int,
    *,
    first_month: int = 1,
    harmonics: int = 2,
    slope: bool = False,
    level: float = 0.95,
) -> InterruptedSeries:
    """Estimate the step in a monthly rate at the start of the service.

    Quasi-Poisson regression with a trend, a step at the start, sine and cosine pairs for the
    season, and time centred at the start. It answers: did the rate change *then*, more than trend
    and season explain? Anything else that happened at the same time is in the step too.

    Parameters
    ----------
    amount : array_like
        Events or quantity (bed-days, minutes) of each calendar month in order, shape ``(n,)``.
    person_time : array_like
        Person-years at risk in each month, or one number for all. A month with 0 is left out (a
        pandemic, a change of coding) and keeps its place in time.
    intervention : int
        Place of the first month with the service, from 0: with 36 months before it is 36.
    first_month : int
        Calendar month of the first one, 1 to 12.
    harmonics : int
        Pairs of sine and cosine within a year, 0 to 6; 0 for no season.
    slope : bool
        Whether the trend may change at the start too. The ratio is then the step at the start.
    level : float
        Level of the intervals.

    Returns
    -------
    InterruptedSeries
        The step under ``ratio``, with ``low``, ``high`` and ``p``.

    Raises
    ------
    ArgumentError
        Fewer than 24 months, than 12 before or than 3 after (6 with `slope`); too little amount on
        one side; months that cannot tell step, trend and season apart; numbers out of range, or
        such that the regression has no answer; or statsmodels is not installed.

    Examples
    --------
    >>> from gevinst.baseline import interrupted_time_series
    >>> admissions = [21, 19, 22, 20, 18, 21, 20, 22, 19, 21, 20, 18] * 2 + [12, 14, 13, 12] * 3
    >>> found = interrupted_time_series(admissions, 10.0, 24, harmonics=1)
    >>> round(found.ratio, 2), found.months
    (0.65, 36)

    References
    ----------
    J. Lopez Bernal, S. Cummins and A. Gasparrini, "Interrupted time series regression for the
    evaluation of public health interventions: a tutorial", International Journal of Epidemiology 46
    (2017) 348-355.
    """
    amounts = checked_amount("amount", checked_column("amount", amount))
    time = checked_length("person_time", checked_array("person_time", person_time), len(amounts))
    checked_time("person_time", np.where(time == 0, 1.0, time))
    bends = checked_yes("slope", slope)
    if len(amounts) > MOST_MONTHS:
        raise ArgumentError.shape("amount", str(amounts.shape), f"(<= {MOST_MONTHS},)")
    start = _whole("intervention", intervention, least=0, most=len(amounts))
    first = _whole("first_month", first_month, least=1, most=12)
    pairs = _whole("harmonics", harmonics, least=0, most=MOST_HARMONICS)
    share = checked_level(level)
    _check_counted(amounts, time, start, slope=bends)
    columns = series_columns(len(amounts), start, first, pairs, slope=bends)
    counted = columns[time > 0]
    if len(counted) <= columns.shape[1] or np.linalg.matrix_rank(counted) < columns.shape[1]:
        raise ArgumentError("series.not_told_apart", found=len(counted), effects=columns.shape[1])
    try:
        fit = fit_series(amounts, time, columns, slope=bends, level=share)
    except ImportError:
        raise ArgumentError("baseline.no_statsmodels") from None
    except NoFitError:
        raise ArgumentError("series.no_fit") from None
    return _result(fit, amounts, time, start, share)


def _whole(name: str, value: int, *, least: int, most: int) -> int:
    number = checked_one(name, value, least=least, most=most)
    return int(checked_whole(name, np.asarray(number)))


def _check_counted(amount: Array, time: Array, start: int, *, slope: bool) -> None:
    """Refuse series in which the method does not cover what it says, with the reason."""
    counted = time > 0
    if (amount[~counted] > 0).any():
        place = int(np.argmax((amount > 0) & ~counted))
        raise ArgumentError("series.amount_without_time", place=f"[{place}]")
    before, after = int(counted[:start].sum()), int(counted[start:].sum())
    needed_after = SMALLEST_MONTHS_AFTER * (2 if slope else 1)
    if before + after < SMALLEST_MONTHS:
        raise ArgumentError("series.too_short", found=before + after, needed=SMALLEST_MONTHS)
    if before < SMALLEST_MONTHS_BEFORE:
        raise ArgumentError("series.too_short_before", found=before, needed=SMALLEST_MONTHS_BEFORE)
    if after < needed_after:
        raise ArgumentError("series.too_short_after", found=after, needed=needed_after)
    fewest = float(min(amount[:start].sum(), amount[start:].sum()))
    if fewest < SMALLEST_SERIES_AMOUNT:
        raise ArgumentError("series.too_few", found=fewest, needed=SMALLEST_SERIES_AMOUNT)


def _result(
    fit: SeriesFit, amount: Array, time: Array, start: int, level: float
) -> InterruptedSeries:
    rates = [amount[part].sum() / time[part].sum() for part in (slice(start), slice(start, None))]
    return InterruptedSeries(
        ratio=fit.step.ratio,
        low=fit.step.low,
        high=fit.step.high,
        p=fit.step.p,
        level=level,
        method="newey-west" if fit.robust else "quasi-poisson",
        trend=fit.trend,
        slope=fit.bend,
        dispersion=fit.dispersion,
        autocorrelation=fit.autocorrelation,
        autocorrelated=fit.autocorrelated,
        naive=float(rates[1] / rates[0]),
        months=int((time > 0).sum()),
        months_before=int((time[:start] > 0).sum()),
        expected=fit.expected,
        standard_error=fit.standard_error,
    )
