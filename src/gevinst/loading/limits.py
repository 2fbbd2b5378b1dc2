"""Limits of a file, checked on its text before it is parsed."""

from __future__ import annotations

from gevinst.errors import ProjectError
from gevinst.loading.scanning import tokens

MOST_BYTES = 1_000_000
MOST_WORKBOOK_BYTES = 20_000_000
DEEPEST = 12
LONGEST_WORD = 400
_BRACKETS = {"[": 1, "{": 1, "]": -1, "}": -1}


def check_text(text: str, file: str | None) -> None:
    """Refuse a text that is nested deeply, or has endless words or numbers.

    Raises
    ------
    ProjectError
        A limit is passed.
    """
    brackets = dots = 0
    for token in tokens(text):
        if token.kind == "word" and len(token.text) > LONGEST_WORD:
            raise ProjectError.one(
                "file.word_too_long",
                file=file,
                line=token.line,
                found=token.text[:LONGEST_WORD],
                limit=LONGEST_WORD,
            )
        if token.kind == "sign":
            brackets = max(brackets + _BRACKETS.get(token.text, 0), 0)
            dots = dots + 1 if token.text == "." else 0
        elif token.kind == "newline":
            dots = 0
        if brackets + dots > DEEPEST:
            raise ProjectError.one("file.too_deep", file=file, line=token.line, limit=DEEPEST)
