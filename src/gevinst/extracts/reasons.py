"""Why a row was not used; each row has one reason, the first that applies in this order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gevinst.extracts.records import Rejected

FIELDS = "rejection.fields"

PERSON_REASONS = (
    "rejection.missing_id",
    "rejection.duplicate_person",
    "rejection.conflicting_person",
    "rejection.missing_date",
    "rejection.unparseable_date",
    "rejection.implausible_date",
    "rejection.future_date",
    "rejection.end_before_start",
    "rejection.index_outside",
    "rejection.missing_group",
    "rejection.missing_municipality",
    "rejection.unknown_arm",
    "rejection.unreadable_flag",
)
EVENT_REASONS = (
    "rejection.missing_id",
    "rejection.unknown_person",
    "rejection.person_rejected",
    "rejection.missing_type",
    "rejection.other_type",
    "rejection.missing_date",
    "rejection.unparseable_date",
    "rejection.implausible_date",
    "rejection.future_date",
    "rejection.missing_quantity",
    "rejection.unparseable_quantity",
    "rejection.negative_quantity",
    "rejection.implausible_quantity",
    "rejection.before_record",
    "rejection.after_end",
    "rejection.duplicate_event",
    "rejection.index_event",
    "rejection.excluded_span",
    "rejection.washout",
    "rejection.outside_windows",
)
NO_FAULT = frozenset(
    {
        "rejection.other_type",
        "rejection.index_event",
        "rejection.excluded_span",
        "rejection.washout",
        "rejection.outside_windows",
    }
)
"""Rows that are as they should be, and lie outside what is measured."""

Reasons = NDArray[np.int8]
"""One a row: 0 if it is used, otherwise the place of its reason in the order, from 1."""


def none_yet(rows: int) -> Reasons:
    """Reasons of rows that nothing has been found against."""
    return np.zeros(rows, np.int8)


def blame(reasons: Reasons, order: Sequence[str], reason: str, wrong: NDArray[np.bool_]) -> None:
    """Give the rows that are wrong this reason, unless one before it has been found."""
    code = order.index(reason) + 1
    fresh = wrong & ((reasons == 0) | (reasons > code))
    if fresh.any():
        reasons[fresh] = code


def counted(
    table: str, order: Sequence[str], tallies: NDArray[np.int64], malformed: int
) -> tuple[Rejected, ...]:
    """Put the rows of each reason in words, the reasons without rows left out."""
    pairs = [(FIELDS, malformed), *zip(order, tallies[1:].tolist(), strict=True)]
    return tuple(
        Rejected(table=table, reason=reason, rows=rows, fault=reason not in NO_FAULT)
        for reason, rows in pairs
        if rows
    )
