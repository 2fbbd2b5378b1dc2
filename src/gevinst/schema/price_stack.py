"""The rest of the cost stack: the host's overhead, last year's settlement, VAT on the charge."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.months import Month
from gevinst.schema.names import Id, Name, Reference
from gevinst.schema.per_partner import ByPartner, PerPartner
from gevinst.schema.price_keys import Keys
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import MOST_NOK, Bounds, Value

_SHARE = Bounds(at_least=0, at_most=1)
_LINES = Annotated[tuple[Reference, ...], Longest()]


class Pool(Table):
    """Cost lines with a key of their own."""

    id: Id = Field(description="Kort navn, unikt blant kostnadspakkene.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    lines: _LINES = Field(
        min_length=1,
        description="Id for kostnadslinjene, rollene og påslagene i pakken.",
    )
    keys: Keys = Field(min_length=1, description="Nøklene pakken fordeles etter, minst én.")


class Overhead(Table):
    """The host's overhead: a share of the cost of some lines, before funding."""

    id: Id = Field(description="Kort navn, unikt blant kostnadslinjer, roller og påslag.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    share: Annotated[Value, Quantity("1", _SHARE)] = Field(
        description="Påslaget, som andel av kostnaden i linjene."
    )
    lines: _LINES = Field(
        min_length=1, description="Id for kostnadslinjene og rollene påslaget regnes av."
    )


class Settlement(Table):
    """Settlement of an earlier year, by partner."""

    month: Month = Field(description="Måneden oppgjøret kommer på fakturaen, ÅÅÅÅ-MM.")
    amounts: Annotated[
        ByPartner, PerPartner(Quantity("NOK", Bounds(at_least=-MOST_NOK, at_most=MOST_NOK)))
    ] = Field(
        description="Beløp for hver deltaker: å betale er pluss, å få tilbake er minus (0 er lov)."
    )


class ChargeVat(Table):
    """VAT on what the municipalities pay for the service."""

    rate: Annotated[Value, Quantity("1", _SHARE)] = Field(
        description="Merverdiavgift på betalingen, som andel."
    )
    not_recovered_share: Annotated[Value, Quantity("1", _SHARE)] = Field(
        description="Andelen av den merverdiavgiften som kommunene ikke får kompensert."
    )
