"""How long the model takes, against plain NumPy work on arrays of the same size."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

import gevinst
from ratio import Benchmark

MILA_SHAPE = (2, 10, 120, 1)
YARDSTICK_OPERATIONS = 1000


def numpy_yardstick() -> Callable[[], object]:
    """A thousand multiply-and-adds on an array of the size of one monthly quantity of mila."""
    factor = np.full(MILA_SHAPE, 0.999)
    amount = np.ones(MILA_SHAPE)

    def work() -> object:
        x = amount
        for _ in range(YARDSTICK_OPERATIONS):
            x = x * factor + amount
        return x

    return work


def mila() -> tuple[Callable[[], object], Callable[[], object]]:
    """A run of the example, ten years by month; loading is not timed."""
    project = gevinst.example("mila")
    return (lambda: gevinst.run(project)), numpy_yardstick()


def mila_loading() -> tuple[Callable[[], object], Callable[[], object]]:
    """Reading and checking the file of the same example."""
    return (lambda: gevinst.example("mila")), numpy_yardstick()


BENCHMARKS = (
    Benchmark(
        name="mila_run",
        what="`run` av mila, ti år, én trekning, mot 1 000 NumPy-operasjoner i samme størrelse",
        prepare=mila,
        goal=4,  # 20 ms on a machine whose yardstick takes 5 ms
    ),
    Benchmark(
        name="mila_load",
        what="`example('mila')` (lese og kontrollere fila) mot det samme målet",
        prepare=mila_loading,
    ),
)
