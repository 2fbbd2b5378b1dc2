"""Correction by evidence: optional, stated, with a source for each number."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gevinst.schema.benefits import Design
from gevinst.schema.lists import Longest
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import Bounds, Value

MOST_DELAY = 120


class DesignCorrection(Table):
    """What gains count that rest on one design."""

    design: Design = Field(description="Designet som korreksjonen gjelder; se gevinstlinjene.")
    gain_factor: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1))] = Field(
        description="Det gevinster teller: 0.85 betyr 15 % mindre. Kilde må oppgis."
    )
    delay: Annotated[Value, Quantity("month", Bounds(at_least=0, at_most=MOST_DELAY))] | None = (
        Field(
            None,
            description="Tid som legges til før gevinsten begynner å telle. Kilde må oppgis.",
        )
    )


class EvidenceCorrections(Table):
    """Gains less and later, costs higher, in present values only: the price is never changed."""

    cost_uplift: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=2))] | None = Field(
        None, description="Påslag på kostnadene i nåverdiene, som andel. Kilde må oppgis."
    )
    designs: Annotated[tuple[DesignCorrection, ...], Longest()] = Field(
        (), description="Korreksjon av gevinster, design for design."
    )
