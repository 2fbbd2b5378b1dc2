"""From a measurement to three numbers side by side, by a stated design."""

from __future__ import annotations

import math

import numpy as np

from gevinst.arguments import checked_choice
from gevinst.baseline.change import UNKNOWN, Refusal, ThreeNumbers
from gevinst.baseline.comparison import Comparison
from gevinst.baseline.designs import DESIGNS, three_numbers
from gevinst.baseline.figures import LEVEL
from gevinst.baseline.leavers import coarse
from gevinst.baseline.measurement import Measurement
from gevinst.baseline.moments import PERSONS
from gevinst.baseline.sample import Sample, sample_of
from gevinst.errors import ArgumentError

SELECTED, BEFORE_AFTER = "before_after_selected", "before_after"


def compare(
    measurement: Measurement,
    *,
    design: str,
    selected_on_use: bool | None = None,
    level: float = LEVEL,
) -> Comparison:
    """Set the observed change beside what was to be expected without the service.

    Parameters
    ----------
    measurement : Measurement
        From `measure` or `measure_counts`.
    design : str
        ``randomised``, ``stepped_wedge``, ``comparison_group``, ``interrupted_time_series``,
        ``before_after`` or ``before_after_selected``. It decides the words.
    selected_on_use : bool, optional
        Whether the persons were selected for their use of services; the configuration's if left
        out. Before and after of selected persons is treated as ``before_after_selected``.
    level : float
        Level of the intervals, between 0.5 and 1.

    Returns
    -------
    Comparison
        `table`, `verdict`, `assumptions`, `without_heavy_users`, `follow_up`, `project_tables`.

    Raises
    ------
    ArgumentError
        If the design is unknown, the level outside its limits, or `measurement` is none.

    Examples
    --------
    >>> import pandas as pd
    >>> import gevinst as gv
    >>> from importlib import resources
    >>> folder = resources.files("gevinst") / "examples" / "baseline"
    >>> config = gv.load_baseline(str(folder / "baseline.toml"))
    >>> rows = [
    ...     ("innleggelser", "before", "followed", 60, 60.0, 120),
    ...     ("innleggelser", "after", "followed", 60, 60.0, 80),
    ...     ("innleggelser", "before", "comparison", 60, 60.0, 100),
    ...     ("innleggelser", "after", "comparison", 60, 60.0, 90),
    ... ]
    >>> columns = ["indicator", "period", "arm", "persons", "person_time", "events"]
    >>> measurement = gv.baseline.measure_counts(pd.DataFrame(rows, columns=columns), config)
    >>> comparison = gv.baseline.compare(measurement, design="comparison_group")
    >>> found = comparison.of("innleggelser")
    >>> [round(c.estimate, 2) for c in (found.observed, found.expected, found.difference)]
    [0.67, 0.9, 0.74]
    """
    if not isinstance(measurement, Measurement):
        raise ArgumentError("baseline.not_a_measurement", found=type(measurement).__name__)
    checked_choice("design", design, DESIGNS)
    if not 0.5 <= level < 1 or math.isnan(level):  # noqa: PLR2004  a level below one half is none
        raise ArgumentError.outside("level", level, "0.5 <= level < 1")
    stated = measurement.config.baseline.selected_on_use
    selected = stated if selected_on_use is None else selected_on_use
    used = SELECTED if design == BEFORE_AFTER and selected else design
    found = tuple(
        _found(measurement, sample_of(measurement, indicator, level), used)
        for indicator in measurement.config.indicators
    )
    return Comparison(
        measurement,
        found,
        stated=design,
        design=used,
        selected_on_use=selected or used == SELECTED,
        level=level,
    )


def _found(measurement: Measurement, sample: Sample, design: str) -> ThreeNumbers:
    """Work out one indicator, unless it is about fewer persons than may be shown."""
    threshold = measurement.config.baseline.threshold
    persons = np.array([sums[:, PERSONS] for sums in sample.sums]).ravel()
    if ((persons > 0) & (persons < threshold)).any() or not persons.any():
        reason = "hidden_whole" if persons.any() else "no_exposure"
        return ThreeNumbers(
            indicator=sample.indicator.id,
            scale=sample.scale,
            level=sample.level,
            observed=UNKNOWN,
            expected=UNKNOWN,
            difference=UNKNOWN,
            refusals=(Refusal(reason=reason, facts={"threshold": threshold}),),
        )
    numbers = three_numbers(sample, design)
    if sample.is_of_persons and measurement.withholds(sample.indicator.id):
        return coarse(numbers, float(persons[persons > 0].min()), threshold)
    return numbers
