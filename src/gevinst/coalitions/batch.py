"""The cost of every group of partners: the same model, all groups at once along the draw axis.

A municipality's patients do not depend on who else takes part, so they are counted once. What the
centre sees is their sum over the members of the group, added up in the order of the partners, as
`gevinst.core.model.service` adds it up itself: the same number, bit for bit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from gevinst.axes import GROUP, MUNICIPALITY, PERIOD, Array
from gevinst.core import model, positions, volumes
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger

CHUNK_BYTES = 1 << 20
"""Size of one array with groups, periods and coalitions, at most: it stays in the cache."""

TOTALS = {
    "patient_time_all": "patient_time",
    "starts_all": "starts",
    "stops_all": "stops",
    "partners_joined": "joined",
}
"""What the centre sees of its members, and the quantity by municipality that it is the sum of."""


def patients_of(x: Inputs) -> Ledger:
    """Stock and flow of every partner's patients, whoever else takes part."""
    made = Ledger(x)
    model.patients(x, made)
    return made


def costs_by_year(
    x: Inputs,
    patients: Ledger,
    payroll_tax_rates: Array,
    changed: int | None = None,
    before: Array | None = None,
) -> Array:
    """Cost of every group in every year, before funding.

    Parameters
    ----------
    x : Inputs
        With one draw.
    patients : Ledger
        From `patients_of`.
    payroll_tax_rates : ndarray
        Rate of the host of each group, shape ``(2**n,)``.
    changed : int, optional
        The one partner whose patients differ from those that `before` was computed with: only
        groups with it are computed.
    before : ndarray, optional
        Costs of all other groups.

    Returns
    -------
    ndarray
        Kroner, shape ``(years, 2**n)``; bit i of the second index is partner i, and nobody costs
        nothing.
    """
    count = len(payroll_tax_rates)
    parts = {total: patients[part] for total, part in TOTALS.items()}
    low = _bits_together(parts, count)
    sums = {total: sums_of_groups(part, range(low)) for total, part in parts.items()}
    together = 1 << low
    found = np.empty((x.frame.years, count)) if before is None else before.copy()
    for first in range(0, count, together):
        groups = np.arange(first, first + together)
        if changed is not None:
            groups = groups[groups >> changed & 1 == 1]
        if not len(groups):
            continue
        chunk = {
            total: _with_members(sums[total][..., groups - first], part, low, first)
            for total, part in parts.items()
        }
        found[:, groups] = cost_of_totals(x, chunk, payroll_tax_rates[groups])
    found[:, 0] = 0
    return found


def _bits_together(parts: Mapping[str, Array], count: int) -> int:
    most: int = max(part.shape[GROUP] * part.shape[PERIOD] for part in parts.values())
    fitting = max(CHUNK_BYTES // (8 * most), 1)
    return min(fitting, count).bit_length() - 1


def sums_of_groups(part: Array, partners: Sequence[int]) -> Array:
    """Sum over the members of each group, in order; shape ``(group, 1, period, 2**k)``."""
    groups, periods = part.shape[GROUP], part.shape[PERIOD]
    sums = np.zeros((groups, 1, periods, 1 << len(partners)))
    for i, partner in enumerate(partners):
        half = 1 << i
        sums[..., half : 2 * half] = sums[..., :half] + part[:, partner : partner + 1]
    return sums


def _with_members(sums: Array, part: Array, low: int, first: int) -> Array:
    """The sums with the partners of the higher bits of `first` added, in order."""
    for partner in range(low, part.shape[MUNICIPALITY]):
        if first >> partner & 1:
            sums = sums + part[:, partner : partner + 1]
    return sums


def cost_of_totals(x: Inputs, totals: Mapping[str, Array], payroll_tax_rates: Array) -> Array:
    """Cost by year of centres that see these totals; shape ``(years, centres)``."""
    made = centres_of_totals(x, totals, payroll_tax_rates)
    shape = (1, 1, x.frame.years, len(payroll_tax_rates))
    by_year: Array = np.broadcast_to(made["total_cost_year"], shape)[0, 0]
    return by_year


def centres_of_totals(x: Inputs, totals: Mapping[str, Array], payroll_tax_rates: Array) -> Ledger:
    """Work, positions and cost of centres that see these totals, one a draw."""
    rates = payroll_tax_rates.reshape(1, 1, 1, -1)
    made = staffed_centres(replace(x, payroll_tax_rate=rates), totals, len(payroll_tax_rates))
    model.cost(made.source, made)
    return made


def staffed_centres(x: Inputs, totals: Mapping[str, Array], count: int) -> Ledger:
    """Work and positions of so many centres that see these totals, one a draw."""
    made = Ledger(replace(x, frame=replace(x.frame, draws=count)))
    made.values.update({(name, ""): values for name, values in totals.items()})
    made.make(volumes.centre_open)
    positions.work(made.source, made)
    positions.positions(made.source, made)
    return made


def costs_of_volume(
    x: Inputs, patients: Ledger, payroll_tax_rate: float, shares: Sequence[float]
) -> Array:
    """Cost by year if the whole centre had only these shares of its patients.

    Returns
    -------
    ndarray
        Kroner, shape ``(years, len(shares))``. A share of zero still keeps the centre open.
    """
    part_of_all = np.asarray(shares, dtype=np.float64).reshape(1, 1, 1, -1)
    totals = {total: patients[total] * part_of_all for total in TOTALS}
    totals["partners_joined"] = patients["partners_joined"] * np.ones_like(part_of_all)
    return cost_of_totals(x, totals, np.full(len(shares), payroll_tax_rate))
