"""Workbooks to download from the documentation, written when it is built."""

from __future__ import annotations

import gevinst as gv
from gevinst.loading import example_names
from gevinst.spreadsheet.template_writing import template_bytes
from gevinst.spreadsheet.writing import workbook_bytes

TEMPLATE = "mal.xlsx"


def workbooks() -> dict[str, bytes]:
    """The empty template, and the workbook of every example, by file name."""
    examples = {f"{name}.xlsx": workbook_bytes(gv.example(name)) for name in example_names()}
    return {TEMPLATE: template_bytes(), **examples}
