"""What the reader makes of tables as people have them."""

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

pytest.importorskip("polars")

import polars as pl

from gevinst.extracts import Extract, ExtractError, csv_text, read
from gevinst.extracts.plan import Counted, Plan, Span

TODAY = dt.date(2026, 10, 1)
STAYS = Counted(id="innleggelser", kind="events", event_types=("innleggelse",))
DAYS = Counted(id="liggedøgn", kind="amount", event_types=("innleggelse",))
PLAN = Plan(date=TODAY, length_months=12, indicators=(STAYS, DAYS))
HEAD = "person_id;index_date;follow_up_start;follow_up_end\n"
PERSONS = HEAD + "a;2025-01-10;2023-01-01;\nb;10.01.2025;01.01.2023;09.07.2025\n"
EVENTS = "person_id;date;type;quantity\na;2024-05-01;innleggelse;2,5\nb;02.02.2025;innleggelse;3\n"


def given(folder: Path, persons: str | bytes, events: str | bytes, plan: Plan = PLAN) -> Extract:
    """Read two files with this content."""
    paths = folder / "personer.csv", folder / "hendelser.csv"
    for path, content in zip(paths, (persons, events), strict=True):
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(*paths, plan)


def reasons(extract: Extract, table: str) -> dict[str, int]:
    """Rows not used, by reason."""
    found = [r for r in extract.rejected if r.table == table]
    return {r.reason.removeprefix("rejection."): r.rows for r in found}


def test_norwegian_and_iso_forms_are_read_side_by_side(tmp_path: Path) -> None:
    extract = given(tmp_path, PERSONS, EVENTS)

    assert extract.persons == 2
    assert extract.amount["liggedøgn"].sum(axis=0).tolist() == [2.5, 3.0]
    assert extract.amount["innleggelser"].sum(axis=0).tolist() == [1.0, 1.0]
    # a: 10 Jan 2024 up to 10 Jan 2025 and 11 Jan 2025 up to 11 Jan 2026; b until 9 July 2025.
    days = np.sort(extract.time * 365.25, axis=0)
    assert days == pytest.approx(np.array([[366, 180], [366, 365]]))
    assert extract.ended == {"still": 1, "other": 1}


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_dialects_say_the_same(tmp_path: Path, separator: str, encoding: str, end: str) -> None:
    plan = Plan(date=TODAY, length_months=12, indicators=(STAYS,))
    persons = PERSONS.replace("a;2025", "å;2025").replace(";", separator).replace("\n", end)
    events = "person_id;date;type\nå;2024-05-01;innleggelse\n"
    events = events.replace(";", separator).replace("\n", end)

    extract = given(tmp_path, persons.encode(encoding), events.encode(encoding), plan)

    assert extract.used == {"persons": 2, "events": 1}


def test_parquet_excel_and_frames_say_what_text_says(tmp_path: Path) -> None:
    persons = pd.DataFrame(
        {
            "person_id": [101, 102],
            "index_date": [dt.datetime(2025, 1, 10), dt.datetime(2025, 1, 10)],  # noqa: DTZ001
            "follow_up_start": [dt.datetime(2023, 1, 1), dt.datetime(2023, 1, 1)],  # noqa: DTZ001
            "follow_up_end": [None, "2025-07-09"],
        }
    )
    events = pd.DataFrame(
        {
            "person_id": [101.0, 102.0],
            "date": ["2024-05-01", "2025-02-02"],
            "type": ["innleggelse", "innleggelse"],
            "quantity": [2.5, 3.0],
        }
    )
    persons.to_excel(tmp_path / "p.xlsx", index=False)
    pl.DataFrame({n: events[n].tolist() for n in events.columns}).write_parquet(
        tmp_path / "h.parquet"
    )

    extracts = [
        given(tmp_path, PERSONS, EVENTS),
        read(persons, events, PLAN),
        read(tmp_path / "p.xlsx", tmp_path / "h.parquet", PLAN),
    ]

    for extract in extracts:
        assert extract.rejected == ()
        assert extract.amount["liggedøgn"].sum(axis=0).tolist() == [2.5, 3.0]
        assert np.array_equal(extract.time, extracts[0].time)


def test_norwegian_names_and_names_of_the_configuration_are_found(tmp_path: Path) -> None:
    persons = PERSONS.replace("person_id", "Løpenummer").replace("index_date", "Tilbud gitt")
    events = EVENTS.replace("person_id;date;type;quantity", "Pasient-ID;Dato;Hendelsestype;Antall")
    plan = Plan(
        date=TODAY,
        length_months=12,
        indicators=(DAYS,),
        person_columns={"index_date": "Tilbud gitt"},
    )

    extract = given(tmp_path, persons, events, plan)

    assert extract.used == {"persons": 2, "events": 2}


