"""How many patients the staff of a year can follow, and where the next steps up are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from gevinst.assemble import assemble
from gevinst.axes import GROUP, MUNICIPALITY, PERIOD, Array, at_period, total_over
from gevinst.coalitions.batch import centres_of_totals, patients_of, staffed_centres
from gevinst.core.inputs import Inputs, map_arrays
from gevinst.core.ledger import Ledger
from gevinst.errors import ArgumentError
from gevinst.published import PATIENTS_PER_NURSE, Published
from gevinst.schema import Project
from gevinst.studies.staff_wording import Language, fte, kroner, number, told
from gevinst.studies.years import chosen_year, months_of

if TYPE_CHECKING:
    import pandas as pd

MOST_PATIENTS = 1 << 14
"""Steps are looked for up to this number of patients."""

_FIRST_LOOK = 256
_AT_ONCE = 4096
"""Numbers of patients computed in one batch."""

_NOISE = 1e-9
"""Positions that differ by less are the same."""

_VOLUMES = ("patient_time_all", "starts_all", "stops_all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step up in the positions of a role.

    Attributes
    ----------
    role : str
        Id of the role.
    patients : int
        The first number of patients that takes it.
    positions_before, positions : float
        FTE of the role with one patient fewer, and from there on.
    added_cost : float
        What the step costs, kroner a year.
    total_cost : float
        What the centre costs with so many patients, kroner a year, before contributions.
    patients_per_position : float
        Patients for each FTE of the role just before the step: as many as there get.
    """

    role: str
    patients: int
    positions_before: float
    positions: float
    added_cost: float
    total_cost: float
    patients_per_position: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """How many patients the staff of a year can follow.

    Attributes
    ----------
    year : int
    patients_now : float
        Active patients in the year, the mean of the months in which the centre is open.
    staff : mapping of str to float
        FTE of each role, by id: those of the month of the year that has the most.
    patients : int or None
        The most that this staff can follow; None if no number up to 16,384 takes more.
    limited_by : tuple of str
        Roles that have to grow first, by id.
    patients_per_position : mapping of str to float
        Patients that each FTE can follow, by role that grows with the patients; a result, not an
        input.
    patients_per_position_in_all : float
        The same for all roles together.
    total_cost : float
        What the centre costs with that many patients, kroner a year, before contributions.
    steps : tuple of Step
        The next steps up, by number of patients.
    names : mapping of str to str
        Name of each role.
    published : Published
        Patients for each full-time nurse as published, to hold the result against.
    """

    year: int
    patients_now: float
    staff: Mapping[str, float]
    patients: int | None
    limited_by: tuple[str, ...]
    patients_per_position: Mapping[str, float]
    patients_per_position_in_all: float
    total_cost: float
    steps: tuple[Step, ...]
    names: Mapping[str, str]
    published: Published

    def frame(self) -> pd.DataFrame:
        """One row per step: ``role, patients, positions_before, positions, added_cost`` and so on.

        Returns
        -------
        pandas.DataFrame
            The fields of `Step`, in order; positions in FTE, costs in kroner a year.
        """
        import pandas as pd

        columns = list(Step.__dataclass_fields__)
        rows = [[getattr(step, column) for column in columns] for step in self.steps]
        return pd.DataFrame(rows, columns=columns)

    def text(self, lang: Language = "nb") -> str:
        """What the staff can follow, what the next step is, and the published figure beside.

        Parameters
        ----------
        lang : {"nb", "en"}
        """
        staff = ", ".join(f"{self.names[r]} {fte(n, lang)}" for r, n in self.staff.items())
        facts = {"year": self.year, "staff": staff, "now": number(self.patients_now, lang, 1)}
        if self.patients is None:
            most = number(MOST_PATIENTS, lang)
            return " ".join([told("capacity.no_limit", lang, **facts, most=most)])
        lines = [told("capacity.most", lang, **facts, patients=number(self.patients, lang))]
        lines += [self._step_text(step, lang) for step in self.steps[:1]]
        each = ", ".join(
            f"{self.names[role]} {number(n, lang, 1)}"
            for role, n in self.patients_per_position.items()
        )
        lines.append(
            told(
                "capacity.per_position",
                lang,
                each=each,
                all=number(self.patients_per_position_in_all, lang, 1),
                published=number(self.published.value, lang),
                source=self.published.source(lang),
            )
        )
        lines.append(told("capacity.assumed", lang))
        return "\n".join(lines)

    def _step_text(self, step: Step, lang: Language) -> str:
        return told(
            "capacity.step",
            lang,
            patients=number(step.patients, lang),
            role=self.names[step.role],
            before=fte(step.positions_before, lang),
            after=fte(step.positions, lang),
            cost=kroner(step.added_cost, lang),
        )


