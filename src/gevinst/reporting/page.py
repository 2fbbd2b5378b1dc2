"""The summary as one HTML page that asks nothing of any other place."""

from __future__ import annotations

from importlib import resources

from gevinst.reporting.charts import svg, text_of
from gevinst.reporting.contents import (
    Block,
    Chart,
    Diagram,
    Drawing,
    FanChart,
    Figure,
    Folded,
    HeatMap,
    IntervalChart,
    Language,
    Note,
    Row,
    RunChart,
    Section,
    Sentence,
    Summary,
    Table,
)
from gevinst.reporting.fan_charts import fan_svg
from gevinst.reporting.interval_charts import interval_svg
from gevinst.reporting.map_picture import picture
from gevinst.reporting.run_charts import run_svg
from gevinst.reporting.texts import say

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render_page(summary: Summary) -> str:
    """Make a complete page: style and pictures inside it, no script, nothing fetched.

    Parameters
    ----------
    summary : Summary
        From `gevinst.reporting.describe`.

    Returns
    -------
    str
        HTML in UTF-8. Every text from the project is escaped.
    """
    lang = summary.lang
    style = (resources.files("gevinst.reporting") / "page.css").read_text(encoding="utf-8")
    notice = f'<p class="notice">{text_of(summary.notice)}</p>' if summary.notice else ""
    facts = "".join(f"<p>{text_of(fact)}</p>" for fact in summary.facts[:2])
    links = "".join(
        f'<li><a href="#{text_of(s.id)}">{text_of(s.heading)}</a></li>' for s in summary.sections
    )
    headlines = "".join(
        f"<div><dt>{text_of(h.label)}</dt><dd>{text_of(h.text)}</dd></div>"
        for h in summary.headlines
    )
    parts = [
        "<!doctype html>",
        f'<html lang="{lang}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{text_of(summary.title)}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        f"<header>{notice}<h1>{text_of(summary.title)}</h1>{facts}</header>",
        f'<nav aria-label="{say("contents", lang)}"><ul>{links}</ul></nav>',
        "<main>",
        f'<section id="in-short"><h2>{say("key_figures", lang)}</h2><dl>{headlines}</dl></section>',
        *(_section(section, lang) for section in summary.sections),
        _explained(summary),
        "</main>",
        f"<footer><p>{text_of(summary.facts[-1])}</p></footer>",
        "</body>",
        "</html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _explained(summary: Summary) -> str:
    if not summary.explained:
        return ""
    heading = say("explained", summary.lang)
    lines = "\n".join(text_of(line) for line in summary.explained.splitlines())
    return (
        f'<section id="explained"><h2>{heading}</h2>'
        f'<pre tabindex="0" role="region" aria-label="{heading}">{lines}</pre></section>'
    )


def _section(section: Section, lang: Language) -> str:
    parts: list[str] = []
    blocks = list(section.blocks)
    while blocks:
        block = blocks.pop(0)
        if isinstance(block, Chart) and blocks and isinstance(blocks[0], Table):
            parts.append(_beside(block, _table(blocks.pop(0), lang)))
        else:
            parts.append(_block(block, lang))
    name = text_of(section.id)
    return f'<section id="{name}"><h2>{text_of(section.heading)}</h2>{"".join(parts)}</section>'


def _block(block: Block, lang: Language) -> str:
    if isinstance(block, Sentence):
        return f"<p>{text_of(block.text)}</p>"
    if isinstance(block, Note):
        return f'<p class="note">{text_of(block.text)}{_address(block)}</p>'
    if isinstance(block, Drawing):
        return _drawn(block, lang)
    if isinstance(block, Folded):
        table = _table(block.table, lang, captioned=False)
        return _folded(block.summary, table, is_open=block.is_open)
    shown = _table(block.narrowed(), lang)
    if not block.shown:
        return shown
    caption = say("all_years", lang, caption=block.caption)
    return shown + _folded(caption, _table(block, lang, captioned=False, suffix="-all"))


def _drawn(block: Drawing, lang: Language) -> str:
    match block:
        case Chart():
            return _beside(block, "")
        case HeatMap():
            return _heat_map(block, lang)
        case Diagram():
            return _diagram(block)
        case IntervalChart():
            shape = interval_svg(block)
        case RunChart():
            shape = run_svg(block)
        case FanChart():
            shape = fan_svg(block)
    return f"<figure><figcaption>{text_of(block.title)}</figcaption>{shape}</figure>"


def _address(note: Note) -> str:
    if not note.address.startswith("https://"):
        return ""
    shown = text_of(note.address)
    return f' <a href="{shown}" rel="noreferrer">{shown}</a>'


def _beside(chart: Chart, table: str) -> str:
    drawing = svg(chart)
    if not drawing:
        return table
    return f"<figure><figcaption>{text_of(chart.title)}</figcaption>{drawing}</figure>{table}"


def _diagram(block: Diagram) -> str:
    """The drawing in a region that scrolls sideways where there is no room for it."""
    name = text_of(f"{block.id}-caption")
    return (
        f'<figure class="wide"><figcaption id="{name}">{text_of(block.title)}</figcaption>'
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}">'
        f"{picture(block)}</div></figure>"
    )


