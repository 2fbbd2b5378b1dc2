"""Present value: period, rate and timing of the analysis, and what is left at its end."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.names import Reference
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import MOST_NOK, Bounds, Value

MOST_YEARS = 40

Timing = Literal["end", "mid", "start"]


class ResidualValue(Table):
    """What is left of a purchase when the analysis ends."""

    line: Reference = Field(description="Kostnadslinja som kjøpet står i.")
    amount: Annotated[Value, Quantity("NOK", Bounds(at_least=0, at_most=MOST_NOK))] = Field(
        description=(
            "Det som kjøpet er verdt ved analyseperiodens slutt, i prosjektets prisnivå. Kommunene"
            " får det i samme forhold som de har betalt."
        )
    )


class Economics(Table):
    """How amounts of different years are made comparable."""

    analysis_period: (
        Annotated[Value, Quantity("year", Bounds(above=0, at_most=MOST_YEARS))] | None
    ) = Field(
        None,
        description=(
            "Antall år som regnes med, høyst beregningsperioden. Uten denne regnes alle årene med."
        ),
    )
    timing: Timing | None = Field(
        None,
        description=(
            "Når i året beløpene faller: end (ved årets slutt, brukes når feltet ikke er oppgitt),"
            " mid eller start."
        ),
    )
    discount_rate: Annotated[Value, Quantity("1", Bounds(at_least=-0.5, at_most=1))] | None = Field(
        None,
        description=(
            "Reell kalkulasjonsrente per år. Uten denne brukes parameteren"
            " economics.discount_rate på prosjektets dato."
        ),
    )
    tax_financing: bool = Field(
        default=True,
        description=(
            "Om skattefinansieringskostnaden av det offentliges netto utgift skal vises. Den er"
            " aldri med i nåverdiene selv."
        ),
    )
    tax_financing_rate: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1))] | None = (
        Field(
            None,
            description=(
                "Skattefinansieringskostnad per krone. Uten denne brukes parameteren"
                " economics.tax_financing_cost på prosjektets dato."
            ),
        )
    )
    residual_values: Annotated[tuple[ResidualValue, ...], Longest()] = Field(
        (), description="Restverdier ved analyseperiodens slutt."
    )
