"""Parity of a recalculated workbook and Python, from inputs that are changed in the file.

Run it for the long count, with the figures written to a page::

    python tests/reference/parity.py --projects 1000 --write docs/verification/parity.md
"""

import argparse
import datetime as dt
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, Phase, given, settings
from live_numbers import CLOSE, apart_from
from recalculated import Book, changed, recalculate

from gevinst.axes import MONTHS_IN_YEAR, per_year
from gevinst.core.inputs import Inputs, input_arrays, map_arrays
from gevinst.core.ledger import Ledger
from gevinst.results.invoices import UNITS_PER_KRONE, to_unit
from gevinst.schema import Project
from gevinst.spreadsheet.input_rows import InputRow
from gevinst.spreadsheet.inputs_page import bounds_of
from gevinst.spreadsheet.invoice_cells import NAME as INVOICE
from gevinst.spreadsheet.live_forms import LARGEST
from gevinst.spreadsheet.nodes import Node
from gevinst.spreadsheet.placing import FIRST_PERIOD
from gevinst.spreadsheet.writing import Content, content_of, workbook_bytes
from gevinst.testing import projects, run_core

BEYOND = "#N/A"
"""What a cell shows when its load is beyond the lookup table; the sheet of the table says so."""
TOGETHER = 4
"""Workbooks that are recalculated at a time."""
MOST = 0.9
FACTORS = (0.8, 0.9, 1.1, 1.25)
MONTHS_MOVED = (1, 2, 3)
MINUTES_MOVED = {"opens": ((-30, -5, 5), (1, 5)), "closes": ((-5, 5, 20), (-5, -1))}
"""Times of the day, and those at midnight: none passes the one before or after it."""
SERIAL_DAY_ZERO = dt.date(1899, 12, 30)


