"""What a run refuses: cost that nobody can be asked for, and limits that no charges can meet."""

from __future__ import annotations

import math

import numpy as np

from gevinst.axes import DRAW, Array, by_month
from gevinst.core.inputs import ChangeLimit, KeyFee, MinimumCharge
from gevinst.core.ledger import Ledger
from gevinst.errors import CoverageError

NOISE = 1e-9
"""Part of the cost below which what is left to split is rounding noise, not money."""

SAID_WHY = frozenset(
    {
        "partners_joined",
        "wanted_charge",
        "charge_floor",
        "time_joined_year",
        "last_year_charge",
        "last_year_time",
        "limited_charge",
    }
)
"""Quantities that are read only when something is refused, to say why."""

FINEST = 10_000
"""The nearest limit that can be met is given to this part of the whole, rounded up."""


def refuse_undefined_keys(ledger: Ledger) -> None:
    """Raise if there is cost to share in a period in which a key that counts has no basis.

    Where a tariff solves the unit price, or takes no rest, the keys only matter to what they
    split themselves.
    """
    for key in ledger.source.keys:
        amount = _split_by(ledger, key.pool)
        cost = np.abs(amount) > NOISE * np.abs(ledger["total_cost"])
        undefined = (ledger["key_basis_total", key.id] == 0) & cost & (key.key_weight > 0)
        if np.any(undefined):
            _refuse(ledger, undefined, key.basis, key.window, key.counts)
    if ledger.source.balance == "unit_price":
        cost = np.abs(ledger["cost_beyond_fees_year"]) > NOISE * ledger["total_cost_year"]
        undefined = (ledger["levelled_patient_time_total"] == 0) & cost
        if np.any(undefined):
            _refuse(ledger, by_month(undefined), "patient_months", "year", "all")


def _split_by(ledger: Ledger, pool: str) -> Array:
    """What the keys of a pool split: its cost, what fees leave of it, and fixed fees by key."""
    inputs = ledger.source
    if pool:
        return ledger["pool_net_cost", pool]
    if not inputs.balance:
        return ledger["pool_net_cost"] if inputs.pools else ledger["net_cost"]
    by_key = [fee.fee_by_key for fee in inputs.fees if isinstance(fee, KeyFee)]
    fixed = sum(by_key, start=np.zeros((1, 1, 1, 1))) * ledger["centre_open"]
    if inputs.balance != "key":
        return fixed
    cost = ledger["pool_net_cost"] if inputs.pools else ledger["net_cost"]
    return np.abs(cost) + np.abs(ledger["fees_all"]) + fixed


def _refuse(ledger: Ledger, undefined: Array, basis: str, window: str, counts: str) -> None:
    """Name the first month in which there is nothing to split by."""
    months = ledger.source.frame.months
    first = int(np.argmax(np.any(undefined, axis=(0, 1, 3))))
    if not np.any(ledger["partners_joined"][:, :, first]):
        raise CoverageError.no_member(months[first])
    if counts != "all":
        raise CoverageError.nobody_counts(basis, months[first], counts)
    raise CoverageError.no_basis(basis, months[first], window)


def refuse_impossible_limits(ledger: Ledger) -> None:
    """Raise if no charges can meet the limits and the total; name the nearest that can be met."""
    for limit in ledger.source.limits:
        if ("limit_lacking", limit.id) not in ledger.values:
            continue
        lacking = ledger["limit_lacking", limit.id][0, 0]
        wanted = ledger["wanted_charge", limit.id][0]
        impossible = np.abs(lacking) > NOISE * np.abs(wanted).sum(axis=0)
        if np.any(impossible):
            year, draw = (int(i[0]) for i in np.nonzero(impossible))
            label = ledger.source.frame.year_labels[year]
            missing = float(lacking[year, draw])
            if isinstance(limit, MinimumCharge):
                floor = _in_draw(ledger, "charge_floor", limit.id, draw)
                floors = float(floor[0, :, year].sum())
                raise CoverageError.minimum_exceeds_cost(label, floors, floors + missing)
            kind = "max_rise" if missing > 0 else "max_fall"
            nearest = nearest_feasible(ledger, year, draw)
            raise CoverageError.change_impossible(label, kind, nearest)


def _in_draw(ledger: Ledger, name: str, record: str, draw: int) -> Array:
    """A quantity in one draw, shape ``(group, municipality, period)``."""
    values = ledger[name, record]
    return values[..., draw if values.shape[DRAW] > 1 else 0]


def nearest_feasible(ledger: Ledger, year: int, draw: int = 0) -> float:
    """Smallest limit on the change with which charges of one year can meet the total.

    Whoever paid nothing in the year before has no limit, and takes nothing off the others.
    """
    limit = next(x for x in ledger.source.limits if isinstance(x, ChangeLimit))
    wanted = _in_draw(ledger, "wanted_charge", limit.id, draw)[0, :, year]
    time = _in_draw(ledger, "time_joined_year", "", draw)[0]
    if year == 0:
        last = _in_draw(ledger, "last_year_charge", limit.id, draw)[0, :, 0]
        last_time = _in_draw(ledger, "last_year_time", limit.id, draw)[0, :, 0]
    else:
        last = _in_draw(ledger, "limited_charge", limit.id, draw)[0, :, year - 1]
        last_time = time[:, year - 1]
    per_time = np.divide(last, last_time, out=np.zeros_like(last), where=last_time > 0)
    exact = float(abs(wanted.sum() / (per_time * time[:, year]).sum() - 1))
    return math.ceil(exact * FINEST) / FINEST
