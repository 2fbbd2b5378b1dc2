"""What the model knows of a stock of kits: a frozen record beside the cost line of the kits."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.axes import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class KitStock:
    """Where the kits of a line are, how many are kept in reserve, and what goes out of the stock.

    Its id is that of the line.
    """

    id: str
    delivery_time: Array
    return_time: Array
    service_share: Array
    lead_time: Array
    service_quantile: Array
    loss_rate: Array
    opening_kits: Array
    one_kit: Array
    one_patient: Array
