"""Two doors to a measurement: persons and events, or a table of counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from gevinst.baseline.counts_door import read_counts
from gevinst.baseline.measurement import Measurement
from gevinst.baseline.moments import of_counts, of_extract
from gevinst.errors import ArgumentError

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.schema.baseline_config import BaselineConfig


def measure(
    persons: str | Path | pd.DataFrame,
    events: str | Path | pd.DataFrame,
    config: BaselineConfig,
) -> Measurement:
    """Measure persons and events: rates per person-year, each with her own time at risk.

    Parameters
    ----------
    persons, events : path or pandas.DataFrame
        CSV (Norwegian or English), Parquet or xlsx. One row for each person, and for each event.
    config : BaselineConfig
        From `gevinst.load_baseline`.

    Returns
    -------
    Measurement
        Aggregates only; every row that was not used is counted by reason in `rejected`.

    Raises
    ------
    ArgumentError
        If a table cannot be read or lacks a column.

    Examples
    --------
    >>> import gevinst as gv
    >>> from importlib import resources
    >>> folder = resources.files("gevinst") / "examples" / "baseline"
    >>> persons, events, file = (
    ...     str(folder / name) for name in ("persons.csv", "events.csv", "baseline.toml")
    ... )
    >>> measurement = gv.baseline.measure(persons, events, gv.load_baseline(file))
    >>> whole = measurement.table().query("indicator == 'innleggelser' and arm == 'followed'")
    >>> whole[["period", "persons"]].head(1).to_numpy().tolist()
    [['before', 120.0]]
    """
    from gevinst.extracts import read

    settings = _checked(config)
    extract = read(persons, events, settings)
    return Measurement(settings, of_extract(extract, settings.indicators), extract)


def measure_counts(counts: str | Path | pd.DataFrame | None, config: BaselineConfig) -> Measurement:
    """Measure a table of counts, such as the hospital's analyst gives.

    Parameters
    ----------
    counts : path, pandas.DataFrame or None
        CSV or xlsx with the columns indicator, group, partner, period (before or after), arm,
        persons, person_time (years), events or amount, and sum_of_squares; only indicator, period,
        persons and events or amount are always needed. None for the configuration's ``[[counts]]``.
    config : BaselineConfig
        From `gevinst.load_baseline`.

    Returns
    -------
    Measurement
        Without a sum of squares, intervals of events are exact for independent events, the best
        case; those of amounts are refused.

    Raises
    ------
    ArgumentError
        If the table cannot be read, or a number or total in it is impossible.
    """
    settings = _checked(config)
    kinds = {indicator.id: indicator.kind for indicator in settings.indicators}
    return Measurement(settings, of_counts(read_counts(counts, settings), kinds))


def _checked(config: Any) -> BaselineConfig:  # noqa: ANN401  whatever the user gave
    from gevinst.schema.baseline_config import BaselineConfig

    if not isinstance(config, BaselineConfig):
        raise ArgumentError("baseline.not_a_config", found=type(config).__name__)
    return config
