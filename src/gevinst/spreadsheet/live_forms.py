"""Formulas that the core marks as values and a spreadsheet can carry all the same, in its own way.

Erlang C by the Poisson distribution that spreadsheet programs have: the share of arrivals that
find n positions busy when nobody waits is the probability of exactly n divided by that of at most
n. The positions that a target takes are found by counting how many numbers above the load miss it,
over a visible column 1, 2, 3 ...; a quantile of a Poisson number is found in the same way.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np

from gevinst.axes import PERIOD, Array
from gevinst.core import queueing
from gevinst.core.reserve import poisson_excess
from gevinst.spreadsheet.cells import Cells
from gevinst.spreadsheet.nodes import Node

COUNTS, LARGEST, MARGIN = "counting.counts", "counting.largest", "counting.rounding"
"""Names of the column of numbers, of the largest load that it is long enough for, and of what a
need may exceed a whole number by and still be that number."""

FEWEST_COUNTS = 100
ROOM = 2.0
"""The column is long enough for loads this many times the largest of the run."""
DEVIATIONS = 10.0
"""Standard deviations above the load that the column reaches: nobody waits so far out."""

COUNTED_IN = frozenset({"queue_positions", "safety_stock"})
"""Formulas that need the column."""

_BLOCKED = "POISSON.DIST(#n,#a,FALSE)/POISSON.DIST(#n,#a,TRUE)"
_WAITS = f"#n*({_BLOCKED})/(#n-#a*(1-{_BLOCKED}))"


def _pattern(text: str, **parts: str) -> str:
    """Fill in the parts of a pattern that stand several times, and prefix newer functions."""
    for name, part in parts.items():
        text = text.replace(f"#{name}", part)
    return text.replace("POISSON.DIST", "_xlfn.POISSON.DIST")


POSITIONS = _pattern(
    f"IF({{0}}=0,0,IF({{0}}>{LARGEST},NA(),MAX(INT({{0}})+1+"
    f"SUMPRODUCT(--(1-{_WAITS}*EXP(-(#n-#a)*{{1}})<{{2}})),"
    f"CEILING({{0}}/{{3}}-{MARGIN},1))))",
    n=f"(INT({{0}})+{COUNTS})",
    a="{0}",
)
"""Arguments: load, handlings in the wait, share, occupancy."""

LEVEL = _pattern(
    f"IF({{1}}>={{0}},0,IF({{1}}=0,1,1-{_WAITS}*EXP(-(#n-#a)*{{2}})))", n="{0}", a="{1}"
)
"""Arguments: positions, load, handlings in the wait."""

WAITING = _pattern(f"IF({{1}}>={{0}},1,IF({{1}}=0,0,{_WAITS}))", n="{0}", a="{1}")
"""Arguments: positions, load."""

EXCESS = _pattern(
    f"IF({{0}}=0,0,IF({{0}}>{LARGEST},NA(),MAX(#q-"
    "MIN((POISSON.DIST(#q,{0},TRUE)-{1})/POISSON.DIST(#q,{0},FALSE),1)-{0},0)))",
    q=f"(INT({{0}})+SUMPRODUCT(--(POISSON.DIST(INT({{0}})+{COUNTS}-1,{{0}},TRUE)<{{1}})))",
)
"""Arguments: mean, share."""


def length_for(largest: float) -> tuple[int, float]:
    """How long the column has to be for the largest load of a run, and the load it is made for."""
    reach = max(ROOM * largest, FEWEST_COUNTS)
    return max(math.ceil(DEVIATIONS * math.sqrt(reach)), FEWEST_COUNTS), float(math.ceil(reach))


def _applied(pattern: str, values: Array, *arguments: Cells) -> Cells:
    """One node with the pattern for each number of the arguments."""
    make = np.frompyfunc(lambda *parts: Node(pattern, parts), len(arguments), 1)
    made = make(*(argument.nodes for argument in arguments))
    return Cells(values, np.asarray(made, dtype=object))


def queue_positions(
    load: Cells, handlings: Cells, share: Cells, occupancy: Cells, _: Cells
) -> Cells:
    """The smallest number of people with which the queue meets its target."""
    one = np.ones((1, 1, 1, 1))
    values = queueing.queue_positions(
        load.values, one, handlings.values, share.values, occupancy.values
    )
    return _applied(POSITIONS, values, load, handlings, share, occupancy)


def service_level(positions: Cells, load: Cells, handlings: Cells, _: Cells) -> Cells:
    """Share of the events that are answered within the target wait."""
    one = np.ones((1, 1, 1, 1))
    values = queueing.service_level(positions.values, load.values, one, handlings.values)
    return _applied(LEVEL, values, positions, load, handlings)


def wait_share(positions: Cells, load: Cells, _: Cells) -> Cells:
    """Share of the events that have to wait at all."""
    return _applied(WAITING, queueing.erlang_c(positions.values, load.values), positions, load)


def safety_stock(demand: Cells, together: Cells, quantile: Cells) -> Cells:
    """Kits kept in reserve for the lead time."""
    takings = demand / together
    excess = _applied(EXCESS, poisson_excess(takings.values, quantile.values), takings, quantile)
    stock: Cells = together * excess
    return stock


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
    "safety_stock": safety_stock,
    "basis_before": basis_before,
}
"""Formula that the core marks as a value -> how a spreadsheet carries it."""
