"""Blocks of a table: one quantity laid out as columns, one row per value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from gevinst.axes import MUNICIPALITY, Array, total_over
from gevinst.catalogue import CATALOGUE, Quantity
from gevinst.results import invoices, monthly
from gevinst.results.table_names import SHOWN_AS, unit_shown

if TYPE_CHECKING:
    from gevinst.results.record import Results

By = Literal["year", "month"]
Block = dict[str, Any]


def block(results: Results, by: By, name: str, record: str = "", **fixed: str) -> Block:
    """Columns of one quantity; `fixed` are columns with the same text in every row."""
    values = monthly.values(results, name, record, by)
    return columns(results, by, CATALOGUE[name], values, SHOWN_AS.get(name, name), **fixed)


def columns(
    results: Results, by: By, entry: Quantity, values: Array, called: str, **fixed: str
) -> Block:
    """Lay out ``(group, municipality, period, draw)`` values, of the first draw, as columns."""
    frame = results.frame
    groups, places, periods = values.shape[:3]
    labels: tuple[Any, ...] = frame.year_labels if by == "year" else frame.months
    made: Block = {}
    if "municipality" in entry.axes:
        made["municipality"] = np.tile(np.repeat(_objects(frame.municipalities), periods), groups)
    if "group" in entry.axes:
        made["group"] = np.repeat(_objects(frame.groups), places * periods)
    rows = groups * places * periods
    made["year" if by == "year" else "period"] = np.tile(np.array(labels), groups * places)
    made["value"] = values[:, :, :, 0].reshape(rows)
    for column, text in {**fixed, "quantity": called, "unit": unit_shown(entry.name)}.items():
        made[column] = _objects((text,) * rows)
    return made


def invoice_block(results: Results, by: By) -> Block:
    """What is due, rounded to oere or kroner so that each period adds up."""
    exact = monthly.values(results, "amount_due", "", by)[0, :, :, 0]
    rounded = invoices.to_unit(exact, results.names.codes, results.inputs.invoice_unit)
    return columns(results, by, CATALOGUE["charge"], rounded[None, :, :, None], "invoice")


def charge_share_block(results: Results, by: By) -> Block:
    """Everybody's share of what all pay; missing where nobody pays."""
    charges = monthly.values(results, "charge", "", by)
    total = total_over(charges, MUNICIPALITY)
    shares = np.where(total == 0, np.nan, charges / np.where(total == 0, 1, total))
    return columns(results, by, CATALOGUE["allocation_share"], shares, "charge_share")


def ratio_block(results: Results, by: By, name: str, above: str, below: str) -> Block:
    """A ratio, missing where there is nothing to divide by."""
    divisor = monthly.values(results, below, "", by)
    if by == "year":
        values = results.ledger[name]
    else:
        values = monthly.values(results, above, "", by) / np.where(divisor == 0, 1, divisor)
    return columns(results, by, CATALOGUE[name], np.where(divisor == 0, np.nan, values), name)


def _objects(texts: tuple[str, ...]) -> np.ndarray[Any, Any]:
    return np.array(texts, dtype=object)
