"""The stock of kits of one cost line, month by month, in plain Python."""

from __future__ import annotations

import math
from typing import Any

from plain_run import MONTHS, Plain, applies


def number_reached(mean: float, share: float) -> float:
    """Where a straight-line drawing of the Poisson distribution reaches the share."""
    if mean == 0:
        return 0.0
    so_far, n = 0.0, 0
    while True:
        here = math.exp(n * math.log(mean) - mean - math.lgamma(n + 1))
        if so_far + here >= share or (n > mean and here < share * 1e-17):
            return n - 1 + (share - so_far) / here
        so_far, n = so_far + here, n + 1


def stock_of_kits(run: Plain, line: Any, price: float) -> list[float]:
    """Cost of the line each month; what there is of kits is kept in the run."""
    stock, each = line.stock, line.kits_per_patient.likely
    covered = [g for g, group in enumerate(run.groups) if applies(line, group)]

    def patients(name: str, t: int) -> float:
        return sum(run.found[name, ""][g][m][t] for g in covered for m in range(len(run.places)))

    wear = 1 / line.lifetime.likely
    left = math.exp(-(wear + stock.loss_rate.likely) / MONTHS)
    there = stock.opening_kits.likely
    rows: dict[str, list[float]] = {
        name: []
        for name in ("safety_stock", "kits_needed", "kits_owned", "kits_bought", "kits_lost")
    }
    cost = []
    for t in range(run.months):
        begin, end = patients("starts", t) * MONTHS, patients("stops", t) * MONTHS
        out = patients("active_patients", t) * each
        moving = (begin * stock.delivery_time.likely + end * stock.return_time.likely) * each
        at_once = max(each, 1)
        takings = begin * stock.lead_time.likely * each / at_once
        spare = max(number_reached(takings, stock.service_quantile.likely) - takings, 0) * at_once
        needed = (out + moving) * (1 + stock.service_share.likely) + spare
        gone = there - there * left
        lost = gone * stock.loss_rate.likely / (wear + stock.loss_rate.likely)
        bought = max(needed - there + gone, 0)
        there = there - gone + bought
        for name, kits in zip(rows, (spare, needed, there, bought, lost), strict=True):
            rows[name].append(kits)
        opened = run.found["partners_joined", ""][0][0][t] > 0
        cost.append((there * wear / MONTHS + lost) * price if opened else 0.0)
    for name, values in rows.items():
        run.by_time(name, values, line.id)
    return cost
