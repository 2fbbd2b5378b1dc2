"""What benefit lines of any kind are worth, and inputs in which nothing changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gevinst.axes import Array
from gevinst.core.inputs import BedDayValues, ChangeOfHours, ContactCost, Inputs, input_arrays
from gevinst.core.ledger import Ledger
from gevinst.testing.changes import changed

PRICES = (
    "unit_value",
    "average_value",
    "capacity_value",
    "marginal_value",
    "contact_price",
    "hourly_cost",
)
"""Inputs in kroner that benefits are in proportion to, all of them together."""


def worth_per_event(x: Inputs, made: Ledger, record: str) -> Array:
    """Kroner of one event less, in the prices of each year."""
    worth = next(worth for worth in x.worths if worth.id == record)
    index = made.argument("value_index", record)
    if isinstance(worth, ContactCost):
        return made["contact_cost", record] * index
    if isinstance(worth, BedDayValues):
        return input_arrays(x)[f"{worth.counted}_value", record] * index
    return worth.unit_value * index


def without_effect(x: Inputs) -> Inputs:
    """The same inputs with everything as it was: nothing changes for the patients."""
    still = tuple(
        replace(line, hours_after=line.hours_before) if isinstance(line, ChangeOfHours) else line
        for line in x.changes
    )
    return changed(replace(x, changes=still), np.zeros_like, "effect", "change_rate")
