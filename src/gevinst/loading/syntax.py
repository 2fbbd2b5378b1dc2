"""From text to tables, with what is wrong in the syntax said in our own words.

The parser stops at the first slip. Where the slip surely stays on its own line, that line is
replaced and the text is parsed again, so that a file with several slips tells them all at once.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from gevinst.errors import Problem
from gevinst.messages import Term

_LINE = re.compile(r"\(at line (\d+), column \d+\)")

MOST_ROUNDS = 50
MOST_CHARACTERS = 1_000_000
"""Characters parsed again in all: bounds the time that a large file can take."""

# How the parser's own message begins -> kind.
_MESSAGES: tuple[tuple[str, str], ...] = (
    ("Cannot overwrite", "toml.repeated"),
    ("Cannot declare", "toml.repeated"),
    ("Cannot redefine", "toml.repeated"),
    ("Cannot mutate", "toml.repeated"),
    ("Duplicate inline", "toml.repeated"),
    ("Unterminated string", "toml.unclosed_text"),
    ("Illegal character '\\n'", "toml.unclosed_text"),
    ("Unescaped '\\'", "toml.backslash"),
    ("Invalid date", "toml.date"),
)
# What people write that is not TOML -> kind; looked for on the line of the error, with
# texts and comments taken out.
_ENDS = r"\s*(?:[,}\]]|$)"
_HABITS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"[=\[,]\s*[“”„«»‘’]", "toml.typographic_quotes"),
        (rf"[=\[,]\s*\d{{1,2}}([./-]) ?\d{{1,2}}\1 ?\d{{2,4}}{_ENDS}", "toml.date"),
        (rf"[=\[,]\s*\d{{4}}([./-])\d{{1,2}}\1\d{{1,2}}{_ENDS}", "toml.date"),
        (rf"[=\[,]\s*\d{{4}}-\d{{2}}{_ENDS}", "toml.month_unquoted"),
        (rf"=\s*[-+]?\d+,\d+(?:{_ENDS}|\s*[%a-zA-Z])", "toml.decimal_comma"),
        (r"=\s*[-+]?\d{1,3}(?: \d{3})+\b", "toml.digit_groups"),
        (rf"[=\[,]\s*0\d+{_ENDS}", "toml.leading_zero"),
        (r"=\s*[-+]?\d[\d_.]*\s*(?:%|[a-zA-ZæøåÆØÅ]{2})", "toml.unit_unquoted"),
        (rf"[=\[,]\s*(?!(?:true|false|nan|inf)\b)[^\W\d][^=,\]}}]*{_ENDS}", "toml.text_unquoted"),
    )
)
_HEADING = re.compile(r"\[+[^=]*\]+$")
_NOT_LOOKED_AT = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|#.*")
_KEY = re.compile(r"\s*((?:[A-Za-z0-9_-]+|\"[^\"\\]*\"|'[^']*')(?:\.[A-Za-z0-9_-]+)*)\s*=")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of a text.

    Attributes
    ----------
    text : str
        The text that was parsed in the end: the given one, but for the lines with a slip.
    raw : dict or None
        Its content; None where parsing was given up, so that the rest is not known.
    problems : tuple of Problem
        Slips of syntax, by line.
    holes : frozenset of int
        Lines whose key has a value that stands for the one that cannot be read.
    """

    text: str
    raw: dict[str, Any] | None
    problems: tuple[Problem, ...]
    holes: frozenset[int]


def parse(text: str, file: str | None) -> Parsed:
    """Parse TOML, and go on after a slip where that is safe.

    Parameters
    ----------
    text : str
        With the line endings of TOML.
    file : str or None
        What problems call it.
    """
    written = text.split("\n")
    lines = list(written)
    problems: list[Problem] = []
    holes: set[int] = set()
    replaced: set[int] = set()
    rounds = min(MOST_ROUNDS, MOST_CHARACTERS // max(len(text), 1))
    while True:
        current = "\n".join(lines)
        try:
            raw = tomllib.loads(current)
        except ValueError as error:  # also a number with too many digits
            problem = _translated(str(error), written, file)
        else:
            problems.sort(key=lambda p: p.line or 0)
            if problems:
                problems[-1] = _last(problems[-1], "fit_later")
            return Parsed(current, raw, tuple(problems), frozenset(holes))
        place = (problem.line or 1) - 1
        key = None if place in replaced else _key_alone(lines, place, problem.kind)
        if key is None or len(problems) + 1 >= rounds:
            problems.append(_last(problem, "rest_later"))
            problems.sort(key=lambda p: p.line or 0)
            return Parsed(current, None, tuple(problems), frozenset(holes))
        problems.append(problem)
        replaced.add(place)
        if problem.kind == "toml.repeated":
            lines[place] = ""  # the first one stands
        else:
            lines[place] = f'{key} = ""'
            holes.add(place + 1)


def _last(problem: Problem, left: str) -> Problem:
    """The last slip, saying what could not be looked at because of the slips."""
    facts = {**problem.facts, "rest": Term(left)}
    return Problem(problem.kind, problem.path, problem.file, problem.line, facts)


def _key_alone(lines: list[str], place: int, kind: str) -> str | None:
    """Key of a line on which a whole pair stands; None where other lines may be part of it."""
    if kind in {"toml.unclosed_list", "toml.end"}:
        return None
    line = lines[place]
    match = _KEY.match(line)
    if match is None or any(quotes in text for text in lines for quotes in ('"""', "'''")):
        return None
    bare = _bare(line)
    if bare.count("[") != bare.count("]") or bare.count("{") != bare.count("}"):
        return None
    return match.group(1)


def _translated(message: str, lines: list[str], file: str | None) -> Problem:
    match = _LINE.search(message)
    if match is None:
        ended = len(lines) - 1 if len(lines) > 1 and not lines[-1] else len(lines)
        return Problem(_kind(message, "") or "toml.end", file=file, line=ended)
    number = min(int(match.group(1)), len(lines))
    written = lines[number - 1].strip()
    kind = _kind(message, written) or "toml.syntax"
    return Problem(kind, file=file, line=number, facts={"found": written})


def _bare(written: str) -> str:
    return _NOT_LOOKED_AT.sub(lambda m: '""' if m.group()[0] != "#" else "", written).strip()


def _kind(message: str, written: str) -> str | None:
    for beginning, kind in _MESSAGES:
        if message.startswith(beginning):
            return kind
    bare = _bare(written)
    if not _HEADING.fullmatch(bare):
        for pattern, kind in _HABITS:
            if pattern.search(bare):
                return kind
    return "toml.unclosed_list" if message.startswith("Unclosed") else None
