"""Partners: the municipalities and city districts that pay, and the hospital trusts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gevinst.schema.months import Month
from gevinst.schema.names import Code, Name
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import Bounds, Value

PAYING_KINDS = ("municipality", "city_district")
PayrollTaxZone = Literal["I", "Ia", "II", "III", "IV", "IVa", "V"]


class PayingPartner(Table):
    """A municipality or city district, which pays its part of the cost."""

    kind: Literal["municipality", "city_district"] = Field(
        description="Kommune (municipality) eller bydel (city_district)."
    )
    code: Code = Field(
        description="Kommunenummer, fire sifre i anførselstegn, eller en kort kode for en bydel."
    )
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    population: Annotated[Value, Quantity("inhabitant", Bounds(at_least=1, at_most=1e7))] = Field(
        description="Innbyggere ved beregningsperiodens start."
    )
    joins: Month = Field(description="Første måned med i tjenesten, ÅÅÅÅ-MM.")
    leaves: Month | None = Field(
        None, description="Første måned kommunen ikke lenger er med, ÅÅÅÅ-MM."
    )
    payroll_tax_zone: PayrollTaxZone | None = Field(
        None, description="Sone for arbeidsgiveravgift. Må oppgis for vertskommunen."
    )
    service_level: Literal["own", "bought"] | None = Field(
        None,
        description=(
            "Tjenestenivået i tariffen: egen oppfølging med senterets utstyr (own), eller kjøpt"
            " oppfølging (bought)."
        ),
    )


class HospitalTrust(Table):
    """A hospital trust: a partner that does not pay by the key."""

    kind: Literal["hospital_trust"] = Field(description="Helseforetak.")
    code: Code = Field(description="Kort kode som resten av fila viser til, for eksempel unn.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")


Partner = Annotated[PayingPartner | HospitalTrust, Field(discriminator="kind")]
