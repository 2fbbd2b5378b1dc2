"""Formulas as text: what stands behind ``=`` in a cell.

Parentheses come from the tree, never from habits: in a spreadsheet ``-2^2`` is 4 and ``2^3^2`` is
64. Sums of neighbouring cells become one range.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from gevinst.spreadsheet.nodes import COLUMN, SAME, Node, Place

LONGEST = 8_000
"""Characters; spreadsheet programs take 8,192."""

COMPARED, ADDED, MULTIPLIED, RAISED, ATOM = 1, 2, 3, 4, 5
BINDING = {
    ">": COMPARED, ">=": COMPARED, "<": COMPARED, "<=": COMPARED, "=": COMPARED, "<>": COMPARED,
    "+": ADDED, "-": ADDED, "*": MULTIPLIED, "/": MULTIPLIED, "^": RAISED,
}  # fmt: skip
FUNCTIONS_OF_MANY = frozenset({"SUM", "AVERAGE"})
EXTREMES = frozenset({"MAX", "MIN"})
"""Functions of which one inside another of its kind is one of them all."""
SIGN = "negative"
FURTHER = {"CEILING": ("1",)}
"""Arguments that a function takes beside what it is applied to: up to a multiple of one."""


@lru_cache(maxsize=4096)
def column_name(column: int) -> str:
    """Letters of a zero-based column: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@lru_cache(maxsize=256)
def quoted(sheet: str) -> str:
    """Name of a sheet as formulas write it."""
    return sheet if sheet.isalnum() else "'" + sheet.replace("'", "''") + "'"


def address(place: Place, seen_from: str) -> str:
    """Reference to a cell from a sheet."""
    cell = f"{'$' if place.fixed else ''}{column_name(place.column)}{place.row + 1}"
    return cell if place.sheet == seen_from else f"{quoted(place.sheet)}!{cell}"


def reference(node: Node, seen_from: str) -> str:
    """Name of the node's cell, or its address; the node has one of them."""
    if node.name or node.place is None:
        return node.name
    return address(node.place, seen_from)


def formula(node: Node, sheet: str) -> str:
    """The formula of a node in the sheet where it stands, with its equals sign.

    Raises
    ------
    ValueError
        It is longer than spreadsheet programs take: something in it needs a cell of its own.
    """
    text = "=" + _own(node, sheet)[0]
    if len(text) > LONGEST:
        raise ValueError(f"a formula of {len(text)} characters in {sheet}")
    return text


def _text(node: Node, sheet: str) -> tuple[str, int]:
    """Text of a node inside a formula, and how tightly it binds."""
    if node.place is not None or node.name:
        return reference(node, sheet), ATOM
    return _own(node, sheet)


def _own(node: Node, sheet: str) -> tuple[str, int]:
    """Text of a node's own operation."""
    op = node.op
    if op == "number":
        return f"{node.number:g}", ATOM
    if op == SAME:
        return _text(node.args[0], sheet)
    if op in {"input", "value"}:
        raise ValueError(f"a number ({op}) has no cell of its own")
    binding = BINDING.get(op)
    if binding is not None:
        left, right = node.args
        return _binary(op, binding, left, right, sheet), binding
    if op == SIGN:
        return f"-{_inside(node.args[0], sheet, ATOM)}", ADDED
    return _call(node, sheet), ATOM


def _call(node: Node, sheet: str) -> str:
    """A function, a pattern filled in, or a column."""
    if node.op == COLUMN:
        return _column(node, sheet)
    if "{" in node.op:
        return node.op.format(*(_inside(arg, sheet, ATOM) for arg in node.args))
    if node.op in FUNCTIONS_OF_MANY:
        return f"{node.op}({','.join(_ranges(list(node.args), sheet))})"
    arguments = [_text(arg, sheet)[0] for arg in _arguments(node)]
    return f"{node.op}({','.join([*arguments, *FURTHER.get(node.op, ())])})"


def _arguments(node: Node) -> Iterator[Node]:
    """What a function is applied to: of the largest of a largest, all of them."""
    for arg in node.args:
        written_out = arg.place is None and not arg.name
        if node.op in EXTREMES and arg.op == node.op and written_out:
            yield from _arguments(arg)
        else:
            yield arg


def _column(node: Node, sheet: str) -> str:
    """The one range in which the nodes stand below each other."""
    ranges = _ranges(list(node.args), sheet)
    if len(ranges) > 1 or node.args[0].place is None:
        raise ValueError(f"a column in {sheet} that does not stand in one block")
    return ranges[0]


def _binary(op: str, binding: int, left: Node, right: Node, sheet: str) -> str:
    """Both sides; the right one of - and / and both of ^ need parentheses even at equal binding."""
    first = _inside(left, sheet, RAISED + 1 if op == "^" else binding)
    second = _inside(right, sheet, binding if op == "+" else binding + 1)
    return f"{first}{op}{second}"


def _inside(node: Node, sheet: str, at_least: int) -> str:
    text, binding = _text(node, sheet)
    return text if binding >= at_least else f"({text})"


def _ranges(parts: list[Node], sheet: str) -> list[str]:
    """References to the parts of a sum, neighbours joined to ranges."""
    texts: list[str] = []
    run: list[Node] = []
    for part in parts:
        if run and _follows(run, part):
            run.append(part)
            continue
        texts.extend(_one_range(run, sheet))
        run = [part]
    texts.extend(_one_range(run, sheet))
    return texts


def _follows(run: list[Node], part: Node) -> bool:
    """Whether a part stands right after the run, in the same direction."""
    last, here = run[-1].place, part.place
    if last is None or here is None or last.sheet != here.sheet:
        return False
    step = (here.row - last.row, here.column - last.column)
    if step not in {(1, 0), (0, 1)}:
        return False
    if len(run) == 1:
        return True
    before = run[-2].place
    return before is not None and step == (last.row - before.row, last.column - before.column)


def _one_range(run: list[Node], sheet: str) -> list[str]:
    if not run:
        return []
    first, last = run[0].place, run[-1].place
    if len(run) == 1 or first is None or last is None:
        return [_text(run[0], sheet)[0]]
    return [f"{address(first, sheet)}:{address(last, last.sheet)}"]
