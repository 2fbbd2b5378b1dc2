"""Every parameter on one list, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from gevinst.parameters.lookup import load, names

if TYPE_CHECKING:
    import pandas as pd


def table(lang: Literal["nb", "en"] = "nb") -> pd.DataFrame:
    """Return every value of every parameter with unit, dates and source.

    Parameters
    ----------
    lang : {"nb", "en"}
        Language of the labels. Notes are Norwegian, like the sources.

    Returns
    -------
    pandas.DataFrame
        One row per value: ``name, label, key, value, unit, valid_from, valid_to, vintage,
        grade, title, publisher, url, page, retrieved, note``. Text that does not
        apply is empty, such as `key` where a parameter has one value.
    """
    import pandas as pd

    rows = [
        {
            "name": parameter.name,
            "label": getattr(parameter.label, lang),
            "key": key or "",
            "value": value,
            "unit": parameter.unit,
            "valid_from": entry.valid_from,
            "valid_to": entry.valid_to,
            "vintage": entry.vintage or "",
            "grade": entry.source.grade,
            "title": entry.source.title,
            "publisher": entry.source.publisher,
            "url": entry.source.url or "",
            "page": entry.source.page or "",
            "retrieved": entry.source.retrieved,
            "note": entry.note or "",
        }
        for parameter in map(load, names())
        for entry in parameter.entries
        for key, value in entry.rows
    ]
    return pd.DataFrame(rows)
