"""A rule on the cost of groups, put to use: its shares become an agreed key of the price model."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gevinst.axes import Array
from gevinst.coalitions.game import game_of_project
from gevinst.coalitions.rules import RULES, shares_by_rule
from gevinst.core.inputs import Inputs
from gevinst.schema import Project, Value
from gevinst.schema.price_keys import Key

SOURCE = "Regelen {rule}, regnet av gevinst på hva hver gruppe av deltakere ville betalt alene"
NOTE = (
    "Regnet én gang, på hele beregningsperiodens kostnad før bidrag, med sannsynlig verdi for alle"
    " opplysninger. De samme andelene brukes i alle måneder og trekninger."
)


def with_rule_applied(project: Project) -> Project:
    """The same project with a rule by name turned into the agreed shares that it gives.

    The shares are computed once, of the cost over the horizon before funding, at the likely value
    of every input; they hold in every month and draw, among those who take part in it. The rest
    of the price model stays.

    Parameters
    ----------
    project : Project

    Returns
    -------
    Project
        The project itself where its price is by keys.

    Raises
    ------
    ProjectError
        A partner states no zone for payroll tax, or there are more than 20 paying partners.
    ArgumentError, CoverageError
        The rule has no answer here.
    """
    rule = project.price_model.rule
    if rule not in RULES:
        return project
    return with_shares(project, rule, shares_by_rule(rule, game_of_project(project)))


def with_shares(project: Project, rule: str, shares: Array) -> Project:
    """The same project with these shares, shape ``(n,)``, as its only default key.

    The price model keeps the rule by name, so that the origin of a share is where the rule stands.
    """
    source = SOURCE.format(rule=rule)
    values = {
        partner.code: _value(float(share), rule, source)
        for partner, share in zip(project.paying_partners, shares, strict=True)
    }
    key = Key.model_validate(
        {
            "basis": "agreed",
            "name": rule,
            "weight": {"value": 1, "source": source},
            "period": "month",
            "reference_date": project.project.date,
            "source": source,
            "note": NOTE,
            "values": {},
        }
    ).model_copy(update={"values": values, "weight": _value(1, rule, source)})
    model = project.price_model.model_copy(update={"rule": rule, "preset": None, "keys": (key,)})
    copy = project.model_copy(update={"price_model": model})
    copy.__dict__["checksum"] = project.checksum
    return copy


def shares_in_draws(x: Inputs, shares: Array) -> Inputs:
    """Inputs from `with_shares` with shares that differ from draw to draw, ``(n, draws)``."""
    ids = {key.id for key in x.keys if key.basis == "agreed" and not key.pool}
    figures = tuple(
        replace(f, key_figure=shares[np.newaxis, :, np.newaxis]) if f.id in ids else f
        for f in x.key_figures
    )
    return replace(x, key_figures=figures)


def _value(number: float, rule: str, source: str) -> Value:
    """A number that the rule gives, where the file states the rule; a share may be below zero."""
    return Value(
        likely=number, low=number, high=number, unit="1", source=source, note=NOTE, given=rule
    )
