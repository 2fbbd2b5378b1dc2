"""Laws of extracts: nothing lost, nothing that hangs on ids or order, a plain reader agrees."""

import datetime as dt
import math
from collections import Counter
from itertools import product
from random import Random

import numpy as np
import pandas as pd
import plain_extract as plain
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("polars")

from gevinst.extracts import Extract, ExtractError, read
from gevinst.extracts.plan import Counted, Plan, Span
from gevinst.extracts.records import ARMS

TODAY = dt.date(2026, 11, 22)
INDICATORS = (
    Counted(id="innleggelser", kind="events", event_types=("innleggelse",)),
    Counted(id="liggedøgn", kind="amount", event_types=("innleggelse",)),
    Counted(id="kontakter", kind="events", event_types=("fastlege", "legevakt")),
)
NEEDS = {"innleggelse"}
PERSON_COLUMNS = ["person_id", "index_date", "follow_up_start", "follow_up_end", "group", "arm"]
EVENT_COLUMNS = ["person_id", "date", "type", "quantity"]

STRANGE = ("", "  ", "31.02.2025", "1850-01-01", "9999-12-31", "i går", "2025-13-1")
FAULTS = 0.06
"""Share of fields in which something is wrong."""


def written(rng: np.random.Generator, day: dt.date) -> str:
    """A date as people write it, now and then none."""
    if rng.random() < FAULTS:
        return str(rng.choice(STRANGE))
    return day.strftime(str(rng.choice(["%Y-%m-%d", "%d.%m.%Y"])))


def person_row(rng: np.random.Generator, number: int) -> tuple[dict[str, str], dt.date]:
    """A person who is mostly in order, and the index date."""
    start = dt.date(2022, 1, 1) + dt.timedelta(int(rng.integers(0, 900)))
    index = start + dt.timedelta(int(rng.integers(-10, 500)))
    end = index + dt.timedelta(int(rng.integers(-10, 700)))
    row = {
        "person_id": str(rng.choice([f"p{number}"] * 20 + ["p0", "", f" p{number} "])),
        "index_date": written(rng, index),
        "follow_up_start": written(rng, start),
        "follow_up_end": str(rng.choice([written(rng, end), "", "9999-12-31"], p=[0.6, 0.3, 0.1])),
        "group": str(rng.choice(["KOLS"] * 10 + ["hjertesvikt"] * 5 + [""])),
        "arm": str(rng.choice(["followed"] * 10 + ["comparison"] * 6 + ["hva?"])),
    }
    return row, index


