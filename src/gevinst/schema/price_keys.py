"""Keys of a price model: what the cost is shared by, counted when, among whom."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from gevinst.schema.benefit_parts import BenefitClass
from gevinst.schema.lists import MOST_PARTNERS, Longest
from gevinst.schema.names import CodeReference, Date, Name, Whole
from gevinst.schema.per_partner import ByPartner, PerPartner
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import Bounds, Value

Basis = Literal[
    "equal",
    "inhabitants",
    "eligible",
    "patient_months",
    "work_hours",
    "benefit",
    "column",
    "agreed",
]
BASES: tuple[str, ...] = get_args(Basis)
STATED = ("column", "agreed")
"""Bases of figures that the project itself states for each partner."""
COUNTED_BEFORE = ("patient_months", "work_hours")
"""Bases that can be counted over the calendar years before."""
MOST_YEARS = 10
_USE = Bounds(at_least=0, at_most=1e9)


class HistoryYear(Table):
    """Use in a calendar year before the horizon, by partner."""

    year: Annotated[int, Whole(1990, 2100)] = Field(description="Kalenderåret tallene gjelder.")
    patient_months: Annotated[ByPartner, PerPartner(Quantity("patient*month", _USE))] | None = (
        Field(None, description="Pasientmåneder i året for hver deltaker (0 er lov).")
    )
    work_hours: Annotated[ByPartner, PerPartner(Quantity("work_hour", _USE))] | None = Field(
        None, description="Arbeidstimer i året for hver deltaker (0 er lov)."
    )


class Key(Table):
    """One key of a mixed key."""

    name: Name | None = Field(
        None, description="Navn på nøkkelen. Må oppgis når basis er column eller agreed."
    )
    basis: Basis = Field(
        description=(
            "Hva det fordeles etter: likt (equal), innbyggere 1. januar samme år (inhabitants),"
            " aktuelle pasienter (eligible), pasientmåneder (patient_months), arbeidstimer"
            " pasientene gir (work_hours), gevinst i kroner (benefit), egne tall for hver deltaker"
            " (column), eller avtalte andeler (agreed)."
        )
    )
    weight: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1e6))] = Field(
        description="Vekten til nøkkelen. Vektene regnes om så de blir 1 til sammen."
    )
    period: Literal["month", "year", "previous_years"] = Field(
        description=(
            "Tidsrommet grunnlaget telles over: måned (month), kalenderår (year) eller snittet av"
            " kalenderårene før (previous_years). Med year deles hele kalenderårets kostnad etter"
            " årets grunnlag, også månedene før en deltaker ble med."
        )
    )
    years: Annotated[int, Whole(1, MOST_YEARS)] | None = Field(
        None, description="Hvor mange kalenderår før, når period er previous_years."
    )
    history: Annotated[tuple[HistoryYear, ...], Longest(MOST_YEARS)] = Field(
        (), description="Bruken i kalenderårene før beregningsperioden, for previous_years."
    )
    members: (
        Literal["users"] | Annotated[tuple[CodeReference, ...], Longest(MOST_PARTNERS)] | None
    ) = Field(
        None,
        description=(
            "Hvem som teller: koder for noen av deltakerne, eller users for dem som har pasienter"
            " i måneden. Uten denne teller alle som er med."
        ),
    )
    values: (
        Annotated[ByPartner, PerPartner(Quantity("1", Bounds(at_least=0, at_most=1e12)))] | None
    ) = Field(
        None,
        description=(
            "Tallene for hver deltaker når basis er column, eller andelene når den er agreed."
        ),
    )
    benefit_class: BenefitClass | None = Field(
        None, description="Typen gevinst det fordeles etter, når basis er benefit."
    )
    reference_date: Date | None = Field(
        None, description="Datoen tallene gjelder. Må oppgis når basis er column eller agreed."
    )
    window: Name | None = Field(
        None, description="Tidsrommet tallene er et snitt over, med ord, for eksempel 2022–2024."
    )


Keys = Annotated[tuple[Key, ...], Longest()]
