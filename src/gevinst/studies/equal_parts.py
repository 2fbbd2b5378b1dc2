"""How much of a bill is the same for small and large: what equal keys and fixed fees come to."""

from __future__ import annotations

import numpy as np

from gevinst.axes import MUNICIPALITY, Array, total_over
from gevinst.core.inputs import KeyFee, YearFee
from gevinst.core.ledger import Ledger
from gevinst.core.pricing import REST, SURPLUS, UNIT_PRICE
from gevinst.studies.years import over_years

EQUAL = "equal"


def equal_part(made: Ledger) -> Array:
    """What each partner would pay over the horizon by equal keys and fixed fees alone.

    The cost that each key with equal shares splits, times the partner's part of it: of the lines
    in no pool, of each pool, and of fixed amounts by the key. To it come fees per year that do not
    follow a band. Before any limits on the charge.

    Parameters
    ----------
    made : Ledger
        A settled run.

    Returns
    -------
    ndarray, shape ``(n,)``
        Kroner of the first draw; 0 where nothing is shared equally.
    """
    x = made.source
    by_size = {band.id for band in x.inhabitant_bands}
    amounts = [
        _split_by_key(made, key.pool) * made["weighted_key_share", key.id]
        for key in x.keys
        if key.basis == EQUAL
    ]
    amounts += [
        made["fee", fee.id] for fee in x.fees if isinstance(fee, YearFee) and fee.id not in by_size
    ]
    part = np.zeros(len(x.frame.municipalities))
    for amount in amounts:
        part = part + over_years(amount[0, :, :, 0])
    return part


def _split_by_key(made: Ledger, pool: str) -> Array:
    """Kroner that the keys of a pool split in each month; not what fees or a price bring."""
    x = made.source
    cost = made["pool_net_cost", pool] if x.pools else made["net_cost"]
    if x.balance in {SURPLUS, UNIT_PRICE}:
        cost = 0 * cost
    elif x.balance and pool == REST:
        cost = cost - made["fees_all"]
    if pool != REST:
        return cost
    fixed = [made["fee", fee.id] for fee in x.fees if isinstance(fee, KeyFee)]
    for fee in fixed:
        cost = cost + total_over(fee, MUNICIPALITY)
    return cost
