"""What all the years are worth now to each partner, when it is paid back, and the hump."""

from __future__ import annotations

from typing import Any

from gevinst.core.model import CASH, MUNICIPALITY_ACTOR, TRANSFER
from gevinst.reporting.contents import Figure, Note, Row, Section, Sentence, Table
from gevinst.reporting.gain_views import opened
from gevinst.reporting.reading import View

PAID, GAINED, LEFT = "present_cost", "present_benefit", "present_net_cash"
TAXES, NEED, BACK = "tax_financing_cost", "deepest_need", "payback_month"
HEADINGS = ("paid", "gained", "left", "taxes", "need", "need_month", "back")
MONEY = (CASH, TRANSFER)
UNBROKEN_HYPHEN = "\u2011"


def describe_worth_now(view: View) -> Section:
    """One row for each municipality and every other actor that pays or is paid."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in view.results.table("present_value").to_dict("records"):
        place = row["municipality"] if row["actor"] == MUNICIPALITY_ACTOR else ""
        own = found.setdefault((row["actor"], place), {GAINED: 0.0})
        if row["quantity"] == GAINED:
            own[GAINED] += row["value"] if row["class"] in MONEY else 0.0
        else:
            own[row["quantity"]] = row["value"]
            own[f"{row['quantity']}_month"] = row["period"]
    rows = tuple(
        _row(view, place or view.actor(actor), own)
        for (actor, place), own in found.items()
        if own[GAINED] or own.get(PAID)
    )
    table = Table(
        id="worth-now",
        caption=view.say("worth.caption"),
        stub=view.say("views.actor"),
        headings=tuple(view.say(f"worth.{heading}") for heading in HEADINGS),
        rows=rows,
    )
    blocks = (
        Sentence(text=view.say("worth.lead")),
        opened(table),
        Note(text=view.say("worth.note")),
    )
    return Section(id="worth-now", heading=view.say("worth"), blocks=blocks, page_only=True)


def _row(view: View, name: str, own: dict[str, Any]) -> Row:
    figures = tuple(Figure(value=own.get(key)) for key in (PAID, GAINED, LEFT, TAXES, NEED))
    need = _month(own[f"{NEED}_month"], otherwise="–")
    back = _month(own[f"{BACK}_month"], otherwise=view.say("worth.never"))
    return Row(label=name, cells=(*figures, need, back))


def _month(label: object, otherwise: str) -> str:
    """A month that is not broken over two lines; a table has NaN where there is none."""
    return label.replace("-", UNBROKEN_HYPHEN) if isinstance(label, str) else otherwise
