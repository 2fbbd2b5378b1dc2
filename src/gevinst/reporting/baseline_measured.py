"""What was measured: rates, heavy users, months, who was followed, and rows not used."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from gevinst.display import format_number, format_percent, unit_words
from gevinst.reporting.contents import (
    Block,
    Figure,
    Folded,
    Language,
    MonthPoint,
    Note,
    Row,
    RunChart,
    Section,
    Sentence,
    Table,
)
from gevinst.reporting.texts import TEXTS, say

if TYPE_CHECKING:
    from gevinst.baseline import Comparison, Measurement
    from gevinst.schema.baseline_indicators import Indicator

_LEVELS = 3
_PERIODS = ("before", "after")
_MONTH = 7  # characters of YYYY-MM
_Record = dict[str, Any]


def records(frame: pd.DataFrame) -> list[_Record]:
    """Rows of a table as mappings."""
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def measured_section(measurement: Measurement, lang: Language) -> Section:
    """Every indicator for all persons, and each group and municipality folded away."""
    rows = records(measurement.table(lang))
    blocks: list[Block] = []
    for indicator in measurement.config.indicators:
        own = [row for row in rows if row["indicator"] == indicator.id]
        whole = [row for row in own if not (row["group"] or row["partner"])]
        parts = [row for row in own if row["group"] or row["partner"]]
        if whole:
            blocks.append(_measured(indicator, whole, f"measured-{indicator.id}", lang))
        if parts:
            table = _measured(indicator, parts, f"cells-{indicator.id}", lang)
            heading = f"{indicator.name}: {say('nil.cells_folded', lang)}"
            blocks.append(Folded(summary=heading, table=table))
    threshold = measurement.config.baseline.threshold
    blocks.append(Note(text=say("nil.privacy", lang, threshold=threshold)))
    return Section(id="measured", heading=say("nil.measured", lang), blocks=tuple(blocks))


def unit_text(unit: str, lang: Language) -> str:
    """An indicator's unit in words."""
    key = f"nil.unit_{unit}"
    return say(key, lang) if key in TEXTS else unit_words(unit, lang)


def _measured(indicator: Indicator, rows: list[_Record], name: str, lang: Language) -> Table:
    shows_time = indicator.is_rate
    further = [key for key in ("median", "within") if _any(rows, key)]
    heading = {
        "rate": say("nil.rate", lang, unit=unit_text(indicator.unit, lang))
        if indicator.is_rate
        else "",
        "mean": say("nil.mean", lang, unit=unit_text(indicator.unit, lang))
        if indicator.kind in {"duration", "score"}
        else "",
        "share": say("nil.share", lang),
    }[rows[0]["measure"]]
    headings = (
        say("nil.persons", lang),
        *((say("nil.person_time", lang), say(f"nil.{indicator.kind}", lang)) if shows_time else ()),
        heading,
        say("nil.low", lang),
        say("nil.high", lang),
        *(say(f"nil.{key}", lang) for key in further),
    )
    shown = tuple(
        Row(label=_label(row, lang), cells=_cells(row, further, lang, shows_time=shows_time))
        for row in rows
    )
    return Table(
        id=name, caption=indicator.name, stub=say("nil.window", lang), headings=headings, rows=shown
    )


def _any(rows: list[_Record], key: str) -> bool:
    return any(isinstance(row.get(key), float) and not math.isnan(row[key]) for row in rows)


def _label(row: _Record, lang: Language) -> str:
    window = say(f"nil.{row['period']}", lang)
    if row["arm"] == "comparison":
        window = say("nil.comparison", lang, window=window)
    where = ", ".join(part for part in (row["group"], row["partner"]) if part)
    return f"{where}: {window.lower()}" if where else window


def _cells(
    row: _Record, further: list[str], lang: Language, *, shows_time: bool
) -> tuple[str | Figure, ...]:
    if row["hidden"]:
        hidden = say("nil.hidden", lang)
        count = 4 + 2 * shows_time + len(further)
        return (hidden, *[""] * (count - 1))
    share = row["measure"] == "share"
    estimate = [_estimate(row[key], share=share) for key in ("rate", "low", "high")]
    amount = Figure(value=_value(row["amount"]), decimals=0 if _whole(row["amount"]) else 1)
    time = Figure(value=_value(row["person_time"]), decimals=1)
    persons = _value(row["persons"])
    return (
        say("nil.hidden", lang) if persons is None else Figure(value=persons),
        *((time, amount) if shows_time else ()),
        *estimate,
        *(_estimate(row.get(key, math.nan), share=key == "within") for key in further),
    )


