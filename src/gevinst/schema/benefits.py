"""Benefit lines: what changes, how much, who bears the effort, who gains, and who answers for it.

Four kinds: events that are counted, hours before and after, a loop of contacts, and what is only
described. None of them gains anything without its uncertainty.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from gevinst.schema.benefit_parts import (
    BedDayValue,
    BenefitClass,
    Contact,
    KostraArt,
    KostraFunction,
    Plan,
    PlusMinus,
    WorkBenefitClass,
)
from gevinst.schema.lists import Longest
from gevinst.schema.names import CodeReference, Id, Name, Prose, Reference
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import COMPARED, MEASURED, MOST_NOK, Bounds, Value
from gevinst.units import counted_units

# Actors besides the hospital trusts of the project, which are named by their code.
ACTORS = ("municipality", "gp", "state", "patient", "next_of_kin", "society")
Design = Literal[
    "randomised",
    "stepped_wedge",
    "comparison_group",
    "interrupted_time_series",
    "before_after",
    "before_after_selected",
    "expert",
]
DESIGNS: tuple[str, ...] = get_args(Design)
GRADES = {
    "randomised": 1,
    "stepped_wedge": 1,
    "comparison_group": 2,
    "interrupted_time_series": 3,
    "before_after": 4,
    "before_after_selected": 5,
    "expert": 6,
}
"""Evidence grade of each design, 1 the strongest: the ladder in docs/decisions/0015."""
BaselineFrom = Literal["measured", "sourced", "assumed"]
WORK_UNIT = "work_hour"
_VALUE = Bounds(at_least=-MOST_NOK, at_most=MOST_NOK)
_SHARE = Bounds(at_least=0, at_most=1)
_RATE = Bounds(at_least=0, at_most=1e6)
_CHANGE = Bounds(at_least=-1e6, at_most=1e6)
_EFFECT = Bounds(at_least=-1, at_most=1000)
_BASELINE = Quantity("{unit}/patient/year", _RATE, follows="unit", takes=MEASURED)
_CHANGE_OF_IT = Quantity("1", _EFFECT, takes=COMPARED)
_ACTORS = "municipality, et helseforetak (koden), gp, state, patient, next_of_kin eller society."


class _Line(Table):
    """What every benefit line says."""

    id: Id = Field(description="Kort navn, unikt blant gevinstlinjene.")
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    groups: Annotated[tuple[Reference, ...], Longest()] | None = Field(
        None,
        min_length=1,
        description="Pasientgruppene gevinsten gjelder. Uten denne gjelder den alle.",
    )
    indicator: Name = Field(
        description="Hva som måles, med ord. Samme indikator skal ha samme definisjon."
    )
    definition: Prose = Field(
        description="Hvordan det telles: telleregelen, og systemet tallene hentes fra."
    )
    design: Design = Field(
        description=(
            "Hva anslaget bygger på: randomisert studie (randomised), trinnvis innføring"
            " (stepped_wedge), sammenligningsgruppe (comparison_group), tidsserie"
            " (interrupted_time_series), før og etter (before_after), før og etter hos dem som"
            " brukte mest (before_after_selected) eller faglig anslag (expert)."
        )
    )
    payer: CodeReference = Field(
        description=f"Hvem som gjør innsatsen, altså bærer arbeidet og kostnaden: {_ACTORS}"
    )
    owner: Name = Field(description="Gevinsteier: hvem som svarer for at gevinsten tas ut.")
    catalogue: Reference | None = Field(
        None,
        description="Gevinsten i katalogen som linja er valgt fra (gevinst.benefit_catalogue).",
    )
    replaces: Prose | None = Field(
        None, description="Hva gevinsten erstatter eller tar plassen til."
    )
    kostra_art: KostraArt | None = Field(None, description="KOSTRA-art, tre sifre.")
    kostra_function: KostraFunction | None = Field(None, description="KOSTRA-funksjon, tre sifre.")
    plan: Plan | None = Field(None, description="Når og hvordan gevinsten tas ut og måles.")


class _CountedLine(_Line):
    """A line with numbers: how much of a gain counts, from when, and how its value grows."""

    realisation_share: Annotated[Value, Quantity("1", _SHARE)] = Field(
        description=(
            "Andelen av endringen som faktisk blir til en gevinst. Gjelder bare gevinster: en"
            " endring til det verre regnes fullt ut."
        )
    )
    realisation_delay: (
        Annotated[Value, Quantity("month", Bounds(at_least=0, at_most=480))] | None
    ) = Field(
        None,
        description=(
            "Tid fra kommunen blir med til gevinsten begynner å telle. En endring til det verre"
            " regnes fra første dag. Uten denne er det ingen forsinkelse."
        ),
    )
    real_value_growth: (
        Annotated[Value, Quantity("1", Bounds(at_least=-0.2, at_most=0.2))] | None
    ) = Field(
        None, description="Vekst i verdien utover prisveksten per år, som andel. Uten denne ingen."
    )


class EventsBenefit(_CountedLine):
    """Something that is counted changes: baseline x effect x realised share x value."""

    kind: Literal["events"] = Field(description="Noe som telles, blir færre eller flere.")
    unit: Literal[counted_units()] = Field(  # type: ignore[valid-type]
        description="Det som telles, for eksempel admission (innleggelse) eller bed_day."
    )
    baseline: Annotated[Value, _BASELINE] = Field(
        description="Nullpunktet: antall per pasient og år uten tjenesten. 0 for nytt arbeid."
    )
    baseline_from: BaselineFrom = Field(
        description=(
            "Hvor nullpunktet kommer fra: målt (measured), en kilde (sourced) eller antatt"
            " (assumed). Målt og kilde skal ha source."
        )
    )
    effect: Annotated[Value, _CHANGE_OF_IT] | None = Field(
        None,
        description="Relativ endring med spenn: -0.05 betyr 5 % færre. Ikke under -1.",
    )
    change: Annotated[Value, Quantity("{unit}/patient/year", _CHANGE, follows="unit")] | None = (
        Field(
            None,
            description=(
                "Endring i antall per pasient og år, med spenn, i stedet for effect. Aldri under"
                " minus nullpunktet."
            ),
        )
    )
    unit_value: Annotated[Value, Quantity("NOK/{unit}", _VALUE, follows="unit")] | None = Field(
        None,
        description=(
            "Verdien for mottakeren av én færre, i kroner per enhet. Ikke når class er"
            " quality_unpriced, ikke for liggedøgn (bed_day_value), og for arbeidstimer bare med"
            " budget_decision."
        ),
    )
    bed_day_value: BedDayValue | None = Field(
        None, description="De tre verdiene av et liggedøgn. Må oppgis når unit er bed_day."
    )
    budget_decision: Prose | None = Field(
        None,
        description=(
            "Budsjettvedtaket som gjør timene til kroner. Uten vedtak vises timer, ikke kroner."
        ),
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
    plus_minus: PlusMinus | None = Field(
        None, description="Pluss-minusmetoden. Må oppgis når class er quality_unpriced."
    )


class HoursBenefit(_CountedLine):
    """Hours of a profession before and after, per patient and period."""

    kind: Literal["hours"] = Field(description="Arbeidstid før og etter, for en yrkesgruppe.")
    profession: Reference = Field(description="Yrkesgruppen timene gjelder: id i professions.")
    before: Annotated[Value, Quantity("work_minute/patient", _RATE)] = Field(
        description="Arbeidstid per pasient og periode uten tjenesten. 0 for nytt arbeid."
    )
    after: Annotated[Value, Quantity("work_minute/patient", _RATE)] = Field(
        description="Arbeidstid per pasient og periode med tjenesten, med spenn."
    )
    periods: Annotated[Value, Quantity("1/year", Bounds(above=0, at_most=8760))] = Field(
        description="Perioder i året: 26 når before og after gjelder 14 dager, 52 når de gjelder"
        " en uke."
    )
    budget_decision: Prose | None = Field(
        None,
        description=(
            "Budsjettvedtaket som gjør timene til kroner. Uten vedtak vises timer, ikke kroner."
        ),
    )
    hour_value: (
        Annotated[Value, Quantity("NOK/work_hour", Bounds(at_least=0, at_most=1e6))] | None
    ) = Field(None, description="Kroner per time. Bare sammen med budget_decision.")
    receiver: CodeReference = Field(description=f"Hvem som får timene: {_ACTORS}")
    class_: WorkBenefitClass = Field(
        alias="class",
        description=(
            "Slags gevinst: penger (cash, bare med budget_decision), frigjort kapasitet (capacity)"
            " eller unngått vekst (avoided_growth)."
        ),
    )


class LoopBenefit(_CountedLine):
    """A sequence of contacts that becomes more or less frequent, such as a patient in crisis."""

    kind: Literal["loop"] = Field(
        description="En rekke kontakter som kommer sjeldnere eller oftere."
    )
    baseline: Annotated[Value, Quantity("event/patient/year", _RATE, takes=MEASURED)] = Field(
        description="Nullpunktet: runder per pasient og år uten tjenesten."
    )
    baseline_from: BaselineFrom = Field(
        description="Hvor nullpunktet kommer fra: measured, sourced eller assumed."
    )
    effect: Annotated[Value, _CHANGE_OF_IT] = Field(
        description="Relativ endring i antall runder, med spenn. Ikke under -1."
    )
    contacts: Annotated[tuple[Contact, ...], Longest()] = Field(
        min_length=1, description="Kontaktene i én runde, i rekkefølge."
    )
    budget_decision: Prose | None = Field(
        None, description="Budsjettvedtaket som gjør timene i rundene til penger (cash)."
    )


class DescribedBenefit(_Line):
    """A benefit without numbers: described, and weighed by the plus-minus method."""

    kind: Literal["described"] = Field(description="Beskrevet med ord, uten tall.")
    receiver: CodeReference = Field(description=f"Hvem som får gevinsten: {_ACTORS}")
    class_: Literal["quality_unpriced"] = Field(
        alias="class", description="Kvalitet uten pris (quality_unpriced)."
    )
    plus_minus: PlusMinus = Field(description="Pluss-minusmetoden.")


Benefit = Annotated[
    EventsBenefit | HoursBenefit | LoopBenefit | DescribedBenefit, Field(discriminator="kind")
]
