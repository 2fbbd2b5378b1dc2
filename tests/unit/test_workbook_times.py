"""Opening hours that are changed in a workbook, and what the project file then says."""

from pathlib import Path

import pytest
from edited_workbooks import filled_in, number, text, where

import gevinst as gv
from gevinst.errors import ProjectError
from gevinst.loading import from_tables
from gevinst.loading.workbooks import project_of
from gevinst.schema import Project
from gevinst.schema.written import tables_of

pytest.importorskip("xlsxwriter")

ALWAYS = "00:00-24:00"


@pytest.fixture(scope="module")
def project() -> Project:
    """Open on weekdays."""
    return gv.example("nord-troms")


@pytest.fixture(scope="module")
def content(project: Project, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Its workbook."""
    path = tmp_path_factory.mktemp("workbook") / "model.xlsx"
    gv.workbook(project, path)
    return path.read_bytes()


def test_changed_times_become_the_text_of_their_days(content: bytes) -> None:
    """Numbers as spreadsheets have them, texts as people type them; other days stay as written."""
    new = {
        "opens.monday": number(9 / 24), "closes.monday": number(1.0),
        "closes.friday": text("14:45"), "opens.friday": number(0.333333333333),
    }  # fmt: skip

    again = project_of(filled_in(content, new), "model.xlsx")

    hours = tables_of(again)["centre"]["opening_hours"]
    assert {day: hours[day] for day in hours if day != "note"} == {
        "monday": "09:00-24:00", "tuesday": "08:00-15:30", "wednesday": "08:00-15:30",
        "thursday": "08:00-15:30", "friday": "08:00-14:45",
    }  # fmt: skip


def test_two_spans_a_day_are_changed_one_time_at_a_time(project: Project, tmp_path: Path) -> None:
    """Blanks and hyphens stay as they were written; what overlaps names the changed cell."""
    tables = tables_of(project)
    tables["centre"]["opening_hours"] = {"monday": "07:30-12:00, 13:00-15:00", "sunday": ALWAYS}
    gv.workbook(from_tables(tables), tmp_path / "model.xlsx")
    two = (tmp_path / "model.xlsx").read_bytes()

    again = project_of(filled_in(two, {"opens.monday_2": number(12.5 / 24)}), "model.xlsx")
    with pytest.raises(ProjectError) as caught:
        project_of(filled_in(two, {"opens.monday_2": number(11.5 / 24)}), "model.xlsx")
    (problem,) = caught.value.problems

    hours = {"monday": "07:30-12:00, 12:30-15:00", "sunday": ALWAYS}
    assert project_of(two, "model.xlsx") == from_tables(tables)
    assert tables_of(again)["centre"]["opening_hours"] == hours
    assert problem.kind == "hours.overlap"
    assert (problem.sheet, problem.cell) == where(two, "opens.monday_2")
