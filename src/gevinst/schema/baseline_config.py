"""What a configuration of a baseline measurement may say (``baseline.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Field, ModelWrapValidatorHandler, StrictBool, model_validator

from gevinst.schema.baseline_checks import cross_check_baseline
from gevinst.schema.baseline_indicators import Indicator
from gevinst.schema.findings import failure
from gevinst.schema.lists import Longest
from gevinst.schema.names import Date, Name, Prose, Reference, Whole
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import ClosedTable, Table
from gevinst.schema.values import Bounds, Value

BaselineDesign = Literal[
    "randomised",
    "stepped_wedge",
    "comparison_group",
    "interrupted_time_series",
    "before_after",
    "before_after_selected",
]
BASELINE_DESIGNS: tuple[str, ...] = get_args(BaselineDesign)
IndexEvent = Literal["exclude", "include"]
THRESHOLD = 5
MOST_COUNTS = 100_000
MONTHS_PER_YEAR = 12
DAYS_PER_YEAR = 365
"""Of the unit registry, in which a washout is stated; not of the calendar."""
_MONTHS = Bounds(above=0, at_most=120)
_WASHOUT = Bounds(at_least=0, at_most=366)
_AMOUNT = Bounds(at_least=0, at_most=1e12)
_MOMENT = Bounds(above=0, at_most=1e6)


class BaselineInfo(ClosedTable):
    """What the measurement is, and what decides its words."""

    name: Name = Field(description="Navnet på målingen.")
    date: Date = Field(description="Dagen tallene er hentet ut: oppfølgingen går til og med den.")
    organisation: Name = Field(description="Hvem som måler.")
    notice: Prose | None = Field(None, description="Linje som vises over alle resultater.")
    design: BaselineDesign = Field(
        description=(
            "Hva målingen kan si noe om: randomised, stepped_wedge, comparison_group,"
            " interrupted_time_series, before_after eller before_after_selected."
        )
    )
    selected_on_use: StrictBool = Field(
        description=(
            "true når pasientene er med fordi de brukte mye tjenester, eller ble henvist etter en"
            " innleggelse. Da blir tallene bedre av seg selv."
        )
    )
    primary: Reference = Field(
        description="Indikatoren som avgjør: id i [[indicators]]. De andre er utforskende."
    )
    threshold: Annotated[int, Whole(2, 100)] = Field(
        THRESHOLD, description="Minste antall personer i en celle som vises. Uten denne: 5."
    )
    seed: Annotated[int, Whole(0, 2**32 - 1)] = Field(
        1, description="Frø for trekningene i bootstrap, så svaret blir det samme hver gang."
    )


class Excluded(ClosedTable):
    """A span of the calendar that is left out for everybody, such as a pandemic."""

    first: Date = Field(alias="from", description="Første dag som holdes utenfor.")
    last: Date = Field(alias="to", description="Siste dag som holdes utenfor.")
    reason: Prose = Field(description="Hvorfor.")


class Windows(ClosedTable):
    """Before and after: relative to each person's index date, or the same calendar for all."""

    length: Annotated[Value, Quantity("month", _MONTHS)] | None = Field(
        None,
        description=(
            "Lengden på hver av periodene før og etter hver persons indeksdato, i hele måneder."
            " Uten denne: before_from, before_to, after_from og after_to."
        ),
    )
    washout: Annotated[Value, Quantity("day", _WASHOUT)] | None = Field(
        None,
        description=(
            "Hele dager på hver side av indeksdatoen som ikke regnes med, så hendelsen som førte"
            " til henvisningen ikke teller. Periodene flyttes like langt ut. Bare sammen med"
            " length."
        ),
    )
    index_event: IndexEvent | None = Field(
        None,
        description=(
            "Om hendelser på selve indeksdatoen holdes utenfor (exclude) eller telles i"
            " førperioden (include). Må oppgis sammen med length."
        ),
    )
    before_from: Date | None = Field(None, description="Første dag i førperioden.")
    before_to: Date | None = Field(None, description="Siste dag i førperioden.")
    after_from: Date | None = Field(None, description="Første dag i etterperioden.")
    after_to: Date | None = Field(None, description="Siste dag i etterperioden.")
    unequal: Prose | None = Field(
        None,
        description=(
            "Grunnen til at kalenderperiodene er ulikt lange eller ligger på hver sin tid av året."
            " Uten denne blir slike perioder avvist."
        ),
    )
    introduced: Date | None = Field(
        None,
        description="Dagen tjenesten begynte. Må oppgis når design er interrupted_time_series.",
    )
    excluded: Annotated[tuple[Excluded, ...], Longest()] = Field(
        (), description="Tidsrom som holdes utenfor for alle, med grunn."
    )

    @property
    def is_relative(self) -> bool:
        """Whether the windows follow each person's index date."""
        return self.length is not None

    @property
    def length_months(self) -> int | None:
        """Whole months of each relative window; None for calendar windows."""
        return None if self.length is None else round(self.length.likely * MONTHS_PER_YEAR)

    @property
    def washout_days(self) -> int:
        """Whole days on each side of the index date that are left out."""
        return 0 if self.washout is None else round(self.washout.likely * DAYS_PER_YEAR)

    @property
    def years_before(self) -> float:
        """Length of the window before, in years."""
        if self.length is not None:
            return self.length.likely
        if self.before_from is None or self.before_to is None:
            raise ValueError("checked: calendar windows have all four dates")
        return ((self.before_to - self.before_from).days + 1) / 365.25


