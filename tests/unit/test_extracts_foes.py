"""Files made to mislead, damaged or wrong: our error or a counted rejection, and no secret."""

import copy
import datetime as dt
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("polars")

import polars as pl

from gevinst.extracts import ExtractError, read
from gevinst.extracts.plan import Counted, Plan

PLAN = Plan(
    date=dt.date(2026, 10, 1),
    length_months=12,
    indicators=(Counted(id="liggedøgn", kind="amount", event_types=("innleggelse",)),),
)
SECRET = "person4711"  # noqa: S105  an id, which no error may show
PERSONS = (
    "person_id;index_date;follow_up_start;follow_up_end\n" + f"{SECRET};2025-01-10;2023-01-01;\n"
)
HEADING = "person_id;date;type;quantity"
EVENTS = f"{HEADING}\n{SECRET};2024-05-01;innleggelse;2\n"


def refused(folder: Path, persons: bytes, events: bytes, suffix: str = ".csv") -> ExtractError:
    """The error that two files give, checked to tell no secret."""
    paths = folder / "personer.csv", folder / f"hendelser{suffix}"
    for path, content in zip(paths, (persons, events), strict=True):
        path.write_bytes(content)
    with pytest.raises(ExtractError) as caught:
        read(*paths, PLAN)
    error = caught.value
    for text in (str(error), error.text("nb"), repr(error), repr(error.facts)):
        assert SECRET not in text
        assert "4711" not in text
    assert error.__cause__ is None
    assert error.__suppress_context__ or error.__context__ is None
    assert str(pickle.loads(pickle.dumps(error))) == str(copy.copy(error)) == str(error)  # noqa: S301
    return error


