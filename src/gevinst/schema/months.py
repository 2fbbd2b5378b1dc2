"""Months, written YYYY-MM."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from gevinst.schema.describe import shown, type_of
from gevinst.schema.findings import fail

_PATTERN = r"^(\d{4})-(0[1-9]|1[0-2])$"
_MONTHS_PER_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; months are ordered in time.

    Examples
    --------
    >>> Month.parse("2028-03").index(2027)
    14
    """

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY-MM``.

        Raises
        ------
        ValueError
            The text is not a month.
        """
        match = re.match(_PATTERN, text, re.ASCII)
        if match is None or match.end() != len(text):
            raise ValueError(text)
        return cls(int(match.group(1)), int(match.group(2)))

    def index(self, first_year: int) -> int:
        """Months after January of the first year; negative before it."""
        return (self.year - first_year) * _MONTHS_PER_YEAR + self.month - 1

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def _validate(cls, given: object) -> Month:
        if isinstance(given, Month):
            return given
        if not isinstance(given, str):
            raise fail("month.wrong_type", found=shown(given), type=type_of(given))
        try:
            return cls.parse(given)
        except ValueError:
            raise fail("month.malformed", found=given) from None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": _PATTERN}