class Population(Table):
    """The population that the patients were selected from: what regression to the mean needs.

    Counts (``events``): persons have rates that vary between them as a gamma distribution with
    mean `mean` (a year) and shape `shape`; those with at least `cut` in the window before were
    selected. In place of mean and shape, `distribution` or `table` may say how many persons of the
    population had 0, 1, 2 ... events in `period`. Scores: normal with `mean`, `sd` and correlation
    `correlation` between two measurements, selected above `cut` (the mean of `measurements`).
    """

    indicator: Reference | None = Field(
        None, description="Indikatoren det gjelder. Uten denne: den som er primary."
    )
    mean: Annotated[Value, Quantity("1", Bounds(at_least=-1e6, at_most=1e6))] | None = Field(
        None,
        description="Gjennomsnitt i befolkningen: antall per person og år, eller skåren.",
    )
    shape: Annotated[Value, Quantity("1", _MOMENT)] | None = Field(
        None,
        description=(
            "Formen (k) på fordelingen mellom personer: liten når noen få bruker mye. Variansen"
            " mellom personers rater er gjennomsnittet i annen, delt på formen."
        ),
    )
    sd: Annotated[Value, Quantity("1", _MOMENT)] | None = Field(
        None, description="Standardavvik i befolkningen. Bare for skår."
    )
    correlation: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1))] | None = Field(
        None, description="Korrelasjon mellom to målinger av samme person. Bare for skår."
    )
    measurements: Annotated[int, Whole(1, 100)] = Field(
        1, description="Antall målinger som ligger til grunn for utvelgelsen. Bare for skår."
    )
    cut: Annotated[Value, Quantity("1", Bounds(at_least=-1e6, at_most=1e6))] = Field(
        description=(
            "Grensen for å bli med: minst så mange hendelser i førperioden, eller en skår over den."
        )
    )
    distribution: Annotated[tuple[Annotated[int, Whole(0, 10**9)], ...], Longest()] | None = Field(
        None,
        description="Antall personer i befolkningen med 0, 1, 2 ... hendelser i tidsrommet period.",
    )
    table: Name | None = Field(
        None,
        description=(
            "Fil med det samme: kolonnene events og persons. Leses fra mappa denne fila ligger i."
        ),
    )
    period: Annotated[Value, Quantity("month", _MONTHS)] | None = Field(
        None, description="Tidsrommet distribution eller table gjelder."
    )


class CountRow(ClosedTable):
    """One cell of the counts door: an aggregate, never a person."""

    indicator: Reference = Field(description="Indikatoren: id i [[indicators]].")
    group: Name = Field("", description="Pasientgruppe. Uten denne: alle.")
    partner: Name = Field("", description="Kommune eller bydel. Uten denne: alle.")
    period: Literal["before", "after"] = Field(description="Før (before) eller etter (after).")
    arm: Literal["followed", "comparison"] = Field(
        "followed", description="Fulgt opp (followed) eller sammenligningsgruppe (comparison)."
    )
    persons: Annotated[int, Whole(0, 10**9)] = Field(description="Antall personer.")
    person_time: Annotated[Value, Quantity("year", _AMOUNT)] = Field(
        description="Personår de ble fulgt. Skriv for eksempel «558 month» for personmåneder."
    )
    events: Annotated[int, Whole(0, 10**12)] | None = Field(
        None, description="Antall hendelser. Oppgi enten events eller amount."
    )
    amount: Annotated[Value, Quantity("1", _AMOUNT)] | None = Field(
        None, description="Summen av mengden, i indikatorens enhet."
    )
    sum_of_squares: Annotated[Value, Quantity("1", Bounds(at_least=0, at_most=1e15))] | None = (
        Field(
            None,
            description=(
                "Summen over personer av kvadratet av hver persons antall eller mengde. Gir"
                " spredningen mellom personer, og et ærligere intervall."
            ),
        )
    )

    @property
    def total(self) -> float:
        """Events, or the summed quantity."""
        if self.events is not None:
            return float(self.events)
        if self.amount is None:
            raise ValueError("checked: events or amount")
        return self.amount.likely