@pytest.mark.parametrize(
    ("events", "kind"),
    [
        (b"", "extract.empty"),
        (b"\n\n \n", "extract.empty"),
        (b"person_id;date;type;quantity\n", "extract.empty"),
        (b"person_id;date;type\n" + b"a;2024-05-01;x\n", "extract.missing_column"),
        (EVENTS.splitlines()[-1].encode(), "extract.missing_column"),
        (b"person_id;date;type;quantity;date\n", "extract.duplicate_column"),
        (EVENTS.encode() + b"a;\0;b;c\n", "extract.nul"),
        (EVENTS.encode("utf-16"), "extract.encoding"),
        (EVENTS.encode() + b"\x81;;;\n", "extract.encoding"),
        (EVENTS.encode() + b'x;"2024-05-01;innleggelse;2\n', "extract.unclosed_quote"),
        (EVENTS.encode() + b'x;"2024-05-01;innleggelse;2\n' * 3, "extract.damaged"),
        (EVENTS.encode() + b"x" * 1_500_000, "extract.long_line"),
        (b"x" * 1_500_000, "extract.long_line"),
        (b";".join(b"c%d" % n for n in range(2000)) + b"\n1\n", "extract.too_many_columns"),
        (EVENTS.replace(SECRET, "ukjent").encode(), "extract.none_usable"),
        (EVENTS.replace("2024-05-01", "1.1.1700").encode(), "extract.none_usable"),
        (EVENTS.replace(";2\n", ";1e8\n").encode()
         + b"".join(b"%s;2024-05-01;innleggelse;99999999.%d\n" % (SECRET.encode(), n)
                    for n in range(100)), "extract.total_too_large"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_is_refused(tmp_path: Path, events: bytes, kind: str) -> None:
    error = refused(tmp_path, PERSONS.encode(), events)

    assert error.kind == kind
    assert "Hendelsestabellen" in error.text("nb")
    assert "hendelser.csv" in error.text("nb")


def test_national_identity_numbers_are_refused(tmp_path: Path) -> None:
    # Made up: the check digits fit, the dates of birth are in 2077.
    numbers = [n for n in range(1_017_750_000, 1_017_760_000) if _fits(f"{n:011d}")][:20]
    head = PERSONS.splitlines()[0] + "\n"
    rows = "".join(f"{n:011d};2025-01-10;2023-01-01;\n" for n in numbers)

    error = refused(tmp_path, (head + rows).encode(), EVENTS.encode())

    assert error.kind == "extract.national_id"
    assert not any(f"{n:011d}" in str(error) for n in numbers)


def _fits(number: str) -> bool:
    digits = [int(d) for d in number]
    weights = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
    return all(sum(w * d for w, d in zip(row, digits, strict=False)) % 11 == 0 for row in weights)


@pytest.mark.parametrize("given_", [3, None, [1, 2], b"abc"])
def test_what_is_no_table_is_refused(given_: object) -> None:
    with pytest.raises(ExtractError) as error:
        read(given_, given_, PLAN)  # type: ignore[arg-type]

    assert error.value.kind == "extract.not_table"


def test_paths_that_lead_to_no_file_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "mappe.csv"
    folder.mkdir()
    kinds = {
        tmp_path / "finnes-ikke.csv": "extract.missing",
        folder: "extract.unreadable",
        tmp_path / "tabell.pdf": "extract.suffix",
        "nul\0l.csv": "extract.missing",
    }

    for path, kind in kinds.items():
        with pytest.raises(ExtractError) as error:
            read(path, path, PLAN)
        assert error.value.kind == kind


def test_a_constant_repeated_a_billion_times_is_not_read(tmp_path: Path) -> None:
    rows = 3_000_000
    table = pl.select(
        person_id=pl.repeat(SECRET, rows), date=pl.repeat("2024-05-01", rows),
        type=pl.repeat("innleggelse", rows), quantity=pl.repeat(1.0, rows),
    )  # fmt: skip
    table.write_parquet(tmp_path / "h.parquet", compression="zstd")
    content = (tmp_path / "h.parquet").read_bytes()

    error = refused(tmp_path, PERSONS.encode(), content, ".parquet")

    assert len(content) < 100_000
    assert error.kind == "extract.too_large"


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_parquet_file_is_refused_or_read(tmp_path: Path, seed: int) -> None:
    rng = np.random.default_rng(seed)
    table = pl.DataFrame({n: [f"{n}{i}" for i in range(50)] for n in HEADING.split(";")})
    table.write_parquet(tmp_path / "h.parquet")
    content = bytearray((tmp_path / "h.parquet").read_bytes())
    for place in rng.integers(4, len(content), int(rng.integers(1, 20))):
        content[place] = rng.integers(256)
    if seed % 3 == 0:
        content = content[: int(rng.integers(len(content)))]

    refused(tmp_path, PERSONS.encode(), bytes(content), ".parquet")


def sheet_with(path: Path, sheet: bytes) -> None:
    """A workbook with this content of its first sheet."""
    pd.DataFrame({"a": [1]}).to_excel(path.with_name("plain.xlsx"), index=False)
    with (
        zipfile.ZipFile(path.with_name("plain.xlsx")) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            is_sheet = part == "xl/worksheets/sheet1.xml"
            new.writestr(part, sheet if is_sheet else old.read(part))


HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
CELLS = b"".join(
    b'<c r="%s1" t="inlineStr"><is><t>%s</t></is></c>' % (letter, name)
    for letter, name in zip((b"A", b"B", b"C", b"D"), HEADING.encode().split(b";"), strict=True)
)


@pytest.mark.parametrize(
    "sheet",
    [
        HEAD + b'<sheetData><row r="1">' + b"<c/>" * 3_000_000 + b"</row></sheetData></worksheet>",
        HEAD + b'<sheetData><row r="1">' + CELLS + b'</row><row r="1999999999"><c r="A1999999999">'
        b"<v>1</v></c></row></sheetData></worksheet>",
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + HEAD + b"<sheetData/></worksheet>",
        HEAD + b"<sheetData><row",
        b"",
    ],
)
def test_a_workbook_made_to_mislead_is_refused(tmp_path: Path, sheet: bytes) -> None:
    sheet_with(tmp_path / "felle.xlsx", sheet)

    error = refused(tmp_path, PERSONS.encode(), (tmp_path / "felle.xlsx").read_bytes(), ".xlsx")

    assert error.kind in {"extract.too_large", "extract.damaged", "extract.empty"}


def test_a_sheet_that_lies_about_its_size_is_read_as_it_is(tmp_path: Path) -> None:
    row = (
        f'<row r="2"><c r="A2" t="inlineStr"><is><t>{SECRET}</t></is></c><c r="B2" t="inlineStr">'
        '<is><t>2024-05-01</t></is></c><c r="C2" t="inlineStr"><is><t>innleggelse</t></is></c>'
        '<c r="D2"><v>2.5</v></c></row>'
    )
    sheet = HEAD + b'<dimension ref="A1:XFD1048576"/><sheetData><row r="1">' + CELLS + b"</row>"
    sheet_with(tmp_path / "h.xlsx", sheet + row.encode() + b"</sheetData></worksheet>")
    (tmp_path / "p.csv").write_text(PERSONS)

    extract = read(tmp_path / "p.csv", tmp_path / "h.xlsx", PLAN)

    assert extract.rows["events"] == 1
    assert extract.amount["liggedøgn"].sum() == 2.5


def test_a_municipality_column_that_is_no_such_thing_is_refused(tmp_path: Path) -> None:
    head = "person_id;index_date;follow_up_start;follow_up_end;kommune\n"
    rows = "".join(f"{n};2025-01-10;2023-01-01;;hemmelig-{n}\n" for n in range(600))

    error = refused(tmp_path, (head + rows).encode(), EVENTS.encode())

    assert error.kind == "extract.too_many_labels"
    assert error.column == "municipality"
    assert "hemmelig" not in str(error)


def test_nothing_is_written_and_no_id_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "p.csv").write_text(PERSONS)
    (tmp_path / "h.csv").write_text(EVENTS)
    monkeypatch.chdir(tmp_path)

    extract = read(tmp_path / "p.csv", tmp_path / "h.csv", PLAN)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["h.csv", "p.csv"]
    assert SECRET not in repr(extract)
    assert SECRET.encode() not in pickle.dumps(extract)


PIECES = st.sampled_from(
    [SECRET, "2024-05-01", "31.12.2025", "9999-99-99", "innleggelse", "1,5", "-1", "1e999", "NaN",
     "9" * 60, '"', '""', "'", ";", ",", "\t", "\n", "\r\n", "\r", " ", "æ", "\ufeff", "=1+1",
     "person_id", "date;type", f"{HEADING}\n", f"{SECRET};2024-05-01;innleggelse;2\n"]
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=40).map("".join),
    st.sampled_from(("", "person_id;date;type;quantity\n")),
)
def test_any_text_gives_our_error_or_accounts_for_every_row(
    tmp_path_factory: pytest.TempPathFactory, body: str, heading: str
) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / "p.csv").write_text(PERSONS)
    (folder / "h.csv").write_bytes((heading + body).encode())

    try:
        extract = read(folder / "p.csv", folder / "h.csv", PLAN)
    except ExtractError as error:
        told = error.text("nb") + str(error) + repr(error.facts)
    else:
        told = repr(extract)
    assert SECRET not in told
    if not told.startswith("Extract("):
        return

    rejected = sum(r.rows for r in extract.rejected if r.table == "events")
    assert extract.rows["events"] == extract.used["events"] + rejected
    assert np.isfinite(extract.amount["liggedøgn"]).all()


@given(st.binary(max_size=300))
def test_any_bytes_give_our_error(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / "p.csv").write_text(PERSONS)
    for name in ("h.csv", "h.parquet", "h.xlsx"):
        (folder / name).write_bytes(body)

        with pytest.raises(ExtractError):
            read(folder / "p.csv", folder / name, PLAN)
