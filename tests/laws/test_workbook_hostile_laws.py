"""Workbooks that are broken in any way are read or refused: never another error, never for long.

The parts of our own workbook that are read back are changed at random: bytes, attributes, texts,
elements, whole parts, and the archive around them.
"""

import functools
import io
import re
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

import gevinst as gv
from gevinst.errors import ProjectError
from gevinst.loading.sheets import Book
from gevinst.loading.workbooks import project_of
from gevinst.schema import Project

pytest.importorskip("xlsxwriter")

Parts = dict[str, bytes]

FILE = "model.xlsx"
PATIENCE = 20.0
"""Seconds of processor time, a hundred times what a sound workbook takes."""

READ = ("Prosjekt", "Inndata", "Forutsetninger")
INDEX = ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
ATTRIBUTE = re.compile(rb'="[^"<]*"')
TEXT = re.compile(rb">[^<]+<")
ELEMENT = re.compile(
    rb"<(c|row|si|t|v|f|sheet|definedName|Relationship)\b[^>]*?(/>|>.*?</\1>)", re.DOTALL
)
NASTY = (
    b"", b" ", b"0", b"-1", b"1e308", b"1e999", b"nan", b"-0.0", b"99999999999999999999", b"A0",
    b"A1", b"ZZZ9", b"XFD1048576", b"XFD1048577", b"$A$1:$XFD$1048576", b"Prosjekt!$A$1:$A$1048576",
    b"Prosjekt!$A$6:$A$2", b"#REF!", b"[1]Prosjekt!$A$1", b"'Pro''sjekt'!$A$1", b"s", b"str", b"d",
    b"b", b"e", b"inlineStr", b"_xD800_", b"_x0000_", b"&#55296;", b"&#0;", b"&amp;", b"&x;",
    b"../", b"/etc/passwd", b"http://127.0.0.1:9/", b"External", b"2027-13-45", b"0000-00-00",
    b"true", b"partners[0]", b"partners[99999999999].name", b"partners[-1].name", b"a.b.c.d",
    b"[[groups]]", b"groups[0].groups[0]", b"__class__", b"=1+1", b"\xc3\xa6", b"\xff", b"\x00",
    b"x" * 40_000, b"9" * 5_000,
)  # fmt: skip
"""What someone might put where something else belongs."""


@functools.cache
def sound() -> tuple[tuple[str, bytes], ...]:
    """The parts of a workbook that are read back, by name."""
    path = io.BytesIO(_workbook())
    with zipfile.ZipFile(path) as archive:
        book = Book(path.getvalue(), FILE)
        sheets = [f"xl/worksheets/sheet{book.sheets.index(name) + 1}.xml" for name in READ]
        names = [n for n in (*INDEX, "xl/sharedStrings.xml", *sheets) if n in archive.namelist()]
        return tuple((name, archive.read(name)) for name in names)


def _workbook() -> bytes:
    from gevinst.spreadsheet.writing import workbook_bytes

    return workbook_bytes(gv.example("nord-troms"))


def packed(parts: Parts) -> bytes:
    """The parts as a workbook file, not compressed, so that single bytes of it can be changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()


def put(data: bytes, where: tuple[int, int], what: bytes) -> bytes:
    """The data with something else in one place."""
    return data[: where[0]] + what + data[where[1] :]


def changed_bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """Some bytes are others."""
    new = bytearray(data)
    for _ in range(draw(st.integers(1, 12))):
        new[draw(st.integers(0, len(new) - 1))] = draw(st.integers(0, 255))
    return bytes(new)


def replaced(pattern: re.Pattern[bytes]) -> Callable[[st.DrawFn, bytes], bytes]:
    """Something nasty stands in a few places of a kind."""

    def change(draw: st.DrawFn, data: bytes) -> bytes:
        for _ in range(draw(st.integers(1, 4))):
            places = [match.span() for match in pattern.finditer(data)]
            if not places:
                return data
            begin, end = draw(st.sampled_from(places))
            keep = 2 if pattern is ATTRIBUTE else 1
            data = put(data, (begin + keep, end - 1), draw(st.sampled_from(NASTY)))
        return data

    return change


def moved_elements(draw: st.DrawFn, data: bytes) -> bytes:
    """Elements are gone, doubled, nested in each other or swapped."""
    for _ in range(draw(st.integers(1, 4))):
        places = [match.span() for match in ELEMENT.finditer(data)]
        if not places:
            return data
        one, other = (draw(st.sampled_from(places)) for _ in range(2))
        piece = data[other[0] : other[1]]
        inside = data.find(b">", one[0]) + 1
        what = draw(st.sampled_from(("gone", "doubled", "nested", "instead")))
        match what:
            case "gone":
                data = put(data, one, b"")
            case "doubled":
                data = put(data, one, data[one[0] : one[1]] * draw(st.integers(2, 50)))
            case "nested":
                data = put(data, (inside, inside), piece)
            case _:
                data = put(data, one, piece)
    return data


CHANGES: dict[str, Callable[[st.DrawFn, bytes], bytes]] = {
    "bytes": changed_bytes,
    "attributes": replaced(ATTRIBUTE),
    "texts": replaced(TEXT),
    "elements": moved_elements,
}


@st.composite
def broken_workbooks(draw: st.DrawFn) -> bytes:
    """Our own workbook, broken."""
    parts = dict(sound())
    kinds = draw(
        st.lists(st.sampled_from((*CHANGES, "removed", "swapped")), min_size=1, max_size=3)
    )
    for kind in kinds:
        name, other = (draw(st.sampled_from(sorted(parts))) for _ in range(2))
        event(kind)
        if kind == "removed":
            del parts[name]
        elif kind == "swapped":
            parts[name], parts[other] = parts[other], parts[name]
        else:
            parts[name] = CHANGES[kind](draw, parts[name])
        if not parts:
            break
    return packed(parts)


def outcome_of(data: bytes) -> Project | ProjectError:
    """What becomes of a workbook: a project, or an error that can be told, in bounded time."""
    begun = time.process_time()
    result: Project | ProjectError
    try:
        result = project_of(data, FILE)
    except ProjectError as error:
        result = error
    assert time.process_time() - begun < PATIENCE
    if isinstance(result, ProjectError):
        assert FILE in result.text("nb")
        assert result.text("nb") != result.text("en")
        assert all(p.sheet for p in result.problems if p.cell)
    return result


@given(broken_workbooks())
def test_a_broken_workbook_is_read_or_refused(data: bytes) -> None:
    """Whatever stands in its parts."""
    event(type(outcome_of(data)).__name__)


@given(st.data())
def test_a_broken_archive_is_read_or_refused(data: st.DataObject) -> None:
    """Cut short, or with other bytes in what says where the parts are."""
    content = packed(dict(sound()))
    near_the_end = st.integers(max(0, len(content) - 800), len(content) - 1)
    anywhere = st.integers(0, len(content) - 1)
    broken = bytearray(content)
    for at in data.draw(st.lists(st.one_of(near_the_end, anywhere), max_size=12)):
        broken[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.just(len(content)), near_the_end, anywhere))
    event(type(outcome_of(bytes(broken[:cut]))).__name__)


def test_the_parts_that_are_broken_make_the_project() -> None:
    """Unbroken, they are the whole of what is read."""
    assert outcome_of(packed(dict(sound()))) == gv.example("nord-troms")
