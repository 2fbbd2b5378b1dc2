"""The section on whether the split will hold: the same on the page of prices and of results."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from gevinst.coalitions import coalition_costs
from gevinst.reporting.contents import Block, Figure, Note, Row, Section, Sentence, Table
from gevinst.results import Results
from gevinst.schema import Project
from gevinst.studies import Fairness, fairness
from gevinst.studies.wording import Language, listed, say

MOST_ON_PAGE = 12
"""Most partners for which a page of results has the section: 4,096 groups take a third of a second.
Each partner more doubles it; `gevinst prices` is there for whoever will wait."""


def section_of_run(project: Project, results: Results, lang: Language) -> tuple[Section, ...]:
    """The section for the results of a run, or how to get it; none where one partner pays alone."""
    paying = project.paying_partners
    if len(paying) == 1:
        return ()
    without = [partner.name for partner in paying if partner.payroll_tax_zone is None]
    if len(paying) > MOST_ON_PAGE:
        return (_only(say("fair.too_many", lang, count=len(paying), most=MOST_ON_PAGE), lang),)
    if without:
        return (_only(say("fair.no_zone", lang, who=listed(without, lang)), lang),)
    report = fairness(results, costs=coalition_costs(project))
    blocks = (*fair_blocks(report, lang), Note(text=say("fair.more", lang)))
    return (_section(blocks, lang),)


def fair_section(report: Fairness, lang: Language) -> Section:
    """The section with everything: over the horizon, and per year, inhabitant and patient."""
    each = ("charge_year", "per_inhabitant", "per_patient_month")
    table = _table(report, lang, "each", each, each, total=False)
    return _section((*fair_blocks(report, lang), table), lang)


def fair_blocks(report: Fairness, lang: Language) -> tuple[Block, ...]:
    """The sentences, and what each pays, would pay alone, saves and adds."""
    headings = ("charge", "alone", "saving", "separable")
    columns = ("charge", "alone", "saving", "separable_cost")
    return (
        Sentence(text=report.text(lang)),
        _table(report, lang, "fair", headings, columns, total=True),
        Note(text=say("prices.alone_note", lang)),
        Note(text=say("prices.separable_note", lang)),
    )


def figure(value: Any) -> Figure:  # noqa: ANN401  a cell of a frame
    """A cell of a table in whole kroner; what is missing is nothing to show."""
    number = float(value)
    return Figure(value=None if math.isnan(number) else number)


def _only(text: str, lang: Language) -> Section:
    return _section((Note(text=text),), lang)


def _section(blocks: tuple[Block, ...], lang: Language) -> Section:
    return Section(id="fair", heading=say("prices.fair", lang), blocks=blocks)


def _table(
    report: Fairness,
    lang: Language,
    name: str,
    headings: Sequence[str],
    columns: Sequence[str],
    *,
    total: bool,
) -> Table:
    frame = report.table()
    rows = [
        Row(
            label=row["municipality"],
            cells=tuple(figure(row[c]) for c in columns),
        )
        for row in frame.to_dict(orient="records")
    ]
    if total:
        sums = tuple(figure(frame[c].sum()) for c in columns)
        rows.append(Row(label=say("prices.total", lang), cells=sums, kind="total"))
    return Table(
        id=name,
        caption=say(f"prices.{name}_caption", lang, when=report.when, year=report.year),
        stub=say("prices.municipality", lang),
        headings=tuple(
            say(f"prices.{h}", lang, when=report.when, year=report.year) for h in headings
        ),
        rows=tuple(rows),
    )
