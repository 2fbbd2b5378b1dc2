"""The files of a baseline measurement: tables for Excel, and tables for a project file."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from gevinst.errors import ArgumentError
from gevinst.reporting.contents import Language
from gevinst.reporting.exports import csv_cell
from gevinst.reporting.toml_text import toml_text

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.baseline import Comparison, Measurement

PROJECT = "prosjekt.toml"
ENCODING = "utf-8-sig"


def files_of(
    measurement: Measurement, comparison: Comparison | None, lang: Language = "nb"
) -> dict[str, bytes]:
    """Every table as a file.

    Parameters
    ----------
    measurement : Measurement
    comparison : Comparison or None
    lang : {"nb", "en"}
        Decimal comma or point, and the language of words. Headings are those of the tables.

    Returns
    -------
    dict
        Content by name: ``measurement.csv``, ``definitions.csv``, ``rejected.csv``,
        ``follow_up.csv``, ``monthly.csv``, with a comparison ``comparison.csv``,
        ``without_heavy_users.csv`` and ``without_deaths.csv``, and ``prosjekt.toml`` with
        the tables of a project file. Tables without rows are left out.
    """
    frames = {
        "measurement": measurement.table(lang),
        "definitions": measurement.definitions(),
        "rejected": measurement.rejected(lang),
        "follow_up": measurement.follow_up(lang),
        "monthly": _monthly(measurement),
    }
    if comparison is not None:
        frames["comparison"] = comparison.table(lang)
        frames["without_heavy_users"] = comparison.without_heavy_users(lang)
        frames["without_deaths"] = comparison.without_deaths(lang)
    files = {
        f"{name}.csv": _csv(frame, lang).encode(ENCODING)
        for name, frame in frames.items()
        if len(frame)
    }
    tables = (measurement if comparison is None else comparison).project_tables()
    return {**files, PROJECT: toml_text(tables).encode("utf-8")}


def _monthly(measurement: Measurement) -> pd.DataFrame:
    import pandas as pd

    frames = []
    for indicator in measurement.config.indicators:
        try:
            months = measurement.monthly(indicator.id)
        except ArgumentError:  # counts have no months
            continue
        frames.append(months.assign(indicator=indicator.id))
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()


def _csv(frame: pd.DataFrame, lang: Language) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([csv_cell(str(heading), lang) for heading in frame.columns])
    for row in frame.to_dict("records"):
        writer.writerow([csv_cell(value, lang) for value in row.values()])
    return out.getvalue()
