"""Changes of inputs that laws are about: draws, order, units, one part at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace

import numpy as np

from gevinst.axes import MUNICIPALITY, Array
from gevinst.catalogue import BASIS_UNITS, CATALOGUE
from gevinst.core.appraising import appraise
from gevinst.core.inputs import Inputs, map_arrays
from gevinst.core.ledger import Ledger
from gevinst.core.model import quality, service, settle
from gevinst.units import dimensions

FIXED_IN_DRAWS = {
    "member",
    "joining_time",
    "leaving_time",
    "due_time",
    "funding_start",
    "funding_end",
    "key_member",
    "fee_start",
    "fee_end",
    "settlement_time",
    "last_year_time",
    "inhabitants_from",
    "inhabitants_to",
    "patients_from",
    "patients_to",
    "opens",
    "closes",
    "hours_to_next_midnight",
    "new_opening_day",
    "opening_weeks",
    "hours_per_week",
    "around_the_clock",
    "year_step",
    "rounding_tolerance",
    "price_year_gap",
    "population_growth",
}
"""What a draw leaves as it is: times, the calendar, and what defines the calculation."""

DRAW_FACTORS = (0.5, 0.75, 0.9, 1.0)
"""What a draw multiplies an input by: at most one, so that shares stay shares."""


def run_core(x: Inputs) -> Ledger:
    """Run the whole model on inputs; every quantity that it made."""
    return quality(x, appraise(x, settle(x, service(x))))


def largest(made: Ledger) -> dict[str, float]:
    """The largest size of any result, by unit: what sums and differences are exact against."""
    sizes: dict[str, float] = {}
    for (name, _), array in made.values.items():
        unit = CATALOGUE[name].unit
        sizes[unit] = max(sizes.get(unit, 0.0), float(np.max(np.abs(array))))
    return sizes


def in_draws(x: Inputs, count: int, *, seed: int) -> Inputs:
    """The same inputs in `count` draws: some of them differ from draw to draw, some do not."""
    generator = np.random.default_rng(seed)

    def change(name: str, _record: str, array: Array) -> Array:
        entry = CATALOGUE[name]
        if "draw" not in entry.axes:
            return array
        varies = name not in FIXED_IN_DRAWS and generator.integers(2) == 1
        if not varies and not entry.extensive:
            return array
        factors = generator.choice(DRAW_FACTORS, size=count) if varies else np.ones(count)
        return np.ascontiguousarray(array * factors)

    changed = map_arrays(x, change)
    return replace(changed, frame=replace(x.frame, draws=count))


def one_draw(x: Inputs, number: int) -> Inputs:
    """One of the draws, alone."""

    def change(_name: str, _record: str, array: Array) -> Array:
        return array if array.shape[-1] == 1 else array[..., number : number + 1]

    return replace(map_arrays(x, change), frame=replace(x.frame, draws=1))


def in_order(x: Inputs, order: Sequence[int]) -> Inputs:
    """The same municipalities in another order, or some of them only."""

    def change(name: str, _record: str, array: Array) -> Array:
        if "municipality" not in CATALOGUE[name].axes:
            return array
        the_same_for_all = array.shape[MUNICIPALITY] < len(x.frame.municipalities)
        return array if the_same_for_all else array[:, list(order)]

    named = tuple(x.frame.municipalities[m] for m in order)
    return replace(map_arrays(x, change), frame=replace(x.frame, municipalities=named))


def changed(
    x: Inputs, change: Callable[[Array], Array], *names: str, record: str | None = None
) -> Inputs:
    """The same inputs with `change` applied to the arrays of these names.

    Parameters
    ----------
    x
        Inputs.
    change
        What to do with each array.
    *names
        Names of the inputs to change.
    record : str, optional
        Only that of this record.
    """

    def apply(name: str, label: str, array: Array) -> Array:
        return change(array) if name in names and record in (None, label) else array

    return map_arrays(x, apply)


def only(x: Inputs, kind: str, record: str) -> Inputs:
    """The same inputs with one record of a kind (``lines``, ``benefits`` ...) and no other."""
    if kind not in {field.name for field in fields(x)}:
        raise KeyError(kind)
    kept = tuple(r for r in getattr(x, kind) if r.id == record)
    return replace(x, **{kind: kept})  # type: ignore[arg-type]


def unit_of(x: Inputs, name: str, record: str) -> str:
    """Canonical unit of a quantity; that of a key's basis follows from the key."""
    unit = CATALOGUE[name].unit
    if unit != "basis":
        return unit
    return BASIS_UNITS[next(key.basis for key in x.keys if key.id == record)]


def factor_of(unit: str, factors: Mapping[str, float]) -> float:
    """By how much a number in `unit` grows when each base unit is measured `factors` as fine."""
    product = 1.0
    for base, exponent in dimensions(unit).items():
        product *= factors[base] ** exponent
    return product


def scaled(x: Inputs, factors: Mapping[str, float]) -> Inputs:
    """The same inputs measured in other units: each base unit `factors` as fine."""

    def change(name: str, record: str, array: Array) -> Array:
        return array * factor_of(unit_of(x, name, record), factors)

    return map_arrays(x, change)
