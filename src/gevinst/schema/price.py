"""Price model: how the cost is shared."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from gevinst.schema.lists import Longest
from gevinst.schema.names import Whole
from gevinst.schema.price_keys import Key, Keys
from gevinst.schema.price_presets import PRESETS, Preset
from gevinst.schema.price_stack import ChargeVat, Overhead, Pool, Settlement
from gevinst.schema.price_tariff import Limits, Tariff
from gevinst.schema.table import Table

Rule = Literal[
    "key",
    "stand_alone",
    "average_cost",
    "serial",
    "ensc",
    "scrb",
    "shapley",
    "nucleolus",
    "per_capita_nucleolus",
    "least_core",
]
RULES: tuple[str, ...] = get_args(Rule)


class PriceModel(Table):
    """How the cost is shared between the paying partners."""

    rule: Rule = Field(
        description=(
            "Regelen for fordeling: etter nøkler (key), eller etter hva hver gruppe av kommuner"
            " ville betalt alene (de andre)."
        )
    )
    preset: Preset | None = Field(
        None, description="En kjent, publisert nøkkel med navn, i stedet for keys."
    )
    keys: Keys = Field(
        (), description="Fordelingsnøklene. Minst én når rule er key og preset ikke er oppgitt."
    )
    pools: Annotated[tuple[Pool, ...], Longest()] = Field(
        (), description="Kostnadslinjer med egne nøkler. Resten fordeles etter keys."
    )
    overhead: Annotated[tuple[Overhead, ...], Longest()] = Field(
        (), description="Vertskommunens påslag, i prosent av oppgitte linjer, før finansiering."
    )
    share_decimals: Annotated[int, Whole(0, 10)] | None = Field(
        None,
        description=(
            "Antall desimaler i prosenten som andelene rundes av til før de ganges med kostnaden."
            " Uten denne rundes andelene ikke av."
        ),
    )
    tariff: Tariff | None = Field(None, description="Priser, og hvem som tar resten.")
    limits: Limits | None = Field(None, description="Grenser for hva en deltaker betaler.")
    settlement: Annotated[tuple[Settlement, ...], Longest()] = Field(
        (), description="Oppgjør for tidligere år, som kommer i tillegg til betalingen."
    )
    vat: ChargeVat | None = Field(None, description="Merverdiavgift på betalingen.")
    rounding: Literal["oere", "krone"] | None = Field(
        None, description="Hva fakturaer rundes av til: øre (oere) eller hele kroner (krone)."
    )

    @property
    def keys_in_use(self) -> tuple[Key, ...]:
        """The keys of the file, or those of the preset."""
        if self.preset is None:
            return self.keys
        return tuple(Key.model_validate(table) for table in PRESETS[self.preset].tables())
