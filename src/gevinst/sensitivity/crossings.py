"""Where a figure crosses a level along a line of values: the set of intervals in which it holds.

Whole positions make a figure jump, so that it may cross a level many times and pass it without ever
being equal to it. The line is looked over at even points, closer where the figure is nearer to the
level than it moves from one point to the next, and every crossing that is seen is closed in from
both sides. What lies between two points on the same side of the level, and comes back at once, may
be overlooked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gevinst.axes import Array

Kind = Literal["end", "zero", "jump", "refused"]
Excess = Callable[[Array], Array]
"""From numbers, shape ``(n,)``, to how far figures are above their level, ``(figures, n)``."""

PARTS = 16
"""Parts that a stretch with a crossing is cut into at a time."""
CLOSE = 1e-12
"""Part of the line, or of the number itself, that is left between both sides of a crossing."""
JUMP = 1e-8
"""Part of the largest figure that it has to move by between these two to be a jump."""
LOOKS = 3
CLOSER = 4
MOST_CLOSER = 400
"""Times that the line is looked over closer, into so many parts, at most so many points a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """Two numbers close to each other, on both sides of a level.

    Attributes
    ----------
    below, above : float
        The lower and the higher number.
    rises : bool
        Whether the figure is above the level at the higher number.
    kind : {"zero", "jump", "refused"}
        Whether it passes through the level, jumps past it, or cannot be worked out on one side.
    """

    below: float
    above: float
    rises: bool
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Numbers from `low` to `high`, both included, in which a figure is above its level.

    Attributes
    ----------
    low, high : float
    low_kind, high_kind : {"end", "zero", "jump", "refused"}
        What is there: the end of the line, a place where the figure equals the level, a jump past
        it, or a number that cannot be worked out.
    low_outside, high_outside : float or None
        The nearest number that was found outside; None at the end of the line.
    """

    low: float
    high: float
    low_kind: Kind = "end"
    high_kind: Kind = "end"
    low_outside: float | None = None
    high_outside: float | None = None


def intervals(excess: Excess, low: float, high: float, points: int) -> list[tuple[Interval, ...]]:
    """Intervals in which each figure is above its level, between low and high.

    Parameters
    ----------
    excess : callable
    low, high : float
    points : int
        Even points that are looked at first.

    Returns
    -------
    list of tuple of Interval
        One tuple for each figure, from the lowest on; empty where it never is.
    """
    line = np.linspace(low, high, points)
    line, found = _looked_over(excess, line)
    sizes = [_size(row) for row in found]
    crossings = _closed_in(excess, _changes(line, found), high - low, sizes)
    return [
        _between(low, high, bool(row[0] > 0), crossings.get(figure, []))
        for figure, row in enumerate(found)
    ]


def _looked_over(excess: Excess, line: Array) -> tuple[Array, Array]:
    """The line with more points where figures are near their level, and the figures there."""
    found = excess(line)
    for _ in range(LOOKS):
        near = np.flatnonzero(_near(found))[: MOST_CLOSER // (CLOSER - 1)]
        if near.size == 0:
            break
        shares = np.arange(1, CLOSER) / CLOSER
        gap = (line[near + 1] - line[near])[:, None]
        more = (line[near][:, None] + gap * shares).ravel()
        together = np.concatenate([line, more])
        order = np.argsort(together, kind="stable")
        found = np.concatenate([found, excess(more)], axis=1)[:, order]
        line = together[order]
    return line, found


def _near(found: Array) -> NDArray[np.bool_]:
    """Stretches in which some figure may cross its level and come back unseen."""
    moved = np.abs(np.diff(found, axis=1))
    moved = np.where(np.isnan(moved), 0, moved)
    beside = np.pad(moved, ((0, 0), (1, 1)))
    largest = np.maximum(np.maximum(beside[:, :-2], moved), beside[:, 2:])
    distance = np.minimum(np.abs(found[:, :-1]), np.abs(found[:, 1:]))
    same: NDArray[np.bool_] = np.any(
        (distance < largest) & ((found[:, :-1] > 0) == (found[:, 1:] > 0)), axis=0
    )
    return same


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of the line with a crossing of one figure in it, and the figure at both ends."""

    figure: int
    below: float
    above: float
    at_below: float
    at_above: float


def _changes(line: Array, found: Array) -> list[_Stretch]:
    holds = found > 0
    figures, places = np.nonzero(holds[:, :-1] != holds[:, 1:])
    return [
        _Stretch(
            int(f), float(line[i]), float(line[i + 1]), float(found[f, i]), float(found[f, i + 1])
        )
        for f, i in zip(figures, places, strict=True)
    ]


def _closed_in(
    excess: Excess, stretches: list[_Stretch], span: float, sizes: list[float]
) -> dict[int, list[Crossing]]:
    """Cut the stretches into parts, all in one batch, until both sides are close."""
    done: dict[int, list[Crossing]] = {}
    while stretches:
        inner = [np.linspace(s.below, s.above, PARTS + 1)[1:-1] for s in stretches]
        found = excess(np.concatenate(inner))
        left: list[_Stretch] = []
        for i, stretch in enumerate(stretches):
            values = found[stretch.figure, i * (PARTS - 1) : (i + 1) * (PARTS - 1)]
            line = np.concatenate([[stretch.below], inner[i], [stretch.above]])
            whole = np.concatenate([[stretch.at_below], values, [stretch.at_above]])
            for part in _changes(line, whole[None, :]):
                one = _Stretch(stretch.figure, part.below, part.above, part.at_below, part.at_above)
                if _is_close(one, span, stretch):
                    done.setdefault(one.figure, []).append(_crossing(one, sizes[one.figure]))
                else:
                    left.append(one)
        stretches = left
    return {figure: sorted(many, key=lambda c: c.below) for figure, many in done.items()}


def _is_close(one: _Stretch, span: float, before: _Stretch) -> bool:
    gap = one.above - one.below
    close = gap <= CLOSE * max(abs(one.below), abs(one.above), span)
    return close or gap >= before.above - before.below  # nothing representable lies between


def _crossing(one: _Stretch, size: float) -> Crossing:
    moved = abs(one.at_above - one.at_below)
    kind: Kind = "zero"
    if np.isnan(moved):
        kind = "refused"
    elif moved > JUMP * size:
        kind = "jump"
    return Crossing(below=one.below, above=one.above, rises=one.at_above > 0, kind=kind)


def _size(row: Array) -> float:
    known = np.abs(row[~np.isnan(row)])
    return float(known.max()) if known.size else 0.0


def _between(
    low: float,
    high: float,
    holds: bool,  # noqa: FBT001
    crossings: list[Crossing],
) -> tuple[Interval, ...]:
    found: list[Interval] = []
    start: Crossing | None = None
    for crossing in crossings:
        if crossing.rises:
            start, holds = crossing, True
            continue
        found.append(_interval(low, crossing.below, start, crossing))
        holds = False
    if holds:
        found.append(_interval(low, high, start, None))
    return tuple(found)


def _interval(low: float, high: float, start: Crossing | None, stop: Crossing | None) -> Interval:
    return Interval(
        low=start.above if start else low,
        high=high,
        low_kind=start.kind if start else "end",
        high_kind=stop.kind if stop else "end",
        low_outside=start.below if start else None,
        high_outside=stop.above if stop else None,
    )
