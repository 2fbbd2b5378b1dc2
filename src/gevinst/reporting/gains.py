"""Who pays and who gains: actors by class side by side, never added across classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from gevinst.core.inputs import Inputs
from gevinst.core.model import (
    CASH,
    MUNICIPALITY_ACTOR,
    TRANSFER,
    actor_classes,
    actor_record,
    other_actors,
)
from gevinst.display import format_kroner
from gevinst.reporting.adding_up import rounded
from gevinst.reporting.benefit_lines import (
    effect_sentences,
    hours_sentence,
    lines_table,
    unpriced_sentence,
)
from gevinst.reporting.contents import (
    Bar,
    BarGroup,
    Block,
    Chart,
    Figure,
    Folded,
    Note,
    Row,
    Section,
    Sentence,
    Table,
)
from gevinst.reporting.money import Account
from gevinst.reporting.reading import Numbers, View, figures


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorGains:
    """What one actor pays and gains in every year; `gains` by class, only those it can have."""

    id: str
    name: str
    pays: Numbers
    gains: dict[str, Numbers]

    @property
    def net_cash(self) -> Numbers:
        """Gain in cash and transfers received, less what the actor pays."""
        received = self.gains.get(TRANSFER, np.zeros_like(self.pays))
        return self.gains[CASH] + received - self.pays


def describe_gains(view: View, account: Account) -> Section:
    """Who pays and who gains: sentences, table, chart, and the details."""
    actors = gains_of_actors(view, account)
    first, last = view.full_year, len(view.years) - 1
    blocks: list[Block] = [Sentence(text=text) for text in _sentences(view, actors, first)]
    blocks.append(_chart(view, actors, first))
    blocks.append(_table(view, actors, first, "gains"))
    if last != first:
        blocks.append(_table(view, actors, last, "gains-last"))
    blocks.append(Note(text=view.say("gains.never_added")))
    blocks.append(Folded(summary=view.say("gains.actors_by_year"), table=_by_year(view, actors)))
    if len(view.municipalities) > 1:
        year = view.years[first]
        summary = view.say("gains.by_municipality", year=year)
        blocks.append(Folded(summary=summary, table=_by_municipality(view, first, summary)))
    if view.results.inputs.benefits:
        table = lines_table(view, first)
        blocks.append(Folded(summary=table.caption, table=table))
    return Section(id="gains", heading=view.say("gains"), blocks=tuple(blocks))


def gains_of_actors(view: View, account: Account) -> list[ActorGains]:
    """Every actor in whole kroner, the municipalities together first."""
    inputs = view.results.inputs
    found = []
    for actor in (MUNICIPALITY_ACTOR, *other_actors(inputs)):
        own = actor == MUNICIPALITY_ACTOR
        name = "municipality_gain" if own else "actor_gain"
        gains = {
            benefit_class: whole(
                view.by_place(name, actor_record(actor, benefit_class)).sum(axis=0)
            )
            for other, benefit_class in shown_classes(inputs)
            if other == actor
        }
        paid = [
            np.array(amounts)
            for source, amounts in zip(inputs.contributions, account.funding, strict=True)
            if source.funder == actor
        ]
        pays = np.array(account.net) if own else np.array([0 * gains[CASH], *paid]).sum(axis=0)
        found.append(ActorGains(id=actor, name=view.actor(actor), pays=pays, gains=gains))
    return found


def shown_classes(inputs: Inputs) -> list[tuple[str, str]]:
    """Actors with their classes of gain; transfers only where the project has some."""
    used = {line.benefit_class for line in inputs.benefits}
    return [(a, c) for a, c in actor_classes(inputs) if c != TRANSFER or c in used]


def whole(amounts: Numbers) -> Numbers:
    """Whole kroner, as shown."""
    return np.array([rounded(float(amount)) for amount in amounts])


def _classes(actors: list[ActorGains]) -> list[str]:
    """Classes that somebody can have, cash first, the rest in the order of the project."""
    return list(dict.fromkeys(c for actor in actors for c in actor.gains))


def _columns(view: View, classes: list[str]) -> list[str]:
    """Pays, cash, transfers and their net belong together; other classes stand beside them."""
    money, others = _money(classes)
    paid = [view.say("gains.pays"), *(view.benefit_class(c) for c in money)]
    return [*paid, view.say("gains.net_cash"), *(view.benefit_class(c) for c in others)]


def _money(classes: list[str]) -> tuple[list[str], list[str]]:
    """Classes that the net is made of, and the others."""
    money = [c for c in (CASH, TRANSFER) if c in classes]
    return money, [c for c in classes if c not in money]


def _table(view: View, actors: list[ActorGains], t: int, name: str) -> Table:
    classes = _classes(actors)
    rows = []
    for actor in actors:
        parts = [
            [actor.gains[c][t] if c in actor.gains else float("nan") for c in some]
            for some in _money(classes)
        ]
        values = [actor.pays[t], *parts[0], actor.net_cash[t], *parts[1]]
        rows.append(Row(label=actor.name, cells=figures([float(x) for x in values])))
    return Table(
        id=name,
        caption=view.say("gains.caption", year=view.years[t]),
        stub=view.say("gains.actor"),
        headings=tuple(_columns(view, classes)),
        rows=tuple(rows),
    )


def _by_year(view: View, actors: list[ActorGains]) -> Table:
    rows = []
    for actor in actors:
        rows.append(
            Row(label=f"{actor.name}: {view.say('gains.pays').lower()}", cells=figures(actor.pays))
        )
        rows += [
            Row(label=view.benefit_class(c), cells=figures(values), kind="part")
            for c, values in actor.gains.items()
        ]
        net = view.say("gains.net_cash")
        rows.append(Row(label=net, cells=figures(actor.net_cash), kind="part"))
    caption = view.say("gains.actors_by_year")
    return Table(
        id="gains-by-year",
        caption=caption,
        stub=view.say("gains.actor"),
        headings=tuple(str(year) for year in view.years),
        rows=tuple(rows),
    )


def _by_municipality(view: View, t: int, caption: str) -> Table:
    classes = [c for actor, c in shown_classes(view.results.inputs) if actor == MUNICIPALITY_ACTOR]
    money, others = _money(classes)
    record = actor_record(MUNICIPALITY_ACTOR, CASH)
    pays = view.by_place("charge_year")[:, t]
    net = view.by_place("municipality_net_cash", record)[:, t]
    gains = {
        c: view.by_place("municipality_gain", actor_record(MUNICIPALITY_ACTOR, c))[:, t]
        for c in classes
    }
    rows = [
        Row(
            label=name,
            cells=figures(
                [
                    float(x)
                    for x in (
                        pays[m],
                        *(gains[c][m] for c in money),
                        net[m],
                        *(gains[c][m] for c in others),
                    )
                ]
            ),
        )
        for m, name in enumerate(view.municipalities)
    ]
    return Table(
        id="gains-by-municipality",
        caption=caption,
        stub=view.say("municipality"),
        headings=tuple(_columns(view, classes)),
        rows=tuple(rows),
    )


def _sentences(view: View, actors: list[ActorGains], t: int) -> list[str]:
    year = view.years[t]
    payers = [
        view.say(
            "gains.pays_amount", actor=view.actor_inside(a.id), amount=_kroner(view, a.pays[t])
        )
        for a in actors
        if a.pays[t]
    ]
    found = []
    if payers:
        found.append(view.say("gains.who_pays", year=year, payers=view.listed(payers)))
    for key, sign in (("gains", 1), ("losses", -1)):
        amounts = [
            view.say(
                "gains.amount",
                actor=view.actor_inside(actor.id),
                amount=_kroner(view, values[t]),
                benefit_class=view.benefit_class(c).lower(),
            )
            for actor in actors
            for c, values in actor.gains.items()
            if sign * values[t] > 0
        ]
        if amounts:
            text = "gains.who_gains" if sign > 0 else "gains.who_loses"
            found.append(view.say(text, **{key: view.listed(amounts)}))
    unpriced = unpriced_sentence(view, t)
    if unpriced:
        found.append(unpriced)
    hours = hours_sentence(view, t)
    if hours:
        found.append(hours)
    if not view.results.inputs.benefits:
        return [*found, view.say("gains.none")]
    if all(actor.net_cash[t] <= 0 for actor in actors):
        found.append(view.say("gains.no_cash", year=year))
    return [*found, *effect_sentences(view)]


def _chart(view: View, actors: list[ActorGains], t: int) -> Chart:
    groups = []
    for actor in actors:
        bars = [_bar(view, view.benefit_class(c), values[t]) for c, values in actor.gains.items()]
        if actor.pays[t]:
            bars.insert(0, _bar(view, view.say("gains.pays"), -actor.pays[t], kind="cost"))
        bars = [bar for bar in bars if bar.value]
        if bars:
            groups.append(BarGroup(heading=actor.name, bars=tuple(bars)))
    return Chart(
        id="chart-gains",
        title=view.say("gains.chart", year=view.years[t]),
        description=view.say("gains.chart_description"),
        groups=tuple(groups),
    )


def _bar(view: View, label: str, value: float, kind: Literal["cost", "gain"] = "gain") -> Bar:
    text = Figure(value=float(value), unit="NOK").text(view.lang)
    return Bar(label=label, value=float(value), text=text, kind=kind)


def _kroner(view: View, amount: float) -> str:
    return format_kroner(float(amount), lang=view.lang)
