"""What one run of the plain model has found so far, and how it counts months."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Cells = list[list[list[float]]]
MONTHS = 12


@dataclass
class Plain:
    """One run: the project, the two parameters from outside it, and every quantity found."""

    project: Any
    payroll_tax_rate: float
    opening_weeks: float
    found: dict[tuple[str, str], Cells] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.months = self.project.horizon.years * MONTHS
        self.years = self.project.horizon.years
        self.first_year = self.project.horizon.first_year
        self.groups = self.project.groups
        self.places = [p for p in self.project.partners if p.kind != "hospital_trust"]

    def by_time(self, name: str, values: list[float], record: str = "") -> list[float]:
        """Keep something that only varies over time."""
        self.found[name, record] = [[values]]
        return values

    def by_place(self, name: str, values: list[list[float]], record: str = "") -> list[list[float]]:
        """Keep something that varies over places and time."""
        self.found[name, record] = [values]
        return values

    def by_group(self, name: str, values: Cells, record: str = "") -> Cells:
        """Keep something that varies over groups, places and time."""
        self.found[name, record] = values
        return values

    def month_of(self, month: Any) -> int:
        """Number of a month, the first of the horizon being 0."""
        return (month.year - self.first_year) * MONTHS + month.month - 1

    def of_years(self, months: list[float]) -> list[float]:
        """Sums of the twelve months of each year."""
        return [sum(months[year * MONTHS : (year + 1) * MONTHS]) for year in range(self.years)]

    def decembers(self, months: list[float]) -> list[float]:
        """The last month of each year."""
        return [months[year * MONTHS + MONTHS - 1] for year in range(self.years)]


def at(given: Any, code: str) -> float:
    """A number for a place: its own, or the one for all; 0 where there is none."""
    if given is None:
        return 0.0
    if hasattr(given, "likely"):
        return float(given.likely)
    return float(given[code].likely) if code in given else 0.0


def applies(record: Any, group: Any) -> bool:
    """Whether a task, a cost line or a benefit is about the group."""
    return record.groups is None or group.id in record.groups
