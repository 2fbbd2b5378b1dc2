"""The same project with something else in it: another price model, another partner."""

from __future__ import annotations

from typing import Any

from gevinst.coalitions.rules import RULES
from gevinst.errors import ArgumentError, QuantityError
from gevinst.messages import nearest
from gevinst.schema import Project
from gevinst.schema.partners import PayingPartner
from gevinst.schema.price import PriceModel


def changed(project: Project, **update: Any) -> Project:  # noqa: ANN401  fields of a project
    """The same project with these fields replaced; its checksum follows."""
    copy = project.model_copy(update=update)
    copy.__dict__.pop("checksum", None)
    return copy


def by_rule(project: Project, rule: str) -> Project:
    """The same project with its price by another rule; overhead, settlement and VAT stay.

    Raises
    ------
    ArgumentError
        There is no such rule.
    """
    if rule not in RULES:
        raise ArgumentError.choice("rule", rule, RULES, nearest(rule, RULES))
    return changed(project, price_model=_model(project, rule=rule))


def by_preset(project: Project, preset: str) -> Project:
    """The same project with its price by a published key; overhead, settlement and VAT stay."""
    return changed(project, price_model=_model(project, rule="key", preset=preset))


def _model(project: Project, *, rule: str, preset: str | None = None) -> PriceModel:
    put_aside = {"keys": (), "pools": (), "tariff": None, "limits": None, "share_decimals": None}
    return project.price_model.model_copy(update={**put_aside, "rule": rule, "preset": preset})


def paying_partner(project: Project, code: str) -> PayingPartner:
    """A paying partner by code or name.

    Raises
    ------
    QuantityError
        There is none; the nearest is suggested.
    """
    for partner in project.paying_partners:
        if code in {partner.code, partner.name}:
            return partner
    known = [n for p in project.paying_partners for n in (p.code, p.name)]
    names = [partner.name for partner in project.paying_partners]
    raise QuantityError.unknown_label("municipality", code, nearest(code, known), names)


def with_partner(project: Project, partner: PayingPartner, **update: Any) -> Project:  # noqa: ANN401
    """The same project with something else said of one partner."""
    other = partner.model_copy(update=update)
    partners = tuple(other if p.code == partner.code else p for p in project.partners)
    return changed(project, partners=partners)


def without_partner(project: Project, partner: PayingPartner) -> Project:
    """The same project without one partner, which may not be the host.

    Raises
    ------
    ArgumentError
        It is the host, or nobody would be left to pay.
    """
    if partner.code == project.centre.host:
        raise ArgumentError("argument.host_cannot_be_left_out", partner=partner.name)
    return changed(project, partners=tuple(p for p in project.partners if p.code != partner.code))
