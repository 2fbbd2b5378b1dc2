"""Benefit lines: what changes, what of it counts, what it is worth, and who gains."""

from __future__ import annotations

from gevinst.assemble.placing import Placer
from gevinst.assemble.work import covered
from gevinst.axes import Array
from gevinst.core.gain_records import (
    BedDayValues,
    BenefitLine,
    Change,
    ChangeByAmount,
    ChangeByShare,
    ChangeOfHours,
    ContactCost,
    HoursPerCount,
    Profession,
    Realisation,
    UnitValue,
    Worth,
)
from gevinst.core.ledger import INSIDE
from gevinst.results.benefit_facts import BenefitFacts
from gevinst.schema import Project, Value
from gevinst.schema.benefit_parts import BED_DAY_VALUES, Contact
from gevinst.schema.benefits import (
    GRADES,
    WORK_UNIT,
    Benefit,
    DescribedBenefit,
    EventsBenefit,
    HoursBenefit,
    LoopBenefit,
)

Counted = EventsBenefit | HoursBenefit | LoopBenefit
EVENT = "event"


def _counted(project: Project) -> list[tuple[str, Counted]]:
    """Lines with numbers, each with its path."""
    return [
        (f"benefits[{i}]", line)
        for i, line in enumerate(project.benefits)
        if not isinstance(line, DescribedBenefit)
    ]


def contact_id(line: LoopBenefit, contact: Contact) -> str:
    """Record of a contact of a loop."""
    return f"{line.id}{INSIDE}{contact.id}"


def counts(line: Benefit) -> str:
    """Unit of what a line counts; empty for what is only described."""
    if isinstance(line, EventsBenefit):
        return str(line.unit)
    return {"hours": WORK_UNIT, "loop": EVENT}.get(line.kind, "")


def benefit_lines(project: Project) -> tuple[BenefitLine, ...]:
    """Who gains: one record for each line, or for each contact of a loop."""
    found: list[BenefitLine] = []
    for _, line in _counted(project):
        if isinstance(line, LoopBenefit):
            found += [
                BenefitLine(
                    id=contact_id(line, contact),
                    payer=line.payer,
                    receiver=contact.payer,
                    counterparty="",
                    benefit_class=contact.class_,
                    profession=contact.profession or "",
                )
                for contact in line.contacts
            ]
        else:
            found.append(
                BenefitLine(
                    id=line.id,
                    payer=line.payer,
                    receiver=line.receiver,
                    counterparty=getattr(line, "counterparty", None) or "",
                    benefit_class=line.class_,
                    profession=getattr(line, "profession", ""),
                )
            )
    return tuple(found)


def changes(project: Project, place: Placer) -> tuple[Change, ...]:
    """Baseline and change of each line, zero for the groups that it does not apply to."""
    return tuple(_change(project, place, path, line) for path, line in _counted(project))


def _change(project: Project, place: Placer, path: str, line: Counted) -> Change:
    def by_group(name: str, field: str) -> Array:
        entry = (f"{path}.{field}", getattr(line, field))
        return place.by_group(name, covered(project, line.groups, entry), line.id)

    if isinstance(line, HoursBenefit):
        return ChangeOfHours(
            id=line.id,
            counts=counts(line),
            hours_before=by_group("hours_before", "before"),
            hours_after=by_group("hours_after", "after"),
            periods_per_year=place.one(
                "periods_per_year", f"{path}.periods", line.periods, line.id
            ),
        )
    baseline = by_group("baseline_rate", "baseline")
    if line.effect is None:
        return ChangeByAmount(
            id=line.id,
            counts=counts(line),
            baseline_rate=baseline,
            change_rate=by_group("change_rate", "change"),
        )
    return ChangeByShare(
        id=line.id,
        counts=counts(line),
        baseline_rate=baseline,
        effect=place.one("effect", f"{path}.effect", line.effect, line.id),
    )


def realisations(project: Project, place: Placer) -> tuple[Realisation, ...]:
    """How much of a gain counts and from when, and how its value grows."""
    found = []
    for path, line in _counted(project):

        def optional(name: str, note: str, path: str = path, line: Counted = line) -> Array:
            value: Value | None = getattr(line, name)
            if value is None:
                return place.left_out(name, f"{path}.{name}", 0, note, line.id)
            return place.one(name, f"{path}.{name}", value, line.id)

        found.append(
            Realisation(
                id=line.id,
                delayed=line.realisation_delay is not None,
                fewer_is_better=not isinstance(line, EventsBenefit)
                or line.bed_day_value is not None
                or line.unit == WORK_UNIT,
                realisation_share=place.one(
                    "realisation_share",
                    f"{path}.realisation_share",
                    line.realisation_share,
                    line.id,
                ),
                realisation_delay=optional("realisation_delay", "ingen forsinkelse oppgitt"),
                real_value_growth=optional("real_value_growth", "ingen realvekst oppgitt"),
            )
        )
    return tuple(found)