def capacity(project: Project, year: int | None = None, *, steps: int = 5) -> Capacity:
    """How many patients the staff of a year can follow; see `gevinst.staffing.capacity`."""
    if not isinstance(project, Project):
        raise ArgumentError("argument.not_project", found=type(project).__name__)
    if type(steps) is not int or steps < 1:
        raise ArgumentError("argument.count", argument="steps", found=steps)
    assembly = assemble(project)
    x = assembly.inputs
    patients = patients_of(x)
    at = chosen_year(patients, year)
    label = x.frame.year_labels[at]
    volume = _EvenVolume(x, patients, at)
    if volume.now == 0:
        raise ArgumentError("argument.no_patients", found=label)
    staff = _staff_of_year(x, patients, at)
    growing = volume.growing()
    most, limited_by, found = _search(volume, staff, growing, steps)
    found_steps = _with_costs(volume, found)
    total = None if most is None else volume.centres([most])["total_cost_year"]
    return Capacity(
        year=label,
        patients_now=volume.now,
        staff=MappingProxyType(staff),
        patients=most,
        limited_by=limited_by,
        patients_per_position=MappingProxyType(
            {r: _ratio(most, staff[r]) for r in growing if most is not None}
        ),
        patients_per_position_in_all=_ratio(most, sum(staff.values())),
        total_cost=float("nan") if total is None else float(total[0, 0, at, 0]),
        steps=found_steps,
        names=MappingProxyType(dict(assembly.names.roles)),
        published=PATIENTS_PER_NURSE,
    )


def _ratio(patients: int | None, positions: float) -> float:
    return float("nan") if patients is None or positions == 0 else patients / positions


def _staff_of_year(x: Inputs, patients: Ledger, year: int) -> dict[str, float]:
    """Most positions of each role in a month of the year."""
    totals = {name: patients[name] for name in (*_VOLUMES, "partners_joined")}
    made = staffed_centres(x, totals, 1)
    return {
        role.id: float(made["staffed_fte", role.id][0, 0, months_of(year), 0].max())
        for role in x.roles
    }