def _folded(summary: str, table: str, *, is_open: bool = False) -> str:
    opened = " open" if is_open else ""
    return f"<details{opened}><summary>{text_of(summary)}</summary>{table}</details>"


def _table(block: Block, lang: Language, *, captioned: bool = True, suffix: str = "") -> str:
    if not isinstance(block, Table):
        return ""
    name = text_of(f"table-{block.id}{suffix}")
    hidden = "" if captioned else ' class="unseen"'
    head = "".join(
        f'<th scope="col"{_of_text(block, i)}>{text_of(heading)}</th>'
        for i, heading in enumerate(block.headings)
    )
    rows = "".join(_row(row, lang) for row in block.rows)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}-caption">'
        f'<table id="{name}"><caption id="{name}-caption"><span{hidden}>{text_of(block.caption)}'
        f'</span></caption><thead><tr><th scope="col">{text_of(block.stub)}</th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _of_text(table: Table, column: int) -> str:
    """Class of the heading of a column of words beside columns of numbers."""
    numbers = any(isinstance(row.cells[column], Figure) for row in table.rows)
    others = any(isinstance(cell, Figure) for row in table.rows for cell in row.cells)
    return ' class="words"' if others and not numbers else ""


def _heat_map(block: HeatMap, lang: Language) -> str:
    """A table whose cells are shaded by size; nothing is said by the shade alone."""
    name = text_of(f"table-{block.id}")
    head = "".join(f'<th scope="col">{text_of(heading)}</th>' for heading in block.headings)
    rows = "".join(_heat_row(block, row, lang) for row in block.rows)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}-caption">'
        f'<table id="{name}" class="heat"><caption id="{name}-caption"><span>'
        f"{text_of(block.caption)}</span></caption>"
        f'<thead><tr><th scope="col">{text_of(block.stub)}</th>{head}</tr></thead>'
        f'<tbody>{rows}</tbody></table></div><p class="note">{text_of(block.note)}</p>'
    )


def _heat_row(block: HeatMap, row: Row, lang: Language) -> str:
    cells = "".join(
        f'<td class="heat-{block.shade(cell.value)}">{text_of(cell.text(lang))}</td>'
        for cell in row.cells
        if isinstance(cell, Figure)
    )
    return f'<tr><th scope="row">{text_of(row.label)}</th>{cells}</tr>'


def _row(row: Row, lang: Language) -> str:
    cells = "".join(
        f'<td class="number">{text_of(cell.text(lang))}</td>'
        if isinstance(cell, Figure)
        else f"<td>{text_of(cell)}</td>"
        for cell in row.cells
    )
    return f'<tr class="{row.kind}"><th scope="row">{text_of(row.label)}</th>{cells}</tr>'
