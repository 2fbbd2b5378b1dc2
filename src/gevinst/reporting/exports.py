"""Tables of results as files: CSV that Norwegian Excel opens, tidy JSON, aligned text."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import TYPE_CHECKING, Any, Literal

from gevinst.reporting.contents import Figure, Language, Row, Table
from gevinst.reporting.safety import safe
from gevinst.reporting.terminal import table_text
from gevinst.results import Results
from gevinst.results.present_values import NAME as PRESENT_VALUES
from gevinst.results.tables import REGISTERS, TABLES

if TYPE_CHECKING:
    import pandas as pd

By = Literal["year", "month"]
Format = Literal["table", "csv", "json"]

SUFFIX: dict[Format, str] = {"table": ".txt", "csv": ".csv", "json": ".json"}
ENCODING: dict[Format, str] = {"table": "utf-8", "csv": "utf-8-sig", "json": "utf-8"}
SOME_ONLY = ("tariff", "kits")
"""Tables that only some projects fill."""
TABLE_NAMES = tuple(name for name in TABLES if name not in SOME_ONLY)
"""Tables of every project."""

_OBEYED_BY_EXCEL = ("=", "+", "-", "@", "\t", "\r", "\n")
_DECIMALS = 3


def tidy(results: Results, name: str, by: By) -> pd.DataFrame:
    """A table with English identifiers; one that exists by year only is given by year."""
    frame = results.table(name, by=by)
    return frame if by == "year" or not frame.empty else results.table(name, by="year")


def export(results: Results, name: str, by: By, form: Format, lang: Language) -> str:
    """One table as the text of a file.

    Parameters
    ----------
    results : Results
    name : str
        A table of `Results.table`.
    by : {"year", "month"}
        Benefits, actors and key figures exist by year only, and are given so in both cases.
    form : {"table", "csv", "json"}
        ``json`` is for programs: a list of records with English identifiers and full precision.
        ``csv`` and ``table`` are for people: headings, names and units in `lang`. CSV has
        semicolons and decimal commas in Norwegian, semicolons and points in English.
    lang : {"nb", "en"}

    Returns
    -------
    str
    """
    if form == "json":
        return json.dumps(records(results, name, by), ensure_ascii=False, indent=1) + "\n"
    by_year = by == "year" or results.table(name, by="month").empty
    frame = results.table(name, by="year" if by_year else "month", labels=lang)
    if form == "csv":
        return _csv(frame, lang)
    return _text(results, name, frame, lang)


def records(results: Results, name: str, by: By) -> list[dict[str, Any]]:
    """Rows of a table as JSON takes them: what does not apply, or is undefined, is null."""
    rows = tidy(results, name, by).to_dict(orient="records")
    return [{str(k): None if _is_missing(v) else v for k, v in row.items()} for row in rows]


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _csv(frame: pd.DataFrame, lang: Language) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([csv_cell(str(heading), lang) for heading in frame.columns])
    for row in frame.to_dict(orient="records"):
        writer.writerow([csv_cell(value, lang) for value in row.values()])
    return out.getvalue()


def csv_cell(value: object, lang: Language) -> str:
    """One cell: numbers in full, text so that a spreadsheet never takes it for a formula."""
    if _is_missing(value):
        return ""
    if isinstance(value, float):
        text = repr(value)
        return text.replace(".", ",") if lang == "nb" else text
    if isinstance(value, int):
        return str(value)
    text = str(value)
    shown = safe(text)
    return f"'{shown}" if text.startswith(_OBEYED_BY_EXCEL) else shown


def _text(results: Results, name: str, frame: pd.DataFrame, lang: Language) -> str:
    """The table aligned, under the notice and the title."""
    first, *others = [str(column) for column in frame.columns]
    numbers = frame.select_dtypes("float64").columns
    rows = []
    for row in frame.to_dict(orient="records"):
        cells = tuple(
            Figure(value=None if math.isnan(row[c]) else row[c], decimals=_decimals(row[c]))
            if c in numbers
            else _plain(row[c])
            for c in others
        )
        rows.append(Row(label=_plain(row[first]), cells=cells))
    table = Table(id=name, caption=name, stub=first, headings=tuple(others), rows=tuple(rows))
    head = [safe(results.notice), ""] if results.notice else []
    lines = [*head, safe(results.title), "", *table_text(table, lang)]
    return "\n".join(lines) + "\n"


def _plain(value: object) -> str:
    return "" if _is_missing(value) else str(value)


def _decimals(value: float) -> int:
    return 0 if float(value).is_integer() else _DECIMALS


def names_of(results: Results) -> tuple[str, ...]:
    """Tables of a run that hold anything: those of every project, and those it fills."""
    if_any = (*SOME_ONLY, *REGISTERS, "warnings")
    more = [name for name in if_any if not results.table(name).empty]
    return (*TABLE_NAMES, PRESENT_VALUES, *more)


def all_tables(results: Results, by: By, form: Format, lang: Language) -> dict[str, str]:
    """Every table by file name."""
    names = names_of(results)
    return {f"{name}{SUFFIX[form]}": export(results, name, by, form, lang) for name in names}


def everything(results: Results, by: By) -> str:
    """All tables as one JSON object, with what they are about."""
    content: dict[str, Any] = {
        "title": results.title,
        "notice": results.notice,
        "price_year": results.price_year,
        "date": results.date,
        "checksum": results.checksum,
        "tables": {name: records(results, name, by) for name in names_of(results)},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
