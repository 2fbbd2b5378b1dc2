"""What a parameter is: frozen records of values, dates and sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from gevinst.catalogue_entries import Text
from gevinst.errors import ParameterError
from gevinst.messages import nearest

Grade = Literal["A", "B", "definition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value was read.

    Attributes
    ----------
    title, publisher : str
        What was read, and who published *that*; not who first decided the figure.
    grade : {"A", "B", "definition"}
        A: a page of the responsible body itself. B: another party's copy or press that names
        the responsible body and agrees with something else. definition: arithmetic, or a
        convention of this library.
    url : str or None
        None for a definition only.
    retrieved : datetime.date or None
        The day it was read. None for a definition only.
    page : str or None
        Page, table or cell.
    """

    title: str
    publisher: str
    grade: Grade
    url: str | None = None
    retrieved: dt.date | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value, or one table of values, with its date and its source.

    Attributes
    ----------
    parameter : str
        Name of the parameter.
    valid_from : datetime.date
        First day; for a vintage the day of publication.
    valid_to : datetime.date or None
        Last day, where a later value is known to exist but has not been found.
    value : float or None
        The value in the parameter's unit; None if there is a table.
    table : tuple of (str, float)
        Values by key, in the order of the file; empty if there is one value.
    vintage : str or None
        Name of the publication, where the same period is estimated several times.
    note : str or None
        What to know before using it, in Norwegian.
    """

    parameter: str
    valid_from: dt.date
    source: Source
    valid_to: dt.date | None = None
    value: float | None = None
    table: tuple[tuple[str, float], ...] = ()
    vintage: str | None = None
    note: str | None = None

    @property
    def rows(self) -> tuple[tuple[str | None, float], ...]:
        """Every (key, value); the key of a single value is None."""
        return self.table or (() if self.value is None else ((None, self.value),))

    def at(self, key: str | None = None) -> float:
        """Return the value of a key, or the single value when no key is given.

        Raises
        ------
        ParameterError
            If there is no such key, with the nearest one.
        """
        values = dict(self.rows)
        if key not in values:
            keys = [str(k) for k in values]
            near = nearest(str(key), keys) or keys[0]
            raise ParameterError.unknown(f"{self.parameter}[{key}]", f"{self.parameter}[{near}]")
        return values[key]

    def step_at(self, position: float) -> float:
        """Return the value of the highest step that is not above `position`.

        For tables whose keys are numbers from which a value holds, such as the first year of
        a band or years of seniority.

        Raises
        ------
        ParameterError
            If `position` lies below the first step.
        """
        reached = [value for key, value in self.table if float(key) <= position]
        if not reached:
            first = self.table[0][0] if self.table else None
            raise ParameterError.unknown(
                f"{self.parameter}[{position:g}]", f"{self.parameter}[{first}]"
            )
        return reached[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A named figure with its unit and all its dated entries, oldest first.

    Attributes
    ----------
    name : str
        Path in the data folder, with dots.
    label, description : Text
        For people.
    unit : str
        A unit of `gevinst.units`.
    table_by : str or None
        What the keys of a table are; None if the entries hold one value each.
    entries : tuple of Entry
        By `valid_from`.
    """

    name: str
    label: Text
    description: Text
    unit: str
    entries: tuple[Entry, ...]
    table_by: str | None = None

    def on(self, date: dt.date) -> Entry:
        """Return the newest entry that is valid on the date.

        Raises
        ------
        ParameterError
            If the date lies before the first entry, or after the last day of the newest.
        """
        begun = [entry for entry in self.entries if entry.valid_from <= date]
        if not begun:
            raise ParameterError.no_value(self.name, date, first=self.entries[0].valid_from)
        newest = begun[-1]
        if newest.valid_to is not None and date > newest.valid_to:
            raise ParameterError.no_value(
                self.name, date, first=self.entries[0].valid_from, last=newest.valid_to
            )
        return newest

    def vintage(self, name: str) -> Entry:
        """Return the entry of one publication.

        Raises
        ------
        ParameterError
            If there is no such vintage, with the nearest one.
        """
        published = {entry.vintage: entry for entry in self.entries if entry.vintage}
        if name not in published:
            near = nearest(name, map(str, published))
            raise ParameterError.unknown(
                f"{self.name}[{name}]", f"{self.name}[{near}]" if near else None
            )
        return published[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredInput:
    """A figure that nobody could source: the project file has to state it.

    Attributes
    ----------
    name : str
        What it would have been called.
    label, reason : Text
        For people: what it is, and why there is no value.
    """

    name: str
    label: Text
    reason: Text
