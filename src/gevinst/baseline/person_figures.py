"""What only person rows tell: how much the heaviest users stand for, and how durations spread."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from gevinst.extracts import Extract
    from gevinst.schema.baseline_indicators import Indicator

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
SHARES = {"heaviest_1": 0.01, "heaviest_5": 0.05}
"""Column -> share of the persons."""


def heaviest(
    extract: Extract, indicator: str, persons: Flags, period: int, threshold: int
) -> dict[str, float]:
    """Share of the amount from the heaviest 1 and 5 per cent of the persons.

    NaN where those are fewer than the threshold: the share of two persons tells of each of them.
    """
    followed = persons & (extract.time[:, period] > 0)
    amounts = extract.amount[indicator][followed, period]
    total = float(amounts.sum())
    return {
        name: heaviest_share(amounts, share, total)
        if _most(amounts, share) >= threshold
        else math.nan
        for name, share in SHARES.items()
    }


def _most(amounts: Array, share: float) -> int:
    return math.ceil(share * len(amounts) - 1e-9)


def heaviest_share(amounts: Array, share: float, total: float) -> float:
    """Part of the total from the share of persons with most; NaN of nothing."""
    most = _most(amounts, share)
    if total <= 0 or most == 0:
        return math.nan
    heavy = np.partition(amounts, len(amounts) - most)[len(amounts) - most :]
    return float(heavy.sum()) / total


def duration_figures(
    extract: Extract, indicator: Indicator, persons: Flags, period: int, threshold: int
) -> dict[str, float]:
    """Median, and share within the limit, of each event's own duration.

    NaN where the events are of fewer persons than the threshold: a median may be one person's own.
    """
    durations = extract.durations.get(indicator.id)
    if durations is None:
        return {}
    own = persons[durations.persons[period]]
    values = durations.values[period][own]
    if len(np.unique(durations.persons[period][own])) < threshold:
        return {}
    limit = indicator.limit_value
    within = math.nan if limit is None else float((values <= limit).mean())
    return {"median": float(np.median(values)), "within": within}
