"""The template: an empty workbook that somebody without Python fills in and reads the price from.

It is the workbook of a skeleton project, run on cells as every other; its yellow cells are blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gevinst import parameters
from gevinst.assemble import assemble
from gevinst.assemble.placing import Placer
from gevinst.assemble.work import PAYROLL_TAX
from gevinst.axes import Array
from gevinst.core.appraising import appraise
from gevinst.core.inputs import map_arrays
from gevinst.core.model import quality, service, settle
from gevinst.errors import OutputError
from gevinst.explaining.names import Namer
from gevinst.loading import example, loads
from gevinst.loading.project_rows import MAY_BE_EMPTY, TEXT, TO_FILL_IN, ProjectRow
from gevinst.results import Results
from gevinst.schema import Project
from gevinst.schema.walk import path_text
from gevinst.schema.written import tables_of
from gevinst.spreadsheet.fast_worksheet import new_workbook
from gevinst.spreadsheet.input_cells import InputCell
from gevinst.spreadsheet.input_rows import InputRow, input_row
from gevinst.spreadsheet.inputs_page import NAME as INPUTS
from gevinst.spreadsheet.key_figures_page import NAME as FIGURES
from gevinst.spreadsheet.nodes import Node
from gevinst.spreadsheet.project_page import project_rows
from gevinst.spreadsheet.styles import Styles
from gevinst.spreadsheet.template_fields import TEXTS, Field, fields_of_template, parts_of
from gevinst.spreadsheet.template_following import Following
from gevinst.spreadsheet.template_notice import write_notices
from gevinst.spreadsheet.template_page import MISSING, TemplateSheet
from gevinst.spreadsheet.template_status import NO_INHABITANTS
from gevinst.spreadsheet.writing import Content, content_of_results, write

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

RATE = "payroll_tax_rate"
EXAMPLE = "nord-troms"
_NEVER = 1000.0
"""Years from the start of the horizon: after every horizon."""


def template(path: str | Path) -> None:
    """Write an empty workbook to fill in: the whole model live, and every yellow cell blank.

    Parameters
    ----------
    path : str or path
        Where to write; an ``.xlsx`` file, replaced if it is there.

    Raises
    ------
    OutputError
        The file cannot be written, or XlsxWriter is not installed.

    Notes
    -----
    It has room for eight municipalities and three patient groups; those left empty count as
    nothing, and `gevinst.load` leaves them out. Until everything that is needed is filled in, no
    results are shown; a cell named ``mangler.felt`` counts what is missing.

    Examples
    --------
    >>> import gevinst as gv
    >>> gv.template("mal.xlsx")  # doctest: +SKIP
    """
    content = template_bytes()
    try:
        Path(path).write_bytes(content)
    except (OSError, ValueError):  # ValueError: a name with a zero byte
        raise OutputError.unwritable(str(path), None) from None


def template_bytes() -> bytes:
    """Content of the template's file; see `template`."""
    target = BytesIO()
    project = skeleton()
    results = blank_results(project)
    with new_workbook(target) as book:
        form = Form(project, content_of_results(project, results), book)
        write(form.content, book, form)
    return target.getvalue()


@cache
def skeleton() -> Project:
    """The project that the template is the workbook of."""
    text = (files("gevinst") / "spreadsheet" / "template.toml").read_text("utf-8")
    return loads(text, "template.toml")


def blank_results(project: Project) -> Results:
    """What the model gives where nobody lives and nobody has joined."""
    assembly = assemble(project)

    def emptied(name: str, _record: str, array: Array) -> Array:
        nothing = {"population": NO_INHABITANTS, "joining_time": _NEVER}
        return np.full(array.shape, nothing[name]) if name in nothing else np.array(array)

    x = map_arrays(assembly.inputs, emptied)
    return Results(
        title=project.project.name,
        notice="",
        price_year=project.price_year,
        date=str(project.project.date),
        checksum=project.checksum,
        names=assembly.names,
        ledger=quality(x, appraise(x, settle(x, service(x)))),
        provenance=assembly.provenance,
    )


class Form:
    """What a template has in place of the inputs of a project."""

    def __init__(self, project: Project, content: Content, book: Workbook) -> None:
        fields = fields_of_template(project, content.stated, example(EXAMPLE))
        self.project = project
        self.fields = fields
        names = {
            field.about: (field.shown_name, field.default)
            for field in fields
            if field.kind == "name"
        }
        blank = frozenset(f.name for f in fields if f.blank and f.kind not in TEXTS)
        self.following = Following(names, blank, MISSING)
        book.worksheet_class = self.following.worksheet_class(book.worksheet_class)
        rate = next(row for row in content.fixed if row.cell.key[0] == RATE)
        others = [row for row in content.fixed if row is not rate]
        self.rates = _rates(project, rate, content)
        self.rate = rate
        self.content = replace(content, fixed=[*others, *self.rates.values()])

    def write_inputs(self, book: Workbook, pages: Mapping[str, Worksheet], styles: Styles) -> int:
        """Write the sheet to fill in, name its cells, and say on every other what is missing.

        Returns the number of formulas on the sheet.
        """
        self.rate.cell.node.name = f"{RATE}.valgt"
        sheet = TemplateSheet(
            book, pages[INPUTS], styles, self.content.results.frame, self.fields,
            {zone: (row.cell.name, row.cell.value) for zone, row in self.rates.items()},
            self.rate.cell.node.name,
        )  # fmt: skip
        missing = sheet.write()
        write_notices(book, pages, missing)
        pages[FIGURES].gated = True
        return sheet.formulas

    def project_rows(self) -> list[ProjectRow]:
        """Rows of the project's sheet: what is to be filled in, and what may be empty."""
        named = {field.name: field for field in self.fields if field.blank}
        texts: dict[str, Field] = {f.path: f for f in self.fields if f.kind in TEXTS}
        host = next(f for f in self.fields if f.kind == "code")
        texts["centre.host"] = host
        rows = [
            ProjectRow(path=path_text(part), kind=MAY_BE_EMPTY, content="")
            for part in parts_of(tables_of(self.project))
        ]
        for row in project_rows(self.project, self.content.stated, self.content.fixed):
            if row.path in texts and row.kind == TEXT:
                name = texts[row.path].name
                rows.append(
                    ProjectRow(path=row.path, kind=TO_FILL_IN, content="", name=name, form="tekst")
                )
            elif row.name in named:
                rows.append(replace(row, kind=TO_FILL_IN, content="", number=None))
            else:
                rows.append(row)
        return rows


def _rates(project: Project, chosen: InputRow, content: Content) -> dict[str, InputRow]:
    """A row of the parameters for every zone of payroll tax."""
    date, namer = project.project.date, Namer(content.results)
    rates = {}
    for zone in (str(key) for key, _ in parameters.value(PAYROLL_TAX, date).rows):
        placer = Placer(content.results.frame)
        value = float(placer.parameter(RATE, PAYROLL_TAX, date, zone).item())
        cell = InputCell(
            key=chosen.cell.key, group=0, municipality=0, name=f"{RATE}.sone_{zone.lower()}",
            value=value, origin=placer.origins[RATE, ""][0, 0], node=Node("input"),
        )  # fmt: skip
        rates[zone] = replace(input_row(cell, project, namer), about=f"Sone {zone}")
    return rates
