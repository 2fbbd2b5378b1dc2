"""What a benefit line counts: admissions, bed-days, hours of work, passes of a loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.core.gaining import loop_of

if TYPE_CHECKING:
    from gevinst.results.record import Results

EVENT = "event"


def counted_by(results: Results, record: str) -> str:
    """Unit of what a line, or the loop of a contact, counts."""
    line = loop_of(record)
    return next((change.counts for change in results.inputs.changes if change.id == line), EVENT)
