"""Rows of the input sheet: every stated number in the unit that the project wrote it in."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from gevinst.assemble.placing import DEFINITION, NOT_STATED
from gevinst.assemble.price import BY_RULE
from gevinst.axes import MONTHS_IN_YEAR
from gevinst.catalogue import CATALOGUE
from gevinst.errors import UnitError
from gevinst.explaining.names import Namer
from gevinst.schema import Project
from gevinst.spreadsheet import clock_cells, wording
from gevinst.spreadsheet.field_help import FieldHelp, help_for
from gevinst.spreadsheet.input_cells import InputCell
from gevinst.spreadsheet.nodes import Node
from gevinst.units import canonical_unit, factor

Form = Literal["number", "month", "choice", "locked", "clock", "live"]

MONTH_QUANTITIES = frozenset(
    {
        "joining_time", "leaving_time", "due_time", "funding_start", "funding_end",
        "fee_start", "fee_end", "settlement_time",
    }
)  # fmt: skip
DERIVED = {
    BY_RULE: "Fordelingsregelen kan ikke stå som formler.",
    "discount_time": "Følger av economics.timing, som endres i prosjektfilen:",
    "averaged_years": "Antall år er låst når filen lages.",
}
"""Paths whose numbers follow from something that is not a number, and what to say of it."""

TAKEN = {
    "measured": "Låst: følger av målingen «{id}», som endres i prosjektfilen.",
    "compared": "Låst: følger av sammenligningen «{id}», som endres i prosjektfilen.",
}

DISTRIBUTED = "Låst: fordelingen endres i prosjektfilen."
_WRITTEN = re.compile(
    r"\s*([-+−]?\d[\d\s.,_]*?(?:[eE][-+]?\d+)?)(?:\s+(1/.*)|\s*([A-Za-z%].*))?\s*"
)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_SAME = 1e-12
_PERCENT_KINDS = frozenset({"share", "rate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRow:
    """One number to fill in.

    Attributes
    ----------
    form : str
        ``number``; ``month`` (a date; empty where there is none); ``choice`` (0 or 1); ``locked``;
        ``clock`` (a time of the day); ``live`` (a formula of what was counted).
    shown : float
        Number in the unit of the row.
    month : datetime.date or None
        What stands in the cell of a month.
    step : float
        Canonical units in one unit of the row.
    later : int
        Months after the one that is filled in.
    low, high : float or None
        Range, in the row's unit.
    between : Neighbours or None
        Of a time by the clock, those before and after it.
    whole : bool
        Whether only whole numbers are taken.
    follows : Node or None
        The formula of a live one.
    counted : tuple of str
        Names of the cells with the counts that it follows from.
    """

    cell: InputCell
    label: str
    about: str
    form: Form
    shown: float
    month: dt.date | None
    unit: str
    step: float
    later: int
    low: float | None
    high: float | None
    percent: bool
    remark: str
    help: FieldHelp
    between: clock_cells.Neighbours | None = None
    whole: bool = False
    follows: Node | None = None
    counted: tuple[str, ...] = ()


def input_row(cell: InputCell, project: Project, namer: Namer) -> InputRow:
    """How one input is shown and filled in."""
    name = cell.key[0]
    origin = cell.origin
    number, unit, step = as_written(cell)
    form = _form(cell)
    month, later = None, 0
    if form == "month":
        month, later = _month(cell, namer.results.frame.first_year)
        unit, step = "", 1.0
    if form == "clock":
        number, unit, step = clock_cells.shown(cell), clock_cells.UNIT, clock_cells.HOURS_PER_DAY
    ranged = origin.means is not None and form != "month"
    return InputRow(
        cell=cell,
        label=CATALOGUE[name].nb,
        about=_about(cell, namer),
        form=form,
        shown=number,
        month=month,
        unit=unit,
        step=step,
        later=later,
        low=origin.low / step if ranged else None,
        high=origin.high / step if ranged else None,
        percent=_is_percent(name) and form != "choice",
        remark=_remark(cell, namer.results.date),
        help=help_for(project, origin.path),
        between=clock_cells.neighbours(cell.key, project) if form == "clock" else None,
    )


def is_fixed(cell: InputCell) -> bool:
    """Whether an input is a parameter or a definition of the model, not the project's own."""
    return cell.origin.date is not None or (
        cell.origin.source == DEFINITION and cell.key[0] not in DERIVED
    )


