"""Scenario table: the same inputs and figures side by side, with what differs marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gevinst.arguments import checked_choice, checked_names
from gevinst.axes import Array
from gevinst.errors import ArgumentError
from gevinst.schema import Project
from gevinst.schema.input_names import input_path
from gevinst.sensitivity.asked_inputs import within_bounds
from gevinst.sensitivity.running_points import Points
from gevinst.uncertainty.figures import PRESENT, checked_quantities, checked_quantity
from gevinst.uncertainty.inputs import Input, every_input
from gevinst.uncertainty.rows import FigureRow, every_row

if TYPE_CHECKING:
    import pandas as pd

Scenario = Mapping[str, float | str]
LOW, LIKELY, HIGH = "low", "likely", "high"
FIXED_NAMES = (LOW, LIKELY, HIGH, "worst", "best")
SHOWN = ("present_net_gain", "present_net_cash", "charge", "cost", "positions", "patients")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenarios:
    """Figures and inputs of several scenarios.

    Attributes
    ----------
    names : tuple of str
        ``low``, ``likely``, ``high``, then those that were named.
    inputs : tuple of Input
        Every input that differs from its likely number in some scenario.
    numbers : ndarray
        Canonical numbers of these, shape ``(inputs, scenarios)``.
    rows : tuple of FigureRow
    values : ndarray
        Figures, shape ``(rows, scenarios)``; NaN where the model refuses the scenario.
    """

    names: tuple[str, ...]
    inputs: tuple[Input, ...]
    numbers: Array
    rows: tuple[FigureRow, ...]
    values: Array

    def __repr__(self) -> str:
        return f"<Scenarios {', '.join(self.names)}>"

    def frame(self) -> pd.DataFrame:
        """Figures as a tidy frame.

        Returns
        -------
        pandas.DataFrame
            Columns ``scenario, actor, municipality, year, quantity, value, difference, differs,
            unit``; ``difference`` is from likely.
        """
        import pandas as pd

        base = self.values[:, self.names.index(LIKELY)]
        rows = [
            {
                "scenario": name,
                "actor": row.actor,
                "municipality": row.municipality,
                "year": row.year,
                "quantity": row.quantity,
                "value": float(self.values[r, s]),
                "difference": float(self.values[r, s] - base[r]),
                "differs": bool(self.values[r, s] != base[r]),
                "unit": row.unit,
            }
            for s, name in enumerate(self.names)
            for r, row in enumerate(self.rows)
        ]
        return pd.DataFrame(rows).astype({"year": "Int64"})

    def input_frame(self) -> pd.DataFrame:
        """Inputs as a tidy frame, in the units that the project writes them in.

        Returns
        -------
        pandas.DataFrame
            Columns ``scenario, input, label, value, differs, unit``; every input that is not at
            its likely number in all scenarios.
        """
        import pandas as pd

        rows = [
            {
                "scenario": name,
                "input": one.name,
                "label": one.nb,
                "value": one.shown(float(self.numbers[i, s])),
                "differs": bool(self.numbers[i, s] != one.value.likely),
                "unit": one.unit,
            }
            for s, name in enumerate(self.names)
            for i, one in enumerate(self.inputs)
        ]
        return pd.DataFrame(rows)

    def _repr_html_(self) -> str:
        """The table with what differs marked, as notebooks show it."""
        from gevinst.sensitivity.scenario_words import scenario_html

        return scenario_html(self, "nb")

    def table(self, lang: str = "nb") -> pd.DataFrame:
        """Scenarios side by side for people: inputs, then figures; ``*`` marks what differs."""
        from gevinst.sensitivity.scenario_words import scenario_texts

        return scenario_texts(self, "en" if lang == "en" else "nb")


def scenarios(
    project: Project,
    named: Mapping[str, Scenario] | None = None,
    *,
    quantities: tuple[str, ...] = SHOWN,
    municipality: str | None = None,
    year: int | None = None,
    worst_and_best: str | None = None,
) -> Scenarios:
    """Compare scenarios: every input low, likely and high, and those that are named.

    Parameters
    ----------
    project : Project
    named : mapping of str to mapping, optional
        From the name of a scenario to the inputs that it changes: from name or path to a number in
        the unit that the project writes the input in, or a text with a unit. All others are likely.
    quantities : tuple of str, optional
        Figures, as in `tornado`.
    municipality : str, optional
        Name or code; by default all municipalities together. Other actors are always there.
    year : int, optional
        Of yearly figures; by default the last year of the horizon.
    worst_and_best : str, optional
        A quantity: adds ``worst`` and ``best``, in which every uncertain input is at the end that
        alone is the worse, or the better, for this figure of the municipalities together.

    Returns
    -------
    Scenarios
        With ``frame()``, ``input_frame()`` and ``table(lang)``.

    Raises
    ------
    QuantityError
        A scenario names an input that the project does not have.
    ArgumentError
        A number is outside the input's bounds, or a scenario has a fixed name or no table.

    Notes
    -----
    ``low`` and ``high`` set every uncertain input to the low or the high of its range: low numbers,
    not bad results, since a low wage is good and a low effect is not. Everything at one end at once
    is far less likely than any of its parts.

    Examples
    --------
    >>> import gevinst as gv
    >>> found = gv.sensitivity.scenarios(
    ...     gv.example("nord-troms"), {"many": {"groups.kols.inclusion_share": 0.45}}
    ... )
    >>> found.names
    ('low', 'likely', 'high', 'many')
    """
    shown = checked_quantities(quantities)
    runs = Points(project, shown)
    inputs = {one.path: one for one in every_input(project)}
    columns: dict[str, dict[str, float]] = {
        LOW: {p: one.value.low for p, one in inputs.items()},
        LIKELY: {},
        HIGH: {p: one.value.high for p, one in inputs.items()},
    }
    if worst_and_best is not None:
        columns |= _extremes(project, checked_quantity(worst_and_best), year)
    stated = {} if named is None else named
    if not isinstance(stated, Mapping):
        raise ArgumentError("sensitivity.scenario", name="named", found=type(named).__name__)
    for name, scenario in stated.items():
        columns[name] = _stated(project, inputs, name, scenario)
    return _table(project, runs, inputs, columns, shown, municipality, year)


def _stated(
    project: Project, inputs: Mapping[str, Input], name: str, scenario: object
) -> dict[str, float]:
    checked_names("named", [name])
    if name in FIXED_NAMES:
        raise ArgumentError("sensitivity.scenario_name", name=name)
    if not isinstance(scenario, Mapping):
        raise ArgumentError("sensitivity.scenario", name=name, found=type(scenario).__name__)
    found: dict[str, float] = {}
    for key, given in scenario.items():
        path = input_path(project, key)
        number = within_bounds(project, inputs[path], given)
        if found.setdefault(path, number) != number:
            one = inputs[path].name
            raise ArgumentError("sensitivity.scenario_twice", name=name, input=one)
    return found


def _extremes(project: Project, quantity: str, year: int | None) -> dict[str, dict[str, float]]:
    """Every input at the end that alone gives the worse, and the better, figure."""
    from gevinst.sensitivity.break_even_points import side_of
    from gevinst.sensitivity.tornado_bars import tornado

    made = tornado(project, quantity, year=None if quantity.startswith(PRESENT) else year)
    sign = -1 if side_of(quantity) == "below" else 1
    worst, best = {}, {}
    for bar in made.bars:
        value = bar.input.value
        high_is_better = sign * bar.at_high >= sign * bar.at_low
        ends = (value.low, value.high) if high_is_better else (value.high, value.low)
        if bar.at_high == bar.at_low:
            ends = (value.likely, value.likely)
        worst[bar.input.path], best[bar.input.path] = ends
    return {"worst": worst, "best": best}


def _table(
    project: Project,
    runs: Points,
    inputs: Mapping[str, Input],
    columns: Mapping[str, Mapping[str, float]],
    quantities: tuple[str, ...],
    municipality: str | None,
    year: int | None,
) -> Scenarios:
    varied = tuple(
        one
        for path, one in inputs.items()
        if any(
            column.get(path, one.value.likely) != one.value.likely for column in columns.values()
        )
    )
    numbers = np.array(
        [[c.get(one.path, one.value.likely) for c in columns.values()] for one in varied]
    ).reshape(len(varied), len(columns))
    points = {one.path: row for one, row in zip(varied, numbers, strict=True)}
    values = runs.at(points, len(columns)) if points else _repeated(runs, len(columns))
    rows, found = _figures(project, runs, values, quantities, municipality, year)
    return Scenarios(names=tuple(columns), inputs=varied, numbers=numbers, rows=rows, values=found)


def _repeated(runs: Points, count: int) -> tuple[Array, ...]:
    return tuple(np.repeat(values, count, axis=-1) for values in runs.likely())


def _figures(
    project: Project,
    runs: Points,
    values: tuple[Array, ...],
    quantities: tuple[str, ...],
    municipality: str | None,
    year: int | None,
) -> tuple[tuple[FigureRow, ...], Array]:
    """Rows of every quantity, with their figures."""
    codes = {partner.code: partner.name for partner in project.paying_partners}
    wanted = municipality
    if municipality is not None:
        known = checked_choice("municipality", municipality, (*codes.values(), *codes))
        wanted = codes.get(known, known)
    rows: list[FigureRow] = []
    found: list[Array] = []
    for quantity in quantities:
        of_year = None if quantity.startswith(PRESENT) else year
        every = every_row(runs.model, quantity, year=of_year)
        has_places = any(row.municipality for row in every)
        for row in every:
            of_others = row.actor not in {None, "municipality"} or not has_places
            if of_others or row.municipality == wanted:
                rows.append(row)
                found.append(row.of(values))
    return tuple(rows), np.stack(found)
