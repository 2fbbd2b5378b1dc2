"""How far the change hangs on those who died: without them, and as if they had lived without use.

The dead use no services. Rates are of the time each lived, so that no time after death is in them;
but those who die use much before it, and less of that is counted after. Two bounds tell how much it
can matter: the change of those alone who did not die, and the change if the time after death is
counted as time without use, which is what totals per person would show.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from gevinst.baseline.change import Change, ThreeNumbers
from gevinst.baseline.designs import NEW, three_numbers
from gevinst.baseline.heavy_users import DECIMALS
from gevinst.baseline.sample import FOLLOWED, Sample, sample_of
from gevinst.messages import render

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.baseline.measurement import Measurement
    from gevinst.errors import Language

_COLUMNS = ("indicator", "who", "text", "observed", "difference", "low", "high")
_OF_MONTHS = ("interrupted_time_series", "stepped_wedge")
BEFORE_AFTER, IN_AFTER = 0, 1
"""Codes of a death before the window after, and in it."""


def without_deaths(
    measurement: Measurement,
    found: Sequence[ThreeNumbers],
    design: str,
    level: float,
    lang: Language,
) -> pd.DataFrame:
    """Work out the design again without the dead, and with their lost time; rates only."""
    import pandas as pd

    rows: list[dict[str, Any]] = []
    for numbers in found:
        indicator = measurement.config.indicator(numbers.indicator)
        known = not math.isnan(numbers.observed.estimate) and NEW not in numbers.notes
        if indicator.is_rate and known and design not in _OF_MONTHS:
            rows += _rows(sample_of(measurement, indicator, level), numbers, design, lang)
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def _rows(
    sample: Sample, numbers: ThreeNumbers, design: str, lang: Language
) -> list[dict[str, Any]]:
    if sample.death is None or sample.planned is None or sample.arm is None:
        return []
    died = np.isin(sample.death, (BEFORE_AFTER, IN_AFTER))
    of_followed = int((died & (sample.arm == FOLLOWED)).sum())
    of_others = int(died.sum()) - of_followed
    threshold = sample.config.baseline.threshold
    if not died.any() or 0 < of_followed < threshold or 0 < of_others < threshold:
        return []
    survivors = three_numbers(sample.without(~died), design)
    as_if = three_numbers(sample.with_time(sample.planned), design)
    return [
        _row(numbers.indicator, who, rest.observed, rest.difference, lang)
        for who, rest in (("all", numbers), ("survivors", survivors), ("as_if_alive", as_if))
    ]


def _row(
    indicator: str, who: str, observed: Change, difference: Change, lang: Language
) -> dict[str, Any]:
    shown = (observed.estimate, difference.estimate, difference.low, difference.high)
    rounded = [round(number - 1, DECIMALS) for number in shown]
    text = render(f"baseline.died.{who}", {}, lang)
    return dict(zip(_COLUMNS, (indicator, who, text, *rounded), strict=True))
