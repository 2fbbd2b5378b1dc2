"""How cells look: few colours, each with one meaning, and number formats by unit.

Number formats are written as the file format asks (comma for thousands, point for decimals); a
Norwegian program shows them with space and comma.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format


YELLOW = "#FFF6C2"
GREY = "#F2F2F2"
BLUE = "#1F4E79"
PALE = "#DDEBF7"
ROSE = "#FBE5D6"

SHARE, KRONER, WHOLE, ONE, TWO, FOUR = (
    "0.0 %",
    "#,##0",
    "#,##0",
    "#,##0.0",
    "#,##0.00",
    "#,##0.0000",
)
MONTH = "mmm yyyy"
THOUSAND = 1000
MOST_WRITTEN, LEAST_ROUNDED = 6, 0.001
"""Decimals that people write, and how small a number keeps all of its own."""

_BY_UNIT = {
    "kr": KRONER,
    "åpningstimer/år": ONE,
    "årsverk": TWO,
    "pasienter": ONE,
    "innbyggere": WHOLE,
}

FONT: dict[str, Any] = {"font_name": "Arial", "font_size": 10, "font_scheme": False}
"""Letters as wide on every machine: where it is not installed, its twin Liberation Sans is."""

BASE: dict[str, Any] = {**FONT, "valign": "top"}
LOOKS: dict[str, dict[str, Any]] = {
    "text": {},
    "wrapped": {"text_wrap": True},
    "remark": {"text_wrap": True, "align": "left", "indent": 1},
    "title": {"bold": True, "font_size": 18, "font_color": BLUE},
    "about": {"italic": True, "font_color": "#404040"},
    "heading": {"bold": True, "font_size": 11, "font_color": BLUE},
    "column": {"bold": True, "font_color": "#FFFFFF", "bg_color": BLUE, "text_wrap": True},
    "number_column": {
        "bold": True, "font_color": "#FFFFFF", "bg_color": BLUE, "align": "right",
    },
    "block": {"bold": True, "bg_color": PALE},
    "input": {"bg_color": YELLOW, "border": 1, "border_color": "#BF9000", "locked": False},
    "yellow": {"bg_color": YELLOW, "border": 1, "border_color": "#BF9000"},
    "number": {},
    "stated": {"bg_color": GREY},
    "value": {"bg_color": ROSE},
    "link": {"font_color": "#0563C1", "underline": 1},
    "unit": {"font_color": "#595959", "align": "left", "indent": 1},
    "key": {"bold": True, "font_size": 11},
    "apart": {"font_color": "#595959"},
    "good": {"bold": True, "font_color": "#375623"},
}  # fmt: skip
"""Look -> properties. Yellow is for input, rose for what Python has worked out."""


@dataclass(slots=True)
class Styles:
    """The formats of one workbook, made when they are first asked for."""

    book: Workbook
    _made: dict[tuple[str, str], Format] = field(default_factory=dict)

    def __call__(self, look: str, number: str = "") -> Format:
        """Format of a look, with a number format where it has one."""
        if (look, number) not in self._made:
            more = {"num_format": number} if number else {}
            self._made[look, number] = self.book.add_format({**BASE, **LOOKS[look], **more})
        return self._made[look, number]


def input_format(number: float, *, percent: bool) -> str:
    """Number format of a cell to fill in: as many decimals as people write, thousands apart."""
    if percent:
        return SHARE
    if number == round(number, MOST_WRITTEN) or abs(number) < LEAST_ROUNDED:
        return WHOLE if abs(number) >= THOUSAND and number == round(number) else "General"
    return TWO if abs(number) >= 1 else FOUR


def letters(number: float, digits: str) -> int:
    """Letters that a number takes in one of the formats by unit; the rest are General."""
    if digits == SHARE:
        return len(f"{100 * number:,.1f} %")
    if digits in {WHOLE, ONE, TWO, FOUR}:
        return len(f"{number:,.{len(digits.partition('.')[2])}f}")
    return 0


def number_format(unit: str, kind: str) -> str:
    """Number format of a quantity by its unit in words and its kind."""
    if kind == "money":
        return TWO
    if unit in _BY_UNIT:
        return _BY_UNIT[unit]
    if unit.startswith(("kr", "pasienter")):
        return ONE if unit.startswith("p") else KRONER
    if kind == "indicator":
        return SHARE
    if not unit:
        return SHARE if kind == "share" else FOUR if kind in {"rate", "factor"} else WHOLE
    return FOUR if kind in {"rate", "time"} else TWO


LINE_HEIGHT, LETTERS_PER_WIDTH = 14.25, 1.15


def height_of(text: str, width: float) -> float:
    """Height of a row in which a text is wrapped to a width: not every program finds it itself."""
    return LINE_HEIGHT * max(math.ceil(len(text) / (width * LETTERS_PER_WIDTH)), 1)