def as_written(cell: InputCell) -> tuple[float, str, float]:
    """Number and unit (in words) as the project wrote them, and canonical units in one of these."""
    origin = cell.origin
    unit = CATALOGUE[cell.key[0]].unit if origin.unit == "1" else _canonical(origin.unit)
    step = _from_prices(cell)
    plain = cell.value / step, wording.words_of(unit), step
    match = _WRITTEN.fullmatch(origin.given)
    if match is None:
        return plain
    unit = match.group(2) or match.group(3) or origin.unit
    if unit in {"1", "%", "percent"}:
        return plain
    try:
        number = float(re.sub(r"[\s_]", "", match.group(1)).replace(",", ".").replace("−", "-"))
        step = factor(unit) * _from_prices(cell)
    except (UnitError, ValueError):
        return plain
    if abs(number * step - cell.value) > _SAME * abs(cell.value):
        return plain
    return number, wording.words_of(unit), step


def _from_prices(cell: InputCell) -> float:
    """What an amount in the kroner of another year is multiplied by in the model."""
    change = cell.origin.price_change
    return 1.0 if change is None else change.factor


def _is_percent(name: str) -> bool:
    """Whether people write the number in per cent."""
    entry = CATALOGUE[name]
    return entry.unit == "1" and (entry.kind in _PERCENT_KINDS or name == "effect")


def _canonical(unit: str) -> str:
    return unit if unit == "1" else canonical_unit(unit)


def _form(cell: InputCell) -> Form:
    name = cell.key[0]
    if cell.origin.path in DERIVED or name in DERIVED:
        return "locked"
    if cell.origin.taken or cell.origin.distributed:
        return "locked"
    if name in MONTH_QUANTITIES:
        return "month"
    if clock_cells.is_clock(cell):
        return "clock"
    return "choice" if name == "around_the_clock" else "number"


def _month(cell: InputCell, first_year: int) -> tuple[dt.date | None, int]:
    """The month as a date, and how many months after it the number is."""
    match = _MONTH.fullmatch(cell.origin.given)
    if match is None:
        return None, 0
    year, month = int(match.group(1)), int(match.group(2))
    stated = (year - first_year) * MONTHS_IN_YEAR + month - 1
    return dt.date(year, month, 1), round(cell.value * MONTHS_IN_YEAR) - stated


def _about(cell: InputCell, namer: Namer) -> str:
    """Record, group and municipality that a number is for."""
    name, record = cell.key
    frame = namer.results.frame
    parts = [wording.record_name(name, record, namer)]
    path = cell.origin.path
    if path.startswith("groups[") and "group" in CATALOGUE[name].axes:
        parts.append(namer.results.names.groups[frame.groups[cell.group]])
    code = namer.results.names.codes[cell.municipality]
    if "municipality" in CATALOGUE[name].axes and (path.startswith("partners[") or code in path):
        parts.append(frame.municipalities[cell.municipality])
    return ", ".join(part for part in parts if part)


def _remark(cell: InputCell, date: str) -> str:
    """Source and note; that it is an assumption, where there is no source."""
    origin = cell.origin
    name = cell.key[0]
    derived = DERIVED.get(origin.path) or DERIVED.get(name)
    if origin.path == BY_RULE:
        return f"{derived} {wording.frozen(date)}"
    if derived:
        return derived
    if origin.given == NOT_STATED and not origin.note:
        return "Ikke oppgitt."
    change = origin.price_change
    parts = [origin.source or "", origin.note or "", change.text() if change else ""]
    said = [part.rstrip(". ") for part in parts if part]
    text = ". ".join(said)
    told = f"{text[0].upper()}{text[1:]}." if text else "Antakelse uten kilde."
    if origin.spread is not None:
        told = f"{origin.spread.nb[:1].upper()}{origin.spread.nb[1:]}. {told}"
    if origin.distributed:
        told = f"{DISTRIBUTED} {told}"
    if origin.taken is not None:
        told = f"{TAKEN[origin.taken.kind].format(id=origin.taken.id)} {told}"
    return f"{told} {clock_cells.REMARK}" if clock_cells.is_clock(cell) else told
