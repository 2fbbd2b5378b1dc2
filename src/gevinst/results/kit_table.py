"""The table of kits: where they are, and what comes and goes, by cost line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gevinst.results.blocks import Block, By, block

if TYPE_CHECKING:
    from gevinst.results.record import Results

KITS = (
    "kits_active",
    "kits_in_transit",
    "kits_in_service",
    "safety_stock",
    "kits_needed",
    "kits_owned",
    "kits_bought",
    "kits_worn_out",
    "kits_lost",
    "kit_purchase",
)


def kits(results: Results, by: By) -> Iterator[Block]:
    """Kits of the lines that state a stock; the year has stocks of December and sums of the rest.

    What the kits bought are paid with is a payment, not a cost beside the line's.
    """
    for stock in results.inputs.kit_stocks:
        for name in KITS:
            yield block(results, by, name, stock.id, line=stock.id)
