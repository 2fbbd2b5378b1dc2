"""What a known benefit is: frozen records of names, definitions and sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gevinst.catalogue_entries import Text

RECEIVERS = ("patient", "next_of_kin", "municipality", "hospital", "gp", "state", "society")
"""Who may gain; in a project the hospital is a hospital trust, named by its code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the name of a benefit was read.

    Attributes
    ----------
    title, publisher : str
        What was read, and who published it.
    url : str or None
        None where it was not opened, or is our own.
    retrieved : datetime.date or None
        The day it was opened.
    """

    title: str
    publisher: str
    url: str | None = None
    retrieved: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBenefit:
    """A benefit to choose from. It has no baseline, effect or value: those are the project's.

    Attributes
    ----------
    id : str
        What a line of a project names in ``catalogue``.
    receiver : str
        Who usually gains, one of `RECEIVERS`.
    unit : str
        What is counted, one of `gevinst.units.counted_units`.
    benefit_class : str
        The usual class; transfers and what is not priced can be no other.
    name, indicator, definition : Text
        The definition is a hint: the counting rule and the source system that a line must state.
    new_work : bool
        Whether it usually is more work, not less.
    in_the_centre : bool
        Whether the follow-up centre does the same work, and so may have counted it as a cost.
    collides_with : tuple of str
        Those that count the same thing twice, sorted.
    sources : tuple of Source
    note : Text or None
    """

    id: str
    receiver: str
    unit: str
    benefit_class: str
    name: Text
    indicator: Text
    definition: Text
    sources: tuple[Source, ...]
    collides_with: tuple[str, ...] = ()
    new_work: bool = False
    in_the_centre: bool = False
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """Two benefits that count the same thing twice.

    Attributes
    ----------
    rule : str
        Which rule says so.
    across : bool
        Whether they do so for different receivers too.
    """

    rule: str
    across: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """Something that is known to exist, but was not found in the open."""

    id: str
    text: Text
