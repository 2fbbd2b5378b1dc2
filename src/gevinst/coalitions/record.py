"""The cost of every group of partners, with labels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from gevinst.axes import Array
from gevinst.coalitions.game import Game, game_of_project, in_order
from gevinst.coalitions.hosts import NOBODY, Positions
from gevinst.coalitions.merging import Merger, dearest_mergers
from gevinst.errors import CoverageError, QuantityError
from gevinst.messages import nearest
from gevinst.schema import Project

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class CoalitionCosts:
    """What any group of partners would pay for a centre of its own.

    The index of a group is a bitmask: bit i is set where partner i takes part.

    Attributes
    ----------
    costs : ndarray
        Kroner before funding, shape ``(2**n,)``, read-only; ``costs[0] == 0``.
    labels, codes : tuple of str
        Names and codes of the partners, in the order of the bits.
    hosts : ndarray of int
        Position of the partner that hosts each group, shape ``(2**n,)``; -1 for the empty group.
    zones : tuple of str
        Zone for payroll tax of each partner.
    unit : str
        ``"NOK"``: kroner of the project's price year.
    year : int or None
        The year; None for the whole horizon.
    years : tuple of int
        Every year of the horizon.
    by_year : ndarray
        The same costs year by year, shape ``(years, 2**n)``, read-only.
    """

    costs: Array
    labels: tuple[str, ...]
    codes: tuple[str, ...]
    hosts: Positions
    zones: tuple[str, ...]
    unit: str
    year: int | None
    years: tuple[int, ...]
    by_year: Array

    def group(self, *partners: str) -> int:
        """Bitmask of a group, its members given by name or code.

        Raises
        ------
        QuantityError
            There is no such partner; the nearest name is suggested.
        """
        mask = 0
        for partner in partners:
            names = self.labels if partner in self.labels else self.codes
            if partner not in names:
                known = (*self.labels, *self.codes)
                raise QuantityError.unknown_label(
                    "municipality", partner, nearest(partner, known), self.labels
                )
            mask |= 1 << names.index(partner)
        return mask

    def members(self, group: int) -> tuple[str, ...]:
        """Names of the members of a group, given by its bitmask."""
        return tuple(name for i, name in enumerate(self.labels) if group >> i & 1)

    def cost(self, *partners: str) -> float:
        """Cost of a group in kroner, its members given by name or code."""
        return float(self.costs[self.group(*partners)])

    @property
    def alone(self) -> Array:
        """What each partner would pay alone, shape ``(n,)``."""
        alone: Array = self.costs[1 << np.arange(len(self.labels))]
        return alone

    @property
    def separable(self) -> Array:
        """What each partner adds to the cost of all the others, shape ``(n,)``."""
        everybody = len(self.costs) - 1
        others = everybody ^ 1 << np.arange(len(self.labels))
        added: Array = self.costs[everybody] - self.costs[others]
        return added

    def of_year(self, year: int | None) -> CoalitionCosts:
        """The same for one year, or for the whole horizon (None).

        Raises
        ------
        CoverageError
            The year lies outside the horizon.
        """
        if year is not None and year not in self.years:
            raise CoverageError.outside_horizon(year, self.years[0], self.years[-1])
        rows = self.by_year if year is None else self.by_year[[self.years.index(year)]]
        return replace(self, costs=_frozen(in_order(rows)), year=year)

    def dearer_together(self, most: int = 3) -> tuple[Merger, ...]:
        """Pairs of groups that would pay more together than each on its own, dearest first.

        Where there are none, the cost is subadditive: it never costs extra to join forces.

        Parameters
        ----------
        most : int
            How many to give.

        Raises
        ------
        ProjectError
            There are more than 16 partners: too many pairs to look through.
        """
        return dearest_mergers(self.costs, most)

    def table(self) -> pd.DataFrame:
        """One row per group: ``group`` (bitmask), ``members``, ``size``, ``host``, ``cost``."""
        import pandas as pd

        groups = range(len(self.costs))
        return pd.DataFrame(
            {
                "group": groups,
                "members": [", ".join(self.members(g)) for g in groups],
                "size": [g.bit_count() for g in groups],
                "host": ["" if h == NOBODY else self.labels[h] for h in self.hosts],
                "cost": self.costs,
            }
        )


def coalition_costs(project: Project, year: int | None = None) -> CoalitionCosts:
    """Cost of a centre of its own for every group of the project's paying partners.

    Each cost is that of the same model with only those partners: minimum presence, whole
    positions, fixed and one-off costs included, at the likely value of every input. The agreed
    host runs the centre of each group that it is a member of; any other group is hosted by its
    most populous member, with the payroll tax of that zone. Costs are before funding, since
    nobody knows what a group of its own would be granted.

    Parameters
    ----------
    project : Project
        From `gevinst.load` or `gevinst.example`, with `payroll_tax_zone` for every paying partner.
    year : int, optional
        One year; the sum over the horizon if absent.

    Returns
    -------
    CoalitionCosts
        ``.costs`` can be given to any rule of `gevinst.allocation`.

    Raises
    ------
    ProjectError
        A partner states no zone, or there are more than 20 paying partners.
    CoverageError
        The year lies outside the horizon.

    Examples
    --------
    >>> import gevinst as gv
    >>> groups = gv.coalition_costs(gv.example("nord-troms"))
    >>> groups.cost("Skjervøy", "Nordreisa") < groups.cost("Skjervøy") + groups.cost("Nordreisa")
    True
    """
    return labelled(project, game_of_project(project)).of_year(year)


def labelled(project: Project, game: Game) -> CoalitionCosts:
    """Costs of a game with the names of a project's partners, for the whole horizon."""
    paying = project.paying_partners
    return CoalitionCosts(
        costs=_frozen(game.costs),
        labels=tuple(partner.name for partner in paying),
        codes=tuple(partner.code for partner in paying),
        hosts=game.hosting.hosts,
        zones=game.hosting.zones,
        unit="NOK",
        year=None,
        years=game.inputs.frame.year_labels,
        by_year=_frozen(game.by_year),
    )


def _frozen(values: Array) -> Array:
    values.setflags(write=False)
    return values
