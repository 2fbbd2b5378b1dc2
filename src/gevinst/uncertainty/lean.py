"""A ledger that lets go of what nothing will read again, so that many draws fit in memory.

Which quantity is read last where follows from one run of one draw that writes every reading down:
a run in a batch applies the same formulas in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from gevinst.axes import Array
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import BEFORE, Key, Ledger

LET_GO = np.empty((0, 0, 0, 0))
"""Stands where a quantity was: the name is still known, its numbers are gone."""


class WatchedLedger(Ledger):
    """A ledger that writes down after how many quantities each one was read last."""

    def __init__(self, inputs: Inputs) -> None:
        super().__init__(inputs)
        self.read: dict[Key, int] = {}

    def __getitem__(self, key: Key | str) -> Array:
        key = (key, "") if isinstance(key, str) else key
        self.read[key] = len(self.values)
        return super().__getitem__(key)

    def argument(self, name: str, record: str) -> Array:
        """The array of a parameter, with a note of the reading."""
        if name not in BEFORE:
            self.read[self.find(name, record)] = len(self.values)
        return super().argument(name, record)

    def last_read(self, kept: Iterable[Key]) -> Mapping[int, tuple[Key, ...]]:
        """Number of quantities made -> the quantities that nobody reads from then on."""
        wanted = set(kept)
        made: dict[int, list[Key]] = {}
        for position, key in enumerate(self.values):
            if key not in wanted:
                made.setdefault(self.read.get(key, position) + 1, []).append(key)
        return {count: tuple(keys) for count, keys in made.items()}


class LeanLedger(Ledger):
    """A ledger that holds a quantity until it has been read for the last time.

    Parameters
    ----------
    inputs : Inputs
    last_read : mapping
        From a `WatchedLedger` of the same project.
    """

    def __init__(self, inputs: Inputs, last_read: Mapping[int, tuple[Key, ...]]) -> None:
        super().__init__(inputs)
        self.values = _Counted(last_read)


class _Counted(dict[Key, Array]):
    """Values that let go of others as their number grows."""

    def __init__(self, last_read: Mapping[int, tuple[Key, ...]]) -> None:
        super().__init__()
        self.last_read = last_read

    def __setitem__(self, key: Key, value: Array) -> None:
        super().__setitem__(key, value)
        for gone in self.last_read.get(len(self), ()):
            super().__setitem__(gone, LET_GO)
