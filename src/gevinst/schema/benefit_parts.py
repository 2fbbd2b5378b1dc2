"""Parts of benefit lines: values of a bed-day, contacts, plus and minus, plan, professions."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.months import Month
from gevinst.schema.names import CodeReference, Id, Name, Prose, Reference, Whole, Written
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import Bounds, Value

BenefitClass = Literal[
    "cash", "capacity", "avoided_growth", "quality_priced", "quality_unpriced", "transfer"
]
BENEFIT_CLASSES: tuple[str, ...] = get_args(BenefitClass)
WorkBenefitClass = Literal["cash", "capacity", "avoided_growth"]
WORK_CLASSES: tuple[str, ...] = get_args(WorkBenefitClass)
BED_DAY_VALUES = {"cash": "marginal", "capacity": "capacity", "avoided_growth": "average"}
"""Class of the benefit -> which of the three values of a bed-day it counts at."""
Importance = Literal["small", "medium", "large"]
PlanStatus = Literal["planned", "started", "realised", "dropped"]
MOST_EXTENT = 3
_PRICE = Bounds(at_least=0, at_most=1e9)

KostraArt = Annotated[str, Written(3, r"[0-9]{3}", "text.kostra", number_kind="text.kostra")]
KostraFunction = KostraArt


class BedDayValue(Table):
    """What a bed-day is worth: three values, of which the class of the benefit picks one."""

    average: Annotated[Value, Quantity("NOK/bed_day", _PRICE)] = Field(
        description=(
            "Gjennomsnitt: alle kostnader delt på liggedøgnene. Gjelder når plasser unngås bygd"
            " eller legges ned (avoided_growth)."
        )
    )
    capacity: Annotated[Value, Quantity("NOK/bed_day", _PRICE)] = Field(
        description="Kapasitet: verdien av at neste pasient får plassen (capacity)."
    )
    marginal: Annotated[Value, Quantity("NOK/bed_day", _PRICE)] = Field(
        description="Marginal: pengene som faktisk ikke brukes, som mat og medisiner (cash)."
    )


class Contact(Table):
    """One contact of a loop: what it takes, and who pays it and is spared it."""

    id: Id = Field(description="Kort navn, unikt i runden.")
    service: Name = Field(description="Tjenesten, slik den skal stå i resultatene.")
    time: (
        Annotated[Value, Quantity("work_minute/event", Bounds(at_least=0, at_most=1e6))] | None
    ) = Field(None, description="Arbeidstid per runde. Oppgis sammen med hourly_cost.")
    hourly_cost: (
        Annotated[Value, Quantity("NOK/work_hour", Bounds(at_least=0, at_most=1e6))] | None
    ) = Field(None, description="Kostnad per arbeidstime. Oppgis sammen med time.")
    cost: Annotated[Value, Quantity("NOK/event", _PRICE)] | None = Field(
        None, description="Kostnad per runde utenom arbeidstida, eller i alt når time mangler."
    )
    payer: CodeReference = Field(
        description="Hvem som betaler kontakten, og sparer den når den faller bort."
    )
    class_: WorkBenefitClass = Field(
        alias="class",
        description="Slags gevinst når kontakten faller bort: cash, capacity eller avoided_growth.",
    )
    profession: Reference | None = Field(
        None,
        description="Yrkesgruppen tida gjelder: id i professions. Uten denne telles ikke"
        " tida med i årsverk.",
    )


class PlusMinus(Table):
    """An effect without a price, weighed: importance times extent, never turned into kroner."""

    importance: Importance = Field(description="Betydning: small, medium eller large.")
    extent: Annotated[int, Whole(-MOST_EXTENT, MOST_EXTENT)] = Field(
        description="Omfang fra -3 (stort negativt) til 3 (stort positivt)."
    )
    reason: Prose = Field(description="Begrunnelsen. Uten den sier tegnene ingenting.")


class Plan(Table):
    """How a benefit is realised and followed up."""

    target_month: Month = Field(description="Måneden gevinsten skal være tatt ut, ÅÅÅÅ-MM.")
    method: Prose = Field(description="Hvordan det måles om den er tatt ut.")
    status: PlanStatus = Field(
        description="Status: planlagt (planned), startet (started), tatt ut (realised) eller"
        " droppet (dropped)."
    )


class Profession(Table):
    """A profession whose hours benefits free or take."""

    id: Id = Field(description="Kort navn, unikt blant yrkesgruppene.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    net_hours: Annotated[
        Value, Quantity("work_hour/FTE/year", Bounds(at_least=1, at_most=8760))
    ] = Field(description="Netto arbeidstimer per årsverk og år, etter ferie, fravær og møter.")


class AcceptedOverlap(Table):
    """Two lines that may look like the same benefit, and why both are counted all the same."""

    lines: Annotated[tuple[Reference, ...], Longest(2)] = Field(
        min_length=2, max_length=2, description="De to gevinstlinjene: id i benefits."
    )
    reason: Prose = Field(description="Hvorfor de likevel ikke er samme gevinst.")
