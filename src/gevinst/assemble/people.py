"""Time, partners and patients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from gevinst.assemble.placing import Placer
from gevinst.axes import MONTHS_IN_YEAR, Array
from gevinst.schema import Project, Value
from gevinst.schema.partners import PayingPartner


def calendar(project: Project, place: Placer) -> dict[str, Any]:
    """Months of the horizon, and the steps in which growth and rounding are counted."""
    horizon = project.horizon
    month = np.arange(horizon.years * MONTHS_IN_YEAR, dtype=np.float64)
    date = project.project.date
    gap = horizon.first_year - project.price_year
    return {
        "period_start": _along_periods(month / MONTHS_IN_YEAR),
        "period_end": _along_periods((month + 1) / MONTHS_IN_YEAR),
        "period_length": _along_periods(np.full(month.shape, 1 / MONTHS_IN_YEAR)),
        "year_number": _along_periods(month // MONTHS_IN_YEAR),
        "price_year_gap": place.defined("price_year_gap", gap, "første år minus prisåret"),
        "year_step": place.parameter("year_step", "definitions.year_step", date),
        "rounding_tolerance": place.parameter(
            "rounding_tolerance", "definitions.rounding_tolerance", date
        ),
        "population_growth": place.one(
            "population_growth", "horizon.population_growth", horizon.population_growth
        ),
        "real_wage_growth": place.one(
            "real_wage_growth", "horizon.real_wage_growth", horizon.real_wage_growth
        ),
    }


def _along_periods(values: Array) -> Array:
    return values.reshape(1, 1, -1, 1)


def partners(project: Project, place: Placer) -> dict[str, Any]:
    """Who takes part, how many live there, and from when to when."""
    after_the_horizon = (project.horizon.years + 1) * MONTHS_IN_YEAR
    pairs = [
        (f"partners[{i}]", partner)
        for i, partner in enumerate(project.partners)
        if isinstance(partner, PayingPartner)
    ]
    return {
        "member": np.ones((1, len(pairs), 1, 1)),
        "population": place.by_partner(
            "population", [(f"{path}.population", p.population) for path, p in pairs]
        ),
        "joining_time": place.months(
            "joining_time", [(f"{path}.joins", p.joins, p) for path, p in pairs], absent=0
        ),
        "leaving_time": place.months(
            "leaving_time",
            [(f"{path}.leaves", p.leaves, p) for path, p in pairs],
            absent=after_the_horizon,
        ),
    }


def patients(project: Project, place: Placer) -> dict[str, Any]:
    """Eligible patients, inclusion, ramp-up, stay and dropout, by group."""
    codes = [partner.code for partner in project.paying_partners]
    groups = list(enumerate(project.groups))

    def by_code(field: str) -> list[list[tuple[str, Value] | None]]:
        rows: list[list[tuple[str, Value] | None]] = []
        for g, group in groups:
            content = getattr(group, field)
            path = f"groups[{g}].{field}"
            if isinstance(content, Mapping):
                row = [(f'{path}."{c}"', content[c]) if c in content else None for c in codes]
            else:
                row = [None if content is None else (path, content)] * len(codes)
            rows.append(row)
        return rows

    def by_group(name: str) -> Array:
        values = [(f"groups[{g}].{name}", getattr(group, name)) for g, group in groups]
        return place.by_group(name, [v if v[1] is not None else None for v in values])

    curve = project.ramp_up.curve
    return {
        "ramp_curve": curve,
        "eligible_per_inhabitant": place.by_place(
            "eligible_per_inhabitant", by_code("eligible_per_inhabitant")
        ),
        "eligible_count": place.by_place("eligible_count", by_code("eligible")),
        "inclusion_share": place.by_place("inclusion_share", by_code("inclusion_share")),
        "ramp_time": by_group("ramp_time"),
        "ramp_steepness": by_group("ramp_steepness"),
        "recruitment_rate": by_group("recruitment_rate"),
        "mean_stay": by_group("mean_stay"),
        "dropout_rate": by_group("dropout_rate"),
        "opening_patients": place.by_place("opening_patients", by_code("opening_patients")),
    }
