"""The ledger of a run: every quantity that the model has made, and what made it.

A quantity has the key ``(name, record)``, the record being the id of a role, task, line, key or
actor, or empty. A formula's parameter means the quantity of that name: in the formula's own record
first, then in the record that it is inside (``loop`` for ``loop/contact``), then without a record.
Making, replaying and explaining a number all rest on this one rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gevinst.axes import Array, before, largest_of, total_of
from gevinst.core.inputs import Inputs, input_arrays
from gevinst.formula import FORMULAS

Key = tuple[str, str]

INSIDE = "/"
"""Between a record and one inside it: the contact ``loop/contact`` of a loop."""

BEFORE = {
    "carried_patients_before": ("carried_patients", "opening_stock"),
    "kits_owned_before": ("kits_owned", "opening_kits"),
}
"""Lagged name -> the quantity it lags, and the value before the first period."""


@dataclass(frozen=True, slots=True)
class MadeBy:
    """A quantity that the formula of this name made."""

    formula: str


@dataclass(frozen=True, slots=True)
class TotalOf:
    """A quantity that is the sum of these others, in this order.

    With no parts it is zero, in the unit of `unit_like` and with the shape of both.
    """

    parts: tuple[Key, ...]
    unit_like: Key
    shape_like: Key


@dataclass(frozen=True, slots=True)
class LargestOf:
    """A quantity that is the largest of these others.

    With no parts it is zero, in the unit and with the shape of `unit_like`.
    """

    parts: tuple[Key, ...]
    unit_like: Key


Producer = MadeBy | TotalOf | LargestOf


class Ledger:
    """Quantities by key, filled by the model from top to bottom."""

    def __init__(self, inputs: Inputs) -> None:
        self.source = inputs
        self.inputs: Mapping[Key, Array] = input_arrays(inputs)
        self.values: dict[Key, Array] = {}
        self.producers: dict[Key, Producer] = {}

    def __getitem__(self, key: Key | str) -> Array:
        key = (key, "") if isinstance(key, str) else key
        return self.values[key] if key in self.values else self.inputs[key]

    def find(self, name: str, record: str) -> Key:
        """Key of the quantity that `name` means inside `record`."""
        for around in (record, record.partition(INSIDE)[0], ""):
            if (name, around) in self.values or (name, around) in self.inputs:
                return name, around
        raise KeyError((name, record))

    def argument(self, name: str, record: str) -> Array:
        """The array that a formula's parameter `name` stands for inside `record`."""
        if name in BEFORE:
            lagged, opening = BEFORE[name]
            return before(self[lagged, record], self[opening, record])
        for around in (record, record.partition(INSIDE)[0], ""):
            for held in (self.values, self.inputs):
                if (name, around) in held:
                    return held[name, around]
        raise KeyError((name, record))

    def make(self, rule: Callable[..., Array], record: str = "") -> Array:
        """Apply a formula to the quantities that its parameters name, and write the result down."""
        names = FORMULAS[rule.__name__].parameters
        value = rule(*(self.argument(name, record) for name in names))
        return self.keep(rule, value, record)

    def keep(self, rule: Callable[..., Array], value: Array, record: str = "") -> Array:
        """Write `value` down as made by the formula `rule`."""
        made = FORMULAS[rule.__name__]
        self.values[made.produces, record] = value
        self.producers[made.produces, record] = MadeBy(made.name)
        return value

    def total(
        self,
        name: str,
        parts: Sequence[Key],
        unit_like: Key,
        shape_like: Key | None = None,
        record: str = "",
    ) -> Array:
        """Write down the sum of `parts`; see `TotalOf` for the sum of none."""
        total = TotalOf(tuple(parts), unit_like, shape_like or unit_like)
        self.producers[name, record] = total
        self.values[name, record] = add_up(self, total)
        return self.values[name, record]

    def largest(self, name: str, parts: Sequence[Key], unit_like: Key, record: str = "") -> Array:
        """Write down the largest of `parts`; see `LargestOf` for the largest of none."""
        largest = LargestOf(tuple(parts), unit_like)
        self.producers[name, record] = largest
        self.values[name, record] = pick_largest(self, largest)
        return self.values[name, record]


def pick_largest(ledger: Ledger, largest: LargestOf) -> Array:
    """The largest of the parts, number by number."""
    return largest_of([ledger[part] for part in largest.parts], ledger[largest.unit_like])


def add_up(ledger: Ledger, total: TotalOf) -> Array:
    """Sum of the parts of a total."""
    parts = [ledger[part] for part in total.parts]
    return total_of(parts, ledger[total.unit_like], ledger[total.shape_like])


def replay(ledger: Ledger, key: Key) -> Array:
    """Make one quantity again from what the ledger holds of its arguments."""
    producer = ledger.producers[key]
    if isinstance(producer, TotalOf):
        return add_up(ledger, producer)
    if isinstance(producer, LargestOf):
        return pick_largest(ledger, producer)
    made = FORMULAS[producer.formula]
    result: Array = made.function(*(ledger.argument(name, key[1]) for name in made.parameters))
    return result
