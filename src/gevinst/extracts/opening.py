"""From what the user gave, a path or a DataFrame, to a table that can be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from gevinst.extracts.csv_text import CsvText
from gevinst.extracts.frames import Frame
from gevinst.extracts.parquet import Parquet
from gevinst.extracts.sheets import Sheet
from gevinst.extracts.tables import Place, Source

Given = str | os.PathLike[str] | pd.DataFrame
KINDS: Mapping[str, Callable[[Path, Place], Source]] = {
    ".csv": CsvText,
    ".txt": CsvText,
    ".tsv": CsvText,
    ".parquet": Parquet,
    ".xlsx": Sheet,
}


def opened(table: str, given: Given) -> Source:
    """Open a table.

    Parameters
    ----------
    table : {"persons", "events"}
        What errors call it.
    given : path or DataFrame
        CSV, Parquet or Excel, told by the suffix.

    Raises
    ------
    ExtractError
        There is no such file, or it cannot be read.
    """
    if isinstance(given, pd.DataFrame):
        return Frame(given, Place(table))
    if not isinstance(given, (str, os.PathLike)):
        Place(table).refuse("extract.not_table", found=type(given).__name__)
    file = os.fspath(given)
    place = Place(table, str(file))
    reader = KINDS.get(Path(file).suffix.lower())
    if reader is None:
        place.refuse("extract.suffix", allowed=tuple(KINDS))
    try:
        path = Path(file)
        if not path.exists():
            place.refuse("extract.missing")
        if not path.is_file():
            place.refuse("extract.unreadable")
        return reader(path, place)
    except (OSError, ValueError):  # ValueError: a name with a zero byte
        place.refuse("extract.unreadable")
