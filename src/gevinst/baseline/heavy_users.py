"""The comparison without its heaviest users, and without any one person."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from gevinst.baseline.change import Change, ThreeNumbers
from gevinst.baseline.designs import NEW, three_numbers
from gevinst.baseline.sample import FOLLOWED, Sample, sample_of
from gevinst.messages import render
from gevinst.solvers.heavy_users import without_heaviest, without_one

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.baseline.measurement import Measurement
    from gevinst.errors import Language

SHARES = {"without_1": 0.01, "without_5": 0.05}
DECIMALS = 2
"""Of a ratio: whole per cent, too coarse to work out anybody's own use from."""
_COLUMNS = ("indicator", "persons_left_out", "text", "observed", "difference", "low", "high")
_OF_MONTHS = ("interrupted_time_series", "stepped_wedge")


def without_heavy_users(
    measurement: Measurement,
    found: Sequence[ThreeNumbers],
    design: str,
    level: float,
    lang: Language,
) -> pd.DataFrame:
    """Work out the design again on those who are left; events and amounts only."""
    import pandas as pd

    rows: list[dict[str, Any]] = []
    for numbers in found:
        indicator = measurement.config.indicator(numbers.indicator)
        usable = not math.isnan(numbers.observed.estimate) and design not in _OF_MONTHS
        if not indicator.is_rate or not usable:
            continue
        sample = sample_of(measurement, indicator, level)
        rows += _rows(sample, numbers, design, lang)
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def _rows(
    sample: Sample, numbers: ThreeNumbers, design: str, lang: Language
) -> list[dict[str, Any]]:
    if sample.exposure is None or sample.amount is None or sample.arm is None:
        return []
    if NEW in numbers.notes:
        return []
    rows = [_row(numbers.indicator, "all", numbers.observed, numbers.difference, lang)]
    for name, share in SHARES.items():
        kept = without_heaviest(sample.exposure, sample.amount, share, sample.arm)
        rest = three_numbers(sample.without(kept), design)
        rows.append(_row(numbers.indicator, name, rest.observed, rest.difference, lang))
    own = sample.arm == FOLLOWED
    ends = without_one(sample.exposure[own], sample.amount[own])
    unknown = Change(estimate=math.nan, method="refused")
    for name, ratio in (("one_lowest", ends.lowest), ("one_highest", ends.highest)):
        seen = Change(estimate=ratio, method="refused")
        rows.append(_row(numbers.indicator, name, seen, unknown, lang))
    return rows


def _row(
    indicator: str, name: str, observed: Change, difference: Change, lang: Language
) -> dict[str, Any]:
    shown = (observed.estimate, difference.estimate, difference.low, difference.high)
    rounded = [round(number - 1, DECIMALS) for number in shown]
    text = render(f"baseline.heavy.{name}", {}, lang)
    return dict(zip(_COLUMNS, (indicator, name, text, *rounded), strict=True))
