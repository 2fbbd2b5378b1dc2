"""Opening hours: spans of the day, for each day of the week."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from gevinst.schema.describe import shown, type_of
from gevinst.schema.findings import fail
from gevinst.schema.table import Table

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPAN = re.compile(r"\s*(\d{1,2}):([0-5]\d)\s*[-–]\s*(\d{1,2}):([0-5]\d)\s*", re.ASCII)
_MINUTES_PER_HOUR = 60
_MINUTES_PER_DAY = 24 * _MINUTES_PER_HOUR


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a day, in minutes after midnight."""

    start: int
    end: int

    @property
    def hours(self) -> float:
        """Length in hours."""
        return (self.end - self.start) / _MINUTES_PER_HOUR


def clock(minutes: int) -> str:
    """A time of the day as it is written: ``08:00``."""
    return f"{minutes // _MINUTES_PER_HOUR:02d}:{minutes % _MINUTES_PER_HOUR:02d}"


def text_of(spans: tuple[Span, ...]) -> str:
    """Spans of a day as a project file has them."""
    return ", ".join(f"{clock(span.start)}-{clock(span.end)}" for span in spans)


class _SpansOfDay:
    """Annotation of the spans of one day, written ``08:00-15:30, 17:00-19:00``."""

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validate)

    def _validate(self, given: object) -> tuple[Span, ...]:
        if not isinstance(given, str):
            raise fail("hours.wrong_type", found=shown(given), type=type_of(given))
        spans = tuple(self._span(part, given) for part in given.split(","))
        for earlier, later in pairwise(spans):
            if later.start < earlier.end:
                raise fail("hours.overlap", found=given)
        return spans

    def _span(self, part: str, given: str) -> Span:
        match = _SPAN.fullmatch(part)
        if match is None:
            raise fail("hours.malformed", found=given)
        from_hour, from_minute, to_hour, to_minute = (int(text) for text in match.groups())
        start = from_hour * _MINUTES_PER_HOUR + from_minute
        end = to_hour * _MINUTES_PER_HOUR + to_minute
        if end > _MINUTES_PER_DAY:
            raise fail("hours.malformed", found=given)
        if end <= start:
            raise fail("hours.backwards", found=part.strip())
        return Span(start, end)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        span = r"[0-9]{1,2}:[0-5][0-9] *[-–] *[0-9]{1,2}:[0-5][0-9]"
        return {"type": "string", "pattern": f"^ *{span}( *, *{span})* *$"}


Day = Annotated[tuple[Span, ...], _SpansOfDay()]


class OpeningHours(Table):
    """When the centre is open; a day that is left out is closed."""

    monday: Day | None = Field(None, description="Åpent mandag, for eksempel 08:00-15:30.")
    tuesday: Day | None = Field(None, description="Åpent tirsdag.")
    wednesday: Day | None = Field(None, description="Åpent onsdag.")
    thursday: Day | None = Field(None, description="Åpent torsdag.")
    friday: Day | None = Field(None, description="Åpent fredag.")
    saturday: Day | None = Field(None, description="Åpent lørdag.")
    sunday: Day | None = Field(None, description="Åpent søndag.")

    def days(self) -> dict[str, tuple[Span, ...]]:
        """Spans of each open day, Monday first."""
        return {day: spans for day in DAYS if (spans := getattr(self, day))}

    def open_days(self) -> int:
        """Number of open days in a week."""
        return len(self.days())

    def weekly_hours(self) -> float:
        """Opening hours in a week."""
        return sum(span.hours for spans in self.days().values() for span in spans)

    def closures(self) -> list[tuple[float, bool]]:
        """Each closed span of the week, round the weekend to Monday.

        Returns
        -------
        list of tuple
            Hours, and whether it is a night: from one open day to the next day.
        """
        open_spans = [
            (DAYS.index(day), span) for day, spans in self.days().items() for span in spans
        ]
        first_day, first = open_spans[0]
        after = [*open_spans[1:], (first_day + len(DAYS), first)]
        found = []
        for (day, span), (next_day, next_span) in zip(open_spans, after, strict=True):
            minutes = (next_day - day) * _MINUTES_PER_DAY + next_span.start - span.end
            if minutes > 0:
                found.append((minutes / _MINUTES_PER_HOUR, next_day - day == 1))
        return found

    def longest_closure(self) -> float:
        """Hours of the longest closure in a week; 0 if it is always open."""
        return max((hours for hours, _ in self.closures()), default=0.0)

    def longest_night(self) -> float:
        """Hours of the longest closure between two days that follow each other; 0 if none."""
        return max((hours for hours, night in self.closures() if night), default=0.0)
