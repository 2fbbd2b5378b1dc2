"""From text to tables, with what is wrong in the syntax said in our own words."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from gevinst.errors import ProjectError

_LINE = re.compile(r"\(at line (\d+), column \d+\)")

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
)
# What people write that is not TOML -> kind; looked for on the line of the error, with
# texts and comments taken out.
_ENDS = r"\s*(?:[,}\]]|$)"
_HABITS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"[=\[,]\s*[“”„«»‘’]", "toml.typographic_quotes"),
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


def parse(text: str, file: str | None) -> dict[str, Any]:
    """Parse TOML.

    Raises
    ------
    ProjectError
        The text is not TOML; says where, and what people usually mean by it.
    """
    try:
        return tomllib.loads(text)
    except ValueError as error:  # also a number with too many digits
        problem = _translated(str(error), text, file)
    raise problem


def _translated(message: str, text: str, file: str | None) -> ProjectError:
    match = _LINE.search(message)
    lines = text.splitlines()
    if match is None:
        number = max(len(lines), 1)
        kind = _kind(message, "") or "toml.end"
        return ProjectError.one(kind, file=file, line=number)
    number = int(match.group(1))
    written = lines[number - 1].strip() if number <= len(lines) else ""
    kind = _kind(message, written) or "toml.syntax"
    return ProjectError.one(kind, file=file, line=number, found=written)


def _kind(message: str, written: str) -> str | None:
    for beginning, kind in _MESSAGES:
        if message.startswith(beginning):
            return kind
    bare = _NOT_LOOKED_AT.sub(lambda m: '""' if m.group()[0] != "#" else "", written).strip()
    if not _HEADING.fullmatch(bare):
        for pattern, kind in _HABITS:
            if pattern.search(bare):
                return kind
    return "toml.unclosed_list" if message.startswith("Unclosed") else None
