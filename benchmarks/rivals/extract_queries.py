"""The straightforward query, in DuckDB and in Polars, for what an extract says.

As somebody who knows the engine would write it: read as text, cast, join, give each row a reason,
then count and add up per person, window and type, and per calendar month and cell with person-time.
The answers must equal ours, row for row and sum for sum, before anything is timed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import polars as pl

from gevinst.extracts import Extract

DATE = dt.date(2026, 10, 1)
TYPES = ("innleggelse", "fastlege", "oppfølging")
WITH_QUANTITY = {"innleggelse": "liggedogn", "oppfølging": "oppfolging"}
COUNTED = {"innleggelse": "innleggelse", "fastlege": "fastlege", "oppfølging": "oppfolging"}
IN_NEITHER = ("index_event", "washout", "outside_windows")
AGREEMENT = 1e-9


@dataclass(frozen=True, slots=True)
class Answer:
    """Tables that a query gives.

    Rows by reason; (person, type, side) with count and sum; days before and after of each person;
    (type, exposed, arm, group, municipality, month) with count and sum; and the same cells with
    days.
    """

    reasons: Mapping[str, int]
    amounts: pl.DataFrame
    days: pl.DataFrame
    months: pl.DataFrame
    month_days: pl.DataFrame


PERSONS_SQL = """
create temp table p as
select *, b1 - interval 12 month as b0, a0 + interval 12 month as a1 from (
  select person_id, strptime(index_date, '%Y-%m-%d')::date as i,
    strptime(follow_up_start, '%Y-%m-%d')::date as fs,
    coalesce(try_strptime(follow_up_end, '%Y-%m-%d')::date, date '2026-10-01') as fe,
    arm, "group" as g, municipality as m, i - 30 as b1, i + 31 as a0
  from read_csv('{persons}', all_varchar = true, delim = ';', header = true)
)"""
EVENTS_SQL = """
create temp table e as
select *, case
  when i is null then 'unknown_person'
  when type not in ('innleggelse', 'fastlege', 'oppfølging') then 'other_type'
  when d is null then 'unparseable_date'
  when type <> 'fastlege' and q is null then 'missing_quantity'
  when q < 0 then 'negative_quantity'
  when d < fs then 'before_record'
  when d > fe then 'after_end'
  when again > 1 then 'duplicate_event'
  when d = i then 'index_event'
  when d >= b0 and d < b1 then 'before'
  when d >= a0 and d < a1 then 'after'
  when abs(d - i) <= 30 then 'washout'
  else 'outside_windows' end as reason
from (
  select person_id, type, try_strptime(date, '%Y-%m-%d')::date as d,
    try_cast(replace(quantity, ',', '.') as decimal(18, 6)) as q,
    row_number() over (partition by person_id, date, type, quantity) as again
  from read_csv('{events}', all_varchar = true, delim = ';', header = true)
) left join p using (person_id)"""
AMOUNTS_SQL = """
select person_id, type, reason as side, count(*) as n, sum(q)::double as s
from e where reason in ('before', 'after') group by all"""
MONTHS_SQL = """
select type, d > i as exposed, arm, g, m, date_trunc('month', d)::date as month,
  count(*) as n, sum(q)::double as s
from e where reason in ('before', 'after', 'index_event', 'washout', 'outside_windows')
group by all"""
DAYS_SQL = """
select greatest(0, least(b1, fe + 1)::date - greatest(b0, fs)::date) as before,
  greatest(0, least(a1, fe + 1)::date - greatest(a0, fs)::date) as after from p"""
MONTH_DAYS_SQL = """
with months as (
  select unnest(generate_series(date_trunc('month', least(min(b0), min(b0)))::date,
    date '2026-10-01', interval 1 month))::date as month from p
), spans as (
  select false as exposed, arm, g, m, fs as first, least(fe, i) as last from p
  union all select true, arm, g, m, i + 1, fe from p
)
select exposed, arm, g, m, month, sum(greatest(0,
  least(last + 1, (month + interval 1 month)::date) - greatest(first, month))) as days
