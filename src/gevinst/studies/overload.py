"""The share of days on which the work exceeds the staff, from the results of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from gevinst.arguments import checked_array, checked_choice, checked_limits
from gevinst.axes import MONTHS_IN_YEAR, Array
from gevinst.core import variation
from gevinst.core.inputs import CalendarTask
from gevinst.core.positions import SCHEDULED
from gevinst.errors import ArgumentError
from gevinst.results import Results

if TYPE_CHECKING:
    import pandas as pd

MOST_VARIATION = 100.0


def overload(
    results: Results,
    by: Literal["year", "month"] = "year",
    daily_variation: float | None = None,
) -> pd.DataFrame:
    """Share of days with more work than staff; see `gevinst.staffing.overload`."""
    import pandas as pd

    if not isinstance(results, Results):
        raise ArgumentError("argument.not_results", found=type(results).__name__)
    checked_choice("by", by, ("year", "month"))
    quantities: list[tuple[str, float]] = [("overload_share", 0.0)]
    if daily_variation is not None:
        checked = checked_array("daily_variation", daily_variation)
        if checked.ndim:
            raise ArgumentError.shape("daily_variation", str(checked.shape), "()")
        checked_limits("daily_variation", checked, least=0, most=MOST_VARIATION)
        quantities.append(("overload_share_varying", float(checked)))
    frame = results.frame
    labels = frame.year_labels if by == "year" else frame.months
    open_time = _monthly(results, "open_time")
    rows = []
    for role in results.inputs.roles:
        for name, v in quantities:
            shares = shares_of(results, role.id, v)
            if by == "year":
                shares, weights = _by_year(shares, open_time), _yearly(open_time)
            else:
                weights = open_time
            rows += [
                (role.id, label, name, float(share), "1")
                for label, share, weight in zip(labels, shares, weights, strict=True)
                if weight > 0
            ]
    columns = ["role", "year" if by == "year" else "period", "quantity", "value", "unit"]
    return pd.DataFrame(rows, columns=columns)


def shares_of(results: Results, role: str, v: float) -> Array:
    """Share of the days of each month on which the role has more work than staff, ``(months,)``.

    Months in which the centre is closed have the share 0.
    """
    hours_a_day = _monthly(results, "weekly_opening_hours") / _monthly(
        results, "opening_days_per_week"
    )
    open_time = _monthly(results, "open_time")
    days = np.where(open_time > 0, open_time / hours_a_day, np.inf)
    net = _monthly(results, "net_hours_per_fte", role) * _monthly(results, "period_length")
    limit = _monthly(results, "staffed_fte", role) * net / days
    planned = np.zeros(len(limit))
    rates, times = [np.zeros(len(limit))], [np.zeros(len(limit))]
    for task in results.inputs.tasks:
        if task.role != role:
            continue
        if isinstance(task, CalendarTask) or task.work_class == SCHEDULED:
            planned = planned + _monthly(results, "task_hours", task.id) / days
        else:
            rates.append(_monthly(results, "handled_events", task.id) / days)
            times.append(_monthly(results, "hours_per_event", task.id))
    factor = np.full(len(limit), v)
    return variation.exceeding_share(np.array(rates), np.array(times), planned, limit, factor)


def _monthly(results: Results, name: str, record: str = "") -> Array:
    """Values of each month, without the other axes."""
    values = results.ledger[name, record]
    shape = (1, 1, len(results.frame.months), 1)
    monthly: Array = np.broadcast_to(values[..., :1], shape)[0, 0, :, 0]
    return monthly


def _yearly(values: Array) -> Array:
    total: Array = values.reshape(-1, MONTHS_IN_YEAR).sum(axis=1)
    return total


def _by_year(shares: Array, weights: Array) -> Array:
    """Mean over the months of the year, each with its open time."""
    weight = _yearly(weights)
    return _yearly(shares * weights) / np.where(weight > 0, weight, 1)
