"""Which entries of a table to hide so that nobody can work out a small one from the others.

Entries are sums of base cells: the cells themselves, totals by group, by partner, and the whole. An
entry of one to `threshold - 1` persons is hidden, and so much more that every hidden entry could as
well have been another number. What more to hide is a linear program for each hidden entry: the
cheapest set of other entries that would have to be unknown for this one to be moved (the attacker's
problem turned round; complementary cell suppression). Counts of events get the same protection, for
a remainder of no events tells of every person in it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

_STILL = 1e-7  # a movement below this is rounding in the linear program
_AGGREGATE = 20.0  # hiding a total costs this many times what hiding a cell of that size does


def hidden_entries(members: Flags, persons: Array, amounts: Array, threshold: int) -> Flags:
    """Tell which entries of a table are to be hidden.

    Parameters
    ----------
    members : array of bool, shape (entries, cells)
        Which base cells each entry adds up.
    persons : array, shape (cells, columns)
        Persons in each base cell, one column for each number of persons that is shown.
    amounts : array, shape (cells, columns) or (cells, 0)
        Events or amounts of the same persons, at least 0; or none at all.
    threshold : int
        Smallest number of persons that may be shown; 0 persons may be shown too.

    Returns
    -------
    array of bool, shape (entries,)
        True for the entries to hide, in every column alike.

    Examples
    --------
    Two partners of 3 and 40 persons with their total: to hide the first alone would be no help.

    >>> cells_and_total = np.array([[1, 0], [0, 1], [1, 1]], dtype=bool)
    >>> people, events = np.array([[3.0], [40.0]]), np.array([[2.0], [31.0]])
    >>> hidden_entries(cells_and_total, people, events, threshold=5)
    array([ True,  True, False])
    """
    patterns, back = np.unique(members, axis=0, return_inverse=True)
    shown = patterns.astype(np.float64) @ persons
    small: Flags = np.asarray(((shown > 0) & (shown < threshold)).any(axis=1))
    if not small.any():
        return np.zeros(len(members), dtype=bool)
    hiding = _Hiding(patterns, persons, amounts, threshold, small)
    while tasks := list(hiding.tasks()):  # hiding more gives new entries to protect
        for entry, column in tasks:
            hiding.protect(entry, column)
    return hiding.hidden[back.ravel()]


class _Hiding:
    """What is hidden so far, and which movements of hidden entries have been shown possible."""

    def __init__(
        self, members: Flags, persons: Array, amounts: Array, threshold: int, small: Flags
    ) -> None:
        self.members = members.astype(np.float64)
        self.hidden = small.copy()
        self.small = small
        self.columns = [*persons.T, *amounts.T]
        # An attacker knows that a hidden cell has somebody in it, for 0 persons are shown.
        self.floors = [np.minimum(column, 1.0) for column in persons.T]
        self.floors += [np.zeros(len(column)) for column in amounts.T]
        self.person_columns = persons.shape[1]
        # The same persons before and after, or of two indicators, need be looked at once.
        _, first = np.unique(persons, axis=1, return_index=True)
        self.own_columns = [*first.tolist(), *range(self.person_columns, len(self.columns))]
        self.threshold = threshold
        self.done: set[tuple[int, int]] = set()
        self.cost = self._costs()

    def _costs(self) -> Array:
        size = self.members @ (1.0 + np.sum(self.columns[: self.person_columns], axis=0))
        several = self.members.sum(axis=1) > 1
        return np.asarray(size * np.where(several, _AGGREGATE, 1.0), dtype=np.float64)

    def tasks(self) -> Iterator[tuple[int, int]]:
        """Every hidden entry and column whose protection has not been shown."""
        for entry in np.flatnonzero(self.hidden):
            for column in self.own_columns:
                if (int(entry), column) not in self.done:
                    yield int(entry), column

    def protect(self, entry: int, column: int) -> None:
        """Hide what is needed for the entry to be uncertain."""
        if (entry, column) in self.done:
            return
        self.done.add((entry, column))
        value = float(self.members[entry] @ self.columns[column])
        if column < self.person_columns:
            if value == 0:
                return
            wanted = [self.threshold - value] if value < self.threshold else [1.0, -1.0]
        else:
            wanted = [1.0, -1.0]
            own = self.columns[column - self.person_columns]
            if not self.members[entry] @ own or not self.columns[column].any():
                return  # nobody there, or no events at all: the whole says so of everybody
        moves = [m for step in wanted if (m := self._movement(entry, column, step)) is not None]
        if not moves:
            return
        _, moved = min(moves, key=lambda move: move[0])
        self.hidden |= np.abs(moved) > _STILL
        self._note(column, moved)

    def _nobody(self, column: int) -> Flags:
        """Cells that have no persons in the column, which everybody can see."""
        return np.asarray(self.columns[column % self.person_columns] == 0)

    def _note(self, column: int, moved: Array) -> None:
        """Entries that the same movement takes along need none of their own."""
        total = self.members @ self.columns[column]
        for other in np.flatnonzero(self.hidden & (np.abs(moved) >= 1.0 - _STILL)):
            wanted = 1.0
            if column < self.person_columns and 0 < total[other] < self.threshold:
                wanted = self.threshold - total[other]
                if moved[other] < wanted - _STILL:
                    continue
            self.done.add((int(other), column))

    def _movement(self, entry: int, column: int, step: float) -> tuple[float, Array] | None:
        """Cheapest change of the base cells that moves an entry by a step, by entry; None if none.

        Variables are the rises and falls of each base cell, then those of each entry. A change of
        an entry that is shown costs what hiding it would; of a hidden one, nothing.
        """
        from scipy.optimize import linprog
        from scipy.sparse import csr_matrix, hstack, identity

        entries, cells = self.members.shape
        table = csr_matrix(self.members)
        unit = identity(entries, format="csr")
        equal = hstack([table, -table, -unit, unit], format="csr")
        price = np.where(self.hidden, 0.0, self.cost)
        aside = 1e-6 * np.ones(cells)  # no rise and fall of one cell at once
        room = np.maximum(self.columns[column] - self.floors[column], 0.0)
        at_least = np.zeros(2 * (cells + entries))
        at_most = np.full(2 * (cells + entries), np.inf)
        at_most[:cells][self._nobody(column)] = 0.0
        at_most[cells : 2 * cells] = room
        rise, fall = 2 * cells + entry, 2 * cells + entries + entry
        at_least[rise] = at_most[rise] = max(step, 0.0)
        at_least[fall] = at_most[fall] = max(-step, 0.0)
        found = linprog(
            np.concatenate([aside, aside, price, price]),
            A_eq=equal,
            b_eq=np.zeros(entries),
            bounds=list(zip(at_least.tolist(), at_most.tolist(), strict=True)),
            method="highs",
        )
        if found.x is None or found.fun is None:
            return None
        rises, falls = found.x[:cells], found.x[cells : 2 * cells]
        return float(found.fun), self.members @ (rises - falls)
