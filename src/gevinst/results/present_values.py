"""The table of present values: what each actor gains, pays and is left with, as worth now.

Classes stand side by side. Only cash and transfers are money: they, and what is paid, make the net
cash, of which the month that it has paid back and the hump are told too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from gevinst import economics
from gevinst.axes import MONTHS_IN_YEAR, Array
from gevinst.catalogue import CATALOGUE
from gevinst.core.model import CASH, MUNICIPALITY_ACTOR, TRANSFER, actor_record, other_actors
from gevinst.results import corrected_months, monthly
from gevinst.results.table_names import SHOWN_AS

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.results.record import Results

NAME = "present_value"
COLUMNS = ("municipality", "actor", "class", "period", "quantity", "value", "unit")
OF_CASH = ("present_cost", "present_residual", "present_net_cash", "tax_financing_cost")
MONTH = "month"

Row = dict[str, Any]


def frame(results: Results) -> pd.DataFrame:
    """One row per value; each municipality its own, every other actor once."""
    import pandas as pd

    made = pd.DataFrame(rows(results), columns=list(COLUMNS))
    made["value"] = made["value"].astype("float64")
    return made


def rows(results: Results) -> Iterator[Row]:
    """Gains of every class, then what is paid, what is left, taxes, payback and hump."""
    classes = {line.benefit_class for line in results.inputs.benefits} | {CASH}
    for actor in (MUNICIPALITY_ACTOR, *other_actors(results.inputs)):
        whose = "municipality" if actor == MUNICIPALITY_ACTOR else "actor"
        for record in results.records(f"{whose}_present_gain"):
            named, _, of_class = record.partition(":")
            if named == actor and of_class in classes:
                yield from _values(results, f"{whose}_present_gain", record)
        cash = actor_record(actor, CASH)
        for name in OF_CASH:
            quantity = f"{whose}_{name}"
            private = name == "tax_financing_cost" and not is_public(results, cash)
            if (quantity, cash) in results.ledger.values and not private:
                yield from _values(results, quantity, cash)
        yield from _by_month(results, whose, cash)


def is_public(results: Results, record: str) -> bool:
    """Whether public budgets pay for an actor, if only in part."""
    key = "public_share", record
    return key not in results.ledger.inputs or bool(results.ledger[key].max() > 0)


def _values(results: Results, name: str, record: str) -> Iterator[Row]:
    called = SHOWN_AS.get(name, name.removeprefix("municipality_"))
    values = results.ledger[name, record][0, :, 0, 0]
    for place, value in zip(_places(results, record), values, strict=True):
        yield _row(place, record, called, float(value), CATALOGUE[name].unit)


def _by_month(results: Results, whose: str, record: str) -> Iterator[Row]:
    """The month that the money is back, and how much of it has to be found before that."""
    flows = net_by_month(results, whose, record)[0, :, :, 0]
    flows = flows[:, : analysed_months(results)]
    for place, flow in zip(_places(results, record), flows, strict=True):
        paid, need = payback_month(flow), economics.deepest_need(flow)
        months = results.frame.months
        label = None if paid is None else months[paid - 1]
        value = np.nan if paid is None else float(paid)
        yield _row(place, record, "payback_month", value, MONTH, label)
        label = None if need.year is None else months[need.year - 1]
        yield _row(place, record, "deepest_need", need.amount, "NOK", label)


def net_by_month(results: Results, whose: str, record: str) -> Array:
    """Net cash by month, with the evidence correction where a project asks for it."""
    net = monthly.values(results, f"{whose}_net_cash", record, "month")
    inputs, actor = results.inputs, record.partition(":")[0]
    if inputs.corrections:
        for of_class in (CASH, TRANSFER):
            gained = actor_record(actor, of_class)
            net = net - monthly.values(results, f"{whose}_gain", gained, "month")
            net = net + corrected_months.gain(results, gained)
    for uplift in inputs.cost_uplifts:
        name, paid_by = ("actor_funding", record) if whose == "actor" else ("charge_year", "")
        paid = monthly.values(results, name, paid_by, "month")
        if whose == "municipality" and inputs.charge_vat:
            paid = paid + results.ledger["charge_vat_cost"]
        net = net - paid * uplift.evidence_cost_uplift
    return net


def analysed_months(results: Results) -> int:
    """Months of the horizon that the analysis counts."""
    years = np.count_nonzero(results.ledger["discount_factor"][0, 0, :, 0])
    return int(years) * MONTHS_IN_YEAR


def payback_month(flow: Array) -> int | None:
    """First month, from 1, in which what has come in covers what has gone out.

    Counted from the first month in which anything moves: before that nothing has been paid back.
    """
    moving = np.flatnonzero(flow)
    if not moving.size:
        return None
    start = int(moving[0])
    paid = economics.payback(flow[start:])
    return None if paid is None else start + paid


def _places(results: Results, record: str) -> tuple[str | None, ...]:
    """Municipality of each row; none for an actor that is one."""
    of_municipality = record.partition(":")[0] == MUNICIPALITY_ACTOR
    return results.frame.municipalities if of_municipality else (None,)


def _row(
    place: str | None,
    record: str,
    quantity: str,
    value: float,
    unit: str,
    period: str | None = None,
) -> Row:
    actor, _, of_class = record.partition(":")
    return {
        "municipality": place,
        "actor": actor,
        "class": of_class,
        "period": period,
        "quantity": quantity,
        "value": value,
        "unit": unit,
    }
