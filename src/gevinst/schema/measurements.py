"""Measurements and comparisons of a project: what was counted, in whom, and what was compared.

A measurement is an aggregate, never a person: what was counted for some persons in some months,
or a finished rate with its interval. Benefit lines take their baseline from a measurement
(``{ measured = "id" }``) and their effect from a comparison (``{ compared = "id" }``).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.months import Month
from gevinst.schema.names import CodeReference, Date, Id, Name, Prose, Reference, Whole
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import Table
from gevinst.schema.values import Bounds, Value
from gevinst.units import counted_units

LUMPS = ("bed_day", "nursing_day", "work_hour", "km", "drg_point", "qaly")
"""Units that come many at a time: their number is an amount, not a count of events."""
ComparisonDesign = Literal[
    "randomised",
    "stepped_wedge",
    "comparison_group",
    "interrupted_time_series",
    "before_after",
    "before_after_selected",
]
SELECTED, BEFORE_AFTER = "before_after_selected", "before_after"
MOST_PERSONS = 10_000_000
MOST_EVENTS = 1_000_000_000
_TIME = Bounds(above=0, at_most=1e8)
_AMOUNT = Bounds(at_least=0, at_most=1e12)
_RATE = Bounds(at_least=0, at_most=1e6)
_RATIO = Bounds(at_least=0, at_most=1001)
_CHANGE = Bounds(above=-1, at_most=1000)


class Measurement(Table):
    """What was measured in one group over some months: an aggregate of persons."""

    id: Id = Field(description="Kort navn, unikt blant målingene.")
    indicator: Name = Field(description="Hva som måles: samme navn som i gevinstlinja.")
    definition: Prose = Field(description="Hvordan det telles: samme tekst som i gevinstlinja.")
    unit: Literal[counted_units()] = Field(  # type: ignore[valid-type]
        description="Det som telles, for eksempel admission (innleggelse) eller bed_day."
    )
    organisation: Name = Field(description="Virksomheten tallene kommer fra.")
    source_system: Name = Field(description="Systemet tallene er hentet fra, for eksempel NPR.")
    counting_rule: Prose = Field(description="Telleregelen: hva som er én, og hva som ikke er med.")
    valid_from: Date = Field(description="Datoen definisjonen gjelder fra.")
    groups: Annotated[tuple[Reference, ...], Longest()] | None = Field(
        None,
        min_length=1,
        description="Pasientgruppene målingen gjelder. Uten denne gjelder den alle.",
    )
    partner: CodeReference | None = Field(
        None, description="Deltakeren målingen gjelder: koden. Uten denne gjelder den alle."
    )
    first_month: Month = Field(description="Første måned i målingen, ÅÅÅÅ-MM.")
    last_month: Month = Field(description="Siste måned i målingen, ÅÅÅÅ-MM.")
    selected_on_use: bool = Field(
        strict=True,
        description=(
            "Om personene ble tatt med fordi de hadde brukt mye av tjenestene: true eller false."
            " Da faller forbruket deres uansett."
        ),
    )
    persons: Annotated[int, Whole(1, MOST_PERSONS)] = Field(description="Antall personer.")
    person_time: Annotated[Value, Quantity("year", _TIME)] | None = Field(
        None, description="Samlet oppfølgingstid: hver persons egen tid, lagt sammen."
    )
    events: Annotated[int, Whole(0, MOST_EVENTS)] | None = Field(
        None, description="Antall hendelser, et heltall. Enten dette, amount eller rate."
    )
    amount: Annotated[Value, Quantity("{unit}", _AMOUNT, follows="unit")] | None = Field(
        None,
        description=(
            "Samlet mengde av det som kommer mange om gangen, som liggedøgn og timer. Da må"
            " sum_of_squares oppgis."
        ),
    )
    sum_of_squares: Annotated[Value, Quantity("{unit}**2", _AMOUNT, follows="unit")] | None = Field(
        None,
        description="Summen av hver persons antall i annen. Viser hvor ulikt det er fordelt.",
    )
    rate: Annotated[Value, Quantity("{unit}/patient/year", _RATE, follows="unit")] | None = Field(
        None,
        description=(
            "Ferdig rate med spenn, for eksempel fra personrader. Antallene kan stå ved siden av."
        ),
    )
    expected_rate: (
        Annotated[Value, Quantity("{unit}/patient/year", _RATE, follows="unit")] | None
    ) = Field(
        None,
        description=(
            "Raten som ventes i oppfølgingstiden uten tjenesten, beregnet fra befolkningen"
            " personene kom fra. Oppgis den, er den nullpunktet."
        ),
    )
    method: Prose | None = Field(
        None, description="Hvordan målingen er gjort: indekshendelse, utvasking, frafall."
    )
    date: Date = Field(description="Datoen tallene ble hentet ut.")


class Comparison(Table):
    """What was compared, how, and what came of it: a ratio of two rates."""

    id: Id = Field(description="Kort navn, unikt blant sammenligningene.")
    indicator: Name = Field(description="Hva som er sammenlignet: samme navn som i gevinstlinja.")
    definition: Prose = Field(description="Hvordan det telles: samme tekst som i gevinstlinja.")
    organisation: Name = Field(description="Hvem som har gjort sammenligningen.")
    design: ComparisonDesign = Field(
        description=(
            "Hva den bygger på: randomised, stepped_wedge, comparison_group,"
            " interrupted_time_series, before_after eller before_after_selected."
        )
    )
    selected_on_use: bool = Field(
        strict=True,
        description="Om personene ble tatt med fordi de hadde brukt mye: true eller false.",
    )
    before: Reference | None = Field(None, description="Målingen før: id i measurements.")
    after: Reference | None = Field(None, description="Målingen etter: id i measurements.")
    comparison_before: Reference | None = Field(
        None, description="Sammenligningsgruppa før: id i measurements."
    )
    comparison_after: Reference | None = Field(
        None, description="Sammenligningsgruppa etter: id i measurements."
    )
    ratio: Annotated[Value, Quantity("1", _RATIO)] | None = Field(
        None,
        description=(
            "Ferdig forholdstall med spenn: 0.9 betyr 10 % færre. For en gruppe valgt etter"
            " forbruk er det det som er igjen når ventet endring er trukket fra."
        ),
    )
    observed_change: Annotated[Value, Quantity("1", _CHANGE)] | None = Field(
        None, description="Observert endring som andel: -0.39 betyr 39 % færre."
    )
    expected_change: Annotated[Value, Quantity("1", _CHANGE)] | None = Field(
        None, description="Endringen som ventes uten tjenesten, som andel."
    )
    method: Prose | None = Field(None, description="Hvordan sammenligningen er gjort.")
    date: Date = Field(description="Datoen sammenligningen ble gjort.")

    @property
    def evidence(self) -> str:
        """The design that the result may be said to have: a selected group is told as one."""
        selected = self.design == BEFORE_AFTER and self.selected_on_use
        return SELECTED if selected else self.design
