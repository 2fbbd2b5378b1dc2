"""Yellow cells of what was counted and compared, and the formulas of what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

import numpy as np

from gevinst.assemble.placing import from_value
from gevinst.axes import Array
from gevinst.core.ledger import Key
from gevinst.results import Origin
from gevinst.schema import Project, Value
from gevinst.schema.measured_rates import (
    arms_of,
    change_of,
    rate,
    ratio_of_rates,
)
from gevinst.schema.measurements import MOST_EVENTS, MOST_PERSONS, Comparison, Measurement
from gevinst.schema.taken_values import origin_of
from gevinst.schema.values import MEASURED, Bounds, Taken
from gevinst.spreadsheet import wording
from gevinst.spreadsheet.cells import Cells
from gevinst.spreadsheet.field_help import help_for
from gevinst.spreadsheet.input_cells import InputCell, ascii_name
from gevinst.spreadsheet.input_rows import InputRow, as_written
from gevinst.spreadsheet.nodes import Node, same

LABELS = {
    "persons": "Personer",
    "person_time": "Samlet oppfølgingstid",
    "events": "Hendelser",
    "amount": "Samlet mengde",
    "sum_of_squares": "Sum av kvadrater",
    "rate": "Ferdig rate",
    "expected_rate": "Ventet rate uten tjenesten",
    "ratio": "Forholdstall",
    "observed_change": "Observert endring",
    "expected_change": "Ventet endring uten tjenesten",
}
"""Field of a measurement or comparison -> what it is called in the sheet, in this order."""

WHOLE = {
    "persons": Bounds(at_least=1, at_most=MOST_PERSONS),
    "events": Bounds(at_least=0, at_most=MOST_EVENTS),
}
PERSONS = "personer"
MEASURED_KEY: Key = ("baseline_rate", "")
COMPARED_KEY: Key = ("effect", "")
"""Quantities of the model that what was counted and compared is of."""

FOLLOWS = {
    "measured": "Formel: følger de gule tallene i målingen «{id}» under Målingene.",
    "compared": "Formel: følger de gule tallene i sammenligningen «{id}».",
}
SPAN = (
    "Lav og høy (rosa) er regnet ut {date} av «{command}», og følger ikke når tallene endres i"
    " Excel: de strykes over til arbeidsboken lages på nytt. Da filen ble laget: {source}"
)

Of = Measurement | Comparison
One = TypeVar("One", Measurement, Comparison)


@dataclass(slots=True)
class CountRows:
    """What was counted and compared in a project, as rows of the sheet of inputs."""

    project: Project
    rows: list[InputRow] = field(default_factory=list)
    _by_path: dict[str, InputRow] = field(default_factory=dict)

    def __post_init__(self) -> None:
        names: set[str] = set()
        for table, listed in _tables(self.project):
            for index, of in enumerate(listed):
                for row in self._of(f"{table}[{index}]", of, names):
                    self.rows.append(row)
                    self._by_path[row.cell.origin.path] = row

    def _of(self, path: str, of: Of, names: set[str]) -> Iterator[InputRow]:
        """Rows of one measurement or comparison; how it was counted stands beside the first."""
        first = True
        for name in LABELS:
            content = getattr(of, name, None)
            if content is None or (isinstance(content, Value) and content.named is not None):
                continue
            yield self._row(f"{path}.{name}", name, of, content, names, first=first)
            first = False

    def _row(
        self, path: str, name: str, of: Of, content: Value | int, names: set[str], *, first: bool
    ) -> InputRow:
        key = MEASURED_KEY if isinstance(of, Measurement) else COMPARED_KEY
        origin, value = _origin(path, content)
        cell_name = _free(f"maling.{ascii_name(of.id)}.{name}", names)
        node = Node("input")
        node.name = cell_name
        cell = InputCell(
            key=key, group=0, municipality=0, name=cell_name, value=value, origin=origin, node=node
        )
        told = help_for(self.project, path)
        if name in WHOLE:
            shown, step = value, 1.0
            counted = of.unit if isinstance(of, Measurement) else ""
            unit = PERSONS if name == "persons" else wording.words_of(counted)
            told = replace(told, bounds=WHOLE[name])
        else:
            shown, unit, step = as_written(cell)
        ranged = origin.means is not None
        return InputRow(
            cell=cell,
            label=LABELS[name],
            about=_about(of) if first else of.id,
            form="number",
            shown=shown,
            month=None,
            unit=unit.replace("^2", "²"),
            step=step,
            later=0,
            low=origin.low / step if ranged else None,
            high=origin.high / step if ranged else None,
            percent=name in {"observed_change", "expected_change"},
            remark=_remark(of, origin, first=first),
            help=told,
            whole=name in WHOLE,
        )

    # ------------------------------------------------------------ what follows
    def live(self, row: InputRow, date: str) -> InputRow:
        """A row that is taken from what was counted, as a formula of it; else the row as it is."""
        taken = row.cell.origin.taken
        if taken is None or row.step != 1:
            return row
        found = self._follows(taken)
        if found is None:
            return row
        cells, counted = found
        span = SPAN.format(date=date, command=wording.COMMAND, source=_source(row))
        return replace(
            row,
            form="live",
            remark=f"{FOLLOWS[taken.kind].format(id=taken.id)} {span}",
            follows=same(cast(Node, cells.nodes.flat[0])),
            counted=counted,
        )

    def _follows(self, taken: Taken) -> tuple[Cells, tuple[str, ...]] | None:
        """The number as cells, and the names of those with the counts; None if one is locked."""
        if taken.kind == MEASURED:
            index, of = _found(self.project.measurements, taken.id)
            path = f"measurements[{index}]"
            if of.expected_rate is not None:
                return self._stated(f"{path}.expected_rate")
            return self._stated(f"{path}.rate") if of.rate is not None else self._counted(path, of)
        index, compared = _found(self.project.comparisons, taken.id)
        if compared.ratio is not None:
            stated = self._stated(f"comparisons[{index}].ratio")
            return stated and (_cells(change_of(cast(Array, stated[0]))), stated[1])
        arms = []
        for name in arms_of(compared):
            place, arm = _found(self.project.measurements, name)
            made = self._counted(f"measurements[{place}]", arm)
            if made is None:
                return None
            arms.append(made)
        ratio = ratio_of_rates([cast(Array, cells) for cells, _ in arms])
        return _cells(change_of(ratio)), tuple(name for _, names in arms for name in names)

    def _stated(self, path: str) -> tuple[Cells, tuple[str, ...]] | None:
        row = self._by_path.get(path)
        if row is None:
            return None
        node = np.empty((1, 1, 1, 1), dtype=object)
        node[0, 0, 0, 0] = row.cell.node
        return Cells(np.full((1, 1, 1, 1), row.cell.value), node), (row.cell.name,)

    def _counted(self, path: str, of: Measurement) -> tuple[Cells, tuple[str, ...]] | None:
        """What was counted over the time; the persons and their squares decide the interval too."""
        total = self._stated(f"{path}.{'events' if of.events is not None else 'amount'}")
        time = self._stated(f"{path}.person_time")
        if total is None or time is None:
            return None
        beside = (self._by_path.get(f"{path}.{name}") for name in ("sum_of_squares", "persons"))
        others = [row.cell.name for row in beside if row and of.sum_of_squares is not None]
        made = rate(cast(Array, total[0]), cast(Array, time[0]))
        return _cells(made), (*total[1], *time[1], *others)


def _cells(array: Array) -> Cells:
    return cast(Cells, array)


def _tables(project: Project) -> Iterable[tuple[str, Sequence[Of]]]:
    return (("measurements", project.measurements), ("comparisons", project.comparisons))


def _found(listed: Sequence[One], name: str) -> tuple[int, One]:
    return next((index, of) for index, of in enumerate(listed) if of.id == name)


def _origin(path: str, content: Value | int) -> tuple[Origin, float]:
    """Where a number is written, and the number in canonical units."""
    if isinstance(content, Value):
        return from_value(path, content), content.likely
    number = float(content)
    return Origin(path=path, given=str(content), unit="1", low=number, high=number), number


def _free(wanted: str, names: set[str]) -> str:
    """A name that no other cell has."""
    free, count = wanted, 1
    while free in names:
        count += 1
        free = f"{wanted}.{count}"
    names.add(free)
    return free


def _about(of: Of) -> str:
    """Which measurement it is, of what and when; or which comparison."""
    if isinstance(of, Measurement):
        return f"{of.id}: {of.indicator}, {of.first_month}–{of.last_month}"
    return f"{of.id}: {of.indicator}"


def _remark(of: Of, origin: Origin, *, first: bool) -> str:
    """Who says it, from where and when; how it is counted stands beside the first number."""
    said = [origin_of(of)]
    if origin.source and origin.source != of.source:
        said.append(origin.source)
    if first:
        said.append(of.definition)
        said += [of.counting_rule] if isinstance(of, Measurement) else []
        said += [of.method] if of.method else []
    if origin.note and (first or origin.note != of.note):
        said.append(origin.note)
    return ". ".join(text.rstrip(". ") for text in said if text) + "."


def _source(row: InputRow) -> str:
    """What was told of where the number is from, when the file was written."""
    origin = row.cell.origin
    said = [text.rstrip(". ") for text in (origin.source, origin.note) if text]
    told = ". ".join(said)
    return f"{told[:1].lower()}{told[1:]}."
