"""Nodes: one for every number of the workbook, saying how it comes from other numbers.

A node that has been given a place in a sheet is written as a reference to it; one without a place
is written out inside the formulas that use it. Neutral operations (plus 0, times 1) leave no
trace, so that what a project does not use does not fill its formulas.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gevinst.core.rounding import REMAINDER_DECIMALS

SAME, COLUMN = "same", "column"
"""Operations: what another node is, and a column of nodes that stand below each other."""

LITERALS = (0.0, 1.0)
"""The only numbers that a formula may hold; every other number has a cell of its own."""


class Place(NamedTuple):
    """Where a node stands: sheet, zero-based row and column, and whether it is the row's only one.

    `fixed` numbers do not vary along the row: a formula that is copied along a row goes on
    referring to the same column.
    """

    sheet: str
    row: int
    column: int
    fixed: bool


class Node:
    """How one number is made: an operation on other nodes, or where it comes from.

    Attributes
    ----------
    op : str
        ``number`` (0 or 1), ``input``, ``value`` (a number that Python worked out and a formula
        cannot), an operator, the name of a spreadsheet function, or a pattern with ``{0}``, ``{1}``
        for its arguments.
    args : tuple of Node
        What the operation takes.
    number : float
        The number itself, for ``number``.
    place : Place or None
        The cell that shows it.
    name : str
        Name of the cell, which formulas use instead of its address; empty for most.
    """

    __slots__ = ("args", "name", "number", "op", "place")

    def __init__(self, op: str, args: tuple[Node, ...] = (), number: float = 0.0) -> None:
        self.op = op
        self.args = args
        self.number = number
        self.place: Place | None = None
        self.name = ""


ZERO = Node("number", number=0.0)
ONE = Node("number", number=1.0)
TWO = Node("number", number=2.0)
"""Of the S-curve's own formula."""


def literal(number: float) -> Node:
    """Node of a number that stands in a formula."""
    if number not in LITERALS:
        raise TypeError(f"the number {number!r} needs a cell of its own, with a name and a source")
    return ONE if number else ZERO


def add(a: Node, b: Node) -> Node:
    """Sum of two."""
    if a is ZERO:
        return b
    return a if b is ZERO else Node("+", (a, b))


def subtract(a: Node, b: Node) -> Node:
    """Difference of two."""
    if b is ZERO:
        return a
    return negative(b) if a is ZERO else Node("-", (a, b))


def negative(a: Node) -> Node:
    """The same with the other sign."""
    return ZERO if a is ZERO else Node("negative", (a,))


def multiply(a: Node, b: Node) -> Node:
    """Product of two."""
    if a is ZERO or b is ZERO:
        return ZERO
    if a is ONE:
        return b
    return a if b is ONE else Node("*", (a, b))


def divide(a: Node, b: Node) -> Node:
    """Ratio of two."""
    if a is ZERO and b is not ZERO:
        return ZERO
    return a if b is ONE else Node("/", (a, b))


def power(a: Node, b: Node) -> Node:
    """One to the power of the other."""
    return a if b is ONE else Node("^", (a, b))


def choose(condition: Node, a: Node, b: Node) -> Node:
    """One where the condition holds, else the other."""
    return a if a is b else Node("IF", (condition, a, b))


def same(a: Node) -> Node:
    """What another node is, with a cell of its own; an input that nothing names gets its cell."""
    return a if a.op == "input" and not a.name else Node(SAME, (a,))


def column_of(parts: Iterable[Node]) -> Node:
    """Nodes that stand below each other in one block."""
    return Node(COLUMN, tuple(parts))


def to_remainder_decimals(a: Node) -> Node:
    """Rounded to the decimals that remainders are ranked by."""
    return a if a is ZERO else Node(f"ROUND({{0}},{REMAINDER_DECIMALS})", (a,))


def nearest(a: Node) -> Node:
    """Nearest whole number, halves to the even one, as NumPy rounds."""
    return a if a is ZERO else Node("(INT({0}+1/2)-(MOD({0},2)=1/2))", (a,))


def sum_of(parts: list[Node]) -> Node:
    """Sum of many; zeros leave no trace, and one number many times is multiplied."""
    left = [part for part in parts if part is not ZERO]
    if not left:
        return ZERO
    if len(left) > 1 and all(part is left[0] for part in left):
        return Node("*", (Node("number", number=float(len(left))), left[0]))
    return left[0] if len(left) == 1 else Node("SUM", tuple(left))


def mean_of(parts: list[Node]) -> Node:
    """Mean of many."""
    if all(part is ZERO for part in parts):
        return ZERO
    return parts[0] if all(part is parts[0] for part in parts) else Node("AVERAGE", tuple(parts))


def ratio(a: Node, b: Node, when_zero: Node) -> Node:
    """Ratio of two, and another number where the divisor is zero."""
    if b is ZERO:
        return when_zero
    if a is ZERO and when_zero is ZERO:
        return ZERO
    return Node("IF", (Node("=", (b, ZERO)), when_zero, Node("/", (a, b))))
