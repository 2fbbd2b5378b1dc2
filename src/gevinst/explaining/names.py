"""What things are called: quantities, records, rules, places and counted units."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.catalogue import BASIS_UNITS, CATALOGUE
from gevinst.core.inputs import Key as PriceKey
from gevinst.core.ledger import Key
from gevinst.explaining.cells import Cell
from gevinst.explaining.nodes import Words
from gevinst.explaining.rule_names import (
    BASES,
    BASIS_UNITS_OF_YEAR,
    COUNTS,
    LIMITS,
    WINDOWS,
)
from gevinst.results import Results
from gevinst.results.counted import counted_by
from gevinst.results.span_names import span_label
from gevinst.results.wording import CLASSES, actor_label
from gevinst.units import canonical_unit


@dataclass(frozen=True)
class Namer:
    """Names for people of everything in one run."""

    results: Results

    def record(self, kind: str, record: str) -> tuple[Words, ...]:
        """What the record is called; empty if there is none."""
        if record == "":
            return ()
        if kind == "key":
            return self.key(self.price_key(record))
        if kind == "limit":
            return (LIMITS[record],)
        if kind == "span":
            return (Words(*(span_label(record, lang) for lang in ("nb", "en"))),)
        if kind == "actor":
            actor, _, benefit_class = record.partition(":")
            called = (actor_label(actor, self.results, lang) for lang in ("nb", "en"))
            return Words(*called), Words(**CLASSES[benefit_class])
        name = self.plain(kind).get(record, record)
        return (Words(name, name),)

    def price_key(self, record: str) -> PriceKey:
        """The key of the price model with this record."""
        return next(key for key in self.results.inputs.keys if key.id == record)

    def key(self, key: PriceKey) -> tuple[Words, ...]:
        """What a key is called: what it counts, for whom, when, and of which pool."""
        basis = Words(key.name, key.name) if key.name else BASES[key.basis]
        pool = self.results.names.pools.get(key.pool, key.pool)
        about = (basis, *COUNTS[key.counts], *WINDOWS[key.window])
        return (*about, Words(pool, pool)) if pool else about

    def plain(self, kind: str) -> dict[str, str]:
        """Names by id of the records of one kind that the project names."""
        names = self.results.names
        return {
            "task": dict(names.tasks),
            "role": dict(names.roles),
            "line": {**names.roles, **names.lines},
            "source": dict(names.sources),
            "benefit": dict(names.benefits),
            "profession": dict(names.professions),
            "pool": dict(names.pools),
            "fee": dict(names.fees),
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
            key_ = self.price_key(record)
            monthly = name in {"key_basis_measured", "key_basis_counted"}
            units = BASIS_UNITS if key_.window == "month" or monthly else BASIS_UNITS_OF_YEAR
            return units[key_.basis]
        if entry.records == "benefit" and "event" in entry.unit:
            return canonical_unit(entry.unit.replace("event", counted_by(self.results, record)))
        return entry.unit


def label(name: str) -> Words:
    """The catalogue's label."""
    entry = CATALOGUE[name]
    return Words(entry.nb, entry.en)
