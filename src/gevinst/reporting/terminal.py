"""The summary as text for a terminal: aligned columns, nothing that a terminal could obey."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from gevinst.reporting.contents import (
    Block,
    Diagram,
    Figure,
    Language,
    Note,
    Row,
    Section,
    Sentence,
    Summary,
    Table,
)
from gevinst.reporting.safety import safe
from gevinst.reporting.texts import say

WIDTH = 88
_LABEL_WIDTH = 34
_HEADING_WIDTH = 13
_GAP = "  "


def render_text(summary: Summary) -> str:
    """Show a summary as text, with headings underlined and tables aligned.

    Parameters
    ----------
    summary : Summary
        From `gevinst.reporting.describe`.

    Returns
    -------
    str
        Lines ended by a newline. Control characters in names are shown, not sent.
    """
    lines: list[str] = []
    if summary.notice:
        lines += [*paragraph(summary.notice), ""]
    title = safe(summary.title)
    lines += [title, "=" * len(title), *(line for f in summary.facts[:2] for line in paragraph(f))]
    sections = [section for section in summary.sections if not section.page_only]
    if any(_is_narrowed(section) for section in sections):
        lines += paragraph(say("selected_years", summary.lang))
    for section in sections:
        lines += _section(section, summary.lang)
    if summary.explained:
        lines += _heading(say("explained", summary.lang))
        lines += [safe(line) for line in summary.explained.splitlines()]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def paragraph(text: str) -> list[str]:
    """Text wrapped to the width; spaces inside numbers are never broken."""
    return textwrap.wrap(safe(text), WIDTH, break_long_words=False, break_on_hyphens=False) or [""]


def _is_narrowed(section: Section) -> bool:
    return any(isinstance(block, Table) and block.shown for block in section.blocks)


def _heading(text: str) -> list[str]:
    return ["", safe(text), "-" * len(safe(text))]


def _section(section: Section, lang: Language) -> list[str]:
    lines = _heading(section.heading)
    for block in section.blocks:
        shown = _block(block, lang)
        if shown and isinstance(block, Table):
            shown = ["", *shown, ""]
        lines += shown
    return _without_double_blanks(lines)


def _block(block: Block, lang: Language) -> list[str]:
    if isinstance(block, Sentence):
        return paragraph(block.text)
    if isinstance(block, Note):
        address = [f"  {safe(block.address)}"] if block.address else []
        return [*paragraph(block.text), *address]
    if isinstance(block, Table):
        return table_text(block.narrowed(), lang)
    if isinstance(block, Diagram):
        return diagram_text(block)
    return []


def diagram_text(diagram: Diagram) -> list[str]:
    """A diagram as lines: each box under its column, with what it leads to."""
    lines: list[str] = []
    for line in diagram.lines():
        is_box = line.startswith("- ")
        lines += [] if is_box else [""]
        lines += textwrap.wrap(safe(line), WIDTH, subsequent_indent="    " if is_box else "")
    return [*lines, ""]


def _without_double_blanks(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if line or not kept or kept[-1]:
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def table_text(table: Table, lang: Language) -> list[str]:
    """A table as lines: caption, headings, rows; numbers to the right, a rule above totals."""
    cells = [[_cell(cell, lang) for cell in row.cells] for row in table.rows]
    labels = [_label(row) for row in table.rows]
    headings = [_wrapped(heading) for heading in table.headings]
    is_number = [
        all(isinstance(row.cells[i], Figure) or len(cells[r][i]) <= _HEADING_WIDTH
            for r, row in enumerate(table.rows))
        for i in range(len(table.headings))
    ]  # fmt: skip
    widths = [
        max(len(x) for x in (*headings[i], *(row[i] for row in cells)))
        for i in range(len(headings))
    ]
    first = max(len(x) for x in (safe(table.stub), *labels))
    lines = [safe(table.caption)]
    for depth in range(max(len(heading) for heading in headings)):
        stub = safe(table.stub) if depth == 0 else ""
        parts = [heading[depth] if depth < len(heading) else "" for heading in headings]
        lines.append(_line(stub, parts, first, widths, is_number))
    rule = "-" * len(_line("", [""] * len(widths), first, widths, is_number, keep=True))
    lines.append(rule)
    for r, row in enumerate(table.rows):
        if row.kind == "total" and r and table.rows[r - 1].kind != "total":
            lines.append(rule)
        lines.append(_line(labels[r], cells[r], first, widths, is_number))
    return lines


def _cell(cell: object, lang: Language) -> str:
    return cell.text(lang) if isinstance(cell, Figure) else safe(str(cell))


def _label(row: Row) -> str:
    text = safe(row.label)
    shown = text if len(text) <= _LABEL_WIDTH else f"{text[: _LABEL_WIDTH - 1]}…"
    return f"  {shown}" if row.kind == "part" else shown


def _wrapped(heading: str) -> list[str]:
    return textwrap.wrap(safe(heading), _HEADING_WIDTH, break_long_words=False) or [""]


def _line(
    label: str,
    cells: Sequence[str],
    first: int,
    widths: Sequence[int],
    is_number: Sequence[bool],
    *,
    keep: bool = False,
) -> str:
    parts = [
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, right in zip(cells, widths, is_number, strict=True)
    ]
    line = _GAP.join([label.ljust(first), *parts])
    return line if keep else line.rstrip()
