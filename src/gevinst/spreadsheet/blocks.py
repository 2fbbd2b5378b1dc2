"""Blocks: what a sheet shows of one quantity, a row for every record, group and municipality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from gevinst.axes import MONTHS_IN_YEAR, MUNICIPALITY, PERIOD
from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import BEFORE, Key, MadeBy
from gevinst.explaining.names import Namer
from gevinst.results import Results
from gevinst.results.rollup import by_time
from gevinst.spreadsheet import wording
from gevinst.spreadsheet.cell_run import CellLedger
from gevinst.spreadsheet.cells import Cells
from gevinst.spreadsheet.condensing import repeats
from gevinst.spreadsheet.input_cells import InputCells
from gevinst.spreadsheet.invoice_cells import NAME, TITLES, invoices
from gevinst.spreadsheet.nodes import Node, Place
from gevinst.spreadsheet.step_words import STEP_WORDS, title_of
from gevinst.spreadsheet.steps import Step

Period = Literal["month", "year", "fixed"]

OPENINGS = dict(BEFORE.values())
"""Quantity -> the one that stands in its column before the first month."""

ROLLED = frozenset(
    {
        "starts", "stops", "patient_time_all",
        "handled_events", "task_hours", "work_hours",
        "immediate_hours", "deferrable_hours", "scheduled_hours",
        "open_time", "queue_load", "queue_positions",
        "workload_fte", "queue_fte", "presence_fte", "needed_fte", "staffed_fte",
        "workload_decides", "queue_decides", "presence_decides", "steps_decide",
        "total_funding", "net_cost",
        "fees", "allocation_share", "settlement", "charge_vat", "amount_due",
    }
)  # fmt: skip
"""Quantities of the month that the sheets of years show too, by the rule of their kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: who and what it is for, and its numbers from left to right.

    Attributes
    ----------
    record, group, municipality : str
        Names for people; empty where the quantity does not vary over it.
    unit : str
        In words; records of one quantity may count different things.
    nodes, values : sequence
        One for each period (one alone, where it is the same for all).
    opening : tuple of Node and float, or None
        What stands in the column before the first month.
    same_as : Place or None
        First cell of the row that holds these numbers already; then there are none here.
    copies : int
        How many such rows this one is for; they follow each other there.
    """

    record: str
    group: str
    municipality: str
    unit: str
    nodes: list[Node]
    values: list[float]
    opening: tuple[Node, float] | None = None
    same_as: Place | None = None
    copies: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One quantity in a sheet.

    Attributes
    ----------
    stage : str
        The sheet of the block; months have a sheet of their own.
    mark : str
        When and by what Python has worked it out, where a formula cannot; else empty.
    """

    name: str
    title: str
    stage: str
    period: Period
    kind: str
    mark: str
    rows: list[Row]

    @property
    def size(self) -> int:
        """Cells with a number."""
        return sum(len(row.nodes) for row in self.rows)


def all_blocks(results: Results, ledger: CellLedger, inputs: InputCells) -> list[Block]:
    """Every quantity of the run, in the order of the model, then the years of the monthly ones."""
    namer = Namer(results)
    made = [*_of(inputs.series, results, ledger, namer)]
    quantities = {
        key: ledger.cells(key) for key in ledger.values if key[0] not in OPENINGS.values()
    }
    made.extend(_of(quantities, results, ledger, namer))
    rolled = _rolled(quantities)
    made.extend(_of(rolled, results, ledger, namer, of_year=True))
    made.extend(_invoices(rolled["amount_due", ""], results))
    return made


def _invoices(due: Cells, results: Results) -> Iterator[Block]:
    """Invoices of the year, and the steps of their rounding."""
    steps, made = invoices(due, results)
    for step in steps:
        yield _step(NAME, "", "price", step, results)
    places = (*results.frame.municipalities, wording.ALL_PLACES)
    yield Block(
        name=NAME,
        title=TITLES[results.inputs.invoice_unit],
        stage="price",
        period="year",
        kind="money",
        mark="",
        rows=_rows_by_place(made, "", "kr", places),
    )


def _rolled(quantities: Mapping[Key, Cells]) -> dict[Key, Cells]:
    rolled: dict[Key, Cells] = {}
    for (name, record), cells in quantities.items():
        if name in ROLLED and cells.shape[PERIOD] > 1:
            entry = CATALOGUE[name]
            if entry.kind in {"capacity", "indicator"}:
                rolled[name, record] = cells.mean_of_year()
            else:
                rolled[name, record] = by_time(entry, cells, "year")  # type: ignore[arg-type, assignment]
    return rolled


