"""A workbook in the hands of a spreadsheet program: inputs changed, everything recalculated, read.

Inputs are changed in the file's own XML, so that nothing else in it changes, and every cached value
of a formula is overwritten by a wrong number first: what is read back is LibreOffice's own work.
"""

import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

WRONG = -99.0
PROGRAM = shutil.which("soffice")
PATIENCE = 600
"""Seconds; a guard against a program that hangs, not a measure of speed."""

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Without this LibreOffice keeps the cached values of our files, and a test proves nothing."""


@dataclass(frozen=True)
class Book:
    """Values of a workbook by sheet and zero-based row and column, and where its names point."""

    cells: Mapping[str, Mapping[tuple[int, int], Any]]
    names: Mapping[str, tuple[str, str]]

    def at(self, sheet: str, row: int, column: int) -> Any:
        """Value of one cell."""
        return self.cells[sheet].get((row, column))

    def named(self, name: str) -> Any:
        """Value of the cell of a name."""
        sheet, cell = self.names[name]
        match = re.fullmatch(r"([A-Z]+)(\d+)", cell)
        assert match is not None
        return self.at(sheet, int(match[2]) - 1, _column(match[1]))


def _column(letters: str) -> int:
    return next(i for i in range(20_000) if get_column_letter(i + 1) == letters)


def read(path: Path) -> Book:
    """Read all values, of formulas the cached ones."""
    book = openpyxl.load_workbook(path, data_only=True)
    cells = {
        sheet.title: {
            (row, column): cell.value
            for row, line in enumerate(sheet.iter_rows())
            for column, cell in enumerate(line)
            if cell.value is not None
        }
        for sheet in book.worksheets
    }
    names = {}
    for name, defined in book.defined_names.items():
        sheet, _, cell = defined.value.rpartition("!")
        if ":" not in cell:
            names[name] = (sheet.strip("'"), cell.replace("$", ""))
    return Book(cells, names)


def changed(content: bytes, new: Mapping[str, float], target: Path) -> int:
    """Write the workbook with new numbers in named cells and every cached value wrong.

    Returns the number of cached values that were overwritten.
    """
    target.write_bytes(content)
    names = read(target).names
    sheets = openpyxl.load_workbook(target, read_only=True).sheetnames
    wanted = {names[name]: number for name, number in new.items()}
    overwritten = 0
    scratch = target.with_suffix(".new")
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(scratch, "w", zipfile.ZIP_DEFLATED) as out:
        for part in old.namelist():
            data = old.read(part)
            match = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", part)
            if match:
                sheet = sheets[int(match[1]) - 1]
                data, count = re.subn(rb"</f><v>[^<]*</v>", f"</f><v>{WRONG}</v>".encode(), data)
                overwritten += count
                for (where, cell), number in wanted.items():
                    if where == sheet:
                        data = _with_number(data, cell, number)
            out.writestr(part, data)
    scratch.replace(target)
    return overwritten


def _with_number(sheet: bytes, cell: str, number: float) -> bytes:
    """The sheet's XML with a number in one cell, which may have been empty."""
    pattern = rf'<c r="{cell}"( s="\d+")?(?:/>|><v>[^<]*</v></c>)'.encode()
    text = rf'<c r="{cell}"\1><v>{number!r}</v></c>'.encode()
    done, count = re.subn(pattern, text, sheet)
    assert count == 1, cell
    return done


def recalculate(paths: list[Path], folder: Path) -> dict[Path, Book]:
    """Load, recalculate and save the workbooks in LibreOffice, and read what it saved."""
    assert PROGRAM is not None
    with tempfile.TemporaryDirectory() as profile:
        settings = Path(profile) / "user" / "registrymodifications.xcu"
        settings.parent.mkdir()
        settings.write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
        command = [
            PROGRAM, "--headless", f"-env:UserInstallation={Path(profile).as_uri()}",
            "--convert-to", "xlsx", "--outdir", str(folder), *map(str, paths),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return {path: read(folder / path.name) for path in paths}
