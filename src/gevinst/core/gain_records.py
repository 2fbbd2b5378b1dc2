"""What benefits run on: lines, how much changes, when a gain counts, what one is worth.

A line of the project has one `Change` and one `Realisation` with its id. What it is worth stands in
a `Worth` with the id of the `BenefitLine`: the line's own, or that of a contact in a loop, which is
``loop/contact`` and shares the loop's change and realisation.
"""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.axes import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitLine:
    """Who gains by a line, or by a contact of a loop, in which class."""

    id: str
    payer: str
    receiver: str
    counterparty: str
    benefit_class: str
    profession: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeByShare:
    """Events that change by a share of the baseline; `counts` is their unit."""

    id: str
    counts: str
    baseline_rate: Array
    effect: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeByAmount:
    """Events that change by a number per patient and year; new work has a baseline of zero."""

    id: str
    counts: str
    baseline_rate: Array
    change_rate: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOfHours:
    """Hours of work per patient and period, before and after."""

    id: str
    counts: str
    hours_before: Array
    hours_after: Array
    periods_per_year: Array


Change = ChangeByShare | ChangeByAmount | ChangeOfHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Realisation:
    """How much of a gain counts and from when; harm counts in full and at once.

    With `fewer_is_better` a gain is what becomes less; otherwise the sign of the price tells.
    `delayed` says that the project states a delay.
    """

    id: str
    delayed: bool
    fewer_is_better: bool
    realisation_share: Array
    realisation_delay: Array
    real_value_growth: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitValue:
    """Worth of one event less; zero where the line has no price."""

    id: str
    unit_value: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class BedDayValues:
    """The three values of a bed-day less; `counted` is the one that the class picks."""

    id: str
    counted: str
    average_value: Array
    capacity_value: Array
    marginal_value: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCost:
    """Cost of one contact of a loop: time at an hourly cost, and what comes beside it.

    `timed` says that the project states its time.
    """

    id: str
    timed: bool
    contact_time: Array
    hourly_cost: Array
    contact_price: Array


Worth = UnitValue | BedDayValues | ContactCost


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursPerCount:
    """Hours of work in what a line counts: one, where it counts hours."""

    id: str
    hours_per_count: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Profession:
    """A profession, and the hours of a full-time position in a year."""

    id: str
    profession_net_hours: Array
