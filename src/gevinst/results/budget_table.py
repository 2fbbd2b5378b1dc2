"""The budget of every public partner: the four years of an economic plan, row by row to the net."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import numpy as np

from gevinst.axes import Array
from gevinst.catalogue import CATALOGUE, Quantity
from gevinst.core.gaining import CASH, TRANSFER, actor_record, other_actors
from gevinst.core.pricing import MUNICIPALITY_ACTOR
from gevinst.results import monthly
from gevinst.results.benefit_facts import BenefitFacts
from gevinst.results.blocks import Block, block, columns
from gevinst.results.gain_entries import amount, entries, fact_of
from gevinst.results.view_headings import is_public

if TYPE_CHECKING:
    from gevinst.results.record import Results

By = Literal["year", "month"]
PLAN_YEARS = 4
"""Years of an økonomiplan: kommuneloven § 14-4 asks for at least the next four."""
PARTS = {CASH: ("cash_gain", "new_cost"), TRANSFER: ("transfer_received", "transfer_paid")}
"""Class -> name of what comes in, and of what goes out."""


def budget(results: Results, by: By) -> Iterator[Block]:
    """What changes in each partner's budget, income positive and expense negative, and the net.

    The rows of a partner and year add up to its ``net_cash``. KOSTRA art and function stand where
    the project gives them.
    """
    last = results.frame.year_labels[:PLAN_YEARS][-1]
    for made in _rows(results, by):
        time = made["year"] if by == "year" else np.array([int(m[:4]) for m in made["period"]])
        yield {column: values[time <= last] for column, values in made.items()}


def partners(results: Results) -> tuple[str, ...]:
    """Actors with a public budget: the municipalities first."""
    others = tuple(a for a in other_actors(results.inputs) if is_public(a, results))
    return MUNICIPALITY_ACTOR, *others


def _rows(results: Results, by: By) -> Iterator[Block]:
    for actor in partners(results):
        yield from _paid(results, by, actor)
        for entry in entries(results):
            if entry.actor == actor and entry.benefit_class in PARTS:
                values, shape = amount(results, by, entry)
                fixed = {
                    "actor": actor,
                    "class": entry.benefit_class,
                    "line": entry.line,
                    **_kostra(fact_of(results, entry)),
                }
                yield from _split(results, by, shape, values, entry.benefit_class, fixed)
        name = "municipality_net_cash" if actor == MUNICIPALITY_ACTOR else "actor_net_cash"
        yield block(results, by, name, actor_record(actor, CASH), actor=actor)


def _kostra(fact: BenefitFacts) -> dict[str, str]:
    """KOSTRA art and function, those that the project gives."""
    given = {"kostra_art": fact.kostra_art, "kostra_function": fact.kostra_function}
    return {column: code for column, code in given.items() if code}


def _split(
    results: Results,
    by: By,
    shape: Quantity,
    values: Array,
    benefit_class: str,
    fixed: dict[str, str],
) -> Iterator[Block]:
    """What comes in and what goes out, each only where there is some."""
    comes, goes = PARTS[benefit_class]
    for name, part in ((comes, np.maximum(values, 0)), (goes, np.minimum(values, 0))):
        if np.any(part):
            yield columns(results, by, shape, part, name, **fixed)


def _paid(results: Results, by: By, actor: str) -> Iterator[Block]:
    """The charge and the VAT on it that is not recovered, or what the actor contributes."""
    fixed = {"actor": actor, "class": CASH}
    if actor != MUNICIPALITY_ACTOR:
        for source in results.inputs.contributions:
            if source.funder == actor:
                values = monthly.values(results, "funding", source.id, by)
                yield columns(results, by, CATALOGUE["funding"], 0 - values, "funding_paid",
                              line=source.id, **fixed)  # fmt: skip
        return
    entry = CATALOGUE["charge_year"]
    values = monthly.values(results, "charge_year", "", by)
    yield columns(results, by, entry, 0 - values, "charge_paid", **fixed)
    if results.inputs.charge_vat:
        name = "charge_vat_cost_year" if by == "year" else "charge_vat_cost"
        values = monthly.values(results, name, "", by)
        yield columns(results, by, entry, 0 - values, "vat_paid", **fixed)
