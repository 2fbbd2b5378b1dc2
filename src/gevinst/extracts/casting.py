"""From text to days, quantities, codes and yes or no. What cannot be read is told from missing.

The common form of a column is tried on all its rows at once; only what is left is looked at again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from gevinst.extracts.records import Flags
from gevinst.extracts.tables import Place

Days = NDArray[np.int32]
"""Days since 1970-01-01; `NO_DAY` where there is none."""

NO_DAY = np.int32(-(2**31))
DECIMALS = 1_000_000
"""Quantities are whole millionths, so that their sums do not depend on the order of rows."""

_ISO, _NORWEGIAN, _COMPACT = "%Y-%m-%d", "%d.%m.%Y", "%Y%m%d"
_DAY_FORMS = {
    _ISO: r"^\d{4}-\d{2}-\d{2}$",
    _NORWEGIAN: r"^\d{1,2}\.\d{1,2}\.\d{4}$",
    _COMPACT: r"^\d{8}$",
}
_MOMENT = r"^([\d.\-]+)[T ](\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?$"
_THOUSANDS = "^[+-]?\\d{1,3}([ \u00a0\u202f]\\d{3})+([.,]\\d+)?$"
_NUMBER = r"^[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d{1,3})?$"
_YES = {"1", "true", "ja", "j", "yes", "y", "x", "sann"}
_NO = {"0", "false", "nei", "n", "no", "", "usann"}


@dataclass(frozen=True, slots=True)
class Dates:
    """Days, and seconds into the day where a time was given; which rows had nothing written."""

    day: Days
    second: NDArray[np.int32]
    missing: Flags

    @property
    def unreadable(self) -> Flags:
        """Where something was written that is no date."""
        unreadable: Flags = (self.day == NO_DAY) & ~self.missing
        return unreadable


@dataclass(frozen=True, slots=True)
class Quantities:
    """Quantities in millionths as floats (whole numbers below 2**53), NaN where there is none."""

    value: NDArray[np.float64]
    missing: Flags

    @property
    def unreadable(self) -> Flags:
        """Where something was written that is no finite number."""
        return ~np.isfinite(self.value) & ~self.missing


def try_dates(text: pl.Series, name: str) -> pl.Expr:
    """Expression that reads dates as most of the column seem to be written."""
    first = text.drop_nulls().head(1).to_list()
    form = _NORWEGIAN if first and "." in first[0][:3] else _ISO
    return pl.col(name).str.to_date(form, strict=False).cast(pl.Int32)


def dates(text: pl.Series, read: pl.Series) -> Dates:
    """Read dates: 2025-12-31, 31.12.2025 or 20251231, with or without a time of the day.

    Parameters
    ----------
    text, read : Series
        What is written, and what `try_dates` made of it.
    """
    seconds = np.zeros(len(text), np.int32)
    if not read.null_count():
        return Dates(read.to_numpy(), seconds, np.zeros(len(text), bool))
    day = np.where(read.is_null(), NO_DAY, read.fill_null(0).to_numpy()).astype(np.int32)
    left = np.flatnonzero(read.is_null().to_numpy())
    rest = text.gather(left).fill_null("").str.strip_chars()
    missing = np.zeros(len(text), bool)
    missing[left] = (rest == "").to_numpy()
    day[left], seconds[left] = _one_by_form(rest)
    return Dates(day, seconds, missing)


def _one_by_form(text: pl.Series) -> tuple[Days, NDArray[np.int32]]:
    parts = text.str.extract_groups(_MOMENT).struct.unnest()
    names = parts.columns
    has_time = parts[names[0]].is_not_null()
    day_text = pl.select(
        pl.when(has_time).then(parts[names[0]]).otherwise(text).alias("day")
    ).to_series()
    clock = [parts[name].cast(pl.Int32, strict=False).fill_null(0).to_numpy() for name in names[1:]]
    hour, minute, second = clock
    found = np.full(len(text), NO_DAY, np.int32)
    for form, shape in _DAY_FORMS.items():
        fits = day_text.str.contains(shape)
        read = (
            pl.select(pl.when(fits).then(day_text)).to_series().str.to_date(form, strict=False)
        ).cast(pl.Int32)
        found = np.where(read.is_null(), found, read.fill_null(0).to_numpy()).astype(np.int32)
    in_day = (hour < 24) & (minute < 60) & (second < 61)  # noqa: PLR2004  a clock
    found[~in_day] = NO_DAY
    return found, (hour * 3600 + minute * 60 + second).astype(np.int32)


def try_quantities(name: str) -> list[pl.Expr]:
    """Expressions that read numbers, and tell whether any has a comma, and any a point."""
    text = pl.col(name)
    return [
        text.str.replace(",", ".", literal=True).cast(pl.Float64, strict=False).alias(name),
        text.str.contains(",", literal=True).any().alias(","),
        text.str.contains(".", literal=True).any().alias("."),
    ]


def quantities(text: pl.Series, read: pl.Series, place: Place, seen: set[str]) -> Quantities:
    """Read numbers with a decimal comma or point, thousands apart by spaces.

    Parameters
    ----------
    text, read : Series
        What is written, and what `try_quantities` made of it.
    seen : set
        Decimal signs met so far in the table; grows.

    Raises
    ------
    ExtractError
        The table has both decimal commas and decimal points, so that 1.234 may be either.
    """
    if len(seen) > 1:
        place.refuse("extract.mixed_decimals", column="quantity")
    value = read.fill_null(np.nan).to_numpy()
    missing = np.zeros(len(text), bool)
    left = np.flatnonzero(~np.isfinite(value))
    if len(left):
        value = value.copy()
        rest = text.gather(left).fill_null("").str.strip_chars()
        missing[left] = (rest == "").to_numpy()
        value[left] = _spaced(rest)
    return Quantities(np.round(value * DECIMALS), missing)


def _spaced(text: pl.Series) -> NDArray[np.float64]:
    joined = pl.select(
        pl.when(text.str.contains(_THOUSANDS))
        .then(text.str.replace_all("[ \u00a0\u202f]", ""))
        .when(text.str.contains(_NUMBER))
        .then(text)
    ).to_series()
    read = joined.str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)
    values: NDArray[np.float64] = read.fill_null(np.nan).to_numpy()
    return values


def try_codes(name: str, known: pl.Enum) -> pl.Expr:
    """Expression for the place of each text among the known ones, as it is written."""
    return pl.col(name).cast(known, strict=False).to_physical().cast(pl.Int32)


def codes(text: pl.Series, read: pl.Series, known: pl.Enum) -> NDArray[np.int32]:
    """Place of each text among the known ones, spaces around it apart; -1 if unknown.

    Parameters
    ----------
    text, read : Series
        What is written, and what `try_codes` made of it.
    """
    if not read.null_count():
        return read.to_numpy()
    code: NDArray[np.int32] = read.fill_null(-1).to_numpy().copy()
    left = np.flatnonzero(code < 0)
    stripped = text.gather(left).str.strip_chars()
    code[left] = stripped.cast(known, strict=False).to_physical().cast(pl.Int32).fill_null(-1)
    return code


def is_blank(text: pl.Series) -> Flags:
    """Where nothing is written."""
    blank: Flags = (text.fill_null("").str.strip_chars() == "").to_numpy()
    return blank


def yes_or_no(text: pl.Series) -> tuple[Flags, Flags]:
    """Read yes (ja, 1, true, x) or no (nei, 0, false, empty); and where it is neither."""
    folded = text.fill_null("").str.strip_chars().str.to_lowercase()
    yes, no = folded.is_in(sorted(_YES)).to_numpy(), folded.is_in(sorted(_NO)).to_numpy()
    return yes, ~(yes | no)


def one_of(text: pl.Series, words: Mapping[str, Sequence[str]], otherwise: int) -> NDArray[np.int8]:
    """Place of the key that each text is a word for; `otherwise` if it is for none."""
    folded = text.fill_null("").str.strip_chars().str.to_lowercase()
    place = np.full(len(text), otherwise, np.int8)
    for number, (key, others) in enumerate(words.items()):
        place[folded.is_in([key, *others]).to_numpy()] = number
    return place
