"""Hours and positions that the service frees and needs, by profession; never added across them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import numpy as np

from gevinst.axes import Array
from gevinst.catalogue import CATALOGUE
from gevinst.results import monthly
from gevinst.results.blocks import Block, block, columns
from gevinst.results.view_headings import UNSTATED

if TYPE_CHECKING:
    from gevinst.results.record import Results

By = Literal["year", "month"]


def personnel(results: Results, by: By) -> Iterator[Block]:
    """Hours and positions freed, needed for new work, and net, by profession; the centre's needs.

    Positions in a year are FTE times years. The hours of the centre's roles are its work; its
    positions are those that are staffed, with minimum presence and whole steps.
    """
    for profession, lines in hours_of(results).items():
        values = [monthly.values(results, "freed_hours_all", line, by) for line in lines]
        freed = sum((np.maximum(x, 0) for x in values[1:]), start=np.maximum(values[0], 0))
        needed = sum((np.maximum(0 - x, 0) for x in values[1:]), start=np.maximum(0 - values[0], 0))
        parts = {"freed": freed, "needed": needed, "net": freed - needed}
        for name, hours in parts.items():
            yield _hours(results, by, hours, f"hours_{name}", profession=profession)
        if profession != UNSTATED:
            net_hours = results.ledger["profession_net_hours", profession]
            for name, hours in parts.items():
                positions = hours / net_hours
                yield _positions(results, by, positions, f"fte_{name}", profession=profession)
    for role in results.inputs.roles:
        hours = monthly.values(results, "work_hours", role.id, by)
        yield _hours(results, by, hours, "hours_needed", role=role.id)
        made = block(results, by, "staffed_time", role.id, role=role.id)
        made["quantity"][:] = "fte_needed"
        yield made


def hours_of(results: Results) -> dict[str, list[str]]:
    """Lines that free or take hours, by profession, in the order of the project."""
    found: dict[str, list[str]] = {p.id: [] for p in results.inputs.professions}
    for line in results.inputs.benefits:
        if ("freed_hours_all", line.id) in results.ledger.values:
            found.setdefault(line.profession or UNSTATED, []).append(line.id)
    return {profession: lines for profession, lines in found.items() if lines}


def _hours(results: Results, by: By, values: Array, name: str, **fixed: str) -> Block:
    return columns(results, by, CATALOGUE["freed_hours_all"], values, name, **fixed)


def _positions(results: Results, by: By, values: Array, name: str, **fixed: str) -> Block:
    return columns(results, by, CATALOGUE["profession_time"], values, name, **fixed)
