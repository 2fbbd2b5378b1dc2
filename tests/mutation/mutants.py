"""Mutants: a formula with one small thing changed, made from its syntax tree.

Operators are swapped, operands dropped and exchanged, constants shifted, comparisons turned,
smaller and larger, branches and axes exchanged; and the whole result is doubled and negated.
"""

from __future__ import annotations

import ast
import copy
import inspect
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from types import CodeType, FunctionType

OTHER_OPERATOR: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.FloorDiv: ast.Mod,
    ast.Mod: ast.FloorDiv,
}
OTHER_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}
OTHER_FUNCTION = {
    "np.maximum": "np.minimum",
    "np.minimum": "np.maximum",
    "np.ceil": "np.floor",
    "np.floor": "np.ceil",
    "per_year": "year_end",
    "year_end": "per_year",
}
OTHER_AXES = {"GROUP": ("MUNICIPALITY", "PERIOD"), "MUNICIPALITY": ("GROUP", "PERIOD")}
OF_NUMBERS = (("twice", "({0}) + ({0})"), ("negated", "0 - ({0})"))
OF_TRUTH = (("denied", "({0}) == 0"),)
ORDERED = (ast.Sub, ast.Div, ast.Pow, ast.FloorDiv, ast.Mod)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed function: what was changed, and what to run in its place."""

    function: str
    change: str
    made: FunctionType

    @property
    def id(self) -> str:
        """Name in the list of equivalent mutants."""
        return f"{self.function}: {self.change}"


def mutants_of(function: Callable[..., object], known_as: str = "") -> Iterator[Mutant]:
    """Every mutant of a function that reads differently from it and from the others."""
    original = definition(function)
    known_as = known_as or function.__name__
    seen = {ast.unparse(original)}
    times: Counter[str] = Counter()
    for number, node in enumerate(ast.walk(original)):
        if isinstance(node, ast.expr):
            for replacement in replacements(node):
                changed = exchanged(original, number, replacement)
                text = ast.unparse(changed)
                if text not in seen:
                    seen.add(text)
                    change = f"{ast.unparse(node)} -> {ast.unparse(replacement)}"
                    times[change] += 1
                    change += f" ({times[change]})" if times[change] > 1 else ""
                    with suppress(TypeError):  # a default that cannot be, such as text less text
                        yield Mutant(known_as, change, compiled(changed, function))
    last = original.body[-1]
    if isinstance(last, ast.Return) and last.value is not None:
        for name, wrap in OF_TRUTH if tells_truth(last.value) else OF_NUMBERS:
            changed = copy.deepcopy(original)
            changed.body[-1] = ast.Return(parsed(wrap.format(ast.unparse(last.value))))
            yield Mutant(known_as, f"result {name}", compiled(changed, function))


def tells_truth(result: ast.expr) -> bool:
    """Whether a result is true or false: twice true is as true."""
    if isinstance(result, ast.Call):
        return ast.unparse(result.func) == "bool"
    return isinstance(result, ast.Compare | ast.BoolOp)


def definition(function: Callable[..., object]) -> ast.FunctionDef:
    """Syntax tree of a function without decorators, annotations and docstring."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    if not isinstance(tree, ast.FunctionDef):
        raise TypeError(function)
    tree.decorator_list = []
    tree.returns = None
    for argument in [*tree.args.args, *tree.args.kwonlyargs]:
        argument.annotation = None
    if ast.get_docstring(tree):
        tree.body = tree.body[1:]
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign):
            node.annotation = ast.Name("object", ast.Load())
    return tree


def exchanged(original: ast.FunctionDef, number: int, replacement: ast.expr) -> ast.FunctionDef:
    """The tree with its node `number` replaced."""
    tree = copy.deepcopy(original)
    target = list(ast.walk(tree))[number]

    class Exchange(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return copy.deepcopy(replacement) if node is target else self.generic_visit(node)

    changed = Exchange().visit(tree)
    assert isinstance(changed, ast.FunctionDef)
    return changed


def compiled(tree: ast.FunctionDef, function: Callable[..., object]) -> FunctionType:
    """The changed function, with the original's names around it."""
    module = ast.fix_missing_locations(ast.Module(body=[tree], type_ignores=[]))
    names = dict(function.__globals__)  # type: ignore[attr-defined]
    exec(compile(module, f"<mutant of {function.__name__}>", "exec"), names)  # noqa: S102
    made: FunctionType = names[function.__name__]
    return made


def telling(function: Callable[..., object], called: str, known_as: str) -> CodeType:
    """Code of a function that first adds its name to a set, named with its module."""
    module, _, name = called.rpartition(".")
    tree = definition(function)
    note = f"__import__('sys').modules[{module!r}].{name}.add({known_as!r})"
    tree.body.insert(0, ast.Expr(parsed(note)))
    return compiled(tree, function).__code__


def parsed(text: str) -> ast.expr:
    """An expression from its text."""
    return ast.parse(text, mode="eval").body


def replacements(node: ast.expr) -> Iterator[ast.expr]:
    """What an expression may become."""
    if isinstance(node, ast.BinOp):
        yield from of_operation(node)
    elif isinstance(node, ast.Compare):
        yield from of_comparison(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield node.operand
    elif isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)
    elif isinstance(node, ast.Call):
        yield from of_call(node)


def of_operation(node: ast.BinOp) -> Iterator[ast.expr]:
    """Another operator, either operand alone, and the operands exchanged where order counts."""
    if type(node.op) in OTHER_OPERATOR:
        yield ast.BinOp(node.left, OTHER_OPERATOR[type(node.op)](), node.right)
    yield node.left
    yield node.right
    if isinstance(node.op, ORDERED):
        yield ast.BinOp(node.right, node.op, node.left)


def of_comparison(node: ast.Compare) -> Iterator[ast.expr]:
    """Each comparison on the other side of equality, and turned round."""
    for place, op in enumerate(node.ops):
        for other in OTHER_COMPARISONS.get(type(op), ()):
            ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)


def of_call(node: ast.Call) -> Iterator[ast.expr]:
    """Another function, one argument in its place, branches or axes exchanged."""
    name = ast.unparse(node.func)
    if name in OTHER_FUNCTION:
        yield parsed(f"{OTHER_FUNCTION[name]}({', '.join(map(ast.unparse, node.args))})")
    if name == "np.where":
        condition, yes, no = node.args
        yield ast.Call(node.func, [condition, no, yes], [])
        yield yes
        yield no
    elif name == "total_over":
        quantity, *axes = node.args
        for position, axis in enumerate(axes):
            rest = axes[:position] + axes[position + 1 :]
            yield ast.Call(node.func, [quantity, *rest], [])
            for other in OTHER_AXES.get(ast.unparse(axis), ()):
                swapped = [*axes[:position], ast.Name(other, ast.Load()), *axes[position + 1 :]]
                yield ast.Call(node.func, [quantity, *swapped], [])
    elif name == "safe_ratio":
        first, second = node.args[:2]
        yield ast.Call(node.func, [second, first], node.keywords)
        yield ast.BinOp(first, ast.Mult(), second)
        yield first
    elif name.startswith(("np.", "math.")) or name in {
        "per_year",
        "year_end",
        "by_month",
        "logistic",
    }:
        yield from node.args
    elif name == "round_up_to":
        yield node.args[0]
