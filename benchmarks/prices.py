"""How long it takes to price every group of twelve municipalities over ten years."""

from __future__ import annotations

from collections.abc import Callable

import gevinst
from gevinst import allocation, studies
from gevinst.schema import Project
from model import numpy_yardstick
from ratio import Benchmark

PARTNERS = 12
ZONES = ("I", "II", "III", "V")


def twelve() -> Project:
    """The example mila with two neighbours more, in several zones for payroll tax.

    Zones and neighbours are made up: only the time is of interest.
    """
    project = gevinst.example("mila")
    paying = list(project.paying_partners)
    for place in range(PARTNERS - len(paying)):
        like = paying[1 + place]
        paying.append(like.model_copy(update={"code": f"990{place}", "name": f"{like.name} 2"}))
    zoned = [
        partner.model_copy(update={"payroll_tax_zone": ZONES[place % len(ZONES)]})
        for place, partner in enumerate(paying)
    ]
    return project.model_copy(update={"partners": (*zoned, *project.hospital_trusts)})


def group_costs() -> tuple[Callable[[], object], Callable[[], object]]:
    """All 4,096 groups."""
    project = twelve()
    return (lambda: gevinst.coalition_costs(project)), numpy_yardstick()


def whole_report() -> tuple[Callable[[], object], Callable[[], object]]:
    """All groups, two rules on them, and the fairness report with a run of the project."""
    project = twelve()

    def work() -> object:
        groups = gevinst.coalition_costs(project)
        shares = allocation.shapley(groups.costs), allocation.nucleolus(groups.costs)
        return shares, studies.fairness(project, costs=groups).text()

    return work, numpy_yardstick()


BENCHMARKS = (
    Benchmark(
        name="group_costs",
        what="kostnaden for alle 4 096 grupper av tolv kommuner i ti år, mot det samme målet",
        prepare=group_costs,
    ),
    Benchmark(
        name="price_report",
        what="det samme, med Shapley, nukleolus og rettferdighetsrapport (mål: under to sekunder)",
        prepare=whole_report,
        goal=400,  # two seconds on a machine whose yardstick takes 5 ms
    ),
)
