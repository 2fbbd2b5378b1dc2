"""What a summary consists of: frozen data, without layout, that any renderer can show."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from gevinst.display import format_amount, format_number, format_percent

SHADES = 4
"""Shades of a heat map, besides none."""

Language = Literal["nb", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number to show.

    Attributes
    ----------
    value : float or None
        None where there is nothing to show, such as a ratio with nothing to divide by.
    decimals : int
        Decimals to show.
    unit : str
        A unit of `gevinst.units` to write after the number, ``"percent"`` for a share of one;
        empty where the heading says it.
    """

    value: float | None
    decimals: int = 0
    unit: str = ""

    def text(self, lang: Language) -> str:
        """The number as people read it."""
        if self.unit == "percent":
            return format_percent(self.value, self.decimals, lang)
        if self.unit:
            return format_amount(self.value, self.unit, self.decimals, lang)
        return format_number(self.value, self.decimals, lang)


Cell = str | Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: what it is about, and its cells. A part belongs to the row above it."""

    label: str
    cells: tuple[Cell, ...]
    kind: Literal["plain", "total", "part"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with one heading per column.

    Attributes
    ----------
    id : str
        Unique in the summary.
    caption, stub : str
        Title of the table, and heading of its first column.
    headings : tuple of str
        Headings of the other columns.
    rows : tuple of Row
        Each with one cell per heading.
    shown : tuple of int
        Columns to show first where there is no room for all; empty means all.
    """

    id: str
    caption: str
    stub: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    shown: tuple[int, ...] = ()

    def narrowed(self) -> Table:
        """The same table with only the columns that are to be shown first."""
        if not self.shown:
            return self
        rows = tuple(
            Row(label=row.label, cells=tuple(row.cells[i] for i in self.shown), kind=row.kind)
            for row in self.rows
        )
        return Table(
            id=self.id,
            caption=self.caption,
            stub=self.stub,
            headings=tuple(self.headings[i] for i in self.shown),
            rows=rows,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """A small table of numbers, shaded by their size; the number stands in every cell.

    Attributes
    ----------
    id : str
        Unique in the summary.
    caption, stub : str
        Title of the table, and heading of its first column.
    headings : tuple of str
    rows : tuple of Row
        One figure per heading; one without a value is not shaded.
    largest : float
        The value with the darkest shade.
    note : str
        How to read it, to stand below it.
    """

    id: str
    caption: str
    stub: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    largest: float
    note: str

    def shade(self, value: float | None) -> int:
        """Shade of a value, from 1 (light) to `SHADES` (the largest); 0 where there is none."""
        if value is None or value <= 0 or self.largest <= 0:
            return 0
        return max(1, min(SHADES, math.ceil(SHADES * value / self.largest)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar; a negative value goes to the left. A cost is hatched where it stands by gains."""

    label: str
    value: float
    text: str
    kind: Literal["price", "cost", "gain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarGroup:
    """Bars under a heading of their own; the heading may be empty."""

    heading: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A bar chart on one scale, with a title and a description for those who do not see it."""

    id: str
    title: str
    description: str
    groups: tuple[BarGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramBox:
    """A box of a diagram.

    Attributes
    ----------
    id : str
        Unique in the diagram.
    text, tag : str
        Its text, and a remark below it; the remark may be empty.
    column : int
        From the left; every arrow goes to a later one.
    kind : str
        What sort of box it is.
    leads_to : tuple of str
        Ids of other boxes.
    """

    id: str
    text: str
    column: int
    kind: str
    leads_to: tuple[str, ...]
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """Boxes in columns with arrows between; drawn on a page, told in lines in a terminal."""

    id: str
    title: str
    description: str
    columns: tuple[str, ...]
    boxes: tuple[DiagramBox, ...]

    def lines(self) -> tuple[str, ...]:
        """The same as text: column by column, each box with what it leads to."""
        texts = {box.id: box.text for box in self.boxes}
        found = []
        for i, heading in enumerate(self.columns):
            found.append(heading)
            for box in self.boxes:
                if box.column == i:
                    tag = f" ({box.tag})" if box.tag else ""
                    arrows = "; ".join(texts[other] for other in box.leads_to)
                    found.append(f"- {box.text}{tag}" + (f" → {arrows}" if arrows else ""))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """One estimate with its interval: a label, the numbers as text, and where they lie.

    `low` and `high` are None where there is no interval; `estimate` is None where nothing is known.
    """

    label: str
    text: str
    estimate: float | None
    low: float | None = None
    high: float | None = None
    is_main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalChart:
    """Estimates with their intervals on one scale, and a line where there is no change."""

    id: str
    title: str
    description: str
    rows: tuple[Interval, ...]
    no_change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPoint:
    """One month of a run chart; None where it is hidden or there is nobody."""

    month: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunChart:
    """One number month by month, with its median and the levels of a scale.

    Attributes
    ----------
    id, title, description : str
    points : tuple of MonthPoint
        Months without gaps.
    levels : tuple of (float, str)
        Where the scale has a line, and what stands by it; the first is 0 and the last the top.
    median : (float, str) or None
        The median and its label.
    marked : (str, str) or None
        A month and its label, such as when the service began.
    """

    id: str
    title: str
    description: str
    points: tuple[MonthPoint, ...]
    levels: tuple[tuple[float, str], ...]
    median: tuple[float, str] | None = None
    marked: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FanYear:
    """Percentiles of one number in one year."""

    label: str
    p05: float
    p10: float
    p50: float
    p90: float
    p95: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FanChart:
    """One uncertain number year by year, with the levels of a scale."""

    id: str
    title: str
    description: str
    years: tuple[FanYear, ...]
    levels: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark in smaller type; a link, if any, is given as its address."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A table for whoever wants it: in a page it can be folded, in a terminal it is left out."""

    summary: str
    table: Table
    is_open: bool = False


Drawing = Chart | HeatMap | Diagram | IntervalChart | RunChart | FanChart
Block = Sentence | Note | Table | Drawing | Folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the summary under one heading; one only for the page is left out of a terminal."""

    id: str
    heading: str
    blocks: tuple[Block, ...]
    page_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One of the few figures that stand first."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The whole summary of one run, in one language.

    Attributes
    ----------
    notice : str
        Line that stands above everything else; may be empty.
    facts : tuple of str
        Price year, period, date.
    headlines : tuple of Headline
    sections : tuple of Section
    explained : str
        One number explained, as text; may be empty.
    """

    lang: Language
    title: str
    notice: str
    facts: tuple[str, ...]
    headlines: tuple[Headline, ...]
    sections: tuple[Section, ...]
    explained: str = ""
