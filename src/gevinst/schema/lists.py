"""Lists of tables and names, refused before their items are read if they are too long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from gevinst.schema.findings import fail

MOST_PARTNERS = 400
MOST_RECORDS = 500


@dataclass(frozen=True, slots=True)
class Longest:
    """Annotation of a list: at most so many items."""

    items: int = MOST_RECORDS

    def __get_pydantic_core_schema__(
        self,
        source: type,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._check, handler(source))

    def _check(self, given: object) -> object:
        if isinstance(given, (list, tuple)) and len(given) > self.items:
            raise fail("list.too_long", longest=self.items)
        return given

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "maxItems": self.items}
