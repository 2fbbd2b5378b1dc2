"""The catalogue, the formulas and the inputs say the same thing."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil

import gevinst.core
from gevinst.axes import AXIS_NAMES, Frame
from gevinst.catalogue import CATALOGUE
from gevinst.core import (
    appraising,
    correcting,
    gaining,
    inputs,
    model,
    positions,
    pricing,
    timetable,
)
from gevinst.core.ledger import BEFORE
from gevinst.formula import FORMULAS
from gevinst.units import canonical_unit

for _found in pkgutil.iter_modules(gevinst.core.__path__, "gevinst.core."):
    importlib.import_module(_found.name)

DEPENDS_ON_KEY = "basis"
NOT_ARRAYS = {"str", "Frame"}
FLOWS = (appraising, correcting, gaining, model, positions, pricing, timetable)


def input_names() -> set[str]:
    """Every array that a field of the inputs or of one of its records holds."""
    records = [r for r in vars(inputs).values() if inspect.isclass(r) and r is not Frame]
    return {
        field.name
        for record in records
        if dataclasses.is_dataclass(record)
        for field in dataclasses.fields(record)
        if field.type == "Array"
    }


def totals() -> set[str]:
    """Names of the sums over records, and of the largest of them, that the flow writes down."""
    return {
        str(ast.literal_eval(node.args[0]))
        for flow in FLOWS
        for node in ast.walk(ast.parse(inspect.getsource(flow)))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"made.total", "made.largest"}
    }


def test_every_product_and_every_parameter_stands_in_the_catalogue() -> None:
    """A name without a unit and a label could be neither checked nor shown."""
    products = {made.produces for made in FORMULAS.values()}
    parameters = {name for made in FORMULAS.values() for name in made.parameters}

    assert products | parameters | input_names() | totals() | set(BEFORE) <= set(CATALOGUE)


def test_every_quantity_is_either_put_in_or_made() -> None:
    """Nothing in the catalogue is left over, and nothing is both put in and made."""
    made = {formula.produces for formula in FORMULAS.values()} | totals() | set(BEFORE)

    assert set(CATALOGUE) - made - input_names() == set()
    assert made & input_names() == set()


def test_every_quantity_that_is_made_or_put_in_is_needed_or_a_result() -> None:
    """An input that no formula asks for would be a question put to the user for nothing."""
    needed = {name for formula in FORMULAS.values() for name in formula.parameters}
    needed |= {name for pair in BEFORE.values() for name in pair}
    summed = {
        str(ast.literal_eval(node.elts[0]))
        for flow in FLOWS
        for node in ast.walk(ast.parse(inspect.getsource(flow)))
        if isinstance(node, ast.Tuple) and node.elts and isinstance(node.elts[0], ast.Constant)
    }

    assert input_names() - needed - summed == set()


def test_every_unit_is_known_and_canonical() -> None:
    """Units are those of the registry, written in the base units that the core calculates in."""
    units = {q.unit for q in CATALOGUE.values()} - {DEPENDS_ON_KEY}

    assert {unit: canonical_unit(unit) for unit in units} == {unit: unit for unit in units}


def test_a_rule_for_a_quantity_is_named_for_what_it_makes_or_says_so() -> None:
    """A formula's own name is in the catalogue, unless it is one of several rules."""
    by_product: dict[str, list[str]] = {}
    for name, formula in FORMULAS.items():
        by_product.setdefault(formula.produces, []).append(name)

    alone = {product: names for product, names in by_product.items() if len(names) == 1}

    assert {p: n for p, n in alone.items() if n != [p]} == {}


def test_extensive_quantities_vary_over_what_they_are_totals_of() -> None:
    """What is summed over the months of a year varies over months; a share is never summed."""
    for quantity in CATALOGUE.values():
        assert set(quantity.axes) <= set(AXIS_NAMES)
        assert ("period" in quantity.axes) == (quantity.period != "none")
        if quantity.kind == "flow":
            assert quantity.extensive
            assert quantity.period in {"month", "year"}, quantity.name
        if quantity.kind in {"share", "price"}:
            assert not quantity.extensive, quantity.name


def test_labels_are_there_in_both_languages_and_are_told_apart() -> None:
    """Two quantities with the same label could not be told apart by a reader."""
    for lang in ("nb", "en"):
        labels = [quantity.label(lang) for quantity in CATALOGUE.values()]

        assert all(labels)
        assert len(set(labels)) == len(labels), {x for x in labels if labels.count(x) > 1}