def _estimate(x: float, *, share: bool) -> Figure:
    if share:
        return Figure(value=_value(x), decimals=1, unit="percent")
    return Figure(value=_value(x), decimals=2)


def _value(x: float) -> float | None:
    return None if math.isnan(x) else float(x)


def _whole(x: float) -> bool:
    return math.isnan(x) or float(x).is_integer()


def heavy_section(
    measurement: Measurement, comparison: Comparison | None, lang: Language
) -> Section:
    """How much the heaviest users stand for, and what is left without them."""
    rows = records(measurement.table(lang))
    blocks: list[Block] = []
    left_out = [] if comparison is None else records(comparison.without_heavy_users(lang))
    for indicator in measurement.config.indicators:
        blocks += _heavy_shares(indicator, rows, lang)
        own = [row for row in left_out if row["indicator"] == indicator.id]
        if own:
            caption = say("nil.heavy_caption", lang, name=indicator.name)
            blocks.append(changes_table(f"heavy-{indicator.id}", caption, own, lang))
    threshold = measurement.config.baseline.threshold
    note = Note(text=say("nil.heavy_note", lang, threshold=threshold))
    none = Sentence(text=say("nil.heavy_none", lang))
    return Section(
        id="heavy",
        heading=say("nil.heavy", lang),
        blocks=(*blocks, note) if blocks else (none,),
    )


def _heavy_shares(indicator: Indicator, rows: list[_Record], lang: Language) -> list[Sentence]:
    """What the heaviest one and five per cent stand for, where it may be told."""
    whole = {
        row["period"]: row
        for row in rows
        if row["indicator"] == indicator.id
        and not (row["group"] or row["partner"] or row["hidden"])
        and row["arm"] == "followed"
    }
    told = []
    for column in ("heaviest_1", "heaviest_5"):
        shares = {period: row.get(column, math.nan) for period, row in whole.items()}
        known = {
            period: format_percent(share, 0, lang)
            for period, share in shares.items()
            if not math.isnan(share)
        }
        if len(known) == len(_PERIODS):
            text = say(f"nil.{column}", lang, name=indicator.name, **known)
            told.append(Sentence(text=text))
    return told


def changes_table(name: str, caption: str, rows: list[_Record], lang: Language) -> Table:
    """The change and what is left of it, for several choices of whom to count."""
    keys = ("observed", "difference", "low", "high")
    shown = tuple(
        Row(label=row["text"], cells=tuple(_change(row[key], lang) for key in keys)) for row in rows
    )
    return Table(
        id=name,
        caption=caption,
        stub=say("nil.heavy_who", lang),
        headings=tuple(say(f"nil.{key}", lang) for key in keys),
        rows=shown,
    )


def _change(x: float, lang: Language) -> str:
    if math.isnan(x):
        return "–"
    return f"{'+' if x > 0 else ''}{format_percent(x, 0, lang)}"


def months_section(measurement: Measurement, lang: Language) -> Section | None:
    """A run chart of every indicator that has months; None if none has."""
    from gevinst.errors import ArgumentError

    blocks: list[Block] = []
    for indicator in measurement.config.indicators:
        try:
            months = records(measurement.monthly(indicator.id))
        except ArgumentError:  # counts have no months
            continue
        shown = [row["rate"] for row in months if not math.isnan(row["rate"])]
        if shown:
            blocks += _run(indicator, months, shown, measurement, lang)
    if not blocks:
        return None
    return Section(
        id="months", heading=say("nil.months", lang), blocks=tuple(blocks), page_only=True
    )


