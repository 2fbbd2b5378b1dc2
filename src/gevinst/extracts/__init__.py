"""Extracts of persons and events, read into arrays per person; every row not used is counted.

The tables are read as text first, in blocks, by an engine made for it, and cast with every failure
counted. Nothing is written, and no id, date or row is in any error or `repr`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gevinst.extracts.records import ARMS, PERIODS, Durations, Extract, MonthSeries, Rejected
from gevinst.extracts.refusals import ExtractError, missing_package

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.extracts.plan import Plan
    from gevinst.schema.baseline_config import BaselineConfig

__all__ = [
    "ARMS",
    "PERIODS",
    "Durations",
    "Extract",
    "ExtractError",
    "MonthSeries",
    "Rejected",
    "read",
]


def read(
    persons: str | os.PathLike[str] | pd.DataFrame,
    events: str | os.PathLike[str] | pd.DataFrame,
    config: BaselineConfig | Plan,
) -> Extract:
    """Read a persons table and an events table.

    Parameters
    ----------
    persons : path or DataFrame
        One row a person: ``person_id`` (a pseudonym), ``index_date`` (offer or inclusion; needed
        for windows relative to it), ``follow_up_start``, ``follow_up_end`` (empty: followed until
        the date of the extract; both days are followed), and as far as they exist ``end_reason``,
        ``group``, ``municipality``, ``arm`` (followed or comparison), ``offered``, ``accepted`` and
        ``started`` (yes or no).
    events : path or DataFrame
        One row an event: ``person_id``, ``date``, ``type``, and ``quantity`` (such as bed-days or
        minutes) if an indicator asks for it; ``index_event`` (yes: this one led to the referral)
        and ``event_id`` (tells apart what is otherwise the same) if they exist.
    config : BaselineConfig
        Windows, indicators, and names of columns that are called something else.

    Files are CSV (semicolon, comma or tab; decimal comma or point; UTF-8 or Windows-1252), Parquet
    or Excel, told by their suffix. Dates are 2025-12-31 or 31.12.2025, with or without a time.

    Returns
    -------
    Extract
        Person-years (days / 365.25) and amounts per person before and after, calendar months, and
        every row that was not used, by reason.

    Raises
    ------
    ExtractError
        A table cannot be read, lacks a column, or has no row that can be used.
    """
    try:
        import polars  # noqa: F401, ICN001  only whether it is there
    except ImportError:
        raise missing_package("polars") from None
    from gevinst.extracts.reading import read_extract

    return read_extract(persons, events, config)
