"""Funding: grants and contributions that come off the cost before it is shared."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gevinst.schema.benefit_parts import BenefitClass
from gevinst.schema.months import Month
from gevinst.schema.names import CodeReference, Id, Name, Reference
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import MOST_NOK, Bounds, Value


class Funding(Table):
    """A grant or contribution over some months."""

    id: Id = Field(description="Kort navn, unikt blant finansieringslinjene.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    funder: CodeReference = Field(
        description=(
            "Hvem som gir: kode for et helseforetak, state, eller other for salg og andre"
            " inntekter."
        )
    )
    amount: Annotated[Value, Quantity("NOK/year", Bounds(at_least=0, at_most=MOST_NOK))] | None = (
        Field(None, description="Beløp per år. Enten dette, share eller by_benefit.")
    )
    share: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1))] | None = Field(
        None,
        description=(
            "Andel av kostnaden (av pakken, hvis pool er oppgitt). Enten dette, amount eller"
            " by_benefit."
        ),
    )
    by_benefit: BenefitClass | None = Field(
        None,
        description=(
            "Giveren betaler samme andel av årets kostnad som den har av årets gevinst av denne"
            " typen. Tap teller null. Enten dette, amount eller share."
        ),
    )
    pool: Reference | None = Field(
        None,
        description=(
            "Kostnadspakken pengene er øremerket. Uten denne gjelder de hele kostnaden, og kommer"
            " fra pakkene i forhold til det de koster etter øremerkede bidrag."
        ),
    )
    first_month: Month = Field(description="Første måned med finansiering, ÅÅÅÅ-MM.")
    last_month: Month = Field(description="Siste måned med finansiering, ÅÅÅÅ-MM.")
