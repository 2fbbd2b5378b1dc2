"""Views of the gains on the page: KS, DFØ, imprint, and the patient's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gevinst.core.gaining import loop_of
from gevinst.core.pricing import MUNICIPALITY_ACTOR
from gevinst.reporting.contents import Block, Cell, Figure, Folded, Note, Row, Section, Sentence
from gevinst.reporting.contents import Table as ShownTable
from gevinst.reporting.reading import View
from gevinst.results.gain_tables import BED_DAY_BENEFITS as BED_DAYS
from gevinst.results.plus_minus import EXTENTS, IMPORTANCES
from gevinst.results.view_headings import ASPECTS, CATEGORIES, SIDES, TYPES
from gevinst.results.view_wording import VIEW_QUANTITIES

if TYPE_CHECKING:
    import pandas as pd

Rows = list[dict[str, Any]]
EMPTY = ""


def describe_views(view: View) -> tuple[Section, ...]:
    """The same gains for KS, for DFØ, by actor and side, and for patients; none without lines."""
    if not view.results.names.benefit_facts:
        return ()
    return _ks(view), _dfo(view), _imprint(view), _patient(view)


def rows_of(view: View, table: str, t: int) -> Rows:
    """Rows of a table in a year, the municipalities added up."""
    frame: pd.DataFrame = view.results.table(table)
    frame = frame[frame["year"] == view.years[t]].drop(columns="year")
    by = [column for column in frame.columns if column not in {"value", "municipality"}]
    grouped = frame.groupby(by, dropna=False, sort=False)["value"].sum()
    return plain_rows(grouped.reset_index())


def plain_rows(frame: pd.DataFrame) -> Rows:
    """Rows with None where nothing applies."""
    kept = frame.astype(object).where(frame.notna(), None).to_dict(orient="records")
    return [{str(column): value for column, value in row.items()} for row in kept]


def opened(table: ShownTable) -> Folded:
    """A table that is open on the page, and left out of the terminal."""
    return Folded(summary=table.caption, table=table, is_open=True)


def _together(rows: Rows) -> dict[tuple[str, ...], dict[str, Any]]:
    """Rows of the same line, actor and class: their quantities side by side."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in rows:
        own = found.setdefault((row["line"] or EMPTY, row["actor"], row["class"]), dict(row))
        own[row["quantity"]] = row["value"]
    return found


def _ks(view: View) -> Section:
    t = view.full_year
    blocks: list[Block] = [Sentence(text=view.say("ks.lead"))]
    rows = rows_of(view, "ks", t)
    columns = {
        "avoided_costs": ("kroner",),
        "saved_time": ("hours", "kroner"),
        "better_quality": ("kroner", "signs"),
    }
    for kind, names in TYPES.items():
        lines = _together([row for row in rows if row["type"] == kind])
        if lines:
            caption = view.say("ks.caption", type=names[view.lang], year=view.years[t])
            shown = [
                Row(
                    label=_line(view, line),
                    cells=(
                        *(CELLS[column](facts) for column in columns[kind]),
                        view.actor(actor),
                        view.benefit_class(one),
                    ),
                )
                for (line, actor, one), facts in lines.items()
            ]
            headings = (*columns[kind], "actor", "class")
            blocks.append(opened(_table(view, f"ks-{kind}", caption, headings, shown)))
    blocks += [*_bed_days(view, t), Note(text=view.say("views.most_likely", year=view.years[t]))]
    return Section(id="ks", heading=view.say("ks"), blocks=tuple(blocks), page_only=True)


def _bed_days(view: View, t: int) -> list[Block]:
    """The three values of lines that count bed-days, and the class that picks one of them."""
    rows = [
        Row(
            label=_line(view, line.id),
            cells=(
                *(Figure(value=float(view.by_place(q, line.id)[:, t].sum())) for q in BED_DAYS),
                view.benefit_class(line.benefit_class),
            ),
        )
        for line in view.results.inputs.benefits
        if (BED_DAYS[0], line.id) in view.results.ledger.values
    ]
    if not rows:
        return []
    table = ShownTable(
        id="bed-days",
        caption=view.say("bed_days.caption", year=view.years[t]),
        stub=view.say("views.line"),
        headings=tuple(view.say(f"bed_days.{name}") for name in (*BED_DAYS, "counts")),
        rows=tuple(rows),
    )
    return [opened(table)]


def _dfo(view: View) -> Section:
    t = view.full_year
    rows = rows_of(view, "dfo", t)
    shown: list[Row] = []
    for category, names in CATEGORIES.items():
        lines = _together([row for row in rows if row["category"] == category])
        if not lines or category == "unpriced":
            continue
        shown.append(Row(label=names[view.lang], cells=(EMPTY,) * 4, kind="total"))
        for (line, actor, one), facts in lines.items():
            if "cost" in facts:
                facts["benefit"] = 0 - facts["cost"] - facts.get("vat_paid", 0)
            paid = "charge_paid" if actor == MUNICIPALITY_ACTOR else "funding_paid"
            label = _line(view, line) if line else VIEW_QUANTITIES[paid][view.lang]
            cells = (_kroner(facts), _hours(facts), view.actor(actor), view.benefit_class(one))
            shown.append(Row(label=label, cells=cells))
    caption = view.say("dfo.caption", year=view.years[t])
    headings = ("kroner", "hours", "actor", "class")
    blocks: list[Block] = [
        Sentence(text=view.say("dfo.lead")),
        opened(_table(view, "dfo", caption, headings, shown)),
    ]
    weighed = [row for row in rows if row["quantity"] == "consequence"]
    if weighed:
        blocks += [opened(_unpriced(view, weighed)), Note(text=view.say("dfo.note"))]
    return Section(id="dfo", heading=view.say("dfo"), blocks=tuple(blocks), page_only=True)


