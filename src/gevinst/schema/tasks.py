"""Tasks: the work of the service, who does it, how often, and how long it takes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.names import Id, Name, Reference
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import Bounds, Value

EVENT_UNITS = {
    "patient_time": "event/patient/year",
    "start": "event/patient",
    "stop": "event/patient",
    "year": "event/year",
}


WorkClass = Literal["immediate", "deferrable", "scheduled"]
Arrives = Literal["opening_hours", "around_the_clock"]


class Task(Table):
    """A task of the service."""

    id: Id = Field(description="Kort navn som er unikt blant oppgavene.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    role: Reference = Field(description="Rollen som gjør oppgaven: id i centre.roles.")
    per: Literal["patient_time", "start", "stop", "year"] = Field(
        description=(
            "Hva hendelsene telles per: pasienttid (patient_time), ny pasient (start),"
            " pasient som slutter (stop) eller kalenderår for senteret (year)."
        )
    )
    class_: WorkClass = Field(
        alias="class",
        description=(
            "Slags arbeid: haster og står i kø med svarfrist (immediate), kan vente (deferrable)"
            " eller er avtalt på forhånd (scheduled)."
        ),
    )
    arrives: Arrives | None = Field(
        None,
        description=(
            "Når hendelsene kommer: i åpningstiden (opening_hours) eller hele døgnet"
            " (around_the_clock). Må oppgis for arbeid som haster."
        ),
    )
    events: Annotated[
        Value,
        Quantity("event/...", Bounds(at_least=0, at_most=1e6), follows="per", choose=EVENT_UNITS),
    ] = Field(description="Antall hendelser per det som per sier.")
    manual_share: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1))] | None = Field(
        None, description="Andelen som håndteres av ansatte. Uten denne håndteres alle."
    )
    repeat_factor: Annotated[Value, Quantity("1", Bounds(at_least=1, at_most=100))] | None = Field(
        None,
        description="Henvendelser som hver hendelse fører til. Uten denne er det én.",
    )
    deadline: Annotated[Value, Quantity("open_hour", Bounds(above=0, at_most=8760))] | None = Field(
        None,
        description="Frist i åpningstimer, for arbeid som kan vente.",
    )
    time: Annotated[Value, Quantity("work_minute/event", Bounds(at_least=0, at_most=1e6))] = Field(
        description="Arbeidstid per hendelse."
    )
    groups: Annotated[tuple[Reference, ...], Longest()] | None = Field(
        None,
        min_length=1,
        description="Pasientgruppene oppgaven gjelder. Uten denne gjelder den alle.",
    )
