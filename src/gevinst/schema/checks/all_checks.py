"""Every check across tables, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from gevinst.schema.checks import (
    alternatives,
    benefit_map,
    benefits,
    counts,
    double_counting,
    economics,
    evidence,
    measurements,
    names,
    periods,
    price_years,
    prices,
    references,
    staffing,
    taken_values,
    tariffs,
)
from gevinst.schema.checks.reading import Draft
from gevinst.schema.findings import Finding

MOST_FINDINGS = 100  # of one check; a file with more is not read to the end by anybody

CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    names.unique_names,
    names.codes,
    references.roles_and_groups,
    references.paying_partners,
    references.host,
    references.funders,
    references.actors,
    references.professions,
    references.accepted_overlaps,
    references.partner_tables,
    references.opening_patients,
    alternatives.eligible,
    alternatives.ramp_steepness,
    alternatives.value_added_tax,
    alternatives.funding_amount,
    alternatives.groups_of_calendar_task,
    staffing.arrivals,
    staffing.deadlines,
    staffing.answering_targets,
    staffing.team,
    benefits.transfer,
    benefits.price,
    benefits.hours,
    benefits.loops,
    benefits.fitting_class,
    benefits.plus_minus,
    benefits.one_change,
    benefits.uncertainty,
    benefits.baselines,
    benefits.definitions,
    measurements.measurements,
    measurements.partners_measured,
    measurements.comparisons,
    taken_values.baselines,
    taken_values.effects,
    double_counting.catalogue,
    double_counting.refunds,
    double_counting.overlapping,
    benefit_map.references,
    benefit_map.order,
    benefit_map.orphans,
    benefit_map.cycles,
    prices.keys,
    prices.fields_of_keys,
    prices.history_of_keys,
    prices.partners_of_keys,
    prices.agreed_shares,
    prices.weights_of_pools,
    prices.lines,
    prices.ids,
    prices.earmarks,
    prices.settlements,
    prices.tables_of_limits,
    tariffs.balance,
    tariffs.service_levels,
    tariffs.bands,
    tariffs.months_of_fees,
    tariffs.limits,
    periods.memberships,
    periods.one_off_months,
    periods.funding_months,
    price_years.price_years,
    economics.analysis_period,
    economics.residual_values,
    evidence.corrections,
    counts.opening_patients,
    counts.key_weights,
    counts.opening_time,
)


def cross_check(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """Everything that is wrong across the tables of a file.

    Parameters
    ----------
    raw : mapping
        The content of the file, not validated.
    """
    draft = Draft(raw)
    for check in CHECKS:
        for finding in islice(check(draft), MOST_FINDINGS):
            if not references.follows(finding, draft):
                yield finding
