"""What if one partner includes more: every such case at once, one a draw.

With n partners the draws are: the project as it is; then for each partner a tenth more inclusion;
one patient more; ten patients more. Everything after the change is computed again by the model.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from gevinst.axes import GROUP, PERIOD, Array, total_over
from gevinst.coalitions import Game, Hosting, game_of, game_with
from gevinst.coalitions.batch import TOTALS, patients_of
from gevinst.core import model, volumes
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger
from gevinst.studies.years import full_year, months_of

RISE = 0.1
"""Rise in inclusion, as a share of what was aimed at."""

FEW, MANY = 1, 10
"""Patients more, each for the whole of the first full year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenarios:
    """Patients of every case, along the draw axis.

    Attributes
    ----------
    base : Inputs
        The project as it is, in one draw.
    patients : Ledger
        Stock and flow of patients in every case.
    """

    base: Inputs
    patients: Ledger

    @property
    def partners(self) -> int:
        """Number of partners."""
        return len(self.base.frame.municipalities)

    @property
    def draws(self) -> int:
        """Number of cases."""
        return 3 * self.partners + 1

    def rise(self, values: Array) -> Array:
        """Change from the project as it is to a tenth more inclusion, each partner in its own case.

        Parameters
        ----------
        values : ndarray
            By partner and case, shape ``(n, draws)``.
        """
        return self._own_change(values, 1)

    def next_patient(self, values: Array) -> Array:
        """Change with one patient more, each partner in its own case."""
        return self._own_change(values, 1 + self.partners)

    def next_ten(self, values: Array) -> Array:
        """Mean change for each of ten patients more, each partner in its own case."""
        return self._own_change(values, 1 + 2 * self.partners) / MANY

    def _own_change(self, values: Array, first: int) -> Array:
        own = np.arange(self.partners)
        change: Array = values[own, first + own] - values[own, 0]
        return change

    def case(self, draw: int) -> Ledger:
        """The patients of one case, as a run in one draw has them."""
        made = Ledger(self.base)
        for name in {*TOTALS, *TOTALS.values()}:
            values = self.patients[name]
            made.values[name, ""] = values if values.shape[-1] == 1 else values[..., [draw]]
        return made

    def games(self, hosting: Hosting) -> tuple[Game, ...]:
        """Cost of every group in every case."""
        base = game_of(self.base, hosting, self.case(0))
        others = (
            game_with(base, self.case(draw), (draw - 1) % self.partners)
            for draw in range(1, self.draws)
        )
        return (base, *others)


def scenarios_of(x: Inputs) -> Scenarios:
    """Every case of a project's inputs."""
    count = len(x.frame.municipalities)
    patients = patients_of(in_cases(x))
    add_patients(patients, count)
    return Scenarios(base=x, patients=patients)


def in_cases(x: Inputs) -> Inputs:
    """The same inputs along the draws of the cases, with the rise in inclusion."""
    count = len(x.frame.municipalities)
    draws = 3 * count + 1
    factors = np.ones((1, count, 1, draws))
    own = np.arange(count)
    factors[0, own, 0, 1 + own] += RISE
    return replace(
        x,
        frame=replace(x.frame, draws=draws),
        inclusion_share=np.minimum(x.inclusion_share * factors, 1),
        opening_patients=x.opening_patients * np.ones(draws),
    )


def add_patients(patients: Ledger, count: int) -> None:
    """Add one patient, and ten, to each partner in its own case, for the first full year.

    Each starts with the year's first month and stops with its last. They are of the patient
    groups in which the partner has its patients that year, or all partners if it has none.
    """
    year = months_of(full_year(patients))
    months = year.stop - year.start
    mix = _mix(patients["patient_time"][..., :1], year)
    added = np.zeros(patients["patient_time"].shape)
    for block, more in ((1, FEW), (2, MANY)):
        for partner in range(count):
            draw = 1 + block * count + partner
            added[:, partner, year, draw] = more * mix[:, partner, np.newaxis]
    first, last = np.zeros_like(added), np.zeros_like(added)
    first[:, :, year.start] = added[:, :, year.start]
    last[:, :, year.stop - 1] = added[:, :, year.start + months - 1]
    length = patients["period_length"]
    for name, more_of in (
        ("active_patients", added),
        ("patient_time", added * length),
        ("starts", first),
        ("stops", last),
    ):
        patients.values[name, ""] = patients[name] + more_of
    for total in (volumes.patient_time_all, volumes.starts_all, volumes.stops_all):
        patients.make(total)


def _mix(patient_time: Array, year: slice) -> Array:
    """Share of each group in each partner's patients of the year, shape ``(group, partner)``."""
    own = total_over(patient_time[:, :, year], PERIOD)[:, :, 0, 0]
    everyone = own.sum(axis=1, keepdims=True)
    if not everyone.any():
        everyone = np.ones_like(everyone)
    of_partner = np.where(own.sum(axis=0) > 0, own, everyone)
    mix: Array = (
        of_partner / total_over(of_partner[:, :, np.newaxis, np.newaxis], GROUP)[0, :, 0, 0]
    )
    return mix


def charged(x: Inputs, patients: Ledger) -> Ledger:
    """The model from these patients on.

    Parameters
    ----------
    x : Inputs
        With the price model to use.
    patients : Ledger
        Stock and flow of patients.
    """
    made = Ledger(x)
    made.values.update(patients.values)
    made.producers.update(patients.producers)
    model.centre(x, made)
    return model.settle(x, made)
