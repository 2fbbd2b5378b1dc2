"""The price model: keys with what they count, pools, overhead, settlement and VAT."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from gevinst.assemble import tariff
from gevinst.assemble.placing import Placer
from gevinst.axes import DRAW, Array
from gevinst.core.inputs import (
    ChargeVat,
    Key,
    KeyFigures,
    KeyHistory,
    KeyMembers,
    Overhead,
    Pool,
    Settlement,
    ShareRounding,
)
from gevinst.results import Origin
from gevinst.schema import Project, Value
from gevinst.schema.price_keys import Key as StatedKey

USERS = "users"
BY_RULE = "price_model.rule"
"""Path of the shares that a rule on the cost of groups gives: the file states the rule alone."""
PER_CENT = 100


def price_model(project: Project, place: Placer) -> dict[str, Any]:
    """Everything of the price model, field by field of the inputs."""
    model = project.price_model
    stated = list(_stated(project))
    return {
        "keys": tuple(_key(entry, place) for entry in stated),
        "key_members": tuple(_members(project, e) for e in stated if _counts(e[2]) == "named"),
        "key_figures": tuple(
            _figures(project, e, place) for e in stated if e[2].values is not None
        ),
        "key_histories": tuple(_history(project, e, place) for e in stated if e[2].history),
        "pools": tuple(Pool(id=pool.id, lines=pool.lines) for pool in model.pools),
        "overheads": tuple(
            Overhead(
                id=o.id,
                lines=o.lines,
                overhead_share=place.one(
                    "overhead_share", f"price_model.overhead[{i}].share", o.share, o.id
                ),
            )
            for i, o in enumerate(model.overhead)
        ),
        "share_rounding": _share_rounding(project, place),
        "settlements": _settlements(project, place),
        "charge_vat": _charge_vat(project, place),
        "invoice_unit": model.rounding or "oere",
        **tariff.tariff(project, place),
        **tariff.limits(project, place),
    }


Entry = tuple[str, str, StatedKey, str]
"""Record, path in the file, key, and the pool that it splits."""


def _stated(project: Project) -> Iterator[Entry]:
    """Every key with its record, its path and its pool."""
    model = project.price_model
    for i, key in enumerate(model.keys_in_use):
        plain = key.name is None and key.members is None
        record = f"{key.basis}:{key.period}" if plain else f"{key.basis}:{key.period}:{i + 1}"
        path = "price_model.preset" if model.preset else f"price_model.keys[{i}]"
        path = path if model.rule == "key" else BY_RULE
        yield record, path, key, ""
    for p, pool in enumerate(model.pools):
        for i, key in enumerate(pool.keys):
            record = f"{key.basis}:{key.period}:{pool.id}:{i + 1}"
            yield record, f"price_model.pools[{p}].keys[{i}]", key, pool.id


def _counts(key: StatedKey) -> str:
    if key.members is None:
        return "all"
    return USERS if key.members == USERS else "named"


def _key(entry: Entry, place: Placer) -> Key:
    record, path, key, pool = entry
    return Key(
        id=record,
        basis=key.basis,
        window=key.period,
        counts=_counts(key),
        pool=pool,
        benefit_class=key.benefit_class or "",
        name=key.name or "",
        reference_date=str(key.reference_date or ""),
        key_weight=place.one("key_weight", _inside(path, "weight"), key.weight, record),
    )


def _inside(path: str, field: str) -> str:
    """Path of a field of a key; a rule has none."""
    return path if path == BY_RULE else f"{path}.{field}"


def _members(project: Project, entry: Entry) -> KeyMembers:
    record, _, key, _ = entry
    named = [float(p.code in (key.members or ())) for p in project.paying_partners]
    return KeyMembers(id=record, key_member=_by_municipality(named))


def _figures(project: Project, entry: Entry, place: Placer) -> KeyFigures:
    record, path, key, _ = entry
    figures = partner_values(project, f"{path}.values", key.values)
    if path == BY_RULE:
        figures = [(path, value) for _, value in filter(None, figures)]
    return KeyFigures(id=record, key_figure=place.by_partner("key_figure", figures, record))


def partner_values(
    project: Project, path: str, values: Value | Mapping[str, Value] | None
) -> list[tuple[str, Value] | None]:
    """Path and value for each paying partner; nothing for those without one."""
    if isinstance(values, Value):
        return [(path, values)] * len(project.paying_partners)
    table = values or {}
    return [
        (f"{path}.{p.code}", table[p.code]) if p.code in table else None
        for p in project.paying_partners
    ]


def _history(project: Project, entry: Entry, place: Placer) -> KeyHistory:
    """For each year of the horizon, the use in those of the years before it that lie outside it."""
    record, path, key, _ = entry
    first, count = project.horizon.first_year, key.years or 1
    codes = [p.code for p in project.paying_partners]
    used = [
        (table.year, code, f"{path}.history[{i}].{field}.{code}", values[code])
        for i, table in enumerate(key.history)
        for field in ("patient_months", "work_hours")
        for values in [getattr(table, field) or {}]
        for code in codes
        if code in values
    ]
    one = place.empty(1, 1, [(at, value) for _, _, at, value in used])
    sums = np.zeros((1, len(codes), project.horizon.years, one.shape[DRAW]))
    for made, code, at, value in used:
        for year in range(project.horizon.years):
            if first + year - count <= made < first:
                sums[0, codes.index(code), year] += place.at(at, value)
    for m, code in enumerate(codes):
        place.remember("key_history", record, (0, m), _origin_of_history(path, key, code))
    years = place.defined("averaged_years", count, "antall kalenderår i snittet", record)
    return KeyHistory(id=record, key_history=sums, averaged_years=years)


def _origin_of_history(path: str, key: StatedKey, code: str) -> Origin:
    given = []
    total, unit = 0.0, "1"
    for table in key.history:
        value = (table.patient_months or table.work_hours or {}).get(code)
        if value is not None:
            given.append(f"{table.year}: {value.given}")
            total, unit = total + value.likely, value.unit
    sources: list[str | None] = [t.source for t in key.history if t.source]
    return Origin(
        path=f"{path}.history",
        given=", ".join(given),
        unit=unit,
        low=total,
        high=total,
        source=[*sources, key.source][0],
        note=key.note,
    )


def _share_rounding(project: Project, place: Placer) -> tuple[ShareRounding, ...]:
    decimals = project.price_model.share_decimals
    if decimals is None:
        return ()
    codes = np.array([partner.code for partner in project.paying_partners])
    step = 1.0 / (PER_CENT * 10**decimals)
    note = f"andelene rundes av til {decimals} desimaler i prosenten"
    return (
        ShareRounding(
            id="",
            share_step=place.defined("share_step", step, note),
            partner_rank=_by_municipality(np.argsort(np.argsort(codes))),
        ),
    )


def _by_municipality(values: Any) -> Array:  # noqa: ANN401  anything that numpy takes
    return np.asarray(values, dtype=np.float64).reshape(1, -1, 1, 1)


def _settlements(project: Project, place: Placer) -> tuple[Settlement, ...]:
    made = []
    for i, table in enumerate(project.price_model.settlement):
        path = f"price_model.settlement[{i}]"
        record = f"{table.month}:{i + 1}"
        amounts = partner_values(project, f"{path}.amounts", table.amounts)
        made.append(
            Settlement(
                id=record,
                settlement_amount=place.by_partner("settlement_amount", amounts, record),
                settlement_time=place.month(
                    "settlement_time", f"{path}.month", table.month, table, record
                ),
            )
        )
    return tuple(made)


def _charge_vat(project: Project, place: Placer) -> tuple[ChargeVat, ...]:
    vat = project.price_model.vat
    if vat is None:
        return ()
    return (
        ChargeVat(
            id="",
            charge_vat_rate=place.one("charge_vat_rate", "price_model.vat.rate", vat.rate),
            charge_vat_not_recovered_share=place.one(
                "charge_vat_not_recovered_share",
                "price_model.vat.not_recovered_share",
                vat.not_recovered_share,
            ),
        ),
    )
