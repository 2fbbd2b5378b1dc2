"""Tolerant reading of a file that may be malformed: what cannot be read is None or left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from pydantic import ValidationError

from gevinst.schema.findings import Location
from gevinst.schema.lists import MOST_RECORDS
from gevinst.schema.measurements import Comparison, Measurement
from gevinst.schema.months import Month
from gevinst.schema.partners import PAYING_KINDS
from gevinst.schema.value_forms import read_value
from gevinst.schema.values import Bounds, Value

Raw = Mapping[str, Any]
_Stated = TypeVar("_Stated", Measurement, Comparison)
_MONTHS_PER_YEAR = 12
LAST_CODE = 9999
FIRST_YEARS = (2000, 2100)
YEARS = (1, 40)
"""What the horizon may be; one outside says nothing about the months of the file."""


def text_of(table: Raw, key: str) -> str | None:
    """Text under a key."""
    found = table.get(key)
    return found if isinstance(found, str) else None


def code_of(table: Raw) -> str | None:
    """Code of a partner; one that was written as a number is taken as meant."""
    found = table.get("code")
    number = isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= LAST_CODE
    return f"{found:04d}" if number else text_of(table, "code")


def whole_of(table: Raw, key: str) -> int | None:
    """Whole number under a key."""
    found = table.get(key)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _within(number: int | None, limits: tuple[int, int]) -> int | None:
    return number if number is not None and limits[0] <= number <= limits[1] else None


def month_of(table: Raw, key: str) -> Month | None:
    """Month under a key."""
    try:
        return Month.parse(text_of(table, key) or "")
    except ValueError:
        return None


def value_of(given: object, unit: str) -> Value | None:
    """Value in a unit, without bounds."""
    return None if given is None else read_value(given, unit, Bounds())[0]


class Draft:
    """A project file on its way to be checked."""

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.horizon = self.table("horizon")
        self.first_year = _within(whole_of(self.horizon, "first_year"), FIRST_YEARS)
        self.years = _within(whole_of(self.horizon, "years"), YEARS)

    def table(self, key: str) -> Raw:
        """Table under a key; empty if there is none."""
        found = self.raw.get(key)
        return found if isinstance(found, Mapping) else {}

    def tables(self, *path: str) -> Iterator[tuple[Location, Raw]]:
        """Location and content of each table in a list of tables."""
        found: Any = self.raw
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        if isinstance(found, list):
            for index, table in enumerate(found[:MOST_RECORDS]):
                if isinstance(table, Mapping):
                    yield (*path, index), table

    def texts(self, key: str, *path: str) -> tuple[str, ...]:
        """Texts under a key in each table of a list."""
        found = (text_of(table, key) for _, table in self.tables(*path))
        return tuple(text for text in found if text is not None)

    def complete(self, key: str, *path: str, required: bool) -> bool:
        """Whether each table of a list has a text under a key, so that all of them are known."""
        found: Any = self.raw
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        if found is None:
            return not required
        if not isinstance(found, list) or (required and not found):
            return False
        return all(isinstance(t, Mapping) and text_of(t, key) is not None for t in found)

    @cached_property
    def measurements(self) -> dict[str, tuple[Location, Measurement]]:
        """Measurements that can be read by themselves, by id; the first of those that share one."""
        return self._stated("measurements", Measurement)

    @cached_property
    def comparisons(self) -> dict[str, tuple[Location, Comparison]]:
        """Comparisons that can be read by themselves, by id."""
        return self._stated("comparisons", Comparison)

    def _stated(self, key: str, table: type[_Stated]) -> dict[str, tuple[Location, _Stated]]:
        found: dict[str, tuple[Location, _Stated]] = {}
        for location, raw in self.tables(key):
            try:
                stated = table.model_validate(raw)
            except ValidationError:
                continue  # it is told where it stands
            found.setdefault(stated.id, (location, stated))
        return found

    def partners_known(self) -> bool:
        """Whether it can be read from the file who the partners are, and which of them pay."""
        kinds = (*PAYING_KINDS, "hospital_trust")
        return self.complete("kind", "partners", required=True) and all(
            table.get("kind") in kinds and code_of(table) is not None
            for _, table in self.tables("partners")
        )

    def paying(self) -> Iterator[tuple[Location, Raw]]:
        """Municipalities and city districts."""
        for location, table in self.tables("partners"):
            if table.get("kind") in PAYING_KINDS:
                yield location, table

    def paying_codes(self) -> tuple[str, ...]:
        """Codes of the paying partners."""
        found = (code_of(table) for _, table in self.paying())
        return tuple(code for code in found if code is not None)

    def hospital_codes(self) -> tuple[str, ...]:
        """Codes of the hospital trusts."""
        return tuple(
            code
            for _, table in self.tables("partners")
            if table.get("kind") == "hospital_trust" and (code := text_of(table, "code"))
        )

    def index(self, month: Month) -> int | None:
        """Months after the start of the horizon."""
        return None if self.first_year is None else month.index(self.first_year)

    def length(self) -> int | None:
        """Months in the horizon."""
        return None if self.years is None else self.years * _MONTHS_PER_YEAR

    def last_month(self) -> str | None:
        """Last month of the horizon."""
        if self.first_year is None or self.years is None:
            return None
        return f"{self.first_year + self.years - 1}-12"