def _run(
    indicator: Indicator,
    months: list[_Record],
    shown: list[float],
    measurement: Measurement,
    lang: Language,
) -> tuple[Block, ...]:
    middle = float(pd.Series(shown).median())
    top = _round_top(max(shown))
    decimals = 1 if top < 10 else 0  # noqa: PLR2004  one digit before the decimals
    facts = {
        "first": months[0]["month"],
        "last": months[-1]["month"],
        "low": format_number(min(shown), 2, lang),
        "high": format_number(max(shown), 2, lang),
        "median": format_number(middle, 2, lang),
    }
    started = measurement.config.windows.introduced
    title = say("nil.run_title", lang, name=indicator.name)
    chart = RunChart(
        id=f"run-{indicator.id}",
        title=title,
        description=say("nil.run_described", lang, **facts),
        points=tuple(MonthPoint(month=row["month"], value=_value(row["rate"])) for row in months),
        levels=tuple(
            (top * step / (_LEVELS - 1), format_number(top * step / (_LEVELS - 1), decimals, lang))
            for step in range(_LEVELS)
        ),
        median=(middle, say("nil.median_is", lang, value=format_number(middle, 2, lang))),
        marked=None if started is None else (started.isoformat()[:_MONTH], say("nil.began", lang)),
    )
    rows = tuple(
        Row(
            label=row["month"],
            cells=(
                Figure(value=_value(row["person_time"]), decimals=1),
                Figure(value=_value(row["rate"]), decimals=2),
            ),
        )
        for row in months
    )
    table = Table(
        id=f"months-{indicator.id}",
        caption=title,
        stub=say("nil.month", lang),
        headings=(say("nil.person_time", lang), say("nil.month_rate", lang)),
        rows=rows,
    )
    folded = Folded(summary=say("numbers_of", lang), table=table)
    gaps = any(row["hidden"] for row in months)
    note = [Note(text=say("nil.run_whom", lang))]
    note += [Note(text=say("nil.run_hidden", lang))] if gaps else []
    return (chart, *note, _seasons(indicator, months, lang), folded)


def _seasons(indicator: Indicator, months: list[_Record], lang: Language) -> Table:
    """The months that are shown, season by season."""
    rows = []
    for season in dict.fromkeys(row["season"] for row in months):
        own = [row for row in months if row["season"] == season and not row["hidden"]]
        time, amount = (sum(row[key] for row in own) for key in ("person_time", "amount"))
        rate = amount / time if time > 0 else None
        cells = (Figure(value=time, decimals=1), Figure(value=rate, decimals=2))
        rows.append(Row(label=say(f"nil.{season}", lang), cells=cells))
    return Table(
        id=f"seasons-{indicator.id}",
        caption=say("nil.seasons_caption", lang, name=indicator.name),
        stub=say("nil.season", lang),
        headings=(say("nil.person_time", lang), say("nil.month_rate", lang)),
        rows=tuple(rows),
    )


def _round_top(x: float) -> float:
    """The top of a scale: a round number that is easily halved, at least as large as a number."""
    if x <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(x))
    return next(step * power for step in (1, 2, 3, 4, 6, 8, 10) if step * power >= x)


def follow_up_section(measurement: Measurement, lang: Language) -> Section | None:
    """From offer to start, and why follow-up ended; None without person rows."""
    rows = records(measurement.follow_up(lang))
    blocks: list[Block] = []
    for kind in ("stage", "end", "death"):
        own = [row for row in rows if row["table"] == kind]
        if own:
            shown = tuple(
                Row(
                    label=row["text"],
                    cells=(
                        say("nil.hidden", lang)
                        if row["hidden"]
                        else Figure(value=_value(row["persons"])),
                    ),
                )
                for row in own
            )
            blocks.append(
                Table(
                    id=f"follow-{kind}",
                    caption=say(f"nil.{kind}_caption", lang),
                    stub=say(f"nil.{kind}", lang),
                    headings=(say("nil.persons", lang),),
                    rows=shown,
                )
            )
    if not blocks:
        return None
    return Section(id="follow-up", heading=say("nil.follow_up", lang), blocks=tuple(blocks))


def rejected_section(measurement: Measurement, lang: Language) -> Section | None:
    """Every row that was not used, by reason; None without person rows."""
    rows = records(measurement.rejected(lang))
    if not rows:
        return None
    shown = tuple(
        Row(
            label=say(f"nil.{row['table']}_table", lang),
            cells=(
                Figure(value=float(row["rows"])),
                say("nil.yes" if row["fault"] else "nil.no", lang),
                row["text"],
            ),
        )
        for row in rows
    )
    table = Table(
        id="rejected",
        caption=say("nil.rejected_caption", lang),
        stub=say("nil.table", lang),
        headings=tuple(say(f"nil.{key}", lang) for key in ("rows", "fault", "reason")),
        rows=shown,
    )
    return Section(id="rejected", heading=say("nil.rejected", lang), blocks=(table,))