class PersonColumns(ClosedTable):
    """What the columns of the persons table are called there."""

    person_id: Name | None = Field(None, description="Pseudonymt løpenummer.")
    index_date: Name | None = Field(None, description="Dagen personen fikk tilbudet.")
    follow_up_start: Name | None = Field(None, description="Første dag personen kan følges.")
    follow_up_end: Name | None = Field(None, description="Siste dag personen kan følges.")
    end_reason: Name | None = Field(None, description="Hvorfor oppfølgingen sluttet.")
    group: Name | None = Field(None, description="Pasientgruppe.")
    municipality: Name | None = Field(None, description="Kommune.")
    arm: Name | None = Field(None, description="Fulgt opp eller sammenligningsgruppe.")
    offered: Name | None = Field(None, description="Fikk tilbudet.")
    accepted: Name | None = Field(None, description="Takket ja.")
    started: Name | None = Field(None, description="Begynte.")


class EventColumns(ClosedTable):
    """What the columns of the events table are called there."""

    person_id: Name | None = Field(None, description="Pseudonymt løpenummer.")
    date: Name | None = Field(None, description="Dagen det hendte.")
    type: Name | None = Field(None, description="Slags hendelse.")
    quantity: Name | None = Field(None, description="Mengde, for eksempel liggedøgn.")


class Columns(ClosedTable):
    """Names of columns in the extract, where they differ from ours."""

    persons: PersonColumns = Field(PersonColumns(), description="Kolonner i personfila.")
    events: EventColumns = Field(EventColumns(), description="Kolonner i hendelsesfila.")

    @property
    def of_persons(self) -> Mapping[str, str]:
        """Our name -> the name in the persons table, for those that differ."""
        return {key: name for key, name in self.persons.items() if name is not None}

    @property
    def of_events(self) -> Mapping[str, str]:
        """Our name -> the name in the events table, for those that differ."""
        return {key: name for key, name in self.events.items() if name is not None}


class BaselineConfig(ClosedTable):
    """Everything that one configuration says, checked."""

    schema_version: Literal[1] = Field(alias="schema", description="Versjon av filformatet: 1.")
    baseline: BaselineInfo = Field(description="Om målingen.")
    windows: Windows = Field(description="Periodene før og etter.")
    indicators: Annotated[tuple[Indicator, ...], Longest()] = Field(
        min_length=1, description="Indikatorene, minst én."
    )
    population: Annotated[tuple[Population, ...], Longest()] = Field(
        (),
        description=(
            "Befolkningen pasientene er valgt fra, for hver indikator. Uten den kan en endring hos"
            " utvalgte ikke skilles fra naturlig utvikling."
        ),
    )
    counts: Annotated[tuple[CountRow, ...], Longest(MOST_COUNTS)] = Field(
        (), description="Ferdige tall, i stedet for en persontabell og en hendelsestabell."
    )
    columns: Columns = Field(Columns(), description="Navn på kolonner som heter noe annet.")

    @model_validator(mode="wrap")
    @classmethod
    def _cross_check(cls, given: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401
        config = handler(given)
        if isinstance(given, Mapping):
            findings = tuple(cross_check_baseline(given))
            if findings:
                raise failure(findings)
        return config

    @property
    def primary(self) -> Indicator:
        """The indicator that was declared to decide."""
        return self.indicator(self.baseline.primary)

    @property
    def design(self) -> BaselineDesign:
        """The design that the words follow: before and after of a selected group is that."""
        stated = self.baseline.design
        selected = stated == "before_after" and self.baseline.selected_on_use
        return "before_after_selected" if selected else stated

    def indicator(self, id_: str) -> Indicator:
        """Find the indicator of an id.

        Raises
        ------
        KeyError
            There is none.
        """
        for indicator in self.indicators:
            if indicator.id == id_:
                return indicator
        raise KeyError(id_)

    def population_of(self, id_: str) -> Population | None:
        """Find the source population of an indicator; None if it is not stated."""
        for population in self.population:
            if (population.indicator or self.baseline.primary) == id_:
                return population
        return None
