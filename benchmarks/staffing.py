"""How long the staffing part of a run takes, against the rest of the model."""

from __future__ import annotations

from collections.abc import Callable

import gevinst
from gevinst.assemble import assemble
from gevinst.core import model, positions
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger
from ratio import Benchmark


def staffing_part(x: Inputs, made: Ledger) -> None:
    """Every quantity about work and positions."""
    positions.work(x, made)
    positions.positions(x, made)
    positions.decisions(x, made)
    positions.answers(x, made)


def parts_of_mila() -> tuple[Callable[[], object], Callable[[], object]]:
    """Work, positions, what decides them and how they answer; and all that comes before and after.

    Mila over ten years by month. Each part starts from a ledger in which the earlier quantities
    are written down already, so that nothing is counted twice.
    """
    x = assemble(gevinst.example("mila")).inputs

    def begun() -> Ledger:
        made = Ledger(x)
        model.patients(x, made)
        return made

    patients = dict(begun().values)
    staffed = Ledger(x)
    staffed.values.update(patients)
    staffing_part(x, staffed)
    positions_made = dict(staffed.values)

    def staffing() -> object:
        made = Ledger(x)
        made.values.update(patients)
        staffing_part(x, made)
        return made

    def rest() -> object:
        begun()
        made = Ledger(x)
        made.values.update(positions_made)
        model.cost(x, made)
        model.funding(x, made)
        return model.settle(x, made)

    return staffing, rest


BENCHMARKS = (
    Benchmark(
        name="staffing_part",
        what="Arbeid, bemanning og svartid i en kjøring av mila, mot resten av modellen",
        prepare=parts_of_mila,
        goal=1,
    ),
)
