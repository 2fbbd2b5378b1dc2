"""Inputs that vary together: rank correlations between pairs of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from gevinst.schema.describe import shown, type_of
from gevinst.schema.findings import fail
from gevinst.schema.lists import Longest
from gevinst.schema.names import Reference
from gevinst.schema.table import Table

HIGHEST = 1.0


@dataclass(frozen=True, slots=True)
class Rank:
    """Annotation of a rank correlation: a number from -1 to 1."""

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validate)

    def _validate(self, given: object) -> float:
        if isinstance(given, bool) or not isinstance(given, (int, float)):
            raise fail("number.wrong_type", found=shown(given), type=type_of(given), unit=None)
        if not -HIGHEST <= given <= HIGHEST:  # NaN is not, either
            raise fail("correlation.rank", found=shown(given))
        return float(given)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "number", "minimum": -HIGHEST, "maximum": HIGHEST}


class Correlation(Table):
    """Two uncertain inputs that tend to be high together, or one high where the other is low."""

    inputs: Annotated[tuple[Reference, ...], Longest(2)] = Field(
        min_length=2,
        max_length=2,
        description=(
            "De to inndataene: stien i fila med id eller kode i stedet for nummer, for eksempel"
            " benefits.liggedogn.effect."
        ),
    )
    rank: Annotated[float, Rank()] = Field(
        description=(
            "Rangkorrelasjon (Spearman) fra -1 til 1: 1 når de alltid følger hverandre, 0 når de"
            " ikke gjør det, -1 når den ene er høy når den andre er lav."
        )
    )
