"""What an extract is read for: windows, indicators and names of columns, from a configuration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gevinst.schema.baseline_config import BaselineConfig

NEEDS_QUANTITY = frozenset({"amount", "duration", "share_of_events", "score"})
MAY_BE_NEGATIVE = frozenset({"score", "improved"})
BY_EVENT = frozenset({"duration", "share_of_events"})
BY_SCORE = frozenset({"score", "improved"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An indicator as far as reading is concerned.

    ``share`` is ``share_of_events`` where a limit is stated, else ``share_of_persons``.
    """

    id: str
    kind: str
    event_types: tuple[str, ...]
    limit: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days from the first to the last, both among them."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to read, and how to count it.

    Attributes
    ----------
    date : date
        The day of the extract: nobody is followed beyond it.
    length_months, washout_days : int
        Windows relative to each person's index date; 0 months for calendar windows.
    before, after : Span or None
        Calendar windows.
    counts_index_event : bool
        Whether the index day belongs to the window before, rather than to neither.
    """

    date: dt.date
    length_months: int = 0
    washout_days: int = 0
    before: Span | None = None
    after: Span | None = None
    counts_index_event: bool = False
    excluded: tuple[Span, ...] = ()
    indicators: tuple[Counted, ...]
    person_columns: Mapping[str, str] = field(default_factory=dict)
    event_columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def types(self) -> tuple[str, ...]:
        """Every type of event that some indicator counts, once."""
        return tuple(dict.fromkeys(t for i in self.indicators for t in i.event_types))

    def types_of(self, kinds: frozenset[str], *, only: bool = False) -> frozenset[str]:
        """Types of events of indicators of these kinds; `only`: of no other kind."""
        own = {t for i in self.indicators if i.kind in kinds for t in i.event_types}
        other = {t for i in self.indicators if i.kind not in kinds for t in i.event_types}
        return frozenset(own - other if only else own)


def plan_of(config: BaselineConfig) -> Plan:
    """Take from a configuration what reading needs."""
    windows = config.windows
    calendar = (windows.before_from, windows.before_to, windows.after_from, windows.after_to)
    before = after = None
    if not windows.is_relative:
        first, last, start, end = (day for day in calendar if day is not None)
        before, after = Span(first=first, last=last), Span(first=start, last=end)
    return Plan(
        date=config.baseline.date,
        length_months=windows.length_months or 0,
        washout_days=windows.washout_days,
        before=before,
        after=after,
        counts_index_event=windows.index_event == "include",
        excluded=tuple(Span(first=e.first, last=e.last) for e in windows.excluded),
        indicators=tuple(
            Counted(
                id=i.id,
                kind=_kind(i.kind, i.limit_value),
                event_types=tuple(i.event_types),
                limit=i.limit_value,
            )
            for i in config.indicators
        ),
        person_columns=config.columns.of_persons,
        event_columns=config.columns.of_events,
    )


def _kind(kind: str, limit: float | None) -> str:
    if kind != "share":
        return kind
    return "share_of_persons" if limit is None else "share_of_events"
