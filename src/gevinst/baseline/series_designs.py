"""The designs that need calendar months: interrupted time series and stepped wedge."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gevinst.baseline.change import UNKNOWN, Change, Refusal, ThreeNumbers, as_change
from gevinst.baseline.sample import FOLLOWED, Found, Sample
from gevinst.errors import ArgumentError
from gevinst.solvers.sizes import TooSmallError

if TYPE_CHECKING:
    from gevinst.extracts import Extract, MonthSeries

Array = NDArray[np.float64]
Together = Callable[[Sample, Found, Found, Found], ThreeNumbers]


def interrupted_time_series(sample: Sample, together: Together) -> ThreeNumbers:
    """Take away where the months before were heading, season and all."""
    from gevinst.baseline.series import interrupted_time_series as fitted

    observed = sample.before_after(FOLLOWED)
    series = _series(sample)
    if series is None:
        return _refused(sample, together, observed, Refusal(reason="no_months"))
    introduced = sample.config.windows.introduced
    if introduced is None:
        return _refused(sample, together, observed, Refusal(reason="no_introduction"))
    amount = series.amounts[:, FOLLOWED].sum(axis=(0, 1, 2))
    time = series.times[:, FOLLOWED].sum(axis=(0, 1, 2))
    followed = np.flatnonzero(time > 0)
    if not len(followed):
        return _refused(sample, together, observed, Refusal(reason="no_months"))
    span = slice(int(followed[0]), int(followed[-1]) + 1)
    labels, amount, time = series.months[span], amount[span], time[span]
    start = sum(label < f"{introduced:%Y-%m}" for label in labels)
    try:
        found = fitted(amount, time, start, first_month=int(labels[0][5:7]), level=sample.level)
    except ArgumentError as error:
        if error.kind == "baseline.no_statsmodels":
            raise
        return _refused(sample, together, observed, Refusal(reason=error.kind, facts=error.facts))
    seen = _naive(amount, time, start)
    difference = Change(
        estimate=float(found.ratio),
        low=float(found.low),
        high=float(found.high),
        p=float(found.p),
        method="model",
    )
    expected = Change(estimate=seen.estimate / difference.estimate, method="model")
    return together(sample, (seen, ()), (expected, ()), (difference, ()))


def _naive(amount: Array, time: Array, start: int) -> Change:
    """Months after over months before, as they are."""
    after = amount[start:].sum() / time[start:].sum()
    return Change(
        estimate=float(after / (amount[:start].sum() / time[:start].sum())), method="model"
    )


def stepped_wedge(sample: Sample, together: Together) -> ThreeNumbers:
    """Compare partners that have the service with those still waiting, month by month."""
    from gevinst.solvers.wedge import stepped_wedge as fitted

    observed = sample.before_after(FOLLOWED)
    series = _series(sample)
    if series is None or sample.extract is None:
        return _refused(sample, together, observed, Refusal(reason="no_months"))
    amount = series.amounts.sum(axis=(0, 1, 2))
    time = series.times.sum(axis=(0, 1, 2))
    treated = _treated(sample.extract, len(series.months), first=series.months[0])
    try:
        found = fitted(amount, time, treated, level=sample.level)
    except TooSmallError as error:
        return _refused(sample, together, observed, sample.too_small(error))
    difference = as_change(found)
    expected = Change(estimate=observed[0].estimate / difference.estimate, method="model")
    return together(sample, observed, (expected, ()), (difference, ()))


def _treated(extract: Extract, months: int, first: str) -> Array:
    """1 from the first month anybody of the partner was offered, shape ``(partners, months)``."""
    start = _month_number(first) - _month_number(extract.first_month)
    begun = np.full(len(extract.partners), np.inf)
    offered = extract.wedge_month >= 0
    np.minimum.at(begun, extract.partner[offered], extract.wedge_month[offered] - start)
    return (np.arange(months)[None, :] >= begun[:, None]).astype(np.float64)


def _month_number(label: str) -> int:
    return 12 * int(label[:4]) + int(label[5:7])


def _series(sample: Sample) -> MonthSeries | None:
    return None if sample.extract is None else sample.extract.monthly.get(sample.indicator.id)


def _refused(sample: Sample, together: Together, observed: Found, why: Refusal) -> ThreeNumbers:
    return together(sample, observed, (UNKNOWN, (why,)), (UNKNOWN, ()))
