"""Tariffs and limits: fees by kind with their bands and windows."""

from __future__ import annotations

from typing import Any

import numpy as np

from gevinst.assemble.placing import Placer
from gevinst.axes import MONTHS_IN_YEAR, Array
from gevinst.core.inputs import (
    ChangeLimit,
    Corridor,
    Fee,
    InhabitantBand,
    InhabitantFee,
    JoiningFee,
    KeyFee,
    LevelWeight,
    Limit,
    MinimumCharge,
    PatientBand,
    PatientFee,
    StartFee,
    YearFee,
)
from gevinst.schema import Month, Project, Value
from gevinst.schema.price_tariff import Band
from gevinst.schema.price_tariff import Fee as StatedFee

NO_UPPER_END = 1e9
"""Beyond any number of inhabitants or patients that a project may state."""
ANY_RISE = 1e9
KINDS: dict[str, tuple[type[Fee], str]] = {
    "year": (YearFee, "fee_per_year"),
    "inhabitant": (InhabitantFee, "fee_per_inhabitant"),
    "patient_month": (PatientFee, "fee_per_patient_time"),
    "start": (StartFee, "fee_per_start"),
    "joining": (JoiningFee, "fee_on_joining"),
    "key": (KeyFee, "fee_by_key"),
}


def tariff(project: Project, place: Placer) -> dict[str, Any]:
    """Fees, their bands, and who takes the rest."""
    stated = project.price_model.tariff
    if stated is None:
        return {}
    fees = list(enumerate(stated.fees))
    bands = [(i, fee, fee.band) for i, fee in fees if fee.band is not None]
    return {
        "balance": stated.balance,
        "fees": tuple(_fee(project, place, i, fee) for i, fee in fees),
        "inhabitant_bands": tuple(
            InhabitantBand(
                id=fee.id,
                closed=band.closed,
                inhabitants_from=_end(place, i, fee, band, "from"),
                inhabitants_to=_end(place, i, fee, band, "to"),
            )
            for i, fee, band in bands
            if band.of == "inhabitants"
        ),
        "patient_bands": tuple(
            PatientBand(
                id=fee.id,
                closed=band.closed,
                counts=band.counts or "all",
                patients_from=_end(place, i, fee, band, "from"),
                patients_to=_end(place, i, fee, band, "to"),
            )
            for i, fee, band in bands
            if band.of == "patients"
        ),
        "level_weights": _level_weights(project, place),
    }


def _fee(project: Project, place: Placer, i: int, fee: StatedFee) -> Fee:
    kind, name = KINDS[fee.per]
    path = f"price_model.tariff.fees[{i}]"
    if kind is KeyFee and isinstance(fee.amount, Value):
        price = place.one(name, f"{path}.amount", fee.amount, fee.id)
    else:
        price = place.by_partner(name, _amounts(project, path, fee), fee.id)
    arrays = {
        name: price,
        "fee_start": _month(place, "fee_start", f"{path}.first_month", fee, fee.first_month, 0),
        "fee_end": _month(place, "fee_end", f"{path}.last_month", fee, fee.last_month, 1),
    }
    return kind(id=fee.id, **arrays)


def _amounts(project: Project, path: str, fee: StatedFee) -> list[tuple[str, Value] | None]:
    """The price for each partner; none for those at another level of service."""
    amounts: list[tuple[str, Value] | None] = []
    for partner in project.paying_partners:
        other_level = fee.service_level not in {None, partner.service_level}
        if other_level:
            amounts.append(None)
        elif isinstance(fee.amount, Value):
            amounts.append((f"{path}.amount", fee.amount))
        else:
            amounts.append((f"{path}.amount.{partner.code}", fee.amount[partner.code]))
    return amounts


def _month(
    place: Placer, name: str, path: str, fee: StatedFee, month: Month | None, later: int
) -> Array:
    """Start of the fee's first month, or end of its last one; the whole horizon if not stated."""
    if month is not None:
        return place.month(name, path, month, fee, fee.id, later)
    after_the_horizon = (place.frame.years + 1) * MONTHS_IN_YEAR
    index = after_the_horizon if later else 0
    return place.defined(name, index / MONTHS_IN_YEAR, "ikke oppgitt: hele perioden", fee.id)


def _end(place: Placer, i: int, fee: StatedFee, band: Band, end: str) -> Array:
    name = f"{band.of}_{end}"
    value = band.from_ if end == "from" else band.to
    if value is not None:
        return place.one(name, f"price_model.tariff.fees[{i}].band.{end}", value, fee.id)
    if end == "to":
        return place.defined(name, NO_UPPER_END, "ingen øvre ende", fee.id)
    lowest = 0 if band.counts == "within" else -1
    return place.defined(name, lowest, "ingen nedre ende", fee.id)


def _level_weights(project: Project, place: Placer) -> tuple[LevelWeight, ...]:
    stated = project.price_model.tariff
    if stated is None or stated.balance != "unit_price":
        return ()
    path = "price_model.tariff.level_weights"
    weights = stated.level_weights
    if weights is None:
        ones = place.defined("level_weight", 1, "alle pasientmåneder teller likt")
        partners = len(project.paying_partners)
        return (LevelWeight(id="", level_weight=np.repeat(ones, partners, axis=1)),)
    levels = [str(partner.service_level) for partner in project.paying_partners]
    values = [(f"{path}.{level}", getattr(weights, level)) for level in levels]
    return (LevelWeight(id="", level_weight=place.by_partner("level_weight", values)),)


def limits(project: Project, place: Placer) -> dict[str, Any]:
    """Limits on the year's charge, in the order in which they are applied."""
    stated = project.price_model.limits
    if stated is None:
        return {}
    path = "price_model.limits"
    found: list[Limit] = []
    if stated.corridor is not None:
        corridor = place.one("corridor", f"{path}.corridor", stated.corridor, "corridor")
        found.append(Corridor(id="corridor", corridor=corridor))
    if stated.minimum_charge is not None:
        minimum = [
            (f"{path}.minimum_charge", stated.minimum_charge)
            if isinstance(stated.minimum_charge, Value)
            else (f"{path}.minimum_charge.{p.code}", stated.minimum_charge[p.code])
            for p in project.paying_partners
        ]
        least = place.by_partner("minimum_charge", minimum, "minimum")
        found.append(MinimumCharge(id="minimum", minimum_charge=least))
    if stated.relative_to is not None:
        found.append(_change_limit(project, place))
    return {"limits": tuple(found)}


def _change_limit(project: Project, place: Placer) -> ChangeLimit:
    stated = project.price_model.limits
    path, record = "price_model.limits", "change"

    def share(name: str, absent: float, note: str) -> Array:
        value = getattr(stated, name)
        if value is None:
            return place.defined(name, absent, note, record)
        return place.one(name, f"{path}.{name}", value, record)

    table = (stated.last_year if stated else None) or {}
    codes = [partner.code for partner in project.paying_partners]
    before = [
        (f"{path}.last_year.{code}", table[code]) if code in table else None for code in codes
    ]
    there = np.array([float(code in table) for code in codes]).reshape(1, -1, 1, 1)
    return ChangeLimit(
        id=record,
        relative_to=str(stated.relative_to if stated else ""),
        max_rise=share("max_rise", ANY_RISE, "ingen grense oppover"),
        max_fall=share("max_fall", 1, "ingen grense nedover"),
        last_year_charge=place.by_partner("last_year_charge", before, record),
        last_year_time=there,
    )
