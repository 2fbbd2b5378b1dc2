"""The stock of kits of one cost line, written out: need, losses, purchases, what is owned.

The same list as `gevinst.core.model`, for the part that is about kits.
"""

from __future__ import annotations

from gevinst.axes import Array, over_periods
from gevinst.core import kits
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger


def stock(x: Inputs, line: str, made: Ledger) -> None:
    """From the patients that the line covers to the kits that are owned, and their cost."""
    made.make(kits.covered_starts, line)
    made.make(kits.covered_starts_all, line)
    made.make(kits.covered_stops, line)
    made.make(kits.covered_stops_all, line)
    made.make(kits.kits_active, line)
    made.make(kits.kits_in_transit, line)
    made.make(kits.kits_in_service, line)
    made.make(kits.lead_time_demand, line)
    made.make(kits.kits_together, line)
    made.make(kits.safety_stock, line)
    made.make(kits.kits_needed, line)
    made.make(kits.kit_exit_rate, line)
    made.make(kits.kit_exit_share, line)
    from_month_to_month(x, line, made)
    made.make(kits.kits_lost, line)
    made.make(kits.kits_worn_out, line)
    made.make(kits.kit_stock_cost, line)
    made.make(kits.kit_purchase, line)


def from_month_to_month(x: Inputs, line: str, made: Ledger) -> None:
    """Kits from month to month: what goes out, what is bought, what is owned."""

    def month(before: Array, needed: Array, exit_share: Array) -> tuple[Array, ...]:
        gone = kits.kits_gone(before, exit_share)
        bought = kits.kits_bought(needed, before, gone)
        return gone, bought, kits.kits_owned(before, gone, bought)

    gone, bought, owned = over_periods(
        month,
        made["opening_kits", line],
        made["kits_needed", line],
        made["kit_exit_share", line],
        periods=len(x.frame.months),
    )
    made.keep(kits.kits_gone, gone, line)
    made.keep(kits.kits_bought, bought, line)
    made.keep(kits.kits_owned, owned, line)
