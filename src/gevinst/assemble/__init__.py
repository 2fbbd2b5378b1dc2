"""The one crossing inwards: a validated project and the parameters become the core's inputs.

Nothing that a user may want to change is folded away here: dates become times, texts have become
canonical numbers already, and every array remembers where it came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gevinst.assemble import economics, evidence, gains, money, people, price, remarks, work
from gevinst.assemble.placing import Placer
from gevinst.axes import Array, Frame
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Key
from gevinst.results import Names, Origin
from gevinst.results.benefit_map import MapBox
from gevinst.schema import Project
from gevinst.schema.price_tariff import Fee

__all__ = ["Assembly", "assemble", "placed"]

Origins = Mapping[Key, Mapping[tuple[int, int], Origin]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """Inputs of a run, with the names and origins that travel beside them."""

    inputs: Inputs
    names: Names
    provenance: Origins


def assemble(project: Project, points: Mapping[str, Array] | None = None) -> Assembly:
    """Place everything that the project says on the four axes.

    Parameters
    ----------
    project : Project
        A validated project.
    points : mapping of str to ndarray, optional
        Numbers to use in place of likely ones: by path of the value, canonical, shape
        ``(draws,)``, all of the same length.

    Returns
    -------
    Assembly

    Raises
    ------
    ParameterError
        A parameter that the model needs has no value on the project's date.
    """
    inputs, origins = placed(project, points)
    return Assembly(inputs=inputs, names=_names(project), provenance=origins)


def placed(project: Project, points: Mapping[str, Array] | None = None) -> tuple[Inputs, Origins]:
    """The inputs of `assemble` with their origins, without the names that travel beside them."""
    frame = Frame(
        groups=tuple(group.id for group in project.groups),
        municipalities=tuple(partner.name for partner in project.paying_partners),
        first_year=project.horizon.first_year,
        years=project.horizon.years,
        draws=len(next(iter(points.values()))) if points else 1,
    )
    place = Placer(frame, points)
    inputs = Inputs(
        frame=frame,
        **people.calendar(project, place),
        **economics.appraisal(project, place),
        corrections=evidence.corrections(project, place),
        cost_uplifts=evidence.cost_uplifts(project, place),
        **people.partners(project, place),
        **people.patients(project, place),
        **work.centre(project, place),
        roles=work.roles(project, place),
        tasks=work.tasks(project, place),
        queues=work.queues(project, place),
        team_presence=work.team_presence(project, place),
        deadlines=work.deadlines(project, place),
        lines=money.cost_lines(project, place),
        kit_stocks=money.kit_stocks(project, place),
        contributions=money.contributions(project, place),
        **price.price_model(project, place),
        benefits=gains.benefit_lines(project),
        changes=gains.changes(project, place),
        realisations=gains.realisations(project, place),
        worths=gains.worths(project, place),
        counted_hours=gains.counted_hours(project, place),
        professions=gains.professions(project, place),
    )
    inputs = replace(inputs, public_actors=economics.public_actors(inputs, project, place))
    return inputs, place.origins


def _fees(project: Project) -> tuple[Fee, ...]:
    tariff = project.price_model.tariff
    return tariff.fees if tariff else ()


def _names(project: Project) -> Names:
    return Names(
        codes=tuple(partner.code for partner in project.paying_partners),
        groups={group.id: group.name for group in project.groups},
        tasks={task.id: task.name for task in project.tasks},
        roles={role.id: role.name for role in project.centre.roles},
        lines={line.id: line.name for line in (*project.cost_lines, *project.price_model.overhead)},
        sources={source.id: source.name for source in project.funding},
        benefits=gains.names(project),
        actors={trust.code: trust.name for trust in project.hospital_trusts},
        pools={pool.id: pool.name for pool in project.price_model.pools},
        fees={fee.id: fee.name for fee in _fees(project)},
        professions={profession.id: profession.name for profession in project.professions},
        benefit_facts=gains.facts(project),
        benefit_map=tuple(
            MapBox(
                id=box.id,
                name=box.name,
                kind=box.kind,
                leads_to=box.leads_to or (),
                line=box.benefit or "",
                aims=box.aims or (),
            )
            for box in project.benefit_map
        ),
        remarks=remarks.remarks(project),
    )
