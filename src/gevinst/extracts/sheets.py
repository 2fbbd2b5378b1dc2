"""The first sheet of a workbook, read within limits that do not depend on what it claims."""

from __future__ import annotations

import datetime as dt
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import polars as pl

from gevinst.extracts.refusals import missing_package
from gevinst.extracts.tables import Block, Place

MOST_ROWS = 1_048_576
"""Rows of a sheet, which spreadsheet programs allow."""

MOST_COLUMNS = 100
MOST_FILE_BYTES = 100_000_000
MOST_UNPACKED = 1_500_000_000
SURELY_SMALL = 4_000_000
MOST_RATIO = 250
"""Plain sheets are packed some 10 to 40 times; a bomb up to 1,000 times."""

ROWS_AT_A_TIME = 50_000
_CHUNK = 1 << 20
_LONGEST_MARK = 300
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
_FAR_ROW = re.compile(rb'<(?:\w+:)?row[^>]{0,200}?\sr="\d{8,}"')
"""A row numbered beyond what a sheet can have: all before it would be made, empty."""

_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError,
    KeyError, TypeError, AttributeError, IndexError, OverflowError, ParseError, LookupError,
)  # fmt: skip
"""What openpyxl and the standard library raise on files that are damaged or made to mislead."""


class Sheet:
    """The first sheet of a workbook; the first row that is not empty is its heading.

    Raises
    ------
    ExtractError
        It is no workbook, is damaged, or unpacks to more than a workbook of its size can.
    """

    def __init__(self, path: Path, place: Place) -> None:
        self.place = place
        _check_packing(path, place)
        try:
            from openpyxl import load_workbook
        except ImportError:
            raise missing_package("openpyxl") from None
        try:
            content = io.BytesIO(path.read_bytes())
            book = load_workbook(content, read_only=True, data_only=True, keep_links=False)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            rows = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)
            self._rows = _within(rows, place)
            heading = next((row for row in self._rows if not _is_empty(row)), ())
        except _BROKEN:
            place.refuse("extract.damaged")
        while heading and heading[-1] is None:
            heading = heading[:-1]
        if not heading:
            place.refuse("extract.empty")
        self.columns = ["" if name is None else str(name) for name in heading]

    def blocks(self, wanted: Mapping[str, int]) -> Iterator[Block]:
        """Yield the rows below the heading; empty ones are none."""
        positions = tuple(wanted.values())
        while True:
            try:
                part = list(islice(self._rows, ROWS_AT_A_TIME))
            except _BROKEN:
                self.place.refuse("extract.damaged")
            if not part:
                return
            present = [row for row in part if not _is_empty(row)]
            cells = [[_text(row, position) for row in present] for position in positions]
            columns = zip(wanted, cells, strict=True)
            yield Block(pl.DataFrame({n: pl.Series(c, dtype=pl.String) for n, c in columns}))


def _is_empty(row: Sequence[Any]) -> bool:
    return row.count(None) == len(row)


def _within(rows: Iterator[Sequence[Any]], place: Place) -> Iterator[Sequence[Any]]:
    for number, row in enumerate(rows):
        if number > MOST_ROWS:
            place.refuse("extract.too_large", allowed=MOST_ROWS)
        yield row


def _text(row: Sequence[Any], position: int) -> str | None:
    value = row[position] if position < len(row) else None
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _check_packing(path: Path, place: Place) -> None:
    """Unpack every part once, and refuse what grows too much or defines entities."""
    if path.stat().st_size > MOST_FILE_BYTES:
        place.refuse("extract.too_large")
    total = 0
    try:
        with zipfile.ZipFile(path) as archive:
            for part in archive.infolist():
                most = max(SURELY_SMALL, part.compress_size * MOST_RATIO)
                size, tail = 0, b""
                with archive.open(part) as stream:
                    while piece := stream.read(_CHUNK):
                        size += len(piece)
                        total += len(piece)
                        if size > most or total > MOST_UNPACKED:
                            place.refuse("extract.too_large")
                        seen = tail + piece
                        if any(mark in seen for mark in _FORBIDDEN):
                            place.refuse("extract.damaged")
                        if _FAR_ROW.search(seen):
                            place.refuse("extract.too_large", allowed=MOST_ROWS)
                        tail = piece[-_LONGEST_MARK:]
    except _BROKEN:
        place.refuse("extract.damaged")
