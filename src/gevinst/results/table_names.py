"""Names that tables give quantities: shorter ones, which the row's other labels make exact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import Key
from gevinst.core.model import CASH, MUNICIPALITY_ACTOR, actor_record
from gevinst.errors import QuantityError
from gevinst.messages import nearest

if TYPE_CHECKING:
    from gevinst.results.record import Results

SHOWN_AS: Mapping[str, str] = {
    "line_cost": "cost",
    "charge_year": "cost",
    "actor_funding": "cost",
    "line_benefit": "benefit",
    "municipality_gain": "benefit",
    "actor_gain": "benefit",
    "municipality_net_cash": "net_cash",
    "actor_net_cash": "net_cash",
    "funding_unused_year": "funding_unused",
    "municipality_present_gain": "present_benefit",
    "actor_present_gain": "present_benefit",
    "municipality_present_cost": "present_cost",
    "actor_present_cost": "present_cost",
    "municipality_present_net_cash": "present_net_cash",
    "actor_present_net_cash": "present_net_cash",
    "municipality_tax_financing_cost": "tax_financing_cost",
    "actor_tax_financing_cost": "tax_financing_cost",
}
"""Quantity of the catalogue -> its name in tables, where that is another."""

MEANT_BY: Mapping[str, tuple[str, ...]] = {
    short: tuple(name for name, s in SHOWN_AS.items() if s == short)
    for short in dict.fromkeys(SHOWN_AS.values())
}
"""Name in tables -> the quantities that it may mean."""

BY_THE_CLOCK = frozenset(
    {"longest_night", "longest_closure", "longest_wait_night", "longest_wait_closure",
     "closed_time"}
)  # fmt: skip
"""Hours that pass whether the centre is open or not, held against open hours in the model."""


def unit_shown(name: str) -> str:
    """Unit of a quantity in tables: that of the catalogue, but for hours by the clock."""
    return "hour" if name in BY_THE_CLOCK else CATALOGUE[name].unit


OF_VIEWS: Mapping[str, str] = {
    "charge_paid": "charge",
    "vat_paid": "charge_vat_cost",
    "funding_paid": "funding",
    **dict.fromkeys(("cash_gain", "new_cost", "benefit_per_patient"), "benefit"),
    **dict.fromkeys(("transfer_received", "transfer_paid"), "benefit"),
    **dict.fromkeys(("hours_freed", "hours_needed", "hours_net"), "freed_hours"),
    **dict.fromkeys(("fte_freed", "fte_needed", "fte_net"), "profession_time"),
    "changed_per_patient": "changed_events",
}
"""Numbers that only views of the gains have -> what they are made from."""
MADE_FROM: Mapping[str, tuple[str, str]] = {
    "invoice": ("quantity.invoice", "charge"),
    "charge_share": ("quantity.charge_share", "charge"),
    "transfer": ("quantity.transfer", "line_benefit"),
    **{name: ("quantity.of_view", instead) for name, instead in OF_VIEWS.items()},
}
"""Numbers that only tables have -> the text that says so, and what they are made from."""


def refuse_if_made_by_table(name: str) -> None:
    """Say of a number that only tables have what it is made from."""
    if name in MADE_FROM:
        kind, instead = MADE_FROM[name]
        raise QuantityError(kind, name=name, instead=instead)


def key_meant(results: Results, name: str, record: str) -> Key:
    """Key of what a name, of the catalogue or of a table, means with this record.

    Raises
    ------
    QuantityError
        Only tables have it, or no quantity of that name in tables has such a record.
    """
    refuse_if_made_by_table(name)
    if name not in MEANT_BY:
        return name, record
    allowed = {record: quantity for quantity, record in records_of(results, name)}
    if record not in allowed:
        if record == "":
            axis = CATALOGUE[MEANT_BY[name][0]].records
            raise QuantityError.missing_label(name, axis, allowed)
        raise QuantityError.unknown_label("record", record, nearest(record, allowed), allowed)
    quantity = allowed[record]
    return quantity, "" if quantity == "charge_year" else record


def records_of(results: Results, name: str) -> list[Key]:
    """Quantities and records that a name in tables may mean; what is paid by charges is cash."""
    charged = actor_record(MUNICIPALITY_ACTOR, CASH)
    return [
        (quantity, charged if quantity == "charge_year" else record)
        for quantity in MEANT_BY[name]
        for record in results.records(quantity)
    ]
