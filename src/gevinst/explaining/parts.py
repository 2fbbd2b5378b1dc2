"""Sums: the largest parts one by one, the others together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gevinst.axes import Frame
from gevinst.catalogue import Quantity
from gevinst.core.ledger import Key
from gevinst.explaining.cells import Cell, Picked
from gevinst.explaining.nodes import Others, Words

SHOWN = 3
"""Parts that are shown one by one; one more is shown too, rather than as "1 other"."""


@dataclass(frozen=True)
class Part:
    """One part of a sum."""

    key: Key
    cell: Cell
    picked: Picked

    @property
    def size(self) -> float:
        """How much it weighs in the sum."""
        return max(abs(self.picked.value), *(abs(x) for x in self.picked.months), 0)


def places(cell: Cell, entry: Quantity, axes: Sequence[str], frame: Frame) -> list[Cell]:
    """The cells that a total over `axes` adds up, in the order in which it does."""
    groups: Sequence[int | None] = [None]
    municipalities: Sequence[int | None] = [None]
    if "GROUP" in axes and "group" in entry.axes:
        groups = range(len(frame.groups))
    if "MUNICIPALITY" in axes and "municipality" in entry.axes:
        municipalities = range(len(frame.municipalities))
    years: Sequence[int | None] = [None]
    if "PERIOD" in axes and entry.period == "year":
        years = range(frame.years)
    return [
        replace(cell.at(g, m), year=cell.year if y is None else y).within(entry)
        for y in years
        for m in municipalities
        for g in groups
    ]


def divided(
    parts: Sequence[Part], called: Callable[[Part], Words], asked: Cell
) -> tuple[list[Part], Others | None]:
    """The parts to show, the one to follow first, and the others together.

    Parameters
    ----------
    parts
        All parts of the sum.
    called
        Name of a part.
    asked
        The cell that was asked for: among parts that lie in it, the largest is followed.
    """
    by_size = sorted(parts, key=lambda part: -part.size)
    asked_for = [part for part in by_size if _lies_in(part.cell, asked)]
    followed = [*asked_for, *by_size][:1]
    rest = [part for part in by_size if part not in followed]
    room = SHOWN if len(parts) <= SHOWN + 1 else SHOWN - 1
    chosen = [*followed, *(part for part in rest[:room] if part.size > 0)]
    left = [part for part in parts if part not in chosen]
    return chosen, _together(left, called) if left else None


def _together(parts: Sequence[Part], called: Callable[[Part], Words]) -> Others:
    months = [part.picked.months for part in parts]
    return Others(
        count=len(parts),
        value=sum(part.picked.value for part in parts),
        months=tuple(sum(month) for month in zip(*months, strict=True)),
        names=tuple(called(part) for part in parts),
    )


def _lies_in(cell: Cell, asked: Cell) -> bool:
    pairs = ((cell.group, asked.group), (cell.municipality, asked.municipality))
    return all(a == b for a, b in pairs if a is not None and b is not None)
