"""A simulation as a summary: who pays, what it takes, who is left with what, and how sure it is."""

from __future__ import annotations

import math

from gevinst.coalitions.rules import RULES
from gevinst.core.model import MUNICIPALITY_ACTOR
from gevinst.display import format_amount, format_number
from gevinst.reporting.contents import (
    Block,
    FanChart,
    FanYear,
    Figure,
    Headline,
    Language,
    Note,
    Row,
    Section,
    Sentence,
    Summary,
    Table,
)
from gevinst.reporting.texts import say
from gevinst.uncertainty.rows import Row as Drawn
from gevinst.uncertainty.simulation import Simulation, percentiles

KRONER = "NOK"
FEWEST_STEPS = 2
ROUND = (5.0, 2.5, 2.0, 1.0)
"""Steps between levels that people read easily, times a power of ten."""
HEADINGS = ("sim.low", "sim.middle", "sim.high", "sim.mean")
DECIMALS = {"positions": 1}


def describe_simulation(simulation: Simulation, lang: Language = "nb") -> Summary:
    """Describe a simulation for people.

    Parameters
    ----------
    simulation : Simulation
        With the quantities that `gevinst.simulate` keeps by default.
    lang : {"nb", "en"}
    """
    project = simulation.project
    year = simulation.model.inputs.frame.year_labels[_full_year(simulation)]
    return Summary(
        lang=lang,
        title=say("sim.title", lang, name=project.project.name),
        notice=project.project.notice or "",
        facts=(
            say(
                "sim.facts",
                lang,
                draws=format_number(simulation.draws, lang=lang),
                inputs=len(simulation.sampler.distributions),
                seed=simulation.sampler.seed,
                year=project.price_year,
            ),
            say("sim.counted", lang),
            *([say("sim.agreed", lang)] if project.price_model.rule in RULES else []),
        ),
        headlines=_headlines(simulation, lang),
        sections=(
            Section(
                id="net",
                heading=say("sim.net", lang),
                blocks=(
                    *_net(simulation, "present_net_cash", "cash", lang),
                    *_net(simulation, "present_net_gain", "gain", lang),
                ),
            ),
            Section(
                id="charges",
                heading=say("sim.charges", lang),
                blocks=(_charges(simulation, year, lang),),
            ),
            Section(
                id="centre",
                heading=say("sim.centre", lang),
                blocks=(
                    *_by_year(simulation, "cost", lang),
                    _expected(simulation, year, lang),
                    *_by_year(simulation, "positions", lang),
                ),
            ),
        ),
    )


def _full_year(simulation: Simulation) -> int:
    """The third year, or the last of a shorter horizon: most have joined by then."""
    return min(2, simulation.model.inputs.frame.years - 1)


def _headlines(simulation: Simulation, lang: Language) -> tuple[Headline, ...]:
    """What the centre costs, with its range, and how many draws leave the municipalities with more.

    Shares are of the draws, and worded so: they count only the uncertainty that is stated.
    """
    year = simulation.model.inputs.frame.year_labels[_full_year(simulation)]
    cost = next(row for row in simulation.quantity("cost") if row.year == year)
    found = percentiles(cost.draws)
    low, middle, high = (
        format_amount(found[name], KRONER, lang=lang) for name in ("p10", "p50", "p90")
    )
    shares = (
        Headline(
            label=say(f"sim.{key}_headline", lang),
            text=Figure(
                value=float(simulation.probability(quantity)), decimals=1, unit="percent"
            ).text(lang),
        )
        for key, quantity in (("cash", "present_net_cash"), ("gain", "present_net_gain"))
    )
    told = say("sim.cost_headline", lang, year=year, low=low, high=high)
    return (Headline(label=told, text=middle), *shares)


