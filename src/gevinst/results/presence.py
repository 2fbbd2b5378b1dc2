"""Presence by hour of the week, ready for a roster.

Positions are spread evenly over the opening hours, so every open hour has the same presence; an
hour of the day that is open only in part counts by the part that is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from gevinst.catalogue import CATALOGUE
from gevinst.results import monthly
from gevinst.results.blocks import Block

if TYPE_CHECKING:
    from gevinst.core.inputs import OpenSpan
    from gevinst.results.record import Results

By = Literal["year", "month"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HOURS_IN_DAY = 24
QUANTITIES = ("needed_presence", "staffed_presence")


def open_shares(timetable: tuple[OpenSpan, ...]) -> NDArray[np.float64]:
    """Share of each hour of the week in which the centre is open, shape ``(7, 24)``."""
    shares = np.zeros((len(WEEKDAYS), HOURS_IN_DAY))
    starts = np.arange(HOURS_IN_DAY)
    for span in timetable:
        opens, closes = float(span.opens.flat[0]), float(span.closes.flat[0])
        inside = np.minimum(closes, starts + 1) - np.maximum(opens, starts)
        shares[span.day] += np.maximum(inside, 0)
    return shares


def presence(results: Results, by: By) -> Iterator[Block]:
    """Persons needed and staffed in each hour of the week in which the centre is open."""
    shares = open_shares(results.inputs.timetable)
    days, hours = np.nonzero(shares)
    times = results.frame.year_labels if by == "year" else results.frame.months
    count, cells = len(times), len(days)
    for role in results.inputs.roles:
        for name in QUANTITIES:
            persons = monthly.values(results, name, role.id, by)[0, 0, :, 0]
            yield {
                "role": np.array([role.id] * (count * cells), dtype=object),
                "weekday": np.tile(np.array(WEEKDAYS, dtype=object)[days], count),
                "hour": np.tile(hours, count),
                "year" if by == "year" else "period": np.repeat(np.array(times), cells),
                "quantity": np.array([name] * (count * cells), dtype=object),
                "value": np.outer(persons, shares[days, hours]).reshape(count * cells),
                "unit": np.array([CATALOGUE[name].unit] * (count * cells), dtype=object),
            }
