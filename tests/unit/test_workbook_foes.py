"""Workbooks made to take all time or memory: read in a process that has little of both."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from edited_workbooks import where, with_cells, with_part

import gevinst as gv
from gevinst.errors import ProjectError
from gevinst.loading.sheets import Book
from gevinst.loading.workbooks import project_of

pytest.importorskip("xlsxwriter")
pytest.importorskip("resource", reason="limits of a process are set by Unix only")

LITTLE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (40, 40))
import gevinst
try:
    gevinst.load(sys.argv[1])
except gevinst.errors.ProjectError as error:
    assert len(error.text("nb")) < 200_000
    print(*sorted({problem.kind for problem in error.problems}))
else:
    print("read")
"""
WORKBOOK, STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
PLAIN = "population.5546"

Change = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def content() -> bytes:
    """A sound workbook."""
    from gevinst.spreadsheet.writing import workbook_bytes

    return workbook_bytes(gv.example("nord-troms"))


def stored(content: bytes, sound: bytes) -> bytes:
    """The parts that are read, not compressed: else what repeats itself is refused for that."""
    target = BytesIO()
    wanted = {WORKBOOK, STRINGS, "xl/_rels/workbook.xml.rels"}
    wanted |= {sheet_part(sound, sheet) for sheet in ("Prosjekt", "Inndata", "Forutsetninger")}
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(wanted):
            new.writestr(name, old.read(name))
    return target.getvalue()


def sheet_part(content: bytes, sheet: str) -> str:
    """Part of a sheet."""
    return f"xl/worksheets/sheet{Book(content, '').sheets.index(sheet) + 1}.xml"


def with_text(content: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with a text of one part replaced, once."""

    def change(before: str) -> str:
        assert old in before
        return before.replace(old, new, 1)

    return with_part(content, part, change)


def with_rows(content: bytes, rows: str) -> bytes:
    """The workbook with more rows of fields."""
    wider = with_part(
        content,
        WORKBOOK,
        lambda t: re.sub(r'(name="prosjekt.felt">[^<]*?)\d+<', r"\g<1>1048576<", t),
    )
    return with_text(wider, sheet_part(content, "Prosjekt"), "</sheetData>", f"{rows}</sheetData>")


def endless_digits(content: bytes) -> bytes:
    """A number of two million digits that is none: its pattern must not be tried on it."""
    cell = where(content, PLAIN)
    return with_cells(content, {cell: f"><v>{'9' * 2_000_000}x</v>"})


def many_digits(content: bytes) -> bytes:
    """The same, short enough for a text."""
    return with_cells(content, {where(content, PLAIN): f"><v>{'9' * 200_000}x</v>"})


def endless_sheet_name(content: bytes) -> bytes:
    """A name that points to a sheet whose name never ends."""
    return with_text(content, WORKBOOK, f'name="{PLAIN}">', f'name="{PLAIN}">\'{"a" * 12_000_000}')


def shared_text(content: bytes) -> bytes:
    """One text of twelve megabytes that a thousand rows share."""
    more = with_text(content, STRINGS, "</sst>", f"<si><t>{'x' * 12_000_000}</t></si></sst>")
    with zipfile.ZipFile(BytesIO(more)) as archive:
        last = archive.read(STRINGS).count(b"<si>") - 1
    rows = (f'<row r="{r}"><c r="A{r}" t="s"><v>{last}</v></c></row>' for r in range(2000, 3000))
    return with_rows(more, "".join(rows))


def shared_text_of_a_cell(content: bytes) -> bytes:
    """As long as a text of a cell may be: every row is wrong, and quotes it."""
    more = with_text(content, STRINGS, "</sst>", f"<si><t>{'x' * 32_767}</t></si></sst>")
    with zipfile.ZipFile(BytesIO(more)) as archive:
        last = archive.read(STRINGS).count(b"<si>") - 1
    rows = (
        f'<row r="{r}"><c r="A{r}" t="s"><v>{last}</v></c><c r="B{r}" t="s"><v>{last}</v></c></row>'
        for r in range(2000, 22_000)
    )
    return with_rows(more, "".join(rows))


def unknown_fields(content: bytes) -> bytes:
    """Twenty thousand fields that there are not."""
    rows = (
        f'<row r="{r}"><c r="A{r}" t="inlineStr"><is><t>horizon.year{r}</t></is></c>'
        f'<c r="B{r}" t="inlineStr"><is><t>tall</t></is></c><c r="C{r}"><v>1</v></c></row>'
        for r in range(2000, 22_000)
    )
    return with_rows(content, "".join(rows))


def deep(content: bytes) -> bytes:
    """Elements in elements, a million deep, and closed again."""
    nested = "<a>" * 1_000_000 + "</a>" * 1_000_000
    return with_text(
        content, sheet_part(content, "Prosjekt"), "</sheetData>", f"{nested}</sheetData>"
    )


def absurd_dimension(content: bytes) -> bytes:
    """A sheet that says it fills all rows and columns; what it says is not asked for."""
    part, whole = sheet_part(content, "Prosjekt"), '<dimension ref="A1:XFD1048576"'
    return with_part(content, part, lambda t: re.sub(r'<dimension ref="[^"]*"', whole, t))


def doubled_names(content: bytes) -> bytes:
    """A hundred thousand names, and ours again with another place: outside the workbook."""
    names = "".join(f'<definedName name="n{n}">Inndata!$A$1</definedName>' for n in range(100_000))
    again = f"<definedName name=\"{PLAIN}\">'[9]other.xlsx'!$A$1</definedName>"
    return with_text(content, WORKBOOK, "</definedNames>", f"{names}{again}</definedNames>")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (endless_digits, "workbook.too_large"),
        (many_digits, "cell.not_number"),
        (endless_sheet_name, "cell.no_name"),
        (shared_text, "workbook.too_large"),
        (shared_text_of_a_cell, "key.unknown"),
        (unknown_fields, "key.unknown"),
        (deep, "read"),
        (absurd_dimension, "read"),
        (doubled_names, "cell.no_name"),
    ],
)
def test_a_foe_is_told_in_a_process_that_has_little(
    change: Change, told: str, content: bytes, tmp_path: Path
) -> None:
    """One and a half gigabytes of addresses and forty seconds, the import and all."""
    path = tmp_path / "model.xlsx"
    path.write_bytes(stored(change(content), content))

    done = subprocess.run(
        [sys.executable, "-c", LITTLE, str(path)], check=False, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert told in done.stdout.split()


def test_half_a_character_is_not_made(content: bytes) -> None:
    """``_xD800_`` stays as it stands: a text with half a character could not be written."""
    project = project_of(with_text(content, STRINGS, "Kols", "K_xD800_ls"), "model.xlsx")

    assert "K_xD800_ls" in {group.name for group in project.groups}


def test_an_encrypted_part_is_refused(content: bytes) -> None:
    """The archive says that it is encrypted: nobody is asked for a password."""
    flagged = bytearray(content)
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = flagged.find(mark)
        while at >= 0:
            flagged[at + flags] |= 1
            at = flagged.find(mark, at + 4)

    with pytest.raises(ProjectError) as caught:
        project_of(bytes(flagged), "model.xlsx")

    assert [p.kind for p in caught.value.problems] == ["workbook.not_workbook"]
