"""The follow-up centre: host, opening hours and roles."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.names import CodeReference, Id, Name
from gevinst.schema.opening_hours import OpeningHours
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import MOST_NOK, Bounds, Value

_AMOUNT = Bounds(at_least=0, at_most=MOST_NOK)


class Role(Table):
    """A kind of position at the centre."""

    id: Id = Field(description="Kort navn som oppgavene viser til, for eksempel nurse.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    annual_wage: Annotated[Value, Quantity("NOK/FTE/year", _AMOUNT)] = Field(
        description="Årslønn per årsverk, før pensjon og arbeidsgiveravgift."
    )
    pension_share: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1))] = Field(
        description="Arbeidsgivers pensjon, som andel av lønna."
    )
    other_on_costs: Annotated[Value, Quantity("NOK/FTE/year", _AMOUNT)] = Field(
        description="Andre kostnader per årsverk og år. 0 er lov."
    )
    net_hours: Annotated[
        Value, Quantity("work_hour/FTE/year", Bounds(at_least=1, at_most=8760))
    ] = Field(description="Netto arbeidstimer per årsverk og år, etter ferie, fravær og møter.")
    minimum_presence: Annotated[
        Value, Quantity("work_hour/open_hour", Bounds(at_least=0, at_most=1000))
    ] = Field(description="Grunnbemanning: personer til stede i hver åpningstime.")


class Centre(Table):
    """The centre that gives the service to all partners."""

    host: CodeReference = Field(description="Vertskommunen: kode for en betalende deltaker.")
    closed_days: Annotated[Value, Quantity("opening_day/year", Bounds(at_least=0, at_most=366))] = (
        Field(description="Dager i året senteret ellers ville vært åpent, men er stengt.")
    )
    staffing_step: Annotated[Value, Quantity("FTE", Bounds(at_least=0.001, at_most=1000))] = Field(
        description="Stillinger kommer i steg på så mange årsverk, for eksempel 0.1 FTE."
    )
    opening_hours: OpeningHours = Field(description="Åpningstider for hver ukedag.")
    roles: Annotated[tuple[Role, ...], Longest()] = Field(
        min_length=1, description="Rollene ved senteret, minst én."
    )
