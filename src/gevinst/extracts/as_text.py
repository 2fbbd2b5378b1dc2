"""Typed columns, from Parquet or pandas, as the text that every other table has."""

from __future__ import annotations

import polars as pl

from gevinst.extracts.tables import Place

_HERE = "Europe/Oslo"


def as_text(values: pl.Series, column: str, place: Place) -> pl.Series:
    """Write every value as text: days as ISO, whole numbers without decimals; missing stays so.

    Raises
    ------
    ExtractError
        The column holds lists, records or bytes.
    """
    kind = values.dtype
    if kind == pl.String:
        return values
    if isinstance(kind, pl.Datetime):
        moment = values.dt.convert_time_zone(_HERE) if kind.time_zone else values
        return moment.dt.strftime("%Y-%m-%d %H:%M:%S")
    if kind == pl.Date:
        return values.dt.strftime("%Y-%m-%d")
    if kind.is_float():
        return _numbers(values)
    if kind.is_integer() or kind.is_decimal() or kind in {pl.Boolean, pl.Null}:
        return values.cast(pl.String)
    if isinstance(kind, (pl.Categorical, pl.Enum)):
        return values.cast(pl.String)
    raise place.error("extract.column_type", column=column)


def _numbers(values: pl.Series) -> pl.Series:
    """Floats as text: 7.0 as 7, so that an id read as a number is the same id; NaN is missing."""
    present = values.fill_nan(None)
    whole = (present == present.round()) & (present.abs() < 2**53)
    texts = pl.DataFrame(
        {
            "whole": whole,
            "as_whole": present.cast(pl.Int64, strict=False).cast(pl.String),
            "as_float": present.cast(pl.Float64).cast(pl.String),
        }
    )
    return texts.select(pl.when("whole").then("as_whole").otherwise("as_float")).to_series()
