"""The persons table: read, checked row by row, and put in arrays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from gevinst.extracts import reasons as why
from gevinst.extracts.casting import (
    NO_DAY,
    Dates,
    dates,
    is_blank,
    one_of,
    try_dates,
    yes_or_no,
)
from gevinst.extracts.columns import PERSONS, located
from gevinst.extracts.identity_numbers import are_national
from gevinst.extracts.plan import Plan
from gevinst.extracts.records import Codes, Flags, Rejected
from gevinst.extracts.tables import Place, Source
from gevinst.extracts.windows import day_number

Days = NDArray[np.int64]
FIRST_DAY = day_number(dt.date(1900, 1, 1))
FIRST_INDEX_DAY = day_number(dt.date(1990, 1, 1))
WITHOUT_END = day_number(dt.date(9999, 1, 1))
"""Systems write the year 9999 where there is no end."""

MOST_GROUPS = 100
MOST_PARTNERS = 500
MOST_CELLS = 2_000
_FLAGS = ("offered", "accepted", "started")
_ORDER = why.PERSON_REASONS
ARM_WORDS: Mapping[str, tuple[str, ...]] = {
    "followed": ("fulgt", "oppfulgt", "tiltak", "intervensjon", "intervention", "treated", "dho"),
    "comparison": ("sammenligning", "kontroll", "control", "usual", "vanlig"),
}
END_WORDS: Mapping[str, tuple[str, ...]] = {
    "death": ("død", "dod", "dead", "died", "deceased", "mors"),
    "moved": ("flyttet", "flytting", "utflyttet", "move"),
    "institution": ("institusjon", "sykehjem", "nursing home", "langtidsopphold"),
    "withdrew": ("trukket", "trakk seg", "avsluttet", "frafall", "withdrawn", "withdrawal"),
    "still": ("følges", "fortsatt", "pågår", "active", "aktiv", ""),
}
OTHER_END = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Persons:
    """Persons that are used, in the order of the file, and how to find them by id.

    Attributes
    ----------
    known : pl.Enum
        Every id of the table; in memory only, never shown.
    place_of : Codes
        Place among the persons used of each known id, -1 if its row was rejected.
    first, last : Days
        Follow-up, half open.
    """

    known: pl.Enum = field(repr=False)
    place_of: Codes = field(repr=False)
    groups: tuple[str, ...]
    partners: tuple[str, ...]
    group: Codes
    partner: Codes
    arm: Codes
    flags: tuple[Flags, Flags, Flags]
    index: Days
    first: Days
    last: Days
    ended: Mapping[str, int]
    died: Flags
    rejected: tuple[Rejected, ...]
    rows: int


def read_persons(source: Source, plan: Plan) -> Persons:
    """Read the persons table.

    Raises
    ------
    ExtractError
        A column is missing, or no row can be used.
    """
    required = ["person_id", "follow_up_start", "follow_up_end"]
    required += ["index_date"] if plan.length_months else []
    wanted = located(source.place, source.columns, PERSONS, plan.person_columns, required)
    blocks = list(source.blocks(wanted))
    malformed = sum(block.malformed for block in blocks)
    if not malformed and not sum(block.frame.height for block in blocks):
        source.place.refuse("extract.empty")
    table = pl.concat([block.frame for block in blocks]).select(pl.all().str.strip_chars())
    if are_national(table["person_id"]):
        source.place.refuse("extract.national_id", column="person_id")
    return _checked(table, malformed, source.place, plan)


def _checked(table: pl.DataFrame, malformed: int, place: Place, plan: Plan) -> Persons:
    reasons = why.none_yet(table.height)
    _blame_ids(reasons, table)
    index, first, last = _follow_up(reasons, table, plan)
    arm = _arms(reasons, table)
    flags = _yes_or_no(reasons, table, arm)
    for column in ("group", "municipality"):
        if column in table.columns:
            why.blame(reasons, _ORDER, f"rejection.missing_{column}", is_blank(table[column]))
    tallies = np.bincount(reasons, minlength=len(_ORDER) + 1)
    rejected = why.counted("persons", _ORDER, tallies, malformed)
    used = reasons == 0
    if not used.any():
        most = max(rejected, key=lambda r: r.rows)
        place.refuse("extract.none_usable", rows=table.height + malformed, reason=most.reason)
    groups, group = _labels(table, "group", used, place, MOST_GROUPS)
    partners, partner = _labels(table, "municipality", used, place, MOST_PARTNERS)
    if len(groups) * len(partners) > MOST_CELLS:
        place.refuse(
            "extract.too_many_labels",
            column="group, municipality",
            found=len(groups) * len(partners),
            allowed=MOST_CELLS,
        )
    known, place_of = _lookup(table["person_id"], used)
    ended, died = _ends(table.filter(used), last[used], plan)
    return Persons(
        known=known,
        place_of=place_of,
        groups=groups,
        partners=partners,
        group=group,
        partner=partner,
        arm=arm[used].astype(np.int64),
        flags=(flags[0][used], flags[1][used], flags[2][used]),
        index=index[used],
        first=first[used],
        last=last[used],
        ended=ended,
        died=died,
        rejected=rejected,
        rows=table.height + malformed,
    )


def _blame_ids(reasons: why.Reasons, table: pl.DataFrame) -> None:
    """Blank ids; rows that repeat another in everything; and ids that several rows disagree on."""
    blank = is_blank(table["person_id"])
    why.blame(reasons, _ORDER, "rejection.missing_id", blank)
    repeated = ~table.select(pl.struct(pl.all()).is_first_distinct()).to_series().to_numpy()
    why.blame(reasons, _ORDER, "rejection.duplicate_person", repeated)
    different = table["person_id"].filter(~repeated).is_duplicated().to_numpy()
    conflicting = np.zeros(table.height, bool)
    conflicting[np.flatnonzero(~repeated)[different]] = True
    why.blame(reasons, _ORDER, "rejection.conflicting_person", conflicting)


def _follow_up(reasons: why.Reasons, table: pl.DataFrame, plan: Plan) -> tuple[Days, Days, Days]:
    """Index day, and follow-up half open; the end of the extract where there is no end."""
    today = day_number(plan.date)
    start, end = _dates(table, "follow_up_start"), _dates(table, "follow_up_end")
    index = _dates(table, "index_date")
    last = end.day.astype(np.int64)
    last[end.missing | (last >= WITHOUT_END)] = today
    needs_index = np.full(table.height, bool(plan.length_months))
    found = [
        ("rejection.missing_date", start.missing | (index.missing & needs_index)),
        ("rejection.unparseable_date", start.unreadable | end.unreadable | index.unreadable),
        (
            "rejection.implausible_date",
            (start.day < FIRST_DAY)
            | (last < FIRST_DAY)
            | _given(index.day < FIRST_INDEX_DAY, index.day),
        ),
        ("rejection.future_date", (start.day > today) | (last > today) | (index.day > today)),
        ("rejection.end_before_start", last < start.day),
        (
            "rejection.index_outside",
            _given((index.day < start.day) | (index.day > last), index.day),
        ),
    ]
    for reason, wrong in found:
        why.blame(reasons, _ORDER, reason, wrong)
    return index.day.astype(np.int64), start.day.astype(np.int64), last + 1


def _dates(table: pl.DataFrame, name: str) -> Dates:
    if name not in table.columns:
        table = table.select(pl.lit(None, pl.String).alias(name))
    return dates(table[name], table.select(try_dates(table[name], name)).to_series())


def _given(wrong: Flags, day: NDArray[np.int32]) -> Flags:
    given: Flags = wrong & (day != NO_DAY)
    return given


def _arms(reasons: why.Reasons, table: pl.DataFrame) -> NDArray[np.int8]:
    """Arm of each row; everybody is followed where the table has no such column."""
    if "arm" not in table.columns:
        return np.zeros(table.height, np.int8)
    arm = one_of(table["arm"], ARM_WORDS, otherwise=-1)
    why.blame(reasons, _ORDER, "rejection.unknown_arm", arm < 0)
    return arm


def _yes_or_no(
    reasons: why.Reasons, table: pl.DataFrame, arm: NDArray[np.int8]
) -> tuple[Flags, Flags, Flags]:
    """Offered, accepted, started. Without the column: those followed were offered, all the same."""
    flags, before = [], arm == 0
    for name in _FLAGS:
        if name in table.columns:
            before, unreadable = yes_or_no(table[name])
            why.blame(reasons, _ORDER, "rejection.unreadable_flag", unreadable)
        flags.append(before)
    return flags[0], flags[1], flags[2]


def _labels(
    table: pl.DataFrame, column: str, used: Flags, place: Place, most: int
) -> tuple[tuple[str, ...], Codes]:
    if column not in table.columns:
        return ("",), np.zeros(int(used.sum()), np.int64)
    values = table[column].filter(used)
    labels = values.unique().sort().to_list()
    if len(labels) > most:
        place.refuse("extract.too_many_labels", column=column, found=len(labels), allowed=most)
    return tuple(labels), values.cast(pl.Enum(labels)).to_physical().cast(pl.Int64).to_numpy()


def _lookup(ids: pl.Series, used: Flags) -> tuple[pl.Enum, Codes]:
    """Every id there is, and which of the persons used it is."""
    present = ids.fill_null("").filter(~is_blank(ids))
    known = pl.Enum(present.unique(maintain_order=True))
    place_of = np.full(len(known.categories), -1, np.int64)
    codes = ids.filter(used).cast(known).to_physical().to_numpy()
    place_of[codes] = np.arange(len(codes))
    return known, place_of


def _ends(table: pl.DataFrame, last: Days, plan: Plan) -> tuple[dict[str, int], Flags]:
    """Persons by reason of the end, and who died.

    Without a reason, those followed to the end are followed still.
    """
    names = (*END_WORDS, OTHER_END)
    if "end_reason" in table.columns:
        reason = one_of(table["end_reason"], END_WORDS, otherwise=len(END_WORDS))
    else:
        reason = np.full(table.height, names.index("still"), np.int8)
    is_cut = last <= day_number(plan.date)
    reason[is_cut & (reason == names.index("still"))] = names.index(OTHER_END)
    tally = np.bincount(reason, minlength=len(names)).tolist()
    counted = {name: count for name, count in zip(names, tally, strict=True) if count}
    return counted, reason == names.index("death")
