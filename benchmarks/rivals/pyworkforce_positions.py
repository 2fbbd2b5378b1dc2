"""Positions that meet a target, against pyworkforce, which answers one interval at a time.

Before anything is timed the answers are compared. Where they differ, ours must be smaller, and the
other program's own formula must say that one position fewer than its answer still meets the target
and keeps the queue stable: then its answer is not the smallest number. Any other difference stops
the benchmark.

Where its answer is not the smallest is listed by (from the folder `benchmarks`):

    python -m rivals.pyworkforce_positions
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyworkforce.queuing import ErlangC

from gevinst import queueing
from ratio import Benchmark

INTERVALS = 100_000
HANDLING = 10.0  # minutes
HOUR = 60
SMALLEST, LARGEST = 0.05, 100.0  # erlang
TARGETS = ((20 / 60, 0.8), (5.0, 0.9), (30.0, 0.9), (240.0, 0.9))  # within minutes, share
BANDS = (0.0, 0.5, 1.0, 2.0, 5.0, 20.0, 100.0)

Array = NDArray[np.float64]


class Intervals(NamedTuple):
    """What is to be staffed."""

    load: Array
    within: Array
    share: Array


def mostly_small() -> Intervals:
    """Loads from a village's centre to a national telephone, as many of each order of size."""
    random = np.random.default_rng(1)
    load = np.exp(random.uniform(np.log(SMALLEST), np.log(LARGEST), INTERVALS))
    return with_targets(load, random)


def mostly_large() -> Intervals:
    """Loads as many of each erlang: nearly all are call centres."""
    random = np.random.default_rng(2)
    return with_targets(random.uniform(SMALLEST, LARGEST, INTERVALS), random)


def with_targets(load: Array, random: np.random.Generator) -> Intervals:
    """Each load with one of the targets."""
    within, share = np.array(TARGETS)[random.integers(len(TARGETS), size=INTERVALS)].T
    return Intervals(load, within, share)


def ours(asked: Intervals) -> NDArray[np.int64]:
    """All intervals in one call."""
    return np.asarray(
        queueing.required_positions(asked.load, HANDLING, asked.within, asked.share), np.int64
    )


def queue(load: float, within: float) -> ErlangC:
    """One interval as the other program takes it: contacts an hour."""
    return ErlangC(transactions=load * HOUR / HANDLING, aht=HANDLING, asa=within, interval=HOUR)


def theirs(asked: Intervals) -> NDArray[np.int64]:
    """One interval after the other."""
    rows = zip(*(part.tolist() for part in asked), strict=True)
    return np.array(
        [queue(a, t).required_positions(service_level=s)["raw_positions"] for a, t, s in rows]
    )


def too_many(asked: Intervals, smallest: NDArray[np.int64], other: NDArray[np.int64]) -> Array:
    """Places where the other answer is not the smallest; stop if any difference is unexplained."""
    places = np.flatnonzero(smallest != other)
    for place in places:
        load, within, share = (float(part[place]) for part in asked)
        fewer = int(other[place]) - 1
        enough = fewer > load and queue(load, within).service_level(fewer) >= share
        if not enough or smallest[place] > fewer:
            message = (
                f"load {load}, {share:.0%} within {within} min: {smallest[place]} and"
                f" {other[place]} positions; nothing is timed"
            )
            raise ArithmeticError(message)
    return places


def one_call_or_one_at_a_time(
    asked: Intervals,
) -> tuple[Callable[[], object], Callable[[], object]]:
    """Both, after their answers have been compared."""
    too_many(asked, ours(asked), theirs(asked))
    return (lambda: ours(asked)), (lambda: theirs(asked))


def listed() -> str:
    """Where the other program asks for more than the smallest number, by target and load."""
    asked = mostly_small()
    smallest, other = ours(asked), theirs(asked)
    more = np.zeros(INTERVALS, np.bool_)
    more[too_many(asked, smallest, other)] = True
    rows = [
        "| within | share | load | intervals | one too many | part |",
        "|---|---|---|--:|--:|--:|",
    ]
    for within, share in TARGETS:
        for low, high in pairwise(BANDS):
            here = (asked.within == within) & (asked.load >= low) & (asked.load < high)
            count, wrong = int(here.sum()), int((here & more).sum())
            rows.append(
                f"| {within:.3g} min | {share:.0%} | {low:g}-{high:g} | {count} | {wrong} |"
                f" {wrong / count:.0%} |"
            )
    extra = int((other - smallest).max())
    return "\n".join([*rows, "", f"{more.sum()} of {INTERVALS}, at most {extra} too many."])


BENCHMARKS = tuple(
    Benchmark(
        name=name,
        what=f"Bemanning for 100 000 tidsrom i ett kall, {words}, mot pyworkforce ett om gangen",
        prepare=lambda make=make: one_call_or_one_at_a_time(make()),
        goal=1 / 100,
    )
    for name, words, make in (
        ("required_positions", "de fleste små", mostly_small),
        ("positions_large", "de fleste store", mostly_large),
    )
)

if __name__ == "__main__":
    print(listed())
