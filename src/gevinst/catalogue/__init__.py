"""Every quantity of the model: its name, unit, axes, kind and labels.

A formula's name is the quantity that it makes and its parameters are the quantities that it needs;
tests check that all of them stand here, that the units agree and that results have these axes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from gevinst.catalogue.appraisal import APPRAISAL
from gevinst.catalogue.service import SERVICE
from gevinst.catalogue.settlement import SETTLEMENT

Kind = Literal["flow", "stock", "capacity", "indicator", "share", "rate", "price", "factor", "time"]
Period = Literal["month", "year", "none"]
Stage = Literal[
    "patients",
    "work",
    "staffing",
    "costs",
    "price",
    "benefits",
    "actors",
    "economics",
    "key_figures",
]

_AXIS = {"g": "group", "m": "municipality", "p": "period", "y": "period", "d": "draw"}
_PERIOD: dict[str, Period] = {"p": "month", "y": "year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One quantity: what it is called, measured in, and varies over."""

    name: str
    unit: str
    kind: Kind
    axes: tuple[str, ...]
    period: Period
    extensive: bool
    records: str
    stage: Stage
    nb: str
    en: str

    def label(self, lang: str = "nb") -> str:
        """Name for people."""
        return self.nb if lang == "nb" else self.en


CATALOGUE: dict[str, Quantity] = {}

BASIS_UNITS = {
    "equal": "1",
    "inhabitants": "inhabitant",
    "eligible": "patient",
    "patient_months": "patient*year",
    "work_hours": "work_hour",
    "benefit": "NOK",
    "column": "1",
    "agreed": "1",
}
"""Unit of what a key counts, by its basis: the unit "basis" of the catalogue."""


def _read(stage: Stage, table: str) -> None:
    for row in table.strip().splitlines():
        name, unit, kind, axes, records, nb, en = (cell.strip() for cell in row.split("|"))
        CATALOGUE[name] = Quantity(
            name=name,
            unit=unit,
            kind=cast(Kind, kind.rstrip("+")),
            axes=tuple(_AXIS[a] for a in axes if a != "-"),
            period=next((_PERIOD[a] for a in axes if a in _PERIOD), "none"),
            extensive=kind.endswith("+"),
            records="" if records == "-" else records,
            stage=stage,
            nb=nb,
            en=en,
        )


for _stage, _table in (SERVICE | SETTLEMENT | APPRAISAL).items():
    _read(cast(Stage, _stage), _table)
