"""Separated text: semicolon, comma or tab; UTF-8 or Windows-1252; read in blocks of whole rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import polars as pl

from gevinst.extracts.tables import MOST_COLUMNS, Block, Place
from gevinst.extracts.text_structure import end_of_rows, is_regular, whole_rows

BLOCK_BYTES = 1 << 24
LONGEST_ROW = 1_000_000
_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_FEW_COLUMNS = 12
"""Up to so many columns all are parsed, and the parser itself refuses a row that is too long."""


class CsvText:
    """A file of separated text.

    Raises
    ------
    ExtractError
        It is empty, holds zero bytes, mixes encodings, or has a row without end.
    """

    def __init__(self, path: Path, place: Place) -> None:
        self.place = place
        self._path = path
        self._encodings: set[str] = set()
        with path.open("rb") as stream:
            head = stream.read(LONGEST_ROW)
        if head.startswith(_WIDE_BOMS):
            place.refuse("extract.encoding")
        if b"\0" in head:
            place.refuse("extract.nul")
        head = _unix(head.removeprefix(_BOM)).lstrip(b"\n")
        if not head.strip():
            place.refuse("extract.empty")
        line, found, _ = head.partition(b"\n")
        if not found and len(head) >= LONGEST_ROW - len(_BOM):
            place.refuse("extract.long_line", line=0, allowed=LONGEST_ROW)
        heading = self._utf8(line).decode("utf-8")
        self.separator = max(";,\t", key=heading.count)
        self.columns = _fields(heading, self.separator)
        if len(self.columns) > MOST_COLUMNS:
            place.refuse("extract.too_many_columns", found=len(self.columns), allowed=MOST_COLUMNS)

    def blocks(self, wanted: Mapping[str, int]) -> Iterator[Block]:
        """Yield the rows below the heading."""
        with self._path.open("rb") as stream:
            for text in self._texts(stream):
                yield self._block(text, wanted)

    def _texts(self, stream: BinaryIO) -> Iterator[bytes]:
        """Yield UTF-8 text of whole rows, the heading left out."""
        rest, is_first = b"", True
        while True:
            piece = stream.read(BLOCK_BYTES)
            if is_first:
                piece = piece.removeprefix(_BOM)
            if b"\0" in piece:
                self.place.refuse("extract.nul")
            if piece.endswith(b"\r"):
                piece += stream.read(1)
            text = rest + _unix(piece)
            if not piece and text and not text.endswith(b"\n"):
                text += b"\n"
            end = end_of_rows(text)
            rest = text[end:]
            if rest and (not piece or len(rest) > LONGEST_ROW):
                kind = "extract.unclosed_quote" if b'"' in rest else "extract.long_line"
                line = self._lines_until(stream.tell() - len(rest))
                self.place.refuse(kind, line=line, allowed=LONGEST_ROW)
            rows = text[:end]
            if is_first and rows.strip(b"\n"):
                blank = len(rows) - len(rows.lstrip(b"\n"))
                rows, is_first = rows[rows.index(b"\n", blank) + 1 :], False
            if rows:
                yield self._utf8(rows)
            if not piece:
                return

    def _lines_until(self, size: int) -> int:
        """Lines that end in the first bytes of the file."""
        lines = 0
        with self._path.open("rb") as stream:
            while size > 0 and (piece := stream.read(min(BLOCK_BYTES, size))):
                lines += piece.count(b"\n")
                size -= len(piece)
        return lines

    def _utf8(self, text: bytes) -> bytes:
        """Text in UTF-8, whichever of the two encodings it is in."""
        if text.isascii():
            return text
        try:
            text.decode("utf-8")
            self._encodings.add("utf-8")
        except UnicodeDecodeError:
            self._encodings.add("cp1252")
        if len(self._encodings) > 1:
            self.place.refuse("extract.encoding")
        if "utf-8" in self._encodings:
            return text
        try:
            return text.decode("cp1252").encode()
        except UnicodeDecodeError:
            self.place.refuse("extract.encoding")

    def _block(self, text: bytes, wanted: Mapping[str, int]) -> Block:
        fields = len(self.columns)
        if fields <= _FEW_COLUMNS and is_regular(text, self.separator, fields):
            try:
                frame = self._parsed(text, None)
            except pl.exceptions.PolarsError:
                pass  # a row too long beside one too short: told apart below
            else:
                return Block(frame.select(_renamed(wanted)))
        rows = whole_rows(text, self.separator, fields)
        if not rows.whole:
            return Block(pl.DataFrame(schema=dict.fromkeys(wanted, pl.String)), rows.malformed)
        try:
            frame = self._parsed(rows.text, sorted(set(wanted.values())))
        except pl.exceptions.PolarsError:
            self.place.refuse("extract.damaged")
        if frame.height != rows.whole:
            self.place.refuse("extract.damaged")
        return Block(frame.select(_renamed(wanted)), rows.malformed)

    def _parsed(self, text: bytes, columns: list[int] | None) -> pl.DataFrame:
        schema = {f"{number}": pl.String for number in range(len(self.columns))}
        return pl.read_csv(
            text,
            has_header=False,
            schema=schema,
            columns=columns,
            separator=self.separator,
            quote_char='"' if b'"' in text else None,
        )


def _renamed(wanted: Mapping[str, int]) -> list[pl.Expr]:
    return [pl.col(f"{position}").alias(name) for name, position in wanted.items()]


def _unix(text: bytes) -> bytes:
    if b"\r" not in text:
        return text
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _fields(heading: str, separator: str) -> list[str]:
    try:
        rows = list(csv.reader([heading], delimiter=separator))
    except csv.Error:
        return [heading]
    return rows[0] if rows else []
