"""Workbooks with single cells or parts changed in the file's own XML, as a user or a foe would."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from gevinst.loading.sheets import Book, place_of


def number(content: float) -> str:
    """Inside of a cell that holds a number."""
    return f"><v>{content!r}</v>"


def text(content: str) -> str:
    """Inside of a cell that holds a text of its own."""
    return f' t="inlineStr"><is><t xml:space="preserve">{escape(content)}</t></is>'


def formula(content: str, result: float) -> str:
    """Inside of a cell that holds a formula."""
    return f"><f>{escape(content)}</f><v>{result!r}</v>"


NOTHING = ">"


def where(content: bytes, name: str) -> tuple[str, str]:
    """Sheet and cell of a name."""
    place = place_of(Book(content, "").names[name])
    assert place is not None
    return place.sheet, place.cell


def filled_in(content: bytes, new: Mapping[str, str]) -> bytes:
    """The workbook with new insides in named cells."""
    return with_cells(content, {where(content, name): inside for name, inside in new.items()})


def with_cells(content: bytes, new: Mapping[tuple[str, str], str]) -> bytes:
    """The workbook with new insides in cells, by sheet and cell."""
    sheets = Book(content, "").sheets
    for (sheet, cell), inside in new.items():
        pattern = rf'<c r="{cell}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)'

        def change(part: str, pattern: str = pattern, inside: str = inside) -> str:
            done, count = re.subn(
                pattern,
                lambda m: f'<c r="{m[0].split(chr(34))[1]}"{m[1] or ""}{inside}</c>',
                part,
                count=1,
            )
            assert count == 1, pattern
            return done

        name = f"xl/worksheets/sheet{sheets.index(sheet) + 1}.xml"
        content = with_part(content, name, change)
    return content


def with_part(content: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The workbook with the text of one part changed."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            data = old.read(part)
            if part == name:
                data = change(data.decode("utf-8")).encode("utf-8")
            new.writestr(part, data)
    return target.getvalue()
