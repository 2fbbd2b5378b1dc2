"""What each partner can budget and staff, and how certain it is."""

from __future__ import annotations

from typing import Any

from gevinst.core.pricing import MUNICIPALITY_ACTOR
from gevinst.display import format_number
from gevinst.reporting.adding_up import adding_up
from gevinst.reporting.contents import Block, Figure, Folded, Note, Row, Section, Sentence, Table
from gevinst.reporting.gain_views import opened, plain_rows, rows_of
from gevinst.reporting.reading import View, figures
from gevinst.results.view_wording import VIEW_QUANTITIES, view_names

NET = "net_cash"
SMALL_FTE = 0.005


def describe_certain(view: View) -> tuple[Section, ...]:
    """Who pays and who gains within the ranges; none where there are no benefit lines."""
    if not view.results.inputs.benefits:
        return ()
    answer = view.results.who_pays_and_gains(view.lang)
    rows = [
        Row(
            label=f"{view.actor(stake.actor)}: {view.benefit_class(stake.benefit_class).lower()}",
            cells=(
                *(
                    Figure(
                        value=x if stake.low or stake.high else None,
                        unit="" if stake.unit == "NOK" else stake.unit,
                    )
                    for x in (stake.likely, stake.low, stake.high)
                ),
                Figure(value=stake.pays or None),
            ),
        )
        for stake in answer.stakes
    ]
    headings = ("likely", "low", "high", "pays")
    table = Table(
        id="certain",
        caption=view.say("certain.caption", year=answer.year),
        stub=view.say("views.actor"),
        headings=tuple(view.say(f"certain.{heading}") for heading in headings),
        rows=tuple(rows),
    )
    blocks = (Sentence(text=answer.sentence), opened(table), Note(text=view.say("certain.note")))
    return (Section(id="certain", heading=view.say("certain"), blocks=blocks),)


def describe_budget(view: View) -> Section:
    """Net of every partner in the years of an economic plan, and each partner's rows folded."""
    frame = view.results.table("budget")
    years = tuple(int(year) for year in dict.fromkeys(frame["year"]))
    rows = plain_rows(frame)
    partners = list(dict.fromkeys((row["actor"], row["municipality"]) for row in rows))
    headings = tuple(str(year) for year in years)
    nets: list[Row] = []
    folded: list[Folded] = []
    for actor, place in partners:
        own = [row for row in rows if (row["actor"], row["municipality"]) == (actor, place)]
        name = place if actor == MUNICIPALITY_ACTOR else view.actor(actor)
        net = _by_year([row for row in own if row["quantity"] == NET], years)
        nets.append(Row(label=name, cells=figures(net)))
        table = Table(
            id=f"budget-{len(folded)}",
            caption=view.say("budget.caption", partner=name),
            stub=view.say("budget.row"),
            headings=headings,
            rows=_rows(view, own, net, years),
        )
        folded.append(Folded(summary=table.caption, table=table))
    overview = Table(
        id="budget",
        caption=view.say("budget.net"),
        stub=view.say("budget.partner"),
        headings=headings,
        rows=tuple(nets),
    )
    blocks: list[Block] = [Sentence(text=view.say("budget.lead")), opened(overview), *folded]
    return Section(id="budget", heading=view.say("budget"), blocks=tuple(blocks), page_only=True)


def _rows(
    view: View, own: list[dict[str, Any]], net: list[float], years: tuple[int, ...]
) -> tuple[Row, ...]:
    """Whole kroner that add up to the net as shown."""
    parts: dict[str, list[dict[str, Any]]] = {}
    for row in own:
        if row["quantity"] != NET:
            parts.setdefault(_label(view, row), []).append(row)
    exact = [_by_year(rows, years) for rows in parts.values()]
    shown = [adding_up([values[t] for values in exact], net[t]) for t in range(len(years))]
    rows = [
        Row(label=label, cells=tuple(Figure(value=column[i]) for column in shown))
        for i, label in enumerate(parts)
        if any(exact[i])
    ]
    total = Row(label=view.say("budget.total"), cells=figures(net), kind="total")
    return (*rows, total)


def _label(view: View, row: dict[str, Any]) -> str:
    """What the row is, of which line, and its KOSTRA codes."""
    names, line = view.results.names, row["line"]
    label = VIEW_QUANTITIES[row["quantity"]][view.lang]
    if line is not None:
        label = f"{label}: {names.sources.get(line) or names.benefits[line]}"
    codes = [
        view.say(f"budget.{name}", code=row[column])
        for name, column in (("art", "kostra_art"), ("function", "kostra_function"))
        if row[column]
    ]
    return f"{label} ({', '.join(codes)})" if codes else label


def _by_year(rows: list[dict[str, Any]], years: tuple[int, ...]) -> list[float]:
    return [float(sum(row["value"] for row in rows if row["year"] == year)) for year in years]


def describe_personnel(view: View) -> Section:
    """Hours and positions that lines free and take, and what the centre needs."""
    t = view.full_year
    rows = rows_of(view, "personnel", t)
    called = view_names(view.results, view.lang)["profession"]
    found: dict[tuple[str, str], dict[str, float]] = {}
    for row in rows:
        own = found.setdefault((row["profession"] or "", row["role"] or ""), {})
        own[row["quantity"]] = float(row["value"])
    shown: list[Row] = []
    frees: list[str] = []
    takes: list[str] = []
    centre = 0.0
    for (profession, role), facts in found.items():
        label = called(profession)
        if role:
            label = view.say("personnel.role", role=view.results.names.roles[role])
            centre += facts["fte_needed"]
            facts["hours_net"] = 0 - facts["hours_needed"]
            facts["fte_net"] = 0 - facts["fte_needed"]
        elif abs(facts.get("fte_net", 0.0)) >= SMALL_FTE:
            fte = format_number(abs(facts["fte_net"]), 2, view.lang)
            amount = view.say("personnel.amount", fte=fte, profession=label.lower())
            (frees if facts["fte_net"] > 0 else takes).append(amount)
        hours = (facts.get(f"hours_{name}") for name in ("freed", "needed", "net"))
        cells = (
            *(Figure(value=x) for x in hours),
            Figure(value=facts.get("fte_net"), decimals=2),
        )
        shown.append(Row(label=label, cells=cells))
    table = Table(
        id="personnel",
        caption=view.say("personnel.caption", year=view.years[t]),
        stub=view.say("personnel.who"),
        headings=tuple(view.say(f"personnel.{h}") for h in ("freed", "needed", "net", "fte")),
        rows=tuple(shown),
    )
    fte = format_number(centre, 2, view.lang)
    said = [view.say("personnel.centre", year=view.years[t], fte=fte)]
    said += [view.say("personnel.frees", listed=view.listed(frees))] if frees else []
    said += [view.say("personnel.takes", listed=view.listed(takes))] if takes else []
    blocks = (
        Sentence(text=" ".join(said)),
        opened(table),
        Note(text=view.say("personnel.note")),
    )
    return Section(id="personnel", heading=view.say("personnel"), blocks=blocks)