def later(month: dt.date, by: int) -> dt.date:
    """The first day of a month so many months on."""
    index = month.year * MONTHS_IN_YEAR + month.month - 1 + by
    return dt.date(index // MONTHS_IN_YEAR, index % MONTHS_IN_YEAR + 1, 1)


def new_number(row: InputRow, chance: random.Random) -> float | None:
    """What somebody might type into a yellow cell instead; None to leave it."""
    if row.form in {"locked", "live"}:
        return None
    if row.form == "month":
        if row.month is None:
            return None
        moved = later(row.month, chance.choice(MONTHS_MOVED))
        return float((moved - SERIAL_DAY_ZERO).days)
    if row.form == "choice":
        return float(chance.choice((0, 1)))
    if row.form == "clock":
        return row.shown + chance.choice(MINUTES_MOVED[row.cell.key[0]][row.shown in {0, 1}]) / 1440
    low, high = bounds_of(row)
    return min(max(row.shown * chance.choice(FACTORS), low), high)


def changes_of(content: Content, seed: int) -> dict[str, float]:
    """New numbers for the yellow cells, by the name of the cell."""
    chance = random.Random(seed)  # noqa: S311  no secret
    new: dict[str, float] = {}
    for row in content.stated:
        number = new_number(row, chance)
        if number is not None and number != row.shown:
            new[row.cell.name] = number
    return new


def part_of_day(typed: object) -> float:
    """A time of the day as a number; the other library tells times by their format."""
    if isinstance(typed, dt.time):
        typed = dt.datetime.combine(SERIAL_DAY_ZERO, typed) - dt.datetime.combine(
            SERIAL_DAY_ZERO, dt.time()
        )
    if isinstance(typed, dt.datetime):
        typed = typed - dt.datetime.combine(SERIAL_DAY_ZERO, dt.time())
    if isinstance(typed, dt.timedelta):
        return typed / dt.timedelta(days=1)
    assert isinstance(typed, (int, float))
    return float(typed)


def canonical(row: InputRow, typed: object, first_year: int) -> float:
    """What the model counts with, from what stands in the yellow cell."""
    if row.form == "clock":
        return part_of_day(typed) * row.step
    if row.form != "month":
        assert isinstance(typed, (int, float))
        return float(typed) * row.step
    if typed is None:
        return row.cell.value
    assert isinstance(typed, dt.datetime)
    months = (typed.year - first_year) * MONTHS_IN_YEAR + typed.month - 1 + row.later
    return months / MONTHS_IN_YEAR


def inputs_in(book: Book, content: Content) -> Inputs:
    """Inputs of a run with the numbers that stand in a workbook."""
    first_year = content.results.frame.first_year
    read: dict[Node, float] = {
        row.cell.node: canonical(row, book.named(row.cell.name), first_year)
        for row in content.stated
    }
    cells = {key: content.ledger.cells(key) for key in input_arrays(content.ledger.source)}

    def change(name: str, record: str, array: np.ndarray) -> np.ndarray:
        new = np.array(array)
        for at, node in np.ndenumerate(cells[name, record].nodes):
            if node in read:
                new[at] = read[node]
        return new

    return map_arrays(content.results.inputs, change)


def assert_invoices(book: Book, content: Content, made: Ledger) -> None:
    """Invoices are Python's to one unit, whole, and add up exactly to what is due in all."""
    per_krone = UNITS_PER_KRONE[content.results.inputs.invoice_unit]
    due = per_year(made["amount_due"])[0, :, :, 0]
    python = to_unit(due, content.results.names.codes, content.results.inputs.invoice_unit)
    for sheet in content.sheets:
        for first, block in sheet.blocks:
            if block.name == INVOICE:
                found = np.array([
                    [book.at(sheet.name, first + 1 + row, FIRST_PERIOD + year) * per_krone
                     for year in range(due.shape[1])]
                    for row in range(len(block.rows))
                ])  # fmt: skip
    units, invoiced = np.round(found), np.round(python * per_krone)

    assert np.all(np.abs(found - units) <= CLOSE * np.maximum(np.abs(units), 1))
    assert np.all(np.abs(units[:-1] - invoiced) <= 1)
    assert np.mean(units[:-1] == invoiced) > MOST
    assert np.array_equal(units[:-1].sum(axis=0), invoiced.sum(axis=0))
    assert np.array_equal(units[-1], invoiced.sum(axis=0))


def differences(book: Book, content: Content) -> tuple[int, list[tuple[str, object, float]]]:
    """How many numbers were compared, and those that are not the same.

    Numbers far below the largest of their quantity are compared at its scale, and kroner at that of
    the cost: in a difference of large numbers nothing else is known.
    """
    return apart_from(run_core(inputs_in(book, content)), book, content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One workbook: inputs changed in the file, numbers compared after it, and those apart."""

    changed: int
    compared: int
    apart: list[tuple[str, object, float]]


def random_projects(count: int) -> list[Project]:
    """Valid projects of every kind, the same each time."""
    found: list[Project] = []

    @settings(
        max_examples=count, derandomize=True, database=None, phases=[Phase.generate],
        deadline=None, suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(projects(prices="any"))
    def collect(project: Project) -> None:
        found.append(project)

    collect()
    return found


def compare(asked: Sequence[Project], folder: Path, first: int = 0) -> list[Compared]:
    """Write workbooks, change them, recalculate them, and hold every live number to Python's.

    The invoices are asserted.
    """
    contents = {folder / f"p{first + i}.xlsx": content_of(p) for i, p in enumerate(asked)}
    typed: dict[Path, int] = {}
    for i, (path, content) in enumerate(contents.items(), start=first):
        new = changes_of(content, seed=i)
        typed[path] = len(new)
        changed(workbook_bytes(content.project), new, path)
    books = recalculate(list(contents), folder / "out")
    found = []
    for path, content in contents.items():
        made = run_core(inputs_in(books[path], content))
        compared, apart = differences(books[path], content)
        if beyond_the_table(books[path], made):
            apart = [one for one in apart if one[1] != BEYOND]
        else:
            assert_invoices(books[path], content, made)
        found.append(Compared(changed=typed[path], compared=compared, apart=apart))
    return found


def beyond_the_table(book: Book, made: Ledger) -> bool:
    """Whether a load is larger than the lookup table reaches, where the sheet shows that it is."""
    lines = [record for name, record in made.values if name == "safety_stock"]
    loads = [made[key] for key in made.values if key[0] == "queue_load"]
    loads += [made["lead_time_demand", line] / made["kits_together", line] for line in lines]
    if not loads:
        return False
    reach = book.named(LARGEST)
    assert isinstance(reach, (int, float))
    return max(float(load.max()) for load in loads) > reach


PAGE = """# Arbeidsboken mot Python

Skrevet av `tests/reference/parity.py`. Endring: `{commit}`. Dato: {date}.

{projects} tilfeldige gyldige prosjekter, skrevet som arbeidsbøker. I hver er nesten alle gule
felter endret i filen, og hver lagret verdi er gjort gal. LibreOffice har regnet dem ut på nytt,
og hvert levende tall er sammenlignet med Pythons, på inndataene som står i filen. Der en endring
gir større belastning enn oppslagstabellen i arbeidsboken, skal cellene vise #N/A.

| | |
|---|---:|
| Prosjekter | {projects} |
| Inndata endret | {changed} |
| Tall sammenlignet | {compared} |
| Tall som skiller mer enn 1e-9 relativt | {apart} |
"""


def main() -> None:
    """Compare many projects and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--projects", type=int, default=1000)
    parser.add_argument("--write", type=Path)
    given_ = parser.parse_args()
    asked = random_projects(given_.projects)
    found: list[Compared] = []
    for first in range(0, len(asked), TOGETHER):
        with tempfile.TemporaryDirectory() as folder:
            found += compare(asked[first : first + TOGETHER], Path(folder), first)
        for one in found[first:]:
            for what, there, here in one.apart:
                sys.stdout.write(f"{what} {there} {here}\n")
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    )
    page = PAGE.format(
        commit=commit.stdout.strip(),
        date=time.strftime("%Y-%m-%d"),
        projects=len(found),
        changed=f"{sum(one.changed for one in found):,}".replace(",", " "),
        compared=f"{sum(one.compared for one in found):,}".replace(",", " "),
        apart=sum(len(one.apart) for one in found),
    )
    sys.stdout.write(page)
    if given_.write:
        given_.write.write_text(page, "utf-8")
    if any(one.apart for one in found):
        raise SystemExit("numbers that are apart")


if __name__ == "__main__":
    main()
