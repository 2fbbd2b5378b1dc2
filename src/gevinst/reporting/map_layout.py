"""Where the boxes of a benefits map stand: columns from left to right, few crossings, no overlap.

A layered drawing (Sugiyama, Tagawa and Toda 1981): boxes of one kind share a column, an arrow that
passes a column is given a place of its own there, and each column is ordered by the mean place of
its neighbours. Everything is decided by the order of the file, so that a map is drawn alike each
time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

BOX_WIDTH, COLUMN_GAP, ROW_GAP = 162, 34, 16
"""Pixels; five columns fill the width of the page."""
LINE_HEIGHT, PADDING = 17, 10
PASSING = 6
"""Height kept for an arrow that passes a column."""
_SWEEPS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box to draw: its lines of text, its rank (column), and what it leads to."""

    id: str
    lines: tuple[str, ...]
    rank: int
    leads_to: tuple[str, ...]

    @property
    def height(self) -> int:
        """Room for its lines."""
        return len(self.lines) * LINE_HEIGHT + 2 * PADDING


@dataclass(slots=True, kw_only=True)
class Place:
    """Where a box stands, or an arrow passes a column; `y` is the middle."""

    id: str
    rank: int
    height: float
    y: float = 0.0
    box: Box | None = None
    before: list[Place] = field(default_factory=list)
    after: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Places of all boxes, and each arrow as the places that it goes through."""

    places: tuple[Place, ...]
    arrows: tuple[tuple[Place, ...], ...]
    width: int
    height: int


def left_of(rank: int) -> int:
    """Left side of a column."""
    return rank * (BOX_WIDTH + COLUMN_GAP)


def lay_out(boxes: Sequence[Box], top: int = 0) -> Layout:
    """Place boxes in columns.

    Parameters
    ----------
    boxes : sequence of Box
        Every arrow goes to a higher rank.
    top : int
        Room to leave above the columns, for their headings.

    Returns
    -------
    Layout
        No two boxes of a column are nearer than the gap; no arrow passes through a box.
    """
    places = {b.id: Place(id=b.id, rank=b.rank, height=b.height, box=b) for b in boxes}
    arrows = [_route(places[b.id], places[other]) for b in boxes for other in b.leads_to]
    every = [*places.values(), *(p for arrow in arrows for p in arrow[1:-1])]
    count = max((b.rank for b in boxes), default=0) + 1
    columns = [[p for p in every if p.rank == rank] for rank in range(count)]
    columns = _with_few_crossings(columns)
    for column in columns:
        _stack(column)
    _straighten(columns)
    lowest = min(p.y - p.height / 2 for p in every) if every else 0.0
    for place in every:
        place.y += top - lowest
    bottom = max((p.y + p.height / 2 for p in every), default=0.0)
    return Layout(
        places=tuple(p for p in every if p.box),
        arrows=tuple(tuple(arrow) for arrow in arrows),
        width=left_of(count) - COLUMN_GAP,
        height=round(bottom),
    )


def _route(start: Place, end: Place) -> list[Place]:
    """The arrow's places: a passing place in every column between."""
    passing = [
        Place(id=f"{start.id}>{end.id}", rank=rank, height=PASSING)
        for rank in range(start.rank + 1, end.rank)
    ]
    route = [start, *passing, end]
    for one, other in pairwise(route):
        one.after.append(other)
        other.before.append(one)
    return route


def _with_few_crossings(columns: list[list[Place]]) -> list[list[Place]]:
    """Sweep forth and back, each column ordered by the mean of its neighbours; keep the best."""
    best, fewest = columns, crossings(columns)
    now = columns
    for sweep in range(_SWEEPS):
        forwards = sweep % 2 == 0
        now = _swept(now, forwards=forwards)
        found = crossings(now)
        if found < fewest:
            best, fewest = now, found
    return best


def _swept(columns: list[list[Place]], *, forwards: bool) -> list[list[Place]]:
    made = [list(column) for column in columns]
    ranks = range(1, len(made)) if forwards else range(len(made) - 2, -1, -1)
    for rank in ranks:
        near = made[rank - 1] if forwards else made[rank + 1]
        at = {id(place): i for i, place in enumerate(near)}

        def mean(place: Place, own: int, at: dict[int, int] = at) -> float:
            neighbours = [at[id(p)] for p in (place.before if forwards else place.after)]
            return sum(neighbours) / len(neighbours) if neighbours else float(own)

        keyed = [(mean(place, i), i, place) for i, place in enumerate(made[rank])]
        made[rank] = [place for _, _, place in sorted(keyed, key=lambda k: k[:2])]
    return made


def crossings(columns: list[list[Place]]) -> int:
    """How many pairs of arrows cross between neighbouring columns."""
    total = 0
    for left, right in pairwise(columns):
        at = {id(place): i for i, place in enumerate(right)}
        ends = [sorted(at[id(p)] for p in place.after) for place in left]
        passed: list[int] = []
        for row in ends:
            total += sum(1 for end in row for other in passed if other > end)
            passed += row
    return total


def _stack(column: list[Place]) -> None:
    y = 0.0
    for place in column:
        place.y = y + place.height / 2
        y += place.height + ROW_GAP


def _straighten(columns: list[list[Place]]) -> None:
    """Draw each box towards its neighbours, keeping order and gap, from either side in turn."""
    for sweep in range(_SWEEPS):
        order = columns if sweep % 2 == 0 else columns[::-1]
        for column in order:
            wanted = []
            for place in column:
                near = (place.before if sweep % 2 == 0 else place.after) or (
                    place.after if sweep % 2 == 0 else place.before
                )
                wanted.append(sum(p.y for p in near) / len(near) if near else place.y)
            _settle(column, wanted)


def _settle(column: list[Place], wanted: list[float]) -> None:
    """Places as near as can be (least squares) to what is wanted, without overlap.

    Measured from where a tight stack would have them, the places may only rise along the column:
    pools of neighbours that would fall share their mean.
    """
    offsets, y = [], 0.0
    for place in column:
        offsets.append(y + place.height / 2)
        y += place.height + ROW_GAP
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, size = want - offset, 1
        while pools and pools[-1][0] > mean:
            other, count = pools.pop()
            mean = (mean * size + other * count) / (size + count)
            size += count
        pools.append((mean, size))
    shifts = [mean for mean, size in pools for _ in range(size)]
    for place, offset, shift in zip(column, offsets, shifts, strict=True):
        place.y = offset + shift
