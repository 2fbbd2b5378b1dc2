"""Values given for each paying partner: a table from partner code to value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from gevinst.schema.describe import shown, type_of
from gevinst.schema.findings import Finding, failure
from gevinst.schema.lists import MOST_PARTNERS
from gevinst.schema.quantity import Quantity, value_json_schema
from gevinst.schema.value_forms import ENDS, FORMS
from gevinst.schema.values import Value

ByPartner = Mapping[str, Value]


def is_per_partner(given: object) -> bool:
    """Whether what the user wrote is a table by partner, and not one value."""
    forms = {*FORMS, *ENDS}
    return isinstance(given, Mapping) and not any(key in forms for key in given)


@dataclass(frozen=True, slots=True)
class PerPartner:
    """Annotation of a field that holds one value per paying partner, keyed by code.

    Parameters
    ----------
    quantity : Quantity
        Unit and bounds of each value.
    or_single : bool
        Whether one value for all partners is allowed too.
    """

    quantity: Quantity
    or_single: bool = False

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def _validate(self, given: object, info: ValidationInfo) -> Value | ByPartner:
        if isinstance(given, Value):
            return given
        if self.or_single and not is_per_partner(given):
            value, findings = self.quantity.read(given, info.data)
            if value is None:
                raise failure(findings)
            return value
        if not isinstance(given, Mapping):
            facts: dict[str, object] = {"found": shown(given), "type": type_of(given)}
            raise failure([Finding((), "table.per_partner", facts)])
        if len(given) > MOST_PARTNERS:
            facts = {"count": len(given), "longest": MOST_PARTNERS}
            raise failure([Finding((), "table.too_long", facts)])
        return self._table(given, info.data)

    def _table(self, given: Mapping[str, Any], data: Mapping[str, Any]) -> ByPartner:
        values: dict[str, Value] = {}
        findings: list[Finding] = []
        for code, raw in given.items():
            value, found = self.quantity.read(raw, data)
            findings += [Finding((code, *f.loc), f.kind, f.facts) for f in found]
            if value is not None:
                values[code] = value
        if findings:
            raise failure(findings)
        return values

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        one = value_json_schema(self.quantity)
        table = {"type": "object", "additionalProperties": one, "x-unit": one["x-unit"]}
        if not self.or_single:
            return table
        return {"anyOf": [*one["anyOf"], table], "x-unit": one["x-unit"]}
