"""The counts door: aggregates from a table, a file or the configuration, checked and put in cells.

The table is the analyst's: one row for each indicator, period and cell. Norwegian column names and
decimal commas are read as they stand; a total beside its parts must agree with them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from gevinst.baseline.counts_table import COLUMNS, number_of, read_table
from gevinst.baseline.records import ALL, ARMS, PERIODS, Counts
from gevinst.errors import ArgumentError
from gevinst.messages import nearest

if TYPE_CHECKING:
    from gevinst.schema.baseline_config import BaselineConfig

_RATE_KINDS = ("events", "amount")
_SHARES = ("share", "improved")
_WORDS: Mapping[str, Mapping[str, str]] = {
    "period": {"før": "before", "for": "before", "etter": "after"},
    "arm": {
        "fulgt": "followed",
        "fulgt opp": "followed",
        "sammenligning": "comparison",
        "": "followed",
    },
}
_ROUNDING = 1e-6
Key = tuple[str, str]


def read_counts(counts: object, config: BaselineConfig) -> tuple[Counts, ...]:
    """Cells of a table (DataFrame, path of CSV or xlsx), or of the configuration if None.

    Raises
    ------
    ArgumentError
        If the table cannot be read, a column is missing, a number is impossible, a cell stands
        twice, or a total differs from its parts.
    """
    cells = tuple(_of_config(config) if counts is None else _of_table(counts, config))
    if not cells:
        raise ArgumentError("baseline.counts.none")
    return _parts_only(cells)


def _of_config(config: BaselineConfig) -> Iterator[Counts]:
    for place, row in enumerate(config.counts, start=1):
        squares = row.sum_of_squares
        yield _checked(
            Counts(
                indicator=row.indicator,
                group=row.group,
                partner=row.partner,
                period=row.period,
                arm=row.arm,
                persons=row.persons,
                person_time=row.person_time.likely,
                amount=row.total,
                sum_of_squares=None if squares is None else squares.likely,
            ),
            place,
            config.indicator(row.indicator).kind,
        )


def _of_table(counts: object, config: BaselineConfig) -> Iterator[Counts]:
    kinds = {indicator.id: indicator.kind for indicator in config.indicators}
    names = {" ".join(i.name.split()).casefold(): i.id for i in config.indicators}
    first: dict[tuple[str, ...], int] = {}
    for place, row in read_table(counts):
        found = str(row["indicator"])
        indicator = found if found in kinds else names.get(" ".join(found.split()).casefold(), "")
        if not indicator:
            raise ArgumentError(
                "baseline.counts.value",
                row=place,
                column="indicator",
                found=found,
                allowed=tuple(kinds),
                suggestion=nearest(found, kinds),
            )
        cell = _cell(row, place, indicator, kinds[indicator])
        key = (cell.indicator, cell.group, cell.partner, cell.period, cell.arm)
        if key in first:
            words = ", ".join(part for part in key if part)
            raise ArgumentError("baseline.counts.twice", row=place, first=first[key], cell=words)
        first[key] = place
        yield cell


def _cell(row: Mapping[str, Any], place: int, indicator: str, kind: str) -> Counts:
    persons = number_of(row, "persons", place)
    amount = number_of(row, "amount", place)
    time = number_of(row, "person_time", place, optional=kind not in _RATE_KINDS)
    squares = number_of(row, "sum_of_squares", place, optional=True)
    if persons is None or amount is None:
        raise ValueError("number_of gives a number unless it is optional")
    if persons != math.floor(persons):
        raise _wrong(place, "persons", persons, "0, 1, 2 ...")
    return _checked(
        Counts(
            indicator=indicator,
            group=str(row.get("group", ALL)),
            partner=str(row.get("partner", ALL)),
            period=_choice(row, "period", PERIODS, place),  # type: ignore[arg-type]
            arm=_choice(row, "arm", ARMS, place),  # type: ignore[arg-type]
            persons=int(persons),
            person_time=0.0 if time is None else time,
            amount=amount,
            sum_of_squares=squares,
        ),
        place,
        kind,
    )


def _choice(row: Mapping[str, Any], column: str, allowed: tuple[str, ...], place: int) -> str:
    found = str(row.get(column, "")).strip().casefold()
    found = _WORDS[column].get(found, found)
    if found not in allowed:
        raise _wrong(place, column, found, ", ".join(allowed))
    return found


def _checked(cell: Counts, place: int, kind: str) -> Counts:
    """Refuse what no persons can have."""
    if kind == "events" and cell.amount != math.floor(cell.amount):
        raise _wrong(place, "events", cell.amount, "0, 1, 2 ...")
    if kind in _SHARES and cell.amount > cell.persons:
        raise _wrong(place, "events", cell.amount, f"<= {cell.persons}")
    if kind in _RATE_KINDS and cell.amount > 0 and cell.person_time <= 0:
        raise _wrong(place, "person_time", cell.person_time, "> 0")
    if not cell.persons and (cell.amount or cell.person_time):
        raise _wrong(place, "persons", 0, "> 0")
    squares = cell.sum_of_squares
    if squares is not None and cell.persons:
        least = cell.amount**2 / cell.persons
        if kind == "events":
            least = max(least, cell.amount)
        if squares < least * (1 - _ROUNDING):
            raise ArgumentError(
                "baseline.counts.squares",
                row=place,
                found=squares,
                persons=cell.persons,
                amount=cell.amount,
                least=round(least, 2),
            )
    return cell


def _wrong(place: int, column: str, found: object, allowed: str) -> ArgumentError:
    return ArgumentError(
        "baseline.counts.value", row=place, column=column, found=found, allowed=allowed
    )


def _parts_only(cells: tuple[Counts, ...]) -> tuple[Counts, ...]:
    """Leave out totals of which the parts stand there too, if they agree."""
    together: dict[tuple[str, str, str], list[Counts]] = {}
    for cell in cells:
        together.setdefault((cell.indicator, cell.period, cell.arm), []).append(cell)
    kept = []
    for own in together.values():
        leaves = [cell for cell in own if not _inside(cell, own)]
        for total in own:
            parts = [leaf for leaf in _inside(total, own) if leaf in leaves]
            if parts:
                _agree(total, parts)
        for one, other in combinations(leaves, 2):
            if _overlap(_key(one), _key(other)):
                words = (_words(one), _words(other))
                raise ArgumentError("baseline.counts.overlap", first=words[0], second=words[1])
        kept += leaves
    return tuple(kept)


def _key(cell: Counts) -> Key:
    return cell.group, cell.partner


def _overlap(one: Key, other: Key) -> bool:
    return all(a == b or ALL in {a, b} for a, b in zip(one, other, strict=True))


def _inside(total: Counts, cells: list[Counts]) -> list[Counts]:
    """Find the cells that a total holds, other than itself."""
    return [
        cell
        for cell in cells
        if cell is not total
        and all(a in {ALL, b} for a, b in zip(_key(total), _key(cell), strict=True))
    ]


def _agree(total: Counts, parts: list[Counts]) -> None:
    for column in ("persons", "person_time", "amount"):
        stated = float(getattr(total, column))
        added = math.fsum(float(getattr(part, column)) for part in parts)
        if abs(stated - added) > _ROUNDING * max(1.0, abs(stated)):
            raise ArgumentError(
                "baseline.counts.whole",
                cell=f"{_words(total)}, {column}",
                found=stated,
                allowed=added,
            )


def _words(cell: Counts) -> str:
    parts = (cell.indicator, cell.group, cell.partner, cell.period, cell.arm)
    return ", ".join(part for part in parts if part)


__all__ = ["COLUMNS", "read_counts"]
