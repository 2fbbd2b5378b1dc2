"""The events table: read in blocks, checked row by row, and packed in a few bytes a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from gevinst.extracts import reasons as why
from gevinst.extracts.casting import (
    DECIMALS,
    Dates,
    codes,
    dates,
    is_blank,
    quantities,
    try_codes,
    try_dates,
    try_quantities,
    yes_or_no,
)
from gevinst.extracts.columns import EVENTS, located
from gevinst.extracts.persons import FIRST_DAY, Persons
from gevinst.extracts.plan import MAY_BE_NEGATIVE, NEEDS_QUANTITY, Plan
from gevinst.extracts.records import Flags
from gevinst.extracts.tables import Place, Source
from gevinst.extracts.windows import day_number

MOST_QUANTITY = 1e8
_ORDER = why.EVENT_REASONS


@dataclass(frozen=True, slots=True)
class Events:
    """Events of persons that are used, within their follow-up, each once.

    Attributes
    ----------
    person, day, type_ : arrays
        Place among the persons, day, and place among the types of the plan.
    quantity : array
        In millionths, NaN where none was needed and none given; empty if no indicator asks for it.
    flagged : Flags
        Whether the row itself says that it is the index event; empty if no row can.
    """

    person: NDArray[np.int32]
    day: NDArray[np.int32]
    type_: NDArray[np.int16]
    quantity: NDArray[np.float64]
    flagged: Flags
    tallies: NDArray[np.int64]
    malformed: int
    rows: int


class _Reader:
    """What is the same for every block."""

    def __init__(self, place: Place, plan: Plan, persons: Persons) -> None:
        self.place, self.persons = place, persons
        self.types = pl.Enum(plan.types)
        self.today = day_number(plan.date)
        # One place more at the end, for -1: no person.
        self.place_of = np.append(persons.place_of, -1).astype(np.int32)
        self.first = np.append(persons.first, 0).astype(np.int32)
        self.last = np.append(persons.last, 0).astype(np.int32)
        self.needs = _are_of(plan, plan.types_of(NEEDS_QUANTITY))
        self.may_need = _are_of(plan, plan.types_of(NEEDS_QUANTITY | MAY_BE_NEGATIVE))
        self.not_below_zero = self.may_need & ~_are_of(
            plan, plan.types_of(MAY_BE_NEGATIVE, only=True)
        )
        self.tallies = np.zeros(len(_ORDER) + 1, np.int64)
        self.decimal_signs: set[str] = set()

    def packed(self, block: pl.DataFrame) -> pl.DataFrame:
        """Rows of a block that nothing is wrong with, the reasons of the others counted."""
        reasons = why.none_yet(block.height)
        read = self._first_try(block)
        person = self._persons(reasons, block["person_id"], read["person_id"])
        type_ = self._types(reasons, block["type"], read["type"])
        when = self._days(reasons, dates(block["date"], read["date"]), person)
        columns: dict[str, NDArray[np.generic] | pl.Series] = {
            "person": person,
            "day": when.day,
            "type": type_.astype(np.int16),
        }
        if "quantity" in read.columns:
            columns["quantity"] = self._quantities(reasons, block["quantity"], read, type_)
        elif "quantity" in block.columns:
            columns["other"] = block["quantity"].hash()
        if when.second.any():
            columns["second"] = when.second
        if "event_id" in block.columns:
            columns["event_id"] = block["event_id"].hash()
        if "index_event" in block.columns:
            columns["flagged"], _ = yes_or_no(block["index_event"])
        self.tallies += np.bincount(reasons, minlength=len(_ORDER) + 1)
        return pl.DataFrame(columns).filter(reasons == 0)

    def _first_try(self, block: pl.DataFrame) -> pl.DataFrame:
        """Columns cast as most of them are written, all at the same time."""
        attempts = [
            try_codes("person_id", self.persons.known),
            try_codes("type", self.types),
            try_dates(block["date"], "date"),
        ]
        if "quantity" in block.columns and self.may_need.any():
            attempts += try_quantities("quantity")
        return block.select(attempts)

    def _persons(self, reasons: why.Reasons, ids: pl.Series, read: pl.Series) -> NDArray[np.int32]:
        code = codes(ids, read, self.persons.known)
        unknown = code < 0
        if unknown.any():
            blank = is_blank(ids) & unknown
            why.blame(reasons, _ORDER, "rejection.missing_id", blank)
            why.blame(reasons, _ORDER, "rejection.unknown_person", unknown)
        person: NDArray[np.int32] = self.place_of[code]
        why.blame(reasons, _ORDER, "rejection.person_rejected", person < 0)
        return person

    def _types(self, reasons: why.Reasons, text: pl.Series, read: pl.Series) -> NDArray[np.int32]:
        type_ = codes(text, read, self.types)
        other = type_ < 0
        if other.any():
            why.blame(reasons, _ORDER, "rejection.missing_type", is_blank(text) & other)
            why.blame(reasons, _ORDER, "rejection.other_type", other)
        return type_

    def _days(self, reasons: why.Reasons, when: Dates, person: NDArray[np.int32]) -> Dates:
        day = when.day
        found = (
            ("rejection.missing_date", when.missing),
            ("rejection.unparseable_date", when.unreadable),
            ("rejection.implausible_date", day < FIRST_DAY),
            ("rejection.future_date", day > self.today),
            ("rejection.before_record", day < self.first[person]),
            ("rejection.after_end", day >= self.last[person]),
        )
        for reason, wrong in found:
            why.blame(reasons, _ORDER, reason, wrong)
        return when

    def _quantities(
        self,
        reasons: why.Reasons,
        text: pl.Series,
        read: pl.DataFrame,
        type_: NDArray[np.int32],
    ) -> NDArray[np.float64]:
        self.decimal_signs |= {sign for sign in (",", ".") if read[sign][0]}
        found = quantities(text, read["quantity"], self.place, self.decimal_signs)
        may_need = self.may_need[type_]
        wrong = (
            ("rejection.missing_quantity", found.missing & self.needs[type_]),
            ("rejection.unparseable_quantity", found.unreadable & may_need),
            ("rejection.negative_quantity", (found.value < 0) & self.not_below_zero[type_]),
            (
                "rejection.implausible_quantity",
                (np.abs(found.value) > MOST_QUANTITY * DECIMALS) & may_need,
            ),
        )
        for reason, rows in wrong:
            why.blame(reasons, _ORDER, reason, rows)
        return np.where(np.isfinite(found.value), found.value, np.nan) + 0.0


def read_events(source: Source, plan: Plan, persons: Persons) -> Events:
    """Read the events table.

    Raises
    ------
    ExtractError
        A column is missing, the table is empty, or something is wrong with every row.
    """
    required = ["person_id", "date", "type"]
    required += ["quantity"] if plan.types_of(NEEDS_QUANTITY) else []
    wanted: Mapping[str, int] = located(
        source.place, source.columns, EVENTS, plan.event_columns, required
    )
    reader = _Reader(source.place, plan, persons)
    parts, malformed = [], 0
    for block in source.blocks(wanted):
        malformed += block.malformed
        if block.frame.height:
            parts.append(reader.packed(block.frame))
    rows = int(reader.tallies.sum()) + malformed
    if not rows:
        source.place.refuse("extract.empty")
    _refuse_if_all_faulty(reader.tallies, malformed, source.place)
    table = pl.concat(parts, how="diagonal", rechunk=True)
    parts.clear()
    if "second" in table.columns:
        table = table.with_columns(pl.col("second").fill_null(0))
    repeated = _repeated(table)
    if repeated.any():
        table = table.filter(~repeated)
        duplicates = int(repeated.sum())
        reader.tallies[_ORDER.index("rejection.duplicate_event") + 1] += duplicates
        reader.tallies[0] -= duplicates
    return Events(
        person=table["person"].to_numpy(),
        day=table["day"].to_numpy(),
        type_=table["type"].to_numpy(),
        quantity=_column(table, "quantity").astype(np.float64, copy=False),
        flagged=_column(table, "flagged").astype(np.bool_, copy=False),
        tallies=reader.tallies,
        malformed=malformed,
        rows=rows,
    )


def _column(table: pl.DataFrame, name: str) -> NDArray[np.generic]:
    return table[name].to_numpy() if name in table.columns else np.zeros(0)


def _repeated(table: pl.DataFrame) -> Flags:
    """Which rows equal an earlier one in everything; equal rows have equal hashes."""
    repeated = np.zeros(table.height, bool)
    hashes = table.hash_rows().to_numpy()
    ordered = np.sort(hashes)
    again = ordered[1:][ordered[1:] == ordered[:-1]]
    if len(again):
        alike = np.flatnonzero(np.isin(hashes, np.unique(again)))
        first = table[alike].select(pl.struct(pl.all()).is_first_distinct()).to_series()
        repeated[alike] = ~first.to_numpy()
    return repeated


def _refuse_if_all_faulty(tallies: NDArray[np.int64], malformed: int, place: Place) -> None:
    """Nothing can be said of an extract in which something is wrong with every row."""
    rejected = why.counted("events", _ORDER, tallies, malformed)
    faults = [r for r in rejected if r.fault]
    rows = int(tallies.sum()) + malformed
    if faults and sum(r.rows for r in faults) == rows:
        most = max(faults, key=lambda r: r.rows)
        place.refuse("extract.none_usable", rows=rows, reason=most.reason)


def _are_of(plan: Plan, types: frozenset[str]) -> Flags:
    """For each type of the plan whether it is among these; one more place for no type."""
    return np.array([*(name in types for name in plan.types), False])
