"""From the sums of a cell to a figure with its interval: exact, overdispersed or refused."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gevinst.baseline.moments import AMOUNT, CROSS, EXPOSURE, EXPOSURE_SQUARES, PERSONS, SQUARES

Array = NDArray[np.float64]
Method = Literal["exact", "quasi", "student", "refused"]
LEVEL = 0.95
_MOST_EVENTS = 1e12  # all persons alike: an interval without width, but for rounding


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An estimate with its interval.

    Attributes
    ----------
    estimate, low, high : float
        Per unit of exposure; the ends are NaN where the interval is refused.
    dispersion : float
        Variance over that of a Poisson count (of a binomial one for shares); NaN where unknown.
    method : str
        ``exact``, ``quasi`` (overdispersed), ``student`` (a mean) or ``refused``.
    reason : str
        Why the interval is refused; empty otherwise. A key of the texts ``baseline.refused.*``.
    """

    estimate: float
    low: float
    high: float
    dispersion: float
    method: Method
    reason: str = ""


def figure(sums: Array, kind: str, level: float = LEVEL) -> Figure:
    """Give the figure of one cell and period.

    Parameters
    ----------
    sums : array, shape (6,)
        The columns of `gevinst.baseline.moments`.
    kind : str
        Kind of the indicator.
    level : float
        Level of the interval.

    Examples
    --------
    Ten admissions among eight persons in eight years, each person's number unknown: exact.

    >>> found = figure(np.array([8, 8.0, 10.0, np.nan, 10.0, 8.0]), "events")
    >>> found.method, round(found.low, 2), round(found.high, 2)
    ('exact', 0.6, 2.3)
    """
    exposure, amount = float(sums[EXPOSURE]), float(sums[AMOUNT])
    if exposure <= 0:
        return _refused(math.nan, math.nan, "no_exposure")
    estimate = amount / exposure
    if kind in {"share", "improved"}:
        return _share(sums, estimate, level)
    if kind == "score":
        return _mean(sums, estimate, level)
    return _rate(sums, estimate, level, exact=kind == "events")


def _rate(sums: Array, estimate: float, level: float, *, exact: bool) -> Figure:
    """Give the interval of a rate or of a mean per event: events alone can do without squares."""
    exposure, amount = float(sums[EXPOSURE]), float(sums[AMOUNT])
    dispersion = dispersion_of(sums, least=1.0 if exact else 0.0)
    if math.isnan(dispersion) and not exact:
        return _refused(estimate, dispersion, "one_person" if sums[PERSONS] <= 1 else "no_squares")
    if amount == 0 and not exact:
        return _refused(estimate, dispersion, "nothing_counted")
    known = not math.isnan(dispersion)
    wide = widened(dispersion, float(sums[PERSONS]), level, exact=exact) if known else 1.0
    low, high = gamma_ends(amount, wide, level)
    return Figure(
        estimate=estimate,
        low=low / exposure,
        high=high / exposure,
        dispersion=dispersion,
        method="quasi" if known else "exact",
    )


def dispersion_of(sums: Array, least: float = 1.0) -> float:
    """Variance of the persons' amounts around rate x exposure, over the mean.

    At least 1 for events: fewer independent events than were counted, never more. NaN where the sum
    of squares is unknown or there are fewer than two persons.
    """
    persons, amount = float(sums[PERSONS]), float(sums[AMOUNT])
    if math.isnan(sums[SQUARES]) or persons <= 1:
        return math.nan
    if amount <= 0:
        return 1.0
    return max(least, spread(sums) / amount)


def spread(sums: Array) -> float:
    """Sum of squares around rate x exposure, corrected for the rate having been estimated."""
    persons = float(sums[PERSONS])
    rate = float(sums[AMOUNT] / sums[EXPOSURE])
    around = sums[SQUARES] - 2 * rate * sums[CROSS] + rate**2 * sums[EXPOSURE_SQUARES]
    return max(float(around), 0.0) * persons / (persons - 1)


def gamma_ends(amount: float, dispersion: float, level: float) -> tuple[float, float]:
    """Ends of the exact Poisson interval of a count, stretched by a dispersion.

    ``amount / dispersion`` is the number of independent events that tell as much (Garwood 1936 for
    a dispersion of 1).
    """
    from scipy.special import gammaincinv

    count = amount / dispersion if dispersion > amount / _MOST_EVENTS else _MOST_EVENTS
    tail, dispersion = (1 - level) / 2, amount / count if count else dispersion
    low = 0.0 if count == 0 else float(gammaincinv(count, tail))
    return low * dispersion, float(gammaincinv(count + 1, 1 - tail)) * dispersion


def widened(dispersion: float, persons: float, level: float, *, exact: bool = True) -> float:
    """Stretch a dispersion for its being estimated from few persons (Student's t)."""
    if exact and dispersion <= 1:
        return dispersion
    return dispersion * _student_ratio(persons, level) ** 2


def _student_ratio(persons: float, level: float) -> float:
    from scipy.special import ndtri, stdtrit

    tail = (1 + level) / 2
    return float(stdtrit(persons - 1, tail) / ndtri(tail))


def _share(sums: Array, estimate: float, level: float) -> Figure:
    """Clopper and Pearson's interval; fewer independent trials where persons have several each."""
    from scipy.special import betaincinv

    trials, hits, persons = float(sums[EXPOSURE]), float(sums[AMOUNT]), float(sums[PERSONS])
    dispersion = 1.0
    if persons > 1 and 0 < hits < trials and trials > persons:
        dispersion = max(1.0, spread(sums) / (hits * (1 - estimate)))
    wide, tail = widened(dispersion, persons, level), (1 - level) / 2
    x, n = hits / wide, trials / wide
    low = 0.0 if hits == 0 else float(betaincinv(x, n - x + 1, tail))
    high = 1.0 if hits == trials else float(betaincinv(x + 1, n - x, 1 - tail))
    method: Method = "exact" if dispersion == 1 else "quasi"
    return Figure(estimate=estimate, low=low, high=high, dispersion=dispersion, method=method)


def _mean(sums: Array, estimate: float, level: float) -> Figure:
    """Student's interval of a mean of one number a person."""
    persons = float(sums[PERSONS])
    if persons <= 1:
        return _refused(estimate, math.nan, "one_person")
    if math.isnan(sums[SQUARES]):
        return _refused(estimate, math.nan, "no_squares")
    from scipy.special import stdtrit

    error = math.sqrt(spread(sums)) / float(sums[EXPOSURE])
    half = float(stdtrit(persons - 1, (1 + level) / 2)) * error
    return Figure(
        estimate=estimate,
        low=estimate - half,
        high=estimate + half,
        dispersion=math.nan,
        method="student",
    )


def _refused(estimate: float, dispersion: float, reason: str) -> Figure:
    return Figure(
        estimate=estimate,
        low=math.nan,
        high=math.nan,
        dispersion=dispersion,
        method="refused",
        reason=reason,
    )
