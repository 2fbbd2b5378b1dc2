"""Funding: grants and contributions that come off the cost before it is shared."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gevinst.schema.months import Month
from gevinst.schema.names import CodeReference, Id, Name
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import MOST_NOK, Bounds, Value


class Funding(Table):
    """A grant or contribution over some months."""

    id: Id = Field(description="Kort navn, unikt blant finansieringslinjene.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    funder: CodeReference = Field(
        description="Hvem som gir: kode for et helseforetak, eller state."
    )
    amount: Annotated[Value, Quantity("NOK/year", Bounds(at_least=0, at_most=MOST_NOK))] | None = (
        Field(None, description="Beløp per år. Enten dette eller share.")
    )
    share: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1))] | None = Field(
        None, description="Andel av samlet kostnad. Enten dette eller amount."
    )
    first_month: Month = Field(description="Første måned med finansiering, ÅÅÅÅ-MM.")
    last_month: Month = Field(description="Siste måned med finansiering, ÅÅÅÅ-MM.")
