"""What one staff for all saves against a staff for each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeGuard

import numpy as np

from gevinst import parameters
from gevinst.arguments import checked_choice
from gevinst.assemble import assemble
from gevinst.assemble.work import PAYROLL_TAX
from gevinst.axes import Array
from gevinst.coalitions.batch import TOTALS, centres_of_totals, patients_of
from gevinst.coalitions.hosts import hosting_order, refuse_unknown_zones, zones_of
from gevinst.core.ledger import Ledger
from gevinst.errors import ArgumentError
from gevinst.schema import Project
from gevinst.studies.models import paying_partner
from gevinst.studies.staff_wording import Language, fte, kroner, listed, told
from gevinst.studies.years import chosen_year, months_of

if TYPE_CHECKING:
    import pandas as pd

ALL_ROLES = ""
QUANTITIES = ("needed_fte", "staffed_fte", "staff_cost", "total_cost")
FEWEST_GROUPS = 2

_NOISE = 1e-9
"""Positions that differ by less are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Positions and cost of one centre in the year.

    Attributes
    ----------
    members : tuple of str
        Names of those who share it.
    needed_fte, staffed_fte : mapping of str to float
        Mean positions of the year by role, before and after rounding to whole steps.
    staff_cost : mapping of str to float
        Kroner of the year by role.
    total_cost : float
        Kroner of the year in all, before contributions.
    """

    members: tuple[str, ...]
    needed_fte: Mapping[str, float]
    staffed_fte: Mapping[str, float]
    staff_cost: Mapping[str, float]
    total_cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooling:
    """Positions and cost of several centres against one for all of them.

    Attributes
    ----------
    year : int
    apart : tuple of Staff
        One for each group.
    together : Staff
        One for all of them.
    more_needed_together : tuple of str
        Roles, by id, that need more together than apart in some month; usually none.
    names : mapping of str to str
        Name of each role.
    """

    year: int
    apart: tuple[Staff, ...]
    together: Staff
    more_needed_together: tuple[str, ...]
    names: Mapping[str, str]

    def saved(self, quantity: str, role: str = ALL_ROLES) -> float:
        """How much less together than apart; below 0 is more.

        Parameters
        ----------
        quantity : {"needed_fte", "staffed_fte", "staff_cost", "total_cost"}
        role : str, optional
            Id of a role; all of them if absent.

        Raises
        ------
        ArgumentError
            There is no such quantity or role, or `total_cost` is asked of a role.
        """
        by_role = role != ALL_ROLES
        checked_choice("role", role, (ALL_ROLES, *self.names))
        checked_choice("quantity", quantity, QUANTITIES[:-1] if by_role else QUANTITIES)
        return self._apart(quantity, role) - _of(self.together, quantity, role)

    def frame(self) -> pd.DataFrame:
        """One row per role and quantity, and one for all roles.

        Returns
        -------
        pandas.DataFrame
            ``role`` (empty for all), ``quantity, apart, together, saved, unit``.
        """
        import pandas as pd

        rows = []
        for role in (*self.names, ALL_ROLES):
            for quantity in QUANTITIES:
                if quantity == "total_cost" and role != ALL_ROLES:
                    continue
                apart = self._apart(quantity, role)
                together = _of(self.together, quantity, role)
                unit = "FTE" if quantity.endswith("fte") else "NOK/year"
                rows.append((role, quantity, apart, together, apart - together, unit))
        columns = ["role", "quantity", "apart", "together", "saved", "unit"]
        return pd.DataFrame(rows, columns=columns)

    def centres(self) -> pd.DataFrame:
        """One row per centre, role and quantity; the last centre is the one for all.

        Returns
        -------
        pandas.DataFrame
            ``members, role`` (empty for all), ``quantity, value, unit``.
        """
        import pandas as pd

        rows = [
            (", ".join(staff.members), role, quantity, _of(staff, quantity, role), unit)
            for staff in (*self.apart, self.together)
            for role in (*self.names, ALL_ROLES)
            for quantity, unit in (
                ("needed_fte", "FTE"),
                ("staffed_fte", "FTE"),
                ("staff_cost", "NOK/year"),
            )
        ]
        return pd.DataFrame(rows, columns=["members", "role", "quantity", "value", "unit"])

    def text(self, lang: Language = "nb") -> str:
        """What is saved by one staff for all, and what it rests on.

        Parameters
        ----------
        lang : {"nb", "en"}
        """
        who = listed([" + ".join(staff.members) for staff in self.apart], lang)
        positions = {
            f"{short}{end}": fte(value, lang)
            for short, quantity in (("needed", "needed_fte"), ("staffed", "staffed_fte"))
            for end, value in (
                ("_apart", self._apart(quantity, ALL_ROLES)),
                ("", _of(self.together, quantity, ALL_ROLES)),
            )
        }
        lines = [told("pooling.gain", lang, year=self.year, who=who, **positions)]
        saved = self.saved("staff_cost"), self.saved("total_cost")
        cheaper = "pooling.cheaper" if min(saved) >= 0 else "pooling.dearer"
        costs = {
            "staff_cost": kroner(saved[0], lang),
            "total_cost": kroner(saved[1], lang),
        }
        lines.append(told(cheaper, lang, **costs))
        if self.more_needed_together:
            roles = listed([self.names[role] for role in self.more_needed_together], lang)
            lines.append(told("pooling.more_needed", lang, roles=roles))
        lines.append(told("pooling.assumed", lang))
        return "\n".join(lines)

    def _apart(self, quantity: str, role: str) -> float:
        return sum(_of(staff, quantity, role) for staff in self.apart)


def _of(staff: Staff, quantity: str, role: str) -> float:
    if quantity == "total_cost":
        return staff.total_cost
    by_role: Mapping[str, float] = getattr(staff, quantity)
    return sum(by_role.values()) if role == ALL_ROLES else by_role[role]


def pooling(
    project: Project,
    year: int | None = None,
    groups: Sequence[Sequence[str]] | None = None,
) -> Pooling:
    """Positions apart against together; see `gevinst.staffing.pooling`."""
    if not isinstance(project, Project):
        raise ArgumentError("argument.not_project", found=type(project).__name__)
    refuse_unknown_zones(project)
    sets = _sets(project, groups)
    everybody = sorted(i for members in sets for i in members)
    assembly = assemble(project)
    x = assembly.inputs
    patients = patients_of(x)
    at = chosen_year(patients, year)
    centres = [*sets, everybody]
    totals = {
        total: np.concatenate([_sum(patients[part], members) for members in centres], axis=-1)
        for total, part in TOTALS.items()
    }
    made = centres_of_totals(x, totals, _rates(project, centres))
    roles = [role.id for role in x.roles]
    staff = [
        _staff(made, roles, at, i, tuple(x.frame.municipalities[m] for m in members))
        for i, members in enumerate(centres)
    ]
    return Pooling(
        year=x.frame.year_labels[at],
        apart=tuple(staff[:-1]),
        together=staff[-1],
        more_needed_together=tuple(r for r in roles if _needs_more(made, r, at)),
        names=MappingProxyType(dict(assembly.names.roles)),
    )


def _sets(project: Project, groups: Sequence[Sequence[str]] | None) -> list[list[int]]:
    """Positions of the members of each group, in the order of the partners."""
    paying = project.paying_partners
    if len(paying) < FEWEST_GROUPS:
        raise ArgumentError("argument.nobody_to_pool", partner=paying[0].name)
    if groups is None:
        return [[i] for i in range(len(paying))]
    if not _lists_of_names(groups):
        raise ArgumentError("argument.groups_of_names", argument="groups")
    codes = [partner.code for partner in paying]
    sets = [
        sorted(codes.index(paying_partner(project, name).code) for name in group)
        for group in groups
    ]
    if len(sets) < FEWEST_GROUPS or not all(sets):
        raise ArgumentError("argument.groups_of_names", argument="groups")
    named = [i for members in sets for i in members]
    twice = [paying[i].name for i in sorted(set(named)) if named.count(i) > 1]
    if twice:
        raise ArgumentError("argument.named_twice", argument="groups", found=twice[0])
    return sets


def _lists_of_names(groups: object) -> bool:
    """Whether these are lists of text, however many."""
    return _several(groups) and all(
        _several(group) and all(isinstance(name, str) for name in group) for group in groups
    )


def _several(found: object) -> TypeGuard[Collection[object]]:
    """Whether it holds others; a text alone is one name."""
    return isinstance(found, Collection) and not isinstance(found, str)


def _sum(part: Array, members: Sequence[int]) -> Array:
    """Sum over the members, in order, the municipality axis kept with length 1."""
    total = part[:, members[0] : members[0] + 1]
    for i in members[1:]:
        total = total + part[:, i : i + 1]
    return total


def _rates(project: Project, centres: Sequence[Sequence[int]]) -> Array:
    """Payroll tax where each centre's host is."""
    order, zones = hosting_order(project), zones_of(project)
    hosts = [next(i for i in order if i in members) for members in centres]
    date = project.project.date
    return np.array([parameters.number(PAYROLL_TAX, date, zones[host]) for host in hosts])


def _year(made: Ledger, name: str, role: str, year: int) -> Array:
    """Months of the year by centre, shape ``(12, centres)``."""
    shape = (1, 1, len(made.source.frame.months), made.source.frame.draws)
    months: Array = np.broadcast_to(made[name, role], shape)[0, 0, months_of(year)]
    return months


def _staff(
    made: Ledger, roles: Sequence[str], year: int, centre: int, members: tuple[str, ...]
) -> Staff:
    def mean(name: str) -> Mapping[str, float]:
        return MappingProxyType(
            {role: float(_year(made, name, role, year)[:, centre].mean()) for role in roles}
        )

    costs = {role: float(made["line_cost_year", role][0, 0, year, centre]) for role in roles}
    return Staff(
        members=members,
        needed_fte=mean("needed_fte"),
        staffed_fte=mean("staffed_fte"),
        staff_cost=MappingProxyType(costs),
        total_cost=float(made["total_cost_year"][0, 0, year, centre]),
    )


def _needs_more(made: Ledger, role: str, year: int) -> bool:
    """Whether the role needs more together than apart in some month."""
    needed = _year(made, "needed_fte", role, year)
    return bool((needed[:, -1] > needed[:, :-1].sum(axis=1) + _NOISE).any())
