"""Cost per quality-adjusted life-year, for who asks: no krone value is put on one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from gevinst import economics, parameters
from gevinst.axes import DRAW, GROUP, MUNICIPALITY, PERIOD, total_over
from gevinst.core.model import CASH, MUNICIPALITY_ACTOR, actor_record, other_actors
from gevinst.errors import QuantityError
from gevinst.messages import nearest

if TYPE_CHECKING:
    from gevinst.results.record import Results

UNIT = "qaly"
REFERENCE = "economics.qaly_reference_line"


class CostPerQaly(NamedTuple):
    """Present value of the net cost beside the life-years that a line gains.

    Attributes
    ----------
    net_cost : float
        What all actors pay less the cash that they gain; transfers cancel. In kroner, as worth now.
    qalys : float
        Life-years gained, discounted like the kroner.
    ratio : Icer or None
        Kroner per life-year, which knows its quadrant; None if no life-year is gained or lost.
    reference : float
        Opportunity cost per life-year in the health service: a line to hold it against.
    source : str
        Of the reference.
    """

    net_cost: float
    qalys: float
    ratio: economics.Icer | None
    reference: float
    source: str


def cost_per_qaly(results: Results, line: str) -> CostPerQaly:
    """Net cost per life-year of one benefit line; see `Results.cost_per_qaly`."""
    known = [change.id for change in results.inputs.changes if change.counts == UNIT]
    if line not in known:
        near = nearest(str(line), known)
        raise QuantityError.unknown_label("benefit", str(line), near, known)
    ledger = results.ledger
    record = actor_record(MUNICIPALITY_ACTOR, CASH)
    net = total_over(ledger["municipality_present_net_cash", record], MUNICIPALITY)
    for actor in other_actors(results.inputs):
        net = net + ledger["actor_present_net_cash", actor_record(actor, CASH)]
    gained = ledger["realised_events", line] * ledger["discount_factor"]
    qalys = float(total_over(gained, GROUP, MUNICIPALITY, PERIOD).take(0, axis=DRAW).item())
    cost = -float(net.take(0, axis=DRAW).item())
    entry = parameters.value(REFERENCE, dt.date.fromisoformat(results.date))
    return CostPerQaly(
        net_cost=cost,
        qalys=qalys,
        ratio=economics.icer(cost, qalys) if qalys else None,
        reference=entry.at(),
        source=f"{entry.source.publisher}, {entry.source.title}",
    )
