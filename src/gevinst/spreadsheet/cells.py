"""Cells: arrays that go through the core's own formulas and remember how each number was made.

A `Cells` holds the values of an array and, for each of them, a node. It implements the protocols
by which NumPy lets other arrays take part (`__array_ufunc__`, `__array_function__`), and brings the
methods to which `gevinst.axes` leaves the work. What a spreadsheet formula cannot carry raises, so
that nothing is frozen to a number unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NoReturn, cast

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from gevinst.axes import GROUP, MONTHS_IN_YEAR, MUNICIPALITY, PERIOD, Array
from gevinst.axes import per_year as years_of
from gevinst.axes import safe_ratio as plain_ratio
from gevinst.axes import total_across as plain_across
from gevinst.axes import total_over as plain_total
from gevinst.core.rounding import REMAINDER_DECIMALS
from gevinst.spreadsheet import nodes
from gevinst.spreadsheet.nodes import Node
from gevinst.spreadsheet.steps import Step, write_down

Nodes = np.ndarray[Any, np.dtype[np.object_]]


def _of(op: str, count: int) -> Callable[..., Node]:
    if count == 1:
        return lambda a: Node(op, (a,))
    return lambda a, b: Node(op, (a, b))


def _logistic(x: Node) -> Node:
    """S-curve by the hyperbolic tangent, which no spreadsheet lets overflow."""
    half = nodes.divide(x, nodes.TWO)
    return nodes.divide(nodes.add(nodes.ONE, Node("TANH", (half,))), nodes.TWO)


def _each(make: Callable[..., Node], count: int) -> np.ufunc:
    made: np.ufunc = np.frompyfunc(make, count, 1)
    return made


UFUNCS: dict[np.ufunc, np.ufunc] = {
    np.add: _each(nodes.add, 2),
    np.subtract: _each(nodes.subtract, 2),
    np.multiply: _each(nodes.multiply, 2),
    np.true_divide: _each(nodes.divide, 2),
    np.power: _each(nodes.power, 2),
    np.negative: _each(nodes.negative, 1),
    np.maximum: _each(_of("MAX", 2), 2),
    np.minimum: _each(_of("MIN", 2), 2),
    np.exp: _each(_of("EXP", 1), 1),
    np.log: _each(_of("LN", 1), 1),
    np.sqrt: _each(_of("SQRT", 1), 1),
    np.absolute: _each(_of("ABS", 1), 1),
    np.ceil: _each(_of("CEILING", 1), 1),
    np.floor: _each(_of("INT", 1), 1),
    np.greater: _each(_of(">", 2), 2),
    np.greater_equal: _each(_of(">=", 2), 2),
    np.less: _each(_of("<", 2), 2),
    np.less_equal: _each(_of("<=", 2), 2),
    np.equal: _each(_of("=", 2), 2),
    np.not_equal: _each(_of("<>", 2), 2),
}
"""What formulas may do with numbers, and the node that it makes."""

_SAME = _each(nodes.same, 1)
_NEAREST = _each(nodes.nearest, 1)
_CHOOSE = _each(nodes.choose, 3)
_RATIO = _each(nodes.ratio, 3)
_LOGISTIC = _each(_logistic, 1)


class Cells(NDArrayOperatorsMixin):
    """Values with a node each, shape ``(group, municipality, period, 1)``.

    Parameters
    ----------
    values
        Numbers (or, of a comparison, truths).
    nodes
        Objects of the same shape.
    """

    __slots__ = ("nodes", "values")

    def __init__(self, values: Array, nodes: Nodes) -> None:
        self.values = values
        self.nodes = nodes

    @property
    def shape(self) -> tuple[int, ...]:
        """Lengths of the axes."""
        return self.values.shape

    # ------------------------------------------------------------ NumPy's protocols
    def __array_ufunc__(
        self, ufunc: np.ufunc, method: str, *inputs: object, **options: object
    ) -> Cells:
        """Elementwise arithmetic, comparisons and the few functions that formulas use."""
        if method != "__call__" or options or ufunc not in UFUNCS:
            raise TypeError(f"a cell cannot carry {ufunc.__name__}.{method} with {options}")
        both = [as_cells(x) for x in inputs]
        return Cells(ufunc(*(x.values for x in both)), UFUNCS[ufunc](*(x.nodes for x in both)))

    def __array_function__(
        self, function: Callable[..., Any], _: object, args: tuple[object, ...], options: object
    ) -> Cells:
        """Choice by a condition and rounding, `np.where` and `np.round`; nothing else."""
        if function is np.round and not options:
            return _rounded(*args)
        if function is not np.where or options or len(args) != len(("if", "then", "else")):
            raise TypeError(f"a cell cannot carry numpy.{function.__name__}")
        three = [as_cells(x) for x in args]
        return Cells(np.where(*(x.values for x in three)), _CHOOSE(*(x.nodes for x in three)))

    # ------------------------------------------------------------ what gevinst.axes asks for
    def total_over(self, *axes: int) -> Cells:
        """Sum over axes, each kept with length 1: one node for all of it."""
        if not set(axes) <= {GROUP, MUNICIPALITY, PERIOD}:
            raise TypeError("a cell is summed over groups, municipalities and periods only")
        shape = tuple(1 if axis in axes else n for axis, n in enumerate(self.shape))
        made = np.empty(shape, dtype=object)
        for at in np.ndindex(*shape):
            part = tuple(slice(None) if axis in axes else i for axis, i in enumerate(at))
            made[at] = nodes.sum_of(self.nodes[part].ravel().tolist())
        return Cells(plain_total(self.values, *axes), made)

    def total_across(
        self, rule: Callable[..., Cells], own: Sequence[Cells], others: Sequence[Cells]
    ) -> Cells:
        """Sums over all municipalities of a rule that compares each with all: one node each.

        The columns of `others` have to stand in blocks: they are steps (`working`).
        """
        values = plain_across(cast(Any, rule), [x.values for x in own], [x.values for x in others])
        made = np.empty(values.shape, dtype=object)
        _, places, periods, _ = values.shape
        for t in range(periods):
            columns = [_one(nodes.column_of(x.at_period(t).nodes[0, :, 0, 0])) for x in others]
            for m in range(places):
                mine = [_one(x.at_period(t).nodes[0, m, 0, 0]) for x in own]
                made[0, m, t, 0] = Node("SUMPRODUCT", (rule(*mine, *columns).nodes[0, 0, 0, 0],))
        return Cells(values, made)

    def working(self, name: str) -> Cells:
        """The same in cells of their own, which a block shows."""
        step = Cells(self.values, _SAME(self.nodes))
        write_down(Step(name, step))
        return step

    def per_year(self) -> Cells:
        """Sum of the twelve months of each year."""
        return Cells(years_of(self.values), self._by_year(nodes.sum_of))

    def mean_of_year(self) -> Cells:
        """Mean of the twelve months of each year."""
        return Cells(years_of(self.values) / MONTHS_IN_YEAR, self._by_year(nodes.mean_of))

    def _by_year(self, make: Callable[[list[Node]], Node]) -> Nodes:
        groups, places, months, draws = self.shape
        made = np.empty((groups, places, months // MONTHS_IN_YEAR, draws), dtype=object)
        for g, m, year, d in np.ndindex(*made.shape):
            first = year * MONTHS_IN_YEAR
            made[g, m, year, d] = make(list(self.nodes[g, m, first : first + MONTHS_IN_YEAR, d]))
        return made

    def year_end(self) -> Cells:
        """Value in December of each year."""
        december = slice(MONTHS_IN_YEAR - 1, None, MONTHS_IN_YEAR)
        return Cells(self.values[:, :, december], self.nodes[:, :, december])

    def by_month(self) -> Cells:
        """Value of the year, repeated in each of its months."""
        return Cells(
            self.values.repeat(MONTHS_IN_YEAR, PERIOD), self.nodes.repeat(MONTHS_IN_YEAR, PERIOD)
        )

    def at_period(self, t: int) -> Cells:
        """Value in one period; length 1 is the same for all."""
        if self.shape[PERIOD] == 1:
            return self
        return Cells(self.values[:, :, t : t + 1], self.nodes[:, :, t : t + 1])

    def join_periods(self, parts: Sequence[Cells]) -> Cells:
        """Join single periods along the period axis."""
        return Cells(
            np.concatenate([part.values for part in parts], axis=PERIOD),
            np.concatenate([part.nodes for part in parts], axis=PERIOD),
        )

    def safe_ratio(self, above: object, when_zero: float) -> Cells:
        """Ratio with this divisor, and `when_zero` where it is zero."""
        a, zero = as_cells(above), as_cells(when_zero)
        return Cells(
            plain_ratio(a.values, self.values, when_zero), _RATIO(a.nodes, self.nodes, zero.nodes)
        )

    def logistic(self) -> Cells:
        """S-curve from 0 to 1."""
        return Cells((1 + np.tanh(self.values / 2)) / 2, _LOGISTIC(self.nodes))

    def zeros(self, shape_like: Cells) -> Cells:
        """Zeros with the shape of both."""
        return all_zero(np.broadcast_shapes(self.shape, shape_like.shape))

    # ------------------------------------------------------------ what would freeze a number
    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a cell is not a number: a formula must treat all its values alike")

    __bool__ = __float__ = __int__ = __index__ = __iter__ = __len__ = _refuse
    __array__ = __getitem__ = __setitem__ = _refuse


def as_cells(x: object) -> Cells:
    """The cells themselves, or a literal as one."""
    if isinstance(x, Cells):
        return x
    if isinstance(x, (int, float)) and not isinstance(x, bool):
        node = np.full((1, 1, 1, 1), nodes.literal(x), dtype=object)
        return Cells(np.full((1, 1, 1, 1), float(x)), node)
    raise TypeError(f"a formula on cells meets {type(x).__name__}")


def _rounded(x: object, decimals: object = 0) -> Cells:
    """To the nearest whole number, halves to the even one; or to decimals."""
    cells = as_cells(x)
    if decimals == 0:
        return Cells(np.round(cells.values), _NEAREST(cells.nodes))
    if decimals != REMAINDER_DECIMALS:
        raise TypeError("a cell is rounded to whole numbers, or as remainders are")
    to_decimals = _each(nodes.to_remainder_decimals, 1)
    return Cells(np.round(cells.values, REMAINDER_DECIMALS), to_decimals(cells.nodes))


def _one(node: Node) -> Cells:
    """A single cell that only its node matters of."""
    made = np.empty((1, 1, 1, 1), dtype=object)
    made[0, 0, 0, 0] = node
    return Cells(np.zeros((1, 1, 1, 1)), made)


def all_zero(shape: tuple[int, ...]) -> Cells:
    """Zeros that leave no trace in formulas."""
    return Cells(np.zeros(shape), np.full(shape, nodes.ZERO, dtype=object))


def of_values(values: Array) -> Cells:
    """Numbers that Python has worked out and that no formula stands behind."""
    made = np.empty(values.shape, dtype=object)
    for at in np.ndindex(*values.shape):
        made[at] = Node("value")
    return Cells(values, made)
