"""A partner leaves with notice: who pays what until it is gone, and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gevinst.axes import Array
from gevinst.errors import ArgumentError
from gevinst.results import Results
from gevinst.running import run
from gevinst.schema import Month, Project
from gevinst.studies.models import paying_partner, with_partner
from gevinst.studies.months import later, month_of
from gevinst.studies.wording import Language, kroner, say

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What everybody pays if a partner stays, leaves at once, or leaves after its notice.

    Each array is kroner by partner, shape ``(n, 2)``: during the notice, and afterwards.

    Attributes
    ----------
    partner : str
        Name of the one that leaves.
    given, leaves : str
        Month in which notice is given, and first month without the partner.
    labels : tuple of str
        Partners, the one that leaves among them.
    stays, at_once, with_notice : ndarray
    """

    partner: str
    given: str
    leaves: str
    labels: tuple[str, ...]
    stays: Array
    at_once: Array
    with_notice: Array

    def sentence(self, lang: Language = "nb") -> str:
        """Say what the partner pays during the notice, and what its leaving costs the others.

        Parameters
        ----------
        lang : {"nb", "en"}
        """
        own = self.labels.index(self.partner)
        others = [i for i in range(len(self.labels)) if i != own]
        spared = float((self.at_once - self.with_notice)[others, 0].sum())
        after = float((self.with_notice - self.stays)[others, 1].sum())
        return say(
            "leaving",
            lang,
            who=self.partner,
            given=self.given,
            leaves=self.leaves,
            pays=kroner(float(self.with_notice[own, 0]), lang),
            spared=kroner(spared, lang),
            after=kroner(after, lang),
        )

    def table(self) -> pd.DataFrame:
        """One row per partner and period.

        Returns
        -------
        pandas.DataFrame
            ``municipality, period`` (``notice`` or ``after``), ``stays, at_once, with_notice``.
        """
        import pandas as pd

        return pd.DataFrame(
            {
                "municipality": np.repeat(self.labels, 2),
                "period": np.tile(["notice", "after"], len(self.labels)),
                "stays": self.stays.ravel(),
                "at_once": self.at_once.ravel(),
                "with_notice": self.with_notice.ravel(),
            }
        )


def leaving(project: Project, partner: str, month: str, notice_months: int) -> Leaving:
    """What a partner's leaving changes for everybody, by the project's own price model.

    During the notice the partner stays in the service, with its patients, and pays as before.
    From the first month after it, its patients have left and it pays nothing.

    Parameters
    ----------
    project : Project
    partner : str
        Name or code of the one that leaves.
    month : str
        Month from which the notice runs, ``YYYY-MM``, within the horizon.
    notice_months : int
        Months of notice, at least 0.

    Returns
    -------
    Leaving

    Raises
    ------
    QuantityError
        There is no such partner.
    ArgumentError
        It is the host, the month cannot be read or lies outside the horizon or before the
        partner joins, or the notice is negative.

    Examples
    --------
    >>> import gevinst as gv
    >>> effect = gv.studies.leaving(gv.example("nord-troms"), "Lyngen", "2030-01", 12)
    >>> effect.leaves, bool(effect.with_notice[-1, 1] == 0)
    ('2031-01', True)
    """
    who = paying_partner(project, partner)
    if who.code == project.centre.host:
        raise ArgumentError("argument.host_cannot_be_left_out", partner=who.name)
    if notice_months < 0:
        raise ArgumentError.outside("notice_months", notice_months, ">= 0")
    given = month_of("month", month)
    leaves = later(given, notice_months)
    first = given.index(project.horizon.first_year)
    stays = run(with_partner(project, who, leaves=None))
    months = len(stays.frame.months)
    if not 0 <= first < months or given <= who.joins:
        earliest = max(later(who.joins, 1), Month(project.horizon.first_year, 1))
        last = stays.frame.months[-1]
        raise ArgumentError("argument.month_outside", found=month, first=str(earliest), last=last)
    notice = slice(first, first + notice_months)
    after = slice(first + notice_months, months)

    def by_period(results: Results) -> Array:
        charges = results.ledger["charge"][0, :, :, 0]
        return np.stack([charges[:, notice].sum(axis=1), charges[:, after].sum(axis=1)], axis=1)

    return Leaving(
        partner=who.name,
        given=str(given),
        leaves=str(leaves),
        labels=stays.frame.municipalities,
        stays=by_period(stays),
        at_once=by_period(run(with_partner(project, who, leaves=given))),
        with_notice=by_period(run(with_partner(project, who, leaves=leaves))),
    )
