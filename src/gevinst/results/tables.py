"""Results as tidy tables: which quantities stand in which table, one row per value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

from gevinst.catalogue import BASIS_UNITS
from gevinst.core.model import (
    CASH,
    MUNICIPALITY_ACTOR,
    actor_record,
    other_actors,
)
from gevinst.core.pricing import SURPLUS, UNIT_PRICE
from gevinst.errors import QuantityError
from gevinst.messages import nearest
from gevinst.results import (
    benefit_map,
    guard_rails,
    monthly,
    plan_table,
    present_values,
    wording,
)
from gevinst.results.blocks import (
    Block,
    block,
    charge_share_block,
    invoice_block,
    ratio_block,
)
from gevinst.results.budget_table import budget
from gevinst.results.gain_tables import benefits, transfers
from gevinst.results.kit_table import kits
from gevinst.results.personnel_table import personnel
from gevinst.results.presence import presence
from gevinst.results.staffing_tables import answering, staffing, workload
from gevinst.results.view_tables import dfo, imprint, ks, patient_view

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.results.record import Results

By = Literal["year", "month"]


def build(results: Results, name: str, by: By, labels: str | None) -> pd.DataFrame:
    """Make the table `name`; see `Results.table`."""
    import pandas as pd

    _refuse(name, by, labels)
    if name == present_values.NAME:
        made = present_values.frame(results)
        return made if labels is None else wording.for_people(made, results, labels)
    if name == "warnings":
        made = guard_rails.frame(results, labels)
        return made if labels is None else wording.for_people(made, results, labels)
    if name in REGISTERS:
        return REGISTERS[name](results, labels)
    table, dimensions = TABLES[name]
    columns = [*dimensions, "year" if by == "year" else "period", "quantity", "value", "unit"]
    frames = [pd.DataFrame(b, columns=columns) for b in table(results, by)]
    if not frames:
        frames = [pd.DataFrame(columns=columns)]
    frame = pd.concat(frames, ignore_index=True)
    frame["value"] = frame["value"].astype("float64")
    return frame if labels is None else wording.for_people(frame, results, labels)


def _refuse(name: str, by: str, labels: str | None) -> None:
    if not isinstance(name, str):
        raise QuantityError.not_a_name("name", name)
    known = (*TABLES, *REGISTERS, present_values.NAME, "warnings")
    if name not in known:
        raise QuantityError.unknown_table(name, nearest(name, known), known)
    for argument, given, allowed in (
        ("by", by, ("year", "month")),
        ("labels", labels, (None, "nb", "en")),
    ):
        if given not in allowed:
            names = [a for a in allowed if a]
            raise QuantityError.unknown_label(argument, given, nearest(str(given), names), names)


def patients(results: Results, by: By) -> Iterator[Block]:
    """Patients by municipality and group."""
    names = ("eligible_patients", "target_patients", "active_patients", "starts", "stops")
    for name in (*names, "patient_time"):
        yield block(results, by, name)


def costs(results: Results, by: By) -> Iterator[Block]:
    """Cost by line, funding by source, what is left to split, and promised money not needed."""
    for line in results.records("line_cost"):
        yield block(results, by, "line_cost", line, line=line)
    yield block(results, by, "total_cost")
    for source in results.records("funding"):
        yield block(results, by, "funding", source, line=source)
    yield block(results, by, "net_cost")
    if by == "year":
        for source in results.records("funding_unused_year"):
            yield block(results, by, "funding_unused_year", source, line=source)


def charges(results: Results, by: By) -> Iterator[Block]:
    """What each municipality pays, exact: nothing else, so that the column adds up."""
    yield block(results, by, "charge")


def invoices(results: Results, by: By) -> Iterator[Block]:
    """What each municipality is invoiced, in whole oere or kroner: one a year, or one a month."""
    yield invoice_block(results, by)


def keys(results: Results, by: By) -> Iterator[Block]:
    """What each key counts and gives, the mixed key, and everybody's share of what all pay.

    By year the keys are those of December; the share of the charges is that of the whole year.
    """
    for key in results.inputs.keys:
        fixed = {"pool": key.pool, "key": key.id}
        counted = block(results, by, "key_basis", key.id, **fixed)
        counted["unit"][:] = BASIS_UNITS[key.basis]
        yield counted
        yield block(results, by, "key_share", key.id, **fixed)
    for pool in results.records("allocation_share"):
        yield block(results, by, "allocation_share", pool, pool=pool)
    yield charge_share_block(results, by)


def tariff(results: Results, by: By) -> Iterator[Block]:
    """What stands round the charge: each fee, the price that breaks even, surplus or deficit.

    Also the charge before limits, and what settlement and VAT make of it on the invoice.
    """
    inputs = results.inputs
    for fee in inputs.fees:
        yield block(results, by, "fee", fee.id, line=fee.id)
    if inputs.balance == UNIT_PRICE and by == "year":
        yield block(results, by, "unit_price")
    if inputs.balance == SURPLUS:
        yield block(results, by, "surplus")
    if inputs.limits:
        yield block(results, by, "priced_charge")
    if inputs.settlements or inputs.charge_vat:
        yield block(results, by, "settlement")
        if inputs.charge_vat:
            yield block(results, by, "charge_vat")
        yield block(results, by, "amount_due")


def actors(results: Results, by: By) -> Iterator[Block]:
    """What each actor gains, by class, and pays; classes are never added.

    Net cash is the cash gained and the transfers received less what is paid.
    """
    yield from _actor(results, by, MUNICIPALITY_ACTOR, "municipality_gain", "charge_year")
    for actor in other_actors(results.inputs):
        yield from _actor(results, by, actor, "actor_gain", "actor_funding")


def _actor(results: Results, by: By, actor: str, gain: str, cost: str) -> Iterator[Block]:
    classes = {line.benefit_class for line in results.inputs.benefits}
    for record in results.records(gain):
        whose, _, benefit_class = record.partition(":")
        if whose == actor and (benefit_class == CASH or benefit_class in classes):
            fixed = {"actor": actor, "class": benefit_class}
            yield block(results, by, gain, record, **fixed)
    cash = {"actor": actor, "class": CASH}
    record = actor_record(actor, CASH)
    net = gain.replace("gain", "net_cash")
    paid = record if cost == "actor_funding" else ""
    yield block(results, by, cost, paid, **cash)
    yield block(results, by, net, record, **cash)


def key_figures(results: Results, by: By) -> Iterator[Block]:
    """Key figures; a ratio with nothing to divide by is missing, not zero."""
    figures = ("active_patients_total", "patient_time_total", "staffed_time_total")
    for name in figures:
        yield block(results, by, name)
    for name, (above, below) in monthly.RATIOS.items():
        yield ratio_block(results, by, name, above, below)


Table = Callable[["Results", By], Iterator[Block]]

OF_VIEW = (
    "municipality",
    "line",
    "actor",
    "class",
    "importance",
    "extent",
    "signs",
    "text",
)
"""Columns of a view beside its heading: the last four where there is no price."""

TABLES: dict[str, tuple[Table, tuple[str, ...]]] = {
    "patients": (patients, ("municipality", "group")),
    "workload": (workload, ("role", "task", "class")),
    "staffing": (staffing, ("role", "binding")),
    "answering": (answering, ("role", "task")),
    "presence": (presence, ("role", "weekday", "hour")),
    "costs": (costs, ("line",)),
    "kits": (kits, ("line",)),
    "charges": (charges, ("municipality",)),
    "invoices": (invoices, ("municipality",)),
    "keys": (keys, ("municipality", "pool", "key")),
    "tariff": (tariff, ("municipality", "line")),
    "benefits": (benefits, ("municipality", "group", "line", "actor", "class")),
    "transfers": (transfers, ("municipality", "line", "actor", "from", "to")),
    "actors": (actors, ("municipality", "actor", "class")),
    "budget": (
        budget,
        ("municipality", "actor", "class", "line", "kostra_art", "kostra_function"),
    ),
    "personnel": (personnel, ("profession", "role")),
    "ks": (ks, ("type", *OF_VIEW)),
    "dfo": (dfo, ("category", *OF_VIEW)),
    "imprint": (imprint, ("side", *OF_VIEW)),
    "patient_view": (patient_view, ("aspect", *OF_VIEW[1:])),
    "key_figures": (key_figures, ("municipality",)),
}

REGISTERS: dict[str, Callable[[Results, str | None], pd.DataFrame]] = {
    "plan": plan_table.frame,
    "map": benefit_map.frame,
}
"""Tables of words: one row per benefit line or arrow, not one per value and year."""
