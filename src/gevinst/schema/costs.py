"""Cost lines besides staff: fixed, per patient-month, kits and one-off; without VAT."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.months import Month
from gevinst.schema.names import Id, Name, Reference
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import MOST_NOK, Bounds, Value

_AMOUNT = Bounds(at_least=0, at_most=MOST_NOK)
_PRICE = Bounds(at_least=0, at_most=1e9)
_SHARE = Bounds(at_least=0, at_most=1)
_TIME = Bounds(at_least=0, at_most=520)
_GROUPS = "Pasientgruppene linja gjelder. Uten denne gjelder den alle."


class _Line(Table):
    id: Id = Field(description="Kort navn, unikt blant kostnadslinjer og roller.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    vat_rate: Annotated[Value, Quantity("1", _SHARE)] | None = Field(
        None, description="Merverdiavgift, som andel. Oppgis sammen med vat_not_recovered_share."
    )
    vat_not_recovered_share: Annotated[Value, Quantity("1", _SHARE)] | None = Field(
        None, description="Andelen av merverdiavgiften som ikke blir kompensert."
    )


class FixedCost(_Line):
    """A cost that is the same every year."""

    kind: Literal["fixed"] = Field(description="Fast beløp per år.")
    amount: Annotated[Value, Quantity("NOK/year", _AMOUNT)] = Field(
        description="Beløp per år, uten merverdiavgift."
    )


class PatientCost(_Line):
    """A cost for each month with each patient, such as a licence."""

    kind: Literal["per_patient_month"] = Field(description="Beløp per pasientmåned.")
    amount: Annotated[Value, Quantity("NOK/patient/month", _PRICE)] = Field(
        description="Beløp per pasient og måned, uten merverdiavgift."
    )
    groups: Annotated[tuple[Reference, ...], Longest()] | None = Field(
        None, min_length=1, description=_GROUPS
    )


class KitStock(Table):
    """How the stock behind a kit line is kept: where kits are, reserve, losses."""

    delivery_time: Annotated[Value, Quantity("week", _TIME)] = Field(
        description="Tid en pakke er bundet før en ny pasient: klargjøring og transport ut."
    )
    return_time: Annotated[Value, Quantity("week", _TIME)] = Field(
        description=(
            "Tid en pakke er bundet etter at en pasient slutter: retur, rengjøring og kontroll."
        )
    )
    service_share: Annotated[Value, Quantity("1", _SHARE)] = Field(
        description="Pakker på service eller reparasjon, som andel av dem som er ute."
    )
    lead_time: Annotated[Value, Quantity("week", _TIME)] = Field(
        description="Tid fra nye pakker bestilles til de er på lager."
    )
    service_quantile: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=0.9999))] = Field(
        description=(
            "Andelen av leveringstidene reserven skal dekke uttaket i. Uttaket varierer tilfeldig"
            " (Poisson) om de nye pasientene."
        )
    )
    loss_rate: Annotated[Value, Quantity("1/year", Bounds(at_least=0, at_most=12))] = Field(
        description="Tap og ødelagt utstyr per eid pakke og år."
    )
    opening_kits: Annotated[Value, Quantity("kit", Bounds(at_least=0, at_most=1e7))] = Field(
        description="Pakker som eies når horisonten starter."
    )


class KitCost(_Line):
    """Equipment with a price and a lifetime."""

    kind: Literal["kit"] = Field(
        description=(
            "Utstyr med pris og levetid. Kostnaden fordeles jevnt over levetiden (avskrivning):"
            " den kommer ikke når utstyret kjøpes."
        )
    )
    price: Annotated[Value, Quantity("NOK/kit", _PRICE)] = Field(
        description="Pris per utstyrspakke, uten merverdiavgift."
    )
    lifetime: Annotated[Value, Quantity("year", Bounds(at_least=0.01, at_most=100))] = Field(
        description="Levetid for en utstyrspakke: tida kostnaden fordeles over."
    )
    kits_per_patient: Annotated[
        Value, Quantity("kit/patient", Bounds(at_least=0, at_most=1000))
    ] = Field(description="Utstyrspakker per aktiv pasient.")
    stock: KitStock | None = Field(
        None,
        description=(
            "Lageret bak linja. Med det koster alle pakker som eies, også de som er underveis, på"
            " service og i reserve, og tapte pakker. Uten det koster bare pakkene hos pasientene."
        ),
    )
    groups: Annotated[tuple[Reference, ...], Longest()] | None = Field(
        None, min_length=1, description=_GROUPS
    )


class OneOffCost(_Line):
    """A cost that comes once."""

    kind: Literal["one_off"] = Field(description="Engangsbeløp.")
    amount: Annotated[Value, Quantity("NOK", _AMOUNT)] = Field(
        description="Beløp, uten merverdiavgift."
    )
    month: Month = Field(description="Måneden beløpet forfaller, ÅÅÅÅ-MM.")


CostLine = Annotated[FixedCost | PatientCost | KitCost | OneOffCost, Field(discriminator="kind")]
