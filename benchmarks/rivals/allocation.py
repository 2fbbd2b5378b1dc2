"""Game rules against coopgame-py, which is written in Rust.

Both start from the same array of costs and end with shares. Where the name ends in `_ready`, the
other program's games are made beforehand and only its solving is timed. Before anything is timed,
both must agree to 1e-9 of the largest cost.

The batch of Shapley values is one matrix product, as fast as memory can be read; when another
process keeps a core busy, the threads of the linear-algebra library wait for each other and it
takes two to three times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import coopgame
import numpy as np
from numpy.typing import NDArray

from gevinst import allocation
from ratio import Benchmark

Array = NDArray[np.float64]
Pair = tuple[Callable[[], object], Callable[[], object]]

AGREEMENT = 1e-9
GAMES = 10_000


def random_costs(partners: int, games: int) -> Array:
    """Any cost for any group, shape ``(2**n, games)``."""
    costs = np.random.default_rng(1).uniform(1, 10, (1 << partners, games))
    costs[0] = 0
    return costs


def volumes(partners: int, game: int) -> Array:
    """Patients of every group."""
    patients = np.random.default_rng(game).uniform(1, 60, partners)
    return ((np.arange(1 << partners)[:, None] >> np.arange(partners)) & 1) @ patients


def stepped_costs(partners: int, game: int) -> Array:
    """A centre: fixed cost, whole positions, cost per patient."""
    patients = volumes(partners, game)
    costs = 3e6 + 9e5 * np.ceil(patients / 80) + 6e3 * patients
    costs[0] = 0
    return costs


def concave_costs(partners: int, game: int) -> Array:
    """Every partner adds less to a larger group."""
    return 1e6 * np.sqrt(volumes(partners, game))


def joinable_costs(partners: int, game: int) -> Array:
    """Any cost for any group, but all together half of what they cost alone."""
    costs = np.random.default_rng(game).uniform(1, 10, 1 << partners)
    costs[0] = 0
    costs[-1] = costs[1 << np.arange(partners)].sum() / 2
    return costs


def agree(ours: Array, theirs: Sequence[Sequence[float]], costs: Array) -> None:
    """Stop if any share differs."""
    apart = np.abs(ours - np.array(theirs)).max() / np.abs(costs).max()
    if apart > AGREEMENT:
        message = f"the programs differ by {apart:.1e} of the largest cost: nothing is timed"
        raise ArithmeticError(message)


def shapley_of(partners: int, games: int, *, ready: bool) -> Pair:
    """Shapley values of a batch."""
    costs = random_costs(partners, games)

    def made() -> list[coopgame.Game]:
        return [coopgame.Game(game.tolist()) for game in costs[1:].T]

    beforehand = made() if ready else None

    def theirs() -> list[Sequence[float]]:
        return [coopgame.shapley(game) for game in beforehand or made()]

    agree(allocation.shapley(costs).T, theirs(), costs)
    return (lambda: allocation.shapley(costs)), theirs


def nucleolus_of(make: Callable[[int, int], Array], partners: int, games: int) -> Pair:
    """Nucleoli, one game at a time; the other program's games are ready made."""
    every = [make(partners, game) for game in range(games)]
    ready = [coopgame.Game((-costs[1:]).tolist()) for costs in every]

    def ours() -> list[Array]:
        return [allocation.nucleolus(costs) for costs in every]

    def theirs() -> list[Sequence[float]]:
        return [coopgame.nucleolus(game)["allocation"] for game in ready]

    agree(-np.array(ours()), theirs(), np.array(every))
    return ours, theirs


BENCHMARKS = (
    Benchmark(
        name="shapley_10",
        what="Shapley, 10 000 spill med 10 deltakere, fra samme matrise, mot coopgame-py",
        prepare=lambda: shapley_of(10, GAMES, ready=False),
        goal=1 / 50,
    ),
    Benchmark(
        name="shapley_10_ready",
        what="Det samme mot coopgame-py med ferdig oppstilte spill (vår tid er minnets båndbredde)",
        prepare=lambda: shapley_of(10, GAMES, ready=True),
    ),
    Benchmark(
        name="shapley_20",
        what="Shapley, ett spill med 20 deltakere, mot coopgame-py",
        prepare=lambda: shapley_of(20, 1, ready=False),
        goal=1 / 20,
    ),
    Benchmark(
        name="shapley_20_ready",
        what="Det samme mot coopgame-py med ferdig oppstilt spill",
        prepare=lambda: shapley_of(20, 1, ready=True),
        goal=1 / 20,
    ),
    *(
        Benchmark(
            name=f"nucleolus_10_{kind}",
            what=f"Nukleolus, 20 spill med 10 deltakere ({words}), mot coopgame-py",
            prepare=lambda make=make: nucleolus_of(make, 10, 20),
            goal=1,
        )
        for kind, words, make in (
            ("steps", "senter med hele stillinger", stepped_costs),
            ("concave", "jevne stordriftsfordeler", concave_costs),
            ("random", "tilfeldige kostnader", joinable_costs),
        )
    ),
)
