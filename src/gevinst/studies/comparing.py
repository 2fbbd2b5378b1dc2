"""Every rule beside every other: what each partner pays, and what one more patient costs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gevinst.arguments import checked_choice
from gevinst.assemble import assemble
from gevinst.axes import GROUP, MONTHS_IN_YEAR, Array, total_over
from gevinst.coalitions import CoalitionCosts, Game, game_of, hosting_of, labelled
from gevinst.coalitions.agreed import shares_in_draws, with_shares
from gevinst.coalitions.rules import RULES, shares_by_rule
from gevinst.errors import GevinstError
from gevinst.schema import Project
from gevinst.schema.price_presets import PRESETS
from gevinst.studies.fairness import objections_to, ratio, scale_of
from gevinst.studies.models import by_preset, by_rule
from gevinst.studies.scenarios import Scenarios, charged, in_cases, scenarios_of
from gevinst.studies.wording import LANGUAGES, Language
from gevinst.studies.years import chosen_year, over_years

if TYPE_CHECKING:
    import pandas as pd

OWN = "project"
"""Name of the project's own price model among those compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Study:
    """What every rule is compared on: the same cases, and the cost of every group in each."""

    project: Project
    scenarios: Scenarios
    games: tuple[Game, ...]
    costs: CoalitionCosts
    year: int


def compare_prices(
    project: Project,
    rules: Sequence[str] | None = None,
    *,
    year: int | None = None,
    lang: Language = "nb",
) -> pd.DataFrame:
    """Compare what every partner pays by the project's own price model and by others.

    Parameters
    ----------
    project : Project
        With `payroll_tax_zone` for every paying partner.
    rules : sequence of str, optional
        Which to compare: ``"project"`` (its own), names of presets, and rules on the cost of
        groups such as ``"shapley"``; all of them if absent.
    year : int, optional
        Year of `charge_year`; the first with every partner in all months if absent.
    lang : {"nb", "en"}
        Language of `note`.

    Returns
    -------
    pandas.DataFrame
        One row per rule and partner:

        ``rule, municipality, code``
            `municipality` is the name.
        ``charge, charge_year``
            Kroner over the horizon, and in the year.
        ``per_inhabitant, per_patient_month``
            Kroner over the horizon for each inhabitant-year and patient-month.
        ``next_patient, next_ten``
            What one more patient, through the whole of the first full year, adds to the
            partner's own charges over the horizon; and the mean for each of ten. Positions come
            in steps, so one may cost nothing and the next a part of a position.
        ``alone, saving``
            What the partner would pay alone, with the same share funded, less what it pays.
        ``in_core, objection``
            Whether no group would pay less on its own, and by how many kroner the group with
            most to gain would; the same for all partners of a rule.
        ``inclusion_change, inclusion_change_share, inclusion_per_patient_month``
            What 10 % more inclusion by this partner alone does to its own charges: in kroner,
            as a share of them, and for each patient-month more.
        ``note``
            Why a rule has no answer here; its numbers are missing then.

    Raises
    ------
    ArgumentError
        There is no such rule.
    ProjectError
        A partner states no zone for payroll tax, or there are more than 20 paying partners.
    CoverageError
        The year lies outside the horizon.

    Examples
    --------
    >>> import gevinst as gv
    >>> table = gv.compare_prices(gv.example("nord-troms"), ["project", "shapley"])
    >>> table.groupby("rule")["charge"].sum().round().nunique()
    1
    """
    import pandas as pd

    checked_choice("lang", lang, LANGUAGES)
    known = (OWN, *PRESETS, *RULES)
    names = known if rules is None else tuple(rules)
    for name in names:
        checked_choice("rules", name, known)
    study = _study(project, names, year)
    return pd.concat([_rows(study, name, lang) for name in names], ignore_index=True)


def _study(project: Project, names: Sequence[str], year: int | None) -> _Study:
    hosting = hosting_of(project)
    scenarios = scenarios_of(assemble(project).inputs)
    by_group = any(_model(project, name).price_model.rule in RULES for name in names)
    games = (
        scenarios.games(hosting)
        if by_group
        else (game_of(scenarios.base, hosting, scenarios.case(0)),)
    )
    return _Study(
        project=project,
        scenarios=scenarios,
        games=games,
        costs=labelled(project, games[0]),
        year=chosen_year(scenarios.patients, year),
    )


def _model(project: Project, name: str) -> Project:
    """The project with the price model of that name."""
    if name == OWN:
        return project
    return by_preset(project, name) if name in PRESETS else by_rule(project, name)


def _charges(study: _Study, name: str) -> Array:
    """Charges by partner, year and case."""
    project = _model(study.project, name)
    rule = project.price_model.rule
    if rule in RULES:
        shares = np.stack([shares_by_rule(rule, game) for game in study.games], axis=-1)
        x = assemble(with_shares(project, rule, shares[:, 0])).inputs
        x = in_cases(shares_in_draws(x, shares))
    else:
        x = in_cases(assemble(project).inputs)
    made = charged(x, study.scenarios.patients)["charge_year"][0]
    by_case: Array = np.broadcast_to(made, (*made.shape[:2], study.scenarios.draws))
    return by_case


def _rows(study: _Study, name: str, lang: Language) -> pd.DataFrame:
    import pandas as pd

    who = {"rule": name, "municipality": study.costs.labels, "code": study.costs.codes}
    try:
        figures = _figures(study, _charges(study, name))
    except GevinstError as problem:  # a rule without an answer here is told, not left out
        return pd.DataFrame({**who, **dict.fromkeys(_COLUMNS, np.nan), "note": problem.text(lang)})
    return pd.DataFrame({**who, **figures, "note": ""})


_COLUMNS = (
    "charge",
    "charge_year",
    "per_inhabitant",
    "per_patient_month",
    "next_patient",
    "next_ten",
    "alone",
    "saving",
    "in_core",
    "objection",
    "inclusion_change",
    "inclusion_change_share",
    "inclusion_per_patient_month",
)


def _figures(study: _Study, by_year: Array) -> dict[str, object]:
    scenarios, costs = study.scenarios, study.costs
    patients = scenarios.patients
    over_horizon = over_years(by_year)
    charge = over_horizon[:, 0]
    inhabitants = over_years(patients["inhabitants"][0, :, MONTHS_IN_YEAR - 1 :: MONTHS_IN_YEAR, 0])
    time = total_over(patients["patient_time"], GROUP)[0]
    months = over_years(time) * MONTHS_IN_YEAR
    scale = scale_of(charge, costs)
    objections = objections_to(charge, costs, scale)
    rise = scenarios.rise(over_horizon)
    return {
        "charge": charge,
        "charge_year": by_year[:, study.year, 0],
        "per_inhabitant": ratio(charge, inhabitants),
        "per_patient_month": ratio(charge, months[:, 0]),
        "next_patient": scenarios.next_patient(over_horizon),
        "next_ten": scenarios.next_ten(over_horizon),
        "alone": costs.alone * scale,
        "saving": costs.alone * scale - charge,
        "in_core": not objections,
        "objection": objections[0].amount if objections else 0.0,
        "inclusion_change": rise,
        "inclusion_change_share": ratio(rise, charge),
        "inclusion_per_patient_month": ratio(rise, scenarios.rise(months)),
    }
