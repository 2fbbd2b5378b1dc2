"""Cost by line, funding and what is left: whole kroner that add up as shown."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.reporting.adding_up import adding_up, rounded
from gevinst.reporting.contents import Figure, Row, Section
from gevinst.reporting.reading import View, figures, ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Whole kroner of every year: lines add up to cost, charges and funding too.

    Attributes
    ----------
    lines, funding, charges : tuple of tuple of float
        One tuple of years per line, source and municipality.
    cost, net : tuple of float
        Total cost, and what is left of it after funding, by year.
    """

    lines: tuple[tuple[float, ...], ...]
    funding: tuple[tuple[float, ...], ...]
    charges: tuple[tuple[float, ...], ...]
    cost: tuple[float, ...]
    net: tuple[float, ...]


def account_of(view: View) -> Account:
    """The money of every year, rounded from the top down: cost, net cost, charges."""
    cost, net = view.line("total_cost"), view.line("net_cost")
    lines = [view.line("line_cost", line) for line in view.results.records("line_cost")]
    funding = [view.line("funding", source) for source in view.results.records("funding")]
    charges = list(view.by_place("charge"))
    columns = []
    for t in range(len(view.years)):
        whole_cost = rounded(float(cost[t]))
        of_lines = adding_up([float(x[t]) for x in lines], float(cost[t]))
        covered = adding_up([*(float(x[t]) for x in funding), float(net[t])], float(cost[t]))
        of_charges = adding_up([float(x[t]) for x in charges], covered[-1])
        columns.append((of_lines, covered[:-1], of_charges, whole_cost, covered[-1]))
    return Account(
        lines=tuple(zip(*(c[0] for c in columns), strict=True)),
        funding=tuple(zip(*(c[1] for c in columns), strict=True)),
        charges=tuple(zip(*(c[2] for c in columns), strict=True)),
        cost=tuple(c[3] for c in columns),
        net=tuple(c[4] for c in columns),
    )


def describe_costs(view: View, account: Account) -> Section:
    """One table: cost by line, total, funding with its sign, what is left to split."""
    names = view.results.names
    rows: list[Row] = []
    for line, amounts in zip(view.results.records("line_cost"), account.lines, strict=True):
        is_staff = line in names.roles
        label = view.say("costs.staff", role=names.roles[line]) if is_staff else names.lines[line]
        rows.append(Row(label=label, cells=_whole(amounts)))
    rows.append(Row(label=view.say("costs.total"), cells=_whole(account.cost), kind="total"))
    for source, amounts in zip(view.results.records("funding"), account.funding, strict=True):
        cells = _whole(tuple(0 - x for x in amounts))
        rows.append(Row(label=names.sources[source], cells=cells))
    if account.funding:
        rows.append(Row(label=view.say("costs.net"), cells=_whole(account.net), kind="total"))
    time = view.line("patient_time_total") * MONTHS_IN_YEAR
    each = ratio(view.line("total_cost"), time)
    rows.append(Row(label=view.say("costs.per_month"), cells=figures(each), kind="part"))
    table = view.by_year("costs", view.say("costs.caption"), view.say("costs.line"), rows)
    return Section(id="costs", heading=view.say("costs"), blocks=(table,))


def _whole(amounts: tuple[float, ...]) -> tuple[Figure, ...]:
    return tuple(Figure(value=amount) for amount in amounts)
