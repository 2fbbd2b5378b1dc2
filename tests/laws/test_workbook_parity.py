"""Parity: a spreadsheet program and Python work out the same from the same changed inputs.

Every cached value in the file is wrong before the spreadsheet program opens it.
"""

import datetime as dt
from pathlib import Path

import numpy as np
import pytest
from live_numbers import FAILED_CHECKS, apart_from, pairs
from parity import (
    SERIAL_DAY_ZERO,
    assert_invoices,
    changes_of,
    compare,
    differences,
    inputs_in,
    random_projects,
)
from recalculated import PROGRAM, WRONG, changed, recalculate

import gevinst as gv
from gevinst.loading import from_tables
from gevinst.schema.written import tables_of
from gevinst.spreadsheet.writing import content_of, workbook_bytes
from gevinst.testing import run_core

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not installed")

EXAMPLES = ("nord-troms", "hallingdal", "mila")
FEWEST_CHANGES, FEWEST_COMPARED = 10, 500
CHANGED_INPUTS = ("Kontroll", 6, 3)


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
    found = compare(random_projects(4), tmp_path)

    assert min(one.changed for one in found) > FEWEST_CHANGES
    assert min(one.compared for one in found) > FEWEST_COMPARED
    assert [one.apart for one in found] == [[]] * 4


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
