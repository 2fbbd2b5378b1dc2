"""Rules of a formula, read from its syntax tree: so simple that it can be read aloud."""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator

import pytest

import gevinst.core
from gevinst import axes
from gevinst.core import ledger, model, pricing
from gevinst.formula import FORMULAS, Formula

for _found in pkgutil.iter_modules(gevinst.core.__path__, "gevinst.core."):
    importlib.import_module(_found.name)

LONGEST_BODY = 10
OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.USub)
COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
NUMPY = {"maximum", "minimum", "where", "exp", "log", "sqrt", "abs"}
REDUCING = {"total_over", "per_year", "year_end"}
PRIMITIVES = REDUCING | {"by_month", "over_periods", "safe_ratio", "round_up_to", "logistic"}
AXES = {"GROUP", "MUNICIPALITY", "PERIOD", "DRAW"}

every_formula = pytest.mark.parametrize("name", sorted(FORMULAS))


def definition(made: Formula) -> ast.FunctionDef:
    """The syntax tree of a formula."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(made.function))).body[0]
    assert isinstance(tree, ast.FunctionDef)
    return tree


def statements(tree: ast.FunctionDef) -> list[ast.stmt]:
    """The body without the docstring."""
    return tree.body[1:] if ast.get_docstring(tree) else tree.body


def called(node: ast.Call) -> str:
    """What a call calls: `np.exp` or `total_over`; anything else as it is written."""
    return ast.unparse(node.func)


def body_nodes(made: Formula) -> Iterator[ast.AST]:
    """Every node of the body without the docstring."""
    for statement in statements(definition(made)):
        yield from ast.walk(statement)


@every_formula
def test_a_formula_is_short_and_says_what_it_means(name: str) -> None:
    """At most ten lines below a docstring."""
    tree = definition(FORMULAS[name])
    body = statements(tree)

    lines = (body[-1].end_lineno or 0) - body[0].lineno + 1

    assert ast.get_docstring(tree)
    assert lines <= LONGEST_BODY


@every_formula
def test_a_formula_is_made_of_plain_steps(name: str) -> None:
    """Assignments and one return: no condition, no loop, nothing handed on by a closure."""
    body = statements(definition(FORMULAS[name]))

    assert all(isinstance(s, ast.Assign | ast.AnnAssign) for s in body[:-1])
    assert isinstance(body[-1], ast.Return)


@every_formula
def test_a_formula_uses_arithmetic_and_the_closed_set_of_functions(name: str) -> None:
    """No methods, no slices, no Python max or if: only what every reading can follow."""
    allowed = (
        ast.Return, ast.Assign, ast.AnnAssign, ast.Name, ast.Load, ast.Store, ast.BinOp,
        ast.UnaryOp, ast.Compare, ast.Call, ast.keyword, ast.Constant, ast.Attribute,
        *OPERATORS, *COMPARISONS,
    )  # fmt: skip
    if FORMULAS[name].workbook != "live":
        pytest.skip("no single expression: any code that is tested by cases")

    for node in body_nodes(FORMULAS[name]):
        assert isinstance(node, allowed), ast.unparse(node)
        if isinstance(node, ast.Attribute):
            assert ast.unparse(node) in {f"np.{function}" for function in NUMPY}
        if isinstance(node, ast.Call):
            assert called(node).removeprefix("np.") in NUMPY | PRIMITIVES
            assert {keyword.arg for keyword in node.keywords} <= {"when_zero"}


@every_formula
def test_a_formula_has_no_number_but_zero_and_one(name: str) -> None:
    """A stray twelve has no unit that anybody could check; a constant is a parameter."""
    if FORMULAS[name].workbook != "live":
        pytest.skip("no single expression")

    numbers = {n.value for n in body_nodes(FORMULAS[name]) if isinstance(n, ast.Constant)}

    assert all(type(number) in {int, float} and number in {0, 1} for number in numbers)


@every_formula
def test_a_formula_knows_its_parameters_and_nothing_else(name: str) -> None:
    """No defaults, no globals but axes: what it needs is what its signature says."""
    made = FORMULAS[name]
    signature = inspect.signature(made.function)
    assigned = {n.id for n in body_nodes(made) if getattr(n, "ctx", None).__class__ is ast.Store}

    names = {n.id for n in body_nodes(made) if isinstance(n, ast.Name)}

    for parameter in signature.parameters.values():
        assert parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
        assert parameter.default is inspect.Parameter.empty
    if made.workbook == "live":
        assert names <= set(made.parameters) | assigned | PRIMITIVES | AXES | {"np"}
    assert set(made.parameters) <= names, "a parameter that is not used"


@every_formula
def test_totals_take_a_named_quantity(name: str) -> None:
    """Reduce before you multiply: the sum of an unnamed product can be neither seen nor shown."""
    for node in body_nodes(FORMULAS[name]):
        if isinstance(node, ast.Call) and called(node) in REDUCING | {"by_month"}:
            assert isinstance(node.args[0], ast.Name)


@every_formula
def test_a_formula_either_reduces_or_is_elementwise(name: str) -> None:
    """A total is its own quantity, so that a key is `x / x_total` and both can be shown."""
    body = statements(definition(FORMULAS[name]))
    reducing = [
        node
        for node in body_nodes(FORMULAS[name])
        if isinstance(node, ast.Call) and called(node) in REDUCING
    ]

    if reducing:
        assert len(body) == 1
        assert isinstance(body[0], ast.Return)
        assert body[0].value is not None
        assert ast.dump(body[0].value) == ast.dump(reducing[0])


def test_the_primitives_are_those_of_the_axes() -> None:
    """What a formula may call stands in one file."""
    assert all(callable(getattr(axes, name)) for name in PRIMITIVES)


@pytest.mark.parametrize("module", [model, pricing, ledger])
def test_the_flow_itself_does_no_arithmetic(module: object) -> None:
    """Every step is a formula: what is computed between formulas could not be explained."""
    tree = ast.parse(inspect.getsource(module))  # type: ignore[arg-type]

    steps = [n for n in ast.walk(tree) if isinstance(n, ast.BinOp) and not is_type(n)]
    steps += [n for n in ast.walk(tree) if isinstance(n, ast.AugAssign | ast.UnaryOp)]

    assert [ast.unparse(n) for n in steps if not is_not(n)] == []


def is_type(node: ast.BinOp) -> bool:
    """A union of types is written with the sign of a bitwise or, which no array meets here."""
    return isinstance(node.op, ast.BitOr)


def is_not(node: ast.AST) -> bool:
    """`not x` decides; it computes nothing."""
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


FUTURE = "from __future__ import annotations"


def test_numpy_is_not_called_in_the_flow() -> None:
    """Nor does it call NumPy behind the formulas' back."""
    tree = ast.parse(inspect.getsource(model) + inspect.getsource(pricing).replace(FUTURE, ""))

    assert not [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == "np"]
