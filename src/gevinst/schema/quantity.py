"""Unit and bounds of a field that holds a value, as an annotation that pydantic understands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from gevinst.parameters import deflators
from gevinst.schema.distributed_schema import TRUNCATE_FIELD, distributed_forms
from gevinst.schema.findings import Finding, failure
from gevinst.schema.value_forms import read_value
from gevinst.schema.values import (
    INTERVAL,
    KRONER,
    MEANINGS,
    PRICE_YEARS,
    REMARKS,
    TAKEN,
    UNBOUNDED,
    Bounds,
    Value,
)

PRICE_FIELDS: dict[str, Any] = {
    "price_year": {
        "type": "integer",
        "minimum": PRICE_YEARS[0],
        "maximum": PRICE_YEARS[1],
        "description": (
            "Året beløpet har prisnivået til, når det er et annet enn prosjektets price_year. Da"
            " regnes det om med deflator."
        ),
    },
    "deflator": {
        "enum": list(deflators()),
        "description": "Prisserien beløpet regnes om med.",
    },
    "vintage": {
        "type": "string",
        "description": (
            "Utgaven av prisserien, for eksempel RNB23. Uten den brukes det nyeste tallet for hvert"
            " år som var kjent på prosjektets dato."
        ),
    },
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """Annotation of a field of type `Value`: its unit and bounds.

    Parameters
    ----------
    unit : str
        Unit in which a plain number is read, ``"1"`` for a share or factor. May hold the
        name of a field that stands before it in the same table: ``"{unit}/patient/year"``.
    bounds : Bounds
        In that unit.
    choose : mapping, optional
        The unit for each value of the field `follows`, in place of `unit`.
    follows : str, optional
        The field before it on which the unit depends.
    takes : {"measured", "compared"}, optional
        From what in the project the value may be taken.
    """

    unit: str
    bounds: Bounds = UNBOUNDED
    follows: str | None = None
    takes: str | None = None
    choose: Mapping[str, str] | None = field(default=None, hash=False)

    def unit_text(self) -> str:
        """The unit as shown to people, also where it depends on another field."""
        if self.choose is not None:
            return " / ".join(dict.fromkeys(self.choose.values()))
        return self.unit.replace("{", "").replace("}", "")

    def unit_beside(self, data: Mapping[str, Any]) -> str | None:
        """Unit, given the fields that were read before; None if they were not valid."""
        if self.follows is None:
            return self.unit
        if self.follows not in data:
            return None
        if self.choose is not None:
            return self.choose[data[self.follows]]
        return self.unit.format(**{self.follows: data[self.follows]})

    def read(self, given: object, data: Mapping[str, Any]) -> tuple[Value | None, list[Finding]]:
        """Read a value beside the fields already read."""
        unit = self.unit_beside(data)
        if unit is None:  # the field that decides the unit is wrong, and is reported itself
            return Value(likely=0, low=0, high=0, unit="1", given=given), []
        return read_value(given, unit, self.bounds, self.follows, self.takes)

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def _validate(self, given: object, info: ValidationInfo) -> Value:
        if isinstance(given, Value):
            return given
        value, findings = self.read(given, info.data)
        if value is None:
            raise failure(findings)
        return value

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return value_json_schema(self)


def value_json_schema(quantity: Quantity) -> dict[str, Any]:
    """JSON Schema of a value: a number, a text with a unit, or a table of one of the forms."""
    bounds = quantity.bounds
    limits = {
        "minimum": bounds.at_least,
        "exclusiveMinimum": bounds.above,
        "maximum": bounds.at_most,
    }
    number: dict[str, Any] = {"type": "number"}
    number |= {keyword: limit for keyword, limit in limits.items() if limit is not None}
    either = {"anyOf": [number, {"type": "string"}]}
    remarks: dict[str, Any] = {
        key: {"type": "string", "description": REMARKS[key]} for key in REMARKS
    }
    if quantity.unit.partition("/")[0] == KRONER:
        remarks |= PRICE_FIELDS
    forms: list[dict[str, Any]] = [
        {
            "type": "object",
            "properties": {"value": {**either, "description": "Tallet."}, **remarks},
            "required": ["value"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {
                "likely": {**either, "description": "Det mest sannsynlige tallet."},
                "low": {**either, "description": "Nedre ende av spennet."},
                "high": {**either, "description": "Øvre ende av spennet."},
                "means": {
                    "anyOf": [
                        {"enum": list(MEANINGS)},
                        {"type": "string", "pattern": f"^{INTERVAL}$"},
                    ],
                    "description": "Hva spennet betyr: et intervall (50–99 %) eller yttergrenser.",
                },
                "truncate": TRUNCATE_FIELD,
                **remarks,
            },
            "required": ["likely", "low", "high", "means"],
            "additionalProperties": False,
        },
    ]
    forms[1:1] = distributed_forms(either, remarks)
    if quantity.takes:
        forms.append(_taken_form(quantity.takes, remarks["note"]))
    return {"anyOf": [number, {"type": "string"}, *forms], "x-unit": quantity.unit_text()}


def _taken_form(kind: str, note: dict[str, Any]) -> dict[str, Any]:
    """A value that names the measurement or comparison it is taken from."""
    return {
        "type": "object",
        "properties": {kind: {"type": "string", "description": TAKEN[kind]}, "note": note},
        "required": [kind],
        "additionalProperties": False,
    }
