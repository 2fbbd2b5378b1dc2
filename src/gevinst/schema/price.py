"""Price model: the keys by which the cost is shared."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import Bounds, Value


class Key(Table):
    """One key of a mixed key."""

    basis: Literal["equal", "inhabitants", "patient_months"] = Field(
        description=(
            "Hva det fordeles etter: likt (equal), innbyggere (inhabitants) eller"
            " pasientmåneder (patient_months)."
        )
    )
    weight: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1e6))] = Field(
        description="Vekten til nøkkelen. Vektene regnes om så de blir 1 til sammen."
    )
    period: Literal["month", "year"] = Field(
        description=(
            "Tidsrommet grunnlaget telles over: måned (month) eller kalenderår (year). Med year"
            " deles hele kalenderårets kostnad etter årets grunnlag, også månedene før en"
            " deltaker ble med."
        )
    )


Rule = Literal[
    "key",
    "stand_alone",
    "average_cost",
    "serial",
    "ensc",
    "scrb",
    "shapley",
    "nucleolus",
    "per_capita_nucleolus",
    "least_core",
]


class PriceModel(Table):
    """How the cost is shared between the paying partners."""

    rule: Rule = Field(
        description=(
            "Regelen for fordeling: etter nøkler (key), eller etter hva hver gruppe av kommuner"
            " ville betalt alene (de andre)."
        )
    )
    keys: Annotated[tuple[Key, ...], Longest()] = Field(
        (), description="Fordelingsnøklene. Minst én når rule er key."
    )