@st.composite
def tables(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Persons and events with everything that goes wrong in them."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    count, size = draw(st.integers(1, 10)), draw(st.integers(1, 60))
    people = [person_row(rng, number) for number in range(count)]
    persons = [row for row, _ in people] + [row for row, _ in people if rng.random() < FAULTS]
    events = []
    for _ in range(size):
        number = int(rng.integers(count))
        day = people[number][1] + dt.timedelta(int(rng.integers(-450, 450)))
        events.append(
            {
                "person_id": str(rng.choice([f"p{number}"] * 20 + ["", "x", f"p{number} "])),
                "date": written(rng, day),
                "type": str(
                    rng.choice(["innleggelse"] * 8 + ["fastlege", "legevakt", "annet", ""])
                ),
                "quantity": str(
                    rng.choice(["1", "2,5", "0"] * 5 + ["-1", "", "inf", "nan", "mye"])
                ),
            }
        )
    events += [event for event in events if rng.random() < FAULTS]
    return (
        pd.DataFrame(persons, columns=PERSON_COLUMNS),
        pd.DataFrame(events, columns=EVENT_COLUMNS),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Windows of both kinds, with and without washout and excluded spans."""
    excluded = (
        Span(first=dt.date(2024, 3, 1), last=dt.date(2024, 5, 20)),
        Span(first=dt.date(2024, 5, 1), last=dt.date(2024, 6, 2)),
    )
    kept = excluded if draw(st.booleans()) else ()
    is_counted = draw(st.booleans())
    if draw(st.booleans()):
        return Plan(
            date=TODAY,
            length_months=draw(st.sampled_from((1, 6, 12))),
            washout_days=draw(st.sampled_from((0, 30))),
            counts_index_event=is_counted,
            excluded=kept,
            indicators=INDICATORS,
        )
    return Plan(
        date=TODAY,
        before=Span(first=dt.date(2023, 1, 1), last=dt.date(2023, 12, 31)),
        after=Span(first=dt.date(2024, 1, 1), last=dt.date(2024, 12, 31)),
        counts_index_event=is_counted,
        excluded=kept,
        indicators=INDICATORS,
    )


def read_or_none(persons: pd.DataFrame, events: pd.DataFrame, plan: Plan) -> Extract | None:
    """What is read, or None where every row is refused."""
    try:
        return read(persons, events, plan)
    except ExtractError as error:
        if error.kind != "extract.none_usable":
            raise
        return None


def sorted_rows(columns: list[np.ndarray]) -> list[tuple[float, ...]]:
    """Persons without an order."""
    return sorted(zip(*(c.tolist() for c in columns), strict=True))


@given(tables(), plans())
def test_a_plain_reader_gives_the_same(two: tuple[pd.DataFrame, pd.DataFrame], plan: Plan) -> None:
    """Rejections by reason, time, amounts and months are those of a loop over rows."""
    persons, events = two
    found, person_reasons = plain.persons_of(persons, plan)
    event_reasons = Counter(
        plain.one_event(row, plan, found, NEEDS) for row in events.to_dict("records")
    )

    extract = read_or_none(persons, events, plan)

    if extract is None:
        return
    people = [p for p in found.values() if p is not None]
    rows = []
    for person in people:
        amounts = np.zeros((3, 2))
        for day, type_, quantity, _ in person.events:
            side, reason = plain.side_of(plan, person, day)
            event_reasons[reason] += bool(reason)
            event_reasons[""] -= bool(reason)
            if side is None:
                continue
            amounts[0, side] += type_ == "innleggelse"
            amounts[1, side] += quantity if type_ == "innleggelse" else 0
            amounts[2, side] += type_ in {"fastlege", "legevakt"}
        time = [
            plain.days_at_risk(plan, person, w) / 365.25 for w in plain.windows(plan, person.index)
        ]
        rows.append(
            (ARMS.index(person.arm), extract.groups.index(person.group), *time, *amounts.ravel())
        )
    columns = [extract.arm, extract.group, *extract.time.T]
    columns += [c for i in INDICATORS for c in extract.amount[i.id].T]
    assert sorted_rows(columns) == sorted(tuple(map(float, row)) for row in rows)
    for table, reasons in (("persons", person_reasons), ("events", event_reasons)):
        told = {
            r.reason.removeprefix("rejection."): r.rows
            for r in extract.rejected
            if r.table == table
        }
        assert told == {name: n for name, n in reasons.items() if name and n}
    assert extract.used["events"] == event_reasons[""]


@given(tables(), plans())
def test_rows_in_are_rows_used_and_rows_rejected(
    two: tuple[pd.DataFrame, pd.DataFrame], plan: Plan
) -> None:
    """Nothing is dropped silently."""
    extract = read_or_none(*two, plan)

    if extract is None:
        return
    for table, given_rows in zip(("persons", "events"), map(len, two), strict=True):
        rejected = sum(r.rows for r in extract.rejected if r.table == table)
        assert extract.rows[table] == given_rows == extract.used[table] + rejected
        assert all(r.rows > 0 for r in extract.rejected)
    assert extract.used["persons"] == extract.persons == sum(extract.ended.values())


@given(tables(), plans(), st.randoms(use_true_random=False))
def test_neither_the_order_of_rows_nor_the_ids_change_anything(
    two: tuple[pd.DataFrame, pd.DataFrame], plan: Plan, random: Random
) -> None:
    """Every array is the same to the last bit, in the same order."""
    shuffled = [t.sample(frac=1, random_state=random.randrange(2**31)) for t in two]
    renamed = [
        t.assign(person_id=[f"ny{i.strip()[::-1]}é" if i.strip() else i for i in t["person_id"]])
        for t in shuffled
    ]

    extracts = [read_or_none(*pair, plan) for pair in (two, shuffled, renamed)]

    for other in extracts[1:]:
        assert_same(extracts[0], other)


def assert_same(one: Extract | None, other: Extract | None) -> None:
    """Bit for bit."""
    assert (one is None) == (other is None)
    if one is None or other is None:
        return
    assert repr(one) == repr(other)
    assert one.rejected == other.rejected
    for name in ("group", "partner", "arm", "offered", "wedge_month", "time"):
        assert np.array_equal(getattr(one, name), getattr(other, name))
    for indicator in one.amount:
        assert np.array_equal(one.amount[indicator], other.amount[indicator])
        ours, theirs = one.monthly[indicator], other.monthly[indicator]
        assert ours.months == theirs.months
        assert np.array_equal(ours.amounts, theirs.amounts)
        assert np.array_equal(ours.times, theirs.times)


@given(tables(), st.sampled_from((";", ",", "\t")), st.sampled_from(("utf-8-sig", "cp1252")))
def test_a_file_says_what_its_frame_says(
    tmp_path_factory: pytest.TempPathFactory,
    two: tuple[pd.DataFrame, pd.DataFrame],
    separator: str,
    encoding: str,
) -> None:
    """Separator, quotation marks, line ends and encoding change nothing."""
    plan = Plan(date=TODAY, length_months=12, indicators=INDICATORS)
    folder = tmp_path_factory.mktemp("extract")
    paths = []
    for name, table in zip(("p.csv", "h.csv"), two, strict=True):
        table.to_csv(folder / name, sep=separator, index=False, encoding=encoding, quoting=1)
        paths.append(folder / name)

    from_files = read_or_none(paths[0], paths[1], plan)

    assert_same(read_or_none(*two, plan), from_files)


@given(tables(), plans())
def test_months_add_up_to_all_follow_up_within_them(
    two: tuple[pd.DataFrame, pd.DataFrame], plan: Plan
) -> None:
    """Person-time by month is each person's days, counted one by one."""
    found, _ = plain.persons_of(two[0], plan)
    extract = read_or_none(*two, plan)

    if extract is None:
        return
    series = extract.monthly["innleggelser"]
    first = dt.date.fromisoformat(series.months[0] + "-01")
    last = plain.months_later(dt.date.fromisoformat(series.months[-1] + "-01"), 1)
    total = sum(plain.days_at_risk(plan, p, (first, last)) for p in found.values() if p)
    assert math.isclose(series.person_time.sum() * 365.25, total, rel_tol=1e-12, abs_tol=1e-9)
    assert (series.times >= 0).all()
    for period, arm in product((0, 1), (0, 1)):
        counted = extract.amount["innleggelser"][extract.arm == arm, period].sum()
        assert series.amounts[:, arm].sum() >= counted
