"""A workbook file as a package of parts, opened without trusting it.

Nothing is written, no link is followed and no entity is expanded. What a part holds is read as a
stream within limits, whatever the file says of its size.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn
from xml.parsers import expat

from gevinst.errors import Problem, ProjectError

MOST_PARTS = 2_000
MOST_PART_BYTES = 30_000_000
MOST_TOTAL_BYTES = 80_000_000
SURELY_SMALL = 1_000_000
"""Bytes that no ratio of compression is asked of."""

MOST_RATIO = 250
"""Plain sheets are packed some 10 to 40 times; a bomb up to 1,000 times."""

MOST_ELEMENTS = 3_000_000
_CHUNK = 1 << 16
_READABLE = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError,
    OverflowError,
)  # fmt: skip
"""What the standard library raises on archives that are cut short or made to mislead."""


Attributes = dict[str, str]


@dataclass(slots=True)
class Handlers:
    """What is done with a part's elements, by their names without prefix."""

    start: Callable[[str, Attributes], None]
    end: Callable[[str], None] = lambda _name: None
    text: Callable[[str], None] = lambda _text: None


class Package:
    """Parts of a workbook file.

    Parameters
    ----------
    data : bytes
        Content of the file.
    file : str
        What errors call it.

    Raises
    ------
    ProjectError
        It is no workbook, or is larger than a workbook of ours can be.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self._total = 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            parts = self._archive.infolist()
        except _UNREADABLE:
            self.refuse("workbook.not_workbook")
        names = {part.filename for part in parts}
        if len(parts) > MOST_PARTS or len(names) != len(parts):
            self.refuse("workbook.too_large")
        if "xl/workbook.xml" not in names:
            self.refuse("workbook.not_workbook")
        self._parts = {part.filename: part for part in parts}

    def refuse(self, kind: str, **facts: object) -> NoReturn:
        """Raise an error about the file as a whole."""
        raise ProjectError([Problem(kind, "", self.file, None, facts)], self.file) from None

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str, handlers: Handlers) -> None:
        """Read a part element by element."""
        count = 0

        def start(tag: str, attributes: Attributes) -> None:
            nonlocal count
            count += 1
            if count > MOST_ELEMENTS:
                self.refuse("workbook.too_large")
            handlers.start(tag.rpartition(":")[2], attributes)

        def doctype(*_: object) -> None:
            self.refuse("workbook.doctype")

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = lambda tag: handlers.end(tag.rpartition(":")[2])
        parser.CharacterDataHandler = handlers.text
        parser.StartDoctypeDeclHandler = doctype
        try:
            parser.Parse(self._bytes(name), True)  # noqa: FBT003  expat takes no keywords
        except (expat.ExpatError, LookupError, UnicodeError):
            self.refuse("workbook.damaged", part=name)

    def _bytes(self, name: str) -> bytes:
        """A part unpacked, within limits that do not depend on what the file says of it."""
        part = self._parts.get(name)
        if part is None:
            self.refuse("workbook.damaged", part=name)
        if part.compress_type not in _READABLE or part.flag_bits & _ENCRYPTED:
            self.refuse("workbook.not_workbook")
        most = max(SURELY_SMALL, part.compress_size * MOST_RATIO)
        most = min(most, MOST_PART_BYTES, MOST_TOTAL_BYTES - self._total)
        pieces, size = [], 0
        try:
            with self._archive.open(part) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    if size > most:
                        self.refuse("workbook.too_large")
                    pieces.append(piece)
        except _UNREADABLE:
            self.refuse("workbook.damaged", part=name)
        self._total += size
        return b"".join(pieces)
