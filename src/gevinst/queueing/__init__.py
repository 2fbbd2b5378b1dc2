"""Waiting and staffing by Erlang's formulas, for plain numbers and arrays. No project is needed.

A *load* in erlang is the work that arrives per unit of time: arrivals per hour times hours each.
Servers are whole numbers. Times are in any one unit, the same for all arguments. Arrivals are
Poisson and handling times exponentially distributed. Arguments are broadcast::

    load = 3.6 * 10 / 60  # 3.6 alerts an hour, ten minutes each: 0.6 erlang
    gevinst.queueing.required_positions(load, 10, within=240, share=0.9)  # 1

Loads up to 1,000,000 erlang are taken; the tests compare with exact arithmetic up to 10,000.
"""

from gevinst.queueing.leaving import ErlangA, erlang_a
from gevinst.queueing.positions import required_positions
from gevinst.queueing.waiting import erlang_b, erlang_c, mean_wait, service_level

__all__ = [
    "ErlangA",
    "erlang_a",
    "erlang_b",
    "erlang_c",
    "mean_wait",
    "required_positions",
    "service_level",
]