def worths(project: Project, place: Placer) -> tuple[Worth, ...]:
    """What each line, and each contact of a loop, is worth."""
    found: list[Worth] = []
    for path, line in _counted(project):
        if isinstance(line, LoopBenefit):
            found += [
                _contact(place, f"{path}.contacts[{i}]", contact_id(line, contact), contact)
                for i, contact in enumerate(line.contacts)
            ]
        else:
            found.append(_worth(place, path, line))
    return tuple(found)


def _worth(place: Placer, path: str, line: EventsBenefit | HoursBenefit) -> Worth:
    if isinstance(line, HoursBenefit):
        field, value = "hour_value", line.hour_value
    else:
        field, value = "unit_value", line.unit_value
        if line.bed_day_value is not None:
            at, of = f"{path}.bed_day_value", line.bed_day_value
            three = (("average", of.average), ("capacity", of.capacity), ("marginal", of.marginal))
            return BedDayValues(
                id=line.id,
                counted=BED_DAY_VALUES[line.class_],
                **{
                    f"{name}_value": place.one(f"{name}_value", f"{at}.{name}", value, line.id)
                    for name, value in three
                },
            )
    note = "ikke prissatt" if counts(line) != WORK_UNIT else "timer uten budsjettvedtak"
    return UnitValue(
        id=line.id,
        unit_value=place.defined("unit_value", 0, note, line.id)
        if value is None
        else place.one("unit_value", f"{path}.{field}", value, line.id),
    )


def _contact(place: Placer, path: str, record: str, contact: Contact) -> ContactCost:
    def stated(name: str, field: str) -> Array:
        value: Value | None = getattr(contact, field)
        if value is None:
            return place.defined(name, 0, "ikke del av kostnaden", record)
        return place.one(name, f"{path}.{field}", value, record)

    return ContactCost(
        id=record,
        timed=contact.time is not None,
        contact_time=stated("contact_time", "time"),
        hourly_cost=stated("hourly_cost", "hourly_cost"),
        contact_price=stated("contact_price", "cost"),
    )


def counted_hours(project: Project, place: Placer) -> tuple[HoursPerCount, ...]:
    """Lines that count hours of work: each count is one hour."""
    return tuple(
        HoursPerCount(
            id=line.id,
            hours_per_count=place.defined("hours_per_count", 1, "linja teller timer", line.id),
        )
        for _, line in _counted(project)
        if counts(line) == WORK_UNIT
    )


def professions(project: Project, place: Placer) -> tuple[Profession, ...]:
    """Professions whose hours lines free or take."""
    return tuple(
        Profession(
            id=profession.id,
            profession_net_hours=place.one(
                "profession_net_hours",
                f"professions[{i}].net_hours",
                profession.net_hours,
                profession.id,
            ),
        )
        for i, profession in enumerate(project.professions)
    )


def names(project: Project) -> dict[str, str]:
    """Names by id of lines, and of the contacts of loops."""
    found = {line.id: line.name for line in project.benefits}
    for line in project.benefits:
        if isinstance(line, LoopBenefit):
            found |= {
                contact_id(line, contact): f"{line.name}: {contact.service}"
                for contact in line.contacts
            }
    return found


def facts(project: Project) -> dict[str, BenefitFacts]:
    """What each line says beside its numbers, by id."""
    return {line.id: _facts(line) for line in project.benefits}


def _facts(line: Benefit) -> BenefitFacts:
    def text(name: str) -> str:
        return getattr(line, name, None) or ""

    weighed = getattr(line, "plus_minus", None)
    plan = line.plan
    return BenefitFacts(
        id=line.id,
        kind=line.kind,
        name=line.name,
        indicator=line.indicator,
        definition=line.definition,
        design=line.design,
        grade=GRADES[line.design],
        owner=line.owner,
        payer=line.payer,
        receiver=text("receiver"),
        benefit_class=text("class_"),
        counterparty=text("counterparty"),
        counts=counts(line),
        groups=line.groups or (),
        baseline_from=text("baseline_from"),
        profession=text("profession"),
        decision=text("budget_decision"),
        catalogue=text("catalogue"),
        replaces=text("replaces"),
        kostra_art=text("kostra_art"),
        kostra_function=text("kostra_function"),
        importance=weighed.importance if weighed else "",
        extent=weighed.extent if weighed else None,
        reason=weighed.reason if weighed else "",
        target_month=str(plan.target_month) if plan else "",
        method=plan.method if plan else "",
        status=plan.status if plan else "",
    )
