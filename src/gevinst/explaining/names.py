"""What things are called: quantities, records, rules, places and counted units."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import Key
from gevinst.explaining.cells import Cell
from gevinst.explaining.nodes import Words
from gevinst.results import Results
from gevinst.results.wording import CLASSES, actor_label
from gevinst.units import canonical_unit

# The rules that make a quantity of another name: which one of several it is.
RULES: dict[str, Words] = {
    "linear_ramp": Words("jevn opptrapping", "even ramp-up"),
    "logistic_ramp": Words("S-formet opptrapping", "S-shaped ramp-up"),
    "events_in_service": Words("hendelser som følger pasienttiden", "events by patient time"),
    "events_at_start": Words("hendelser ved oppstart", "events at the start"),
    "events_at_stop": Words("hendelser ved avslutning", "events at the end"),
    "events_of_all_groups": Words("alle pasientgrupper", "all patient groups"),
    "events_by_calendar": Words("hendelser etter kalenderen", "events by the calendar"),
    "staff_cost": Words("lønnskostnad", "staff cost"),
    "fixed_cost": Words("fast kostnad", "fixed cost"),
    "patient_cost": Words("kostnad per pasient", "cost per patient"),
    "kit_cost": Words("utstyr, fordelt over levetiden", "kits, spread over their lifetime"),
    "one_off_cost": Words("engangskostnad", "one-off cost"),
    "equal_basis": Words("like deler", "equal shares"),
    "inhabitant_basis": Words("innbyggere", "inhabitants"),
    "patient_basis": Words("pasienttid", "patient time"),
    "basis_of_month": Words("telt i måneden", "counted in the month"),
    "basis_of_year": Words("telt i kalenderåret", "counted in the calendar year"),
}
BASES = {
    "equal": Words("like deler", "equal shares"),
    "inhabitants": Words("innbyggere", "inhabitants"),
    "patient_months": Words("pasientmåneder", "patient-months"),
}
WINDOWS: dict[str, tuple[Words, ...]] = {
    "month": (),
    "year": (Words("telt per år", "counted by year"),),
}
BASIS_UNITS = {"equal": "1", "inhabitants": "inhabitant", "patient_months": "patient*year"}
BASIS_UNITS_OF_YEAR = {
    "equal": "month",
    "inhabitants": "inhabitant*month",
    "patient_months": "patient*year",
}
"""A basis counted in the year is the sum of what is counted in its months."""


@dataclass(frozen=True)
class Namer:
    """Names for people of everything in one run."""

    results: Results

    def record(self, kind: str, record: str) -> tuple[Words, ...]:
        """What the record is called; empty if there is none."""
        if record == "":
            return ()
        if kind == "key":
            basis, _, window = record.partition(":")
            return (BASES[basis], *WINDOWS[window])
        if kind == "actor":
            actor, _, benefit_class = record.partition(":")
            called = (actor_label(actor, self.results, lang) for lang in ("nb", "en"))
            return Words(*called), Words(**CLASSES[benefit_class])
        name = self.plain(kind).get(record, record)
        return (Words(name, name),)

    def plain(self, kind: str) -> dict[str, str]:
        """Names by id of the records of one kind that the project names."""
        names = self.results.names
        return {
            "task": dict(names.tasks),
            "role": dict(names.roles),
            "line": {**names.roles, **names.lines},
            "source": dict(names.sources),
            "benefit": dict(names.benefits),
        }.get(kind, {})

    def municipality(self, cell: Cell) -> str | None:
        """Label of the municipality of a cell."""
        frame = self.results.frame
        return None if cell.municipality is None else frame.municipalities[cell.municipality]

    def group(self, cell: Cell) -> str | None:
        """Id of the patient group of a cell."""
        return None if cell.group is None else self.results.frame.groups[cell.group]

    def group_name(self, cell: Cell) -> str | None:
        """Name of the patient group of a cell."""
        group = self.group(cell)
        return None if group is None else self.results.names.groups.get(group, group)

    def period(self, cell: Cell) -> str | int | None:
        """Label of the month (YYYY-MM) or year of a cell."""
        first = self.results.frame.first_year
        if cell.month is not None:
            return f"{first + cell.month // MONTHS_IN_YEAR}-{cell.month % MONTHS_IN_YEAR + 1:02d}"
        return None if cell.year is None else first + cell.year

    def place(self, key: Key, cell: Cell) -> str:
        """Everything that tells one cell of a quantity from another, for an error."""
        parts = (key[1], self.municipality(cell), self.group(cell), self.period(cell))
        return ", ".join(str(part) for part in parts if part)

    def unit(self, key: Key) -> str:
        """Canonical unit; a basis and an event are what the key or the benefit line counts."""
        name, record = key
        entry = CATALOGUE[name]
        if entry.unit == "basis":
            basis, _, window = record.partition(":")
            of_year = window == "year" and name != "key_basis_counted"
            return (BASIS_UNITS_OF_YEAR if of_year else BASIS_UNITS)[basis]
        if entry.records == "benefit" and "event" in entry.unit:
            origins = self.results.provenance.get(("baseline_rate", record), {})
            for origin in origins.values():
                counted = origin.unit.partition("/")[0]
                return canonical_unit(entry.unit.replace("event", counted))
        return entry.unit


def label(name: str) -> Words:
    """The catalogue's label."""
    entry = CATALOGUE[name]
    return Words(entry.nb, entry.en)
