"""The game: the cost of every group, from one set of inputs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gevinst.assemble import assemble
from gevinst.axes import GROUP, PERIOD, Array, total_over
from gevinst.coalitions.batch import costs_by_year, costs_of_volume, patients_of
from gevinst.coalitions.hosts import (
    Positions,
    hosts_of_groups,
    payroll_tax_rates,
    refuse_unsuitable,
    zones_of,
)
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger
from gevinst.schema import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosting:
    """Who hosts each group, and the rate of payroll tax there; the inputs do not change it."""

    zones: tuple[str, ...]
    hosts: Positions
    rates: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """Cost of every group in every year, and what the rules by volume need beside it.

    Attributes
    ----------
    by_year : ndarray
        Kroner before funding, shape ``(years, 2**n)``.
    demands : ndarray
        Patient-time of each partner over the horizon, shape ``(n,)``.
    """

    inputs: Inputs
    patients: Ledger
    hosting: Hosting
    by_year: Array
    demands: Array

    @property
    def costs(self) -> Array:
        """Cost of every group over the horizon, shape ``(2**n,)``."""
        return in_order(self.by_year)

    def cost_of_volume(self, demand: float) -> float:
        """Cost over the horizon of the whole centre with so much patient-time in all."""
        everybody = float(in_order(self.demands))
        rate = float(self.hosting.rates[-1])
        by_year = costs_of_volume(self.inputs, self.patients, rate, [demand / everybody])
        return float(in_order(by_year)[0])


def in_order(values: Array) -> Array:
    """Sum over the first axis, added in order as the core adds."""
    total = values[0]
    for row in values[1:]:
        total = total + row
    return np.asarray(total)


def hosting_of(project: Project) -> Hosting:
    """Host, zone and rate for every group of a project's partners.

    Raises
    ------
    ProjectError
        A partner states no zone for payroll tax, or there are more than 20 paying partners.
    """
    refuse_unsuitable(project)
    zones, hosts = zones_of(project), hosts_of_groups(project)
    return Hosting(zones=zones, hosts=hosts, rates=payroll_tax_rates(project, hosts, zones))


def game_of(inputs: Inputs, hosting: Hosting, patients: Ledger | None = None) -> Game:
    """Cost of every group, with the patients that follow from the inputs or those given."""
    patients = patients or patients_of(inputs)
    return _game(inputs, hosting, patients, costs_by_year(inputs, patients, hosting.rates))


def game_with(game: Game, patients: Ledger, changed: int) -> Game:
    """The same game with other patients of one partner: only its groups are computed."""
    rates = game.hosting.rates
    by_year = costs_by_year(game.inputs, patients, rates, changed, game.by_year)
    return _game(game.inputs, game.hosting, patients, by_year)


def _game(inputs: Inputs, hosting: Hosting, patients: Ledger, by_year: Array) -> Game:
    return Game(
        inputs=inputs,
        patients=patients,
        hosting=hosting,
        by_year=by_year,
        demands=total_over(patients["patient_time"], GROUP, PERIOD)[0, :, 0, 0],
    )


def game_of_project(project: Project) -> Game:
    """Cost of every group at the likely value of every input."""
    hosting = hosting_of(project)
    return game_of(assemble(project).inputs, hosting)
