"""Views of the same gains under other headings: KS, DFØ, imprint, and the patient's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import numpy as np

from gevinst.axes import GROUP, MUNICIPALITY, Array, safe_ratio, total_over
from gevinst.catalogue import CATALOGUE
from gevinst.core.gaining import CASH, TRANSFER, UNPRICED, actor_record, other_actors
from gevinst.core.pricing import MUNICIPALITY_ACTOR
from gevinst.results import monthly
from gevinst.results.benefit_facts import BenefitFacts
from gevinst.results.blocks import Block, block, columns
from gevinst.results.gain_entries import (
    Entry,
    amount,
    entries,
    entry_blocks,
    fact_of,
    has_kroner,
)
from gevinst.results.plus_minus import consequence, signs
from gevinst.results.view_headings import (
    PATIENTS,
    dfo_category,
    imprint_side,
    is_public,
    ks_type,
)
from gevinst.schema.benefits import WORK_UNIT

if TYPE_CHECKING:
    from gevinst.results.record import Results

By = Literal["year", "month"]
ASPECT_OF = {"trip": "travel", "km": "travel", WORK_UNIT: "help"}
"""Unit -> what it is to the patient; all else is contacts and stays."""
NOT_MET_BY_PATIENTS = ("drg_point", "qaly", "measurement", "alert")
"""Units that a patient does not meet as a contact."""


def ks(results: Results, by: By) -> Iterator[Block]:
    """Avoided costs, saved time and better quality, line by line; classes are never added."""
    for entry in entries(results):
        yield from _entry(results, by, entry, type=ks_type(entry))


def imprint(results: Results, by: By) -> Iterator[Block]:
    """Gevinstavtrykk: users, organisation, clinical work and economy of each actor."""
    for entry in entries(results):
        yield from _entry(results, by, entry, side=imprint_side(entry))


def dfo(results: Results, by: By) -> Iterator[Block]:
    """Own budget, other use, priced effects for others, and effects without a price.

    What the actors pay stands as ``cost``, positive as in the table ``actors``.
    """
    cash = {"class": CASH}
    own = {"category": "own_budget", "actor": MUNICIPALITY_ACTOR, **cash}
    yield block(results, by, "charge_year", **own)
    if results.inputs.charge_vat:
        name = "charge_vat_cost_year" if by == "year" else "charge_vat_cost"
        values = monthly.values(results, name, "", by)
        yield columns(results, by, CATALOGUE["charge_year"], values, "vat_paid", **own)
    funders = {source.funder for source in results.inputs.contributions}
    for actor in (a for a in other_actors(results.inputs) if a in funders):
        category = "priced_public" if is_public(actor, results) else "priced_others"
        fixed = {"category": category, "actor": actor, **cash}
        yield block(results, by, "actor_funding", actor_record(actor, CASH), **fixed)
    for entry in entries(results):
        yield from _entry(results, by, entry, category=dfo_category(entry, results))


def _entry(results: Results, by: By, entry: Entry, **fixed: str) -> Iterator[Block]:
    """Numbers of an entry, and its plus and minus where it has no price."""
    yield from entry_blocks(results, by, entry, **fixed)
    if entry.benefit_class == UNPRICED:
        yield weighed(results, by, entry, **fixed)


def weighed(results: Results, by: By, entry: Entry, **fixed: str) -> Block:
    """Consequence by the plus-minus method, from -4 to 4, with its reason; never kroner."""
    fact = fact_of(results, entry)
    extent = fact.extent or 0
    level = consequence(fact.importance, extent)
    periods = len(results.frame.year_labels if by == "year" else results.frame.months)
    values = np.full((1, 1, periods, 1), float(level))
    made = columns(
        results,
        by,
        CATALOGUE["actor_gain"],
        values,
        "consequence",
        line=entry.line,
        actor=entry.actor,
        **{"class": entry.benefit_class},
        importance=fact.importance,
        extent=str(extent),
        signs=signs(level),
        text=fact.reason,
        **fixed,
    )
    made["unit"][:] = "1"
    return made


def patient_view(results: Results, by: By) -> Iterator[Block]:
    """What changes for patients and next of kin, in all and per patient under follow-up and year.

    Contacts, trips and hours whoever gains by them, the patient's and next of kin's own money and
    quality. Lines that count the same change, as a contact and its fee, show it once.
    """
    seen: set[tuple[str, str, bytes]] = set()
    for entry in entries(results):
        fact = fact_of(results, entry)
        mine = entry.actor in PATIENTS
        if entry.counts and entry.benefit_class != TRANSFER:
            counted = results.ledger["changed_events", fact.id].tobytes()
            about = fact.indicator, fact.definition, counted
            if about not in seen and fact.counts not in NOT_MET_BY_PATIENTS:
                aspect = ASPECT_OF.get(fact.counts, "contacts")
                unpriced = entry.benefit_class == UNPRICED
                yield from _change(results, by, fact, "quality" if unpriced else aspect)
            seen.add(about)
        if mine and has_kroner(results, entry):
            money = "money" if entry.benefit_class in {CASH, TRANSFER} else "quality"
            yield from _kroner(results, by, entry, money)
        if mine and entry.benefit_class == UNPRICED:
            yield weighed(results, by, entry, aspect="quality")


def _change(results: Results, by: By, fact: BenefitFacts, aspect: str) -> Iterator[Block]:
    line, unit = fact.id, fact.counts
    values = total_over(monthly.values(results, "changed_events", line, by), GROUP, MUNICIPALITY)
    fixed = {"aspect": aspect, "line": line}
    yield _called(results, by, values, "changed_events", unit, **fixed)
    each = _per_patient(results, by, values)
    yield _called(results, by, each, "changed_per_patient", f"{unit}/patient/year", **fixed)


def _kroner(results: Results, by: By, entry: Entry, aspect: str) -> Iterator[Block]:
    values, _ = amount(results, by, entry)
    fixed = {
        "aspect": aspect,
        "line": entry.line,
        "actor": entry.actor,
        "class": entry.benefit_class,
    }
    yield _called(results, by, values, "benefit", "NOK", **fixed)
    each = _per_patient(results, by, values)
    yield _called(results, by, each, "benefit_per_patient", "NOK/patient/year", **fixed)


def _called(results: Results, by: By, values: Array, name: str, unit: str, **fixed: str) -> Block:
    made = columns(results, by, CATALOGUE["actor_gain"], values, name, **fixed)
    made["unit"][:] = unit
    return made


def _per_patient(results: Results, by: By, values: Array) -> Array:
    time = monthly.values(results, "patient_time", "", by)
    return safe_ratio(values, total_over(time, GROUP, MUNICIPALITY), when_zero=0)
