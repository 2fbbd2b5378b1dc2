"""Cost lines and contributions."""

from __future__ import annotations

from typing import Any

from gevinst.assemble.placing import Placer
from gevinst.assemble.work import coverage
from gevinst.axes import Array
from gevinst.core.inputs import (
    Contribution,
    FixedLine,
    KitLine,
    KitStock,
    Line,
    OneOffLine,
    PatientLine,
)
from gevinst.schema import Project, Value
from gevinst.schema.costs import FixedCost, KitCost, PatientCost


def cost_lines(project: Project, place: Placer) -> tuple[Line, ...]:
    """Cost lines by kind."""
    return tuple(_line(project, place, i) for i in range(len(project.cost_lines)))


def _line(project: Project, place: Placer, i: int) -> Line:
    line = project.cost_lines[i]
    path = f"cost_lines[{i}]"

    def one(name: str, field: str, value: Value) -> Array:
        return place.one(name, f"{path}.{field}", value, line.id)

    common: dict[str, Any] = {"id": line.id}
    for name in ("vat_rate", "vat_not_recovered_share"):
        value = getattr(line, name)
        common[name] = (
            place.left_out(name, f"{path}.{name}", 0, "ingen merverdiavgift regnet", line.id)
            if value is None
            else one(name, name, value)
        )
    if isinstance(line, FixedCost):
        return FixedLine(**common, amount_per_year=one("amount_per_year", "amount", line.amount))
    if isinstance(line, PatientCost):
        return PatientLine(
            **common,
            amount_per_patient_time=one("amount_per_patient_time", "amount", line.amount),
            group_covered=coverage(project, line.groups),
        )
    if isinstance(line, KitCost):
        return KitLine(
            **common,
            kit_price=one("kit_price", "price", line.price),
            kit_lifetime=one("kit_lifetime", "lifetime", line.lifetime),
            kits_per_patient=one("kits_per_patient", "kits_per_patient", line.kits_per_patient),
            group_covered=coverage(project, line.groups),
        )
    return OneOffLine(
        **common,
        one_off_amount=one("one_off_amount", "amount", line.amount),
        due_time=place.month("due_time", f"{path}.month", line.month, line, line.id),
    )


def kit_stocks(project: Project, place: Placer) -> tuple[KitStock, ...]:
    """Stocks of the kit lines that state one; the field's name is the quantity's."""
    fields = (
        "delivery_time",
        "return_time",
        "service_share",
        "lead_time",
        "service_quantile",
        "loss_rate",
        "opening_kits",
    )
    return tuple(
        KitStock(
            id=line.id,
            one_kit=place.defined("one_kit", 1, "én utstyrspakke", line.id),
            one_patient=place.defined("one_patient", 1, "én pasient", line.id),
            **{
                name: place.one(
                    name, f"cost_lines[{i}].stock.{name}", getattr(line.stock, name), line.id
                )
                for name in fields
            },
        )
        for i, line in enumerate(project.cost_lines)
        if isinstance(line, KitCost) and line.stock is not None
    )


def contributions(project: Project, place: Placer) -> tuple[Contribution, ...]:
    """Funding: an amount a year, a share of the cost or of the benefit, between two months."""

    def offered(i: int, name: str, field: str) -> Array:
        source = project.funding[i]
        value = getattr(source, field)
        if value is None:
            return place.defined(name, 0, "bidraget er gitt på annen måte", source.id)
        return place.one(name, f"funding[{i}].{field}", value, source.id)

    return tuple(
        Contribution(
            id=source.id,
            funder=source.funder,
            pool=source.pool or "",
            by_benefit=source.by_benefit or "",
            funding_per_year=offered(i, "funding_per_year", "amount"),
            funding_share=offered(i, "funding_share", "share"),
            funding_start=place.month(
                "funding_start", f"funding[{i}].first_month", source.first_month, source, source.id
            ),
            funding_end=place.month(
                "funding_end", f"funding[{i}].last_month", source.last_month, source, source.id, 1
            ),
        )
        for i, source in enumerate(project.funding)
    )
