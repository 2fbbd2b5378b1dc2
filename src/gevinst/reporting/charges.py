"""What each municipality pays, with the total beside the cost that it is to equal."""

from __future__ import annotations

import numpy as np

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.core.pricing import SURPLUS, UNIT_PRICE
from gevinst.display import format_kroner
from gevinst.reporting.contents import (
    Bar,
    BarGroup,
    Block,
    Chart,
    Figure,
    Note,
    Row,
    Section,
    Sentence,
    Table,
)
from gevinst.reporting.money import Account
from gevinst.reporting.reading import View, figures, ratio
from gevinst.schema.price import RULES


def describe_charges(view: View, account: Account) -> Section:
    """Charges by year, the check of their total, and the full year seen from several sides."""
    rows = [
        Row(label=name, cells=_whole(amounts))
        for name, amounts in zip(view.municipalities, account.charges, strict=True)
    ]
    totals = tuple(sum(column) for column in zip(*account.charges, strict=True))
    rows.append(Row(label=view.say("charges.total"), cells=_whole(totals), kind="total"))
    rows.append(Row(label=view.say("costs.net"), cells=_whole(account.net), kind="total"))
    table = view.by_year("charges", view.say("charges.caption"), view.say("municipality"), rows)
    blocks: tuple[Block, ...] = (
        Sentence(text=_adds_up(view, account, totals)),
        table,
        *_by_rule(view),
        *_of_tariff(view),
        Note(text=view.say("charges.rounding")),
        _chart(view, account),
        _compared(view, account),
    )
    return Section(id="charges", heading=view.say("charges"), blocks=blocks)


def _by_rule(view: View) -> tuple[Note, ...]:
    """Say that the shares come from a rule on the cost of groups, where they do."""
    notes = []
    for key in view.results.inputs.keys:
        origin = view.origin("key_figure", key.id)
        if key.name in RULES and origin and (origin.source or "").startswith(f"Regelen {key.name}"):
            notes.append(Note(text=view.say("charges.by_rule", rule=key.name)))
    return tuple(notes)


def _of_tariff(view: View) -> tuple[Note, ...]:
    """The price that breaks even, and that more may come on the invoice."""
    notes, t = [], view.full_year
    inputs = view.results.inputs
    if inputs.balance == UNIT_PRICE:
        price = float(view.line("unit_price")[t]) / MONTHS_IN_YEAR
        shown = format_kroner(price, lang=view.lang)
        notes.append(view.say("charges.unit_price", year=view.years[t], price=shown))
    if inputs.settlements or inputs.charge_vat:
        notes.append(view.say("charges.on_top"))
    return tuple(Note(text=text) for text in notes)


def _adds_up(view: View, account: Account, totals: tuple[float, ...]) -> str:
    t = view.full_year
    if view.results.inputs.balance == SURPLUS:
        difference = totals[t] - account.net[t]
        return view.say(
            "charges.surplus" if difference >= 0 else "charges.deficit",
            charges=format_kroner(totals[t], lang=view.lang),
            net=format_kroner(account.net[t], lang=view.lang),
            difference=format_kroner(abs(difference), lang=view.lang),
            year=view.years[t],
        )
    return view.say(
        "charges.adds_up",
        charges=format_kroner(totals[t], lang=view.lang),
        net=format_kroner(account.net[t], lang=view.lang),
        cost=format_kroner(account.cost[t], lang=view.lang),
        funding=format_kroner(sum(x[t] for x in account.funding), lang=view.lang),
        year=view.years[t],
    )


def _compared(view: View, account: Account) -> Table:
    """The full year: amount, share, per inhabitant and per patient-month, side by side."""
    t = view.full_year
    exact = view.by_place("charge")[:, t]
    inhabitants = view.by_place("inhabitants_year")[:, t]
    months = view.by_place("patient_time")[:, t] * MONTHS_IN_YEAR
    share = ratio(exact, exact.sum().repeat(len(exact)))
    each, monthly = ratio(exact, inhabitants), ratio(exact, months)
    rows = [
        _side_by_side(
            name, account.charges[m][t], *(x[m] for x in (share, each, monthly, inhabitants))
        )
        for m, name in enumerate(view.municipalities)
    ]
    total = exact.sum()
    sums = (
        ratio(total.repeat(1), total.repeat(1))[0],
        ratio(total.repeat(1), inhabitants.sum().repeat(1))[0],
        ratio(total.repeat(1), months.sum().repeat(1))[0],
        inhabitants.sum(),
    )
    rows.append(
        _side_by_side(
            view.say("charges.total"), sum(x[t] for x in account.charges), *sums, total=True
        )
    )
    headings = ("amount", "share", "per_inhabitant", "per_patient_month", "inhabitants")
    return Table(
        id="charges-compared",
        caption=view.say("charges.compared", year=view.years[t]),
        stub=view.say("municipality"),
        headings=tuple(view.say(f"charges.{heading}") for heading in headings),
        rows=tuple(rows),
    )


def _side_by_side(
    label: str,
    amount: float,
    share: float,
    each: float,
    monthly: float,
    inhabitants: float,
    *,
    total: bool = False,
) -> Row:
    cells = (
        Figure(value=amount),
        Figure(value=None if np.isnan(share) else float(share), decimals=1, unit="percent"),
        *figures([each, monthly, inhabitants]),
    )
    return Row(label=label, cells=cells, kind="total" if total else "plain")


def _chart(view: View, account: Account) -> Chart:
    t = view.full_year
    amounts = [amounts[t] for amounts in account.charges]
    bars = tuple(
        Bar(label=name, value=amount, text=format_kroner(amount, lang=view.lang), kind="price")
        for name, amount in zip(view.municipalities, amounts, strict=True)
    )
    most, least = amounts.index(max(amounts)), amounts.index(min(amounts))
    description = (
        view.say(
            "charges.chart_description",
            most=view.municipalities[most],
            most_amount=format_kroner(amounts[most], lang=view.lang),
            least=view.municipalities[least],
            least_amount=format_kroner(amounts[least], lang=view.lang),
        )
        if len(amounts) > 1
        else view.say(
            "charges.alone",
            name=view.municipalities[0],
            amount=format_kroner(amounts[0], lang=view.lang),
            year=view.years[t],
        )
    )
    return Chart(
        id="chart-charges",
        title=view.say("charges.chart", year=view.years[t]),
        description=description,
        groups=(BarGroup(heading="", bars=bars),),
    )


def _whole(amounts: tuple[float, ...]) -> tuple[Figure, ...]:
    return tuple(Figure(value=amount) for amount in amounts)
