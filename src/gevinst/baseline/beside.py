"""Several measurements beside each other, such as one from each organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.baseline.measurement import Measurement
from gevinst.errors import ArgumentError, Language

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.schema.baseline_indicators import Indicator


def side_by_side(*measurements: Measurement, lang: Language = "nb") -> pd.DataFrame:
    """The figures of several measurements in one table, if they measure the same things.

    Parameters
    ----------
    *measurements : Measurement
        Two or more, each with a name of its own.
    lang : {"nb", "en"}
        As in `Measurement.table`.

    Returns
    -------
    pandas.DataFrame
        The rows of every `Measurement.table`, with ``measurement`` (its name) as the first column.
        Nothing is added across measurements: the same person may be in several.

    Raises
    ------
    ArgumentError
        Fewer than two measurements or two of one name, or an indicator that has one name and two
        definitions, counting rules or units: both are shown.

    Examples
    --------
    >>> import gevinst as gv
    >>> gv.baseline.side_by_side()
    Traceback (most recent call last):
        ...
    gevinst.errors.ArgumentError: Give two or more measurements, each with a name of its own.
    """
    import pandas as pd

    names = [measurement.config.baseline.name for measurement in measurements]
    if len(names) < 2 or len(set(names)) < len(names):  # noqa: PLR2004  two are compared
        raise ArgumentError("baseline.side_by_side")
    _refuse_two_definitions(measurements)
    tables = [measurement.table(lang) for measurement in measurements]
    frame = pd.concat(tables, keys=names, names=["measurement", None])
    return frame.reset_index(level="measurement").reset_index(drop=True)


def _refuse_two_definitions(measurements: tuple[Measurement, ...]) -> None:
    seen: dict[str, str] = {}
    for measurement in measurements:
        for indicator in measurement.config.indicators:
            name, said = _plain(indicator.name), _said(indicator)
            first = seen.setdefault(name, said)
            if _plain(first) != _plain(said):
                raise ArgumentError(
                    "baseline.two_definitions", found=indicator.name, first=first, second=said
                )


def _said(indicator: Indicator) -> str:
    """What an indicator means: definition, counting rule and unit."""
    return f"{indicator.definition} | {indicator.counting_rule} | {indicator.unit}"


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
