"""Tables of benefits: lines, transfers, and gains of classes that somebody names together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from gevinst.axes import GROUP, MUNICIPALITY, total_over
from gevinst.catalogue import CATALOGUE
from gevinst.core.gain_records import BedDayValues, BenefitLine, ContactCost
from gevinst.core.gaining import (
    TRANSFER,
    UNPRICED,
    actor_record,
    loop_of,
    other_actors,
)
from gevinst.core.pricing import MUNICIPALITY_ACTOR
from gevinst.errors import QuantityError
from gevinst.messages import nearest
from gevinst.results import monthly, wording
from gevinst.results.blocks import Block, block, columns
from gevinst.results.counted import counted_by
from gevinst.schema.benefit_parts import BENEFIT_CLASSES
from gevinst.units import canonical_unit

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.results.record import Results

By = Literal["year", "month"]
EVENTS = ("baseline_events", "changed_events", "realised_events")
BED_DAY_BENEFITS = ("benefit_average", "benefit_capacity", "benefit_marginal")
SUMMED = tuple(c for c in BENEFIT_CLASSES if c != UNPRICED)
"""Classes in kroner, in the order in which they are named."""


def benefits(results: Results, by: By) -> Iterator[Block]:
    """Benefit lines by place and group: events without the service, change, hours, value.

    A loop has its passes under its own id, and kroner under ``loop/contact``. Bed-days have their
    three values beside the one that counts. A transfer stands with the one who pays it too: so
    what is added up over lines is what the table ``actors`` says, and transfers cancel.
    """
    inputs = results.inputs
    worths = {worth.id: worth for worth in inputs.worths}
    for change in inputs.changes:
        own = [line for line in inputs.benefits if loop_of(line.id) == change.id]
        alone = own[0] if own and own[0].id == change.id else None
        fixed = {"line": change.id}
        if alone is not None:
            fixed |= {"actor": alone.receiver, "class": alone.benefit_class}
        for name in EVENTS:
            made = block(results, by, name, change.id, **fixed)
            made["unit"][:] = canonical_unit(counted_by(results, change.id))
            yield made
        for line in own:
            fixed = {"line": line.id, "actor": line.receiver, "class": line.benefit_class}
            if ("freed_hours", line.id) in results.ledger.values:
                yield block(results, by, "freed_hours", line.id, **fixed)
            if in_kroner(results, line.id):
                yield block(results, by, "line_benefit", line.id, **fixed)
            if line.benefit_class == TRANSFER:
                yield _paid(results, by, line)
            if isinstance(worths[line.id], BedDayValues):
                for name in BED_DAY_BENEFITS:
                    yield block(results, by, name, line.id, **fixed)


def _paid(results: Results, by: By, line: BenefitLine) -> Block:
    """What a transfer takes from the one who pays it."""
    values = monthly.values(results, "line_payment", line.id, by)
    fixed = {"line": line.id, "actor": line.counterparty, "class": line.benefit_class}
    return columns(results, by, CATALOGUE["line_payment"], values, "benefit", **fixed)


def in_kroner(results: Results, record: str) -> bool:
    """Whether a line, or a contact of a loop, has a price; hours without a decision have none."""
    worth = next(worth for worth in results.inputs.worths if worth.id == record)
    if isinstance(worth, BedDayValues | ContactCost):
        return True
    origin = results.provenance.get(("unit_value", record), {}).get((0, 0))
    return origin is None or origin.path != "unit_value"


def transfers(results: Results, by: By) -> Iterator[Block]:
    """What moves from one to another by each transfer, at both ends: they cancel in the whole."""
    for line in results.inputs.benefits:
        if line.benefit_class != TRANSFER:
            continue
        ends = {"from": line.counterparty, "to": line.receiver}
        for name, actor in (("line_benefit", line.receiver), ("line_payment", line.counterparty)):
            values = total_over(monthly.values(results, name, line.id, by), GROUP)
            entry = CATALOGUE["municipality_gain"]
            if actor != MUNICIPALITY_ACTOR:
                values, entry = total_over(values, MUNICIPALITY), CATALOGUE["actor_gain"]
            yield columns(results, by, entry, values, "transfer", line=line.id, actor=actor, **ends)


def gain_of(results: Results, classes: Sequence[str], by: By, labels: str | None) -> pd.DataFrame:
    """Gains of the named classes added up, for each actor; see `Results.gain_of`."""
    import pandas as pd

    named = _classes(classes)
    for argument, given, allowed in (
        ("by", by, ("year", "month")),
        ("labels", labels, (None, "nb", "en")),
    ):
        if given not in allowed:
            known = [a for a in allowed if a]
            raise QuantityError.unknown_label(argument, given, nearest(str(given), known), known)
    time = "year" if by == "year" else "period"
    wanted = ["municipality", "actor", time, "quantity", "value", "unit"]
    frames = [pd.DataFrame(columns=wanted)]
    for actor in (MUNICIPALITY_ACTOR, *other_actors(results.inputs)):
        name = "municipality_gain" if actor == MUNICIPALITY_ACTOR else "actor_gain"
        parts = [
            monthly.values(results, name, actor_record(actor, one), by)
            for one in named
            if (name, actor_record(actor, one)) in results.ledger.values
        ]
        if parts:
            total = sum(parts[1:], start=parts[0])
            made = columns(results, by, CATALOGUE[name], total, " + ".join(named), actor=actor)
            frames.append(pd.DataFrame(made, columns=wanted))
    frame = pd.concat(frames[1:] or frames, ignore_index=True)
    frame["value"] = frame["value"].astype("float64")
    if labels is None:
        return frame
    called = " + ".join(wording.CLASSES[one][labels] for one in named)
    shown = wording.for_people(frame, results, labels)
    return shown.replace({" + ".join(named): called})


def _classes(classes: Sequence[str]) -> tuple[str, ...]:
    named = (classes,) if isinstance(classes, str) else tuple(classes)
    if not named:
        raise QuantityError.missing_label("gain_of", "benefit_class", SUMMED)
    for position, one in enumerate(named):
        if one not in SUMMED or one in named[:position]:
            near = nearest(str(one), SUMMED)
            raise QuantityError.unknown_label("benefit_class", one, near, SUMMED)
    return named
