"""Gains line by line as the actors see them: every amount of the table ``actors``, not yet added.

A view of the gains is nothing but these entries under other headings: that is why every view adds
up to what each actor gains of each class.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from gevinst.axes import GROUP, MUNICIPALITY, Array, total_over
from gevinst.catalogue import CATALOGUE, Quantity
from gevinst.core.gain_records import ContactCost
from gevinst.core.gaining import TRANSFER, UNPRICED, loop_of
from gevinst.core.pricing import MUNICIPALITY_ACTOR
from gevinst.results import monthly
from gevinst.results.benefit_facts import BenefitFacts
from gevinst.results.blocks import Block, columns
from gevinst.results.counted import counted_by
from gevinst.results.gain_tables import in_kroner
from gevinst.schema.benefits import WORK_UNIT

if TYPE_CHECKING:
    from gevinst.results.record import Results

By = Literal["year", "month"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one line, or one contact of a loop, gives one actor.

    Attributes
    ----------
    line : str
        Id of the line, or ``loop/contact``.
    actor, benefit_class : str
        Who gains, and of which class.
    counts : str
        Unit of what changes: ``work_hour`` also for a contact with a stated time; empty for what
        is only described.
    pays : bool
        Whether the actor is the one that pays a transfer.
    """

    line: str
    actor: str
    benefit_class: str
    counts: str
    pays: bool = False

    @property
    def quantity(self) -> str:
        """Name of its amount in kroner."""
        return "line_payment" if self.pays else "line_benefit"


def entries(results: Results) -> tuple[Entry, ...]:
    """Every line as its receiver sees it; a transfer as whoever pays it sees it, too."""
    timed = {w.id for w in results.inputs.worths if isinstance(w, ContactCost) and w.timed}
    found: list[Entry] = []
    for line in results.inputs.benefits:
        counts = WORK_UNIT if line.id in timed else counted_by(results, line.id)
        found.append(
            Entry(
                line=line.id,
                actor=line.receiver,
                benefit_class=line.benefit_class,
                counts=counts,
            )
        )
        if line.benefit_class == TRANSFER:
            found.append(
                Entry(
                    line=line.id,
                    actor=line.counterparty,
                    benefit_class=TRANSFER,
                    counts=counts,
                    pays=True,
                )
            )
    described = (fact for fact in results.names.benefit_facts.values() if fact.kind == "described")
    found += [
        Entry(line=fact.id, actor=fact.receiver, benefit_class=fact.benefit_class, counts="")
        for fact in described
    ]
    return tuple(found)


def has_kroner(results: Results, entry: Entry) -> bool:
    """Whether the entry is an amount; hours without a decision and unpriced effects are not."""
    return entry.benefit_class != UNPRICED and in_kroner(results, entry.line)


def has_hours(results: Results, entry: Entry) -> bool:
    """Whether the entry frees, or takes, hours of work."""
    return ("freed_hours", entry.line) in results.ledger.values


def fact_of(results: Results, entry: Entry) -> BenefitFacts:
    """What the project tells of the line; of a contact, of its loop."""
    return results.names.benefit_facts[loop_of(entry.line)]


def placed(results: Results, by: By, name: str, record: str, actor: str) -> tuple[Array, Quantity]:
    """A quantity of a line where its actor is: by municipality, or in all places together."""
    values = total_over(monthly.values(results, name, record, by), GROUP)
    if actor == MUNICIPALITY_ACTOR:
        return values, CATALOGUE["municipality_gain"]
    return total_over(values, MUNICIPALITY), CATALOGUE["actor_gain"]


def amount(results: Results, by: By, entry: Entry) -> tuple[Array, Quantity]:
    """Kroner of an entry."""
    return placed(results, by, entry.quantity, entry.line, entry.actor)


def entry_blocks(results: Results, by: By, entry: Entry, **fixed: str) -> Iterator[Block]:
    """The amount of an entry, its hours, or what changes where there is no price."""
    fixed = {**fixed, "line": entry.line, "actor": entry.actor, "class": entry.benefit_class}
    if has_kroner(results, entry):
        values, shape = amount(results, by, entry)
        yield columns(results, by, shape, values, "benefit", **fixed)
    if has_hours(results, entry):
        values, shape = placed(results, by, "freed_hours", entry.line, entry.actor)
        made = columns(results, by, shape, values, "freed_hours", **fixed)
        made["unit"][:] = WORK_UNIT
        yield made
    elif entry.benefit_class == UNPRICED and entry.counts:
        values, shape = placed(results, by, "changed_events", entry.line, entry.actor)
        made = columns(results, by, shape, values, "changed_events", **fixed)
        made["unit"][:] = entry.counts
        yield made
