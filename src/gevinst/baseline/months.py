"""The run chart: one indicator month by month, with too small months hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gevinst.baseline.suppression import hidden_entries

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.extracts import MonthSeries

MONTHS_PER_YEAR = 12
SEASONS = ("winter", "spring", "summer", "autumn")
SEASON_MONTHS = 3


def run_chart(series: MonthSeries, arm: int, threshold: int) -> pd.DataFrame:
    """Month, season, person-years, amount, rate per person-year, and whether it is hidden.

    Persons of a month are its person-years times twelve. The months and their total are protected
    together, as the total is the sum over follow-up.
    """
    import pandas as pd

    amount = series.amounts[:, arm].sum(axis=(0, 1, 2))
    time = series.times[:, arm].sum(axis=(0, 1, 2))
    months = len(series.months)
    members = np.vstack([np.eye(months, dtype=bool), np.ones((1, months), dtype=bool)])
    persons = np.round(time * MONTHS_PER_YEAR, 6)[:, None]
    hidden = hidden_entries(members, persons, np.abs(amount)[:, None], threshold)[:-1]
    shown = ~hidden & (time > 0)
    rate = np.divide(amount, time, out=np.full(months, np.nan), where=shown)
    return pd.DataFrame(
        {
            "month": series.months,
            "season": [season_of(int(label[5:7])) for label in series.months],
            "person_time": np.where(hidden, np.nan, time),
            "amount": np.where(hidden, np.nan, amount),
            "rate": rate,
            "hidden": hidden,
        }
    )


def season_of(month: int) -> str:
    """Name the season of a calendar month, winter from December.

    Examples
    --------
    >>> season_of(12), season_of(7)
    ('winter', 'summer')
    """
    return SEASONS[month % MONTHS_PER_YEAR // SEASON_MONTHS]
