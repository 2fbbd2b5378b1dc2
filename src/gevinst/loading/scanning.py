"""TOML text cut into words, strings and signs, with line numbers.

The text need not be valid: the limits of a file are checked on it before anything parses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Blanks and a comment, then one piece; nothing after them is the end of the text.
_NEXT = re.compile(
    r"[ \t\r]*(?:#[^\n]*)?(?:"
    r"(?P<newline>\n)"
    r"|(?P<sign>[\[\]{}=,.])"
    r"|(?P<string>\"\"\"|'''|\"|')"
    r"|(?P<word>[^\s\[\]{}=,.\"'#]+|[^\n]))?"
)
# To the end of a one-line string: closing quote, or the end of the line if it is not closed.
_REST = {
    '"': re.compile(r"(?:\\[^\n]|[^\"\\\n])*\"?"),
    "'": re.compile(r"[^'\n]*'?"),
}
_ESCAPED_OR_QUOTES = re.compile(r"\\.|\"{3,5}", re.DOTALL)
_LITERAL_QUOTES = re.compile(r"'{3,5}")


class Token(NamedTuple):
    """A piece of the text: a word or string as written, a sign, or the end of a line."""

    kind: str
    text: str
    line: int


def tokens(text: str) -> Iterator[Token]:
    """Every piece of the text but blanks and comments."""
    place, line = 0, 1
    while (match := _NEXT.match(text, place)) is not None and match.lastgroup is not None:
        kind = match.lastgroup
        start, place = match.span(kind)
        if kind == "string":
            place = _end_of_string(text, match.group(kind), place)
        piece = text[start:place]
        yield Token(kind, piece, line)
        if kind == "newline" or (kind == "string" and "\n" in piece):
            line += piece.count("\n")


def _end_of_string(text: str, quote: str, place: int) -> int:
    if quote in _REST:
        match = _REST[quote].match(text, place)
        return place if match is None else match.end()
    pattern = _ESCAPED_OR_QUOTES if quote == '"""' else _LITERAL_QUOTES
    for match in pattern.finditer(text, place):
        if match.group()[0] != "\\":
            return match.end()
    return len(text)
