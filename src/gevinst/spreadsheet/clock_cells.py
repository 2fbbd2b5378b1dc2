"""Yellow cells of opening hours: times by the clock, each between those before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.core.ledger import Key
from gevinst.schema import Project
from gevinst.spreadsheet.input_cells import InputCell, ascii_name

OPENS, CLOSES = "opens", "closes"
FORMAT = "[hh]:mm"
HOURS_PER_DAY = 24
MINUTES_PER_DAY = 1440
UNIT = "klokkeslett"
START, END = "00:00", "24:00"
REMARK = "Skriv klokkeslett. Åpne en stengt dag, eller del en dag i flere tidsrom, i prosjektfilen."


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Cells that a time lies between, by name; empty where it is the start or end of the day."""

    after: str
    before: str


def is_clock(cell: InputCell) -> bool:
    """Whether an input is a time of the day."""
    return cell.key[0] in {OPENS, CLOSES}


def shown(cell: InputCell) -> float:
    """The time as a spreadsheet has it: part of a day, the nearest to a whole minute."""
    return round(cell.value / HOURS_PER_DAY * MINUTES_PER_DAY) / MINUTES_PER_DAY


def position(key: Key) -> int:
    """Which of the times of the day it is, in the order in which they are written."""
    name, record = key
    return 2 * (_number(record) - 1) + (name == CLOSES)


def neighbours(key: Key, project: Project) -> Neighbours:
    """The times before and after it on its day."""
    name, record = key
    day, number = record.partition(":")[0], _number(record)
    if name == CLOSES:
        last = number == len(project.centre.opening_hours.days()[day])
        return Neighbours(_cell(OPENS, day, number), "" if last else _cell(OPENS, day, number + 1))
    return Neighbours(
        "" if number == 1 else _cell(CLOSES, day, number - 1), _cell(CLOSES, day, number)
    )


def validation(between: Neighbours) -> dict[str, object]:
    """What the cell takes: a time between its neighbours."""
    told = "Skriv et klokkeslett, for eksempel 08:30, {} og {}."
    after = f"fra feltet {between.after}" if between.after else f"fra {START}"
    before = f"til feltet {between.before}" if between.before else f"til {END}"
    return {
        "validate": "decimal", "criteria": "between",
        "minimum": f"={between.after}" if between.after else 0,
        "maximum": f"={between.before}" if between.before else 1,
        "error_message": told.format(after, before),
    }  # fmt: skip


def _cell(name: str, day: str, number: int) -> str:
    record = day if number == 1 else f"{day}:{number}"
    return f"{name}.{ascii_name(record)}"


def _number(record: str) -> int:
    return int(record.partition(":")[2] or 1)
