"""What a simulation keeps of every draw: a few figures by municipality or actor and year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gevinst.arguments import checked_choice, checked_names
from gevinst.axes import MUNICIPALITY, Array
from gevinst.catalogue import CATALOGUE
from gevinst.core.gaining import CASH, actor_classes, actor_record, other_actors
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Key, Ledger
from gevinst.core.model import MUNICIPALITY_ACTOR
from gevinst.errors import ArgumentError

PRICED = ("capacity", "avoided_growth", "quality_priced")
"""Classes that the net gain in all counts beside cash and transfers, which net cash has already."""
NET_CASH, NET_GAIN = "net_cash", "net_gain"
PRESENT = "present_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of a simulation: the sum of these quantities, in every draw.

    Attributes
    ----------
    quantity : str
        Name that people use.
    actor : str
        Whose it is; empty for the centre's.
    parts : tuple of Key
        Quantities of the ledger that add up to it, the first giving its shape.
    by_municipality, by_year : bool
        Whether there is one for each municipality, and for each year.
    unit : str
    """

    quantity: str
    actor: str = ""
    parts: tuple[Key, ...]
    by_municipality: bool = False
    by_year: bool = True
    unit: str

    def of(self, made: Ledger, draws: int) -> Array:
        """The figure, shape ``(municipalities or 1, years or 1, draws)``."""
        total = made[self.parts[0]]
        for part in self.parts[1:]:
            total = total + made[part]
        found: Array = np.broadcast_to(total[0], (*total.shape[MUNICIPALITY:-1], draws))
        return found


def figures(x: Inputs, quantities: tuple[str, ...]) -> tuple[Figure, ...]:
    """The figures of these quantities, in the order in which they are named."""
    return tuple(figure for name in quantities for figure in QUANTITIES[name](x, name))


def checked_quantity(quantity: str) -> str:
    """A quantity that runs can give."""
    return checked_choice("quantity", quantity, tuple(QUANTITIES))


def checked_quantities(quantities: object) -> tuple[str, ...]:
    """Quantities that runs can give, each once; one at least."""
    names = checked_names("quantities", quantities)
    if not names:
        raise ArgumentError.choice("quantities", "[]", tuple(QUANTITIES))
    return tuple(checked_choice("quantities", name, tuple(QUANTITIES)) for name in names)


def _of_centre(key: str, unit: str) -> Callable[[Inputs, str], list[Figure]]:
    def found(_: Inputs, name: str) -> list[Figure]:
        return [Figure(quantity=name, parts=((key, ""),), unit=unit)]

    return found


def _charge(_: Inputs, name: str) -> list[Figure]:
    unit = CATALOGUE["charge_year"].unit
    parts = (("charge_year", ""),)
    return [
        Figure(
            quantity=name, actor=MUNICIPALITY_ACTOR, parts=parts, by_municipality=True, unit=unit
        )
    ]


def _net(x: Inputs, name: str) -> list[Figure]:
    """Net cash of every actor, with the other priced classes where the figure counts them."""
    present = PRESENT if name.startswith(PRESENT) else ""
    found = []
    for actor in (MUNICIPALITY_ACTOR, *other_actors(x)):
        whose = MUNICIPALITY_ACTOR if actor == MUNICIPALITY_ACTOR else "actor"
        parts = [(f"{whose}_{present}{NET_CASH}", actor_record(actor, CASH))]
        if name.endswith(NET_GAIN):
            parts += [
                (f"{whose}_{present}gain", actor_record(actor, one))
                for one in PRICED
                if (actor, one) in actor_classes(x)
            ]
        found.append(
            Figure(
                quantity=name,
                actor=actor,
                parts=tuple(parts),
                by_municipality=actor == MUNICIPALITY_ACTOR,
                by_year=not present,
                unit=CATALOGUE[parts[0][0]].unit,
            )
        )
    return found


QUANTITIES: dict[str, Callable[[Inputs, str], list[Figure]]] = {
    "charge": _charge,
    "cost": _of_centre("total_cost_year", "NOK"),
    "positions": _of_centre("staffed_time_total", "FTE"),
    "patients": _of_centre("active_patients_total", "patient"),
    NET_CASH: _net,
    NET_GAIN: _net,
    PRESENT + NET_CASH: _net,
    PRESENT + NET_GAIN: _net,
}
"""Name of each quantity that a simulation can keep -> its figures."""
SUMMARY = ("charge", "cost", "positions", NET_GAIN, PRESENT + NET_CASH, PRESENT + NET_GAIN)
"""What a simulation keeps when nothing else is asked for."""
