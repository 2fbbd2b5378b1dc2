"""Steps inside a formula: what a workbook shows of a formula that is no single expression.

The core names them (`gevinst.axes.working`). While a formula is run on cells they are written down
here; each gets a block of its own, and what comes after refers to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gevinst.spreadsheet.cells import Cells


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is called, and its cells."""

    name: str
    cells: Cells


_LISTENING: ContextVar[list[Step] | None] = ContextVar("steps", default=None)


@contextmanager
def steps_written_down() -> Iterator[list[Step]]:
    """List of the steps that are made meanwhile."""
    made: list[Step] = []
    token = _LISTENING.set(made)
    try:
        yield made
    finally:
        _LISTENING.reset(token)


def write_down(step: Step) -> None:
    """Add a step to the list, if there is one."""
    made = _LISTENING.get()
    if made is not None:
        made.append(step)


def joined(made: Sequence[Step]) -> list[Step]:
    """Steps of the same name joined along the periods, in the order in which they came first."""
    by_name: dict[str, list[Cells]] = {}
    for step in made:
        by_name.setdefault(step.name, []).append(step.cells)
    return [
        Step(name, parts[0] if len(parts) == 1 else parts[0].join_periods(parts))
        for name, parts in by_name.items()
    ]
