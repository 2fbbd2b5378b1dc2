"""Numbers of a recalculated workbook beside Python's own."""

from collections.abc import Iterator

import numpy as np
from recalculated import Book

from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import Ledger
from gevinst.spreadsheet.nodes import Node
from gevinst.spreadsheet.writing import Content

CLOSE = 1e-9
OF_THE_COST = 1e-6
FAILED_CHECKS = ("Kontroll", 5, 3)


class Live:
    """Whether a number follows its inputs: none of what it is made of was worked out by Python."""

    def __init__(self) -> None:
        self.known: dict[Node, bool] = {}

    def __call__(self, node: Node) -> bool:
        """Look through all that the node is made of, without recursion: chains are long."""
        waiting = [node]
        while waiting:
            now = waiting[-1]
            unknown = [arg for arg in now.args if arg not in self.known]
            if unknown:
                waiting.extend(unknown)
                continue
            self.known[now] = now.op != "value" and all(self.known[arg] for arg in now.args)
            waiting.pop()
        return self.known[node]


def pairs(book: Book, content: Content, made: Ledger) -> Iterator[tuple[str, object, float]]:
    """Every live quantity that has a cell: what it is, its value there, and Python's."""
    live = Live()
    for name, record in content.ledger.values:
        cells = content.ledger.cells((name, record))
        python = made[name, record]
        for at, node in np.ndenumerate(cells.nodes):
            if node.place is not None and live(node):
                found = book.at(node.place.sheet, node.place.row, node.place.column)
                yield f"{name}[{record}]{at[:3]}", found, float(python[at])


def apart_from(
    made: Ledger, book: Book, content: Content
) -> tuple[int, list[tuple[str, object, float]]]:
    """The same for a run that is given."""
    compared, apart = 0, []
    scales = {
        f"{name}[{record}]": float(np.max(np.abs(array)))
        for (name, record), array in made.values.items()
    }
    for what, found, python in pairs(book, content, made):
        compared += 1
        key = what.rpartition("(")[0]
        scale = max(abs(python), CLOSE * scales[key])
        if CATALOGUE[key.partition("[")[0]].unit == "NOK":
            scale = max(scale, OF_THE_COST * scales["total_cost_year[]"])
        if not isinstance(found, (int, float)) or abs(found - python) > CLOSE * scale:
            apart.append((what, found, python))
    return compared, apart
