"""The command `break-even`: for which values of an input it pays, and for whom."""

from __future__ import annotations

import argparse
import textwrap

from gevinst.cli.prices import as_csv, as_json
from gevinst.display import Language
from gevinst.reporting.safety import safe
from gevinst.reporting.terminal import WIDTH, paragraph
from gevinst.schema import Project
from gevinst.sensitivity import BreakEven, break_even
from gevinst.sensitivity.break_even_points import Answer
from gevinst.sensitivity.break_even_words import interval_text
from gevinst.sensitivity.wording import opened, say

STUB = 34


def pays(given: argparse.Namespace, project: Project) -> str:
    """Find the intervals; tell them in words and as a table, or give the table."""
    lang: Language = "en" if given.lang == "en" else "nb"
    made = break_even(
        project,
        given.input,
        given.quantity,
        given.low,
        given.high,
        level=given.level,
        actor=given.actor,
        municipality=given.municipality,
        year=given.year,
    )
    if given.format == "json":
        return as_json(made.frame())
    if given.format == "csv":
        return as_csv(made.frame(), lang)
    return break_even_text(project, made, lang)


def break_even_text(project: Project, made: BreakEven, lang: Language) -> str:
    """The sentence, then a line for everybody with the intervals in which it pays."""
    title = safe(say("even.heading", lang, name=project.project.name))
    lines = [title, "=" * len(title)]
    if project.project.notice:
        lines = [*paragraph(project.project.notice), "", *lines]
    lines += [*paragraph(made.sentence(lang)), ""]
    lines.append(say("even.who", lang).ljust(STUB) + say("even.when", lang))
    lines.append("-" * WIDTH)
    for answer in made.answers:
        lines += _row(made, answer, lang)
    step = made.input.text(made.step, lang)
    low, high = (made.input.text(x, lang) for x in (made.low, made.high))
    lines += ["", *paragraph(say("even.searched", lang, low=low, high=high, step=step))]
    return "\n".join(lines) + "\n"


def _row(made: BreakEven, answer: Answer, lang: Language) -> list[str]:
    who = safe(opened(answer.row.whose(lang) or say("even.centre", lang)))
    if answer.never:
        text = say("even.nowhere", lang)
    elif answer.always:
        text = say("even.everywhere", lang)
    else:
        text = "; ".join(
            _told(made, answer, number, lang) for number in range(len(answer.intervals))
        )
    wrapped = textwrap.wrap(text, WIDTH - STUB, break_long_words=False)
    shown = who if len(who) < STUB else f"{who[: STUB - 2]}…"
    return [(shown if i == 0 else "").ljust(STUB) + line for i, line in enumerate(wrapped)]


def _told(made: BreakEven, answer: Answer, number: int, lang: Language) -> str:
    part = answer.intervals[number]
    jumps = "jump" in {part.low_kind, part.high_kind}
    return interval_text(made, part, lang) + (f" {say('even.by_jump', lang)}" if jumps else "")
