"""Is the split one that nobody has reason to refuse: each against alone, each group against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gevinst import allocation
from gevinst.axes import GROUP, MONTHS_IN_YEAR, Array, total_over
from gevinst.coalitions import CoalitionCosts, coalition_costs
from gevinst.coalitions.merging import MOST_PARTNERS
from gevinst.display import format_percent
from gevinst.errors import ArgumentError
from gevinst.results import Results
from gevinst.running import run
from gevinst.schema import Project
from gevinst.studies.equal_parts import equal_part
from gevinst.studies.models import by_rule
from gevinst.studies.wording import Language, group_text, kroner, listed, say
from gevinst.studies.years import chosen_year, over_years, span

if TYPE_CHECKING:
    import pandas as pd

PENNY = 0.01
"""Kroner for each member: a smaller objection is rounding noise, not money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """A group that would pay less on its own, and by how many kroner over the horizon."""

    members: tuple[str, ...]
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fairness:
    """What each partner pays and would pay alone, and every group that would be better off.

    Amounts are kroner over the horizon, shape ``(n,)``, unless something else is said.

    Attributes
    ----------
    labels, codes : tuple of str
        Partners.
    when : str
        The horizon, such as ``"2027–2036"``.
    year : int
        The year that `charge_year` is about.
    charge, charge_year : ndarray
    inhabitant_years, patient_months : ndarray
        What the charge is divided by; patient-months over the horizon.
    alone : ndarray
        What the partner would pay alone, with the same `funded_share`.
    separable : ndarray
        What the partner adds to the cost of all the others, with the same `funded_share`.
    equal_part : ndarray
        What the keys with equal shares alone make of the charge; 0 where there is none.
    funded_share : float
        Share of the cost that others pay, in the whole centre and so in each group; negative
        where the charges add up to more than the cost of the centre.
    objections : tuple of Objection
        Proper groups that would pay less on their own, largest first; empty if in the core.
    """

    labels: tuple[str, ...]
    codes: tuple[str, ...]
    when: str
    year: int
    charge: Array
    charge_year: Array
    inhabitant_years: Array
    patient_months: Array
    alone: Array
    separable: Array
    equal_part: Array
    funded_share: float
    objections: tuple[Objection, ...]

    @property
    def saving(self) -> Array:
        """What each partner saves by taking part; negative if it would pay less alone."""
        return self.alone - self.charge

    @property
    def in_core(self) -> bool:
        """Whether no group would pay less on its own."""
        return not self.objections

    def sentence(self, lang: Language = "nb") -> str:
        """Say in one sentence whether a group would be better off alone, which, and by how much.

        Parameters
        ----------
        lang : {"nb", "en"}
        """
        if len(self.labels) == 1:
            return say("fair.nobody_else", lang, who=self.labels[0])
        if self.in_core:
            least = int(np.argmin(self.saving))
            amount = kroner(float(self.saving[least]), lang)
            return say("fair.none", lang, when=self.when, who=self.labels[least], amount=amount)
        worst = self.objections[0]
        return say(
            "fair.objection_one" if len(worst.members) == 1 else "fair.objection",
            lang,
            who=group_text(worst.members, self.labels, lang),
            amount=kroner(worst.amount, lang),
            when=self.when,
        )

    def warning(self, lang: Language = "nb") -> str:
        """Warn where the equal part alone is more than somebody would pay alone; else empty.

        The one named is whose equal part is furthest above its cost alone; where all have the
        same part, that is the one with the cheapest centre of its own.

        Parameters
        ----------
        lang : {"nb", "en"}
        """
        above = np.where(self.equal_part > 0, self.equal_part - self.alone, 0)
        worst = int(np.argmax(above))
        if len(self.labels) == 1 or above[worst] <= PENNY * len(self.labels):
            return ""
        return say(
            "fair.equal_part",
            lang,
            who=self.labels[worst],
            when=self.when,
            part=kroner(float(self.equal_part[worst]), lang),
            alone=kroner(float(self.alone[worst]), lang),
        )

    def text(self, lang: Language = "nb") -> str:
        """The sentence, how many groups object, any warning, and how funding is treated."""
        parts = [self.sentence(lang)]
        if len(self.objections) > 1:
            parts.append(say("fair.more_groups", lang, count=len(self.objections)))
        if self.warning(lang):
            parts.append(self.warning(lang))
        if abs(self.funded_share) > 0 and len(self.labels) > 1:
            key = "fair.same_funding" if self.funded_share > 0 else "fair.same_addition"
            share = format_percent(abs(self.funded_share), lang=lang)
            parts.append(say(key, lang, share=share))
        return " ".join(parts)

    def table(self) -> pd.DataFrame:
        """One row per partner.

        Returns
        -------
        pandas.DataFrame
            ``municipality, code, charge, charge_year, per_inhabitant`` (kroner per inhabitant and
            year), ``per_patient_month, alone, saving, saving_share, separable_cost``. A ratio
            with nothing to divide by is missing.
        """
        import pandas as pd

        return pd.DataFrame(
            {
                "municipality": self.labels,
                "code": self.codes,
                "charge": self.charge,
                "charge_year": self.charge_year,
                "per_inhabitant": ratio(self.charge, self.inhabitant_years),
                "per_patient_month": ratio(self.charge, self.patient_months),
                "alone": self.alone,
                "saving": self.saving,
                "saving_share": ratio(self.saving, self.alone),
                "separable_cost": self.separable,
            }
        )


