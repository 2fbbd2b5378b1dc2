"""What a checked project holds: a count of its parts, and its assumptions one by one."""

from __future__ import annotations

import textwrap

from gevinst.core.model import other_actors
from gevinst.reporting.assumptions import assumptions_of, shown_range, shown_value, stated_inputs
from gevinst.reporting.contents import Language
from gevinst.reporting.reading import View
from gevinst.reporting.safety import safe
from gevinst.reporting.terminal import WIDTH, paragraph
from gevinst.reporting.warnings import BENEFIT_KINDS, KINDS, warning_texts
from gevinst.results import Results

_INDENT = "    "
_PARTS = (
    ("municipalities", "check.municipality", "check.municipalities"),
    ("groups", "check.group", "check.groups"),
    ("tasks", "check.task", "check.tasks"),
    ("roles", "check.role", "check.roles"),
    ("lines", "check.line", "check.lines"),
    ("contributions", "check.contribution", "check.contributions"),
    ("benefits", "check.benefit", "check.benefits"),
    ("actors", "check.actor", "check.actors"),
    ("years", "check.year", "check.years"),
)


def checked_text(results: Results, file: str, lang: Language) -> str:
    """Say that a project is without problems, what it holds, and what it assumes.

    Parameters
    ----------
    results : Results
        A run of the project: some problems are only seen when it is run.
    file : str
        The file as the user named it.
    lang : {"nb", "en"}

    Returns
    -------
    str
        Lines ended by a newline.
    """
    view = View(results=results, lang=lang)
    inputs = results.inputs
    counts = {
        "municipalities": len(view.municipalities),
        "groups": len(inputs.frame.groups),
        "tasks": len(inputs.tasks),
        "roles": len(inputs.roles),
        "lines": len(inputs.lines),
        "contributions": len(inputs.contributions),
        "benefits": len(inputs.benefits),
        "actors": len(other_actors(inputs)),
        "years": len(view.years),
    }
    parts = [
        f"{counts[name]} {view.say(one if counts[name] == 1 else many)}"
        for name, one, many in _PARTS
    ]
    lines = paragraph(view.say("check.good", file=file, parts=view.listed(parts)))
    for heading, kinds in (("warnings", KINDS), ("benefit_warnings", BENEFIT_KINDS)):
        texts = warning_texts(view, kinds)
        lines += ["", view.say(heading)] if texts else []
        for text in texts:
            lines += textwrap.wrap(safe(f"- {text}"), WIDTH, subsequent_indent=_INDENT)
    assumed = assumptions_of(results, lang)
    every = len(stated_inputs(results, lang))
    if not assumed:
        return "\n".join([*lines, "", view.say("assumptions.none")]) + "\n"
    lines += ["", *paragraph(view.say("check.assumptions", count=len(assumed), all=every))]
    for stated in assumed:
        about = f" ({stated.applies_to})" if stated.applies_to else ""
        value = shown_value(stated.origin, lang)
        span = shown_range(stated.origin, view)
        shown = f"{stated.label}{about}: {value}" + (
            view.say("check.span", span=span) if span else ""
        )
        lines += textwrap.wrap(safe(f"- {shown}"), WIDTH, subsequent_indent=_INDENT)
        note = f" – {stated.origin.note}" if stated.origin.note else ""
        lines += textwrap.wrap(
            safe(f"{stated.origin.path}{note}"),
            WIDTH,
            initial_indent=_INDENT,
            subsequent_indent=_INDENT,
            break_on_hyphens=False,
        )
    return "\n".join(lines) + "\n"
