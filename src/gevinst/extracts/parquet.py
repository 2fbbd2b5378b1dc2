"""Parquet files, read some rows at a time, within limits that do not depend on what they claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl

from gevinst.extracts.as_text import as_text
from gevinst.extracts.tables import MOST_COLUMNS, Block, Place

ROWS_AT_A_TIME = 500_000
SURELY_POSSIBLE = 1_000_000
MOST_ROWS_PER_BYTE = 8
"""An id and a date do not pack to less than an eighth of a byte; a constant repeated does."""

_BROKEN = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError, ValueError)


class Parquet:
    """A Parquet file.

    Raises
    ------
    ExtractError
        It is damaged, or claims more rows than its size can hold.
    """

    def __init__(self, path: Path, place: Place) -> None:
        self.place = place
        size = path.stat().st_size
        try:
            self._scan = pl.scan_parquet(path, glob=False)
            self.columns = self._scan.collect_schema().names()
            self._rows = int(self._scan.select(pl.len()).collect().item())
        except _BROKEN:
            place.refuse("extract.damaged")
        if len(self.columns) > MOST_COLUMNS:
            place.refuse("extract.too_many_columns", found=len(self.columns), allowed=MOST_COLUMNS)
        most = max(SURELY_POSSIBLE, MOST_ROWS_PER_BYTE * size)
        if self._rows > most:
            place.refuse("extract.too_large", allowed=most)

    def blocks(self, wanted: Mapping[str, int]) -> Iterator[Block]:
        """Yield all rows."""
        columns = [pl.col(self.columns[position]).alias(ours) for ours, position in wanted.items()]
        chosen = self._scan.select(columns)
        found = 0
        for first in range(0, self._rows, ROWS_AT_A_TIME):
            try:
                frame = chosen.slice(first, ROWS_AT_A_TIME).collect(engine="streaming")
                texts = [as_text(frame[name], name, self.place) for name in wanted]
            except _BROKEN:
                self.place.refuse("extract.damaged")
            found += frame.height
            yield Block(pl.DataFrame(dict(zip(wanted, texts, strict=True))))
        if found != self._rows:
            self.place.refuse("extract.damaged")
