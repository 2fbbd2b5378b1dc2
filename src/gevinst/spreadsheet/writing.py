"""Writing the workbook: the whole model live in a spreadsheet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from gevinst.errors import ArgumentError, OutputError
from gevinst.explaining.names import Namer
from gevinst.results import Results
from gevinst.running import run
from gevinst.schema import Project
from gevinst.spreadsheet import wording
from gevinst.spreadsheet.assumptions_page import NAME as ASSUMPTIONS
from gevinst.spreadsheet.assumptions_page import write_assumptions
from gevinst.spreadsheet.blocks import all_blocks
from gevinst.spreadsheet.cell_run import CellLedger, run_on_cells
from gevinst.spreadsheet.control_page import NAME as CONTROL
from gevinst.spreadsheet.control_page import write_control
from gevinst.spreadsheet.count_rows import CountRows
from gevinst.spreadsheet.counting_page import NAME as COUNTING
from gevinst.spreadsheet.counting_page import is_needed, write_numbers
from gevinst.spreadsheet.fast_worksheet import new_workbook
from gevinst.spreadsheet.front_page import NAME as FRONT
from gevinst.spreadsheet.front_page import write_front
from gevinst.spreadsheet.input_cells import InputCells
from gevinst.spreadsheet.input_rows import InputRow, input_row, is_fixed
from gevinst.spreadsheet.inputs_page import NAME as INPUTS
from gevinst.spreadsheet.inputs_page import write_inputs
from gevinst.spreadsheet.key_figures_page import NAME as FIGURES
from gevinst.spreadsheet.key_figures_page import write_key_figures
from gevinst.spreadsheet.placing import Sheet, place_all
from gevinst.spreadsheet.project_page import NAME as PROJECT
from gevinst.spreadsheet.project_page import project_rows, write_project
from gevinst.spreadsheet.stage_sheets import write_sheet
from gevinst.spreadsheet.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from gevinst.spreadsheet.template_writing import Form


@dataclass(slots=True)
class Content:
    """All that a workbook shows of one run: on numbers, on cells, and where everything stands."""

    project: Project
    results: Results
    inputs: InputCells
    ledger: CellLedger
    sheets: list[Sheet]
    stated: list[InputRow]
    counts: list[InputRow]
    fixed: list[InputRow]


def workbook(project: Project, path: str | Path) -> None:
    """Write the whole model as a workbook in which every number is a live formula.

    Parameters
    ----------
    project : Project
        From `gevinst.load` or `gevinst.example`.
    path : str or path
        Where to write; an ``.xlsx`` file, replaced if it is there.

    Raises
    ------
    ArgumentError
        It is no project.
    OutputError
        The file cannot be written, or XlsxWriter is not installed.
    CoverageError, ParameterError, ProjectError
        The project cannot be run; see `gevinst.run`.

    Notes
    -----
    The formulas are those of the model: its own functions are run once on cells. What a
    spreadsheet cannot carry (shares by rules on the cost of groups) stands as numbers and says so,
    with the date and the command that made them. Which rules and how many years there are is
    fixed when the file is written.

    Examples
    --------
    >>> import gevinst as gv
    >>> gv.workbook(gv.example("nord-troms"), "model.xlsx")  # doctest: +SKIP
    """
    content = workbook_bytes(project)
    try:
        Path(path).write_bytes(content)
    except (OSError, ValueError):  # ValueError: a name with a zero byte
        raise OutputError.unwritable(str(path), None) from None


def workbook_bytes(project: Project) -> bytes:
    """Content of the workbook file; see `workbook`."""
    if not isinstance(project, Project):
        raise ArgumentError("argument.not_project", found=type(project).__name__)
    target = BytesIO()
    with new_workbook(target) as book:
        write(content_of(project), book)
    return target.getvalue()


def content_of(project: Project) -> Content:
    """Run the model on numbers and on cells, and place every quantity."""
    return content_of_results(project, run(project))


def content_of_results(project: Project, results: Results) -> Content:
    """Run the model on cells after it was run on numbers, and place every quantity."""
    inputs = InputCells(results=results)
    ledger = run_on_cells(inputs.inputs())
    namer = Namer(results)
    counts = CountRows(project)
    stated = (input_row(cell, project, namer) for cell in inputs.stated.values())
    rows = [counts.live(row, results.date) for row in stated]
    return Content(
        project=project,
        results=results,
        inputs=inputs,
        ledger=ledger,
        sheets=place_all(all_blocks(results, ledger, inputs)),
        stated=[row for row in rows if not is_fixed(row.cell)],
        counts=counts.rows,
        fixed=[row for row in rows if is_fixed(row.cell)],
    )


def write(content: Content, book: Workbook, form: Form | None = None) -> dict[str, int]:
    """Write all sheets, in the order in which people read them; return formulas by sheet.

    A `form` is what a template has in place of the inputs.
    """
    results, styles = content.results, Styles(book)
    namer, frame = Namer(results), results.frame
    _properties(book, results)
    names = _sheet_names(content)
    page: dict[str, Worksheet] = {name: book.add_worksheet(name) for name in names}
    write_front(page[FRONT], results, list(names.items())[1:], styles, is_form=form is not None)
    if form is None:
        rows = [*content.counts, *content.stated]
        inputs = write_inputs(book, page[INPUTS], rows, frame.first_year, styles)
        fields = project_rows(content.project, rows, content.fixed)
    else:
        inputs, fields = form.write_inputs(book, page, styles), form.project_rows()
    made = {
        INPUTS: inputs,
        ASSUMPTIONS: write_assumptions(
            book, page[ASSUMPTIONS], content.project, results, content.fixed, content.stated, styles
        ),
    }
    if COUNTING in names:
        write_numbers(book, page[COUNTING], content.ledger, styles)
    for sheet in content.sheets:
        made[sheet.name] = write_sheet(sheet, page[sheet.name], frame, styles)
    made[FIGURES] = write_key_figures(book, page[FIGURES], content.ledger, namer, styles)
    write_project(book, page[PROJECT], fields, styles)
    made[CONTROL] = write_control(
        book, page[CONTROL], content.ledger, namer, styles,
        compared=form is None, counted=bool(content.counts) and form is None,
    )  # fmt: skip
    return made


def _sheet_names(content: Content) -> dict[str, str]:
    """Every sheet with what it shows, years before months."""
    years = [sheet for sheet in content.sheets if not sheet.months]
    months = [sheet for sheet in content.sheets if sheet.months]
    counting = {COUNTING: wording.ABOUT_COUNTING} if is_needed(content.ledger) else {}
    return {
        FRONT: "",
        FIGURES: wording.ABOUT_FIGURES,
        INPUTS: wording.ABOUT_INPUTS,
        **{sheet.name: wording.ABOUT[sheet.stage] for sheet in years},
        ASSUMPTIONS: wording.ABOUT_ASSUMPTIONS,
        CONTROL: wording.ABOUT_CONTROL,
        **counting,
        PROJECT: wording.ABOUT_PROJECT,
        **{sheet.name: wording.about_months(sheet.stage) for sheet in months},
    }


def _properties(book: Workbook, results: Results) -> None:
    """What file lists show; the date is the project's, so that the same project gives one file."""
    date = dt.datetime.combine(dt.date.fromisoformat(results.date), dt.time())
    book.set_properties({"title": results.title, "author": "gevinst", "created": date})
    book.set_calc_mode("auto")
