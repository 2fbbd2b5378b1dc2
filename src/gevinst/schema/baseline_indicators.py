"""Indicators of a baseline measurement: what is counted, how, where, and by whom it is defined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, model_validator

from gevinst.indicators import indicator_definition
from gevinst.schema.lists import Longest
from gevinst.schema.names import Date, Id, Name, Prose, Reference
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import ClosedTable
from gevinst.schema.values import Bounds, Value
from gevinst.units import counted_units

IndicatorKind = Literal["events", "amount", "duration", "share", "score", "improved"]
INDICATOR_KINDS: tuple[str, ...] = get_args(IndicatorKind)
Better = Literal["fewer", "more"]
TIME_UNITS = ("minute", "hour", "day", "month")
IN_LUMPS = ("bed_day", "nursing_day", "work_hour", "km", "drg_point", "qaly")
"""Units of which one event brings several: they are summed, not counted."""
UNITS_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "events": tuple(unit for unit in counted_units() if unit not in IN_LUMPS),
    "amount": (*counted_units(), "work_minute"),
    "duration": TIME_UNITS,
    "share": ("share",),
    "score": ("point",),
    "improved": ("share",),
}
"""Kind of an indicator -> the units it may be measured in."""
INDICATOR_UNITS = tuple(dict.fromkeys(unit for units in UNITS_OF_KIND.values() for unit in units))
RATE_KINDS = ("events", "amount")
"""Kinds that are measured per person-year."""
_LIMIT = Bounds(at_least=-1e6, at_most=1e6)


def with_catalogue(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """The table of an indicator, what it leaves out filled from the entry that it names."""
    name = table.get("catalogue")
    known = indicator_definition(name) if isinstance(name, str) else None
    if known is None:
        return table
    stated = {
        "name": known.name.nb,
        "kind": known.kind,
        "unit": known.unit,
        "definition": known.definition.nb,
        "counting_rule": known.counting_rule.nb,
        "source_system": known.source_system.nb,
        "better": known.better,
    }
    return {**stated, **table}


class Indicator(ClosedTable):
    """One indicator with its whole definition; two with different definitions are never added.

    The rows of the events table whose ``type`` is among `event_types` belong to the indicator:
    ``events`` counts them; ``amount`` adds their quantity; ``duration`` looks at each one's
    quantity (mean, median, and the share within `limit`); ``share`` is the share of the events
    whose quantity is within `limit`, or, without a limit, the share of persons with at least one
    event; ``score`` compares each person's latest quantity before with the one after;
    ``improved`` counts the persons whose score became better, by at least `limit` if stated.
    """

    id: Id = Field(description="Kort navn, unikt blant indikatorene.")
    catalogue: Reference | None = Field(
        None,
        description=(
            "Indikatoren i katalogen (gevinst.indicator_catalogue) som fyller ut det som ikke står"
            " her: navn, slag, enhet, definisjon, telleregel, kildesystem og better."
        ),
    )
    name: Name = Field(description="Navnet slik det skal stå i resultatene.")
    kind: IndicatorKind = Field(
        description=(
            "Slags tall: hendelser som telles (events), mengder som summeres (amount), varighet"
            " (duration), andel (share), skår per person (score) eller personer som er blitt bedre"
            " (improved)."
        )
    )
    unit: Literal[INDICATOR_UNITS] = Field(  # type: ignore[valid-type]
        description="Enheten: for eksempel admission, bed_day, work_minute, day, share eller point."
    )
    event_types: Annotated[tuple[Name, ...], Longest()] = Field(
        (),
        description=(
            "Verdiene i kolonnen type i hendelsesfila som hører til indikatoren. Trengs ikke når"
            " tallene står i [[counts]] eller i en tabell med ferdige tall."
        ),
    )
    organisation: Name = Field(description="Hvem definisjonen og tallene kommer fra.")
    definition: Prose = Field(description="Hva som måles, så andre kan telle likt.")
    counting_rule: Prose = Field(description="Hva som er én, og hva som ikke telles med.")
    source_system: Name = Field(description="Systemet eller registeret tallene hentes fra.")
    valid_from: Date = Field(description="Dagen definisjonen gjelder fra.")
    valid_to: Date | None = Field(
        None, description="Siste dag definisjonen gjelder. Uten denne gjelder den fortsatt."
    )
    limit: Annotated[Value, Quantity("1", _LIMIT)] | None = Field(
        None,
        description=(
            "Grensen: høyeste mengde som er innenfor (duration, share), eller minste endring som"
            " er en bedring (improved). I samme enhet som mengden i fila, uten enhet her."
        ),
    )
    better: Better = Field(description="Hva som er bedre: færre (fewer) eller flere (more).")

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, given: Any) -> Any:  # noqa: ANN401
        """Fill what the file leaves out from the catalogue, if it names an entry of it."""
        return with_catalogue(given) if isinstance(given, Mapping) else given

    @property
    def is_rate(self) -> bool:
        """Whether it is measured per person-year."""
        return self.kind in RATE_KINDS

    @property
    def limit_value(self) -> float | None:
        """The limit as a number, if there is one."""
        return None if self.limit is None else self.limit.likely

    def same_definition(self, other: Indicator) -> bool:
        """Whether both say the same about what is measured and how it is counted."""
        keys = ("kind", "unit", "definition", "counting_rule", "limit_value", "better")
        return all(_plain(getattr(self, key)) == _plain(getattr(other, key)) for key in keys)


def _plain(content: object) -> object:
    return " ".join(content.split()).casefold() if isinstance(content, str) else content
