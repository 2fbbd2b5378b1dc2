"""Parity: a spreadsheet program and Python work out the same from the same changed inputs.

Every cached value in the file is wrong before the spreadsheet program opens it.
"""

import datetime as dt
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from live_numbers import CLOSE, FAILED_CHECKS, apart_from, pairs
from recalculated import PROGRAM, WRONG, Book, changed, recalculate

import gevinst as gv
from gevinst.axes import MONTHS_IN_YEAR, per_year
from gevinst.core.inputs import Inputs, input_arrays, map_arrays
from gevinst.core.ledger import Ledger
from gevinst.loading import from_tables
from gevinst.results.invoices import UNITS_PER_KRONE, to_unit
from gevinst.schema import Project
from gevinst.schema.written import tables_of
from gevinst.spreadsheet.input_rows import InputRow
from gevinst.spreadsheet.inputs_page import bounds_of
from gevinst.spreadsheet.invoice_cells import NAME as INVOICE
from gevinst.spreadsheet.nodes import Node
from gevinst.spreadsheet.placing import FIRST_PERIOD
from gevinst.spreadsheet.writing import Content, content_of, workbook_bytes
from gevinst.testing import projects, run_core

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not installed")

MOST = 0.9
EXAMPLES = ("nord-troms", "hallingdal", "mila")
FACTORS = (0.8, 0.9, 1.1, 1.25)
MONTHS_MOVED = (1, 2, 3)
MINUTES_MOVED = {"opens": ((-30, -5, 5), (1, 5)), "closes": ((-5, 5, 20), (-5, -1))}
"""Times of the day, and those at midnight: none passes the one before or after it."""
FEWEST_CHANGES, FEWEST_COMPARED = 10, 500
CHANGED_INPUTS = ("Kontroll", 6, 3)
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


@pytest.mark.parametrize("seed", [1])
def test_examples_recalculate_to_what_python_gives(tmp_path: Path, seed: int) -> None:
    """In the three examples, with nearly every yellow cell changed, every number is the same."""
    contents = {tmp_path / f"{n}.xlsx": content_of(gv.example(n)) for n in EXAMPLES}
    for path, content in contents.items():
        new = changes_of(content, seed)
        assert len(new) > 80
        assert changed(workbook_bytes(content.project), new, path) > 20_000

    books = recalculate(list(contents), tmp_path / "out")

    for path, content in contents.items():
        compared, apart = differences(books[path], content)
        assert_invoices(books[path], content, run_core(inputs_in(books[path], content)))
        assert compared > 20_000
        assert apart == [], path.name
        assert books[path].at(*FAILED_CHECKS) == 0
        assert books[path].at(*CHANGED_INPUTS) == len(changes_of(content, seed))


def test_random_projects_recalculate_to_what_python_gives(tmp_path: Path) -> None:
    """So do valid projects of every kind, in all numbers that are not made from Python's own."""
    found: list[Project] = []

    @settings(
        max_examples=4, derandomize=True, database=None, phases=[Phase.generate], deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(projects(prices="any"))
    def collect(project: Project) -> None:
        found.append(project)

    collect()
    contents = {tmp_path / f"p{i}.xlsx": content_of(p) for i, p in enumerate(found)}
    for i, (path, content) in enumerate(contents.items()):
        new = changes_of(content, seed=i)
        assert len(new) > FEWEST_CHANGES
        changed(workbook_bytes(content.project), new, path)

    books = recalculate(list(contents), tmp_path / "out")

    for path, content in contents.items():
        compared, apart = differences(books[path], content)
        assert_invoices(books[path], content, run_core(inputs_in(books[path], content)))
        assert compared > FEWEST_COMPARED
        assert apart == [], path.name


PRICE_MODELS: dict[str, dict[str, object]] = {
    "all": {
        "limits": {
            "corridor": 0.1, "minimum_charge": 150_000,
            "max_rise": 0.4, "max_fall": 0.3, "relative_to": "own",
        },
        "share_decimals": 0,
    },
    "beyond_all": {
        "limits": {"max_rise": 0.02, "max_fall": 0.05, "relative_to": "total"},
        "share_decimals": 1,
        "rounding": "krone",
    },
    "surplus": {
        "limits": {"corridor": 0.2, "max_rise": 0.02, "max_fall": 0.02, "relative_to": "own"},
        "tariff": {
            "balance": "surplus",
            "fees": [{"id": "pris", "name": "Pris", "per": "patient_month", "amount": 2500}],
        },
    },
}  # fmt: skip
YEARS = 3
"""Price models with limits on the year's charges, and with shares that are rounded."""


def test_limits_and_rounded_shares_are_live(tmp_path: Path) -> None:
    """What one is spared, the others take in the spreadsheet too, step by step."""
    contents = {}
    for name, price in PRICE_MODELS.items():
        tables = tables_of(gv.example("nord-troms"))
        tables["price_model"] |= price
        tables["horizon"]["years"] = YEARS
        content = content_of(from_tables(tables))
        path = tmp_path / f"{name}.xlsx"
        contents[path] = content
        assert content.ledger.steps
        assert not content.ledger.frozen
        changed(workbook_bytes(content.project), changes_of(content, seed=11), path)

    books = recalculate(list(contents), tmp_path / "out")

    for path, content in contents.items():
        made = run_core(inputs_in(books[path], content))
        compared, apart = apart_from(made, books[path], content)
        assert_invoices(books[path], content, made)
        moved = [
            limit.id
            for limit in content.ledger.source.limits
            if not np.allclose(made["limited_charge", limit.id], made["wanted_charge", limit.id])
        ]
        assert compared > FEWEST_COMPARED
        assert apart == [], path.name
        assert len(moved) == len(content.ledger.source.limits), path.name
        if content.ledger.source.share_rounding:
            steps = made["allocation_share", ""] / made["share_step", ""]
            assert np.allclose(steps, np.round(steps))


def test_a_wrong_cached_value_is_corrected(tmp_path: Path) -> None:
    """The recalculation is real: the wrong numbers are read back before it, and are gone after."""
    content = content_of(gv.example("nord-troms"))
    path = tmp_path / "model.xlsx"
    changed(workbook_bytes(content.project), {}, path)
    from recalculated import read

    before = [found for _, found, _ in pairs(read(path), content, content.results.ledger)]
    after = recalculate([path], tmp_path / "out")[path]

    assert before.count(WRONG) > 20_000
    assert [f for _, f, _ in pairs(after, content, content.results.ledger) if f == WRONG] == []


def test_python_says_the_same_of_the_project_that_is_loaded_from_the_workbook(
    tmp_path: Path,
) -> None:
    """Filled in, recalculated and saved in a spreadsheet program, then loaded as a project."""
    content = content_of(gv.example("nord-troms"))
    path = tmp_path / "model.xlsx"
    yellow = [row for row in content.stated if row.form not in {"locked", "live"}]
    ranged = [row for row in yellow if row.low is not None and row.high is not None]
    new = {row.cell.name: 0.7 * row.low + 0.3 * row.high for row in ranged}  # type: ignore[operator]
    new["joining_time.5546"] = float((dt.date(2027, 11, 1) - SERIAL_DAY_ZERO).days)
    new |= {"opens.tuesday": 8.75 / 24, "closes.friday": 17 / 24}
    changed(workbook_bytes(content.project), new, path)

    book = recalculate([path], tmp_path / "out")[path]
    project = gv.load(tmp_path / "out" / path.name)

    compared, apart = apart_from(run_core(gv.run(project).inputs), book, content)
    assert len(new) > FEWEST_CHANGES
    assert project != content.project
    assert compared > 20_000
    assert apart == []
