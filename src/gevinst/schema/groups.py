"""Patient groups: how many are eligible, how they come in, and how long they stay."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gevinst.schema.names import Id, Name
from gevinst.schema.per_partner import ByPartner, PerPartner
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import Bounds, Value

_SHARE = Bounds(at_least=0, at_most=1)
_MONTHS = Bounds(at_least=0.1, at_most=1200)
_PATIENTS = PerPartner(Quantity("patient", Bounds(at_least=0, at_most=1e7)))


class RampUp(Table):
    """How inclusion grows after a partner joins."""

    curve: Literal["linear", "logistic"] = Field(
        description="Rettlinjet (linear) eller S-formet (logistic) opptrapping."
    )


class Group(Table):
    """A patient group."""

    id: Id = Field(description="Kort navn som resten av fila viser til, for eksempel kols.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    eligible_per_inhabitant: Annotated[Value, Quantity("patient/inhabitant", _SHARE)] | None = (
        Field(None, description="Aktuelle pasienter per innbygger. Enten dette eller eligible.")
    )
    eligible: Annotated[ByPartner, _PATIENTS] | None = Field(
        None,
        description=(
            "Aktuelle pasienter for hver betalende deltaker, talt opp når beregningsperioden"
            " begynner. Tallet følger veksten i innbyggertallet."
        ),
    )
    inclusion_share: Annotated[
        Value | ByPartner, PerPartner(Quantity("1", _SHARE), or_single=True)
    ] = Field(
        description=(
            "Mål: andel av de aktuelle som skal være med. Ett tall, eller ett for hver deltaker."
            " Det siktes mot målet, men når rekrutteringen tar tid og pasienter slutter, stanser"
            " antallet noe under det."
        )
    )
    ramp_time: Annotated[Value, Quantity("month", _MONTHS)] = Field(
        description=(
            "Tid fra oppstart til det siktes mot hele målet (linear), eller mot halve"
            " (logistic). Antallet pasienter kommer etter, og stanser noe under målet når"
            " rekrutteringen tar tid og pasienter slutter."
        )
    )
    ramp_steepness: Annotated[Value, Quantity("1", Bounds(above=0, at_most=100))] | None = Field(
        None, description="Hvor bratt den S-formede kurven er. Bare når curve er logistic."
    )
    recruitment_rate: Annotated[Value, Quantity("1/year", Bounds(above=0, at_most=1000))] = Field(
        description="Hvor fort avstanden til målet hentes inn, som rate per år."
    )
    mean_stay: Annotated[Value, Quantity("month", _MONTHS)] = Field(
        description="Gjennomsnittlig tid i oppfølging for dem som ikke faller fra."
    )
    dropout_rate: Annotated[Value, Quantity("1/year", Bounds(at_least=0, at_most=100))] = Field(
        description="Frafall, som rate per år."
    )
    opening_patients: Annotated[ByPartner, _PATIENTS] | None = Field(
        None,
        description=(
            "Aktive pasienter når beregningsperioden begynner, for hver deltaker. Må oppgis for"
            " alle som ble med før det (0 er lov)."
        ),
    )
