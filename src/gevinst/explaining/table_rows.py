"""Rows of tables as questions: what a name in a table means, and labels that say nothing new."""

from __future__ import annotations

from gevinst.catalogue import CATALOGUE, Quantity
from gevinst.core.model import CASH, MUNICIPALITY_ACTOR, TRANSFER
from gevinst.errors import QuantityError
from gevinst.explaining.labels import Labels
from gevinst.explaining.names import Namer
from gevinst.explaining.nodes import Words
from gevinst.results import Results
from gevinst.results.staffing_tables import CLASS_HOURS
from gevinst.results.table_names import MEANT_BY, records_of, refuse_if_made_by_table
from gevinst.results.wording import WORK_CLASSES

_BY_LINE = frozenset({"line", "source"})
_BY_PLACE = frozenset(
    {
        "charge_year", "municipality_gain", "municipality_net_cash",
        "municipality_present_gain", "municipality_present_cost",
        "municipality_present_net_cash", "municipality_tax_financing_cost",
    }
)  # fmt: skip
_SAID_BY_RECORD = {
    "benefit": ("actor", "benefit_class"),
    "key": ("pool",),
    "task": ("role", "benefit_class"),
}
_SAID_BY_NAME: dict[str, tuple[str, ...]] = {
    "charge_year": ("actor", "benefit_class"),
    **dict.fromkeys(CLASS_HOURS, ("benefit_class",)),
}


def quantity_meant(results: Results, name: str, labels: Labels) -> str:
    """The quantity of the catalogue that a name in a table means with these labels.

    A line or role tells costs and benefits of lines from those of actors; an actor, or a
    municipality alone, tells whose they are.
    """
    refuse_if_made_by_table(name)
    meant = MEANT_BY.get(name, (name,))
    if len(meant) == 1:
        return meant[0]
    of_line = [quantity for quantity in meant if CATALOGUE[quantity].records in {"line", "benefit"}]
    if of_line and (labels.line is not None or labels.role is not None):
        pays = of_line[0] == "line_benefit" and _pays_the_transfer(results, labels)
        return "line_payment" if pays else of_line[0]
    theirs, others = (
        next(q for q in meant if q not in of_line and (q in _BY_PLACE) == by_place)
        for by_place in (True, False)
    )
    if labels.actor is None and labels.municipality is None:
        axis = "line" if of_line else "actor"
        records = {record for _, record in records_of(results, name)}
        lines = sorted(record for record in records if ":" not in record)
        actors = sorted({record.partition(":")[0] for record in records if ":" in record})
        raise QuantityError.missing_label(name, axis, lines or actors)
    return theirs if labels.actor is None or _is_municipality(results, labels.actor) else others


def _pays_the_transfer(results: Results, labels: Labels) -> bool:
    """Whether the row is that of the one who pays the transfer, not of its receiver."""
    return any(
        line.benefit_class == TRANSFER
        and _says(labels.line, line.id, results.names.benefits.get(line.id, line.id))
        and _is_actor(results, labels.actor, line.counterparty)
        for line in results.inputs.benefits
    )


def _is_municipality(results: Results, actor: object) -> bool:
    return _is_actor(results, actor, MUNICIPALITY_ACTOR)


def _is_actor(results: Results, given: object, actor: str) -> bool:
    called = Namer(results).record("actor", f"{actor}:{CASH}")[0]
    return _says(given, actor, called.nb, called.en)


def _says(given: object, *names: str) -> bool:
    return str(given).strip().casefold() in {name.casefold() for name in names}


def said_already(entry: Quantity) -> tuple[str, ...]:
    """Labels that rows of the quantity have, though its record or name says them already."""
    return _SAID_BY_NAME.get(entry.name, _SAID_BY_RECORD.get(entry.records, ()))


def _work_class(work_class: str) -> dict[str, Words]:
    return {work_class: Words(**WORK_CLASSES[work_class])}


def facts_of_row(results: Results, entry: Quantity, record: str) -> dict[str, dict[str, Words]]:
    """What those labels have to be: by label the id, and what it is called."""
    if entry.records == "key" and record:
        pool = Namer(results).price_key(record).pool
        called = results.names.pools.get(pool, pool)
        return {"pool": {pool: Words(called, called)}}
    if entry.name in CLASS_HOURS:
        return {"benefit_class": _work_class(CLASS_HOURS[entry.name])}
    if entry.records == "task":
        task = next(task for task in results.inputs.tasks if task.id == record)
        called = results.names.roles[task.role]
        role = {task.role: Words(called, called)}
        return {"role": role, "benefit_class": _work_class(task.work_class)}
    if entry.name == "charge_year":
        actor, benefit_class = MUNICIPALITY_ACTOR, CASH
    elif entry.records == "benefit":
        line = next((line for line in results.inputs.benefits if line.id == record), None)
        if line is None:  # a loop, whose contacts have receivers and classes of their own
            return {}
        actor = line.counterparty if entry.name == "line_payment" else line.receiver
        benefit_class = line.benefit_class
    else:
        return {}
    whose, which = Namer(results).record("actor", f"{actor}:{benefit_class}")
    return {"actor": {actor: whose}, "benefit_class": {benefit_class: which}}
