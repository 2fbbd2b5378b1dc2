"""A partner joins: what it changes for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gevinst.axes import Array
from gevinst.running import run
from gevinst.schema import Project
from gevinst.studies.models import paying_partner, with_partner, without_partner
from gevinst.studies.months import month_of
from gevinst.studies.wording import Language, kroner, listed, say
from gevinst.studies.years import over_years, span

if TYPE_CHECKING:
    import pandas as pd

A_KRONE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What everybody pays with a partner and without it.

    Attributes
    ----------
    partner : str
        Name of the one that joins.
    month : str
        First month with it, ``YYYY-MM``.
    when : str
        The horizon.
    labels, years : tuple
        Partners, the one that joins among them, and years.
    without, together : ndarray
        Kroner by partner and year, shape ``(n, years)``; its own row is zero in `without`.
    """

    partner: str
    month: str
    when: str
    labels: tuple[str, ...]
    years: tuple[int, ...]
    without: Array
    together: Array

    @property
    def change(self) -> Array:
        """What each of the partners pays more (or less) over the horizon, shape ``(n,)``."""
        return over_years(self.together) - over_years(self.without)

    def sentence(self, lang: Language = "nb") -> str:
        """Say what the partner pays, what the others save, and who pays more, if any.

        Parameters
        ----------
        lang : {"nb", "en"}
        """
        own = self.labels.index(self.partner)
        others = [i for i in range(len(self.labels)) if i != own]
        change = self.change
        saved = -float(sum(change[i] for i in others))
        dearer = [self.labels[i] for i in others if change[i] > A_KRONE]
        parts = [
            say(
                "joining.saved" if saved >= 0 else "joining.dearer",
                lang,
                who=self.partner,
                month=self.month,
                pays=kroner(float(over_years(self.together)[own]), lang),
                amount=kroner(abs(saved), lang),
                when=self.when,
            )
        ]
        if dearer and saved >= 0:
            parts.append(say("joining.but", lang, who=listed(dearer, lang)))
        return " ".join(parts)

    def table(self) -> pd.DataFrame:
        """One row per partner and year: ``municipality, year, without, together, change``."""
        import pandas as pd

        count = len(self.years)
        return pd.DataFrame(
            {
                "municipality": np.repeat(self.labels, count),
                "year": np.tile(self.years, len(self.labels)),
                "without": self.without.ravel(),
                "together": self.together.ravel(),
                "change": (self.together - self.without).ravel(),
            }
        )


def joining(project: Project, partner: str, month: str | None = None) -> Joining:
    """What a partner's joining changes for everybody, by the project's own price model.

    The partner stands in the project like any other. The comparison is the same project without
    it; nothing else changes.

    Parameters
    ----------
    project : Project
    partner : str
        Name or code of the one that joins.
    month : str, optional
        First month with it, ``YYYY-MM``, in the middle of a year or not; that of the project
        (`joins`) if absent.

    Returns
    -------
    Joining

    Raises
    ------
    QuantityError
        There is no such partner.
    ArgumentError
        It is the host, without which there is no centre, or the month cannot be read.

    Examples
    --------
    >>> import gevinst as gv
    >>> effect = gv.studies.joining(gv.example("nord-troms"), "Lyngen", "2028-07")
    >>> effect.month, bool(effect.together[-1, 0] == 0)
    ('2028-07', True)
    """
    who = paying_partner(project, partner)
    before = run(without_partner(project, who))
    joins = who.joins if month is None else month_of("month", month)
    after = run(with_partner(project, who, joins=joins))
    labels = after.frame.municipalities
    charges = after.ledger["charge_year"][0, :, :, 0]
    without = np.zeros(charges.shape)
    others = [i for i, name in enumerate(labels) if name != who.name]
    without[others] = before.ledger["charge_year"][0, :, :, 0]
    return Joining(
        partner=who.name,
        month=str(joins),
        when=span(after.frame),
        labels=labels,
        years=after.frame.year_labels,
        without=without,
        together=charges,
    )
