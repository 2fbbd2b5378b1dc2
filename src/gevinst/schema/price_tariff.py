"""Tariffs: fees with bands and windows, who takes the rest, and limits on what a partner pays."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.months import Month
from gevinst.schema.names import Id, Name
from gevinst.schema.per_partner import ByPartner, PerPartner
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import MOST_NOK, Bounds, Value

FEE_UNITS = {
    "year": "NOK/year",
    "inhabitant": "NOK/inhabitant/year",
    "patient_month": "NOK/patient/month",
    "start": "NOK/patient",
    "joining": "NOK",
    "key": "NOK/year",
}
"""What a fee is counted by, and the unit of its amount."""
ServiceLevel = Literal["own", "bought"]
BAND_UNITS = {"inhabitants": "inhabitant", "patients": "patient"}
_AMOUNT = Bounds(at_least=0, at_most=MOST_NOK)
_SIZE = Bounds(at_least=0, at_most=1e8)
_BAND_SIZE = Quantity("", _SIZE, follows="of", choose=BAND_UNITS)
_SHARE = Bounds(at_least=0, at_most=1)
_WEIGHT = Quantity("1", Bounds(above=0, at_most=1000))


class Band(Table):
    """The sizes for which a fee holds."""

    of: Literal["inhabitants", "patients"] = Field(
        description="Hva båndet måler: innbyggere, eller aktive pasienter i måneden."
    )
    from_: Annotated[Value, _BAND_SIZE] | None = Field(
        None, alias="from", description="Nedre ende. Uten denne gjelder båndet fra null."
    )
    to: Annotated[Value, _BAND_SIZE] | None = Field(
        None, description="Øvre ende. Uten denne har båndet ingen øvre ende."
    )
    closed: Literal["lower", "upper"] = Field(
        description=(
            "Hvilken ende som hører til båndet: nedre (lower, «fra og med … til») eller øvre"
            " (upper, «over … til og med»)."
        )
    )
    counts: Literal["all", "within"] | None = Field(
        None,
        description=(
            "For pasienter: betales prisen for alle når antallet er i båndet (all), eller bare for"
            " de pasientene som er i båndet (within)? Med from og within er de første inkludert."
        ),
    )


class Fee(Table):
    """One element of a tariff."""

    id: Id = Field(description="Kort navn, unikt blant elementene i tariffen.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    per: Literal["year", "inhabitant", "patient_month", "start", "joining", "key"] = Field(
        description=(
            "Hva det betales for: år (year), innbygger og år (inhabitant), pasientmåned"
            " (patient_month), oppstart av en pasient (start), innmelding av kommunen (joining)"
            " eller et fast årsbeløp i alt som deles etter nøkkelen (key)."
        )
    )
    amount: Annotated[
        Value | ByPartner,
        PerPartner(Quantity("", _AMOUNT, follows="per", choose=FEE_UNITS), or_single=True),
    ] = Field(description="Prisen, uten merverdiavgift. Ett tall, eller ett for hver deltaker.")
    service_level: ServiceLevel | None = Field(
        None,
        description=(
            "Bare for deltakere på dette nivået: egen oppfølging med senterets utstyr (own), eller"
            " kjøpt oppfølging (bought)."
        ),
    )
    band: Band | None = Field(None, description="Størrelsene prisen gjelder for.")
    first_month: Month | None = Field(None, description="Første måned prisen gjelder, ÅÅÅÅ-MM.")
    last_month: Month | None = Field(None, description="Siste måned prisen gjelder, ÅÅÅÅ-MM.")


class LevelWeights(Table):
    """How much a patient-month counts at each level of service."""

    own: Annotated[Value, _WEIGHT] = Field(
        description="Vekten til en pasientmåned med egen oppfølging."
    )
    bought: Annotated[Value, _WEIGHT] = Field(
        description="Vekten til en pasientmåned med kjøpt oppfølging."
    )


class Tariff(Table):
    """Fees, and who takes what they do not cover."""

    balance: Literal["key", "unit_price", "surplus"] = Field(
        description=(
            "Hvem som tar resten: den deles etter nøkkelen (key), en pris per pasientmåned regnes"
            " ut så kalenderåret går i null (unit_price), eller over- eller underskuddet vises som"
            " et eget tall (surplus)."
        )
    )
    fees: Annotated[tuple[Fee, ...], Longest()] = Field((), description="Elementene i tariffen.")
    level_weights: LevelWeights | None = Field(
        None, description="Vekt for hvert tjenestenivå når balance er unit_price."
    )


class Limits(Table):
    """Limits on what a partner pays in a year; the others take what one is spared."""

    corridor: Annotated[Value, Quantity("1", _SHARE)] | None = Field(
        None,
        description=(
            "Korridor: hvor langt, som andel, en deltakers betaling per innbygger får ligge fra"
            " gjennomsnittet av alle innbyggerne."
        ),
    )
    minimum_charge: (
        Annotated[Value | ByPartner, PerPartner(Quantity("NOK/year", _AMOUNT), or_single=True)]
        | None
    ) = Field(None, description="Minstebeløp per år. Ett tall, eller ett for hver deltaker.")
    max_rise: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1000))] | None = Field(
        None, description="Største økning fra året før, som andel."
    )
    max_fall: Annotated[Value, Quantity("1", Bounds(at_least=-1, at_most=1))] | None = Field(
        None,
        description=(
            "Største nedgang fra året før, som andel. Et negativt tall er den minste økningen:"
            " -0.02 betyr minst 2 % opp."
        ),
    )
    relative_to: Literal["own", "total"] | None = Field(
        None,
        description=(
            "Økning og nedgang regnes fra deltakerens egen betaling (own), eller utover endringen"
            " i samlet betaling (total). Må oppgis med max_rise eller max_fall."
        ),
    )
    last_year: Annotated[ByPartner, PerPartner(Quantity("NOK/year", _AMOUNT))] | None = Field(
        None,
        description=(
            "Betalingen i året før beregningsperioden, for deltakere som da var med hele året."
            " Uten den er det første året uten grense."
        ),
    )
