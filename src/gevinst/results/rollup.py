"""From months to years, by what kind of quantity it is."""

from __future__ import annotations

from typing import Literal

from gevinst.axes import MONTHS_IN_YEAR, Array, per_year, year_end
from gevinst.catalogue import Quantity


def by_time(entry: Quantity, values: Array, by: Literal["year", "month"]) -> Array:
    """Values by month as they are; by year a sum, the value in December, or a mean.

    Flows (amounts, counts, hours) are summed, stocks (patients) are those at the end of December,
    capacities (positions) and indicators (what decides) the mean of the months. A quantity of the
    year is left as it is.
    """
    if entry.period != "month" or by == "month":
        return values
    if entry.kind == "flow":
        return per_year(values)
    if entry.kind in {"capacity", "indicator"}:
        return per_year(values) / MONTHS_IN_YEAR
    return year_end(values)
