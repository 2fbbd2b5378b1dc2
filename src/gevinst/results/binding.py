"""What decides the positions of a role: by month as the model says, by year what most months say.

In a year the requirement counts that decides in most of its months; where two decide in equally
many, the one that decides in the month with the largest need.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

import numpy as np

from gevinst.axes import MONTHS_IN_YEAR

if TYPE_CHECKING:
    from gevinst.results.record import Results

By = Literal["year", "month"]

NONE = "none"
BINDINGS = {
    "workload": "workload_decides",
    "queue": "queue_decides",
    "presence": "presence_decides",
    "whole_positions": "steps_decide",
}
"""What may decide -> the quantity that is 1 where it does."""


def bindings(results: Results, role: str, by: By) -> tuple[str, ...]:
    """What decides the positions of a role in each month or year; ``none`` without positions."""
    months = _by_month(results, role)
    if by == "month":
        return months
    need = results.ledger["needed_fte", role][0, 0, :, 0]
    years = range(0, len(months), MONTHS_IN_YEAR)
    return tuple(
        _of_year(months[t : t + MONTHS_IN_YEAR], need[t : t + MONTHS_IN_YEAR]) for t in years
    )


def months_decided(results: Results, role: str) -> tuple[tuple[int, int], ...]:
    """For each year: months in which what decides in the year does so, and months with positions.

    Both are 0 in a year without positions.
    """
    months = _by_month(results, role)
    found = []
    for t, binding in enumerate(bindings(results, role, "year")):
        of_year = months[t * MONTHS_IN_YEAR : (t + 1) * MONTHS_IN_YEAR]
        staffed = MONTHS_IN_YEAR - of_year.count(NONE)
        found.append((of_year.count(binding) if staffed else 0, staffed))
    return tuple(found)


def _by_month(results: Results, role: str) -> tuple[str, ...]:
    decides = {name: results.ledger[q, role][0, 0, :, 0] for name, q in BINDINGS.items()}
    count = len(results.frame.months)
    return tuple(
        next((name for name, says in decides.items() if says[t] > 0), NONE) for t in range(count)
    )


def _of_year(months: tuple[str, ...], need: np.ndarray[tuple[int], np.dtype[np.float64]]) -> str:
    counted = Counter(name for name in months if name != NONE)
    if not counted:
        return NONE
    most = max(counted.values())
    candidates = {name for name, times in counted.items() if times == most}
    by_need = sorted(range(len(months)), key=lambda t: -need[t])
    return next(months[t] for t in by_need if months[t] in candidates)
