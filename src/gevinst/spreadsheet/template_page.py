"""The sheet of a template that people fill in: blank yellow cells, and what each still lacks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gevinst.axes import Frame
from gevinst.schema.findings import Location
from gevinst.spreadsheet.formula_text import column_name
from gevinst.spreadsheet.input_rows import InputRow
from gevinst.spreadsheet.inputs_page import (
    COUNTED_NAME,
    FIRST_YEAR,
    NAME,
    format_of,
    month_formula,
    validation,
)
from gevinst.spreadsheet.printing import set_up
from gevinst.spreadsheet.styles import MONTH, SHARE, Styles, height_of, input_format
from gevinst.spreadsheet.template_fields import SECTIONS, Field
from gevinst.spreadsheet.template_status import (
    CODE_LENGTH,
    LACKS,
    UNUSED,
    WRONG,
    counted,
    status,
    unfilled,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LABEL, ABOUT, VALUE, UNIT, STATUS, REMARK, STEP, COUNTED, PATH = range(9)
HEADINGS = (
    "Opplysning", "Gjelder", "Fyll ut", "Enhet", "Status", "Hva det betyr", "Ganges med",
    "Regnes som", "Felt i prosjektfilen",
)  # fmt: skip
WIDTHS = (40, 34, 26, 26, 18, 84, 12, 26, 40)
COUNT_ROW, YEAR_ROW, HEADER_ROW, FIRST_ROW = 2, 3, 4, 5
MISSING = "mangler.felt"
"""Name of the cell that counts the yellow cells that are missing or cannot be used."""

ABOUT_SHEET = (
    "Fyll ut de gule feltene. Kolonnen Status sier hva som mangler. Svarene kommer når ingenting"
    " mangler."
)
_LONGEST_HELP = 254
ALERT = {"bold": True, "font_color": "#9C0006", "bg_color": "#FFE1DC"}
FAINT = {"font_color": "#767676"}
"""How what is missing, and what is not in use, is shown."""


@dataclass(slots=True)
class TemplateSheet:
    """The sheet while it is written.

    Attributes
    ----------
    rates : mapping
        Zone of payroll tax -> name of the cell with its rate, and the rate.
    rate_name : str
        Name of the cell with the rate of the zone that is chosen.
    """

    book: Workbook
    page: Worksheet
    styles: Styles
    frame: Frame
    fields: Sequence[Field]
    rates: Mapping[str, tuple[str, float]]
    rate_name: str
    rows: dict[str, int] = field(default_factory=dict)
    parts: dict[Location, list[int]] = field(default_factory=dict)
    formulas: int = 0

    def write(self) -> int:
        """Write all fields under their headings; return how many are missing."""
        self._place()
        last = max(self.rows.values())
        self._frame(last)
        section = ""
        for one in self.fields:
            if one.section != section:
                section = one.section
                heading = self.styles("heading")
                self.page.write_string(self.rows[one.name] - 1, LABEL, SECTIONS[section], heading)
            self._field(one, self.rows[one.name])
        missing = sum(unfilled(one) == LACKS for one in self.fields)
        letter = column_name(STATUS)
        column = f"{letter}{FIRST_ROW + 1}:{letter}{last + 1}"
        count = f'=COUNTIF({column},"{LACKS}")+COUNTIF({column},"{WRONG}")'
        self._formula(COUNT_ROW, VALUE, count, self.styles("key", "0"), missing)
        return missing

    def _place(self) -> None:
        """Row of every field: a heading over each section, an empty row over each of its parts."""
        at, section, part = FIRST_ROW, "", None
        for one in self.fields:
            number = one.path.partition("]")[0]
            if one.section != section:
                at += 2
            elif number != part and one.section in {"partners", "groups", "tasks"}:
                at += 1
            section, part = one.section, number
            self.rows[one.name] = at
            if one.part and one.blank:
                self.parts.setdefault(one.part, []).append(at)
            at += 1

    def _frame(self, last: int) -> None:
        page, styles = self.page, self.styles
        page.write_string(0, 0, NAME, styles("title"))
        page.write_string(1, 0, ABOUT_SHEET, styles("about"))
        page.write_string(
            COUNT_ROW, LABEL, "Felt som mangler eller ikke kan brukes", styles("block")
        )
        self.book.define_name(MISSING, f"={NAME}!$C${COUNT_ROW + 1}")
        page.write_string(YEAR_ROW, LABEL, "Første år i beregningsperioden", styles("text"))
        page.write_number(YEAR_ROW, VALUE, self.frame.first_year, styles("stated", "0"))
        page.write_string(YEAR_ROW, REMARK, "Låst: overskriftene følger det.", styles("remark"))
        self.book.define_name(FIRST_YEAR, f"={NAME}!$C${YEAR_ROW + 1}")
        for column, text in enumerate(HEADINGS):
            page.write_string(HEADER_ROW, column, text, styles("column"))
        for text, look in ((LACKS, ALERT), (WRONG, ALERT), (UNUSED, FAINT)):
            shown = self.book.add_format(look)
            rule = {"type": "cell", "criteria": "==", "value": f'"{text}"', "format": shown}
            page.conditional_format(FIRST_ROW, STATUS, last, STATUS, rule)
        set_up(page, WIDTHS, frozen=(HEADER_ROW + 1, ABOUT), heading=HEADER_ROW)
        page.print_area(0, LABEL, last, REMARK)

    def _cell(self, one: Field, column: int = VALUE) -> str:
        return f"{column_name(column)}{self.rows[one.name] + 1}"

    def _named(self, name: str, one: Field, column: int) -> None:
        place = f"${column_name(column)}${self.rows[one.name] + 1}"
        self.book.define_name(name, f"={NAME}!{place}")

    def _field(self, one: Field, at: int) -> None:
        page, styles = self.page, self.styles
        page.write_string(at, LABEL, one.label, styles("text"))
        page.write_string(at, ABOUT, one.about, styles("text"))
        page.write_string(at, REMARK, one.remark, styles("remark"))
        page.write_string(at, PATH, one.path, styles("unit"))
        page.set_row(at, height_of(one.remark, WIDTHS[REMARK]))
        self._named(one.name, one, VALUE)
        if one.row is None:
            self._text(one, at)
        else:
            page.write_string(at, UNIT, _unit(one.row), styles("unit"))
            self._number(one, one.row, at)
        if one.blank or one.kind == "number":
            rows = self.parts.get(one.part, []) if one.part and one.blank else []
            letter = column_name(VALUE)
            part = f"{letter}{min(rows) + 1}:{letter}{max(rows) + 1}" if rows else ""
            others = [self._cell(f) for f in self.fields if (f.kind, f.section) == _kin(one)]
            text = status(one, self._cell(one), part, others, self.frame.years)
            self._formula(at, STATUS, text, styles("text"), unfilled(one))

    def _formula(self, row: int, column: int, text: str, look: Format, value: float | str) -> None:
        self.page.write_formula(row, column, text, look, value)
        self.formulas += 1

    def _text(self, one: Field, at: int) -> None:
        """A text, and what the other sheets show of it."""
        page, styles, here = self.page, self.styles, self._cell(one)
        page.write_blank(at, VALUE, None, styles("input", "@"))
        page.data_validation(at, VALUE, at, VALUE, self._text_rule(one, here))
        if one.kind == "zone":
            text, value = self.rates[one.default]
            for zone, (name, _) in self.rates.items():
                text = f'IF({here}="{zone}",{name},{text})'
            self._formula(at, COUNTED, f"={text}", styles("number", SHARE), value)
            self._named(self.rate_name, one, COUNTED)
        elif one.kind == "name":
            text = f'=IF(LEN({here})=0,"{one.default}",{here})'
            self._formula(at, COUNTED, text, styles("text"), one.default)
            self._named(one.shown_name, one, COUNTED)

    def _text_rule(self, one: Field, here: str) -> dict[str, Any]:
        rule: dict[str, Any] = {
            "input_title": one.label[:32],
            "input_message": one.remark[:_LONGEST_HELP],
            "error_title": "Teksten kan ikke brukes",
        }
        if one.kind == "zone":
            source = list(self.rates)
            return rule | {
                "validate": "list", "source": source,
                "error_message": f"Velg en av sonene {', '.join(source)}.",
            }  # fmt: skip
        if one.kind == "code":
            return rule | {
                "validate": "custom", "value": f"=AND(ISTEXT({here}),LEN({here})={CODE_LENGTH})",
                "error_message": "Skriv fire sifre som tekst, for eksempel 0301.",
            }  # fmt: skip
        return rule | {
            "validate": "length", "criteria": "between", "minimum": 1, "maximum": 200,
            "error_message": "Skriv et navn på høyst 200 tegn.",
        }  # fmt: skip

    def _number(self, one: Field, row: InputRow, at: int) -> None:
        page, styles = self.page, self.styles
        digits = MONTH if row.form == "month" else format_of(row)
        look = "stated" if row.form == "locked" else "input"
        if one.blank or (row.form == "month" and row.month is None):
            blank_digits = MONTH if row.form == "month" else _blank_format(row)
            page.write_blank(at, VALUE, None, styles("input", blank_digits))
        elif row.form == "month" and row.month:
            date = dt.datetime.combine(row.month, dt.time())
            page.write_datetime(at, VALUE, date, styles(look, digits))
        else:
            page.write_number(at, VALUE, row.shown, styles(look, digits))
        if row.form != "locked":
            page.data_validation(at, VALUE, at, VALUE, validation(row) | {"ignore_blank": True})
        self._counted(one, row, at)

    def _counted(self, one: Field, row: InputRow, at: int) -> None:
        """Beside it, the number that the model counts with."""
        if not one.blank and row.form != "month" and row.step == 1:
            return
        row.cell.node.name = one.name + COUNTED_NAME
        self._named(row.cell.node.name, one, COUNTED)
        here, step = self._cell(one), self._cell(one, STEP)
        if row.form != "month" and row.step != 1:
            self.page.write_number(at, STEP, row.step, self.styles("number", "General"))
        if one.blank:
            text = counted(row, here, step)
        else:
            text = month_formula(here, row) if row.form == "month" else f"={here}*{step}"
        self._formula(at, COUNTED, text, self.styles("number", "0.0000"), row.cell.value)


def _kin(one: Field) -> tuple[str, str]:
    """Kind and section of the cells that a cell is compared with."""
    return one.kind, one.section


def _unit(row: InputRow) -> str:
    """Unit of a row; months are dates, and shares are written in per cent."""
    if row.form == "month":
        return "første dag i måneden"
    return "prosent" if row.percent and not row.unit else row.unit


def _blank_format(row: InputRow) -> str:
    return input_format(row.shown, percent=True) if row.percent else "General"
