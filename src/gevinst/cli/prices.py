"""The command `prices`: is the split fair, what would other rules give, does it pay to include."""

from __future__ import annotations

import argparse
import io
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gevinst
from gevinst.cli.fair import fair_section, figure
from gevinst.coalitions import CoalitionCosts, coalition_costs
from gevinst.display import format_kroner
from gevinst.reporting import render_page, render_text
from gevinst.reporting.contents import (
    Block,
    Figure,
    Headline,
    Note,
    Row,
    Section,
    Summary,
)
from gevinst.reporting.contents import Table as Shown
from gevinst.reporting.exports import ENCODING, csv_cell
from gevinst.schema import Project
from gevinst.studies import Fairness, compare_prices, fairness, together_text
from gevinst.studies.wording import RULE_NAMES, Language, say

if TYPE_CHECKING:
    import pandas as pd

PAGE, TABLE = "priser.html", "priser"
ACROSS, ACROSS_PAGE = 5, 6
"""Most municipalities side by side in a terminal, and on a page that is not to be scrolled."""


def prices(given: argparse.Namespace, project: Project) -> str:
    """Compare prices; show the report, give the table, or write both to a folder."""
    lang: Language = "en" if given.lang == "en" else "nb"
    table = compare_prices(project, lang=lang)
    if given.out is None and given.format == "json":
        return as_json(table)
    if given.out is None and given.format == "csv":
        return as_csv(table, lang)
    costs = coalition_costs(project)
    report = fairness(project, costs=costs)
    if given.out is None:
        return render_text(summary(project, costs, report, table, lang, across=ACROSS))
    from gevinst.cli.folder import from_earlier_run, write_together
    from gevinst.cli.wording import also_there

    page = render_page(summary(project, costs, report, table, lang, across=ACROSS_PAGE))
    files = {PAGE: page.encode("utf-8")}
    if given.format == "json":
        files[f"{TABLE}.json"] = as_json(table).encode("utf-8")
    else:
        files[f"{TABLE}.csv"] = as_csv(table, lang).encode(ENCODING["csv"])
    earlier = from_earlier_run(Path(given.out), files, [TABLE], [".csv", ".json"])
    write_together(Path(given.out), files)
    told = say("prices.written", lang, count=len(files), folder=given.out, page=PAGE)
    return f"{told}\n{also_there(earlier, lang)}"


def as_json(table: pd.DataFrame) -> str:
    """The table as a list of records; what is missing is null."""
    return str(table.to_json(orient="records", force_ascii=False, indent=1)) + "\n"


def as_csv(table: pd.DataFrame, lang: Language) -> str:
    """The table as Norwegian Excel opens it."""
    out = io.StringIO()
    out.write(";".join(table.columns) + "\r\n")
    for row in table.itertuples(index=False):
        out.write(";".join(csv_cell(value, lang) for value in row) + "\r\n")
    return out.getvalue()


def summary(
    project: Project,
    costs: CoalitionCosts,
    report: Fairness,
    table: pd.DataFrame,
    lang: Language,
    *,
    across: int,
) -> Summary:
    """The whole report as frozen data, with so many municipalities side by side."""
    facts = {"when": report.when, "year": report.year}
    return Summary(
        lang=lang,
        title=say("prices.title", lang, name=project.project.name),
        notice=project.project.notice or "",
        facts=(
            say("prices.amounts", lang, year=project.price_year, when=report.when),
            together_text(costs, lang),
            say(
                "prices.made_by",
                lang,
                version=gevinst.__version__,
                checksum=project.checksum[:12],
            ),
        ),
        headlines=tuple(
            Headline(label=say(key, lang, when=report.when), text=format_kroner(x, lang=lang))
            for key, x in (
                ("prices.cost", float(costs.costs[-1])),
                ("prices.paid", float(report.charge.sum())),
                ("prices.apart", float(report.alone.sum())),
            )
        ),
        sections=(
            fair_section(report, lang),
            _compared(table, report, lang, across),
            _section("next", lang, table, across, facts, ("next_patient", "next_ten")),
            _section("incentive", lang, table, across, facts, ("inclusion_change",)),
        ),
    )


def _compared(table: pd.DataFrame, report: Fairness, lang: Language, across: int) -> Section:
    facts = {"when": report.when, "year": report.year}
    blocks: list[Block] = []
    refused = (say("prices.refused", lang), {r: _refused(rows, lang) for r, rows in _rules(table)})
    blocks += _wide("compared", "charge_year", table, lang, across, facts, refused)
    blocks.append(Note(text=say("prices.refused_note", lang, **facts)))
    for rule, rows in _rules(table):
        if rows["note"].iloc[0]:
            name = RULE_NAMES[rule][lang]
            text = say("prices.no_answer", lang, rule=name, why=rows["note"].iloc[0])
            blocks.append(Note(text=text))
    return Section(id="compared", heading=say("prices.compared", lang), blocks=tuple(blocks))


def _refused(rows: pd.DataFrame, lang: Language) -> str:
    if rows["note"].iloc[0]:
        return "–"
    objection = float(rows["objection"].iloc[0])
    return format_kroner(objection, lang=lang) if objection else say("prices.nobody", lang)


def _section(
    name: str,
    lang: Language,
    table: pd.DataFrame,
    across: int,
    facts: dict[str, Any],
    columns: Sequence[str],
) -> Section:
    captions = {"next_patient": "next", "next_ten": "ten", "inclusion_change": "incentive"}
    blocks: list[Block] = []
    for column in columns:
        blocks += _wide(captions[column], column, table, lang, across, facts)
    if name == "next":
        blocks.append(Note(text=say("prices.next_note", lang)))
    return Section(id=name, heading=say(f"prices.{name}", lang), blocks=tuple(blocks))


def _rules(table: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    return [(str(rule), rows) for rule, rows in table.groupby("rule", sort=False)]


def _wide(
    name: str,
    column: str,
    table: pd.DataFrame,
    lang: Language,
    across: int,
    facts: dict[str, Any],
    last: tuple[str, dict[str, str]] | None = None,
) -> list[Shown]:
    """Rules down and municipalities across, in as many tables of like width as are needed."""
    names = list(dict.fromkeys(table["municipality"]))
    shown = []
    tables = math.ceil(len(names) / across)
    each = math.ceil(len(names) / tables)
    for first in range(0, len(names), each):
        some = names[first : first + each]
        with_last = last if first + each >= len(names) else None
        rows = []
        for rule, values in _rules(table):
            by_name = dict(zip(values["municipality"], values[column], strict=True))
            cells: tuple[Figure | str, ...] = tuple(figure(by_name[who]) for who in some)
            if with_last:
                cells = (*cells, with_last[1][rule])
            rows.append(Row(label=RULE_NAMES[rule][lang], cells=cells))
        shown.append(
            Shown(
                id=f"{name}-{first // each + 1}",
                caption=say(f"prices.{name}_caption", lang, **facts),
                stub=say("prices.rule", lang),
                headings=(*some, *((with_last[0],) if with_last else ())),
                rows=tuple(rows),
            )
        )
    return shown