from spans join months on month <= last and (month + interval 1 month)::date > first group by all"""


def in_duckdb(persons: Path, events: Path) -> Answer:
    """Ask DuckDB."""
    with duckdb.connect() as connection:
        connection.execute(PERSONS_SQL.format(persons=persons))
        connection.execute(EVENTS_SQL.format(events=events))
        told = connection.execute("select reason, count(*) from e group by all").fetchall()
        tables = [
            pl.DataFrame(connection.execute(query).fetchnumpy())
            for query in (AMOUNTS_SQL, DAYS_SQL, MONTHS_SQL, MONTH_DAYS_SQL)
        ]
    return Answer(dict(told), *tables)


def in_polars(persons: Path, events: Path) -> Answer:
    """Ask Polars, with its streaming engine."""
    day = pl.Date
    p = (
        pl.scan_csv(persons, separator=";", infer_schema=False)
        .select(
            "person_id",
            "arm",
            i=pl.col("index_date").str.to_date("%Y-%m-%d"),
            fs=pl.col("follow_up_start").str.to_date("%Y-%m-%d"),
            fe=pl.col("follow_up_end").str.to_date("%Y-%m-%d", strict=False).fill_null(DATE),
            g="group",
            m="municipality",
        )
        .with_columns(b1=pl.col("i").dt.offset_by("-30d"), a0=pl.col("i").dt.offset_by("31d"))
        .with_columns(b0=pl.col("b1").dt.offset_by("-12mo"), a1=pl.col("a0").dt.offset_by("12mo"))
        .collect(engine="streaming")
    )
    d, i, q, type_ = (pl.col(name) for name in ("d", "i", "q", "type"))
    rules = {
        "unknown_person": i.is_null(),
        "other_type": ~type_.is_in(TYPES),
        "unparseable_date": d.is_null(),
        "missing_quantity": (type_ != "fastlege") & q.is_null(),
        "negative_quantity": q < 0,
        "before_record": d < pl.col("fs"),
        "after_end": d > pl.col("fe"),
        "duplicate_event": ~pl.col("is_first"),
        "index_event": d == i,
        "before": (d >= pl.col("b0")) & (d < pl.col("b1")),
        "after": (d >= pl.col("a0")) & (d < pl.col("a1")),
        "washout": (d - i).dt.total_days().abs() <= 30,  # noqa: PLR2004  the washout
    }
    reason = pl.lit("outside_windows")
    for name, rule in reversed(rules.items()):
        reason = pl.when(rule).then(pl.lit(name)).otherwise(reason)
    e = (
        pl.scan_csv(events, separator=";", infer_schema=False)
        .with_columns(is_first=pl.struct(pl.all()).is_first_distinct())
        .with_columns(
            d=pl.col("date").str.to_date("%Y-%m-%d", strict=False),
            q=pl.col("quantity").str.replace(",", ".", literal=True).cast(pl.Float64, strict=False),
        )
        .join(p.lazy(), on="person_id", how="left")
        .with_columns(reason=reason)
        .select("person_id", "type", "d", "q", "i", "arm", "g", "m", "reason")
        .collect(engine="streaming")
    )
    totals = {"n": pl.len(), "s": q.sum()}
    kept = pl.col("reason").is_in(["before", "after", *IN_NEITHER])
    first = p["b0"].min()
    months = pl.DataFrame({"month": pl.date_range(first, DATE, "1mo", eager=True)}).select(
        pl.col("month").dt.month_start()
    )
    cell = ("arm", "g", "m")
    spans = pl.concat(
        [
            p.select(*cell, exposed=False, first="fs", last=pl.min_horizontal("fe", "i")),
            p.select(*cell, exposed=True, first=pl.col("i").dt.offset_by("1d"), last="fe"),
        ]
    )
    until = pl.min_horizontal(
        pl.col("last").dt.offset_by("1d"), pl.col("month").dt.offset_by("1mo")
    )
    return Answer(
        dict(e.group_by("reason").len().iter_rows()),
        e.filter(pl.col("reason").is_in(["before", "after"]))
        .group_by("person_id", "type", side="reason")
        .agg(**totals),
        p.select(
            before=_days("b0", "b1").clip(0),
            after=_days("a0", "a1").clip(0),
        ),
        e.lazy()
        .filter(kept)
        .group_by("type", *cell, exposed=d > i, month=d.dt.month_start().cast(day))
        .agg(**totals)
        .collect(engine="streaming"),
        spans.lazy()
        .join(months.lazy(), how="cross")
        .with_columns(days=(until - pl.max_horizontal("first", "month")).dt.total_days().clip(0))
        .group_by("exposed", *cell, "month")
        .agg(pl.col("days").sum())
        .collect(engine="streaming"),
    )


def _days(first: str, last: str) -> pl.Expr:
    end = pl.min_horizontal(last, pl.col("fe").dt.offset_by("1d"))
    return (end - pl.max_horizontal(first, "fs")).dt.total_days()


def check_equal(extract: Extract, answer: Answer) -> None:
    """Stop if the query and our reading do not say the same.

    Raises
    ------
    AssertionError
        They differ.
    """
    ours = {r.reason.removeprefix("rejection."): r.rows for r in extract.rejected}
    theirs = dict(answer.reasons)
    used = theirs.pop("before") + theirs.pop("after")
    _same("reasons", sorted(ours.items()), sorted(theirs.items()))
    _same("used", extract.used["events"], used)
    for side, name in enumerate(("before", "after")):
        _close("days", extract.time[:, side] * 365.25, answer.days[name].to_numpy())
        for type_ in TYPES:
            rows = answer.amounts.filter(pl.col("type") == type_, pl.col("side") == name)
            _close("events", _some(extract.events[COUNTED[type_]][:, side]), rows["n"].to_numpy())
            if type_ in WITH_QUANTITY:
                amount = extract.amount[WITH_QUANTITY[type_]][:, side]
                _close("amounts", _some(amount), rows["s"].to_numpy())
    for type_ in TYPES:
        series = extract.monthly[COUNTED[type_]]
        rows = answer.months.filter(pl.col("type") == type_)
        within = _within(rows, series.months)
        _close("months", _some(series.events.ravel()), within["n"].to_numpy())
        rows = _within(answer.month_days, series.months).filter(pl.col("days") > 0)
        _close("person-time", _some(series.times.ravel() * 365.25), rows["days"].to_numpy())


def _within(rows: pl.DataFrame, months: tuple[str, ...]) -> pl.DataFrame:
    return rows.filter(pl.col("month").cast(pl.Date).dt.strftime("%Y-%m").is_in(months))


def _some(values: np.ndarray) -> np.ndarray:
    return values[values != 0]


def _close(what: str, ours: np.ndarray, theirs: np.ndarray) -> None:
    ours, theirs = np.sort(ours), np.sort(theirs.astype(np.float64))
    theirs = theirs if len(ours) == len(theirs) else _some(theirs)
    if len(ours) != len(theirs) or not np.allclose(ours, theirs, rtol=AGREEMENT, atol=1e-6):
        raise AssertionError(f"{what}: {len(ours)} and {len(theirs)}, {ours.sum()} {theirs.sum()}")


def _same(what: str, ours: object, theirs: object) -> None:
    if ours != theirs:
        raise AssertionError(f"{what}: {ours} is not {theirs}")
