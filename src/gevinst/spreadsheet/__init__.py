"""The workbook: the whole model live in a spreadsheet, from the core's own formulas."""

from gevinst.spreadsheet.writing import workbook

__all__ = ["workbook"]
