"""Cells: they go through formulas as arrays do, and refuse what would freeze a number unseen."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from gevinst.spreadsheet import nodes
from gevinst.spreadsheet.cells import Cells
from gevinst.spreadsheet.formula_text import formula
from gevinst.spreadsheet.nodes import Node, Place

SHEET = "Ark"


def cells(*numbers: float, row: int = 0) -> Cells:
    """Cells along the periods, in one row of the sheet."""
    made = np.empty((1, 1, len(numbers), 1), dtype=object)
    for i in range(len(numbers)):
        node = Node("input")
        node.place = Place(SHEET, row, i, fixed=False)
        made[0, 0, i, 0] = node
    return Cells(np.array(numbers, dtype=np.float64).reshape(1, 1, -1, 1), made)


def text(made: object) -> str:
    """Formula of the first of some cells."""
    assert isinstance(made, Cells)
    return formula(made.nodes.ravel()[0], SHEET)


A, B, C = cells(2.0), cells(3.0, row=1), cells(4.0, row=2)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (lambda: A + B * C, "=A1+A2*A3"),
        (lambda: (A + B) * C, "=(A1+A2)*A3"),
        (lambda: A - (B - C), "=A1-(A2-A3)"),
        (lambda: A - B - C, "=A1-A2-A3"),
        (lambda: A / (B / C), "=A1/(A2/A3)"),
        (lambda: A / (B * C), "=A1/(A2*A3)"),
        (lambda: (-A) ** B, "=(-A1)^A2"),
        (lambda: -(A**B), "=-(A1^A2)"),
        (lambda: A**B**C, "=A1^(A2^A3)"),
        (lambda: (A**B) ** C, "=(A1^A2)^A3"),
        (lambda: np.where(A >= B, 1, 0), "=IF(A1>=A2,1,0)"),
        (lambda: np.maximum(A - B, 0), "=MAX(A1-A2,0)"),
        (lambda: np.exp(-A * B), "=EXP((-A1)*A2)"),
        (lambda: np.ceil(A / B), "=CEILING(A1/A2,1)"),
        (lambda: 1 - np.minimum(A, 1), "=1-MIN(A1,1)"),
        (lambda: B.safe_ratio(A, 0), "=IF(A2=0,0,A1/A2)"),
        (A.logistic, "=(1+TANH(A1/2))/2"),
    ],
)
def test_a_formula_is_written_as_a_spreadsheet_reads_it(
    made: Callable[[], Cells], expected: str
) -> None:
    """Parentheses come from the tree: a minus sign binds tighter there than a power does."""
    assert text(made()) == expected


@pytest.mark.parametrize(
    ("made", "same_as"),
    [
        (lambda: A + 0, A),
        (lambda: 1 * A, A),
        (lambda: A / 1, A),
        (lambda: A**1, A),
        (lambda: np.where(B > 0, A, A), A),
    ],
)
def test_neutral_operations_leave_no_trace(made: Callable[[], Cells], same_as: Cells) -> None:
    """What a project does not use does not fill its formulas."""
    assert made().nodes.ravel()[0] is same_as.nodes.ravel()[0]


def test_the_sum_of_neighbours_is_a_range() -> None:
    """Twelve months side by side are one range, and the values are those of the plain sum."""
    year = cells(*range(12)).per_year()

    assert text(year) == "=SUM(A1:L1)"
    assert year.values.item() == sum(range(12))


def test_a_sum_of_zeros_is_zero() -> None:
    """Groups that nothing is counted for are left out of a total."""
    nothing = A.zeros(cells(1.0, 2.0))

    assert nothing.shape == (1, 1, 2, 1)
    assert nothing.total_over(0, 1).nodes.ravel()[0] is nodes.ZERO


def test_a_formula_that_no_program_takes_is_refused() -> None:
    """A sum of thousands of numbers without a cell of their own."""
    long = A
    for _ in range(2000):
        long = long + B * C

    with pytest.raises((ValueError, RecursionError)):
        text(long)


FREEZING: dict[str, Callable[[], object]] = {
    "bool": lambda: bool(A > B),
    "if": lambda: 1 if A > B else 0,
    "max": lambda: max(A, B),
    "sum": lambda: sum(A),  # type: ignore[call-overload]
    "float": lambda: float(A),  # type: ignore[arg-type]
    "int": lambda: int(A),  # type: ignore[call-overload]
    "len": lambda: len(A),  # type: ignore[arg-type]
    "iter": lambda: list(A),  # type: ignore[call-overload]
    "index": lambda: A[0],
    "asarray": lambda: np.asarray(A),
    "math": lambda: math.exp(A),  # type: ignore[arg-type]
    "out": lambda: np.add(A, B, out=np.zeros((1, 1, 1, 1))),
    "in place": lambda: A.__iadd__(B),
    "reduce": lambda: np.add.reduce(A),
    "np.sum": lambda: np.sum(A),  # type: ignore[call-overload]
    "np.clip": lambda: np.clip(A, 0, 1),  # type: ignore[call-overload]
    "np.round": lambda: np.round(A, 2),  # type: ignore[call-overload]
    "np.concatenate": lambda: np.concatenate([A, B]),  # type: ignore[call-overload]
    "sin": lambda: np.sin(A),
    "floor": lambda: A // B,
    "literal": lambda: A / 12,
    "array": lambda: A * np.ones((1, 1, 1, 1)),
    "truth": lambda: A * True,
    "where of one": lambda: np.where(A > B),
    "draw": lambda: A.total_over(3),
}


@pytest.mark.parametrize("what", FREEZING)
def test_what_would_freeze_a_number_is_refused(what: str) -> None:
    """A formula that treats cells as numbers fails loudly instead of writing a dead value."""
    with pytest.raises((TypeError, AttributeError)):
        FREEZING[what]()
