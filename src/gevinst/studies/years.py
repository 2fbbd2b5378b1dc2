"""Which part of the horizon a study looks at."""

from __future__ import annotations

import numpy as np

from gevinst.axes import MONTHS_IN_YEAR, Array, Frame
from gevinst.core.ledger import Ledger
from gevinst.errors import CoverageError


def full_year(made: Ledger) -> int:
    """Position of the first year in which every partner that ever joins takes part all months.

    Where there is none, the first of the years with the most partner-months.
    """
    joined = made["partners_joined"][0, 0, :, 0]
    return int(np.argmax(joined.reshape(-1, MONTHS_IN_YEAR).sum(axis=1)))


def chosen_year(made: Ledger, year: int | None) -> int:
    """Position of the year asked for, or of the first full year."""
    labels = made.source.frame.year_labels
    if year is None:
        return full_year(made)
    if year not in labels:
        raise CoverageError.outside_horizon(year, labels[0], labels[-1])
    return labels.index(year)


def months_of(year: int) -> slice:
    """Months of the year at this position."""
    return slice(year * MONTHS_IN_YEAR, (year + 1) * MONTHS_IN_YEAR)


def span(frame: Frame) -> str:
    """The horizon as text, ``2027–2036``; one year alone is that year."""
    first, last = frame.year_labels[0], frame.year_labels[-1]
    return str(first) if first == last else f"{first}–{last}"


def over_years(values: Array) -> Array:
    """Sum over the years of an array ``(municipality, year)``, in order."""
    total = values[:, 0]
    for year in range(1, values.shape[1]):
        total = total + values[:, year]
    return total
