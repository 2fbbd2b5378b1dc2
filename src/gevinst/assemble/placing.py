"""Placing values on the axes, each with its origin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np

from gevinst import parameters
from gevinst.axes import MONTHS_IN_YEAR, Array, Frame
from gevinst.core.ledger import Key
from gevinst.results import Origin
from gevinst.schema import Month, Value
from gevinst.schema.spread_words import spread_words
from gevinst.schema.table import Table
from gevinst.units import to_canonical

DEFINITION = "definisjon i modellen"
NOT_STATED = "ikke oppgitt"
CHOICE = "prosjektets valg"
MINUTES_IN_HOUR = 60


class Placer:
    """Makes arrays of values and remembers where each cell came from.

    A value is placed at its likely number, or at its `points`, by path and one a draw, where it
    has any.
    """

    def __init__(self, frame: Frame, points: Mapping[str, Array] | None = None) -> None:
        self.frame = frame
        self.points = {_unquoted(path): numbers for path, numbers in (points or {}).items()}
        self.origins: dict[Key, dict[tuple[int, int], Origin]] = {}

    def at(self, path: str, value: Value) -> float | Array:
        """The likely number of a value, or one for each draw."""
        return self.points.get(_unquoted(path), value.likely)

    def empty(self, groups: int, municipalities: int, values: Iterable[Sequence[object]]) -> Array:
        """Zeros for values with these paths; they span the draws if one of the values does."""
        drawn = any(_unquoted(str(entry[0])) in self.points for entry in values)
        return np.zeros((groups, municipalities, 1, self.frame.draws if drawn else 1))

    def remember(self, name: str, record: str, cell: tuple[int, int], origin: Origin) -> None:
        """Write down where a cell comes from."""
        self.origins.setdefault((name, record), {})[cell] = origin

    def one(self, name: str, path: str, value: Value, record: str = "") -> Array:
        """One value for all groups, municipalities and periods."""
        self.remember(name, record, (0, 0), from_value(path, value))
        return np.array(self.at(path, value)).reshape(1, 1, 1, -1)

    def defined(self, name: str, number: float, note: str, record: str = "") -> Array:
        """One number that the model itself defines, or that an optional field leaves at neutral."""
        origin = Origin(
            path=name,
            given=f"{number:g}",
            unit="1",
            low=number,
            high=number,
            source=DEFINITION,
            note=note,
        )
        self.remember(name, record, (0, 0), origin)
        return np.full((1, 1, 1, 1), float(number))

    def left_out(self, name: str, path: str, number: float, note: str, record: str) -> Array:
        """One number that an optional field leaves at neutral: an assumption, and listed as one."""
        self.remember(name, record, (0, 0), _plain(path, NOT_STATED, number, None, note))
        return np.full((1, 1, 1, 1), float(number))

    def chosen(self, name: str, path: str, number: float, given: str | None, record: str) -> Array:
        """A choice of the project as a number: 1 where it is made, else 0."""
        self.remember(name, record, (0, 0), _plain(path, given or NOT_STATED, number, CHOICE, None))
        return np.full((1, 1, 1, 1), float(number))

    def clock(
        self, name: str, path: str, minutes: int, given: str, table: Table, record: str
    ) -> Array:
        """A time of the day, in hours after midnight, with the source of its table."""
        hours = minutes / MINUTES_IN_HOUR
        self.remember(name, record, (0, 0), _plain(path, given, hours, table.source, table.note))
        return np.full((1, 1, 1, 1), hours)

    def parameter(
        self,
        name: str,
        parameter: str,
        date: dt.date,
        part: str | None = None,
        choice: str | None = None,
    ) -> Array:
        """One number from the parameters, valid on the date; `choice` is a note on the part."""
        entry = parameters.value(parameter, date)
        number = parameters.number(parameter, date, part)
        origin = Origin(
            path=f"{parameter} [{part}]" if part else parameter,
            given=f"{entry.at(part):g}",
            unit=parameters.load(parameter).unit,
            low=number,
            high=number,
            source=", ".join(t for t in (entry.source.publisher, entry.source.title) if t),
            date=str(entry.valid_from),
            note=" ".join(t for t in (entry.note, choice) if t) or None,
        )
        self.remember(name, "", (0, 0), origin)
        return np.full((1, 1, 1, 1), float(number))

    def by_group(
        self, name: str, values: Sequence[tuple[str, Value] | None], record: str = ""
    ) -> Array:
        """One value for each group, zero where there is none."""
        array = self.empty(len(self.frame.groups), 1, filter(None, values))
        for g, entry in enumerate(values):
            if entry is not None:
                path, value = entry
                array[g] = self.at(path, value)
                self.remember(name, record, (g, 0), from_value(path, value))
        return array

    def by_place(self, name: str, values: Sequence[Sequence[tuple[str, Value] | None]]) -> Array:
        """One value for each group and municipality, zero where there is none."""
        groups, municipalities = len(self.frame.groups), len(self.frame.municipalities)
        array = self.empty(groups, municipalities, filter(None, chain.from_iterable(values)))
        for g, row in enumerate(values):
            for m, entry in enumerate(row):
                if entry is not None:
                    path, value = entry
                    array[g, m] = self.at(path, value)
                    self.remember(name, "", (g, m), from_value(path, value))
        return array

    def by_partner(
        self, name: str, values: Sequence[tuple[str, Value] | None], record: str = ""
    ) -> Array:
        """One value for each municipality, zero where there is none, in a record."""
        array = self.empty(1, len(self.frame.municipalities), filter(None, values))
        for m, entry in enumerate(values):
            if entry is not None:
                path, value = entry
                array[0, m] = self.at(path, value)
                self.remember(name, record, (0, m), from_value(path, value))
        return array

    def months(
        self, name: str, months: Sequence[tuple[str, Month | None, Table]], absent: int
    ) -> Array:
        """Time of a month for each municipality, in years from the start of the horizon."""
        index = [m.index(self.frame.first_year) if m else absent for _, m, _ in months]
        for i, (path, month, table) in enumerate(months):
            self.remember(name, "", (0, i), from_month(path, month, index[i], table))
        return (np.array(index, dtype=np.float64) / MONTHS_IN_YEAR).reshape(1, -1, 1, 1)

    def month(
        self, name: str, path: str, month: Month, table: Table, record: str, later: int = 0
    ) -> Array:
        """Time of the start of one month, or of one `later` months on."""
        index = month.index(self.frame.first_year) + later
        self.remember(name, record, (0, 0), from_month(path, month, index, table))
        return np.full((1, 1, 1, 1), index / MONTHS_IN_YEAR)


def _unquoted(path: str) -> str:
    """A path whose partner codes stand alike, whether written in quotation marks or not."""
    return path.replace('"', "")


def from_value(path: str, value: Value) -> Origin:
    """Origin of a value of the project file."""
    return Origin(
        path=path,
        given=_given(value),
        unit=value.unit,
        low=value.low,
        high=value.high,
        means=value.means,
        source=value.source,
        note=value.note,
        price_change=value.price_change,
        taken=value.taken,
        spread=spread_words(value),
        distributed=value.named is not None,
    )


def from_month(path: str, month: Month | None, index: int, table: Table) -> Origin:
    """Origin of a month: the source and note of its table, or simply what the project decides."""
    given = str(month) if month else NOT_STATED
    source = table.source or (None if month and table.note else CHOICE)
    return _plain(path, given, index / MONTHS_IN_YEAR, source, table.note, unit="year")


def _plain(
    path: str, given: str, number: float, source: str | None, note: str | None, unit: str = "1"
) -> Origin:
    return Origin(
        path=path, given=given, unit=unit, low=number, high=number, source=source, note=note
    )


def _given(value: Value) -> str:
    """The likely number as written; in the unit of the field where it follows from others."""
    if value.taken is not None:
        return f"{value.likely!r}"
    if value.named is None:
        return _as_written(value.given)
    change = value.price_change.factor if value.price_change else 1.0
    return f"{value.likely / change / to_canonical(1.0, value.unit):.15g}"


def _as_written(given: object) -> str:
    if isinstance(given, float):
        return f"{given:g}"
    if isinstance(given, Mapping):
        return _as_written(given.get("value", given.get("likely")))
    return str(given)
