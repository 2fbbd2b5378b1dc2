"""What the model runs on: frozen records of arrays, every array with the four axes.

A field's name is the quantity's name in the catalogue. A record (task, role, cost line ...) has an
`id`; its arrays are quantities with that id as their record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar, cast

from gevinst.axes import Array, Frame
from gevinst.core.appraisal_records import (
    CostUplift,
    EvidenceCorrection,
    PublicActor,
    Residual,
)
from gevinst.core.cost_records import (
    Contribution,
    FixedLine,
    KitLine,
    Line,
    OneOffLine,
    PatientLine,
)
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
from gevinst.core.kit_records import KitStock
from gevinst.core.price_records import (
    ChangeLimit,
    ChargeVat,
    Corridor,
    Fee,
    InhabitantBand,
    InhabitantFee,
    JoiningFee,
    Key,
    KeyFee,
    KeyFigures,
    KeyHistory,
    KeyMembers,
    LevelWeight,
    Limit,
    MinimumCharge,
    Overhead,
    PatientBand,
    PatientFee,
    Pool,
    Settlement,
    ShareRounding,
    StartFee,
    YearFee,
)

DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceTask:
    """Work whose events follow the time under follow-up."""

    id: str
    role: str
    work_class: str
    events_per_patient_time: Array
    manual_share: Array
    repeat_factor: Array
    hours_per_event: Array
    around_the_clock: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTask:
    """Work that each new patient brings."""

    id: str
    role: str
    work_class: str
    events_per_patient: Array
    manual_share: Array
    repeat_factor: Array
    hours_per_event: Array
    around_the_clock: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class StopTask:
    """Work that each patient who leaves brings."""

    id: str
    role: str
    work_class: str
    events_per_patient: Array
    manual_share: Array
    repeat_factor: Array
    hours_per_event: Array
    around_the_clock: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarTask:
    """Work that comes by the calendar, whatever the number of patients."""

    id: str
    role: str
    work_class: str
    events_per_time: Array
    manual_share: Array
    repeat_factor: Array
    hours_per_event: Array
    around_the_clock: Array


Task = ServiceTask | StartTask | StopTask | CalendarTask


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A kind of position at the centre."""

    id: str
    annual_wage: Array
    pension_share: Array
    other_on_costs: Array
    net_hours_per_fte: Array
    minimum_presence: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The answering target of a role that has immediate work; its id is the role's."""

    id: str
    target_wait: Array
    target_share: Array
    most_occupancy: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPresence:
    """How many have to be present in all, and the role, by its id, that fills up."""

    id: str
    team_presence: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The deadline of a deferrable task, whose id it has."""

    id: str
    role: str
    deadline: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSpan:
    """Part of a weekday in which the centre is open; Monday is day 0.

    It opens and closes so many hours after the midnight that its day begins with; from this to
    that of the next span there are `hours_to_next_midnight`. `new_opening_day` is 1 for the first
    span of a day.
    """

    id: str
    day: int
    opens: Array
    closes: Array
    hours_to_next_midnight: Array
    new_opening_day: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """All that one run of the model needs."""

    frame: Frame

    period_start: Array
    period_end: Array
    period_length: Array
    year_number: Array
    price_year_gap: Array
    year_step: Array
    rounding_tolerance: Array

    member: Array
    population: Array
    population_growth: Array
    joining_time: Array
    leaving_time: Array

    ramp_curve: str
    eligible_per_inhabitant: Array
    eligible_count: Array
    inclusion_share: Array
    ramp_time: Array
    ramp_steepness: Array
    recruitment_rate: Array
    mean_stay: Array
    dropout_rate: Array
    opening_patients: Array

    opening_weeks: Array
    closed_days: Array
    hours_per_week: Array
    once_a_week: Array
    one_present: Array
    one_event: Array
    timetable: tuple[OpenSpan, ...]
    payroll_tax_rate: Array
    real_wage_growth: Array
    fte_grid: Array

    analysis_period: Array
    discount_time: Array
    discount_rate: Array
    tax_financing_rate: Array

    roles: tuple[Role, ...]
    tasks: tuple[Task, ...]
    lines: tuple[Line, ...]
    contributions: tuple[Contribution, ...]
    keys: tuple[Key, ...]
    benefits: tuple[BenefitLine, ...]

    changes: tuple[Change, ...] = ()
    realisations: tuple[Realisation, ...] = ()
    worths: tuple[Worth, ...] = ()
    counted_hours: tuple[HoursPerCount, ...] = ()
    professions: tuple[Profession, ...] = ()
    queues: tuple[Queue, ...] = ()
    team_presence: tuple[TeamPresence, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    kit_stocks: tuple[KitStock, ...] = ()
    key_members: tuple[KeyMembers, ...] = ()
    key_figures: tuple[KeyFigures, ...] = ()
    key_histories: tuple[KeyHistory, ...] = ()
    pools: tuple[Pool, ...] = ()
    overheads: tuple[Overhead, ...] = ()
    share_rounding: tuple[ShareRounding, ...] = ()
    balance: str = ""
    level_weights: tuple[LevelWeight, ...] = ()
    fees: tuple[Fee, ...] = ()
    inhabitant_bands: tuple[InhabitantBand, ...] = ()
    patient_bands: tuple[PatientBand, ...] = ()
    limits: tuple[Limit, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    charge_vat: tuple[ChargeVat, ...] = ()
    invoice_unit: str = "oere"
    residuals: tuple[Residual, ...] = ()
    public_actors: tuple[PublicActor, ...] = ()
    tax_financing: bool = True
    corrections: tuple[EvidenceCorrection, ...] = ()
    cost_uplifts: tuple[CostUplift, ...] = ()


__all__ = [
    "BedDayValues",
    "BenefitLine",
    "CalendarTask",
    "Change",
    "ChangeByAmount",
    "ChangeByShare",
    "ChangeLimit",
    "ChangeOfHours",
    "ChargeVat",
    "ContactCost",
    "Contribution",
    "Corridor",
    "CostUplift",
    "Deadline",
    "EvidenceCorrection",
    "Fee",
    "FixedLine",
    "HoursPerCount",
    "InhabitantBand",
    "InhabitantFee",
    "Inputs",
    "JoiningFee",
    "Key",
    "KeyFee",
    "KeyFigures",
    "KeyHistory",
    "KeyMembers",
    "KitLine",
    "KitStock",
    "LevelWeight",
    "Limit",
    "Line",
    "MinimumCharge",
    "OneOffLine",
    "OpenSpan",
    "Overhead",
    "PatientBand",
    "PatientFee",
    "PatientLine",
    "Pool",
    "Profession",
    "PublicActor",
    "Queue",
    "Realisation",
    "Residual",
    "Role",
    "ServiceTask",
    "Settlement",
    "ShareRounding",
    "StartFee",
    "StartTask",
    "StopTask",
    "Task",
    "TeamPresence",
    "UnitValue",
    "Worth",
    "YearFee",
    "input_arrays",
    "map_arrays",
]

R = TypeVar("R")


def _arrays_of(record: object) -> Iterator[tuple[str, Any]]:
    plain = (str, int, Frame, tuple)
    for field in fields(cast(Any, record)):
        value = getattr(record, field.name)
        if not isinstance(value, plain):
            yield field.name, value


def _records_of(inputs: Inputs) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for field in fields(inputs):
        value = getattr(inputs, field.name)
        if isinstance(value, tuple):
            yield field.name, value


def input_arrays(inputs: Inputs) -> dict[tuple[str, str], Array]:
    """Every input array by ``(name, record)``; the record is empty where there is none."""
    found: dict[tuple[str, str], Array] = {(n, ""): a for n, a in _arrays_of(inputs)}
    for _, records in _records_of(inputs):
        for record in records:
            found.update({(n, record.id): a for n, a in _arrays_of(record)})
    return found


def map_arrays(inputs: Inputs, change: Callable[[str, str, Array], Any]) -> Inputs:
    """The same inputs with every array replaced by ``change(name, record, array)``."""

    def changed(record: R, label: str) -> R:
        new = {n: change(n, label, a) for n, a in _arrays_of(record)}
        return cast(R, replace(cast(Any, record), **new))

    new_records = {
        name: tuple(changed(record, record.id) for record in records)
        for name, records in _records_of(inputs)
    }
    return cast(Inputs, replace(cast(Any, changed(inputs, "")), **new_records))
