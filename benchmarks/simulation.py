"""How fast a simulation is: against a recalculated workbook, against itself, and alone."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import gevinst
from ratio import Benchmark
from rivals.libreoffice import workbook_in_libreoffice
from rivals.plain_simulation import QUANTITIES

EXAMPLE = "mila"
FASTER = 1000
ALONE = 20
SHARE_OF_RUN = 10
FEW, MANY = 10_000, 40_000


def draws(count: int) -> Callable[[], object]:
    """A simulation of the example with so many draws, the summary outputs kept."""
    project = gevinst.example(EXAMPLE)
    return lambda: gevinst.simulate(project, count, quantities=QUANTITIES)


def against_libreoffice() -> tuple[Callable[[], object], Callable[[], object]]:
    """A thousand draws, and one full recalculation with every key output read back."""
    office, names, changes = workbook_in_libreoffice(EXAMPLE)
    turns = itertools.cycle(changes)

    def recalculate() -> object:
        _, cell, number = next(turns)
        office("set", cell, number)
        office("recalculate")
        return office("read", names)

    return draws(FASTER), recalculate


def in_a_batch() -> tuple[Callable[[], object], Callable[[], object]]:
    """Ten times as many draws as runs alone."""
    project = gevinst.example(EXAMPLE)
    return draws(ALONE * SHARE_OF_RUN), lambda: [gevinst.run(project) for _ in range(ALONE)]


BENCHMARKS = (
    Benchmark(
        name="mila_draws_libreoffice",
        what="`simulate` av mila, 1 000 trekninger, mot én full omregning av arbeidsboken med"
        " nøkkeltallene lest tilbake",
        prepare=against_libreoffice,
        goal=1,
    ),
    Benchmark(
        name="mila_draws_batch",
        what="200 trekninger av mila mot 20 kjøringer hver for seg",
        prepare=in_a_batch,
        goal=1,  # a draw in a batch costs a tenth of a run
    ),
    Benchmark(
        name="mila_draws_growth",
        what="`simulate` av mila, 40 000 trekninger, mot 10 000",
        prepare=lambda: (draws(MANY), draws(FEW)),
        goal=4.6,
        is_slow=True,
    ),
)
