"""What was counted is filled in in the workbook, and all that follows from it follows there too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from edited_workbooks import filled_in, number, where
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from live_numbers import CLOSE, FAILED_CHECKS, apart_from
from recalculated import PROGRAM, changed, recalculate

import gevinst as gv
from gevinst.errors import ProjectError
from gevinst.loading import from_tables
from gevinst.loading.workbooks import project_of
from gevinst.schema import Project
from gevinst.schema.written import tables_of
from gevinst.spreadsheet.writing import content_of, workbook_bytes
from gevinst.testing import projects, run_core

pytest.importorskip("xlsxwriter")

STALE_INTERVALS = ("Kontroll", 7, 3)
YEARS = 2
WINDOWS = {
    "before": ("2024-01", "2024-12"),
    "after": ("2025-01", "2025-12"),
    "comparison_before": ("2024-01", "2024-12"),
    "comparison_after": ("2025-01", "2025-12"),
}
ARMS = {"comparison_group": tuple(WINDOWS), "before_after": ("before", "after")}


def compared(design: str) -> Project:
    """The example whose two measured lines take their effect from counts too."""
    tables: dict[str, Any] = tables_of(gv.example("nord-troms"))
    tables["horizon"]["years"] = YEARS
    tables["comparisons"] = []
    for first in list(tables["measurements"]):
        line = next(
            line for line in tables["benefits"] if line.get("baseline") == {"measured": first["id"]}
        )
        shared = {key: line[key] for key in ("indicator", "definition")}
        comparison = shared | {
            "id": f"sml_{first['id']}", "organisation": "UNN", "design": design,
            "selected_on_use": False, "date": first["date"],
        }  # fmt: skip
        for nth, arm in enumerate(ARMS[design]):
            begin, end = WINDOWS[arm]
            own = first | {"id": f"{arm}_{first['id']}", "first_month": begin, "last_month": end}
            if "events" in own:
                own["events"] += nth
                del own["sum_of_squares"]
            tables["measurements"].append(own)
            comparison[arm] = own["id"]
        tables["comparisons"].append(comparison)
        line |= {"design": design, "effect": {"compared": comparison["id"]}}
    return from_tables(tables)


def counts(project: Project) -> dict[str, float]:
    """New times and totals for every measurement, by the name of the cell."""
    new: dict[str, float] = {}
    for nth, row in enumerate(content_of(project).counts):
        field = row.cell.name.rpartition(".")[2]
        if field in {"person_time", "events", "amount"}:
            new[row.cell.name] = float(round(row.shown * (1.1 + nth / 100)))
    return new


@settings(max_examples=5, suppress_health_check=list(HealthCheck), deadline=None)
@given(projects(prices="any").filter(lambda p: bool(p.measurements)), st.data())
def test_a_project_with_counts_comes_back_and_a_changed_count_is_read(
    project: Project, data: st.DataObject
) -> None:
    """Unchanged it is the same project; one more person is one more person, and nothing else."""
    content = workbook_bytes(project)
    nth = data.draw(st.integers(0, len(project.measurements) - 1))
    row = next(
        row
        for row in content_of(project).counts
        if row.cell.origin.path == f"measurements[{nth}].persons"
    )
    expected = tables_of(project)
    expected["measurements"][nth]["persons"] += 1

    again = project_of(content, "model.xlsx")

    assert again == project
    more = filled_in(content, {row.cell.name: number(row.shown + 1)})
    assert tables_of(project_of(more, "model.xlsx")) == expected


@pytest.mark.parametrize("design", list(ARMS))
def test_counts_of_a_comparison_come_back(design: str) -> None:
    """Every count has a yellow cell, every rate and ratio of them a formula, and all is read."""
    project = compared(design)
    content = content_of(project)
    taken = [row for row in content.stated if row.cell.origin.taken is not None]
    new = counts(project)

    again = project_of(
        filled_in(workbook_bytes(project), {n: number(x) for n, x in new.items()}), "model.xlsx"
    )

    assert [row.form for row in taken] == ["live"] * 4
    assert project_of(workbook_bytes(project), "model.xlsx") == project
    for row in content.counts:
        path, _, field = row.cell.origin.path.partition("].")
        found = getattr(again.measurements[int(path.partition("[")[2])], field)
        expected = new.get(row.cell.name, row.shown)
        assert getattr(found, "likely", found) == pytest.approx(expected * row.step, rel=1e-15)


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not installed")
def test_the_model_follows_counts_that_are_changed_in_the_file(tmp_path: Path) -> None:
    """Recalculated by LibreOffice, it is Python's run on the project that is read back."""
    made = {tmp_path / f"{design}.xlsx": content_of(compared(design)) for design in ARMS}
    for path, content in made.items():
        changed(workbook_bytes(content.project), counts(content.project), path)

    books = recalculate(list(made), tmp_path / "out")

    for path, content in made.items():
        project, book = gv.load(tmp_path / "out" / path.name), books[path]
        for row in (row for row in content.stated if row.form == "live"):
            now = dict(project.values())[row.cell.origin.path]
            assert abs(now.likely - row.shown) > CLOSE
            assert book.named(row.cell.name) == pytest.approx(now.likely, rel=CLOSE)
        numbers, apart = apart_from(run_core(gv.run(project).inputs), book, content)
        assert numbers > 10_000
        assert apart == [], path.name
        assert book.at(*FAILED_CHECKS) == 0
        assert book.at(*STALE_INTERVALS) == len(counts(content.project))


def problems_of(change: Callable[[bytes], bytes]) -> list[str]:
    """What is said of the example's workbook after a change."""
    with pytest.raises(ProjectError) as found:
        project_of(change(workbook_bytes(gv.example("nord-troms"))), "model.xlsx")
    return found.value.text("nb").splitlines()


def test_wrong_counts_are_told_by_cell_all_at_once() -> None:
    """A share of an event, no time at all, and a number in the place of the formula."""
    wrong = {
        "maling.forverringer_2025.events": number(48.5),
        "maling.liggedogn_2025.person_time": number(0.0),
        "baseline_rate.liggedogn.kols": number(7.0),
    }
    cells = [where(workbook_bytes(gv.example("nord-troms")), name) for name in wrong]

    told = problems_of(lambda content: filled_in(content, wrong))

    for sheet, cell in cells:
        assert any(f"arket {sheet}, celle {cell}," in line for line in told), told