def _of(
    quantities: Mapping[Key, Cells],
    results: Results,
    ledger: CellLedger,
    namer: Namer,
    *,
    of_year: bool = False,
) -> Iterator[Block]:
    """Blocks of quantities: all records of one name and period together."""
    together: dict[tuple[str, Period, bool], list[Key]] = {}
    shown: dict[Key, Cells] = {}
    for (name, record), cells in quantities.items():
        if not all(node.op == "number" for node in cells.nodes.ravel().tolist()):
            once = shown[name, record] = _once(cells, results)
            period = _period(name, once, results, of_year=of_year)
            together.setdefault((name, period, once is not cells), []).append((name, record))
    for (name, period, same), keys in together.items():
        entry = CATALOGUE[name]
        for key in () if of_year else keys:
            yield from _steps(key, results, ledger, namer)
        yield Block(
            name=name,
            title=_title(name, keys, ledger, of_year=of_year, same=same),
            stage=wording.stage_of(name),
            period=period,
            kind=entry.kind,
            mark=wording.frozen(results.date) if not ledger.frozen.isdisjoint(keys) else "",
            rows=[row for key in keys for row in _rows(key, shown[key], results, ledger, namer)],
        )


def _once(cells: Cells, results: Results) -> Cells:
    """Cells of the months by the year, or alone, where one cell stands in all of these."""
    months = results.frame.years * MONTHS_IN_YEAR
    if cells.shape[PERIOD] == months:
        for span in (months, MONTHS_IN_YEAR):
            if repeats(cells.nodes, span):
                return Cells(cells.values[:, :, ::span], cells.nodes[:, :, ::span])
    return cells


def _steps(key: Key, results: Results, ledger: CellLedger, namer: Namer) -> Iterator[Block]:
    """Blocks of the steps inside a formula, before the quantity that it makes."""
    name, record = key
    of = wording.record_name(name, record, namer)
    for step in ledger.steps.get(key, ()):
        yield _step(name, of, wording.stage_of(name), step, results)


def _step(name: str, record: str, stage: str, step: Step, results: Results) -> Block:
    words = STEP_WORDS[step.name]
    whole = step.cells.shape[MUNICIPALITY] == 1
    return Block(
        name=f"{name}.{step.name}",
        title=title_of(name, step.name),
        stage=stage,
        period=_step_period(step.cells, results),
        kind=words.kind,
        mark="",
        rows=_rows_by_place(
            step.cells, record, words.unit, ("",) if whole else results.frame.municipalities
        ),
    )


def _step_period(cells: Cells, results: Results) -> Period:
    length, years = cells.shape[PERIOD], results.frame.years
    if length == years * MONTHS_IN_YEAR:
        return "month"
    return "year" if length == years else "fixed"


def _rows_by_place(cells: Cells, record: str, unit: str, places: Sequence[str]) -> list[Row]:
    return [
        Row(
            record=record,
            group="",
            municipality=place,
            unit=unit,
            nodes=list(cells.nodes[0, m, :, 0]),
            values=[float(v) for v in cells.values[0, m, :, 0]],
        )
        for m, place in enumerate(places)
    ]


def _period(name: str, cells: Cells, results: Results, *, of_year: bool) -> Period:
    length = cells.shape[PERIOD]
    if of_year:
        return "year"
    if length == results.frame.years * MONTHS_IN_YEAR:
        return "month"
    return "year" if length > 1 or CATALOGUE[name].period == "year" else "fixed"


def _title(name: str, keys: list[Key], ledger: CellLedger, *, of_year: bool, same: bool) -> str:
    """Label of the quantity, by which rule it is made, and how its year comes about."""
    entry = CATALOGUE[name]
    producers = [ledger.producers.get(key) for key in keys]
    rules = {p.formula for p in producers if isinstance(p, MadeBy)}
    said = wording.rule(rules.pop()) if len(rules) == 1 else ""
    how = wording.YEAR_OF_KIND.get(entry.kind, wording.YEAR_END) if of_year else ""
    how = wording.ALL_MONTHS if same else how
    return " – ".join(part for part in (entry.nb, said, how) if part)


def _rows(
    key: Key, cells: Cells, results: Results, ledger: CellLedger, namer: Namer
) -> Iterator[Row]:
    name, record = key
    opening = ledger.cells((OPENINGS[name], record)) if name in OPENINGS else None
    groups, places, _, _ = cells.shape
    frame, names = results.frame, results.names
    for g, m in np.ndindex(groups, places):
        first = None
        if opening is not None:
            first = (opening.nodes[g, m, 0, 0], float(opening.values[g, m, 0, 0]))
        yield Row(
            record=wording.record_name(name, record, namer),
            group=names.groups[frame.groups[g]] if groups > 1 or _whole(name, "group") else "",
            municipality=frame.municipalities[m]
            if places > 1 or _whole(name, "municipality")
            else "",
            unit=wording.unit_of(key, namer),
            nodes=list(cells.nodes[g, m, :, 0]),
            values=[float(v) for v in cells.values[g, m, :, 0]],
            opening=first,
        )


def _whole(name: str, axis: str) -> bool:
    """Whether a quantity varies over an axis even where that has length 1."""
    return axis in CATALOGUE[name].axes