def fairness(
    project: Project | Results,
    rule: str | None = None,
    *,
    costs: CoalitionCosts | None = None,
    year: int | None = None,
) -> Fairness:
    """Hold what each partner pays against what any group of them would pay on its own.

    Each group's cost is that of the same model with only its members, with the same share of it
    covered by others as in the whole centre: a grant of the centre's size would flatter the
    small groups.

    Parameters
    ----------
    project : Project or Results
        A project, or a run of one together with `costs`.
    rule : str, optional
        Rule to use instead of the project's own, such as ``"shapley"``; only with a project.
    costs : CoalitionCosts, optional
        From `gevinst.coalition_costs`, if at hand; needed with results.
    year : int, optional
        The year of `charge_year`; the first year with every partner in all months if absent.

    Returns
    -------
    Fairness

    Raises
    ------
    ArgumentError
        Results without `costs` or with `rule`, or an unknown rule.
    ProjectError
        A partner states no zone for payroll tax, or there are more than 20 paying partners.
    CoverageError
        The year lies outside the horizon.

    Examples
    --------
    >>> import gevinst as gv
    >>> report = gv.studies.fairness(gv.example("nord-troms"))
    >>> len(report.table()), bool(report.charge.sum() < report.alone.sum())
    (6, True)
    """
    if isinstance(project, Results):
        if costs is None:
            raise ArgumentError("argument.results_need_costs")
        if rule is not None:
            raise ArgumentError("argument.rule_needs_project")
        results = project
    else:
        results = run(project if rule is None else by_rule(project, rule))
        costs = costs or coalition_costs(project)
    return fairness_of(results, costs.of_year(None), year)


def fairness_of(results: Results, costs: CoalitionCosts, year: int | None = None) -> Fairness:
    """Fairness of the charges of a run, against the costs of its groups over the horizon."""
    made = results.ledger
    charges = made["charge_year"][0, :, :, 0]
    chosen = chosen_year(made, year)
    per_inhabitant_years = made["inhabitants_year"][0, :, :, 0]
    patient_time = total_over(made["patient_time"], GROUP)[0, :, :, 0]
    charge = over_years(charges)
    scale = scale_of(charge, costs)
    return Fairness(
        labels=costs.labels,
        codes=costs.codes,
        when=span(results.frame),
        year=results.frame.year_labels[chosen],
        charge=charge,
        charge_year=charges[:, chosen],
        inhabitant_years=over_years(np.broadcast_to(per_inhabitant_years, charges.shape)),
        patient_months=over_years(patient_time) * MONTHS_IN_YEAR,
        alone=costs.alone * scale,
        separable=costs.separable * scale,
        equal_part=equal_part(made),
        funded_share=1 - scale,
        objections=objections_to(charge, costs, scale),
    )


def scale_of(charge: Array, costs: CoalitionCosts) -> float:
    """What the charges add up to, as a share of the cost of the centre."""
    total = float(costs.costs[-1])
    return float(over_years(charge[np.newaxis])[0]) / total if total else 1.0


def objections_to(
    charge: Sequence[float] | Array, costs: CoalitionCosts, scale: float
) -> tuple[Objection, ...]:
    """Every proper group that would pay less on its own, largest objection first."""
    found = allocation.blocking(costs.costs * scale, np.asarray(charge))
    kept = sorted(
        ((group, amount) for group, amount in found if amount > PENNY * len(costs.labels)),
        key=lambda item: (-item[1], item[0]),
    )
    return tuple(Objection(members=costs.members(g), amount=float(a)) for g, a in kept)


def ratio(above: Array, below: Array) -> Array:
    """Ratio of two series, NaN where there is nothing to divide by."""
    undefined = below == 0
    values: Array = np.where(undefined, np.nan, above / np.where(undefined, 1, below))
    return values


def together_text(costs: CoalitionCosts, lang: Language = "nb") -> str:
    """Say where joining forces costs extra, that it never does, or that nobody knows.

    Parameters
    ----------
    costs : CoalitionCosts
        With more than 16 partners the pairs of groups are too many to look through.
    lang : {"nb", "en"}
    """
    if len(costs.labels) > MOST_PARTNERS:
        return say("together.too_many", lang, count=len(costs.labels), most=MOST_PARTNERS)
    found = costs.dearer_together(1)
    if not found:
        return say("together.cheaper", lang)
    first, second = costs.members(found[0].first), costs.members(found[0].second)
    return say(
        "together.dearer",
        lang,
        first=listed(first, lang),
        second=listed(second, lang),
        amount=kroner(found[0].extra, lang),
        when=str(costs.year or f"{costs.years[0]}–{costs.years[-1]}"),
    )
