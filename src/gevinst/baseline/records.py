"""One cell of a measurement: an aggregate of persons, never a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Period = Literal["before", "after"]
Arm = Literal["followed", "comparison"]
PERIODS: tuple[Period, ...] = ("before", "after")
ARMS: tuple[Arm, ...] = ("followed", "comparison")
ALL = ""
"""Label of a group or partner that stands for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """One aggregate: what was counted for some persons in one period.

    Attributes
    ----------
    indicator : str
        Id of an indicator of the configuration.
    group, partner : str
        Patient group and partner; empty for all.
    period : str
        ``"before"`` or ``"after"``.
    arm : str
        ``"followed"`` (offered the service) or ``"comparison"``.
    persons : int
        Persons who were followed in the period.
    person_time : float
        Person-years at risk.
    amount : float
        Events, or the summed quantity such as bed-days or minutes.
    sum_of_squares : float or None
        Sum over persons of the square of each person's amount; gives the dispersion.
    """

    indicator: str
    group: str = ALL
    partner: str = ALL
    period: Period
    arm: Arm = "followed"
    persons: int
    person_time: float
    amount: float
    sum_of_squares: float | None = None