class _EvenVolume:
    """Any number of patients with the year's mix of groups, starts and stops, even all months."""

    def __init__(self, x: Inputs, patients: Ledger, year: int) -> None:
        months = months_of(year)
        joined = patients["partners_joined"]
        is_open = joined[0, 0, months, 0] > 0
        self.x, self.year = x, year
        self.joined = joined
        self.month = months.start + int(np.flatnonzero(is_open)[-1]) if is_open.any() else 0
        count = max(int(is_open.sum()), 1)
        self.even = {
            name: total_over(patients[name][:, :, months], PERIOD) / count for name in _VOLUMES
        }
        time = total_over(self.even["patient_time_all"], GROUP, MUNICIPALITY)[0, 0, 0, 0]
        length = np.broadcast_to(x.period_length, (1, 1, len(x.frame.months), 1))
        self.now = float(time / length[0, 0, self.month, 0])
        self.rate = float(np.ravel(x.payroll_tax_rate)[0])

    def staffed(self, numbers: Array) -> dict[str, Array]:
        """Positions of each role with these numbers of patients, in one open month."""
        months = len(self.x.frame.months)

        def of_month(_name: str, _record: str, array: Array) -> Array:
            return at_period(array, self.month) if array.shape[PERIOD] == months else array

        one = map_arrays(self.x, of_month)
        totals = self._totals(numbers)
        totals["partners_joined"] = np.full((1, 1, 1, len(numbers)), 1.0)
        made = staffed_centres(one, totals, len(numbers))
        ones = np.ones(len(numbers))
        return {role.id: made["staffed_fte", role.id][0, 0, 0] * ones for role in self.x.roles}

    def growing(self) -> tuple[str, ...]:
        """Roles whose positions grow with the patients, up to the most that are tried."""
        few_and_many = self.staffed(np.array([0.0, MOST_PATIENTS]))
        return tuple(role for role, (few, many) in few_and_many.items() if many > few)

    def centres(self, numbers: Sequence[int]) -> Ledger:
        """Positions and cost with these numbers of patients, in all months."""
        is_open = np.minimum(self.joined, 1)
        totals = {name: even * is_open for name, even in self._totals(np.array(numbers)).items()}
        totals["partners_joined"] = self.joined * np.ones((1, 1, 1, len(numbers)))
        return centres_of_totals(self.x, totals, np.full(len(numbers), self.rate))

    def _totals(self, numbers: Array) -> dict[str, Array]:
        part = (numbers / self.now).reshape(1, 1, 1, -1)
        return {name: even * part for name, even in self.even.items()}


_Found = list[tuple[str, int, float, float]]


def _search(
    volume: _EvenVolume, staff: Mapping[str, float], growing: Sequence[str], steps: int
) -> tuple[int | None, tuple[str, ...], _Found]:
    """Find the most patients, the roles that stop it, and steps as (role, patients, from, to)."""
    positions: dict[str, list[Array]] = {role: [] for role in staff}
    done, look = 0, _FIRST_LOOK
    while True:
        for start in range(done, look, _AT_ONCE):
            numbers = np.arange(start, min(start + _AT_ONCE, look), dtype=np.float64)
            for role, some in volume.staffed(numbers).items():
                positions[role].append(some)
        found = {role: _steps(np.concatenate(positions[role]), staff[role]) for role in staff}
        done, look = look, look * 4
        if done >= MOST_PATIENTS or all(len(found[role]) >= steps for role in growing):
            break
    first = min((f[0][0] for f in found.values() if f), default=None)
    listed = [(role, *step) for role, some in found.items() for step in some[:steps]]
    by = tuple(role for role, some in found.items() if some and some[0][0] == first)
    most = None if first is None else max(first - 1, 0)
    return most, by, sorted(listed, key=lambda step: step[1])


def _steps(positions: Array, have: float) -> list[tuple[int, float, float]]:
    """Where positions rise above all before and above those who are there."""
    highest = np.maximum.accumulate(np.concatenate([[have], positions]))
    rises = np.flatnonzero(highest[1:] > highest[:-1] + _NOISE)
    return [(int(n), float(highest[n]), float(highest[n + 1])) for n in rises]


def _with_costs(volume: _EvenVolume, found: _Found) -> tuple[Step, ...]:
    """Steps with what they cost in the year."""
    if not found:
        return ()
    made = volume.centres([patients for _, patients, _, _ in found])
    total = made["total_cost_year"][0, 0, volume.year]
    is_open = np.minimum(volume.joined[0, 0, months_of(volume.year), 0], 1)
    steps = []
    for i, (role, patients, before, after) in enumerate(found):
        staff_cost = float(made["line_cost_year", role][0, 0, volume.year, i])
        each = staff_cost / after if is_open.any() and after > 0 else 0.0
        steps.append(
            Step(
                role=role,
                patients=patients,
                positions_before=before,
                positions=after,
                added_cost=each * (after - before),
                total_cost=float(total[i]),
                patients_per_position=(patients - 1) / before if before > 0 else float("nan"),
            )
        )
    return tuple(steps)
