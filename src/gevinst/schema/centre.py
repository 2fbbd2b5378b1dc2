"""The follow-up centre: host, opening hours and roles."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.names import CodeReference, Id, Name, Reference
from gevinst.schema.opening_hours import OpeningHours
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import MOST_NOK, Bounds, Value

_AMOUNT = Bounds(at_least=0, at_most=MOST_NOK)


class Response(Table):
    """The answering target of a role: so large a share within so long."""

    within: Annotated[Value, Quantity("open_hour", Bounds(at_least=0, at_most=8760))] = Field(
        description="Svarfristen i åpningstiden, for eksempel 30 open_minute."
    )
    share: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=0.9999))] = Field(
        description="Andelen som skal få svar innen fristen, for eksempel 0.9."
    )
    most_occupancy: Annotated[Value, Quantity("1", Bounds(above=0, at_most=1))] | None = Field(
        None,
        description="Hvor stor del av tiden de som svarer, høyst er opptatt. Uten denne: ingen"
        " grense.",
    )


class TeamPresence(Table):
    """How many have to be present in all: the two-person rule."""

    persons: Annotated[Value, Quantity("work_hour/open_hour", Bounds(at_least=0, at_most=1000))] = (
        Field(description="Personer som minst er til stede i hver åpningstime, alle roller.")
    )
    role: Reference = Field(description="Rollen som fyller opp: id i centre.roles.")


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
    response: Response | None = Field(
        None, description="Svarfristen for arbeid som haster. Må oppgis for en rolle med slikt."
    )


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
    team_presence: TeamPresence | None = Field(
        None, description="Hvor mange som minst er til stede i alt, og rollen som fyller opp."
    )
    roles: Annotated[tuple[Role, ...], Longest()] = Field(
        min_length=1, description="Rollene ved senteret, minst én."
    )
