"""What a cell of a template lacks, and what the formulas take while it is empty."""

from __future__ import annotations

from collections.abc import Sequence

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.spreadsheet.input_rows import InputRow
from gevinst.spreadsheet.inputs_page import FIRST_YEAR, bounds_of, month_formula
from gevinst.spreadsheet.template_fields import Field

LACKS, WRONG, UNUSED = "Mangler", "Kan ikke brukes", "Ikke i bruk"
CODE_LENGTH = 4
NO_INHABITANTS = 1e-300
"""Stands for none where Python counts: the model divides by the inhabitants."""


def unfilled(field: Field) -> str:
    """Status of a field in the empty template."""
    if not field.blank:
        return ""
    return UNUSED if field.part else LACKS


def status(field: Field, here: str, part: str, others: Sequence[str], years: int) -> str:
    """Formula of the status of a yellow cell.

    Parameters
    ----------
    here : str
        The cell.
    part : str
        The cells of its part, all of which may be empty; empty if it must be filled in.
    others : sequence of str
        Cells of the same kind: codes must differ, and weights must not all be zero.
    years : int
        Length of the horizon.
    """
    empty = f'IF(COUNTA({part})=0,"{UNUSED}","{LACKS}")' if part else f'"{LACKS}"'
    return f'=IF(LEN({here})=0,{empty},IF({_usable(field, here, others, years)},"","{WRONG}"))'


def _usable(field: Field, here: str, others: Sequence[str], years: int) -> str:
    """Condition on what is filled in."""
    if field.kind == "code":
        twins = "+".join(f"({other}={here})" for other in others)
        return f"AND(ISTEXT({here}),LEN({here})={CODE_LENGTH},{twins}=1)"
    if field.kind in {"name", "zone"} or field.row is None:
        return f"ISTEXT({here})"
    if field.kind == "month":
        if not field.blank:
            return f"ISNUMBER({here})"
        year = f"YEAR(N({here}))-{FIRST_YEAR}"
        return f"AND(ISNUMBER({here}),{year}>=0,{year}<{years})"
    low, high = bounds_of(field.row)
    above = ">" if field.row.help.bounds.at_least is None else ">="
    inside = f"AND(ISNUMBER({here}),N({here}){above}{low!r},N({here})<={high!r})"
    if field.section == "keys":
        return f"AND({inside},SUM({','.join(others)})>0)"
    return inside


def counted(row: InputRow, here: str, step: str) -> str:
    """Formula of the number that the model counts with, for a cell that may be empty.

    An empty cell counts as what the skeleton has: nobody who lives there, nobody who joins, and
    ordinary numbers where the model divides by them.
    """
    if row.form == "month":
        months = month_formula(here, row).removeprefix("=")
        if row.cell.key[0] == "joining_time":
            months = f"((YEAR({here})-{FIRST_YEAR})*{MONTHS_IN_YEAR}+MONTH({here})-1)/12"
        return f"=IF(ISNUMBER({here}),{months},{row.cell.value!r})"
    neutral = 0.0 if row.cell.value == NO_INHABITANTS else row.cell.value
    typed = f"{here}*{step}" if row.step != 1 else here
    return f"=IF(ISNUMBER({here}),{typed},{neutral!r})"
