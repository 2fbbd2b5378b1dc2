"""Checks across the tables of a baseline configuration, on the file's tables as they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from gevinst.indicators import indicator_definition, indicator_ids
from gevinst.messages import nearest
from gevinst.schema.baseline_indicators import UNITS_OF_KIND, with_catalogue
from gevinst.schema.checks.reading import Draft, Raw, text_of, value_of
from gevinst.schema.describe import shown
from gevinst.schema.findings import Finding, Location

MOST_FINDINGS = 100
CALENDAR = ("before_from", "before_to", "after_from", "after_to")
_RELATIVE_ONLY = ("washout", "index_event")
_MONTHS_PER_YEAR = 12
_DAYS_PER_YEAR = 365
_WHOLE = 1e-6
_LEAP_DAY = 1
_SCORES = ("sd", "correlation")
_MOMENTS = ("mean", "shape")
_OBSERVED = ("distribution", "table")


def cross_check_baseline(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """Everything that is wrong across the tables of a configuration.

    Parameters
    ----------
    raw : mapping
        The content of the file, not validated.
    """
    draft = Draft(raw)
    for check in CHECKS:
        yield from islice(check(draft), MOST_FINDINGS)


def _date(table: Raw, key: str) -> dt.date | None:
    found = table.get(key)
    return found if isinstance(found, dt.date) and not isinstance(found, dt.datetime) else None


def _ids(draft: Draft) -> tuple[str, ...]:
    return draft.texts("id", "indicators")


def _unknown(location: Location, found: str, ids: tuple[str, ...]) -> Finding:
    facts = {"found": found, "allowed": ids, "suggestion": nearest(found, ids)}
    return Finding(location, "baseline.unknown_indicator", facts)


def references(draft: Draft) -> Iterator[Finding]:
    """Indicators are named once, and those that are referred to are there."""
    ids = _ids(draft)
    first: dict[str, Location] = {}
    for at, table in draft.tables("indicators"):
        name = text_of(table, "id")
        if name in first:
            facts = {"found": name, "key": "id", "first_location": first[name]}
            yield Finding((*at, "id"), "name.repeated", facts)
        elif name is not None:
            first[name] = (*at, "id")
    if not draft.complete("id", "indicators", required=True):
        return
    primary = text_of(draft.table("baseline"), "primary")
    if primary is not None and primary not in ids:
        yield _unknown(("baseline", "primary"), primary, ids)
    for path in ("population", "counts"):
        for at, table in draft.tables(path):
            name = text_of(table, "indicator")
            if name is not None and name not in ids:
                yield _unknown((*at, "indicator"), name, ids)


def definitions(draft: Draft) -> Iterator[Finding]:
    """Two indicators of one name have one definition."""
    seen: dict[str, tuple[Location, str]] = {}
    for at, stated in draft.tables("indicators"):
        table = with_catalogue(stated)
        name = text_of(table, "name")
        said = " | ".join(
            text for key in ("definition", "counting_rule") if (text := text_of(table, key))
        )
        if name is None or not said:
            continue
        plain = " ".join(name.split()).casefold()
        if plain not in seen:
            seen[plain] = (at, said)
        elif " ".join(said.split()).casefold() != " ".join(seen[plain][1].split()).casefold():
            facts = {
                "found": name,
                "first": seen[plain][1],
                "second": said,
                "first_location": seen[plain][0],
            }
            yield Finding((*at, "definition"), "baseline.two_definitions", facts)


def kinds(draft: Draft) -> Iterator[Finding]:
    """An indicator has a unit of its kind, and a limit only where there is one to compare with."""
    for at, stated in draft.tables("indicators"):
        name, table = text_of(stated, "catalogue"), with_catalogue(stated)
        if name is not None and indicator_definition(name) is None:
            ids = indicator_ids()
            facts = {"found": name, "suggestion": nearest(name, ids), "allowed": ids}
            yield Finding((*at, "catalogue"), "baseline.unknown_catalogue", facts)
        kind, unit = text_of(table, "kind"), text_of(table, "unit")
        allowed = UNITS_OF_KIND.get(kind or "")
        if allowed is None:
            continue
        if unit is not None and unit not in allowed:
            facts = {"found": unit, "kind": kind, "allowed": allowed}
            yield Finding((*at, "unit"), "baseline.unit_of_kind", facts)
        if "limit" in table and kind in {"events", "amount", "score"}:
            yield Finding((*at, "limit"), "baseline.limit_unused", {"kind": kind})


def windows(draft: Draft) -> Iterator[Finding]:
    """Windows are relative or calendar, whole, in order, and equal unless a reason is given."""
    table = draft.table("windows")
    if "windows" not in draft.raw or not isinstance(draft.raw["windows"], Mapping):
        return
    stated = [key for key in CALENDAR if key in table]
    if "length" in table:
        yield from _relative(table, stated)
    elif not stated:
        yield Finding(("windows",), "choice.neither", {"first": "length", "second": "before_from"})
    else:
        yield from _calendar(table, stated)
    for at, span in draft.tables("windows", "excluded"):
        first, last = _date(span, "from"), _date(span, "to")
        if first is not None and last is not None and last < first:
            facts = {"first": first.isoformat(), "last": last.isoformat()}
            yield Finding((*at, "to"), "baseline.dates_backwards", facts)


def _relative(table: Raw, stated: list[str]) -> Iterator[Finding]:
    for key in stated:
        yield Finding(("windows", key), "choice.both", {"first": "length", "second": key})
    if "index_event" not in table:
        yield Finding(("windows",), "baseline.index_event_missing", {})
    for key, unit, per_year in (
        ("length", "month", _MONTHS_PER_YEAR),
        ("washout", "day", _DAYS_PER_YEAR),
    ):
        value = value_of(table.get(key), unit)
        if value is None:
            continue
        count = value.likely * per_year
        if value.is_range or abs(count - round(count)) > _WHOLE * max(count, 1):
            kind = f"baseline.whole_{unit}s"
            yield Finding(("windows", key), kind, {"found": shown(table[key])})


def _calendar(table: Raw, stated: list[str]) -> Iterator[Finding]:
    missing = tuple(key for key in CALENDAR if key not in stated)
    if missing:
        yield Finding(("windows",), "key.missing", {"missing": missing})
    for key in _RELATIVE_ONLY:
        if key in table:
            yield Finding(("windows", key), "baseline.only_with_length", {"found": key})
    dates = [_date(table, key) for key in CALENDAR]
    ends = [date for date in dates if date is not None]
    if len(ends) < len(CALENDAR):
        return
    before_from, before_to, after_from, after_to = ends
    for key, first, last in (
        ("before_to", before_from, before_to),
        ("after_from", before_to, after_from),
        ("after_to", after_from, after_to),
    ):
        if last < first or (key == "after_from" and last == first):
            facts = {"first": first.isoformat(), "last": last.isoformat()}
            yield Finding(("windows", key), "baseline.dates_backwards", facts)
            return
    if "unequal" in table:
        return
    days_before, days_after = (before_to - before_from).days + 1, (after_to - after_from).days + 1
    if abs(days_before - days_after) > _LEAP_DAY:
        lengths = {"before": days_before, "after": days_after}
        yield Finding(("windows", "after_to"), "baseline.window_lengths", lengths)
    elif _day(before_from) != _day(after_from):
        facts = {"before": f"{before_from:%d.%m}", "after": f"{after_from:%d.%m}"}
        yield Finding(("windows", "after_from"), "baseline.window_seasons", facts)


def _day(date: dt.date) -> tuple[int, int]:
    """Day of the year; 29 February is 28 February."""
    leap_day = (date.month, date.day) == (2, 29)
    return (2, 28) if leap_day else (date.month, date.day)


def series(draft: Draft) -> Iterator[Finding]:
    """A time series needs the day the service began."""
    design = text_of(draft.table("baseline"), "design")
    table = draft.raw.get("windows")
    lacks = isinstance(table, Mapping) and "introduced" not in table
    if design == "interrupted_time_series" and lacks:
        yield Finding(("windows",), "baseline.introduced_missing", {})


def populations(draft: Draft) -> Iterator[Finding]:
    """A source population says enough for its kind of indicator, in one way, and once."""
    kind_of = {text_of(t, "id"): _kind(t) for _, t in draft.tables("indicators")}
    primary = text_of(draft.table("baseline"), "primary")
    seen: dict[str, Location] = {}
    for at, table in draft.tables("population"):
        name = text_of(table, "indicator") or primary
        if name is None or name not in kind_of:
            continue
        if name in seen:
            facts = {"found": name, "key": "indicator", "first_location": seen[name]}
            yield Finding((*at, "indicator"), "name.repeated", facts)
        seen.setdefault(name, at)
        yield from _population(at, table, kind_of[name])


def _kind(table: Raw) -> str | None:
    return text_of(with_catalogue(table), "kind")


def _population(at: Location, table: Raw, kind: str | None) -> Iterator[Finding]:
    match kind:
        case "score":
            yield from _unused(at, table, ("shape", *_OBSERVED), kind)
            missing = tuple(key for key in ("mean", *_SCORES) if key not in table)
            if missing:
                yield Finding(at, "key.missing", {"missing": missing})
        case "events":
            yield from _unused(at, table, (*_SCORES, "measurements"), kind)
            yield from _distribution(at, table)
            yield from _count_population(at, table)
        case str():
            yield Finding(at, "baseline.population_kind", {"kind": kind})


def _unused(at: Location, table: Raw, keys: tuple[str, ...], kind: str) -> Iterator[Finding]:
    for key in keys:
        if key in table:
            yield Finding((*at, key), "baseline.population_key", {"found": key, "kind": kind})


def _distribution(at: Location, table: Raw) -> Iterator[Finding]:
    """Of counts: mean and shape, or one of the two observed forms with its period."""
    observed = [key for key in _OBSERVED if key in table]
    moments = [key for key in _MOMENTS if key in table]
    if len(observed) > 1 or (observed and moments):
        facts = {"first": observed[0], "second": (*observed[1:], *moments)[0]}
        yield Finding((*at, facts["second"]), "choice.both", facts)
    elif observed and "period" not in table:
        yield Finding(at, "key.missing", {"missing": ("period",)})
    elif len(moments) < len(_MOMENTS) and not observed:
        missing = tuple(key for key in _MOMENTS if key not in table)
        yield Finding(at, "baseline.population_moments", {"missing": missing})


def _count_population(at: Location, table: Raw) -> Iterator[Finding]:
    """Of counts: a positive mean, a whole cut from 1, and persons in the distribution."""
    cut = value_of(table.get("cut"), "1")
    if cut is not None and (cut.is_range or cut.likely < 1 or cut.likely != round(cut.likely)):
        yield Finding((*at, "cut"), "baseline.cut", {"found": shown(table["cut"])})
    mean = value_of(table.get("mean"), "1")
    if mean is not None and mean.low <= 0:
        yield Finding((*at, "mean"), "baseline.population_mean", {"found": shown(table["mean"])})
    counted = table.get("distribution")
    numbers = [n for n in counted if isinstance(n, int)] if isinstance(counted, list) else []
    if isinstance(counted, list) and len(numbers) == len(counted) and sum(numbers[1:]) == 0:
        yield Finding((*at, "distribution"), "baseline.distribution_empty", {})


def counts(draft: Draft) -> Iterator[Finding]:
    """A row of counts has events or an amount, and stands once."""
    kind_of = {text_of(t, "id"): _kind(t) for _, t in draft.tables("indicators")}
    seen: dict[tuple[object, ...], Location] = {}
    for at, table in draft.tables("counts"):
        stated = [key for key in ("events", "amount") if key in table]
        if len(stated) != 1:
            kind = "choice.both" if stated else "choice.neither"
            yield Finding(at, kind, {"first": "events", "second": "amount"})
        kind_here = kind_of.get(text_of(table, "indicator"))
        if kind_here == "events" and "amount" in table:
            yield Finding((*at, "amount"), "baseline.counts_amount", {})
        cell = (
            text_of(table, "indicator"),
            text_of(table, "group"),
            text_of(table, "partner"),
            text_of(table, "period"),
            text_of(table, "arm") or "followed",
        )
        if cell[0] and cell[3] and cell in seen:
            yield Finding(at, "baseline.counts_twice", {"first_location": seen[cell]})
        seen.setdefault(cell, at)


CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    references,
    definitions,
    kinds,
    windows,
    series,
    populations,
    counts,
)
