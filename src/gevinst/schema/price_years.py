"""Amounts that are stated in the kroner of another year, brought to the project's price year."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping

from gevinst.parameters import PriceChange, price_change
from gevinst.schema.table import ClosedTable
from gevinst.schema.values import Value


def to_project_prices(table: ClosedTable, year: int, date: dt.date) -> None:
    """Bring every amount below a table, which nobody has seen yet, to the prices of a year.

    Parameters
    ----------
    table : ClosedTable
    year : int
        The project's price year.
    date : datetime.date
        The project's date: figures published after it are not used.
    """
    for name, content in table.__dict__.items():
        table.__dict__[name] = _brought(content, year, date)


def _brought(content: object, year: int, date: dt.date) -> object:
    if isinstance(content, ClosedTable):
        to_project_prices(content, year, date)
        return content
    if isinstance(content, Mapping):
        return {key: _brought(inner, year, date) for key, inner in content.items()}
    if isinstance(content, tuple):
        return tuple(_brought(inner, year, date) for inner in content)
    if isinstance(content, Value) and needs_change(content, year):
        deflator = content.deflator or ""  # stated: the project was checked
        made = price_change(content.price_year or year, year, deflator, date, content.vintage)
        return in_prices(content, made)
    return content


def needs_change(value: Value, year: int) -> bool:
    """Whether an amount has the prices of another year, and still has them."""
    return value.price_change is None and value.price_year not in {None, year}


def in_prices(value: Value, change: PriceChange) -> Value:
    """The amount in the prices that a change leads to."""
    ends = {name: getattr(value, name) * change.factor for name in ("likely", "low", "high")}
    named = value.named
    if named is not None:
        from gevinst.distributions import Scaled

        named = Scaled(named, change.factor)
    return dataclasses.replace(value, price_change=change, named=named, **ends)
