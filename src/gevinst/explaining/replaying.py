"""Making numbers again: what is explained must be what is stored, bit for bit."""

from __future__ import annotations

from gevinst.axes import Array
from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import BEFORE, Key, replay
from gevinst.errors import ReplayError
from gevinst.explaining.cells import Cell, Picked, pick
from gevinst.explaining.names import Namer
from gevinst.results import Results


class Replayer:
    """Reads numbers of a run, and makes each one again before it gives it out."""

    def __init__(self, results: Results) -> None:
        self.ledger = results.ledger
        self.names = Namer(results)
        self.again: dict[Key, Array] = {}

    def read(self, key: Key, cell: Cell) -> Picked:
        """The number in `cell`, after checking that its formula still gives it.

        Arrays are replayed whole and the cell is picked from them: with the inputs cut to one
        municipality first, its share of a total would always be one.

        Raises
        ------
        ReplayError
            The formula, run again, gives another number.
        """
        stored = pick(self.ledger[key], cell, CATALOGUE[key[0]])
        if key in self.ledger.producers:
            if key not in self.again:
                self.again[key] = replay(self.ledger, key)
            replayed = pick(self.again[key], cell, CATALOGUE[key[0]])
            if replayed != stored:
                differ = [
                    p for p in zip(stored.months, replayed.months, strict=True) if len({*p}) > 1
                ]
                old, new = differ[0] if differ else (stored.value, replayed.value)
                raise ReplayError.differs(key[0], self.names.place(key, cell), old, new)
        return stored

    def before(self, name: str, record: str, cell: Cell) -> Picked:
        """The number of the month before `cell`."""
        lagged = BEFORE[name][0]
        self.read((lagged, record), cell)
        return pick(self.ledger.argument(name, record), cell, CATALOGUE[name])
