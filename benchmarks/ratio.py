"""What a benchmark is: something of ours and a yardstick, timed turn by turn."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEVEL = 0.95
"""Least probability that an interval covers the median, where there are turns enough."""


class Unavailable(Exception):  # noqa: N818  a reason, not a fault
    """What a benchmark needs is not on this machine; the text says what."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Our time over the yardstick's time, in seconds, with the goal if there is one.

    `interval` holds the median of the ratios turn by turn: at least 95 per cent of the time from
    six turns on; with fewer it is simply the smallest and the largest.
    """

    ours: float
    yardstick: float
    goal: float | None
    interval: tuple[float, float]

    @property
    def value(self) -> float:
        """The ratio itself."""
        return self.ours / self.yardstick

    @property
    def reached(self) -> bool:
        """Whether the goal is reached; no goal is always reached."""
        return self.goal is None or self.value <= self.goal


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def interval_of_median(values: Sequence[float]) -> tuple[float, float]:
    """Interval for the median by the sign test: nothing is taken for granted but fair turns.

    The k smallest and the k largest values are left out, k being the most for which the binomial
    distribution still leaves the level.

    >>> interval_of_median(range(15))
    (3, 11)
    """
    ordered, n = sorted(values), len(values)
    outside, left_out = 0.0, 0
    while True:
        outside += 2 * math.comb(n, left_out) / 2**n
        if outside > 1 - LEVEL or 2 * left_out + 1 >= n:
            left_out = max(left_out - 1, 0)
            return ordered[left_out], ordered[-1 - left_out]
        left_out += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """A pair of things to time; `prepare` returns (ours, yardstick) and is not timed itself.

    It raises `Unavailable` where the machine lacks what it needs. What is slow is done a third as
    often as the others.
    """

    name: str
    what: str
    prepare: Callable[[], tuple[Callable[[], object], Callable[[], object]]]
    goal: float | None = None
    is_slow: bool = False

    def measure(self, repeats: int) -> Ratio:
        """Median of each, taken in turns so that a slow moment hits both; one warm-up each."""
        ours, yardstick = self.prepare()
        ours()
        yardstick()
        turns = repeats // 3 if self.is_slow else repeats
        pairs = [(seconds(ours), seconds(yardstick)) for _ in range(turns)]
        return Ratio(
            ours=statistics.median(o for o, _ in pairs),
            yardstick=statistics.median(y for _, y in pairs),
            goal=self.goal,
            interval=interval_of_median([o / y for o, y in pairs]),
        )