def test_time_of_day_tells_events_of_one_day_apart(tmp_path: Path) -> None:
    rows = ["a;2024-05-01 08:00;innleggelse;1", "a;2024-05-01T09:30:00;innleggelse;1"]
    events = "person_id;date;type;quantity\n" + "\n".join([*rows, rows[0]]) + "\n"

    extract = given(tmp_path, PERSONS, events)

    assert extract.amount["innleggelser"].sum() == 2
    assert reasons(extract, "events") == {"duplicate_event": 1}


def test_a_column_may_tell_events_apart_or_mark_the_one_that_led_to_referral(
    tmp_path: Path,
) -> None:
    rows = ["a;2024-05-01;innleggelse;1;h1;", "a;2024-05-01;innleggelse;1;h2;ja"]
    head = "person_id;date;type;quantity;event_id;index_event\n"

    extract = given(tmp_path, PERSONS, head + "\n".join(rows))

    assert extract.amount["innleggelser"].sum() == 1
    assert reasons(extract, "events") == {"index_event": 1}


def test_washout_and_the_index_day_lie_in_neither_window(tmp_path: Path) -> None:
    plan = Plan(date=TODAY, length_months=12, washout_days=30, indicators=(STAYS,))
    days = ["2024-12-10", "2024-12-11", "2025-01-10", "2025-02-09", "2025-02-10"]
    events = "person_id;date;type\n" + "".join(f"a;{day};innleggelse\n" for day in days)

    extract = given(tmp_path, PERSONS, events, plan)

    assert extract.amount["innleggelser"].sum(axis=0).tolist() == [1, 1]
    assert reasons(extract, "events") == {"index_event": 1, "washout": 2}


def test_calendar_windows_leave_out_waiting_and_need_no_index_date(tmp_path: Path) -> None:
    plan = Plan(
        date=TODAY,
        before=Span(first=dt.date(2024, 1, 1), last=dt.date(2024, 12, 31)),
        after=Span(first=dt.date(2025, 1, 1), last=dt.date(2025, 12, 31)),
        indicators=(STAYS,),
    )
    persons = HEAD + "a;2025-01-10;2023-01-01;\nb;;2023-01-01;\n"
    events = "person_id;date;type\na;2025-01-05;innleggelse\nb;2025-01-05;innleggelse\n"

    extract = given(tmp_path, persons, events, plan)

    assert np.sort(extract.time[:, 1] * 365.25) == pytest.approx([355, 365])
    assert extract.amount["innleggelser"].sum(axis=0).tolist() == [0, 1]
    assert sorted(extract.wedge_month.tolist()) == [-1, 12]
    assert extract.monthly["innleggelser"].amount.sum() == 2


def test_excluded_spans_that_overlap_are_taken_out_once(tmp_path: Path) -> None:
    spans = (
        Span(first=dt.date(2024, 3, 1), last=dt.date(2024, 3, 20)),
        Span(first=dt.date(2024, 3, 11), last=dt.date(2024, 3, 31)),
    )
    plan = Plan(date=TODAY, length_months=12, excluded=spans, indicators=(STAYS,))
    events = "person_id;date;type\na;2024-03-15;innleggelse\na;2024-04-01;innleggelse\n"

    extract = given(tmp_path, PERSONS, events, plan)

    assert extract.time[:, 0] * 365.25 == pytest.approx([366 - 31] * 2)
    assert reasons(extract, "events") == {"excluded_span": 1}


def test_durations_shares_and_scores_come_with_what_they_need(tmp_path: Path) -> None:
    indicators = (
        Counted(id="ventetid", kind="duration", event_types=("henvist",)),
        Counted(id="innen_frist", kind="share_of_events", event_types=("henvist",), limit=10),
        Counted(id="noen", kind="share_of_persons", event_types=("henvist",)),
        Counted(id="score", kind="score", event_types=("skjema",)),
    )
    rows = [
        "a;2024-05-01;henvist;12", "a;2024-06-01;henvist;9,5", "b;2025-02-01;henvist;10",
        "a;2024-03-01;skjema;40", "a;2025-01-10;skjema;50", "a;2025-06-01;skjema;-0,5",
    ]  # fmt: skip
    plan = Plan(date=TODAY, length_months=12, indicators=indicators)

    extract = given(tmp_path, PERSONS, "person_id;date;type;quantity\n" + "\n".join(rows), plan)

    assert [v.tolist() for v in extract.durations["ventetid"].values] == [[9.5, 12.0], [10.0]]
    assert extract.amount["innen_frist"].sum(axis=0).tolist() == [1, 1]
    assert extract.events["innen_frist"].sum(axis=0).tolist() == [2, 1]
    assert extract.amount["noen"].sum(axis=0).tolist() == [1, 1]
    assert extract.events["noen"].sum(axis=0).tolist() == [2, 2]
    before, after = extract.scores["score"]
    assert np.nansum(before) == 50
    assert np.nansum(after) == -0.5


