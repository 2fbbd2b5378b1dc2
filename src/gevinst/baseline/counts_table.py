"""A table of counts as rows of texts and numbers: DataFrame, CSV or xlsx, Norwegian or English."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gevinst.errors import ArgumentError
from gevinst.messages import nearest

if TYPE_CHECKING:
    import pandas as pd

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "indicator": ("indicator", "indikator"),
    "group": ("group", "gruppe", "pasientgruppe"),
    "partner": ("partner", "deltaker", "kommune", "municipality"),
    "period": ("period", "periode"),
    "arm": ("arm",),
    "persons": ("persons", "personer", "antall personer"),
    "person_time": ("person_time", "person_years", "personår", "persontid"),
    "amount": ("amount", "events", "hendelser", "mengde", "antall"),
    "sum_of_squares": ("sum_of_squares", "kvadratsum"),
}
"""Our column -> the names it may have in the table."""
SHOWN = {"amount": "events / amount"}
"""Our column -> how it is told to people, where it has two names in use."""
REQUIRED = ("indicator", "period", "persons", "amount")
LARGEST_FILE = 20_000_000
"""Bytes; a table of aggregates is far smaller."""
_SEPARATORS = (";", "\t", ",")


def read_table(counts: object) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Rows with our column names; the number is the row of a sheet, with headings in row 1."""
    frame = _frame(counts)
    frame = frame.rename(columns=_renamed(frame))
    for place, row in enumerate(frame.to_dict("records"), start=2):
        yield place, {str(k): "" if _is_missing(v) else v for k, v in row.items()}


def _frame(counts: object) -> pd.DataFrame:
    import pandas as pd

    if isinstance(counts, pd.DataFrame):
        return counts
    if not isinstance(counts, (str, Path)):
        raise ArgumentError("baseline.counts.file", found=type(counts).__name__)
    path = Path(counts)
    try:
        _refuse_large(path)
        return _sheet(path) if path.suffix.lower() == ".xlsx" else _text(path)
    except ArgumentError:
        raise
    except FileNotFoundError:
        raise ArgumentError("baseline.counts.missing", file=str(counts)) from None
    except pd.errors.EmptyDataError:
        raise ArgumentError("baseline.counts.empty", file=path.name) from None
    except (OSError, ValueError, KeyError):
        raise ArgumentError("baseline.counts.damaged", file=path.name) from None


def _refuse_large(path: Path) -> None:
    if path.stat().st_size > LARGEST_FILE:
        megabytes = LARGEST_FILE // 10**6
        raise ArgumentError("baseline.counts.too_large", file=path.name, allowed=megabytes)


def _sheet(path: Path) -> pd.DataFrame:
    import zipfile

    import pandas as pd

    try:
        return pd.read_excel(path, dtype=object)
    except ImportError:
        raise ArgumentError("baseline.counts.package") from None
    except zipfile.BadZipFile as error:
        raise ValueError("not a workbook") from error


def _text(path: Path) -> pd.DataFrame:
    import io

    import pandas as pd

    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    heading = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=heading.count)
    return pd.read_csv(io.StringIO(text), sep=separator, dtype=str, keep_default_na=False)


def _renamed(frame: pd.DataFrame) -> dict[Any, str]:
    """Name in the table -> ours; what is not ours is left alone."""
    names = {name: ours for ours, own in COLUMNS.items() for name in own}
    renamed: dict[Any, str] = {}
    for column in frame.columns:
        ours = names.get(" ".join(str(column).split()).casefold())
        if ours is None:
            continue
        if ours in renamed.values():
            both = [str(c) for c, known in renamed.items() if known == ours] + [str(column)]
            raise ArgumentError("baseline.counts.column_twice", found=tuple(both), column=ours)
        renamed[column] = ours
    missing = [ours for ours in REQUIRED if ours not in renamed.values()]
    if missing:
        others = [str(column) for column in frame.columns if column not in renamed]
        told = ", ".join(_told(ours, others) for ours in missing)
        allowed = tuple(SHOWN.get(ours, ours) for ours in COLUMNS)
        raise ArgumentError("baseline.counts.columns", missing=told, allowed=allowed)
    return renamed


def _told(ours: str, others: list[str]) -> str:
    """A missing column as people call it, with the heading that may be meant for it."""
    near = [found for name in COLUMNS[ours] if (found := nearest(name, others))]
    name = SHOWN.get(ours, ours)
    return f"{name} ({near[0]}?)" if near else name


def number_of(
    row: Mapping[str, Any], column: str, place: int, *, optional: bool = False
) -> float | None:
    """Read a number of a cell, with a decimal comma or point; at least 0."""
    given = row.get(column, "")
    number = _number(given)
    if number is None and optional and str(given).strip() == "":
        return None
    if number is None or not math.isfinite(number) or number < 0:
        raise ArgumentError(
            "baseline.counts.value",
            row=place,
            column=SHOWN.get(column, column),
            found=str(given),
            allowed=">= 0",
        )
    return number


def _number(given: object) -> float | None:
    if isinstance(given, bool):
        return None
    text = "".join(str(given).split())
    if "," in text:
        decimal = max(text.rfind(","), text.rfind("."))
        whole = text[:decimal].replace(",", "").replace(".", "")
        text = f"{whole}.{text[decimal + 1 :]}"
    try:
        return float(text)
    except ValueError:
        return None


def _is_missing(content: object) -> bool:
    return content is None or (isinstance(content, float) and math.isnan(content))