def _unpriced(view: View, rows: Rows) -> ShownTable:
    shown = [
        Row(
            label=_line(view, row["line"]),
            cells=(
                row["signs"],
                IMPORTANCES[row["importance"]][view.lang],
                EXTENTS[int(row["extent"])][view.lang],
                view.actor(row["actor"]),
                row["text"],
            ),
        )
        for row in rows
    ]
    headings = ("signs", "importance", "extent", "actor", "reason")
    return _table(view, "dfo-unpriced", view.say("dfo.unpriced"), headings, shown)


def _imprint(view: View) -> Section:
    t = view.full_year
    rows = rows_of(view, "imprint", t)
    shown = []
    actors = dict.fromkeys(row["actor"] for row in rows)
    for actor in sorted(actors, key=lambda a: a != MUNICIPALITY_ACTOR):
        cells = tuple(
            _cell(view, [r for r in rows if r["actor"] == actor and r["side"] == side])
            for side in SIDES
        )
        shown.append(Row(label=view.actor(actor), cells=cells))
    table = ShownTable(
        id="imprint",
        caption=view.say("imprint.caption", year=view.years[t]),
        stub=view.say("views.actor"),
        headings=tuple(names[view.lang] for names in SIDES.values()),
        rows=tuple(shown),
    )
    blocks = (Sentence(text=view.say("imprint.lead")), opened(table))
    return Section(id="imprint", heading=view.say("imprint"), blocks=blocks, page_only=True)


def _cell(view: View, rows: Rows) -> str:
    """Kroner and hours by class, and each effect without a price by its signs."""
    totals: dict[tuple[str, str], float] = {}
    for row in rows:
        if row["quantity"] in {"benefit", "freed_hours"}:
            key = row["class"], row["unit"]
            totals[key] = totals.get(key, 0.0) + row["value"]
    parts = [
        view.say(
            "imprint.in_class",
            amount=Figure(value=total, unit=unit).text(view.lang),
            called=view.benefit_class(one).lower(),
        )
        for (one, unit), total in totals.items()
    ]
    parts += [
        f"{_line(view, row['line'])}: {row['signs']}"
        for row in rows
        if row["quantity"] == "consequence"
    ]
    return "; ".join(parts) or "–"


def _patient(view: View) -> Section:
    t = view.full_year
    rows = rows_of(view, "patient_view", t)
    shown: list[Row] = []
    for aspect, names in ASPECTS.items():
        own = [row for row in rows if row["aspect"] == aspect]
        if own:
            shown.append(Row(label=names[view.lang], cells=(EMPTY, EMPTY), kind="total"))
            shown += [_patient_row(view, own, row) for row in own if not _each(row)]
    table = ShownTable(
        id="patient-view",
        caption=view.say("patient.caption", year=view.years[t]),
        stub=view.say("views.line"),
        headings=(view.say("patient.each"), view.say("patient.all")),
        rows=tuple(shown),
    )
    note = Note(text=view.say("views.most_likely", year=view.years[t]))
    blocks = (Sentence(text=view.say("patient.lead")), opened(table), note)
    heading = view.say("patient")
    return Section(id="patient-view", heading=heading, blocks=blocks, page_only=True)


def _each(row: dict[str, Any]) -> bool:
    return str(row["quantity"]).endswith("_per_patient")


def _patient_row(view: View, rows: Rows, row: dict[str, Any]) -> Row:
    name = _line(view, row["line"])
    if row["quantity"] == "consequence":
        name = f"{name} ({view.actor(row['actor']).lower()})"
        return Row(label=name, cells=(row["signs"], EMPTY))
    each = next(
        other
        for other in rows
        if _each(other) and (other["line"], other["actor"]) == (row["line"], row["actor"])
    )
    kroner = row["unit"] == "NOK"
    if kroner and row["aspect"] == "quality":
        name = view.say("patient.worth", line=name)
    cells = (
        Figure(value=each["value"], unit=row["unit"], decimals=0 if kroner else 2),
        Figure(value=row["value"], unit=row["unit"], decimals=0 if kroner else 1),
    )
    return Row(label=name, cells=cells)


def _kroner(facts: dict[str, Any]) -> Cell:
    return Figure(value=facts.get("benefit"))


def _hours(facts: dict[str, Any]) -> Cell:
    return Figure(value=facts.get("freed_hours"))


def _signs(facts: dict[str, Any]) -> Cell:
    return facts.get("signs") or "–"


CELLS: dict[str, Callable[[dict[str, Any]], Cell]] = {
    "kroner": _kroner,
    "hours": _hours,
    "signs": _signs,
}
"""Heading of a column -> its cell."""


def _line(view: View, line: str) -> str:
    names = view.results.names.benefits
    return names.get(line, names.get(loop_of(line), line))


def _table(
    view: View, name: str, caption: str, headings: tuple[str, ...], rows: list[Row]
) -> ShownTable:
    return ShownTable(
        id=name,
        caption=caption,
        stub=view.say("views.line"),
        headings=tuple(view.say(f"views.{heading}") for heading in headings),
        rows=tuple(rows),
    )
