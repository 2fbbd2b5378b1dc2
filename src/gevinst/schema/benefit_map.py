"""The benefits map: from measures through change and effect to benefits and goals."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.names import Id, Name, Reference
from gevinst.schema.table import ClosedTable

MapKind = Literal["measure", "change", "effect", "benefit", "goal"]
MAP_KINDS: tuple[str, ...] = get_args(MapKind)
"""In the order in which one leads to the next."""
Aim = Literal["patient_experience", "population_health", "cost", "staff_experience"]
AIMS: tuple[str, ...] = get_args(Aim)
"""The Quadruple Aim (Bodenheimer and Sinsky, Annals of Family Medicine 2014)."""
LEAST_LISTED = 1


class MapNode(ClosedTable):
    """One box of the map, and what it leads to."""

    id: Id = Field(description="Kort navn, unikt i gevinstkartet.")
    name: Name = Field(description="Teksten i boksen.")
    kind: MapKind = Field(
        description=(
            "Tiltak (measure), endring i arbeidsmåte (change), virkning (effect), gevinst (benefit)"
            " eller mål (goal). En pil går til samme slag eller det neste."
        )
    )
    leads_to: Annotated[tuple[Reference, ...], Longest()] | None = Field(
        None,
        min_length=LEAST_LISTED,
        description="Id for boksene denne leder til. Må oppgis for alle andre enn mål.",
    )
    benefit: Reference | None = Field(
        None, description="Gevinstlinja boksen står for. Bare når kind er benefit."
    )
    aims: Annotated[tuple[Aim, ...], Longest()] | None = Field(
        None,
        min_length=LEAST_LISTED,
        description=(
            "Hvilke av de fire målene (Quadruple Aim) målet hører til: patient_experience,"
            " population_health, cost eller staff_experience. Bare når kind er goal."
        ),
    )
