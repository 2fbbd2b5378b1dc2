"""Formulas that the core marks as values and a spreadsheet can carry all the same, in its own way.

Erlang C by the Poisson distribution that spreadsheet programs have: the share of arrivals that
find n positions busy when nobody waits is the probability of exactly n divided by that of at most
n. The positions that a target takes are one more than the numbers 1, 2, 3 ... that miss it, counted
over a visible column of numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from gevinst.axes import PERIOD, Array
from gevinst.core import queueing
from gevinst.spreadsheet.cells import Cells
from gevinst.spreadsheet.nodes import Node

MOST_POSITIONS = 100
"""Numbers in the visible column."""
LARGEST_LOAD = 40
"""With more than twice as many positions next to nobody waits, whatever the target: the column is
long enough for any load up to this one, and the formula says so above it."""

COUNTS = "queue.counts"
MARGIN = "queue.rounding"
COUNTED = Node("input")
COUNTED.name = COUNTS
ROUNDING = Node("input")
ROUNDING.name = MARGIN

_BLOCKED = "POISSON.DIST({n},{a},FALSE)/POISSON.DIST({n},{a},TRUE)"
_WAITS = "{n}*{b}/({n}-{a}*(1-{b}))"


def _prefixed(text: str) -> str:
    return text.replace("POISSON.DIST", "_xlfn.POISSON.DIST")


def _waits(n: str, a: str) -> str:
    """Share that waits, by Erlang C."""
    return _WAITS.format(n=n, a=a, b=f"({_BLOCKED.format(n=n, a=a)})")


POSITIONS = _prefixed(
    "IF({0}=0,0,IF({0}>" + str(LARGEST_LOAD) + ",NA(),MAX("
    "1+SUMPRODUCT(--(({3}<={0})+({3}>{0})*(1-" + _waits("{3}", "{0}") + "*EXP(-ABS({3}-{0})*{1})"
    "<{2})>0)),CEILING({0}/{4}-{5},1))))"
)
"""Arguments: load, handlings in the wait, share, the column of numbers, occupancy, rounding."""

LEVEL = _prefixed("IF({1}>={0},0,IF({1}=0,1,1-" + _waits("{0}", "{1}") + "*EXP(-({0}-{1})*{2})))")
"""Arguments: positions, load, handlings in the wait."""

WAITING = _prefixed("IF({1}>={0},1,IF({1}=0,0," + _waits("{0}", "{1}") + "))")
"""Arguments: positions, load."""


def _applied(pattern: str, values: Array, *arguments: Cells) -> Cells:
    """One node with the pattern for each number of the arguments."""
    make = np.frompyfunc(lambda *parts: Node(pattern, parts), len(arguments), 1)
    made = make(*(argument.nodes for argument in arguments))
    return Cells(values, np.asarray(made, dtype=object))


def _constant(node: Node, number: float) -> Cells:
    one = np.empty((1, 1, 1, 1), dtype=object)
    one[0, 0, 0, 0] = node
    return Cells(np.full((1, 1, 1, 1), number), one)


def queue_positions(
    load: Cells, handlings: Cells, share: Cells, occupancy: Cells, _: Cells
) -> Cells:
    """The smallest number of people with which the queue meets its target."""
    one = np.ones((1, 1, 1, 1))
    values = queueing.queue_positions(
        load.values, one, handlings.values, share.values, occupancy.values
    )
    return _applied(
        POSITIONS, values, load, handlings, share,
        _constant(COUNTED, np.nan), occupancy, _constant(ROUNDING, queueing.ROUNDING),
    )  # fmt: skip


def service_level(positions: Cells, load: Cells, handlings: Cells, _: Cells) -> Cells:
    """Share of the events that are answered within the target wait."""
    one = np.ones((1, 1, 1, 1))
    values = queueing.service_level(positions.values, load.values, one, handlings.values)
    return _applied(LEVEL, values, positions, load, handlings)


def wait_share(positions: Cells, load: Cells, _: Cells) -> Cells:
    """Share of the events that have to wait at all."""
    return _applied(WAITING, queueing.erlang_c(positions.values, load.values), positions, load)


def basis_before(by_year: Cells, history: Cells, averaged_years: Cells) -> Cells:
    """Mean of what was counted in the calendar years before; how many years is frozen."""
    count = int(np.max(averaged_years.values))
    means = []
    for year in range(by_year.shape[PERIOD]):
        total = history.at_period(year)
        for one in range(max(year - count, 0), year):
            total = total + by_year.at_period(one)
        means.append(total / averaged_years)
    joined: Cells = means[0].join_periods(means)
    return joined


LIVE: Mapping[str, Callable[..., Cells]] = {
    "queue_positions": queue_positions,
    "service_level": service_level,
    "wait_share": wait_share,
    "basis_before": basis_before,
}
"""Formula that the core marks as a value -> how a spreadsheet carries it."""
