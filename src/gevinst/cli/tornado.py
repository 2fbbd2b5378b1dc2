"""The command `tornado`: which uncertain inputs matter most, in words, as a table and drawn."""

from __future__ import annotations

import argparse
from pathlib import Path

from gevinst.cli.prices import as_csv, as_json
from gevinst.display import Language, format_amount
from gevinst.reporting.exports import ENCODING
from gevinst.reporting.safety import safe
from gevinst.reporting.terminal import WIDTH, paragraph
from gevinst.schema import Project
from gevinst.sensitivity import Tornado, tornado
from gevinst.sensitivity.wording import say

PICTURE, TABLE = "tornado.svg", "tornado"
COLUMN = 19


def matters(given: argparse.Namespace, project: Project) -> str:
    """Work out the bars; show them, give the table, or write picture and table to a folder."""
    lang: Language = "en" if given.lang == "en" else "nb"
    made = tornado(
        project,
        given.quantity,
        actor=given.actor,
        municipality=given.municipality,
        year=given.year,
    )
    if given.out is not None:
        return _written(made, given, lang)
    if given.format == "json":
        return as_json(made.frame())
    if given.format == "csv":
        return as_csv(made.frame(), lang)
    return tornado_text(project, made, given.top, lang)


def tornado_text(project: Project, made: Tornado, most: int, lang: Language) -> str:
    """The sentence, then two lines for each of the widest bars."""
    title = safe(say("tornado.heading", lang, name=project.project.name))
    lines = [title, "=" * len(title)]
    if project.project.notice:
        lines = [*paragraph(project.project.notice), "", *lines]
    lines += [*paragraph(made.sentence(lang)), ""]
    heads = [say(f"tornado.{key}", lang) for key in ("at_low", "at_high", "width")]
    lines.append(_line(say("tornado.input", lang), heads))
    lines.append("-" * WIDTH)
    shown = [bar for bar in made.bars if bar.width > 0][:most]
    for bar in shown:
        mark = f"  ± {say('tornado.mark', lang)}" if bar.crosses_zero else ""
        lines.append(safe(bar.input.label(lang)) + mark)
        ends = bar.input.range_text(bar.low_input, bar.high_input, lang)
        figures = [
            format_amount(x, made.row.unit, lang=lang) for x in (bar.at_low, bar.at_high, bar.width)
        ]
        lines.append(_line("  " + ends, figures))
    lines += ["", *paragraph(_rest(made, len(shown), lang))]
    return "\n".join(lines) + "\n"


def _rest(made: Tornado, shown: int, lang: Language) -> str:
    """What is not in the table, and how the ends are to be read."""
    moving = sum(bar.width > 0 for bar in made.bars)
    told = []
    if moving > shown:
        told.append(say("tornado.others", lang, count=moving - shown))
    if made.still:
        told.append(say("tornado.still", lang, count=len(made.still)))
    return " ".join([*told, say("tornado.ends", lang)])


def _line(label: str, cells: list[str]) -> str:
    """A label to the left and figures to the right; a long label has a line of its own."""
    right = "".join(cell.rjust(COLUMN) for cell in cells)
    room = WIDTH - len(right)
    if len(label) <= room:
        return (label.ljust(room) + right).rstrip()
    return f"{label}\n{' ' * room}{right}"


def _written(made: Tornado, given: argparse.Namespace, lang: Language) -> str:
    from gevinst.cli.folder import from_earlier_run, write_together
    from gevinst.cli.wording import also_there

    files = {PICTURE: made.svg(lang, given.top).encode("utf-8")}
    if given.format == "json":
        files[f"{TABLE}.json"] = as_json(made.frame()).encode("utf-8")
    else:
        files[f"{TABLE}.csv"] = as_csv(made.frame(), lang).encode(ENCODING["csv"])
    earlier = from_earlier_run(Path(given.out), files, [TABLE], [".csv", ".json"])
    write_together(Path(given.out), files)
    told = say("tornado.written", lang, folder=given.out, names=", ".join(files))
    return f"{made.sentence(lang)}\n{told}\n{also_there(earlier, lang)}"
