"""Who hosts each group's centre, and the payroll tax that follows from it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gevinst import parameters
from gevinst.assemble.work import PAYROLL_TAX
from gevinst.axes import Array
from gevinst.errors import Problem, ProjectError
from gevinst.schema import Project

NOBODY = -1
MOST_PARTNERS = 20
"""With more paying partners there are over a million groups."""

Positions = NDArray[np.int64]


def refuse_unsuitable(project: Project) -> None:
    """Raise if there are too many partners, or one whose zone is not known."""
    paying = project.paying_partners
    if len(paying) > MOST_PARTNERS:
        raise ProjectError.one(
            "coalition.too_many", path="partners", count=len(paying), most=MOST_PARTNERS
        )
    refuse_unknown_zones(project)


def refuse_unknown_zones(project: Project) -> None:
    """Raise if the zone of a partner is not known."""
    missing = [p for p in project.paying_partners if p.payroll_tax_zone is None]
    if missing:
        raise ProjectError(
            Problem(
                "coalition.zone_missing",
                f"partners[{project.partners.index(partner)}].payroll_tax_zone",
                facts={"partner": partner.name},
            )
            for partner in missing
        )


def zones_of(project: Project) -> tuple[str, ...]:
    """Zone for payroll tax of every paying partner."""
    return tuple(str(partner.payroll_tax_zone) for partner in project.paying_partners)


def hosts_of_groups(project: Project) -> Positions:
    """Host of each group: the agreed one where it is a member, else the most populous member.

    Equal numbers of inhabitants go by the code, so that the order in the file decides nothing.

    Returns
    -------
    ndarray of int
        Position of the host, shape ``(2**n,)``; -1 for the empty group.
    """
    paying = project.paying_partners
    ranked = hosting_order(project)
    groups = np.arange(1 << len(paying))
    hosts = np.full(len(groups), NOBODY, dtype=np.int64)
    for partner in reversed(ranked):
        hosts[groups >> partner & 1 == 1] = partner
    return hosts


def hosting_order(project: Project) -> list[int]:
    """Positions of the paying partners: whoever stands first hosts a group that it is in."""
    paying = project.paying_partners
    return sorted(
        range(len(paying)),
        key=lambda i: (
            paying[i].code != project.host.code,
            -paying[i].population.likely,
            paying[i].code,
        ),
    )


def payroll_tax_rates(project: Project, hosts: Positions, zones: Sequence[str]) -> Array:
    """Rate of each group's host on the project's date; the empty group has that of the host."""
    date = project.project.date
    by_partner = np.array([parameters.number(PAYROLL_TAX, date, zone) for zone in zones])
    own = [partner.code for partner in project.paying_partners].index(project.host.code)
    rates: Array = by_partner[np.where(hosts == NOBODY, own, hosts)]
    return rates
