"""What a benchmark is: something of ours and a yardstick, timed turn by turn."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """Our time over the yardstick's time, in seconds, with the goal if there is one."""

    ours: float
    yardstick: float
    goal: float | None

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """A pair of things to time; `prepare` returns (ours, yardstick) and is not timed itself."""

    name: str
    what: str
    prepare: Callable[[], tuple[Callable[[], object], Callable[[], object]]]
    goal: float | None = None

    def measure(self, repeats: int) -> Ratio:
        """Median of each, taken in turns so that a slow moment hits both; one warm-up each."""
        ours, yardstick = self.prepare()
        ours()
        yardstick()
        pairs = [(seconds(ours), seconds(yardstick)) for _ in range(repeats)]
        return Ratio(
            ours=statistics.median(o for o, _ in pairs),
            yardstick=statistics.median(y for _, y in pairs),
            goal=self.goal,
        )
