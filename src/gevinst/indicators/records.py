"""What an indicator of the catalogue is: frozen records of names, definitions and sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gevinst.catalogue_entries import Text

TOPICS = ("hospital", "municipality", "patient", "service")
"""Where the figures usually come from; one file of data each."""
KINDS = ("events", "amount", "duration", "share", "score", "improved")
UNITS = {
    "events": ("admission", "readmission", "visit", "consultation", "contact", "call", "event"),
    "amount": ("bed_day", "nursing_day", "work_hour", "work_minute"),
    "duration": ("minute", "hour", "day", "month"),
    "share": ("share",),
    "score": ("point",),
    "improved": ("share",),
}
"""Kind -> the units that the catalogue uses for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a definition or a name was read.

    Attributes
    ----------
    title, publisher : str
        What was read, and who published it.
    url : str or None
        None where it was not opened, or is our own.
    retrieved : datetime.date or None
        The day it was opened.
    own : bool
        Whether the definition is a plain one of our own.
    """

    title: str
    publisher: str
    url: str | None = None
    retrieved: dt.date | None = None
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIndicator:
    """An indicator to choose from. It has no value: those are measured.

    Attributes
    ----------
    id : str
        What an indicator of a configuration names in ``catalogue``.
    topic : str
        One of `TOPICS`.
    kind, unit : str
        As in a configuration.
    better : str
        ``"fewer"`` or ``"more"``.
    name, definition, counting_rule, source_system, caveat : Text
    sources : tuple of Source
    own : bool
        Whether the definition is ours, not one that somebody published.
    """

    id: str
    topic: str
    kind: str
    unit: str
    better: str
    name: Text
    definition: Text
    counting_rule: Text
    source_system: Text
    caveat: Text
    sources: tuple[Source, ...]

    @property
    def own(self) -> bool:
        """Whether no published definition stands behind it."""
        return all(source.own for source in self.sources)