def _net(simulation: Simulation, quantity: str, name: str, lang: Language) -> list[Block]:
    """Everybody's net by itself, the municipalities together first."""
    rows = list(simulation.quantity(quantity))
    together = simulation.one(quantity)
    others = [row for row in rows if row.actor != MUNICIPALITY_ACTOR]
    own = [row for row in rows if row.municipality]
    shown = [
        (say("sim.together", lang), together, "total"),
        *((r.municipality, r, "part") for r in own),
    ]
    shown += [(simulation.name_of(row, lang), row, "plain") for row in others]
    table = Table(
        id=f"sim-{name}",
        caption=say(f"sim.{name}_caption", lang),
        stub=say("sim.who", lang),
        headings=(*(say(key, lang) for key in HEADINGS), say("sim.above", lang)),
        rows=tuple(
            Row(label=str(label), cells=(*_cells(row), _share_above(row)), kind=kind)  # type: ignore[arg-type]
            for label, row, kind in shown
        ),
    )
    return [table, Sentence(text=simulation.probability(quantity).sentence(lang))]


def _cells(row: Drawn) -> tuple[Figure, ...]:
    found = percentiles(row.draws)
    numbers = (found["p10"], found["p50"], found["p90"], float(row.draws.mean()))
    return tuple(Figure(value=x, decimals=DECIMALS.get(row.quantity, 0)) for x in numbers)


def _share_above(row: Drawn) -> Figure:
    return Figure(value=float((row.draws > 0).mean()), decimals=1, unit="percent")


def _charges(simulation: Simulation, year: int, lang: Language) -> Table:
    rows = [row for row in simulation.quantity("charge") if row.year == year]
    return Table(
        id="sim-charges",
        caption=say("sim.charges_caption", lang, year=year),
        stub=say("municipality", lang),
        headings=tuple(say(key, lang) for key in HEADINGS),
        rows=tuple(Row(label=str(row.municipality), cells=_cells(row)) for row in rows),
    )


def _by_year(simulation: Simulation, quantity: str, lang: Language) -> list[Block]:
    rows = simulation.quantity(quantity)
    caption = say(f"sim.{quantity}_caption", lang)
    table = Table(
        id=f"sim-{quantity}",
        caption=caption,
        stub=say("sim.year", lang),
        headings=tuple(say(key, lang) for key in HEADINGS),
        rows=tuple(Row(label=str(row.year), cells=_cells(row)) for row in rows),
    )
    return [_fan(rows, quantity, caption, lang), table]


def _fan(rows: tuple[Drawn, ...], quantity: str, caption: str, lang: Language) -> FanChart:
    years = tuple(FanYear(label=str(row.year), **percentiles(row.draws)) for row in rows)
    top = max(year.p95 for year in years)
    decimals = DECIMALS.get(quantity, 0)
    levels = levels_to(top)
    last = years[-1]
    low, middle, high = (format_number(x, decimals, lang) for x in (last.p10, last.p50, last.p90))
    return FanChart(
        id=f"fan-{quantity}",
        title=say("sim.fan_title", lang, what=caption),
        description=say(
            "sim.fan_description",
            lang,
            first=years[0].label,
            last=last.label,
            low=low,
            middle=middle,
            high=high,
        ),
        years=years,
        levels=tuple((level, format_number(level, decimals, lang)) for level in levels),
    )


def levels_to(top: float) -> list[float]:
    """Round levels from 0 to the first at or above the top, at least three."""
    if top <= 0:
        return [0.0]
    size = 10.0 ** math.floor(math.log10(top))
    steps = (each * unit for unit in (size, size / 10) for each in ROUND)
    step = next(each for each in steps if top / each >= FEWEST_STEPS)
    return [step * i for i in range(math.ceil(top / step) + 1)]


def _expected(simulation: Simulation, year: int, lang: Language) -> Note:
    """Whether the expected cost is that of one run at the expected inputs."""
    frame = simulation.expected()
    row = frame[(frame["quantity"] == "cost") & (frame["year"] == year)].iloc[0]
    key = "sim.expected_text" if row["differs"] else "sim.same_text"
    amounts = {
        name: format_amount(float(row[column]), KRONER, lang=lang)
        for name, column in (("mean", "mean"), ("at", "at_expected"), ("difference", "difference"))
    }
    return Note(text=say(key, lang, year=year, **amounts))
