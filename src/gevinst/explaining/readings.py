"""What a formula's own source says: its returned expression, put into words."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from gevinst.explaining.nodes import Language, Words
from gevinst.explaining.rule_names import TOLD
from gevinst.formula import FORMULAS

Named = Callable[[str], str]
_PLACE = re.compile(r"\{(\w+)\}")

REDUCTIONS = ("total_over", "per_year", "year_end")

UNIT_STEPS = frozenset({"one_present", "one_event", "one_kit", "one_patient", "once_a_week"})
"""One of something: turns a number into a quantity with a unit, and changes no number."""

# How strongly a piece of text holds together: words, sum, product, power, name.
WORDS, SUM, PRODUCT, POWER, NAME = range(5)

_OPERATORS: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", SUM),
    ast.Sub: ("−", SUM),
    ast.Mult: ("×", PRODUCT),
    ast.Div: ("/", PRODUCT),
}
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "=", ast.NotEq: "≠", ast.Lt: "<", ast.LtE: "≤", ast.Gt: ">", ast.GtE: "≥",
}  # fmt: skip
# Calls in words; {0}, {1} ... are the arguments, {rest} all but the first.
_CALLS: dict[str, dict[Language, str]] = {
    "maximum": {"nb": "største av {0} og {1}", "en": "the larger of {0} and {1}"},
    "minimum": {"nb": "minste av {0} og {1}", "en": "the smaller of {0} and {1}"},
    "where": {"nb": "{1} hvis {0}, ellers {2}", "en": "{1} if {0}, otherwise {2}"},
    "exp": {"nb": "e opphøyd i ({0})", "en": "e to the power of ({0})"},
    "log": {"nb": "logaritmen til ({0})", "en": "the logarithm of ({0})"},
    "sqrt": {"nb": "kvadratroten av ({0})", "en": "the square root of ({0})"},
    "abs": {"nb": "tallverdien av ({0})", "en": "the absolute value of ({0})"},
    "logistic": {"nb": "S-kurve av ({0})", "en": "S-curve of ({0})"},
    "round_up_to": {
        "nb": "{0}, rundet opp til nærmeste {1}",
        "en": "{0}, rounded up to the nearest {1}",
    },
    "total_over": {"nb": "sum over {rest} av {0}", "en": "sum over {rest} of {0}"},
    "per_year": {"nb": "sum av 12 måneder: {0}", "en": "sum of 12 months: {0}"},
    "year_end": {"nb": "{0} i desember", "en": "{0} in December"},
    "by_month": {
        "nb": "{0}, det samme i hver måned i året",
        "en": "{0}, the same in each month of the year",
    },
}
_DOWN: dict[Language, tuple[str, str]] = {"nb": ("opp", "ned"), "en": ("up", "down")}
_AXES: dict[str, dict[Language, str]] = {
    "GROUP": {"nb": "pasientgrupper", "en": "patient groups"},
    "MUNICIPALITY": {"nb": "kommuner", "en": "municipalities"},
    "PERIOD": {"nb": "år", "en": "years"},
}


@dataclass(frozen=True)
class Reading:
    """One formula as it is read from its source.

    Attributes
    ----------
    expression : ast.expr or None
        What it returns; None if it does more than return one expression.
    reduction : str
        ``total_over``, ``per_year`` or ``year_end`` if it only reduces; otherwise empty.
    axes : tuple of str
        Axes that it is totalled over.
    told : Words or None
        What it does in words, where the expression itself cannot be put into words.
    """

    expression: ast.expr | None
    reduction: str = ""
    axes: tuple[str, ...] = ()
    told: Words | None = None

    @property
    def code(self) -> str:
        """The returned expression as it stands in the source."""
        return "" if self.expression is None else ast.unparse(self.expression)

    @property
    def passes_on(self) -> bool:
        """Whether it gives its one parameter on as it is."""
        return isinstance(self.expression, ast.Name)

    @property
    def steps(self) -> frozenset[str]:
        """Parameters that something is rounded up to whole numbers of."""
        calls = [n for n in ast.walk(self.expression or ast.Pass()) if isinstance(n, ast.Call)]
        return frozenset(ast.unparse(c.args[1]) for c in calls if _called(c) == "round_up_to")

    def words(self, named: Named, lang: Language) -> str:
        """Put it into words, each parameter written as `named` says."""
        if self.told is not None:
            return _PLACE.sub(lambda found: named(found[1]), self.told.text(lang))
        return "" if self.expression is None else _Writer(named, lang).written(self.expression)[0]


@cache
def reading(formula: str) -> Reading:
    """Read a formula's source.

    Parameters
    ----------
    formula : str
        Name in `gevinst.formula.FORMULAS`.
    """
    tree = ast.parse(textwrap.dedent(inspect.getsource(FORMULAS[formula].function)))
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef))
    statements = [s for s in function.body if not _is_docstring(s)]
    last = statements[-1]
    if formula in TOLD:
        return Reading(last.value if isinstance(last, ast.Return) else None, told=TOLD[formula])
    if len(statements) != 1 or not isinstance(last, ast.Return):
        return Reading(None)
    expression = last.value
    if isinstance(expression, ast.Call) and _called(expression) in REDUCTIONS:
        return Reading(expression, _called(expression), tuple(_axes_of(expression)))
    return Reading(expression)


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def _axes_of(call: ast.Call) -> list[str]:
    return [ast.unparse(argument) for argument in call.args[1:]]


class _Writer:
    """Writes an expression in words, with parentheses only where they are needed."""

    def __init__(self, named: Named, lang: Language) -> None:
        self.named = named
        self.lang = lang

    def written(self, node: ast.expr) -> tuple[str, int]:
        """Return the text, and how strongly it holds together."""
        match node:
            case ast.Name():
                written = self.named(node.id), NAME
            case ast.Constant():
                written = (
                    f"{node.value:g}" if isinstance(node.value, float) else str(node.value),
                    NAME,
                )
            case ast.UnaryOp(op=ast.USub(), operand=ast.Call() as call) if _rounds_down(call):
                below = _CALLS["round_up_to"][self.lang].replace(*_DOWN[self.lang])
                negated = call.args[0]
                inner = negated.operand if isinstance(negated, ast.UnaryOp) else negated
                arguments = self.inside(inner, POWER), self.written(call.args[1])[0]
                written = below.format(*arguments), WORDS
            case ast.UnaryOp(op=ast.USub()):
                written = f"−{self.inside(node.operand, PRODUCT)}", POWER
            case ast.Compare():
                left, right = (self.inside(x, SUM) for x in (node.left, node.comparators[0]))
                written = f"{left} {_COMPARISONS[type(node.ops[0])]} {right}", WORDS
            case ast.BinOp():
                written = self.operation(node)
            case ast.Call():
                written = self.call(node)
            case _:
                written = ast.unparse(node), WORDS
        return written

    def inside(self, node: ast.expr, at_least: int) -> str:
        """Text of an operand, in parentheses if it holds together more weakly."""
        text, strength = self.written(node)
        return text if strength >= at_least else f"({text})"

    def operation(self, node: ast.BinOp) -> tuple[str, int]:
        """Sums, products and powers; ``0 - x`` is minus x."""
        if isinstance(node.op, ast.Pow):
            word = "opphøyd i" if self.lang == "nb" else "to the power of"
            return f"{self.inside(node.left, NAME)} {word} {self.inside(node.right, NAME)}", POWER
        if isinstance(node.op, (ast.Mult, ast.Div)) and _is_step(node.right):
            return self.written(node.left)
        if isinstance(node.op, ast.Mult) and _is_step(node.left):
            return self.written(node.right)
        sign, strength = _OPERATORS[type(node.op)]
        tighter = strength + isinstance(node.op, (ast.Sub, ast.Div))
        right = self.inside(node.right, tighter)
        nothing = isinstance(node.left, ast.Constant) and node.left.value == 0
        if nothing and isinstance(node.op, ast.Sub):
            return f"−{right}", PRODUCT
        return f"{self.inside(node.left, strength)} {sign} {right}", strength

    def call(self, node: ast.Call) -> tuple[str, int]:
        """A function of the closed set, in words."""
        name = _called(node)
        if name == "safe_ratio":
            over = self.inside(node.args[0], PRODUCT)
            return f"{over} / {self.inside(node.args[1], POWER)}", PRODUCT
        if name not in _CALLS:
            return ast.unparse(node), WORDS
        if name in REDUCTIONS:
            axes = [_AXES[axis][self.lang] for axis in _axes_of(node) if axis in _AXES]
            rest = (" og " if self.lang == "nb" else " and ").join(axes)
            return _CALLS[name][self.lang].format(self.named(_first(node)), rest=rest), WORDS
        bracketed = "({0})" in _CALLS[name][self.lang]
        whole = bracketed or name == "where"
        arguments = [self.written(a)[0] if whole else self.inside(a, POWER) for a in node.args]
        return _CALLS[name][self.lang].format(*arguments), POWER if bracketed else WORDS


def _is_step(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in UNIT_STEPS


def _rounds_down(call: ast.Call) -> bool:
    """Whether minus this call is a number rounded down: minus it, rounded up."""
    return _called(call) == "round_up_to" and isinstance(call.args[0], ast.UnaryOp)


def _first(call: ast.Call) -> str:
    return ast.unparse(call.args[0])
