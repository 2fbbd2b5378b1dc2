"""Sheets, names and cells of a workbook, read from its parts."""

from __future__ import annotations

import math
import posixpath
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from gevinst.loading.package import Attributes, Handlers, Package

MOST_SHEETS = 300
MOST_NAMES = 200_000
MOST_CELLS = 400_000
MOST_STRINGS = 1_000_000
MOST_COLUMNS, MOST_ROWS = 16_384, 1_048_576
LONGEST_TEXT = 7 * 32_767
"""Characters of a cell as they are written: spreadsheet programs allow 32,767, escaped or not."""

LONGEST_NUMBER = LONGEST_PLACE = 400
"""More is neither a number nor a name's cell; patterns are not tried on it."""

_LETTERS = 26

Kind = Literal["number", "text", "truth", "date", "error", "empty"]
Position = tuple[int, int]

_PLACE = re.compile(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!"
    r"\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[0-9]{1,7})"
    r"(?::\$?(?P<last_column>[A-Z]{1,3})\$?(?P<last_row>[0-9]{1,7}))?"
)
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?", re.ASCII)
_INDEX = re.compile(r"[0-9]{1,9}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; of a formula the result that is stored."""

    kind: Kind
    content: str | float = ""
    is_formula: bool = False


EMPTY = Cell("empty")


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, or the first and last of a range; row and column are counted from 1."""

    sheet: str
    row: int
    column: int
    last_row: int
    last_column: int

    @property
    def cell(self) -> str:
        """The (first) cell as people write it."""
        return cell_name(self.row, self.column)


def cell_name(row: int, column: int) -> str:
    """A cell as people write it.

    Examples
    --------
    >>> cell_name(12, 28)
    'AB12'
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def place_of(text: str) -> Place | None:
    """Where a name points; None if it is no cell or range of this workbook."""
    match = _PLACE.fullmatch(text.strip()) if len(text) <= LONGEST_PLACE else None
    if match is None:
        return None
    sheet = (match["quoted"] or match["plain"]).replace("''", "'")
    row, column = int(match["row"]), _column(match["column"])
    last = int(match["last_row"] or row), _column(match["last_column"] or match["column"])
    return Place(sheet, row, column, *last)


class Book:
    """Names and sheets of a workbook; a sheet is read when it is first asked for.

    Parameters
    ----------
    data : bytes
        Content of the file.
    file : str
        What errors call it.

    Raises
    ------
    ProjectError
        It is no workbook that can be read.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self._package = Package(data, file)
        self.file = file
        self.starts_1904 = False
        self.names: dict[str, str] = {}
        self._targets = self._relations()
        self._ids: dict[str, str] = {}
        self._read_workbook()
        self._strings: list[str] | None = None
        self._sheets: dict[str, Mapping[Position, Cell]] = {}

    @property
    def sheets(self) -> tuple[str, ...]:
        """Names of the sheets, in their order."""
        return tuple(self._ids)

    def cells(self, sheet: str) -> Mapping[Position, Cell]:
        """Cells of a sheet by row and column, counted from 1; those without content are absent."""
        if sheet not in self._sheets:
            part = self._targets.get(self._ids[sheet], "")
            if part not in self._package:
                self._package.refuse("workbook.damaged", part=sheet)
            if self._strings is None:
                self._strings = self._shared_strings()
            reader = _SheetReader(self._package, self._strings)
            self._package.read(part, Handlers(reader.start, reader.end, reader.text))
            self._sheets[sheet] = reader.cells
        return self._sheets[sheet]

    def _relations(self) -> dict[str, str]:
        targets: dict[str, str] = {}

        def start(tag: str, given: Attributes) -> None:
            if tag == "Relationship" and given.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/xl", given.get("Target", "")))
                targets[given.get("Id", "")] = path.lstrip("/")

        self._package.read("xl/_rels/workbook.xml.rels", Handlers(start))
        return targets

    def _read_workbook(self) -> None:
        name, pieces = "", list[str]()

        def start(tag: str, given: Attributes) -> None:
            nonlocal name
            if tag == "workbookPr":
                self.starts_1904 = given.get("date1904", "0") in {"1", "true"}
            elif tag == "sheet":
                identity = next((v for k, v in given.items() if k.endswith(":id")), "")
                self._ids[given.get("name", "")] = identity
            elif tag == "definedName":
                # a name of one sheet only is not ours
                name = "" if "localSheetId" in given else given.get("name", "")
                pieces.clear()
            if len(self._ids) > MOST_SHEETS or len(self.names) > MOST_NAMES:
                self._package.refuse("workbook.too_large")

        def end(tag: str) -> None:
            nonlocal name
            if tag == "definedName" and name:
                self.names[name] = "".join(pieces)
                name = ""

        def text(piece: str) -> None:
            if name:
                pieces.append(piece)

        self._package.read("xl/workbook.xml", Handlers(start, end, text))

    def _shared_strings(self) -> list[str]:
        part = "xl/sharedStrings.xml"
        if part not in self._package:
            return []
        reader = _StringReader(self._package)
        self._package.read(part, Handlers(reader.start, reader.end, reader.text))
        return reader.strings


@dataclass(slots=True)
class _StringReader:
    """Texts of the table that cells share: runs joined, phonetic guides left out."""

    package: Package
    strings: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _inside: bool = False
    _guides: int = 0

    def start(self, tag: str, _: Attributes) -> None:
        if tag == "si":
            self._pieces.clear()
        elif tag == "rPh":
            self._guides += 1
        self._inside = tag == "t" and not self._guides

    def end(self, tag: str) -> None:
        self._inside = False
        if tag == "rPh":
            self._guides -= 1
        elif tag == "si":
            text = "".join(self._pieces)
            self.strings.append(unescaped(text))
            if len(self.strings) > MOST_STRINGS or len(text) > LONGEST_TEXT:
                self.package.refuse("workbook.too_large")

    def text(self, piece: str) -> None:
        if self._inside:
            self._pieces.append(piece)


@dataclass(slots=True)
class _SheetReader:
    """Cells of one sheet; a cell without a position stands after the one before it."""

    package: Package
    strings: list[str]
    cells: dict[Position, Cell] = field(default_factory=dict)
    _row: int = 0
    _column: int = 0
    _type: str = "n"
    _inside: str = ""
    _is_formula: bool = False
    _guides: int = 0
    _pieces: list[str] = field(default_factory=list)

    def start(self, tag: str, given: Attributes) -> None:
        if tag == "row":
            written = given.get("r", "")
            self._row = int(written) if _INDEX.fullmatch(written) else self._row + 1
            self._column = 0
        elif tag == "c":
            self._position(given.get("r"))
            self._type = given.get("t", "n")
            self._is_formula = False
            self._pieces.clear()
        elif tag == "f":
            self._is_formula = True
        elif tag == "rPh":
            self._guides += 1
        self._inside = tag if tag == "v" or (tag == "t" and not self._guides) else ""

    def _position(self, written: str | None) -> None:
        self._column += 1
        if written is not None:
            match = _CELL.fullmatch(written)
            if match is None:
                self.package.refuse("workbook.too_large")
            self._row, self._column = int(match[2]), _column(match[1])
        if not (0 < self._row <= MOST_ROWS and 0 < self._column <= MOST_COLUMNS):
            self.package.refuse("workbook.too_large")

    def text(self, piece: str) -> None:
        if self._inside:
            self._pieces.append(piece)

    def end(self, tag: str) -> None:
        self._inside = ""
        if tag == "rPh":
            self._guides -= 1
        if tag != "c":
            return
        cell = self._cell("".join(self._pieces))
        if cell.kind == "empty" and not cell.is_formula:
            return
        self.cells[self._row, self._column] = cell
        if len(self.cells) > MOST_CELLS:
            self.package.refuse("workbook.too_large")

    def _cell(self, text: str) -> Cell:
        if len(text) > LONGEST_TEXT:
            self.package.refuse("workbook.too_large")
        kind: Kind = "text"
        content: str | float = unescaped(text)
        match self._type:
            case "s":
                index = int(text) if _INDEX.fullmatch(text) else -1
                if not 0 <= index < len(self.strings):
                    self.package.refuse("workbook.damaged", part="sharedStrings.xml")
                content = self.strings[index]
            case "str" | "inlineStr":
                pass
            case "b":
                kind, content = "truth", float(text == "1")
            case "d":
                kind = "date"
            case "e":
                kind = "error"
            case _ if text:
                kind, content = _number(text)
            case _:
                kind = "empty"
        if content == "":
            kind = "empty"
        return Cell(kind, content, self._is_formula)


def _number(text: str) -> tuple[Kind, str | float]:
    is_number = len(text) <= LONGEST_NUMBER and _NUMBER.fullmatch(text.strip())
    number = float(text) if is_number else math.nan
    return ("number", number) if math.isfinite(number) else ("error", text)


def unescaped(text: str) -> str:
    """Characters that XML cannot hold, as spreadsheet programs write them: ``_x000D_``.

    Half a character (``_xD800_``) stays as it stands: no text that holds it could be written.
    """
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return match[0] if unicodedata.category(character) == "Cs" else character
