"""From patients to gains, written out: lines of benefit, actors, and freed hours.

A contact of a loop is a line with the record ``loop/contact``; what it shares with the others of
the loop is found under the loop's own id.
"""

from __future__ import annotations

from collections.abc import Callable

from gevinst.axes import Array
from gevinst.core import actors, benefits, personnel
from gevinst.core.gain_records import (
    BedDayValues,
    BenefitLine,
    Change,
    ChangeByAmount,
    ChangeByShare,
    ContactCost,
    Realisation,
    Worth,
)
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import INSIDE, Ledger
from gevinst.core.pricing import MUNICIPALITY_ACTOR

CASH = "cash"
TRANSFER = "transfer"
UNPRICED = "quality_unpriced"

REALISED: dict[tuple[bool, bool], Callable[..., Array]] = {
    (False, False): benefits.realised_events,
    (False, True): benefits.realised_where_fewer_is_better,
    (True, False): benefits.realised_after_delay,
    (True, True): benefits.realised_after_delay_where_fewer_is_better,
}
"""By whether there is a delay, and whether fewer is better whatever the price."""


def gains(x: Inputs, made: Ledger) -> None:
    """Benefits by line, the gain of every actor by class, and the hours of every profession."""
    made.make(benefits.patient_time_year)
    made.make(benefits.year_number_of_year)
    realisations = {realisation.id: realisation for realisation in x.realisations}
    for line in x.changes:
        change(line, made)
        realised(realisations[line.id], made)
    worths = {worth.id: worth for worth in x.worths}
    for benefit in x.benefits:
        worth_of(benefit, worths[benefit.id], made)
    loops(x, made)
    for actor, benefit_class in actor_classes(x):
        gain(x, actor, benefit_class, made)
    hours(x, made)


def change(line: Change, made: Ledger) -> None:
    """What there would have been, and how much of it changes."""
    if isinstance(line, ChangeByShare):
        made.make(benefits.baseline_events, line.id)
        made.make(benefits.changed_events, line.id)
    elif isinstance(line, ChangeByAmount):
        made.make(benefits.baseline_events, line.id)
        made.make(benefits.changed_by_amount, line.id)
    else:
        made.make(benefits.baseline_hours, line.id)
        made.make(benefits.changed_hours, line.id)


def realised(line: Realisation, made: Ledger) -> None:
    """What of the change counts, and how its value grows."""
    if line.delayed:
        made.make(benefits.delay_passed, line.id)
        made.make(benefits.gain_time, line.id)
        made.make(benefits.gain_time_year, line.id)
        made.make(benefits.gain_time_share, line.id)
    made.make(REALISED[line.delayed, line.fewer_is_better], line.id)
    made.make(benefits.value_index, line.id)


def worth_of(line: BenefitLine, worth: Worth, made: Ledger) -> None:
    """What a line, or a contact of a loop, is worth to who receives it."""
    if isinstance(worth, BedDayValues):
        made.make(benefits.benefit_average, line.id)
        made.make(benefits.benefit_capacity, line.id)
        made.make(benefits.benefit_marginal, line.id)
        counted = [(f"benefit_{worth.counted}", line.id)]
        made.total("line_benefit", counted, counted[0], record=line.id)
    elif isinstance(worth, ContactCost):
        made.make(benefits.contact_cost, line.id)
        made.make(benefits.contact_benefit, line.id)
    else:
        made.make(benefits.line_benefit, line.id)
    if line.benefit_class == TRANSFER:
        made.make(benefits.line_payment, line.id)


def loops(x: Inputs, made: Ledger) -> None:
    """What one pass of a loop costs, all its contacts together."""
    contacts = [line.id for line in x.benefits if ("contact_cost", line.id) in made.values]
    for loop in dict.fromkeys(loop_of(contact) for contact in contacts):
        parts = [("contact_cost", contact) for contact in contacts if loop_of(contact) == loop]
        made.total("pass_cost", parts, parts[0], record=loop)


def gain(x: Inputs, actor: str, benefit_class: str, made: Ledger) -> None:
    """Gain of an actor of one class, less the transfers that it pays."""
    record = actor_record(actor, benefit_class)
    gained = [
        ("line_benefit", line.id)
        for line in x.benefits
        if (line.receiver, line.benefit_class) == (actor, benefit_class)
    ]
    paid = [
        ("line_payment", line.id)
        for line in x.benefits
        if (line.counterparty, benefit_class) == (actor, TRANSFER)
    ]
    made.total(
        "gain_by_place",
        [*gained, *paid],
        ("total_cost_year", ""),
        ("patient_time_year", ""),
        record,
    )
    if actor == MUNICIPALITY_ACTOR:
        made.make(actors.municipality_gain, record)
    else:
        made.make(actors.actor_gain, record)


def hours(x: Inputs, made: Ledger) -> None:
    """Hours that lines free or take, and the positions that they are, by profession."""
    for counted in x.counted_hours:
        made.make(benefits.freed_hours, counted.id)
        made.make(personnel.freed_hours_all, counted.id)
    for worth in x.worths:
        there = ("contact_cost", worth.id) in made.values
        if isinstance(worth, ContactCost) and worth.timed and there:
            made.make(benefits.freed_contact_hours, worth.id)
            made.make(personnel.freed_hours_all, worth.id)
    for profession in x.professions:
        own = [line.id for line in x.benefits if line.profession == profession.id]
        parts = [("freed_hours_all", line) for line in own]
        if parts:
            made.total("profession_hours", parts, parts[0], record=profession.id)
            made.make(personnel.profession_time, profession.id)


def loop_of(record: str) -> str:
    """The loop that a contact belongs to."""
    return record.partition(INSIDE)[0]


def actor_record(actor: str, benefit_class: str) -> str:
    """Record of a gain: whose it is, and of which class."""
    return f"{actor}:{benefit_class}"


def other_actors(x: Inputs) -> tuple[str, ...]:
    """Actors beside the municipalities, in the order in which the project names them."""
    named = (
        *(actor for line in x.benefits for actor in (line.receiver, line.payer)),
        *(line.counterparty for line in x.benefits if line.counterparty),
        *(contribution.funder for contribution in x.contributions),
    )
    return tuple(a for a in dict.fromkeys(named) if a != MUNICIPALITY_ACTOR)


def actor_classes(x: Inputs) -> tuple[tuple[str, str], ...]:
    """Every actor with every class in which it may gain, money first.

    Cash and transfers always, for what it pays; effects without a price have no krone value.
    """
    everyone = (MUNICIPALITY_ACTOR, *other_actors(x))
    money = [(actor, money) for actor in everyone for money in (CASH, TRANSFER)]
    gained = [(line.receiver, line.benefit_class) for line in x.benefits]
    return tuple(dict.fromkeys((*money, *(g for g in gained if g[1] != UNPRICED))))
