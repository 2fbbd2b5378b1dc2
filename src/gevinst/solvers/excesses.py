"""The smallest excesses, the largest first: what nucleolus and least core have in common.

The excess of a group is what it pays above its own cost. Making the largest excess as small as
possible is a linear program in the shares and one number more; its dual weights name the groups
whose excess can never be lower. Those are fixed, and the next largest excess is made small, until
only one allocation is left [1]_, [2]_. At most n - 1 programs are needed.

A program has few unknowns (the shares and the excess) and one row per group. So a *dual simplex*
fits: the basis has n + 1 rows, every step looks through all groups for the one furthest above the
excess and takes it in. The next program starts from the rows that are left. In floats a step takes
some tens of microseconds, far below one call of a general solver; on an object array of Fractions
the same steps are exact.

References
----------
.. [1] M. Maschler, B. Peleg and L. S. Shapley, "Geometric properties of the kernel, nucleolus, and
   related solution concepts", Mathematics of Operations Research 4 (1979) 303-338.
.. [2] E. Kohlberg, "On the nucleolus of a characteristic function game", SIAM Journal on Applied
   Mathematics 20 (1971) 62-66.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gevinst.core.games import Numbers, partners_of, subset_sums

TOLERANCE = 1e-12
"""How far above its limit a group may be, in floats, when the largest cost is about 1."""

DUAL_TOLERANCE = 1e-10
"""Dual weights below this are 0; they are ratios of small determinants of zeros and ones."""

CHECK = 1e-9
"""How far the answer may be from what the first program promised before it is refused."""

STALLED = 3
"""Steps without progress, per partner, before rows are taken by number (Bland's rule)."""

MOST_STEPS = 200
"""Steps per partner in one program before the search is given up; it takes about 3 in practice."""


class NoProgressError(ArithmeticError):
    """Rounding keeps the search from ending; exact numbers would do."""


def smallest_excesses(costs: Numbers, sizes: Numbers, *, individual: bool) -> tuple[Numbers, Any]:
    """Find the allocation whose excesses, sorted from the largest, are smallest in that order.

    Parameters
    ----------
    costs
        Cost of every group, shape ``(2**n,)``, n at least 2. Stand-alone costs are 0, and the
        largest cost is about 1 in floats.
    sizes
        What an excess is divided by, shape ``(2**n,)``: 1, or the number of members.
    individual
        Whether nobody may pay more than 0, its stand-alone cost. Then the cost of all must be
        at most 0.

    Returns
    -------
    tuple of ndarray and float or Fraction
        Shares, shape ``(n,)``, and the largest excess.

    Raises
    ------
    NoProgressError
        In floats only: the search does not end, or its answer fails the check.
    """
    search = _Search(costs, sizes, individual=individual)
    search.minimise()
    largest = search.point[-1]
    while search.fix():
        search.minimise()
    shares = search.point[:-1]
    excesses = (subset_sums(shares) - costs)[1:-1] / sizes[1:-1]
    if search.tolerance and excesses.max() > largest + CHECK:
        raise NoProgressError
    return shares, largest


class _Search:
    """A basis of n + 1 rows: members times shares, less size times excess, is at most a limit.

    Row number g is the group with that bitmask; row number 2**n + i says that partner i pays at
    most its stand-alone cost, 0. A fixed row holds with equality for good and has size 0.
    """

    def __init__(self, costs: Numbers, sizes: Numbers, *, individual: bool) -> None:
        self.partners = partners_of(costs)
        self.costs = costs
        self.sizes = sizes
        self.tolerance = 0 if costs.dtype == object else TOLERANCE
        self.dual_tolerance = 0 if costs.dtype == object else DUAL_TOLERANCE
        self.everyone = len(costs) - 1
        self.individual = individual
        self.settled = np.zeros(len(costs) + self.partners, dtype=bool)
        self.settled[[0, self.everyone]] = True
        self.settled[len(costs) :] = not individual
        self.numbers = [self.everyone, *(1 << i for i in range(self.partners))]
        self.fixed = np.arange(self.partners + 1) == 0
        self.rows = np.array([self.row(number) for number in self.numbers])
        self.rows[0, -1] = 0
        self.limits = self.costs[self.numbers]
        self.place()

    def group(self, number: int) -> int:
        """Bitmask of the group that a row is about."""
        return number if number <= self.everyone else 1 << (number - self.everyone - 1)

    def row(self, number: int) -> Numbers:
        """Coefficients of the shares and of the excess."""
        group = self.group(number)
        row = np.empty(self.partners + 1, dtype=self.costs.dtype)
        row[:-1] = (group >> np.arange(self.partners)) & 1
        row[-1] = -self.sizes[group] if number == group else 0
        return row

    def limit(self, number: int) -> Any:  # noqa: ANN401  a float or a Fraction
        """Right-hand side of a row."""
        return self.costs[number] if number <= self.everyone else self.costs[0]

    def place(self) -> None:
        """Find the point where every row of the basis is tight."""
        self.inverse = _inverse(self.rows)
        self.point = self.inverse @ self.limits

    def minimise(self) -> None:
        """Take in the row that is furthest above its limit, until none is."""
        stalled = 0
        for _ in range(MOST_STEPS * self.partners):
            by_number = stalled > STALLED * self.partners
            above = self.above()
            entering = int(np.argmax(above > self.tolerance if by_number else above))
            if above[entering] <= self.tolerance:
                return self.place()
            row = self.row(entering)
            change = row @ self.inverse
            leaving, progress = self.leaving(change, by_number=by_number)
            stalled = 0 if progress > self.tolerance else stalled + 1
            self.exchange(leaving, change, above[entering])
            self.rows[leaving] = row
            self.limits[leaving] = self.limit(entering)
            self.numbers[leaving] = entering
        raise NoProgressError

    def above(self) -> Numbers:
        """How far every row is above its limit; rows that are settled do not count."""
        shares, excess = self.point[:-1], self.point[-1]
        above = np.empty(len(self.settled), dtype=self.costs.dtype)
        groups = above[: len(self.costs)]
        groups[:] = subset_sums(shares)
        groups -= self.costs
        groups -= self.sizes * excess
        above[len(self.costs) :] = shares
        above[self.settled] = -1
        return above

    def leaving(self, change: Numbers, *, by_number: bool) -> tuple[int, Any]:
        """Row of the basis that gives way so that no dual weight becomes negative."""
        places = np.flatnonzero(~self.fixed & (change > self.dual_tolerance))
        if not len(places):
            raise NoProgressError
        ratios = -self.inverse[-1, places] / change[places]
        least = ratios.min()
        tied = places[ratios <= least + self.tolerance]
        if by_number:
            return min(tied.tolist(), key=self.numbers.__getitem__), least
        return int(tied[np.argmax(change[tied])]), least

    def exchange(self, leaving: int, change: Numbers, above: Any) -> None:  # noqa: ANN401
        """Move to the point where the entering row is tight instead of the leaving one."""
        column = self.inverse[:, leaving] / change[leaving]
        self.point = self.point - column * above
        others = change.copy()
        others[leaving] = 0
        self.inverse -= np.multiply.outer(column, others)
        self.inverse[:, leaving] = column

    def fix(self) -> bool:
        """Hold the rows with a dual weight for good; tell whether any freedom is left.

        Their dual weights add up to a combination of what was fixed before: one of them follows
        from the others. It makes room for the complement of a row that is still open, which keeps
        every dual weight at 0 or more.
        """
        dual = -self.inverse[-1]
        binding = ~self.fixed & (dual > self.dual_tolerance)
        rest = np.flatnonzero(~self.fixed & ~binding)
        if not len(rest):
            return False
        follows = int(np.argmax(np.where(binding, -dual * self.rows[:, -1], 0)))
        self.limits[binding] -= self.rows[binding, -1] * self.point[-1]
        self.rows[binding, -1] = 0
        self.fixed |= binding
        self.fixed[follows] = False
        opposite = self.worst_off(
            [self.everyone ^ self.group(self.numbers[place]) for place in rest]
        )
        self.numbers[follows] = opposite
        self.rows[follows] = self.row(opposite)
        self.limits[follows] = self.limit(opposite)
        self.place()
        self.settle()
        return True

    def worst_off(self, groups: list[int]) -> int:
        """Of some groups the one with the largest excess."""
        shares = self.point[:-1]
        excesses = [
            (self.row(group)[:-1] @ shares - self.costs[group]) / self.sizes[group]
            for group in groups
        ]
        return groups[int(np.argmax(excesses))]

    def settle(self) -> None:
        """Leave out every group whose share follows from what is fixed."""
        settled = np.ones(len(self.costs), dtype=bool)
        for moves in self.inverse[:-1, ~self.fixed].T:
            settled &= abs(subset_sums(moves)) <= self.dual_tolerance
        self.settled[: len(self.costs)] = settled
        if self.individual:
            self.settled[len(self.costs) :] = settled[1 << np.arange(self.partners)]


def _inverse(matrix: Numbers) -> Numbers:
    """Invert; Fractions by Gauss and Jordan, since NumPy knows floats only."""
    if matrix.dtype != object:
        inverse: NDArray[np.float64] = np.linalg.inv(matrix)
        return inverse
    size = len(matrix)
    unit = np.array([[Fraction(i == j) for j in range(size)] for i in range(size)], dtype=object)
    work = np.concatenate([matrix * Fraction(1), unit], axis=1)
    for column in range(size):
        pivot = column + int(np.argmax(work[column:, column] != 0))
        work[[column, pivot]] = work[[pivot, column]]
        work[column] = work[column] / work[column, column]
        others = work[:, column].copy()
        others[column] = Fraction(0)
        work -= np.multiply.outer(others, work[column])
    return work[:, size:]
