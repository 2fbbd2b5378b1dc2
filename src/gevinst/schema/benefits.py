"""Benefits: what changes, how much, what it is worth, who bears the effort and who gains."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.names import CodeReference, Id, Name, Reference
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import MOST_NOK, Bounds, Value
from gevinst.units import counted_units

# Actors besides the hospital trusts of the project, which are named by their code.
ACTORS = ("municipality", "gp", "state", "patient", "next_of_kin", "society")

BenefitClass = Literal[
    "cash", "capacity", "avoided_growth", "quality_priced", "quality_unpriced", "transfer"
]
BENEFIT_CLASSES: tuple[str, ...] = get_args(BenefitClass)
_VALUE = Bounds(at_least=-MOST_NOK, at_most=MOST_NOK)


class Benefit(Table):
    """A benefit line: baseline x effect x realised share x value."""

    id: Id = Field(description="Kort navn, unikt blant gevinstlinjene.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    groups: Annotated[tuple[Reference, ...], Longest()] | None = Field(
        None,
        min_length=1,
        description="Pasientgruppene gevinsten gjelder. Uten denne gjelder den alle.",
    )
    indicator: Name = Field(description="Hva som måles, med ord.")
    unit: Literal[counted_units()] = Field(  # type: ignore[valid-type]
        description="Det som telles, for eksempel admission (innleggelse) eller bed_day."
    )
    baseline: Annotated[
        Value, Quantity("{unit}/patient/year", Bounds(at_least=0, at_most=1e6), follows="unit")
    ] = Field(description="Nullpunktet: antall per pasient og år uten tjenesten.")
    effect: Annotated[Value, Quantity("1", Bounds(at_least=-1, at_most=1000))] = Field(
        description="Relativ endring: -0.05 betyr 5 % færre. Ikke under -1."
    )
    realisation_share: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1))] = Field(
        description=(
            "Andelen av endringen som faktisk blir til en gevinst. Gjelder bare gevinster: en"
            " endring til det verre regnes fullt ut."
        )
    )
    unit_value: Annotated[Value, Quantity("NOK/{unit}", _VALUE, follows="unit")] | None = Field(
        None,
        description=(
            "Verdien for mottakeren av én færre, i kroner per enhet. Må oppgis, unntatt når"
            " class er quality_unpriced: da skal den ikke stå her."
        ),
    )
    payer: CodeReference = Field(
        description=(
            "Hvem som gjør innsatsen, altså bærer arbeidet og kostnaden som gir gevinsten:"
            " municipality, et helseforetak (koden), gp, state, patient, next_of_kin eller society."
        )
    )
    receiver: CodeReference = Field(description="Hvem som får gevinsten: de samme valgene.")
    counterparty: CodeReference | None = Field(
        None,
        description=(
            "Hvem som betaler overføringen. De samme valgene som payer og receiver, men ikke den"
            " samme som receiver. Bare, og alltid, når class er transfer."
        ),
    )
    class_: BenefitClass = Field(
        alias="class",
        description=(
            "Slags gevinst: penger (cash), frigjort kapasitet (capacity), unngått vekst"
            " (avoided_growth), kvalitet med eller uten pris (quality_priced,"
            " quality_unpriced) eller overføring (transfer)."
        ),
    )
