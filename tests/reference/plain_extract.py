"""An extract read plainly, row by row, in pandas and Python dates: what the fast reader must give.

Takes text as it stands in the files. It knows nothing of blocks, bytes, codes or hashes.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from dataclasses import dataclass, field

import pandas as pd

from gevinst.extracts.plan import Plan

DAY = dt.timedelta(days=1)


@dataclass
class Person:
    """One person that is used."""

    group: str
    arm: str
    index: dt.date | None
    start: dt.date
    end: dt.date
    events: list[tuple[dt.date, str, float | None, str]] = field(default_factory=list)


def date_of(text: str) -> dt.date | None:
    """Read 2025-12-31 or 31.12.2025; None if it is no date."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return dt.datetime.strptime(text.strip(), form).date()  # noqa: DTZ007  only the day
        except ValueError:
            continue
    return None


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of the month."""
    return (pd.Timestamp(day) + pd.DateOffset(months=months)).date()


def windows(plan: Plan, index: dt.date | None) -> list[tuple[dt.date, dt.date]]:
    """First day and day after the last, before and after."""
    turn = None if index is None else index + plan.counts_index_event * DAY
    if plan.before is None or plan.after is None:
        end = turn - plan.washout_days * DAY
        start = index + (1 + plan.washout_days) * DAY
        return [
            (months_later(end, -plan.length_months), end),
            (start, months_later(start, plan.length_months)),
        ]
    before_end, after_start = plan.before.last + DAY, plan.after.first
    if index is not None:
        before_end, after_start = min(before_end, turn), max(after_start, index + DAY)
    return [(plan.before.first, before_end), (after_start, plan.after.last + DAY)]


def is_excluded(plan: Plan, day: dt.date) -> bool:
    """Whether a day lies in a span that is left out."""
    return any(span.first <= day <= span.last for span in plan.excluded)


def days_at_risk(plan: Plan, person: Person, window: tuple[dt.date, dt.date]) -> int:
    """Days of a window in which the person is followed, counted one by one."""
    days, day = 0, max(window[0], person.start)
    while day < window[1] and day <= person.end:
        days += not is_excluded(plan, day)
        day += DAY
    return days


def persons_of(table: pd.DataFrame, plan: Plan) -> tuple[dict[str, Person | None], Counter[str]]:
    """Persons by id, None where the row was rejected; and why."""
    reasons: Counter[str] = Counter()
    kept: list[tuple[str, ...]] = []
    for row in table.itertuples(index=False, name=None):
        stripped = tuple(cell.strip() for cell in row)
        if not stripped[0]:
            reasons["missing_id"] += 1
        elif stripped in kept:
            reasons["duplicate_person"] += 1
        else:
            kept.append(stripped)
    times = Counter(row[0] for row in kept)
    found: dict[str, Person | None] = {}
    for row in kept:
        person, reason = one_person(dict(zip(table.columns, row, strict=True)), plan)
        if times[row[0]] > 1:
            person, reason = None, "conflicting_person"
        if reason:
            reasons[reason] += 1
        found[row[0]] = person
    return found, reasons


def one_person(  # noqa: PLR0911  one reason after the other
    row: dict[str, str], plan: Plan
) -> tuple[Person | None, str]:
    """Person of a row, or why not."""
    texts = {name: row[name] for name in ("index_date", "follow_up_start", "follow_up_end")}
    day = {name: date_of(text) for name, text in texts.items()}
    if not texts["follow_up_start"] or (plan.length_months and not texts["index_date"]):
        return None, "missing_date"
    if any(texts[name] and day[name] is None for name in texts):
        return None, "unparseable_date"
    index, start = day["index_date"], day["follow_up_start"]
    end = day["follow_up_end"] or plan.date
    if end.year == 9999:
        end = plan.date
    if start.year < 1900 or end.year < 1900 or (index is not None and index.year < 1990):
        return None, "implausible_date"
    if start > plan.date or end > plan.date or (index is not None and index > plan.date):
        return None, "future_date"
    if end < start:
        return None, "end_before_start"
    if index is not None and not start <= index <= end:
        return None, "index_outside"
    if not row["group"]:
        return None, "missing_group"
    if row["arm"] not in {"followed", "comparison"}:
        return None, "unknown_arm"
    return Person(row["group"], row["arm"], index, start, end), ""


def one_event(  # noqa: C901, PLR0911, PLR0912  one reason after the other, plainly
    row: dict[str, str], plan: Plan, persons: dict[str, Person | None], needs: set[str]
) -> str:
    """Put an event with its person; why not, or nothing."""
    if not row["person_id"].strip():
        return "missing_id"
    if row["person_id"].strip() not in persons:
        return "unknown_person"
    person = persons[row["person_id"].strip()]
    if person is None:
        return "person_rejected"
    type_, text = row["type"].strip(), row["date"].strip()
    if not type_:
        return "missing_type"
    if type_ not in plan.types:
        return "other_type"
    day = date_of(text)
    if day is None:
        return "unparseable_date" if text else "missing_date"
    if day.year < 1900:
        return "implausible_date"
    if day > plan.date:
        return "future_date"
    written = row["quantity"].strip().replace(",", ".")
    try:
        quantity = float(written)
        quantity = quantity if math.isfinite(quantity) else None
    except ValueError:
        quantity = None
    if type_ in needs:
        if not written:
            return "missing_quantity"
        if quantity is None:
            return "unparseable_quantity"
        if quantity < 0:
            return "negative_quantity"
        if quantity > 1e8:
            return "implausible_quantity"
    if day < person.start:
        return "before_record"
    if day > person.end:
        return "after_end"
    event = (day, type_, None if quantity is None else round(quantity, 6), "")
    if event in person.events:
        return "duplicate_event"
    person.events.append(event)
    return ""


def side_of(plan: Plan, person: Person, day: dt.date) -> tuple[int | None, str]:
    """Window of an event, 0 or 1; or why it is in none."""
    if day == person.index and not plan.counts_index_event:
        return None, "index_event"
    if is_excluded(plan, day):
        return None, "excluded_span"
    for side, (start, end) in enumerate(windows(plan, person.index)):
        if start <= day < end:
            return side, ""
    if (
        plan.washout_days
        and person.index is not None
        and abs((day - person.index).days) <= plan.washout_days
    ):
        return None, "washout"
    return None, "outside_windows"