def test_blocks_of_any_size_give_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [f'a;2024-0{1 + n % 9}-01;"innleg""gelse{n % 3}\n;x";{n},5\n' for n in range(40)]
    types = tuple(f'innleg"gelse{n}\n;x' for n in range(2))
    plan = Plan(
        date=TODAY,
        length_months=12,
        indicators=(Counted(id="i", kind="amount", event_types=types),),
    )
    events = "person_id;date;type;quantity\n" + "".join(rows)

    whole = given(tmp_path, PERSONS, events, plan)
    monkeypatch.setattr(csv_text, "BLOCK_BYTES", 64)
    in_blocks = given(tmp_path, PERSONS, events, plan)

    assert whole.rows["events"] == 40
    assert reasons(whole, "events")["other_type"] == 13
    assert in_blocks.rejected == whole.rejected
    assert np.array_equal(in_blocks.amount["i"], whole.amount["i"])


def test_rows_with_other_numbers_of_fields_are_counted(tmp_path: Path) -> None:
    events = EVENTS + "a;2024-05-02\na;2024-05-03;innleggelse;1;for mye;igjen\n\na,2024,x,1\n"

    extract = given(tmp_path, PERSONS, events)

    assert extract.rows["events"] == 5
    assert reasons(extract, "events") == {"fields": 3}


def test_persons_are_rejected_by_the_first_reason(tmp_path: Path) -> None:
    head = "person_id;index_date;follow_up_start;follow_up_end;group\n"
    rows = [
        "ok;2025-01-10;2023-01-01;;KOLS",
        ";2025-01-10;2023-01-01;;KOLS",
        "to;2025-01-10;2023-01-01;;KOLS",
        "to;2025-01-11;2023-01-01;;KOLS",
        "lik;2025-01-10;2023-01-01;;KOLS",
        "lik;2025-01-10;2023-01-01;;KOLS",
        "c;2025-01-10;2023-01-01;2022-01-01;KOLS",
        "d;2025-01-10;2023-01-01;2024-01-01;KOLS",
        "e;2025-01-10;2023-01-01;;",
        "f;i fjor;2023-01-01;;KOLS",
        "g;2027-01-10;2023-01-01;;KOLS",
        "h;;2023-01-01;;KOLS",
        "i;2025-01-10;1023-01-01;;KOLS",
    ]

    extract = given(tmp_path, head + "\n".join(rows), EVENTS + "ok;2024-05-01;innleggelse;1\n")

    assert extract.persons == 2
    assert reasons(extract, "persons") == {
        "missing_id": 1, "duplicate_person": 1, "conflicting_person": 2, "end_before_start": 1,
        "index_outside": 1, "missing_group": 1, "unparseable_date": 1, "future_date": 1,
        "missing_date": 1, "implausible_date": 1,
    }  # fmt: skip
    assert reasons(extract, "events") == {"unknown_person": 2}


@pytest.mark.parametrize(
    ("quantity", "reason"),
    [
        ("nan", "unparseable_quantity"),
        ("inf", "unparseable_quantity"),
        ("9" * 400, "unparseable_quantity"),
        ("1.2.3", "unparseable_quantity"),
        ("", "missing_quantity"),
        ("-1", "negative_quantity"),
        ("1e9", "implausible_quantity"),
    ],
)
def test_a_quantity_that_is_none_is_a_counted_rejection(
    tmp_path: Path, quantity: str, reason: str
) -> None:
    events = "person_id;date;type;quantity\na;2024-05-01;innleggelse;2\n"

    extract = given(tmp_path, PERSONS, events + f"a;2024-05-02;innleggelse;{quantity}\n")

    assert extract.amount["liggedøgn"].sum() == 2
    assert reasons(extract, "events") == {reason: 1}


def test_thousands_apart_by_spaces_are_read(tmp_path: Path) -> None:
    events = "person_id;date;type;quantity\na;2024-05-01;innleggelse;1 234,5\n"

    extract = given(tmp_path, PERSONS, events)

    assert extract.amount["liggedøgn"].sum() == 1234.5


def test_decimal_commas_and_points_in_one_column_are_refused(tmp_path: Path) -> None:
    events = EVENTS + "a;2024-06-01;innleggelse;1.500\n"

    with pytest.raises(ExtractError) as error:
        given(tmp_path, PERSONS, events)

    assert error.value.kind == "extract.mixed_decimals"
    assert error.value.column == "quantity"
