"""Units: proved by a dry run on quantities with units, and by measuring in other units."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.core.inputs import Inputs, map_arrays
from gevinst.core.ledger import MadeBy, replay
from gevinst.formula import FORMULAS
from gevinst.testing import factor_of, inputs, run_core, scaled, unit_of
from gevinst.unit_registry import BASE
from gevinst.units import magnitude_and_unit, quantity, same_dimensions


def powers_of_two(seed: int) -> dict[str, float]:
    """How much finer each base unit is measured: exact in binary numbers."""
    exponents = np.random.default_rng(seed).integers(-6, 7, len(BASE))
    return {base: 2.0 ** int(n) for base, n in zip(BASE, exponents, strict=True)}


@settings(max_examples=25)  # slow, and units depend on the rules that are used, not on the numbers
@given(inputs(years=1, prices="any"))
def test_units_follow_from_the_formulas_and_change_no_number(x: Inputs) -> None:
    """Run on quantities with units, every result has the catalogue's unit and the same bits."""
    plain = run_core(x)
    with_units = map_arrays(x, lambda n, r, a: quantity(a, unit_of(x, n, r)))

    made = run_core(with_units)

    assert made.values.keys() == plain.values.keys()
    for (name, record), value in made.values.items():
        numbers, unit = magnitude_and_unit(value)
        assert same_dimensions(unit, unit_of(x, name, record)), (name, record, unit)
        assert np.array_equal(numbers, plain[name, record]), (name, record)


@given(inputs(prices="any"), st.integers(0, 2**32))
def test_measuring_in_other_units_changes_no_amount(x: Inputs, seed: int) -> None:
    """With finer or coarser units every result is the same amount, to the last bit."""
    factors = powers_of_two(seed)
    plain = run_core(x)

    made = run_core(scaled(x, factors))

    for (name, record), value in made.values.items():
        expected = plain[name, record] * factor_of(unit_of(x, name, record), factors)
        assert np.array_equal(value, expected), (name, record)


@given(inputs(prices="any"), st.integers(0, 2**32))
def test_every_formula_alone_measures_the_same_amount_in_other_units(x: Inputs, seed: int) -> None:
    """No formula hides a number that has a unit, whatever its arguments are."""
    factors = powers_of_two(seed)
    made = run_core(x)

    for (name, record), producer in made.producers.items():
        if not isinstance(producer, MadeBy):
            continue
        formula = FORMULAS[producer.formula]
        arguments = [
            made.argument(p, record) * factor_of(unit_of(x, p, record), factors)
            for p in formula.parameters
        ]

        expected = replay(made, (name, record)) * factor_of(unit_of(x, name, record), factors)

        assert np.array_equal(formula.function(*arguments), expected), formula.name
