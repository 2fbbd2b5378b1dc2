"""pandas DataFrames as tables of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd
import polars as pl

from gevinst.extracts.as_text import as_text
from gevinst.extracts.tables import MOST_COLUMNS, Block, Place

ROWS_AT_A_TIME = 500_000
_DIRECT = "iufbM"


class Frame:
    """A DataFrame that somebody holds already; it is not changed."""

    def __init__(self, frame: pd.DataFrame, place: Place) -> None:
        self.place = place
        self._frame = frame
        self.columns = [str(name) for name in frame.columns]
        if len(self.columns) > MOST_COLUMNS:
            place.refuse("extract.too_many_columns", found=len(self.columns), allowed=MOST_COLUMNS)

    def blocks(self, wanted: Mapping[str, int]) -> Iterator[Block]:
        """Yield all rows."""
        for first in range(0, len(self._frame), ROWS_AT_A_TIME):
            part = self._frame.iloc[first : first + ROWS_AT_A_TIME]
            yield Block(
                pl.DataFrame(
                    {
                        name: self._texts(part.iloc[:, position], name)
                        for name, position in wanted.items()
                    }
                )
            )

    def _texts(self, values: pd.Series, name: str) -> pl.Series:
        if getattr(values.dtype, "tz", None) is not None:
            values = values.dt.tz_convert("Europe/Oslo").dt.tz_localize(None)
        if isinstance(values.dtype, np.dtype) and values.dtype.kind in _DIRECT:
            return as_text(pl.Series(name, values.to_numpy()), name, self.place)
        missing = values.isna().to_numpy(dtype=bool)
        objects = values.to_numpy(dtype=object, copy=True)
        objects[missing] = None
        kinds = set(map(type, objects))
        if kinds <= {str, type(None)}:
            return pl.Series(name, objects.tolist(), dtype=pl.String)
        return pl.Series(name, [_text(v) for v in objects.tolist()], dtype=pl.String)


def _text(value: object) -> str | None:
    """One odd value of a mixed column: dates as ISO, whole floats without decimals."""
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
