"""A workbook that is read back is the project it was made of, and what was changed in it."""

import math
import subprocess
from pathlib import Path

import pytest
from edited_workbooks import filled_in, number, where
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from recalculated import PATIENCE, PROGRAM

import gevinst as gv
from gevinst.errors import CoverageError, ProjectError
from gevinst.loading.workbooks import project_of
from gevinst.schema import Project
from gevinst.schema.written import tables_of
from gevinst.spreadsheet.input_rows import InputRow
from gevinst.spreadsheet.inputs_page import HIGH_NAME, LOW_NAME, has_range
from gevinst.spreadsheet.writing import content_of, workbook_bytes
from gevinst.testing import projects

pytest.importorskip("xlsxwriter")

FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
WITHIN = 1e-15
EXAMPLES = ("nord-troms", "mila", "hallingdal")


def workbook_of(project: Project) -> bytes | None:
    """The project's workbook; None if the project cannot be run."""
    try:
        return workbook_bytes(project)
    except (CoverageError, ProjectError):
        return None


@given(projects(prices="any"))
def test_the_tables_of_a_project_make_the_same_project(project: Project) -> None:
    """Nothing of what a file says is lost between the file and the tables of a workbook."""
    assert Project.model_validate(tables_of(project)) == project


@FEW
@given(projects(prices="any"))
def test_a_workbook_read_back_is_the_same_project(project: Project) -> None:
    """Numbers as they were written, ranges, sources, notes, names and choices."""
    content = workbook_of(project)
    if content is None:
        return

    again = project_of(content, "model.xlsx")

    assert again == project
    assert tables_of(again) == tables_of(project)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_comes_back_from_its_file(name: str, tmp_path: Path) -> None:
    """Through the public names, and the file is left as it was."""
    project, path = gv.example(name), tmp_path / "model.XLSX"
    gv.workbook(project, path)
    before = path.read_bytes()

    assert gv.load(path) == project
    assert path.read_bytes() == before


def changeable(row: InputRow) -> bool:
    """Whether a row is a number without a range."""
    return row.form == "number" and row.low is None and row.shown != 0


@FEW
@given(projects(prices="any"), st.data())
def test_a_changed_end_of_a_range_changes_that_end(project: Project, data: st.DataObject) -> None:
    """In the unit of the row: the likely number, the other end and the rest stay."""
    try:
        rows = [row for row in content_of(project).stated if has_range(row)]
    except (CoverageError, ProjectError):
        return
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))
    end, ending = data.draw(st.sampled_from([("low", LOW_NAME), ("high", HIGH_NAME)]))
    shown = getattr(row, end)
    new = shown + (row.shown - shown) / 2**20 if shown != row.shown else shown
    path = row.cell.origin.path.replace('"', "")
    before = {p.replace('"', ""): value for p, value in project.values()}

    again = project_of(
        filled_in(workbook_bytes(project), {row.cell.name + ending: number(new)}), "model.xlsx"
    )

    changed = {p.replace('"', ""): value for p, value in again.values()}
    other = {"low": "high", "high": "low"}[end]
    assert math.isclose(getattr(changed[path], end), new * row.step, rel_tol=1e-14)
    for kept in ("likely", other, "means", "note", "source"):
        assert getattr(changed[path], kept) == getattr(before[path], kept)
    if new != shown:
        assert {p for p, value in changed.items() if value != before[p]} == {path}


@FEW
@given(projects(prices="any"), st.data())
def test_a_changed_yellow_cell_changes_that_value_in_its_unit(
    project: Project, data: st.DataObject
) -> None:
    """The model counts with the number times the unit of the row; source and note stay."""
    try:
        rows = [row for row in content_of(project).stated if changeable(row)]
    except (CoverageError, ProjectError):
        return
    values = {path.replace('"', ""): value for path, value in project.values()}
    row = data.draw(st.sampled_from(rows))
    path = row.cell.origin.path.replace('"', "")
    new = row.shown * (1 - 2**-20)

    try:
        again = project_of(
            filled_in(workbook_bytes(project), {row.cell.name: number(new)}), "model.xlsx"
        )
    except ProjectError as error:
        assert any("arket Inndata, celle C" in p.text() for p in error.problems)  # noqa: PT017
        return

    changed = {p.replace('"', ""): value for p, value in again.values()}
    before = values.get(path)
    assert math.isclose(changed[path].likely, new * row.step, rel_tol=1e-14)
    if before is not None:
        assert (changed[path].source, changed[path].note) == (before.source, before.note)
    assert {p for p, v in changed.items() if v != values.get(p)} == {path}


def test_a_workbook_saved_by_another_library_is_the_same_project(tmp_path: Path) -> None:
    """Texts in one shared table, names and sheets written anew, as Excel does."""
    openpyxl = pytest.importorskip("openpyxl")
    project, path = gv.example("nord-troms"), tmp_path / "model.xlsx"
    gv.workbook(project, path)

    openpyxl.load_workbook(path).save(path)

    assert gv.load(path) == project


@pytest.mark.skipif(PROGRAM is None, reason="needs LibreOffice")
def test_a_workbook_saved_by_libreoffice_is_the_same_project(tmp_path: Path) -> None:
    """Its own way of writing texts, numbers, dates and names; one number was changed first."""
    folder = tmp_path / "saved"
    assert PROGRAM is not None
    paths = []
    for name in EXAMPLES:
        paths.append(tmp_path / f"{name}.xlsx")
        gv.workbook(gv.example(name), paths[-1])
    changed = tmp_path / "changed.xlsx"
    changed.write_bytes(filled_in(paths[0].read_bytes(), {"joining_time.5536": number(46722)}))
    command = [
        PROGRAM, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--convert-to", "xlsx", "--outdir", str(folder), *map(str, [*paths, changed]),
    ]  # fmt: skip

    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)

    for name, path in zip(EXAMPLES, paths, strict=True):
        again, project = gv.load(folder / path.name), gv.example(name)
        assert tables_of(again).keys() == tables_of(project).keys()
        for (path_a, a), (path_b, b) in zip(again.values(), project.values(), strict=True):
            assert path_a == path_b
            for end in ("likely", "low", "high"):
                assert math.isclose(getattr(a, end), getattr(b, end), rel_tol=WITHIN)
            assert (a.means, a.unit, a.source, a.note) == (b.means, b.unit, b.source, b.note)
    assert where((folder / changed.name).read_bytes(), "joining_time.5536")[0] == "Inndata"
    assert str(gv.load(folder / changed.name).paying_partners[-1].joins) == "2027-12"
