"""Texts of a project file: ids, codes, names, prose; and whole numbers and dates."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from gevinst.schema.describe import shown, type_of
from gevinst.schema.findings import fail

NAME_LENGTH = 200
PROSE_LENGTH = 4000
ID_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Written:
    """Annotation of a text: its pattern, its length, and the kind of message if it differs."""

    longest: int
    pattern: str | None = None
    kind: str = "text.malformed"
    number_kind: str = "text.wrong_type"
    lines: bool = False

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validate)

    def _validate(self, given: object) -> str:
        if not isinstance(given, str):
            number = isinstance(given, int) and not isinstance(given, bool)
            kind = self.number_kind if number else "text.wrong_type"
            raise fail(kind, found=shown(given), type=type_of(given))
        if self.pattern is not None and not re.fullmatch(self.pattern, given, re.ASCII):
            raise fail(self.kind, found=given)
        if not given.strip():
            raise fail("text.empty")
        if len(given) > self.longest:
            raise fail("text.too_long", found=given, longest=self.longest)
        allowed = "\n\t" if self.lines else ""
        if any(unicodedata.category(c) == "Cc" and c not in allowed for c in given):
            raise fail("text.control", found=given)
        return given

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": self.longest}
        if self.pattern is not None:
            schema["pattern"] = f"^{self.pattern}$"
        return schema


Name = Annotated[str, Written(NAME_LENGTH)]
Prose = Annotated[str, Written(PROSE_LENGTH, lines=True)]
Id = Annotated[str, Written(ID_LENGTH, r"[a-z][a-z0-9_-]*", "text.id")]
Code = Annotated[
    str, Written(ID_LENGTH, r"[a-z0-9][a-z0-9_-]*", "text.code", number_kind="text.code_number")
]
Reference = Annotated[str, Written(NAME_LENGTH)]
CodeReference = Annotated[str, Written(NAME_LENGTH, number_kind="text.code_number")]


@dataclass(frozen=True, slots=True)
class Whole:
    """Annotation of a whole number within limits (both included)."""

    at_least: int
    at_most: int

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validate)

    def _validate(self, given: object) -> int:
        if isinstance(given, bool) or not isinstance(given, int):
            raise fail(
                "whole.wrong_type",
                found=shown(given),
                type=type_of(given),
                at_least=self.at_least,
                at_most=self.at_most,
            )
        if not self.at_least <= given <= self.at_most:
            raise fail(
                "whole.bound", found=shown(given), at_least=self.at_least, at_most=self.at_most
            )
        return given

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.at_least, "maximum": self.at_most}


class _Day:
    """Annotation of a calendar date."""

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validate)

    def _validate(self, given: object) -> dt.date:
        if isinstance(given, dt.date) and not isinstance(given, dt.datetime):
            return given
        raise fail("date.wrong_type", found=shown(given), type=type_of(given))

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


Date = Annotated[dt.date, _Day()]
